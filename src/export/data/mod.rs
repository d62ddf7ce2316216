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

use rayon::prelude::*;
use serde::ser::{Serialize, SerializeMap, Serializer};

use self::columns::Column;
use self::entries::Source;
use self::record::Record;
use super::table::Table;
use crate::language::Languages;
use crate::model::EntryKind;
use crate::page::{Builder, Catalogue, DataFile, DataSet, Field};

/// Hands over every file of the open data, each as soon as it is made and on several threads, and says
/// what there is to say of them. Fails where `put` does.
pub fn open_data<E: Send>(
    builder: &Builder<'_>,
    put: &(impl Fn(String, Vec<u8>) -> Result<(), E> + Sync),
) -> Result<Catalogue, E> {
    let hand_over = |(path, bytes): File| {
        let file = DataFile { path: path.clone(), size: bytes.len() };
        put(path, bytes).map(|()| file)
    };
    let subjects = Subject::ALL.into_par_iter();
    let sets = subjects.map(|subject| subject.publish(builder, &hand_over));
    let (sets, hsds) = rayon::join(
        || sets.collect::<Result<Vec<_>, _>>(),
        || hsds::files(builder).map(hand_over).collect::<Result<Vec<_>, _>>(),
    );
    let (sets, mut catalogue): (Vec<Set>, Vec<DataSet>) = sets?.into_iter().unzip();
    let hsds = hsds?;
    let entries = catalogue[..EntryKind::ALL.len()].iter().map(|set| set.rows).sum();
    let package = package::file(builder, &sets, catalogue.iter().flat_map(|set| &set.files));
    let schemas: Vec<DataFile> =
        schema::files().into_iter().map(hand_over).collect::<Result<_, _>>()?;
    let untold = |name, rows, files| DataSet { name, rows, files, fields: Vec::new() };
    catalogue.extend([
        untold("hsds", entries, hsds),
        untold("schema", schemas.len(), schemas),
        untold("package", sets.len(), vec![hand_over(package)?]),
    ]);
    Ok(Catalogue { sets: catalogue })
}

/// About how many bytes the facts of a record take.
const FACTS: usize = 4096;

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

/// What there is a set of, in the order in which they are told of.
#[derive(Clone, Copy)]
enum Subject {
    Entries(EntryKind),
    Vocabulary,
}

impl Subject {
    const ALL: [Self; 4] = [
        Self::Entries(EntryKind::ALL[0]),
        Self::Entries(EntryKind::ALL[1]),
        Self::Entries(EntryKind::ALL[2]),
        Self::Vocabulary,
    ];

    fn set(self) -> Set {
        match self {
            Self::Entries(kind) => Set { name: kind.as_str(), columns: columns::of(kind) },
            Self::Vocabulary => Set { name: "vocabulary", columns: columns::TERM.to_vec() },
        }
    }

    fn records<'b>(self, builder: &'b Builder<'_>) -> Records<'b> {
        let source = Source { builder };
        let directory = &builder.index.directory;
        match self {
            Self::Vocabulary => vocabulary::records(builder),
            Self::Entries(EntryKind::Partner) => {
                Box::new(directory.partners.values().map(move |it| source.partner(it)))
            }
            Self::Entries(EntryKind::Space) => {
                Box::new(directory.spaces.values().map(move |it| source.space(it)))
            }
            Self::Entries(EntryKind::Event) => {
                Box::new(directory.events.values().map(move |it| source.event(it)))
            }
        }
    }

    /// About how many bytes the records take as JSON.
    fn room(self, builder: &Builder<'_>, rows: usize) -> usize {
        let Self::Entries(kind) = self else { return 0 };
        let entries = builder.index.directory.entries().filter(|entry| entry.kind == kind);
        let proses = entries.flat_map(|entry| entry.prose.iter());
        let proses = proses.map(|(_, prose)| prose.text(builder.sources).len());
        proses.sum::<usize>() + rows * FACTS
    }

    /// Hands over the files of the set.
    fn publish<E: Send>(
        self,
        builder: &Builder<'_>,
        hand_over: &(impl Fn(File) -> Result<DataFile, E> + Sync),
    ) -> Result<(Set, DataSet), E> {
        let set = self.set();
        let records = || self.records(builder);
        let rows = records().len();
        let has_places = matches!(self, Self::Entries(EntryKind::Space));
        // The map has records of its own: they would have to be kept all at once otherwise.
        let (files, map) = rayon::join(
            || {
                let files = set.files(builder, records(), self.room(builder, rows));
                files.into_iter().map(hand_over).collect::<Result<_, _>>()
            },
            || has_places.then(|| hand_over(geojson::file(builder, &set, records()))).transpose(),
        );
        let mut files: Vec<DataFile> = files?;
        files.extend(map?);
        let languages = &builder.index.directory.site.languages;
        let field = |column: &Column| Field {
            name: column.name,
            names: columns::in_files(&[*column], languages).into_iter().map(|it| it.name).collect(),
            kind: column.kind.name(),
        };
        let fields = set.columns.iter().map(field).collect();
        let told = DataSet { name: set.name, rows, files, fields };
        Ok((set, told))
    }
}

impl Set {
    /// The records as a table and as JSON, in one pass over them.
    fn files(&self, builder: &Builder<'_>, records: Records<'_>, room: usize) -> [File; 2] {
        let site = &builder.index.directory.site;
        let columns = columns::in_files(&self.columns, &site.languages);
        let mut table = Table::new(columns.iter().map(|column| column.name.clone()));
        let told = records.inspect(|record| {
            table.row(columns.iter().map(|column| column.cell(record)));
        });
        let head = head(builder, &site.languages);
        let envelope = Envelope { head, name: self.name, records: Made::of(told) };
        let json = pretty_in(Vec::with_capacity(room), &envelope);
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
    pretty_in(Vec::new(), value)
}

/// The same, in room that there is already: a list of every prose would be copied again and again as it
/// grows, and stand in memory twice.
fn pretty_in(mut bytes: Vec<u8>, value: &impl Serialize) -> Vec<u8> {
    // Strings and numbers only, into memory: nothing here cannot be written.
    let _ = serde_json::to_writer_pretty(&mut bytes, value);
    bytes.push(b'\n');
    bytes
}
