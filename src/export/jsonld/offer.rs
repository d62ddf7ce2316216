//! What an event costs and how to get a seat, as schema.org's `Offer`.

use serde_json::Value;

use super::Teller;
use super::node::{Node, text, word};
use crate::model::value::Moment;
use crate::model::{Event, EventStatus, Fee};
use crate::page::Route;
use crate::source::Spanned;

/// One offer a price; one without a price where only the registration is known.
pub(super) fn nodes(teller: &Teller<'_>, event: &Event) -> Vec<Value> {
    let offer = || base(teller, event);
    let offers = match &event.fee {
        Some(Fee::Free) => {
            let mut node = offer();
            node.set("price", "0");
            node.set("priceCurrency", "THB");
            vec![node]
        }
        Some(Fee::Prices(prices)) => prices
            .iter()
            .map(|price| {
                let mut node = offer();
                node.maybe("name", teller.speaker.words(&price.audience).map(text));
                node.set("price", price.money.decimal());
                node.set("priceCurrency", price.money.currency().code());
                node
            })
            .collect(),
        Some(Fee::Donation) | None if event.registration.is_some() => vec![offer()],
        Some(Fee::Donation) | None => Vec::new(),
    };
    offers.into_iter().map(Value::from).collect()
}

/// Where and when seats are to be had.
fn base(teller: &Teller<'_>, event: &Event) -> Node {
    let mut node = Node::new("Offer");
    let registration = event.registration.as_ref();
    let url = registration.and_then(|it| it.url.as_ref()).map(ToString::to_string);
    let own = || teller.page(&Route::Entry(event.entry.kind, event.entry.slug.clone()));
    node.set("url", url.unwrap_or_else(own));
    let moment = |moment: Spanned<Moment>| teller.speaker.zoned(moment.value);
    node.maybe("validFrom", registration.and_then(|it| it.opens).map(moment));
    node.maybe("validThrough", registration.and_then(|it| it.closes).map(moment));
    match event.event_status {
        EventStatus::Full => node.set("availability", word("SoldOut")),
        EventStatus::Scheduled | EventStatus::Rescheduled => {
            let coming = teller.index.calendar.next(&event.entry.slug).is_some();
            let closes = registration.and_then(|it| it.closes);
            let open = closes.is_none_or(|closes| closes.value.date() >= teller.index.today);
            node.maybe("availability", (coming && open).then(|| word("InStock")));
        }
        EventStatus::Cancelled | EventStatus::Postponed => {}
    }
    node
}
