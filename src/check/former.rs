//! Former slugs: each a promise that an old address keeps working, so no two may claim one.

use std::collections::BTreeMap;

use super::{Findings, Target, entries, target};
use crate::diagnostic::{Code, Problem};
use crate::entries::{Content, is_reserved};
use crate::model::EntryKind;
use crate::source::Span;

pub(super) fn check(content: &Content, findings: &mut Findings<'_>) {
    let mut claimed: BTreeMap<(EntryKind, &str), Span> = BTreeMap::new();
    for entry in entries(content) {
        for former in &entry.former {
            let slug = former.value.as_str();
            if let Some(first) = claimed.insert((entry.kind, slug), former.span) {
                let problem = Problem::new(Code::FormerDuplicate).text("value", slug);
                findings.report(problem.at(former.span).with_related(first), entry);
            }
            if is_reserved(slug) {
                let problem = Problem::new(Code::SlugReserved).text("value", slug);
                findings.report(problem.at(former.span), entry);
            }
            if !matches!(target(content, entry.kind, slug), Target::Nothing) {
                let problem = Problem::new(Code::FormerLiving).text("value", slug);
                findings.report(problem.at(former.span), entry);
            }
        }
    }
}
