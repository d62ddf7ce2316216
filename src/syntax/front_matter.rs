//! YAML front matter: a block between two lines of `---` at the very top of a Markdown file.

use crate::diagnostic::{Code, Diagnostics, Problem};
use crate::source::{FileId, Span};

/// A Markdown file in its two parts, as byte ranges of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML between the fences, if the file opens with one.
    pub matter: Option<std::ops::Range<usize>>,
    /// What comes after: the prose, without the blank lines around it.
    pub prose: std::ops::Range<usize>,
}

/// Splits a file. A fence that is opened and never closed is a finding, and the file then has
/// neither part: its text could be either.
pub fn split(text: &str, file: FileId, out: &mut Diagnostics) -> Option<FrontMatter> {
    let mut lines = LineRanges { text, at: 0 };
    let Some(first) = lines.next().filter(|line| is_fence(&text[line.clone()])) else {
        return Some(FrontMatter { matter: None, prose: trim(text, 0..text.len()) });
    };
    let begin = lines.at;
    for line in &mut lines {
        if is_fence(&text[line.clone()]) {
            let prose = trim(text, line.end..text.len());
            return Some(FrontMatter { matter: Some(begin..line.start), prose });
        }
    }
    let fence = Span::new(file, first.start, first.start + 3);
    out.push(Problem::new(Code::FrontMatterOpen).at(fence));
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

fn trim(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let inner = &text[range.clone()];
    let end = range.start + inner.trim_end().len();
    // Leading blank lines go, leading blanks of the first line of prose stay: they can be code.
    let blank = inner.len() - inner.trim_start().len();
    let start = range.start + inner[..blank].rfind('\n').map_or(0, |at| at + 1);
    start.min(end)..end
}

struct LineRanges<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for LineRanges<'_> {
    type Item = std::ops::Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        self.at = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at + 1);
        Some(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn parts(text: &str) -> Option<(Option<String>, String)> {
        let mut sources = Sources::default();
        let file = sources.add("t.md", text);
        let split = split(text, file, &mut Diagnostics::default())?;
        Some((split.matter.map(|range| text[range].to_owned()), text[split.prose].to_owned()))
    }

    #[test]
    fn the_two_parts_are_found_with_any_line_end() {
        let some = |matter: &str, prose: &str| Some((Some(matter.to_owned()), prose.to_owned()));
        assert_eq!(parts("---\na: 1\n---\n\nก ข\n"), some("a: 1\n", "ก ข"));
        assert_eq!(parts("---\r\na: 1\r\n---\r\nก\r\n"), some("a: 1\r\n", "ก"));
        assert_eq!(parts("---\n---\n"), some("", ""));
        assert_eq!(parts("prose\n---\n"), Some((None, "prose\n---".to_owned())));
        assert_eq!(parts(""), Some((None, String::new())));
        assert_eq!(parts(" \n \n"), Some((None, String::new())));
    }

    #[test]
    fn an_open_fence_is_refused() {
        assert_eq!(parts("---\na: 1\n"), None);
    }
}
