//! VEVENT (RFC 5545 §3.6.1): one event in one language.
//!
//! In: an event of the directory. Out: [`Vevent`], its properties, and the component they make.
//! Promise: the same event gives the same bytes on any day.
//!
//! * UID is made of kind, slug and the host of the site's own address, so it stays while the slug
//!   does. It is one for all languages and calendars: who subscribes to a space and to a theme, or
//!   in two languages, has each event once in any program that knows events by their UID.
//! * DTSTAMP and LAST-MODIFIED are when the event was last changed (commits, or its `verified`
//!   date). Where that is not known LAST-MODIFIED is left out, and DTSTAMP, which is required, is
//!   the event's own beginning.
//! * SEQUENCE counts the seconds from 2020 to that change, and so grows with each; where no time
//!   is known only a change of status is told. It never depends on how often the site is built.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::lines::{Lines, escaped, quoted};
use super::times::Times;
use crate::index::Revisions;
use crate::model::value::Location;
use crate::model::{EntryKind, Event, EventStatus, Part, Venue};
use crate::page::view::Words;
use crate::page::{Builder, Route, Speaker, event_place};

/// 2020-01-01T00:00:00Z, before any site of this program.
const SEQUENCE_BEGINS: i64 = 1_577_836_800;

/// The properties of one event in one language.
#[derive(Clone, Debug)]
pub(super) struct Vevent {
    pub(super) uid: String,
    pub(super) stamp: Timestamp,
    pub(super) modified: Option<Timestamp>,
    pub(super) sequence: i64,
    pub(super) times: Times,
    /// The language of what has none of its own.
    pub(super) language: String,
    pub(super) summary: Words,
    pub(super) description: Words,
    pub(super) location: Option<String>,
    pub(super) geo: Option<Location>,
    pub(super) url: String,
    pub(super) categories: Vec<String>,
    /// A name and a `mailto:` address.
    pub(super) organizer: Option<(Option<String>, String)>,
    pub(super) conference: Option<String>,
    pub(super) cancelled: bool,
}

impl Vevent {
    /// An event in a language; none where no occurrence is left of it.
    pub(super) fn of(
        event: &Event,
        builder: &Builder<'_>,
        revisions: &Revisions<'_>,
        speaker: Speaker<'_>,
    ) -> Option<Self> {
        let site = &builder.index.directory.site;
        let entry = &event.entry;
        let times = Times::of(event, site.time_zone.rules())?;
        let modified = revisions.of_entry_in_all(entry);
        let stamp = modified.or_else(|| revisions.instant(times.starts().start()));
        let route = Route::Entry(EntryKind::Event, entry.slug.clone());
        let url = speaker.base.absolute(&route.path(speaker.tag()));
        Some(Self {
            uid: uid(event, site.base_url.host()),
            stamp: stamp.unwrap_or_else(|| revisions.oldest()),
            modified,
            sequence: sequence(modified, event.event_status),
            times,
            language: speaker.tag().to_owned(),
            summary: speaker.name(entry),
            description: description(event, speaker, &url),
            location: location(event, speaker),
            geo: geo(event, speaker),
            url,
            categories: entry
                .themes
                .iter()
                .map(|id| speaker.label(Part::Themes, &id.value).text)
                .collect(),
            organizer: organizer(event, speaker),
            conference: event.online_url.as_ref().map(ToString::to_string),
            cancelled: matches!(
                event.event_status,
                EventStatus::Cancelled | EventStatus::Postponed
            ),
        })
    }

    /// The component.
    pub(super) fn lines(&self, zone: &str) -> Lines {
        let mut lines = Lines::default();
        let language = |words: &Words| words.lang.clone().unwrap_or_else(|| self.language.clone());
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", escaped(&self.uid));
        lines.put("DTSTAMP", utc(self.stamp));
        if let Some(modified) = self.modified {
            lines.put("LAST-MODIFIED", utc(modified));
        }
        lines.put("SEQUENCE", self.sequence);
        self.times.write(zone, &mut lines);
        lines.text("SUMMARY", &language(&self.summary), &self.summary.text);
        lines.text("DESCRIPTION", &language(&self.description), &self.description.text);
        if let Some(location) = &self.location {
            lines.text("LOCATION", &self.language, location);
        }
        if let Some(geo) = self.geo {
            lines.put("GEO", format_args!("{};{}", geo.latitude(), geo.longitude()));
        }
        lines.put("URL", &self.url);
        if !self.categories.is_empty() {
            let categories: Vec<String> = self.categories.iter().map(|it| escaped(it)).collect();
            let name = format!("CATEGORIES;LANGUAGE={}", self.language);
            lines.put(&name, categories.join(","));
        }
        if let Some((name, address)) = &self.organizer {
            let name = name.as_ref().map(|name| format!(";CN={}", quoted(name)));
            lines.put(&format!("ORGANIZER{}", name.unwrap_or_default()), address);
        }
        if let Some(conference) = &self.conference {
            lines.put("CONFERENCE;VALUE=URI", conference);
        }
        lines.put("STATUS", if self.cancelled { "CANCELLED" } else { "CONFIRMED" });
        lines.put("END", "VEVENT");
        lines
    }
}

