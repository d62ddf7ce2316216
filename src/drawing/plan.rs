//! The map of the directory: numbered pins on a woven ground, without a network or a tile.
//!
//! Pins come in with degrees, a number, a name and an address; out goes one inline SVG: a ground (an
//! outline if the site has one, and lines of latitude and longitude), a scale, a mark of the north,
//! and a link for every pin in the order given. Pins off the globe are left out; without any pin
//! there is no map. Whatever the coordinates, no two pins are nearer than [`GAP`]; one that no
//! longer lies over its true place is tied to it by a hairline.
//!
//! Where most pins crowd in a town and some are far out, one view would heap up the town. The map
//! is then two panels: the town above; below it the country, with a frame that marks the town.

use std::fmt::Write as _;

use super::spread::{apart, spread};
use super::view::{Area, Place, Point, View, aspect};
use super::{ground, text};

/// One numbered place of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// What the pin shows; the same as in the list beside the map.
    pub number: usize,
    /// The accessible name.
    pub label: String,
    /// Where the pin leads.
    pub url: String,
}

/// The most pins that are moved apart; the work grows with the square of their number.
const MOST_APART: usize = 120;

/// The width of the drawing, in its units; 360 pixels of screen leave it about 0.6 pixels a unit.
const WIDTH: f64 = 560.0;

/// From the middle of a pin to its corners.
const REACH: f64 = 26.0;

/// What pins keep from each other, along the axes: clear, and 24 pixels on a narrow screen.
pub(super) const GAP: f64 = 2.0 * REACH + 6.0;

/// What is kept free between the places and the edge of their panel.
const MARGIN: f64 = REACH + 10.0;

/// The strip at the foot of a panel where the scale stands.
const FOOT: f64 = 36.0;

/// How tall the ground of a map may be for its pins' sake, from least to most.
const TALL: (f64, f64) = (300.0, 520.0);

/// The same for the upper of two panels.
const TALL_TOWN: (f64, f64) = (300.0, 440.0);

/// The same for the lower.
const TALL_COUNTRY: (f64, f64) = (200.0, 260.0);

/// What pins stand on. Positions are longitude and latitude, as in `GeoJSON`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ground<'a> {
    /// Rings around land.
    pub areas: &'a [Vec<(f64, f64)>],
    /// Roads, rivers, borders.
    pub lines: &'a [Vec<(f64, f64)>],
    /// Whether each pin says its degrees, in `data-at`: latitude, longitude.
    pub tells_places: bool,
}

/// Draws the map; `None` without a pin on the globe. `label` names it to those who do not see it.
pub fn plan(pins: &[Pin], on: Ground<'_>, label: &str) -> Option<String> {
    let pins: Vec<&Pin> = pins.iter().filter(|pin| place(pin).is_on_globe()).collect();
    let places: Vec<Place> = pins.iter().map(|pin| place(pin)).collect();
    let panels = arrange(&places)?;

    let mut body = String::new();
    for panel in &panels {
        body.push_str(&ground::ground(&panel.view, panel.frame, on));
    }
    if let [town, country] = panels.as_slice() {
        body.push_str(&ground::lens(&town.view, town.frame, &country.view));
    }
    for (index, panel) in panels.iter().enumerate() {
        body.push_str(&ties(panel));
        body.push_str(&ground::scale(&panel.view, panel.frame, index == 0));
    }
    let mut stands: Vec<&Stand> = panels.iter().flat_map(|panel| &panel.stands).collect();
    stands.sort_by_key(|stand| stand.index);
    for stand in stands {
        body.push_str(&link(pins.get(stand.index)?, stand.at, on.tells_places));
    }
    let height = panels.last()?.frame.bottom();
    Some(format!(
        r#"<svg class="plan" viewBox="0 0 {} {}" role="group" aria-label="{}">{body}</svg>"#,
        text::number(WIDTH),
        text::number(height),
        text::escape(label),
    ))
}

fn place(pin: &Pin) -> Place {
    Place { longitude: pin.longitude, latitude: pin.latitude }
}

/// A pin in its panel.
struct Stand {
    /// Which of the pins it is.
    index: usize,
    /// Its true place.
    place: Point,
    /// Where it is drawn.
    at: Point,
}

impl Stand {
    /// Whether it had to go so far that it no longer lies over its own place.
    fn is_off(&self) -> bool {
        apart(self.place, self.at) > REACH
    }
}

/// A view with its frame and the pins in it.
struct Panel {
    frame: Area,
    view: View,
    stands: Vec<Stand>,
}

