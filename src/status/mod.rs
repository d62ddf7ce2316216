//! How far the directory is translated, and how old what it says is.
//!
//! In: the directory, and when its lines were changed. Out: [`Status`]: figures for each language
//! and kind, and for each text and fact that needs somebody's hand, what it is and in which file.
//! Promise: only what can be known is said. A text is *outdated* when another language's was changed
//! after it (other than to catch up with it), or a fact was and nobody has verified the entry since. Git's history tells which;
//! without one, prose is outdated when it lacks a link, a picture or a heading that another
//! language's has.
//!
//! The figure that `--fail-under` is held against: of all texts (an entry or a page in a language),
//! those that lack nothing another language has and are not outdated, in per cent.

mod drift;
mod figures;
pub mod tell;

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use crate::history::LineHistory;
use crate::index::{Freshness, Standing};
use crate::language::{Lang, Languages, Localized};
use crate::model::{Directory, Entry, EntryKind, Page, Prose, Text};
use crate::source::Sources;

pub use figures::{Facts, Figures, Share};

/// What a status is made from.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What the content says.
    pub directory: &'a Directory,
    /// The texts that prose is read from.
    pub sources: &'a Sources,
    /// The folder that holds `content/`.
    pub root: &'a Path,
    /// When lines were changed, where that is known.
    pub history: Option<&'a LineHistory>,
    /// The day that facts are held against.
    pub today: Date,
}

/// How the directory stands.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// The day of it.
    pub today: String,
    /// Whether git told what was changed when; else texts were compared with each other.
    pub history: bool,
    /// All texts.
    pub texts: Share,
    /// Figures for each language, in the order of the site, and kind.
    pub languages: Vec<Figures>,
    /// How old the facts of each kind are.
    pub facts: Vec<Facts>,
    /// What needs somebody's hand, by kind, slug and language.
    pub open: Vec<Open>,
}

/// Something that needs somebody's hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    /// `partners`, `spaces`, `events` or `pages`.
    pub kind: &'static str,
    /// The entry or page.
    pub slug: String,
    /// The language of the text; none for facts.
    pub language: Option<String>,
    /// What it is.
    #[serde(flatten)]
    pub what: What,
    /// The file to change or to make, relative to the site's root.
    pub file: String,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum What {
    /// The language has nothing of it.
    Missing {
        /// `name`, `title`, `summary`, `prose`: what another language has.
        parts: Vec<&'static str>,
    },
    /// The language lacks a part of it, which is borrowed.
    Partial {
        /// The parts that it lacks.
        parts: Vec<&'static str>,
    },
    /// Another language's text was changed after this one.
    OlderThanText {
        /// The field, or `prose`.
        part: String,
        /// The other language.
        other: String,
        /// When that was changed.
        changed: String,
    },
    /// A fact was changed after this text.
    OlderThanFact {
        /// The text.
        part: String,
        /// The field.
        field: String,
        /// When that was changed.
        changed: String,
    },
    /// The text lacks what another language's has.
    Shorter {
        /// The other language.
        other: String,
        /// The targets of links and pictures that this one lacks.
        targets: Vec<String>,
        /// How many headings it has fewer.
        headings: usize,
    },
    /// The facts were last verified so long ago.
    Stale {
        /// When.
        verified: String,
    },
    /// Nobody has verified the facts.
    Unverified,
}

impl What {
    /// Whether a text is older than what it should say.
    pub fn is_outdated(&self) -> bool {
        matches!(
            self,
            Self::OlderThanText { .. } | Self::OlderThanFact { .. } | Self::Shorter { .. }
        )
    }
}

