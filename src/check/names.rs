//! Names, summaries and prose in each language.

use super::{Findings, entries};
use crate::diagnostic::{Code, Problem};
use crate::entries::Content;
use crate::language::{Languages, Localized};
use crate::model::{Entry, Text, TranslationPolicy};
use crate::source::Span;

pub(super) fn check(content: &Content, findings: &mut Findings<'_>) {
    let required =
        content.site.as_ref().is_some_and(|site| site.translation == TranslationPolicy::Required);
    for entry in entries(content) {
        default_name(entry, &content.languages, findings);
        if required {
            for (field, language) in gaps(entry, &content.languages) {
                findings.report(missing(field, language, entry.facts), entry);
            }
        }
    }
    if required {
        for page in content.pages.values() {
            for (field, language) in page_gaps(&page.title, &page.prose, &content.languages) {
                findings.report_site(missing(field, language, page.facts));
            }
        }
    }
}

fn missing(field: &'static str, language: &str, at: Span) -> crate::diagnostic::Diagnostic {
    let problem =
        Problem::new(Code::TranslationMissing).text("field", field).text("language", language);
    problem.at(at)
}

fn default_name(entry: &Entry, languages: &Languages, findings: &mut Findings<'_>) {
    let default = languages.default();
    if !entry.name.is_empty() && entry.name.get(default).is_none() {
        let problem = Problem::new(Code::DefaultNameMissing)
            .text("language", languages.tag(default).as_str());
        findings.report(problem.at(entry.facts), entry);
    }
}

/// What one language has and another lacks: each field and the language that lacks it.
fn gaps<'l>(entry: &Entry, languages: &'l Languages) -> Vec<(&'static str, &'l str)> {
    let mut gaps = lacking("name", &entry.name, languages);
    gaps.extend(lacking("summary", &entry.summary, languages));
    gaps.extend(lacking("prose", &entry.prose, languages));
    gaps
}

fn page_gaps<'l, P>(
    title: &Text,
    prose: &Localized<P>,
    languages: &'l Languages,
) -> Vec<(&'static str, &'l str)> {
    let mut gaps = lacking("title", title, languages);
    gaps.extend(lacking("prose", prose, languages));
    gaps
}

fn lacking<'l, T>(
    field: &'static str,
    text: &Localized<T>,
    languages: &'l Languages,
) -> Vec<(&'static str, &'l str)> {
    if text.is_empty() {
        return Vec::new();
    }
    languages
        .iter()
        .filter(|(language, _)| text.get(*language).is_none())
        .map(|(_, tag)| (field, tag.as_str()))
        .collect()
}
