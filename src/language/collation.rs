//! The order of names, and the letter that a name stands under.

use icu::collator::options::CollatorOptions;
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu::locale::Locale;
use icu::properties::CodePointMapData;
use icu::properties::props::Script;

use crate::diagnostic::{Code, Problem};

/// One language's order (CLDR collation, numbers by value).
#[derive(Debug)]
pub struct Collation {
    collator: CollatorBorrowed<'static>,
}

impl Collation {
    /// The order of a locale; code `language-tag-invalid`.
    pub fn new(locale: &str) -> Result<Self, Problem> {
        let refused = || Problem::new(Code::LanguageTagInvalid).text("value", locale);
        let parsed: Locale = locale.parse().map_err(|_| refused())?;
        let mut preferences = CollatorPreferences::from(&parsed);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = Collator::try_new(preferences, CollatorOptions::default());
        Ok(Self { collator: collator.map_err(|_| refused())? })
    }

    /// How two texts stand to each other.
    pub fn compare(&self, a: &str, b: &str) -> std::cmp::Ordering {
        self.collator.compare(a, b)
    }

    /// Bytes that compare as the text does; longer texts are cheaper to sort by these.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len());
        match self.collator.write_sort_key_to(text, &mut key) {
            Ok(()) => key,
            Err(never) => match never {},
        }
    }
}

/// The heading of a name in an index: in Thai the first consonant, with the vowels that are written
/// before it skipped; in Latin the base letter in upper case; for digits `0–9`.
pub fn index_letter(name: &str) -> String {
    let letter = name.chars().find(|c| c.is_alphanumeric() && !is_leading_vowel(*c));
    match letter {
        None => "#".to_owned(),
        Some(letter) if letter.is_numeric() => "0–9".to_owned(),
        Some(letter) => base(letter),
    }
}

/// เ แ โ ใ ไ stand before the consonant they belong to.
fn is_leading_vowel(letter: char) -> bool {
    ('\u{e40}'..='\u{e44}').contains(&letter)
}

fn base(letter: char) -> String {
    let latin = CodePointMapData::<Script>::new().get(letter) == Script::Latin;
    if !latin {
        return letter.to_uppercase().collect();
    }
    let decomposed = icu::normalizer::DecomposingNormalizerBorrowed::new_nfd();
    let mut buffer = [0; 4];
    let plain = decomposed.normalize(letter.encode_utf8(&mut buffer));
    plain.chars().next().unwrap_or(letter).to_uppercase().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_goes_by_its_consonants() {
        let collation = Collation::new("th").unwrap();
        let right = [
            "กฎ",
            "กบ",
            "กา",
            "เก่า",
            "เก้า",
            "เกาะ",
            "ไก่",
            "ขวด",
            "ชุมชน",
            "เชียงใหม่",
            "แมว",
            "โรงเรียน",
            "ห้องสมุด",
            "หอสมุด",
            "อาคาร",
            "เอกชน",
        ];
        let mut sorted = right;
        sorted.reverse();
        sorted.sort_by(|a, b| collation.compare(a, b));
        assert_eq!(sorted, right);
        let mut by_key = right;
        by_key.reverse();
        by_key.sort_by_key(|text| collation.sort_key(text));
        assert_eq!(by_key, right);
    }

    #[test]
    fn numbers_go_by_value() {
        let collation = Collation::new("en-GB").unwrap();
        assert!(collation.compare("2 rooms", "10 rooms").is_lt());
    }

    #[test]
    fn a_name_stands_under_its_letter() {
        for (name, letter) in [
            ("เกม", "ก"),
            ("ไก่", "ก"),
            ("ห้องสมุด", "ห"),
            ("library", "L"),
            ("École", "E"),
            ("8th Office", "0–9"),
            ("“โฮงมูนมัง”", "ฮ"),
            ("…", "#"),
        ] {
            assert_eq!(index_letter(name), letter, "{name}");
        }
    }
}
