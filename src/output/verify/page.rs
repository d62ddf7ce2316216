//! What one file says about others and about itself.
//!
//! In: a file of the tree. Out: the targets it leads to, the targets it offers, and what the rules
//! for pages ask. Promise: nothing of the file is kept but digests and what is wrong.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hasher};

use memchr::memmem::Finder;

use super::address::{Resolver, Target};
use super::budget;
use super::html::{self, Event, Tag, decode};
use crate::export::kind;

/// A target's name in few bytes. Two targets of one name are as likely as a meteorite.
pub(super) type Name = u64;

/// What a file says.
#[derive(Debug, Default)]
pub(super) struct Facts<'t> {
    /// The path of the file below the root.
    pub(super) file: String,
    /// What it leads to, once each, and a spelling that leads there from anywhere.
    pub(super) leads_to: Vec<(Name, Cow<'t, str>)>,
    /// The places in it that a fragment can name.
    pub(super) offers: Vec<Name>,
    /// Addresses that can lead nowhere, as written.
    pub(super) dead: Vec<String>,
    /// Addresses on other sites that a reader can follow.
    pub(super) foreign: Vec<String>,
    /// What the rules for pages ask; nothing for a file that is no page.
    pub(super) page: Option<PageFacts>,
}

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct PageFacts {
    pub(super) headings: usize,
    pub(super) has_title: bool,
    pub(super) has_description: bool,
    /// It only leads on to another page.
    pub(super) is_redirect: bool,
    /// Its compressed size where that is over the budget.
    pub(super) heavy: Option<usize>,
    /// The style sheets it loads.
    pub(super) styles: Vec<Name>,
    /// The scripts it loads.
    pub(super) scripts: Vec<Name>,
}

/// The name of a file, or of a place in one.
pub(super) fn name(path: &str, fragment: Option<&str>) -> Name {
    match fragment {
        Some(fragment) => name_of([path, "#", fragment]),
        None => name_of([path]),
    }
}

/// The name of what these parts spell together.
pub(super) fn name_of<const N: usize>(parts: [&str; N]) -> Name {
    // Its keys are fixed: the same on every machine. It takes in a stream: parts have no borders.
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write(part.as_bytes());
    }
    hasher.finish()
}

/// Reads a file of any kind.
pub(super) fn read<'t>(file: &str, bytes: &'t [u8], resolver: &Resolver) -> Facts<'t> {
    let facts = Facts { file: file.to_owned(), ..Facts::default() };
    let mut reader = Reader { facts, resolver };
    let Ok(text) = simdutf8::basic::from_utf8(bytes) else { return reader.facts };
    let media = kind::media_type(file);
    if media == kind::HTML {
        reader.page(text);
    } else if media == kind::STYLE {
        reader.style(text);
    } else if file == "_redirects" {
        for address in text.lines().flat_map(|line| line.split_whitespace().take(2)) {
            reader.lead(Cow::Borrowed(address));
        }
    } else if media == kind::APPLICATION {
        reader.manifest(text);
    } else if media == kind::CALENDAR {
        // A long line goes on after a line end and a space (RFC 5545, 3.1).
        reader.anywhere(&text.replace("\r\n ", ""));
    } else if kind::is_text(file) {
        reader.anywhere(text);
    }
    reader.facts.leads_to.sort();
    reader.facts.leads_to.dedup();
    reader.facts
}

/// Where an address leads, as far as the reader of a page asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Led {
    Inside(Name),
    Foreign,
    Elsewhere,
}

struct Reader<'r, 't> {
    facts: Facts<'t>,
    resolver: &'r Resolver,
}

