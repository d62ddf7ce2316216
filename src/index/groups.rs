//! What belongs together: by kind, theme, district, audience; what a partner runs, what a space
//! holds; and what stands near an entry in meaning.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use super::Item;
use super::related::Related;
use crate::model::value::{Id, Slug};
use crate::model::{Address, Directory, Entry, EntryKind, Event, Part, Space, Venue};
use crate::source::Spanned;

/// Lists under each word of the vocabulary and under each entry, in the order of one language.
#[derive(Debug, Default)]
pub struct Groups {
    terms: BTreeMap<Part, Lists<Id>>,
    of_partner: Lists<Slug>,
    in_space: Lists<Slug>,
    related: Related,
}

/// Lists that are looked up, never gone through: their order is nobody's.
type Lists<K> = HashMap<K, Vec<Item>>;

impl Groups {
    /// Groups what is listed: spaces first, then partners, then events.
    pub(super) fn new(
        directory: &Directory,
        partners: &[Item],
        spaces: &[Item],
        events: &[Item],
    ) -> Self {
        let mut groups = Self::default();
        for item in spaces.iter().chain(partners).chain(events) {
            each_word(directory, item, |part, id| {
                push(groups.terms.entry(part).or_default(), id, item);
            });
            match item {
                Item::Space(space) => groups.space(space, item),
                Item::Event(event) => groups.event(event, item),
                Item::Partner(_) => {}
            }
        }
        let listed = partners.iter().chain(spaces).chain(events);
        groups.related = Related::new(directory, listed.cloned());
        groups
    }

    /// Everything under a word.
    pub fn under(&self, part: Part, id: &Id) -> &[Item] {
        self.terms.get(&part).and_then(|terms| terms.get(id)).map_or(&[], Vec::as_slice)
    }

    /// What a partner runs and holds.
    pub fn of_partner(&self, slug: &Slug) -> &[Item] {
        self.of_partner.get(slug).map_or(&[], Vec::as_slice)
    }

    /// The parts of a space and the events in it.
    pub fn in_space(&self, slug: &Slug) -> &[Item] {
        self.in_space.get(slug).map_or(&[], Vec::as_slice)
    }

    /// The words of a part that have entries, in the order of the vocabulary.
    pub fn used<'g, 'd>(
        &'g self,
        directory: &'d Directory,
        part: Part,
    ) -> impl Iterator<Item = (&'d Id, &'g [Item])> + use<'g, 'd> {
        directory
            .vocabulary
            .part(part)
            .keys()
            .map(move |id| (id, self.under(part, id)))
            .filter(|(_, items)| !items.is_empty())
    }

    /// Up to `most` entries of the same kind that are near this one in meaning, nearest first.
    pub fn related(&self, item: &Item, most: usize) -> impl Iterator<Item = &Item> {
        self.related.of(item, most)
    }

    fn space(&mut self, space: &Space, item: &Item) {
        for partner in &space.partners {
            push(&mut self.of_partner, &partner.value, item);
        }
        if let Some(whole) = &space.part_of {
            push(&mut self.in_space, &whole.value, item);
        }
    }

    fn event(&mut self, event: &Event, item: &Item) {
        for partner in &event.partners {
            push(&mut self.of_partner, &partner.value, item);
        }
        if let Some(Venue::Space(slug)) = &event.venue {
            push(&mut self.in_space, &slug.value, item);
        }
    }
}

/// Tells every word of the vocabulary that an entry stands under; some more than once.
pub(super) fn each_word<'d>(
    directory: &'d Directory,
    item: &'d Item,
    mut tell: impl FnMut(Part, &'d Id),
) {
    let entry = item.entry();
    let (kind, district, audiences): (_, _, &[Spanned<Id>]) = match item {
        Item::Partner(partner) => (&partner.kind, district(entry), &[]),
        Item::Space(space) => (&space.kind, space.district.as_ref(), &space.audiences),
        Item::Event(event) => (&event.kind, event_district(directory, event), &event.audiences),
    };
    tell(kinds(entry.kind), &kind.value);
    let districts = district.into_iter().map(|id| (Part::Districts, id));
    let audiences = audiences.iter().map(|id| (Part::Audiences, id));
    let themes = entry.themes.iter().map(|id| (Part::Themes, id));
    for (part, id) in districts.chain(audiences).chain(themes) {
        tell(part, &id.value);
    }
}

/// Adds to the list under a key, once.
fn push<K: Hash + Eq + Clone>(lists: &mut Lists<K>, key: &K, item: &Item) {
    match lists.get_mut(key) {
        Some(list) if list.last().is_some_and(|last| last.is(item)) => {}
        Some(list) => list.push(item.clone()),
        None => {
            lists.insert(key.clone(), vec![item.clone()]);
        }
    }
}

/// The district of the place of an event, else of its own address.
pub(super) fn event_district<'d>(
    directory: &'d Directory,
    event: &'d Event,
) -> Option<&'d Spanned<Id>> {
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
