//! The cover of an entry without a picture: a length of mudmee, woven from its class and slug.
//!
//! In come a class (`space`, `event`, `partner`) and a slug; out goes one inline SVG. The same two
//! always give the same cloth, in every build and on every machine; its ids carry class and slug, so
//! that any number of covers may stand on a page. Colours are left to the style sheet (`.m0`
//! ground, `.m1` main thread, `.m2` second, `.m3` light).
//!
//! The cloth is 3840 units wide and 320 high and shown sliced: its height always fits and its sides
//! are cut, so that it runs as wide as its place. From the top: stripes (0–32), figures (40–240),
//! foot (250–310), a stripe. A tile of figures is 28 cells of 10 units; its axis is cell 16.

use std::fmt::Write as _;

use super::motifs::{DINO, DIVIDERS, FEET, Figure, KHO, KHOM, KHUN, NAK, NAM};
use super::text;

/// The colours of the threads, by number in the figures, exchanged.
const SWAPS: [[usize; 4]; 4] = [[0, 1, 2, 3], [0, 1, 3, 2], [0, 3, 2, 1], [0, 3, 1, 2]];

/// How far the ends of a run bleed, in tenths of a cell.
const FEATHER: [usize; 4] = [0, 2, 1, 3];

/// Cells in a tile of figures: a divider, a half figure, the other half.
const TILE: usize = 28;

/// The cell that a tile of figures is mirrored about.
const AXIS: usize = 16;

/// Weaves the cover of the entry `slug` of a class.
///
/// A class other than `space` and `event` is woven with the figures of `partner`.
pub fn cover(class: &str, slug: &str) -> String {
    let mut chance = Chance::new(&format!("{class}/{slug}"));
    let figure = chance.pick(figures(class));
    let swap = chance.pick(&SWAPS);
    let divider = chance.pick(&DIVIDERS);
    let foot = chance.pick(&FEET);
    let salt = chance.below(4);

    let body: Vec<Vec<usize>> = figure
        .iter()
        .zip(divider.iter().cycle())
        .map(|(half, between)| {
            cells(between)
                .chain(mirrored(half))
                .filter_map(|cell| swap.get(cell).copied())
                .collect()
        })
        .collect();
    let foot: Vec<Vec<usize>> = foot.iter().map(|half| mirrored(half).collect()).collect();

    let body = paths(&body, |at, row| feather(at, row, salt));
    let foot = paths(&foot, |_, _| 0);
    let (class, slug) = (text::escape(class), text::escape(slug));
    format!(
        concat!(
            r#"<svg class="cloth {class}" viewBox="0 0 3840 320" preserveAspectRatio="xMidYMid slice" "#,
            r#"aria-hidden="true" focusable="false">"#,
            r#"<defs><pattern id="b-{class}-{slug}" width="280" height="200" x="1760" y="40" "#,
            r#"patternUnits="userSpaceOnUse">{body}</pattern>"#,
            r#"<pattern id="f-{class}-{slug}" width="80" height="60" x="1880" y="250" "#,
            r#"patternUnits="userSpaceOnUse">{foot}</pattern></defs>"#,
            r#"<path class="m0" d="M0 0h3840v320H0z"/>"#,
            r#"<path class="m1" d="M0 6h3840v8H0zM0 312h3840v8H0z"/>"#,
            r#"<path class="m3" d="M0 20h3840v4H0z"/><path class="m2" d="M0 28h3840v4H0z"/>"#,
            r##"<path fill="url(#b-{class}-{slug})" d="M0 40h3840v200H0z"/>"##,
            r##"<path fill="url(#f-{class}-{slug})" d="M0 250h3840v60H0z"/></svg>"##,
        ),
        class = class,
        slug = slug,
        body = body,
        foot = foot,
    )
}

/// The figures that a class is woven with.
fn figures(class: &str) -> &'static [&'static Figure] {
    match class {
        "space" => &[&DINO, &KHUN, &KHOM, &KHO, &NAM, &NAK],
        "event" => &[&KHUN, &KHO, &NAK, &KHOM],
        _ => &[&KHOM, &KHO, &KHUN, &NAM],
    }
}

/// The threads of a row of a bitmap.
fn cells(row: &str) -> impl DoubleEndedIterator<Item = usize> + '_ {
    row.bytes().map(|cell| match cell {
        b'1' => 1,
        b'2' => 2,
        b'3' => 3,
        _ => 0,
    })
}

/// A half row and its mirror image.
fn mirrored(half: &str) -> impl Iterator<Item = usize> + '_ {
    cells(half).chain(cells(half).rev())
}

/// How far a run that ends at the cell boundary `at` bleeds there, as the dye of weft ikat does.
///
/// It depends on the distance to the axis, counted round the tile, so that both halves match. Where
/// the tile ends, and at its mirror image, nothing bleeds: the pattern is cut there.
fn feather(at: usize, row: usize, salt: usize) -> usize {
    let distance = at.abs_diff(AXIS).min(TILE - at.abs_diff(AXIS));
    if distance == TILE - AXIS { 0 } else { FEATHER[(distance * 3 + row * 5 + salt) & 3] }
}

/// One path a thread: every run of equal cells is a bar, one unit short of its row's height.
fn paths(rows: &[Vec<usize>], bleed: impl Fn(usize, usize) -> usize) -> String {
    let mut threads = [const { String::new() }; 4];
    for (y, row) in rows.iter().enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            let end = x + run.len();
            if let Some((thread, true)) = run.first().map(|&cell| (cell, cell > 0)) {
                let left = x * 10 - bleed(x, y);
                let width = end * 10 + bleed(end, y) - left;
                // Writing to a String cannot fail.
                let _ = write!(threads[thread], "M{left} {}h{width}v9h-{width}z", y * 10);
            }
            x = end;
        }
    }
    let mut out = String::new();
    for (thread, bars) in threads.iter().enumerate().filter(|(_, bars)| !bars.is_empty()) {
        let _ = write!(out, r#"<path class="m{thread}" d="{bars}"/>"#);
    }
    out
}

/// Numbers that look drawn by lot but follow from a text: FNV-1a for the seed, `SplitMix64` after.
struct Chance(u64);

impl Chance {
    fn new(text: &str) -> Self {
        let seed = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed)
    }

    /// The next number, from 0 up to but without `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from((z >> 32) % limit).unwrap_or_default()
    }

    /// One of a list that is not empty.
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
