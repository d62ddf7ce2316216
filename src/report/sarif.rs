//! For code scanning: a log in SARIF 2.1.0 (OASIS Standard, 27 March 2020).
//!
//! In: findings, sources, words. Out: JSON with one run. Promise: it is valid by the standard's
//! schema, each finding is a result, each rule that was broken is listed once, and lines and
//! columns are those of the other reports.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Place, Places, Repository, Told, Words, severity_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Sources;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Tells the findings to code scanning. `language` is that of the words.
pub fn sarif(
    findings: &[Diagnostic],
    sources: &Sources,
    words: &dyn Words,
    repository: &Repository,
    language: &str,
) -> String {
    let mut places = Places::new(sources);
    let mut rules: BTreeMap<Code, usize> = BTreeMap::new();
    for finding in findings {
        rules.insert(finding.problem.code, 0);
    }
    for (index, place) in rules.values_mut().enumerate() {
        *place = index;
    }
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let mut result = result(finding, &mut places, words, repository);
            result["ruleIndex"] = json!(rules[&finding.problem.code]);
            result
        })
        .collect();
    let rules: Vec<Value> = rules.keys().map(|code| rule(*code)).collect();
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "language": language,
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "%SRCROOT%": { "description": { "text": "The top of the repository." } } },
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.name(),
        "defaultConfiguration": { "level": severity_name(code.severity()) },
    })
}

fn result(
    finding: &Diagnostic,
    places: &mut Places<'_>,
    words: &dyn Words,
    repository: &Repository,
) -> Value {
    let code = finding.problem.code;
    let told = Told::new(finding, words);
    let parts = [Some(told.message), told.expected, told.question];
    let message = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let whole_file = places.is_whole_file(code, finding.span);
    let place = places.place(finding.span);
    let mut result = json!({
        "ruleId": code.name(),
        "level": severity_name(finding.severity),
        "message": { "text": message },
        "locations": [location(&place, whole_file, repository)],
    });
    if !finding.related.is_empty() {
        let related = finding.related.iter().map(|span| {
            let mut location = location(&places.place(*span), false, repository);
            if let Some(label) = &told.related {
                location["message"] = json!({ "text": label });
            }
            location
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn location(place: &Place<'_>, whole_file: bool, repository: &Repository) -> Value {
    let mut physical = Map::new();
    let uri = uri(&repository.path(place.path));
    physical.insert("artifactLocation".into(), json!({ "uri": uri, "uriBaseId": "%SRCROOT%" }));
    if !whole_file {
        let region = json!({
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        });
        physical.insert("region".into(), region);
    }
    json!({ "physicalLocation": physical })
}

/// A relative reference (RFC 3986, 4.2): all but letters, digits and four marks is escaped.
fn uri(path: &str) -> String {
    path.bytes().fold(String::new(), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            use std::fmt::Write;
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_become_references() {
        assert_eq!(uri("content/a b.yaml"), "content/a%20b.yaml");
        assert_eq!(uri("content/ก:ข.md"), "content/%E0%B8%81%3A%E0%B8%82.md");
    }
}
