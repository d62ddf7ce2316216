//! Where lines, keys and items begin and end in a text that is being changed.

use std::ops::Range;

use crate::source::Span;
use crate::syntax::{Key, Node};

/// A text and the end of its lines.
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    /// What this text ends its lines with.
    pub(super) end: &'static str,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, end: if text.contains("\r\n") { "\r\n" } else { "\n" } }
    }

    /// Whether a collection is written between brackets.
    pub(super) fn opens_with(&self, span: Span, bracket: u8) -> bool {
        self.text.as_bytes().get(span.start as usize) == Some(&bracket)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    }

    /// Whether only blanks stand before a byte in its line.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let line = self.line_start(at);
        self.text.get(line..at).is_some_and(|before| before.trim().is_empty())
    }

    /// What further lines begin with so that they stand under byte `at`; nothing where that is not
    /// plain, as after a tab.
    pub(super) fn indent(&self, at: usize) -> Option<String> {
        let before = self.text.get(self.line_start(at)..at)?;
        let plain = before.chars().all(|c| c == ' ' || c == '-');
        plain.then(|| " ".repeat(before.len()))
    }

    /// Just past the colon of a key.
    pub(super) fn after_colon(&self, key: &Key) -> usize {
        let end = key.span.end as usize;
        let rest = self.text.get(end..).unwrap_or_default();
        rest.find(':').map_or(end, |at| end + at + 1)
    }

    /// A key and its value, from first to last byte.
    pub(super) fn entry(&self, key: &Key, value: &Node) -> Range<usize> {
        key.span.start as usize..self.after_colon(key).max(self.value_end(value))
    }

    /// Just past a value. A value that is not written has no place that can be relied on.
    pub(super) fn value_end(&self, value: &Node) -> usize {
        let range = value.span.range();
        let written = self.text.get(range.clone()).unwrap_or_default();
        if value.is_null() && written.is_empty() {
            0
        } else {
            range.start + written.trim_end().len()
        }
    }

    /// The dash before an item in block style; nothing where the item is not written.
    pub(super) fn dash(&self, item: &Node) -> Option<usize> {
        let before = self.text.get(..item.span.start as usize)?.trim_end();
        let unwritten = item.is_null() && item.span.start == item.span.end;
        (!unwritten && before.ends_with('-')).then(|| before.len() - 1)
    }

    /// The whole lines of a piece that begins its line.
    pub(super) fn whole(&self, piece: &Range<usize>) -> Range<usize> {
        self.line_start(piece.start)..self.after_line(piece.end).0
    }

    /// The beginning of the line after byte `at`, and whether the line of `at` is closed.
    pub(super) fn after_line(&self, at: usize) -> (usize, bool) {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.find('\n').map_or((self.text.len(), false), |end| (at + end + 1, true))
    }
}
