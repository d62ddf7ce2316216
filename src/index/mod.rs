//! Orders, groups and figures: every order that a page shows is decided here.
//!
//! In: the [`Directory`], the languages' collations and the day. Out: [`Index`], which holds the
//! directory and borrows nothing, so that a server can keep it. Promise: the same directory and day
//! give the same index; nothing in it depends on threads or on the order of files. What one language
//! alone needs, and the figures, are made when they are first asked for: a server shows one page.

mod aspects;
mod calendar;
mod figures;
mod groups;
mod members;
mod names;
mod related;
mod revisions;
mod standing;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;

pub(crate) use calendar::dated;
pub use calendar::{Calendar, Month, Occurrence};
pub use figures::{Bar, Chart, Figures};
pub use groups::Groups;
pub(crate) use members::{district, kinds};
pub use names::Letter;
pub use revisions::Revisions;
pub use standing::{Freshness, Standing};

use members::Members;

use crate::language::{Collation, Lang};
use crate::model::value::Id;
use crate::model::{Directory, Entry, EntryKind, Event, Part, Partner, Space, Status};

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

    /// Whether it stands under words: events do, over or not, and all that is listed.
    fn is_shown(&self) -> bool {
        matches!(self, Self::Event(_)) || self.is_listed()
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
    members: Arc<Members>,
    /// The words of the vocabulary under which something is listed.
    used: BTreeMap<Part, BTreeSet<Id>>,
    /// One a language.
    of_language: Vec<OfLanguage>,
    figures: OnceLock<Figures>,
}

/// What the order of one language decides, made when it is asked for.
#[derive(Debug)]
struct OfLanguage {
    collation: Arc<Collation>,
    /// Partners and spaces by name.
    by_name: OnceLock<Arc<NameOrder>>,
    /// Everything under each word of the vocabulary.
    groups: OnceLock<Groups>,
}

#[derive(Debug)]
struct NameOrder {
    partners: Vec<Item>,
    spaces: Vec<Item>,
    letters: Vec<Letter>,
}

impl Index {
    /// Indexes a directory. `collations` holds one for each of the site's languages, in order.
    pub fn new(directory: Arc<Directory>, collations: Vec<Arc<Collation>>, today: Date) -> Self {
        Self::make_of(directory, collations, today, None)
    }

    /// The same after some entries became others since `before`, for the same languages. Where these
    /// are events, the order of names is taken from there.
    pub fn after(directory: Arc<Directory>, today: Date, before: &Self) -> Self {
        let collations = before.of_language.iter().map(|own| Arc::clone(&own.collation)).collect();
        Self::make_of(directory, collations, today, Some(before))
    }

    fn make_of(
        directory: Arc<Directory>,
        collations: Vec<Arc<Collation>>,
        today: Date,
        before: Option<&Self>,
    ) -> Self {
        let (calendar, members) =
            rayon::join(|| Calendar::new(&directory, today), || Members::new(&directory));
        let events = calendar.in_order(&directory).into_iter().map(Item::Event).collect();
        let named_so = before.filter(|before| before.has_names_of(&directory));
        let of_language = collations.into_iter().enumerate().map(|(at, collation)| OfLanguage {
            collation,
            by_name: named_so.map_or_else(OnceLock::new, |it| it.of_language[at].by_name.clone()),
            groups: OnceLock::new(),
        });
        let (of_language, figures) = (of_language.collect(), OnceLock::new());
        let (used, members) = (members.used(), Arc::new(members));
        Self { directory, today, calendar, events, members, used, of_language, figures }
    }

    /// Makes what is otherwise made when it is asked for, on all threads: who makes every page needs
    /// all of it, and would have its threads wait for each other.
    pub fn prepare(&self) {
        let languages: Vec<Lang> =
            self.directory.site.languages.iter().map(|(language, _)| language).collect();
        rayon::join(
            || languages.into_par_iter().for_each(|language| _ = self.groups(language)),
            || self.figures(),
        );
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
        &self.by_name(language).letters
    }

    /// Everything under each word of the vocabulary, in the order of a language.
    pub fn groups(&self, language: Lang) -> &Groups {
        self.of_language[language.index()].groups.get_or_init(|| {
            let NameOrder { partners, spaces, .. } = self.by_name(language);
            Groups::new(Arc::clone(&self.members), partners, spaces, &self.events)
        })
    }

    /// The network in numbers.
    pub fn figures(&self) -> &Figures {
        self.figures.get_or_init(|| Figures::new(&self.directory, &self.calendar, self.today))
    }

    /// How many entries of a kind are listed.
    pub fn count(&self, kind: EntryKind) -> usize {
        match kind {
            EntryKind::Event => self.events.len(),
            EntryKind::Partner | EntryKind::Space => self.members.listed(kind),
        }
    }

    /// The words of a part that have entries, in the order of the vocabulary.
    pub fn used(&self, part: Part) -> impl Iterator<Item = &Id> {
        let used = self.used.get(&part);
        let ids = self.directory.vocabulary.part(part).keys();
        ids.filter(move |id| used.is_some_and(|used| used.contains(*id)))
    }

    /// One kind's listed entries, in the order of a language.
    pub fn listing(&self, kind: EntryKind, language: Lang) -> &[Item] {
        match kind {
            EntryKind::Partner => &self.by_name(language).partners,
            EntryKind::Space => &self.by_name(language).spaces,
            EntryKind::Event => &self.events,
        }
    }

    /// Whether another directory has the very partners and spaces of this one.
    fn has_names_of(&self, other: &Directory) -> bool {
        let (own, partners) = (self.directory.partners.values(), other.partners.values());
        let partners =
            own.len() == partners.len() && own.zip(partners).all(|(a, b)| Arc::ptr_eq(a, b));
        let (own, spaces) = (self.directory.spaces.values(), other.spaces.values());
        partners && own.len() == spaces.len() && own.zip(spaces).all(|(a, b)| Arc::ptr_eq(a, b))
    }

    fn by_name(&self, language: Lang) -> &NameOrder {
        let own = &self.of_language[language.index()];
        // No work for several threads: one that waits for this must not take up other work that does.
        own.by_name
            .get_or_init(|| Arc::new(NameOrder::new(&self.directory, language, &own.collation)))
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
