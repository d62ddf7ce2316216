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

use std::cell::RefCell;

use serde::ser::{Serialize, SerializeMap, Serializer};

use self::columns::Column;
use self::entries::Source;
use self::record::Record;
use super::table::Table;
use crate::language::Languages;
use crate::model::EntryKind;
use crate::page::{Builder, Catalogue, DataFile, DataSet, Field};

/// Every file of the open data, and what there is to say of them.
pub fn open_data(builder: &Builder<'_>) -> (Vec<(String, Vec<u8>)>, Catalogue) {
    let languages = &builder.index.directory.site.languages;
    let mut sets: Vec<Set> = Vec::new();
    let mut files = Vec::new();
    let mut catalogue = Vec::new();
    let kinds = EntryKind::ALL.iter().map(|kind| of_kind(builder, *kind));
    for (set, records) in kinds.chain([vocabulary::set(builder)]) {
        let rows = records.len();
        let of_set = set.files(builder, records);
        catalogue.push(DataSet {
            name: set.name,
            rows,
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
        sets.push(set);
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
    let entries = catalogue[..EntryKind::ALL.len()].iter().map(|set| set.rows).sum();
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

/// One kind of record: its name and columns.
struct Set {
    /// The name of its files.
    name: &'static str,
    columns: Vec<Column>,
}

/// The records of a set, each made when it is asked for: all of them at once take more room than the
/// files that are made of them.
type Records<'r> = Box<dyn ExactSizeIterator<Item = Record> + 'r>;

fn of_kind<'b>(builder: &'b Builder<'_>, kind: EntryKind) -> (Set, Records<'b>) {
    let source = Source { builder };
    let directory = &builder.index.directory;
    let records: Records<'b> = match kind {
        EntryKind::Partner => {
            Box::new(directory.partners.values().map(move |it| source.partner(it)))
        }
        EntryKind::Space => Box::new(directory.spaces.values().map(move |it| source.space(it))),
        EntryKind::Event => Box::new(directory.events.values().map(move |it| source.event(it))),
    };
    (Set { name: kind.as_str(), columns: columns::of(kind) }, records)
}

impl Set {
    /// The records in every form, in one pass over them.
    fn files(&self, builder: &Builder<'_>, records: Records<'_>) -> Vec<(String, Vec<u8>)> {
        let site = &builder.index.directory.site;
        let columns = columns::in_files(&self.columns, &site.languages);
        let is_mapped = self.name == EntryKind::Space.as_str();
        let mut table = Table::new(columns.iter().map(|column| column.name.clone()));
        let mut features = Vec::new();
        let told = records.inspect(|record| {
            table.row(columns.iter().map(|column| column.cell(record)));
            if is_mapped {
                features.extend(geojson::feature(record, &columns));
            }
        });
        let head = head(builder, &site.languages);
        let json = pretty(&Envelope { head, name: self.name, records: RefCell::new(told) });
        let path = |extension: &str| format!("data/{}.{extension}", self.name);
        let mut files = vec![(path("csv"), table.into_bytes()), (path("json"), json)];
        if is_mapped {
            files.push((path("geojson"), geojson::file(&features)));
        }
        files
    }
}

/// What holds for all records of a file.
fn head(builder: &Builder<'_>, languages: &Languages) -> Record {
    let site = &builder.index.directory.site;
    let mut head = Record::default();
    head.set("title", record::text(&site.title, languages));
    head.set("url", builder.base.absolute(""));
    head.set("licence", site.licence.as_deref());
    let tags = languages.iter().map(|(_, tag)| tag.as_str());
    head.set("languages", tags.collect::<serde_json::Value>());
    head.set("time_zone", site.time_zone.name());
    head
}

/// A head and, last, the records, which are made as they are written: it can be written once.
struct Envelope<R> {
    head: Record,
    name: &'static str,
    records: RefCell<R>,
}

impl<R: Iterator<Item = Record>> Serialize for Envelope<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.head.iter() {
            map.serialize_entry(field, value)?;
        }
        map.serialize_entry(self.name, &Rest(&self.records))?;
        map.end()
    }
}

/// What an iterator still holds, as a list.
struct Rest<'r, R>(&'r RefCell<R>);

impl<R: Iterator<Item = Record>> Serialize for Rest<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.borrow_mut().by_ref())
    }
}

/// JSON (RFC 8259) for reading and comparing: indented, with a line's end at the end.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    // Strings and numbers only: nothing here cannot be written.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
