//! Golden calendars of one event of every shape, and lines of any text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendarComponentType, ICalendarProperty};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

use super::event::Vevent;
use super::lines::{Lines, quoted};
use crate::export::tests::read_calendar;
use crate::index;
use crate::output::MemoryTree;
use crate::page::view::Words;
use crate::pipeline::{self, Request};
use crate::tree::{Project, Tree};

/// The site of `tests/fixtures/events`, built on a day.
fn built(today: Date) -> BTreeMap<String, Vec<u8>> {
    let tree = MemoryTree::default();
    Tree::new(read(today)).unwrap().write(&tree, &|_, _| {}).unwrap();
    tree.into_files()
}

fn read(today: Date) -> Project {
    let outcome = pipeline::read(&Request {
        root: Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/events"),
        base_url: None,
        today: Some(today),
        now: Timestamp::UNIX_EPOCH,
        drafts: false,
        cache: crate::cache::Cache::off(),
        without: Vec::new(),
        history: false,
    });
    outcome.project.unwrap_or_else(|| panic!("{:?}", outcome.findings))
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

/// The logical lines of a calendar, after holding every physical one to the standard.
fn unfolded(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n"));
    let mut logical: Vec<String> = Vec::new();
    for line in calendar.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
        match (line.strip_prefix(' '), logical.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => logical.push(line.to_owned()),
        }
    }
    logical
}

/// The text of a value, read back (RFC 5545 §3.3.11).
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => text.push(escaped),
                other => panic!("a stray backslash before {other:?}"),
            },
            ',' | ';' => panic!("a bare separator in {value:?}"),
            other => text.push(other),
        }
    }
    text
}

const DAY: Date = date(2026, 11, 24);

#[test]
fn each_shape_of_event_is_as_it_was() {
    let files = built(DAY);
    for (slug, tag) in [
        ("timed", "th"),
        ("timed", "en"),
        ("all-day", "en"),
        ("multi-day", "th"),
        ("overnight", "en"),
        ("until-evening", "en"),
        ("weekly", "en"),
        ("monthly", "en"),
        ("twice-a-day", "en"),
        ("endless", "en"),
        ("named-days", "en"),
        ("cancelled", "en"),
        ("postponed", "en"),
        ("only-thai", "en"),
    ] {
        let calendar = text(&files, &format!("{tag}/events/{slug}/event.ics"));
        unfolded(&calendar);
        insta::assert_snapshot!(format!("{slug}-{tag}"), calendar.replace("\r\n", "\n"));
    }
}

#[test]
fn a_calendar_holds_the_last_twelve_months_and_all_to_come() {
    let files = built(DAY);
    let calendar = unfolded(&text(&files, "en/events.ics"));
    let uids: Vec<&str> = calendar.iter().filter_map(|line| line.strip_prefix("UID:")).collect();
    assert_eq!(uids.first(), Some(&"events/endless@events.city.example"));
    assert!(uids.contains(&"events/last-spring@events.city.example"));
    assert!(!uids.contains(&"events/long-ago@events.city.example"));
    assert!(files.contains_key("en/events/long-ago/event.ics"));
    let of_theme = text(&files, "th/themes/literacy/events.ics");
    assert_eq!(of_theme.matches("BEGIN:VEVENT").count(), 2);
    let of_space = text(&files, "th/spaces/library/events.ics");
    assert_eq!(of_space.matches("BEGIN:VEVENT").count(), 4);
}

#[test]
fn what_has_no_events_yet_can_be_subscribed_to() {
    let files = built(DAY);
    let calendar = text(&files, "en/partners/quiet/events.ics");
    unfolded(&calendar);
    insta::assert_snapshot!("no-events", calendar.replace("\r\n", "\n"));
}

#[test]
fn another_day_changes_no_event() {
    let (today, later) = (built(DAY), built(date(2026, 12, 24)));
    let is_calendar = |path: &str| path.rsplit('.').next() == Some("ics");
    for (path, bytes) in today.iter().filter(|(path, _)| is_calendar(path)) {
        assert_eq!(Some(bytes), later.get(path), "{path}");
    }
    let feed = "en/events/feed.xml";
    assert_eq!(text(&today, feed).matches("<entry>").count(), 15);
}

/// When each event begins, in local time, for a year from the day of the build.
type Beginnings = BTreeSet<(String, String)>;

