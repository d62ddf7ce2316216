//! Text as it stands on disk, and where each thing stands in it.
//!
//! In: bytes and the path an editor knows them by. Out: [`Sources`], an arena of normalised
//! UTF-8 texts, and [`Span`]s into them. Promise: a span taken from a file always slices that
//! file's text on character boundaries.

mod lines;
mod walk;

use std::sync::Arc;

pub use lines::{LineColumn, LineIndex};
pub use walk::{Found, FoundKind, WalkProblem, Walked, walk};

/// Names one file of a [`Sources`] arena.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A stretch of one file: byte offsets, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file it stands in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of `file` from byte `start` up to `end`. Files of 4 GiB are refused before this.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: narrow(start), end: narrow(end) }
    }

    /// The very beginning of `file`, for findings about a file as a whole.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The byte range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// One text file, or one cell of a sheet.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the site's root, with `/` on every system: what messages print.
    pub path: String,
    /// The text, without a byte-order mark. Line ends are as in the file.
    pub text: String,
    /// Where in the sheet at `path` the text stands; nothing where it is the whole file.
    pub cell: Option<SheetCell>,
}

/// The place of a cell, as spreadsheet programs count: both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetCell {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// As spreadsheet programs write it: `F12`.
impl std::fmt::Display for SheetCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut letters = Vec::new();
        let mut left = self.column;
        while left > 0 {
            left -= 1;
            letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
            left /= 26;
        }
        let letters: String = letters.iter().rev().collect();
        write!(f, "{letters}{}", self.row)
    }
}

/// Every text file that one run has read, in the order it was read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Arc<SourceFile>>,
}

impl Sources {
    /// Takes a file in and names it.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(SourceFile { path: path.into(), text: text.into(), cell: None })
    }

    /// Takes in a cell of the sheet at `path` and names it.
    pub fn add_cell(
        &mut self,
        path: impl Into<String>,
        cell: SheetCell,
        text: impl Into<String>,
    ) -> FileId {
        self.push(SourceFile { path: path.into(), text: text.into(), cell: Some(cell) })
    }

    fn push(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Arc::new(file));
        id
    }

    /// The file of that name. Ids come only from [`Sources::add`] of the same arena.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Every file in the order it was read.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0_u32..).map(FileId).zip(self.files.iter().map(AsRef::as_ref))
    }

    /// The file of that path, as messages print it.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let place = self.files.iter().position(|file| file.path == path)?;
        u32::try_from(place).ok().map(FileId)
    }

    /// The same files, one of them with another text. Spans of the others stay right.
    #[must_use]
    pub fn with_text(&self, id: FileId, text: String) -> Self {
        let mut files = self.files.clone();
        if let Some(file) = files.get_mut(id.0 as usize) {
            *file = Arc::new(SourceFile { path: file.path.clone(), text, cell: None });
        }
        Self { files }
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or_default()
    }

    /// Line and column of a span's start, counted from 1, columns in characters. It counts all lines of
    /// the file each time: whoever asks for many places makes a [`LineIndex`].
    #[cfg(test)]
    pub(crate) fn position(&self, span: Span) -> LineColumn {
        LineIndex::new(&self.get(span.file).text).position(span.start as usize)
    }
}
