//! What each entry stands under, found once for every language.
//!
//! In: the [`Directory`]. Out: every entry under a number, and the numbers of the lists that it stands
//! in. Promise: an order of a language is then a matter of numbers: nothing is looked up by name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use super::Item;
use super::calendar::takes_place;
use crate::model::value::{Id, Slug};
use crate::model::{Address, Directory, Entry, EntryKind, Event, Part, Venue};
use crate::source::Spanned;

/// A map that is looked into.
type Map<K, V> = HashMap<K, V, ahash::RandomState>;

/// Entries and lists by their numbers.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// Partners, spaces and events, in the order of the directory.
    pub(super) items: Vec<Item>,
    numbers: Map<EntryKind, Map<Slug, usize>>,
    terms: Map<Part, Map<Id, usize>>,
    partners: Map<Slug, usize>,
    spaces: Map<Slug, usize>,
    /// How many lists there are: one for each word, each partner and each space that has members.
    pub(super) lists: usize,
    /// The lists that each entry stands in.
    pub(super) of: Rows<usize>,
    /// How many lists of nearness there are: one for each kind of entry and word.
    pub(super) near: usize,
    /// The lists of nearness of each entry, and how much each weighs.
    pub(super) words: Rows<(usize, usize)>,
    /// How many entries of each kind are listed.
    listed: Map<EntryKind, usize>,
    /// Whether others are led to the entry: not to what is closed or called off.
    pub(super) on: Vec<bool>,
}

impl Members {
    /// Numbers everything.
    pub(super) fn new(directory: &Directory) -> Self {
        let mut members = Self::default();
        let mut near: Map<(EntryKind, usize), usize> = Map::default();
        let partners = directory.partners.values().cloned().map(Item::Partner);
        let spaces = directory.spaces.values().cloned().map(Item::Space);
        let events = directory.events.values().cloned().map(Item::Event);
        for item in partners.chain(spaces).chain(events) {
            let (entry, number) = (item.entry(), members.items.len());
            members.numbers.entry(entry.kind).or_default().insert(entry.slug.clone(), number);
            members.join(directory, &item, &mut near);
            members.on.push(match &item {
                Item::Event(event) => item.is_listed() && takes_place(event.event_status),
                _ => item.is_listed(),
            });
            *members.listed.entry(entry.kind).or_default() += usize::from(item.is_listed());
            members.items.push(item);
        }
        members
    }

    /// Puts an entry into the lists of what it names.
    fn join(
        &mut self,
        directory: &Directory,
        item: &Item,
        near: &mut Map<(EntryKind, usize), usize>,
    ) {
        let entry = item.entry();
        let (kind, district, audiences): (_, _, &[Spanned<Id>]) = match item {
            Item::Partner(partner) => (&partner.kind, district(entry), &[]),
            Item::Space(space) => (&space.kind, space.district.as_ref(), &space.audiences),
            Item::Event(event) => (&event.kind, event_district(directory, event), &event.audiences),
        };
        // What an entry is about and where it is: kind and themes weigh 3, the district 2.
        let words = [(kinds(entry.kind), kind, 3)].into_iter();
        let words = words.chain(district.map(|id| (Part::Districts, id, 2)));
        let words = words.chain(audiences.iter().map(|id| (Part::Audiences, id, 0)));
        let words = words.chain(entry.themes.iter().map(|id| (Part::Themes, id, 3)));
        for (part, id, weight) in words {
            let terms = self.terms.entry(part).or_default();
            let under = list(terms, &id.value, &mut self.lists);
            self.of.push(under);
            if weight > 0 {
                let list = list(near, &(entry.kind, under), &mut self.near);
                self.words.push((list, weight));
            }
        }
        self.words.end_once_each();
        let (partners, space) = match item {
            Item::Partner(_) => (&[][..], None),
            Item::Space(space) => {
                (&space.partners[..], space.part_of.as_ref().map(|whole| &whole.value))
            }
            Item::Event(event) => (
                &event.partners[..],
                match &event.venue {
                    Some(Venue::Space(space)) => Some(&space.value),
                    _ => None,
                },
            ),
        };
        for partner in partners {
            self.of.push(list(&mut self.partners, &partner.value, &mut self.lists));
        }
        if let Some(space) = space {
            self.of.push(list(&mut self.spaces, space, &mut self.lists));
        }
        self.of.end_once_each();
    }

