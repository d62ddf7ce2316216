//! An entry as it stands in lists: name, kind, summary and the short facts that decide a visit.

use jiff::civil::Date;

use super::route::Route;
use super::shelf::Shelf;
use super::speaker::{Speaker, iso, plain, text};
use super::view::{Bit, Card, Leaf, Ready, Words};
use crate::index::{Index, Item, Occurrence};
use crate::model::value::Moment;
use crate::model::{
    Address, Entry, EntryKind, Event, EventStatus, Fee, Part, Partner, Place, Role, Space, Status,
    Venue,
};

/// The badge of what is over.
const PAST: &str = "past";
/// How many further times a card knows.
const MOST_LATER: usize = 8;

/// The class that styles give a kind of entry.
pub(crate) fn class(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Partner => "partner",
        EntryKind::Space => "space",
        EntryKind::Event => "event",
    }
}

/// Makes cards for one language.
pub(crate) struct Cards<'a> {
    pub(crate) speaker: Speaker<'a>,
    pub(crate) index: &'a Index,
    pub(crate) shelf: &'a Shelf,
}

impl Cards<'_> {
    /// The cards of items, for templates.
    pub(crate) fn shown<'i>(&self, items: impl IntoIterator<Item = &'i Item>) -> Vec<Ready<Card>> {
        let shown = items
            .into_iter()
            .map(|item| self.shelf.card(self.speaker.lang(), item.entry(), || self.item(item)));
        shown.collect()
    }

    /// The cards of spaces, for templates.
    pub(crate) fn shown_spaces<'i>(
        &self,
        spaces: impl IntoIterator<Item = &'i Space>,
    ) -> Vec<Ready<Card>> {
        let shown = spaces
            .into_iter()
            .map(|space| self.shelf.card(self.speaker.lang(), &space.entry, || self.space(space)));
        shown.collect()
    }

    /// The cards of partners, for templates.
    pub(crate) fn shown_partners<'i>(
        &self,
        partners: impl IntoIterator<Item = &'i Partner>,
    ) -> Vec<Ready<Card>> {
        let shown = partners.into_iter().map(|partner| {
            self.shelf.card(self.speaker.lang(), &partner.entry, || self.partner(partner))
        });
        shown.collect()
    }

    pub(crate) fn item(&self, item: &Item) -> Card {
        match item {
            Item::Partner(it) => self.partner(it),
            Item::Space(it) => self.space(it),
            Item::Event(it) => self.event(it),
        }
    }

    fn card(&self, entry: &Entry, kind: Words, bits: Vec<Bit>) -> Card {
        let route = Route::Entry(entry.kind, entry.slug.clone());
        Card {
            class: class(entry.kind),
            url: self.speaker.url(&route),
            name: self.speaker.name(entry),
            kind,
            summary: self.speaker.words(&entry.summary),
            bits,
            leaf: None,
            ends: None,
            later: None,
            hours: None,
            past: false,
            called_off: false,
            anchor: None,
        }
    }

    pub(crate) fn partner(&self, partner: &Partner) -> Card {
        let kind = self.speaker.label(Part::PartnerKinds, &partner.kind.value);
        let roles =
            partner.roles.iter().map(|role| bit(plain(self.speaker.t(role_message(*role)))));
        self.card(&partner.entry, kind, roles.collect())
    }

    pub(crate) fn space(&self, space: &Space) -> Card {
        let kind = self.speaker.label(Part::SpaceKinds, &space.kind.value);
        let mut bits = Vec::new();
        if space.entry.status == Status::TemporarilyClosed {
            let words = plain(self.speaker.t("status-temporarily-closed"));
            bits.push(badge(words, "shut"));
        }
        if let Some(district) = &space.district {
            bits.push(bit(self.speaker.label(Part::Districts, &district.value)));
        }
        bits.extend(self.fee(space.fee.as_ref()));
        let hours = super::facets::told_hours(space).map(|hours| hours.rule().to_owned());
        Card { hours, ..self.card(&space.entry, kind, bits) }
    }

    /// An event by the next time it takes place, or, when it is over, by its first.
    pub(crate) fn event(&self, event: &Event) -> Card {
        let mut coming = self.index.calendar.coming_of(&event.entry.slug);
        match coming.next() {
            Some(next) => Card { later: later(coming), ..self.occurrence(&next) },
            None => {
                let ends = event.ends.as_ref().map(|ends| ends.value);
                self.occurrence(&Occurrence { event, starts: event.starts.value, ends })
            }
        }
    }

    /// One time that an event takes place.
    pub(crate) fn occurrence(&self, occurrence: &Occurrence<'_>) -> Card {
        let event = occurrence.event;
        let kind = self.speaker.label(Part::EventKinds, &event.kind.value);
        let mut bits: Vec<Bit> = self.event_badge(event, occurrence).into_iter().collect();
        bits.push(bit(plain(self.short_time(occurrence))));
        bits.extend(self.venue(event).map(bit));
        bits.extend(self.fee(event.fee.as_ref()));
        let mut card = self.card(&event.entry, kind, bits);
        card.leaf = Some(self.leaf(occurrence));
        card.ends = Some(ends(occurrence));
        card.past = card.bits.iter().any(|bit| bit.badge == Some(PAST));
        card.called_off =
            matches!(event.event_status, EventStatus::Cancelled | EventStatus::Postponed);
        card
    }

    fn event_badge(&self, event: &Event, occurrence: &Occurrence<'_>) -> Option<Bit> {
        let (message, badge) = match event.event_status {
            EventStatus::Cancelled => ("status-cancelled", "off"),
            EventStatus::Postponed => ("status-postponed", "off"),
            EventStatus::Full => ("status-full", "off"),
            _ if occurrence.last_day() < self.index.today => ("status-past", PAST),
            _ => return None,
        };
        Some(self::badge(plain(self.speaker.t(message)), badge))
    }

    /// The days and hours of an occurrence, as short as they can be said.
    fn short_time(&self, occurrence: &Occurrence<'_>) -> String {
        let formats = self.speaker.locale.formats();
        let (first, last) = (occurrence.first_day(), occurrence.last_day());
        if first != last {
            return formats.date_range_medium(first, last);
        }
        let day = formats.weekday_long(first);
        let (Some(from), to) = (occurrence.starts.time(), occurrence.ends.and_then(Moment::time))
        else {
            return day;
        };
        let from = self.speaker.time(from);
        match to {
            Some(to) if Some(to) != occurrence.starts.time() => {
                let to = self.speaker.time(to);
                self.speaker.say(
                    "datetime-range",
                    &[("date", text(day)), ("from", text(from)), ("to", text(to))],
                )
            }
            _ => self.speaker.say("datetime", &[("date", text(day)), ("time", text(from))]),
        }
    }

    fn leaf(&self, occurrence: &Occurrence<'_>) -> Leaf {
        let formats = self.speaker.locale.formats();
        let day: Date = occurrence.first_day();
        Leaf {
            iso: iso(occurrence.starts),
            month: formats.month_short(day),
            day: formats.number(i64::from(day.day())),
            year: formats.year(day),
        }
    }

    /// Where an event takes place, by name.
    pub(crate) fn venue(&self, event: &Event) -> Option<Words> {
        match event.venue.as_ref()? {
            Venue::Space(slug) => {
                let space = self.speaker.directory.spaces.get(&slug.value)?;
                Some(self.speaker.name(&space.entry))
            }
            Venue::Place(Place { name, .. }) => self.speaker.words(name),
        }
    }

    fn fee(&self, fee: Option<&Fee>) -> Option<Bit> {
        match fee? {
            Fee::Free => Some(badge(plain(self.speaker.t("fee-free")), "free")),
            Fee::Donation => Some(bit(plain(self.speaker.t("fee-donation")))),
            Fee::Prices(prices) => {
                let price = prices.first()?;
                Some(bit(plain(super::facts::price(self.speaker, price))))
            }
        }
    }
}

