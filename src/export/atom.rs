//! Atom 1.0 (RFC 4287): what is new or changed, and events, as feeds.
//!
//! In: the directory, and when things were changed. Out: two feeds a language, each of the latest
//! fifty. Promise: an entry's id is its page's address, which is a promise already (§4.2.6); every
//! `updated` (§4.2.15) is a time of the content or its history, never of the build, so a feed
//! stays the same until something in it does.

use jiff::Timestamp;

use super::xml::Document;
use crate::index::{Index, Item, Occurrence, Revisions, kinds};
use crate::model::{EntryKind, Event, Page};
use crate::page::view::Words;
use crate::page::{Builder, Feed, Route, Speaker, event_place, said};

/// How many entries a feed holds.
const LATEST: usize = 50;

/// An entry of a feed (RFC 4287 §4.1.2).
struct Post {
    updated: Timestamp,
    published: Option<Timestamp>,
    route: Route,
    title: Words,
    summary: Option<Words>,
    category: Option<(String, Words)>,
}

/// Every feed, with its path.
pub(super) fn files(builder: &Builder<'_>, revisions: &Revisions<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for locale in builder.locales {
        let feeds = Feeds { speaker: builder.speaker(locale), index: builder.index, revisions };
        for feed in [Feed::News, Feed::EventNews] {
            files.push((feed.path(feeds.speaker.tag()), feeds.feed(&feed)));
        }
    }
    files
}

/// The feeds of one language.
struct Feeds<'a, 'b> {
    speaker: Speaker<'a>,
    index: &'b Index,
    revisions: &'b Revisions<'b>,
}

impl Feeds<'_, '_> {
    fn feed(&self, feed: &Feed) -> Vec<u8> {
        let posts = self.posts(feed);
        let (message, page) = match feed {
            Feed::EventNews => ("feed-events", Route::Listing(EntryKind::Event, 1)),
            _ => ("feed-news", Route::Home),
        };
        let site = &self.speaker.directory.site;
        let base = self.speaker.base;
        let title = self.speaker.words(&site.title).unwrap_or_default().text;
        let own = base.absolute(&feed.path(self.speaker.tag()));
        let updated = posts.iter().map(|post| post.updated).max();
        let updated = updated.unwrap_or_else(|| self.revisions.oldest());

        let mut document = Document::new();
        let namespace = ("xmlns", "http://www.w3.org/2005/Atom");
        document.open("feed", &[namespace, ("xml:lang", self.speaker.tag())]);
        document.text("id", &[], &own);
        document.text("title", &[], &format!("{title} – {}", self.speaker.t(message)));
        if let Some(tagline) = self.speaker.words(&site.tagline) {
            words(&mut document, "subtitle", &tagline);
        }
        document.text("updated", &[], &updated.to_string());
        let atom = "application/atom+xml";
        document.empty("link", &[("rel", "self"), ("type", atom), ("href", &own)]);
        self.link(&mut document, &page);
        document.open("author", &[]);
        document.text("name", &[], &title);
        document.text("uri", &[], &base.absolute(""));
        document.close("author");
        if let Some(licence) = &site.licence {
            document.text("rights", &[], licence);
        }
        document.text("generator", &[], "nakhon");
        for post in &posts {
            self.post(&mut document, post);
        }
        document.close("feed");
        document.finish()
    }

    fn post(&self, document: &mut Document, post: &Post) {
        let page = self.speaker.base.absolute(&post.route.path(self.speaker.tag()));
        document.open("entry", &[]);
        document.text("id", &[], &page);
        words(document, "title", &post.title);
        document.text("updated", &[], &post.updated.to_string());
        if let Some(published) = post.published {
            document.text("published", &[], &published.to_string());
        }
        self.link(document, &post.route);
        if let Some((term, label)) = &post.category {
            document.empty("category", &[("term", term), ("label", &label.text)]);
        }
        if let Some(summary) = &post.summary {
            words(document, "summary", summary);
        }
        document.close("entry");
    }

    /// The page of a feed or an entry.
    fn link(&self, document: &mut Document, route: &Route) {
        let tag = self.speaker.tag();
        let page = self.speaker.base.absolute(&route.path(tag));
        let kind = [("rel", "alternate"), ("type", "text/html"), ("hreflang", tag)];
        document.empty("link", &[&kind[..], &[("href", &page)]].concat());
    }

    /// The latest first; of one time, in the order of their addresses.
    fn posts(&self, feed: &Feed) -> Vec<Post> {
        let listed = EntryKind::ALL.iter().copied();
        let listed = listed.filter(|kind| *feed == Feed::News || *kind == EntryKind::Event);
        let items = listed.flat_map(|kind| self.index.listing(kind, self.speaker.lang()));
        let mut posts: Vec<Post> = items.map(|item| self.entry(item)).collect();
        if *feed == Feed::News {
            let pages = self.speaker.directory.pages.values();
            posts.extend(pages.filter_map(|page| self.page(page)));
        }
        posts.sort_by(|a, b| (b.updated, &a.route).cmp(&(a.updated, &b.route)));
        posts.truncate(LATEST);
        posts
    }

    fn entry(&self, item: &Item) -> Post {
        let speaker = self.speaker;
        let entry = item.entry();
        let kind = match item {
            Item::Partner(it) => &it.kind.value,
            Item::Space(it) => &it.kind.value,
            Item::Event(it) => &it.kind.value,
        };
        let summary = speaker.words(&entry.summary);
        Post {
            updated: self.revisions.updated(item, speaker.lang()),
            published: self.revisions.first_of_entry(entry),
            route: Route::Entry(entry.kind, entry.slug.clone()),
            title: speaker.name(entry),
            summary: match item {
                Item::Event(event) => Some(self.announced(event, summary)),
                _ => summary,
            },
            category: Some((kind.to_string(), speaker.label(kinds(entry.kind), kind))),
        }
    }

    /// When and where an event takes place, before what it is about.
    fn announced(&self, event: &Event, summary: Option<Words>) -> Words {
        let starts = event.starts.value;
        let ends = event.ends.as_ref().map(|ends| ends.value);
        let when = said(self.speaker, &Occurrence { event, starts, ends });
        let place = event_place(self.speaker, event);
        let place = place.and_then(|it| it.name.map(|link| link.label).or(it.words));
        let parts = [Some(when), place.map(|it| it.text), summary.map(|it| it.text)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Words { text: parts.join(" · "), lang: None }
    }

    fn page(&self, page: &Page) -> Option<Post> {
        let speaker = self.speaker;
        let updated = self.revisions.of_page(page, speaker.lang());
        Some(Post {
            updated: updated.unwrap_or_else(|| self.revisions.oldest()),
            published: self.revisions.first_of_page(page),
            route: Route::Page(page.slug.clone()),
            title: speaker.words(&page.title)?,
            summary: speaker.words(&page.summary),
            category: None,
        })
    }
}

/// Text, marked where it is borrowed from another language.
fn words(document: &mut Document, name: &str, words: &Words) {
    let lang = words.lang.as_deref().map(|lang| ("xml:lang", lang));
    document.text(name, lang.as_slice(), &words.text);
}
