//! Texts cut into tokens: words, and what stands between them.
//!
//! In: texts of a [`Collection`]. Out: tokens that begin where words begin. The dictionary finds
//! most words; the site's own short names are words wherever they stand, known to a dictionary or
//! not; and a compound is cut where both halves are words of this site (ผ้า|ไหม, never จังห|วัด).
//! Promise: the tokens of a text, joined by [`joint`], are the text, its spaces made single.

use std::borrow::Cow;
use std::collections::BTreeSet;

use ahash::{AHashMap, AHashSet, RandomState};
use indexmap::IndexSet;

use super::documents::Collection;
use super::keys::is_dependent;
use crate::language::{is_alphanumeric, word_breaks};

/// How long a name is that is taken for one word, in characters.
const NAME: std::ops::RangeInclusive<usize> = 5..=16;
/// The shortest half of a compound, in characters.
const HALF: usize = 3;

/// Cuts the texts of a collection.
#[derive(Debug)]
pub(super) struct Splitter<'c> {
    names: Names,
    compounds: Compounds,
    known: Known<'c>,
}

impl<'c> Splitter<'c> {
    /// Learns the names and words of a collection.
    pub(super) fn new(collection: &'c Collection) -> Self {
        let names = Names::of(collection);
        let whole = Known::of(collection.texts(), |text| names.pieces(text));
        let compounds = Compounds::of(whole.words());
        let known = whole.cut(&compounds);
        Self { names, compounds, known }
    }

    /// The tokens of a text.
    pub(super) fn tokens(&self, text: &str) -> Vec<Cow<'_, str>> {
        match self.known.pieces(text) {
            Some(tokens) => tokens.map(Cow::Borrowed).collect(),
            None => self.compounds.cut(self.names.pieces(text).into_iter().map(Cow::Owned)),
        }
    }
}

/// Short names in scripts without spaces.
#[derive(Debug)]
struct Names {
    sorted: Vec<String>,
    /// How they begin, to pass quickly over where none can.
    heads: AHashSet<String>,
}

impl Names {
    fn of(collection: &Collection) -> Self {
        let names: BTreeSet<String> = collection
            .names()
            .flat_map(str::split_whitespace)
            .filter(|name| NAME.contains(&name.chars().count()) && name.chars().all(is_unspaced))
            .map(str::to_owned)
            .collect();
        let heads = names.iter().map(|name| head(name).to_owned()).collect();
        Self { sorted: names.into_iter().collect(), heads }
    }

    /// A text in words and what stands between them; compounds are whole.
    fn pieces(&self, text: &str) -> Vec<String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let breaks = self.breaks(&text);
        let mut pieces: Vec<String> = Vec::new();
        for pair in breaks.windows(2) {
            let piece = &text[pair[0]..pair[1]];
            match pieces.last_mut() {
                // What stands between words is one token; so is what a break fell into by mistake.
                Some(last) if !is_word(last) && !is_word(piece) => last.push_str(piece),
                Some(last) if ends_spaced(last) && begins_spaced(piece) => last.push_str(piece),
                _ => pieces.push(piece.to_owned()),
            }
        }
        pieces
    }

    /// Where words begin and end, as byte offsets.
    fn breaks(&self, text: &str) -> Vec<usize> {
        let mut breaks = word_breaks(text);
        breaks.push(text.len());
        let mut from = 0;
        for (at, c) in text.char_indices() {
            let may_begin = is_unspaced(c) && !is_dependent(c);
            if at < from || !may_begin || !self.heads.contains(head(&text[at..])) {
                continue;
            }
            if let Some(name) = self.longest(&text[at..]) {
                let end = at + name.len();
                if !text[end..].starts_with(is_dependent) {
                    breaks.extend([at, end]);
                    from = end;
                }
            }
        }
        breaks.sort_unstable();
        breaks.dedup();
        breaks
    }

    /// The longest name that a text begins with.
    fn longest(&self, text: &str) -> Option<&str> {
        let mut rest = text;
        loop {
            let place = self.sorted.partition_point(|name| name.as_str() <= rest);
            let name = self.sorted.get(place.checked_sub(1)?)?;
            let common = common_prefix(name, rest);
            if common == name.len() {
                return Some(name);
            }
            if common == 0 {
                return None;
            }
            // Any shorter name that fits is a beginning of what they share.
            rest = &rest[..common];
        }
    }
}

