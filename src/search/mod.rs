//! Search in the browser without a server: what the built site ships for it.
//!
//! In: the [`Index`] and the languages. Out: for each language the files of its index, all under
//! `assets/` and named by their content, and the address of the one that a browser asks for first.
//! Promise: the same content gives the same bytes; a word means the same here and in the theme's
//! `scripts/search.js`, because both make keys by the rules of [`key`] and pass the same vectors
//! (`tests/search/vectors.json`). Where words begin is found here, with the dictionary and the
//! site's own names, so that nothing depends on how a browser cuts Thai.
//!
//! `documents` gathers what is searched, `words` cuts it, `encode` writes one file of it,
//! and `shards` several where one would be too large.

mod documents;
mod encode;
mod keys;
mod shards;
mod words;

pub use documents::{Collection, Document, Label};
pub use encode::letter;
pub use keys::{key, skeleton};

use self::words::Splitter;
use crate::index::Index;
use crate::language::{LanguageTag, Locale};
use crate::page::Base;
use crate::theme::fingerprinted;

/// From how many entries on an index is in shards.
pub const SHARDED_FROM: usize = 3_000;

/// The published index of one language.
#[derive(Debug)]
pub struct SearchIndex {
    /// The path, below the root, of the file that is asked for first.
    pub path: String,
    /// Every file with its path, that one included.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Makes the index of a language.
pub fn build(index: &Index, locale: &Locale, base: &Base) -> SearchIndex {
    publish(&Collection::new(index, locale, base), locale.tag())
}

/// Writes what was gathered, in one file or in shards.
pub fn publish(collection: &Collection, tag: &LanguageTag) -> SearchIndex {
    let splitter = Splitter::new(collection);
    if collection.documents.len() >= SHARDED_FROM {
        return shards::publish(collection, &splitter, tag);
    }
    let bytes = encode::whole(collection, &splitter);
    let path = fingerprinted(&format!("search-{tag}.json"), &bytes);
    SearchIndex { path: path.clone(), files: vec![(path, bytes)] }
}
