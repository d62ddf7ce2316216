//! Dates, times and lists as people write them.
//!
//! In: a Unicode locale (`th-u-ca-buddhist`), and civil dates and times of the Common Era. Out:
//! text in the locale's calendar and digits. Everything is loaded when [`Formats`] is built; from
//! then on nothing fails and any thread may format.

use icu::{
    calendar::{Date as IcuDate, Iso, types::RataDie},
    datetime::{
        DateTimeFormatter, DateTimeFormatterPreferences, NoCalendarFormatter,
        fieldsets::{M, T, Y, YM, YMD, YMDE},
        input::Time as IcuTime,
        parts,
        preferences::CalendarAlgorithm,
    },
    locale::{Locale, extensions::unicode::key},
};
use jiff::civil::{Date, Time};

use super::{
    date_range::date_range,
    list::Lists,
    names::{Names, Width},
    number::Numbers,
    pieces::pieces,
};
use crate::diagnostic::{Code, Problem};

/// One locale's way to write dates, times, numbers and lists.
#[derive(Debug)]
pub struct Formats {
    full: DateTimeFormatter<YMDE>,
    long: DateTimeFormatter<YMD>,
    medium: DateTimeFormatter<YMD>,
    month_year: DateTimeFormatter<YM>,
    month: DateTimeFormatter<M>,
    year: DateTimeFormatter<Y>,
    time: NoCalendarFormatter<T>,
    numbers: Numbers,
    pub(super) names: Names,
    pub(super) lists: Lists,
}

impl Formats {
    /// Loads what a locale needs. Refuses what is no Unicode locale, and a calendar
    /// (`-u-ca-…`) that CLDR does not have, which would otherwise quietly be the usual one.
    pub fn new(locale: &str) -> Result<Self, Problem> {
        let refused = || Problem::new(Code::LanguageTagInvalid).text("value", locale);
        let parsed: Locale = locale.trim().parse().map_err(|_| refused())?;
        let calendar = parsed.extensions.unicode.keywords.get(&key!("ca"));
        if calendar.is_some_and(|calendar| CalendarAlgorithm::try_from(calendar).is_err()) {
            return Err(refused());
        }
        Self::load(&parsed).ok_or_else(refused)
    }

    /// `None` where ICU4X has no data, which is never so with the data compiled in.
    fn load(locale: &Locale) -> Option<Self> {
        let preferences = DateTimeFormatterPreferences::from(locale);
        macro_rules! dates {
            ($fields:expr) => {
                DateTimeFormatter::try_new(preferences, $fields).ok()?
            };
        }
        Some(Self {
            full: dates!(YMDE::long()),
            long: dates!(YMD::long()),
            medium: dates!(YMD::medium()),
            month_year: dates!(YM::long()),
            month: dates!(M::medium()),
            year: dates!(Y::long()),
            time: NoCalendarFormatter::try_new(preferences, T::hm()).ok()?,
            numbers: Numbers::new(locale)?,
            names: Names::new(locale)?,
            lists: Lists::new(locale)?,
        })
    }

    /// A date with the day of the week: `วันพฤหัสบดีที่ 28 เมษายน 2565`, `Thursday, 28 April 2022`.
    pub fn date_full(&self, date: Date) -> String {
        self.full.format(&converted(date)).to_string()
    }

    /// A date with the name of the month: `28 เมษายน 2565`, `28 April 2022`.
    pub fn date_long(&self, date: Date) -> String {
        self.long.format(&converted(date)).to_string()
    }

    /// A date with the month cut short: `28 เม.ย. 2565`, `28 Apr 2022`.
    pub fn date_medium(&self, date: Date) -> String {
        self.medium.format(&converted(date)).to_string()
    }

    /// A range of days, both included, saying once what both have in common:
    /// `5–7 ตุลาคม 2569`. A range of one day is that day.
    pub fn date_range_long(&self, from: Date, to: Date) -> String {
        date_range(&self.long, from, to)
    }

    /// The same with months cut short: `5–7 ต.ค. 2569`, `30 ก.ย. – 2 ต.ค. 2569`,
    /// `31 ธ.ค. 2569 – 1 ม.ค. 2570`.
    pub fn date_range_medium(&self, from: Date, to: Date) -> String {
        date_range(&self.medium, from, to)
    }

    /// Month and year: `เมษายน 2565`.
    pub fn month_year(&self, date: Date) -> String {
        self.month_year.format(&converted(date)).to_string()
    }

    /// The month alone, cut short: `เม.ย.`
    pub fn month_short(&self, date: Date) -> String {
        self.month.format(&converted(date)).to_string()
    }

