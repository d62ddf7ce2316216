//! Markdown as the format knows it: CommonMark with tables, footnotes, strikethrough, task lists,
//! heading ids and smart links.
//!
//! In: a stretch of Markdown. Out: what it refers to, with places ([`inspect`]), HTML
//! ([`render`]), or plain text ([`plain`]). Promise: the three read the text with one set of
//! options, and the HTML holds no script, no event handler and no address of a forbidden scheme.

mod clean;
mod heading;
mod inspect;
mod render;

use pulldown_cmark::{Event, Options, Parser, TagEnd};

pub use inspect::{Emphasis, Inspected, Outline, Reference, ReferenceKind, inspect};
pub(crate) use render::escape;
pub use render::{Picture, Target, Targets, render};

/// The one set of options.
fn parser(markdown: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS;
    Parser::new_ext(markdown, options)
}

/// The words of a text, without marks, blocks separated by a space.
pub fn plain(markdown: &str) -> String {
    let mut words = String::new();
    let mut hidden = 0_usize;
    for event in parser(markdown) {
        match event {
            Event::Start(pulldown_cmark::Tag::CodeBlock(_) | pulldown_cmark::Tag::HtmlBlock) => {
                hidden += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => hidden = hidden.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if hidden == 0 => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
            ) => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a soft line break between these two letters would show as a space where Thai has none.
fn joins_without_space(before: Option<char>, after: Option<char>) -> bool {
    let thai = |letter: Option<char>| letter.is_some_and(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
    thai(before) && thai(after)
}
