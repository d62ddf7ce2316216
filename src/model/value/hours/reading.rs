//! From text to the grammar's rules, and from the grammar's errors to places in the text.

use opening_hours_syntax::rules::OpeningHoursExpression;
use opening_hours_syntax::rules::time::Time;
use opening_hours_syntax::{Error, parse};
use pest::error::InputLocation;

use super::suggest;
use crate::diagnostic::{Code, Problem};
use crate::model::value::text::{ascii_digit, problem, shown};
use crate::model::value::week::read_clock;

/// Longest text that is read, in characters.
const LONGEST: usize = 1_000;

/// Why hours cannot be read. The names are what the message tells apart as `reason`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A character where the grammar has none.
    Syntax,
    /// A time that no clock shows.
    Time,
    /// A time without the one it lasts to.
    NoEnd,
    /// A range that ends when it begins.
    Empty,
    /// Years, weeks or numbers from the greater to the less.
    Reversed,
    /// A day that another key has already.
    DayTwice,
    /// A part of the grammar that has no meaning here.
    Unsupported,
    /// More text than any hours need.
    TooLong,
}

impl Stop {
    fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Time => "time",
            Self::NoEnd => "no-end",
            Self::Empty => "empty",
            Self::Reversed => "reversed",
            Self::DayTwice => "day-twice",
            Self::Unsupported => "unsupported",
            Self::TooLong => "too-long",
        }
    }
}

/// The problem: why (`reason`), in which rule or range (`rule`), at which character (`column`).
pub(super) fn refused(written: &str, stop: Stop, rule: &str, column: usize) -> Problem {
    problem(Code::HoursInvalid, written)
        .text("reason", stop.name())
        .text("rule", shown(rule))
        .number("column", column)
}

/// The text as the grammar wants it, and where each byte of it was written.
struct Mended {
    text: String,
    /// The column, from 1, that each byte came from, and one past the last.
    columns: Vec<usize>,
}

/// Makes times and hyphens plain outside comments: `8.30` → `8:30`, Thai digits, other hyphens,
/// runs of white space.
fn mended(written: &str) -> Mended {
    let characters: Vec<char> = written.chars().map(ascii_digit).collect();
    let digit =
        |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(char::is_ascii_digit);
    let mut mended = Mended { text: String::with_capacity(written.len()), columns: Vec::new() };
    let mut quoted = false;
    for (at, (original, &c)) in written.chars().zip(&characters).enumerate() {
        quoted ^= c == '"';
        let plain = match c {
            _ if quoted => original,
            '.' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => ':',
            '\u{2010}'..='\u{2015}' => '-',
            _ if c.is_whitespace() => ' ',
            _ => c,
        };
        let blank =
            plain == ' ' && !quoted && (mended.text.is_empty() || mended.text.ends_with(' '));
        if !blank {
            mended.text.push(plain);
            mended.columns.resize(mended.text.len(), at + 1);
        }
    }
    mended.text.truncate(mended.text.trim_end().len());
    mended.columns.truncate(mended.text.len());
    mended.columns.push(characters.len() + 1);
    mended
}

/// Whether a text is no longer than what is read; `written` is what an editor wrote.
pub(super) fn short_enough(text: &str, written: &str) -> Result<(), Problem> {
    match text.chars().nth(LONGEST) {
        Some(_) => Err(refused(written, Stop::TooLong, written, 1)),
        None => Ok(()),
    }
}

/// Reads a text.
pub(super) fn read(written: &str) -> Result<OpeningHoursExpression, Problem> {
    short_enough(written, written)?;
    let mended = mended(written);
    let (stop, at) = match read_mended(&mended.text) {
        Ok(expression) => return Ok(expression),
        Err(stop) => stop,
    };
    let rule = rule_around(&mended.text, at);
    let column = mended.columns.get(at).or(mended.columns.last()).copied().unwrap_or(1);
    let suggestion = suggest::text(&mended.text)
        .filter(|text| read_mended(text).is_ok())
        .map(|text| super::Hours::parse(&text).map_or(text, |hours| hours.rule));
    Err(Problem { suggestion, ..refused(written, stop, rule, column) })
}

