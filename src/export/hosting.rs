//! `_redirects`, as Netlify and Cloudflare Pages read it: one `from to status` a line.

use std::fmt::Write;

use crate::page::{Builder, Redirect};

/// Every former address with the one it has now, for hosts that can answer 301.
pub(super) fn redirects(builder: &Builder<'_>, redirects: &[Redirect]) -> Vec<u8> {
    let mut lines = String::new();
    for redirect in redirects {
        let tag = builder.locales[redirect.language.index()].tag().as_str();
        let (from, to) = (redirect.from.path(tag), redirect.to.path(tag));
        let (from, to) = (builder.base.url(&from), builder.base.url(&to));
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{from} {to} 301");
    }
    lines.into_bytes()
}
