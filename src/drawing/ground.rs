//! What lies under the pins of the map: land, lines of the globe, scale, north, and the frame that
//! shows in one panel where the other lies.
//!
//! A fitted view and the frame of its panel come in; out goes markup. Nothing here is in a language:
//! kilometres are written with their sign, the north is an arrow.

use std::fmt::Write as _;

use super::plan::Ground;
use super::text;
use super::view::{Area, Place, Point, View, clip, cut};

/// How far lines of the globe are apart at least, in units of the drawing.
const MESH: f64 = 44.0;

/// How long the scale may be at most.
const LONGEST: f64 = 150.0;

/// Points of an outline that are nearer than this say nothing.
const FINE: f64 = 0.8;

/// Land and the lines of the globe, within a frame.
pub(super) fn ground(view: &View, frame: Area, on: Ground<'_>) -> String {
    let mut land = String::new();
    for ring in on.areas {
        land.push_str(&closed(&clip(&points(view, ring), frame)));
    }
    let mut roads = String::new();
    for line in on.lines {
        roads.push_str(&open(&points(view, line), frame));
    }
    let mut out = String::new();
    if !land.is_empty() {
        let _ = write!(out, r#"<path class="land" fill-rule="evenodd" d="{land}"/>"#);
    }
    if !roads.is_empty() {
        let _ = write!(out, r#"<path class="road" d="{roads}"/>"#);
    }
    let _ = write!(out, r#"<path class="grid" d="{}"/>"#, grid(view, frame));
    out
}

/// Positions in the drawing.
fn points(view: &View, positions: &[(f64, f64)]) -> Vec<Point> {
    let places = positions.iter().map(|&(longitude, latitude)| Place { longitude, latitude });
    places.filter(|place| place.is_on_globe()).map(|place| view.point(place)).collect()
}

/// The parts of a line that lie in a frame, as a path.
fn open(line: &[Point], frame: Area) -> String {
    let mut path = String::new();
    let mut last: Option<Point> = None;
    for ends in line.windows(2) {
        let Some((from, to)) = cut(ends[0], ends[1], frame) else { continue };
        if last.is_none_or(|last| (last.x - from.x).hypot(last.y - from.y) > FINE) {
            let _ = write!(path, "M{} {}", text::number(from.x), text::number(from.y));
        } else if last.is_some_and(|last| (last.x - to.x).hypot(last.y - to.y) < FINE) {
            continue;
        }
        let _ = write!(path, "L{} {}", text::number(to.x), text::number(to.y));
        last = Some(to);
    }
    path
}

/// A ring as a closed path; nothing if it has no area to speak of.
fn closed(ring: &[Point]) -> String {
    let mut path = String::new();
    let mut drawn = 0;
    let mut last: Option<Point> = None;
    for &point in ring {
        if last.is_some_and(|last| (last.x - point.x).hypot(last.y - point.y) < FINE) {
            continue;
        }
        let letter = if drawn == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{} {}", text::number(point.x), text::number(point.y));
        drawn += 1;
        last = Some(point);
    }
    if drawn < 3 {
        return String::new();
    }
    path.push('z');
    path
}

/// Lines of latitude and longitude at round degrees, with a knot where they cross.
fn grid(view: &View, frame: Area) -> String {
    let north_west = view.place(Point { x: frame.left, y: frame.top });
    let south_east = view.place(Point { x: frame.right(), y: frame.bottom() });
    // One step for both, by the direction whose degrees are narrower here.
    let per_degree = (frame.width / (south_east.longitude - north_west.longitude))
        .min(frame.height / (north_west.latitude - south_east.latitude));
    let step = round_step(MESH / per_degree);
    let columns: Vec<f64> = multiples(north_west.longitude, south_east.longitude, step)
        .map(|longitude| view.point(Place { longitude, latitude: 0.0 }).x)
        .collect();
    let rows: Vec<f64> = multiples(south_east.latitude, north_west.latitude, step)
        .map(|latitude| view.point(Place { longitude: 0.0, latitude }).y)
        .collect();
    let mut path = String::new();
    for &x in &columns {
        let [x, top, height] = [x, frame.top, frame.height].map(text::number);
        let _ = write!(path, "M{x} {top}v{height}");
    }
    for &y in &rows {
        let [left, y, width] = [frame.left, y, frame.width].map(text::number);
        let _ = write!(path, "M{left} {y}h{width}");
    }
    for &y in &rows {
        for &x in &columns {
            let _ = write!(path, "M{} {}l4 4-4 4-4-4z", text::number(x), text::number(y - 4.0));
        }
    }
    path
}

/// The multiples of a step between two values.
fn multiples(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    let first = (from / step).ceil();
    std::iter::successors(Some(first), |count| Some(count + 1.0))
        .map(move |count| count * step)
        .take_while(move |&value| value <= to)
}

/// The smallest of 1, 2, 5, 10, 20, 50 … (and their tenths) that is not below a value above 0.
fn round_step(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let within = |step: &f64| *step >= value;
    [power, 2.0 * power, 5.0 * power].into_iter().find(within).unwrap_or(10.0 * power)
}

/// The scale at the foot of a frame, and the mark of the north if asked for.
pub(super) fn scale(view: &View, frame: Area, with_north: bool) -> String {
    // The largest round number of kilometres that is not too long: half or a fifth of what is.
    let longest = LONGEST / view.scale;
    let above = round_step(longest);
    let length = [above, above / 2.0, above / 2.5, above / 5.0]
        .into_iter()
        .find(|&length| length <= longest && is_round(length))
        .unwrap_or(longest);
    let decimals = usize::from(length < 0.95) + usize::from(length < 0.095);
    let (left, base) = (14.0, frame.bottom() - 14.0);
    let bar = length * view.scale;
    let mut out = format!(
        concat!(
            r#"<g class="scale" aria-hidden="true"><path d="M{left} {top}v10h{bar}v-10"/>"#,
            r#"<text x="{text_left}" y="{base}">{length:.decimals$} km</text>"#,
        ),
        left = text::number(left),
        top = text::number(base - 10.0),
        bar = text::number(bar),
        text_left = text::number(left + bar + 10.0),
        base = text::number(base),
        length = length,
        decimals = decimals,
    );
    if with_north {
        let [x, y] = [frame.right() - 24.0, frame.bottom() - 42.0].map(text::number);
        let _ = write!(out, r#"<path class="north" d="M{x} {y}l10 30-10-8-10 8z"/>"#);
    }
    out.push_str("</g>");
    out
}

/// Whether a number is 1, 2 or 5 times a power of ten.
fn is_round(value: f64) -> bool {
    (round_step(value * 0.999) / value - 1.0).abs() < 1e-6
}

/// The corners of the ground that a view shows in its frame: north-west and south-east.
pub(super) fn corners(view: &View, frame: Area) -> [Place; 2] {
    [
        view.place(Point { x: frame.left, y: frame.top }),
        view.place(Point { x: frame.right(), y: frame.bottom() }),
    ]
}

/// The frame in the lower panel that marks what the upper one shows, opened up to that.
pub(super) fn lens(upper: &View, frame: Area, lower: &View) -> String {
    let [north_west, south_east] = corners(upper, frame).map(|place| lower.point(place));
    let [left, top, right, bottom] =
        [north_west.x, north_west.y, south_east.x, south_east.y].map(text::number);
    let [west, east, edge] = [frame.left, frame.right(), frame.bottom()].map(text::number);
    format!(
        r#"<path class="lens" d="M{west} {edge}L{left} {top}V{bottom}H{right}V{top}L{east} {edge}zM{left} {top}H{right}"/>"#
    )
}
