//! The page itself, the way to it and the site around it: `WebPage`, `BreadcrumbList`, `WebSite`.

use serde_json::{Value, json};

use super::Teller;
use super::node::{Node, reference, text};
use crate::page::view::{Crumb, PageView, SiteView};
use crate::page::{Page, Route};

/// What every page says of itself; homes and the door tell of the site as well.
pub(super) fn nodes(
    teller: &Teller<'_>,
    page: &Page,
    head: &PageView,
    around: &SiteView,
) -> Vec<Value> {
    let site = teller.speaker.base.absolute("#site");
    let mut node = Node::new(kind(&page.route));
    // A copy stands at its own address, and names the original as the page it stands for.
    let url = teller.page(&page.route);
    if head.canonical.is_some() {
        node.set("@id", url.clone());
        node.maybe("url", head.canonical.clone());
    }
    node.set("name", head.title.clone());
    node.set("description", head.description.clone());
    node.set("inLanguage", head.lang.clone());
    node.set("isPartOf", reference(&site));
    if let Route::Entry(kind, slug) = &page.route
        && let Some(entry) = teller.speaker.directory.entry(*kind, slug.as_str())
    {
        node.set("mainEntity", reference(&teller.id(entry)));
        let verified = entry.verified.as_ref();
        node.maybe("lastReviewed", verified.map(|verified| verified.on.to_string()));
    }
    let way = breadcrumbs(teller, &head.breadcrumbs).map(|mut way| {
        let id = format!("{url}#breadcrumbs");
        node.set("breadcrumb", reference(&id));
        way.set("@id", id);
        way
    });
    let whole = matches!(page.route, Route::Door | Route::Home);
    let whole = whole.then(|| web_site(teller, site, around));
    std::iter::once(node).chain(way).chain(whole).map(Value::from).collect()
}

fn kind(route: &Route) -> &'static str {
    match route {
        Route::Entry(..) => "ItemPage",
        Route::Listing(..)
        | Route::Kind(..)
        | Route::Term(..)
        | Route::Names
        | Route::Calendar
        | Route::Month(_)
        | Route::Map => "CollectionPage",
        _ => "WebPage",
    }
}

/// The way from the home; the last step is the page itself and needs no address.
fn breadcrumbs(teller: &Teller<'_>, crumbs: &[Crumb]) -> Option<Node> {
    if crumbs.is_empty() {
        return None;
    }
    let base = teller.speaker.base;
    let step = |(place, crumb): (usize, &Crumb)| {
        let mut node = Node::new("ListItem");
        node.set("position", place + 1);
        node.set("name", text(crumb.label.clone()));
        let path = crumb.url.as_deref().and_then(|url| url.strip_prefix(base.path()));
        node.maybe("item", path.map(|path| base.absolute(path)));
        node.into()
    };
    let mut node = Node::new("BreadcrumbList");
    let steps: Vec<Value> = crumbs.iter().enumerate().map(step).collect();
    node.set("itemListElement", steps);
    Some(node)
}

fn web_site(teller: &Teller<'_>, id: String, site: &SiteView) -> Node {
    let mut node = Node::new("WebSite");
    node.set("@id", id);
    node.set("url", teller.speaker.base.absolute(""));
    node.set("name", text(site.title.clone()));
    node.maybe("description", site.tagline.clone().map(text));
    let languages = &teller.speaker.directory.site.languages;
    let tags = languages.iter().map(|(_, tag)| Value::from(tag.as_str()));
    node.list("inLanguage", tags.collect());
    node.maybe("license", site.licence.as_ref().and_then(|licence| licence.url.clone()));
    if site.has_search {
        let search = format!("{}?q={{query}}", teller.page(&Route::Search));
        let action = json!({
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            // schema.org's actions: the input of a template, by name.
            "query-input": "required name=query",
        });
        node.set("potentialAction", action);
    }
    node
}