/// The rules, or why and at which byte reading stopped.
fn read_mended(text: &str) -> Result<OpeningHoursExpression, (Stop, usize)> {
    // Two texts that the parser takes for something else than they say.
    if let Some(at) = interval_of_a_day(text) {
        return Err((Stop::Time, at));
    }
    if let Some(at) = reversed_numbers(text) {
        return Err((Stop::Reversed, at));
    }
    let expression = parse(text).map_err(|error| place(&error, text))?;
    for range in expression.rules.iter().flat_map(|rule| &rule.time_selector.spans) {
        if let (Time::Fixed(start), Time::Fixed(end)) = (range.range.start, range.range.end)
            && start == end
        {
            let spelled = format!("{start}-{end}");
            return Err((Stop::Empty, text.find(&spelled).unwrap_or(0)));
        }
    }
    Ok(expression)
}

/// Where the interval of `10:00-16:00/24:00` stands, on which the parser breaks its own rules.
fn interval_of_a_day(text: &str) -> Option<usize> {
    outside_comments(text).find_map(|(_, rest)| {
        let interval = rest.strip_prefix('/')?.trim_start();
        interval.starts_with("24:00").then_some(text.len() - interval.len())
    })
}

/// Where `[3-1]` stands, which the parser would read as "every one".
fn reversed_numbers(text: &str) -> Option<usize> {
    outside_comments(text).find_map(|(at, rest)| {
        let inside = rest.strip_prefix('[')?.split(']').next()?;
        let is_reversed = |part: &str| {
            matches!(part.as_bytes(), [from @ b'1'..=b'5', b'-', to @ b'1'..=b'5'] if from > to)
        };
        inside.split(',').any(is_reversed).then_some(at)
    })
}

/// Every place that is in no comment, with the text from there on.
fn outside_comments(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut quoted = false;
    text.char_indices().filter_map(move |(at, c)| {
        quoted ^= c == '"';
        (!quoted).then_some((at, &text[at..]))
    })
}

/// What the grammar's error says, in our words, and the byte it speaks of.
fn place(error: &Error, text: &str) -> (Stop, usize) {
    match error {
        Error::Syntax(error) => {
            let at = match error.location {
                InputLocation::Pos(at) | InputLocation::Span((at, _)) => at.min(text.len()),
            };
            near_time(text, at).unwrap_or((Stop::Syntax, at))
        }
        Error::InvalidExtendedTime { .. } => (Stop::Time, 0),
        Error::InvertedYearRange { .. } | Error::InvertedWeekRange { .. } => (Stop::Reversed, 0),
        _ => (Stop::Unsupported, 0),
    }
}

/// Whether it was a time that stopped the grammar: one no clock shows, or one without an end.
fn near_time(text: &str, at: usize) -> Option<(Stop, usize)> {
    let of_time = |byte: &u8| byte.is_ascii_digit() || *byte == b':';
    let bytes = text.as_bytes();
    let start = at - bytes[..at].iter().rev().take_while(|byte| of_time(byte)).count();
    let end = at + bytes[at..].iter().take_while(|byte| of_time(byte)).count();
    let time = text.get(start..end).filter(|time| time.contains(':') && time.len() >= 4)?;
    let ends_range = text[..start].trim_end().ends_with('-');
    match read_clock(time) {
        None => Some((Stop::Time, start)),
        Some(_) if at == end && !ends_range => Some((Stop::NoEnd, start)),
        Some(_) => None,
    }
}

/// The rule, between semicolons, that a byte stands in.
fn rule_around(text: &str, at: usize) -> &str {
    let at = at.min(text.len());
    let start = text[..at].rfind(';').map_or(0, |semicolon| semicolon + 1);
    let end = text[at..].find(';').map_or(text.len(), |semicolon| at + semicolon);
    text.get(start..end).unwrap_or(text).trim()
}

