//! Text without invisible mistakes: two texts that look alike are alike.
//!
//! In: text as editors type and paste it. Out: NFC, with the faults of Thai repaired that NFC
//! leaves alone. Promise: no consonant is lost, doing it twice changes nothing more, and text
//! that is right already (nearly all of it) is borrowed after one look at its characters.
//!
//! | typed | stored |
//! | --- | --- |
//! | ํ and า, with a tone mark before, between or after them | the tone mark, then ำ |
//! | a tone mark, or ์, before the vowel above or below | the vowel, then the mark |
//! | เ twice | แ |

use std::{borrow::Cow, ops::Range};

use icu::normalizer::ComposingNormalizerBorrowed;
use memchr::memchr2;

const BYTE_ORDER_MARK: char = '\u{FEFF}';
const NIKHAHIT: char = '\u{E4D}';
const SARA_AA: char = '\u{E32}';
const SARA_AM: char = '\u{E33}';
const SARA_E: char = '\u{E40}';
const SARA_AE: char = '\u{E41}';

/// Normalises prose. Byte-order marks go; what else cannot be seen may be meant (a soft hyphen, a
/// joiner in another script) and does no harm there.
pub fn normalise_text(text: &str) -> Cow<'_, str> {
    normalise(text, |letter| letter == BYTE_ORDER_MARK)
}

/// Normalises a name, or any other short text that is searched, sorted and compared. Zero-width
/// spaces, joiners, soft hyphens and byte-order marks go as well.
pub fn normalise_name(text: &str) -> Cow<'_, str> {
    normalise(text, |letter| {
        matches!(
            letter,
            BYTE_ORDER_MARK | '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}'
        )
    })
}

/// The first stretch of characters from a private area, which mean something in one font only.
/// Text copied from a PDF holds such glyphs for Thai marks that stand lower or further left
/// (U+F700–F71A).
pub fn private_use(text: &str) -> Option<Range<usize>> {
    // The private areas, and little else, begin with these bytes in UTF-8.
    let bytes = text.as_bytes();
    let basic = memchr2(0xEE, 0xEF, bytes);
    let start = memchr2(0xF3, 0xF4, &bytes[..basic.unwrap_or(bytes.len())]).or(basic)?;
    let is_private = |letter| matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}');
    let start = start + text[start..].find(is_private)?;
    let rest = &text[start..];
    let length = rest.find(|letter| !is_private(letter)).unwrap_or(rest.len());
    Some(start..start + length)
}

fn normalise(text: &str, unwanted: fn(char) -> bool) -> Cow<'_, str> {
    if text.is_ascii() || is_plain(text) {
        return Cow::Borrowed(text);
    }
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    // First, because what stands on both sides of it may compose.
    let mut result = if text.contains(unwanted) {
        Cow::Owned(nfc.normalize(&text.replace(unwanted, "")).into_owned())
    } else {
        nfc.normalize(text)
    };
    // A repair may bring marks of two scripts together, which NFC then puts in order.
    while let Some(repaired) = repair(&result) {
        result = Cow::Owned(nfc.normalize(&repaired).into_owned());
    }
    result
}

/// Whether the text is normal at first sight: only characters that stay as they are wherever
/// they stand, and Thai in good order. Says no too often rather than too seldom.
fn is_plain(text: &str) -> bool {
    let mut previous = '\0';
    text.chars().all(|letter| {
        let plain = match letter {
            // Latin as far as the combining marks, without the soft hyphen; dashes, quotation
            // marks and dots, but no spaces and nothing invisible.
            '\0'..='\u{AC}'
            | '\u{AE}'..='\u{2FF}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205E}' => true,
            // NFC moves the one mark that goes below another.
            '\u{E3A}' => false,
            '\u{E00}'..='\u{E7F}' => !is_faulty(previous, letter),
            _ => false,
        };
        previous = letter;
        plain
    })
}

/// Whether a letter of Thai may not follow another, or needs a closer look.
fn is_faulty(previous: char, letter: char) -> bool {
    match letter {
        NIKHAHIT => true,
        SARA_E => previous == SARA_E,
        _ if is_vowel_mark(letter) => is_tone(previous) || is_silencer(previous),
        _ if is_tone(letter) => previous == SARA_AM,
        _ => false,
    }
}

/// Vowels, and what shortens them, that stand above or below a consonant.
fn is_vowel_mark(letter: char) -> bool {
    matches!(letter, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}')
}

fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{E48}'..='\u{E4B}')
}

/// Thanthakhat, the mark of a silent letter.
fn is_silencer(letter: char) -> bool {
    letter == '\u{E4C}'
}

