//! CSV (RFC 4180) as spreadsheet programs write and expect it.
//!
//! Written: UTF-8 with a byte-order mark, commas, lines that end in CR LF. Read: UTF-8 with or
//! without a mark and UTF-16, commas, semicolons or tabs. Promise: no program runs a cell of text
//! as a formula (OWASP, CSV injection), and what keeps it from that is taken off again.

use csv::{ReaderBuilder, Terminator, WriterBuilder};

use super::grid::{Cell, Grid};
use crate::diagnostic::{Code, Problem};

/// Keeps a program from running a cell; one that begins with this itself gets a second.
const GUARD: char = '\'';

/// The bytes of a file with these rows of text.
pub(super) fn write(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing to memory cannot fail, and every row is as long as the first.
        writer.write_record(row.iter().map(|cell| guarded(cell))).unwrap_or_default();
    }
    writer.into_inner().unwrap_or_default()
}

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Problem> {
    let text = decode(bytes)?.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error.to_string()))?;
        // Lines with nothing on them are rows too; the reader passes over those before a record.
        let begin = record.position().and_then(|at| usize::try_from(at.byte()).ok());
        let rest = begin.and_then(|begin| text.get(begin..)).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches('\n').len();
        rows.extend((0..blank).map(|_| Vec::new()));
        rows.push(record.iter().map(cell).collect());
    }
    Ok(Grid::new(rows.into_iter()))
}

/// The finding for a file that is no sheet.
pub(super) fn unreadable(reason: &str) -> Problem {
    Problem::new(Code::SheetUnreadable).text("reason", reason)
}

fn cell(written: &str) -> Cell {
    let errors = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"];
    match written.trim() {
        "" => Cell::Empty,
        error if errors.contains(&error) => Cell::Broken(error.to_owned()),
        _ => Cell::Text(unguarded(written).to_owned()),
    }
}

/// UTF-8 or UTF-16, by its mark or by where its zeros stand.
fn decode(bytes: &[u8]) -> Result<String, Problem> {
    let encoding = || Problem::new(Code::SheetEncoding);
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| encoding())
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        [_, 0, ..] => wide(bytes, u16::from_le_bytes)?,
        [0, _, ..] => wide(bytes, u16::from_be_bytes)?,
        _ => String::from_utf8(bytes.to_vec()).map_err(|_| encoding())?,
    };
    if text.contains('\0') {
        return Err(encoding());
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// What parts the cells: a tab, a semicolon or a comma, whichever the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    // Of several that are as many, the last.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn guarded(cell: &str) -> String {
    if runs(cell) || cell.starts_with(GUARD) { format!("{GUARD}{cell}") } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    let bare = cell.strip_prefix(GUARD).filter(|bare| runs(bare) || bare.starts_with(GUARD));
    bare.unwrap_or(cell)
}

/// Whether a program may take a cell for a formula. Some pass over leading space, and read the wide
/// forms of East Asian typing.
fn runs(cell: &str) -> bool {
    let first = cell.trim_start().chars().next();
    cell.starts_with(['\t', '\r', '\n'])
        || first.is_some_and(|c| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        let grid = read(bytes).unwrap();
        let header = grid.header();
        let shown =
            |(number, row): &(usize, Vec<Cell>)| (*number, row.iter().map(Cell::shown).collect());
        std::iter::once((header.row, header.names)).chain(grid.rows().map(shown)).collect()
    }

    #[test]
    fn any_encoding_and_delimiter_of_the_usual_programs() {
        let wanted = [(1, vec!["slug".to_owned(), "name.th".to_owned()])];
        let wide = |text: &str, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(unit).collect()
        };
        for text in
            ["slug,name.th\r\n", "slug;name.th\n", "\u{feff}slug\tname.th", "\"slug\";name.th"]
        {
            assert_eq!(texts(text.as_bytes()), wanted, "{text:?}");
            assert_eq!(texts(&wide(text, u16::to_le_bytes)), wanted, "{text:?}");
            assert_eq!(texts(&wide(text, u16::to_be_bytes)), wanted, "{text:?}");
        }
        // Windows-874, as a program saves it that was not asked for UTF-8.
        assert_eq!(read(b"slug,\xa1\xa2").unwrap_err().code, Code::SheetEncoding);
    }

    #[test]
    fn rows_are_counted_as_the_program_counts_them() {
        let rows = texts(b"slug,name\n\na,\"x\ny\"\n,\n\nb,z\n");
        let numbers: Vec<usize> = rows.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 3, 6]);
    }

    proptest::proptest! {
        #[test]
        fn no_cell_runs_and_every_cell_comes_back(cell in "['=+@ ก\t\"\n;,-]{0,6}") {
            let guarded = guarded(&cell);
            proptest::prop_assert!(!runs(&guarded));
            proptest::prop_assert_eq!(unguarded(&guarded), cell.as_str());
        }
    }
}
