//! From a rule to its occurrences.
//!
//! 1. Walk the rule's periods from the one the start falls in, every `INTERVAL`th.
//! 2. Of a period's days keep those that every `BYxxx` part admits; what no part says, the start
//!    says (§3.3.10: "the information is gotten from DTSTART").
//! 3. Put the times of day on each, pick the positions of `BYSETPOS`, drop what is before the
//!    start, and stop at `COUNT`, at `UNTIL`, past the window or at the cap.
//!
//! Where a rule does not count, whole periods before the window are skipped.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time, Weekday};
use jiff::{Span, ToSpan};

use super::{ByDay, Frequency, Recurrence, Until};
use crate::model::value::Moment;

pub(super) fn expand(
    rule: &Recurrence,
    starts: Moment,
    except: &[Date],
    also: &[Date],
    window: RangeInclusive<Date>,
    cap: usize,
) -> Vec<Moment> {
    if window.is_empty() {
        return Vec::new();
    }
    let mut extra: Vec<Moment> = also
        .iter()
        .filter(|date| window.contains(date) && !except.contains(date))
        .map(|date| starts.on(*date))
        .collect();
    let mut found = Series::new(rule, starts, except, &window, cap).walked().found;
    found.append(&mut extra);
    found.sort_unstable();
    found.dedup();
    found.truncate(cap);
    found
}

/// One listing in progress.
struct Series<'r> {
    rule: &'r Recurrence,
    starts: Moment,
    except: &'r [Date],
    window: &'r RangeInclusive<Date>,
    cap: usize,
    /// The times of day of each occurrence, in order; one whole day where the start is one.
    times: Vec<Time>,
    /// What is still to come of `COUNT`.
    left: Option<u32>,
    /// Whether the period at hand has had an occurrence.
    fruitful: bool,
    /// How many periods were looked at.
    periods: u32,
    found: Vec<Moment>,
}

/// Whether to go on.
#[derive(PartialEq)]
enum Go {
    On,
    Stop,
}

impl<'r> Series<'r> {
    fn new(
        rule: &'r Recurrence,
        starts: Moment,
        except: &'r [Date],
        window: &'r RangeInclusive<Date>,
        cap: usize,
    ) -> Self {
        let times = times(rule, starts);
        Self {
            rule,
            starts,
            except,
            window,
            cap,
            times,
            left: rule.count,
            fruitful: false,
            periods: 0,
            found: Vec::new(),
        }
    }

    /// The listing at its end.
    fn walked(mut self) -> Self {
        let last = self.last_day();
        let mut barren = 0;
        let mut period = Some(self.first_period());
        while let Some(first) = period.filter(|first| *first <= last && barren <= self.cycle()) {
            self.fruitful = false;
            self.periods += 1;
            if self.take_period(first) == Go::Stop {
                break;
            }
            barren = if self.fruitful { 0 } else { barren + 1 };
            period = self.step(first, 1);
        }
        self
    }

    /// How many periods it takes until the calendar repeats: 400 years are whole weeks. A rule
    /// that has not come true in as many never will.
    fn cycle(&self) -> u32 {
        match self.rule.frequency {
            Frequency::Daily => 146_097,
            Frequency::Weekly => 20_871,
            Frequency::Monthly => 4_800,
            Frequency::Yearly => 400,
        }
    }

    /// The last day that can hold an occurrence.
    fn last_day(&self) -> Date {
        let until = self.rule.until.map_or(Date::MAX, Until::date);
        until.min(*self.window.end())
    }

