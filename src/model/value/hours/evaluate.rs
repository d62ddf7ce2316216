//! From the grammar's rules to a week's table, by the specification's order of precedence.

use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSelector};
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleOperator, RuleSequence};
use opening_hours_syntax::{ExtendedTime, RuleKind};

use crate::model::value::week::{HolidayRule, TimeRange, Week, joined};

/// The hours of each weekday, Monday first.
type Days = [Vec<TimeRange>; 7];

/// Whether a rule names public holidays.
pub(super) fn speaks_of_holidays(expression: &OpeningHoursExpression) -> bool {
    let public = |range: &WeekDayRange| {
        matches!(range, WeekDayRange::Holiday { kind: HolidayKind::Public, .. })
    };
    expression.rules.iter().any(|rule| rule.day_selector.weekday.iter().any(public))
}

/// The week that the rules come to, if they come to the same one always.
///
/// Every rule is played on fourteen days: each weekday, and each weekday that is a holiday. A
/// rule after `;` replaces what those before it said of its days; `off` takes away.
pub(super) fn week(expression: &OpeningHoursExpression) -> Option<Week> {
    let mut ordinary = Days::default();
    let mut holiday = Days::default();
    for rule in &expression.rules {
        let selected = Selected::of(rule)?;
        let ranges = ranges(&rule.time_selector)?;
        for day in 0..7 {
            if selected.weekdays[day] {
                play(rule, &ranges, &mut ordinary[day])?;
            }
            if selected.weekdays[day] || selected.holidays {
                play(rule, &ranges, &mut holiday[day])?;
            }
        }
    }
    let (ordinary, holiday) = (ordinary.map(joined), holiday.map(joined));
    let same = holiday.iter().all(|day| *day == holiday[0]);
    let holidays = match &holiday[0] {
        _ if !speaks_of_holidays(expression) => HolidayRule::SameAsDay,
        first if same && first.is_empty() => HolidayRule::Closed,
        first if same => HolidayRule::Open(first.clone()),
        _ if holiday == ordinary => HolidayRule::SameAsDay,
        _ => return None,
    };
    Some(Week::new(ordinary, holidays))
}

/// Which days a rule speaks of.
struct Selected {
    weekdays: [bool; 7],
    holidays: bool,
}

impl Selected {
    fn of(rule: &RuleSequence) -> Option<Self> {
        let days = &rule.day_selector;
        let weekly = days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty();
        let certain = rule.kind != RuleKind::Unknown && rule.comment.is_empty();
        if !weekly || !certain || rule.operator == RuleOperator::Fallback {
            return None;
        }
        let all = days.weekday.is_empty();
        let mut selected = Self { weekdays: [all; 7], holidays: all };
        for range in &days.weekday {
            match range {
                WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => {
                    selected.holidays = true;
                }
                WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end }
                    if !nth_from_start.contains(&false) && !nth_from_end.contains(&false) =>
                {
                    let mut day = *range.start();
                    selected.weekdays[day.num_days_from_monday() as usize] = true;
                    while day != *range.end() {
                        day = day.succ();
                        selected.weekdays[day.num_days_from_monday() as usize] = true;
                    }
                }
                _ => return None,
            }
        }
        Some(selected)
    }
}

/// The rule's times as ranges, if they are plain ones.
fn ranges(times: &TimeSelector) -> Option<Vec<TimeRange>> {
    let minutes = |time: &Time| match time {
        Time::Fixed(time) => Some(ExtendedTime::mins_from_midnight(*time)),
        Time::Variable(_) => None,
    };
    times
        .spans
        .iter()
        .filter(|span| !span.open_end && span.repeats.is_none())
        .map(|span| TimeRange::new(minutes(&span.range.start)?, minutes(&span.range.end)?))
        .collect::<Option<Vec<_>>>()
        .filter(|ranges| ranges.len() == times.spans.len())
}

