//! Opening hours as a week's table, and as people say them.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::speaker::{Speaker, text};
use super::view::{HolidayView, HoursRow, HoursView};
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
        None => Some(HoursView {
            rule: String::new(),
            week: Vec::new(),
            sentence: None,
            told: false,
            holidays: Vec::new(),
            note,
        }),
        Some(hours) => Some(HoursView {
            rule: hours.value.rule().to_owned(),
            week: hours.value.week().map(|week| rows(speaker, week, today)).unwrap_or_default(),
            sentence: hours.value.week().map(|week| sentence(speaker, week)),
            told: super::facets::told_hours(space).is_some(),
            holidays: hours
                .value
                .week()
                .map(|week| holidays(speaker, week, today))
                .unwrap_or_default(),
            note,
        }),
    }
}

/// The holidays of a year on which a week's own hours do not hold. The reader's today may be the day
/// before that of the build.
fn holidays(speaker: Speaker<'_>, week: &Week, today: Date) -> Vec<HolidayView> {
    if matches!(week.holidays(), HolidayRule::SameAsDay) {
        return Vec::new();
    }
    let (from, to) = (today.yesterday().unwrap_or(today), today.saturating_add(1.year()));
    let named = speaker.directory.holidays.range(from..to).filter_map(|(day, name)| {
        Some(HolidayView { iso: day.to_string(), name: speaker.words(name)? })
    });
    named.collect()
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
    if is_whole_day(ranges) {
        return speaker.t("hours-open-all-day");
    }
    let times: Vec<String> = ranges.iter().map(|range| said_range(speaker, *range)).collect();
    speaker.say("hours-times", &[("times", text(times.join(", ")))])
}

fn is_whole_day(ranges: &[TimeRange]) -> bool {
    matches!(ranges, [range] if (range.start(), range.end()) == (0, 1440))
}

fn said_range(speaker: Speaker<'_>, range: TimeRange) -> String {
    let (from, to) = (clock(speaker, range.opens()), clock(speaker, range.closes()));
    speaker.say("hours-range", &[("from", text(from)), ("to", text(to))])
}

/// "Open Tuesday–Sunday, 09:00–16:30. Closed on Monday and public holidays."
fn sentence(speaker: Speaker<'_>, week: &Week) -> String {
    let mut groups: Vec<(Vec<usize>, &[TimeRange])> = Vec::new();
    for (day, ranges) in week.days().iter().enumerate() {
        match groups.iter_mut().find(|(_, other)| *other == ranges.as_slice()) {
            Some((days, _)) => days.push(day),
            None => groups.push((vec![day], ranges)),
        }
    }
    let open = groups.iter().filter(|(_, ranges)| !ranges.is_empty());
    let mut open: Vec<String> =
        open.map(|(days, ranges)| group(speaker, days_said(speaker, days), ranges)).collect();
    let closed = groups.iter().filter(|(_, ranges)| ranges.is_empty());
    let mut closed: Vec<String> = closed.map(|(days, _)| days_said(speaker, days)).collect();
    match week.holidays() {
        HolidayRule::SameAsDay => {}
        HolidayRule::Closed => closed.push(speaker.t("hours-on-holidays")),
        HolidayRule::Open(ranges) => {
            open.push(group(speaker, speaker.t("hours-on-holidays"), ranges));
        }
    }
    if open.is_empty() {
        return speaker.t("hours-never");
    }
    let open = open.into_iter().reduce(|before, after| {
        speaker.say("hours-then", &[("before", text(before)), ("after", text(after))])
    });
    let open = ("open", text(open.unwrap_or_default()));
    if closed.is_empty() {
        return speaker.say("hours-sentence", &[open]);
    }
    speaker.say("hours-sentence-closed", &[open, ("closed", text(listed(speaker, closed)))])
}

/// Days and their hours: "Saturday, 09:00–12:00".
fn group(speaker: Speaker<'_>, days: String, ranges: &[TimeRange]) -> String {
    let times = if is_whole_day(ranges) {
        speaker.t("hours-all-day")
    } else {
        let times: Vec<String> = ranges.iter().map(|range| said_range(speaker, *range)).collect();
        let times = speaker.locale.formats().list_and(&times);
        speaker.say("hours-times", &[("times", text(times))])
    };
    speaker.say("hours-group", &[("days", text(days)), ("times", text(times))])
}

/// Days of the week, Monday 0, in order: three and more that follow each other, also over the
/// week's end, from the first to the last.
fn days_said(speaker: Speaker<'_>, days: &[usize]) -> String {
    if days.len() == 7 {
        return speaker.t("hours-every-day");
    }
    let has = |day: usize| days.contains(&(day % 7));
    let begins = days.iter().copied().filter(|day| !has(day + 6));
    let mut names = Vec::new();
    for first in begins {
        let length = (0..7).take_while(|step| has(first + step)).count();
        let name = |step: usize| weekday(speaker, (first + step) % 7);
        if length > 2 {
            let (from, to) = (name(0), name(length - 1));
            names.push(speaker.say("hours-days-range", &[("from", text(from)), ("to", text(to))]));
        } else {
            names.extend((0..length).map(name));
        }
    }
    speaker.say("hours-days", &[("days", text(listed(speaker, names)))])
}

fn weekday(speaker: Speaker<'_>, day: usize) -> String {
    speaker.say("hours-day", &[("day", super::speaker::count(day + 1))])
}

/// Days as a list. Names of days are short and begin with letters, so the lists of CLDR
/// are right for them as they are; [`crate::language::Formats::list_and`] sets names of any kind apart.
fn listed(speaker: Speaker<'_>, items: Vec<String>) -> String {
    let count = ("count", super::speaker::count(items.len()));
    let mut items = items.into_iter();
    let last = items.next_back().unwrap_or_default();
    let before = items.reduce(|before, after| {
        speaker.say("hours-comma", &[("before", text(before)), ("after", text(after))])
    });
    match before {
        None => last,
        Some(before) => {
            speaker.say("hours-and", &[("before", text(before)), ("after", text(last)), count])
        }
    }
}

/// A time of day; midnight at the end of a day is 24:00.
fn clock(speaker: Speaker<'_>, (hour, minute): (u8, u8)) -> String {
    let signed = |part: u8| i8::try_from(part).unwrap_or_default();
    match jiff::civil::Time::new(signed(hour), signed(minute), 0, 0) {
        Ok(time) => speaker.time(time),
        Err(_) => format!("{hour:02}:{minute:02}"),
    }
}
