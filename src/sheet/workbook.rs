//! Workbooks of spreadsheet programs: written as `.xlsx` (ECMA-376), read as that or as `.ods`.
//!
//! Written: every cell is text, so that no program makes a date or a number of it; where a field
//! takes few words the cells offer them. Read: the first sheet, as much of it as [`limits`] lets pass.
//! Promise: the same content gives the same bytes.

use std::io::Cursor;

use calamine::{Data, Ods, Reader as _, Xlsx};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, Formula, Note, Workbook, Worksheet,
    XlsxError,
};

use super::csv::unreadable;
use super::grid::{Cell, Grid};
use super::home::Homes;
use super::limits::{self, Kind, told};
use super::{Table, text_of};
use crate::diagnostic::Problem;
use crate::model::EntryKind;
use crate::model::schema::Shape;

/// The widest a column is made, in letters.
const WIDEST: usize = 48;

/// The rows below the last entry that offer words too.
const SPARE_ROWS: usize = 500;

/// The words of a workbook that people read.
#[derive(Clone, Copy)]
pub struct Labels<'a> {
    /// What the sheet of the entries is called.
    pub entries: &'a str,
    /// What the sheet of the choices is called.
    pub choices: &'a str,
    /// What the column of a name is for.
    pub note: &'a dyn Fn(&str) -> Option<String>,
}

/// None: the sheets have technical names.
impl Default for Labels<'_> {
    fn default() -> Self {
        Self { entries: "", choices: "", note: &|_| None }
    }
}

/// The bytes of a workbook with a table.
pub(super) fn write(homes: &Homes, kind: EntryKind, table: &Table, labels: Labels<'_>) -> Vec<u8> {
    // A workbook in memory is refused for more rows or letters than a sheet has, which no
    // directory comes near; an empty file is then refused by every reader.
    made(homes, kind, table, labels).unwrap_or_default()
}

fn made(
    homes: &Homes,
    kind: EntryKind,
    table: &Table,
    labels: Labels<'_>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The clock of the export is none of its content.
    let dated = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&dated);
    let text = Format::new().set_num_format("@").set_text_wrap();
    let head = Format::new().set_num_format("@").set_bold().set_background_color(0x00E8_EEF4_u32);
    let choices = choices(homes, table);

    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(labels.entries, kind.as_str()))?;
    sheet.set_freeze_panes(1, 1)?;
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.set_column_format(at, &text)?;
        sheet.write_string_with_format(0, at, &column.name, &head)?;
        if let Some(note) = (labels.note)(&column.name) {
            sheet.insert_note(0, at, &Note::new(note).add_author_prefix(false))?;
        }
        let mut widest = column.name.chars().count();
        for (row, entry) in (1_u32..).zip(&table.rows) {
            let cell = text_of(entry, &column.name);
            widest = widest.max(cell.chars().count());
            if !cell.is_empty() {
                sheet.write_string_with_format(row, at, &cell, &text)?;
            }
        }
        let width = u16::try_from(widest.min(WIDEST) + 2).unwrap_or(u16::MAX);
        sheet.set_column_width(at, f64::from(width))?;
    }
    offer(sheet, table, &choices, sheet_name(labels.choices, "choices"))?;

    let list = book.add_worksheet();
    list.set_name(sheet_name(labels.choices, "choices"))?;
    for (at, (name, words)) in (0_u16..).zip(&choices) {
        list.write_string_with_format(0, at, name, &head)?;
        for (row, word) in (1_u32..).zip(words) {
            list.write_string_with_format(row, at, word, &text)?;
        }
    }
    book.save_to_buffer()
}

/// A name that a sheet may have: short, without the signs that formulas use.
fn sheet_name<'n>(label: &'n str, otherwise: &'n str) -> &'n str {
    let fits = (1..=31).contains(&label.chars().count())
        && !label.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']);
    if fits { label } else { otherwise }
}