/// One panel for all places, or two where one would be a heap.
fn arrange(places: &[Place]) -> Option<Vec<Panel>> {
    let all: Vec<usize> = (0..places.len()).collect();
    let whole = panel(places, &all, &[], 0.0, TALL)?;
    if !whole.stands.iter().any(Stand::is_off) {
        return Some(vec![whole]);
    }
    let Some(core) = core(places, &whole.view) else { return Some(vec![whole]) };
    let first = panel(places, &core, &[], 0.0, TALL_TOWN)?;
    // What the town's panel shows anyway stands there, and not again below.
    let (near, far): (Vec<usize>, Vec<usize>) = all
        .into_iter()
        .partition(|&index| core.contains(&index) || first.view.shows(places[index]));
    if far.is_empty() {
        return Some(vec![whole]);
    }
    let town = if near == core { first } else { panel(places, &near, &[], 0.0, TALL_TOWN)? };
    let corners = ground::corners(&town.view, town.frame);
    let top = town.frame.bottom();
    let country = panel(places, &far, &corners, top, TALL_COUNTRY)?;
    Some(vec![town, country])
}

/// Fits some of the places, and what else must be in sight, into a panel that begins at `top`.
///
/// The panel is as tall as they ask for between two heights, and taller if the pins need the room.
fn panel(
    places: &[Place],
    chosen: &[usize],
    also: &[Place],
    top: f64,
    (least, most): (f64, f64),
) -> Option<Panel> {
    let mut shown: Vec<Place> =
        chosen.iter().filter_map(|&index| places.get(index).copied()).collect();
    let count = shown.len();
    shown.extend(also);
    let width = WIDTH - 2.0 * MARGIN;
    let mut height = (width * aspect(&shown)?).clamp(least, most);
    loop {
        let area = Area { left: MARGIN, top: top + MARGIN, width, height };
        let frame = Area { left: 0.0, top, width: WIDTH, height: height + 2.0 * MARGIN + FOOT };
        let view = View::fit(&shown, area)?;
        let points: Vec<Point> = shown.iter().take(count).map(|&place| view.point(place)).collect();
        // A crowd cannot be moved apart on a page: its pins lie over each other, and the list beside
        // the drawing tells them.
        let moved =
            if count > MOST_APART { Some(points.clone()) } else { spread(&points, area, GAP) };
        if let Some(moved) = moved {
            let stands = chosen
                .iter()
                .zip(points.into_iter().zip(moved))
                .map(|(&index, (place, at))| Stand { index, place, at })
                .collect();
            return Some(Panel { frame, view, stands });
        }
        height *= 1.25;
    }
}

/// The places of the town: at least half of all, nearest to the middle one, up to the widest step in
/// distance. `None` if to show them alone would not enlarge them twofold.
fn core(places: &[Place], view: &View) -> Option<Vec<usize>> {
    let points: Vec<Point> = places.iter().map(|&place| view.point(place)).collect();
    let middle = Point {
        x: median(points.iter().map(|point| point.x))?,
        y: median(points.iter().map(|point| point.y))?,
    };
    let distance = |index: usize| (points[index].x - middle.x).hypot(points[index].y - middle.y);
    let mut nearest: Vec<usize> = (0..points.len()).collect();
    nearest.sort_by(|&a, &b| distance(a).total_cmp(&distance(b)));
    let least = points.len().div_ceil(2).max(2);
    let mut split = None;
    let mut widest = 0.0;
    for count in least..points.len() {
        // A unit keeps a heap of equal places from being infinitely far from the next.
        let step = (distance(nearest[count]) + 1.0) / (distance(nearest[count - 1]) + 1.0);
        if step > widest {
            widest = step;
            split = Some(count);
        }
    }
    let mut core = nearest.get(..split?)?.to_vec();
    core.sort_unstable();
    let inside: Vec<Place> = core.iter().map(|&index| places[index]).collect();
    (View::fit(&inside, view.area)?.scale >= 2.0 * view.scale).then_some(core)
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Hairlines from the pins that are off their places to these.
fn ties(panel: &Panel) -> String {
    let mut path = String::new();
    for Stand { place, at, .. } in panel.stands.iter().filter(|stand| stand.is_off()) {
        let [x, y, to_x, to_y] = [at.x, at.y, place.x, place.y].map(text::number);
        let tip = text::number(place.y - 5.0);
        // Writing to a String cannot fail.
        let _ = write!(path, "M{x} {y}L{to_x} {to_y}M{to_x} {tip}l5 5-5 5-5-5z");
    }
    if path.is_empty() { path } else { format!(r#"<path class="tie" d="{path}"/>"#) }
}

fn link(pin: &Pin, at: Point, tells_place: bool) -> String {
    let reach = text::number(REACH);
    let place = if tells_place {
        format!(r#" data-at="{:.6},{:.6}""#, pin.latitude, pin.longitude)
    } else {
        String::new()
    };
    format!(
        concat!(
            r#"<a class="pin" href="{url}" aria-label="{label}"{place}>"#,
            r#"<path d="M{x} {bottom}l{reach}-{reach}-{reach}-{reach}-{reach} {reach}z"/>"#,
            r#"<text x="{x}" y="{line}">{number}</text></a>"#,
        ),
        place = place,
        url = text::escape(&pin.url),
        label = text::escape(&pin.label),
        x = text::number(at.x),
        bottom = text::number(at.y + REACH),
        line = text::number(at.y + 8.0),
        reach = reach,
        number = pin.number,
    )
}
