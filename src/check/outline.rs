//! The outline of the map: a file that can be drawn, read once.

use std::path::Path;

use super::Findings;
use crate::diagnostic::{Argument, Code, Problem, reason};
use crate::entries::Content;
use crate::model::value::Outline;

/// The largest outline that is read, in bytes; a province in a metre's detail has about as much.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Reads the outline that the site names; an empty one where it names none.
pub(super) fn read(content: &Content, root: &Path, findings: &mut Findings<'_>) -> Outline {
    let named = content.site.as_ref().and_then(|site| site.map.outline.as_ref());
    let Some(file) = named else { return Outline::default() };
    let path = root.join("content").join(&file.value);
    let size = std::fs::metadata(&path).map_or(0, |it| it.len());
    let text = match std::fs::read_to_string(&path) {
        _ if size > MOST_BYTES => Err(Argument::Message("reason-outline-large")),
        read => read.map_err(|error| reason::of_system(&error)),
    };
    let outline = text
        .map_err(|reason| Problem::new(Code::OutlineInvalid).reason(reason))
        .and_then(|text| Outline::parse(&text));
    outline.unwrap_or_else(|problem| {
        findings.report_site(problem.text("file", &file.value).at(file.span));
        Outline::default()
    })
}
