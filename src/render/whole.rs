//! Words that no browser may tear at the end of a line.
//!
//! In: a page's HTML and the words to keep. Out: the same page with each of them, where it stands
//! in running text, in an element that does not wrap. Promise: not a character of the text changes.
//!
//! Thai has no spaces between words, and where a line may end is the browser's guess: Firefox cuts
//! `ขอน|แก่น`. Word joiners do not help, and would be found by whoever copies the text.

use icu::properties::{CodePointMapData, props::LineBreak};

use crate::language::word_breaks;

/// The shortest word that a browser has been seen to tear, in characters; every syllable is less.
const SHORTEST: usize = 6;
/// Longer ones might not fit in a line of a narrow page with large letters.
const LONGEST: usize = 12;

const BEGIN: &str = "<span class=\"nb\">";
const END: &str = "</span>";

/// Elements whose text is not running text: it is no HTML, or cannot hold elements.
const APART: [&str; 7] = ["head", "script", "style", "title", "option", "textarea", "svg"];

/// The words of a text that browsers guess at: in scripts without spaces, neither short nor long.
pub(crate) fn guessed(text: &str) -> Vec<String> {
    let classes = CodePointMapData::<LineBreak>::new();
    let breaks = word_breaks(text);
    let words = breaks.windows(2).map(|pair| &text[pair[0]..pair[1]]);
    words
        .filter(|word| word.chars().all(|letter| classes.get(letter) == LineBreak::ComplexContext))
        .filter(|word| (SHORTEST..=LONGEST).contains(&word.chars().count()))
        .map(str::to_owned)
        .collect()
}

/// Keeps words whole wherever they stand in running text.
pub(super) fn kept(html: String, words: &[String]) -> String {
    if words.iter().all(|word| !html.contains(word)) {
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

fn wrap(text: &str, words: &[String], out: &mut String) {
    let mut rest = text;
    let first = |rest: &str| {
        let found = words.iter().filter_map(|word| Some((rest.find(word)?, word.len())));
        found.min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)))
    };
    while let Some((at, length)) = first(rest) {
        let (before, word) = (&rest[..at], &rest[at..at + length]);
        for part in [before, BEGIN, word, END] {
            out.push_str(part);
        }
        rest = &rest[at + length..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(html: &str) -> String {
        kept(html.to_owned(), &["ขอนแก่น".to_owned()])
    }

    #[test]
    fn the_words_of_a_title_that_browsers_may_tear() {
        assert_eq!(guessed("ขอนแก่นเมืองแห่งการเรียนรู้"), ["ขอนแก่น"]);
        assert!(guessed("Khon Kaen Learning City").is_empty());
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
