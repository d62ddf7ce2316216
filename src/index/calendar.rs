//! When events take place: recurring ones expanded, months from the first event to a year ahead.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::value::{Moment, Slug};
use crate::model::{Directory, Event, EventStatus};

/// The most times that one event is shown.
const MAX_OCCURRENCES: usize = 1_000;

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
    /// Expands every event from its beginning to twelve months after `today`.
    pub fn new(directory: &Directory, today: Date) -> Self {
        let horizon = today.saturating_add(12.months());
        let mut times: Vec<Time> =
            directory.events.values().flat_map(|event| expand(event, horizon)).collect();
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

fn expand(event: &Arc<Event>, horizon: Date) -> Vec<Time> {
    let starts = event.starts.value;
    let first = starts.date();
    // Each occurrence lasts as many days as the first, and ends at the same time of day.
    let ends = event.ends.as_ref().map(|ends| ends.value);
    let days = ends.map_or(0, |ends| first.until(ends.date()).map_or(0, |span| span.get_days()));
    let ends_after =
        |begins: Moment| Some(ends?.on(begins.date().saturating_add(i64::from(days).days())));
    let moments = match &event.repeats {
        Some(rule) => {
            let window = first..=horizon.max(first);
            rule.expand(starts, &event.except, &event.also, window, MAX_OCCURRENCES)
        }
        None => dated(event),
    };
    moments
        .into_iter()
        .map(|begins| Time { event: Arc::clone(event), starts: begins, ends: ends_after(begins) })
        .collect()
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
