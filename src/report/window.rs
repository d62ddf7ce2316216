//! A line cut around a place: prose in Thai is one line a paragraph, thousands of letters long.
//!
//! In: a line, a stretch of it and a width. Out: the part to show, with ellipses. Promise: a letter
//! is never parted from the vowels and tone marks it carries, and the stretch's beginning is shown.

use std::ops::Range;

use icu::segmenter::GraphemeClusterSegmenter;

/// Where a line was cut.
const ELLIPSIS: &str = "…";
/// As many bytes a letter has at most, with all that stands above and below it, if it is one to read.
const BYTES: usize = 12;

/// The part of a line that is shown.
pub(super) struct Window {
    /// The part, with an ellipsis at each end that was cut.
    pub(super) text: String,
    /// The bytes of the line that it holds.
    kept: Range<usize>,
    /// The bytes before them in `text`.
    before: usize,
}

impl Window {
    /// Cuts `line` to `width` letters around `mark`, two thirds of the room behind it.
    pub(super) fn new(line: &str, mark: &Range<usize>, width: usize) -> Self {
        let near = near(line, mark, width);
        let within = |at: usize| at.clamp(near.start, near.end) - near.start;
        let cut = Self::of(&line[near.clone()], &(within(mark.start)..within(mark.end)), width);
        let kept = cut.kept.start + near.start..cut.kept.end + near.start;
        Self::showing(line, kept)
    }

    /// The part of a line at these bytes.
    fn showing(line: &str, kept: Range<usize>) -> Self {
        let (head, tail) = (kept.start > 0, kept.end < line.len());
        let mut text = String::with_capacity(kept.len() + 2 * ELLIPSIS.len());
        text.push_str(if head { ELLIPSIS } else { "" });
        text.push_str(&line[kept.clone()]);
        text.push_str(if tail { ELLIPSIS } else { "" });
        Self { text, kept, before: if head { ELLIPSIS.len() } else { 0 } }
    }

    /// The same of a line that is short enough to be read as a whole.
    fn of(line: &str, mark: &Range<usize>, width: usize) -> Self {
        let width = width.max(1);
        let breaks: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(line).collect();
        let count = breaks.len().saturating_sub(1);
        if count <= width {
            return Self::showing(line, 0..line.len());
        }
        // The letter that holds the first byte, and the first one past the last byte.
        let first = breaks.partition_point(|at| *at <= mark.start).saturating_sub(1);
        let last = breaks.partition_point(|at| *at < mark.end).max(first);
        let room = width.saturating_sub(last - first).max(width / 4);
        let from = first.saturating_sub(room / 3).min(count - width);
        Self::showing(line, breaks[from]..breaks[from + width])
    }

    /// Whether a stretch of the line begins in the part that is shown.
    pub(super) fn shows(&self, range: &Range<usize>) -> bool {
        self.kept.contains(&range.start) || range.start == self.kept.end && range.is_empty()
    }

    /// A stretch of the line as one of `text`, cut where the line was cut.
    pub(super) fn map(&self, range: &Range<usize>) -> Range<usize> {
        let map =
            |at: usize| at.clamp(self.kept.start, self.kept.end) - self.kept.start + self.before;
        map(range.start)..map(range.end)
    }
}

/// The part of a line around a place that is looked at: thousands of mistakes may stand in one line of
/// megabytes, and each is shown.
fn near(line: &str, mark: &Range<usize>, width: usize) -> Range<usize> {
    let reach = width.saturating_mul(BYTES);
    let letter = |at: usize| (0..=at).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let start = letter(mark.start.saturating_sub(reach));
    let end = mark.start.saturating_add(reach).saturating_add(reach);
    start..letter(end.min(line.len())).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_stays_whole() {
        let window = Window::new("ที่นี่", &(0..3), 10);
        assert_eq!(window.text, "ที่นี่");
        assert_eq!(window.map(&(3..9)), 3..9);
        assert_eq!(Window::new("", &(0..0), 10).text, "");
    }

    #[test]
    fn a_long_line_is_cut_between_letters_and_shows_the_place() {
        let line = "กี่ก๋วยน้ำ".repeat(100);
        for start in line.char_indices().map(|(at, _)| at) {
            let mark = start..start + 3;
            let window = Window::new(&line, &mark, 20);
            let shown = window.map(&mark);
            assert_eq!(window.text[shown], line[mark.clone()], "{start}");
            assert!(window.shows(&mark));
            let bare = window.text.trim_matches('…');
            let loose = |c: char| "\u{e31}\u{e33}\u{e34}\u{e35}\u{e48}\u{e49}\u{e4b}".contains(c);
            assert!(!bare.starts_with(loose), "{bare}");
            assert!(
                line[line.find(bare).unwrap() + bare.len()..]
                    .chars()
                    .next()
                    .is_none_or(|c| !loose(c))
            );
        }
    }

    #[test]
    fn a_line_of_any_length_is_cut_as_a_short_one() {
        let line = "กี่ก๋วยน้ำ a ".repeat(2_000);
        for start in line.char_indices().map(|(at, _)| at).step_by(97) {
            let mark = start..start + line[start..].chars().next().map_or(0, char::len_utf8);
            let (near, whole) = (Window::new(&line, &mark, 20), Window::of(&line, &mark, 20));
            assert_eq!((near.text, near.kept), (whole.text, whole.kept));
        }
    }

    #[test]
    fn a_stretch_wider_than_the_window_shows_its_beginning() {
        let line = "ก".repeat(300);
        let window = Window::new(&line, &(30..900), 40);
        assert_eq!(window.map(&(30..900)).len(), 3 * 37);
        let end = Window::new(&line, &(900..900), 40);
        assert!(end.shows(&(900..900)) && !end.shows(&(0..3)));
        assert_eq!(end.map(&(900..900)), end.text.len()..end.text.len());
    }
}
