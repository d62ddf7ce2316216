//! What a site has, as far as it can be read: what completion offers and examples are made of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Diagnostics;
use crate::entries::{self, Content, Reading};
use crate::language::{Languages, Messages};
use crate::model::value::{Bounds, Location, Slug, Zone};
use crate::model::{EntryKind, Text, Vocabulary};
use crate::source::Sources;
use crate::theme;

/// Where one entry's facts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// `SLUG.md`, facts above the prose.
    Markdown,
    /// `SLUG/index.md`.
    MarkdownFolder,
    /// `SLUG.yaml`.
    Yaml,
    /// `SLUG/index.yaml`.
    YamlFolder,
}

/// What a site has. Mistakes in it are no matter here: what cannot be read is left out.
#[derive(Debug)]
pub struct Known {
    /// Its languages, the default first.
    pub languages: Languages,
    /// Its vocabulary.
    pub vocabulary: Vocabulary,
    /// What its entries are called, by kind and slug.
    pub entries: BTreeMap<EntryKind, BTreeMap<Slug, Text>>,
    /// Its free pages.
    pub pages: Vec<Slug>,
    /// Every file of `content/`, relative to it.
    pub files: Arc<BTreeSet<String>>,
    /// Whether there is a list of public holidays.
    pub holidays: bool,
    /// The middle of its map.
    pub centre: Option<Location>,
    /// The corners of the city.
    pub bounds: Option<Bounds>,
    /// What the site is called.
    pub title: Text,
    /// Its time zone.
    pub zone: Zone,
    /// Its address.
    pub base_url: Option<String>,
}

impl Known {
    /// Reads `content/` below `root` and every message, the site's own over the built-in ones.
    pub fn read(root: &Path) -> (Self, Messages) {
        let (mut sources, mut out) = (Sources::default(), Diagnostics::default());
        let files = theme::message_files(root, &mut sources, &mut out);
        let spoken = Languages::new(files.iter().map(|file| file.language.clone()));
        let spoken = spoken.unwrap_or_else(Languages::undetermined);
        let reading = Reading { root, languages: &spoken, drafts: true };
        let content = entries::read(reading, &mut sources, &mut out);
        let default = content.languages.tag(content.languages.default());
        let (messages, _) = Messages::load(&sources, &files, default);
        (Self::of(content), messages)
    }

    /// What a content has.
    pub fn of(content: Content) -> Self {
        let mut entries: BTreeMap<EntryKind, BTreeMap<Slug, Text>> = BTreeMap::new();
        let partners = content.partners.values().map(|it| &it.entry);
        let spaces = content.spaces.values().map(|it| &it.entry);
        let events = content.events.values().map(|it| &it.entry);
        for entry in partners.chain(spaces).chain(events) {
            let shelf = entries.entry(entry.kind).or_default();
            shelf.insert(entry.slug.clone(), entry.name.clone());
        }
        for (kind, slug) in content.unread.into_keys() {
            entries.entry(kind).or_default().entry(slug).or_default();
        }
        let site = content.site.as_ref();
        Self {
            entries,
            pages: content.pages.into_keys().collect(),
            files: content.files,
            holidays: content.holidays.is_some(),
            centre: site.and_then(|site| site.centre),
            bounds: site.and_then(|site| site.bounds),
            title: site.map(|site| site.title.clone()).unwrap_or_default(),
            base_url: site.map(|site| site.base_url.to_string()),
            zone: site.map_or_else(Zone::bangkok, |site| site.time_zone.clone()),
            languages: content.languages,
            vocabulary: content.vocabulary,
        }
    }

    /// The slugs of a kind, in their order.
    pub fn slugs(&self, kind: EntryKind) -> impl Iterator<Item = &Slug> {
        self.entries.get(&kind).into_iter().flat_map(BTreeMap::keys)
    }

    /// A text in the languages it is given in, each once, in the site's order: `ไทย / English`.
    pub fn label(&self, text: &Text) -> String {
        let mut words: Vec<&str> = Vec::new();
        for (language, _) in self.languages.iter() {
            let word = text.get(language).map(String::as_str);
            words.extend(word.filter(|word| !words.contains(word)));
        }
        words.join(" / ")
    }

    /// The file that holds an entry's facts, or would by its name.
    pub fn home(&self, kind: EntryKind, slug: &str) -> Option<Layout> {
        let folder = kind.as_str();
        // A file of facts that sorts earlier wins where there are two, as it does in reading.
        let homes = [
            (format!("{folder}/{slug}.yaml"), Layout::Yaml),
            (format!("{folder}/{slug}/index.yaml"), Layout::YamlFolder),
            (format!("{folder}/{slug}.md"), Layout::Markdown),
            (format!("{folder}/{slug}/index.md"), Layout::MarkdownFolder),
        ];
        homes.into_iter().find(|(path, _)| self.files.contains(path)).map(|(_, layout)| layout)
    }

    /// Whether any file of `content/` belongs to that slug on that shelf.
    pub fn is_taken(&self, shelf: &str, slug: &str) -> Option<&str> {
        let mine = |path: &&String| {
            let rest = path.strip_prefix(shelf).and_then(|rest| rest.strip_prefix('/'));
            let rest = rest.and_then(|rest| rest.strip_prefix(slug));
            rest.is_some_and(|rest| rest.starts_with(['.', '/']))
        };
        self.files.iter().find(mine).map(String::as_str)
    }

    /// Days the examples speak of: a week hence, and the days around it.
    pub(super) fn soon(today: Date) -> Date {
        today.checked_add(jiff::Span::new().days(7)).unwrap_or(today)
    }
}
