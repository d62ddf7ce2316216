//! The map: spaces with a location on a drawing, the others beside it.
//!
//! Promise: the page stays small, however many spaces there are. Up to [`MOST_PINS`] each has a pin
//! and a line in the list; beyond, a pin stands for a district, says how many spaces it has and
//! leads to them.

use std::collections::BTreeMap;

use super::cards::Cards;
use super::route::Route;
use super::speaker::{count, plain, text};
use super::view::{Link, MapView, TilesView};
use crate::drawing::{self, Ground, Pin};
use crate::model::value::{Id, Location};
use crate::model::{EntryKind, Part, Space};

/// More cannot be told apart on a page, nor read in a list beside it.
const MOST_PINS: usize = 120;

pub(super) fn view(cards: &Cards<'_>) -> MapView {
    let speaker = cards.speaker;
    let spaces = cards.index.spaces(speaker.lang());
    let (placed, others): (Vec<&Space>, Vec<&Space>) =
        spaces.partition(|it| it.entry.location.is_some());
    let directory = speaker.directory;
    let tiles = directory.site.map.tiles.as_ref();
    let grouped = placed.len() > MOST_PINS;
    let (pins, groups) =
        if grouped { districts(cards, &placed) } else { (pins(cards, &placed), Vec::new()) };
    let ground = Ground {
        areas: &directory.outline.areas,
        lines: &directory.outline.lines,
        tells_places: tiles.is_some(),
    };
    let all = || speaker.link(&Route::Listing(EntryKind::Space, 1), plain(speaker.t("spaces")));
    let crowd = grouped || others.len() > MOST_PINS;
    MapView {
        drawing: drawing::plan(&pins, ground, &speaker.t("map")),
        pins: if grouped { Vec::new() } else { cards.shown_spaces(placed) },
        groups,
        all: crowd.then(all),
        others: if crowd { Vec::new() } else { cards.shown_spaces(others) },
        tiles: tiles.map(|tiles| TilesView {
            template: tiles.as_str().to_owned(),
            host: tiles.host(),
            attribution: speaker.words(&directory.site.map.attribution),
        }),
    }
}

/// A pin for each space, numbered as the list is.
fn pins(cards: &Cards<'_>, spaces: &[&Space]) -> Vec<Pin> {
    let speaker = cards.speaker;
    let pin = |(place, space): (usize, &&Space)| {
        let location = space.entry.location.as_ref()?.value;
        let number = place + 1;
        let name = speaker.name(&space.entry).text;
        let route = Route::Entry(EntryKind::Space, space.entry.slug.clone());
        Some(pin_at(location, number, format!("{number}. {name}"), speaker.url(&route)))
    };
    spaces.iter().enumerate().filter_map(pin).collect()
}

/// A pin for each district, in the middle of its spaces, and a link for the list.
fn districts(cards: &Cards<'_>, spaces: &[&Space]) -> (Vec<Pin>, Vec<Link>) {
    let speaker = cards.speaker;
    let mut places: BTreeMap<&Id, Vec<Location>> = BTreeMap::new();
    for space in spaces {
        if let (Some(district), Some(location)) = (&space.district, &space.entry.location) {
            places.entry(&district.value).or_default().push(location.value);
        }
    }
    let vocabulary = speaker.directory.vocabulary.part(Part::Districts).keys();
    let groups = vocabulary.filter_map(|id| {
        let places = places.get(id)?;
        let route = Route::Term(Part::Districts, id.clone());
        let label = speaker.label(Part::Districts, id);
        let said = [("district", text(label.text.clone())), ("count", count(places.len()))];
        let said = speaker.say("map-group", &said);
        let mut link = speaker.link(&route, label);
        link.count = Some(speaker.number(places.len()));
        Some((pin_at(middle(places)?, places.len(), said, link.url.clone()), link))
    });
    groups.unzip()
}

/// The place that has as many of them to the north as to the south, and to the east as to the west.
fn middle(places: &[Location]) -> Option<Location> {
    let median = |of: fn(&Location) -> f64| {
        let mut values: Vec<f64> = places.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    Location::new(median(|it| it.latitude())?, median(|it| it.longitude())?, None).ok()
}

fn pin_at(location: Location, number: usize, label: String, url: String) -> Pin {
    Pin { latitude: location.latitude(), longitude: location.longitude(), number, label, url }
}
