//! Keys: what two spellings have in common when people mean the same.
//!
//! In: any text. Out: its letters, marks and digits, in one spelling and nothing between them:
//! `Wi-Fi` and `wifi`, `๑๒` and `12`, `Café` and `cafe` have one key. Promise: `key` and
//! `skeleton` of `scripts/search.js` give the same for the same text, and the key of two texts
//! side by side is the two keys side by side, as long as no cluster is cut.

use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};

use crate::language::normalise_name;

/// The key of a text.
pub fn key(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    }
    let visible: String = text.chars().filter(|c| !is_zero_width(*c)).collect();
    let lower = normalise_name(&visible).to_lowercase();
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    apart.chars().filter(|c| is_kept(*c)).map(arabic_digit).collect()
}

/// A key without tone marks, mai taikhu, thanthakhat and nikhahit: what is left when people leave
/// small marks out.
pub fn skeleton(key: &str) -> String {
    key.chars().filter(|c| !('\u{e47}'..='\u{e4e}').contains(c)).collect()
}

/// Whether a letter or mark belongs to the letter before it and so begins no word.
pub(super) fn is_dependent(c: char) -> bool {
    matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}' | '\u{e47}'..='\u{e4e}')
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Letters, marks and digits; no accents, and neither paiyannoi nor mai yamok.
fn is_kept(c: char) -> bool {
    if matches!(c, '\u{300}'..='\u{36f}' | '\u{e2f}' | '\u{e46}') {
        return false;
    }
    let kept = GeneralCategoryGroup::Letter
        .union(GeneralCategoryGroup::Mark)
        .union(GeneralCategoryGroup::Number);
    kept.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

fn arabic_digit(c: char) -> char {
    match c {
        '\u{e50}'..='\u{e59}' => char::from_u32(u32::from(c) - 0xe50 + u32::from('0')).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Vectors {
        keys: Vec<(String, String)>,
        skeletons: Vec<(String, String)>,
    }

    #[test]
    fn the_vectors_hold() {
        let text = include_str!("../../tests/search/vectors.json");
        let vectors: Vectors = serde_json::from_str(text).unwrap();
        for (text, expected) in vectors.keys {
            assert_eq!(key(&text), expected, "{}", text.escape_unicode());
        }
        for (text, expected) in vectors.skeletons {
            assert_eq!(skeleton(&key(&text)), expected, "{}", text.escape_unicode());
        }
    }

    proptest::proptest! {
        // Of words, that is: what a dropped sign stood between may come to stand together.
        #[test]
        fn the_key_of_a_word_is_its_own_key(word in "[ก-ฮะ-ฺเ-ๅ็-๎A-Zé0-9๐-๙]{0,24}") {
            let once = key(&word);
            proptest::prop_assert_eq!(key(&once), once.as_str());
        }
    }
}
