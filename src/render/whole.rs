//! Words that no browser may tear at the end of a line.
//!
//! In: a page's HTML, and names. Out: the same page with the words of a name, where it stands in
//! running text, each in an element that does not wrap. Promise: not a character of the text changes.
//!
//! Thai has no spaces between words, and where a line may end is the browser's guess: Firefox cuts
//! `ขอน|แก่น`. Word joiners do not help, and would be found by whoever copies the text.

use std::cmp::Reverse;
use std::ops::{Range, RangeInclusive};

use icu::properties::{CodePointMapData, props::LineBreak};

use crate::drawing::escape;
use crate::language::word_breaks;

/// The shortest word that is kept whole wherever it stands, in characters.
const SHORTEST: usize = 6;
/// Longer ones might not fit in a line of a narrow page with large letters.
const LONGEST: usize = 12;
/// A word of fewer characters is a syllable that nobody tears.
const SYLLABLE: usize = 4;

/// The longest name that is kept whole: in a heading it still fits in the narrowest page.
const LONGEST_NAME: usize = 18;
/// Paiyannoi, which says that a name goes on.
const CUT_SHORT: char = 'ฯ';

const BEGIN: &str = "<span class=\"nb\">";
const END: &str = "</span>";

/// A text, and what stands for it in running text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    text: String,
    html: String,
}

/// Elements whose text is not running text: it is no HTML, or cannot hold elements.
const APART: [&str; 7] = ["head", "script", "style", "title", "option", "textarea", "svg"];

/// A name whose every word is kept whole where the name stands, and those of its words that are
/// kept wherever they stand: in scripts without spaces, neither short nor long.
pub(super) fn of_name(name: &str) -> Vec<Kept> {
    let classes = CodePointMapData::<LineBreak>::new();
    let guessed = |word: &str, lengths: RangeInclusive<usize>| {
        lengths.contains(&word.chars().count())
            && word.chars().all(|letter| classes.get(letter) == LineBreak::ComplexContext)
    };
    let breaks = word_breaks(name);
    let words: Vec<&str> = breaks.windows(2).map(|pair| &name[pair[0]..pair[1]]).collect();
    let whole = |word: &str| format!("{BEGIN}{word}{END}");
    let alone = words.iter().filter(|word| guessed(word, SHORTEST..=LONGEST));
    let mut kept: Vec<Kept> =
        alone.map(|word| Kept { text: (*word).to_owned(), html: whole(word) }).collect();
    if words.iter().any(|word| guessed(word, SYLLABLE..=LONGEST)) {
        let html = words
            .iter()
            .map(|word| if guessed(word, SYLLABLE..=LONGEST) { whole(word) } else { escape(word) });
        kept.push(Kept { text: escape(name), html: html.collect() });
    }
    kept
}

/// Keeps words whole wherever they stand in running text.
pub(super) fn kept(html: String, words: &[Kept]) -> String {
    if !html.contains(CUT_SHORT) && words.iter().all(|word| !html.contains(&word.text)) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        wrap(text, words, &mut out);
        let name = APART.iter().find(|name| opens(tag, name));
        let end = match name {
            // What is apart is copied to its end, whatever it holds.
            Some(name) => {
                let close = format!("</{name}>");
                tag.find(&close).map_or(tag.len(), |end| end + close.len())
            }
            None => tag.find('>').map_or(tag.len(), |end| end + 1),
        };
        out.push_str(&tag[..end]);
        rest = &tag[end..];
    }
    wrap(rest, words, &mut out);
    out
}

/// Whether a tag opens an element of a name.
fn opens(tag: &str, name: &str) -> bool {
    let after = tag[1..].strip_prefix(name);
    after.is_some_and(|after| after.starts_with([' ', '>', '\n']))
}