    /// The bare number of the year, for places where nobody needs the era: `2565`.
    pub fn year(&self, date: Date) -> String {
        let year = self.year.format(&converted(date));
        let number = pieces(&year).into_iter().find(|piece| piece.part == Some(parts::YEAR));
        number.map_or_else(|| year.to_string(), |piece| piece.text)
    }

    /// The day of the week of a date: `วันพฤหัสบดี`, `Thursday`.
    pub fn weekday_long(&self, date: Date) -> String {
        self.weekday(date.weekday(), Width::Long).to_owned()
    }

    /// A time of day without its unit: `14:00`.
    pub fn time(&self, time: Time) -> String {
        let [hour, minute, second] =
            [time.hour(), time.minute(), time.second()].map(i8::unsigned_abs);
        // Both libraries know the same hours of the day.
        let time = IcuTime::try_new(hour, minute, second, 0).unwrap_or(IcuTime::start_of_day());
        self.time.format(&time).to_string()
    }

    /// A count: `12,345`.
    pub fn number(&self, number: i64) -> String {
        self.numbers.integer(number)
    }

    /// A decimal number given as digits and a point, with as many decimals: `1,250.50`. What is
    /// no number is handed back.
    pub fn decimal(&self, digits: &str) -> String {
        self.numbers.decimal(digits).unwrap_or_else(|| digits.to_owned())
    }
}

/// The same day for ICU4X, counted in days from the epoch because that cannot fail.
pub(super) fn converted(date: Date) -> IcuDate<Iso> {
    /// 1 January 1970 as a fixed day number.
    const EPOCH: i64 = 719_163;
    let days = date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24;
    IcuDate::from_rata_die(RataDie::new(EPOCH + days), Iso)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn both() -> [Formats; 2] {
        ["th-u-ca-buddhist", "en-GB-u-ca-gregory"].map(|locale| Formats::new(locale).unwrap())
    }

    #[track_caller]
    fn golden(format: impl Fn(&Formats) -> String, thai: &str, english: &str) {
        assert_eq!(both().map(|formats| format(&formats)), [thai, english]);
    }

    #[test]
    fn dates_read_as_people_write_them() {
        let day = date(2022, 4, 28);
        golden(|f| f.date_full(day), "วันพฤหัสบดีที่ 28 เมษายน 2565", "Thursday, 28 April 2022");
        golden(|f| f.date_long(day), "28 เมษายน 2565", "28 April 2022");
        golden(|f| f.date_medium(day), "28 เม.ย. 2565", "28 Apr 2022");
        golden(|f| f.month_year(day), "เมษายน 2565", "April 2022");
        golden(|f| f.month_short(day), "เม.ย.", "Apr");
        golden(|f| f.year(day), "2565", "2022");
        golden(|f| f.weekday_long(day), "วันพฤหัสบดี", "Thursday");
        golden(|f| f.time(jiff::civil::time(14, 0, 0, 0)), "14:00", "14:00");
        golden(|f| f.time(jiff::civil::time(8, 5, 59, 0)), "08:05", "08:05");
        golden(|f| f.date_long(date(2024, 2, 29)), "29 กุมภาพันธ์ 2567", "29 February 2024");
        golden(|f| f.date_full(date(1961, 5, 5)), "วันศุกร์ที่ 5 พฤษภาคม 2504", "Friday, 5 May 1961");
    }

    #[test]
    fn the_locale_chooses_calendar_and_digits() {
        let read = |locale| Formats::new(locale).unwrap().date_long(date(2022, 4, 28));
        assert_eq!(read("th"), "28 เมษายน 2565");
        assert_eq!(read("th-u-nu-thai"), "๒๘ เมษายน ๒๕๖๕");
        assert_eq!(read("th-u-ca-gregory"), "28 เมษายน ค.ศ. 2022");
        assert_eq!(read("en-GB-u-ca-buddhist"), "28 April 2565 BE");
        assert_eq!(read("de"), "28. April 2022");
        let year = |locale| Formats::new(locale).unwrap().year(date(2022, 4, 28));
        assert_eq!(["th-u-nu-thai", "en-GB-u-ca-buddhist"].map(year), ["๒๕๖๕", "2565"]);
    }

    #[test]
    fn every_date_can_be_written() {
        for formats in both() {
            for day in [Date::MIN, Date::MAX, date(0, 1, 1), date(-1, 12, 31)] {
                assert!(!formats.date_full(day).is_empty());
                assert!(!formats.year(day).is_empty());
            }
        }
    }

    #[test]
    fn what_is_no_locale_is_refused() {
        for locale in ["", "ไทย", "thai_language_of_thailand", "th-u-ca-budhist", "th--x"] {
            let problem = Formats::new(locale).unwrap_err();
            assert_eq!(problem.code, Code::LanguageTagInvalid, "{locale}");
        }
    }

    #[test]
    fn formats_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Formats>();
    }
}
