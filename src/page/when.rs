//! When an event takes place, in words.

use jiff::civil::Weekday;

use super::cards::{Cards, ends};
use super::speaker::{Speaker, count, iso, text};
use super::view::{NextTime, When};
use crate::diagnostic::Argument;
use crate::index::Occurrence;
use crate::language::Width;
use crate::model::Event;
use crate::model::value::{Moment, Pattern, Recurrence};

/// How many further times a page names.
const MOST_NEXT: usize = 10;

/// The next time, or the first of an event that is over; then the times to come.
pub(crate) fn view(cards: &Cards<'_>, event: &Event) -> When {
    let speaker = cards.speaker;
    let calendar = &cards.index.calendar;
    let mut coming = calendar.coming_of(&event.entry.slug);
    let first = Occurrence {
        event,
        starts: event.starts.value,
        ends: event.ends.as_ref().map(|ends| ends.value),
    };
    let shown =
        coming.next().map_or(first, |it| Occurrence { event, starts: it.starts, ends: it.ends });
    let next: Vec<NextTime> = coming
        .take(MOST_NEXT)
        .map(|it| NextTime { iso: iso(it.starts), text: said(speaker, &it), ends: ends(&it) })
        .collect();
    let except = event.except.iter().filter(|day| **day >= cards.index.today);
    When {
        iso: iso(shown.starts),
        text: said(speaker, &shown),
        ends: ends(&shown),
        repeats: event.repeats.as_ref().and_then(|rule| repeats(speaker, rule, event)),
        except: except.map(|day| speaker.day_full(*day)).collect(),
        next,
    }
}

/// A rule in words, where it is simple enough: "Every Saturday until 31 March 2027".
fn repeats(speaker: Speaker<'_>, rule: &Recurrence, event: &Event) -> Option<String> {
    let formats = speaker.locale.formats();
    let day_name = |day: Weekday| formats.weekday(day, Width::Long).to_owned();
    let each = rule.interval() == 1;
    let interval = ("interval", count(rule.interval() as usize));
    let said = match rule.pattern()? {
        Pattern::Daily if each => speaker.t("repeats-daily"),
        Pattern::Daily => speaker.say("repeats-interval-daily", &[interval]),
        Pattern::Weekly(days) => {
            let days =
                if days.is_empty() { vec![event.starts.value.date().weekday()] } else { days };
            let names: Vec<String> = days.into_iter().map(day_name).collect();
            let days = ("days", text(formats.list_and(&names)));
            if each {
                speaker.say("repeats-weekly", &[days])
            } else {
                speaker.say("repeats-interval-weekly", &[interval, days])
            }
        }
        Pattern::Monthly if each => speaker.t("repeats-monthly"),
        Pattern::Monthly => speaker.say("repeats-interval-monthly", &[interval]),
        Pattern::MonthlyDay(day) if each => {
            let day = ("day", count(usize::from(day.unsigned_abs())));
            speaker.say("repeats-monthly-day", &[day])
        }
        Pattern::MonthlyWeekday(order, day) if each => speaker.say(
            "repeats-monthly-weekday",
            &[("order", Argument::Number(i64::from(order))), ("day", text(day_name(day)))],
        ),
        Pattern::MonthlyDay(_) | Pattern::MonthlyWeekday(..) => return None,
        Pattern::Yearly if each => speaker.t("repeats-yearly"),
        Pattern::Yearly => speaker.say("repeats-interval-yearly", &[interval]),
    };
    Some(match (rule.until(), rule.count()) {
        (Some(until), _) => {
            let date = ("date", text(speaker.day(until.date()).text));
            speaker.say("repeats-until", &[("rule", text(said)), date])
        }
        (None, Some(times)) => {
            speaker.say("repeats-count", &[("rule", text(said)), ("count", count(times as usize))])
        }
        (None, None) => said,
    })
}

/// An occurrence in full.
pub(crate) fn said(speaker: Speaker<'_>, occurrence: &Occurrence<'_>) -> String {
    let (first, last) = (occurrence.first_day(), occurrence.last_day());
    let formats = speaker.locale.formats();
    if first != last {
        return match (occurrence.starts, occurrence.ends) {
            (Moment::Time(_), Some(ends @ Moment::Time(_))) => {
                let (from, to) = (speaker.moment(occurrence.starts), speaker.moment(ends));
                speaker.say("datetime-span", &[("from", text(from.text)), ("to", text(to.text))])
            }
            _ => formats.date_range_long(first, last),
        };
    }
    let ends = occurrence.ends.and_then(Moment::time);
    match (occurrence.starts.time(), ends) {
        (Some(from), Some(to)) if from != to => {
            let date = formats.date_full(first);
            let (from, to) = (speaker.time(from), speaker.time(to));
            speaker.say(
                "datetime-range",
                &[("date", text(date)), ("from", text(from)), ("to", text(to))],
            )
        }
        _ => speaker.moment(occurrence.starts).text,
    }
}
