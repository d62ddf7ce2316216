//! When events take place: recurring ones expanded, months from the first event to a year ahead.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

use crate::model::value::{Moment, Recurrence, Slug};
use crate::model::{Directory, Event, EventStatus};

/// The most times to come that one event is shown.
const MOST_COMING: usize = 1_000;
/// The most past times of one event that are shown: every day for a generation. The latest count.
const MOST_PAST: usize = 10_000;
/// How far back a series is looked at, in years: further, somebody mistyped the year.
const LONGEST_PAST: i64 = 100;
/// How many past times are listed at once; more than a daily series of so many years has.
const LISTED: usize = 40_000;

/// One time that an event takes place.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence<'d> {
    /// The event.
    pub event: &'d Event,
    /// When it begins.
    pub starts: Moment,
    /// When it ends.
    pub ends: Option<Moment>,
}

impl Occurrence<'_> {
    /// Its first day.
    pub fn first_day(&self) -> Date {
        self.starts.date()
    }

    /// Its last day.
    pub fn last_day(&self) -> Date {
        self.ends.map_or_else(|| self.starts.date(), Moment::date)
    }
}

/// A month of some year of the Common Era.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month of a day.
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// Its first day; none past the end of the calendar.
    pub fn first_day(self) -> Option<Date> {
        Date::new(self.year, self.month, 1).ok()
    }
}

/// Every occurrence in reach, and the months they fall in.
#[derive(Debug)]
pub struct Calendar {
    /// By beginning, then by slug.
    times: Vec<Time>,
    /// Months in which something takes place, and the current one, with the places of their
    /// occurrences in the list above.
    months: BTreeMap<Month, Vec<usize>>,
    /// Places of what has not ended and is not called off, by date.
    coming: Vec<usize>,
    /// The same for each event that has any.
    coming_of: BTreeMap<Slug, Vec<usize>>,
}

/// An occurrence as it is kept.
#[derive(Debug)]
struct Time {
    event: Arc<Event>,
    starts: Moment,
    ends: Option<Moment>,
}

impl Time {
    fn occurrence(&self) -> Occurrence<'_> {
        Occurrence { event: &self.event, starts: self.starts, ends: self.ends }
    }
}

impl Calendar {
    /// Expands every event from its beginning to twelve months after `today`, and to its next time
    /// where that is later.
    pub fn new(directory: &Directory, today: Date) -> Self {
        let horizon = today.saturating_add(12.months());
        let mut times: Vec<Time> =
            directory.events.values().flat_map(|event| expand(event, today, horizon)).collect();
        times.sort_by(|a, b| {
            let slugs = || a.event.entry.slug.cmp(&b.event.entry.slug);
            a.starts.start().cmp(&b.starts.start()).then_with(slugs)
        });
        let mut months: BTreeMap<Month, Vec<usize>> = BTreeMap::new();
        months.entry(Month::of(today)).or_default();
        for (place, time) in times.iter().enumerate() {
            let it = time.occurrence();
            for month in months_between(it.first_day(), it.last_day().min(horizon)) {
                months.entry(month).or_default().push(place);
            }
        }
        let coming: Vec<usize> = (0..times.len())
            .filter(|place| {
                let it = times[*place].occurrence();
                it.last_day() >= today && takes_place(it.event.event_status)
            })
            .collect();
        let mut coming_of: BTreeMap<Slug, Vec<usize>> = BTreeMap::new();
        for place in &coming {
            let slug = &times[*place].event.entry.slug;
            coming_of.entry(slug.clone()).or_default().push(*place);
        }
        Self { times, months, coming, coming_of }
    }

