//! Small readings of text that several values share.

use crate::diagnostic::{Code, Problem};

/// How much of a value a message repeats, in characters; the line itself is shown anyway.
const SHOWN: usize = 80;

/// A problem whose argument `value` is the text as written, cut where it is very long.
pub(super) fn problem(code: Code, written: &str) -> Problem {
    Problem::new(code).text("value", shown(written))
}

/// The beginning of a text, with an ellipsis where it was cut.
pub(super) fn shown(written: &str) -> String {
    match written.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", &written[..cut]),
        None => written.to_owned(),
    }
}

/// The text with Thai digits (U+0E50–U+0E59) as ASCII ones; every other character stays.
pub(super) fn ascii_digits(text: &str) -> String {
    text.chars().map(ascii_digit).collect()
}

/// One character, as an ASCII digit if it is a Thai one.
pub(super) fn ascii_digit(c: char) -> char {
    let value = u32::from(c).wrapping_sub(0x0E50);
    if value < 10 { char::from_digit(value, 10).unwrap_or(c) } else { c }
}

/// Whether the text is digits alone, `length` of them.
pub(super) fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_digits_become_ascii_and_long_texts_are_cut() {
        assert_eq!(ascii_digits("๐๔๓-๒๐๒ ๒๒๙ ก"), "043-202 229 ก");
        assert_eq!(shown("สั้น"), "สั้น");
        assert_eq!(shown(&"ก".repeat(81)), format!("{}…", "ก".repeat(80)));
    }
}
