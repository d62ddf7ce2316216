//! Places on the earth: decimal degrees of WGS 84, latitude first (ISO 6709's order).

use std::fmt;

use super::text::shown;
use crate::diagnostic::{Code, Problem};

/// A point, in decimal degrees of WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Location {
    latitude: f64,
    longitude: f64,
}

impl Location {
    /// Takes a latitude of −90 to 90 and a longitude of −180 to 180. Where the two were swapped,
    /// the right order is suggested; `bounds`, if the site has them, must then hold the point.
    pub fn new(latitude: f64, longitude: f64, bounds: Option<&Bounds>) -> Result<Self, Problem> {
        let location = Self { latitude, longitude };
        if location.exists() {
            return Ok(location);
        }
        let problem = Problem::new(Code::LocationRange)
            .text("value", shown(&location.to_string()))
            .text("latitude", latitude.to_string())
            .text("longitude", longitude.to_string());
        Err(Problem { suggestion: location.swap_into(bounds), ..problem })
    }

    /// Degrees north of the equator, −90 to 90.
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east of Greenwich, −180 to 180.
    pub fn longitude(self) -> f64 {
        self.longitude
    }

    /// Whether the point lies within the site's bounds; the problem is a warning.
    pub fn within(self, bounds: &Bounds) -> Result<(), Problem> {
        if bounds.contains(self) {
            return Ok(());
        }
        let problem = Problem::new(Code::LocationOutside)
            .text("value", self.to_string())
            .text("bounds", bounds.to_string());
        Err(Problem { suggestion: self.swap_into(Some(bounds)), ..problem })
    }

    fn exists(self) -> bool {
        (-90.0..=90.0).contains(&self.latitude) && (-180.0..=180.0).contains(&self.longitude)
    }

    /// The pair the other way round, where that is a place, and one within the bounds.
    fn swap_into(self, bounds: Option<&Bounds>) -> Option<String> {
        let swapped = Self { latitude: self.longitude, longitude: self.latitude };
        let fits = swapped.exists() && bounds.is_none_or(|bounds| bounds.contains(swapped));
        fits.then(|| swapped.to_string())
    }
}

/// As it is written: `[16.4322, 102.8236]`.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, {}]", self.latitude, self.longitude)
    }
}

/// A rectangle of latitudes and longitudes, its edges included. It never crosses the 180th
/// meridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    south_west: Location,
    north_east: Location,
}

impl Bounds {
    /// Takes the south-western and the north-eastern corner; corners the wrong way round are
    /// refused, and the rectangle they span is suggested.
    pub fn new(south_west: Location, north_east: Location) -> Result<Self, Problem> {
        let span = |from: f64, to: f64| (from.min(to), from.max(to));
        let (south, north) = span(south_west.latitude, north_east.latitude);
        let (west, east) = span(south_west.longitude, north_east.longitude);
        let ordered = Self {
            south_west: Location { latitude: south, longitude: west },
            north_east: Location { latitude: north, longitude: east },
        };
        let written = Self { south_west, north_east };
        if ordered == written {
            return Ok(ordered);
        }
        Err(Problem::new(Code::RangeReversed)
            .text("value", written.to_string())
            .text("from", south_west.to_string())
            .text("to", north_east.to_string())
            .suggest(ordered.to_string()))
    }

    /// The corner of the least latitude and longitude.
    pub fn south_west(&self) -> Location {
        self.south_west
    }

    /// The corner of the greatest latitude and longitude.
    pub fn north_east(&self) -> Location {
        self.north_east
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(&self, location: Location) -> bool {
        let (low, high) = (self.south_west, self.north_east);
        (low.latitude..=high.latitude).contains(&location.latitude)
            && (low.longitude..=high.longitude).contains(&location.longitude)
    }
}

/// As it is written: `[[15.6, 101.7], [17.2, 103.3]]`.
impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, {}]", self.south_west, self.north_east)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn province() -> Bounds {
        let corner = |latitude, longitude| Location::new(latitude, longitude, None).unwrap();
        Bounds::new(corner(15.6, 101.7), corner(17.2, 103.3)).unwrap()
    }

    #[test]
    fn a_swapped_pair_is_suggested_the_right_way_round() {
        let problem = Location::new(102.8236, 16.4322, Some(&province())).unwrap_err();
        assert_eq!(problem.code, Code::LocationRange);
        assert_eq!(problem.suggestion.as_deref(), Some("[16.4322, 102.8236]"));
        let elsewhere = Location::new(160.0, 2.0, Some(&province())).unwrap_err();
        assert_eq!(elsewhere.suggestion, None);
        assert!(Location::new(160.0, 2.0, None).unwrap_err().suggestion.is_some());
    }

    #[test]
    fn no_place_is_at_200_degrees_or_at_no_number() {
        for (latitude, longitude) in
            [(200.0, 200.0), (f64::NAN, 1.0), (1.0, f64::INFINITY), (-90.1, -180.1), (1e300, 0.0)]
        {
            let problem = Location::new(latitude, longitude, Some(&province())).unwrap_err();
            assert_eq!(problem.suggestion, None);
        }
        for (latitude, longitude) in [(90.0, 180.0), (-90.0, -180.0), (0.0, 0.0)] {
            assert!(Location::new(latitude, longitude, None).is_ok());
        }
    }

    #[test]
    fn outside_the_bounds_is_a_warning_with_the_swap_if_that_helps() {
        let inside = Location::new(16.4322, 102.8236, None).unwrap();
        assert_eq!(inside.within(&province()), Ok(()));
        assert!(province().contains(province().south_west()));
        let bangkok = Location::new(13.75, 100.5, None).unwrap().within(&province()).unwrap_err();
        assert_eq!((bangkok.code, bangkok.suggestion), (Code::LocationOutside, None));
    }

    #[test]
    fn bounds_the_wrong_way_round_are_turned() {
        let problem = Bounds::new(province().north_east(), province().south_west()).unwrap_err();
        assert_eq!(problem.code, Code::RangeReversed);
        assert_eq!(problem.suggestion.as_deref(), Some("[[15.6, 101.7], [17.2, 103.3]]"));
    }
}
