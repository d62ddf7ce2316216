//! Dates, times, numbers and lists as a language writes them, through ICU4X.
//!
//! The locale decides everything: `th-u-ca-buddhist` gives years of the Buddhist Era,
//! `en-GB-u-ca-gregory` the British order. Dates come in as ISO dates of the Common Era.

use icu::calendar::{AnyCalendar, AnyCalendarKind, Iso};
use icu::datetime::fieldsets;
use icu::datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale as IcuLocale;
use jiff::civil::{Date, Time, Weekday};

use crate::diagnostic::{Code, Problem};

/// Every formatter of one language, made once.
#[derive(Debug)]
pub struct Formats {
    full: DateTimeFormatter<fieldsets::YMDE>,
    long: DateTimeFormatter<fieldsets::YMD>,
    medium: DateTimeFormatter<fieldsets::YMD>,
    day_month: DateTimeFormatter<fieldsets::MD>,
    day_month_long: DateTimeFormatter<fieldsets::MD>,
    month_year: DateTimeFormatter<fieldsets::YM>,
    month: DateTimeFormatter<fieldsets::M>,
    weekday_long: DateTimeFormatter<fieldsets::E>,
    weekday_short: DateTimeFormatter<fieldsets::E>,
    time: NoCalendarFormatter<fieldsets::T>,
    number: DecimalFormatter,
    and: ListFormatter,
    or: ListFormatter,
    calendar: AnyCalendar,
    first_weekday: Weekday,
}

impl Formats {
    /// The formatters of a Unicode locale (UTS 35, section 3); code `language-tag-invalid`.
    pub fn new(locale: &str) -> Result<Self, Problem> {
        let refused = || Problem::new(Code::LanguageTagInvalid).text("value", locale);
        let locale: IcuLocale = locale.parse().map_err(|_| refused())?;
        Self::build(&locale).ok_or_else(refused)
    }

