//! JSON Schemas (draft 2020-12) of the JSON files, made of the parts that stand beside this file.
//!
//! Promise: a file of the open data that its schema refuses is a fault of ours, and a test finds it.

use serde_json::{Value, json};

use super::File;

/// What every schema shares: the fields of any entry, and the shapes of values.
const ENTRY: &str = include_str!("schema/entry.json");
const KINDS: [(&str, &str); 3] = [
    ("partners", include_str!("schema/partner.json")),
    ("spaces", include_str!("schema/space.json")),
    ("events", include_str!("schema/event.json")),
];
const TERM: &str = include_str!("schema/term.json");

/// The published schemas.
pub(super) fn files() -> Vec<File> {
    let entry = part(ENTRY);
    let kinds = KINDS.iter().map(|(name, own)| {
        let mut record = part(own);
        join(&mut record["properties"], &entry["properties"]);
        (*name, record)
    });
    let vocabulary = ("vocabulary", part(TERM));
    kinds
        .chain([vocabulary])
        .map(|(name, record)| {
            let schema = whole(name, record, &entry["$defs"]);
            (format!("data/schema/{name}.json"), super::pretty(&schema))
        })
        .collect()
}

/// The schema of a file: its head, and a list of records.
fn whole(name: &str, record: Value, shapes: &Value) -> Value {
    let mut shapes = shapes.clone();
    shapes["record"] = record;
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "$defs": shapes,
        "type": "object",
        "required": ["title", "url", "languages", "time_zone", name],
        "additionalProperties": false,
        "properties": {
            "title": {"$ref": "#/$defs/text"},
            "url": {"$ref": "#/$defs/url"},
            "licence": {"type": "string", "description": "SPDX id of the licence of the data"},
            "languages": {"type": "array", "minItems": 1, "items": {"type": "string"}},
            "time_zone": {"type": "string", "description": "IANA name of the zone of all times"},
            name: {"type": "array", "items": {"$ref": "#/$defs/record"}},
        },
    })
}

fn part(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Takes in the fields of another object.
fn join(into: &mut Value, from: &Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AccessFeature, EventStatus, Role, Status, VerificationMethod};

    #[test]
    fn every_part_is_json_and_knows_every_word() {
        let entry = part(ENTRY);
        assert!(entry["properties"].is_object());
        let kinds: Vec<Value> = KINDS.iter().map(|(_, own)| part(own)).collect();
        assert!(kinds.iter().all(|kind| kind["properties"].is_object()));
        assert!(part(TERM)["properties"].is_object());
        let words = |at: &Value, known: &[&str]| assert_eq!(*at, json!(known));
        words(&entry["$defs"]["status"]["enum"], Status::WORDS);
        let method = &entry["properties"]["verified"]["properties"]["method"]["enum"];
        words(method, VerificationMethod::WORDS);
        words(&kinds[0]["properties"]["roles"]["items"]["enum"], Role::WORDS);
        let features = &kinds[1]["properties"]["access"]["propertyNames"]["enum"];
        words(features, AccessFeature::WORDS);
        words(&kinds[2]["properties"]["event_status"]["enum"], EventStatus::WORDS);
    }
}
