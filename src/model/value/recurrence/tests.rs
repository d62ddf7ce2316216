//! The examples of RFC 5545 §3.8.5.3, the refusals, and another implementation as the oracle.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::diagnostic::{Argument, Code};
use crate::model::value::{parse_date, parse_moment};

fn moment(text: &str) -> Moment {
    parse_moment(text).unwrap()
}

fn rule(text: &str) -> Recurrence {
    Recurrence::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

fn always() -> RangeInclusive<Date> {
    Date::constant(0, 1, 1)..=Date::MAX
}

/// The occurrences, the first `cap` of them, as text.
fn listed(text: &str, starts: &str, cap: usize) -> Vec<String> {
    let found = rule(text).expand(moment(starts), &[], &[], always(), cap);
    found.iter().map(Moment::to_string).collect()
}

/// The same as days: `9-2` is 2 September, in the years the rule runs through.
fn days(text: &str, starts: &str, cap: usize) -> Vec<String> {
    let short = |text: &String| format!("{}-{}", &text[5..7], &text[8..10]);
    listed(text, starts, cap).iter().map(short).collect()
}

#[test]
fn the_standards_examples() {
    let day = "1997-09-02T09:00";
    for (text, starts, expected) in [
        ("FREQ=DAILY;COUNT=10", day, "09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11"),
        ("FREQ=DAILY;INTERVAL=10;COUNT=5", day, "09-02 09-12 09-22 10-02 10-12"),
        (
            "FREQ=YEARLY;UNTIL=19980105T140000;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
            "1998-01-01T09:00",
            "01-01 01-02 01-03 01-04 01-05",
        ),
        ("FREQ=WEEKLY;COUNT=5", day, "09-02 09-09 09-16 09-23 09-30"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", day, "09-02 09-16 09-30 10-14"),
        (
            "FREQ=WEEKLY;UNTIL=19971007T000000;WKST=SU;BYDAY=TU,TH",
            day,
            "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR",
            "1997-09-01T09:00",
            "09-01 09-03 09-05 09-15 09-17 09-19 09-29",
        ),
        ("FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05T09:00", "09-05 10-03 11-07 12-05"),
        (
            "FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU",
            "1997-09-07T09:00",
            "09-07 09-28 11-02 11-30 01-04 01-25",
        ),
        ("FREQ=MONTHLY;COUNT=4;BYDAY=-2MO", "1997-09-22T09:00", "09-22 10-20 11-17 12-22"),
        ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28T09:00", "09-28 10-29 11-28 12-29 01-29 02-26"),
        ("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "1997-09-30T09:00", "09-30 10-01 10-31 11-01"),
        (
            "FREQ=MONTHLY;INTERVAL=18;COUNT=4;BYMONTHDAY=10,11",
            "1997-09-10T09:00",
            "09-10 09-11 03-10 03-11",
        ),
        ("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10T09:00", "06-10 07-10 06-10 07-10"),
        (
            "FREQ=YEARLY;INTERVAL=3;COUNT=5;BYYEARDAY=1,100,200",
            "1997-01-01T09:00",
            "01-01 04-10 07-19 01-01 04-09",
        ),
        ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19T09:00", "05-19 05-18 05-17"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12T09:00", "05-12 05-11 05-17"),
        ("FREQ=YEARLY;BYWEEKNO=20", "1997-05-12T09:00", "05-12 05-11 05-17"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13T09:00", "03-13 03-20 03-27 03-05"),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "1998-02-13T09:00",
            "02-13 03-13 11-13 08-13 10-13",
        ),
        (
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
            "1997-09-13T09:00",
            "09-13 10-11 11-08 12-13",
        ),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            "1996-11-05T09:00",
            "11-05 11-07 11-02",
        ),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04T09:00", "09-04 10-07 11-06"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            "1997-09-29T09:00",
            "09-29 10-30 11-27 12-30",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "1997-08-05T09:00",
            "08-05 08-10 08-19 08-24",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "1997-08-05T09:00",
            "08-05 08-17 08-19 08-31",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
            "2007-01-15T09:00",
            "01-15 01-30 02-15 03-15 03-30",
        ),
    ] {
        let expected: Vec<&str> = expected.split(' ').collect();
        assert_eq!(days(text, starts, expected.len()), expected, "{text}");
    }
    let times = listed("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,30", day, 3);
    assert_eq!(times, ["1997-09-02T09:00", "1997-09-02T09:30", "1997-09-02T10:00"]);
}