    fn build(locale: &IcuLocale) -> Option<Self> {
        let prefs = || locale.into();
        let week = icu::calendar::week::WeekInformation::try_new(locale.into()).ok()?;
        Some(Self {
            full: DateTimeFormatter::try_new(prefs(), fieldsets::YMDE::long()).ok()?,
            long: DateTimeFormatter::try_new(prefs(), fieldsets::YMD::long()).ok()?,
            medium: DateTimeFormatter::try_new(prefs(), fieldsets::YMD::medium()).ok()?,
            day_month: DateTimeFormatter::try_new(prefs(), fieldsets::MD::medium()).ok()?,
            day_month_long: DateTimeFormatter::try_new(prefs(), fieldsets::MD::long()).ok()?,
            month_year: DateTimeFormatter::try_new(prefs(), fieldsets::YM::long()).ok()?,
            month: DateTimeFormatter::try_new(prefs(), fieldsets::M::medium()).ok()?,
            weekday_long: DateTimeFormatter::try_new(prefs(), fieldsets::E::long()).ok()?,
            weekday_short: DateTimeFormatter::try_new(prefs(), fieldsets::E::short()).ok()?,
            time: NoCalendarFormatter::try_new(prefs(), fieldsets::T::hm()).ok()?,
            number: DecimalFormatter::try_new(
                locale.into(),
                icu::decimal::options::DecimalFormatterOptions::default(),
            )
            .ok()?,
            and: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()).ok()?,
            or: ListFormatter::try_new_or(locale.into(), ListFormatterOptions::default()).ok()?,
            calendar: AnyCalendar::new(AnyCalendarKind::try_new(locale.into()).ok()?),
            first_weekday: weekday(week.first_weekday),
        })
    }

    /// With the day of the week: "Thursday, 28 April 2022".
    pub fn date_full(&self, date: Date) -> String {
        with(date, |iso| self.full.format(iso).to_string())
    }

    /// "28 April 2022".
    pub fn date_long(&self, date: Date) -> String {
        with(date, |iso| self.long.format(iso).to_string())
    }

    /// "28 Apr 2022".
    pub fn date_medium(&self, date: Date) -> String {
        with(date, |iso| self.medium.format(iso).to_string())
    }

    /// "April 2022".
    pub fn month_year(&self, date: Date) -> String {
        with(date, |iso| self.month_year.format(iso).to_string())
    }

    /// "Apr".
    pub fn month_short(&self, date: Date) -> String {
        with(date, |iso| self.month.format(iso).to_string())
    }

    /// The year of the language's calendar, without its era: "2565".
    pub fn year(&self, date: Date) -> String {
        with(date, |iso| {
            let own = iso.to_calendar(icu::calendar::Ref(&self.calendar));
            own.year().era_year_or_related_iso().to_string()
        })
    }

    /// "Thursday".
    pub fn weekday_long(&self, date: Date) -> String {
        with(date, |iso| self.weekday_long.format(iso).to_string())
    }

    /// "Thu".
    pub fn weekday_short(&self, date: Date) -> String {
        with(date, |iso| self.weekday_short.format(iso).to_string())
    }

    /// The day that a week begins with.
    pub fn first_weekday(&self) -> Weekday {
        self.first_weekday
    }

    /// "14:00".
    pub fn time(&self, time: Time) -> String {
        let parts = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
        icu::time::Time::try_new(parts.0, parts.1, 0, 0)
            .map_or_else(|_| time.to_string(), |time| self.time.format(&time).to_string())
    }

    /// A whole number, grouped: "12,345".
    pub fn number(&self, number: i64) -> String {
        self.number.format(&Decimal::from(number)).to_string()
    }

    /// A decimal number as digits and a point, grouped: "1,250.50".
    pub fn decimal(&self, digits: &str) -> String {
        digits
            .parse::<Decimal>()
            .map_or_else(|_| digits.to_owned(), |number| self.number.format(&number).to_string())
    }

    /// "a, b and c".
    pub fn list_and(&self, items: &[String]) -> String {
        spaced(self.and.format(items.iter()).to_string(), items)
    }

    /// "a, b or c".
    pub fn list_or(&self, items: &[String]) -> String {
        spaced(self.or.format(items.iter()).to_string(), items)
    }

    /// Two days as people say them: "5–7 Oct 2026", "30 Sept – 2 Oct 2026",
    /// "31 Dec 2026 – 1 Jan 2027"; one day is that day.
    pub fn date_range_medium(&self, first: Date, last: Date) -> String {
        self.range(first, last, &self.medium, &self.day_month)
    }

    /// The same with months in full.
    pub fn date_range_long(&self, first: Date, last: Date) -> String {
        self.range(first, last, &self.long, &self.day_month_long)
    }

    fn range(
        &self,
        first: Date,
        last: Date,
        whole: &DateTimeFormatter<fieldsets::YMD>,
        without_year: &DateTimeFormatter<fieldsets::MD>,
    ) -> String {
        let end = with(last, |iso| whole.format(iso).to_string());
        if first == last {
            return end;
        }
        let start = with(first, |iso| whole.format(iso).to_string());
        if first.year() != last.year() {
            return format!("{start} – {end}");
        }
        if first.month() == last.month()
            && let Some(joined) = self.same_month(first, last, &start, &end)
        {
            return joined;
        }
        format!("{} – {end}", with(first, |iso| without_year.format(iso).to_string()))
    }

    /// Joins two days of one month where the language writes the day first.
    fn same_month(&self, first: Date, last: Date, start: &str, end: &str) -> Option<String> {
        let day = |date: Date| self.number(i64::from(date.day()));
        let rest = start.strip_prefix(&day(first))?;
        (end.strip_prefix(&day(last))? == rest).then(|| format!("{}–{end}", day(first)))
    }
}

/// CLDR joins the last item to its conjunction in scripts without spaces; before a name that reads
/// as one word, so it gets the space that the other items have.
fn spaced(list: String, items: &[String]) -> String {
    let [.., last] = items else { return list };
    match list.strip_suffix(last.as_str()) {
        Some(rest) if items.len() > 1 && !rest.ends_with(' ') => format!("{rest} {last}"),
        _ => list,
    }
}

