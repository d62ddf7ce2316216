//! Where each entry's facts stand, and what is wrong with the content as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::check::{self, Rules};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::entries::{self, Content, Reading};
use crate::language::Languages;
use crate::model::EntryKind;
use crate::model::schema::{EVENT, PARTNER, SPACE, Schema};
use crate::model::value::Slug;
use crate::model::{Entry, Vocabulary};
use crate::source::Sources;

/// The content, as far as sheets need to know it.
#[derive(Debug)]
pub struct Homes {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The languages of the site.
    pub languages: Languages,
    /// Every text, for telling the findings.
    pub sources: Sources,
    /// What is wrong with the content, in order.
    pub findings: Vec<Diagnostic>,
    /// The words that entries use: choices for cells.
    pub(super) vocabulary: Vocabulary,
    /// The path of each entry's facts, relative to the root.
    entries: BTreeMap<(EntryKind, String), String>,
    /// Entries whose facts cannot be read.
    pub(super) unread: BTreeSet<(EntryKind, String)>,
}

/// The schema of a kind.
pub(super) fn schema(kind: EntryKind) -> &'static Schema {
    match kind {
        EntryKind::Partner => &PARTNER,
        EntryKind::Space => &SPACE,
        EntryKind::Event => &EVENT,
    }
}

impl Homes {
    /// Reads and checks the content below `root`. `spoken` are the languages to assume where the
    /// site names none.
    pub fn read(root: &Path, spoken: &Languages, today: Date) -> Self {
        let mut sources = Sources::default();
        let mut out = Diagnostics::default();
        let reading = Reading { root, languages: spoken, drafts: false };
        let content = entries::read(reading, &mut sources, &mut out);
        let languages = content.languages.clone();
        let vocabulary = content.vocabulary.clone();
        let entries = all(&content)
            .map(|entry| {
                let path = sources.get(entry.facts.file).path.clone();
                ((entry.kind, entry.slug.to_string()), path)
            })
            .collect();
        let key = |(kind, slug): &(EntryKind, Slug)| (*kind, slug.to_string());
        let unread = content.unread.keys().map(key).collect();
        let seen = check::Seen::default();
        let rules = Rules { root, today, drafts: false, pictures: &seen };
        check::check(content, rules, &sources, &mut out);
        let findings = out.into_sorted();
        let root = root.to_owned();
        Self { root, languages, sources, findings, vocabulary, entries, unread }
    }

    /// The entries of a kind: slug and path of the facts, by slug.
    pub fn of(&self, kind: EntryKind) -> impl Iterator<Item = (&str, &str)> {
        let entries = self.entries.iter().filter(move |((of, _), _)| *of == kind);
        entries.map(|((_, slug), path)| (slug.as_str(), path.as_str()))
    }

    /// Where the facts of an entry stand.
    pub(super) fn path(&self, kind: EntryKind, slug: &str) -> Option<&str> {
        self.entries.get(&(kind, slug.to_owned())).map(String::as_str)
    }
}

fn all(content: &Content) -> impl Iterator<Item = &Entry> {
    let partners = content.partners.values().map(|it| &it.entry);
    let spaces = content.spaces.values().map(|it| &it.entry);
    let events = content.events.values().map(|it| &it.entry);
    partners.chain(spaces).chain(events)
}
