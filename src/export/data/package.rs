//! `datapackage.json`: a Frictionless Data Package (specs.frictionlessdata.io, v1) of the tables,
//! with the type of every column and what refers to what.

use serde_json::{Value, json};

use super::columns;
use super::record::object;
use super::{File, Set};
use crate::page::{Builder, DataFile, licence_url};

/// The path of the descriptor.
const PATH: &str = "data/datapackage.json";

/// The descriptor. `files` are those of the sets: their sizes stand in it.
pub(super) fn file<'f>(
    builder: &Builder<'_>,
    sets: &[Set],
    files: impl Iterator<Item = &'f DataFile>,
) -> File {
    let speaker = builder.speaker(&builder.locales[0]);
    let site = &builder.index.directory.site;
    let title = speaker.words(&site.title).map(|words| words.text);
    let licence = site.licence.as_ref().map(|name| {
        json!([object([("name", name.as_str().into()), ("path", licence_url(name).into())])])
    });
    let resources: Vec<Value> = files
        .filter_map(|file| {
            let set = sets.iter().find(|set| file.path == format!("data/{}.csv", set.name))?;
            Some(resource(builder, set, file.size))
        })
        .collect();
    let package = object([
        ("profile", "data-package".into()),
        ("name", "learning-city".into()),
        ("title", title.into()),
        ("description", speaker.words(&site.tagline).map(|words| words.text).into()),
        ("homepage", builder.base.absolute("").into()),
        ("licenses", licence.unwrap_or_default()),
        ("resources", Value::Array(resources)),
    ]);
    (PATH.to_owned(), super::pretty(&package))
}

fn resource(builder: &Builder<'_>, set: &Set, bytes: usize) -> Value {
    let speaker = builder.speaker(&builder.locales[0]);
    let languages = &builder.index.directory.site.languages;
    let fields: Vec<Value> = columns::in_files(&set.columns, languages)
        .into_iter()
        .map(|it| {
            let message = crate::page::field_message(it.column.name);
            let mut description = speaker.t(&message);
            if let Some(language) = &it.language {
                description = format!("{description} ({language})");
            }
            json!({"name": it.name, "type": it.column.kind.name(), "description": description})
        })
        .collect();
    let keys = match set.name {
        "vocabulary" => json!(["part", "id"]),
        _ => json!(["slug"]),
    };
    let mut schema = json!({
        "fields": fields, "primaryKey": keys, "missingValues": [""],
    });
    let references: &[(&str, &str)] = match set.name {
        "spaces" => &[("part_of", "")],
        "events" => &[("space", "spaces")],
        _ => &[],
    };
    if !references.is_empty() {
        let keys = references.iter().map(|(field, resource)| {
            json!({"fields": field, "reference": {"resource": resource, "fields": "slug"}})
        });
        schema["foreignKeys"] = keys.collect();
    }
    json!({
        "profile": "tabular-data-resource",
        "name": set.name,
        "title": speaker.t(&crate::page::set_message(set.name)),
        "path": format!("{}.csv", set.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "dialect": {"delimiter": ",", "doubleQuote": true, "lineTerminator": "\r\n", "header": true},
        "schema": schema,
    })
}
