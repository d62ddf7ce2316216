//! Which messages are asked for: by the templates, and by the program itself.

use std::collections::BTreeSet;

use super::Theme;
use crate::source::{Sources, Span};

/// Ids that the program asks for; `*` stands for all that begin so.
pub const CODE_MESSAGES: &[&str] = &[
    "language-*",
    "datetime",
    "datetime-range",
    "datetime-span",
    "spoken-*",
    "building-block-*",
    "goal-*",
    "role-*",
    "access-*",
    "fee-*",
    "price",
    "phone-extension",
    "ages-*",
    "hours-*",
    "verified-age-*",
    "method-*",
    "freshness-*",
    "status-*",
    "progress*",
    "figure-*",
    "description-*",
    "data-*",
    "field-*",
    "listing-count",
    "pager-position",
    "all-kinds",
    "partners",
    "spaces",
    "events",
    "calendar",
    "map",
    "search",
    "search-found",
    "open-data",
    "index-of-names",
    "themes",
    "districts",
    "audiences",
    "home",
    "door-enter",
    "feed-*",
    "place-join-online",
    "address-separator",
    "not-found-*",
    "offline-*",
    "map-group",
    "prose-*",
    "repeats-*",
    "cli-*",
    "expect-*",
    "help-*",
    "shape-*",
    "schema-*",
    "severity-*",
    "did-you-mean",
    "expected",
    "found-summary",
    "page-part-*",
    "reason-*",
    "report-*",
    "summary-*",
];

/// The ids that templates ask for with `t(id="…")`, each with the places where they do.
pub fn asked_messages(theme: &Theme, sources: &Sources) -> Vec<(String, Span)> {
    let mut asked = Vec::new();
    for file in theme.templates.values() {
        let text = &sources.get(*file).text;
        for (at, _) in text.match_indices("t(id=\"") {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let start = at + "t(id=\"".len();
            let Some(length) = text[start..].find('"') else { continue };
            let id = text[start..start + length].to_owned();
            asked.push((id, Span::new(*file, start, start + length)));
        }
    }
    asked
}

/// Every id in use: of the templates, the program and the findings.
pub(crate) fn used(theme: &Theme, sources: &Sources) -> BTreeSet<String> {
    let templates = asked_messages(theme, sources).into_iter().map(|(id, _)| id);
    let program = CODE_MESSAGES.iter().map(|id| (*id).to_owned());
    let codes = crate::diagnostic::Code::ALL.iter().map(|code| code.name().to_owned());
    templates.chain(program).chain(codes).collect()
}