fn expanded_by_a_server(calendar: &str, reach: RangeInclusive<Date>) -> Beginnings {
    let calendar = read_calendar(calendar);
    let expanded = calendar.expand_dates(Tz::Floating, 10_000);
    assert_eq!(expanded.errors, []);
    let times = expanded.events.iter().filter_map(|time| {
        let event = &calendar.components[time.comp_id as usize];
        let uid = event.uid().filter(|_| event.component_type == ICalendarComponentType::VEvent)?;
        let starts = time.start.naive_local().to_string();
        let day: Date = starts.get(..10)?.parse().ok()?;
        let slug = uid.trim_start_matches("events/").split('@').next().unwrap();
        reach.contains(&day).then(|| (slug.to_owned(), starts))
    });
    times.collect()
}

#[test]
fn the_reader_of_a_server_expands_what_the_site_shows() {
    let project = read(DAY);
    let shown = index::Calendar::new(&project.directory, DAY);
    let reach = DAY.saturating_sub(11.months())..=DAY.saturating_add(11.months());
    let times = shown.months().flat_map(|month| shown.in_month(month));
    let times: Beginnings = times
        .filter(|time| reach.contains(&time.first_day()))
        .map(|time| {
            let starts = time.starts.start().strftime("%F %T").to_string();
            (time.event.entry.slug.to_string(), starts)
        })
        .collect();
    assert!(times.len() >= 50, "{}", times.len());
    let files = built(DAY);
    for tag in ["th", "en"] {
        let calendar = text(&files, &format!("{tag}/events.ics"));
        assert_eq!(expanded_by_a_server(&calendar, reach.clone()), times);
    }
    let calendar = read_calendar(&text(&files, "en/events.ics"));
    let cancelled = calendar.components.iter().filter(|event| {
        event.property(&ICalendarProperty::Status).and_then(|it| it.values[0].as_text())
            == Some("CANCELLED")
    });
    assert_eq!(cancelled.count(), 2);
}

fn any_text() -> impl Strategy<Value = String> {
    let thai = prop::collection::vec(prop::char::range('\u{e01}', '\u{e5b}'), 0..80);
    prop_oneof![
        any::<String>(),
        thai.prop_map(String::from_iter),
        "([a-z,;:\"^\\\\\r\n\t\u{0}\u{b}\u{7f}\u{85}\u{2028}]|🧵|👩\u{200d}🏫|กำ){0,60}",
    ]
}

proptest! {
    #[test]
    fn any_text_keeps_to_its_line(name in any_text(), summary in any_text(), place in any_text()) {
        let vevent = Vevent {
            uid: "events/x@city.example".to_owned(),
            stamp: Timestamp::UNIX_EPOCH,
            modified: None,
            sequence: 0,
            times: super::times::Times::day(DAY),
            language: "th".to_owned(),
            summary: Words { text: name.clone(), lang: Some("en".to_owned()) },
            description: Words { text: summary.clone(), lang: None },
            location: Some(place.clone()),
            geo: None,
            url: "https://city.example/".to_owned(),
            categories: vec![name.clone(), summary.clone()],
            organizer: Some((Some(place.clone()), "mailto:a@city.example".to_owned())),
            conference: None,
            cancelled: false,
        };
        let lines = unfolded(vevent.lines("Asia/Bangkok").as_str());
        prop_assert_eq!(lines.len(), 14, "{:?}", lines);
        let plain = |text: &str| {
            let text = text.replace("\r\n", "\n");
            let lines = text.replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
            lines.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "")
        };
        for (property, written) in [
            ("SUMMARY;LANGUAGE=en:", &name),
            ("DESCRIPTION;LANGUAGE=th:", &summary),
            ("LOCATION;LANGUAGE=th:", &place),
        ] {
            let value = lines.iter().find_map(|line| line.strip_prefix(property)).unwrap();
            prop_assert_eq!(unescaped(value), plain(written));
        }
        let organizer = lines.iter().find(|line| line.starts_with("ORGANIZER")).unwrap();
        prop_assert_eq!(organizer.matches('"').count(), 2, "{}", organizer);
        prop_assert!(organizer.ends_with("\":mailto:a@city.example"));
    }

    #[test]
    fn a_line_is_folded_between_characters(value in any_text()) {
        let mut lines = Lines::default();
        lines.put("ORGANIZER;CN", quoted(&value));
        prop_assert_eq!(unfolded(lines.as_str()).len(), 1);
    }
}