/// When an occurrence is over, for scripts: at a time, or at the end of a day.
pub(crate) fn ends(occurrence: &Occurrence<'_>) -> String {
    match occurrence.ends {
        Some(ends) if ends != occurrence.starts => iso(ends),
        _ => occurrence.last_day().to_string(),
    }
}

/// Further times of an event that may take the place of its next one while nobody builds the site:
/// `begin/end` by spaces. A card has no words for those of several days.
fn later<'o>(coming: impl Iterator<Item = Occurrence<'o>>) -> Option<String> {
    let one_day = |it: &Occurrence<'_>| it.first_day() == it.last_day();
    let times = coming.take(MOST_LATER).filter(one_day);
    let times: Vec<String> = times.map(|it| format!("{}/{}", iso(it.starts), ends(&it))).collect();
    (!times.is_empty()).then(|| times.join(" "))
}

/// A short fact without a badge.
fn bit(words: Words) -> Bit {
    Bit { words, badge: None }
}

/// A short fact as a badge of a class.
fn badge(words: Words, class: &'static str) -> Bit {
    Bit { words, badge: Some(class) }
}

/// The message that names a role.
pub(crate) fn role_message(role: Role) -> &'static str {
    match role {
        Role::Signatory => "role-signatory",
        Role::Coordinator => "role-coordinator",
        Role::Supporter => "role-supporter",
        Role::Host => "role-host",
    }
}

/// The district of an event's place, where it has its own address.
pub(crate) fn place_district(place: &Place) -> Option<&crate::model::value::Id> {
    match place.address.as_ref()? {
        Address::Structured(address) => address.district.as_ref().map(|id| &id.value),
        Address::Free(_) => None,
    }
}
