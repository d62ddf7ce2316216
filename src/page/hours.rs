//! Opening hours as a week's table.

use jiff::civil::{Date, Weekday};

use super::speaker::{Speaker, text};
use super::view::{HoursRow, HoursView};
use super::when::some_date;
use crate::model::Space;
use crate::model::value::{HolidayRule, TimeRange, Week};

/// Names of the days for machines, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The hours of a space; nothing where neither a rule nor a note is known.
pub(crate) fn view(speaker: Speaker<'_>, space: &Space, today: Date) -> Option<HoursView> {
    let note = speaker.words(&space.hours_note);
    match &space.hours {
        None if note.is_none() => None,
        None => Some(HoursView { rule: String::new(), week: Vec::new(), note }),
        Some(hours) => Some(HoursView {
            rule: hours.value.rule().to_owned(),
            week: hours.value.week().map(|week| rows(speaker, week, today)).unwrap_or_default(),
            note,
        }),
    }
}

fn rows(speaker: Speaker<'_>, week: &Week, today: Date) -> Vec<HoursRow> {
    // The week begins with the day the language begins it with.
    let first = speaker.locale.formats().first_weekday().to_monday_zero_offset();
    let order = (0..7).map(|step| (usize::from(first.unsigned_abs()) + step) % 7);
    let mut rows: Vec<HoursRow> = order
        .map(|day| {
            let ranges = &week.days()[day];
            let this = today.weekday().to_monday_zero_offset();
            HoursRow {
                day: DAYS[day],
                label: speaker.locale.formats().weekday_long(some_date(weekday(day))),
                text: said(speaker, ranges),
                closed: ranges.is_empty(),
                today: usize::from(this.unsigned_abs()) == day,
            }
        })
        .collect();
    let holidays = match week.holidays() {
        HolidayRule::SameAsDay => return rows,
        HolidayRule::Closed => &[][..],
        HolidayRule::Open(ranges) => ranges.as_slice(),
    };
    rows.push(HoursRow {
        day: "holidays",
        label: speaker.t("hours-holidays"),
        text: said(speaker, holidays),
        closed: holidays.is_empty(),
        today: false,
    });
    rows
}

/// The day of the week by its place, Monday 0.
fn weekday(day: usize) -> Weekday {
    let offset = i8::try_from(day).unwrap_or_default();
    Weekday::from_monday_zero_offset(offset).unwrap_or(Weekday::Monday)
}

fn said(speaker: Speaker<'_>, ranges: &[TimeRange]) -> String {
    if ranges.is_empty() {
        return speaker.t("hours-closed");
    }
    let one = |range: &TimeRange| {
        if range.start() == 0 && range.end() == 1440 {
            return speaker.t("hours-open-all-day");
        }
        let (from, to) = (clock(speaker, range.opens()), clock(speaker, range.closes()));
        speaker.say("hours-range", &[("from", text(from)), ("to", text(to))])
    };
    ranges.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A time of day; midnight at the end of a day is 24:00.
fn clock(speaker: Speaker<'_>, (hour, minute): (u8, u8)) -> String {
    let signed = |part: u8| i8::try_from(part).unwrap_or_default();
    match jiff::civil::Time::new(signed(hour), signed(minute), 0, 0) {
        Ok(time) => speaker.time(time),
        Err(_) => format!("{hour:02}:{minute:02}"),
    }
}
