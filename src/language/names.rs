//! Names of the days of the week, and its order.

use icu::{
    calendar::{Date as IcuDate, Gregorian, week::WeekInformation},
    datetime::{
        DateTimeFormatterPreferences,
        fieldsets::enums::DateFieldSet,
        pattern::{DateTimePattern, FixedCalendarDateTimeNames},
    },
    locale::Locale,
};
use jiff::civil::{Date, Weekday};
use writeable::TryWriteable;

use super::{Formats, format::converted};

/// How long the name of a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// `วันจันทร์`, `Monday`.
    Long,
    /// `จันทร์`, `Mon`.
    Short,
    /// `จ`, `M`: for the head of a calendar, where the place says which day is meant.
    Narrow,
}

/// The names, spelt out when the locale is loaded.
#[derive(Debug)]
pub(super) struct Names {
    first: Weekday,
    days: [[String; 7]; 3],
}

impl Names {
    /// Loads what the locale needs; `None` where ICU4X has no data.
    pub(super) fn new(locale: &Locale) -> Option<Self> {
        // Names that stand alone, not in a date: the pattern `c` of UTS 35.
        let spell = |pattern| Spelling::new(locale, pattern);
        let days = [spell("cccc")?, spell("ccc")?, spell("ccccc")?];
        let week = WeekInformation::try_new(locale.into()).ok()?;
        Some(Self {
            first: weekday(week.first_weekday),
            days: days.map(|spelling| std::array::from_fn(|at| spelling.name(day(at)))),
        })
    }
}

impl Formats {
    /// The day that a week begins with: Sunday in Thailand, Monday in Britain.
    pub fn first_weekday(&self) -> Weekday {
        self.names.first
    }

    /// The seven days in the order of the week.
    pub fn week(&self) -> [Weekday; 7] {
        std::array::from_fn(|at| {
            self.names.first.wrapping_add(i64::try_from(at).unwrap_or_default())
        })
    }

    /// The name of a day of the week.
    pub fn weekday(&self, day: Weekday, width: Width) -> &str {
        let at = usize::try_from(day.to_monday_zero_offset()).unwrap_or_default();
        &self.names.days[width as usize][at]
    }
}

struct Spelling {
    names: FixedCalendarDateTimeNames<Gregorian, DateFieldSet>,
    pattern: DateTimePattern,
}

impl Spelling {
    fn new(locale: &Locale, pattern: &str) -> Option<Self> {
        let pattern = DateTimePattern::try_from_pattern_str(pattern).ok()?;
        let preferences = DateTimeFormatterPreferences::from(locale);
        let mut names = FixedCalendarDateTimeNames::try_new(preferences).ok()?;
        names.include_for_pattern(&pattern).ok()?;
        Some(Self { names, pattern })
    }

    fn name(&self, date: Date) -> String {
        let date: IcuDate<Gregorian> = converted(date).to_calendar(Gregorian);
        let formatter = self.names.with_pattern_unchecked(&self.pattern);
        // It could only fail for a name that was not loaded, and then writes the day in English.
        let name = formatter.format(&date);
        name.try_write_to_string().map_or_else(|(_, name)| name.into(), Into::into)
    }
}

/// A day of the week, counted from Monday, which is 0.
fn day(offset: usize) -> Date {
    // 1 January 2001 was a Monday.
    let date = i8::try_from(offset + 1).ok().and_then(|day| Date::new(2001, 1, day).ok());
    date.unwrap_or(Date::constant(2001, 1, 1))
}

fn weekday(day: icu::calendar::types::Weekday) -> Weekday {
    // Both count from Monday, which is 1.
    Weekday::from_monday_one_offset(day as i8).unwrap_or(Weekday::Monday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(locale: &str, width: Width) -> String {
        let formats = Formats::new(locale).unwrap();
        formats.week().map(|day| formats.weekday(day, width).to_owned()).join(" ")
    }

    #[test]
    fn weeks_begin_where_cldr_says() {
        assert_eq!(
            week("th-u-ca-buddhist", Width::Long),
            "วันอาทิตย์ วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์"
        );
        assert_eq!(week("th", Width::Short), "อาทิตย์ จันทร์ อังคาร พุธ พฤหัส ศุกร์ เสาร์");
        assert_eq!(week("th", Width::Narrow), "อา จ อ พ พฤ ศ ส");
        assert_eq!(week("en-GB", Width::Short), "Mon Tue Wed Thu Fri Sat Sun");
        assert_eq!(week("en-GB", Width::Narrow), "M T W T F S S");
        assert_eq!(Formats::new("en-US").unwrap().first_weekday(), Weekday::Sunday);
        assert_eq!(Formats::new("en-GB-u-fw-wed").unwrap().first_weekday(), Weekday::Wednesday);
    }
}
