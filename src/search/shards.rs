//! An index of many files, of which a browser fetches the few that a query asks for.
//!
//! In: a collection too large for one file. Out: three kinds of file. *Grams*: for each run of
//! three letters of the skeletons, the documents that have it, in three lists: at the beginning of
//! a word of a name, elsewhere in a name, elsewhere. *Documents*: fifty at a time, in columns.
//! *Choices*: the documents under each label. The first file says only how many there are.
//! Promise: all are named by one hash of the whole, so that no file is ever of another build.

use std::collections::BTreeMap;

use ahash::AHashMap;
use serde::Serialize;

use super::SearchIndex;
use super::documents::{Collection, Document};
use super::encode::{Head, columns, json, letter};
use super::keys::{key, skeleton};
use super::words::Splitter;
use crate::language::LanguageTag;

/// How many files hold the grams.
const GRAM_FILES: u32 = 256;
/// How many documents a file holds.
const DOCUMENTS: usize = 50;

/// The documents that have a gram: each in the first list that it belongs to.
type Postings = [Vec<usize>; 3];

#[derive(Serialize)]
struct First<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    shards: Shards<'a>,
}

#[derive(Serialize)]
struct Shards<'a> {
    /// The address of a file, with `*` for its name, next to the first.
    files: &'a str,
    grams: u32,
    each: usize,
    total: usize,
}

/// Writes an index in shards.
pub(super) fn publish(
    collection: &Collection,
    splitter: &Splitter<'_>,
    tag: &LanguageTag,
) -> SearchIndex {
    let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (place, documents) in collection.documents.chunks(DOCUMENTS).enumerate() {
        parts.insert(format!("d{place}"), json(&columns(documents, splitter)));
    }
    for (place, grams) in grams(collection, splitter).into_iter().enumerate() {
        parts.insert(format!("g{place}"), json(&grams));
    }
    parts.insert("choices".to_owned(), json(&choices(collection)));
    let mut hash = blake3::Hasher::new();
    for (name, bytes) in &parts {
        hash.update(name.as_bytes()).update(bytes);
    }
    let hash = &hash.finalize().to_hex()[..16];
    let files = format!("search-{tag}-*.{hash}.json");
    let first = json(&First {
        head: Head::new(collection),
        shards: Shards {
            files: &files,
            grams: GRAM_FILES,
            each: DOCUMENTS,
            total: collection.documents.len(),
        },
    });
    let path = crate::theme::fingerprinted(&format!("search-{tag}.json"), &first);
    let named =
        |(name, bytes): (String, Vec<u8>)| (format!("assets/{}", files.replace('*', &name)), bytes);
    let files = std::iter::once((path.clone(), first)).chain(parts.into_iter().map(named));
    SearchIndex { path, files: files.collect() }
}

/// The documents of every gram, by file.
fn grams(collection: &Collection, splitter: &Splitter<'_>) -> Vec<BTreeMap<String, String>> {
    let labels: Vec<Vec<Gram>> = collection
        .labels
        .iter()
        .map(|label| label.words.iter().flat_map(|it| grams_of(it, splitter, 2)).collect())
        .collect();
    let mut postings: AHashMap<Gram3, Postings> = AHashMap::new();
    for (place, document) in collection.documents.iter().enumerate() {
        for (gram, list) in document_grams(document, &labels, splitter) {
            postings.entry(gram).or_default()[list].push(place);
        }
    }
    let mut files = vec![BTreeMap::new(); GRAM_FILES as usize];
    for (gram, lists) in postings {
        let text = lists.map(|list| deltas(&list)).join("!");
        let text = text.trim_end_matches('!').to_owned();
        files[file_of(&gram) as usize].insert(gram.iter().collect(), text);
    }
    files
}

/// Three letters of a skeleton; the last is a line feed where a text ends.
type Gram3 = [char; 3];
type Gram = (Gram3, usize);

/// Each gram of a document, once, in its best list: the first.
fn document_grams(document: &Document, labels: &[Vec<Gram>], splitter: &Splitter<'_>) -> Vec<Gram> {
    let names = std::iter::once(&document.name).chain(&document.others);
    let texts = std::iter::once(&document.summary).chain(&document.place);
    let names = names.flat_map(|text| grams_of(text, splitter, 0));
    let texts = texts.flat_map(|text| grams_of(text, splitter, 2));
    let labels = document.labels.iter().filter_map(|label| labels.get(*label)).flatten().copied();
    let mut grams: Vec<Gram> = names.chain(texts).chain(labels).collect();
    grams.sort_unstable();
    grams.dedup_by_key(|(gram, _)| *gram);
    grams
}

/// The grams of a text. Of those in `list` 0, only the ones that begin a word stay there.
fn grams_of(text: &str, splitter: &Splitter<'_>, list: usize) -> Vec<Gram> {
    let mut letters: Vec<(char, bool)> = Vec::new();
    for token in splitter.tokens(text) {
        let skeleton = skeleton(&key(&token));
        letters.extend(skeleton.chars().enumerate().map(|(place, c)| (c, place == 0)));
    }
    letters.push(('\n', false));
    let windows = letters.windows(3);
    windows
        .map(|run| {
            let begins = run[0].1 || list > 0;
            ([run[0].0, run[1].0, run[2].0], if begins { list } else { 1 })
        })
        .collect()
}

/// The file of a gram goes by its first two letters: all that begin so are together.
fn file_of(gram: &Gram3) -> u32 {
    (u32::from(gram[0]) * 31 + u32::from(gram[1])) % GRAM_FILES
}

/// Ascending numbers as letters: how far each is from the one before it.
fn deltas(places: &[usize]) -> String {
    let mut next = 0;
    places
        .iter()
        .map(|place| {
            let delta = place - next;
            next = place + 1;
            letter(delta)
        })
        .collect()
}

/// The documents under each label, by section, free and accessible.
fn choices(collection: &Collection) -> BTreeMap<String, String> {
    let mut choices: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, document) in collection.documents.iter().enumerate() {
        let section = collection.sections.get(document.section).map(|(word, _)| word.clone());
        let labels = document.labels.iter().filter_map(|it| collection.labels.get(*it));
        let mut under: Vec<String> = labels.map(|label| label.id.clone()).chain(section).collect();
        under.extend(document.free.then(|| "free".to_owned()));
        under.extend(document.accessible.then(|| "accessible".to_owned()));
        for id in under {
            choices.entry(id).or_default().push(place);
        }
    }
    choices.into_iter().map(|(id, places)| (id, deltas(&places))).collect()
}