#[test]
fn the_end_includes_its_day() {
    for (text, last) in [
        ("FREQ=DAILY;UNTIL=20270103", "2027-01-03T18:00"),
        ("FREQ=DAILY;UNTIL=20270103T180000", "2027-01-03T18:00"),
        ("FREQ=DAILY;UNTIL=20270103T175959", "2027-01-02T18:00"),
    ] {
        let found = listed(text, "2027-01-01T18:00", 10);
        assert_eq!(found.last().map(String::as_str), Some(last), "{text}");
    }
    assert_eq!(listed("FREQ=DAILY;UNTIL=20270103T000000", "2027-01-01", 9).len(), 3);
    assert!(listed("FREQ=DAILY;UNTIL=20200101", "2027-01-01", 9).is_empty());
}

#[test]
fn exceptions_fall_out_and_extra_days_come_in() {
    let date = |text| parse_date(text).unwrap();
    let found = rule("FREQ=WEEKLY;COUNT=3").expand(
        moment("2027-01-02T10:00"),
        &[date("2027-01-09"), date("2027-01-20")],
        &[date("2027-01-05"), date("2027-01-16"), date("2027-01-20"), date("2028-01-01")],
        date("2027-01-01")..=date("2027-12-31"),
        100,
    );
    let found: Vec<String> = found.iter().map(Moment::to_string).collect();
    assert_eq!(found, ["2027-01-02T10:00", "2027-01-05T10:00", "2027-01-16T10:00"]);
}