    /// The first day of the period to begin with: the start's own, or, where nothing is counted,
    /// one shortly before the window.
    fn first_period(&self) -> Date {
        let start = self.starts.date();
        let first = match self.rule.frequency {
            Frequency::Daily => start,
            Frequency::Weekly => {
                let back = start.weekday().since(self.rule.week_start);
                start.checked_sub(Span::new().days(back)).unwrap_or(Date::MIN)
            }
            Frequency::Monthly => start.first_of_month(),
            Frequency::Yearly => start.first_of_year(),
        };
        let ahead = start.until(*self.window.start()).map_or(0, |span| span.get_days());
        let longest = match self.rule.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        };
        let skipped = i64::from(ahead) / longest / i64::from(self.rule.interval) - 1;
        if self.rule.count.is_some() || skipped <= 0 {
            return first;
        }
        self.step(first, skipped).unwrap_or(first)
    }

    /// The first day of the period that many intervals later; nothing past the year 9999.
    fn step(&self, first: Date, times: i64) -> Option<Date> {
        let units = i64::from(self.rule.interval).checked_mul(times)?;
        let span = match self.rule.frequency {
            Frequency::Daily => Span::new().try_days(units),
            Frequency::Weekly => Span::new().try_weeks(units),
            Frequency::Monthly => Span::new().try_months(units),
            Frequency::Yearly => Span::new().try_years(units),
        };
        first.checked_add(span.ok()?).ok()
    }

    /// Takes the occurrences of the period that begins on this day.
    fn take_period(&mut self, first: Date) -> Go {
        let last = match self.rule.frequency {
            Frequency::Daily => first,
            Frequency::Weekly => first.saturating_add(6.days()),
            Frequency::Monthly => first.last_of_month(),
            Frequency::Yearly => first.last_of_year(),
        };
        let mut days = Vec::new();
        let mut day = first;
        while day <= last {
            if self.admits(day) {
                days.push(day);
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        if self.rule.by_position.is_empty() {
            return self.take_days(&days);
        }
        let per_day = self.times.len();
        for at in positions(&self.rule.by_position, days.len() * per_day) {
            if self.take(days[at / per_day], self.times[at % per_day]) == Go::Stop {
                return Go::Stop;
            }
        }
        Go::On
    }

    /// Takes every time of these days; days that are only counted are counted at once.
    fn take_days(&mut self, days: &[Date]) -> Go {
        for &day in days {
            if day > self.starts.date() && day < *self.window.start() && day < self.last_day() {
                self.fruitful = true;
                let passed = u32::try_from(self.times.len()).unwrap_or(u32::MAX);
                self.left = self.left.map(|left| left.saturating_sub(passed));
                if self.left == Some(0) {
                    return Go::Stop;
                }
                continue;
            }
            for at in 0..self.times.len() {
                if self.take(day, self.times[at]) == Go::Stop {
                    return Go::Stop;
                }
            }
        }
        Go::On
    }

    /// Takes one occurrence, if the series has come to it and has not ended.
    fn take(&mut self, day: Date, time: Time) -> Go {
        let moment = match self.starts {
            Moment::Day(_) => Moment::Day(day),
            Moment::Time(_) => Moment::Time(day.to_datetime(time)),
        };
        if moment < self.starts {
            return Go::On;
        }
        self.fruitful = true;
        let ended = match self.rule.until {
            None => false,
            Some(Until::Time(until)) if !moment.is_day() => moment.start() > until,
            Some(until) => day > until.date(),
        };
        if ended || day > *self.window.end() || self.found.len() >= self.cap {
            return Go::Stop;
        }
        if day >= *self.window.start() && !self.except.contains(&day) {
            self.found.push(moment);
        }
        self.left = self.left.map(|left| left - 1);
        if self.left == Some(0) { Go::Stop } else { Go::On }
    }

    /// Whether every part of the rule admits the day, the start standing in for what none says.
    fn admits(&self, day: Date) -> bool {
        let (rule, start) = (self.rule, self.starts.date());
        let listed =
            |list: &[i8], n: i8, length: i8| list.contains(&n) || list.contains(&(n - length - 1));
        let year_day = |n: i16, length: i16| {
            rule.by_year_day.contains(&n) || rule.by_year_day.contains(&(n - length - 1))
        };
        let silent = rule.by_week.is_empty()
            && rule.by_year_day.is_empty()
            && rule.by_month_day.is_empty()
            && rule.by_day.is_empty();
        let by_default = match rule.frequency {
            Frequency::Weekly if silent => day.weekday() == start.weekday(),
            Frequency::Monthly if silent => day.day() == start.day(),
            Frequency::Yearly if silent => {
                let month = !rule.by_month.is_empty() || day.month() == start.month();
                month && day.day() == start.day()
            }
            Frequency::Yearly if !rule.by_week.is_empty() => {
                let said = rule.by_day.len() + rule.by_month_day.len() + rule.by_year_day.len();
                said > 0 || day.weekday() == start.weekday()
            }
            _ => true,
        };
        by_default
            && (rule.by_month.is_empty() || rule.by_month.contains(&day.month()))
            && (rule.by_month_day.is_empty()
                || listed(&rule.by_month_day, day.day(), day.days_in_month()))
            && (rule.by_year_day.is_empty() || year_day(day.day_of_year(), day.days_in_year()))
            && (rule.by_day.is_empty() || rule.by_day.iter().any(|by| self.is_weekday(day, *by)))
            && (rule.by_week.is_empty() || {
                let (week, weeks) = week_of_year(day, rule.week_start);
                listed(&rule.by_week, week, weeks)
            })
    }

    /// Whether the day is that weekday, and that one of its month or year. Numbers go by month in
    /// a monthly rule and where a yearly one names months.
    fn is_weekday(&self, day: Date, by: ByDay) -> bool {
        if day.weekday() != by.weekday {
            return false;
        }
        let Some(nth) = by.nth else { return true };
        let yearly = self.rule.frequency == Frequency::Yearly && self.rule.by_month.is_empty();
        let (at, length) = if yearly {
            (day.day_of_year(), day.days_in_year())
        } else {
            (i16::from(day.day()), i16::from(day.days_in_month()))
        };
        let number = if nth > 0 { (at - 1) / 7 + 1 } else { -((length - at) / 7 + 1) };
        number == i16::from(nth)
    }
}

/// The times of day: the rule's hours, minutes and seconds, the start's where it names none. A
/// whole day has none (§3.3.10: they "MUST NOT" be said of a date).
fn times(rule: &Recurrence, starts: Moment) -> Vec<Time> {
    let Some(start) = starts.time() else { return vec![Time::midnight()] };
    let or = |list: &[i8], own: i8| if list.is_empty() { vec![own] } else { list.to_vec() };
    let minutes = or(&rule.by_minute, start.minute());
    let seconds = or(&rule.by_second, start.second());
    let mut times = Vec::new();
    for hour in or(&rule.by_hour, start.hour()) {
        for &minute in &minutes {
            times.extend(
                seconds.iter().filter_map(|&second| Time::new(hour, minute, second, 0).ok()),
            );
        }
    }
    times
}

/// The places, from 0 and in order, that `BYSETPOS` picks of so many.
fn positions(picked: &[i16], length: usize) -> Vec<usize> {
    let place = |position: &i16| {
        let from = usize::from(position.unsigned_abs());
        let at = if *position > 0 { from.checked_sub(1) } else { length.checked_sub(from) };
        at.filter(|at| *at < length)
    };
    let mut places: Vec<usize> = picked.iter().filter_map(place).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// The number of the week that the day is in, and how many weeks that week's year has. Weeks
/// begin on `first`; the first week of a year is the one with at least four days of it.
fn week_of_year(day: Date, first: Weekday) -> (i8, i8) {
    // A week belongs to the year of its fourth day.
    let into_week = i16::from(day.weekday().since(first));
    let fourth = day.day_of_year() + 3 - into_week;
    let (of_year, length) = if fourth < 1 {
        let before = day.first_of_year().yesterday().map_or(365, Date::days_in_year);
        (fourth + before, before)
    } else if fourth > day.days_in_year() {
        let after = day.last_of_year().tomorrow().map_or(365, Date::days_in_year);
        (fourth - day.days_in_year(), after)
    } else {
        (fourth, day.days_in_year())
    };
    let week = (of_year - 1) / 7 + 1;
    let weeks = week + (length - of_year) / 7;
    (i8::try_from(week).unwrap_or(0), i8::try_from(weeks).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::parse_moment;

    /// How many periods are looked at, and how many occurrences that gives.
    fn work(rule: &str, starts: &str, window: RangeInclusive<Date>) -> (u32, usize) {
        let (rule, starts) = (Recurrence::parse(rule).unwrap(), parse_moment(starts).unwrap());
        let walked = Series::new(&rule, starts, &[], &window, 1_000_000).walked();
        (walked.periods, walked.found.len())
    }

    /// No longer than the calendar takes to repeat, however far the window reaches.
    #[test]
    fn rules_that_never_come_true_end_after_one_cycle() {
        let always = || Date::constant(0, 1, 1)..=Date::MAX;
        for (rule, most) in [
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 401),
            ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 146_098),
            ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4", 4_801),
            ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300", 4_801),
            ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9;COUNT=999999999", 20_872),
            ("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO", 401),
            ("FREQ=YEARLY;INTERVAL=999999999;BYMONTH=2;BYMONTHDAY=30", 1),
        ] {
            let (periods, found) = work(rule, "0000-02-28", always());
            assert_eq!((found, periods), (0, most), "{rule}");
        }
    }

    /// Eighty-six thousand times a day for nine years are not listed to show one of its days.
    #[test]
    fn what_is_before_the_window_is_skipped() {
        let numbers = |end: u8| (0..end).map(|it| it.to_string()).collect::<Vec<_>>().join(",");
        let (hours, minutes) = (numbers(24), numbers(60));
        let rule = format!("FREQ=DAILY;BYHOUR={hours};BYMINUTE={minutes};BYSECOND={minutes}");
        let (periods, found) =
            work(&rule, "9990-01-01T00:00", Date::constant(9999, 12, 31)..=Date::MAX);
        assert_eq!((periods, found), (2, 86_400));
    }
}