impl<'t> Reader<'_, 't> {
    fn page(&mut self, text: &'t str) {
        let mut page =
            PageFacts { heavy: budget::over_html(text.as_bytes()), ..Default::default() };
        html::read(text, |event| match event {
            Event::Tag(tag) => self.tag(tag, &mut page),
            Event::Text { element: "title", text } => page.has_title |= !text.trim().is_empty(),
            // Structured data names pages by their absolute addresses.
            Event::Text { text, .. } => self.anywhere(text),
        });
        self.facts.page = Some(page);
    }

    fn tag(&mut self, tag: Tag<'t>, page: &mut PageFacts) {
        page.headings += usize::from(tag.is("h1"));
        if tag.is("meta") {
            self.meta(tag, page);
            return;
        }
        if tag.is_only_styled() {
            return;
        }
        for (attribute, value) in tag.attributes() {
            match attribute {
                "id" => self.facts.offers.push(name(&self.facts.file, Some(&decode(value)))),
                "name" if tag.is("a") => {
                    self.facts.offers.push(name(&self.facts.file, Some(&decode(value))));
                }
                "href" if tag.is("a") || tag.is("area") => {
                    let led = self.lead(decode(value));
                    if led == Led::Foreign {
                        self.facts.foreign.push(decode(value).into_owned());
                    }
                }
                "href" | "src" | "action" | "formaction" | "poster" | "data" | "cite" => {
                    if let Led::Inside(name) = self.lead(decode(value)) {
                        note_loaded(tag, name, page);
                    }
                }
                "srcset" | "imagesrcset" => {
                    for candidate in decode(value).split(',') {
                        if let Some(address) = candidate.split_whitespace().next() {
                            self.lead(Cow::Owned(address.to_owned()));
                        }
                    }
                }
                // A script's own way of being told where a file is.
                _ if attribute.starts_with("data-") => {
                    let value = decode(value);
                    if self.names_a_file(&value) {
                        self.lead(value);
                    }
                }
                _ => {}
            }
        }
    }

    fn meta(&mut self, tag: Tag<'t>, page: &mut PageFacts) {
        let Some(content) = tag.attribute("content") else { return };
        let key = ["name", "property", "http-equiv"].iter().find_map(|name| tag.attribute(name));
        match key.as_deref() {
            Some("description") => page.has_description |= !content.trim().is_empty(),
            Some("refresh") => {
                page.is_redirect = true;
                if let Some((_, address)) = content.split_once("url=") {
                    self.lead(Cow::Owned(address.to_owned()));
                }
            }
            Some("og:url" | "og:image" | "twitter:image") => {
                self.lead(content);
            }
            _ => {}
        }
    }

    /// Takes down what an address leads to.
    fn lead(&mut self, address: Cow<'t, str>) -> Led {
        if let Some(name) = self.resolver.plain(&address) {
            self.note(name, || address);
            return Led::Inside(name);
        }
        match self.resolver.resolve(&self.facts.file, &address) {
            Target::Inside { path, fragment } => {
                let name = name(&path, fragment.as_deref());
                let resolver = self.resolver;
                self.note(name, || Cow::Owned(resolver.url(&path, fragment.as_deref())));
                Led::Inside(name)
            }
            Target::Outside => {
                self.facts.dead.push(address.into_owned());
                Led::Elsewhere
            }
            Target::Foreign => Led::Foreign,
            Target::Elsewhere => Led::Elsewhere,
        }
    }

    fn note(&mut self, name: Name, address: impl FnOnce() -> Cow<'t, str>) {
        // Most of what a page names it names again and again.
        if self.facts.leads_to.iter().rev().take(4).all(|(known, _)| *known != name) {
            self.facts.leads_to.push((name, address()));
        }
    }

    fn names_a_file(&self, value: &str) -> bool {
        value.len() > 1
            && !value.contains(char::is_whitespace)
            && value.starts_with('/')
            && matches!(self.resolver.resolve("", value), Target::Inside { .. })
    }

    /// Every absolute address of this site, whatever the format. Fragments there name things
    /// rather than places, and a query is the reader's.
    fn anywhere(&mut self, text: &str) {
        let resolver = self.resolver;
        let bare = resolver.bare();
        for at in Finder::new(bare).find_iter(text.as_bytes()) {
            if !text[..at].ends_with("://") {
                continue;
            }
            let rest = &text[at + bare.len()..];
            let ends = |c: char| {
                c.is_whitespace()
                    || matches!(c, '"' | '\'' | '<' | '>' | '\\' | ',' | ';' | '|' | '#' | '?')
                    || matches!(c, '{' | '}' | '(' | ')' | '[' | ']')
            };
            let path = rest[..rest.find(ends).unwrap_or(rest.len())].trim_end_matches('.');
            let path = decode(path);
            let address = || Cow::Owned(["https://", bare, &*path].concat());
            match Resolver::plain_below(&path) {
                Some(name) => self.note(name, address),
                None => {
                    self.lead(address());
                }
            }
        }
    }

    /// The addresses of a style sheet: `url(…)`, relative to it.
    fn style(&mut self, text: &str) {
        for part in text.split("url(").skip(1) {
            let address = part.split(')').next().unwrap_or_default().trim();
            self.lead(Cow::Owned(address.trim_matches(['"', '\'']).to_owned()));
        }
    }

    /// The members of a web application manifest that are addresses.
    fn manifest(&mut self, text: &str) {
        fn visit(reader: &mut Reader<'_, '_>, value: &serde_json::Value) {
            match value {
                serde_json::Value::Array(items) => items.iter().for_each(|it| visit(reader, it)),
                serde_json::Value::Object(members) => {
                    for (name, value) in members {
                        match value.as_str() {
                            Some(address)
                                if ["start_url", "scope", "src", "url"]
                                    .contains(&name.as_str()) =>
                            {
                                reader.lead(Cow::Owned(address.to_owned()));
                            }
                            _ => visit(reader, value),
                        }
                    }
                }
                _ => {}
            }
        }
        if let Ok(manifest) = serde_json::from_str(text) {
            visit(self, &manifest);
        }
    }
}

/// Notes the style sheets and scripts that a browser loads with the page.
fn note_loaded(tag: Tag<'_>, name: Name, page: &mut PageFacts) {
    let is_style = || tag.attribute("rel").is_some_and(|rel| rel == "stylesheet");
    if tag.is("script") {
        page.scripts.push(name);
    } else if tag.is("link") && is_style() {
        page.styles.push(name);
    }
}
