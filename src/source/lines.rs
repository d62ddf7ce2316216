//! Byte offsets to lines and columns.
//!
//! Columns count characters (Unicode scalar values) from 1, as editors with Thai text show them
//! and as the content format promises; CRLF ends a line once, and a lone CR ends none.

/// A place as people name it, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// A line may have megabytes and thousands of places that are asked for: characters are counted once in
/// each block of so many bytes.
const BLOCK: usize = 4096;

/// Where each line of one text begins.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// How many characters begin before each block.
    before: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            *sum += beginning(block);
            Some(*sum)
        });
        let before = std::iter::once(0).chain(blocks).collect();
        Self { text, starts, before }
    }

    /// The place of a byte offset; past the end is the end.
    pub fn position(&self, offset: usize) -> LineColumn {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let begun = if self.text.is_char_boundary(offset) {
            self.characters(offset) - self.characters(start)
        } else {
            0
        };
        LineColumn { line, column: begun + 1 }
    }

    /// How many characters begin before an offset.
    fn characters(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.before[block] + beginning(&self.text.as_bytes()[block * BLOCK..offset])
    }

    /// The text of a line, counted from 1, without its line end; empty if there is none.
    pub fn line(&self, line: usize) -> &'t str {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return "";
        };
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }
}

/// How many characters begin in a part of a text: bytes that go on with one are 0b10…… in UTF-8.
fn beginning(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_far_in_a_long_line_is_counted_right() {
        let text = format!("a\n{}\n{}", "ขอนแก่น ".repeat(1_000), "x".repeat(3 * BLOCK));
        let index = LineIndex::new(&text);
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for at in ends.step_by(61) {
            let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
            let column = text[start..at].chars().count() + 1;
            assert_eq!(index.position(at).column, column, "{at}");
        }
        assert_eq!(LineIndex::new("").position(0), LineColumn { line: 1, column: 1 });
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "name: ขอนแก่น\r\nkind: library\n";
        let index = LineIndex::new(text);
        let kaen = text.find('แ').expect("the letter is there");
        assert_eq!(index.position(kaen), LineColumn { line: 1, column: 10 });
        let kind = text.find("library").expect("the word is there");
        assert_eq!(index.position(kind), LineColumn { line: 2, column: 7 });
        assert_eq!(index.line(1), "name: ขอนแก่น");
        assert_eq!(index.line(2), "kind: library");
    }

    #[test]
    fn the_end_and_beyond_are_the_last_line() {
        let index = LineIndex::new("a\nb");
        assert_eq!(index.position(3), LineColumn { line: 2, column: 2 });
        assert_eq!(index.position(99), LineColumn { line: 2, column: 2 });
        assert_eq!(index.line(0), "");
        assert_eq!(index.line(9), "");
    }
}
