//! When each entry and page was last changed, as well as that is known.
//!
//! In: the history of the files, and the dates that the content itself states. Out: times for
//! calendars, feeds and the sitemap. Promise: never the clock of the build; nothing changes while
//! neither content nor history does.
//!
//! A time is *known* from the commits of an entry's files or from its `verified` date, whichever
//! is later. Where a format cannot do without one, [`Revisions::updated`] takes what the content
//! says besides: an event's beginning when that is past, the day a partner joined, the city's
//! admission to UNESCO's network, else the first second of the year 2000.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use super::Item;
use crate::history::{Changes, History};
use crate::language::{Lang, Localized};
use crate::model::{Directory, Entry, Page, Prose};
use crate::source::{FileId, Sources, Span};

/// What to say where nothing is known: 2000-01-01T00:00:00Z.
const UNKNOWN: Timestamp = Timestamp::constant(946_684_800, 0);

/// Tells when things were changed.
#[derive(Clone, Copy, Debug)]
pub struct Revisions<'d> {
    /// What the repository remembers.
    pub history: &'d History,
    /// The files that spans point into.
    pub sources: &'d Sources,
    /// What the content says.
    pub directory: &'d Directory,
    /// The day of the build: what is past and what is to come.
    pub today: Date,
}

impl Revisions<'_> {
    /// When an entry was last changed as far as a language's readers are concerned, if known.
    pub fn of_entry(&self, entry: &Entry, language: Lang) -> Option<Timestamp> {
        let files = files(entry.facts, &entry.prose, language);
        self.last(files).max(self.verified(entry))
    }

    /// When an entry was last changed in any language, if known.
    pub fn of_entry_in_all(&self, entry: &Entry) -> Option<Timestamp> {
        let languages = self.directory.site.languages.iter();
        languages.filter_map(|(language, _)| self.of_entry(entry, language)).max()
    }

    /// When a free page was last changed in a language, if known.
    pub fn of_page(&self, page: &Page, language: Lang) -> Option<Timestamp> {
        self.last(files(page.facts, &page.prose, language))
    }

    /// When an entry was first published, if known.
    pub fn first_of_entry(&self, entry: &Entry) -> Option<Timestamp> {
        self.changes(entry.facts.file)?.first
    }

    /// When a free page was first published, if known.
    pub fn first_of_page(&self, page: &Page) -> Option<Timestamp> {
        self.changes(page.facts.file)?.first
    }

    /// When an entry was last changed, or the best that the content says instead.
    pub fn updated(&self, item: &Item, language: Lang) -> Timestamp {
        let stated = || match item {
            Item::Event(event) => {
                Some(event.starts.value.start()).filter(|starts| starts.date() <= self.today)
            }
            Item::Partner(partner) => partner.joined.map(midnight),
            Item::Space(_) => None,
        };
        self.of_entry(item.entry(), language)
            .or_else(|| self.instant(stated()?))
            .unwrap_or_else(|| self.oldest())
    }

    /// What to say of something that nothing is known of.
    pub fn oldest(&self) -> Timestamp {
        let membership = self.directory.site.membership.as_ref();
        membership.and_then(|it| self.instant(midnight(it.since))).unwrap_or(UNKNOWN)
    }

    /// A local time of the site as an instant.
    pub fn instant(&self, local: DateTime) -> Option<Timestamp> {
        self.directory.site.time_zone.rules().to_timestamp(local).ok()
    }

    fn verified(&self, entry: &Entry) -> Option<Timestamp> {
        let verified = entry.verified.as_ref().filter(|it| it.on <= self.today)?;
        self.instant(midnight(verified.on))
    }

    fn last(&self, files: impl Iterator<Item = FileId>) -> Option<Timestamp> {
        files.filter_map(|file| self.changes(file)).map(|it| it.last).max()
    }

    fn changes(&self, file: FileId) -> Option<Changes> {
        self.history.of_file(&self.sources.get(file).path)
    }
}

/// The file of the facts, and that of the prose that a language's readers see.
fn files(facts: Span, prose: &Localized<Prose>, language: Lang) -> impl Iterator<Item = FileId> {
    let prose = prose.resolve(language).map(|(prose, _)| prose.file);
    [facts.file].into_iter().chain(prose)
}

fn midnight(date: Date) -> DateTime {
    date.at(0, 0, 0, 0)
}
