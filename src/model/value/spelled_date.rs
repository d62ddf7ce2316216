//! Dates in other people's spellings, read only to suggest the ISO one.
//!
//! Days come before months, as everyone in Thailand writes them; years are of either era.

use jiff::civil::Date;

use super::text::ascii_digits;

/// Years that nobody means in the Common Era: they are of the Buddhist Era.
pub(super) const BUDDHIST: std::ops::RangeInclusive<i16> = 2400..=2700;

/// Years from the Buddha's passing to the beginning of the Common Era, as Thailand counts.
pub(super) const BUDDHIST_OFFSET: i16 = 543;

/// Years a directory may plausibly speak of when its date is spelled freely.
const COMMON: std::ops::RangeInclusive<i16> = 1800..=2200;

/// Month by month: full Thai, short Thai, full English. Short English is the first three letters.
const MONTHS: [(&str, &str, &str); 12] = [
    ("มกราคม", "ม.ค.", "january"),
    ("กุมภาพันธ์", "ก.พ.", "february"),
    ("มีนาคม", "มี.ค.", "march"),
    ("เมษายน", "เม.ย.", "april"),
    ("พฤษภาคม", "พ.ค.", "may"),
    ("มิถุนายน", "มิ.ย.", "june"),
    ("กรกฎาคม", "ก.ค.", "july"),
    ("สิงหาคม", "ส.ค.", "august"),
    ("กันยายน", "ก.ย.", "september"),
    ("ตุลาคม", "ต.ค.", "october"),
    ("พฤศจิกายน", "พ.ย.", "november"),
    ("ธันวาคม", "ธ.ค.", "december"),
];

/// The date that the text can only mean, if there is one.
pub(super) fn read(written: &str) -> Option<Date> {
    if written.len() > 200 {
        return None;
    }
    let text = ascii_digits(written).to_lowercase();
    let numbers = numbers(&text)?;
    match (month_of(&text), numbers.as_slice()) {
        (Some(month), &[(day, _), (year, 4)] | &[(year, 4), (day, _)]) => date(year, month, day),
        (None, numbers) if text.chars().all(is_numeric_spelling) => match *numbers {
            [(year, 4), (month, ..=2), (day, ..=2)] => date(year, month, day),
            [(day, ..=2), (month, ..=2), (year, 4)] => {
                date(year, month, day).or_else(|| date(year, day, month))
            }
            [(run, 8)] => date(run / 10_000, run / 100 % 100, run % 100),
            _ => None,
        },
        _ => None,
    }
}

/// A civil date of a plausible year, whichever era the year was counted in.
fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let written = i16::try_from(year).ok()?;
    let year = if BUDDHIST.contains(&written) { written - BUDDHIST_OFFSET } else { written };
    if !COMMON.contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Every run of digits with its length; none at all if a run is longer than a date.
fn numbers(text: &str) -> Option<Vec<(u32, usize)>> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| (run.len() <= 8).then(|| run.parse().ok().map(|n| (n, run.len()))).flatten())
        .collect()
}

fn is_numeric_spelling(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | '–' | ' ')
}

/// The one month that the text names.
fn month_of(text: &str) -> Option<u32> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
    let is_named = |(full, short, english): &(&str, &str, &str)| {
        text.contains(full)
            || text.contains(short)
            || words.iter().any(|w| w == english || *w == &english[..3])
    };
    let mut named = (1..).zip(&MONTHS).filter(|(_, month)| is_named(month));
    match (named.next(), named.next()) {
        (Some((month, _)), None) => Some(month),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_spellings_are_read() {
        for written in [
            "28/04/2565",
            "28/4/2022",
            "28-4-2565",
            "28.04.2022",
            "๒๘/๔/๒๕๖๕",
            "04/28/2022",
            "2022/04/28",
            "2022-4-28",
            "2565-4-28",
            "20220428",
            "25650428",
            "28 เม.ย. 2565",
            "28 เมษายน 2565",
            "วันที่ 28 เมษายน พ.ศ. 2565",
            "วันพฤหัสบดีที่ ๒๘ เมษายน ๒๕๖๕",
            "28 April 2022",
            "April 28, 2022",
            "28 Apr 2565",
            "2022 Apr 28",
        ] {
            assert_eq!(read(written), Some(Date::constant(2022, 4, 28)), "{written}");
        }
    }

    #[test]
    fn what_may_mean_two_things_is_left_alone() {
        for written in [
            "28/4/65",
            "28/4",
            "31/02/2569",
            "28–29 เม.ย. 2565",
            "3 มี.ค. - 4 เม.ย. 2565",
            "พรุ่งนี้",
            "28 Foo 2022",
            "",
            "2022",
            "999999999999",
            "28/4/0000",
            "28/4/9999",
            "Maybe 3 2022",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
    }

    #[test]
    fn every_month_is_known_by_each_of_its_names() {
        for (number, (full, short, english)) in (1..).zip(MONTHS) {
            for name in [full, short, english, &english[..3]] {
                assert_eq!(read(&format!("7 {name} 2569")), Date::new(2026, number, 7).ok());
            }
        }
    }
}
