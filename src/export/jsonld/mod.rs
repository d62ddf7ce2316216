//! Structured data for search engines: schema.org in JSON-LD 1.1, one graph a page.
//!
//! In: what pages are made of. Out: the text of a page's one `<script>`. Promise: only types and
//! properties that schema.org has, names in the page's language (borrowed ones marked with their
//! own), and no content can end the script, because `<` is always written as `\u003c`.

mod event;
mod hours;
mod node;
mod offer;
mod organization;
mod parts;
mod schedule;
mod space;
mod types;
mod web;

use serde_json::Value;

use self::node::Node;
use crate::index::Index;
use crate::model::{Entry, EntryKind};
use crate::page::view::{PageView, SiteView};
use crate::page::{Builder, Page, Pictures, Route, Speaker};

/// What nodes are made with: one language of the site and everything in order.
#[derive(Clone, Copy)]
struct Teller<'a> {
    speaker: Speaker<'a>,
    index: &'a Index,
    pictures: &'a Pictures,
}

impl Teller<'_> {
    /// The absolute address of a page in this language.
    fn page(&self, route: &Route) -> String {
        self.speaker.base.absolute(&route.path(self.speaker.tag()))
    }

    /// What an entry is called among machines: the same in every language of the site.
    fn id(&self, entry: &Entry) -> String {
        let languages = &self.speaker.directory.site.languages;
        let route = Route::Entry(entry.kind, entry.slug.clone());
        let path = route.path(languages.tag(languages.default()).as_str());
        format!("{}#entry", self.speaker.base.absolute(&path))
    }

    /// What is told of the entry that a page is about.
    fn entry(&self, kind: EntryKind, slug: &str) -> Option<Node> {
        let directory = self.speaker.directory;
        match kind {
            EntryKind::Partner => {
                directory.partners.get(slug).map(|it| organization::node(self, it))
            }
            EntryKind::Space => directory.spaces.get(slug).map(|it| space::node(self, it)),
            EntryKind::Event => directory.events.get(slug).map(|it| event::node(self, it)),
        }
    }
}

/// The text of a page's script, from its head and what stands around it.
pub fn script(
    builder: &Builder<'_>,
    page: &Page,
    head: &PageView,
    site: &SiteView,
) -> Option<String> {
    let speaker = builder.speaker(&builder.locales[page.language.index()]);
    let teller = Teller { speaker, index: builder.index, pictures: builder.pictures };
    let mut graph: Vec<Value> = web::nodes(&teller, page, head, site);
    if let Route::Entry(kind, slug) = &page.route {
        graph.extend(teller.entry(*kind, slug.as_str()).map(Value::from));
    }
    // `json!` would copy the graph.
    let context = Value::from("https://schema.org");
    let whole = Value::from_iter([("@context", context), ("@graph", Value::Array(graph))]);
    serde_json::to_string(&whole).ok().map(|text| text.replace('<', "\\u003c"))
}
