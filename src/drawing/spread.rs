//! Pins moved apart until each can be told and touched.
//!
//! Points and an area come in; out go as many points in the area, in the same order, no two nearer
//! than a gap. Distance is counted along the axes (`|dx| + |dy|`), for pins are lozenges: two of
//! them are clear of each other exactly when this is as much as one is wide.

use super::view::{Area, Point};

/// How often all pairs are looked at before the area is given up as too small.
const ROUNDS: u32 = 400;

/// Pushes that have not settled by this round are turned, so that a row in line can give way.
const PATIENCE: u32 = 40;

/// The angle of sunflower seeds: no two directions of a heap are alike.
const SEED_ANGLE: f64 = 2.399_963;

/// How far a point is moved in any case, in units of the drawing.
const UNSEEN: f64 = 0.02;

/// How far two points are apart, for lozenges.
pub(super) fn apart(a: Point, b: Point) -> f64 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// Moves points apart within an area; `None` if they do not settle there.
pub(super) fn spread(points: &[Point], area: Area, gap: f64) -> Option<Vec<Point>> {
    // Too little to be seen, but enough that a heap opens on all sides and not into a row.
    let mut turn = 0.0;
    let mut points: Vec<Point> = points
        .iter()
        .map(|point| {
            let (sin, cos) = f64::sin_cos(turn);
            turn += SEED_ANGLE;
            area.nearest(Point { x: point.x + cos * UNSEEN, y: point.y + sin * UNSEEN })
        })
        .collect();
    for round in 0..ROUNDS {
        let mut settled = true;
        for second in 1..points.len() {
            for first in 0..second {
                let (a, b) = (points[first], points[second]);
                let lacking = gap - apart(a, b);
                if lacking <= 0.0 {
                    continue;
                }
                settled = false;
                let push = push(a, b, lacking + 0.2, round);
                points[first] = area.nearest(Point { x: a.x - push.x, y: a.y - push.y });
                points[second] = area.nearest(Point { x: b.x + push.x, y: b.y + push.y });
            }
        }
        if settled {
            return Some(points);
        }
    }
    None
}

/// How far the second of two points goes, and the first the other way, to be `lacking` further apart.
fn push(a: Point, b: Point, lacking: f64, round: u32) -> Point {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx.hypot(dy);
    let (east, south) = if length > 0.0 { (dx / length, dy / length) } else { (1.0, 0.0) };
    let (sin, cos) = if round < PATIENCE { (0.0, 1.0) } else { 0.4_f64.sin_cos() };
    let (east, south) = (east * cos - south * sin, east * sin + south * cos);
    let half = lacking / 2.0 / (east.abs() + south.abs());
    Point { x: east * half, y: south * half }
}
