//! From text to a rule, part by part.

use std::ops::RangeInclusive;

use jiff::civil::Weekday;

use super::until::until;
use super::{ByDay, Frequency, Recurrence};
use crate::diagnostic::{Code, Problem, nearest};
use crate::model::value::hours;
use crate::model::value::text::{is_digits, problem, shown};

/// Longest rule that is read, in bytes; every list in it is short in a rule people mean.
const LONGEST: usize = 1_000;

/// The parts of a rule (RFC 5545 §3.3.10), in the order they are written.
pub(super) const PARTS: [&str; 14] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "WKST",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYHOUR",
    "BYMINUTE",
    "BYSECOND",
    "BYSETPOS",
];

/// The weekdays, Monday first.
pub(super) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// The frequencies that are read.
pub(super) const FREQUENCIES: [(&str, Frequency); 4] = [
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];

/// The largest `COUNT` and `INTERVAL`: nine digits.
const LARGEST: i64 = 999_999_999;

/// Why a part is refused. The names are what the message tells apart as `reason`.
pub(super) enum Stop {
    /// A piece that is no `NAME=VALUE`.
    Syntax,
    /// A name the standard does not have.
    UnknownPart,
    /// A part that stands twice.
    Twice,
    /// No `FREQ`.
    MissingFrequency,
    /// A frequency the standard does not have.
    Frequency,
    /// Hourly, minutely or secondly.
    TooOften,
    /// Not a number, or one outside its range.
    Number(i64, i64),
    /// No weekday.
    Weekday,
    /// A part that the rule's frequency excludes.
    Excluded,
    /// Both `COUNT` and `UNTIL`.
    CountAndUntil,
    /// `BYSETPOS` alone.
    Alone,
    /// No date or date-time.
    Until,
    /// More text than any rule needs.
    TooLong,
}

impl Stop {
    fn name(&self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::UnknownPart => "unknown-part",
            Self::Twice => "twice",
            Self::MissingFrequency => "missing-freq",
            Self::Frequency => "frequency",
            Self::TooOften => "too-often",
            Self::Number(..) => "number",
            Self::Weekday => "weekday",
            Self::Excluded => "excluded",
            Self::CountAndUntil => "count-and-until",
            Self::Alone => "alone",
            Self::Until => "until",
            Self::TooLong => "too-long",
        }
    }
}

/// The parts of one text: name and value, in capitals.
pub(super) struct Parts<'w> {
    written: &'w str,
    parts: Vec<(String, String)>,
}

impl Parts<'_> {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.parts.iter().find(|(part, _)| part == name).map(|(_, value)| value.as_str())
    }

    /// A problem in a part: which (`part`), why (`reason`), and what would be right: the bounds
    /// of a number (`min`, `max`) or the words there are (`choices`).
    pub(super) fn refused(&self, part: &str, stop: &Stop) -> Problem {
        let problem = problem(Code::RecurrenceInvalid, self.written)
            .text("part", shown(part))
            .text("reason", stop.name());
        match stop {
            Stop::Number(min, max) => problem.number("min", *min).number("max", *max),
            Stop::UnknownPart => problem.choices("choices", PARTS),
            Stop::Weekday => problem.choices("choices", WEEKDAYS.map(|(name, _)| name)),
            Stop::Frequency | Stop::TooOften => {
                problem.choices("choices", FREQUENCIES.map(|(name, _)| name))
            }
            _ => problem,
        }
    }

    /// The whole rule with one part's value, or name and value, replaced.
    fn with(&self, name: &str, replaced: &(String, String)) -> String {
        let pieces = self.parts.iter().map(|part| {
            let (name, value) = if part.0 == name { replaced } else { part };
            format!("{name}={value}")
        });
        pieces.collect::<Vec<_>>().join(";")
    }

    pub(super) fn with_value(&self, name: &str, value: impl Into<String>) -> String {
        self.with(name, &(name.to_owned(), value.into()))
    }

    /// A list of numbers in a range, 0 excepted where the range runs through it.
    fn numbers(&self, name: &str, range: RangeInclusive<i16>) -> Result<Vec<i16>, Problem> {
        let Some(value) = self.get(name) else { return Ok(Vec::new()) };
        let bounds = Stop::Number((*range.start()).into(), (*range.end()).into());
        let fits = |n: &i16| range.contains(n) && (*n != 0 || *range.start() == 0);
        let number = |item: &str| {
            let unsigned = item.strip_prefix(['+', '-']).unwrap_or(item);
            let signed = unsigned.len() < item.len();
            let shaped = (1..=3).contains(&unsigned.len()) && is_digits(unsigned, unsigned.len());
            item.parse().ok().filter(|n| shaped && fits(n) && (!signed || *range.start() < 0))
        };
        let mut numbers: Vec<i16> = value
            .split(',')
            .map(number)
            .collect::<Option<_>>()
            .ok_or_else(|| self.refused(name, &bounds))?;
        numbers.sort_unstable();
        numbers.dedup();
        Ok(numbers)
    }

    /// The same, of numbers that are small.
    fn small(&self, name: &str, range: RangeInclusive<i16>) -> Result<Vec<i8>, Problem> {
        let numbers = self.numbers(name, range)?;
        Ok(numbers.into_iter().filter_map(|number| i8::try_from(number).ok()).collect())
    }

    /// One whole number of 1 or more.
    fn whole(&self, name: &str) -> Result<Option<u32>, Problem> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let shaped = (1..=9).contains(&value.len()) && is_digits(value, value.len());
        let number = value.parse().ok().filter(|number| shaped && *number > 0);
        number.map(Some).ok_or_else(|| self.refused(name, &Stop::Number(1, LARGEST)))
    }
}

