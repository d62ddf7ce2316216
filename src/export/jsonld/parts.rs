//! What several types share: names, pictures, addresses, coordinates, ways to reach someone.

use serde_json::{Value, json};

use super::Teller;
use super::node::{Node, reference, text};
use crate::model::value::{Facebook, Id, LineId, Location, WebAddress};
use crate::model::{Address, Contact, Entry, Fee, Part, PhoneNumber, Picture};
use crate::page::view::Words;
use crate::page::{Route, map_url};

impl Teller<'_> {
    /// What every `Thing` has: its name, what it is, its page, its picture, its other pages.
    pub(super) fn thing(&self, node: &mut Node, entry: &Entry, abbreviation: Option<Words>) {
        let url = self.page(&Route::Entry(entry.kind, entry.slug.clone()));
        node.set("@id", self.id(entry));
        node.set("name", text(self.speaker.name(entry)));
        let mut others = self.other_names(entry);
        others.extend(abbreviation.map(text));
        node.list("alternateName", others);
        node.maybe("description", self.speaker.words(&entry.summary).map(text));
        node.maybe("image", entry.image.as_ref().and_then(|picture| self.picture(picture)));
        node.list("sameAs", same_as(&entry.contact));
        node.set("mainEntityOfPage", reference(&url));
        node.set("url", url);
    }

    /// Themes, as keywords.
    pub(super) fn keywords(&self, node: &mut Node, entry: &Entry) {
        let label = |id: &Id| text(self.speaker.label(Part::Themes, id));
        node.list("keywords", entry.themes.iter().map(|id| label(&id.value)).collect());
    }

    fn other_names(&self, entry: &Entry) -> Vec<Value> {
        let shown = self.speaker.name(entry).text;
        let languages = &self.speaker.directory.site.languages;
        let others = entry.name.iter().filter(|(_, name)| **name != shown);
        others
            .map(|(language, name)| {
                json!({"@language": languages.tag(language).as_str(), "@value": name})
            })
            .collect()
    }

    /// A picture of the content under its absolute address.
    pub(super) fn picture(&self, picture: &Picture) -> Option<Node> {
        let published = self.pictures.get(&picture.file.value)?;
        let words = |text: &crate::model::Text| self.speaker.words(text);
        let mut node = Node::new("ImageObject");
        node.set("contentUrl", self.speaker.base.absolute(&published.path));
        node.maybe("caption", words(&picture.alt).map(text));
        node.maybe("creditText", picture.credit.as_ref().and_then(words).map(text));
        Some(node)
    }

    /// A postal address; free text stays text.
    pub(super) fn address(
        &self,
        address: Option<&Address>,
        district: Option<&Id>,
    ) -> Option<Value> {
        let speaker = self.speaker;
        let mut node = Node::new("PostalAddress");
        let mut known = district.is_some();
        let mut district = district;
        match address {
            Some(Address::Free(free)) => return speaker.words(free).map(text),
            Some(Address::Structured(parts)) => {
                let line = parts.line.iter().chain(&parts.subdistrict);
                let street: Vec<_> = line.filter_map(|it| speaker.words(it)).collect();
                // One text has one language: where a part is borrowed, each stands for itself.
                if street.iter().all(|words| words.lang.is_none()) && !street.is_empty() {
                    let joined: Vec<String> = street.into_iter().map(|it| it.text).collect();
                    node.set("streetAddress", joined.join(" "));
                } else {
                    node.list("streetAddress", street.into_iter().map(text).collect());
                }
                let province = parts.province.as_ref().and_then(|it| speaker.words(it));
                node.maybe("addressRegion", province.map(text));
                node.maybe("postalCode", parts.postcode.as_ref().map(ToString::to_string));
                district = district.or(parts.district.as_ref().map(|id| &id.value));
                known = true;
            }
            None => {}
        }
        let locality = district.map(|id| text(speaker.label(Part::Districts, id)));
        node.maybe("addressLocality", locality);
        // The parts are those of a Thai address (`StructuredAddress`).
        node.set("addressCountry", "TH");
        known.then(|| node.into())
    }
}

/// `geo` and `hasMap`.
pub(super) fn coordinates(node: &mut Node, location: Option<Location>) {
    let Some(location) = location else { return };
    let mut geo = Node::new("GeoCoordinates");
    geo.set("latitude", location.latitude());
    geo.set("longitude", location.longitude());
    node.set("geo", geo);
    node.set("hasMap", map_url(location));
}

/// Phone numbers in the spelling that can be called from anywhere.
pub(super) fn telephone(contact: &Contact) -> Vec<Value> {
    let number = |phone: &PhoneNumber| match phone {
        PhoneNumber::Known(phone) => phone.e164().unwrap_or_else(|| phone.national()),
        PhoneNumber::AsWritten(written) => written.clone(),
    };
    contact.phones.iter().map(|phone| Value::String(number(phone))).collect()
}

/// The thing's own pages elsewhere.
fn same_as(contact: &Contact) -> Vec<Value> {
    let website = contact.website.as_ref().map(WebAddress::as_str);
    let facebook = contact.facebook.as_ref().map(Facebook::href);
    let line = contact.line.as_ref().map(LineId::href);
    website.into_iter().chain(facebook).chain(line).map(Value::from).collect()
}

/// Whether one can come without paying; not known where only some pay.
pub(super) fn is_free(fee: Option<&Fee>) -> Option<bool> {
    match fee? {
        Fee::Free | Fee::Donation => Some(true),
        Fee::Prices(prices) => match prices.iter().filter(|price| price.money.is_zero()).count() {
            0 => Some(false),
            all if all == prices.len() => Some(true),
            _ => None,
        },
    }
}
