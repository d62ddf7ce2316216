//! iCalendar (RFC 5545, with the properties of RFC 7986 for calendars that are subscribed to).
//!
//! In: the directory in order, and when things were changed. Out: for each language one calendar
//! of all events, one for each partner, space and theme, and one file for each event. Promise:
//! calendars hold the last twelve months and everything to come, recurring events as rules; what
//! has no events yet has a valid calendar all the same, so that a subscription made early works;
//! nothing changes from one build to the next but what takes place.
//!
//! There is no METHOD: with one, RFC 5546 would require an ORGANIZER on every event. There is no
//! COLOR: it is the reader's calendar.

mod event;
mod lines;
mod times;
mod zone;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{Timestamp, ToSpan};
use rayon::prelude::*;

use self::event::{Vevent, utc};
use self::lines::{Lines, escaped};
use crate::index::{Item, Revisions};
use crate::language::Locale;
use crate::model::value::{Moment, Slug};
use crate::model::{EntryKind, Event, Part};
use crate::page::view::Words;
use crate::page::{Builder, Feed, Route, Speaker};

/// Who made the file (RFC 5545 §3.7.3). Without a version: a new one changes no calendar.
const PRODID: &str = "-//nakhon//learning city directory//EN";

/// How often to look again.
const REFRESH: &str = "P1D";

/// The events of one language, written once for all the calendars that hold them.
#[derive(Debug)]
pub struct WrittenEvents {
    zone: Lines,
    events: BTreeMap<Slug, Written>,
}

#[derive(Debug)]
struct Written {
    lines: Lines,
    modified: Option<Timestamp>,
    /// Whether it belongs into calendars, or is too long ago.
    in_reach: bool,
    starts: Moment,
}

/// Writes the events of a language.
pub fn events(builder: &Builder<'_>, revisions: &Revisions<'_>, locale: &Locale) -> WrittenEvents {
    let directory = &builder.index.directory;
    let zone = directory.site.time_zone.name();
    let since = builder.index.today.saturating_sub(12.months());
    let speaker = builder.speaker(locale);
    let events: Vec<&Arc<Event>> = directory.events.values().collect();
    let written = |event: &Arc<Event>| {
        let vevent = Vevent::of(event, builder, revisions, speaker)?;
        let written = Written {
            lines: vevent.lines(zone),
            modified: vevent.modified,
            in_reach: times::reaches(event, since),
            starts: vevent.times.starts(),
        };
        Some((event.entry.slug.clone(), written))
    };
    let events = events.into_par_iter().filter_map(written).collect();
    WrittenEvents { zone: event::zone(builder), events }
}

/// The calendars of every language.
pub fn calendars(builder: &Builder<'_>) -> Vec<Feed> {
    let directory = &builder.index.directory;
    let entries = directory.entries().map(|entry| Feed::CalendarOf(entry.kind, entry.slug.clone()));
    let themes = builder.index.used(Part::Themes);
    let themes = themes.map(|id| Feed::CalendarOfTheme(id.clone()));
    [Feed::Calendar].into_iter().chain(entries).chain(themes).collect()
}

/// A calendar of a language.
pub fn calendar(
    builder: &Builder<'_>,
    locale: &Locale,
    written: &WrittenEvents,
    feed: &Feed,
) -> Vec<u8> {
    let calendar = Calendar { builder, speaker: builder.speaker(locale), written, feed };
    calendar.lines().as_str().into()
}

/// One calendar of one language.
struct Calendar<'a> {
    builder: &'a Builder<'a>,
    speaker: Speaker<'a>,
    written: &'a WrittenEvents,
    feed: &'a Feed,
}

impl Calendar<'_> {
    /// The page that shows the same, and what the calendar is called.
    fn head(&self) -> (Route, Words) {
        match self.feed {
            Feed::CalendarOf(kind, slug) => {
                let entry = self.speaker.directory.entry(*kind, slug.as_str());
                let name = entry.map(|entry| self.speaker.name(entry));
                (Route::Entry(*kind, slug.clone()), name.unwrap_or_default())
            }
            Feed::CalendarOfTheme(id) => {
                (Route::Term(Part::Themes, id.clone()), self.speaker.label(Part::Themes, id))
            }
            Feed::Calendar | Feed::News | Feed::EventNews => {
                let name = Words { text: self.speaker.t(EntryKind::Event.as_str()), lang: None };
                (Route::Calendar, name)
            }
        }
    }

    /// The events it holds, by their beginning.
    fn held(&self) -> Vec<&Written> {
        let groups = self.builder.index.groups(self.speaker.lang());
        let events = &self.written.events;
        let of = |items: &[Item]| -> Vec<(&Slug, &Written)> {
            let items = items.iter().filter(|it| matches!(it, Item::Event(_)));
            items.filter_map(|it| events.get_key_value(&it.entry().slug)).collect()
        };
        let mut events: Vec<(&Slug, &Written)> = match self.feed {
            Feed::CalendarOf(EntryKind::Event, slug) => {
                return events.get(slug).into_iter().collect();
            }
            Feed::CalendarOf(EntryKind::Partner, slug) => of(groups.of_partner(slug)),
            Feed::CalendarOf(EntryKind::Space, slug) => of(groups.in_space(slug)),
            Feed::CalendarOfTheme(id) => of(groups.under(Part::Themes, id)),
            Feed::Calendar | Feed::News | Feed::EventNews => events.iter().collect(),
        };
        events.retain(|(_, event)| event.in_reach);
        events.sort_by_key(|(slug, event)| (event.starts, *slug));
        events.into_iter().map(|(_, event)| event).collect()
    }

    fn lines(&self) -> Lines {
        let events = self.held();
        let (page, name) = self.head();
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", PRODID);
        lines.put("CALSCALE", "GREGORIAN");
        if !matches!(self.feed, Feed::CalendarOf(EntryKind::Event, _)) {
            self.subscription(&name, &mut lines);
            if let Some(modified) = events.iter().filter_map(|event| event.modified).max() {
                lines.put("LAST-MODIFIED", utc(modified));
            }
        }
        lines.put("URL", self.speaker.base.absolute(&page.path(self.speaker.tag())));
        lines.append(&self.written.zone);
        for event in events {
            lines.append(&event.lines);
        }
        lines.put("END", "VCALENDAR");
        lines
    }

    /// What a calendar is called and how to keep it (RFC 7986 §5), with the older names of the
    /// same that most programs still read.
    fn subscription(&self, name: &Words, lines: &mut Lines) {
        let site = &self.builder.index.directory.site;
        let tag = self.speaker.tag();
        let title = self.speaker.words(&site.title).unwrap_or_default().text;
        let language = name.lang.as_deref().unwrap_or(tag);
        let name = format!("{} – {title}", name.text);
        lines.text("NAME", language, &name);
        lines.put("X-WR-CALNAME", escaped(&name));
        lines.put("X-WR-TIMEZONE", site.time_zone.name());
        let source = self.speaker.base.absolute(&self.feed.path(tag));
        lines.put("SOURCE;VALUE=URI", source);
        lines.put("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        lines.put("X-PUBLISHED-TTL", REFRESH);
    }
}
