//! Opening hours as a week's table.

use jiff::civil::{Date, Weekday};

use super::speaker::{Speaker, text};
use super::view::{HoursRow, HoursView};
use crate::language::Width;
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
    let formats = speaker.locale.formats();
    let row = |day: Weekday| {
        let at = usize::from(day.to_monday_zero_offset().unsigned_abs());
        let ranges = &week.days()[at];
        HoursRow {
            day: DAYS[at],
            label: formats.weekday(day, Width::Long).to_owned(),
            text: said(speaker, ranges),
            closed: ranges.is_empty(),
            today: today.weekday() == day,
        }
    };
    let mut rows: Vec<HoursRow> = formats.week().into_iter().map(row).collect();
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

fn said(speaker: Speaker<'_>, ranges: &[TimeRange]) -> String {
    if ranges.is_empty() {
        return speaker.t("hours-closed");
    }
    let one = |range: &TimeRange| {
        if range.start() == 0 && range.end() == 1440 {
            return speaker.t("hours-open-all-day");
        }
        let (from, to) = (clock(speaker, range.opens()), clock(speaker, range.closes()));
        speaker.say("time-range", &[("from", text(from)), ("to", text(to))])
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
