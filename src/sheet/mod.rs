//! The entries of a kind as a sheet: out of the content, and back into its files.
//!
//! In, on the way out: the site. Out: CSV or a workbook, a row an entry, a column a field
//! (`columns`: what fits into a cell is decided by the schema). In, on the way back: such a file,
//! changed by people and by programs with habits (`habits`). Out: a [`Plan`] of what would change
//! in which file, checked on a copy of the whole content. Promise: a sheet that was not changed
//! changes no byte; one that was changes those values and nothing beside them, prose and comments
//! least of all; either all of a plan is written or nothing.

mod cells;
mod columns;
mod csv;
mod draft;
mod files;
mod grid;
mod habits;
mod home;
mod limits;
mod plan;
mod spelling;
mod trial;
mod workbook;
mod write;

#[cfg(test)]
mod tests;

pub use columns::Column;
pub use grid::Grid;
pub use home::Homes;
pub use plan::{Change, FieldChange, FileChange, Plan, Sheet, plan};
pub use write::{WriteFault, write};

use self::cells::Cells;
use self::columns::{Extent, SLUG};
use crate::diagnostic::Problem;
use crate::history::Stretch;
use crate::language::Languages;
use crate::model::EntryKind;
use crate::source::Sources;

/// What kind of file a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A workbook of a spreadsheet program.
    Workbook,
}

impl Format {
    /// The format that a file's name tells; what is no workbook is text.
    pub fn of(path: &std::path::Path) -> Self {
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        let books = ["xlsx", "xlsm", "xlsb", "xls", "ods"];
        let is_book = books.iter().any(|book| *book == extension);
        if is_book { Self::Workbook } else { Self::Csv }
    }
}

/// A row of an export: what the entry says by column.
type Exported = (String, Cells);

/// The table of all entries of a kind: names of columns, then a row an entry, by slug.
struct Table {
    columns: Vec<Column>,
    rows: Vec<Exported>,
}

/// All entries of a kind as a file, drafts and closed ones too. Text that would need more than one
/// cell stays in its own files: prose is no part of a sheet.
pub fn export(homes: &Homes, kind: EntryKind, format: Format, labels: Labels<'_>) -> Vec<u8> {
    let table = table(homes, kind);
    match format {
        Format::Csv => {
            let header = table.columns.iter().map(|column| column.name.clone()).collect();
            let rows = table
                .rows
                .iter()
                .map(|row| table.columns.iter().map(|column| text_of(row, &column.name)).collect());
            csv::write(std::iter::once(header).chain(rows))
        }
        Format::Workbook => workbook::write(homes, kind, &table, labels),
    }
}

pub use workbook::Labels;

/// Reads the bytes of a sheet.
pub fn read(bytes: &[u8], format: Format) -> Result<Grid, Problem> {
    match format {
        Format::Csv => csv::read(bytes),
        Format::Workbook => workbook::read(bytes),
    }
}

fn text_of((slug, cells): &Exported, column: &str) -> String {
    if column == SLUG {
        return slug.clone();
    }
    cells.get(column).map(|cell| cell.text.clone()).unwrap_or_default()
}

fn table(homes: &Homes, kind: EntryKind) -> Table {
    let schema = home::schema(kind);
    let languages = &homes.languages;
    let mut sources = Sources::default();
    let rows: Vec<Exported> = homes
        .of(kind)
        .filter_map(|(slug, path)| {
            let files = files::EntryFiles::read(&homes.root, path, languages, &mut sources)?;
            Some((slug.to_owned(), files.cells(schema, languages)))
        })
        .collect();
    let names = rows.iter().flat_map(|(_, cells)| cells.keys());
    let widths = grid::widths(names.map(String::as_str));
    // A list that nobody uses yet has columns all the same, so that one can begin to.
    let records = |list: &str| widths.get(list).copied().unwrap_or(1);
    let columns = columns(kind, languages, &records);
    Table { columns, rows }
}

fn columns(kind: EntryKind, languages: &Languages, records: &dyn Fn(&str) -> usize) -> Vec<Column> {
    columns::columns(home::schema(kind), &Extent { languages, records })
}

/// The kind of entry that a sheet is about: the one that knows all of its columns and, of several,
/// the one that knows most of its rows.
pub fn kind_of(grid: &Grid, homes: &Homes) -> Option<EntryKind> {
    let header = grid.header();
    let slug_at = header.place(SLUG)?;
    let known = |kind: &EntryKind| {
        let columns = columns(*kind, &homes.languages, &|list| header.records(list));
        let named = header.names.iter().filter(|name| !name.is_empty());
        named.filter(|name| !columns.iter().any(|column| column.name == **name)).count()
    };
    let rows = |kind: EntryKind| {
        let slugs = grid.rows().filter_map(|(_, cells)| cells.get(slug_at));
        slugs.filter(|cell| homes.path(kind, cell.shown().trim()).is_some()).count()
    };
    // A slip in one name must not keep the others from telling.
    let mut kinds: Vec<_> =
        EntryKind::ALL.iter().map(|kind| (rows(*kind), known(kind), *kind)).collect();
    kinds.sort_by_key(|(rows, unknown, _)| (*unknown, std::cmp::Reverse(*rows)));
    match kinds.as_slice() {
        [(first_rows, first, kind), (second_rows, second, _), ..]
            if first < second || first_rows > second_rows =>
        {
            Some(*kind)
        }
        _ => None,
    }
}

/// Where an entry says what: a column's name, the file and the stretch of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The column that holds it.
    pub column: String,
    /// Relative to the site's root.
    pub path: String,
    /// Where in the file.
    pub stretch: Stretch,
}

/// Where an entry, whose facts stand at `path` below the root, says what it says; prose aside.
pub fn said(
    root: &std::path::Path,
    kind: EntryKind,
    path: &str,
    languages: &Languages,
) -> Vec<Said> {
    let mut sources = Sources::default();
    let Some(files) = files::EntryFiles::read(root, path, languages, &mut sources) else {
        return Vec::new();
    };
    let cells = files.cells(home::schema(kind), languages);
    let place = |(column, cell): (String, cells::Filled)| {
        let source = sources.get(cell.span.file);
        let stretch = Stretch::of(&source.text, cell.span.range());
        Said { column, path: source.path.clone(), stretch }
    };
    cells.into_iter().map(place).collect()
}
