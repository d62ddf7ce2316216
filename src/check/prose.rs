//! Prose: what it links to must exist, addresses must be of a safe kind, emphasis must close.

use super::{Findings, Target, slugs, target};
use crate::diagnostic::{Code, Problem};
use crate::entries::{Content, folder, resolve_path};
use crate::language::Localized;
use crate::model::value::Slug;
use crate::model::{Entry, EntryKind, Prose};
use crate::prose::{Reference, ReferenceKind};
use crate::source::Sources;

/// The schemes a prose may link to.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "geo"];

pub(super) fn check(content: &Content, sources: &Sources, findings: &mut Findings<'_>) {
    for entry in super::entries(content) {
        each(content, &entry.prose, Some(entry), sources, findings);
    }
    for page in content.pages.values() {
        each(content, &page.prose, None, sources, findings);
    }
}

fn each(
    content: &Content,
    prose: &Localized<Prose>,
    entry: Option<&Entry>,
    sources: &Sources,
    findings: &mut Findings<'_>,
) {
    for (_, prose) in prose.iter() {
        let Some(inspected) = content.telling.get(&prose.file) else { continue };
        let folder = folder(&sources.get(prose.file).path);
        let drafts = findings.drafts || entry.is_some_and(|entry| entry.draft);
        let found = inspected
            .references
            .iter()
            .filter_map(|reference| {
                Some((refuse(content, reference, folder, drafts)?, &reference.range))
            })
            .chain(inspected.open.iter().map(|emphasis| {
                let problem = Problem::new(Code::EmphasisOpen);
                (problem.suggest(emphasis.instead.clone()), &emphasis.range)
            }));
        for (problem, range) in found {
            let diagnostic = problem.at(prose.span(range));
            match entry {
                Some(entry) => findings.report(diagnostic, entry),
                None => findings.report_site(diagnostic),
            }
        }
    }
}

fn refuse(content: &Content, reference: &Reference, folder: &str, drafts: bool) -> Option<Problem> {
    let written = reference.target.as_str();
    match reference.kind {
        ReferenceKind::Smart => smart(content, written, drafts),
        ReferenceKind::Picture => resolve_path(written, folder, &content.files).err(),
        ReferenceKind::Link => link(content, written, folder),
    }
}

fn smart(content: &Content, written: &str, drafts: bool) -> Option<Problem> {
    let unknown = || Problem::new(Code::UnknownReference).text("value", written);
    let Some((folder, slug)) = written.split_once('/') else {
        let everywhere = EntryKind::ALL
            .iter()
            .flat_map(|kind| {
                slugs(content, *kind).into_iter().map(move |slug| (kind.as_str(), slug))
            })
            .chain(content.pages.keys().map(|slug| ("pages", slug.as_str())));
        let full: Vec<(String, &str)> =
            everywhere.map(|(folder, slug)| (format!("{folder}/{slug}"), slug)).collect();
        let near = crate::diagnostic::nearest(written, full.iter().map(|(_, slug)| *slug));
        let near = full.iter().find(|(_, slug)| Some(*slug) == near);
        let mut problem = unknown().text("folder", "");
        problem.suggestion = near.map(|(full, _)| format!("[[{full}]]"));
        return Some(problem);
    };
    let near = |slugs: Vec<&str>, folder: &str| {
        let near = crate::diagnostic::nearest(slug, slugs);
        let mut problem = unknown().text("folder", folder);
        problem.suggestion = near.map(|near| format!("[[{folder}/{near}]]"));
        Some(problem)
    };
    if folder == "pages" {
        let known: Vec<&str> = content.pages.keys().map(Slug::as_str).collect();
        return if known.contains(&slug) { None } else { near(known, folder) };
    }
    let Some(kind) = EntryKind::from_word(folder) else {
        let folders = EntryKind::WORDS.iter().copied().chain(["pages"]);
        let nearest = crate::diagnostic::nearest(folder, folders);
        let mut problem = unknown().text("folder", folder);
        problem.suggestion = nearest.map(|nearest| format!("[[{nearest}/{slug}]]"));
        return Some(problem);
    };
    match target(content, kind, slug) {
        Target::Entry(&Entry { draft, .. }) | Target::Unread { draft } => {
            let hidden = draft && !drafts;
            hidden.then(|| Problem::new(Code::ReferenceToDraft).text("value", written))
        }
        Target::Nothing => near(slugs(content, kind), folder),
    }
}

/// A web address of a safe kind, a fragment, or a file of the content.
fn link(content: &Content, written: &str, folder: &str) -> Option<Problem> {
    if written.starts_with('#') {
        return None;
    }
    // Blanks and control characters inside a scheme are ignored by browsers, so here too.
    let bare: String = written.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    if let Some((scheme, _)) = bare.split_once(':')
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    {
        let known = SCHEMES.contains(&scheme.to_ascii_lowercase().as_str());
        return (!known).then(|| {
            Problem::new(Code::UrlScheme)
                .text("value", written)
                .text("scheme", scheme)
                .choices("choices", SCHEMES.iter().copied())
        });
    }
    let path = written.split(['#', '?']).next().unwrap_or_default();
    let found = resolve_path(path, folder, &content.files).is_ok();
    (!found).then(|| Problem::new(Code::ProseLinkUnknown).text("value", written))
}