#[test]
fn a_window_shows_its_own_days_and_the_cap_its_first() {
    let date = |text| parse_date(text).unwrap();
    for text in ["FREQ=DAILY", "FREQ=DAILY;COUNT=100000", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"]
    {
        let window = date("2027-03-01")..=date("2027-03-31");
        let found = rule(text).expand(moment("1957-01-01"), &[], &[], window, 1000);
        assert_eq!(found.len(), 31, "{text}");
        assert_eq!(listed(text, "1957-01-01", 2), ["1957-01-01", "1957-01-02"]);
    }
    let late = rule("FREQ=DAILY;COUNT=5").expand(
        moment("2027-01-01"),
        &[],
        &[],
        date("2027-01-04")..=Date::MAX,
        9,
    );
    assert_eq!(late.len(), 2);
    let none = date("2027-01-02")..=date("2027-01-01");
    assert!(rule("FREQ=DAILY").expand(moment("2027-01-01"), &[], &[], none, 9).is_empty());
    assert!(rule("FREQ=DAILY").expand(moment("2027-01-01"), &[], &[], always(), 0).is_empty());
}

#[test]
fn a_start_off_the_rule_is_no_occurrence() {
    let saturdays = rule("FREQ=WEEKLY;BYDAY=SA;COUNT=2");
    assert!(saturdays.matches(moment("2027-01-02T09:00")));
    assert!(!saturdays.matches(moment("2027-01-01T09:00")));
    assert_eq!(
        listed("FREQ=WEEKLY;BYDAY=SA;COUNT=2", "2027-01-01", 9),
        ["2027-01-02", "2027-01-09"]
    );
}

#[test]
fn the_calendars_last_days_are_only_days() {
    assert_eq!(listed("FREQ=DAILY", "9999-12-30", 9).len(), 2);
    assert_eq!(listed("FREQ=WEEKLY", "9999-12-30T10:00", 9).len(), 1);
    assert_eq!(listed("FREQ=MONTHLY;BYMONTHDAY=-1", "9999-11-30", 9).len(), 2);
    assert_eq!(listed("FREQ=YEARLY;BYWEEKNO=52,53,1", "9999-12-31", 9).len(), 1);
    assert_eq!(listed("FREQ=YEARLY", "0000-02-29", 2), ["0000-02-29", "0004-02-29"]);
    assert_eq!(listed("FREQ=WEEKLY;BYDAY=SA;WKST=SU", "0000-01-01", 1), ["0000-01-01"]);
}

#[test]
fn weeks_are_numbered_as_iso_8601_numbers_them() {
    for week in [1, 20, 52, 53] {
        let found = rule(&format!("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYWEEKNO={week}"));
        let window = Date::constant(1980, 1, 1)..=Date::constant(2060, 12, 31);
        let found = found.expand(moment("1980-01-01"), &[], &[], window.clone(), usize::MAX);
        let days =
            window.start().series(jiff::Span::new().days(1)).take_while(|day| window.contains(day));
        let theirs: Vec<Moment> =
            days.filter(|day| day.iso_week_date().week() == week).map(Moment::Day).collect();
        assert_eq!(found, theirs, "{week}");
    }
}

#[test]
fn the_normal_form_reads_back() {
    for (written, canonical) in [
        ("RRULE:freq=weekly; byday = sa,mo ;", "FREQ=WEEKLY;BYDAY=MO,SA"),
        ("BYDAY=+1MO,-1FR;INTERVAL=1;FREQ=MONTHLY;WKST=MO", "FREQ=MONTHLY;BYDAY=-1FR,1MO"),
        (
            "FREQ=DAILY;UNTIL=20270331T170000;INTERVAL=2",
            "FREQ=DAILY;INTERVAL=2;UNTIL=20270331T170000",
        ),
        ("FREQ=YEARLY;BYMONTH=12,1,1;WKST=SU", "FREQ=YEARLY;WKST=SU;BYMONTH=1,12"),
    ] {
        assert_eq!(rule(written).canonical(), canonical);
        assert_eq!(rule(canonical), rule(written));
    }
}

#[test]
fn icalendar_wants_the_end_in_the_starts_own_kind() {
    let zone = TimeZone::fixed(jiff::tz::offset(7));
    for (text, starts, until) in [
        ("FREQ=DAILY;UNTIL=20270331", "2027-01-01", "UNTIL=20270331"),
        ("FREQ=DAILY;UNTIL=20270331T170000", "2027-01-01", "UNTIL=20270331"),
        ("FREQ=DAILY;UNTIL=20270331", "2027-01-01T09:00", "UNTIL=20270331T165959Z"),
        ("FREQ=DAILY;UNTIL=20270331T050000", "2027-01-01T09:00", "UNTIL=20270330T220000Z"),
    ] {
        assert_eq!(rule(text).to_ical(moment(starts), &zone), format!("FREQ=DAILY;{until}"));
    }
}

#[test]
fn refusals_name_the_part_and_the_reason() {
    for (written, part, reason, suggestion) in [
        ("", "FREQ", "missing-freq", None),
        ("BYDAY=SA", "FREQ", "missing-freq", None),
        ("whenever it rains", "WHENEVER IT RAINS", "syntax", None),
        ("every Saturday", "EVERY SATURDAY", "syntax", Some("FREQ=WEEKLY;BYDAY=SA")),
        ("ทุกวันจันทร์-พุธ", "ทุกวันจันทร์-พุธ", "syntax", Some("FREQ=WEEKLY;BYDAY=MO,TU,WE")),
        ("ทุกวัน", "ทุกวัน", "syntax", Some("FREQ=DAILY")),
        ("Monthly", "MONTHLY", "syntax", Some("FREQ=MONTHLY")),
        ("FREQ=HOURLY", "FREQ", "too-often", None),
        ("FREQ=SECONDLY;COUNT=3", "FREQ", "too-often", None),
        ("FREQ=WEEKLI;COUNT=3", "FREQ", "frequency", Some("FREQ=WEEKLY;COUNT=3")),
        ("FREQ=WEEKLY;BYDAYS=SA", "BYDAYS", "unknown-part", Some("FREQ=WEEKLY;BYDAY=SA")),
        ("FREQ=WEEKLY;BYDAY=SAT,sunday", "BYDAY", "weekday", Some("FREQ=WEEKLY;BYDAY=SA,SU")),
        ("FREQ=WEEKLY;BYDAY=ส", "BYDAY", "weekday", None),
        ("FREQ=WEEKLY;BYDAY=1SA", "BYDAY", "excluded", None),
        ("FREQ=WEEKLY;BYDAY=SA;BYDAY=SU", "BYDAY", "twice", None),
        ("FREQ=MONTHLY;BYDAY=6SA", "BYDAY", "number", None),
        ("FREQ=MONTHLY;BYDAY=0SA", "BYDAY", "number", None),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY", "number", None),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY", "number", None),
        ("FREQ=MONTHLY;BYMONTHDAY=", "BYMONTHDAY", "number", None),
        ("FREQ=YEARLY;BYMONTH=-1", "BYMONTH", "number", None),
        ("FREQ=YEARLY;BYHOUR=24", "BYHOUR", "number", None),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL", "number", None),
        ("FREQ=DAILY;COUNT=0", "COUNT", "number", None),
        ("FREQ=DAILY;COUNT=99999999999", "COUNT", "number", None),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270101", "COUNT", "count-and-until", None),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS", "alone", None),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY", "excluded", None),
        ("FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO", "excluded", None),
        ("FREQ=DAILY;UNTIL=soon", "UNTIL", "until", None),
        ("FREQ=DAILY;UNTIL=2027-03-31", "UNTIL", "until", Some("FREQ=DAILY;UNTIL=20270331")),
        (
            "FREQ=DAILY;UNTIL=2027-03-31T17:00",
            "UNTIL",
            "until",
            Some("FREQ=DAILY;UNTIL=20270331T170000"),
        ),
        ("FREQ=DAILY;UNTIL=20270331T250000", "UNTIL", "until", None),
        ("FREQ=DAILY;UNTIL=20271331", "UNTIL", "until", None),
    ] {
        let problem = Recurrence::parse(written).unwrap_err();
        assert_eq!(problem.code, Code::RecurrenceInvalid);
        let argument = |name| problem.arguments.iter().find(|a| a.0 == name).unwrap().1.clone();
        assert_eq!(argument("part"), Argument::Text(part.to_owned()), "{written}");
        assert_eq!(argument("reason"), Argument::Text(reason.to_owned()), "{written}");
        assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        assert!(suggestion.is_none_or(|rule| Recurrence::parse(rule).is_ok()), "{written}");
    }
    let long = format!("FREQ=DAILY;BYMONTH={}", "1,".repeat(1000));
    assert_eq!(Recurrence::parse(&long).unwrap_err().code, Code::RecurrenceInvalid);
}

