//! The stages in order: from a folder to a published tree.
//!
//! [`read`] goes from files to a [`Project`], which exists only while there is nothing to refuse.
//! A [`crate::tree::Tree`] of it makes every page and every other file, all of them into a folder,
//! or one when it is asked for.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::cache::Cache;
use crate::check::{self, Rules};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Problem};
use crate::entries::{self, Reading};
use crate::history::History;
use crate::language::{LanguageTag, Languages, Locale, MessageFile, Messages};
use crate::model::Site;
use crate::page::Base;
use crate::prose::Outline;
use crate::render::Renderer;
use crate::source::{FileId, Sources};
use crate::theme::{self, Assets, Theme};
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
    /// What of each prose reaches beyond its words, where there is no fault to find with it.
    pub outlines: BTreeMap<FileId, Outline>,
    /// Whether any of them stands behind a symbolic link, and so may have another path as well.
    pub linked: bool,
    /// The day that rules and figures are held against.
    pub today: Date,
    /// The name of the time zone whose day that is.
    pub zone: String,
    /// The site, unless something is wrong with it.
    pub project: Option<Project>,
}

/// Reads and checks a site.
pub fn read(request: &Request) -> Outcome {
    let mut sources = Sources::default();
    let mut out = Diagnostics::default();
    let message_files = theme::message_files(&request.root, &mut sources, &mut out);
    let spoken = spoken(&message_files);
    let reading = Reading { root: &request.root, languages: &spoken, drafts: request.drafts };
    let mut content = entries::read(reading, &mut sources, &mut out);
    let outlines = std::mem::take(&mut content.outlines);
    let languages = content.languages.clone();
    let (files, linked) = (content.files.len(), content.linked);

    let default = languages.tag(languages.default());
    let (messages, broken) = Messages::load(&sources, &message_files, default);
    out.extend(broken);
    let messages = Arc::new(messages);

    let prepared = content.site.as_ref().and_then(|site| {
        let theme = theme::load(&request.root, &site.theme, &mut sources, &mut out)?;
        audit(&theme, &languages, &messages, &sources, &mut out);
        let locales = locales(site, &messages, &mut out);
        let base = Base::new(request.base_url.as_deref().unwrap_or(site.base_url.as_str()));
        let assets = Arc::new(Assets::new(&theme, site.map.tiles.is_some()));
        let renderer = Renderer::new(&theme, &assets, &base, &locales, &sources, &mut out)?
            .keeping_whole(site.title.iter().map(|(_, title)| title.as_str()));
        Some((theme, locales, base, assets, renderer))
    });
    let zone = content.site.as_ref().map(|site| &site.time_zone);
    let today = request.day(zone.map_or(&TimeZone::UTC, |zone| zone.rules()));
    let zone = zone.map_or("UTC", |zone| zone.name()).to_owned();
    let rules = Rules { root: &request.root, today, drafts: request.drafts };
    let directory = check::check(content, rules, &sources, &mut out);
    let sources = Arc::new(sources);
    let publishable = directory.zip(prepared).filter(|_| !out.has_errors());
    let project = publishable.map(|(directory, prepared)| {
        let (theme, locales, base, assets, renderer) = prepared;
        let root = request.root.clone();
        let history = if request.history { History::of(&root) } else { History::default() };
        Project {
            directory: Arc::new(directory),
            sources: Arc::clone(&sources),
            locales,
            manifest: theme.manifest,
            assets,
            renderer,
            base,
            root,
            today,
            history,
            cache: request.cache.clone(),
            without: request.without.clone(),
        }
    });
    let findings = out.into_sorted();
    Outcome {
        sources,
        messages,
        languages,
        findings,
        files,
        outlines,
        linked,
        today,
        zone,
        project,
    }
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
