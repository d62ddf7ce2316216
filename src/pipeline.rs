//! The stages in order: from a folder to a published tree.
//!
//! [`read`] goes from files to a [`Project`], which exists only while there is nothing to refuse.
//! A [`crate::tree::Tree`] of it makes every page and every other file, all of them into a folder,
//! or one when it is asked for.

#[cfg(test)]
pub(crate) mod fixture;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::cache::Cache;
use crate::check::{self, Rules};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Problem};
use crate::entries::{self, Content, Reading};
use crate::history::History;
use crate::language::{LanguageTag, Languages, Locale, MessageFile, Messages};
use crate::model::Site;
use crate::page::Base;
use crate::prose::Inspected;
use crate::render::Renderer;
use crate::source::{FileId, Sources};
use crate::theme::{self, Assets, Manifest, Theme};
use crate::tree::{Extra, Project};

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The address of the tree, in place of the one in `site.yaml`.
    pub base_url: Option<String>,
    /// The day of the build; else the day of `now` in the site's time zone.
    pub today: Option<Date>,
    /// The clock, read once by the caller.
    pub now: Timestamp,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Results of earlier builds that were dear.
    pub cache: Cache,
    /// What is left out of the tree.
    pub without: Vec<Extra>,
    /// Whether the repository around `root` is asked when files were changed. Without it the dates
    /// of calendars, feeds and the sitemap are those that the content states.
    pub history: bool,
}

impl Request {
    /// The day of the build where the clocks show the time of a zone.
    pub fn day(&self, zone: &TimeZone) -> Date {
        self.today.unwrap_or_else(|| self.now.to_zoned_datetime(zone.clone()).date())
    }
}

/// What reading came to.
#[derive(Debug)]
pub struct Outcome {
    /// Every text that was read: findings point into them.
    pub sources: Arc<Sources>,
    /// All messages, for telling the findings.
    pub messages: Arc<Messages>,
    /// The languages of the site.
    pub languages: Languages,
    /// What was found, in order.
    pub findings: Vec<Diagnostic>,
    /// How many files the content holds.
    pub files: usize,
    /// Whether any of them stands behind a symbolic link, and so may have another path as well.
    pub linked: bool,
    /// The day that rules and figures are held against.
    pub today: Date,
    /// The name of the time zone whose day that is.
    pub zone: String,
    /// What the proses point at and leave open, by their files.
    pub inspected: Arc<BTreeMap<FileId, Arc<Inspected>>>,
    /// The site, unless something is wrong with it.
    pub project: Option<Project>,
    /// What it takes to read a little of it again.
    memory: Memory,
}

/// Reads and checks a site.
pub fn read(request: &Request) -> Outcome {
    let mut sources = Sources::default();
    let mut out = Diagnostics::default();
    let message_files = theme::message_files(&request.root, &mut sources, &mut out);
    let spoken = spoken(&message_files);
    let reading = Reading { root: &request.root, languages: &spoken, drafts: request.drafts };
    let mut own = Diagnostics::default();
    let (content, entries) = entries::read_first(reading, &mut sources, &mut own);
    let languages = &content.languages;

    let default = languages.tag(languages.default());
    let (messages, broken) = Messages::load(&sources, &message_files, default);
    out.extend(broken);
    let messages = Arc::new(messages);

    let prepared = content.site.as_ref().and_then(|site| {
        let theme = theme::load(&request.root, &site.theme, &mut sources, &mut out)?;
        audit(&theme, languages, &messages, &sources, &mut out);
        let locales = locales(site, &messages, &mut out);
        let base = Base::new(request.base_url.as_deref().unwrap_or(site.base_url.as_str()));
        let assets = Arc::new(Assets::new(&theme, site.map.tiles.is_some()));
        let renderer = Renderer::new(&theme, &assets, &base, &locales, &sources, &mut out)?
            .keeping_whole(site.title.iter().map(|(_, title)| title.as_str()));
        let renderer = Arc::new(renderer);
        let is_stock = theme.is_stock && theme::are_stock(&message_files, &sources);
        Some(Prepared { manifest: theme.manifest, locales, base, assets, renderer, is_stock })
    });
    let memory =
        Memory { entries, messages, prepared, found: out, pictures: Arc::default(), history: None };
    finish(request, content, own, Arc::new(sources), memory)
}

/// Reads again after the texts of some files of entries and pages became others: `sources` holds
/// them as they are now. Everything else is as it was for `before`; what it comes to is what
/// [`read`] would come to. Nothing where that cannot be said: a file is none of an entry's, or it
/// is another day.
pub fn read_again(
    request: &Request,
    before: &Outcome,
    sources: Sources,
    changed: &BTreeSet<FileId>,
) -> Option<Outcome> {
    let apart = changed.iter().all(|file| before.memory.entries.is_apart(*file));
    if !apart || before.linked {
        return None;
    }
    let mut own = Diagnostics::default();
    let (content, entries) =
        entries::read_again(&before.memory.entries, changed, &sources, &mut own);
    if day(request, &content) != before.today {
        return None;
    }
    let memory = Memory { entries, ..before.memory.clone() };
    Some(finish(request, content, own, Arc::new(sources), memory))
}

