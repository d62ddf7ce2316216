//! Partners, spaces and events as records: every field of the content format that pages show.

use serde_json::{Map, Value, json};

use super::record::{
    Record, address, ages, contact, fee, location, maybe_text, object, per_language, phones, place,
    text,
};
use crate::language::Languages;
use crate::model::value::{Id, WebAddress};
use crate::model::{
    Entry, EntryKind, Event, Partner, Picture, Place, Role, Space, Text, Venue, VerificationMethod,
};
use crate::page::{Builder, Route};
use crate::source::Spanned;

/// What records are made with.
#[derive(Clone, Copy)]
pub(super) struct Source<'b> {
    pub(super) builder: &'b Builder<'b>,
}

impl<'b> Source<'b> {
    fn languages(self) -> &'b Languages {
        &self.builder.index.directory.site.languages
    }

    /// A partner.
    pub(super) fn partner(self, partner: &Partner) -> Record {
        let languages = self.languages();
        let mut record = self.opening(&partner.entry, &partner.kind);
        record.set("abbreviation", text(&partner.abbreviation, languages));
        record.set("roles", partner.roles.iter().map(|it: &Role| it.as_str()).collect::<Value>());
        record.set("joined", partner.joined.map(|date| date.to_string()));
        record.set("logo", self.picture(partner.logo.as_ref()));
        self.place(&mut record, &partner.entry);
        self.closing(&mut record, &partner.entry);
        record
    }

    /// A space.
    pub(super) fn space(self, space: &Space) -> Record {
        let languages = self.languages();
        let mut record = self.opening(&space.entry, &space.kind);
        record.set("partners", slugs(&space.partners));
        record.set("part_of", space.part_of.as_ref().map(|slug| slug.value.as_str()));
        record.set("district", space.district.as_ref().map(|id| id.value.as_str()));
        self.place(&mut record, &space.entry);
        record.set("online", space.online);
        record.set("audiences", ids(&space.audiences));
        record.set("ages", ages(space.ages));
        record.set("hours", space.hours.as_ref().map(|hours| hours.value.rule()));
        record.set("hours_note", text(&space.hours_note, languages));
        record.set("fee", fee(space.fee.as_ref(), languages));
        let booking = space.booking.as_ref().map(|booking| {
            object([
                ("required", booking.required.into()),
                ("url", booking.url.as_ref().map(WebAddress::as_str).into()),
                ("phone", phones(&booking.phones)),
            ])
        });
        record.set("booking", booking.unwrap_or_default());
        let access = space.access.iter();
        let access =
            access.map(|(feature, level)| (feature.as_str().to_owned(), level.as_str().into()));
        record.set("access", Value::Object(access.collect::<Map<_, _>>()));
        record.set("amenities", ids(&space.amenities));
        record.set("capacity", space.capacity);
        record.set("languages", strings(&space.languages));
        record.set("transport", text(&space.transport, languages));
        self.closing(&mut record, &space.entry);
        record
    }

    /// An event.
    pub(super) fn event(self, event: &Event) -> Record {
        let languages = self.languages();
        let speaker = self.builder.speaker(&self.builder.locales[0]);
        let entry = &event.entry;
        let mut record = self.opening(entry, &event.kind);
        record.set("event_status", event.event_status.as_str());
        record.set("starts", speaker.zoned(event.starts.value));
        record.set("ends", event.ends.as_ref().map(|ends| speaker.zoned(ends.value)));
        record.set("repeats", event.repeats.as_ref().map(ToString::to_string));
        record.set("except", strings(&event.except));
        record.set("also", strings(&event.also));
        record.set("previous_start", event.previous_start.map(|it| speaker.zoned(it.value)));
        match &event.venue {
            Some(Venue::Space(slug)) => record.set("space", slug.value.as_str()),
            Some(Venue::Place(own)) => record.set("place", place(own, languages)),
            None => {
                let own = Place {
                    name: Text::default(),
                    address: entry.address.clone(),
                    location: entry.location,
                };
                record.set("place", place(&own, languages));
            }
        }
        record.set("online_url", event.online_url.as_ref().map(WebAddress::as_str));
        record.set("partners", slugs(&event.partners));
        record.set("audiences", ids(&event.audiences));
        record.set("ages", ages(event.ages));
        record.set("fee", fee(event.fee.as_ref(), languages));
        record.set("languages", strings(&event.languages));
        let registration = event.registration.as_ref().map(|it| {
            object([
                ("url", it.url.as_ref().map(WebAddress::as_str).into()),
                ("phone", phones(&it.phones)),
                ("opens", it.opens.map(|it| speaker.zoned(it.value)).into()),
                ("closes", it.closes.map(|it| speaker.zoned(it.value)).into()),
                ("seats", it.seats.into()),
            ])
        });
        record.set("registration", registration.unwrap_or_default());
        self.closing(&mut record, entry);
        record
    }

    /// What every entry begins with.
    fn opening(self, entry: &Entry, kind: &Spanned<Id>) -> Record {
        let languages = self.languages();
        let mut record = Record::default();
        record.set("slug", entry.slug.as_str());
        let pages = languages.iter().map(|(_, tag)| {
            let route = Route::Entry(entry.kind, entry.slug.clone());
            let url = self.builder.base.absolute(&route.path(tag.as_str()));
            (tag.to_string(), Value::String(url))
        });
        record.set("url", Value::Object(pages.collect::<Map<_, _>>()));
        record.set("name", text(&entry.name, languages));
        record.set("kind", kind.value.as_str());
        if entry.kind != EntryKind::Event {
            record.set("status", entry.status.as_str());
        }
        record.set("summary", text(&entry.summary, languages));
        record.set("aliases", entry.aliases.iter().map(String::as_str).collect::<Value>());
        record
    }

    /// Where it is.
    fn place(self, record: &mut Record, entry: &Entry) {
        let languages = self.languages();
        record.set("address", entry.address.as_ref().map(|it| address(it, languages)));
        record.set("location", entry.location.as_ref().map(|it| location(it.value)));
    }

    /// What every entry ends with.
    fn closing(self, record: &mut Record, entry: &Entry) {
        let languages = self.languages();
        record.set("contact", contact(&entry.contact, languages));
        record.set("themes", ids(&entry.themes));
        record.set("building_blocks", entry.building_blocks.iter().copied().collect::<Value>());
        record.set("sdgs", entry.sdgs.iter().copied().collect::<Value>());
        record.set("image", self.picture(entry.image.as_ref()));
        let gallery = entry.gallery.iter().map(|picture| self.picture(Some(picture)));
        record.set("gallery", gallery.collect::<Value>());
        let today = self.builder.index.today;
        let alert = entry.alert.as_ref().filter(|alert| alert.until >= today).map(
            |alert| json!({"text": text(&alert.text, languages), "until": alert.until.to_string()}),
        );
        record.set("alert", alert.unwrap_or_default());
        let verified = entry.verified.as_ref().map(|it| {
            object([
                ("on", it.on.to_string().into()),
                ("by", maybe_text(it.by.as_ref(), languages)),
                ("method", it.method.map(VerificationMethod::as_str).into()),
            ])
        });
        record.set("verified", verified.unwrap_or_default());
        let sources = entry.sources.iter().map(|source| {
            object([
                ("title", maybe_text(source.title.as_ref(), languages)),
                ("url", source.url.as_ref().map(WebAddress::as_str).into()),
            ])
        });
        record.set("sources", sources.collect::<Value>());
        record.set("former", entry.former.iter().map(|it| it.value.as_str()).collect::<Value>());
        let texts = self.builder.sources;
        let prose = per_language(&entry.prose, languages, |prose| Value::from(prose.text(texts)));
        record.set("prose", prose);
    }

    fn picture(self, picture: Option<&Picture>) -> Value {
        let languages = self.languages();
        let published =
            picture.and_then(|it| Some((it, self.builder.pictures.get(&it.file.value)?)));
        published.map_or(Value::Null, |(picture, published)| {
            object([
                ("url", self.builder.base.absolute(&published.path).into()),
                ("alt", text(&picture.alt, languages)),
                ("credit", maybe_text(picture.credit.as_ref(), languages)),
                ("licence", picture.licence.as_deref().into()),
            ])
        })
    }
}

fn ids(ids: &[Spanned<Id>]) -> Value {
    ids.iter().map(|id| id.value.as_str()).collect()
}

fn slugs(slugs: &[Spanned<crate::model::value::Slug>]) -> Value {
    slugs.iter().map(|slug| slug.value.as_str()).collect()
}

fn strings(items: &[impl ToString]) -> Value {
    items.iter().map(ToString::to_string).collect()
}
