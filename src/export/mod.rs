//! Everything in the tree that is no page: for search engines, hosts and spreadsheets.
//!
//! In: what pages are made of. Out: paths and bytes. One format a file, its standard named at the
//! top.

mod atom;
mod data;
mod hosting;
mod icalendar;
mod jsonld;
pub mod kind;
mod manifest;
mod offline;
mod progress;
mod sitemap;
mod table;
#[cfg(test)]
mod tests;
mod xml;

pub use data::open_data;
pub use icalendar::{WrittenEvents, calendar, calendars, events};
pub use jsonld::script as json_ld;
pub use offline::END as WORKER_END;

use crate::index::Revisions;
use crate::page::{Builder, Page, Redirect};

/// Every other file, with its path below the root.
pub fn all(
    builder: &Builder<'_>,
    revisions: &Revisions<'_>,
    pages: &[Page],
    redirects: &[Redirect],
) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("robots.txt".to_owned(), sitemap::robots(builder)),
        ("sw.js".to_owned(), offline::file(builder)),
        (".nojekyll".to_owned(), Vec::new()),
        ("_redirects".to_owned(), hosting::redirects(builder, redirects)),
        ("_headers".to_owned(), hosting::headers(builder)),
    ];
    files.extend(hosting::cname(builder.base).map(|domain| ("CNAME".to_owned(), domain)));
    files.extend(sitemap::files(builder, revisions, pages));
    files.extend(atom::files(builder, revisions));
    files.extend(progress::files(builder));
    files.extend(manifest::files(builder));
    files
}