/// Formats a date of jiff's as one of ICU4X; both count days alike (ISO 8601, proleptic).
fn with(date: Date, format: impl FnOnce(&icu::calendar::Date<Iso>) -> String) -> String {
    let month = date.month().unsigned_abs();
    let day = date.day().unsigned_abs();
    icu::calendar::Date::try_new_iso(i32::from(date.year()), month, day)
        .map_or_else(|_| date.to_string(), |iso| format(&iso))
}

fn weekday(weekday: icu::calendar::types::Weekday) -> Weekday {
    use icu::calendar::types::Weekday as Icu;
    match weekday {
        Icu::Monday => Weekday::Monday,
        Icu::Tuesday => Weekday::Tuesday,
        Icu::Wednesday => Weekday::Wednesday,
        Icu::Thursday => Weekday::Thursday,
        Icu::Friday => Weekday::Friday,
        Icu::Saturday => Weekday::Saturday,
        Icu::Sunday => Weekday::Sunday,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn th() -> Formats {
        Formats::new("th-u-ca-buddhist").unwrap()
    }

    fn en() -> Formats {
        Formats::new("en-GB-u-ca-gregory").unwrap()
    }

    #[test]
    fn dates_are_right_in_both_languages() {
        let day = date(2022, 4, 28);
        assert_eq!(th().date_full(day), "วันพฤหัสบดีที่ 28 เมษายน 2565");
        assert_eq!(th().date_long(day), "28 เมษายน 2565");
        assert_eq!(th().date_medium(day), "28 เม.ย. 2565");
        assert_eq!(th().month_year(day), "เมษายน 2565");
        assert_eq!(th().year(day), "2565");
        assert_eq!(th().month_short(day), "เม.ย.");
        assert_eq!(en().date_full(day), "Thursday, 28 April 2022");
        assert_eq!(en().date_long(day), "28 April 2022");
        assert_eq!(en().month_year(day), "April 2022");
        assert_eq!(en().year(day), "2022");
        assert_eq!(en().time(time(14, 0, 0, 0)), "14:00");
        assert_eq!(th().time(time(9, 5, 0, 0)), "09:05");
    }

    #[test]
    fn ranges_are_said_as_people_say_them() {
        let ranges = [
            (date(2026, 10, 5), date(2026, 10, 7), "5–7 ต.ค. 2569", "5–7 Oct 2026"),
            (date(2026, 9, 30), date(2026, 10, 2), "30 ก.ย. – 2 ต.ค. 2569", "30 Sept – 2 Oct 2026"),
            (
                date(2026, 12, 31),
                date(2027, 1, 1),
                "31 ธ.ค. 2569 – 1 ม.ค. 2570",
                "31 Dec 2026 – 1 Jan 2027",
            ),
            (date(2026, 10, 5), date(2026, 10, 5), "5 ต.ค. 2569", "5 Oct 2026"),
        ];
        for (first, last, thai, english) in ranges {
            assert_eq!(th().date_range_medium(first, last), thai);
            assert_eq!(en().date_range_medium(first, last), english);
        }
    }

    #[test]
    fn numbers_and_lists() {
        let items = ["ก", "ข", "ค"].map(str::to_owned);
        assert_eq!(th().number(12_345), "12,345");
        assert_eq!(en().decimal("1250.50"), "1,250.50");
        assert_eq!(en().list_and(&items), "ก, ข and ค");
        assert_eq!(th().list_and(&items), "ก ข และ ค");
    }

    #[test]
    fn every_date_of_the_calendar_can_be_said() {
        for day in [date(0, 1, 1), date(9999, 12, 31), date(-9999, 1, 1)] {
            assert!(!th().date_full(day).is_empty());
        }
        assert!(Formats::new("not a locale").is_err());
    }
}
