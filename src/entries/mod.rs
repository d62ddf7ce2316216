//! What the files say: `content/` read into model values, one file at a time.
//!
//! In: the folder `content/`. Out: [`Content`], every value valid in itself, and a finding for all
//! that is not. Promise: nothing stops at the first mistake, and the same folder gives the same
//! content and the same findings, whatever order its files were made in. What depends on several
//! entries is not looked at here: see [`crate::check`].

mod files;
mod kinds;
mod load;
mod pages;
mod parts;
mod paths;
mod reader;
mod site;
mod translations;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use self::files::{Group, Shelf, TextFile};
use self::kinds::Surroundings;
use self::reader::Context;
use crate::diagnostic::{Code, Diagnostics, Problem};
use crate::language::Languages;
use crate::model::value::Slug;
use crate::model::{EntryKind, Event, Page, Partner, Prose, Site, Space, Text, Vocabulary};
use crate::prose::{self, Inspected, Outline};
use crate::source::{FileId, Sources, Span};
use crate::syntax::{Node, yaml};

pub(crate) use self::files::{is_reserved, is_reserved_page};
pub(crate) use self::load::reread;
pub(crate) use self::paths::{folder, resolve as resolve_path};
pub(crate) use self::translations::only_prose_differs;

/// What `content/` says, each value valid in itself.
#[derive(Debug)]
pub struct Content {
    /// The languages in use, also where `site.yaml` is broken.
    pub languages: Languages,
    /// `site.yaml`; absent when it is missing or lacks what it needs.
    pub site: Option<Site>,
    /// `vocabulary.yaml`; empty when it is missing.
    pub vocabulary: Vocabulary,
    /// `holidays.yaml`, if there is one, and where it begins.
    pub holidays: Option<(BTreeMap<Date, Text>, Span)>,
    /// Organisations, by slug.
    pub partners: BTreeMap<Slug, Arc<Partner>>,
    /// Places, by slug.
    pub spaces: BTreeMap<Slug, Arc<Space>>,
    /// What takes place, by slug.
    pub events: BTreeMap<Slug, Arc<Event>>,
    /// Free pages, by slug.
    pub pages: BTreeMap<Slug, Page>,
    /// Entries whose facts could not be read, and whether each is a draft: references to them are
    /// not dangling.
    pub unread: BTreeMap<(EntryKind, Slug), bool>,
    /// Whether `vocabulary.yaml` is there and could not be read: its ids are then not known.
    pub vocabulary_unread: bool,
    /// Whether `holidays.yaml` is there and could not be read.
    pub holidays_unread: bool,
    /// Every file, by path relative to `content/`.
    pub files: BTreeSet<String>,
    /// What the proses point at and leave open, by their files.
    pub inspected: BTreeMap<FileId, Inspected>,
    /// What of each prose reaches beyond its words, where there is no fault to find with it.
    pub outlines: BTreeMap<FileId, Outline>,
    /// Whether any file stands behind a symbolic link, and so may have another path as well.
    pub linked: bool,
}

/// How to read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The site's root: the folder that holds `content/`.
    pub root: &'a Path,
    /// The languages to assume where `site.yaml` names none.
    pub languages: &'a Languages,
    /// Whether drafts are published, and so held to the rules like everything else.
    pub drafts: bool,
}

/// Reads `content/`.
pub fn read(reading: Reading<'_>, sources: &mut Sources, out: &mut Diagnostics) -> Content {
    let loaded = load::load(&reading.root.join("content"), sources, out);
    let files = loaded.files;
    let sources = &*sources;

    let site_node = loaded
        .texts
        .iter()
        .find(|text| text.path == "site.yaml")
        .map(|text| parse_whole(text, sources, out));
    let unread = |path: &str| loaded.unread.iter().any(|unread| unread == path);
    if site_node.is_none() && !unread("site.yaml") {
        out.push(Problem::new(Code::SiteMissing).at(Span::start_of(loaded.folder)));
    }
    let site_node = site_node.flatten();
    let languages = site_node.as_ref().and_then(|node| site::languages(node, reading.languages));
    let languages = languages.unwrap_or_else(|| reading.languages.clone());

    let required = site_node.as_ref().is_some_and(site::requires_translations);

    let sorted = files::sort(loaded.texts, &languages, out);
    let mut cx = Context { languages: &languages, files: &files, folder: "", required, out };
    let site = site_node.as_ref().and_then(|node| site::site(node, &mut cx));
    let vocabulary = sorted.vocabulary.as_ref().and_then(|text| {
        let node = parse_whole(text, sources, cx.out)?;
        Some(site::vocabulary(&node, &mut cx))
    });
    let vocabulary_unread =
        unread("vocabulary.yaml") || (sorted.vocabulary.is_some() && vocabulary.is_none());
    let holidays = sorted.holidays.as_ref().and_then(|text| {
        let node = parse_whole(text, sources, cx.out)?;
        Some((site::holidays(&node, &mut cx), Span::start_of(text.file)))
    });

    let holidays_unread =
        unread("holidays.yaml") || (sorted.holidays.is_some() && holidays.is_none());

    let groups: Vec<((Shelf, Slug), Group)> = sorted.groups.into_iter().collect();
    let read: Vec<(Read, Diagnostics)> = groups
        .into_par_iter()
        .map(|((shelf, slug), group)| {
            let mut own = Diagnostics::default();
            let mut cx = Context {
                languages: &languages,
                files: &files,
                folder: "",
                required,
                out: &mut own,
            };
            let read = read_group(shelf, slug, &group, sources, reading.drafts, &mut cx);
            (read, own)
        })
        .collect();

    let mut content = Content {
        languages: languages.clone(),
        site,
        vocabulary: vocabulary.unwrap_or_default(),
        vocabulary_unread,
        holidays,
        holidays_unread,
        partners: BTreeMap::new(),
        spaces: BTreeMap::new(),
        events: BTreeMap::new(),
        pages: BTreeMap::new(),
        unread: loaded
            .unread
            .iter()
            .filter_map(|path| Some((files::entry(path)?, false)))
            .collect(),
        files: BTreeSet::new(),
        inspected: BTreeMap::new(),
        outlines: BTreeMap::new(),
        linked: loaded.linked,
    };
    for (read, findings) in read {
        out.extend(findings);
        content.put(read);
    }
    content.files = files;
    let proses: Vec<Prose> = content.proses().collect();
    let inspect = |prose: Prose| (prose.file, prose::inspect(prose.text(sources)));
    content.inspected = proses.par_iter().copied().map(inspect).collect();
    let outlines = proses.iter().filter_map(|prose| {
        let head = sources.get(prose.file).text.get(..prose.start as usize)?;
        Some((prose.file, content.inspected.get(&prose.file)?.outline(head)?))
    });
    content.outlines = outlines.collect();
    content
}

