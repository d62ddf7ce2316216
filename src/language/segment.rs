//! Where words end, in scripts that write no spaces too.
//!
//! In: text. Out: its words, and beginnings of it that end with a word. Promise: nothing is cut
//! inside a character as people see it, nor between the letters of one syllable of Thai or Lao.
//!
//! The dictionary decides, never the neural model, which is 170 times slower and cuts the name of
//! our own city in two. Where the dictionary knows no word (loan words, mostly) it guesses, and
//! its guesses are checked against the rules of the script before they count.

use std::borrow::Cow;
use std::sync::LazyLock;

use icu::{
    properties::{CodePointSetData, props::LogicalOrderException},
    segmenter::{
        GraphemeClusterSegmenter, WordSegmenter, WordSegmenterBorrowed,
        options::WordBreakInvariantOptions,
    },
};

/// The places between words, as byte offsets, the beginning and the end of the text included. What
/// stands between two of them is a word, a space or a sign.
pub fn word_breaks(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(ends(text)).collect()
}

/// The beginning of a text, at most `most` characters with the ellipsis that says there is more.
/// A text that is short enough is returned whole, without the spaces around it.
pub fn excerpt(text: &str, most: usize) -> Cow<'_, str> {
    /// What follows the limit matters to the dictionary only nearby.
    const LOOK_AHEAD: usize = 100;
    let text = text.trim();
    let offset = |count: usize| text.char_indices().nth(count).map(|(at, _)| at);
    if offset(most).is_none() {
        return Cow::Borrowed(text);
    }
    let limit = most.checked_sub(1).and_then(offset).unwrap_or_default();
    let near = &text[..offset(most + LOOK_AHEAD).unwrap_or(text.len())];
    let word = ends(near).take_while(|end| *end <= limit).last().map(|end| tidy(&text[..end]));
    let kept = word.filter(|kept| !kept.is_empty()).unwrap_or_else(|| {
        // One word longer than the space there is.
        let clusters = GraphemeClusterSegmenter::new();
        let ends = clusters.segment_str(near).take_while(|end| *end <= limit);
        &text[..ends.last().unwrap_or_default()]
    });
    if most == 0 { Cow::Borrowed("") } else { Cow::Owned(format!("{kept}…")) }
}

static WORDS: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// Where words and what stands between them end.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    let mut clusters = GraphemeClusterSegmenter::new().segment_str(text);
    let mut cluster = clusters.next();
    WORDS.segment_str(text).filter(move |end| {
        while cluster.is_some_and(|at| at < *end) {
            cluster = clusters.next();
        }
        *end > 0 && cluster == Some(*end) && !splits_syllable(text, *end)
    })
}

/// Whether a break would part letters that are read as one.
pub fn splits_syllable(text: &str, at: usize) -> bool {
    let mut following = text[at..].chars();
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), following.next()) else {
        return false;
    };
    // Vowels written before their consonant, and those written after, above or below it; signs of
    // repetition and abbreviation; a consonant that is silent (ร์).
    let silent = || following.take_while(|mark| is_mark(*mark)).any(|mark| mark == '\u{E4C}');
    CodePointSetData::new::<LogicalOrderException>().contains(before)
        || matches!(after, 'ะ' | 'า' | '\u{E33}' | 'ๅ' | 'ๆ' | 'ฯ')
        || matches!(after, '\u{EB0}' | '\u{EB2}' | '\u{EB3}' | '\u{EC6}')
        || is_mark(after)
        || silent()
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

/// Without what leads on to the next words.
fn tidy(text: &str) -> &str {
    text.trim_end_matches(|letter: char| {
        letter.is_whitespace() || "([{“‘«,;:–—-/·&".contains(letter)
    })
}

/// Whether a character is a letter or a digit (`char::is_alphanumeric`). To look a letter of Thai up
/// takes the standard library two thousand steps.
pub fn is_alphanumeric(letter: char) -> bool {
    matches!(letter, 'ก'..='ะ' | 'า' | 'ำ' | 'เ'..='ๆ' | '๐'..='๙') || letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<&str> {
        word_breaks(text).windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    fn words(text: &str) -> String {
        let mut words = pieces(text);
        words.retain(|word| word.contains(is_alphanumeric));
        words.join("|")
    }

    #[test]
    fn letters_and_digits_are_those_of_the_standard_library() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
        }
    }

    #[test]
    fn thai_is_cut_by_the_dictionary() {
        assert_eq!(words("ขอนแก่นเมืองแห่งการเรียนรู้"), "ขอนแก่น|เมือง|แห่ง|การ|เรียน|รู้");
        assert_eq!(words("ห้องสมุด 3 ชั้น (TK Park)"), "ห้อง|สมุด|3|ชั้น|TK|Park");
        assert_eq!(words("Don't stop, it's 10.5 km."), "Don't|stop|it's|10.5|km");
        assert_eq!(words(" … –"), "");
        assert_eq!(words(""), "");
        assert_eq!(word_breaks(""), [0]);
        assert_eq!(word_breaks("a ข"), [0, 1, 2, 5]);
    }

    #[test]
    fn loan_words_keep_their_syllables() {
        for word in pieces("สมาร์ตโฟนเมกเกอร์สเปซคอมพิวเตอร์ต่างๆ กรุงเทพฯ")
        {
            assert!(!word.starts_with(['ะ', 'า', 'ๆ', 'ฯ', '\u{E4C}']), "{word}");
            assert!(!word.starts_with("ร์"), "{word}");
            assert!(!word.ends_with(['เ', 'แ', 'โ', 'ใ', 'ไ']), "{word}");
        }
    }

    #[test]
    fn excerpts_end_with_a_word() {
        let excerpt = |text, most| excerpt(text, most).into_owned();
        let thai = "ห้องสมุดเทศบาลนครขอนแก่น เปิดบริการทุกวัน";
        assert_eq!(excerpt(thai, 100), thai);
        assert_eq!(excerpt(thai, thai.chars().count()), thai);
        assert_eq!(excerpt(thai, 25), "ห้องสมุดเทศบาลนครขอนแก่น…");
        assert_eq!(excerpt(thai, 24), "ห้องสมุดเทศบาลนคร…");
        assert_eq!(excerpt(thai, 27), "ห้องสมุดเทศบาลนครขอนแก่น…");
        let english = "  The library, (open daily) and more  ";
        assert_eq!(excerpt(english, 33), "The library, (open daily) and…");
        assert_eq!(excerpt(english, 16), "The library…");
        assert_eq!(excerpt("antidisestablishmentarianism", 8), "antidis…");
        assert_eq!(excerpt("กุ้ง", 2), "…");
        assert_eq!(excerpt("กุ้ง", 0), "");
        assert_eq!(excerpt("", 0), "");
    }

    proptest! {
        #[test]
        fn words_make_the_text_and_excerpts_are_short(
            text in "[ก-ฮ\u{E30}-\u{E3A}\u{E40}-\u{E4E} a-c👍\u{301}]{0,40}", most in 0_usize..30
        ) {
            prop_assert_eq!(pieces(&text).concat(), text.as_str());
            let excerpt = excerpt(&text, most);
            prop_assert!(excerpt.chars().count() <= most);
            prop_assert!(text.trim().starts_with(excerpt.trim_end_matches('…')));
        }
    }
}
