//! When an event takes place, in words.

use super::cards::Cards;
use super::speaker::{Speaker, iso, text};
use super::view::{Day, When};
use crate::index::Occurrence;
use crate::model::Event;
use crate::model::value::Moment;

/// How many further times a page names.
const MOST_NEXT: usize = 10;

/// The next time, or the first of an event that is over; then the times to come.
pub(crate) fn view(cards: &Cards<'_, '_>, event: &Event) -> When {
    let speaker = cards.speaker;
    let calendar = &cards.index.calendar;
    let mut coming = calendar.coming().filter(|it| it.event.entry.slug == event.entry.slug);
    let first = Occurrence {
        event,
        starts: event.starts.value,
        ends: event.ends.as_ref().map(|ends| ends.value),
    };
    let shown =
        coming.next().map_or(first, |it| Occurrence { event, starts: it.starts, ends: it.ends });
    let next: Vec<Day> = if event.repeats.is_some() || !event.also.is_empty() {
        coming.take(MOST_NEXT).map(|it| speaker.day_full(it.first_day())).collect()
    } else {
        Vec::new()
    };
    let except = event.except.iter().filter(|day| **day >= cards.index.today);
    When {
        iso: iso(shown.starts),
        text: said(speaker, &shown),
        repeats: None,
        except: except.map(|day| speaker.day_full(*day)).collect(),
        next,
    }
}

/// An occurrence in full.
pub(crate) fn said(speaker: Speaker<'_>, occurrence: &Occurrence<'_>) -> String {
    let (first, last) = (occurrence.first_day(), occurrence.last_day());
    let formats = speaker.locale.formats();
    if first != last {
        return match (occurrence.starts, occurrence.ends) {
            (Moment::Time(_), Some(ends @ Moment::Time(_))) => {
                let (from, to) = (speaker.moment(occurrence.starts), speaker.moment(ends));
                format!("{} – {}", from.text, to.text)
            }
            _ => formats.date_range_long(first, last),
        };
    }
    let ends = occurrence.ends.and_then(Moment::time);
    match (occurrence.starts.time(), ends) {
        (Some(from), Some(to)) if from != to => {
            let date = formats.date_full(first);
            let (from, to) = (speaker.time(from), speaker.time(to));
            speaker
                .say("event-time", &[("date", text(date)), ("from", text(from)), ("to", text(to))])
        }
        _ => speaker.moment(occurrence.starts).text,
    }
}
