//! Recurrence rules: when a series of events takes place.
//!
//! In: a rule of RFC 5545 §3.3.10, of days or longer (nobody teaches every minute). Out: a
//! [`Recurrence`], which lists the occurrences in any window of days. Promise: what recurs is the
//! time on the wall, whatever a zone's clock does; every listing ends, even of a rule without end
//! or one that never comes true; occurrences are in order and none stands twice.

mod expand;
mod parse;
mod pattern;
#[cfg(test)]
mod tests;
mod until;
mod write;

use std::ops::RangeInclusive;

use jiff::civil::{Date, DateTime, Weekday};

use super::date::Moment;
pub use pattern::Pattern;

use crate::diagnostic::Problem;

/// How long a period of the rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// Each day is a period.
    Daily,
    /// Each week is a period; it begins on the rule's `WKST`.
    Weekly,
    /// Each month is a period.
    Monthly,
    /// Each year is a period.
    Yearly,
}

/// The last moment a rule may give, in local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Until {
    /// A day, which is still included.
    Day(Date),
    /// A time of day, which is still included.
    Time(DateTime),
}

/// A weekday of a rule: every one of the period, or the nth from its beginning or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ByDay {
    /// 1 is the first, −1 the last.
    nth: Option<i8>,
    weekday: Weekday,
}

/// A recurrence rule (RFC 5545 §3.3.10) of days, weeks, months or years.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recurrence {
    frequency: Frequency,
    interval: u32,
    count: Option<u32>,
    until: Option<Until>,
    week_start: Weekday,
    by_month: Vec<i8>,
    by_week: Vec<i8>,
    by_year_day: Vec<i16>,
    by_month_day: Vec<i8>,
    by_day: Vec<ByDay>,
    by_hour: Vec<i8>,
    by_minute: Vec<i8>,
    by_second: Vec<i8>,
    by_position: Vec<i16>,
}

impl Recurrence {
    /// Reads a rule, `FREQ=WEEKLY;BYDAY=SA;UNTIL=20270331`; a leading `RRULE:` is dropped. Times
    /// are local: a `UNTIL` with `Z` is refused, and so is one of the Buddhist Era.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        parse::read(written)
    }

    /// How long a period is.
    pub fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// Every how many periods: 1 is each of them.
    pub fn interval(&self) -> u32 {
        self.interval
    }

    /// After how many occurrences it ends, if it says so. The start is the first.
    pub fn count(&self) -> Option<u32> {
        self.count
    }

    /// When it ends, if it says so.
    pub fn until(&self) -> Option<Until> {
        self.until
    }

    /// Lists what takes place on the days of `window`, at most `cap` of it, the earliest first.
    ///
    /// `starts` is the RFC's `DTSTART`: the first occurrence where it matches the rule. Where it
    /// does not, the RFC leaves the outcome undefined; here it is then no occurrence and counts
    /// for nothing (see [`Recurrence::matches`]), and what the rule leaves open is still taken
    /// from it. Days of `except` fall out, without lengthening the series; days of `also` come
    /// in, at the time of `starts`, without counting; a day in both falls out, as in the RFC.
    pub fn expand(
        &self,
        starts: Moment,
        except: &[Date],
        also: &[Date],
        window: RangeInclusive<Date>,
        cap: usize,
    ) -> Vec<Moment> {
        expand::expand(self, starts, except, also, window, cap)
    }

    /// Whether the start is an occurrence of its own rule.
    pub fn matches(&self, starts: Moment) -> bool {
        let day = starts.date();
        expand::expand(self, starts, &[], &[], day..=day, 1).first() == Some(&starts)
    }

    /// The rule in its normal form: parts in one order, lists sorted, defaults left out. `UNTIL`
    /// is local, as it was written.
    pub fn canonical(&self) -> String {
        write::rule(self, self.until.map(write::local))
    }

    /// The rule for an iCalendar file whose `DTSTART` is `starts`, in this zone. The standard
    /// wants `UNTIL` as a date where `DTSTART` is one, and in UTC where it is a time (§3.3.10);
    /// a date-only end then becomes that day's last second.
    pub fn to_ical(&self, starts: Moment, zone: &jiff::tz::TimeZone) -> String {
        write::rule(self, self.until.map(|until| write::ical(until, starts, zone)))
    }
}

impl Until {
    /// The day it falls on.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(moment) => moment.date(),
        }
    }
}

/// The rule in its normal form.
impl std::fmt::Display for Recurrence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.canonical())
    }
}
