//! What people write on a door, put into the grammar's words, for suggestions alone.
//!
//! A text is taken apart into days, times and a few words; one word that is not known, and
//! nothing is suggested.

use super::days::{DAYS, HOLIDAYS};
use crate::model::value::text::ascii_digits;
use crate::model::value::week::{self, read_clock};

/// A word of the door sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// A weekday, 0 for Monday.
    Day(usize),
    /// Days from one to another.
    Days(usize, usize),
    /// Public holidays.
    Holidays,
    /// Minutes from midnight.
    Time(u16),
    /// From one to the other.
    To,
    /// And.
    Comma,
    /// The end of a rule.
    Semicolon,
    /// Closed.
    Off,
    /// Around the clock.
    Always,
    /// A word that adds nothing.
    Filler,
}

/// Days as they are written, longest first where one begins another.
const DAY_WORDS: [(&str, usize); 53] = [
    ("monday", 0),
    ("mondays", 0),
    ("mon", 0),
    ("mo", 0),
    ("จันทร์", 0),
    ("จ.", 0),
    ("จ", 0),
    ("tuesday", 1),
    ("tuesdays", 1),
    ("tues", 1),
    ("tue", 1),
    ("tu", 1),
    ("อังคาร", 1),
    ("อ.", 1),
    ("อ", 1),
    ("wednesday", 2),
    ("wednesdays", 2),
    ("weds", 2),
    ("wed", 2),
    ("we", 2),
    ("พุธ", 2),
    ("พ.", 2),
    ("พ", 2),
    ("thursday", 3),
    ("thursdays", 3),
    ("thurs", 3),
    ("thur", 3),
    ("thu", 3),
    ("th", 3),
    ("พฤหัสบดี", 3),
    ("พฤหัสฯ", 3),
    ("พฤหัส", 3),
    ("พฤ.", 3),
    ("พฤ", 3),
    ("friday", 4),
    ("fridays", 4),
    ("fri", 4),
    ("fr", 4),
    ("ศุกร์", 4),
    ("ศ.", 4),
    ("ศ", 4),
    ("saturday", 5),
    ("saturdays", 5),
    ("sat", 5),
    ("sa", 5),
    ("เสาร์", 5),
    ("ส.", 5),
    ("ส", 5),
    ("sunday", 6),
    ("sundays", 6),
    ("sun", 6),
    ("su", 6),
    ("อาทิตย์", 6),
];

/// Everything else a sign says.
const WORDS: [(&str, Token); 42] = [
    ("อา.", Token::Day(6)),
    ("อา", Token::Day(6)),
    ("weekdays", Token::Days(0, 4)),
    ("weekday", Token::Days(0, 4)),
    ("weekends", Token::Days(5, 6)),
    ("weekend", Token::Days(5, 6)),
    ("every day", Token::Days(0, 6)),
    ("everyday", Token::Days(0, 6)),
    ("daily", Token::Days(0, 6)),
    ("ทุกวัน", Token::Days(0, 6)),
    ("public holidays", Token::Holidays),
    ("public holiday", Token::Holidays),
    ("holidays", Token::Holidays),
    ("holiday", Token::Holidays),
    ("ph", Token::Holidays),
    ("วันหยุดนักขัตฤกษ์", Token::Holidays),
    ("วันนักขัตฤกษ์", Token::Holidays),
    ("นักขัตฤกษ์", Token::Holidays),
    ("วันหยุดราชการ", Token::Holidays),
    ("to", Token::To),
    ("until", Token::To),
    ("ถึง", Token::To),
    ("-", Token::To),
    ("\u{2013}", Token::To),
    ("\u{2014}", Token::To),
    (",", Token::Comma),
    ("&", Token::Comma),
    ("and", Token::Comma),
    ("และ", Token::Comma),
    (";", Token::Semicolon),
    ("\n", Token::Semicolon),
    ("closed", Token::Off),
    ("close", Token::Off),
    ("off", Token::Off),
    ("ปิด", Token::Off),
    ("24 hours", Token::Always),
    ("24/7", Token::Always),
    ("24 ชั่วโมง", Token::Always),
    ("เปิด", Token::Filler),
    ("เวลา", Token::Filler),
    ("น.", Token::Filler),
    ("วัน", Token::Filler),
];

/// Text in the grammar.
pub(super) fn text(written: &str) -> Option<String> {
    let tokens = tokens(written)?;
    let mut rules: Vec<String> = Vec::new();
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let (rule, after) = rule(rest)?;
        rules.extend(rule);
        rest = after;
    }
    (!rules.is_empty()).then(|| rules.join("; "))
}

/// A key of the editor's map.
pub(super) fn key(written: &str) -> Option<String> {
    let tokens = tokens(written)?;
    let (days, rest) = days(&tokens, |day| DAYS[day], HOLIDAYS);
    (rest.is_empty() && !days.is_empty()).then_some(days)
}

