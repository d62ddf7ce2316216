//! A title in lines, and words that fit one.

use std::fmt;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::language::{excerpt, word_breaks};

/// From one line of a title to the next, in its size: Thai marks stack two high.
pub(super) const LEAD: f64 = 1.34;

/// Sizes of a title in pixels, and the most lines in each: the largest that fits is taken.
const SIZES: [(f64, usize); 5] = [(72.0, 1), (60.0, 2), (54.0, 2), (48.0, 2), (42.0, 3)];

/// How wide words are in the three faces.
pub(super) struct Faces {
    display: Face,
    text: Face,
    bold: Face,
}

/// One face, and one for what it lacks.
pub(super) struct Face {
    own: Option<FontRef<'static>>,
    other: Option<FontRef<'static>>,
}

impl Faces {
    /// From the bytes of the faces for titles, text and emphasis.
    pub(super) fn new(display: &'static [u8], text: &'static [u8], bold: &'static [u8]) -> Self {
        let font = |bytes| FontRef::new(bytes).ok();
        Self {
            display: Face { own: font(display), other: font(text) },
            text: Face { own: font(text), other: None },
            bold: Face { own: font(bold), other: None },
        }
    }

    pub(super) fn text(&self) -> &Face {
        &self.text
    }

    pub(super) fn bold(&self) -> &Face {
        &self.bold
    }
}

impl fmt::Debug for Faces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Faces")
    }
}

impl Face {
    /// The width of words, in a size of one. Pairs that are set closer are left out of account, so
    /// it is a little more than what shapers come to.
    fn width(&self, words: &str) -> f64 {
        words.chars().map(|letter| self.advance(letter)).sum()
    }

    fn advance(&self, letter: char) -> f64 {
        let of = |font: &FontRef<'static>| {
            let glyph = font.charmap().map(letter)?;
            let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
            metrics.advance_width(glyph).map(f64::from)
        };
        self.own.as_ref().and_then(of).or_else(|| self.other.as_ref().and_then(of)).unwrap_or(1.0)
    }
}

/// Where a line may end. Spaces part phrases in scripts that write none between words, so they go
/// before all else: names and titles of persons stay whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Breaks {
    Spaces,
    Words,
}

/// A title, broken.
#[derive(Debug)]
pub(super) struct Title {
    pub(super) size: f64,
    pub(super) lines: Vec<String>,
}

/// A title in the largest size that fits, in lines of about one length; one that fits in none is
/// cut after a word.
pub(super) fn title_lines(title: &str, room: f64, faces: &Faces) -> Title {
    for at in [Breaks::Spaces, Breaks::Words] {
        for (size, most) in SIZES {
            if let Some(lines) = broken(title, room / size, most, at, &faces.display) {
                return Title { size, lines };
            }
        }
    }
    let (size, most) = SIZES[SIZES.len() - 1];
    let mut letters = title.chars().count();
    loop {
        letters = letters * 9 / 10;
        let cut = excerpt(title, letters);
        if let Some(lines) = broken(&cut, room / size, most, Breaks::Words, &faces.display) {
            return Title { size, lines };
        }
        if letters < 2 {
            return Title { size, lines: Vec::new() };
        }
    }
}

/// Words on one line, cut after one where they do not fit.
pub(super) fn one_line(words: &str, room: f64, size: f64, face: &Face) -> String {
    let mut letters = words.chars().count();
    let mut line = excerpt(words, letters);
    while face.width(&line) * size > room && letters > 1 {
        letters = letters * 19 / 20;
        line = excerpt(words, letters);
    }
    line.into_owned()
}

/// Lines no wider than `room`, as few as there can be and about as long as each other.
fn broken(title: &str, room: f64, most: usize, breaks: Breaks, face: &Face) -> Option<Vec<String>> {
    let mut lines = filled(title, room, breaks, face)?;
    if lines.len() > most {
        return None;
    }
    let mut narrower = room;
    while lines.len() > 1 {
        narrower *= 0.96;
        match filled(title, narrower, breaks, face) {
            Some(other) if other.len() == lines.len() => lines = other,
            _ => break,
        }
    }
    Some(lines)
}

/// Lines filled one after the other; nothing where a word is wider than a line.
fn filled(title: &str, room: f64, breaks: Breaks, face: &Face) -> Option<Vec<String>> {
    let ends: Vec<usize> =
        word_breaks(title).into_iter().filter(|at| ends_line(title, *at, breaks)).collect();
    let mut lines: Vec<String> = Vec::new();
    let mut from = 0;
    let mut until = 0;
    for to in ends.into_iter().chain([title.len()]) {
        if face.width(title[from..to].trim()) <= room {
            until = to;
            continue;
        }
        if until == from {
            return None;
        }
        lines.push(title[from..until].trim().to_owned());
        (from, until) = (until, to);
        if face.width(title[from..to].trim()) > room {
            return None;
        }
    }
    lines.push(title[from..].trim().to_owned());
    Some(lines)
}

/// Whether a line may end at the end of a word: after a space, or between letters of a script that
/// writes none.
fn ends_line(title: &str, at: usize, breaks: Breaks) -> bool {
    let (before, after) = title.split_at(at);
    let (Some(before), Some(after)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    // Thai, Lao, Myanmar, Khmer; kana and ideographs.
    let unspaced = |letter: char| matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{9fff}');
    (before.is_whitespace() && !after.is_whitespace())
        || (breaks == Breaks::Words && unspaced(before) && unspaced(after))
}
