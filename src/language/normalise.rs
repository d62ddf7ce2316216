//! One spelling for what looks the same.
//!
//! Unicode's NFC, and then what NFC leaves alone in Thai (Unicode 16, chapter 16.1): nikhahit and
//! sara aa are sara am; a tone mark follows the vowel it stands above; two sara e are sara ae.
//! Names also lose zero-width characters. Every repair is idempotent and keeps each consonant.

use std::borrow::Cow;

use icu::normalizer::ComposingNormalizerBorrowed;

const SARA_AA: char = '\u{e32}';
const SARA_AM: char = '\u{e33}';
const SARA_E: char = '\u{e40}';
const SARA_AE: char = '\u{e41}';
const NIKHAHIT: char = '\u{e4d}';

fn is_tone(c: char) -> bool {
    ('\u{e48}'..='\u{e4b}').contains(&c)
}

/// Vowels that stand above or below a consonant, and nikhahit: a tone mark comes after them.
fn is_marked_vowel(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}' | NIKHAHIT)
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// The normal form of any text.
pub fn normalise_text(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let bare = if composed.contains('\u{feff}') {
        Cow::Owned(composed.replace('\u{feff}', ""))
    } else {
        composed
    };
    if !needs_repair(&bare) {
        return bare;
    }
    Cow::Owned(repair(&bare))
}

/// The normal form of a name: that of a text, without zero-width characters and soft hyphens.
pub fn normalise_name(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    if name.contains(is_zero_width) {
        let visible: String = name.chars().filter(|c| !is_zero_width(*c)).collect();
        return Cow::Owned(normalise_text(&visible).into_owned());
    }
    normalise_text(name)
}

/// The first glyph from a font's private area, as copied from a PDF, as a byte range.
pub fn private_use(text: &str) -> Option<std::ops::Range<usize>> {
    if text.is_ascii() {
        return None;
    }
    let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}');
    text.char_indices().find(|(_, c)| is_private(*c)).map(|(at, c)| at..at + c.len_utf8())
}

fn needs_repair(text: &str) -> bool {
    let mut before = '\0';
    text.chars().any(|c| {
        let wrong = match c {
            SARA_AA => before == NIKHAHIT || is_tone(before) && text.contains(NIKHAHIT),
            SARA_E => before == SARA_E,
            _ if is_marked_vowel(c) => is_tone(before),
            SARA_AM => before == NIKHAHIT,
            _ => false,
        };
        before = c;
        wrong
    })
}

fn repair(text: &str) -> String {
    let mut out: Vec<char> = Vec::with_capacity(text.len() / 2);
    for c in text.chars() {
        match c {
            SARA_E if out.last() == Some(&SARA_E) => {
                out.pop();
                out.push(SARA_AE);
            }
            SARA_AA => push_sara_aa(&mut out),
            // A tone mark written before its vowel: the vowel goes under it.
            _ if is_marked_vowel(c) => {
                let tones = out.iter().rev().take_while(|c| is_tone(**c)).count();
                out.insert(out.len() - tones, c);
            }
            _ => out.push(c),
        }
    }
    out.into_iter().collect()
}

/// Sara aa after a nikhahit, with or without tone marks between, makes sara am.
fn push_sara_aa(out: &mut Vec<char>) {
    let tones = out.iter().rev().take_while(|c| is_tone(**c)).count();
    let place = out.len() - tones;
    if place > 0 && out[place - 1] == NIKHAHIT {
        out.remove(place - 1);
        out.push(SARA_AM);
    } else {
        out.push(SARA_AA);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_spelled_the_same() {
        for (written, right) in [
            ("น\u{e4d}า", "นำ"),
            ("น\u{e4d}\u{e49}า", "น้ำ"),
            ("น\u{e49}\u{e4d}า", "น้ำ"),
            ("ก\u{e48}\u{e34}ง", "กิ่ง"),
            ("เเม่", "แม่"),
            ("é", "é"),
            ("ห้องสมุด", "ห้องสมุด"),
            ("ก\u{feff}ข", "กข"),
        ] {
            assert_eq!(normalise_text(written), right, "{}", written.escape_unicode());
        }
        assert_eq!(normalise_name("ขอน\u{200b}แก่น\u{ad}"), "ขอนแก่น");
        assert!(matches!(normalise_text("ห้องสมุด plain"), Cow::Borrowed(_)));
    }

    #[test]
    fn glyphs_of_fonts_are_found() {
        assert_eq!(private_use("ก\u{f70a}ข"), Some(3..6));
        assert_eq!(private_use("ก ข"), None);
    }

    proptest::proptest! {
        #[test]
        fn normalising_twice_is_normalising_once(text in "[ก-๛เแ\u{e4d}\u{e48}าำa\u{200b}]{0,24}") {
            let once = normalise_text(&text).into_owned();
            proptest::prop_assert_eq!(normalise_text(&once), once.as_str());
            let name = normalise_name(&text).into_owned();
            proptest::prop_assert_eq!(normalise_name(&name), name.as_str());
        }

        #[test]
        fn no_consonant_is_lost(text in "[ก-๛\u{e4d}\u{e48}า]{0,24}") {
            let consonants = |text: &str| {
                text.chars().filter(|c| ('\u{e01}'..='\u{e2e}').contains(c)).collect::<String>()
            };
            proptest::prop_assert_eq!(consonants(&normalise_text(&text)), consonants(&text));
        }
    }
}
