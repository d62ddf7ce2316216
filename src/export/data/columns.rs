//! The columns of the tables: one list for the CSV files, the properties of the map, the Data
//! Package and the page that explains them.

use serde_json::Value;

use super::record::Record;
use crate::export::table::Cell;
use crate::language::Languages;
use crate::model::EntryKind;

/// What a column holds, in the words of Frictionless Table Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text that is the same in every language.
    Text,
    /// Text in each language: a column each, `name_th`, `name_en`.
    Translated,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// Yes or no.
    Boolean,
    /// A day (ISO 8601).
    Date,
    /// Several values with `|` between them.
    List,
}

impl Kind {
    /// The type's name in Table Schema.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text | Self::Translated | Self::List => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
        }
    }
}

/// A column: its name, where its value stands in the record, what it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    path: &'static str,
    pub(super) kind: Kind,
}

const fn column(name: &'static str, path: &'static str, kind: Kind) -> Column {
    Column { name, path, kind }
}

use Kind::{Boolean, Date, Integer, List, Number, Text, Translated};

const OPENING: &[Column] = &[
    column("slug", "slug", Text),
    column("name", "name", Translated),
    column("kind", "kind", Text),
];

const PARTNER: &[Column] = &[
    column("status", "status", Text),
    column("abbreviation", "abbreviation", Translated),
    column("roles", "roles", List),
    column("joined", "joined", Date),
    column("address", "address/line", Translated),
    column("subdistrict", "address/subdistrict", Translated),
    column("district", "address/district", Text),
    column("province", "address/province", Translated),
    column("postcode", "address/postcode", Text),
    column("latitude", "location/latitude", Number),
    column("longitude", "location/longitude", Number),
];

const SPACE: &[Column] = &[
    column("status", "status", Text),
    column("partners", "partners", List),
    column("part_of", "part_of", Text),
    column("address", "address/line", Translated),
    column("subdistrict", "address/subdistrict", Translated),
    column("district", "district", Text),
    column("province", "address/province", Translated),
    column("postcode", "address/postcode", Text),
    column("latitude", "location/latitude", Number),
    column("longitude", "location/longitude", Number),
    column("online", "online", Boolean),
    column("hours", "hours", Text),
    column("hours_note", "hours_note", Translated),
    column("fee", "fee/kind", Text),
    column("audiences", "audiences", List),
    column("ages_from", "ages/from", Integer),
    column("ages_to", "ages/to", Integer),
    column("booking_required", "booking/required", Boolean),
    column("booking_url", "booking/url", Text),
    column("booking_phone", "booking/phone", List),
    column("access_wheelchair", "access/wheelchair", Text),
    column("access_step_free", "access/step-free", Text),
    column("access_toilet", "access/toilet", Text),
    column("access_parking", "access/parking", Text),
    column("access_hearing_loop", "access/hearing-loop", Text),
    column("access_sign_language", "access/sign-language", Text),
    column("access_braille", "access/braille", Text),
    column("access_quiet_room", "access/quiet-room", Text),
    column("amenities", "amenities", List),
    column("capacity", "capacity", Integer),
    column("languages", "languages", List),
    column("transport", "transport", Translated),
];

const EVENT: &[Column] = &[
    column("event_status", "event_status", Text),
    column("starts", "starts", Text),
    column("ends", "ends", Text),
    column("repeats", "repeats", Text),
    column("except", "except", List),
    column("also", "also", List),
    column("previous_start", "previous_start", Text),
    column("space", "space", Text),
    column("place", "place/name", Translated),
    column("address", "place/address/line", Translated),
    column("subdistrict", "place/address/subdistrict", Translated),
    column("district", "place/address/district", Text),
    column("province", "place/address/province", Translated),
    column("postcode", "place/address/postcode", Text),
    column("latitude", "place/location/latitude", Number),
    column("longitude", "place/location/longitude", Number),
    column("online_url", "online_url", Text),
    column("partners", "partners", List),
    column("fee", "fee/kind", Text),
    column("audiences", "audiences", List),
    column("ages_from", "ages/from", Integer),
    column("ages_to", "ages/to", Integer),
    column("languages", "languages", List),
    column("registration_url", "registration/url", Text),
    column("registration_phone", "registration/phone", List),
    column("registration_opens", "registration/opens", Text),
    column("registration_closes", "registration/closes", Text),
    column("seats", "registration/seats", Integer),
];

const CLOSING: &[Column] = &[
    column("summary", "summary", Translated),
    column("aliases", "aliases", List),
    column("phone", "contact/phone", List),
    column("email", "contact/email", Text),
    column("website", "contact/website", Text),
    column("line", "contact/line", Text),
    column("facebook", "contact/facebook", Text),
    column("contact_person", "contact/person", Translated),
    column("themes", "themes", List),
    column("building_blocks", "building_blocks", List),
    column("sdgs", "sdgs", List),
    column("image", "image/url", Text),
    column("verified_on", "verified/on", Date),
    column("verified_method", "verified/method", Text),
    column("url", "url", Translated),
];

/// The columns of a word of the vocabulary.
pub(super) const TERM: &[Column] = &[
    column("part", "part", Text),
    column("id", "id", Text),
    column("label", "label", Translated),
    column("summary", "summary", Translated),
    column("schema", "schema", Text),
    column("sdgs", "sdgs", List),
];

/// The columns of a kind of entry, in order.
pub(super) fn of(kind: EntryKind) -> Vec<Column> {
    let own = match kind {
        EntryKind::Partner => PARTNER,
        EntryKind::Space => SPACE,
        EntryKind::Event => EVENT,
    };
    [OPENING, own, CLOSING].concat()
}

/// A column of a file: a translated one is one of these for each language.
#[derive(Debug)]
pub(super) struct FileColumn {
    /// Its name, `name_th`.
    pub(super) name: String,
    pub(super) column: Column,
    /// The language of a translated one.
    pub(super) language: Option<String>,
}

/// The columns of the files.
pub(super) fn in_files(columns: &[Column], languages: &Languages) -> Vec<FileColumn> {
    let mut all = Vec::new();
    for column in columns {
        if column.kind != Kind::Translated {
            all.push(FileColumn { name: column.name.to_owned(), column: *column, language: None });
            continue;
        }
        all.extend(languages.iter().map(|(_, tag)| FileColumn {
            name: format!("{}_{}", column.name, tag.as_str().replace('-', "_").to_lowercase()),
            column: *column,
            language: Some(tag.to_string()),
        }));
    }
    all
}

impl FileColumn {
    /// The value in a record.
    pub(super) fn value<'r>(&self, record: &'r Record) -> Option<&'r Value> {
        let value = record.get(self.column.path)?;
        match &self.language {
            Some(language) => value.get(language),
            None => Some(value),
        }
    }

    /// The value as a cell.
    pub(super) fn cell(&self, record: &Record) -> Cell {
        let text = self.value(record).map(plain).unwrap_or_default();
        match self.column.kind {
            Integer | Number | Boolean | Date => Cell::Exact(text),
            Text | Translated | List => Cell::Text(text),
        }
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}