/// The rules in their normal spelling; the text itself where that would not read back the same.
pub(super) fn normal(expression: &OpeningHoursExpression, written: &str) -> String {
    let spelled = expression.to_string();
    let same = parse(&spelled).is_ok_and(|again| again == *expression);
    if same { spelled } else { mended(written).text }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::diagnostic::Argument;

    #[test]
    fn errors_say_why_and_where() {
        for (written, reason, column, rule) in [
            ("Mo-Fr 09:00-17:00; Montag 09:00-12:00", "syntax", 22, "Montag 09:00-12:00"),
            ("Mo 25:00-26:00", "time", 4, "Mo 25:00-26:00"),
            ("Mo 09:75-12:00", "time", 4, "Mo 09:75-12:00"),
            ("Mo 09:00", "no-end", 4, "Mo 09:00"),
            ("Mo 09:00; PH off", "no-end", 4, "Mo 09:00"),
            ("Mo 09:00-09:00", "empty", 4, "Mo 09:00-09:00"),
            ("Mo[3-1] 09:00-12:00", "reversed", 3, "Mo[3-1] 09:00-12:00"),
            ("week 9-3 09:00-12:00", "reversed", 1, "week 9-3 09:00-12:00"),
            ("Mo 10:00-16:00/24:00", "time", 16, "Mo 10:00-16:00/24:00"),
            ("Mo 10:00-16:00 /  24:00", "time", 19, "Mo 10:00-16:00 / 24:00"),
            ("  Mo  ๘.๓๐-๑๖.๓๐  โทร", "syntax", 19, "Mo 8:30-16:30 โทร"),
            ("", "syntax", 1, ""),
        ] {
            let problem = read(written).unwrap_err();
            let argument = |name| problem.arguments.iter().find(|a| a.0 == name).unwrap().1.clone();
            assert_eq!(argument("reason"), Argument::Text(reason.to_owned()), "{written}");
            assert_eq!(argument("column"), Argument::Number(column), "{written}");
            assert_eq!(argument("rule"), Argument::Text(rule.to_owned()), "{written}");
        }
    }

    #[test]
    fn what_people_write_is_suggested_in_the_grammar() {
        for (written, suggestion) in [
            ("Mon-Fri 8.30-16.30", "Mo-Fr 08:30-16:30"),
            ("Monday - Friday: 09:00 - 17:00", "Mo-Fr 09:00-17:00"),
            ("จันทร์-ศุกร์ 08.30-16.30 น.", "Mo-Fr 08:30-16:30"),
            (
                "วันจันทร์ถึงวันศุกร์ เวลา 8.30 - 16.30 น. เสาร์ 9.00-12.00 น.",
                "Mo-Fr 08:30-16:30; Sa 09:00-12:00",
            ),
            ("จ.-ศ. 08.30-16.30, ส.-อา. 10.00-18.00", "Mo-Fr 08:30-16:30; Sa-Su 10:00-18:00"),
            ("ทุกวัน 9-17", "Mo-Su 09:00-17:00"),
            ("tue-sun 09:00-16:30, holidays closed", "Tu-Su 09:00-16:30; PH off"),
            ("เปิดทุกวัน 09:00-17:00 ปิดวันจันทร์", "Tu-Su 09:00-17:00"),
            ("00:00-00:00", "24/7"),
            ("24 hours", "24/7"),
        ] {
            let problem = read(written).unwrap_err();
            assert_eq!(problem.suggestion.as_deref(), Some(suggestion), "{written}");
        }
        for written in ["by appointment", "โทรถาม", "Mo-Fr morning", ";", "9", "Mo 25:00-26:00"]
        {
            assert_eq!(read(written).unwrap_err().suggestion, None, "{written}");
        }
    }

    #[test]
    fn a_comment_may_say_what_a_rule_may_not() {
        for written in ["Mo 10:00-16:00 \"7/24:00\"", "Mo 10:00-16:00 \"[3-1]\""] {
            assert!(read(written).is_ok(), "{written}");
        }
    }

    #[test]
    fn numbers_that_no_program_holds_are_refused() {
        for written in [
            "Jan 1 +99999999999999999999 days 10:00-12:00",
            "Mo[1] +99999999999999999999 days 10:00-12:00",
            "PH -99999999999999999999 days",
            "easter +99999999999999999999 days",
            "week 1-53/99999999999999999999 10:00-12:00",
            "2026-2030/99999999999999999999 10:00-12:00",
            "Mo 10:00-12:00/99999999999999999999",
        ] {
            assert!(read(written).is_err(), "{written}");
        }
    }

    #[test]
    fn hostile_texts_end_soon() {
        for pattern in [
            "(",
            "((sunrise+00:",
            "Mo,",
            "Jan 1-",
            "2026 Jan 1,",
            "week 1,",
            "\"",
            "PH,",
            "Mo[1,",
            "1",
            "10:00-12:00,",
            "Mo-Su 00:00-24:00; ",
            "Jan-Feb Mo 10:00-11:00;",
            " ",
            "2000-2400/2,",
            "Jan 1 +Mo +1 day-",
            "easter -1 day-",
            "|| ",
            "week 1-53/2 We 10:00-48:00,Mo ",
        ] {
            let text: String = pattern.chars().cycle().take(LONGEST).collect();
            let before = Instant::now();
            let _ = super::super::Hours::parse(&text);
            assert!(
                before.elapsed() < Duration::from_millis(500),
                "{pattern}: {:?}",
                before.elapsed()
            );
        }
        let problem = read(&"Mo,".repeat(1_000)).unwrap_err();
        assert!(problem.arguments.contains(&("reason", Argument::Text("too-long".to_owned()))));
    }
}
