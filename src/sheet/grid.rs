//! A sheet as rows of cells, whatever file it came from.

use std::collections::BTreeMap;

use super::columns::numbers;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// A day or a moment, as days since the beginning of 1900.
    Moment(f64),
    /// What a formula came to that could not be reckoned, as the program shows it.
    Broken(String),
}

impl Cell {
    /// The cell as the program shows it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Broken(text) => text.clone(),
            Self::Number(number) | Self::Moment(number) => number.to_string(),
            Self::Truth(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// The first row of a sheet: the names of its columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// The number of the row.
    pub(super) row: usize,
    /// What stands at the top of each column.
    pub(super) names: Vec<String>,
    /// Where each name stands first, counted from 0.
    places: BTreeMap<String, usize>,
    widths: BTreeMap<String, usize>,
}

impl Header {
    /// Where the first column of that name stands, counted from 0.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// How many records of a list there are columns for.
    pub(super) fn records(&self, list: &str) -> usize {
        self.widths.get(list).copied().unwrap_or_default()
    }
}

/// How many records of each list the columns of these names speak of.
pub(super) fn widths<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<String, usize> {
    let mut widths = BTreeMap::new();
    for (list, number) in names.flat_map(numbers) {
        let width = widths.entry(list).or_insert(number);
        *width = number.max(*width);
    }
    widths
}

/// The rows of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Rows that hold something, each with its number as the program counts them, from 1.
    rows: Vec<(usize, Vec<Cell>)>,
}

impl Grid {
    /// Takes in rows from the top; those with nothing in them are passed over.
    pub(super) fn new(rows: impl Iterator<Item = Vec<Cell>>) -> Self {
        let rows = (1..).zip(rows);
        Self { rows: rows.filter(|(_, row)| !row.iter().all(Cell::is_empty)).collect() }
    }

    /// The names at the top of the columns.
    pub(super) fn header(&self) -> Header {
        let Some((row, cells)) = self.rows.first() else { return Header::default() };
        let names: Vec<String> = cells.iter().map(|cell| cell.shown().trim().to_owned()).collect();
        let mut places = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            places.entry(name.clone()).or_insert(at);
        }
        let widths = widths(names.iter().map(String::as_str));
        Header { row: *row, names, places, widths }
    }

    /// The rows below the names.
    pub(super) fn rows(&self) -> impl Iterator<Item = &(usize, Vec<Cell>)> {
        self.rows.iter().skip(1)
    }
}