/// The text with the faults of Thai mended; `None` when it has none.
fn repair(text: &str) -> Option<String> {
    let mut previous = '\0';
    if !text.chars().any(|letter| is_faulty(std::mem::replace(&mut previous, letter), letter)) {
        return None;
    }
    let mut mended = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            SARA_E if mended.ends_with(SARA_E) => {
                mended.pop();
                mended.push(SARA_AE);
            }
            SARA_AA => {
                let before_tones = mended.trim_end_matches(is_tone).len();
                if mended[..before_tones].ends_with(NIKHAHIT) {
                    mended.remove(before_tones - NIKHAHIT.len_utf8());
                    mended.push(SARA_AM);
                } else {
                    mended.push(SARA_AA);
                }
            }
            _ if is_vowel_mark(letter) => {
                let followed = |mark| is_tone(mark) || is_silencer(mark);
                mended.insert(mended.trim_end_matches(followed).len(), letter);
            }
            _ if is_tone(letter) && mended.ends_with(SARA_AM) => {
                mended.insert(mended.len() - SARA_AM.len_utf8(), letter);
            }
            _ => mended.push(letter),
        }
    }
    (mended != text).then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, stored: &str) {
        // Debug would hide the marks behind escapes; code points show what differs.
        let points =
            |text: &str| text.chars().map(|c| format!("{:04X}", c as u32)).collect::<Vec<_>>();
        assert_eq!(points(&normalise_text(typed)), points(stored), "{typed}");
        assert_eq!(points(&normalise_name(typed)), points(stored), "{typed}");
    }

    #[test]
    fn thai_is_mended_where_nfc_is_not_enough() {
        check("น\u{E4D}\u{E49}า", "น\u{E49}\u{E33}");
        check("น\u{E49}\u{E4D}า", "น\u{E49}\u{E33}");
        check("น\u{E4D}า\u{E49}", "น\u{E49}\u{E33}");
        check("น\u{E33}\u{E49}", "น\u{E49}\u{E33}");
        check("ท\u{E4D}างาน", "ท\u{E33}งาน");
        check("ก\u{E48}\u{E34}ง", "ก\u{E34}\u{E48}ง");
        check("ก\u{E49}\u{E38}ง", "ก\u{E38}\u{E49}ง");
        check("พ\u{E31}นธ\u{E4C}\u{E38}", "พ\u{E31}นธ\u{E38}\u{E4C}");
        check("เเก\u{E48}น", "แก\u{E48}น");
        check("ขอนเเก\u{E48}น เเละ", "ขอนแก\u{E48}น และ");
        // Pali: a nikhahit of its own right stays.
        check("พุทธ\u{E4D}", "พุทธ\u{E4D}");
    }

    #[test]
    fn other_scripts_are_composed() {
        check("Cafe\u{301}", "Café");
        check("\u{212B}", "Å");
        check("\u{1112}\u{1161}\u{11AB}", "한");
    }

    #[test]
    fn what_cannot_be_seen_leaves_names_and_stays_in_prose() {
        let typed = "\u{FEFF}ห้อง\u{200B}สมุด\u{AD}เมือง\u{200D}\u{2060}";
        assert_eq!(normalise_name(typed), "ห้องสมุดเมือง");
        assert_eq!(normalise_text(typed), &typed[3..]);
        // What the invisible kept apart comes together.
        assert_eq!(normalise_name("e\u{200B}\u{301}เ\u{200B}เ"), "éแ");
    }

    #[test]
    fn right_text_is_borrowed() {
        for text in [
            "Khon Kaen Learning City",
            "น้ำใจ “ขอนแก่น” เมืองแห่งการเรียนรู้ – กุ้ง ผู้ใหญ่ ปิ่น เล็กๆ ๒๕๖๙ ฯลฯ café",
            "ຫໍສະໝຸດ 한국 👩‍🏫",
        ] {
            assert!(matches!(normalise_text(text), Cow::Borrowed(_)), "{text}");
        }
        assert!(matches!(normalise_name("ห้องสมุด – ๑"), Cow::Borrowed(_)));
    }

    #[test]
    fn private_glyphs_are_found() {
        assert_eq!(private_use("ปู\u{F70A}\u{F712}น"), Some(6..12));
        assert_eq!(private_use("logo 👍\u{E000}"), Some(9..12));
        assert_eq!(private_use("ขอนแก่น ｆｕｌｌ 👍"), None);
        assert_eq!(private_use(""), None);
    }

    fn consonants(text: &str) -> String {
        text.chars().filter(|letter| matches!(letter, 'ก'..='ฮ' | 'a'..='z')).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn twice_is_once_and_consonants_stay(
            text in "[กธขa\u{E30}-\u{E3A}\u{E40}-\u{E4E}\u{301}\u{323}\u{200B}\u{FEFF}]{0,12}"
        ) {
            for normalise in [normalise_text, normalise_name] {
                let once = normalise(&text).into_owned();
                prop_assert_eq!(normalise(&once).into_owned(), once.clone());
                prop_assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&once));
                prop_assert_eq!(repair(&once), None);
            }
            // Composed letters (á) no longer count as their base.
            if !text.contains(['\u{301}', '\u{323}']) {
                prop_assert_eq!(consonants(&normalise_name(&text)), consonants(&text));
            }
        }

        #[test]
        fn plain_text_is_normal(text in "[ก-๛a-zé–”]{0,12}") {
            if is_plain(&text) {
                prop_assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&text));
                prop_assert_eq!(repair(&text), None);
            }
        }

        #[test]
        fn anything_can_be_normalised(text in any::<String>()) {
            let once = normalise_name(&text).into_owned();
            prop_assert_eq!(normalise_name(&once).into_owned(), once);
        }
    }
}
