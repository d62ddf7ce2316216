//! HSDS 3.0 `schedule` (requires an `id`): as much of RFC 5545 as the specification has. It knows
//! weeks and months only; every other rule stands in `notes`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Referral;
use crate::export::data::record::object;
use crate::model::Event;
use crate::model::value::{Frequency, Hours, Moment, Recurrence, TimeRange, Week};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Referral<'_> {
    /// Opening hours: a schedule for each range of hours; the rule itself where it is no week.
    pub(super) fn hours(&self, address: &str, hours: &Hours, note: Value) -> Vec<Value> {
        let id = |number: usize| self.id(&format!("{address}#schedule-{number}"));
        let Some(week) = hours.week() else {
            let rule = format!("opening_hours: {}", hours.rule());
            return vec![object([("id", id(1)), ("description", note), ("notes", rule.into())])];
        };
        let ranges = ranges(week).into_iter().enumerate();
        let told = ranges.map(|(place, (range, days))| {
            let clock =
                |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}{}", self.offset());
            object([
                ("id", id(place + 1)),
                ("freq", "WEEKLY".into()),
                ("byday", days.join(",").into()),
                ("opens_at", clock(range.opens()).into()),
                ("closes_at", clock(closes(range)).into()),
                ("description", note.clone()),
                ("notes", format!("opening_hours: {}", hours.rule()).into()),
            ])
        });
        told.collect()
    }

    /// When an event takes place.
    pub(super) fn times(&self, event: &Event) -> Value {
        let starts = event.starts.value;
        let ends = event.ends.as_ref().map(|ends| ends.value);
        let clock = |moment: Moment| {
            let time = moment.time()?;
            Some(format!("{:02}:{:02}{}", time.hour(), time.minute(), self.offset()))
        };
        let rule = event.repeats.as_ref();
        let spoken =
            rule.filter(|rule| matches!(rule.frequency(), Frequency::Weekly | Frequency::Monthly));
        let canonical = spoken.map(Recurrence::canonical).unwrap_or_default();
        let part = |name: &str| -> Value {
            let parts = canonical.split(';').filter_map(|part| part.split_once('='));
            parts.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value).into()
        };
        object([
            ("id", self.id(&format!("{}#schedule-1", self.address(&event.entry)))),
            ("dtstart", starts.date().to_string().into()),
            ("valid_from", starts.date().to_string().into()),
            // Without a rule it is over when it ends.
            ("valid_to", ends.filter(|_| rule.is_none()).map(|it| it.date().to_string()).into()),
            ("freq", part("FREQ")),
            ("byday", part("BYDAY")),
            ("bymonthday", part("BYMONTHDAY")),
            ("interval", spoken.map(Recurrence::interval).into()),
            ("count", spoken.and_then(Recurrence::count).into()),
            ("until", spoken.and_then(Recurrence::until).map(|it| it.date().to_string()).into()),
            ("opens_at", clock(starts).into()),
            ("closes_at", ends.and_then(clock).into()),
            ("schedule_link", self.url(&event.entry)),
            ("notes", rule.map(|rule| format!("RRULE:{rule}")).into()),
        ])
    }

    /// The zone's offset on the day of the build: `+07:00`.
    fn offset(&self) -> String {
        let zone = self.speaker.directory.site.time_zone.rules().clone();
        let noon = self.builder.index.today.at(12, 0, 0, 0).to_zoned_datetime(zone);
        noon.map_or_else(|_| String::new(), |it| it.strftime("%:z").to_string())
    }
}

/// Every range of hours with the days that have it, by its beginning.
fn ranges(week: &Week) -> Vec<(TimeRange, Vec<&'static str>)> {
    let mut all: BTreeMap<TimeRange, Vec<&'static str>> = BTreeMap::new();
    for (day, hours) in week.days().iter().enumerate() {
        for range in hours {
            all.entry(*range).or_default().push(DAYS[day]);
        }
    }
    all.into_iter().collect()
}

/// When it closes; 24:00 is no time of day, and the minute before it is.
fn closes(range: TimeRange) -> (u8, u8) {
    match range.closes() {
        (24, _) => (23, 59),
        closes => closes,
    }
}
