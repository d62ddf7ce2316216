//! Free pages: one Markdown file a language, with a title above the prose.

use super::files::Group;
use super::reader::{Context, Record};
use super::values::{integer, line};
use crate::diagnostic::{Code, Problem};
use crate::language::{Lang, Localized};
use crate::model::schema::PAGE;
use crate::model::value::Slug;
use crate::model::{Page, Prose, Text};
use crate::source::{FileId, Sources, Span};
use crate::syntax::{split, yaml};

/// Reads a page from its files. `order` is read from the default language's file, or, where there
/// is none, from the first that is there.
pub(super) fn page(
    slug: Slug,
    group: &Group,
    sources: &Sources,
    cx: &mut Context<'_>,
) -> Option<Page> {
    let default = cx.languages.default();
    let mut files: Vec<(Lang, FileId)> =
        group.markdown.iter().map(|text| (default, text.file)).collect();
    files.extend(group.translations.iter().map(|(language, text)| (*language, text.file)));
    files.sort_by_key(|(language, file)| (*language, sources.get(*file).path.clone()));
    for pair in files.windows(2) {
        if pair[0].0 == pair[1].0 {
            let problem = Problem::new(Code::ProseDuplicate)
                .text("first", &sources.get(pair[0].1).path)
                .text("second", &sources.get(pair[1].1).path);
            cx.report(problem, Span::start_of(pair[1].1));
        }
    }
    let mut facts = None;
    let (mut title, mut summary) = (Text::default(), Text::default());
    let mut prose = Localized::default();
    let mut order = None;
    for (language, file) in files {
        let text = sources.get(file).text.as_str();
        let Some(parts) = split(text, file, cx.out) else { continue };
        let matter = parts.matter.unwrap_or(0..0);
        let Some(node) = yaml::parse(&text[matter.clone()], file, matter.start, cx.out) else {
            continue;
        };
        let beginning = Span { end: node.span.start, ..node.span };
        facts = facts.or(Some(beginning));
        if !parts.prose.is_empty() {
            let start = Span::new(file, parts.prose.start, parts.prose.end).start;
            prose.insert(language, Prose { file, start });
        }
        let Some(record) = Record::open(&node, &PAGE, cx) else { continue };
        match record.read("title", cx, line) {
            Some(line) => title.insert(language, line),
            None if record.node("title").is_none() => {
                let problem = Problem::new(Code::MissingField).text("field", "title");
                cx.report(problem, beginning);
            }
            None => {}
        }
        if let Some(line) = record.read("summary", cx, line) {
            summary.insert(language, line);
        }
        let written = record.read("order", cx, integer(-1_000_000..=1_000_000));
        order = order.or(written);
    }
    let facts = facts?;
    (!title.is_empty()).then(|| Page {
        slug,
        facts,
        title,
        summary,
        order: order.unwrap_or(0),
        prose,
    })
}
