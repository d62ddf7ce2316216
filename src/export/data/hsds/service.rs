//! HSDS 3.0 `service` (required: `id`, `name`, `status`; as a table also `organization_id`),
//! `service_at_location`, `cost_option` and `language` (each requires an `id`).

use serde_json::{Value, json};

use super::Referral;
use crate::export::data::record::{amount, object};
use crate::model::value::{Ages, Email, Id, Slug, SpokenLanguage};
use crate::model::{Entry, Event, EventStatus, Fee, Part, Space, Status, Venue};
use crate::source::Spanned;

/// What spaces and events have in common.
struct Offer<'o> {
    entry: &'o Entry,
    status: &'static str,
    partners: &'o [Spanned<Slug>],
    audiences: &'o [Spanned<Id>],
    ages: Option<Ages>,
    fee: Option<&'o Fee>,
    languages: &'o [SpokenLanguage],
    schedules: Vec<Value>,
    locations: Vec<Value>,
    application: Option<String>,
}

impl Referral<'_> {
    /// What a space offers.
    pub(super) fn space_service(&self, space: &Space) -> Value {
        let entry = &space.entry;
        let mut schedules = Vec::new();
        let note = self.say(&space.hours_note);
        if let Some(hours) = &space.hours {
            schedules = self.hours(&self.address(entry), &hours.value, note);
        }
        let online = entry.contact.website.as_ref().filter(|_| space.online);
        let online = online.map(|url| self.virtual_location(entry, url.as_str()));
        self.service(Offer {
            entry,
            status: match entry.status {
                Status::Active => "active",
                Status::TemporarilyClosed => "temporarily closed",
                Status::Closed => "defunct",
            },
            partners: &space.partners,
            audiences: &space.audiences,
            ages: space.ages,
            fee: space.fee.as_ref(),
            languages: &space.languages,
            schedules,
            locations: vec![online.unwrap_or_else(|| self.space_location(space))],
            application: space
                .booking
                .as_ref()
                .and_then(|it| it.url.as_ref())
                .map(ToString::to_string),
        })
    }

    /// What an event offers.
    pub(super) fn event_service(&self, event: &Event) -> Value {
        let entry = &event.entry;
        let coming = self.builder.index.calendar.next(&entry.slug).is_some();
        let spaces = &self.speaker.directory.spaces;
        let place = match &event.venue {
            Some(Venue::Space(slug)) => spaces.get(&slug.value).map(|it| self.space_location(it)),
            Some(Venue::Place(place)) => Some(self.event_location(entry, place)),
            None => (entry.address.is_some() || entry.location.is_some())
                .then(|| self.location(entry, None)),
        };
        let online = event.online_url.as_ref();
        let online = online.map(|url| self.virtual_location(entry, url.as_str()));
        let registration = event.registration.as_ref().and_then(|it| it.url.as_ref());
        self.service(Offer {
            entry,
            status: match event.event_status {
                EventStatus::Cancelled => "defunct",
                EventStatus::Postponed => "inactive",
                _ if coming => "active",
                _ => "inactive",
            },
            partners: &event.partners,
            audiences: &event.audiences,
            ages: event.ages,
            fee: event.fee.as_ref(),
            languages: &event.languages,
            schedules: vec![self.times(event)],
            locations: place.into_iter().chain(online).collect(),
            application: registration.map(ToString::to_string),
        })
    }

    fn service(&self, offer: Offer<'_>) -> Value {
        let speaker = self.speaker;
        let entry = offer.entry;
        let address = self.address(entry);
        let partners = offer.partners.iter();
        let mut partners = partners.filter_map(|slug| speaker.directory.partners.get(&slug.value));
        let partner = partners.next().map(|partner| self.id(&self.address(&partner.entry)));
        let audiences = offer.audiences.iter();
        let audiences: Vec<String> =
            audiences.map(|id| speaker.label(Part::Audiences, &id.value).text).collect();
        let for_whom =
            (!audiences.is_empty()).then(|| speaker.locale.formats().list_and(&audiences));
        let at = |(place, location): (usize, Value)| {
            let id = self.id(&format!("{address}#at-{}", place + 1));
            json!({"id": id, "location": location})
        };
        let today = self.builder.index.today;
        let alert = entry.alert.as_ref().filter(|alert| alert.until >= today);
        object([
            ("id", self.id(&format!("{address}#service"))),
            ("organization_id", partner.unwrap_or_else(|| self.network_id())),
            ("name", self.name(entry)),
            ("alternate_name", self.other_name(entry)),
            ("description", self.say(&entry.summary)),
            ("url", self.url(entry)),
            ("email", entry.contact.email.as_ref().map(Email::as_str).into()),
            ("status", offer.status.into()),
            ("application_process", offer.application.into()),
            ("fees_description", self.fees(offer.fee)),
            ("eligibility_description", for_whom.into()),
            ("minimum_age", offer.ages.and_then(Ages::from).into()),
            ("maximum_age", offer.ages.and_then(Ages::to).into()),
            ("assured_date", entry.verified.as_ref().map(|it| it.on.to_string()).into()),
            ("alert", alert.map_or(Value::Null, |alert| self.say(&alert.text))),
            ("phones", self.phones(&format!("{address}#service"), &entry.contact.phones)),
            ("schedules", Value::Array(offer.schedules)),
            ("service_at_locations", offer.locations.into_iter().enumerate().map(at).collect()),
            ("languages", self.spoken(&address, offer.languages)),
            ("cost_options", self.costs(&address, offer.fee)),
            ("contacts", self.contacts(&format!("{address}#service"), entry)),
        ])
    }

    fn fees(&self, fee: Option<&Fee>) -> Value {
        let message = match fee {
            None => return Value::Null,
            Some(Fee::Free) => "fee-free",
            Some(Fee::Donation) => "fee-donation",
            Some(Fee::Prices(_)) => "fee-paid",
        };
        Value::String(self.speaker.t(message))
    }

    fn costs(&self, address: &str, fee: Option<&Fee>) -> Value {
        let Some(Fee::Prices(prices)) = fee else { return Value::Null };
        let cost = |(place, price): (usize, &crate::model::Price)| {
            object([
                ("id", self.id(&format!("{address}#cost-{}", place + 1))),
                ("option", self.say(&price.audience)),
                ("currency", price.money.currency().code().into()),
                ("amount", amount(&price.money.decimal())),
            ])
        };
        prices.iter().enumerate().map(cost).collect()
    }

    fn spoken(&self, address: &str, languages: &[SpokenLanguage]) -> Value {
        let spoken = |tag: &SpokenLanguage| {
            let message = format!("spoken-{tag}");
            let known = self.speaker.locale.has(&message);
            let name = if known { self.speaker.t(&message) } else { tag.to_string() };
            let code = tag.identifier().language.as_str();
            json!({"id": self.id(&format!("{address}#language-{tag}")), "name": name, "code": code})
        };
        languages.iter().map(spoken).collect()
    }
}
