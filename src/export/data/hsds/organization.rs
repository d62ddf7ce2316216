//! HSDS 3.0 `organization`: required are `id`, `name`, `description`.

use serde_json::Value;

use super::Referral;
use crate::export::data::record::object;
use crate::model::Partner;
use crate::model::value::{Email, WebAddress};

impl Referral<'_> {
    /// The network itself: it answers for what no partner runs.
    pub(super) fn network(&self) -> Value {
        let site = &self.speaker.directory.site;
        let title = self.say(&site.title);
        let tagline = Some(self.say(&site.tagline)).filter(|it| !it.is_null());
        object([
            ("id", self.network_id()),
            ("name", title.clone()),
            ("description", tagline.unwrap_or(title)),
            ("email", site.contact.email.as_ref().map(Email::as_str).into()),
            ("website", self.builder.base.absolute("").into()),
            ("phones", self.phones("", &site.contact.phones)),
        ])
    }

    pub(super) fn network_id(&self) -> Value {
        self.id("")
    }

    /// A partner.
    pub(super) fn organization(&self, partner: &Partner) -> Value {
        let entry = &partner.entry;
        let address = self.address(entry);
        let name = self.name(entry);
        let summary = Some(self.say(&entry.summary)).filter(|it| !it.is_null());
        let logo = partner.logo.as_ref();
        let logo = logo.and_then(|logo| self.builder.pictures.get(&logo.file.value));
        let known = entry.address.is_some() || entry.location.is_some();
        let location = known.then(|| self.location(entry, None));
        object([
            ("id", self.id(&address)),
            ("name", name.clone()),
            ("alternate_name", self.other_name(entry)),
            ("description", summary.unwrap_or(name)),
            ("email", entry.contact.email.as_ref().map(Email::as_str).into()),
            ("website", entry.contact.website.as_ref().map(WebAddress::as_str).into()),
            ("logo", logo.map(|file| self.builder.base.absolute(&file.path)).into()),
            ("uri", self.url(entry)),
            ("phones", self.phones(&address, &entry.contact.phones)),
            ("contacts", self.contacts(&address, entry)),
            ("locations", location.into_iter().collect()),
        ])
    }
}
