//! A piece of the earth fitted to a piece of the drawing.
//!
//! Places come in as degrees; out go points in the units of the drawing. The projection is
//! equirectangular, true to scale along the mean latitude of what is shown: over a province nobody
//! can tell it from Mercator, and one scale bar holds for the whole view.

/// A point of the drawing, or a distance in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A place on the globe, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) longitude: f64,
    pub(super) latitude: f64,
}

/// An upright rectangle of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Area {
    pub(super) fn right(self) -> f64 {
        self.left + self.width
    }

    pub(super) fn bottom(self) -> f64 {
        self.top + self.height
    }

    /// The nearest point that lies in it.
    pub(super) fn nearest(self, point: Point) -> Point {
        Point {
            x: point.x.clamp(self.left, self.right()),
            y: point.y.clamp(self.top, self.bottom()),
        }
    }

    fn holds(self, point: Point) -> bool {
        self.nearest(point) == point
    }
}

/// Kilometres in a degree of latitude.
const KM_PER_DEGREE: f64 = 111.195;

/// What a view shows at least, in kilometres, however close its places are.
const LEAST_SPAN: f64 = 2.0;

impl Place {
    /// Whether these are degrees of the globe at all.
    pub(super) fn is_on_globe(self) -> bool {
        self.latitude.abs() <= 90.0 && self.longitude.abs() <= 180.0
    }
}

/// The extent of places, in degrees.
#[derive(Clone, Copy, Debug)]
struct Extent {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

impl Extent {
    fn of(places: &[Place]) -> Option<Self> {
        let first = places.first()?;
        let (longitude, latitude) = (first.longitude, first.latitude);
        let start = Self { west: longitude, east: longitude, south: latitude, north: latitude };
        Some(places.iter().fold(start, |extent, place| Self {
            west: extent.west.min(place.longitude),
            east: extent.east.max(place.longitude),
            south: extent.south.min(place.latitude),
            north: extent.north.max(place.latitude),
        }))
    }

    fn middle(self) -> Place {
        Place {
            longitude: f64::midpoint(self.west, self.east),
            latitude: f64::midpoint(self.south, self.north),
        }
    }

    /// Width and height in kilometres, as the view takes them.
    fn span(self) -> Point {
        Point {
            x: ((self.east - self.west) * shrink(self.middle().latitude) * KM_PER_DEGREE)
                .max(LEAST_SPAN),
            y: ((self.north - self.south) * KM_PER_DEGREE).max(LEAST_SPAN),
        }
    }
}

/// What a degree of longitude measures against one of latitude; kept from nothing at the poles.
fn shrink(latitude: f64) -> f64 {
    latitude.to_radians().cos().max(0.02)
}

/// How tall places are for their width; `None` if there are none.
pub(super) fn aspect(places: &[Place]) -> Option<f64> {
    let span = Extent::of(places)?.span();
    Some(span.y / span.x)
}

/// A projection of places into an area.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// Where the fitted places lie.
    pub(super) area: Area,
    /// Units of the drawing in a kilometre.
    pub(super) scale: f64,
    middle: Place,
    shrink: f64,
}

impl View {
    /// Fits places into an area, as large as they go; `None` if there are none.
    pub(super) fn fit(places: &[Place], area: Area) -> Option<Self> {
        let extent = Extent::of(places)?;
        let (span, middle) = (extent.span(), extent.middle());
        let scale = (area.width / span.x).min(area.height / span.y);
        Some(Self { area, scale, middle, shrink: shrink(middle.latitude) })
    }

    /// Where a place stands in the drawing.
    pub(super) fn point(&self, place: Place) -> Point {
        let unit = self.scale * KM_PER_DEGREE;
        let east = (place.longitude - self.middle.longitude) * self.shrink * unit;
        let north = (place.latitude - self.middle.latitude) * unit;
        Point {
            x: self.area.left + self.area.width / 2.0 + east,
            y: self.area.top + self.area.height / 2.0 - north,
        }
    }

    /// What place a point of the drawing shows.
    pub(super) fn place(&self, point: Point) -> Place {
        let unit = self.scale * KM_PER_DEGREE;
        let east = point.x - self.area.left - self.area.width / 2.0;
        let south = point.y - self.area.top - self.area.height / 2.0;
        Place {
            longitude: self.middle.longitude + east / (unit * self.shrink),
            latitude: self.middle.latitude - south / unit,
        }
    }

    /// Whether a place lies in the area that was fitted.
    pub(super) fn shows(&self, place: Place) -> bool {
        self.area.holds(self.point(place))
    }
}

/// The part of a closed ring that lies in an area (Sutherland and Hodgman's way).
///
/// A ring that leaves the area and comes back runs along the border in between.
pub(super) fn clip(ring: &[Point], area: Area) -> Vec<Point> {
    let cut = |ring: Vec<Point>, depth: &dyn Fn(Point) -> f64| -> Vec<Point> {
        let Some(&last) = ring.last() else { return ring };
        let mut kept = Vec::with_capacity(ring.len());
        let mut before = last;
        for point in ring {
            let (from, to) = (depth(before), depth(point));
            if (from < 0.0) != (to < 0.0) {
                let share = from / (from - to);
                kept.push(Point {
                    x: before.x + (point.x - before.x) * share,
                    y: before.y + (point.y - before.y) * share,
                });
            }
            if to >= 0.0 {
                kept.push(point);
            }
            before = point;
        }
        kept
    };
    let ring = cut(ring.to_vec(), &|point| point.x - area.left);
    let ring = cut(ring, &|point| area.right() - point.x);
    let ring = cut(ring, &|point| point.y - area.top);
    cut(ring, &|point| area.bottom() - point.y)
}

/// The part of a straight line that lies in an area (Liang and Barsky's way).
pub(super) fn cut(from: Point, to: Point, area: Area) -> Option<(Point, Point)> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for (way, room) in [
        (-dx, from.x - area.left),
        (dx, area.right() - from.x),
        (-dy, from.y - area.top),
        (dy, area.bottom() - from.y),
    ] {
        if way == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if way < 0.0 {
            first = first.max(room / way);
        } else {
            last = last.min(room / way);
        }
    }
    let at = |share: f64| Point { x: from.x + dx * share, y: from.y + dy * share };
    (first <= last).then(|| (at(first), at(last)))
}
