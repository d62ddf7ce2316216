//! Times that no clock in town shows: where a zone puts its clocks forward, an hour is left out.

use jiff::tz::{AmbiguousOffset, TimeZone};

use super::Findings;
use crate::diagnostic::{Code, Problem};
use crate::entries::Content;
use crate::model::Event;
use crate::model::value::Moment;
use crate::source::Spanned;

pub(super) fn check(content: &Content, findings: &mut Findings<'_>) {
    let Some(site) = &content.site else { return };
    let rules = site.time_zone.rules();
    for event in content.events.values() {
        for moment in moments(event) {
            let Some(later) = shown_instead(rules, moment.value) else { continue };
            let problem = Problem::new(Code::TimeSkipped).suggest(later.to_string());
            findings.report(problem.at(moment.span), &event.entry);
        }
    }
}

/// Every moment that an event states. Those that recur are none of them: a rule may well fall into
/// the hour, and RFC 5545, section 3.3.5, says what time is meant then.
fn moments(event: &Event) -> impl Iterator<Item = &Spanned<Moment>> {
    let registration = event.registration.as_ref();
    let opens = registration.and_then(|it| it.opens.as_ref());
    let closes = registration.and_then(|it| it.closes.as_ref());
    let further = [event.ends.as_ref(), event.previous_start.as_ref(), opens, closes];
    std::iter::once(&event.starts).chain(further.into_iter().flatten())
}

/// What the clocks show where they leave out the time of a moment; nothing where they show it.
fn shown_instead(rules: &TimeZone, moment: Moment) -> Option<Moment> {
    let Moment::Time(time) = moment else { return None };
    let ambiguous = rules.to_ambiguous_zoned_datetime(time);
    if !matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
        return None;
    }
    // Outside the years that can be told there is nothing to suggest.
    Some(Moment::Time(ambiguous.later().ok()?.datetime()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_that_is_left_out_is_told() {
        let instead = |zone: &str, time: &str| {
            let time = time.parse().unwrap();
            shown_instead(&TimeZone::get(zone).unwrap(), Moment::Time(time))
                .map(|it| it.to_string())
        };
        let skipped = Some("2026-03-29T03:30".to_owned());
        assert_eq!(instead("Europe/Berlin", "2026-03-29T02:30"), skipped);
        assert_eq!(instead("Europe/Berlin", "2026-03-29T03:00"), None);
        // What comes twice is shown.
        assert_eq!(instead("Europe/Berlin", "2026-10-25T02:30"), None);
        assert_eq!(instead("Asia/Bangkok", "2026-03-29T02:30"), None);
    }
}
