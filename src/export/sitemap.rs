//! Sitemaps 0.90 (sitemaps.org), with the alternates of each page as Google's
//! `xhtml:link` extension has them; and `robots.txt` (RFC 9309).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::page::{Builder, Page};

/// Every page that search engines may list.
pub(super) fn sitemap(builder: &Builder<'_>, pages: &[Page]) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing to memory cannot fail.
    let mut put = |event: Event<'_>| writer.write_event(event).unwrap_or_default();
    put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let mut root = BytesStart::new("urlset");
    root.push_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    root.push_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
    put(Event::Start(root));
    for page in pages {
        let alternates = builder.listed_alternates(page);
        if alternates.is_empty() {
            continue;
        }
        let tag = builder.locales[page.language.index()].tag().as_str();
        let url = builder.base.absolute(&page.route.path(tag));
        put(Event::Start(BytesStart::new("url")));
        put(Event::Start(BytesStart::new("loc")));
        put(Event::Text(BytesText::new(&url)));
        put(Event::End(BytesEnd::new("loc")));
        for alternate in &alternates {
            let mut link = BytesStart::new("xhtml:link");
            link.push_attribute(("rel", "alternate"));
            link.push_attribute(("hreflang", alternate.lang.as_str()));
            link.push_attribute(("href", alternate.url.as_str()));
            put(Event::Empty(link));
        }
        put(Event::End(BytesEnd::new("url")));
    }
    put(Event::End(BytesEnd::new("urlset")));
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// All may read all; here is the map.
pub(super) fn robots(builder: &Builder<'_>) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", builder.base.absolute("sitemap.xml"))
        .into_bytes()
}