/// An entry or a page.
#[derive(Clone, Copy)]
enum Item<'d> {
    Entry(&'d Entry),
    Page(&'d Page),
}

/// The kind of free pages, beside the kinds of entries.
const PAGES: &str = "pages";

impl Status {
    /// Looks at all that is published.
    pub fn of(asked: Asked<'_>) -> Self {
        let directory = asked.directory;
        let languages = &directory.site.languages;
        let items = directory.entries().map(Item::Entry);
        let items: Vec<Item<'_>> = items.chain(directory.pages.values().map(Item::Page)).collect();
        let mut figures = figures::Counter::new(languages);
        let mut open = Vec::new();
        for item in items {
            let drift = drift::of(item, asked);
            for (language, tag) in languages.iter() {
                let tag = tag.as_str();
                let standing = item.standing(language);
                let lacking = item.lacking(language);
                let outdated: Vec<What> = drift
                    .iter()
                    .filter(|drift| drift.language == tag)
                    .map(|drift| drift.what.clone())
                    .collect();
                figures.text(item.kind(), language, standing, !outdated.is_empty());
                let lacks = match standing {
                    Standing::Complete => None,
                    Standing::Partial => Some(What::Partial { parts: lacking.clone() }),
                    Standing::Missing => Some(What::Missing { parts: lacking.clone() }),
                };
                for what in lacks.into_iter().chain(outdated) {
                    let prose = match &what {
                        What::Missing { parts } | What::Partial { parts } => {
                            parts.contains(&"prose")
                        }
                        What::OlderThanText { part, .. } | What::OlderThanFact { part, .. } => {
                            part == "prose"
                        }
                        _ => true,
                    };
                    let file = item.file(language, languages, prose, asked.sources);
                    let language = Some(tag.to_owned());
                    let (kind, slug) = (item.kind(), item.slug().to_owned());
                    open.push(Open { kind, slug, language, what, file });
                }
            }
            if let Item::Entry(entry) = item {
                let review = directory.site.review_after;
                let freshness = Freshness::of(entry.verified.as_ref(), review, asked.today);
                figures.fact(item.kind(), freshness);
                let verified = entry.verified.as_ref().map(|it| it.on.to_string());
                let what = match (freshness, verified) {
                    (Freshness::Stale, Some(verified)) => Some(What::Stale { verified }),
                    (Freshness::Unverified, _) => Some(What::Unverified),
                    _ => None,
                };
                let file = asked.sources.get(entry.facts.file).path.clone();
                let (kind, slug) = (item.kind(), item.slug().to_owned());
                open.extend(what.map(|what| Open { kind, slug, language: None, what, file }));
            }
        }
        let (texts, languages, facts) = figures.finish();
        let history = asked.history.is_some();
        Self { today: asked.today.to_string(), history, texts, languages, facts, open }
    }
}

impl Item<'_> {
    fn kind(self) -> &'static str {
        match self {
            Self::Entry(entry) => entry.kind.as_str(),
            Self::Page(_) => PAGES,
        }
    }

    fn slug(&self) -> &str {
        match self {
            Self::Entry(entry) => entry.slug.as_str(),
            Self::Page(page) => page.slug.as_str(),
        }
    }

    fn standing(self, language: Lang) -> Standing {
        match self {
            Self::Entry(entry) => Standing::of(entry, language),
            Self::Page(page) => Standing::of_page(page, language),
        }
    }

    fn prose(&self) -> &Localized<Prose> {
        match self {
            Self::Entry(entry) => &entry.prose,
            Self::Page(page) => &page.prose,
        }
    }

    /// The parts that another language has and this one lacks.
    fn lacking(&self, language: Lang) -> Vec<&'static str> {
        let (name, title, summary): (&str, &Text, &Text) = match self {
            Self::Entry(entry) => ("name", &entry.name, &entry.summary),
            Self::Page(page) => ("title", &page.title, &page.summary),
        };
        let lacks = |text: &Text| !text.is_empty() && text.get(language).is_none();
        let prose = self.prose();
        let prose = !prose.is_empty() && prose.get(language).is_none();
        let name = if name == "name" { "name" } else { "title" };
        [(name, lacks(title)), ("summary", lacks(summary)), ("prose", prose)]
            .into_iter()
            .filter_map(|(part, lacks)| lacks.then_some(part))
            .collect()
    }

    /// The file in which a language's words stand, or would: the prose's own, or that of the facts.
    fn file(
        &self,
        language: Lang,
        languages: &Languages,
        prose: bool,
        sources: &Sources,
    ) -> String {
        let facts = match self {
            Self::Entry(entry) => entry.facts,
            Self::Page(page) => page.facts,
        };
        let facts = &sources.get(facts.file).path;
        let is_page = matches!(self, Self::Page(_));
        if let Some(prose) = self.prose().get(language).filter(|_| prose || is_page) {
            return sources.get(prose.file).path.clone();
        }
        if !prose && !is_page {
            return facts.clone();
        }
        let stem = facts.rsplit_once('.').map_or(facts.as_str(), |(stem, _)| stem);
        // A page's first file may be one of a language.
        let own = stem.rsplit_once('.').filter(|(_, tag)| languages.find(tag).is_some());
        let stem = own.map_or(stem, |(stem, _)| stem);
        format!("{stem}.{}.md", languages.tag(language))
    }
}

/// The kind of an entry's word, for figures.
fn kinds() -> impl Iterator<Item = &'static str> {
    EntryKind::WORDS.iter().copied().chain([PAGES])
}
