//! For programs: a JSON array with one object a finding, one line an object.
//!
//! In: findings, sources, words. Out: JSON (RFC 8259). Promise: the names of the fields stay, and
//! each is always there; what does not apply is `null`, and an empty list where lists stand. Lines
//! and columns count from 1, columns in characters; the end is one past the last character.

use serde::Serialize;

use super::{Place, Places, Told, Words, severity_name};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// A finding as programs read it.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: Location<'a>,
    message: &'a str,
    expected: Option<&'a str>,
    suggestion: Option<&'a str>,
    related: Vec<Related<'a>>,
}

/// A stretch of a file.
#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// A second place that belongs to a finding.
#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Location<'a>,
    message: Option<&'a str>,
}

impl<'a> From<Place<'a>> for Location<'a> {
    fn from(place: Place<'a>) -> Self {
        Self {
            file: place.path,
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
        }
    }
}

/// Tells the findings to a program. Cannot fail but for want of memory.
pub fn json(findings: &[Diagnostic], sources: &Sources, words: &dyn Words) -> String {
    let mut places = Places::new(sources);
    let objects: Vec<String> = findings
        .iter()
        .filter_map(|finding| {
            let told = Told::new(finding, words);
            let related = finding.related.iter().map(|span| Related {
                place: places.place(*span).into(),
                message: told.related.as_deref(),
            });
            let related = related.collect();
            let object = Finding {
                code: finding.problem.code.name(),
                severity: severity_name(finding.severity),
                place: places.place(finding.span).into(),
                message: &told.message,
                expected: told.expected.as_deref(),
                suggestion: finding.problem.suggestion.as_deref(),
                related,
            };
            // Text, numbers and lists always have a JSON form.
            serde_json::to_string(&object).ok()
        })
        .collect();
    if objects.is_empty() {
        return "[]\n".to_owned();
    }
    format!("[\n{}\n]\n", objects.join(",\n"))
}
