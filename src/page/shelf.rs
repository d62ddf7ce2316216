//! Cards that many pages show, each made once.
//!
//! In: an entry, a language, and what makes its card. Out: the card as templates see it. Promise: the
//! card of an entry is the same on every page of a language, so it does not matter which page asks
//! first.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::view::{Card, Ready};
use crate::language::Lang;
use crate::model::value::Slug;
use crate::model::{Directory, Entry, EntryKind};

/// A place for the card of each entry in one language.
type Places = BTreeMap<EntryKind, HashMap<Slug, OnceLock<Ready<Card>>>>;

/// The cards of a directory.
#[derive(Debug)]
pub struct Shelf {
    /// One a language, in the site's order.
    languages: Vec<Places>,
}

impl Shelf {
    /// Places for every card, all of them empty.
    pub fn new(directory: &Directory) -> Self {
        let places = || {
            let mut places = Places::new();
            for entry in directory.entries() {
                places.entry(entry.kind).or_default().insert(entry.slug.clone(), OnceLock::new());
            }
            places
        };
        Self { languages: directory.site.languages.iter().map(|_| places()).collect() }
    }

    /// The card of an entry; `make` is called where there is none yet.
    pub(super) fn card(
        &self,
        language: Lang,
        entry: &Entry,
        make: impl FnOnce() -> Card,
    ) -> Ready<Card> {
        let places = self.languages.get(language.index()).and_then(|it| it.get(&entry.kind));
        match places.and_then(|places| places.get(&entry.slug)) {
            Some(place) => place.get_or_init(|| Ready::new(&make())).clone(),
            None => Ready::new(&make()),
        }
    }
}