/// Compounds, each with its halves.
#[derive(Debug)]
struct Compounds(AHashMap<String, (String, String)>);

impl Compounds {
    /// Those of a site's words whose halves are words of it too.
    fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let words: BTreeSet<&str> = words.filter(|it| is_word(it)).collect();
        let cut = words.iter().filter_map(|it| Some(((*it).to_owned(), halves(it, &words)?)));
        Self(cut.collect())
    }

    /// Tokens, of pieces with compounds among them. These are of scripts without spaces, so that none
    /// of what they are cut into would have been joined with what follows.
    fn cut<'s>(&'s self, pieces: impl Iterator<Item = Cow<'s, str>>) -> Vec<Cow<'s, str>> {
        let mut tokens = Vec::new();
        for piece in pieces {
            match self.0.get(&*piece) {
                Some((first, second)) => tokens.extend([first, second].map(Cow::from)),
                None => tokens.push(piece),
            }
        }
        spared(tokens)
    }
}

/// Texts in pieces, cut once: every part of an index asks for them.
#[derive(Debug)]
struct Known<'c> {
    words: IndexSet<String, RandomState>,
    /// Each text as the places of its pieces among the words.
    texts: AHashMap<&'c str, Box<[usize]>>,
}

impl<'c> Known<'c> {
    /// Texts, cut into pieces.
    fn of(texts: impl Iterator<Item = &'c str>, cut: impl Fn(&str) -> Vec<String>) -> Self {
        let mut known = Self { words: IndexSet::default(), texts: AHashMap::default() };
        for text in texts {
            let words = &mut known.words;
            known.texts.entry(text).or_insert_with(|| {
                cut(text).into_iter().map(|piece| words.insert_full(piece).0).collect()
            });
        }
        known
    }

    /// The same texts with their compounds cut.
    fn cut(self, compounds: &Compounds) -> Self {
        let Self { words, texts } = self;
        let cut = |places: &[usize]| {
            let pieces = places.iter().filter_map(|place| words.get_index(*place));
            let tokens = compounds.cut(pieces.map(|it| Cow::Borrowed(it.as_str())));
            // Halves of compounds are words that stand alone elsewhere.
            tokens.iter().filter_map(|it| words.get_index_of(&**it)).collect()
        };
        let texts = texts.into_iter().map(|(text, places)| (text, cut(&places))).collect();
        Self { words, texts }
    }

    /// The pieces of a text, where it is known.
    fn pieces(&self, text: &str) -> Option<impl Iterator<Item = &str>> {
        let places = self.texts.get(text)?.iter();
        Some(places.filter_map(|place| self.words.get_index(*place)).map(String::as_str))
    }

    /// All pieces of all texts, each once.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}

/// The space that stands between two tokens without being one: that between words of scripts
/// that have spaces. The browser's half knows the same rule.
pub(super) fn joint(before: &str, after: &str) -> &'static str {
    if ends_spaced(before) && begins_spaced(after) { " " } else { "" }
}

/// Leaves out the spaces that [`joint`] puts back.
fn spared(tokens: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    let mut spared: Vec<Cow<'_, str>> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let next = tokens.peek().map(AsRef::as_ref).unwrap_or_default();
        let before = spared.last().map(AsRef::as_ref).unwrap_or_default();
        if token != " " || joint(before, next).is_empty() {
            spared.push(token);
        }
    }
    spared
}

fn is_word(token: &str) -> bool {
    token.chars().any(is_alphanumeric)
}