    /// What has not ended, is not called off, and begins within reach, by date.
    pub fn coming(&self) -> impl Iterator<Item = Occurrence<'_>> {
        self.at(&self.coming)
    }

    /// The times to come of one event, by date.
    pub fn coming_of(&self, slug: &Slug) -> impl Iterator<Item = Occurrence<'_>> {
        self.at(self.coming_of.get(slug).map_or(&[], Vec::as_slice))
    }

    /// The next time that an event takes place.
    pub fn next(&self, slug: &Slug) -> Option<Occurrence<'_>> {
        self.coming_of(slug).next()
    }

    /// Months in which something takes place, and the current one.
    pub fn months(&self) -> impl Iterator<Item = Month> {
        self.months.keys().copied()
    }

    /// What takes place in a month, by date.
    pub fn in_month(&self, month: Month) -> impl Iterator<Item = Occurrence<'_>> {
        self.at(self.months.get(&month).map_or(&[], Vec::as_slice))
    }

    /// How many times something takes place in each month.
    pub(super) fn counts(&self) -> impl Iterator<Item = (Month, usize)> {
        self.months.iter().map(|(month, places)| (*month, places.len()))
    }

    fn at<'c>(&'c self, places: &'c [usize]) -> impl Iterator<Item = Occurrence<'c>> {
        places.iter().map(|place| self.times[*place].occurrence())
    }

    /// Events, the coming ones first by their next date, then the past ones, latest first.
    pub(super) fn in_order(&self, directory: &Directory) -> Vec<Arc<Event>> {
        let mut last: BTreeMap<&Slug, Date> = BTreeMap::new();
        for time in &self.times {
            last.insert(&time.event.entry.slug, time.starts.date());
        }
        let (mut coming, mut past): (Vec<&Arc<Event>>, Vec<&Arc<Event>>) =
            directory.events.values().partition(|it| self.next(&it.entry.slug).is_some());
        coming.sort_by_cached_key(|it| {
            (self.next(&it.entry.slug).map(|next| next.starts.start()), &it.entry.slug)
        });
        past.sort_by_cached_key(|it| {
            let date = last.get(&it.entry.slug).copied().unwrap_or_else(|| it.starts.value.date());
            (std::cmp::Reverse(date), &it.entry.slug)
        });
        coming.into_iter().chain(past).cloned().collect()
    }
}

/// Whether an event of this status is something to go to.
pub(super) fn takes_place(status: EventStatus) -> bool {
    matches!(status, EventStatus::Scheduled | EventStatus::Rescheduled | EventStatus::Full)
}

fn expand(event: &Arc<Event>, today: Date, horizon: Date) -> Vec<Time> {
    let ends = event.ends.as_ref().map(|ends| ends.value);
    let moments = match &event.repeats {
        Some(rule) => recurring(event, rule, today, horizon),
        None => dated(event),
    };
    let time = |starts: Moment| Time {
        event: Arc::clone(event),
        starts,
        ends: ends.map(|ends| end_of(starts, event.starts.value, ends)),
    };
    moments.into_iter().map(time).collect()
}

/// When an occurrence ends: as long after its beginning as the first one does, by the clock on the
/// wall (RFC 5545 §3.8.5.3: "the same exact duration will apply to all the members").
fn end_of(begins: Moment, first: Moment, ends: Moment) -> Moment {
    match (begins, first, ends) {
        (Moment::Time(begins), Moment::Time(first), Moment::Time(ends)) => {
            Moment::Time(begins.saturating_add(ends.duration_since(first)))
        }
        _ => {
            let days = first.date().duration_until(ends.date());
            ends.on(begins.date().saturating_add(days))
        }
    }
}

/// When a series takes place: the latest of its past times, and those to come up to the horizon or,
/// where there are none, the next one.
fn recurring(event: &Event, rule: &Recurrence, today: Date, horizon: Date) -> Vec<Moment> {
    let starts = event.starts.value;
    let list = |from: Date, to: Date, most: usize| {
        rule.expand(starts, &event.except, &event.also, from..=to, most)
    };
    let first = starts.date();
    let lasts = event.ends.as_ref().map(|ends| first.duration_until(ends.value.date()));
    // What began as many days ago as it lasts goes on still.
    let turn = today.saturating_sub(lasts.unwrap_or(SignedDuration::ZERO)).max(first);
    let begin = today.saturating_sub(LONGEST_PAST.years()).max(first);
    let mut moments = match turn.yesterday() {
        Ok(last) => latest(list, begin, last),
        Err(_) => Vec::new(),
    };
    let coming = list(turn, horizon, MOST_COMING);
    if coming.is_empty() {
        moments.extend(list(horizon.max(turn), Date::MAX, 1));
    }
    moments.extend(coming);
    moments
}

/// The latest times of a list that gives the earliest of a span of days.
fn latest(list: impl Fn(Date, Date, usize) -> Vec<Moment>, from: Date, to: Date) -> Vec<Moment> {
    let mut from = from;
    loop {
        let mut found = list(from, to, LISTED);
        let days = from.duration_until(to).as_hours() / 24;
        if found.len() < LISTED || days <= 0 {
            found.drain(..found.len().saturating_sub(MOST_PAST));
            return found;
        }
        from = from.saturating_add(((days + 1) / 2).days());
    }
}

/// When an event without a rule takes place: its beginning and the days named besides, in order.
pub(crate) fn dated(event: &Event) -> Vec<Moment> {
    let starts = event.starts.value;
    let also = event.also.iter().map(|day| starts.on(*day));
    let mut moments: Vec<Moment> = std::iter::once(starts).chain(also).collect();
    moments.sort_by_key(|moment| moment.start());
    moments.dedup();
    moments.retain(|moment| !event.except.contains(&moment.date()));
    moments
}

