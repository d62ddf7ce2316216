//! Words in place of ids: an editor who writes what a thing is called is told what it is known by.
//!
//! In: the content, and findings of ids and slugs that cannot be any. Out: the same findings, with
//! the id of the vocabulary's term, or the slug of the entry, that has such a name. This can only be
//! said when all files are read.

use super::entries;
use crate::diagnostic::{Argument, Code, Diagnostics, Problem};
use crate::entries::Content;
use crate::model::Part;

pub(super) fn suggest(content: &Content, out: &mut Diagnostics) {
    // What has no place in a text is the name of a file, which may be like no other.
    for finding in out.iter_mut().filter(|finding| finding.span.start < finding.span.end) {
        let problem = &mut finding.problem;
        let known = match problem.code {
            Code::IdInvalid => written(problem).and_then(|name| term(content, name)),
            Code::SlugInvalid => written(problem).and_then(|name| entry(content, name)),
            _ => None,
        };
        if known.is_some() {
            problem.suggestion = known;
        }
    }
}

fn written(problem: &Problem) -> Option<&str> {
    problem.arguments.iter().find_map(|argument| match argument {
        ("value", Argument::Text(text)) => Some(text.trim()),
        _ => None,
    })
}

/// The id of the one term with such a label.
fn term(content: &Content, label: &str) -> Option<String> {
    let terms = Part::ALL.iter().flat_map(|part| content.vocabulary.part(*part));
    let called = terms.filter(|(_, term)| term.label.iter().any(|(_, it)| same(it, label)));
    only(called.map(|(id, _)| id.as_str()))
}

/// The slug of the one entry with such a name.
fn entry(content: &Content, name: &str) -> Option<String> {
    let called = entries(content).filter(|entry| {
        let names = entry.name.iter().map(|(_, it)| it).chain(&entry.aliases);
        names.into_iter().any(|it| same(it, name))
    });
    only(called.map(|entry| entry.slug.as_str()))
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn only<'c>(mut found: impl Iterator<Item = &'c str>) -> Option<String> {
    let first = found.next()?;
    found.all(|other| other == first).then(|| first.to_owned())
}
