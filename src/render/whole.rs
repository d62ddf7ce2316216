//! Words that no browser may tear at the end of a line.
//!
//! In: a page's HTML, and names. Out: the same page with the words of a name, where it stands in
//! running text, and the words that browsers are known to tear, each in an element that does not
//! wrap. Promise: not a character of the text changes.
//!
//! Thai has no spaces between words, and where a line may end is the browser's guess: Firefox asks a
//! neural model, which cuts `ขอน|แก่น` and `น|คร`. Word joiners do not help, and would be found by
//! whoever copies the text; every word in an element of its own would be read out word by word.
//!
//! An element is also a place where a line may end. So a word counts only where the dictionary reads
//! it too: `องศา` is a word, and no part of `ของศาล`.

use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use aho_corasick::{AhoCorasick, BuildError, MatchKind};
use icu::properties::{CodePointMapData, props::LineBreak};
use memchr::{memchr, memchr3, memmem};
use quick_cache::sync::Cache;

use super::parts::Parts;
use crate::drawing::escape;
use crate::language::{splits_syllable, torn_words, word_breaks};

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
/// The en dash, which says from where to where; a line may end after it.
const TO: char = '–';

const BEGIN: &str = "<span class=\"nb\">";
const END: &str = "</span>";

/// How many runs are remembered.
const REMEMBERED: usize = 1 << 12;
/// The longest run that is remembered, in bytes: a longer one is part of a sentence.
const SHORT: usize = 100;

/// What stands for a text wherever it runs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    text: String,
    html: String,
}

/// Everything that is kept whole on the pages of a site.
#[derive(Debug)]
pub(super) struct Whole {
    kept: Vec<Kept>,
    texts: AhoCorasick,
    /// Where words end in short runs that hold any of them: names of places and months stand on
    /// every page.
    runs: Cache<Box<str>, Arc<[usize]>>,
}

impl Whole {
    /// Keeps these names, and the words that browsers tear.
    pub(super) fn of<'t>(names: impl Iterator<Item = &'t str>) -> Result<Self, BuildError> {
        let whole =
            |word: &str| Kept { text: word.to_owned(), html: format!("{BEGIN}{word}{END}") };
        let mut kept: Vec<Kept> = names.flat_map(of_name).chain(torn_words().map(whole)).collect();
        kept.sort();
        kept.dedup();
        let texts = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(kept.iter().map(|kept| &kept.text))?;
        Ok(Self { kept, texts, runs: Cache::new(REMEMBERED) })
    }

    /// A page with its parts, its words kept whole wherever they stand in running text.
    pub(super) fn keep(&self, html: &str, parts: &Parts) -> String {
        let length = html.len() + parts.length();
        let mut out = String::with_capacity(length + length / 8);
        let mut rest = html;
        while let Some(at) = memchr(b'<', rest.as_bytes()) {
            let (text, tag) = rest.split_at(at);
            self.wrap(text, &mut out);
            if let Some((part, length)) = parts.at(tag) {
                out.push_str(part.running(|html| self.keep(html, &Parts::default())));
                rest = &tag[length..];
                continue;
            }
            // What is apart is copied to its end, whatever it holds.
            if let Some(name) = apart(tag) {
                let close = format!("</{name}>");
                let end = memmem::find(tag.as_bytes(), close.as_bytes());
                let (inside, after) = tag.split_at(end.map_or(tag.len(), |end| end + close.len()));
                parts.copy(inside, &mut out);
                rest = after;
                continue;
            }
            let end = memchr(b'>', tag.as_bytes()).map_or(tag.len(), |end| end + 1);
            out.push_str(&tag[..end]);
            rest = &tag[end..];
        }
        self.wrap(rest, &mut out);
        // A part may also stand within a tag.
        parts.put_back(out)
    }

    fn wrap(&self, text: &str, out: &mut String) {
        // Most of what stands between tags is blank, and nothing that is kept is ASCII.
        if text.is_ascii() {
            out.push_str(text);
            return;
        }
        // Names written short, ranges and brackets each have one of these bytes, and other text of Thai
        // has none of them.
        if memchr3(b'(', 0xE2, 0xAF, text.as_bytes()).is_none() {
            self.wrap_words(text, out);
            return;
        }
        let mut done = 0;
        let mut found: Vec<Range<usize>> =
            formal_names(text).chain(number_ranges(text)).chain(bracketed(text)).collect();
        found.sort_by_key(|found| found.start);
        for found in found {
            if found.start < done {
                continue;
            }
            self.wrap_words(&text[done..found.start], out);
            out.extend([BEGIN, &text[found.clone()], END]);
            done = found.end;
        }
        self.wrap_words(&text[done..], out);
    }

    fn wrap_words(&self, text: &str, out: &mut String) {
        // Where the dictionary reads words, of the run around the find before: mostly the same.
        let mut read: (Range<usize>, Arc<[usize]>) = (0..0, Arc::default());
        self.texts.replace_all_with(text, out, |found, word, out| {
            // `ศูนย` is a word, but not the beginning of `ศูนย์`.
            let ends = [found.start(), found.end()];
            let stands = !ends.iter().any(|at| splits_syllable(text, *at)) && {
                if !ends.iter().all(|at| read.0.contains(at) || *at == read.0.end) {
                    let run = run_around(text, found.range());
                    read = (run.clone(), self.breaks(&text[run]));
                }
                ends.iter().all(|at| read.1.binary_search(&(at - read.0.start)).is_ok())
            };
            let kept = self.kept.get(found.pattern().as_usize()).filter(|_| stands);
            out.push_str(kept.map_or(word, |kept| &kept.html));
            true
        });
    }

    /// Where the dictionary reads words in a run.
    fn breaks(&self, run: &str) -> Arc<[usize]> {
        if run.len() > SHORT {
            return word_breaks(run).into();
        }
        if let Some(known) = self.runs.get(run) {
            return known;
        }
        let breaks: Arc<[usize]> = word_breaks(run).into();
        self.runs.insert(run.into(), Arc::clone(&breaks));
        breaks
    }
}

