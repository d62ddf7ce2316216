//! What stands near an entry in meaning.
//!
//! In: every entry, in the order of a language. Out: for an entry, the few nearest of its kind.
//! Promise: an answer costs the same in a directory of any size. Of each word that the entry stands
//! under, only the [`REACH`] entries that follow it are looked at, the word's list taken as a
//! circle. So in short lists all are, and in long ones each entry leads to its neighbours and is
//! led to by others, where otherwise all would lead to the same few.

use std::cmp::Reverse;
use std::sync::Arc;

use super::Item;
use super::members::{Members, Rows};

/// How many entries of one word's list are looked at.
const REACH: usize = 64;

/// The words of every entry, ready to be compared.
#[derive(Debug)]
pub(super) struct Related {
    members: Arc<Members>,
    /// The numbers of all entries: what is listed in the order of the language, then the rest.
    order: Vec<usize>,
    /// Where each number stands in that order.
    places: Vec<usize>,
    /// The words of the entry at each place.
    words: Rows<Word>,
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
    pub(super) fn new<'i>(members: Arc<Members>, listed: impl Iterator<Item = &'i Item>) -> Self {
        let mut order: Vec<usize> =
            listed.filter_map(|item| members.number(item.entry())).collect();
        let mut places = vec![usize::MAX; members.items.len()];
        for (place, number) in order.iter().enumerate() {
            places[*number] = place;
        }
        for (number, place) in places.iter_mut().enumerate().filter(|(_, it)| **it == usize::MAX) {
            *place = order.len();
            order.push(number);
        }
        let mut lists: Vec<Vec<usize>> = vec![Vec::new(); members.near];
        let mut words = Rows::default();
        for (place, number) in order.iter().enumerate() {
            for (list, weight) in members.words.row(*number).iter().copied() {
                if members.on[*number] {
                    lists[list].push(place);
                }
                words.push(Word { list, next: lists[list].len(), weight });
            }
            words.end();
        }
        Self { members, order, places, words, lists }
    }

    /// Up to `most` others of the same kind, those that share most first; of those that share as
    /// much, the ones that follow the entry in the order of the language, then the ones from its
    /// beginning.
    pub(super) fn of(&self, item: &Item, most: usize) -> impl Iterator<Item = &Item> {
        let own = self.members.number(item.entry()).and_then(|it| self.places.get(it));
        let own = own.copied().unwrap_or_default();
        let words = self.words.row(own);
        let count = self.order.len();
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
        let at = move |ahead: usize| &self.members.items[self.order[(own + ahead) % count]];
        nearest.into_iter().map(move |(_, ahead)| at(ahead))
    }

    /// The weight of what an entry has in common with these words.
    fn shared(&self, words: &[Word], other: usize) -> usize {
        let has = |word: &&Word| self.words.row(other).iter().any(|it| it.list == word.list);
        words.iter().filter(has).map(|word| word.weight).sum()
    }
}
