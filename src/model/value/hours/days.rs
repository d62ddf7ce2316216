//! The editor's map: days to hours.

use super::reading::{Stop, refused};
use super::{DaysError, PairPart, suggest};
use crate::diagnostic::{Code, Problem};
use crate::model::value::text::{ascii_digit, problem};
use crate::model::value::week::{HolidayRule, TimeRange, Week, read_clock};

/// Day names of the map, Monday first.
pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The key of public holidays.
pub(super) const HOLIDAYS: &str = "holidays";

/// Longest key or value, in bytes.
const LONGEST: usize = 500;

/// Slots of a map: the seven days, then the holidays.
const SLOTS: usize = 8;

/// Reads every pair; the first wrong half ends it.
pub(super) fn read(pairs: &[(&str, &str)]) -> Result<Week, DaysError> {
    let mut slots: [Option<Vec<TimeRange>>; SLOTS] = Default::default();
    for (pair, (key, value)) in pairs.iter().enumerate() {
        let wrong = |part| move |problem| DaysError { pair, part, problem };
        let named = read_key(key).map_err(wrong(PairPart::Key))?;
        let ranges = read_value(value).map_err(wrong(PairPart::Value))?;
        for slot in named {
            if slots[slot].replace(ranges.clone()).is_some() {
                let day = DAYS.get(slot).copied().unwrap_or(HOLIDAYS);
                return Err(wrong(PairPart::Key)(refused(key, Stop::DayTwice, day, 1)));
            }
        }
    }
    let [mon, tue, wed, thu, fri, sat, sun, holidays] = slots;
    let holidays = holidays.map_or(HolidayRule::SameAsDay, HolidayRule::Open);
    let days = [mon, tue, wed, thu, fri, sat, sun].map(Option::unwrap_or_default);
    Ok(Week::new(days, holidays))
}

/// The slots a key names: `mon`, `mon-fri`, `sat-mon` (over the week's end), `mon,wed`,
/// `holidays`. One named twice in a key stands twice.
fn read_key(key: &str) -> Result<Vec<usize>, Problem> {
    let unknown = || {
        let choices = DAYS.into_iter().chain(["mon-fri", HOLIDAYS]);
        let suggestion = suggest::key(key).filter(|mended| read_slots(mended).is_some());
        Problem { suggestion, ..problem(Code::HoursDayUnknown, key).choices("choices", choices) }
    };
    if key.len() > LONGEST { Err(unknown()) } else { read_slots(key).ok_or_else(unknown) }
}

fn read_slots(key: &str) -> Option<Vec<usize>> {
    let day = |name: &str| DAYS.iter().position(|day| *day == name.trim());
    let mut slots = Vec::new();
    for part in key.split(',') {
        if part.trim() == HOLIDAYS {
            slots.push(DAYS.len());
        } else if let Some((from, to)) = part.split_once('-') {
            let (from, to) = (day(from)?, day(to)?);
            slots.extend((0..=(to + 7 - from) % 7).map(|step| (from + step) % 7));
        } else {
            slots.push(day(part)?);
        }
    }
    Some(slots)
}

/// The weekdays that people write in any words, 0 for Monday; nothing where there are others.
pub(in crate::model::value) fn weekdays(written: &str) -> Option<Vec<usize>> {
    let days = read_slots(&suggest::key(written)?)?;
    days.iter().all(|day| *day < DAYS.len()).then_some(days)
}

/// The hours of a value: `closed`, or ranges by comma.
fn read_value(value: &str) -> Result<Vec<TimeRange>, Problem> {
    if value.trim() == "closed" {
        return Ok(Vec::new());
    }
    let suggested = |problem: Problem| {
        let suggestion = suggest::value(value)
            .filter(|mended| mended == "closed" || read_ranges(mended).is_ok());
        Problem { suggestion, ..problem }
    };
    if value.len() > LONGEST {
        return Err(refused(value, Stop::TooLong, value, 1));
    }
    read_ranges(value).map_err(|problem| suggested(*problem))
}

fn read_ranges(value: &str) -> Result<Vec<TimeRange>, Box<Problem>> {
    let mut column = 1;
    let mut ranges = Vec::new();
    for part in value.split(',') {
        let stop = |stop| Box::new(refused(value, stop, part.trim(), column + blanks(part)));
        ranges.push(read_range(part).map_err(stop)?);
        column += part.chars().count() + 1;
    }
    Ok(ranges)
}

fn blanks(part: &str) -> usize {
    part.chars().take_while(|c| c.is_whitespace()).count()
}

