//! Sitemaps 0.90 (sitemaps.org), with the alternates of each page as Google's
//! `xhtml:link` extension has them; and `robots.txt` (RFC 9309).
//!
//! In: every page, and when it was changed. Out: `sitemap.xml`; where there are more pages than
//! search engines read in one file, that is an index of `sitemap-1.xml` and so on. Promise:
//! `lastmod` stands only where it is known (Google stops believing a site whose dates are not
//! true), and never holds the clock of the build.

use jiff::Timestamp;

use super::xml::Document;
use crate::index::Revisions;
use crate::page::view::Alternate;
use crate::page::{Builder, Page, Route};

/// The most addresses of one file. The standard allows 50,000 and 50 MB.
const MOST: usize = 40_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A page that search engines may list.
struct Listed {
    url: String,
    changed: Option<Timestamp>,
    alternates: Vec<Alternate>,
}

/// `sitemap.xml`, and its parts where there are several.
pub(super) fn files(
    builder: &Builder<'_>,
    revisions: &Revisions<'_>,
    pages: &[Page],
) -> Vec<(String, Vec<u8>)> {
    let listed = pages.iter().filter_map(|page| {
        let alternates = builder.listed_alternates(page);
        let tag = builder.locales[page.language.index()].tag().as_str();
        (!alternates.is_empty()).then(|| Listed {
            url: builder.base.absolute(&page.route.path(tag)),
            changed: changed(revisions, page),
            alternates,
        })
    });
    divided(&listed.collect::<Vec<_>>(), MOST, |name| builder.base.absolute(name))
}

/// When a page was changed; not known of what gathers other pages.
fn changed(revisions: &Revisions<'_>, page: &Page) -> Option<Timestamp> {
    let directory = revisions.directory;
    match &page.route {
        Route::Entry(kind, slug) => {
            revisions.of_entry(directory.entry(*kind, slug.as_str())?, page.language)
        }
        Route::Page(slug) => revisions.of_page(directory.pages.get(slug)?, page.language),
        _ => None,
    }
}

fn divided(
    listed: &[Listed],
    most: usize,
    absolute: impl Fn(&str) -> String,
) -> Vec<(String, Vec<u8>)> {
    let whole = "sitemap.xml".to_owned();
    if listed.len() <= most {
        return vec![(whole, sitemap(listed))];
    }
    let mut index = Document::new();
    let mut files = Vec::new();
    index.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    for (place, part) in listed.chunks(most).enumerate() {
        let name = format!("sitemap-{}.xml", place + 1);
        index.open("sitemap", &[]);
        index.text("loc", &[], &absolute(&name));
        if let Some(changed) = part.iter().filter_map(|it| it.changed).max() {
            index.text("lastmod", &[], &changed.to_string());
        }
        index.close("sitemap");
        files.push((name, sitemap(part)));
    }
    index.close("sitemapindex");
    files.push((whole, index.finish()));
    files
}

fn sitemap(listed: &[Listed]) -> Vec<u8> {
    let mut document = Document::new();
    let namespaces = [("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    document.open("urlset", &namespaces);
    for page in listed {
        document.open("url", &[]);
        document.text("loc", &[], &page.url);
        if let Some(changed) = page.changed {
            document.text("lastmod", &[], &changed.to_string());
        }
        for alternate in &page.alternates {
            let link =
                [("rel", "alternate"), ("hreflang", &*alternate.lang), ("href", &*alternate.url)];
            document.empty("xhtml:link", &link);
        }
        document.close("url");
    }
    document.close("urlset");
    document.finish()
}

/// All may read all; here is the map.
pub(super) fn robots(builder: &Builder<'_>) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", builder.base.absolute("sitemap.xml"))
        .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(count: usize) -> Vec<Listed> {
        let page = |number: usize| Listed {
            url: format!("https://city.example/{number}/"),
            changed: (number == 1).then_some(Timestamp::UNIX_EPOCH),
            alternates: Vec::new(),
        };
        (0..count).map(page).collect()
    }

    #[test]
    fn many_addresses_are_an_index_of_files_that_hold_each_once() {
        let files = divided(&listed(5), 2, |name| format!("https://city.example/{name}"));
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        let text = |name: &str| {
            let (_, bytes) = files.iter().find(|(known, _)| known == name).unwrap();
            String::from_utf8(bytes.clone()).unwrap()
        };
        assert!(text("sitemap.xml").contains("<loc>https://city.example/sitemap-3.xml</loc>"));
        assert_eq!(text("sitemap.xml").matches("<lastmod>1970-01-01T00:00:00Z").count(), 1);
        for number in 0..5 {
            let url = format!("<loc>https://city.example/{number}/</loc>");
            assert_eq!(files.iter().filter(|(name, _)| text(name).contains(&url)).count(), 1);
        }
    }

    #[test]
    fn few_addresses_are_one_file_and_dates_are_told_only_where_known() {
        let files = divided(&listed(2), 2, str::to_owned);
        assert_eq!(files.len(), 1);
        let text = String::from_utf8(files[0].1.clone()).unwrap();
        assert_eq!(text.matches("<lastmod>").count(), 1);
    }
}
