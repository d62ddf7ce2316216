//! Two dates as one range that says once what they have in common.
//!
//! ICU4X has no stable formatter for ranges, so a range is made from the pattern of a single
//! date, whatever the language: find the largest field in which the two differ, write the stretch
//! from the first to the last field of that size or smaller twice, and what stands around it
//! once. A stretch of one field takes a bare dash (`5–7`), a longer one a dash between spaces
//! (`30 ก.ย. – 2 ต.ค.`); CLDR's own range patterns for the languages we publish in do the same.

use icu::datetime::{DateTimeFormatter, fieldsets::YMD, parts};
use jiff::civil::Date;
use writeable::Part;

use super::{
    format::converted,
    pieces::{Piece, pieces},
};

/// Sizes of fields, from days up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Size {
    Day,
    Month,
    Year,
}

fn size(part: Part) -> Size {
    match part {
        parts::DAY => Size::Day,
        parts::MONTH => Size::Month,
        // Eras and all manners of counting years.
        _ => Size::Year,
    }
}

/// A range of days, both included; one day is that day.
pub(super) fn date_range(format: &DateTimeFormatter<YMD>, from: Date, to: Date) -> String {
    let [first, last] = [from, to].map(|date| pieces(&format.format(&converted(date))));
    if from == to { text(&first) } else { joined(&first, &last) }
}

/// Joins two different dates of one pattern.
fn joined(from: &[Piece], to: &[Piece]) -> String {
    let fields = || from.iter().zip(to).enumerate();
    let alike = from.len() == to.len() && fields().all(|(_, (a, b))| a.part == b.part);
    let differing = fields().filter(|(_, (a, b))| a.text != b.text);
    let largest = differing.filter_map(|(_, (a, _))| a.part.map(size)).max();
    let (Some(largest), true) = (largest, alike) else {
        // A leap month, an era: the pattern itself is another.
        return format!("{} – {}", text(from), text(to));
    };
    let small = |piece: &Piece| piece.part.is_some_and(|part| size(part) <= largest);
    let first = from.iter().position(small).unwrap_or_default();
    let last = from.iter().rposition(small).unwrap_or_default();
    let dash = if first == last { "–" } else { " – " };
    [&text(&from[..=last]), dash, &text(&to[first..])].concat()
}

fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use crate::language::Formats;
    use jiff::civil::{Date, date};

    type Range = fn(&Formats, Date, Date) -> String;
    const LONG: Range = Formats::date_range_long;
    const MEDIUM: Range = Formats::date_range_medium;

    #[track_caller]
    fn golden(from: Date, to: Date, range: Range, thai: &str, english: &str) {
        let read = |locale| range(&Formats::new(locale).unwrap(), from, to);
        assert_eq!(["th-u-ca-buddhist", "en-GB"].map(read), [thai, english]);
    }

    #[test]
    fn days_of_one_month() {
        let (from, to) = (date(2026, 10, 5), date(2026, 10, 7));
        golden(from, to, MEDIUM, "5–7 ต.ค. 2569", "5–7 Oct 2026");
        golden(from, to, LONG, "5–7 ตุลาคม 2569", "5–7 October 2026");
        // Digits in common are not a field in common.
        golden(date(2026, 10, 15), date(2026, 10, 25), MEDIUM, "15–25 ต.ค. 2569", "15–25 Oct 2026");
    }

    #[test]
    fn months_of_one_year() {
        let (from, to) = (date(2026, 9, 30), date(2026, 10, 2));
        golden(from, to, MEDIUM, "30 ก.ย. – 2 ต.ค. 2569", "30 Sept – 2 Oct 2026");
        golden(from, to, LONG, "30 กันยายน – 2 ตุลาคม 2569", "30 September – 2 October 2026");
        // The day in common is still a day of each month.
        golden(
            date(2026, 9, 5),
            date(2026, 10, 5),
            MEDIUM,
            "5 ก.ย. – 5 ต.ค. 2569",
            "5 Sept – 5 Oct 2026",
        );
    }

    #[test]
    fn over_new_year() {
        let (from, to) = (date(2026, 12, 31), date(2027, 1, 1));
        golden(from, to, MEDIUM, "31 ธ.ค. 2569 – 1 ม.ค. 2570", "31 Dec 2026 – 1 Jan 2027");
        golden(
            from,
            to,
            LONG,
            "31 ธันวาคม 2569 – 1 มกราคม 2570",
            "31 December 2026 – 1 January 2027",
        );
        // Same day and month, another year.
        golden(
            to,
            date(2028, 1, 1),
            MEDIUM,
            "1 ม.ค. 2570 – 1 ม.ค. 2571",
            "1 Jan 2027 – 1 Jan 2028",
        );
    }

    #[test]
    fn one_day() {
        let day = date(2026, 10, 5);
        golden(day, day, MEDIUM, "5 ต.ค. 2569", "5 Oct 2026");
    }

    #[test]
    fn another_order_of_fields() {
        let read = |from, to| Formats::new("ja").unwrap().date_range_long(from, to);
        assert_eq!(read(date(2026, 10, 5), date(2026, 10, 7)), "2026年10月5–7日");
        assert_eq!(read(date(2026, 10, 5), date(2027, 10, 5)), "2026年10月5 – 2027年10月5日");
    }
}
