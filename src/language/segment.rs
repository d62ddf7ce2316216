//! Words, and texts cut between them.
//!
//! Thai has no spaces between words: the breaks are those of the ICU4X dictionary (never its neural
//! model, which cuts names), less those that would fall inside a grapheme cluster.

use std::borrow::Cow;
use std::collections::BTreeSet;

use icu::segmenter::options::WordBreakInvariantOptions;
use icu::segmenter::{GraphemeClusterSegmenter, WordSegmenter};

/// Byte offsets between words, the beginning and the end included.
pub fn word_breaks(text: &str) -> Vec<usize> {
    let words = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let clusters: BTreeSet<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    words.segment_str(text).filter(|at| clusters.contains(at)).collect()
}

/// At most `most` characters of a text, cut between words, with an ellipsis where it was cut.
pub fn excerpt(text: &str, most: usize) -> Cow<'_, str> {
    let Some((limit, _)) = text.char_indices().nth(most) else { return Cow::Borrowed(text) };
    // One character is the ellipsis'.
    let room = text[..limit].char_indices().next_back().map_or(0, |(at, _)| at);
    let cut = word_breaks(text).into_iter().take_while(|at| *at <= room).last().unwrap_or(0);
    let cut = if cut == 0 { room } else { cut };
    Cow::Owned(format!("{}…", text[..cut].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_is_cut_between_words() {
        let text = "ห้องสมุดประชาชนจังหวัดขอนแก่น";
        let words: Vec<&str> =
            word_breaks(text).windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
        assert!(words.contains(&"ขอนแก่น"), "{words:?}");
        assert_eq!(excerpt(text, 100), text);
        assert_eq!(excerpt(text, 24), "ห้องสมุดประชาชนจังหวัด…");
    }

    #[test]
    fn an_endless_word_is_cut_all_the_same() {
        assert_eq!(excerpt(&"a".repeat(50), 10).chars().count(), 10);
    }
}
