//! Everything in the tree that is no page: for search engines, hosts and spreadsheets.
//!
//! In: what pages are made of. Out: paths and bytes. One format a file, its standard named at the
//! top.

mod data;
mod hosting;
mod jsonld;
mod progress;
mod sitemap;
mod table;
#[cfg(test)]
mod tests;

pub use data::open_data;
pub use jsonld::script as json_ld;

use crate::page::{Builder, Page, Redirect};

/// Every file, with its path below the root.
pub fn all(
    builder: &Builder<'_>,
    pages: &[Page],
    redirects: &[Redirect],
) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("sitemap.xml".to_owned(), sitemap::sitemap(builder, pages)),
        ("robots.txt".to_owned(), sitemap::robots(builder)),
        (".nojekyll".to_owned(), Vec::new()),
        ("_redirects".to_owned(), hosting::redirects(builder, redirects)),
    ];
    files.extend(progress::files(builder));
    files
}
