//! Addresses: this file alone makes them.
//!
//! A [`Route`] names a page in any language; with a language it has a path below the root of the
//! published tree. Addresses are a promise: see `docs/addresses.md` before changing one.

use crate::index::Month;
use crate::model::value::{Id, Slug};
use crate::model::{EntryKind, Part};

/// A page, whatever its language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The way in, in all languages; its own path has no language.
    Door,
    /// A language's home.
    Home,
    /// One page of a kind's listing, from 1.
    Listing(EntryKind, usize),
    /// A kind's entries of one kind of the vocabulary.
    Kind(EntryKind, Id),
    /// An entry.
    Entry(EntryKind, Slug),
    /// Everything under a theme, a district or an audience.
    Term(Part, Id),
    /// The index of names.
    Names,
    /// What is coming.
    Calendar,
    /// A month.
    Month(Month),
    /// All spaces with a location.
    Map,
    /// Search.
    Search,
    /// The network in numbers.
    Progress,
    /// What can be downloaded.
    OpenData,
    /// A free page.
    Page(Slug),
    /// Nothing here, in one language.
    NotFound,
    /// No network, in one language: shown in place of any page that was not kept.
    Offline,
    /// Nothing here, in all languages.
    RootNotFound,
    /// A former slug of an entry.
    Former(EntryKind, Slug),
}

impl Route {
    /// The path below the root, for people: ends in `/` or in a file's name. `tag` is the page's
    /// language; the two routes of all languages ignore it.
    pub fn path(&self, tag: &str) -> String {
        match self {
            Self::Door => String::new(),
            Self::RootNotFound => "404.html".to_owned(),
            Self::Home => format!("{tag}/"),
            Self::Listing(kind, 1) => format!("{tag}/{}/", kind.as_str()),
            Self::Listing(kind, number) => format!("{tag}/{}/page/{number}/", kind.as_str()),
            Self::Kind(kind, id) => format!("{tag}/{}/kinds/{id}/", kind.as_str()),
            // Every page names dozens of entries; `format!` takes ten times as long.
            Self::Entry(kind, slug) | Self::Former(kind, slug) => {
                [tag, "/", kind.as_str(), "/", slug.as_str(), "/"].concat()
            }
            Self::Term(part, id) => format!("{tag}/{}/{id}/", part.as_str()),
            Self::Names => format!("{tag}/index-of-names/"),
            Self::Calendar => format!("{tag}/calendar/"),
            Self::Month(month) => {
                format!("{tag}/calendar/{:04}-{:02}/", month.year, month.month)
            }
            Self::Map => format!("{tag}/map/"),
            Self::Search => format!("{tag}/search/"),
            Self::Progress => format!("{tag}/progress/"),
            Self::OpenData => format!("{tag}/open-data/"),
            Self::Page(slug) => format!("{tag}/{slug}/"),
            Self::NotFound => format!("{tag}/404.html"),
            Self::Offline => format!("{tag}/offline.html"),
        }
    }

    /// The path of its file in the published tree.
    pub fn file(&self, tag: &str) -> String {
        let mut path = self.path(tag);
        if path.is_empty() || path.ends_with('/') {
            path.push_str("index.html");
        }
        path
    }

    /// The template that shows it, without `.html`.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Home => "home",
            Self::Listing(..) | Self::Kind(..) => "listing",
            Self::Entry(EntryKind::Partner, _) => "partner",
            Self::Entry(EntryKind::Space, _) => "space",
            Self::Entry(EntryKind::Event, _) => "event",
            Self::Term(..) => "term",
            Self::Names => "index-of-names",
            Self::Calendar => "calendar",
            Self::Month(_) => "month",
            Self::Map => "map",
            Self::Search => "search",
            Self::Progress => "progress",
            Self::OpenData => "open-data",
            Self::Page(_) => "page",
            Self::NotFound | Self::RootNotFound => "not-found",
            Self::Offline => "offline",
            Self::Former(..) => "redirect",
        }
    }

    /// Whether the page speaks all languages and so has no copy in each.
    pub fn is_shared(&self) -> bool {
        matches!(self, Self::Door | Self::RootNotFound)
    }
}

/// A file of a language that programs read again and again, or take into a calendar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feed {
    /// Atom: what is new or changed.
    News,
    /// Atom: events.
    EventNews,
    /// iCalendar: every event.
    Calendar,
    /// iCalendar: the events of a partner or a space, or one event.
    CalendarOf(EntryKind, Slug),
    /// iCalendar: the events under a theme.
    CalendarOfTheme(Id),
}

impl Feed {
    /// The path below the root.
    pub fn path(&self, tag: &str) -> String {
        let events = EntryKind::Event.as_str();
        match self {
            Self::News => format!("{tag}/feed.xml"),
            Self::EventNews => format!("{tag}/{events}/feed.xml"),
            Self::Calendar => format!("{tag}/events.ics"),
            Self::CalendarOf(EntryKind::Event, slug) => format!("{tag}/{events}/{slug}/event.ics"),
            Self::CalendarOf(kind, slug) => format!("{tag}/{}/{slug}/events.ics", kind.as_str()),
            Self::CalendarOfTheme(id) => {
                format!("{tag}/{}/{id}/events.ics", Part::Themes.as_str())
            }
        }
    }
}

/// Where the tree stands on the web.
#[derive(Clone, Debug)]
pub struct Base {
    /// The absolute address of the root, ending in `/`.
    absolute: String,
    /// Its path, beginning and ending in `/`.
    path: String,
}

impl Base {
    /// From the absolute address of the root, with or without a `/` at its end.
    pub fn new(absolute: &str) -> Self {
        let absolute = absolute.split(['?', '#']).next().unwrap_or_default();
        let absolute = format!("{}/", absolute.trim_end_matches('/'));
        let after_scheme = absolute.find("://").map_or(0, |at| at + 3);
        let path =
            absolute[after_scheme..].find('/').map_or("/", |at| &absolute[after_scheme + at..]);
        let path = path.to_owned();
        Self { absolute, path }
    }

    /// The address of a path on this host: what links use.
    pub fn url(&self, path: &str) -> String {
        [&self.path, path].concat()
    }

    /// The address of a path anywhere.
    pub fn absolute(&self, path: &str) -> String {
        [&self.absolute, path].concat()
    }

    /// The address of a calendar that opens the reader's own program and not the file: `webcal:`.
    pub fn webcal(&self, path: &str) -> String {
        let bare = self.absolute.split_once("://").map_or("", |(_, bare)| bare);
        format!("webcal://{bare}{path}")
    }

    /// The root's path, beginning and ending in `/`.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// The parts of the vocabulary whose words have pages.
pub const TERM_PARTS: [Part; 3] = [Part::Themes, Part::Districts, Part::Audiences];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sub_path_is_in_every_address() {
        let base = Base::new("https://city.example/directory/");
        assert_eq!(base.path(), "/directory/");
        assert_eq!(base.url(&Route::Home.path("th")), "/directory/th/");
        assert_eq!(
            base.absolute(&Route::Listing(EntryKind::Space, 2).path("en")),
            "https://city.example/directory/en/spaces/page/2/"
        );
        assert_eq!(Base::new("https://city.example/").path(), "/");
    }

    #[test]
    fn a_listing_is_its_own_first_page() {
        assert_eq!(Route::Listing(EntryKind::Event, 1).file("th"), "th/events/index.html");
        assert_eq!(Route::Door.file("th"), "index.html");
        assert_eq!(Route::NotFound.file("en"), "en/404.html");
    }
}
