//! When an event takes place, as RFC 5545 says it: DTSTART, DTEND, RRULE, RDATE, EXDATE.
//!
//! In: an event of the directory. Out: [`Times`]. Promise: what a calendar expands from them are
//! the occurrences that the site's own pages list, and no others.
//!
//! Three things differ between the content format and the standard. Days of `except` and `also`
//! are whole days there and moments here. A `starts` that its own rule does not give is no
//! occurrence there, but DTSTART always is one: so DTSTART is the first that the rule gives, which
//! leaves interval and count as they are. And an end includes its day there.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::lines::Lines;
use crate::index;
use crate::model::Event;
use crate::model::value::{Moment, Recurrence};

/// The most times that one day of a rule holds.
const MOST_A_DAY: usize = 24 * 60;

/// When an event takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Times {
    /// The first occurrence.
    starts: Moment,
    /// Its end, exclusive where it is a day; none where the event says none.
    ends: Option<Moment>,
    /// RRULE.
    rule: Option<String>,
    /// RDATE.
    also: Vec<Moment>,
    /// EXDATE.
    except: Vec<Moment>,
}

impl Times {
    /// The times of an event; none where nothing is left of it.
    pub(super) fn of(event: &Event, zone: &TimeZone) -> Option<Self> {
        let stated = event.starts.value;
        let from_rule = event.repeats.as_ref().and_then(|rule| {
            let starts = first(rule, stated)?;
            Some(Self {
                starts,
                ends: ends(event, starts),
                rule: Some(rule.to_ical(starts, zone)),
                also: also(event, rule),
                except: except(event, rule),
            })
        });
        from_rule.or_else(|| {
            let mut moments = match &event.repeats {
                Some(rule) => also(event, rule),
                None => index::dated(event),
            }
            .into_iter();
            let starts = moments.next()?;
            let (ends, also) = (ends(event, starts), moments.collect());
            Some(Self { starts, ends, rule: None, also, except: Vec::new() })
        })
    }

    /// One day, whole.
    #[cfg(test)]
    pub(super) fn day(date: Date) -> Self {
        let ends = Some(Moment::Day(date.saturating_add(1.day())));
        Self { starts: Moment::Day(date), ends, rule: None, also: Vec::new(), except: Vec::new() }
    }

    /// The first occurrence.
    pub(super) fn starts(&self) -> Moment {
        self.starts
    }

    /// Writes the properties, in the zone of that name.
    pub(super) fn write(&self, zone: &str, lines: &mut Lines) {
        let property = |name: &str| match self.starts {
            Moment::Day(_) => format!("{name};VALUE=DATE"),
            Moment::Time(_) => format!("{name};TZID={zone}"),
        };
        lines.put(&property("DTSTART"), basic(self.starts));
        if let Some(ends) = self.ends {
            lines.put(&property("DTEND"), basic(ends));
        }
        if let Some(rule) = &self.rule {
            lines.put("RRULE", rule);
        }
        for (name, moments) in [("RDATE", &self.also), ("EXDATE", &self.except)] {
            if !moments.is_empty() {
                let moments: Vec<String> = moments.iter().copied().map(basic).collect();
                lines.put(&property(name), moments.join(","));
            }
        }
    }
}

/// Whether an event takes place on a day or after it.
pub(super) fn reaches(event: &Event, day: Date) -> bool {
    let lasts = days(event);
    match &event.repeats {
        Some(rule) => {
            let from = day.saturating_sub(lasts.days());
            let window = from..=Date::MAX;
            !rule.expand(event.starts.value, &event.except, &event.also, window, 1).is_empty()
        }
        None => index::dated(event)
            .last()
            .is_some_and(|last| last.date().saturating_add(lasts.days()) >= day),
    }
}

/// How many days after its beginning an occurrence ends.
fn days(event: &Event) -> i32 {
    let ends = event.ends.as_ref().map(|ends| ends.value.date());
    ends.and_then(|ends| event.starts.value.date().until(ends).ok())
        .map_or(0, |span| span.get_days())
}

fn first(rule: &Recurrence, stated: Moment) -> Option<Moment> {
    rule.expand(stated, &[], &[], stated.date()..=Date::MAX, 1).first().copied()
}

/// The end of an occurrence that begins then (RFC 5545 §3.8.2.2: of the same type as DTSTART, and
/// later). A day as the end of a timed event ends with its last second, as UNTIL does.
fn ends(event: &Event, starts: Moment) -> Option<Moment> {
    let last = starts.date().saturating_add(days(event).days());
    match starts {
        Moment::Day(_) => Some(Moment::Day(last.saturating_add(1.day()))),
        Moment::Time(_) => {
            let stated = event.ends.as_ref()?.value;
            let time = stated.time().unwrap_or(Time::constant(23, 59, 59, 0));
            Some(Moment::Time(last.to_datetime(time))).filter(|ends| *ends > starts)
        }
    }
}

/// What a rule gives on a day.
fn on(event: &Event, rule: &Recurrence, day: Date) -> Vec<Moment> {
    rule.expand(event.starts.value, &[], &[], day..=day, MOST_A_DAY)
}

/// Moments of the rule that fall out.
fn except(event: &Event, rule: &Recurrence) -> Vec<Moment> {
    let given = event.except.iter().flat_map(|day| on(event, rule, *day));
    sorted(given.collect())
}

/// Moments that the rule does not give.
fn also(event: &Event, rule: &Recurrence) -> Vec<Moment> {
    let days = event.also.iter().filter(|day| !event.except.contains(day));
    let moments = days.map(|day| event.starts.value.on(*day));
    sorted(moments.filter(|moment| !on(event, rule, moment.date()).contains(moment)).collect())
}

fn sorted(mut moments: Vec<Moment>) -> Vec<Moment> {
    moments.sort_unstable();
    moments.dedup();
    moments
}

/// DATE and DATE-TIME (RFC 5545 §3.3.4, §3.3.5) in the basic format of ISO 8601.
fn basic(moment: Moment) -> String {
    match moment {
        Moment::Day(date) => date.strftime("%Y%m%d").to_string(),
        Moment::Time(time) => time.strftime("%Y%m%dT%H%M%S").to_string(),
    }
}
