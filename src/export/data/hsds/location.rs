//! HSDS 3.0 `location` (required: `id`, `location_type`), `address` (required: `id`, `address_1`,
//! `city`, `state_province`, `postal_code`, `country`, `address_type`) and `accessibility`.

use serde_json::{Value, json};

use super::Referral;
use crate::export::data::record::object;
use crate::model::value::{Id, Location};
use crate::model::{Address, Entry, Part, Place, Space, Text};
use crate::page::{access_label, access_level};

impl Referral<'_> {
    /// Where a space is.
    pub(super) fn space_location(&self, space: &Space) -> Value {
        let district = space.district.as_ref().map(|id| &id.value);
        let mut location = self.location(&space.entry, district);
        let owner = format!("{}#location", self.address(&space.entry));
        if space.online {
            location["location_type"] = "virtual".into();
        }
        let transport = self.say(&space.transport);
        if !transport.is_null() {
            location["transportation"] = transport;
        }
        let access: Vec<Value> = space
            .access
            .iter()
            .map(|(feature, level)| {
                json!({
                    "id": self.id(&format!("{owner}-{}", feature.as_str())),
                    "description": self.speaker.t(access_label(*feature)),
                    "details": self.speaker.t(access_level(Some(*level)).1),
                })
            })
            .collect();
        if !access.is_empty() {
            location["accessibility"] = Value::Array(access);
        }
        location
    }

    /// Where any entry is.
    pub(super) fn location(&self, entry: &Entry, district: Option<&Id>) -> Value {
        let owner = format!("{}#location", self.address(entry));
        let place = Known {
            owner,
            name: &entry.name,
            address: entry.address.as_ref(),
            location: entry.location.as_ref().map(|it| it.value),
            district,
        };
        let mut location = self.known(&place);
        location["url"] = self.url(entry);
        location
    }

    /// A place of an event that is no entry.
    pub(super) fn event_location(&self, entry: &Entry, place: &Place) -> Value {
        self.known(&Known {
            owner: format!("{}#location", self.address(entry)),
            name: &place.name,
            address: place.address.as_ref(),
            location: place.location.as_ref().map(|it| it.value),
            district: None,
        })
    }

    /// Where something is to be found on the web.
    pub(super) fn virtual_location(&self, entry: &Entry, url: &str) -> Value {
        let id = self.id(&format!("{}#online", self.address(entry)));
        json!({"id": id, "location_type": "virtual", "url": url})
    }

    fn known(&self, place: &Known<'_>) -> Value {
        let parts = self.parts(place.address, place.district);
        let address = parts.complete().map(|mut address| {
            address["id"] = self.id(&format!("{}-address", place.owner));
            address
        });
        // An address that lacks a required part is told in words.
        let words = if address.is_none() { parts.words() } else { None };
        object([
            ("id", self.id(&place.owner)),
            ("location_type", "physical".into()),
            ("name", self.say(place.name)),
            ("description", words.into()),
            ("latitude", place.location.map(Location::latitude).into()),
            ("longitude", place.location.map(Location::longitude).into()),
            ("addresses", address.into_iter().collect()),
        ])
    }

    fn parts(&self, address: Option<&Address>, district: Option<&Id>) -> Parts {
        let words =
            |text: Option<&Text>| text.and_then(|it| self.speaker.words(it)).map(|it| it.text);
        let label = |id: &Id| self.speaker.label(Part::Districts, id).text;
        match address {
            None => Parts { city: district.map(label), ..Parts::default() },
            Some(Address::Free(free)) => {
                Parts { line: words(Some(free)), city: district.map(label), ..Parts::default() }
            }
            Some(Address::Structured(parts)) => Parts {
                line: words(parts.line.as_ref()),
                subdistrict: words(parts.subdistrict.as_ref()),
                city: district.or(parts.district.as_ref().map(|id| &id.value)).map(label),
                province: words(parts.province.as_ref()),
                postcode: parts.postcode.as_ref().map(ToString::to_string),
            },
        }
    }
}

/// What is known of a place.
struct Known<'p> {
    owner: String,
    name: &'p Text,
    address: Option<&'p Address>,
    location: Option<Location>,
    district: Option<&'p Id>,
}

/// The parts of an address, in words.
#[derive(Default)]
struct Parts {
    line: Option<String>,
    subdistrict: Option<String>,
    city: Option<String>,
    province: Option<String>,
    postcode: Option<String>,
}

impl Parts {
    /// An address with every part that is required.
    fn complete(&self) -> Option<Value> {
        let line = self.line.as_ref().or(self.subdistrict.as_ref())?;
        let region = self.subdistrict.as_ref().filter(|it| *it != line);
        Some(object([
            ("address_1", line.as_str().into()),
            ("region", region.map(String::as_str).into()),
            ("city", self.city.as_deref()?.into()),
            ("state_province", self.province.as_deref()?.into()),
            ("postal_code", self.postcode.as_deref()?.into()),
            // The parts are those of a Thai address.
            ("country", "TH".into()),
            ("address_type", "physical".into()),
        ]))
    }

    fn words(&self) -> Option<String> {
        let parts = [&self.line, &self.subdistrict, &self.city, &self.province, &self.postcode];
        let known: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        (!known.is_empty()).then(|| known.join(" "))
    }
}
