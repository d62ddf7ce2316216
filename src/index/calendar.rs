//! When events take place: recurring ones expanded, months from the first event to a year ahead.

use std::collections::BTreeMap;

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
pub struct Calendar<'d> {
    /// By beginning, then by slug.
    pub occurrences: Vec<Occurrence<'d>>,
    /// Months in which something takes place, and the current one, with the places of their
    /// occurrences in the list above.
    pub months: BTreeMap<Month, Vec<usize>>,
    /// Places of what has not ended and is not called off, by date.
    coming: Vec<usize>,
    /// The same for each event that has any.
    coming_of: BTreeMap<&'d Slug, Vec<usize>>,
}

impl<'d> Calendar<'d> {
    /// Expands every event from its beginning to twelve months after `today`.
    pub fn new(directory: &'d Directory, today: Date) -> Self {
        let horizon = today.saturating_add(12.months());
        let mut occurrences: Vec<Occurrence<'d>> =
            directory.events.values().flat_map(|event| expand(event, horizon)).collect();
        occurrences.sort_by(|a, b| {
            let key = |it: &Occurrence<'d>| (it.starts.start(), it.event.entry.slug.clone());
            key(a).cmp(&key(b))
        });
        let mut months: BTreeMap<Month, Vec<usize>> = BTreeMap::new();
        months.entry(Month::of(today)).or_default();
        for (place, occurrence) in occurrences.iter().enumerate() {
            for month in months_between(occurrence.first_day(), occurrence.last_day().min(horizon))
            {
                months.entry(month).or_default().push(place);
            }
        }
        let coming: Vec<usize> = (0..occurrences.len())
            .filter(|place| {
                let it = &occurrences[*place];
                it.last_day() >= today && takes_place(it.event.event_status)
            })
            .collect();
        let mut coming_of: BTreeMap<&'d Slug, Vec<usize>> = BTreeMap::new();
        for place in &coming {
            coming_of.entry(&occurrences[*place].event.entry.slug).or_default().push(*place);
        }
        Self { occurrences, months, coming, coming_of }
    }

    /// What has not ended, is not called off, and begins within reach, by date.
    pub fn coming(&self) -> impl Iterator<Item = &Occurrence<'d>> {
        self.coming.iter().map(|place| &self.occurrences[*place])
    }

    /// The times to come of one event, by date.
    pub fn coming_of(&self, slug: &Slug) -> impl Iterator<Item = &Occurrence<'d>> {
        let places = self.coming_of.get(slug).into_iter().flatten();
        places.map(|place| &self.occurrences[*place])
    }

    /// The next time that an event takes place.
    pub fn next(&self, slug: &Slug) -> Option<&Occurrence<'d>> {
        self.coming_of(slug).next()
    }

    /// Events, the coming ones first by their next date, then the past ones, latest first.
    pub(super) fn in_order(&self, directory: &'d Directory) -> Vec<&'d Event> {
        let mut next: BTreeMap<&Slug, &Occurrence<'d>> = BTreeMap::new();
        for occurrence in self.coming() {
            next.entry(&occurrence.event.entry.slug).or_insert(occurrence);
        }
        let mut last: BTreeMap<&Slug, Date> = BTreeMap::new();
        for occurrence in &self.occurrences {
            last.insert(&occurrence.event.entry.slug, occurrence.first_day());
        }
        let (mut coming, mut past): (Vec<&'d Event>, Vec<&'d Event>) =
            directory.events.values().partition(|it| next.contains_key(&it.entry.slug));
        coming.sort_by_key(|it| {
            (next.get(&it.entry.slug).map(|next| next.starts.start()), &it.entry.slug)
        });
        past.sort_by_key(|it| {
            let date = last.get(&it.entry.slug).copied().unwrap_or_else(|| it.starts.value.date());
            (std::cmp::Reverse(date), &it.entry.slug)
        });
        coming.into_iter().chain(past).collect()
    }
}

/// Whether an event of this status is something to go to.
fn takes_place(status: EventStatus) -> bool {
    matches!(status, EventStatus::Scheduled | EventStatus::Rescheduled | EventStatus::Full)
}

fn expand(event: &Event, horizon: Date) -> Vec<Occurrence<'_>> {
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
        .map(|begins| Occurrence { event, starts: begins, ends: ends_after(begins) })
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
