//! A partner as schema.org's `Organization`.

use super::node::{Node, text};
use super::{Teller, parts, types};
use crate::model::{Part, Partner};
use crate::page::Route;

/// Everything about a partner.
pub(super) fn node(teller: &Teller<'_>, partner: &Partner) -> Node {
    let speaker = teller.speaker;
    let entry = &partner.entry;
    let mut node = Node::new(kind(teller, partner));
    teller.thing(&mut node, entry, speaker.words(&partner.abbreviation));
    teller.keywords(&mut node, entry);
    let logo = partner.logo.as_ref().and_then(|logo| teller.picture(logo));
    node.maybe("logo", logo);
    node.maybe("address", teller.address(entry.address.as_ref(), None));
    node.list("telephone", parts::telephone(&entry.contact));
    node.maybe("email", entry.contact.email.as_ref().map(ToString::to_string));
    if let Some(location) = &entry.location {
        let mut place = Node::new("Place");
        place.set("name", text(speaker.name(entry)));
        parts::coordinates(&mut place, Some(location.value));
        node.set("location", place);
    }
    node
}

/// A partner as another entry names it.
pub(super) fn short(teller: &Teller<'_>, partner: &Partner) -> Node {
    let entry = &partner.entry;
    let mut node = Node::new(kind(teller, partner));
    node.set("@id", teller.id(entry));
    node.set("name", text(teller.speaker.name(entry)));
    node.set("url", teller.page(&Route::Entry(entry.kind, entry.slug.clone())));
    node
}

fn kind<'t>(teller: &Teller<'t>, partner: &Partner) -> &'t str {
    let term = teller.speaker.term(Part::PartnerKinds, &partner.kind.value);
    types::organization(term.and_then(|term| term.schema.as_deref()))
}
