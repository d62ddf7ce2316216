//! Rules that can be said in a sentence.

use jiff::civil::Weekday;

use super::{Frequency, Recurrence};

/// The shape of a simple rule, apart from its interval and its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Each day.
    Daily,
    /// On these days of the week, Monday first; none means the day of the start.
    Weekly(Vec<Weekday>),
    /// On the start's day of the month.
    Monthly,
    /// On this day of the month, 1 to 31.
    MonthlyDay(i8),
    /// On the n-th such day of the month; −1 is the last.
    MonthlyWeekday(i8, Weekday),
    /// On the start's day of the year.
    Yearly,
}

impl Recurrence {
    /// The rule's shape, where it is simple enough to be said.
    pub fn pattern(&self) -> Option<Pattern> {
        let plain = self.by_month.is_empty()
            && self.by_week.is_empty()
            && self.by_year_day.is_empty()
            && self.by_hour.is_empty()
            && self.by_minute.is_empty()
            && self.by_second.is_empty()
            && self.by_position.is_empty();
        if !plain {
            return None;
        }
        match (self.frequency, self.by_day.as_slice(), self.by_month_day.as_slice()) {
            (Frequency::Daily, [], []) => Some(Pattern::Daily),
            (Frequency::Weekly, days, []) if days.iter().all(|day| day.nth.is_none()) => {
                let mut days: Vec<Weekday> = days.iter().map(|day| day.weekday).collect();
                days.sort_by_key(|day| day.to_monday_zero_offset());
                Some(Pattern::Weekly(days))
            }
            (Frequency::Monthly, [], []) => Some(Pattern::Monthly),
            (Frequency::Monthly, [], [day]) if *day > 0 => Some(Pattern::MonthlyDay(*day)),
            (Frequency::Monthly, [day], []) => {
                let number = day.nth.filter(|number| matches!(number, -1 | 1..=5))?;
                Some(Pattern::MonthlyWeekday(number, day.weekday))
            }
            (Frequency::Yearly, [], []) => Some(Pattern::Yearly),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_rules_have_a_pattern_and_others_have_none() {
        let pattern = |rule: &str| Recurrence::parse(rule).unwrap().pattern();
        assert_eq!(pattern("FREQ=DAILY;COUNT=3"), Some(Pattern::Daily));
        assert_eq!(
            pattern("FREQ=WEEKLY;BYDAY=SU,SA"),
            Some(Pattern::Weekly(vec![Weekday::Saturday, Weekday::Sunday]))
        );
        assert_eq!(
            pattern("FREQ=MONTHLY;BYDAY=-1SA"),
            Some(Pattern::MonthlyWeekday(-1, Weekday::Saturday))
        );
        assert_eq!(pattern("FREQ=MONTHLY;BYMONTHDAY=15"), Some(Pattern::MonthlyDay(15)));
        assert_eq!(pattern("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=28"), None);
    }
}
