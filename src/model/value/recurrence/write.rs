//! From a rule to text.

use std::fmt::Display;

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;

use super::parse::{FREQUENCIES, WEEKDAYS};
use super::{ByDay, Recurrence, Until};
use crate::model::value::Moment;

/// The rule, with its end in the spelling given.
pub(super) fn rule(rule: &Recurrence, until: Option<String>) -> String {
    let frequency = FREQUENCIES.iter().find(|(_, frequency)| *frequency == rule.frequency);
    let mut parts = vec![format!("FREQ={}", frequency.map_or("", |(name, _)| name))];
    let mut part = |name: &str, value: Option<String>| {
        parts.extend(value.map(|value| format!("{name}={value}")));
    };
    part("INTERVAL", (rule.interval > 1).then(|| rule.interval.to_string()));
    part("COUNT", rule.count.map(|count| count.to_string()));
    part("UNTIL", until);
    let monday = rule.week_start == jiff::civil::Weekday::Monday;
    part("WKST", (!monday).then(|| weekday(rule.week_start).to_owned()));
    part("BYMONTH", list(&rule.by_month));
    part("BYWEEKNO", list(&rule.by_week));
    part("BYYEARDAY", list(&rule.by_year_day));
    part("BYMONTHDAY", list(&rule.by_month_day));
    part("BYDAY", list(&rule.by_day));
    part("BYHOUR", list(&rule.by_hour));
    part("BYMINUTE", list(&rule.by_minute));
    part("BYSECOND", list(&rule.by_second));
    part("BYSETPOS", list(&rule.by_position));
    parts.join(";")
}

/// The end as the content format writes it.
pub(super) fn local(until: Until) -> String {
    match until {
        Until::Day(date) => date.strftime("%Y%m%d").to_string(),
        Until::Time(moment) => basic(moment),
    }
}

/// The end as iCalendar wants it beside this `DTSTART`.
pub(super) fn ical(until: Until, starts: Moment, zone: &TimeZone) -> String {
    if starts.is_day() {
        return local(Until::Day(until.date()));
    }
    let end = match until {
        Until::Day(date) => date.to_datetime(Time::constant(23, 59, 59, 0)),
        Until::Time(moment) => moment,
    };
    match zone.to_timestamp(end) {
        Ok(instant) => format!("{}Z", basic(TimeZone::UTC.to_datetime(instant))),
        Err(_) => basic(end),
    }
}

fn basic(moment: DateTime) -> String {
    moment.strftime("%Y%m%dT%H%M%S").to_string()
}

fn list<T: Display>(items: &[T]) -> Option<String> {
    let items: Vec<String> = items.iter().map(T::to_string).collect();
    (!items.is_empty()).then(|| items.join(","))
}

fn weekday(day: jiff::civil::Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, weekday)| *weekday == day).map_or("", |(name, _)| name)
}

impl Display for ByDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.nth {
            Some(nth) => write!(f, "{nth}{}", weekday(self.weekday)),
            None => f.write_str(weekday(self.weekday)),
        }
    }
}
