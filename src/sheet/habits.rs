//! What spreadsheet programs do to what is typed, undone where the meaning is plain.
//!
//! In: a cell as a file holds it, the shape of its column, and what the entry says now. Out: the
//! text that was meant. Promise: nothing is guessed: a cell that may have lost something is a
//! finding, unless what the entry says now is all that it can have been.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::grid::Cell;
use super::spelling::{fold, items};
use crate::diagnostic::{Code, Problem};
use crate::model::schema::Shape;
use crate::model::value::{Phone, parse_date, parse_moment};

/// Serial numbers of days that a directory may speak of: from 1954 to 2119.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;

/// What a cell comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What the entry says already.
    Same,
    /// Nothing.
    Empty,
    /// This text.
    Text(String),
}

/// Reads a cell. `now` is the text of the cell as it would be exported now.
pub(super) fn meaning(cell: &Cell, shape: Shape, now: Option<&str>) -> Result<Meaning, Problem> {
    let text = text(cell, shape)?;
    let text = if lines_matter(shape) { text.trim().to_owned() } else { fold(&text) };
    match now {
        _ if text.is_empty() => Ok(if now.is_none() { Meaning::Same } else { Meaning::Empty }),
        Some(now) if says_the_same(shape, now, &text) => Ok(Meaning::Same),
        _ => whole(shape, &text).map(|()| Meaning::Text(text)),
    }
}

/// A list's cell may hold an item a line.
fn lines_matter(shape: Shape) -> bool {
    matches!(shape, Shape::List(_))
}

/// What stands in the cell, as text in the manner of the content.
fn text(cell: &Cell, shape: Shape) -> Result<String, Problem> {
    Ok(match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => typed(text, shape),
        Cell::Number(number) if is_day(shape) && SERIALS.contains(number) => moment(*number),
        Cell::Number(number) => number.to_string(),
        Cell::Truth(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        Cell::Moment(serial) => moment(*serial),
        Cell::Broken(shown) => {
            return Err(Problem::new(Code::SheetCellBroken).text("value", shown));
        }
    })
}