/// A value of the editor's map.
pub(super) fn value(written: &str) -> Option<String> {
    match tokens(written)?.as_slice() {
        [Token::Off] => Some("closed".to_owned()),
        [Token::Always] => Some("00:00-24:00".to_owned()),
        tokens => {
            let (times, rest) = times(tokens);
            (rest.is_empty() && !times.is_empty()).then(|| times.join(", "))
        }
    }
}

/// One rule from the front, and what follows it. A separator alone is a rule of nothing.
fn rule(tokens: &[Token]) -> Option<(Option<String>, &[Token])> {
    match tokens {
        [Token::Semicolon | Token::Comma, rest @ ..] => return Some((None, rest)),
        [Token::Always, rest @ ..] => return Some((Some("24/7".to_owned()), rest)),
        _ => {}
    }
    let (closed, tokens) = match tokens {
        [Token::Off, rest @ ..] => (true, rest),
        _ => (false, tokens),
    };
    let (days, rest) = days(tokens, |day| week::DAYS[day], "PH");
    if closed {
        return (!days.is_empty()).then(|| (Some(format!("{days} off")), rest));
    }
    if let [Token::Off, rest @ ..] = rest {
        return (!days.is_empty()).then(|| (Some(format!("{days} off")), rest));
    }
    let (times, rest) = times(rest);
    let times = times.join(",");
    (!times.is_empty()).then(|| (Some(format!("{days} {times}").trim().to_owned()), rest))
}

/// The days at the front, in the names of a form, and what follows them.
fn days<'t>(
    tokens: &'t [Token],
    name: impl Fn(usize) -> &'static str,
    holidays: &str,
) -> (String, &'t [Token]) {
    let mut named: Vec<String> = Vec::new();
    let mut rest = tokens;
    loop {
        let from = if named.is_empty() {
            rest
        } else {
            rest.strip_prefix(&[Token::Comma]).unwrap_or(rest)
        };
        let (days, after) = match from {
            [Token::Day(from), Token::To, Token::Day(to), after @ ..]
            | [Token::Days(from, to), after @ ..] => {
                (format!("{}-{}", name(*from), name(*to)), after)
            }
            [Token::Day(day), after @ ..] => (name(*day).to_owned(), after),
            [Token::Holidays, after @ ..] => (holidays.to_owned(), after),
            _ => return (named.join(","), rest),
        };
        named.push(days);
        rest = after;
    }
}

/// The ranges of time at the front, and what follows them.
fn times(tokens: &[Token]) -> (Vec<String>, &[Token]) {
    let mut ranges = Vec::new();
    let mut rest = tokens;
    loop {
        let from = if ranges.is_empty() {
            rest
        } else {
            rest.strip_prefix(&[Token::Comma]).unwrap_or(rest)
        };
        let [Token::Time(start), Token::To, Token::Time(end), after @ ..] = from else {
            return (ranges, rest);
        };
        let end = if (*start, *end) == (0, 0) { 24 * 60 } else { *end };
        let clock = |time: u16| format!("{:02}:{:02}", time / 60, time % 60);
        ranges.push(format!("{}-{}", clock(*start), clock(end)));
        rest = after;
    }
}

/// The sign's words; nothing if one is not known.
fn tokens(written: &str) -> Option<Vec<Token>> {
    let text = ascii_digits(written).to_lowercase();
    let mut rest = text.as_str();
    let mut tokens = Vec::new();
    while let Some(next) = rest.chars().next() {
        if next == ' ' || next == '\u{a0}' || (next == ':' && !tokens.is_empty()) {
            rest = &rest[next.len_utf8()..];
            continue;
        }
        let (token, length) = word(rest).or_else(|| time(rest))?;
        if token != Token::Filler {
            tokens.push(token);
        }
        rest = &rest[length..];
    }
    Some(tokens)
}

/// The longest known word at the front, which no letter may go on with.
fn word(text: &str) -> Option<(Token, usize)> {
    let days = DAY_WORDS.iter().map(|(word, day)| (*word, Token::Day(*day)));
    let (word, token) = days
        .chain(WORDS)
        .filter(|(word, _)| text.starts_with(word))
        .max_by_key(|(word, _)| word.len())?;
    let next = text[word.len()..].chars().next();
    let cut = word.ends_with(|c: char| c.is_ascii_alphabetic())
        && next.is_some_and(|c| c.is_ascii_alphabetic());
    (!cut).then_some((token, word.len()))
}

/// A time at the front: `8.30`, `08:30`, or an hour alone.
fn time(text: &str) -> Option<(Token, usize)> {
    let end =
        text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let written = text[..end].trim_end_matches([':', '.']);
    let hour = written.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{written}:00"));
    let minutes = read_clock(hour.as_deref().unwrap_or(written))?;
    Some((Token::Time(minutes), written.len()))
}
