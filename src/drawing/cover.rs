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
const SWAPS: [[u8; 4]; 4] = [[0, 1, 2, 3], [0, 1, 3, 2], [0, 3, 2, 1], [0, 3, 1, 2]];

/// How far the ends of a run bleed, in tenths of a cell.
const FEATHER: [usize; 4] = [0, 2, 1, 3];

/// Cells in a tile of figures: a divider, a half figure, the other half.
const TILE: usize = 28;

/// The cell that a tile of figures is mirrored about.
const AXIS: usize = 16;

/// The height of the part of a cloth that [`cloth`] gives, in units: stripes and figures.
pub const CLOTH_HEIGHT: u32 = 240;

/// Units in the width of a tile of figures.
const TILE_UNITS: usize = TILE * 10;

/// Weaves the cover of the entry `slug` of a class.
///
/// A class other than `space` and `event` is woven with the figures of `partner`.
pub fn cover(class: &str, slug: &str) -> String {
    let Woven { body, foot } = Woven::new(class, slug);
    let (body, foot) = (paths(&body), paths(&foot));
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

/// The same cloth as threads, 0 to 3, one a unit: [`CLOTH_HEIGHT`] rows of `width` from the top, the
/// axis of the figures in the middle.
pub fn cloth(class: &str, slug: &str, width: usize) -> Vec<u8> {
    let Woven { body, .. } = Woven::new(class, slug);
    let mut tile = vec![[0_u8; TILE_UNITS]; 200];
    for bar in &body {
        for row in &mut tile[bar.row * 10..][..9] {
            row[bar.left..(bar.left + bar.width).min(TILE_UNITS)].fill(bar.thread);
        }
    }
    // The tile's own axis comes to stand in the middle.
    let start = (AXIS * 10 + TILE_UNITS - (width / 2) % TILE_UNITS) % TILE_UNITS;
    let mut out = Vec::with_capacity(width * CLOTH_HEIGHT as usize);
    for y in 0..CLOTH_HEIGHT as usize {
        match y {
            6..14 => out.extend(std::iter::repeat_n(1, width)),
            20..24 => out.extend(std::iter::repeat_n(3, width)),
            28..32 => out.extend(std::iter::repeat_n(2, width)),
            0..40 => out.extend(std::iter::repeat_n(0, width)),
            _ => out.extend(tile[y - 40].iter().cycle().skip(start).take(width)),
        }
    }
    out
}

/// A cloth on the loom.
struct Woven {
    body: Vec<Bar>,
    foot: Vec<Bar>,
}

/// A run of equal cells, in units but for its row.
struct Bar {
    thread: u8,
    row: usize,
    left: usize,
    width: usize,
}

impl Woven {
    fn new(class: &str, slug: &str) -> Self {
        let mut chance = Chance::new(&format!("{class}/{slug}"));
        let figure = chance.pick(figures(class));
        let swap = chance.pick(&SWAPS);
        let divider = chance.pick(&DIVIDERS);
        let foot = chance.pick(&FEET);
        let salt = chance.below(4);

        let body: Vec<Vec<u8>> = figure
            .iter()
            .zip(divider.iter().cycle())
            .map(|(half, between)| {
                cells(between)
                    .chain(mirrored(half))
                    .filter_map(|cell| swap.get(usize::from(cell)).copied())
                    .collect()
            })
            .collect();
        let foot: Vec<Vec<u8>> = foot.iter().map(|half| mirrored(half).collect()).collect();
        Self { body: bars(&body, |at, row| feather(at, row, salt)), foot: bars(&foot, |_, _| 0) }
    }
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
fn cells(row: &str) -> impl DoubleEndedIterator<Item = u8> + '_ {
    row.bytes().map(|cell| match cell {
        b'1' => 1,
        b'2' => 2,
        b'3' => 3,
        _ => 0,
    })
}

/// A half row and its mirror image.
fn mirrored(half: &str) -> impl Iterator<Item = u8> + '_ {
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

/// Every run of equal cells, thread by thread.
fn bars(rows: &[Vec<u8>], bleed: impl Fn(usize, usize) -> usize) -> Vec<Bar> {
    let mut bars = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut x = 0;
        for run in cells.chunk_by(|a, b| a == b) {
            let end = x + run.len();
            if let Some((thread, true)) = run.first().map(|&cell| (cell, cell > 0)) {
                let left = x * 10 - bleed(x, row);
                let width = end * 10 + bleed(end, row) - left;
                bars.push(Bar { thread, row, left, width });
            }
            x = end;
        }
    }
    // A later thread lies over an earlier one; within one the order stays.
    bars.sort_by_key(|bar| bar.thread);
    bars
}

/// One path a thread: every run is a bar, one unit short of its row's height.
fn paths(bars: &[Bar]) -> String {
    let mut out = String::new();
    for thread in bars.chunk_by(|a, b| a.thread == b.thread) {
        // Writing to a String cannot fail.
        let _ = write!(out, r#"<path class="m{}" d=""#, thread[0].thread);
        let mut digits = itoa::Buffer::new();
        for Bar { row, left, width, .. } in thread {
            let lines = [("M", *left), (" ", row * 10), ("h", *width), ("v9h-", *width)];
            for (command, number) in lines {
                out.extend([command, digits.format(number)]);
            }
            out.push('z');
        }
        out.push_str(r#""/>"#);
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