/// Checks what was read, and makes a project of it.
fn finish(
    request: &Request,
    content: Content,
    mut out: Diagnostics,
    sources: Arc<Sources>,
    mut memory: Memory,
) -> Outcome {
    out.extend(memory.found.clone());
    let languages = content.languages.clone();
    let (files, linked) = (content.files.len(), content.linked);
    let today = day(request, &content);
    let zone = content.site.as_ref().map_or("UTC", |site| site.time_zone.name()).to_owned();
    let inspected = Arc::clone(&content.inspected);
    let root = request.root.clone();
    let rules = Rules { root: &root, today, drafts: request.drafts, pictures: &memory.pictures };
    let directory = check::check(content, rules, &sources, &mut out);
    let publishable = directory.zip(memory.prepared.clone()).filter(|_| !out.has_errors());
    let project = publishable.map(|(directory, prepared)| {
        let Prepared { manifest, locales, base, assets, renderer, is_stock } = prepared;
        let asked = || if request.history { History::of(&root) } else { History::default() };
        let history = Arc::clone(memory.history.get_or_insert_with(|| Arc::new(asked())));
        Project {
            directory: Arc::new(directory),
            sources: Arc::clone(&sources),
            locales,
            manifest,
            assets,
            renderer,
            is_stock,
            base,
            root: root.clone(),
            today,
            history,
            cache: request.cache.clone(),
            without: request.without.clone(),
        }
    });
    let messages = Arc::clone(&memory.messages);
    let findings = out.into_sorted();
    Outcome {
        sources,
        messages,
        languages,
        findings,
        files,
        linked,
        today,
        zone,
        inspected,
        project,
        memory,
    }
}

/// The day of the build where the site's clocks say so.
fn day(request: &Request, content: &Content) -> Date {
    let zone = content.site.as_ref().map(|site| site.time_zone.rules());
    request.day(zone.unwrap_or(&TimeZone::UTC))
}

/// What was read, for reading a little of it again. What is large is shared.
#[derive(Clone, Debug)]
pub struct Memory {
    entries: entries::Memory,
    messages: Arc<Messages>,
    prepared: Option<Prepared>,
    /// What was found in messages and themes.
    found: Diagnostics,
    /// What was found at the files of pictures.
    pictures: Arc<check::Seen>,
    /// When files were changed, once it was asked.
    history: Option<Arc<History>>,
}

/// What pages are made with, whatever the entries say.
#[derive(Clone, Debug)]
struct Prepared {
    manifest: Manifest,
    locales: Vec<Locale>,
    base: Base,
    assets: Arc<Assets>,
    renderer: Arc<Renderer>,
    is_stock: bool,
}

/// The languages that have messages: what to assume while `site.yaml` names none.
fn spoken(files: &[MessageFile]) -> Languages {
    let tags = files.iter().map(|file| file.language.clone());
    Languages::new(tags).unwrap_or_else(Languages::undetermined)
}

/// Holds messages against templates and languages against each other.
fn audit(
    theme: &Theme,
    languages: &Languages,
    messages: &Messages,
    sources: &Sources,
    out: &mut Diagnostics,
) {
    let tags: Vec<LanguageTag> = languages.iter().map(|(_, tag)| tag.clone()).collect();
    out.extend(messages.audit(&tags, &theme::used_messages(theme, sources)));
    for (id, span) in theme::asked_messages(theme, sources) {
        if !tags.iter().any(|tag| messages.has(tag, &id)) {
            out.push(Problem::new(Code::MessageUnknown).text("message", id).at(span));
        }
    }
}

fn locales(site: &Site, messages: &Arc<Messages>, out: &mut Diagnostics) -> Vec<Locale> {
    let mut locales = Vec::new();
    for (lang, tag) in site.languages.iter() {
        if !messages.speaks(tag) {
            let known: Vec<&str> = messages.languages().map(LanguageTag::as_str).collect();
            let problem = Problem::new(Code::LocaleMissing)
                .text("language", tag.as_str())
                .choices("choices", known.iter().copied());
            out.push(problem.at(site.languages_span));
        }
        let format = site.formats.get(&lang).map(|format| format.value.as_str());
        match Locale::new(lang, tag, format, messages) {
            Ok(locale) => locales.push(locale),
            Err(problem) => out.push(problem.at(site.languages_span)),
        }
    }
    locales
}
