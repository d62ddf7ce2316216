//! Opening hours as schema.org's `OpeningHoursSpecification`, in Google's reading of it: a day
//! round the clock is 00:00–23:59, and a day that is closed opens and closes at 00:00.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

use super::node::{Node, word};
use crate::model::Text;
use crate::model::value::{HolidayRule, TimeRange, Week};

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The week: one specification for each range of hours, with all the days that have it.
pub(super) fn weekly(week: &Week) -> Vec<Value> {
    let mut days: BTreeMap<TimeRange, Vec<Value>> = BTreeMap::new();
    for (day, ranges) in week.days().iter().enumerate() {
        for range in ranges {
            days.entry(*range).or_default().push(word(DAYS[day]));
        }
    }
    if let HolidayRule::Open(ranges) = week.holidays() {
        for range in ranges {
            days.entry(*range).or_default().push(word("PublicHolidays"));
        }
    }
    let specification = |(range, days): (TimeRange, Vec<Value>)| {
        let mut node = specification(Some(range));
        node.list("dayOfWeek", days);
        node.into()
    };
    days.into_iter().map(specification).collect()
}

/// The holidays of the twelve months to come on which other hours hold than on the weekday; days
/// in a row that are closed stand together.
pub(super) fn special(week: &Week, holidays: &BTreeMap<Date, Text>, today: Date) -> Vec<Value> {
    let ranges = match week.holidays() {
        HolidayRule::SameAsDay => return Vec::new(),
        HolidayRule::Closed => &[][..],
        HolidayRule::Open(ranges) => ranges.as_slice(),
    };
    let usual = |date: Date| {
        let day = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
        week.days()[day].as_slice()
    };
    let mut spans: Vec<(Date, Date)> = Vec::new();
    for date in holidays.range(today..today.saturating_add(12.months())).map(|(date, _)| *date) {
        if usual(date) == ranges {
            continue;
        }
        match spans.last_mut() {
            Some((_, last)) if last.tomorrow().ok() == Some(date) => *last = date,
            _ => spans.push((date, date)),
        }
    }
    let closed = [None];
    let hours: Vec<Option<TimeRange>> = ranges.iter().copied().map(Some).collect();
    let hours = if hours.is_empty() { closed.as_slice() } else { &hours };
    let all = spans.into_iter().flat_map(|(first, last)| {
        hours.iter().map(move |range| {
            let mut node = specification(*range);
            node.set("validFrom", first.to_string());
            node.set("validThrough", last.to_string());
            node.into()
        })
    });
    all.collect()
}

/// Hours without days; none is closed.
fn specification(range: Option<TimeRange>) -> Node {
    let (opens, closes) = match range {
        None => ((0, 0), (0, 0)),
        Some(range) if range.closes() == (24, 0) => (range.opens(), (23, 59)),
        Some(range) => (range.opens(), range.closes()),
    };
    let mut node = Node::new("OpeningHoursSpecification");
    let clock = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
    node.set("opens", clock(opens));
    node.set("closes", clock(closes));
    node
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Hours;
    use serde_json::json;

    fn week(rule: &str) -> Week {
        Hours::parse(rule).unwrap().week().unwrap().clone()
    }

    fn holidays(dates: &[&str]) -> BTreeMap<Date, Text> {
        dates.iter().map(|date| (date.parse().unwrap(), Text::default())).collect()
    }

    #[test]
    fn days_of_one_range_stand_together() {
        let told = weekly(&week("Mo-Fr 08:30-12:00,13:00-16:30; Sa 22:00-02:00; Su 00:00-24:00"));
        let times: Vec<_> = told.iter().map(|it| json!([it["opens"], it["closes"]])).collect();
        let expected = [
            json!(["00:00", "23:59"]),
            json!(["08:30", "12:00"]),
            json!(["13:00", "16:30"]),
            json!(["22:00", "02:00"]),
        ];
        assert_eq!(times, expected);
        assert_eq!(told[1]["dayOfWeek"].as_array().unwrap().len(), 5);
        assert_eq!(told[3]["dayOfWeek"], "https://schema.org/Saturday");
    }

    #[test]
    fn coming_holidays_that_change_nothing_are_not_told() {
        let days = ["2026-01-01", "2026-04-13", "2026-04-14", "2026-04-15", "2026-05-31"];
        let today = Date::constant(2026, 4, 1);
        // 31 May 2026 is a Sunday, closed anyway.
        let told = special(&week("Mo-Fr 08:30-16:30; PH off"), &holidays(&days), today);
        let expected = json!([{
            "@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00",
            "validFrom": "2026-04-13", "validThrough": "2026-04-15",
        }]);
        assert_eq!(json!(told), expected);
        assert!(special(&week("Mo-Fr 08:30-16:30"), &holidays(&days), today).is_empty());
        let short = special(&week("Mo-Fr 08:30-16:30; PH 10:00-12:00"), &holidays(&days), today);
        assert_eq!((short.len(), &short[1]["opens"]), (2, &json!("10:00")));
    }
}
