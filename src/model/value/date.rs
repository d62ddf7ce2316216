//! Dates and local times of ISO 8601 (§5.2.2.1, §5.4.2.1 of 8601-1), Common Era only.

use std::fmt;

use jiff::civil::{Date, DateTime, Time};

use super::spelled_date::{self, BUDDHIST, BUDDHIST_OFFSET};
use super::text::{ascii_digits, is_digits, problem};
use crate::diagnostic::{Code, Problem};

/// A day, or a minute of a day, in the site's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A whole day.
    Day(Date),
    /// A time of day.
    Time(DateTime),
}

impl Moment {
    /// The day it falls on.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(moment) => moment.date(),
        }
    }

    /// The time of day; a whole day has none.
    pub fn time(self) -> Option<Time> {
        match self {
            Self::Day(_) => None,
            Self::Time(moment) => Some(moment.time()),
        }
    }

    /// Whether it is a whole day.
    pub fn is_day(self) -> bool {
        matches!(self, Self::Day(_))
    }

    /// Its first instant: a day begins at midnight.
    pub fn start(self) -> DateTime {
        match self {
            Self::Day(date) => date.to_datetime(Time::midnight()),
            Self::Time(moment) => moment,
        }
    }

    /// The same time of day, or the whole day, on another date.
    #[must_use]
    pub fn on(self, date: Date) -> Self {
        match self {
            Self::Day(_) => Self::Day(date),
            Self::Time(moment) => Self::Time(date.to_datetime(moment.time())),
        }
    }
}

/// By their first instant, a whole day before a time of that day.
impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start(), !self.is_day()).cmp(&(other.start(), !other.is_day()))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// As the content format writes it: `2022-04-28`, `2022-04-28T14:00`, with seconds where there are.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Time(moment) => {
                write!(f, "{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute())?;
                if moment.second() == 0 { Ok(()) } else { write!(f, ":{:02}", moment.second()) }
            }
        }
    }
}

/// Reads a date, `YYYY-MM-DD`. Refuses every other spelling (suggesting this one where the
/// meaning is plain), days that no calendar has, and years of the Buddhist Era (2400–2700).
pub fn parse_date(written: &str) -> Result<Date, Problem> {
    let Some((year, month, day)) = fields(written) else {
        let problem = problem(Code::DateInvalid, written);
        let suggestion = parse_moment_strictly(written)
            .map(Moment::date)
            .or_else(|| spelled_date::read(written))
            .map(|date| date.to_string());
        return Err(Problem { suggestion, ..problem });
    };
    if BUDDHIST.contains(&year) {
        let common = year - BUDDHIST_OFFSET;
        let problem = problem(Code::DateBuddhist, written)
            .text("year", year.to_string())
            .text("common_year", common.to_string());
        let suggestion = clamped(common, month, day).map(|date| date.to_string());
        return Err(Problem { suggestion, ..problem });
    }
    if let Ok(date) = Date::new(year, month, day) {
        return Ok(date);
    }
    let Some(last) = clamped(year, month, day).filter(|_| day > 28) else {
        let swapped = Date::new(year, day, month).ok().map(|date| date.to_string());
        return Err(Problem { suggestion: swapped, ..problem(Code::DateInvalid, written) });
    };
    Err(problem(Code::DateNonexistent, written)
        .text("year", year.to_string())
        .number("month", month)
        .number("days", last.days_in_month())
        .suggest(last.to_string()))
}

/// Reads a date, or a date and a time of day: `2022-04-28T14:00`, seconds optional. Times are
/// local, so an offset from UTC, a `Z` or a zone's name is refused.
pub fn parse_moment(written: &str) -> Result<Moment, Problem> {
    let Some((date, rest)) =
        written.split_at_checked(10).filter(|(date, _)| fields(date).is_some())
    else {
        return parse_date(written).map(Moment::Day).map_err(|problem| spelled(problem, written));
    };
    let time = rest.strip_prefix('T').and_then(read_time);
    let mended = || mend_time(rest);
    let date = match parse_date(date) {
        Ok(date) => date,
        Err(problem) => {
            let whole = |date: String| match (time, mended()) {
                (None, Some(time)) => format!("{date}T{time}"),
                _ => format!("{date}{rest}"),
            };
            let readable = |whole: &String| parse_moment(whole).is_ok();
            let suggestion = problem.suggestion.map(whole).filter(readable);
            return Err(Problem { suggestion, ..problem });
        }
    };
    match time {
        Some(time) => Ok(Moment::Time(date.to_datetime(time))),
        None if rest.is_empty() => Ok(Moment::Day(date)),
        None => {
            let code = if has_offset(rest) { Code::TimeOffset } else { Code::TimeInvalid };
            let midnight = || {
                let next = date.tomorrow().ok().filter(|_| matches!(rest, "T24:00" | "T24:00:00"));
                next.map(|next| format!("{next}T00:00"))
            };
            let suggestion = mended().map(|time| format!("{date}T{time}")).or_else(midnight);
            Err(Problem { suggestion, ..problem(code, written) })
        }
    }
}

