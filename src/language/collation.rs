//! The order of names, and the letter each stands under in an index.
//!
//! In: names in any script. Out: the order of the locale's dictionaries, with numbers by their
//! value (`ห้อง 2` before `ห้อง 10`), and headings for an index. Promise: the order is total, so
//! that it is the same on every machine: names that the dictionary holds equal go by code point.

use std::{cmp::Ordering, fmt};

use icu::{
    collator::{
        CollatorBorrowed, CollatorPreferences, options::CollatorOptions,
        preferences::CollationNumericOrdering,
    },
    locale::Locale,
    normalizer::DecomposingNormalizerBorrowed,
    properties::{
        CodePointMapData, CodePointSetData,
        props::{GeneralCategory, GeneralCategoryGroup, LogicalOrderException, Script},
    },
};

use crate::diagnostic::{Code, Problem};

/// One locale's order.
#[derive(Debug)]
pub struct Collation {
    collator: CollatorBorrowed<'static>,
}

impl Collation {
    /// The order of a Unicode locale (`th-u-ca-buddhist`) or a plain language tag.
    pub fn new(locale: &str) -> Result<Self, Problem> {
        let refused = || Problem::new(Code::LanguageTagInvalid).text("value", locale);
        let parsed: Locale = locale.trim().parse().map_err(|_| refused())?;
        let mut preferences = CollatorPreferences::from(&parsed);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default());
        Ok(Self { collator: collator.map_err(|_| refused())? })
    }

    /// Which of two names comes first. Equal only if they are the same.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Bytes whose order is that of the names: for long lists, where each name is read once.
    pub fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(name.len() * 2);
        let Ok(()) = self.collator.write_sort_key_to(name, &mut key);
        // Collation keys hold no zero, so a key that is the beginning of another stays before it.
        key.push(0);
        key.extend_from_slice(name.as_bytes());
        key
    }
}

/// The heading under which a name stands in an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexLetter {
    /// Names that begin with a number, in any digits.
    Digits,
    /// A letter. In a sorted list of names, letters come in the order of the list.
    Letter(char),
    /// Names without any letter or number.
    Other,
}

impl fmt::Display for IndexLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digits => f.write_str("0–9"),
            Self::Letter(letter) => write!(f, "{letter}"),
            Self::Other => f.write_str("#"),
        }
    }
}

/// The heading of a name: its first letter, where a vowel that is written before its consonant
/// (เ แ โ ใ ไ and their like) gives way to the consonant, and a Latin letter is a capital
/// without marks. Quotation marks, brackets and other signs at the beginning are passed over.
pub fn index_letter(name: &str) -> IndexLetter {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let written_first = CodePointSetData::new::<LogicalOrderException>();
    let is = |letter, group: GeneralCategoryGroup| group.contains(categories.get(letter));
    let heading = |letter| {
        is(letter, GeneralCategoryGroup::Letter) || is(letter, GeneralCategoryGroup::Number)
    };
    let mut letters = name.chars().filter(|letter| heading(*letter));
    let Some(first) = letters.next() else { return IndexLetter::Other };
    if is(first, GeneralCategoryGroup::Number) {
        return IndexLetter::Digits;
    }
    if written_first.contains(first) {
        let consonant = letters.next().filter(|next| is(*next, GeneralCategoryGroup::Letter));
        return IndexLetter::Letter(consonant.unwrap_or(first));
    }
    let latin = CodePointMapData::<Script>::new().get(first) == Script::Latin;
    let base = if latin {
        let mut decomposed =
            DecomposingNormalizerBorrowed::new_nfd().normalize_iter([first].into_iter());
        decomposed.next().unwrap_or(first)
    } else {
        first
    };
    IndexLetter::Letter(base.to_uppercase().next().unwrap_or(base))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_and_comparisons_agree(a in "[ก-๛a-cA-C0-9 .\u{0}\u{301}é]{0,6}", b in "[ก-๛a-cA-C0-9 .\u{0}\u{301}é]{0,6}") {
            for locale in ["th", "en-GB"] {
                let order = Collation::new(locale).unwrap();
                prop_assert_eq!(order.compare(&a, &b), order.sort_key(&a).cmp(&order.sort_key(&b)));
            }
        }

        #[test]
        fn keys_and_comparisons_agree_for_any_names(a in any::<String>(), b in any::<String>()) {
            let order = Collation::new("th").unwrap();
            prop_assert_eq!(order.compare(&a, &b), order.sort_key(&a).cmp(&order.sort_key(&b)));
        }
    }

    fn sorted(locale: &str, names: &str) -> String {
        let order = Collation::new(locale).unwrap();
        let mut by_comparison: Vec<_> = names.split(", ").collect();
        // Begin with the wrong order.
        by_comparison.sort_by(|a, b| b.cmp(a));
        let mut by_key = by_comparison.clone();
        by_comparison.sort_by(|a, b| order.compare(a, b));
        by_key.sort_by_cached_key(|name| order.sort_key(name));
        assert_eq!(by_comparison, by_key);
        by_key.join(", ")
    }

    #[test]
    fn thai_sorts_by_consonants_then_vowels_then_tones() {
        for names in [
            "กฎ, กบ, กา, เก่า, เก้า, เกาะ, ไก่, ขวด, ชุมชน, เชียงใหม่, แมว, โรงเรียน, ห้องสมุด, หอสมุด, \
             อาคาร, เอกชน",
            "กอน, ก่อน, ก้อน, กาแฟ, เกม, แก่นนคร, ขอนแก่น, ดนตรี, เด็ก, โรงเรียน, ไหม, A, zoo",
            "ห้อง 1, ห้อง 2, ห้อง 10, ห้อง ๑๑",
        ] {
            assert_eq!(sorted("th-u-ca-buddhist", names), names);
        }
    }

    #[test]
    fn each_language_has_its_own_script_first() {
        assert_eq!(sorted("th", "กา, Zoo, 9, éa, eb"), "9, กา, éa, eb, Zoo");
        assert_eq!(sorted("en-GB", "กา, Zoo, 9, éa, eb"), "9, éa, eb, Zoo, กา");
    }

    #[test]
    fn the_order_is_total() {
        let order = Collation::new("th").unwrap();
        // The dictionary does not see the hyphen.
        let names = ["co-op", "coop"];
        assert_eq!(order.compare(names[0], names[1]), Ordering::Less);
        assert!(order.sort_key(names[0]) < order.sort_key(names[1]));
        assert_eq!(order.compare("กา", "กา"), Ordering::Equal);
        assert_eq!(Collation::new("ไทย").unwrap_err().code, Code::LanguageTagInvalid);
    }

    #[test]
    fn names_stand_under_their_first_consonant() {
        let read = |name| index_letter(name).to_string();
        for (name, letter) in [
            ("ขอนแก่น", "ข"),
            ("เทศบาลนครขอนแก่น", "ท"),
            ("แก่นนคร", "ก"),
            ("โรงเรียน", "ร"),
            ("ใจ", "จ"),
            ("ไหม", "ห"),
            ("“เอกชน”", "อ"),
            ("ฤดู", "ฤ"),
            ("ເມືອງ", "ມ"),
            ("École", "E"),
            ("(the) library", "T"),
            ("ỗi", "O"),
            ("йод", "Й"),
            ("東京", "東"),
            ("한국", "한"),
            ("1 ห้อง", "0–9"),
            ("๒๕๖๙", "0–9"),
            ("…", "#"),
            ("เ", "เ"),
            ("", "#"),
        ] {
            assert_eq!(read(name), letter, "{name}");
        }
    }
}
