//! Ids and slugs: what an entry names must exist.

use super::{Findings, Target, slugs, target};
use crate::diagnostic::{Code, Diagnostic, Problem};
use crate::entries::Content;
use crate::model::value::{Id, Slug};
use crate::model::{Address, Entry, EntryKind, Part, Venue};
use crate::source::Spanned;

/// The sections of every site that the navigation can name.
pub(crate) const SECTIONS: &[&str] = &[
    "spaces",
    "events",
    "partners",
    "calendar",
    "map",
    "search",
    "progress",
    "open-data",
    "index-of-names",
];

pub(super) fn check(content: &Content, findings: &mut Findings<'_>) {
    for partner in content.partners.values() {
        common(content, &partner.entry, findings);
        ids(content, &partner.entry, Part::PartnerKinds, [&partner.kind], findings);
    }
    for space in content.spaces.values() {
        let entry = &space.entry;
        common(content, entry, findings);
        ids(content, entry, Part::SpaceKinds, [&space.kind], findings);
        ids(content, entry, Part::Districts, &space.district, findings);
        ids(content, entry, Part::Audiences, &space.audiences, findings);
        ids(content, entry, Part::Amenities, &space.amenities, findings);
        references(content, entry, EntryKind::Partner, &space.partners, findings);
        references(content, entry, EntryKind::Space, &space.part_of, findings);
        part_of_itself(content, entry, space.part_of.as_ref(), findings);
    }
    for event in content.events.values() {
        let entry = &event.entry;
        common(content, entry, findings);
        ids(content, entry, Part::EventKinds, [&event.kind], findings);
        ids(content, entry, Part::Audiences, &event.audiences, findings);
        references(content, entry, EntryKind::Partner, &event.partners, findings);
        match &event.venue {
            Some(Venue::Space(space)) => {
                references(content, entry, EntryKind::Space, [space], findings);
            }
            Some(Venue::Place(place)) => address(content, entry, place.address.as_ref(), findings),
            None => {}
        }
    }
    navigation(content, findings);
}

fn common(content: &Content, entry: &Entry, findings: &mut Findings<'_>) {
    ids(content, entry, Part::Themes, &entry.themes, findings);
    address(content, entry, entry.address.as_ref(), findings);
}

fn address(
    content: &Content,
    entry: &Entry,
    address: Option<&Address>,
    findings: &mut Findings<'_>,
) {
    if let Some(Address::Structured(address)) = address {
        ids(content, entry, Part::Districts, &address.district, findings);
    }
}

fn ids<'i>(
    content: &Content,
    entry: &Entry,
    part: Part,
    ids: impl IntoIterator<Item = &'i Spanned<Id>>,
    findings: &mut Findings<'_>,
) {
    if content.vocabulary_unread {
        return;
    }
    let terms = content.vocabulary.part(part);
    for id in ids {
        if !terms.contains_key(&id.value) && !id.value.is_placeholder() {
            let known = || terms.keys().map(Id::as_str);
            let problem = Problem::new(Code::UnknownId)
                .text("value", id.value.as_str())
                .text("part", part.as_str())
                .number("known", terms.len())
                .choices("choices", known())
                .suggest_nearest(id.value.as_str(), known());
            findings.report(problem.at(id.span), entry);
        }
    }
}

fn references<'s>(
    content: &Content,
    entry: &Entry,
    kind: EntryKind,
    slugs: impl IntoIterator<Item = &'s Spanned<Slug>>,
    findings: &mut Findings<'_>,
) {
    for slug in slugs {
        if let Some(found) = reference(content, entry, kind, slug, findings.drafts) {
            findings.report(found, entry);
        }
    }
}

fn reference(
    content: &Content,
    entry: &Entry,
    kind: EntryKind,
    slug: &Spanned<Slug>,
    drafts: bool,
) -> Option<Diagnostic> {
    let written = slug.value.as_str();
    match target(content, kind, written) {
        Target::Unread { draft: false } => None,
        Target::Unread { draft: true } if drafts || entry.draft => None,
        Target::Entry(found) if !found.draft || drafts || entry.draft => None,
        Target::Unread { .. } | Target::Entry(_) => {
            let problem = Problem::new(Code::ReferenceToDraft)
                .text("value", format!("{}/{written}", kind.as_str()));
            Some(problem.at(slug.span))
        }
        Target::Nothing => {
            let known = slugs(content, kind);
            let problem = Problem::new(Code::UnknownReference)
                .text("value", written)
                .text("folder", kind.as_str())
                .suggest_nearest(written, known);
            Some(problem.at(slug.span))
        }
    }
}

/// Follows `part_of` upwards; each member of a circle tells its own part of it.
fn part_of_itself(
    content: &Content,
    entry: &Entry,
    part_of: Option<&Spanned<Slug>>,
    findings: &mut Findings<'_>,
) {
    let Some(part_of) = part_of else { return };
    let mut above = Some(&part_of.value);
    for _ in 0..=content.spaces.len() {
        let Some(slug) = above else { return };
        if *slug == entry.slug {
            let problem = Problem::new(Code::PartOfItself).text("value", part_of.value.as_str());
            findings.report(problem.at(part_of.span), entry);
            return;
        }
        let space = content.spaces.get(slug);
        above = space.and_then(|space| space.part_of.as_ref()).map(|it| &it.value);
    }
}

fn navigation(content: &Content, findings: &mut Findings<'_>) {
    for item in content.site.iter().flat_map(|site| &site.navigation) {
        let page = content.pages.keys().any(|slug| slug.as_str() == item.value);
        if page || SECTIONS.contains(&item.value.as_str()) {
            continue;
        }
        let pages = content.pages.keys().map(Slug::as_str);
        let known: Vec<&str> = SECTIONS.iter().copied().chain(pages).collect();
        let problem = Problem::new(Code::NavigationUnknown)
            .text("value", &item.value)
            .choices("choices", known.iter().copied())
            .suggest_nearest(&item.value, known.iter().copied());
        findings.report_site(problem.at(item.span));
    }
}