/// One range; Thai digits, full stops and other hyphens are read as the plain ones.
fn read_range(part: &str) -> Result<TimeRange, Stop> {
    let plain = |c: char| if matches!(c, '\u{2010}'..='\u{2015}') { '-' } else { ascii_digit(c) };
    let plain: String = part.chars().map(plain).collect();
    let clock = |text: &str| {
        let text = text.trim();
        let shaped =
            text.split([':', '.']).all(|n| matches!(n.len(), 1 | 2) && n.parse::<u8>().is_ok());
        read_clock(text).ok_or(if shaped && text.contains([':', '.']) {
            Stop::Time
        } else {
            Stop::Syntax
        })
    };
    let Some((start, end)) = plain.split_once('-') else {
        return Err(clock(&plain).map_or_else(|stop| stop, |_| Stop::NoEnd));
    };
    let (start, end) = (clock(start)?, clock(end)?);
    if start == end {
        return Err(Stop::Empty);
    }
    TimeRange::new(start, end).ok_or(Stop::Time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Argument;
    use crate::model::value::Hours;

    fn rule(pairs: &[(&str, &str)]) -> String {
        Hours::from_days(pairs).unwrap().rule().to_owned()
    }

    #[test]
    fn maps_become_rules() {
        for (pairs, expected) in [
            (
                &[("mon-fri", "08:30-16:30"), ("holidays", "closed")][..],
                "Mo-Fr 08:30-16:30; PH off",
            ),
            (&[("mon, wed", "9:00-12:00, 13.00-16.30")], "Mo,We 09:00-12:00,13:00-16:30"),
            (&[("sat-sun", "10:00-24:00")], "Sa-Su 10:00-24:00"),
            (&[("sun-mon", "22:00-02:00")], "Mo,Su 22:00-02:00"),
            (&[("sun-sat", "๐๘.๓๐–๑๖.๓๐")], "Mo-Su 08:30-16:30"),
            (
                &[("mon-fri", "09:00 - 17:00"), ("sat,holidays", "10:00-12:00")],
                "Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH 10:00-12:00",
            ),
        ] {
            assert_eq!(rule(pairs), expected);
        }
    }

    #[test]
    fn unknown_days_are_suggested_the_known() {
        for (key, suggestion) in [
            ("Monday", Some("mon")),
            ("Mon-Fri", Some("mon-fri")),
            ("Mo-Fr", Some("mon-fri")),
            ("monday-friday", Some("mon-fri")),
            ("จันทร์-ศุกร์", Some("mon-fri")),
            ("จ.-ศ.", Some("mon-fri")),
            ("tues", Some("tue")),
            ("weekdays", Some("mon-fri")),
            ("daily", Some("mon-sun")),
            ("ทุกวัน", Some("mon-sun")),
            ("วันหยุดนักขัตฤกษ์", Some("holidays")),
            ("PH", Some("holidays")),
            ("holiday", Some("holidays")),
            ("mon to fri", Some("mon-fri")),
            ("mon – fri", Some("mon-fri")),
            ("sat & sun", Some("sat,sun")),
            ("noday", None),
            ("", None),
            ("mon,", None),
            ("-", None),
            ("mon-", None),
            ("mon-tue-wed", None),
        ] {
            let error = Hours::from_days(&[("sat", "closed"), (key, "09:00-12:00")]).unwrap_err();
            assert_eq!((error.pair, error.part), (1, PairPart::Key));
            assert_eq!(error.problem.code, Code::HoursDayUnknown);
            assert_eq!(error.problem.suggestion.as_deref(), suggestion, "{key}");
        }
    }

    #[test]
    fn a_day_twice_is_an_error() {
        for pairs in [
            [("mon-fri", "09:00-12:00"), ("fri", "closed")],
            [("holidays", "closed"), ("sun,holidays", "closed")],
            [("tue", "closed"), ("mon,mon", "09:00-12:00")],
        ] {
            let error = Hours::from_days(&pairs).unwrap_err();
            assert_eq!((error.pair, error.part), (1, PairPart::Key));
            assert_eq!(error.problem.code, Code::HoursInvalid);
        }
    }

    #[test]
    fn wrong_hours_are_told_with_their_place_and_the_right_ones() {
        for (value, reason, column, suggestion) in [
            ("09:00-25:00", "time", 1, None),
            ("09:00-12:00, 13:00", "no-end", 14, None),
            ("09:00-09:00", "empty", 1, None),
            ("00:00-00:00", "empty", 1, Some("00:00-24:00")),
            ("08:30-16:30 น.", "syntax", 1, Some("08:30-16:30")),
            ("9-17", "syntax", 1, Some("09:00-17:00")),
            ("ปิด", "syntax", 1, Some("closed")),
            ("off", "syntax", 1, Some("closed")),
            ("24/7", "syntax", 1, Some("00:00-24:00")),
            ("เช้า", "syntax", 1, None),
            ("", "syntax", 1, None),
            ("09:00-12:00,", "syntax", 13, None),
            ("24:00-25:00", "time", 1, None),
        ] {
            let error = Hours::from_days(&[("mon", value)]).unwrap_err();
            assert_eq!(error.part, PairPart::Value);
            let argument =
                |name| error.problem.arguments.iter().find(|a| a.0 == name).unwrap().1.clone();
            assert_eq!(argument("reason"), Argument::Text(reason.to_owned()), "{value}");
            assert_eq!(argument("column"), Argument::Number(column), "{value}");
            assert_eq!(error.problem.suggestion.as_deref(), suggestion, "{value}");
        }
    }
}
