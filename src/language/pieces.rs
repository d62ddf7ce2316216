//! Formatted text in its pieces: which stretch is the day, the year, an item of a list.

use std::fmt::{self, Write};

use writeable::{Part, PartsWrite, Writeable};

/// A stretch of formatted text and what it is; `None` is what stands between the fields.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) part: Option<Part>,
    pub(super) text: String,
}

/// The pieces of a formatted value in order. Of parts within parts (the digits of a year) only
/// the outer one counts.
pub(super) fn pieces(formatted: &impl Writeable) -> Vec<Piece> {
    let mut collector = Collector::default();
    // Writing into strings cannot fail.
    let _ = formatted.write_to_parts(&mut collector);
    collector.pieces
}

#[derive(Default)]
struct Collector {
    pieces: Vec<Piece>,
    inside: bool,
}

impl Write for Collector {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.pieces.last_mut() {
            Some(last) if self.inside || last.part.is_none() => last.text.push_str(text),
            _ => self.pieces.push(Piece { part: None, text: text.to_owned() }),
        }
        Ok(())
    }
}

impl PartsWrite for Collector {
    type SubPartsWrite = Self;

    fn with_part(
        &mut self,
        part: Part,
        mut write: impl FnMut(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        if self.inside {
            return write(self);
        }
        self.pieces.push(Piece { part: Some(part), text: String::new() });
        self.inside = true;
        let result = write(self);
        self.inside = false;
        result
    }
}