#[test]
fn an_end_of_another_era_zone_or_calendar_is_mended() {
    for (written, code, suggestion) in [
        ("FREQ=DAILY;UNTIL=25700331", Code::DateBuddhist, "FREQ=DAILY;UNTIL=20270331"),
        ("UNTIL=25700229T170000;FREQ=DAILY", Code::DateBuddhist, "UNTIL=20270228;FREQ=DAILY"),
        ("FREQ=DAILY;UNTIL=20270331T165959Z", Code::TimeOffset, "FREQ=DAILY;UNTIL=20270331"),
        ("FREQ=DAILY;UNTIL=20270231", Code::DateNonexistent, "FREQ=DAILY;UNTIL=20270228"),
    ] {
        let problem = Recurrence::parse(written).unwrap_err();
        assert_eq!((problem.code, problem.suggestion.as_deref()), (code, Some(suggestion)));
    }
}

/// Lists of some of these numbers, as one part.
fn part(name: &'static str, items: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::subsequence(items, 1..=2.min(items.len()))
        .prop_map(move |items| format!(";{name}={}", items.join(",")))
}

fn maybe(part: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop::option::weighted(0.3, part).prop_map(Option::unwrap_or_default)
}

const PLAIN_DAYS: &[&str] = &["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const MONTH_DAYS: &[&str] = &["1MO", "2TU", "-1WE", "5FR", "-5SU"];
const YEAR_DAYS: &[&str] = &["1MO", "20TU", "-1WE", "53FR", "-10SU"];

/// Any rule that the standard and the oracle understand alike.
fn any_rule() -> impl Strategy<Value = String> {
    let months = || maybe(part("BYMONTH", &["1", "2", "6", "11", "12"]));
    let of_month = || maybe(part("BYMONTHDAY", &["1", "7", "13", "29", "31", "-1", "-31"]));
    let position = || maybe(part("BYSETPOS", &["1", "2", "-1", "-3"]));
    // Never numbered and plain days together: the oracle then finds nothing.
    let days = |items| maybe(prop_oneof![part("BYDAY", items), part("BYDAY", PLAIN_DAYS)]);
    let frequency = prop_oneof![
        (months(), of_month(), days(PLAIN_DAYS))
            .prop_map(|(a, b, c)| format!("FREQ=DAILY{a}{b}{c}")),
        // No BYSETPOS: the oracle numbers a first week from its start, not from the week's.
        (months(), days(PLAIN_DAYS)).prop_map(|(a, b)| format!("FREQ=WEEKLY{a}{b}")),
        (months(), of_month(), days(MONTH_DAYS), position())
            .prop_filter("alone", |(_, b, c, d)| d.is_empty() || !(b.is_empty() && c.is_empty()))
            .prop_map(|(a, b, c, d)| format!("FREQ=MONTHLY{a}{b}{c}{d}")),
        (
            months(),
            of_month(),
            maybe(part("BYYEARDAY", &["1", "60", "-1", "366", "-366"])),
            days(MONTH_DAYS)
        )
            .prop_filter("by month", |(a, ..)| !a.is_empty())
            .prop_map(|(a, b, c, d)| format!("FREQ=YEARLY{a}{b}{c}{d}")),
        (of_month(), maybe(part("BYYEARDAY", &["1", "60", "100", "-1", "366"])), days(YEAR_DAYS))
            .prop_map(|(a, b, c)| format!("FREQ=YEARLY{a}{b}{c}")),
        // No last weeks: the oracle misnumbers those that end in the next year.
        (part("BYWEEKNO", &["1", "20", "37", "51"]), part("BYDAY", PLAIN_DAYS))
            .prop_map(|(a, b)| format!("FREQ=YEARLY{a}{b}")),
    ];
    let hours = maybe(part("BYHOUR", &["0", "9", "18"]));
    let minutes = maybe(part("BYMINUTE", &["0", "30", "59"]));
    let week = maybe(
        part("WKST", &["MO", "SU", "WE"]).prop_map(|w| w.split(',').next().unwrap().to_owned()),
    );
    let end = prop_oneof![
        Just(String::new()),
        (1..40_u8).prop_map(|n| format!(";COUNT={n}")),
        (2000..2030_i16).prop_map(|year| format!(";UNTIL={year}0715T090000")),
    ];
    (frequency, hours, minutes, week, 1..5_u8, end).prop_map(
        |(frequency, hours, minutes, week, interval, end)| {
            format!("{frequency}{hours}{minutes}{week};INTERVAL={interval}{end}")
        },
    )
}

/// What the `rrule` crate makes of it, in UTC taken for local time.
fn oracle(text: &str, starts: Moment, cap: u16) -> Option<Vec<String>> {
    let start = starts.start().strftime("%Y%m%dT%H%M%SZ");
    let text = text.replace("0715T090000", "0715T090000Z");
    let set: rrule::RRuleSet = format!("DTSTART:{start}\nRRULE:{text}").parse().ok()?;
    let all = set.all(cap);
    let shown = |date: &chrono_of_rrule::Date| date.format("%Y-%m-%dT%H:%M").to_string();
    Some(all.dates.iter().map(shown).collect())
}

/// The date type of the oracle, which its crate does not export by name.
mod chrono_of_rrule {
    pub(super) type Date = <&'static rrule::RRuleSet as IntoIterator>::Item;
}

proptest! {
    #[test]
    fn another_implementation_agrees(
        text in any_rule(), year in 1990..2030_i16, month in 1..=12_i8, day in 1..=31_i8, hour in 0..24_i8,
    ) {
        let date = Date::new(year, month, day.min(28)).unwrap();
        let date = if day > 28 { date.last_of_month() } else { date };
        let starts = Moment::Time(date.at(hour, 0, 0, 0));
        let Some(theirs) = oracle(&text, starts, 30) else { return Ok(()) };
        let ours = rule(&text).expand(starts, &[], &[], always(), 30);
        let ours: Vec<String> = ours.iter().map(Moment::to_string).collect();
        prop_assert_eq!(ours, theirs, "{} from {}", text, starts);
    }

    #[test]
    fn a_window_cuts_and_changes_nothing(text in any_rule(), skip in 0..4000_i32, length in 1..900_i32) {
        let starts = moment("2001-05-31T09:00");
        let from = starts.date().checked_add(jiff::Span::new().days(skip)).unwrap();
        let to = from.checked_add(jiff::Span::new().days(length)).unwrap();
        let whole = rule(&text).expand(starts, &[], &[], starts.date()..=to, usize::MAX);
        let cut: Vec<Moment> = whole.into_iter().filter(|moment| moment.date() >= from).collect();
        prop_assert_eq!(rule(&text).expand(starts, &[], &[], from..=to, usize::MAX), cut);
    }

    #[test]
    fn nothing_panics(written in "\\PC{0,40}|FREQ=[A-Z]{0,8}(;[A-Z]{1,8}=[-+0-9A-Z,]{0,9}){0,4}", year in 0..=9999_i16) {
        if let Ok(rule) = Recurrence::parse(&written) {
            let starts = Moment::Day(Date::new(year, 12, 31).unwrap());
            let _ = rule.expand(starts, &[], &[], always(), 100);
            prop_assert_eq!(Recurrence::parse(&rule.canonical()), Ok(rule));
        }
    }
}