/// Year, month and day of `YYYY-MM-DD`, whatever their numbers.
fn fields(text: &str) -> Option<(i16, i8, i8)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = is_digits(year, 4) && is_digits(month, 2) && is_digits(day, 2);
    if !shaped || parts.next().is_some() {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// The date, or the last of its month where the day is past it.
fn clamped(year: i16, month: i8, day: i8) -> Option<Date> {
    let last = Date::new(year, month, 1).ok()?.last_of_month();
    if day > last.day() { Some(last) } else { Date::new(year, month, day).ok() }
}

fn parse_moment_strictly(written: &str) -> Option<Moment> {
    let (date, time) = written.split_once('T')?;
    let (year, month, day) = fields(date)?;
    Some(Moment::Time(Date::new(year, month, day).ok()?.to_datetime(read_time(time)?)))
}

/// A time of day, `HH:MM` or `HH:MM:SS`.
fn read_time(text: &str) -> Option<Time> {
    let mut parts = text.split(':');
    let mut two = |required: bool| match parts.next() {
        Some(part) if is_digits(part, 2) => part.parse().ok(),
        None if !required => Some(0),
        _ => None,
    };
    let (hour, minute, second): (i8, i8, i8) = (two(true)?, two(true)?, two(false)?);
    if parts.next().is_some() {
        return None;
    }
    Time::new(hour, minute, second, 0).ok()
}

/// Whether what follows the date speaks of a zone.
fn has_offset(rest: &str) -> bool {
    let time = rest.trim_start_matches([' ', 'T', 't']);
    time.ends_with(['Z', 'z', ']']) || time.contains(['+', '-', '−'])
}

/// The time of day that a loose spelling means, as the format writes it: a space or `t` for the
/// `T`, `8.30`, one digit for the hour, fractions of a second, a zone, `น.`.
fn mend_time(rest: &str) -> Option<String> {
    let text = ascii_digits(rest);
    let text =
        text.trim_start_matches([' ', 'T', 't', ',']).trim_start_matches("เวลา").trim_start();
    let end = text.find(['Z', 'z', '+', '-', '−', '[']).unwrap_or(text.len());
    let text = text[..end].trim_end().trim_end_matches("น.").trim_end();
    let fields: Vec<&str> = text.split([':', '.']).collect();
    let (hour, minute, second) = match *fields.as_slice() {
        [hour, minute] => (hour, minute, ""),
        [hour, minute, second] | [hour, minute, second, _] => (hour, minute, second),
        _ => return None,
    };
    let padded = format!("{hour:0>2}:{minute}{}{second}", if second.is_empty() { "" } else { ":" });
    read_time(&padded).map(|_| padded)
}

/// Completes the suggestion for a free spelling that ends in a time of day.
fn spelled(problem: Problem, written: &str) -> Problem {
    if problem.suggestion.is_some() || problem.code != Code::DateInvalid {
        return problem;
    }
    let text = written.trim_end().trim_end_matches("น.").trim_end();
    let suggestion = text.rsplit_once([' ', 'T']).and_then(|(date, time)| {
        let date = date.trim_end().trim_end_matches("เวลา").trim_end_matches([' ', ',']);
        Some(format!("{}T{}", spelled_date::read(date)?, mend_time(time)?))
    });
    Problem { suggestion, ..problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(written: &str) -> (Code, Option<String>) {
        let problem = parse_moment(written).unwrap_err();
        (problem.code, problem.suggestion)
    }

    fn suggests(written: &str, code: Code, suggestion: &str) {
        assert_eq!(refused(written), (code, Some(suggestion.to_owned())), "{written}");
    }

    #[test]
    fn dates_and_times_are_read() {
        assert_eq!(parse_date("2022-04-28").unwrap(), Date::constant(2022, 4, 28));
        assert_eq!(parse_date("2024-02-29").unwrap(), Date::constant(2024, 2, 29));
        for written in ["2022-04-28", "2022-04-28T14:00", "2022-04-28T23:59:59", "2022-04-28T00:00"]
        {
            assert_eq!(parse_moment(written).unwrap().to_string(), written);
        }
        assert_eq!(parse_moment("2022-04-28T14:00:00").unwrap().to_string(), "2022-04-28T14:00");
    }

    #[test]
    fn years_of_the_buddhist_era_are_told_their_common_year() {
        suggests("2565-04-28", Code::DateBuddhist, "2022-04-28");
        suggests("2565-04-28T14:00", Code::DateBuddhist, "2022-04-28T14:00");
        suggests("2565-04-28T9.30", Code::DateBuddhist, "2022-04-28T09:30");
        suggests("2569-02-29", Code::DateBuddhist, "2026-02-28");
        suggests("2400-01-01", Code::DateBuddhist, "1857-01-01");
        suggests("2700-12-31", Code::DateBuddhist, "2157-12-31");
        assert_eq!(refused("2565-13-01").1, None);
        assert!(parse_date("2399-12-31").is_ok() && parse_date("2701-01-01").is_ok());
    }

    #[test]
    fn a_day_past_its_month_gets_the_last_one() {
        suggests("2026-02-31", Code::DateNonexistent, "2026-02-28");
        suggests("2026-02-29T10:00", Code::DateNonexistent, "2026-02-28T10:00");
        suggests("2026-04-99", Code::DateNonexistent, "2026-04-30");
        suggests("2026-28-04", Code::DateInvalid, "2026-04-28");
        assert_eq!(refused("2026-00-10"), (Code::DateInvalid, None));
        assert_eq!(refused("2026-04-00"), (Code::DateInvalid, None));
        let problem = parse_date("2026-02-31").unwrap_err();
        assert!(problem.arguments.contains(&("days", crate::diagnostic::Argument::Number(28))));
    }

    #[test]
    fn free_spellings_get_the_iso_one() {
        suggests("28/04/2565", Code::DateInvalid, "2022-04-28");
        suggests("28 เม.ย. 2565", Code::DateInvalid, "2022-04-28");
        suggests("28 เม.ย. 2565 เวลา 14.00 น.", Code::DateInvalid, "2022-04-28T14:00");
        suggests("28/4/2022 9:30", Code::DateInvalid, "2022-04-28T09:30");
        suggests("2022-4-28", Code::DateInvalid, "2022-04-28");
        let of_date = parse_date("2022-04-28T14:00").unwrap_err();
        assert_eq!(of_date.suggestion.as_deref(), Some("2022-04-28"));
        for written in ["31/02/2569", "", "soon", "ก", "2022-04", "T", "0", "-", "2022-04-2é"] {
            assert_eq!(refused(written), (Code::DateInvalid, None), "{written}");
        }
    }

    #[test]
    fn times_are_strict_and_local() {
        suggests("2022-04-28 14:00", Code::TimeInvalid, "2022-04-28T14:00");
        suggests("2022-04-28t14:00", Code::TimeInvalid, "2022-04-28T14:00");
        suggests("2022-04-28T9:00", Code::TimeInvalid, "2022-04-28T09:00");
        suggests("2022-04-28T14.30 น.", Code::TimeInvalid, "2022-04-28T14:30");
        suggests("2022-04-28T14:00:05.250", Code::TimeInvalid, "2022-04-28T14:00:05");
        suggests("2022-04-28T24:00", Code::TimeInvalid, "2022-04-29T00:00");
        for written in [
            "2022-04-28T14:00Z",
            "2022-04-28T14:00+07:00",
            "2022-04-28 14:00+0700",
            "2022-04-28T14:00[Asia/Bangkok]",
            "2022-04-28T14:00+07:00[Asia/Bangkok]",
        ] {
            suggests(written, Code::TimeOffset, "2022-04-28T14:00");
        }
        for written in ["2022-04-28T25:00", "2022-04-28T14:60", "2022-04-28T", "2022-04-28Tnoon"] {
            assert_eq!(refused(written), (Code::TimeInvalid, None), "{written}");
        }
    }

    #[test]
    fn the_first_and_the_last_year_are_just_years() {
        assert!(parse_moment("0000-01-01T00:00").is_ok());
        assert!(parse_moment("9999-12-31T23:59:59").is_ok());
        assert_eq!(refused("9999-12-31T24:00"), (Code::TimeInvalid, None));
        suggests("0000-02-30", Code::DateNonexistent, "0000-02-29");
    }

    #[test]
    fn a_day_sorts_before_its_times() {
        let mut moments = ["2022-04-29", "2022-04-28T00:00", "2022-04-28", "2022-04-28T09:00"]
            .map(|written| parse_moment(written).unwrap());
        moments.sort();
        let sorted = moments.map(|moment| moment.to_string());
        assert_eq!(sorted, ["2022-04-28", "2022-04-28T00:00", "2022-04-28T09:00", "2022-04-29"]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(written in "\\PC{0,40}") {
            let _ = parse_moment(&written);
        }

        #[test]
        fn what_looks_like_a_date_does_not_panic(
            date in "[0-9]{4}-[0-9]{2}-[0-9]{2}", rest in "[T ]?[0-9]{0,2}[:.]?[0-9]{0,2}[Z+]?",
        ) {
            let written = format!("{date}{rest}");
            if let Err(problem) = parse_moment(&written)
                && let Some(suggestion) = problem.suggestion {
                proptest::prop_assert!(parse_moment(&suggestion).is_ok());
            }
        }
    }
}