/// What the rule makes of a day's hours; nothing where a table could not show it.
fn play(rule: &RuleSequence, ranges: &[TimeRange], day: &mut Vec<TimeRange>) -> Option<()> {
    match (rule.kind, rule.operator) {
        (RuleKind::Open, RuleOperator::Additional) => day.extend_from_slice(ranges),
        (RuleKind::Open, _) => *day = ranges.to_vec(),
        _ => {
            for range in ranges {
                *day = without(day, *range)?;
            }
        }
    }
    Some(())
}

/// A day's hours with a range taken out; the whole day takes out what runs past midnight too.
fn without(day: &[TimeRange], off: TimeRange) -> Option<Vec<TimeRange>> {
    if (off.start(), off.end()) == (0, 24 * 60) {
        return Some(Vec::new());
    }
    let mut left = Vec::new();
    for range in day {
        if range.end() <= off.start() || range.start() >= off.end() {
            left.push(*range);
            continue;
        }
        if range.start() < off.start() {
            left.push(TimeRange::new(range.start(), off.start())?);
        }
        if off.end() < range.end() {
            left.push(TimeRange::new(off.end(), range.end())?);
        }
    }
    Some(left)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::ToSpan;
    use jiff::civil::{Date, DateTime};
    use serde::Deserialize;

    use crate::model::value::{HolidayRule, Hours, TimeRange, Week};

    /// What the browser's reader is held to as well.
    const VECTORS: &str = include_str!("../../../../tests/hours/vectors.json");
    /// Whether a place is open is looked at minute by minute, this many days ahead.
    const AHEAD: i32 = 14;

    #[derive(Deserialize)]
    struct Vectors {
        holidays: Vec<String>,
        rules: Vec<Vector>,
    }

    #[derive(Deserialize)]
    struct Vector {
        rule: String,
        days: [String; 7],
        on_holidays: Option<String>,
        at: Vec<(String, String, Option<String>)>,
    }

    fn spelled(ranges: &[TimeRange]) -> String {
        ranges.iter().map(TimeRange::to_string).collect::<Vec<_>>().join(",")
    }

    fn is_open(week: &Week, holidays: &BTreeSet<Date>, at: DateTime) -> bool {
        let minute = u16::try_from(at.hour()).unwrap() * 60 + u16::try_from(at.minute()).unwrap();
        [(at.date(), minute), (at.date().yesterday().unwrap(), minute + 24 * 60)].iter().any(
            |(day, minute)| {
                let ranges = match week.holidays() {
                    HolidayRule::Closed if holidays.contains(day) => &[][..],
                    HolidayRule::Open(ranges) if holidays.contains(day) => ranges,
                    _ => {
                        let day = day.weekday().to_monday_zero_offset();
                        &week.days()[usize::try_from(day).unwrap()]
                    }
                };
                ranges.iter().any(|range| (range.start()..range.end()).contains(minute))
            },
        )
    }

    #[test]
    fn rules_mean_what_the_browser_takes_them_for() {
        let vectors: Vectors = serde_json::from_str(VECTORS).unwrap();
        let holidays: BTreeSet<Date> =
            vectors.holidays.iter().map(|day| day.parse().unwrap()).collect();
        for vector in vectors.rules {
            let hours = Hours::parse(&vector.rule).unwrap();
            assert_eq!(hours.rule(), vector.rule);
            let week = hours.week().unwrap();
            assert_eq!(week.days().each_ref().map(|day| spelled(day)), vector.days);
            let on_holidays = match week.holidays() {
                HolidayRule::SameAsDay => None,
                HolidayRule::Closed => Some(String::new()),
                HolidayRule::Open(ranges) => Some(spelled(ranges)),
            };
            assert_eq!(on_holidays, vector.on_holidays, "{}", vector.rule);
            for (at, state, changes) in vector.at {
                let at: DateTime = at.parse().unwrap();
                let changes = changes.map(|it| it.parse::<DateTime>().unwrap());
                let open = is_open(week, &holidays, at);
                assert_eq!(open, state == "open", "{} at {at}", vector.rule);
                let end = at.checked_add(AHEAD.days()).unwrap();
                let change = at
                    .series(1.minute())
                    .take_while(|it| *it < end)
                    .find(|it| is_open(week, &holidays, *it) != open);
                assert_eq!(change, changes, "{} at {at}", vector.rule);
            }
        }
    }
}