fn ends_spaced(token: &str) -> bool {
    token.ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn begins_spaced(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Letters and marks of scripts that put no space between words.
fn is_unspaced(c: char) -> bool {
    ('\u{e00}'..='\u{eff}').contains(&c)
}

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(*NAME.start()).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// How many bytes two texts share at their beginning, whole characters only.
fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices()
        .zip(b.chars())
        .find(|((_, a), b)| a != b)
        .map_or_else(|| a.len().min(b.len()), |((at, _), _)| at)
}

/// The most even cut of a compound into two words that are both known.
fn halves(word: &str, known: &BTreeSet<&str>) -> Option<(String, String)> {
    if !word.chars().all(is_unspaced) {
        return None;
    }
    let length = word.chars().count();
    let cuts = word.char_indices().enumerate().filter(|(number, (at, c))| {
        let (first, second) = word.split_at(*at);
        (HALF..=length.saturating_sub(HALF)).contains(number)
            && !is_dependent(*c)
            && !first.ends_with(|c| ('\u{e40}'..='\u{e44}').contains(&c))
            && known.contains(first)
            && known.contains(second)
    });
    let (_, (at, _)) = cuts.min_by_key(|(number, _)| (2 * number).abs_diff(length))?;
    Some((word[..at].to_owned(), word[at..].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Document;

    fn named(names: &[&str]) -> Collection {
        let documents =
            names.iter().map(|text| Document { name: (*text).to_owned(), ..Document::default() });
        Collection { documents: documents.collect(), ..Collection::default() }
    }

    #[test]
    fn tokens_make_the_text_again() {
        let collection = named(&["เมกเกอร์สเปซ", "ผ้าไหม", "ผ้า", "ไหม"]);
        let splitter = Splitter::new(&collection);
        for text in [
            "ห้องเมกเกอร์สเปซของเมือง TCDC ขอนแก่น",
            "A museum, open to all (free): Wi-Fi, 20,000 books.",
            "ผ้าไหมมัดหมี่ 200 ปี พ.ศ. 2540",
            "",
        ] {
            let mut made = String::new();
            for token in splitter.tokens(text) {
                made = format!("{made}{}{token}", joint(&made, &token));
            }
            assert_eq!(made, text);
        }
    }

    #[test]
    fn a_text_that_is_known_is_cut_as_any_other() {
        let texts = [
            "ผ้าไหมมัดหมี่ ของเมกเกอร์สเปซ, 200 ปี: ผ้า ไหม  Wi-Fi",
            "A museum, open to all (free).",
            "เมกเกอร์สเปซ",
            "ผ้า",
            "ไหม",
            "",
        ];
        let collection = named(&texts);
        let splitter = Splitter::new(&collection);
        for text in texts {
            let pieces = splitter.names.pieces(text).into_iter().map(Cow::Owned);
            assert_eq!(splitter.tokens(text), splitter.compounds.cut(pieces), "{text}");
        }
        assert!(splitter.tokens(texts[0]).starts_with(&["ผ้า".into(), "ไหม".into()]));
    }

    #[test]
    fn names_of_the_site_are_words() {
        let collection = named(&["เมกเกอร์สเปซ"]);
        let splitter = Splitter::new(&collection);
        let tokens = splitter.tokens("เปิดเมกเกอร์สเปซใหม่");
        let offset: Vec<usize> = tokens
            .iter()
            .scan(0, |at, token| {
                *at += token.chars().count();
                Some(*at)
            })
            .collect();
        assert!(offset.contains(&4) && offset.contains(&16), "{tokens:?}");
    }

    #[test]
    fn compounds_are_cut_between_words() {
        let collection = named(&["ผ้าไหม", "ผ้า", "ไหม", "วัด", "จังหวัด"]);
        let splitter = Splitter::new(&collection);
        assert_eq!(splitter.tokens("ผ้าไหม"), ["ผ้า", "ไหม"]);
        assert_eq!(splitter.tokens("จังหวัด"), ["จังหวัด"]);
    }
}
