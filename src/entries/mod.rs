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

use self::files::{Group, Shelf, Sorted, TextFile};
use self::kinds::Surroundings;
use self::reader::Context;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Problem};
use crate::language::Languages;
use crate::model::value::Slug;
use crate::model::{EntryKind, Event, Page, Partner, Prose, Site, Space, Text, Vocabulary};
use crate::prose::{self, Inspected};
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
    pub files: Arc<BTreeSet<String>>,
    /// What the proses point at and leave open, by their files.
    pub inspected: Arc<BTreeMap<FileId, Arc<Inspected>>>,
    /// The same of those that the rest of the content has a say in; most point at nothing in it, and
    /// several rules ask each.
    pub telling: BTreeMap<FileId, Arc<Inspected>>,
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
    read_first(reading, sources, out).0
}

/// The same, with what it takes to read a little of it again.
pub fn read_first(
    reading: Reading<'_>,
    sources: &mut Sources,
    out: &mut Diagnostics,
) -> (Content, Memory) {
    let mut found = Diagnostics::default();
    let loaded = load::load(&reading.root.join("content"), sources, &mut found);
    let site = loaded.texts.iter().find(|text| text.path == "site.yaml");
    let site_node = site.map(|text| parse_whole(text, sources, &mut Diagnostics::default()));
    let site_node = site_node.flatten();
    let languages = site_node.as_ref().and_then(|node| site::languages(node, reading.languages));
    let languages = languages.unwrap_or_else(|| reading.languages.clone());
    let sorted = files::sort(loaded.texts, &languages, &mut found);
    let memory = Memory {
        drafts: reading.drafts,
        languages,
        folder: loaded.folder,
        files: Arc::new(loaded.files),
        unread: loaded.unread,
        linked: loaded.linked,
        sorted: Arc::new(sorted),
        found,
        groups: Arc::default(),
        inspected: Arc::default(),
    };
    memory.read(None, sources, out)
}

/// Reads again after the texts of some files became others, and no file came or went. What those
/// files are none of is taken as it was read before.
pub fn read_again(
    before: &Memory,
    changed: &BTreeSet<FileId>,
    sources: &Sources,
    out: &mut Diagnostics,
) -> (Content, Memory) {
    before.read(Some(changed), sources, out)
}

/// What was read, for reading a little of it again. What is large is shared.
#[derive(Clone, Debug)]
pub struct Memory {
    drafts: bool,
    languages: Languages,
    /// Names `content/` itself in findings.
    folder: FileId,
    files: Arc<BTreeSet<String>>,
    unread: Vec<String>,
    linked: bool,
    sorted: Arc<Sorted>,
    /// What was found before any file was parsed.
    found: Diagnostics,
    groups: Arc<Vec<(Read, Diagnostics)>>,
    inspected: Arc<BTreeMap<FileId, Arc<Inspected>>>,
}

impl Memory {
    /// Whether a file is one of an entry's or a page's, so that others can be read without it.
    pub fn is_apart(&self, file: FileId) -> bool {
        self.sorted.groups.values().any(|group| group.files().any(|it| it == file))
    }

    /// Reads everything, or what is in `changed`.
    fn read(
        &self,
        changed: Option<&BTreeSet<FileId>>,
        sources: &Sources,
        out: &mut Diagnostics,
    ) -> (Content, Self) {
        let is_changed = |file: FileId| changed.is_none_or(|changed| changed.contains(&file));
        let kept = |finding: &Diagnostic| changed.is_none() || !is_changed(finding.span.file);
        let mut found = Diagnostics::default();
        found.extend(self.found.clone().into_iter().filter(kept));
        out.extend(found.clone());
        let (languages, files, sorted) = (&self.languages, &*self.files, &*self.sorted);

        let unread = |path: &str| self.unread.iter().any(|unread| unread == path);
        if sorted.site.is_none() && !unread("site.yaml") {
            out.push(Problem::new(Code::SiteMissing).at(Span::start_of(self.folder)));
        }
        let site_node = sorted.site.as_ref().and_then(|text| parse_whole(text, sources, out));
        let required = site_node.as_ref().is_some_and(site::requires_translations);
        let mut cx = Context { languages, files, folder: "", required, out };
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

        let groups: Vec<(&(Shelf, Slug), &Group)> = sorted.groups.iter().collect();
        let read: Vec<(Read, Diagnostics)> = groups
            .into_par_iter()
            .enumerate()
            .map(|(at, ((shelf, slug), group))| {
                let known = self.groups.get(at).filter(|_| !group.files().any(is_changed));
                if let Some(known) = known {
                    return known.clone();
                }
                let mut own = Diagnostics::default();
                let mut cx = Context { languages, files, folder: "", required, out: &mut own };
                let read = read_group(*shelf, slug.clone(), group, sources, self.drafts, &mut cx);
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
            unread: self
                .unread
                .iter()
                .filter_map(|path| Some((files::entry(path)?, false)))
                .collect(),
            files: Arc::clone(&self.files),
            inspected: Arc::default(),
            telling: BTreeMap::new(),
            linked: self.linked,
        };
        for (read, findings) in &read {
            out.extend(findings.clone());
            content.put(read.clone());
        }
        let proses: Vec<Prose> = content.proses().collect();
        let inspect = |prose: Prose| {
            let known = self.inspected.get(&prose.file).filter(|_| !is_changed(prose.file));
            let inspected =
                known.map_or_else(|| Arc::new(prose::inspect(prose.text(sources))), Arc::clone);
            (prose.file, inspected)
        };
        let inspected: BTreeMap<_, _> = proses.into_par_iter().map(inspect).collect();
        let telling = inspected.iter().filter(|(_, it)| !it.leads_only_away());
        content.telling = telling.map(|(file, it)| (*file, Arc::clone(it))).collect();
        content.inspected = Arc::new(inspected);
        let memory = Self {
            found,
            groups: Arc::new(read),
            inspected: Arc::clone(&content.inspected),
            ..self.clone()
        };
        (content, memory)
    }
}

/// One group of files, read.
#[derive(Clone, Debug)]
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
