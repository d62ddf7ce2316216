//! The end of a rule: `UNTIL`.

use std::ops::Range;

use jiff::civil::{Date, Time};

use super::Until;
use super::parse::{Parts, Stop};
use crate::diagnostic::{Code, Problem};
use crate::model::value::spelled_date::{BUDDHIST, BUDDHIST_OFFSET};
use crate::model::value::text::{is_digits, problem};

/// Reads `20270331`, or `20270331T170000` in local time. Every suggestion is the whole rule.
pub(super) fn until(parts: &Parts<'_>) -> Result<Option<Until>, Problem> {
    let Some(value) = parts.get("UNTIL") else { return Ok(None) };
    let plain = value.replace(['-', ':'], "");
    let (day, time) = plain.split_once('T').map_or((plain.as_str(), None), |(d, t)| (d, Some(t)));
    let refused = || parts.refused("UNTIL", &Stop::Until);
    let with = |until: String| parts.with_value("UNTIL", until);
    if !is_digits(day, 8) {
        return Err(refused());
    }
    let date = read_day(value, day).map_err(|dated| match dated {
        None => refused(),
        Some(dated) => Problem { suggestion: dated.suggestion.map(with), ..dated },
    })?;
    let Some(time) = time else {
        let plain = value.len() == 8;
        return if plain {
            Ok(Some(Until::Day(date)))
        } else {
            Err(refused().suggest(with(day.into())))
        };
    };
    if time.ends_with('Z') || time.contains('+') {
        return Err(problem(Code::TimeOffset, value).suggest(with(day.into())));
    }
    let full = if is_digits(time, 4) { format!("{time}00") } else { time.to_owned() };
    let moment = read_time(&full).ok_or_else(refused)?;
    if value.len() != 15 {
        return Err(refused().suggest(with(format!("{day}T{full}"))));
    }
    Ok(Some(Until::Time(date.to_datetime(moment))))
}

/// A date of eight digits, or the problem with it (its suggestion the date alone); nothing where
/// there is no more to say than that it is none.
fn read_day(value: &str, day: &str) -> Result<Date, Option<Problem>> {
    let year: i16 = day[..4].parse().map_err(|_| None)?;
    let month: i8 = day[4..6].parse().map_err(|_| None)?;
    let of_month: i8 = day[6..].parse().map_err(|_| None)?;
    let last = |year| Date::new(year, month, 1).map(Date::last_of_month).ok();
    let basic = |date: Date| date.strftime("%Y%m%d").to_string();
    if BUDDHIST.contains(&year) {
        let common = year - BUDDHIST_OFFSET;
        let dated = problem(Code::DateBuddhist, value)
            .text("year", year.to_string())
            .text("common_year", common.to_string());
        let date = Date::new(common, month, of_month).ok().or_else(|| last(common));
        return Err(Some(Problem { suggestion: date.map(basic), ..dated }));
    }
    Date::new(year, month, of_month).map_err(|_| {
        let last = last(year)?;
        Some(
            problem(Code::DateNonexistent, value)
                .text("year", year.to_string())
                .number("month", month)
                .number("days", last.day())
                .suggest(basic(last)),
        )
    })
}

/// A time of six digits.
fn read_time(text: &str) -> Option<Time> {
    if !is_digits(text, 6) {
        return None;
    }
    let number = |range: Range<usize>| text[range].parse::<i8>().ok();
    Time::new(number(0..2)?, number(2..4)?, number(4..6)?, 0).ok()
}