pub(super) fn read(written: &str) -> Result<Recurrence, Problem> {
    let parts = split(written)?;
    let frequency = frequency(&parts)?;
    for (name, allowed) in [
        ("BYWEEKNO", frequency == Frequency::Yearly),
        ("BYYEARDAY", frequency == Frequency::Yearly),
        ("BYMONTHDAY", frequency != Frequency::Weekly),
    ] {
        if !allowed && parts.get(name).is_some() {
            return Err(parts.refused(name, &Stop::Excluded));
        }
    }
    if parts.get("COUNT").is_some() && parts.get("UNTIL").is_some() {
        return Err(parts.refused("COUNT", &Stop::CountAndUntil));
    }
    let others = |(name, _): &(String, String)| name.starts_with("BY") && name != "BYSETPOS";
    if parts.get("BYSETPOS").is_some() && !parts.parts.iter().any(others) {
        return Err(parts.refused("BYSETPOS", &Stop::Alone));
    }
    let week_start = match parts.get("WKST") {
        None => Weekday::Monday,
        Some(name) => weekday(name).ok_or_else(|| parts.refused("WKST", &Stop::Weekday))?,
    };
    Ok(Recurrence {
        frequency,
        interval: parts.whole("INTERVAL")?.unwrap_or(1),
        count: parts.whole("COUNT")?,
        until: until(&parts)?,
        week_start,
        by_month: parts.small("BYMONTH", 1..=12)?,
        by_week: parts.small("BYWEEKNO", -53..=53)?,
        by_year_day: parts.numbers("BYYEARDAY", -366..=366)?,
        by_month_day: parts.small("BYMONTHDAY", -31..=31)?,
        by_day: by_day(&parts, frequency)?,
        by_hour: parts.small("BYHOUR", 0..=23)?,
        by_minute: parts.small("BYMINUTE", 0..=59)?,
        by_second: parts.small("BYSECOND", 0..=59)?,
        by_position: parts.numbers("BYSETPOS", -366..=366)?,
    })
}

/// The text in its parts, none of them twice or unknown.
fn split(written: &str) -> Result<Parts<'_>, Problem> {
    let mut parts = Parts { written, parts: Vec::new() };
    if written.len() > LONGEST {
        return Err(parts.refused("FREQ", &Stop::TooLong));
    }
    let text = written.trim().to_ascii_uppercase();
    let text = text.strip_prefix("RRULE:").unwrap_or(&text);
    for piece in text.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
        let Some((name, value)) = piece.split_once('=') else {
            let suggestion = in_words(written);
            return Err(Problem { suggestion, ..parts.refused(piece, &Stop::Syntax) });
        };
        let value = value.split(',').map(str::trim).collect::<Vec<_>>().join(",");
        parts.parts.push((name.trim().to_owned(), value));
    }
    for (at, (name, value)) in parts.parts.iter().enumerate() {
        if !PARTS.contains(&name.as_str()) {
            let near = nearest(name, PARTS).map(|near| (near.to_owned(), value.clone()));
            let suggestion = near.map(|near| parts.with(name, &near));
            return Err(Problem { suggestion, ..parts.refused(name, &Stop::UnknownPart) });
        }
        if parts.parts[..at].iter().any(|(earlier, _)| earlier == name) {
            return Err(parts.refused(name, &Stop::Twice));
        }
    }
    Ok(parts)
}

