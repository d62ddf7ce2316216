//! The page that explains the open data.

use super::speaker::Speaker;
use super::view::{DataFileView, DataSetView, FieldView, OpenDataView};

/// What there is to download.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// In the order in which the page tells of them.
    pub sets: Vec<DataSet>,
}

impl Catalogue {
    /// Nothing, for all who do not tell of it.
    pub const NONE: &Self = &Self { sets: Vec::new() };
}

/// One kind of data, in one or more files.
#[derive(Clone, Debug)]
pub struct DataSet {
    /// The name of its messages.
    pub name: &'static str,
    /// How many records it has.
    pub rows: usize,
    /// Its files.
    pub files: Vec<DataFile>,
    /// The columns of its table; none where it is no table.
    pub fields: Vec<Field>,
}

/// A file of the published tree.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Its path below the root.
    pub path: String,
    /// Its size in bytes.
    pub size: usize,
}

/// A field of a table.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name of its message.
    pub name: &'static str,
    /// The names of its columns: one for each language where it is translated.
    pub names: Vec<String>,
    /// Its type in Frictionless Table Schema.
    pub kind: &'static str,
}

/// The message that says what a field means.
pub(crate) fn field_message(name: &str) -> String {
    format!("field-{}", name.replace('_', "-"))
}

/// The message that names a data set.
pub(crate) fn set_message(name: &str) -> String {
    format!("data-{name}")
}

/// The page.
pub(crate) fn view(speaker: Speaker<'_>, catalogue: &Catalogue) -> OpenDataView {
    let sets = catalogue.sets.iter().map(|set| DataSetView {
        anchor: set.name,
        heading: speaker.t(&set_message(set.name)),
        text: speaker.t(&format!("{}.text", set_message(set.name))),
        rows: speaker.number(set.rows),
        files: set.files.iter().map(|file| self::file(speaker, file)).collect(),
        fields: set
            .fields
            .iter()
            .map(|field| FieldView {
                names: field.names.clone(),
                kind: speaker.t(&format!("field-type-{}", field.kind)),
                meaning: speaker.t(&field_message(field.name)),
            })
            .collect(),
    });
    OpenDataView { sets: sets.collect(), example: speaker.base.absolute("data/spaces.json") }
}

fn file(speaker: Speaker<'_>, file: &DataFile) -> DataFileView {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    DataFileView {
        url: speaker.base.url(&file.path),
        name: name.to_owned(),
        format: format(&file.path),
        size: size(speaker, file.size),
    }
}

fn format(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("csv") => "CSV",
        Some("geojson") => "GeoJSON",
        _ => "JSON",
    }
}

/// A size as people say it: whole kilobytes, or megabytes with one decimal.
fn size(speaker: Speaker<'_>, bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1_000);
    let (message, number) = match kilobytes {
        0..1_000 => ("data-kilobytes", kilobytes.to_string()),
        _ => ("data-megabytes", format!("{}.{}", kilobytes / 1_000, kilobytes % 1_000 / 100)),
    };
    let number = speaker.locale.formats().decimal(&number);
    speaker.say(message, &[("number", super::speaker::text(number))])
}
