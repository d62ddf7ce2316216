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

/// Hands over every file of the open data, each as soon as it is made, and says what there is to say
/// of them. Fails where `put` does.
pub fn open_data<E>(
    builder: &Builder<'_>,
    mut put: impl FnMut(String, Vec<u8>) -> Result<(), E>,
) -> Result<Catalogue, E> {
    let languages = &builder.index.directory.site.languages;
    let mut hand_over = |files: &mut Vec<DataFile>, (path, bytes): File| {
        files.push(DataFile { path: path.clone(), size: bytes.len() });
        put(path, bytes)
    };
    let mut catalogue = Vec::new();
    let mut sets: Vec<Set> = Vec::new();
    let kinds = EntryKind::ALL.iter().map(|kind| of_kind(builder, *kind));
    for (set, records) in kinds.chain([vocabulary::set(builder)]) {
        let rows = records.len();
        let mut files = Vec::new();
        for file in set.files(builder, records) {
            hand_over(&mut files, file)?;
        }
        if set.name == EntryKind::Space.as_str() {
            hand_over(&mut files, geojson::file(builder, &set))?;
        }
        let field = |column: &Column| Field {
            name: column.name,
            names: columns::in_files(&[*column], languages).into_iter().map(|it| it.name).collect(),
            kind: column.kind.name(),
        };
        let fields = set.columns.iter().map(field).collect();
        catalogue.push(DataSet { name: set.name, rows, files, fields });
        sets.push(set);
    }
    let entries = catalogue[..EntryKind::ALL.len()].iter().map(|set| set.rows).sum();
    let package = package::file(builder, &sets, catalogue.iter().flat_map(|set| &set.files));
    let mut further = |name, rows, of: &mut dyn Iterator<Item = File>| {
        let mut files = Vec::new();
        for file in of {
            hand_over(&mut files, file)?;
        }
        catalogue.push(DataSet { name, rows, files, fields: Vec::new() });
        Ok(())
    };
    further("hsds", entries, &mut hsds::files(builder))?;
    let schemas = schema::files();
    further("schema", schemas.len(), &mut schemas.into_iter())?;
    further("package", sets.len(), &mut std::iter::once(package))?;
    Ok(Catalogue { sets: catalogue })
}

/// A file: its path below the root, and its bytes.
type File = (String, Vec<u8>);

/// One kind of record: its name and columns.
struct Set {
    /// The name of its files.
    name: &'static str,
    columns: Vec<Column>,
}

/// The records of a set, each made when it is asked for.
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
    /// The records as a table and as JSON, in one pass over them.
    fn files(&self, builder: &Builder<'_>, records: Records<'_>) -> [File; 2] {
        let site = &builder.index.directory.site;
        let columns = columns::in_files(&self.columns, &site.languages);
        let mut table = Table::new(columns.iter().map(|column| column.name.clone()));
        let told = records.inspect(|record| {
            table.row(columns.iter().map(|column| column.cell(record)));
        });
        let head = head(builder, &site.languages);
        let json = pretty(&Envelope { head, name: self.name, records: Made::of(told) });
        let path = |extension: &str| format!("data/{}.{extension}", self.name);
        [(path("csv"), table.into_bytes()), (path("json"), json)]
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

/// A head and, last, the records.
struct Envelope<R> {
    head: Record,
    name: &'static str,
    records: Made<R>,
}

impl<R: Iterator<Item = Record>> Serialize for Envelope<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.head.iter() {
            map.serialize_entry(field, value)?;
        }
        map.serialize_entry(self.name, &self.records)?;
        map.end()
    }
}

/// A list whose items are made as they are written: all of them at once take more room than the file
/// that is made of them. It can be written once.
struct Made<I>(RefCell<I>);

impl<I> Made<I> {
    fn of(items: I) -> Self {
        Self(RefCell::new(items))
    }
}

impl<I: Iterator<Item: Serialize>> Serialize for Made<I> {
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