/// Text that is the number, the truth or the day of a program that keeps no text for these.
fn typed(text: &str, shape: Shape) -> String {
    let word = text.trim();
    match shape {
        Shape::Bool if word.eq_ignore_ascii_case("true") => "yes".to_owned(),
        Shape::Bool if word.eq_ignore_ascii_case("false") => "no".to_owned(),
        Shape::Word(_) if word == "TRUE" => "yes".to_owned(),
        Shape::Word(_) if word == "FALSE" => "no".to_owned(),
        Shape::Integer(..) => word.strip_suffix(".0").unwrap_or(word).to_owned(),
        _ if is_day(shape) => match word.parse() {
            Ok(serial) if SERIALS.contains(&serial) => moment(serial),
            _ => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}

fn is_day(shape: Shape) -> bool {
    matches!(shape, Shape::Date | Shape::Moment)
}

/// A serial number of days since 1900 as a day, or as a day and a time.
fn moment(serial: f64) -> String {
    let serial = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
    let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    // Fractions of a day do not hold every minute exactly.
    let minutes = u32::from(hour) * 60 + u32::from(minute) + u32::from(second >= 30);
    match (minutes, second, milli) {
        (0, 0, 0) => date,
        _ => format!("{date}T{:02}:{:02}", minutes / 60 % 24, minutes % 60),
    }
}

/// Whether a cell that reads `text` may be one that was exported as `now`.
fn says_the_same(shape: Shape, now: &str, text: &str) -> bool {
    if now == text {
        return true;
    }
    match shape {
        Shape::Bool => truth(now).is_some() && truth(now) == truth(text),
        Shape::Word(_) => matches!((now, text), ("true", "yes") | ("false", "no")),
        Shape::Date | Shape::Moment => is_the_day(now, text),
        Shape::Phone => lost_its_zero(now, text),
        Shape::Amount => amount(now).is_some() && amount(now) == amount(text),
        Shape::List(item) => {
            let (now, text) = (items(now), items(text));
            now.len() == text.len()
                && now.iter().zip(&text).all(|(now, text)| says_the_same(*item, now, text))
        }
        _ => false,
    }
}

fn truth(word: &str) -> Option<bool> {
    match word.to_ascii_lowercase().as_str() {
        "true" | "yes" => Some(true),
        "false" | "no" => Some(false),
        _ => None,
    }
}

fn amount(written: &str) -> Option<f64> {
    written.parse().ok().filter(|amount: &f64| amount.is_finite())
}

/// Whether a date in another spelling holds the very numbers of this one, in whatever order and
/// era: `24/11/2569` and `11/24/2026` for `2026-11-24`.
fn is_the_day(now: &str, text: &str) -> bool {
    let Ok(moment) = parse_moment(now) else { return false };
    if parse_moment(text).is_ok() || parse_date(text).is_ok() {
        return parse_moment(text) == Ok(moment);
    }
    let date = moment.date();
    let time = moment.time().map(|time| [i32::from(time.hour()), i32::from(time.minute())]);
    let year = i32::from(date.year());
    let mut wanted = vec![i32::from(date.month()), i32::from(date.day())];
    wanted.extend(time.into_iter().flatten());
    wanted.sort_unstable();
    let numbers: Option<Vec<i32>> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| run.parse().ok())
        .collect();
    let Some(mut numbers) = numbers else { return false };
    let Some(at) = numbers.iter().position(|number| [year, year + 543].contains(number)) else {
        return false;
    };
    numbers.remove(at);
    // Seconds that nobody typed.
    if time.is_some() && numbers.len() == wanted.len() + 1 && numbers.last() == Some(&0) {
        numbers.pop();
    }
    numbers.sort_unstable();
    numbers == wanted
}

/// Whether a phone number is the one that is known, taken for a number by the program.
fn lost_its_zero(now: &str, text: &str) -> bool {
    let digits: String = now.chars().filter(char::is_ascii_digit).collect();
    text.chars().all(|c| c.is_ascii_digit()) && digits.strip_prefix('0') == Some(text)
}

/// Refuses what has most likely lost its beginning.
fn whole(shape: Shape, text: &str) -> Result<(), Problem> {
    match shape {
        Shape::Phone => {
            let digits = text.chars().all(|c| c.is_ascii_digit());
            let with_zero = format!("0{text}");
            let scientific = text.contains(['e', 'E']) && text.parse::<f64>().is_ok();
            if scientific
                || digits && Phone::parse(text).is_err() && Phone::parse(&with_zero).is_ok()
            {
                let problem = Problem::new(Code::SheetNumberSpoiled).text("value", text);
                return Err(if scientific { problem } else { problem.suggest(with_zero) });
            }
            Ok(())
        }
        Shape::List(item) => items(text).iter().try_for_each(|text| whole(*item, text)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(shape: Shape, cell: &str, now: Option<&str>) -> Result<Meaning, Code> {
        meaning(&Cell::Text(cell.to_owned()), shape, now).map_err(|problem| problem.code)
    }

    fn means(text: &str) -> Meaning {
        Meaning::Text(text.to_owned())
    }

    static PHONE: Shape = Shape::Phone;

    #[test]
    fn days_are_read_from_serials_and_known_in_other_spellings() {
        for spoiled in ["24/11/2569", "11/24/2026", "24/11/2026", "46350", "2026-11-24"] {
            assert_eq!(read(Shape::Date, spoiled, Some("2026-11-24")), Ok(Meaning::Same));
        }
        assert_eq!(read(Shape::Date, "46351", Some("2026-11-24")), Ok(means("2026-11-25")));
        // What is told of it is told by the reader of dates, with the date to write.
        assert_eq!(read(Shape::Date, "25/11/2026", Some("2026-11-24")), Ok(means("25/11/2026")));
        let now = Some("2026-11-24T14:00");
        assert_eq!(read(Shape::Moment, "24/11/2026 14:00:00", now), Ok(Meaning::Same));
        assert_eq!(read(Shape::Moment, "24/11/2026 15:00", now), Ok(means("24/11/2026 15:00")));
        let cell = Cell::Moment(46_350.0 + 14.5 / 24.0);
        let read = meaning(&cell, Shape::Moment, None).unwrap();
        assert_eq!(read, Meaning::Text("2026-11-24T14:30".to_owned()));
    }

    #[test]
    fn a_phone_number_that_lost_its_zero_is_known_or_refused() {
        let lost = Err(Code::SheetNumberSpoiled);
        assert_eq!(read(Shape::Phone, "43222333", Some("043 222 333")), Ok(Meaning::Same));
        assert_eq!(read(Shape::Phone, "43222334", Some("043 222 333")), lost);
        assert_eq!(read(Shape::Phone, "812345678", None), lost);
        assert_eq!(read(Shape::Phone, "6.64322E+10", None), lost);
        assert_eq!(read(Shape::Phone, "1669", None), Ok(means("1669")));
        assert_eq!(read(Shape::List(&PHONE), "043 222 333 | 43222334", None), lost);
        let problem = meaning(&Cell::Number(43_222_334.0), Shape::Phone, None).unwrap_err();
        assert_eq!(problem.suggestion.as_deref(), Some("043222334"));
    }

    #[test]
    fn truth_is_a_yes() {
        assert_eq!(read(Shape::Bool, "TRUE", Some("yes")), Ok(Meaning::Same));
        assert_eq!(read(Shape::Bool, "FALSE", Some("yes")), Ok(means("no")));
        assert_eq!(meaning(&Cell::Truth(true), Shape::Bool, Some("true")), Ok(Meaning::Same));
        assert_eq!(read(Shape::Word(&["yes", "no"]), "TRUE", None), Ok(means("yes")));
    }

    #[test]
    fn nothing_stays_nothing_and_what_was_there_goes() {
        assert_eq!(read(Shape::Line, " ", None), Ok(Meaning::Same));
        assert_eq!(read(Shape::Line, "", Some("ก")), Ok(Meaning::Empty));
        let broken = Cell::Broken("#REF!".to_owned());
        let problem = meaning(&broken, Shape::Line, None).unwrap_err();
        assert_eq!(problem.code, Code::SheetCellBroken);
    }
}
