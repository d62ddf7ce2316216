//! Thai words that browsers tear at the end of a line.
//!
//! Out: the words. Promise: each is a word of ICU's dictionary, and ICU4X's neural model, which
//! Firefox breaks lines with, cuts it somewhere in running text.
//!
//! How the list was made: of the 12,000 commonest words of the Thai National Corpus and those of
//! `content/`, all of 4 to 12 characters that stand in ICU's dictionary were put into 48
//! surroundings each (nothing, or a common word, on either side), and cut by
//! `icu::segmenter::LineSegmenter::new_lstm` of ICU4X 2.4. Kept were those that came apart at least
//! once into pieces of which one is no word (`อาชี|พ`, `น|คร`); of those that came apart into words,
//! a reader kept the ones that are no compounds of them (`จัง|หวัด`, not `ห้อง|สมุด`). Taken out were
//! rare words that stand in the seam of common ones (`การก`, of `การกลับ`): they come of pairing the
//! 4,000 commonest words with each other, and the dictionary itself is taken in by some.

/// One word a line, in the order of their code points.
const LIST: &str = include_str!("torn.txt");

/// The words.
pub fn torn_words() -> impl Iterator<Item = &'static str> {
    LIST.lines()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word_breaks;
    use icu::segmenter::{LineSegmenter, options::LineBreakOptions};

    #[test]
    fn every_word_is_a_word_and_is_torn() {
        let model = LineSegmenter::new_lstm(LineBreakOptions::default());
        let torn = |word: &str, before: &str, after: &str| {
            let inside = before.len() + 1..before.len() + word.len();
            model.segment_str(&format!("{before}{word}{after}")).any(|end| inside.contains(&end))
        };
        let mut sorted: Vec<&str> = torn_words().collect();
        sorted.sort_unstable();
        sorted.dedup();
        assert!(torn_words().eq(sorted), "in order, each once");
        for word in torn_words() {
            let befores = ["", "การ", "มี", "ใน", "และ", "นัก", "ที่", "งาน"];
            let afters = ["", "ของ", "ที่", "และ", "เป็น", "ไทย"];
            let mut places = befores.iter().flat_map(|before| afters.map(|after| (before, after)));
            assert!(places.any(|(before, after)| torn(word, before, after)), "{word} is not torn");
            assert_eq!(word_breaks(word).len(), 2, "{word} is no word");
        }
    }
}
