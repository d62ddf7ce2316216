//! Locations: inside the bounds of the site, or a warning.

use super::{Findings, entries};
use crate::entries::Content;
use crate::model::value::{Bounds, Location};
use crate::model::{Entry, Venue};
use crate::source::Spanned;

pub(super) fn check(content: &Content, findings: &mut Findings<'_>) {
    let Some(bounds) = content.site.as_ref().and_then(|site| site.bounds) else { return };
    for entry in entries(content) {
        inside(bounds, entry.location.as_ref(), entry, findings);
    }
    for event in content.events.values() {
        if let Some(Venue::Place(place)) = &event.venue {
            inside(bounds, place.location.as_ref(), &event.entry, findings);
        }
    }
}

fn inside(
    bounds: Bounds,
    location: Option<&Spanned<Location>>,
    entry: &Entry,
    findings: &mut Findings<'_>,
) {
    if let Some(location) = location
        && let Err(problem) = location.value.within(&bounds)
    {
        findings.report(problem.at(location.span), entry);
    }
}