fn wrap(text: &str, words: &[Kept], out: &mut String) {
    let mut rest = text;
    let first = |rest: &str| {
        let found = words.iter().filter_map(|word| {
            let at = rest.find(&word.text)?;
            Some((at, word.text.len(), word.html.clone()))
        });
        let formal = formal_name(rest)
            .map(|name| (name.start, name.len(), format!("{BEGIN}{}{END}", &rest[name.clone()])));
        found.chain(formal).min_by_key(|(at, length, _)| (*at, Reverse(*length)))
    };
    while let Some((at, length, html)) = first(rest) {
        out.push_str(&rest[..at]);
        out.push_str(&html);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
}

/// The first name that is written short with a sign at its end (`พระเทพรัตนราชสุดาฯ`), or as many
/// of its last words as fit: no dictionary has it, so browsers tear it, and a queen's name is not torn.
fn formal_name(text: &str) -> Option<Range<usize>> {
    let classes = CodePointMapData::<LineBreak>::new();
    let length = |from: usize, to: usize| text[from..to].chars().count();
    let name = |(at, sign): (usize, &str)| {
        let joins = |it: char| it != CUT_SHORT && classes.get(it) == LineBreak::ComplexContext;
        let begins = text[..at].trim_end_matches(joins).len();
        let mut words = word_breaks(&text[begins..at]).into_iter().map(|word| begins + word);
        let begins = words.find(|word| length(*word, at) <= LONGEST_NAME)?;
        (length(begins, at) >= SHORTEST).then(|| begins..at + sign.len())
    };
    text.match_indices(CUT_SHORT).find_map(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(html: &str) -> String {
        kept(html.to_owned(), &of_name("ขอนแก่น"))
    }

    #[test]
    fn a_title_is_kept_word_by_word_and_its_own_words_everywhere() {
        let title = of_name("ขอนแก่นเมืองแห่งการเรียนรู้");
        let keep = |html: &str| kept(html.to_owned(), &title).replace(BEGIN, "[").replace(END, "]");
        assert_eq!(
            keep("<a>ขอนแก่นเมืองแห่งการเรียนรู้</a> ขอนแก่น เมือง"),
            "<a>[ขอนแก่น][เมือง][แห่ง]การ[เรียน]รู้</a> [ขอนแก่น] เมือง"
        );
        assert!(of_name("Khon Kaen Learning City").is_empty());
    }

    #[test]
    fn a_formal_name_that_is_written_short_is_kept_whole() {
        assert_eq!(
            keep("<h1>ประชาชน สมเด็จ พระเทพรัตนราชสุดาฯ สยาม</h1>"),
            "<h1>ประชาชน สมเด็จ <span class=\"nb\">พระเทพรัตนราชสุดาฯ</span> สยาม</h1>"
        );
        let long = keep("สมเด็จพระเทพรัตนราชสุดาฯ");
        assert!(long.ends_with("<span class=\"nb\">พระเทพรัตนราชสุดาฯ</span>"), "{long}");
        for text in ["ข้าว ปลา ฯลฯ", "ตาม ม. ๕ ฯ"] {
            assert_eq!(keep(text), text);
        }
        assert!(keep("ไปกรุงเทพฯ ขอนแก่น ฯลฯ").matches(BEGIN).count() == 2);
    }

    #[test]
    fn running_text_is_kept_whole_and_nothing_else_is_touched() {
        assert_eq!(
            keep("<p>มหาวิทยาลัยขอนแก่นและขอนแก่น</p>"),
            "<p>มหาวิทยาลัย<span class=\"nb\">ขอนแก่น</span>และ<span class=\"nb\">ขอนแก่น</span></p>"
        );
        for html in [
            "<head><title>ขอนแก่น</title></head>",
            "<script type=\"x\">{\"name\": \"<b>ขอนแก่น\"}</script>",
            "<option value=\"1\">ขอนแก่น</option>",
            "<svg><text>ขอนแก่น</text></svg>",
            "<img alt=\"ขอนแก่น\">",
            "<p>Khon Kaen</p>",
        ] {
            assert_eq!(keep(html), html);
        }
        let header = "<header>ขอนแก่น</header>";
        assert!(keep(header).contains(BEGIN), "a header is no head");
        assert_eq!(keep("ขอนแก่น <").matches(BEGIN).count(), 1);
    }
}