fn months_between(first: Date, last: Date) -> impl Iterator<Item = Month> {
    let mut next = Some(Month::of(first));
    let end = Month::of(last).max(Month::of(first));
    // An exhibition may fill years; a century of months is the most that anyone pages through.
    std::iter::from_fn(move || {
        let month = next.filter(|month| *month <= end)?;
        next = Some(match month.month {
            12 => Month { year: month.year.saturating_add(1), month: 1 },
            _ => Month { month: month.month + 1, ..month },
        });
        Some(month)
    })
    .take(1_200)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{self, fixture};

    /// The times of an event of these facts, as `begin/end`, and how many of them are to come on
    /// 24 November 2026.
    fn times(facts: &str) -> (Vec<String>, usize) {
        let site = fixture::good_site();
        let facts = format!("name: {{th: ก, en: A}}\nkind: fair\n{facts}\n");
        std::fs::write(site.path().join("content/events/series.yaml"), facts).unwrap();
        let request = fixture::request(site.path());
        let outcome = pipeline::read(&request);
        let project = outcome.project.unwrap_or_else(|| panic!("{:?}", outcome.findings));
        let calendar = Calendar::new(&project.directory, request.today.unwrap());
        let slug: Slug = Slug::parse("series").unwrap();
        let of_series = calendar.times.iter().filter(|time| time.event.entry.slug == slug);
        let said = |time: &Time| match time.ends {
            Some(ends) => format!("{}/{ends}", time.starts),
            None => time.starts.to_string(),
        };
        (of_series.map(said).collect(), calendar.coming_of(&slug).count())
    }

    #[test]
    fn what_takes_place_every_day_for_years_is_not_over() {
        let (all, coming) = times("starts: 2020-01-01T09:00\nrepeats: FREQ=DAILY");
        assert_eq!((all.first().unwrap().as_str(), coming), ("2020-01-01T09:00", 366));
        assert_eq!(all.last().unwrap(), "2027-11-24T09:00");
        assert_eq!(all.len(), 2_519 + 366);
    }

    #[test]
    fn of_a_past_that_is_too_long_the_latest_is_kept() {
        let (all, coming) = times("starts: 1950-01-01\nrepeats: FREQ=DAILY");
        assert_eq!((all.len(), coming), (MOST_PAST + 366, 366));
        assert_eq!(all[MOST_PAST], "2026-11-24");
        let (all, coming) = times("starts: 1900-01-01\nrepeats: FREQ=MONTHLY");
        assert_eq!((all.first().unwrap().as_str(), coming), ("1926-12-01", 12));
        let hours: Vec<String> = (0..24).map(|hour| hour.to_string()).collect();
        let rule = format!("FREQ=DAILY;BYHOUR={}", hours.join(","));
        let (all, coming) = times(&format!("starts: 1950-01-01T00:00\nrepeats: {rule}"));
        assert_eq!((all.len(), coming), (MOST_PAST + MOST_COMING, MOST_COMING));
        assert_eq!(all[MOST_PAST - 1], "2026-11-23T23:00");
        assert_eq!(all[MOST_PAST], "2026-11-24T00:00");
    }

    #[test]
    fn the_next_time_counts_however_far_it_is() {
        let biennial = "starts: 2026-01-10\nends: 2026-01-12\nrepeats: FREQ=YEARLY;INTERVAL=2";
        let (all, coming) = times(biennial);
        assert_eq!(
            (all, coming),
            (vec!["2026-01-10/2026-01-12".into(), "2028-01-10/2028-01-12".into()], 1)
        );
        let (all, coming) = times(&format!("{biennial};COUNT=1"));
        assert_eq!((all.len(), coming), (1, 0));
        let (all, coming) = times("starts: 2030-05-05\nrepeats: FREQ=YEARLY");
        assert_eq!((all, coming), (vec!["2030-05-05".into()], 1));
    }

    #[test]
    fn what_goes_on_is_to_come_and_each_time_lasts_as_long() {
        let (all, coming) =
            times("starts: 2026-10-20\nends: 2026-10-26\nrepeats: FREQ=MONTHLY;COUNT=3");
        let expected = ["2026-10-20/2026-10-26", "2026-11-20/2026-11-26", "2026-12-20/2026-12-26"];
        assert_eq!((all, coming), (expected.map(str::to_owned).to_vec(), 2));
        let (all, _) = times(
            "starts: 2026-11-24T09:00\nends: 2026-11-24T10:30\nrepeats: FREQ=DAILY;BYHOUR=9,23;COUNT=3",
        );
        let expected = [
            "2026-11-24T09:00/2026-11-24T10:30",
            "2026-11-24T23:00/2026-11-25T00:30",
            "2026-11-25T09:00/2026-11-25T10:30",
        ];
        assert_eq!(all, expected);
    }
}
