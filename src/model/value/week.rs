//! A week's table of opening hours, and how holidays change it.

use std::fmt;

use super::text::is_digits;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Day names of the OpenStreetMap grammar, Monday first.
pub(super) const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// A stretch of one day, in minutes from its midnight. It may run on past the next midnight, but
/// is never longer than 24 hours and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeRange {
    start: u16,
    end: u16,
}

impl TimeRange {
    /// From `start` (0–1439) up to `end` (1–2880), both in minutes from the day's midnight. An
    /// `end` before `start` is of the next day; an empty range and one of over 24 hours is none.
    pub fn new(start: u16, end: u16) -> Option<Self> {
        let end = if end < start { end + DAY } else { end };
        (start < DAY && end > start && end - start <= DAY).then_some(Self { start, end })
    }

    /// When it opens, in minutes from midnight: 0–1439.
    pub fn start(self) -> u16 {
        self.start
    }

    /// When it closes, in minutes from the midnight it opened after: over 1440 is the next day.
    pub fn end(self) -> u16 {
        self.end
    }

    /// Whether it closes on the next day.
    pub fn past_midnight(self) -> bool {
        self.end > DAY
    }

    /// Opening time as hour (0–23) and minute.
    pub fn opens(self) -> (u8, u8) {
        clock(self.start)
    }

    /// Closing time as hour (0–24) and minute; 24:00 is the end of the day, an earlier hour than
    /// the opening's is of the next day.
    pub fn closes(self) -> (u8, u8) {
        clock(if self.end > DAY { self.end - DAY } else { self.end })
    }
}

/// As the grammar writes it: `08:30-16:30`, `22:00-02:00`; 24 hours from elsewhere than midnight
/// as `06:00-30:00`.
impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((from, from_minute), (to, to_minute)) = (self.opens(), self.closes());
        let to = if self.start > 0 && self.end - self.start == DAY { to + 24 } else { to };
        write!(f, "{from:02}:{from_minute:02}-{to:02}:{to_minute:02}")
    }
}

/// What holds on public holidays.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum HolidayRule {
    /// Nothing is said: the hours of the weekday hold.
    SameAsDay,
    /// Closed on every public holiday.
    Closed,
    /// Open at these hours on every public holiday, whatever the weekday.
    Open(Vec<TimeRange>),
}

/// Opening hours that are the same every week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Week {
    days: [Vec<TimeRange>; 7],
    holidays: HolidayRule,
}

impl Week {
    /// Puts each day's ranges in order, joining those that touch.
    pub fn new(days: [Vec<TimeRange>; 7], holidays: HolidayRule) -> Self {
        let holidays = match holidays {
            HolidayRule::Open(ranges) if ranges.is_empty() => HolidayRule::Closed,
            HolidayRule::Open(ranges) => HolidayRule::Open(joined(ranges)),
            other => other,
        };
        Self { days: days.map(joined), holidays }
    }

    /// The hours of each day, Monday first, in order and apart; an empty list is a closed day.
    pub fn days(&self) -> &[Vec<TimeRange>; 7] {
        &self.days
    }

    /// What holds on public holidays.
    pub fn holidays(&self) -> &HolidayRule {
        &self.holidays
    }

    /// Whether no day has any hours, holidays aside.
    pub fn is_closed(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// The one way to write this week in the OpenStreetMap grammar: days of the same hours
    /// together, Monday first, then the holidays: `Mo-Fr 08:30-16:30; Sa 09:00-12:00; PH off`.
    pub fn rule(&self) -> String {
        let around_the_clock =
            |day: &Vec<TimeRange>| matches!(day[..], [r] if (r.start, r.end) == (0, DAY));
        if self.days.iter().all(around_the_clock) && self.holidays == HolidayRule::SameAsDay {
            return "24/7".to_owned();
        }
        let mut rules = Vec::new();
        for (day, hours) in self.days.iter().enumerate() {
            if !hours.is_empty() && !self.days[..day].contains(hours) {
                rules.push(format!("{} {}", self.days_of(hours), listed(hours)));
            }
        }
        match &self.holidays {
            HolidayRule::SameAsDay if rules.is_empty() => rules.push("Mo-Su off".to_owned()),
            HolidayRule::SameAsDay => {}
            HolidayRule::Closed if rules.is_empty() => rules.push("Mo-Su,PH off".to_owned()),
            HolidayRule::Closed => rules.push("PH off".to_owned()),
            HolidayRule::Open(hours) => rules.push(format!("PH {}", listed(hours))),
        }
        rules.join("; ")
    }

    /// The days that have these hours: `Mo-We,Fr`.
    fn days_of(&self, hours: &[TimeRange]) -> String {
        let mut names: Vec<String> = Vec::new();
        let mut day = 0;
        while day < 7 {
            let run = self.days[day..].iter().take_while(|other| *other == hours).count();
            match run {
                0 => {}
                1 => names.push(DAYS[day].to_owned()),
                _ => names.push(format!("{}-{}", DAYS[day], DAYS[day + run - 1])),
            }
            day += run.max(1);
        }
        names.join(",")
    }
}

/// Reads a time of day, `8:30`, `08:30` or `08.30`, up to `24:00`, as minutes from midnight.
pub(super) fn read_clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once([':', '.'])?;
    let shaped = (is_digits(hour, 1) || is_digits(hour, 2)) && is_digits(minute, 2);
    if !shaped {
        return None;
    }
    let minutes =
        hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok().filter(|m| *m < 60)?;
    (minutes <= DAY).then_some(minutes)
}

