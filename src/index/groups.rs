//! What belongs together: by kind, theme, district, audience; what a partner runs, what a space
//! holds; and what stands near an entry in meaning.

use std::collections::BTreeMap;

use super::Item;
use crate::model::value::{Id, Slug};
use crate::model::{Address, Directory, Entry, EntryKind, Event, Part, Partner, Space, Venue};
use crate::source::Spanned;

/// Lists under each word of the vocabulary and under each entry, in the order of one language.
#[derive(Debug, Default)]
pub struct Groups<'d> {
    terms: BTreeMap<Part, BTreeMap<&'d Id, Vec<Item<'d>>>>,
    of_partner: BTreeMap<&'d Slug, Vec<Item<'d>>>,
    in_space: BTreeMap<&'d Slug, Vec<Item<'d>>>,
}

impl<'d> Groups<'d> {
    /// Groups what is listed: spaces first, then partners, then events.
    pub(super) fn new(
        directory: &'d Directory,
        partners: &[&'d Partner],
        spaces: &[&'d Space],
        events: &[&'d Event],
    ) -> Self {
        let mut groups = Self::default();
        for space in spaces {
            groups.space(space);
        }
        for partner in partners {
            let item = Item::Partner(partner);
            groups.add(Part::PartnerKinds, [&partner.kind], item);
            groups.common(&partner.entry, item);
            groups.districts(district(&partner.entry), item);
        }
        for event in events {
            groups.event(directory, event);
        }
        groups
    }

    /// Everything under a word.
    pub fn under(&self, part: Part, id: &Id) -> &[Item<'d>] {
        self.terms.get(&part).and_then(|terms| terms.get(id)).map_or(&[], Vec::as_slice)
    }

    /// What a partner runs and holds.
    pub fn of_partner(&self, slug: &Slug) -> &[Item<'d>] {
        self.of_partner.get(slug).map_or(&[], Vec::as_slice)
    }

    /// The parts of a space and the events in it.
    pub fn in_space(&self, slug: &Slug) -> &[Item<'d>] {
        self.in_space.get(slug).map_or(&[], Vec::as_slice)
    }

    /// The words of a part that have entries, in the order of the vocabulary.
    pub fn used<'g>(
        &'g self,
        directory: &'d Directory,
        part: Part,
    ) -> impl Iterator<Item = (&'d Id, &'g [Item<'d>])> + use<'g, 'd> {
        directory
            .vocabulary
            .part(part)
            .keys()
            .map(move |id| (id, self.under(part, id)))
            .filter(|(_, items)| !items.is_empty())
    }

    /// Up to `most` entries of the same kind that share the most themes, district and kind with
    /// this one, nearest first, ties in the order of the language.
    pub fn related(&self, item: Item<'d>, most: usize) -> Vec<Item<'d>> {
        let own = item.entry();
        let mut scores: BTreeMap<&Slug, (usize, usize, Item<'d>)> = BTreeMap::new();
        let mut order = 0;
        for (part, id) in words(item) {
            let weight = if part == Part::Districts { 2 } else { 3 };
            for other in self.under(part, id) {
                let entry = other.entry();
                if entry.kind != own.kind || entry.slug == own.slug {
                    continue;
                }
                order += 1;
                scores.entry(&entry.slug).or_insert((0, order, *other)).0 += weight;
            }
        }
        let mut scored: Vec<_> = scores.into_values().collect();
        scored.sort_by_key(|(score, order, _)| (std::cmp::Reverse(*score), *order));
        scored.into_iter().take(most).map(|(_, _, item)| item).collect()
    }

    fn space(&mut self, space: &'d Space) {
        let item = Item::Space(space);
        self.add(Part::SpaceKinds, [&space.kind], item);
        self.common(&space.entry, item);
        self.districts(space.district.as_ref(), item);
        self.add(Part::Audiences, &space.audiences, item);
        for partner in &space.partners {
            self.of_partner.entry(&partner.value).or_default().push(item);
        }
        if let Some(whole) = &space.part_of {
            self.in_space.entry(&whole.value).or_default().push(item);
        }
    }

    fn event(&mut self, directory: &'d Directory, event: &'d Event) {
        let item = Item::Event(event);
        self.add(Part::EventKinds, [&event.kind], item);
        self.common(&event.entry, item);
        self.add(Part::Audiences, &event.audiences, item);
        for partner in &event.partners {
            self.of_partner.entry(&partner.value).or_default().push(item);
        }
        let place = match &event.venue {
            Some(Venue::Space(slug)) => {
                self.in_space.entry(&slug.value).or_default().push(item);
                directory.spaces.get(&slug.value).and_then(|space| space.district.as_ref())
            }
            Some(Venue::Place(place)) => match &place.address {
                Some(Address::Structured(address)) => address.district.as_ref(),
                _ => None,
            },
            None => None,
        };
        self.districts(place.or_else(|| district(&event.entry)), item);
    }

    fn common(&mut self, entry: &'d Entry, item: Item<'d>) {
        self.add(Part::Themes, &entry.themes, item);
    }

    fn districts(&mut self, district: Option<&'d Spanned<Id>>, item: Item<'d>) {
        self.add(Part::Districts, district, item);
    }

    fn add(&mut self, part: Part, ids: impl IntoIterator<Item = &'d Spanned<Id>>, item: Item<'d>) {
        for id in ids {
            let items = self.terms.entry(part).or_default().entry(&id.value).or_default();
            let last = items.last().map(|last| (last.entry().kind, &last.entry().slug));
            if last != Some((item.entry().kind, &item.entry().slug)) {
                items.push(item);
            }
        }
    }
}

/// The words that say what an entry is about and where it is.
fn words(item: Item<'_>) -> Vec<(Part, &Id)> {
    let entry = item.entry();
    let mut words: Vec<(Part, &Id)> =
        entry.themes.iter().map(|id| (Part::Themes, &id.value)).collect();
    match item {
        Item::Partner(it) => words.push((Part::PartnerKinds, &it.kind.value)),
        Item::Space(it) => {
            words.push((Part::SpaceKinds, &it.kind.value));
            words.extend(it.district.iter().map(|id| (Part::Districts, &id.value)));
        }
        Item::Event(it) => words.push((Part::EventKinds, &it.kind.value)),
    }
    words
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
