//! The calendar: what is coming by month, and a month as a grid.

use jiff::civil::Date;

use super::cards::Cards;
use super::route::Route;
use super::speaker::plain;
use super::view::{AgendaMonth, CalendarView, DayCell, Link, MonthView, Weekday, Words};
use crate::index::{Month, Occurrence};
use crate::language::Width;

/// What is coming, by month.
pub(crate) fn calendar(cards: &Cards<'_>) -> CalendarView {
    let mut months: Vec<(Month, AgendaMonth)> = Vec::new();
    for occurrence in cards.index.calendar.coming() {
        let month = Month::of(occurrence.first_day().max(cards.index.today));
        if months.last().is_none_or(|(last, _)| *last != month) {
            months.push((month, agenda(cards, month)));
        }
        if let Some((_, agenda)) = months.last_mut() {
            agenda.cards.push(cards.occurrence(&occurrence));
        }
    }
    let pages = cards.index.calendar.months().map(|month| month_link(cards, month));
    CalendarView {
        months: months.into_iter().map(|(_, month)| month).collect(),
        pages: pages.collect(),
    }
}

fn agenda(cards: &Cards<'_>, month: Month) -> AgendaMonth {
    AgendaMonth {
        heading: heading(cards, month),
        anchor: format!("month-{:04}-{:02}", month.year, month.month),
        url: cards.speaker.url(&Route::Month(month)),
        cards: Vec::new(),
    }
}

/// "December 2026".
pub(crate) fn heading(cards: &Cards<'_>, month: Month) -> String {
    let first = month.first_day();
    first.map(|first| cards.speaker.locale.formats().month_year(first)).unwrap_or_default()
}

fn month_link(cards: &Cards<'_>, month: Month) -> Link {
    let route = Route::Month(month);
    Link {
        current: month == Month::of(cards.index.today),
        ..cards.speaker.link(&route, plain(heading(cards, month)))
    }
}

/// A month.
pub(crate) fn month(cards: &Cards<'_>, month: Month) -> MonthView {
    let calendar = &cards.index.calendar;
    let occurrences: Vec<Occurrence<'_>> = calendar.in_month(month).collect();
    let days = days_of(month);
    let shown = occurrences.iter().map(|it| {
        let mut card = cards.occurrence(it);
        let first = days.first().copied().unwrap_or(it.first_day());
        card.anchor = Some(anchor(it, first));
        card
    });
    let mut cards_of_month: Vec<_> = shown.collect();
    keep_first_anchors(&mut cards_of_month);
    let before = calendar.months().take_while(|other| *other < month).last();
    let after = calendar.months().find(|other| *other > month);
    MonthView {
        heading: heading(cards, month),
        weekdays: weekdays(cards),
        weeks: weeks(cards, &days, &occurrences),
        holidays: holidays(cards, &days),
        cards: cards_of_month,
        previous: before.map(|month| month_link(cards, month)),
        next: after.map(|month| month_link(cards, month)),
        calendar_url: cards.speaker.url(&Route::Calendar),
    }
}

fn days_of(month: Month) -> Vec<Date> {
    let Some(first) = month.first_day() else { return Vec::new() };
    first
        .series(jiff::Span::new().days(1))
        .take(usize::from(first.days_in_month().unsigned_abs()))
        .collect()
}

/// The anchor of an occurrence: its first day that lies in the month.
fn anchor(occurrence: &Occurrence<'_>, month_begins: Date) -> String {
    format!("d{}", occurrence.first_day().max(month_begins).day())
}

/// An anchor stands once on a page: at the first card of its day.
fn keep_first_anchors(cards: &mut [super::view::Card]) {
    let mut seen = std::collections::BTreeSet::new();
    for card in cards {
        if card.anchor.as_ref().is_some_and(|anchor| !seen.insert(anchor.clone())) {
            card.anchor = None;
        }
    }
}

fn weekdays(cards: &Cards<'_>) -> Vec<Weekday> {
    let formats = cards.speaker.locale.formats();
    let name = |day, width| formats.weekday(day, width).to_owned();
    let head = |day| Weekday { short: name(day, Width::Narrow), long: name(day, Width::Long) };
    formats.week().into_iter().map(head).collect()
}

fn weeks(cards: &Cards<'_>, days: &[Date], occurrences: &[Occurrence<'_>]) -> Vec<Vec<DayCell>> {
    let Some(first) = days.first() else { return Vec::new() };
    let begins = cards.speaker.locale.formats().first_weekday();
    let before = first.weekday().since(begins).unsigned_abs();
    let blanks = std::iter::repeat_with(DayCell::default).take(usize::from(before));
    let mut cells: Vec<DayCell> =
        blanks.chain(days.iter().map(|day| cell(cards, *day, *first, occurrences))).collect();
    while !cells.len().is_multiple_of(7) {
        cells.push(DayCell::default());
    }
    let mut weeks = Vec::new();
    while !cells.is_empty() {
        let rest = cells.split_off(7.min(cells.len()));
        weeks.push(std::mem::replace(&mut cells, rest));
    }
    weeks
}

fn cell(
    cards: &Cards<'_>,
    day: Date,
    month_begins: Date,
    occurrences: &[Occurrence<'_>],
) -> DayCell {
    let here: Vec<_> =
        occurrences.iter().filter(|it| it.first_day() <= day && day <= it.last_day()).collect();
    DayCell {
        number: Some(cards.speaker.number(usize::from(day.day().unsigned_abs()))),
        iso: Some(day.to_string()),
        holiday: holiday(cards, day),
        anchor: here.first().map(|it| anchor(it, month_begins)),
        events: here.iter().map(|it| cards.speaker.name(&it.event.entry)).collect(),
        today: day == cards.index.today,
    }
}

fn holiday(cards: &Cards<'_>, day: Date) -> Option<Words> {
    let name = cards.speaker.directory.holidays.get(&day)?;
    cards.speaker.words(name)
}

fn holidays(cards: &Cards<'_>, days: &[Date]) -> Vec<Words> {
    let named = days.iter().filter_map(|day| {
        let name = holiday(cards, *day)?;
        Some(Words { text: format!("{} {}", day.day(), name.text), lang: name.lang })
    });
    named.collect()
}
