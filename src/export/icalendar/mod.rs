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

use jiff::{Timestamp, ToSpan};
use rayon::prelude::*;

use self::event::{Vevent, utc};
use self::lines::{Lines, escaped};
use crate::index::{Item, Revisions};
use crate::model::value::{Moment, Slug};
use crate::model::{EntryKind, Event, Part};
use crate::page::view::Words;
use crate::page::{Builder, Feed, Route, Speaker};

/// Who made the file (RFC 5545 §3.7.3). Without a version: a new one changes no calendar.
const PRODID: &str = "-//nakhon//learning city directory//EN";

/// How often to look again.
const REFRESH: &str = "P1D";

/// A calendar of some events, apart from these.
struct Head {
    feed: Feed,
    /// The page that shows the same.
    page: Route,
    name: Words,
}

/// An event, written once for all the calendars that hold it.
struct Written {
    lines: Lines,
    modified: Option<Timestamp>,
    /// Whether it belongs into calendars, or is too long ago.
    in_reach: bool,
    order: (Moment, Slug),
}

/// Writes every calendar, each handed to `put` with its path; says how many there are.
pub(super) fn write<E: Send>(
    builder: &Builder<'_>,
    revisions: &Revisions<'_>,
    put: &(impl Fn(&str, Vec<u8>) -> Result<(), E> + Sync),
) -> Result<usize, E> {
    let zone = event::zone(builder);
    let mut count = 0;
    for locale in builder.locales {
        let speaker = builder.speaker(locale);
        let calendars = Calendars {
            builder,
            speaker,
            zone: &zone,
            events: events(builder, revisions, speaker),
        };
        let heads = calendars.heads();
        heads.par_iter().try_for_each(|head| {
            put(&head.feed.path(speaker.tag()), calendars.calendar(head).as_str().into())
        })?;
        count += heads.len();
    }
    Ok(count)
}

fn events<'a>(
    builder: &Builder<'a>,
    revisions: &Revisions<'_>,
    speaker: Speaker<'_>,
) -> BTreeMap<&'a Slug, Written> {
    let directory = builder.index.directory;
    let zone = directory.site.time_zone.name();
    let since = builder.index.today.saturating_sub(12.months());
    let written = |event: &'a Event| {
        let vevent = Vevent::of(event, builder, revisions, speaker)?;
        let order = (vevent.times.starts(), event.entry.slug.clone());
        let in_reach = times::reaches(event, since);
        let (lines, modified) = (vevent.lines(zone), vevent.modified);
        Some((&event.entry.slug, Written { lines, modified, in_reach, order }))
    };
    let events: Vec<&'a Event> = directory.events.values().collect();
    events.into_par_iter().filter_map(written).collect()
}

/// The calendars of one language.
struct Calendars<'a, 'z> {
    builder: &'z Builder<'a>,
    speaker: Speaker<'a>,
    zone: &'z Lines,
    events: BTreeMap<&'a Slug, Written>,
}

impl<'a> Calendars<'a, '_> {
    /// Every calendar, in the order of their addresses' kinds.
    fn heads(&self) -> Vec<Head> {
        let directory = self.builder.index.directory;
        let all = Head {
            feed: Feed::Calendar,
            page: Route::Calendar,
            name: Words { text: self.speaker.t(EntryKind::Event.as_str()), lang: None },
        };
        let entries = directory.entries().map(|entry| Head {
            feed: Feed::CalendarOf(entry.kind, entry.slug.clone()),
            page: Route::Entry(entry.kind, entry.slug.clone()),
            name: self.speaker.name(entry),
        });
        let groups = self.builder.index.groups(self.speaker.lang());
        let themes = groups.used(directory, Part::Themes).map(|(id, _)| Head {
            feed: Feed::CalendarOfTheme(id.clone()),
            page: Route::Term(Part::Themes, id.clone()),
            name: self.speaker.label(Part::Themes, id),
        });
        [all].into_iter().chain(entries).chain(themes).collect()
    }

    /// The events of a calendar, by their beginning.
    fn held(&self, feed: &Feed) -> Vec<&Written> {
        let groups = self.builder.index.groups(self.speaker.lang());
        let of = |items: &[Item<'a>]| -> Vec<&Written> {
            let items = items.iter().filter(|it| matches!(it, Item::Event(_)));
            items.filter_map(|it| self.events.get(&it.entry().slug)).collect()
        };
        let mut events: Vec<&Written> = match feed {
            Feed::CalendarOf(EntryKind::Event, slug) => {
                return self.events.get(slug).into_iter().collect();
            }
            Feed::CalendarOf(EntryKind::Partner, slug) => of(groups.of_partner(slug)),
            Feed::CalendarOf(EntryKind::Space, slug) => of(groups.in_space(slug)),
            Feed::CalendarOfTheme(id) => of(groups.under(Part::Themes, id)),
            Feed::Calendar | Feed::News | Feed::EventNews => self.events.values().collect(),
        };
        events.retain(|event| event.in_reach);
        events.sort_by_key(|event| &event.order);
        events
    }

    fn calendar(&self, head: &Head) -> Lines {
        let events = self.held(&head.feed);
        let tag = self.speaker.tag();
        let base = self.speaker.base;
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", PRODID);
        lines.put("CALSCALE", "GREGORIAN");
        if !matches!(head.feed, Feed::CalendarOf(EntryKind::Event, _)) {
            self.subscription(head, &mut lines);
            if let Some(modified) = events.iter().filter_map(|event| event.modified).max() {
                lines.put("LAST-MODIFIED", utc(modified));
            }
        }
        lines.put("URL", base.absolute(&head.page.path(tag)));
        lines.append(self.zone);
        for event in events {
            lines.append(&event.lines);
        }
        lines.put("END", "VCALENDAR");
        lines
    }

    /// What a calendar is called and how to keep it (RFC 7986 §5), with the older names of the
    /// same that most programs still read.
    fn subscription(&self, head: &Head, lines: &mut Lines) {
        let site = &self.builder.index.directory.site;
        let tag = self.speaker.tag();
        let title = self.speaker.words(&site.title).unwrap_or_default().text;
        let name = format!("{} – {title}", head.name.text);
        let language = head.name.lang.as_deref().unwrap_or(tag);
        lines.text("NAME", language, &name);
        lines.put("X-WR-CALNAME", escaped(&name));
        lines.put("X-WR-TIMEZONE", site.time_zone.name());
        let source = self.speaker.base.absolute(&head.feed.path(tag));
        lines.put("SOURCE;VALUE=URI", source);
        lines.put("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        lines.put("X-PUBLISHED-TTL", REFRESH);
    }
}
