//! Everything known about an entry, in the order people ask.

use super::cards::Cards;
use super::route::Route;
use super::speaker::{Speaker, plain, text};
use super::view::{
    AccessView, BookingView, ContactView, Facts, FeeView, Link, PhoneView, PlaceView, PriceView,
};
use super::{hours, when};
use crate::index::Item;
use crate::model::value::{Ages, Id, Location, SpokenLanguage};
use crate::model::{
    AccessFeature, AccessLevel, Address, Booking, Contact, EntryKind, Event, Fee, Part, Partner,
    PhoneNumber, Price, Registration, Space, Venue,
};
use crate::source::Spanned;

/// The facts of any entry.
pub(crate) fn facts(cards: &Cards<'_>, item: &Item) -> Facts {
    match item {
        Item::Partner(it) => partner(cards, it),
        Item::Space(it) => space(cards, it),
        Item::Event(it) => event(cards, it),
    }
}

fn partner(cards: &Cards<'_>, partner: &Partner) -> Facts {
    let speaker = cards.speaker;
    let entry = &partner.entry;
    Facts {
        place: place(speaker, entry.address.as_ref(), entry.location.as_ref(), None),
        contact: contact(speaker, &entry.contact),
        roles: partner
            .roles
            .iter()
            .map(|role| speaker.t(super::cards::role_message(*role)))
            .collect(),
        joined: partner.joined.map(|date| speaker.day(date)),
        ..Facts::default()
    }
}

fn space(cards: &Cards<'_>, space: &Space) -> Facts {
    let speaker = cards.speaker;
    let entry = &space.entry;
    let district = space.district.as_ref().map(|id| &id.value);
    Facts {
        hours: hours::view(speaker, space, cards.index.today),
        place: place(speaker, entry.address.as_ref(), entry.location.as_ref(), district),
        online: space.online,
        fee: space.fee.as_ref().map(|fee| self::fee(speaker, fee)),
        audiences: audiences(speaker, &space.audiences),
        ages: space.ages.map(|ages| self::ages(speaker, ages)),
        booking: space.booking.as_ref().map(|booking| self::booking(speaker, booking)),
        transport: speaker.words(&space.transport),
        access: access(speaker, space),
        amenities: space
            .amenities
            .iter()
            .map(|id| speaker.label(Part::Amenities, &id.value))
            .collect(),
        capacity: space.capacity.map(|people| speaker.number(people as usize)),
        languages: languages(speaker, &space.languages),
        contact: contact(speaker, &entry.contact),
        part_of: space.part_of.as_ref().and_then(|slug| {
            let whole = speaker.directory.spaces.get(&slug.value)?;
            let route = Route::Entry(EntryKind::Space, slug.value.clone());
            Some(speaker.link(&route, speaker.name(&whole.entry)))
        }),
        ..Facts::default()
    }
}

fn event(cards: &Cards<'_>, event: &Event) -> Facts {
    let speaker = cards.speaker;
    let entry = &event.entry;
    Facts {
        when: Some(when::view(cards, event)),
        place: event_place(speaker, event),
        online_url: event.online_url.as_ref().map(ToString::to_string),
        fee: event.fee.as_ref().map(|fee| self::fee(speaker, fee)),
        audiences: audiences(speaker, &event.audiences),
        ages: event.ages.map(|ages| self::ages(speaker, ages)),
        booking: event.registration.as_ref().map(|it| registration(speaker, it)),
        languages: languages(speaker, &event.languages),
        contact: contact(speaker, &entry.contact),
        ..Facts::default()
    }
}

/// Where an event takes place: in a space, at a place of its own, or at the entry's own address.
pub(crate) fn event_place(speaker: Speaker<'_>, event: &Event) -> Option<PlaceView> {
    let entry = &event.entry;
    match &event.venue {
        Some(Venue::Space(slug)) => speaker.directory.spaces.get(&slug.value).map(|space| {
            let route = Route::Entry(EntryKind::Space, slug.value.clone());
            let district = space.district.as_ref().map(|id| &id.value);
            let (address, location) = (space.entry.address.as_ref(), space.entry.location.as_ref());
            let mut view = place(speaker, address, location, district).unwrap_or_else(empty_place);
            view.name = Some(speaker.link(&route, speaker.name(&space.entry)));
            view
        }),
        Some(Venue::Place(own)) => {
            let district = super::cards::place_district(own);
            let mut view = place(speaker, own.address.as_ref(), own.location.as_ref(), district)
                .unwrap_or_else(empty_place);
            view.words = speaker.words(&own.name);
            Some(view)
        }
        None => place(speaker, entry.address.as_ref(), entry.location.as_ref(), None),
    }
}

