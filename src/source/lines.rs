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

/// Where each line of one text begins.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The place of a byte offset; past the end is the end.
    pub fn position(&self, offset: usize) -> LineColumn {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        LineColumn { line, column: before.chars().count() + 1 }
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

#[cfg(test)]
mod tests {
    use super::*;

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