/// UTC (RFC 5545 §3.3.5, form 2).
pub(super) fn utc(time: Timestamp) -> String {
    time.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn uid(event: &Event, host: &str) -> String {
    format!("{}/{}@{host}", EntryKind::Event.as_str(), event.entry.slug)
}

fn sequence(modified: Option<Timestamp>, status: EventStatus) -> i64 {
    let since = modified.map_or(0, |time| time.as_second() - SEQUENCE_BEGINS);
    let status = match status {
        EventStatus::Scheduled | EventStatus::Full => 0,
        EventStatus::Postponed => 1,
        EventStatus::Rescheduled => 2,
        EventStatus::Cancelled => 3,
    };
    // INTEGER goes no further (RFC 5545 §3.3.8).
    since.clamp(0, i64::from(i32::MAX) - 3) + status
}

/// What became of it, what it is about, where to join, and its page.
fn description(event: &Event, speaker: Speaker<'_>, url: &str) -> Words {
    let status = match event.event_status {
        EventStatus::Scheduled => None,
        EventStatus::Cancelled => Some("status-cancelled"),
        EventStatus::Postponed => Some("status-postponed"),
        EventStatus::Rescheduled => Some("status-rescheduled"),
        EventStatus::Full => Some("status-full"),
    };
    let summary = speaker.words(&event.entry.summary);
    let join = event.online_url.as_ref();
    let join = join.map(|join| format!("{}: {join}", speaker.t("place-join-online")));
    let lang = summary.as_ref().and_then(|words| words.lang.clone());
    let paragraphs = [status.map(|id| speaker.t(id)), summary.map(|it| it.text), join];
    let paragraphs = paragraphs.into_iter().flatten().chain([url.to_owned()]);
    Words { text: paragraphs.collect::<Vec<_>>().join("\n\n"), lang }
}

/// The place's name, its address and its district, as the page says them.
fn location(event: &Event, speaker: Speaker<'_>) -> Option<String> {
    let mut place = event_place(speaker, event)?;
    if let Some(district) = place.district {
        let at = place.district_at.unwrap_or(place.address.len());
        place.address.insert(at, district.label);
    }
    let name = place.name.map(|link| link.label).or(place.words);
    let parts: Vec<String> =
        name.into_iter().chain(place.address).map(|words| words.text).collect();
    (!parts.is_empty()).then(|| parts.join(&speaker.t("address-separator")))
}

fn geo(event: &Event, speaker: Speaker<'_>) -> Option<Location> {
    let location = match &event.venue {
        Some(Venue::Space(slug)) => {
            speaker.directory.spaces.get(&slug.value)?.entry.location.as_ref()
        }
        Some(Venue::Place(place)) => place.location.as_ref(),
        None => event.entry.location.as_ref(),
    };
    location.map(|location| location.value)
}

/// ORGANIZER takes an address only, so an event without a mail address has none.
fn organizer(event: &Event, speaker: Speaker<'_>) -> Option<(Option<String>, String)> {
    let email = event.entry.contact.email.as_ref()?;
    let partner = event.partners.first();
    let partner = partner.and_then(|slug| speaker.directory.partners.get(&slug.value));
    Some((partner.map(|partner| speaker.name(&partner.entry).text), email.href()))
}

/// The component of the zone's rules that every calendar of a site carries.
pub(super) fn zone(builder: &Builder<'_>) -> Lines {
    /// How far ahead rules without an end are given their clock, in years.
    const AHEAD: i16 = 10;
    let zone = &builder.index.directory.site.time_zone;
    let years = builder.index.directory.events.values().map(|it| it.starts.value.date().year());
    let this = builder.index.today.year();
    let first = years.clone().min().map_or(this, |year| year.min(this));
    let last = years.max().map_or(this, |year| year.max(this)).saturating_add(AHEAD);
    let rules: &TimeZone = zone.rules();
    super::zone::component(zone.name(), rules, first..=last)
}