fn empty_place() -> PlaceView {
    PlaceView {
        name: None,
        words: None,
        address: Vec::new(),
        district_at: None,
        district: None,
        geo: None,
        map_url: None,
    }
}

fn place(
    speaker: Speaker<'_>,
    address: Option<&Address>,
    location: Option<&Spanned<Location>>,
    district: Option<&Id>,
) -> Option<PlaceView> {
    let mut view = empty_place();
    let mut district = district;
    match address {
        Some(Address::Free(free)) => view.address.extend(speaker.words(free)),
        Some(Address::Structured(parts)) => {
            district = district.or(parts.district.as_ref().map(|id| &id.value));
            view.address.extend(parts.line.as_ref().and_then(|it| speaker.words(it)));
            view.address.extend(parts.subdistrict.as_ref().and_then(|it| speaker.words(it)));
            view.district_at =
                district.is_some().then_some(view.address.len()).filter(|before| *before > 0);
            let province = parts.province.as_ref().and_then(|it| speaker.words(it));
            let postcode = parts.postcode.as_ref().map(|it| plain(it.to_string()));
            view.address.extend(province.into_iter().chain(postcode));
        }
        None => {}
    }
    view.district = district.map(|id| {
        speaker.link(&Route::Term(Part::Districts, id.clone()), speaker.label(Part::Districts, id))
    });
    if let Some(location) = location {
        let (latitude, longitude) = (location.value.latitude(), location.value.longitude());
        view.geo = Some(format!("geo:{latitude},{longitude}"));
        view.map_url = Some(map_url(location.value));
    }
    let known = !view.address.is_empty() || view.district.is_some() || view.geo.is_some();
    known.then_some(view)
}

/// A map of a place on the web.
pub(crate) fn map_url(location: Location) -> String {
    let (latitude, longitude) = (location.latitude(), location.longitude());
    format!(
        "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
    )
}

fn audiences(speaker: Speaker<'_>, ids: &[Spanned<Id>]) -> Vec<Link> {
    let link = |id: &Id| {
        speaker.link(&Route::Term(Part::Audiences, id.clone()), speaker.label(Part::Audiences, id))
    };
    ids.iter().map(|id| link(&id.value)).collect()
}

fn ages(speaker: Speaker<'_>, ages: Ages) -> String {
    let number = |age: u8| super::speaker::count(usize::from(age));
    match (ages.from(), ages.to()) {
        (Some(from), Some(to)) if from == to => speaker.say("ages-one", &[("age", number(from))]),
        (Some(from), Some(to)) => {
            speaker.say("ages-range", &[("from", number(from)), ("to", number(to))])
        }
        (Some(from), None) => speaker.say("ages-from", &[("from", number(from))]),
        (None, Some(to)) => speaker.say("ages-to", &[("to", number(to))]),
        (None, None) => String::new(),
    }
}

fn fee(speaker: Speaker<'_>, fee: &Fee) -> FeeView {
    let (class, message, prices) = match fee {
        Fee::Free => ("free", "fee-free", Vec::new()),
        Fee::Donation => ("donation", "fee-donation", Vec::new()),
        Fee::Prices(prices) => {
            let prices = prices.iter().map(|it| PriceView {
                text: price(speaker, it),
                audience: speaker.words(&it.audience),
            });
            ("paid", "fee-paid", prices.collect())
        }
    };
    FeeView { class, label: speaker.t(message), prices }
}

/// "60 baht".
pub(crate) fn price(speaker: Speaker<'_>, price: &Price) -> String {
    if price.money.is_zero() {
        return speaker.t("fee-free");
    }
    let amount = speaker.locale.formats().decimal(&price.money.decimal());
    let currency = price.money.currency().code();
    speaker.say("price", &[("amount", text(amount)), ("currency", text(currency))])
}

fn booking(speaker: Speaker<'_>, booking: &Booking) -> BookingView {
    BookingView {
        required: booking.required,
        url: booking.url.as_ref().map(ToString::to_string),
        phones: phones(speaker, &booking.phones),
        opens: None,
        closes: None,
        seats: None,
    }
}

