//! The outline of a map: areas and lines of a GeoJSON text (RFC 7946).
//!
//! Longitude stands first (§3.1.1). Polygons give areas, line strings give lines, points and all
//! properties are passed over.

use serde_json::Value;

use super::text::problem;
use crate::diagnostic::{Code, Problem};

/// Longitude and latitude, in degrees.
type Position = (f64, f64);

/// What a map is drawn on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Closed rings: what lies inside an odd number of them is land.
    pub areas: Vec<Vec<Position>>,
    /// Open lines: roads, rivers, borders.
    pub lines: Vec<Vec<Position>>,
}

impl Outline {
    /// Reads a GeoJSON text. One that holds neither an area nor a line is refused, and so is one
    /// with a position that is not on the globe (as in the metres of another projection).
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let refuse = |reason: &'static str| {
            problem(Code::OutlineInvalid, text.lines().next().unwrap_or_default())
                .message("reason", reason)
        };
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|_| refuse("reason-outline-json"))?;
        let mut outline = Self::default();
        outline.gather(&value).map_err(refuse)?;
        if outline.areas.is_empty() && outline.lines.is_empty() {
            return Err(refuse("reason-outline-empty"));
        }
        Ok(outline)
    }

    fn gather(&mut self, value: &Value) -> Result<(), &'static str> {
        let members = |name: &str| value.get(name).and_then(Value::as_array);
        let coordinates = || members("coordinates").ok_or("reason-outline-coordinates");
        match value.get("type").and_then(Value::as_str).unwrap_or_default() {
            "FeatureCollection" => {
                for feature in members("features").ok_or("reason-outline-features")? {
                    self.gather(feature)?;
                }
            }
            "Feature" => match value.get("geometry") {
                None | Some(Value::Null) => {}
                Some(geometry) => self.gather(geometry)?,
            },
            "GeometryCollection" => {
                for geometry in members("geometries").ok_or("reason-outline-features")? {
                    self.gather(geometry)?;
                }
            }
            "Polygon" => self.areas.extend(positions_of_each(coordinates()?)?),
            "MultiPolygon" => {
                for polygon in coordinates()? {
                    let rings = polygon.as_array().ok_or("reason-outline-list")?;
                    self.areas.extend(positions_of_each(rings)?);
                }
            }
            "LineString" => self.lines.push(positions(coordinates()?)?),
            "MultiLineString" => self.lines.extend(positions_of_each(coordinates()?)?),
            "Point" | "MultiPoint" => {}
            _ => return Err("reason-outline-type"),
        }
        Ok(())
    }
}

fn positions_of_each(lists: &[Value]) -> Result<Vec<Vec<Position>>, &'static str> {
    lists.iter().map(|list| positions(list.as_array().ok_or("reason-outline-list")?)).collect()
}

fn positions(list: &[Value]) -> Result<Vec<Position>, &'static str> {
    let position = |value: &Value| {
        let longitude = value.get(0).and_then(Value::as_f64).ok_or("reason-outline-position")?;
        let latitude = value.get(1).and_then(Value::as_f64).ok_or("reason-outline-position")?;
        let on_globe = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
        if on_globe { Ok((longitude, latitude)) } else { Err("reason-outline-degrees") }
    };
    list.iter().map(position).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_and_lines_are_found_wherever_they_stand() {
        let text = r#"{"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": null, "geometry": null},
            {"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": [
                {"type": "MultiPolygon", "coordinates": [[[[1, 2, 90], [3, 4], [1, 2]], [[0, 0]]]]},
                {"type": "LineString", "coordinates": [[5, 6], [7, 8]]},
                {"type": "Point", "coordinates": [1, 2]}]}}]}"#;
        let outline = Outline::parse(text).unwrap();
        assert_eq!(outline.areas, [vec![(1.0, 2.0), (3.0, 4.0), (1.0, 2.0)], vec![(0.0, 0.0)]]);
        assert_eq!(outline.lines, [vec![(5.0, 6.0), (7.0, 8.0)]]);
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        for text in [
            "",
            "[]",
            "{",
            r#"{"type": "FeatureCollection", "features": []}"#,
            r#"{"type": "Point", "coordinates": [1, 2]}"#,
            r#"{"type": "Polygon", "coordinates": [[["x", 2]]]}"#,
            r#"{"type": "Polygon", "coordinates": [[[11445000, 1850000]]]}"#,
            r#"{"type": "Topology"}"#,
        ] {
            assert!(Outline::parse(text).is_err(), "{text}");
        }
    }
}
