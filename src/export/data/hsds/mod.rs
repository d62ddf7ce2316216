//! The directory for services that speak Open Referral: Human Services Data Specification 3.0,
//! its JSON serialisation (docs.openreferral.org, "Schema reference").
//!
//! In: the directory. Out: `data/hsds/`: partners as organisations, spaces and events as services
//! at locations. Promise: every id is a UUID of version 5 (RFC 9562 §5.5) made from the entry's
//! address, so that it is the same in every build; the required fields of each object are there.
//! The specification knows one language: texts are in the site's default one, and the name in the
//! next language is the `alternate_name`.

mod location;
mod organization;
mod schedule;
mod service;

use rayon::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::record::object;
use super::{File, Made, pretty};
use crate::model::{Entry, PhoneNumber, Text};
use crate::page::{Builder, Route, Speaker};

/// What the objects are made with: the default language, speaking.
struct Referral<'b> {
    speaker: Speaker<'b>,
    builder: &'b Builder<'b>,
}

/// The files, each a list of objects in the order of their slugs.
pub(super) fn files<'b>(
    builder: &'b Builder<'_>,
) -> impl IndexedParallelIterator<Item = File> + 'b {
    let referral = Referral { speaker: builder.speaker(&builder.locales[0]), builder };
    let lists = [List::Organizations, List::Services, List::Locations].into_par_iter();
    lists.map(move |list| (format!("data/hsds/{}.json", list.name()), referral.list(list)))
}

/// The objects of one kind, as the specification names them.
#[derive(Clone, Copy)]
enum List {
    Organizations,
    Services,
    Locations,
}

impl List {
    fn name(self) -> &'static str {
        match self {
            Self::Organizations => "organizations",
            Self::Services => "services",
            Self::Locations => "locations",
        }
    }
}

impl Referral<'_> {
    /// The file of all objects of one kind.
    fn list(&self, list: List) -> Vec<u8> {
        let directory = &self.builder.index.directory;
        let partners = directory.partners.values();
        let (spaces, events) = (directory.spaces.values(), directory.events.values());
        match list {
            List::Organizations => {
                let own = std::iter::once(self.network());
                pretty(&Made::of(own.chain(partners.map(|it| self.organization(it)))))
            }
            List::Services => {
                let spaces = spaces.map(|it| self.space_service(it));
                pretty(&Made::of(spaces.chain(events.map(|it| self.event_service(it)))))
            }
            List::Locations => pretty(&Made::of(spaces.map(|it| self.space_location(it)))),
        }
    }

    /// The id of a thing with that address.
    fn id(&self, address: &str) -> Value {
        let name = self.builder.base.absolute(address);
        Value::String(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string())
    }

    /// The address that an entry's ids are made from: its page in the default language.
    fn address(&self, entry: &Entry) -> String {
        Route::Entry(entry.kind, entry.slug.clone()).path(self.speaker.tag())
    }

    fn url(&self, entry: &Entry) -> Value {
        Value::String(self.builder.base.absolute(&self.address(entry)))
    }

    fn say(&self, text: &Text) -> Value {
        self.speaker.words(text).map(|words| words.text).into()
    }

    fn name(&self, entry: &Entry) -> Value {
        self.speaker.name(entry).text.into()
    }

    /// The name in the first other language that has one.
    fn other_name(&self, entry: &Entry) -> Value {
        let shown = self.speaker.name(entry).text;
        let other = entry.name.iter().map(|(_, name)| name).find(|name| **name != shown);
        other.map(String::as_str).into()
    }

    fn phones(&self, owner: &str, phones: &[PhoneNumber]) -> Value {
        let phone = |(place, phone): (usize, &PhoneNumber)| {
            let (number, extension) = match phone {
                PhoneNumber::Known(known) => (
                    known.e164().unwrap_or_else(|| known.national()),
                    known.extension().and_then(|it| it.parse::<u32>().ok()),
                ),
                PhoneNumber::AsWritten(written) => (written.clone(), None),
            };
            object([
                ("id", self.id(&format!("{owner}#phone-{}", place + 1))),
                ("number", number.into()),
                ("extension", extension.into()),
                ("type", "voice".into()),
            ])
        };
        phones.iter().enumerate().map(phone).collect()
    }

    /// The one to ask for, who has agreed to be named.
    fn contacts(&self, owner: &str, entry: &Entry) -> Value {
        let person = entry.contact.person.as_ref();
        let contact = person.map(|person| {
            json!({"id": self.id(&format!("{owner}#contact")), "name": self.say(&person.value)})
        });
        contact.into_iter().collect()
    }
}
