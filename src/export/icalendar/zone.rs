//! VTIMEZONE (RFC 5545 §3.6.5): the rules of the site's zone, for calendars that do not know it.
//!
//! In: a zone and the years that matter. Out: one component. Promise: within those years every
//! local time means the same instant as here; a zone whose clocks stand still is one STANDARD.
//!
//! The years begin with what holds at their beginning. Each change after it is listed by date
//! (DTSTART, further ones as RDATE) under its own kind of change, so that no rule has to be
//! guessed back from the database.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use super::lines::Lines;

/// A zone whose clocks have stood still since then is said to have done so from then on, so that
/// an older event changes nothing.
const SETTLED: i16 = 1970;

/// Changes of one kind: from one offset to another under one name.
struct Observance {
    daylight: bool,
    from: Offset,
    to: Offset,
    name: String,
    /// When, on the clock before the change.
    onsets: Vec<DateTime>,
}

/// The component of a zone, for the local times of some years.
pub(super) fn component(name: &str, zone: &TimeZone, years: RangeInclusive<i16>) -> Lines {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", name);
    for observance in observances(zone, &years) {
        let kind = if observance.daylight { "DAYLIGHT" } else { "STANDARD" };
        lines.put("BEGIN", kind);
        for (place, onset) in observance.onsets.iter().enumerate() {
            let property = if place == 0 { "DTSTART" } else { "RDATE" };
            lines.put(property, onset.strftime("%Y%m%dT%H%M%S"));
        }
        lines.put("TZOFFSETFROM", offset(observance.from));
        lines.put("TZOFFSETTO", offset(observance.to));
        lines.put("TZNAME", super::lines::escaped(&observance.name));
        lines.put("END", kind);
    }
    lines.put("END", "VTIMEZONE");
    lines
}

fn observances(zone: &TimeZone, years: &RangeInclusive<i16>) -> Vec<Observance> {
    let is_settled = zone.following(Timestamp::UNIX_EPOCH).next().is_none();
    let first = if is_settled { SETTLED.min(*years.start()) } else { *years.start() };
    let begins = Date::new(first, 1, 1).unwrap_or(Date::MIN).at(0, 0, 0, 0);
    let ends = Date::new(*years.end(), 12, 31).unwrap_or(Date::MAX).at(23, 59, 59, 0);
    let since = zone.to_timestamp(begins).unwrap_or(Timestamp::MIN);
    let until = zone.to_timestamp(ends).unwrap_or(Timestamp::MAX);
    let info = zone.to_offset_info(since);
    let mut from = info.offset();
    let mut observances = vec![Observance {
        daylight: info.dst().is_dst(),
        from,
        to: from,
        name: info.abbreviation().to_owned(),
        onsets: vec![begins],
    }];
    for change in zone.following(since).take_while(|it| it.timestamp() <= until) {
        let (daylight, to) = (change.dst().is_dst(), change.offset());
        let onset = from.to_datetime(change.timestamp());
        let like = observances.iter_mut().skip(1).find(|it| {
            it.daylight == daylight
                && it.from == from
                && it.to == to
                && it.name == change.abbreviation()
        });
        if let Some(like) = like {
            like.onsets.push(onset);
        } else {
            let name = change.abbreviation().to_owned();
            observances.push(Observance { daylight, from, to, name, onsets: vec![onset] });
        }
        from = to;
    }
    observances
}

/// UTC-OFFSET (RFC 5545 §3.3.14): seconds only where there are some.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str) -> String {
        let zone = TimeZone::get(name).unwrap();
        component(name, &zone, 2024..=2025).as_str().replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_whose_clocks_stand_still_is_one_standard() {
        insta::assert_snapshot!(written("Asia/Bangkok"), @r"
        BEGIN:VTIMEZONE
        TZID:Asia/Bangkok
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0700
        TZOFFSETTO:+0700
        TZNAME:+07
        END:STANDARD
        END:VTIMEZONE
        ");
    }

    #[test]
    fn summer_time_is_listed_year_by_year() {
        insta::assert_snapshot!("lisbon", written("Europe/Lisbon"));
    }

    #[test]
    fn offsets_are_signed_and_have_seconds_where_needed() {
        let of = |seconds| offset(Offset::from_seconds(seconds).unwrap());
        assert_eq!(of(-12_600), "-0330");
        assert_eq!(of(24_124), "+064204");
    }
}