/// One group of files, read.
enum Read {
    Partner(Arc<Partner>),
    Space(Arc<Space>),
    Event(Arc<Event>),
    Page(Box<Page>),
    /// The facts cannot be read; whether they say that they are a draft.
    Unread(EntryKind, Slug, bool),
    Nothing,
}

impl Content {
    /// The prose of every entry and page, in every language.
    fn proses(&self) -> impl Iterator<Item = Prose> {
        let partners = self.partners.values().map(|it| &it.entry.prose);
        let spaces = self.spaces.values().map(|it| &it.entry.prose);
        let events = self.events.values().map(|it| &it.entry.prose);
        let pages = self.pages.values().map(|it| &it.prose);
        let all = partners.chain(spaces).chain(events).chain(pages);
        all.flat_map(|prose| prose.iter().map(|(_, prose)| *prose))
    }

    fn put(&mut self, read: Read) {
        match read {
            Read::Partner(it) => {
                self.partners.insert(it.entry.slug.clone(), it);
            }
            Read::Space(it) => {
                self.spaces.insert(it.entry.slug.clone(), it);
            }
            Read::Event(it) => {
                self.events.insert(it.entry.slug.clone(), it);
            }
            Read::Page(it) => {
                self.pages.insert(it.slug.clone(), *it);
            }
            Read::Unread(kind, slug, draft) => {
                self.unread.insert((kind, slug), draft);
            }
            Read::Nothing => {}
        }
    }
}

fn read_group(
    shelf: Shelf,
    slug: Slug,
    group: &Group,
    sources: &Sources,
    drafts: bool,
    cx: &mut Context<'_>,
) -> Read {
    let kind = match shelf {
        Shelf::Pages => {
            let page = pages::page(slug, group, sources, cx);
            return page.map_or(Read::Nothing, |page| Read::Page(Box::new(page)));
        }
        Shelf::Entries(kind) => kind,
    };
    let homes = translations::homes(group, sources, cx);
    let Some(facts) = homes.facts else { return Read::Unread(kind, slug, false) };
    let Some(node) = facts.node else { return Read::Unread(kind, slug, false) };
    let draft = node.get("draft").is_some_and(is_yes);
    let unread = Read::Unread(kind, slug.clone(), draft);

    let folder = facts.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let words = translations::words(kinds::schema(kind), &homes.prose, &node, sources, cx);
    let around =
        Surroundings { slug, names: words.names, summaries: words.summaries, prose: words.prose };
    let mut cx = Context {
        folder: &folder,
        languages: cx.languages,
        files: cx.files,
        required: cx.required,
        out: cx.out,
    };
    let read = match kind {
        EntryKind::Partner => {
            kinds::partner(&node, around, &mut cx).map(|it| Read::Partner(Arc::new(it)))
        }
        EntryKind::Space => {
            kinds::space(&node, around, &mut cx).map(|it| Read::Space(Arc::new(it)))
        }
        EntryKind::Event => {
            kinds::event(&node, around, &mut cx).map(|it| Read::Event(Arc::new(it)))
        }
    };
    if draft && !drafts {
        cx.out.soften_since(0);
    }
    read.unwrap_or(unread)
}

fn is_yes(node: &Node) -> bool {
    matches!(&node.value, crate::syntax::Value::Word(word)
        if matches!(word.trim().to_ascii_lowercase().as_str(), "yes" | "true"))
}

/// Parses a file that is YAML from end to end.
fn parse_whole(text: &TextFile, sources: &Sources, out: &mut Diagnostics) -> Option<Node> {
    yaml::parse(&sources.get(text.file).text, text.file, 0, out)
}