/// What stands around a part of a text up to the nearest white space on either side: where words end
/// in it hangs on nothing beyond (UAX #29, §4.1, has no rule that reaches over a space), and to ask
/// the dictionary is dear.
fn run_around(text: &str, part: Range<usize>) -> Range<usize> {
    let before = text[..part.start].bytes().rposition(|byte| byte.is_ascii_whitespace());
    let after = text[part.end..].bytes().position(|byte| byte.is_ascii_whitespace());
    before.map_or(0, |at| at + 1)..after.map_or(text.len(), |at| part.end + at)
}

/// Elements whose text is not running text: it is no HTML, or cannot hold elements.
const APART: [&str; 7] = ["head", "script", "style", "title", "option", "textarea", "svg"];

/// A name whose every word is kept whole where the name stands, and those of its words that are
/// kept wherever they stand: in scripts without spaces, neither short nor long.
fn of_name(name: &str) -> Vec<Kept> {
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

/// The name of the element that a tag opens, where its text is none that runs.
fn apart(tag: &str) -> Option<&'static str> {
    // A page has a thousand tags, and most begin with other letters.
    tag.as_bytes().get(1).filter(|letter| b"host".contains(letter))?;
    let opens = |name: &&&str| {
        let after = tag[1..].strip_prefix(**name);
        after.is_some_and(|after| after.starts_with([' ', '>', '\n']))
    };
    APART.iter().find(opens).copied()
}

/// The names that are written short with a sign at their end (`พระเทพรัตนราชสุดาฯ`), or as many of
/// their last words as fit: no dictionary has them, so browsers tear them, and a queen's name is not
/// torn.
fn formal_names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let classes = CodePointMapData::<LineBreak>::new();
    let length = move |from: usize, to: usize| text[from..to].chars().count();
    let name = move |(at, sign): (usize, &str)| {
        // A name before it ends with the sign, so that names never lie over each other.
        let joins = |it: char| it != CUT_SHORT && classes.get(it) == LineBreak::ComplexContext;
        let begins = text[..at].trim_end_matches(joins).len();
        let mut words = word_breaks(&text[begins..at]).into_iter().map(|word| begins + word);
        let begins = words.find(|word| length(*word, at) <= LONGEST_NAME)?;
        (length(begins, at) >= SHORTEST).then(|| begins..at + sign.len())
    };
    text.match_indices(CUT_SHORT).filter_map(name)
}

/// Short names in brackets (`(เคเคที)`): most are letters read aloud, which no dictionary has.
fn bracketed(text: &str) -> impl Iterator<Item = Range<usize>> {
    let classes = CodePointMapData::<LineBreak>::new();
    text.match_indices('(').filter_map(move |(at, _)| {
        let inside = &text[at + 1..];
        let name = &inside[..inside.find(|it| classes.get(it) != LineBreak::ComplexContext)?];
        let kept = (SYLLABLE..=LONGEST).contains(&name.chars().count());
        (kept && inside[name.len()..].starts_with(')')).then(|| at..at + name.len() + 2)
    })
}

/// What stands inside numbers and times.
const SIGNS: [char; 3] = [':', '.', ','];