/// The rule of a few words: `every Saturday`, `ทุกวันเสาร์`, `weekly`.
fn in_words(written: &str) -> Option<String> {
    let text = written.trim().to_lowercase();
    let frequency = match text.as_str() {
        "daily" | "every day" | "everyday" | "ทุกวัน" => "DAILY",
        "weekly" | "every week" | "ทุกสัปดาห์" => "WEEKLY",
        "monthly" | "every month" | "ทุกเดือน" => "MONTHLY",
        "yearly" | "annually" | "every year" | "ทุกปี" => "YEARLY",
        _ => {
            let days = ["every ", "ทุก"].iter().find_map(|every| text.strip_prefix(every));
            let days = hours::weekdays(days.unwrap_or(&text))?;
            let names: Vec<&str> = days.into_iter().map(|day| WEEKDAYS[day].0).collect();
            return Some(format!("FREQ=WEEKLY;BYDAY={}", names.join(",")));
        }
    };
    Some(format!("FREQ={frequency}"))
}

fn frequency(parts: &Parts<'_>) -> Result<Frequency, Problem> {
    let Some(value) = parts.get("FREQ") else {
        return Err(parts.refused("FREQ", &Stop::MissingFrequency));
    };
    if let Some((_, frequency)) = FREQUENCIES.into_iter().find(|(name, _)| *name == value) {
        return Ok(frequency);
    }
    if matches!(value, "SECONDLY" | "MINUTELY" | "HOURLY") {
        return Err(parts.refused("FREQ", &Stop::TooOften));
    }
    let meant = match value {
        "DAY" | "DAYS" | "EVERYDAY" => Some("DAILY"),
        "WEEK" | "WEEKS" => Some("WEEKLY"),
        "MONTH" | "MONTHS" => Some("MONTHLY"),
        "YEAR" | "YEARS" | "ANNUALLY" => Some("YEARLY"),
        other => nearest(other, FREQUENCIES.map(|(name, _)| name)),
    };
    let suggestion = meant.map(|meant| parts.with_value("FREQ", meant));
    Err(Problem { suggestion, ..parts.refused("FREQ", &Stop::Frequency) })
}

fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS.into_iter().find(|(known, _)| *known == name).map(|(_, weekday)| weekday)
}

/// Weekdays; numbered ones only of months and years, and not together with week numbers.
fn by_day(parts: &Parts<'_>, frequency: Frequency) -> Result<Vec<ByDay>, Problem> {
    let Some(value) = parts.get("BYDAY") else { return Ok(Vec::new()) };
    let numbered = match frequency {
        Frequency::Monthly => 5,
        Frequency::Yearly if parts.get("BYWEEKNO").is_none() => 53,
        _ => 0,
    };
    let mut days: Vec<ByDay> = Vec::new();
    for item in value.split(',') {
        let cut = item.len().saturating_sub(2);
        let (number, name) = item.split_at_checked(cut).unwrap_or(("", ""));
        let Some(weekday) = weekday(name) else {
            let mended: Option<Vec<&str>> = value.split(',').map(near_weekday).collect();
            let suggestion = mended.map(|days| parts.with_value("BYDAY", days.join(",")));
            return Err(Problem { suggestion, ..parts.refused("BYDAY", &Stop::Weekday) });
        };
        let nth = match number.parse::<i8>() {
            _ if number.is_empty() => None,
            Ok(_) if numbered == 0 => return Err(parts.refused("BYDAY", &Stop::Excluded)),
            Ok(nth) if nth != 0 && nth.abs() <= numbered => Some(nth),
            _ => {
                return Err(
                    parts.refused("BYDAY", &Stop::Number((-numbered).into(), numbered.into()))
                );
            }
        };
        let day = ByDay { nth, weekday };
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days.sort_by_key(|day| (day.nth, day.weekday.to_monday_zero_offset()));
    Ok(days)
}

/// A weekday spelled out or in three letters, in two.
fn near_weekday(item: &str) -> Option<&str> {
    let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    let full = days.iter().any(|day| item.len() >= 2 && day.starts_with(item));
    full.then(|| &item[..2])
}
