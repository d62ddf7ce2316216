//! Tables for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte-order mark, so that Excel reads
//! its Thai, and lines that end in CR LF.
//!
//! Promise: no spreadsheet runs a cell of text as a formula (OWASP, CSV injection).

use csv::{Terminator, Writer, WriterBuilder};

/// What stands in a cell.
pub(super) enum Cell {
    /// Text that people wrote.
    Text(String),
    /// A number, a date: what this program wrote itself.
    Exact(String),
}

/// A table being filled.
pub(super) struct Table(Writer<Vec<u8>>);

impl Table {
    /// A table with these column names.
    pub(super) fn new(header: impl Iterator<Item = String>) -> Self {
        let writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        let mut table = Self(writer);
        table.row(header.map(Cell::Exact));
        table
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: impl Iterator<Item = Cell>) {
        let cells = cells.map(|cell| match cell {
            Cell::Text(text) => neutral(text),
            Cell::Exact(text) => text,
        });
        // Writing to memory cannot fail, and every row is as long as the header.
        self.0.write_record(cells).unwrap_or_default();
    }

    /// The file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

/// A cell that a spreadsheet would run as a formula gets a mark before it. Spreadsheets also pass
/// over leading space, and read the wide forms of East Asian typing.
fn neutral(cell: String) -> String {
    let first = cell.trim_start().chars().next();
    let runs = cell.starts_with(['\t', '\r', '\n'])
        || first.is_some_and(|c| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(c));
    if runs { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        for (written, safe) in [
            ("=1+1", "'=1+1"),
            (" @SUM(A1)", "' @SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("+66 43", "'+66 43"),
            ("＝1", "'＝1"),
            ("ก=1", "ก=1"),
            ("", ""),
        ] {
            assert_eq!(neutral(written.to_owned()), safe);
        }
    }

    #[test]
    fn a_table_opens_with_its_mark_and_ends_lines_as_the_standard_says() {
        let mut table = Table::new(["a", "b"].map(str::to_owned).into_iter());
        table.row([Cell::Text("ก\"ข".to_owned()), Cell::Exact("-1".to_owned())].into_iter());
        assert_eq!(table.into_bytes(), "\u{feff}a,b\r\n\"ก\"\"ข\",-1\r\n".as_bytes());
    }
}
