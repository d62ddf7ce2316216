//! The open data: every entry in every language, for programs, spreadsheets and maps.
//!
//! In: what pages are made of. Out: the files of `data/` and a [`Catalogue`] of them for the page
//! that explains them. Promise: drafts are in it only when the build asked for them; what is
//! closed stays with its status; nothing is told of a person that no page shows; entries stand by
//! slug and the same content gives the same bytes.

mod columns;
mod entries;
mod geojson;
mod hsds;
mod package;
mod record;
mod schema;

mod vocabulary;

use serde::Serialize;

use self::columns::{Column, FileColumn};
use self::entries::Source;
use self::record::Record;
use super::table::Table;
use crate::language::Languages;
use crate::model::EntryKind;
use crate::page::{Builder, Catalogue, DataFile, DataSet, Field};

/// Every file of the open data, and what there is to say of them.
pub fn open_data(builder: &Builder<'_>) -> (Vec<(String, Vec<u8>)>, Catalogue) {
    let languages = &builder.index.directory.site.languages;
    let mut sets: Vec<Set> = EntryKind::ALL.iter().map(|kind| of_kind(builder, *kind)).collect();
    sets.push(vocabulary::set(builder));
    let mut files = Vec::new();
    let mut catalogue = Vec::new();
    for set in &sets {
        let of_set = set.files(builder);
        catalogue.push(DataSet {
            name: set.name,
            rows: set.records.len(),
            files: of_set.iter().map(|(path, bytes)| told(path, bytes)).collect(),
            fields: set
                .columns
                .iter()
                .map(|column| Field {
                    name: column.name,
                    names: columns::in_files(&[*column], languages)
                        .into_iter()
                        .map(|it| it.name)
                        .collect(),
                    kind: column.kind.name(),
                })
                .collect(),
        });
        files.extend(of_set);
    }
    let package = package::file(builder, &sets, &files);
    let services = hsds::files(builder);
    let schemas = schema::files();
    let named = |name, of: &[(String, Vec<u8>)], rows| DataSet {
        name,
        rows,
        files: of.iter().map(|(path, bytes)| told(path, bytes)).collect(),
        fields: Vec::new(),
    };
    let entries = sets[..EntryKind::ALL.len()].iter().map(|set| set.records.len()).sum();
    catalogue.push(named("hsds", &services, entries));
    catalogue.push(named("schema", &schemas, schemas.len()));
    catalogue.push(named("package", std::slice::from_ref(&package), sets.len()));
    files.push(package);
    files.extend(services);
    files.extend(schemas);
    (files, Catalogue { sets: catalogue })
}

fn told(path: &str, bytes: &[u8]) -> DataFile {
    DataFile { path: path.to_owned(), size: bytes.len() }
}

/// One kind of record and its columns.
struct Set {
    /// The name of its files.
    name: &'static str,
    records: Vec<Record>,
    columns: Vec<Column>,
}

fn of_kind(builder: &Builder<'_>, kind: EntryKind) -> Set {
    let source = Source { builder };
    let directory = &builder.index.directory;
    let records = match kind {
        EntryKind::Partner => directory.partners.values().map(|it| source.partner(it)).collect(),
        EntryKind::Space => directory.spaces.values().map(|it| source.space(it)).collect(),
        EntryKind::Event => directory.events.values().map(|it| source.event(it)).collect(),
    };
    Set { name: kind.as_str(), records, columns: columns::of(kind) }
}

impl Set {
    fn files(&self, builder: &Builder<'_>) -> Vec<(String, Vec<u8>)> {
        let languages = &builder.index.directory.site.languages;
        let columns = columns::in_files(&self.columns, languages);
        let path = |extension: &str| format!("data/{}.{extension}", self.name);
        let mut files = vec![
            (path("csv"), csv(&self.records, &columns)),
            (path("json"), self.json(builder, languages)),
        ];
        if self.name == EntryKind::Space.as_str() {
            files.push((path("geojson"), geojson::file(&self.records, &columns)));
        }
        files
    }

    /// The records under their name, after what holds for all of them.
    fn json(&self, builder: &Builder<'_>, languages: &Languages) -> Vec<u8> {
        let site = &builder.index.directory.site;
        let mut whole = Record::default();
        whole.set("title", record::text(&site.title, languages));
        whole.set("url", builder.base.absolute(""));
        whole.set("licence", site.licence.as_deref());
        let tags = languages.iter().map(|(_, tag)| tag.as_str());
        whole.set("languages", tags.collect::<serde_json::Value>());
        whole.set("time_zone", site.time_zone.name());
        let set = Envelope { head: whole, name: self.name, records: &self.records };
        pretty(&set)
    }
}

/// A head and, last, the records.
struct Envelope<'r> {
    head: Record,
    name: &'static str,
    records: &'r [Record],
}

impl Serialize for Envelope<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.head.iter() {
            map.serialize_entry(field, value)?;
        }
        map.serialize_entry(self.name, self.records)?;
        map.end()
    }
}

fn csv(records: &[Record], columns: &[FileColumn]) -> Vec<u8> {
    let mut table = Table::new(columns.iter().map(|column| column.name.clone()));
    for record in records {
        table.row(columns.iter().map(|column| column.cell(record)));
    }
    table.into_bytes()
}

/// JSON (RFC 8259) for reading and comparing: indented, with a line's end at the end.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    // Strings and numbers only: nothing here cannot be written.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
