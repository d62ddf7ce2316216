//! An event as schema.org's `Event`; one that recurs as `EventSeries` with its rule and its next
//! times.

use serde_json::Value;

use super::node::{Node, reference, text, word};
use super::{Teller, offer, organization, parts, schedule, space, types};
use crate::index::Occurrence;
use crate::model::value::{Ages, Moment};
use crate::model::{Event, EventStatus, Part, Place, Venue};
use crate::page::{Route, place_district};

/// How many of the next times are told.
const MOST_NEXT: usize = 10;

/// Everything about an event.
pub(super) fn node(teller: &Teller<'_>, event: &Event) -> Node {
    let speaker = teller.speaker;
    let entry = &event.entry;
    let term = speaker.term(Part::EventKinds, &event.kind.value);
    let kind = types::event(term.and_then(|term| term.schema.as_deref()));
    let recurs = event.repeats.is_some() || !event.also.is_empty();
    let mut node = match (recurs, kind) {
        (false, _) => Node::new(kind),
        (true, "Event" | "EventSeries") => Node::new("EventSeries"),
        (true, _) => Node::of(&["EventSeries", kind]),
    };
    teller.thing(&mut node, entry, None);
    teller.keywords(&mut node, entry);
    let ends = event.ends.as_ref().map(|ends| ends.value);
    times(teller, &mut node, event.starts.value, ends);
    node.set("eventStatus", status(event.event_status));
    let announced = event.previous_start.map(|moment| teller.speaker.zoned(moment.value));
    node.maybe("previousStartDate", announced);
    node.maybe("eventAttendanceMode", attendance(event));
    node.list("location", locations(teller, event));
    let partners = event.partners.iter();
    let partners = partners.filter_map(|slug| speaker.directory.partners.get(&slug.value));
    let organizers = partners.map(|partner| organization::short(teller, partner).into());
    node.list("organizer", organizers.collect());
    node.list("offers", offer::nodes(teller, event));
    node.maybe("isAccessibleForFree", parts::is_free(event.fee.as_ref()));
    node.maybe("typicalAgeRange", event.ages.map(ages));
    let audience = event.audiences.iter().map(|id| {
        let mut node = Node::new("Audience");
        node.set("audienceType", text(speaker.label(Part::Audiences, &id.value)));
        node.into()
    });
    node.list("audience", audience.collect());
    let languages = event.languages.iter().map(|tag| Value::String(tag.to_string()));
    node.list("inLanguage", languages.collect());
    let seats = event.registration.as_ref().and_then(|registration| registration.seats);
    node.maybe("maximumAttendeeCapacity", seats);
    if recurs {
        let rule = event.repeats.as_ref().map(|rule| schedule::node(teller, event, rule));
        node.maybe("eventSchedule", rule);
        node.list("subEvent", next(teller, event, kind));
    }
    node
}

/// The times to come, each an event of its own that is part of the series.
fn next(teller: &Teller<'_>, event: &Event, kind: &str) -> Vec<Value> {
    let slug = &event.entry.slug;
    let coming = teller.index.calendar.coming_of(slug);
    let told = |it: Occurrence<'_>| {
        let mut node = Node::new(if kind == "EventSeries" { "Event" } else { kind });
        node.set("name", text(teller.speaker.name(&event.entry)));
        node.set("url", teller.page(&Route::Entry(event.entry.kind, slug.clone())));
        times(teller, &mut node, it.starts, it.ends);
        // What has moved or is full stands on the series; each of its times takes place.
        node.set("eventStatus", word("EventScheduled"));
        node.maybe("eventAttendanceMode", attendance(event));
        node.list("location", location_references(teller, event));
        node.set("superEvent", reference(&teller.id(&event.entry)));
        node.into()
    };
    coming.take(MOST_NEXT).map(told).collect()
}

fn times(teller: &Teller<'_>, node: &mut Node, starts: Moment, ends: Option<Moment>) {
    node.set("startDate", teller.speaker.zoned(starts));
    node.maybe("endDate", ends.map(|ends| teller.speaker.zoned(ends)));
}

fn status(status: EventStatus) -> Value {
    word(match status {
        // A full event takes place; that no seat is left is said by its offers.
        EventStatus::Scheduled | EventStatus::Full => "EventScheduled",
        EventStatus::Cancelled => "EventCancelled",
        EventStatus::Postponed => "EventPostponed",
        EventStatus::Rescheduled => "EventRescheduled",
    })
}

fn attendance(event: &Event) -> Option<Value> {
    let mode = match (is_somewhere(event), event.online_url.is_some()) {
        (true, true) => "MixedEventAttendanceMode",
        (true, false) => "OfflineEventAttendanceMode",
        (false, true) => "OnlineEventAttendanceMode",
        (false, false) => return None,
    };
    Some(word(mode))
}

fn is_somewhere(event: &Event) -> bool {
    let entry = &event.entry;
    event.venue.is_some() || entry.address.is_some() || entry.location.is_some()
}

fn locations(teller: &Teller<'_>, event: &Event) -> Vec<Value> {
    let entry = &event.entry;
    let place = match &event.venue {
        Some(Venue::Space(slug)) => {
            let space = teller.speaker.directory.spaces.get(&slug.value);
            space.map(|space| space::short(teller, space))
        }
        Some(Venue::Place(own)) => Some(place(teller, event, own)),
        None if is_somewhere(event) => {
            let mut node = Node::new("Place");
            node.set("@id", place_id(teller, event));
            node.maybe("address", teller.address(entry.address.as_ref(), None));
            parts::coordinates(&mut node, entry.location.as_ref().map(|it| it.value));
            Some(node)
        }
        None => None,
    };
    let online = event.online_url.as_ref().map(|url| {
        let mut node = Node::new("VirtualLocation");
        node.set("url", url.as_str());
        node
    });
    place.into_iter().chain(online).map(Value::from).collect()
}

fn location_references(teller: &Teller<'_>, event: &Event) -> Vec<Value> {
    let place = match &event.venue {
        Some(Venue::Space(slug)) => {
            let space = teller.speaker.directory.spaces.get(&slug.value);
            space.map(|space| reference(&teller.id(&space.entry)))
        }
        _ => is_somewhere(event).then(|| reference(&place_id(teller, event))),
    };
    let online = event.online_url.as_ref().map(|url| {
        let mut node = Node::new("VirtualLocation");
        node.set("url", url.as_str());
        node.into()
    });
    place.into_iter().chain(online).collect()
}

fn place(teller: &Teller<'_>, event: &Event, own: &Place) -> Node {
    let mut node = Node::new("Place");
    node.set("@id", place_id(teller, event));
    node.maybe("name", teller.speaker.words(&own.name).map(text));
    node.maybe("address", teller.address(own.address.as_ref(), place_district(own)));
    parts::coordinates(&mut node, own.location.as_ref().map(|it| it.value));
    node
}

/// A place that is no entry is known by its event.
fn place_id(teller: &Teller<'_>, event: &Event) -> String {
    teller.id(&event.entry).replace("#entry", "#place")
}

/// As schema.org writes ages: `7-12`, `60-`, `-6`.
fn ages(ages: Ages) -> String {
    let end = |age: Option<u8>| age.map(|age| age.to_string()).unwrap_or_default();
    format!("{}-{}", end(ages.from()), end(ages.to()))
}