/// Ranges in order, those that touch or overlap made one where that is no more than 24 hours.
pub(super) fn joined(mut ranges: Vec<TimeRange>) -> Vec<TimeRange> {
    ranges.sort_unstable();
    let mut apart: Vec<TimeRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last)
                if range.start <= last.end && range.end.max(last.end) - last.start <= DAY =>
            {
                last.end = last.end.max(range.end);
            }
            _ => apart.push(range),
        }
    }
    apart
}

fn listed(ranges: &[TimeRange]) -> String {
    ranges.iter().map(TimeRange::to_string).collect::<Vec<_>>().join(",")
}

fn clock(minutes: u16) -> (u8, u8) {
    let narrow = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
    (narrow(minutes / 60), narrow(minutes % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> TimeRange {
        let (start, end) = text.split_once('-').unwrap();
        TimeRange::new(read_clock(start).unwrap(), read_clock(end).unwrap()).unwrap()
    }

    fn week(days: [&str; 7], holidays: HolidayRule) -> Week {
        Week::new(days.map(|day| day.split_whitespace().map(range).collect()), holidays)
    }

    #[test]
    fn a_range_knows_the_next_midnight() {
        assert_eq!(range("22:00-02:00").end(), 26 * 60);
        assert!(
            range("22:00-00:00").to_string() == "22:00-24:00"
                && range("22:00-02:00").past_midnight()
        );
        assert_eq!(range("00:00-24:00").closes(), (24, 0));
        assert_eq!(TimeRange::new(540, 540), None);
        assert_eq!(TimeRange::new(1440, 1500), None);
        assert_eq!(TimeRange::new(600, 2880), None);
        for text in ["24:01", "8:3", "8:60", "", ":", "008:30", "8:30:00", "-1:00"] {
            assert_eq!(read_clock(text), None, "{text}");
        }
    }

    #[test]
    fn days_of_the_same_hours_are_written_together() {
        let usual = "09:00-17:00";
        for (days, holidays, rule) in [
            ([usual; 7], HolidayRule::SameAsDay, "Mo-Su 09:00-17:00"),
            (["00:00-24:00"; 7], HolidayRule::SameAsDay, "24/7"),
            (["00:00-24:00"; 7], HolidayRule::Closed, "Mo-Su 00:00-24:00; PH off"),
            (
                ["", usual, usual, usual, usual, usual, usual],
                HolidayRule::Closed,
                "Tu-Su 09:00-17:00; PH off",
            ),
            (
                [usual, "", usual, "", usual, "10:00-12:00", "10:00-12:00"],
                HolidayRule::SameAsDay,
                "Mo,We,Fr 09:00-17:00; Sa-Su 10:00-12:00",
            ),
            ([""; 7], HolidayRule::SameAsDay, "Mo-Su off"),
            ([""; 7], HolidayRule::Closed, "Mo-Su,PH off"),
            ([""; 7], HolidayRule::Open(vec![range("10:00-12:00")]), "PH 10:00-12:00"),
        ] {
            assert_eq!(week(days, holidays).rule(), rule);
        }
    }

    #[test]
    fn ranges_are_ordered_and_joined() {
        let days = [
            "13:00-16:30 09:00-12:00",
            "09:00-12:00 11:00-13:00",
            "09:00-10:00 10:00-11:00",
            "",
            "",
            "",
            "",
        ];
        let rule = week(days, HolidayRule::SameAsDay).rule();
        assert_eq!(rule, "Mo 09:00-12:00,13:00-16:30; Tu 09:00-13:00; We 09:00-11:00");
    }
}
