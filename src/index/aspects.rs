//! What lists are narrowed by: where an entry is, what it costs, who can get in.
//!
//! In: an entry of the index. Out: its district, its place on the globe, and whether it is free and
//! accessible. Promise: an event takes what it does not say from the space it takes place in;
//! listings and search say the same of the same entry.

use super::{Index, Item, district};
use crate::model::value::{Id, Location};
use crate::model::{AccessFeature, AccessLevel, Address, Event, Fee, Space, Venue};

impl Index {
    /// The space that an event takes place in.
    pub(crate) fn space_of(&self, event: &Event) -> Option<&Space> {
        match event.venue.as_ref()? {
            Venue::Space(slug) => self.directory.spaces.get(&slug.value).map(|space| &**space),
            Venue::Place(_) => None,
        }
    }

    /// The space that an entry is or takes place in.
    fn space<'i>(&'i self, item: &'i Item) -> Option<&'i Space> {
        match item {
            Item::Space(space) => Some(space),
            Item::Event(event) => self.space_of(event),
            Item::Partner(_) => None,
        }
    }

    /// The district of a space, of an event's place, else of the entry's own address.
    pub(crate) fn district_of<'i>(&'i self, item: &'i Item) -> Option<&'i Id> {
        let of_space = self.space(item).and_then(|space| space.district.as_ref());
        let of_place = match item {
            Item::Event(event) => match event.venue.as_ref() {
                Some(Venue::Place(place)) => match place.address.as_ref() {
                    Some(Address::Structured(address)) => address.district.as_ref(),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        of_space.or(of_place).or_else(|| district(item.entry())).map(|id| &id.value)
    }

    /// Where an entry is or takes place.
    pub(crate) fn location_of(&self, item: &Item) -> Option<Location> {
        let of_place = match item {
            Item::Event(event) => match event.venue.as_ref() {
                Some(Venue::Place(place)) => place.location.as_ref(),
                _ => None,
            },
            _ => None,
        };
        let of_space = self.space(item).and_then(|space| space.entry.location.as_ref());
        of_place.or(of_space).or(item.entry().location.as_ref()).map(|it| it.value)
    }

    /// Whether a wheelchair user can get in, at least in part, as far as is known.
    pub(crate) fn is_accessible(&self, item: &Item) -> bool {
        self.space(item).is_some_and(|space| {
            [AccessFeature::Wheelchair, AccessFeature::StepFree].iter().any(|feature| {
                matches!(space.access.get(feature), Some(AccessLevel::Yes | AccessLevel::Limited))
            })
        })
    }
}

impl Item {
    /// Whether it costs nothing.
    pub(crate) fn is_free(&self) -> bool {
        let fee = match self {
            Item::Space(space) => space.fee.as_ref(),
            Item::Event(event) => event.fee.as_ref(),
            Item::Partner(_) => None,
        };
        matches!(fee, Some(Fee::Free))
    }
}
