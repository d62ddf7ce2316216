//! How much of a workbook is taken in.
//!
//! In: the bytes of a workbook, which are packed (ZIP) and may name cells that are far apart or
//! repeated: a few thousand bytes can mean a hundred thousand million cells. Out: which kind it is, or
//! a finding. Promise: what is let pass has room in memory.

use std::io::{Cursor, Read, copy, sink};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::csv::unreadable;
use crate::diagnostic::{Argument, Code, Problem};

/// What a workbook may hold, unpacked, in bytes: fifty thousand entries take half of it.
const MOST_BYTES: u64 = 128 << 20;
/// How many cells a sheet may have, the empty ones within its rows too: those entries have nine tenths
/// of as many.
pub(super) const MOST_CELLS: usize = 5_000_000;
/// The sheets of an `.ods` (ODF 1.3, part 2, §2.2.1).
const CONTENT: &str = "content.xml";

/// The kinds of workbook that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ECMA-376: `.xlsx`.
    Office,
    /// ODF: `.ods`.
    OpenDocument,
}

/// The finding for a workbook that holds more than there is room for.
pub(super) fn too_large() -> Problem {
    Problem::new(Code::SheetUnreadable).reason(Argument::Message("reason-sheet-too-large"))
}

/// Which kind of workbook it is, where it is not too large.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Problem> {
    let unknown =
        |_| Problem::new(Code::SheetUnreadable).reason(Argument::Message("reason-sheet-format"));
    let mut book = ZipArchive::new(Cursor::new(bytes)).map_err(unknown)?;
    let mut left = MOST_BYTES;
    for place in 0..book.len() {
        // What is said of a file's size need not be so.
        let mut file = book.by_index(place).map_err(told)?.take(left + 1);
        let unpacked = copy(&mut file, &mut sink()).map_err(told)?;
        left = left.checked_sub(unpacked).ok_or_else(too_large)?;
    }
    let Ok(mut content) = book.by_name(CONTENT) else { return Ok(Kind::Office) };
    let mut text = String::new();
    content.read_to_string(&mut text).map_err(told)?;
    if open_document_cells(&text)? > MOST_CELLS {
        return Err(too_large());
    }
    Ok(Kind::OpenDocument)
}

/// The finding for what the readers of workbooks refuse, in their words.
#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
pub(super) fn told(error: impl ToString) -> Problem {
    unreadable(&error.to_string())
}

