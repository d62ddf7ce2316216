//! Content lines (RFC 5545 §3.1): names, parameters and values as bytes on the wire.
//!
//! In: text of any kind. Out: lines ended by CRLF. Promise: no line is longer than 75 octets, no
//! character is split between two, no text can break out of its value.

use std::fmt::Write;

/// The longest line, in octets, its end not counted (RFC 5545 §3.1).
const LONGEST: usize = 75;

/// Content lines, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// The lines written so far.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes in lines that were written elsewhere.
    pub(super) fn append(&mut self, lines: &Lines) {
        self.0.push_str(&lines.0);
    }

    /// Writes a property whose value needs no escaping; `name` may carry parameters.
    pub(super) fn put(&mut self, name: &str, value: impl std::fmt::Display) {
        let mut line = String::new();
        // Writing to a string cannot fail.
        let _ = write!(line, "{name}:{value}");
        self.fold(&line);
    }

    /// Writes a property of type TEXT (RFC 5545 §3.3.11) in a language (§3.2.10).
    pub(super) fn text(&mut self, name: &str, language: &str, value: &str) {
        self.put(&format!("{name};LANGUAGE={language}"), escaped(value));
    }

    /// Breaks a line where it would be too long; what follows begins with a space.
    fn fold(&mut self, line: &str) {
        let mut room = LONGEST;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            room -= character.len_utf8();
            self.0.push(character);
        }
        self.0.push_str("\r\n");
    }
}

/// Text as a value (RFC 5545 §3.3.11). Every kind of line end becomes `\n`; other control
/// characters, which the standard bars, are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => value.push_str("\\\\"),
            ';' => value.push_str("\\;"),
            ',' => value.push_str("\\,"),
            '\r' => {
                characters.next_if_eq(&'\n');
                value.push_str("\\n");
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => value.push_str("\\n"),
            '\t' => value.push('\t'),
            other if other.is_control() => {}
            other => value.push(other),
        }
    }
    value
}

/// A parameter's value in quotes, with what may not stand there written as RFC 6868 has it.
pub(super) fn quoted(text: &str) -> String {
    let mut value = String::from("\"");
    for character in text.chars() {
        match character {
            '^' => value.push_str("^^"),
            '"' => value.push_str("^'"),
            '\n' | '\u{2028}' | '\u{2029}' => value.push_str("^n"),
            other if other.is_control() => {}
            other => value.push(other),
        }
    }
    value.push('"');
    value
}