fn registration(speaker: Speaker<'_>, registration: &Registration) -> BookingView {
    BookingView {
        required: None,
        url: registration.url.as_ref().map(ToString::to_string),
        phones: phones(speaker, &registration.phones),
        opens: registration.opens.map(|moment| speaker.moment(moment.value)),
        closes: registration.closes.map(|moment| speaker.moment(moment.value)),
        seats: registration.seats.map(|seats| speaker.number(seats as usize)),
    }
}

/// The message that names an access feature.
pub(crate) fn access_label(feature: AccessFeature) -> &'static str {
    match feature {
        AccessFeature::Wheelchair => "access-wheelchair",
        AccessFeature::StepFree => "access-step-free",
        AccessFeature::Toilet => "access-toilet",
        AccessFeature::Parking => "access-parking",
        AccessFeature::HearingLoop => "access-hearing-loop",
        AccessFeature::SignLanguage => "access-sign-language",
        AccessFeature::Braille => "access-braille",
        AccessFeature::QuietRoom => "access-quiet-room",
    }
}

/// How far an access feature is there, for style sheets, and the message that says so.
pub(crate) fn access_level(level: Option<AccessLevel>) -> (&'static str, &'static str) {
    match level {
        Some(AccessLevel::Yes) => ("yes", "access-level-yes"),
        Some(AccessLevel::Limited) => ("limited", "access-level-limited"),
        Some(AccessLevel::No) => ("no", "access-level-no"),
        None => ("unknown", "access-level-unknown"),
    }
}

fn access(speaker: Speaker<'_>, space: &Space) -> Vec<AccessView> {
    let view = |feature: &AccessFeature| {
        let (level, message) = access_level(space.access.get(feature).copied());
        let label = speaker.t(access_label(*feature));
        AccessView { label, level, level_label: speaker.t(message) }
    };
    AccessFeature::ALL.iter().map(view).collect()
}

/// Spoken languages by the names that the locale has for them, else by their tags.
fn languages(speaker: Speaker<'_>, tags: &[SpokenLanguage]) -> Option<String> {
    let name = |tag: &SpokenLanguage| {
        let id = format!("spoken-{tag}");
        if speaker.locale.has(&id) { speaker.t(&id) } else { tag.to_string() }
    };
    let names: Vec<String> = tags.iter().map(name).collect();
    (!names.is_empty()).then(|| speaker.locale.formats().list_and(&names))
}

/// How to reach someone; nothing where nothing is known.
pub(crate) fn contact(speaker: Speaker<'_>, contact: &Contact) -> Option<ContactView> {
    if contact.is_empty() {
        return None;
    }
    let link = |url: &str, label: &str| Link {
        url: url.to_owned(),
        label: plain(label),
        count: None,
        current: false,
    };
    Some(ContactView {
        phones: phones(speaker, &contact.phones),
        email: contact.email.as_ref().map(ToString::to_string),
        website: contact.website.as_ref().map(|it| link(it.as_str(), bare(it.as_str()))),
        line: contact.line.as_ref().map(|it| link(it.href(), it.as_str())),
        facebook: contact.facebook.as_ref().map(|it| link(it.href(), it.as_str())),
        person: contact.person.as_ref().and_then(|person| speaker.words(&person.value)),
    })
}

/// A web address as people say it.
fn bare(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/')
}

fn phones(speaker: Speaker<'_>, phones: &[PhoneNumber]) -> Vec<PhoneView> {
    let view = |phone: &PhoneNumber| match phone {
        PhoneNumber::Known(phone) => {
            let international = speaker.locale.writes_phones_internationally();
            let text = if international { phone.international() } else { phone.national() };
            let text = match phone.extension() {
                Some(extension) => speaker.say(
                    "phone-extension",
                    &[("number", self::text(text)), ("extension", self::text(extension))],
                ),
                None => text,
            };
            PhoneView { text, url: Some(phone.href()) }
        }
        PhoneNumber::AsWritten(written) => PhoneView { text: written.clone(), url: None },
    };
    phones.iter().map(view).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_web_address_is_shown_without_its_ceremony() {
        assert_eq!(super::bare("https://www.kku.ac.th/"), "kku.ac.th");
    }
}