/// How many cells the sheets of an `.ods` have at most once all that is repeated stands there.
fn open_document_cells(content: &str) -> Result<usize, Problem> {
    let mut reader = Reader::from_str(content);
    reader.config_mut().expand_empty_elements = true;
    let (mut cells, mut sheet, mut row) = (0_usize, Sheet::default(), Row::default());
    loop {
        let event = reader.read_event().map_err(told)?;
        match &event {
            Event::Eof => return Ok(cells),
            Event::Start(start) => match start.name().as_ref() {
                "table:table-row" => {
                    row = Row { repeated: count(start, "table:number-rows-repeated"), ..row };
                }
                "table:table-cell" | "table:covered-table-cell" => row.add(start),
                _ => {}
            },
            Event::End(end) => match end.name().as_ref() {
                "table:table-row" => sheet.add(std::mem::take(&mut row)),
                "table:table" => {
                    cells = cells.saturating_add(std::mem::take(&mut sheet).cells());
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// A sheet of an `.ods` while it is read.
#[derive(Default)]
struct Sheet {
    rows: usize,
    /// Empty rows that stand between others, should another one come.
    empty: usize,
    widest: usize,
}

impl Sheet {
    fn add(&mut self, row: Row) {
        if row.width == 0 {
            self.empty = self.empty.saturating_add(row.repeated);
            return;
        }
        self.rows = self.rows.saturating_add(self.empty).saturating_add(row.repeated);
        self.empty = 0;
        self.widest = self.widest.max(row.width);
    }

    fn cells(self) -> usize {
        self.rows.saturating_mul(self.widest)
    }
}

/// A row likewise.
#[derive(Clone, Copy, Default)]
struct Row {
    repeated: usize,
    /// As far as its last cell that is not empty.
    width: usize,
    empty: usize,
}

impl Row {
    fn add(&mut self, cell: &BytesStart<'_>) {
        let repeated = count(cell, "table:number-columns-repeated");
        let says = |key: &str| key.starts_with("office:") || key == "table:formula";
        let is_said =
            cell.attributes().with_checks(false).flatten().any(|it| says(it.key.as_ref()));
        if is_said {
            self.width = self.width.saturating_add(self.empty).saturating_add(repeated);
            self.empty = 0;
        } else {
            self.empty = self.empty.saturating_add(repeated);
        }
    }
}

/// What an attribute counts; 1 where it is not there or counts nothing.
fn count(start: &BytesStart<'_>, name: &str) -> usize {
    let said = start.attributes().with_checks(false).flatten().find(|it| it.key.as_ref() == name);
    said.and_then(|said| said.value.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::grid::Cell;
    use super::super::{Format, read};
    use super::*;

    /// A packed file of files.
    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut book = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            book.start_file(*name, SimpleFileOptions::default()).unwrap();
            book.write_all(bytes).unwrap();
        }
        book.finish().unwrap().into_inner()
    }

    fn office(cells: &str) -> Vec<u8> {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        let book = format!(
            "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        let related = format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        );
        let sheet =
            format!("<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData></worksheet>");
        let root = format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        packed(&[
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", related.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    }

    fn open_document(rows: &str) -> Vec<u8> {
        let content = format!(
            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
        packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", manifest.as_bytes()),
            (CONTENT, content.as_bytes()),
        ])
    }

    /// What the first cells of a sheet say, row by row; none where it is too large.
    fn shown(bytes: &[u8]) -> Option<Vec<String>> {
        match read(bytes, Format::Workbook) {
            Ok(grid) => {
                let rows = std::iter::once(grid.header().names.clone());
                let below = grid.rows().map(|(_, row)| row.iter().map(Cell::shown).collect());
                Some(rows.chain(below).map(|row: Vec<String>| row.join("|")).collect())
            }
            Err(problem) if problem == too_large() => None,
            Err(problem) => panic!("{problem:?}"),
        }
    }

    #[test]
    fn cells_far_apart_have_no_room_between_them() {
        let cell = |at: &str, text: &str| {
            format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        };
        let row = |number: usize, cells: &str| format!("<row r=\"{number}\">{cells}</row>");
        let head = row(1, &(cell("A1", "slug") + &cell("C1", "kind")));
        let below = row(1_048_576, &cell("A1048576", "x"));
        assert_eq!(shown(&office(&(head.clone() + &below))).unwrap(), ["slug||kind", "x"]);
        let beyond = "<row r=\"4294967295\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>";
        assert_eq!(shown(&office(&(head + beyond))), None);
        let wide = (1..=400).map(|number| row(number, &cell(&format!("XFD{number}"), "x")));
        assert_eq!(shown(&office(&wide.collect::<Vec<_>>().concat())), None);
    }

    #[test]
    fn what_is_repeated_is_counted_before_it_is_made() {
        let cell = |repeated: usize, value: &str| {
            format!("<table:table-cell table:number-columns-repeated=\"{repeated}\" {value}/>")
        };
        let text = |text: &str| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        let row = |repeated: usize, cells: &str| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>"
            )
        };
        // As LibreOffice ends its rows and sheets.
        let usual = row(1, &(text("slug") + &cell(2, "") + &text("kind") + &cell(16_380, "")))
            + &row(1, &(text("x") + &cell(16_383, "")))
            + &row(1_048_574, &cell(16_384, ""));
        assert_eq!(shown(&open_document(&usual)).unwrap(), ["slug|||kind", "x|||"]);
        let value = "office:value-type=\"float\" office:value=\"1\"";
        for far in [
            row(1_048_576, &cell(16_384, value)),
            row(1, &(cell(16_383, "") + &text("x"))) + &row(1_048_575, &text("x")),
            row(1, &text("x")) + &row(1_048_574, "") + &row(1, &cell(16_384, value)),
        ] {
            assert_eq!(shown(&open_document(&far)), None);
        }
    }

    #[test]
    fn what_is_packed_is_unpacked_no_further_than_there_is_room() {
        let most = usize::try_from(MOST_BYTES).unwrap();
        assert_eq!(kind(&packed(&[("a", &vec![b' '; most + 1])])), Err(too_large()));
        let half = vec![b' '; most / 2];
        assert_eq!(kind(&packed(&[("a", &half), ("b", &half)])), Ok(Kind::Office));
        assert_eq!(kind(&packed(&[("a", &half), ("b", &half), ("c", b" ")])), Err(too_large()));
    }
}
