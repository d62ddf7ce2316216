//! Orders, groups and figures: every order that a page shows is decided here.
//!
//! In: the [`Directory`], the languages' collations and the day. Out: [`Index`], which holds the
//! directory and borrows nothing, so that a server can keep it. Promise: the same directory and day give the same index; nothing in it depends on
//! threads or on the order of files.

mod aspects;
mod calendar;
mod figures;
mod groups;
mod names;
mod related;
mod revisions;
mod standing;

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

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

/// An entry of any kind, as lists hold it.
#[derive(Clone, Debug)]
pub enum Item {
    /// A partner.
    Partner(Arc<Partner>),
    /// A space.
    Space(Arc<Space>),
    /// An event.
    Event(Arc<Event>),
}

impl Item {
    /// What every entry has.
    pub fn entry(&self) -> &Entry {
        match self {
            Self::Partner(it) => &it.entry,
            Self::Space(it) => &it.entry,
            Self::Event(it) => &it.entry,
        }
    }

    /// Whether both are the very same.
    pub fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.entry(), other.entry())
    }

    /// Whether it stands in lists: what is closed does not.
    pub fn is_listed(&self) -> bool {
        self.entry().status != Status::Closed
    }
}

/// Everything that pages list, in the order in which they list it.
#[derive(Debug)]
pub struct Index {
    /// What is indexed.
    pub directory: Arc<Directory>,
    /// The day of the build.
    pub today: Date,
    /// When events take place.
    pub calendar: Calendar,
    /// Events: the coming ones first by date, then the past ones, latest first.
    events: Vec<Item>,
    /// Partners and spaces by name, one order a language.
    by_name: Vec<NameOrder>,
    /// Everything under each word of the vocabulary, one a language.
    groups: Vec<Groups>,
    /// The network in numbers.
    pub figures: Figures,
}

#[derive(Debug)]
struct NameOrder {
    partners: Vec<Item>,
    spaces: Vec<Item>,
    letters: Vec<Letter>,
}

impl Index {
    /// Indexes a directory. `collations` holds one for each of the site's languages, in order.
    pub fn new(directory: Arc<Directory>, collations: &[&Collation], today: Date) -> Self {
        let calendar = Calendar::new(&directory, today);
        let events: Vec<Item> =
            calendar.in_order(&directory).into_iter().map(Item::Event).collect();
        let languages: Vec<Lang> = directory.site.languages.iter().map(|(it, _)| it).collect();
        let order = |(language, collation): (Lang, &&Collation)| {
            let order = NameOrder::new(&directory, language, collation);
            let groups = Groups::new(&directory, &order.partners, &order.spaces, &events);
            (order, groups)
        };
        let ((by_name, groups), figures) = rayon::join(
            || languages.into_par_iter().zip(collations).map(order).unzip(),
            || Figures::new(&directory, &calendar, today),
        );
        Self { directory, today, calendar, events, by_name, groups, figures }
    }

    /// Spaces in the order of a language.
    pub fn spaces(&self, language: Lang) -> impl Iterator<Item = &Space> {
        self.listing(EntryKind::Space, language).iter().filter_map(|item| match item {
            Item::Space(space) => Some(&**space),
            _ => None,
        })
    }

    /// Partners and spaces under their first letters.
    pub fn letters(&self, language: Lang) -> &[Letter] {
        &self.by_name[language.index()].letters
    }

    /// Everything under each word of the vocabulary, in the order of a language.
    pub fn groups(&self, language: Lang) -> &Groups {
        &self.groups[language.index()]
    }

    /// One kind's listed entries, in the order of a language.
    pub fn listing(&self, kind: EntryKind, language: Lang) -> &[Item] {
        match kind {
            EntryKind::Partner => &self.by_name[language.index()].partners,
            EntryKind::Space => &self.by_name[language.index()].spaces,
            EntryKind::Event => &self.events,
        }
    }
}

impl NameOrder {
    fn new(directory: &Directory, language: Lang, collation: &Collation) -> Self {
        let partners = directory.partners.values().cloned().map(Item::Partner);
        let spaces = directory.spaces.values().cloned().map(Item::Space);
        let listed = partners.chain(spaces).filter(Item::is_listed);
        let sorted = names::sorted(listed, language, collation);
        let letters = names::letters(&sorted, language);
        let (partners, spaces) =
            sorted.into_iter().partition(|item| matches!(item, Item::Partner(_)));
        Self { partners, spaces, letters }
    }
}