/// Has the cells of a column offer its words; they may still hold others, which `import` tells.
fn offer(
    sheet: &mut Worksheet,
    table: &Table,
    choices: &[(String, Vec<String>)],
    list: &str,
) -> Result<(), XlsxError> {
    let last = u32::try_from(table.rows.len() + SPARE_ROWS).unwrap_or(u32::MAX);
    for (from, (name, words)) in (0_u16..).zip(choices) {
        let Some(at) = table.columns.iter().position(|column| column.name == *name) else {
            continue;
        };
        let letters = crate::source::SheetCell { row: 0, column: usize::from(from) + 1 };
        let letters = letters.to_string();
        let letters = letters.trim_end_matches('0');
        let range = format!("='{list}'!${letters}$2:${letters}${}", words.len() + 1);
        let rule =
            DataValidation::new().allow_list_formula(Formula::new(range)).show_error_message(false);
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        sheet.add_data_validation(1, at, last, at, &rule)?;
    }
    Ok(())
}

/// The words that cells of one word may hold, by column.
fn choices(homes: &Homes, table: &Table) -> Vec<(String, Vec<String>)> {
    let of = |shape: Shape| -> Vec<String> {
        match shape {
            Shape::Word(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Shape::Bool => ["yes", "no"].map(str::to_owned).to_vec(),
            Shape::Id(part) => {
                homes.vocabulary.part(part).keys().map(ToString::to_string).collect()
            }
            Shape::Reference(kind) => homes.of(kind).map(|(slug, _)| slug.to_owned()).collect(),
            _ => Vec::new(),
        }
    };
    let columns = table.columns.iter().map(|column| (column.name.clone(), of(column.shape)));
    columns.filter(|(_, words)| !words.is_empty()).collect()
}

/// Reads the first sheet of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Problem> {
    let rows = match limits::kind(bytes)? {
        Kind::Office => office(bytes)?,
        Kind::OpenDocument => open_document(bytes)?,
    };
    Ok(Grid::new(rows.into_iter()))
}

/// The rows of the first sheet, cell by cell: between two that are far apart there may be more empty
/// ones than memory has room for.
fn office(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, Problem> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(told)?;
    let name = book.sheet_names().first().cloned().ok_or_else(|| unreadable("no sheet"))?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(told)?;
    let (mut rows, mut made) = (Vec::<Vec<Cell>>::new(), 0);
    while let Some(found) = cells.next_cell().map_err(told)? {
        let (row, column) = found.get_position();
        let (row, column) = (row as usize, column as usize);
        let in_row = rows.get(row).map_or(0, Vec::len);
        made += (row + 1).saturating_sub(rows.len()) + (column + 1).saturating_sub(in_row);
        if made > limits::MOST_CELLS {
            return Err(limits::too_large());
        }
        rows.resize_with(rows.len().max(row + 1), Vec::new);
        let row = &mut rows[row];
        row.resize(row.len().max(column + 1), Cell::Empty);
        row[column] = cell(&found.get_value().clone().into());
    }
    Ok(rows)
}

fn open_document(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, Problem> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(told)?;
    let sheet = book.worksheet_range_at(0).ok_or_else(|| unreadable("no sheet"))?;
    let range = sheet.map_err(told)?;
    let (above, before) = range.start().unwrap_or_default();
    let blank = (0..above).map(|_| Vec::new());
    let rows = range.rows().map(|row| {
        let left = (0..before).map(|_| Cell::Empty);
        left.chain(row.iter().map(cell)).collect()
    });
    Ok(blank.chain(rows).collect())
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) if text.trim().is_empty() => Cell::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Cell::Text(text.clone())
        }
        Data::Float(number) => Cell::Number(*number),
        Data::Int(number) => Cell::Text(number.to_string()),
        Data::Bool(truth) => Cell::Truth(*truth),
        Data::DateTime(moment) => Cell::Moment(moment.as_f64()),
        Data::Error(error) => Cell::Broken(error.to_string()),
    }
}
