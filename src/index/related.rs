//! What stands near an entry in meaning.
//!
//! In: every entry, in the order of a language. Out: for an entry, the few nearest of its kind.
//! Promise: an answer costs the same in a directory of any size. Of each word that the entry stands
//! under, only the [`REACH`] entries that follow it are looked at, the word's list taken as a
//! circle. So in short lists all are, and in long ones each entry leads to its neighbours and is
//! led to by others, where otherwise all would lead to the same few.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Item;
use super::calendar::takes_place;
use super::groups::{event_district, kinds};
use crate::model::value::{Id, Slug};
use crate::model::{Directory, EntryKind, Part};

/// How many entries of one word's list are looked at.
const REACH: usize = 64;

/// The words of every entry, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Related {
    /// Every entry: what is listed in the order of the language, then the rest.
    items: Vec<Item>,
    /// Where each entry stands; looked up, never gone through.
    places: HashMap<EntryKind, HashMap<Slug, usize>>,
    /// The words of the entry at each place.
    words: Vec<Vec<Word>>,
    /// Places of the entries of one kind under one word, ascending. Nobody is led to what is closed
    /// or called off, so it stands in none of them.
    lists: Vec<Vec<usize>>,
}

/// A word of an entry.
#[derive(Clone, Copy, Debug)]
struct Word {
    list: usize,
    /// Where in the list the entries begin that follow.
    next: usize,
    weight: usize,
}

impl Related {
    /// Takes what is listed, in the order of a language, and all the rest of the directory.
    pub(super) fn new(directory: &Directory, listed: impl Iterator<Item = Item>) -> Self {
        let mut related = Self::default();
        let mut known: HashMap<(EntryKind, Part), HashMap<&Id, usize>> = HashMap::new();
        let partners = directory.partners.values().cloned().map(Item::Partner);
        let spaces = directory.spaces.values().cloned().map(Item::Space);
        let unlisted = partners.chain(spaces).filter(|item| !item.is_listed());
        let items: Vec<Item> = listed.chain(unlisted).collect();
        for (place, item) in items.iter().enumerate() {
            let entry = item.entry();
            let on = item.is_listed()
                && !matches!(item, Item::Event(event) if !takes_place(event.event_status));
            let mut own = Vec::new();
            for (part, id, weight) in words(directory, item) {
                let lists = known.entry((entry.kind, part)).or_default();
                let list = *lists.entry(id).or_insert_with(|| {
                    related.lists.push(Vec::new());
                    related.lists.len() - 1
                });
                if on {
                    related.lists[list].push(place);
                }
                own.push(Word { list, next: related.lists[list].len(), weight });
            }
            related.places.entry(entry.kind).or_default().insert(entry.slug.clone(), place);
            related.words.push(own);
        }
        related.items = items;
        related
    }

    /// Up to `most` others of the same kind, those that share most first; of those that share as
    /// much, the ones that follow the entry in the order of the language, then the ones from its
    /// beginning.
    pub(super) fn of(&self, item: &Item, most: usize) -> impl Iterator<Item = &Item> {
        let entry = item.entry();
        let own = self.places.get(&entry.kind).and_then(|places| places.get(&entry.slug));
        let own = own.copied().unwrap_or_default();
        let words = self.words.get(own).map_or(&[][..], Vec::as_slice);
        let count = self.items.len();
        let mut nearest: Vec<(Reverse<usize>, usize)> = Vec::with_capacity(most + 1);
        for word in words {
            let list = &self.lists[word.list];
            let (before, after) = list.split_at(word.next);
            let following = after.iter().chain(before).take(REACH);
            for other in following.filter(|other| **other != own) {
                let found = (Reverse(self.shared(words, *other)), (other + count - own) % count);
                if let Err(at) = nearest.binary_search(&found)
                    && at < most
                {
                    nearest.truncate(most - 1);
                    nearest.insert(at, found);
                }
            }
        }
        nearest.into_iter().map(move |(_, ahead)| &self.items[(own + ahead) % count])
    }

    /// The weight of what an entry has in common with these words.
    fn shared(&self, words: &[Word], other: usize) -> usize {
        let has = |word: &&Word| self.words[other].iter().any(|it| it.list == word.list);
        words.iter().filter(has).map(|word| word.weight).sum()
    }
}

/// What an entry is about and where it is, each once: kind and themes weigh 3, the district 2.
fn words<'d>(directory: &'d Directory, item: &'d Item) -> Vec<(Part, &'d Id, usize)> {
    let entry = item.entry();
    let (kind, district) = match item {
        Item::Partner(it) => (&it.kind, super::district(entry)),
        Item::Space(it) => (&it.kind, it.district.as_ref()),
        Item::Event(it) => (&it.kind, event_district(directory, it)),
    };
    let mut words: Vec<(Part, &Id, usize)> =
        entry.themes.iter().map(|id| (Part::Themes, &id.value, 3)).collect();
    words.push((kinds(entry.kind), &kind.value, 3));
    words.extend(district.map(|id| (Part::Districts, &id.value, 2)));
    words.sort();
    words.dedup();
    words
}
