//! Orders, groups and figures: every order that a page shows is decided here.
//!
//! In: the [`Directory`], the languages' collations and the day. Out: [`Index`], which borrows the
//! directory. Promise: the same directory and day give the same index; nothing in it depends on
//! threads or on the order of files.

mod aspects;
mod calendar;
mod figures;
mod groups;
mod names;
mod revisions;
mod standing;

use jiff::civil::Date;

pub(crate) use calendar::dated;
pub use calendar::{Calendar, Month, Occurrence};
pub use figures::{Bar, Chart, Figures};
pub use groups::Groups;
pub(crate) use groups::{district, kinds};
pub use names::Letter;
pub use revisions::Revisions;
pub use standing::{Freshness, Standing};

use crate::language::{Collation, Lang};
use crate::model::{Directory, Entry, EntryKind, Event, Partner, Space, Status};

/// An entry of any kind.
#[derive(Clone, Copy, Debug)]
pub enum Item<'d> {
    /// A partner.
    Partner(&'d Partner),
    /// A space.
    Space(&'d Space),
    /// An event.
    Event(&'d Event),
}

impl<'d> Item<'d> {
    /// What every entry has.
    pub fn entry(self) -> &'d Entry {
        match self {
            Self::Partner(it) => &it.entry,
            Self::Space(it) => &it.entry,
            Self::Event(it) => &it.entry,
        }
    }

    /// Whether it stands in lists: what is closed does not.
    pub fn is_listed(self) -> bool {
        self.entry().status != Status::Closed
    }
}

/// Everything that pages list, in the order in which they list it.
#[derive(Debug)]
pub struct Index<'d> {
    /// What is indexed.
    pub directory: &'d Directory,
    /// The day of the build.
    pub today: Date,
    /// Partners and spaces by name, one order a language.
    by_name: Vec<NameOrder<'d>>,
    /// Events: the coming ones first by date, then the past ones, latest first.
    pub events: Vec<&'d Event>,
    /// When events take place.
    pub calendar: Calendar<'d>,
    /// Everything under each word of the vocabulary, one a language.
    groups: Vec<Groups<'d>>,
    /// The network in numbers.
    pub figures: Figures,
}

#[derive(Debug)]
struct NameOrder<'d> {
    partners: Vec<&'d Partner>,
    spaces: Vec<&'d Space>,
    letters: Vec<Letter<'d>>,
}

impl<'d> Index<'d> {
    /// Indexes a directory. `collations` holds one for each of the site's languages, in order.
    pub fn new(directory: &'d Directory, collations: &[&Collation], today: Date) -> Self {
        let calendar = Calendar::new(directory, today);
        let events = calendar.in_order(directory);
        let languages = directory.site.languages.iter().map(|(language, _)| language);
        let by_name: Vec<NameOrder<'d>> = languages
            .zip(collations)
            .map(|(language, collation)| {
                let partners =
                    directory.partners.values().filter(|it| it.entry.status != Status::Closed);
                let spaces =
                    directory.spaces.values().filter(|it| it.entry.status != Status::Closed);
                let partners = names::sorted(partners, |it| &it.entry, language, collation);
                let spaces = names::sorted(spaces, |it| &it.entry, language, collation);
                let letters = names::letters(&partners, &spaces, language, collation);
                NameOrder { partners, spaces, letters }
            })
            .collect();
        let groups = by_name
            .iter()
            .map(|order| Groups::new(directory, &order.partners, &order.spaces, &events))
            .collect();
        let figures = Figures::new(directory, &calendar, today);
        Self { directory, today, by_name, events, calendar, groups, figures }
    }

    /// Partners in the order of a language.
    pub fn partners(&self, language: Lang) -> &[&'d Partner] {
        &self.by_name[language.index()].partners
    }

    /// Spaces in the order of a language.
    pub fn spaces(&self, language: Lang) -> &[&'d Space] {
        &self.by_name[language.index()].spaces
    }

    /// Partners and spaces under their first letters.
    pub fn letters(&self, language: Lang) -> &[Letter<'d>] {
        &self.by_name[language.index()].letters
    }

    /// Everything under each word of the vocabulary, in the order of a language.
    pub fn groups(&self, language: Lang) -> &Groups<'d> {
        &self.groups[language.index()]
    }

    /// One kind's listed entries, in the order of a language.
    pub fn listing(&self, kind: EntryKind, language: Lang) -> Vec<Item<'d>> {
        match kind {
            EntryKind::Partner => {
                self.partners(language).iter().map(|it| Item::Partner(it)).collect()
            }
            EntryKind::Space => self.spaces(language).iter().map(|it| Item::Space(it)).collect(),
            EntryKind::Event => self.events.iter().map(|it| Item::Event(it)).collect(),
        }
    }
}
