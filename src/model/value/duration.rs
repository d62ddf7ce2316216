//! Spans of the calendar, such as how long a fact stays fresh.

use std::fmt;

use jiff::{Span, civil::Date};

use super::text::{ascii_digits, problem};
use crate::diagnostic::{Code, Problem, nearest};

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Seven days.
    Weeks,
    /// Calendar months, of whatever length.
    Months,
    /// Calendar years.
    Years,
}

impl Unit {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Days, "days"),
        (Self::Weeks, "weeks"),
        (Self::Months, "months"),
        (Self::Years, "years"),
    ];

    /// Its name as the content format writes it, in the plural.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(unit, _)| *unit == self).map_or("days", |(_, name)| name)
    }

    /// How many make a century, the longest span there is.
    fn century(self) -> u16 {
        match self {
            Self::Days => 36_500,
            Self::Weeks => 5_200,
            Self::Months => 1_200,
            Self::Years => 100,
        }
    }
}

/// A whole number of days, weeks, months or years: at least one, at most a century.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    count: u16,
    unit: Unit,
}

impl Period {
    /// A period of days, for defaults. None of it is longer than a century.
    pub const fn days(count: u16) -> Self {
        let count = if count > 36_500 { 36_500 } else { count };
        Self { count: if count == 0 { 1 } else { count }, unit: Unit::Days }
    }

    /// Reads `180 days`, `1 year`: a number, a space and a unit, the unit in either number.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        if let Some(period) = strict(written) {
            return Ok(period);
        }
        let problem = problem(Code::DurationInvalid, written)
            .choices("choices", Unit::ALL.map(|(_, name)| name));
        Err(Problem { suggestion: loose(written).map(|period| period.to_string()), ..problem })
    }

    /// How many of the unit.
    pub fn count(self) -> u16 {
        self.count
    }

    /// The unit it counts.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The day that many units after `date`; the last day of the calendar where that is past it.
    pub fn after(self, date: Date) -> Date {
        let count = i64::from(self.count);
        let span = match self.unit {
            Unit::Days => Span::new().try_days(count),
            Unit::Weeks => Span::new().try_weeks(count),
            Unit::Months => Span::new().try_months(count),
            Unit::Years => Span::new().try_years(count),
        };
        span.map_or(date, |span| date.saturating_add(span))
    }
}

/// As it is written: `180 days`, `1 year`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.unit.as_str();
        let name = if self.count == 1 { name.trim_end_matches('s') } else { name };
        write!(f, "{} {name}", self.count)
    }
}

fn period(count: &str, unit: Unit) -> Option<Period> {
    let digits = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    let count =
        count.parse().ok().filter(|count| digits && (1..=unit.century()).contains(count))?;
    Some(Period { count, unit })
}

fn strict(written: &str) -> Option<Period> {
    let (count, word) = written.split_once(' ')?;
    let named = |name: &str| word == name || word == name.trim_end_matches('s');
    let (unit, _) = Unit::ALL.into_iter().find(|(_, name)| named(name))?;
    period(count, unit)
}

/// What a near spelling means: no space, a capital, one letter, Thai; a bare number is of days.
fn loose(written: &str) -> Option<Period> {
    let text = ascii_digits(written.trim()).to_lowercase();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (count, word) = text.split_at(end);
    let unit = match word.trim_matches([' ', '-', '.', '_']) {
        "" | "d" | "day" | "days" | "วัน" => Unit::Days,
        "w" | "wk" | "wks" | "week" | "weeks" | "สัปดาห์" | "อาทิตย์" => {
            Unit::Weeks
        }
        "m" | "mo" | "mth" | "mths" | "month" | "months" | "เดือน" => Unit::Months,
        "y" | "yr" | "yrs" | "year" | "years" | "ปี" => Unit::Years,
        // A fraction is no slip of the hand.
        word if word.contains(|c: char| c.is_ascii_digit()) => return None,
        word => {
            let near = nearest(word, Unit::ALL.map(|(_, name)| name))?;
            Unit::ALL.into_iter().find(|(_, name)| *name == near)?.0
        }
    };
    period(count, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_in_either_number() {
        for (written, shown) in [
            ("180 days", "180 days"),
            ("1 day", "1 day"),
            ("1 years", "1 year"),
            ("2 week", "2 weeks"),
        ] {
            assert_eq!(Period::parse(written).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn near_spellings_are_suggested() {
        for (written, suggestion) in [
            ("180", "180 days"),
            ("180d", "180 days"),
            ("6 เดือน", "6 months"),
            ("๑ ปี", "1 year"),
            ("2  Weeks", "2 weeks"),
            ("1-year", "1 year"),
        ] {
            let problem = Period::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::DurationInvalid);
            assert_eq!(problem.suggestion.as_deref(), Some(suggestion), "{written}");
        }
        for written in [
            "",
            "days",
            "0 days",
            "-1 days",
            "1.5 years",
            "101 years",
            "99999999999 days",
            "a while",
            "6 fortnights",
        ] {
            assert_eq!(Period::parse(written).unwrap_err().suggestion, None, "{written}");
        }
    }

    #[test]
    fn a_period_is_counted_on_the_calendar() {
        let after = |written: &str, date| Period::parse(written).unwrap().after(date);
        assert_eq!(after("180 days", Date::constant(2026, 1, 1)), Date::constant(2026, 6, 30));
        assert_eq!(after("1 month", Date::constant(2026, 1, 31)), Date::constant(2026, 2, 28));
        assert_eq!(after("100 years", Date::MAX), Date::MAX);
        assert_eq!(after("36500 days", Date::constant(9999, 1, 1)), Date::MAX);
    }
}
