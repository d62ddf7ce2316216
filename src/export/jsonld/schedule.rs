//! A recurrence rule (RFC 5545 §3.3.10) as schema.org's `Schedule`.

use jiff::civil::Time;
use serde_json::Value;

use super::Teller;
use super::node::Node;
use crate::model::Event;
use crate::model::value::{Frequency, Moment, Recurrence};

/// As much of a rule as schema.org has words for.
pub(super) fn node(teller: &Teller<'_>, event: &Event, rule: &Recurrence) -> Node {
    let mut node = Node::new("Schedule");
    let unit = match rule.frequency() {
        Frequency::Daily => 'D',
        Frequency::Weekly => 'W',
        Frequency::Monthly => 'M',
        Frequency::Yearly => 'Y',
    };
    node.set("repeatFrequency", format!("P{}{unit}", rule.interval()));
    let canonical = rule.canonical();
    for (key, value) in canonical.split(';').filter_map(|part| part.split_once('=')) {
        let words = || value.split(',').map(Value::from).collect();
        let numbers = || value.split(',').filter_map(number).collect();
        match key {
            // Text in iCalendar's syntax: `SA`, `1MO`, `-1FR`.
            "BYDAY" => node.list("byDay", words()),
            "BYMONTH" => node.list("byMonth", numbers()),
            "BYMONTHDAY" => node.list("byMonthDay", numbers()),
            _ => {}
        }
    }
    node.maybe("repeatCount", rule.count());
    let starts = event.starts.value;
    node.set("startDate", starts.date().to_string());
    node.maybe("endDate", rule.until().map(|until| until.date().to_string()));
    let clock =
        |time: Time| format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    node.maybe("startTime", starts.time().map(clock));
    let ends = event.ends.as_ref().and_then(|ends: &_| Moment::time(ends.value));
    node.maybe("endTime", ends.map(clock));
    node.set("scheduleTimezone", teller.speaker.directory.site.time_zone.name());
    let except = event.except.iter().map(|day| Value::String(day.to_string()));
    node.list("exceptDate", except.collect());
    node
}

fn number(text: &str) -> Option<Value> {
    text.parse::<i64>().ok().map(Value::from)
}
