//! The whole: everything that the content says, valid.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::value::{Outline, Slug};
use super::{Entry, EntryKind, Event, Page, Partner, Prose, Site, Space, Text, Vocabulary};

/// The directory. Drafts are in it only when the build asked for them. Entries are shared: lists of
/// them hold on to them, and what did not change is the same in the next directory.
#[derive(Clone, Debug)]
pub struct Directory {
    /// The city.
    pub site: Site,
    /// The words entries use.
    pub vocabulary: Vocabulary,
    /// Public holidays and their names.
    pub holidays: BTreeMap<Date, Text>,
    /// Organisations, by slug.
    pub partners: BTreeMap<Slug, Arc<Partner>>,
    /// Places, by slug.
    pub spaces: BTreeMap<Slug, Arc<Space>>,
    /// What takes place, by slug.
    pub events: BTreeMap<Slug, Arc<Event>>,
    /// Free pages, by slug.
    pub pages: BTreeMap<Slug, Page>,
    /// What the map is drawn on.
    pub outline: Outline,
    /// Every file of the content, by path relative to `content/`.
    pub files: Arc<BTreeSet<String>>,
    /// Those of the files that entries and pages show or link to.
    pub published: BTreeSet<String>,
}

impl Directory {
    /// The entry of that kind and slug.
    pub fn entry(&self, kind: EntryKind, slug: &str) -> Option<&Entry> {
        match kind {
            EntryKind::Partner => self.partners.get(slug).map(|partner| &partner.entry),
            EntryKind::Space => self.spaces.get(slug).map(|space| &space.entry),
            EntryKind::Event => self.events.get(slug).map(|event| &event.entry),
        }
    }

    /// The prose of every entry and page, in every language.
    pub fn proses(&self) -> impl Iterator<Item = Prose> {
        let entries = self.entries().map(|entry| &entry.prose);
        let pages = self.pages.values().map(|page| &page.prose);
        entries.chain(pages).flat_map(|prose| prose.iter().map(|(_, prose)| *prose))
    }

    /// Every entry, by kind and slug.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let partners = self.partners.values().map(|partner| &partner.entry);
        let spaces = self.spaces.values().map(|space| &space.entry);
        let events = self.events.values().map(|event| &event.entry);
        partners.chain(spaces).chain(events)
    }
}
