//! Spaces on a map: GeoJSON (RFC 7946), degrees of WGS 84, longitude first (§3.1.1, §4).

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::columns::{self, FileColumn};
use super::record::Record;
use super::{File, Made, Records, Set};
use crate::page::Builder;

/// All features together (§3.3).
#[derive(Serialize)]
#[serde(bound = "")]
struct Collection<I: Iterator<Item = Value>> {
    features: Made<I>,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// The records that have a location, with the columns of their table.
pub(super) fn file(builder: &Builder<'_>, set: &Set, records: Records<'_>) -> File {
    let columns = columns::in_files(&set.columns, &builder.index.directory.site.languages);
    let features = Made::of(records.filter_map(|record| feature(&record, &columns)));
    let bytes = super::pretty(&Collection { features, kind: "FeatureCollection" });
    (format!("data/{}.geojson", set.name), bytes)
}

/// A space with a location, with the columns of the table as properties.
fn feature(record: &Record, columns: &[FileColumn]) -> Option<Value> {
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
