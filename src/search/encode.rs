//! Documents as one file of JSON.
//!
//! In: documents and how their texts are cut. Out: bytes. Texts are written as letters, one a
//! token, each standing for a word of one list, most frequent words first: that is shorter than
//! the text, and the beginnings of words come with it for nothing. A document's parts stand in
//! columns, one line a document, because like compresses best beside like.
//!
//! The browser's half (`open` in `scripts/search.js`) reads this and nothing else does.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ahash::AHashMap;
use serde::Serialize;

use super::documents::{Collection, Document, Label};
use super::words::Splitter;

/// Words written with one byte, and with at most two.
const TIERS: [usize; 2] = [88, 1_900];
/// Stands between the texts of one column's line.
const BETWEEN: char = '!';

/// The file of an index that is whole.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    documents: Columns,
}

/// What every index says of the site.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    sections: &'a [(String, String)],
    labels: Vec<Vec<&'a str>>,
}

impl<'a> Head<'a> {
    pub(super) fn new(collection: &'a Collection) -> Self {
        let labels = collection.labels.iter();
        let label = |label: &'a Label| {
            std::iter::once(&label.id).chain(&label.words).map(String::as_str).collect()
        };
        Self { sections: &collection.sections, labels: labels.map(label).collect() }
    }
}

/// Documents in columns.
#[derive(Default, Serialize)]
pub(super) struct Columns {
    /// The list of tokens, one a line.
    words: String,
    /// One line a document, as letters.
    names: String,
    /// Other names of a document, then `!` before each further one.
    others: String,
    /// The summary, then `!` before each part of the address.
    summaries: String,
    slugs: String,
    /// The section, 1 for free + 2 for accessible, and the labels as letters.
    facets: String,
    when: String,
    /// The languages of borrowed names and summaries, by place.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    foreign: BTreeMap<usize, [String; 2]>,
}

/// The bytes of an index in one file.
pub(super) fn whole(collection: &Collection, splitter: &Splitter<'_>) -> Vec<u8> {
    let documents = columns(&collection.documents, splitter);
    json(&Whole { head: Head::new(collection), documents })
}

/// Values of our own types as JSON.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    // Strings and lists of them are always written.
    serde_json::to_vec(value).unwrap_or_default()
}

/// Documents in columns.
pub(super) fn columns(documents: &[Document], splitter: &Splitter<'_>) -> Columns {
    let cut = |text: &String| splitter.tokens(text);
    let names: Vec<Texts<'_>> = documents.iter().map(|it| vec![cut(&it.name)]).collect();
    let others: Vec<Texts<'_>> =
        documents.iter().map(|it| it.others.iter().map(cut).collect()).collect();
    let summaries: Vec<Texts<'_>> = documents
        .iter()
        .map(|it| std::iter::once(&it.summary).chain(&it.place).map(cut).collect())
        .collect();
    let words = Words::new(names.iter().chain(&others).chain(&summaries));
    let lines = |each: &dyn Fn(&Document) -> String| {
        documents.iter().map(each).collect::<Vec<_>>().join("\n")
    };
    Columns {
        names: words.column(&names),
        others: words.column(&others),
        summaries: words.column(&summaries),
        slugs: lines(&|it| it.slug.clone()),
        facets: lines(&facets),
        when: lines(&|it| it.when.clone()),
        foreign: documents.iter().enumerate().filter_map(foreign).collect(),
        words: words.list.join("\n"),
    }
}

/// Texts of one document in one column, as tokens.
type Texts<'t> = Vec<Vec<Cow<'t, str>>>;

fn facets(document: &Document) -> String {
    let flags = usize::from(document.free) + 2 * usize::from(document.accessible);
    let labels: String = document.labels.iter().map(|label| letter(*label)).collect();
    format!("{}{flags}{labels}", document.section)
}

fn foreign((place, document): (usize, &Document)) -> Option<(usize, [String; 2])> {
    let tags = [&document.name_lang, &document.summary_lang];
    let any = tags.iter().any(|tag| tag.is_some());
    any.then(|| (place, tags.map(|tag| tag.clone().unwrap_or_default())))
}

/// The list of tokens, and the letter of each.
struct Words<'t> {
    list: Vec<&'t str>,
    letters: AHashMap<&'t str, char>,
}

impl<'t> Words<'t> {
    fn new(texts: impl Iterator<Item = &'t Texts<'t>>) -> Self {
        let mut counts: AHashMap<&str, usize> = AHashMap::new();
        for word in texts.flatten().flatten() {
            *counts.entry(word).or_default() += 1;
        }
        let mut list: Vec<(&str, usize)> = counts.into_iter().collect();
        // No two are equal, so that the order is that of no run's hashes.
        list.sort_unstable_by(|(a, many), (b, more)| more.cmp(many).then(a.cmp(b)));
        // Within a tier the order is free: sorted words share their beginnings with neighbours.
        let mut from = 0;
        for to in TIERS.into_iter().chain([list.len()]) {
            let to = to.clamp(from, list.len());
            list[from..to].sort_unstable();
            from = to;
        }
        let list: Vec<&str> = list.into_iter().map(|(word, _)| word).collect();
        let letters = list.iter().enumerate().map(|(place, word)| (*word, letter(place))).collect();
        Self { list, letters }
    }

    fn column(&self, texts: &[Texts<'_>]) -> String {
        let line = |texts: &Texts<'_>| {
            let text = |tokens: &Vec<Cow<'_, str>>| -> String {
                tokens.iter().filter_map(|token| self.letters.get(&**token)).collect()
            };
            texts.iter().map(text).collect::<Vec<_>>().join(&BETWEEN.to_string())
        };
        texts.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// A number as one letter: from `#` on, without `\` and the controls after `~`, which JSON or the
/// eye would trip over, and without surrogates.
pub fn letter(number: usize) -> char {
    let mut code = u32::try_from(number).unwrap_or(u32::MAX - 0x1000) + 0x23;
    for (from, gap) in [(0x5c, 1), (0x7f, 0x21), (0xd800, 0x800)] {
        if code >= from {
            code += gap;
        }
    }
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_all_different_and_need_no_escape() {
        let letters: Vec<char> = (0..70_000).map(letter).collect();
        assert_eq!(letters[0], '#');
        assert!(letters.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(letters.iter().all(|c| !c.is_control() && *c != '\\' && *c != BETWEEN));
    }
}