/// Ranges of numbers and times that are written without spaces: `5–7`, `09:00–16:30`.
fn number_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let part = |it: char| it.is_ascii_digit() || SIGNS.contains(&it);
    text.match_indices(TO).filter_map(move |(at, dash)| {
        let before = text[..at].trim_end_matches(part).len();
        let from = at - text[before..at].trim_start_matches(SIGNS).len();
        let after = &text[at + dash.len()..];
        let number = &after[..after.len() - after.trim_start_matches(part).len()];
        let to = at + dash.len() + number.trim_end_matches(SIGNS).len();
        (from < at && to > at + dash.len()).then_some(from..to)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::parts::{Part, mark};
    use super::*;

    fn keeping(name: &str, html: &str) -> String {
        Whole::of([name].into_iter()).expect("few words").keep(html, &Parts::default())
    }

    fn keep(html: &str) -> String {
        keeping("ขอนแก่น", html)
    }

    #[test]
    fn a_title_is_kept_word_by_word_and_its_own_words_everywhere() {
        let title = "ขอนแก่นเมืองแห่งการเรียนรู้";
        let keep = |html: &str| keeping(title, html).replace(BEGIN, "[").replace(END, "]");
        assert_eq!(
            keep("<a>ขอนแก่นเมืองแห่งการเรียนรู้</a> ขอนแก่น เมือง"),
            "<a>[ขอนแก่น][เมือง][แห่ง]การ[เรียน]รู้</a> [ขอนแก่น] เมือง"
        );
        assert!(of_name("Khon Kaen Learning City").is_empty());
    }

    #[test]
    fn words_that_browsers_tear_are_kept_whole_in_any_text() {
        let keep = |html: &str| keep(html).replace(BEGIN, "[").replace(END, "]");
        assert_eq!(keep("<p>ศูนย์ฝึกอาชีพทุกจังหวัด</p>"), "<p>ศูนย์ฝึก[อาชีพ]ทุก[จังหวัด]</p>");
        for part in ["<p>ห้องสมุดและโรงเรียน</p>", "<p>จังหวัดำ เอาชีพ</p>", "<p>อาชีพ์</p>"]
        {
            assert_eq!(keep(part), part);
        }
    }

    #[test]
    fn a_word_is_not_found_across_others() {
        for part in ["อย่างกว้างขวาง", "กำลังการผลิต", "การกลับบ้าน", "ของศาลา", "ชีวิตกลับมา"]
        {
            assert_eq!(keep(part), part);
        }
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
    fn a_short_name_in_brackets_is_kept_whole() {
        let keep = |html: &str| keep(html).replace(BEGIN, "[").replace(END, "]");
        assert_eq!(keep("ไฟ (เคเคที) ดี"), "ไฟ [(เคเคที)] ดี");
        for text in ["(มข)", "(เคเคที", "(เคเค ที)", "(พื้นที่มอดินแดงที่กว้าง)", "(KKTT)", "("]
        {
            assert_eq!(keep(text), text);
        }
    }

    #[test]
    fn ranges_of_numbers_are_kept_whole() {
        let keep = |html: &str| keep(html).replace(BEGIN, "[").replace(END, "]");
        assert_eq!(keep("เวลา 09:00–16:30 น. อายุ 5–7 ปี"), "เวลา [09:00–16:30] น. อายุ [5–7] ปี");
        assert_eq!(keep("1,000–2,000 บาท"), "[1,000–2,000] บาท");
        for text in ["5 – 7 ต.ค.", "เสาร์–อาทิตย์", "a–5", "–5", "5–", "–"]
        {
            assert_eq!(keep(text), text);
        }
        assert_eq!(keep("9:00–12:00, 13:00–16:30."), "[9:00–12:00], [13:00–16:30].");
        assert_eq!(keep("1–2–3"), "[1–2]–3");
    }

    #[test]
    fn parts_are_kept_whole_where_they_run_and_left_alone_elsewhere() {
        let whole = Whole::of(["ขอนแก่น"].into_iter()).expect("few words");
        let part = Part::of("<b>ขอนแก่น</b>".to_owned()).expect("elements");
        let mark = || mark(Arc::clone(&part));
        let (page, parts) = Parts::of(|| {
            format!("<head>{}</head><p title='{}'>{}{}</p>", mark(), mark(), mark(), mark())
        });
        assert_eq!(
            whole.keep(&page, &parts).replace(BEGIN, "[").replace(END, "]"),
            "<head><b>ขอนแก่น</b></head><p title='<b>ขอนแก่น</b>'><b>[ขอนแก่น]</b><b>[ขอนแก่น]</b></p>"
        );
    }

    proptest! {
        #[test]
        fn where_words_end_hangs_on_nothing_beyond_the_run(
            words in prop::collection::vec(
                prop::sample::select(vec![
                    "ขอนแก่น", "นคร", "ศูนย์", "การ", "เรียนรู้", "องศา", "ของ", "ๆ", "ฯ", "ฟ", " ", "\n", "a", "1", ",",
                    ".", "'", "_", "–", "’", "(", "๑", "é", "\u{301}", "\u{200d}", "ລາວ", "漢", "ア", "🇹",
                ]),
                1..24,
            ),
            at in any::<prop::sample::Index>(),
        ) {
            let text = words.concat();
            let run = run_around(&text, {
                let from = words[..at.index(words.len())].concat().len();
                from..from
            });
            let whole = word_breaks(&text);
            let within: Vec<usize> =
                whole.into_iter().filter(|at| run.contains(at) || *at == run.end).collect();
            let alone: Vec<usize> =
                word_breaks(&text[run.clone()]).into_iter().map(|at| at + run.start).collect();
            let inner = |at: &&usize| **at > run.start && **at < run.end;
            prop_assert!(within.iter().filter(inner).eq(alone.iter().filter(inner)), "{text}");
        }
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