    /// How many entries of a kind are listed.
    pub(super) fn listed(&self, kind: EntryKind) -> usize {
        self.listed.get(&kind).copied().unwrap_or(0)
    }

    /// The number of an entry.
    pub(super) fn number(&self, entry: &Entry) -> Option<usize> {
        self.numbers.get(&entry.kind)?.get(&entry.slug).copied()
    }

    /// The list of what stands under a word.
    pub(super) fn under(&self, part: Part, id: &Id) -> Option<usize> {
        self.terms.get(&part)?.get(id).copied()
    }

    /// The list of what a partner runs and holds.
    pub(super) fn of_partner(&self, slug: &Slug) -> Option<usize> {
        self.partners.get(slug).copied()
    }

    /// The list of the parts of a space and the events in it.
    pub(super) fn in_space(&self, slug: &Slug) -> Option<usize> {
        self.spaces.get(slug).copied()
    }

    /// The words of the vocabulary under which something is listed.
    pub(super) fn used(&self) -> BTreeMap<Part, BTreeSet<Id>> {
        let mut is_used = vec![false; self.lists];
        for (number, item) in self.items.iter().enumerate() {
            if item.is_shown() {
                self.of.row(number).iter().for_each(|list| is_used[*list] = true);
            }
        }
        let used = self.terms.iter().map(|(part, ids)| {
            let ids = ids.iter().filter(|(_, list)| is_used[**list]);
            (*part, ids.map(|(id, _)| id.clone()).collect())
        });
        used.collect()
    }
}

/// The number of a list, a new one for a name that had none.
fn list<K: Hash + Eq + Clone>(lists: &mut Map<K, usize>, name: &K, count: &mut usize) -> usize {
    if let Some(number) = lists.get(name) {
        return *number;
    }
    let number = *count;
    lists.insert(name.clone(), number);
    *count += 1;
    number
}

/// The district of the place of an event, else of its own address.
fn event_district<'d>(directory: &'d Directory, event: &'d Event) -> Option<&'d Spanned<Id>> {
    let place = match &event.venue {
        Some(Venue::Space(slug)) => {
            directory.spaces.get(&slug.value).and_then(|space| space.district.as_ref())
        }
        Some(Venue::Place(place)) => match &place.address {
            Some(Address::Structured(address)) => address.district.as_ref(),
            _ => None,
        },
        None => None,
    };
    place.or_else(|| district(&event.entry))
}

/// The district of an entry's own address.
pub(crate) fn district(entry: &Entry) -> Option<&Spanned<Id>> {
    match &entry.address {
        Some(Address::Structured(address)) => address.district.as_ref(),
        _ => None,
    }
}

/// The kind's part of the vocabulary.
pub(crate) fn kinds(kind: EntryKind) -> Part {
    match kind {
        EntryKind::Partner => Part::PartnerKinds,
        EntryKind::Space => Part::SpaceKinds,
        EntryKind::Event => Part::EventKinds,
    }
}

/// Rows of different lengths, one after the other.
#[derive(Debug)]
pub(super) struct Rows<T> {
    cells: Vec<T>,
    ends: Vec<usize>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { cells: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds to the row that is open.
    pub(super) fn push(&mut self, cell: T) {
        self.cells.push(cell);
    }

    /// Ends the row that is open.
    pub(super) fn end(&mut self) {
        self.ends.push(self.cells.len());
    }

    /// A row; an empty one where there is none.
    pub(super) fn row(&self, number: usize) -> &[T] {
        let Some(end) = self.ends.get(number) else { return &[] };
        let begin = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.cells[begin..*end]
    }
}

impl<T: Ord> Rows<T> {
    /// Ends the row that is open; what was added twice stands in it once.
    fn end_once_each(&mut self) {
        let mut row = self.cells.split_off(self.ends.last().copied().unwrap_or(0));
        row.sort_unstable();
        row.dedup();
        self.cells.append(&mut row);
        self.end();
    }
}
