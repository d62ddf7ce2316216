//! The map, the network in numbers, open data.

use serde::Serialize;

use super::frame::{Link, Words};
use super::list::{Card, Figure};
use super::ready::Ready;

/// The map.
#[derive(Debug, Serialize)]
pub struct MapView {
    /// The drawing as safe SVG with linked pins; none where no space has a location.
    pub drawing: Option<String>,
    /// Spaces with a location, in the order of the pins' numbers.
    pub pins: Vec<Ready<Card>>,
    /// Of very many spaces: their districts, with counts, in place of the pins' list.
    pub groups: Vec<Link>,
    /// Spaces without one.
    pub others: Vec<Ready<Card>>,
    /// Where all spaces are, if they are too many to stand here.
    pub all: Option<Link>,
    /// The server of a finer map, asked only by those who agree.
    pub tiles: Option<TilesView>,
}

/// A map of tiles.
#[derive(Debug, Serialize)]
pub struct TilesView {
    /// The addresses of tiles.
    pub template: String,
    /// Whose they are: what the citizen agrees to.
    pub host: String,
    /// Who made them.
    pub attribution: Option<Words>,
}

/// The network in numbers.
#[derive(Debug, Serialize)]
pub struct ProgressView {
    /// The figures at the top.
    pub figures: Vec<Figure>,
    /// The charts.
    pub charts: Vec<ChartView>,
    /// Where the same figures stand for machines.
    pub json_url: String,
    /// Where the same figures stand for spreadsheets.
    pub csv_url: String,
}

/// A chart and its table in one.
#[derive(Debug, Serialize)]
pub struct ChartView {
    /// An anchor, without `#`.
    pub anchor: &'static str,
    /// What is counted: the heading.
    pub heading: String,
    /// The same in a sentence: the caption.
    pub caption: String,
    /// What the bars are: the first column's head.
    pub column: String,
    /// `space`, `event`, `partner` or none.
    pub class: Option<&'static str>,
    /// The bars.
    pub bars: Vec<BarView>,
}

/// A bar.
#[derive(Debug, Serialize)]
pub struct BarView {
    /// What it stands for.
    pub label: Words,
    /// The count, formatted.
    pub count: String,
    /// Length in per cent of the longest, with one decimal: "64.1".
    pub percent: String,
}

/// What can be downloaded.
#[derive(Debug, Serialize)]
pub struct OpenDataView {
    /// The data sets, in order.
    pub sets: Vec<DataSetView>,
    /// Absolute address of the file that the example reads.
    pub example: String,
}

/// A data set.
#[derive(Debug, Serialize)]
pub struct DataSetView {
    /// An anchor, without `#`.
    pub anchor: &'static str,
    /// What it is called.
    pub heading: String,
    /// What it is.
    pub text: String,
    /// How many records it has, formatted.
    pub rows: String,
    /// Its files.
    pub files: Vec<DataFileView>,
    /// The columns of its table; empty where it is no table.
    pub fields: Vec<FieldView>,
}

/// A file to download.
#[derive(Debug, Serialize)]
pub struct DataFileView {
    /// Its address.
    pub url: String,
    /// Its name.
    pub name: String,
    /// `CSV`, `JSON` or `GeoJSON`.
    pub format: &'static str,
    /// Its size, formatted.
    pub size: String,
}

/// A field of a table.
#[derive(Debug, Serialize)]
pub struct FieldView {
    /// Its columns: one for each language where it is translated.
    pub names: Vec<String>,
    /// What it holds, in a word.
    pub kind: String,
    /// What it means.
    pub meaning: String,
}
