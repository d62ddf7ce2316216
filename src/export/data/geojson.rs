//! Spaces on a map: GeoJSON (RFC 7946), degrees of WGS 84, longitude first (§3.1.1, §4).

use serde_json::{Map, Value, json};

use super::columns::FileColumn;
use super::record::Record;

/// All features together.
pub(super) fn file(features: &[Value]) -> Vec<u8> {
    super::pretty(&json!({"type": "FeatureCollection", "features": features}))
}

/// A space with a location, with the columns of the table as properties.
pub(super) fn feature(record: &Record, columns: &[FileColumn]) -> Option<Value> {
    let (latitude, longitude) =
        (record.get("location/latitude")?, record.get("location/longitude")?);
    let properties: Map<String, Value> = columns
        .iter()
        .filter(|column| !matches!(column.column.name, "latitude" | "longitude"))
        .filter_map(|column| Some((column.name.clone(), column.value(record)?.clone())))
        .collect();
    Some(json!({
        "type": "Feature",
        "id": record.get("slug")?,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": properties,
    }))
}
