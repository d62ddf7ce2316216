//! The facets of a listing, for `scripts/facets.js`: what the browser narrows it by.
//!
//! In: the index of a language and one kind of entry. Out: [`data`], a file that the listing's page
//! names and fetches when a choice is first made, and [`view`], what the form around it needs.
//! Promise: entries stand in the order of the listing; nothing is in the file that the listing's
//! cards show already, because the cards themselves are shown.

use serde::Serialize;

use super::cards::{Cards, ends};
use super::plural::plurals;
use super::speaker::{count, iso, text};
use super::view::FacetsView;
use crate::index::{Index, Item, Revisions};
use crate::language::Lang;
use crate::model::value::{Hours, Id};
use crate::model::{EntryKind, Space, Status};

/// How many times to come the file names of one event.
const MOST_TIMES: usize = 60;

/// What the file says.
#[derive(Serialize)]
struct Facets<'d> {
    /// `facet/id` of every choice that an entry has.
    choices: Vec<String>,
    /// Rules of opening hours.
    hours: Vec<&'d str>,
    /// In the order of the listing.
    entries: Vec<Row<'d>>,
}

/// An entry: its slug; places in `choices`; 1 where it is free and 2 where it is accessible; its
/// place in `hours`; latitude and longitude; its place where the newest is first; times to come.
#[derive(Serialize)]
struct Row<'d>(
    &'d str,
    Vec<usize>,
    u8,
    Option<usize>,
    Option<[f64; 2]>,
    usize,
    #[serde(skip_serializing_if = "Option::is_none")] Option<Vec<String>>,
);

/// The file of one listing.
pub(crate) fn data(
    index: &Index,
    revisions: &Revisions<'_>,
    kind: EntryKind,
    language: Lang,
) -> Vec<u8> {
    let items = index.listing(kind, language);
    let ranks = ranks(items, revisions, language);
    let mut facets = Facets { choices: Vec::new(), hours: Vec::new(), entries: Vec::new() };
    for (item, rank) in items.iter().zip(ranks) {
        let choices = choices(index, item)
            .map(|(facet, id)| place_of(format!("{facet}/{id}"), &mut facets.choices))
            .collect();
        let hours = hours(item).map(|hours| place_of(hours.rule(), &mut facets.hours));
        let location = index.location_of(item);
        facets.entries.push(Row(
            item.entry().slug.as_str(),
            choices,
            u8::from(item.is_free()) | u8::from(index.is_accessible(item)) << 1,
            hours,
            location.map(|it| [it.latitude(), it.longitude()].map(to_ten_metres)),
            rank,
            times(index, item),
        ));
    }
    // Plain data of our own types: there is nothing in it that JSON cannot say.
    serde_json::to_vec(&facets).unwrap_or_default()
}

/// What the form of a listing needs. `url` is the address of [`data`].
pub(crate) fn view(cards: &Cards<'_>, kind: EntryKind, url: String) -> FacetsView {
    let speaker = cards.speaker;
    let items = cards.index.listing(kind, speaker.lang());
    let some = |number: usize| (number > 0).then(|| speaker.number(number));
    let found = |number| {
        speaker.say("listing-count", &[("count", count(number)), ("kind", text(kind.as_str()))])
    };
    FacetsView {
        url,
        free: some(items.iter().filter(|item| item.is_free()).count()),
        accessible: some(items.iter().filter(|item| cards.index.is_accessible(item)).count()),
        has_hours: items.iter().any(|item| hours(item).is_some()),
        has_places: items.iter().any(|item| cards.index.location_of(item).is_some()),
        has_times: items.iter().any(|item| times(cards.index, item).is_some()),
        found: plurals(speaker, found),
    }
}

/// The hours that a browser can tell from the clock: those of a week, of a place that is open.
pub(crate) fn told_hours(space: &Space) -> Option<&Hours> {
    let hours = space.hours.as_ref().filter(|_| space.entry.status == Status::Active);
    hours.map(|hours| &hours.value).filter(|hours| hours.week().is_some())
}

fn hours(item: &Item) -> Option<&Hours> {
    match item {
        Item::Space(space) => told_hours(space),
        _ => None,
    }
}

fn choices<'i>(
    index: &'i Index,
    item: &'i Item,
) -> impl Iterator<Item = (&'static str, &'i Id)> + use<'i> {
    let (kind, audiences): (_, &[_]) = match item {
        Item::Partner(it) => (&it.kind.value, &[]),
        Item::Space(it) => (&it.kind.value, &it.audiences),
        Item::Event(it) => (&it.kind.value, &it.audiences),
    };
    let district = index.district_of(item).map(|id| ("district", id));
    let themes = item.entry().themes.iter().map(|id| ("theme", &id.value));
    let audiences = audiences.iter().map(|id| ("audience", &id.value));
    std::iter::once(("kind", kind)).chain(district).chain(themes).chain(audiences)
}

/// The place of a value in a list, at whose end it is put if it is new.
fn place_of<T: PartialEq>(value: T, list: &mut Vec<T>) -> usize {
    list.iter().position(|it| *it == value).unwrap_or_else(|| {
        list.push(value);
        list.len() - 1
    })
}

/// Nearer than that nobody needs to know how far it is.
fn to_ten_metres(degrees: f64) -> f64 {
    (degrees * 10_000.0).round() / 10_000.0
}

/// For each entry its place in an order that begins with what was published last.
fn ranks(items: &[Item], revisions: &Revisions<'_>, language: Lang) -> Vec<usize> {
    let published = |item: &Item| {
        let first = revisions.first_of_entry(item.entry());
        first.unwrap_or_else(|| revisions.updated(item, language))
    };
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|place| (std::cmp::Reverse(published(&items[*place])), *place));
    let mut ranks = vec![0; items.len()];
    for (rank, place) in order.into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}

fn times(index: &Index, item: &Item) -> Option<Vec<String>> {
    let Item::Event(event) = item else { return None };
    let coming = index.calendar.coming_of(&event.entry.slug).take(MOST_TIMES);
    let times: Vec<String> = coming.map(|it| format!("{}/{}", iso(it.starts), ends(&it))).collect();
    (!times.is_empty()).then_some(times)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_place_is_known_to_ten_metres() {
        assert!((super::to_ten_metres(16.432_249) - 16.4322).abs() < 1e-9);
    }

    #[test]
    fn a_value_stands_once_in_a_list() {
        let mut list = vec!["a"];
        let places = ["b", "a", "b"].map(|value| super::place_of(value, &mut list));
        assert_eq!((places, list), ([1, 0, 1], vec!["a", "b"]));
    }
}
