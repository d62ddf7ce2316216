//! A learning space as schema.org's `Place`; one that is only on the web as `VirtualLocation`.

use serde_json::{Value, json};

use super::node::{Node, text};
use super::{Teller, hours, parts, types};
use crate::model::{AccessFeature, AccessLevel, Part, Space, Status};
use crate::page::{access_label, access_level};

/// Everything about a space.
pub(super) fn node(teller: &Teller<'_>, space: &Space) -> Node {
    let entry = &space.entry;
    if space.online && entry.address.is_none() && entry.location.is_none() {
        let mut node = Node::new("VirtualLocation");
        teller.thing(&mut node, entry, None);
        return node;
    }
    let mut node = place(teller, space);
    teller.thing(&mut node, entry, None);
    teller.keywords(&mut node, entry);
    node.list("telephone", parts::telephone(&entry.contact));
    node.maybe("isAccessibleForFree", parts::is_free(space.fee.as_ref()));
    node.list("amenityFeature", features(teller, space));
    node.maybe("maximumAttendeeCapacity", space.capacity);
    let directory = teller.speaker.directory;
    let whole = space.part_of.as_ref().and_then(|slug| directory.spaces.get(&slug.value));
    node.maybe("containedInPlace", whole.map(|whole| short(teller, whole)));
    if let (Some(rule), Status::Active) = (&space.hours, entry.status)
        && let Some(week) = rule.value.week()
    {
        node.list("openingHoursSpecification", hours::weekly(week));
        let special = hours::special(week, &directory.holidays, teller.index.today);
        node.list("specialOpeningHoursSpecification", special);
    }
    if let Some(url) = space.booking.as_ref().and_then(|booking| booking.url.as_ref()) {
        node.set("potentialAction", json!({"@type": "ReserveAction", "target": url.as_str()}));
    }
    node
}

/// A space as another entry names it: enough to find it.
pub(super) fn short(teller: &Teller<'_>, space: &Space) -> Node {
    let entry = &space.entry;
    let mut node = place(teller, space);
    node.set("@id", teller.id(entry));
    node.set("name", text(teller.speaker.name(entry)));
    let route = crate::page::Route::Entry(entry.kind, entry.slug.clone());
    node.set("url", teller.page(&route));
    node
}

/// Where it is.
fn place(teller: &Teller<'_>, space: &Space) -> Node {
    let entry = &space.entry;
    let term = teller.speaker.term(Part::SpaceKinds, &space.kind.value);
    let kind = term.and_then(|term| term.schema.as_deref());
    let mut node = Node::new(types::place(kind));
    let district = space.district.as_ref().map(|id| &id.value);
    node.maybe("address", teller.address(entry.address.as_ref(), district));
    parts::coordinates(&mut node, entry.location.as_ref().map(|it| it.value));
    node
}

/// Access and comforts. What is not known is not said.
fn features(teller: &Teller<'_>, space: &Space) -> Vec<Value> {
    let speaker = teller.speaker;
    let access = AccessFeature::ALL.iter().filter_map(|feature| {
        let level = *space.access.get(feature)?;
        let value = match level {
            AccessLevel::Yes => Value::Bool(true),
            AccessLevel::No => Value::Bool(false),
            AccessLevel::Limited => Value::String(speaker.t(access_level(Some(level)).1)),
        };
        let name = Value::String(speaker.t(access_label(*feature)));
        Some(feature_node(feature.as_str(), name, value))
    });
    let amenities = space.amenities.iter().map(|id| {
        let name = text(speaker.label(Part::Amenities, &id.value));
        feature_node(id.value.as_str(), name, Value::Bool(true))
    });
    access.chain(amenities).collect()
}

fn feature_node(id: &str, name: Value, value: Value) -> Value {
    let mut node = Node::new("LocationFeatureSpecification");
    node.set("propertyID", id);
    node.set("name", name);
    node.set("value", value);
    node.into()
}
