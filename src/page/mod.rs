//! Pages: every address is known before anything is rendered.
//!
//! In: the [`Index`] and the languages. Out: `Pages`, the list of all pages, and for each the
//! values that its template sees ([`view`]). Promise: an address is made in `route` and nowhere
//! else, no two pages share one, and no type of the model reaches a template.

mod cards;
mod checked;
mod dates;
mod entry;
mod facets;
mod facts;
mod frame;
mod hours;
mod lists;
mod look;
mod map;
mod offline;
mod open_data;
mod pictures;
mod plural;
mod policy;
mod preview;
mod progress;
mod prose;
mod route;
mod search;
mod shelf;
mod speaker;
pub mod view;
mod when;

pub(crate) use cards::place_district;
pub(crate) use facets::data as facets;
pub(crate) use facts::{access_label, access_level, event_place, map_url};
pub(crate) use frame::licence_url;
pub use look::Look;
pub use offline::Worker;
pub use open_data::{Catalogue, DataFile, DataSet, Field};
pub(crate) use open_data::{field_message, set_message};
pub use pictures::{Making, Pictures, PublishedFile};
pub use policy::in_header as policy_of_hosts;
pub use preview::{PREVIEWS, Preview};
pub use progress::{CSV as PROGRESS_CSV, JSON as PROGRESS_JSON};
pub use route::{Base, Feed, Route, TERM_PARTS};
pub use shelf::Shelf;
pub(crate) use speaker::Speaker;
pub(crate) use when::said;

use self::cards::Cards;
use self::entry::{Corrections, EntryPages};
use self::lists::Shown;
use self::prose::ProseWriter;
use self::speaker::plain;
use self::view::{
    DoorLanguage, DoorView, FreePageView, Link, NotFoundLanguage, NotFoundView, PageView,
    RedirectView, SiteView, View,
};
use crate::drawing;
use crate::index::{Index, Item, Standing};
use crate::language::{Lang, Locale};
use crate::model::value::Slug;
use crate::model::{Entry, EntryKind};
use crate::picture::Icon;
use crate::source::Sources;

/// The name of the web application manifest of a language, in its folder, and of the default
/// one's at the root.
pub const MANIFEST: &str = "site.webmanifest";

/// A page in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Page {
    /// Which page.
    pub route: Route,
    /// In which language; shared pages are in the default one.
    pub language: Lang,
}

/// What pages are made with.
#[derive(Clone, Copy, Debug)]
pub struct Builder<'a> {
    /// Everything in order.
    pub index: &'a Index,
    /// The cards made so far.
    pub shelf: &'a Shelf,
    /// The site's languages, in order.
    pub locales: &'a [Locale],
    /// Where the tree stands on the web.
    pub base: &'a Base,
    /// The files of the content that are published.
    pub pictures: &'a Pictures,
    /// What the theme's look gives besides pages.
    pub look: &'a Look,
    /// The texts that prose is read from.
    pub sources: &'a Sources,
    /// A free page that says how to report a mistake, where the site names no address.
    pub corrections_page: Option<&'a str>,
    /// What keeps pages for reading without a network, where they are to be kept.
    pub worker: Option<&'a Worker>,
    /// The path of the language's search index; known only to the page that searches it.
    pub search_index: &'a str,
    /// The path of the facets of the listing; known only to the page that is narrowed by them.
    pub facets: Option<&'a str>,
    /// What there is to download; known only to the page that tells of it.
    pub catalogue: &'a Catalogue,
}

/// Everything about a page that its template needs, apart from the site's part.
#[derive(Debug)]
pub struct Made {
    /// The head.
    pub page: PageView,
    /// What it shows.
    pub view: View,
}

/// A former address and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The language of both.
    pub language: Lang,
    /// The former page.
    pub from: Route,
    /// The page it is now.
    pub to: Route,
}

impl<'a> Builder<'a> {
    /// The pages that stand above the languages.
    pub fn above(&self) -> Vec<Page> {
        let language = self.index.directory.site.languages.default();
        [Route::Door, Route::RootNotFound].map(|route| Page { route, language }).into()
    }

    /// The pages that every language has.
    pub fn routes(&self) -> Vec<Route> {
        let directory = &self.index.directory;
        let mut routes = vec![
            Route::Home,
            Route::Names,
            Route::Calendar,
            Route::Map,
            Route::Search,
            Route::Progress,
            Route::OpenData,
            Route::NotFound,
        ];
        routes.extend(self.worker.map(|_| Route::Offline));
        for kind in EntryKind::ALL.iter().copied() {
            let numbers = 1..=lists::pages_of(self.index.count(kind));
            routes.extend(numbers.map(|number| Route::Listing(kind, number)));
            let kinds = self.index.used(crate::index::kinds(kind));
            routes.extend(kinds.map(|id| Route::Kind(kind, id.clone())));
        }
        for part in TERM_PARTS {
            let used = self.index.used(part);
            routes.extend(used.map(|id| Route::Term(part, id.clone())));
        }
        routes.extend(directory.entries().map(|it| Route::Entry(it.kind, it.slug.clone())));
        routes.extend(self.index.calendar.months().map(Route::Month));
        routes.extend(directory.pages.keys().map(|slug| Route::Page(slug.clone())));
        routes
    }

    /// Every former address, in order.
    pub fn redirects(&self) -> Vec<Redirect> {
        let entries = self.index.directory.entries();
        let former = entries.flat_map(|entry| {
            let to = Route::Entry(entry.kind, entry.slug.clone());
            entry.former.iter().flat_map(move |slug| {
                let from = Route::Former(entry.kind, slug.value.clone());
                let to = to.clone();
                self.locales.iter().map(move |locale| Redirect {
                    language: locale.lang(),
                    from: from.clone(),
                    to: to.clone(),
                })
            })
        });
        former.collect()
    }

    /// What leads on from a former address.
    pub fn redirect(&self, redirect: &Redirect) -> RedirectView {
        let locale = &self.locales[redirect.language.index()];
        let target = redirect.to.path(locale.tag().as_str());
        RedirectView {
            policy: policy::in_page(None),
            target: self.base.url(&target),
            canonical: self.base.absolute(&target),
            lang: locale.tag().to_string(),
            title: self.title(&redirect.to, locale),
        }
    }

    /// The page in each language that has it, with `x-default`, for the sitemap; nothing for what
    /// search engines should leave out (copies, 404s, closed entries).
    pub fn listed_alternates(&self, page: &Page) -> Vec<view::Alternate> {
        if frame::is_hidden(self, &page.route) {
            return Vec::new();
        }
        frame::alternates(self, page)
    }

    /// What stands around every page of a language.
    pub fn site(&self, locale: &Locale) -> SiteView {
        let icon = self.look.icon(&Icon::TOUCH.name());
        SiteView {
            manifest: self.base.url(&format!("{}/{MANIFEST}", locale.tag())),
            touch_icon: icon.map(|path| self.base.url(path)),
            ..frame::site(self.speaker(locale), self.index.today, self.worker.is_some())
        }
    }

    /// The title of a page.
    pub fn title(&self, route: &Route, locale: &'a Locale) -> String {
        frame::title(self, self.speaker(locale), route)
    }

    /// The network in numbers, as the progress page shows it.
    pub fn progress(&self, locale: &'a Locale) -> view::ProgressView {
        let cards = self.cards(locale);
        progress::view(&cards)
    }

    /// Makes a page.
    pub fn make(&self, page: &Page) -> Option<Made> {
        let locale = &self.locales[page.language.index()];
        let speaker = self.speaker(locale);
        let cards = self.cards(locale);
        let view = match &page.route {
            Route::Door => View::Door(self.door()),
            Route::Home => View::Home(Box::new(lists::home(&cards))),
            Route::Listing(kind, number) => {
                let facets = self.facets.map(|path| self.base.url(path));
                View::Listing(lists::listing(&cards, *kind, &Shown::All(*number), facets))
            }
            Route::Kind(kind, id) => {
                View::Listing(lists::listing(&cards, *kind, &Shown::Kind(id), None))
            }
            Route::Entry(kind, slug) => {
                let item = self.item(*kind, slug)?;
                let prose = self.prose(speaker);
                let corrections = self.corrections();
                let pages = EntryPages {
                    cards: &cards,
                    pictures: self.pictures,
                    prose: &prose,
                    corrections: &corrections,
                    codes: self.look.codes,
                };
                View::Entry(Box::new(pages.view(&item)))
            }
            Route::Term(part, id) => View::Term(lists::term(&cards, *part, id)),
            Route::Names => View::Names(lists::names(&cards)),
            Route::Calendar => View::Calendar(dates::calendar(&cards)),
            Route::Month(month) => View::Month(dates::month(&cards, *month)),
            Route::Map => View::Map(map::view(&cards)),
            Route::Search => View::Search(search::view(&cards, self.base.url(self.search_index))),
            Route::Progress => View::Progress(progress::view(&cards)),
            Route::OpenData => View::OpenData(open_data::view(speaker, self.catalogue)),
            Route::Page(slug) => View::Page(self.free_page(speaker, slug)?),
            Route::Offline => View::Offline,
            Route::NotFound => View::NotFound(self.not_found(&[locale])),
            Route::RootNotFound => {
                let locales: Vec<&Locale> = self.locales.iter().collect();
                View::NotFound(self.not_found(&locales))
            }
            Route::Former(..) => return None,
        };
        Some(Made { page: frame::page(self, page, locale), view })
    }

    /// The prose on the page of an entry, alone.
    pub(crate) fn prose_of(&self, entry: &Entry, locale: &'a Locale) -> Option<String> {
        self.prose(self.speaker(locale)).view(&entry.prose).map(|prose| prose.html)
    }

    /// An entry.
    pub(crate) fn item(&self, kind: EntryKind, slug: &Slug) -> Option<Item> {
        let directory = &self.index.directory;
        match kind {
            EntryKind::Partner => directory.partners.get(slug).cloned().map(Item::Partner),
            EntryKind::Space => directory.spaces.get(slug).cloned().map(Item::Space),
            EntryKind::Event => directory.events.get(slug).cloned().map(Item::Event),
        }
    }

    fn cards(&self, locale: &'a Locale) -> Cards<'a> {
        Cards { speaker: self.speaker(locale), index: self.index, shelf: self.shelf }
    }

    /// A language, speaking.
    pub(crate) fn speaker(&self, locale: &'a Locale) -> Speaker<'a> {
        Speaker { locale, directory: &self.index.directory, base: self.base }
    }

    fn prose<'p>(&'p self, speaker: Speaker<'a>) -> ProseWriter<'a, 'p> {
        ProseWriter { speaker, pictures: self.pictures, sources: self.sources }
    }

    fn corrections(&self) -> Corrections {
        let directory = &self.index.directory;
        let site = &directory.site;
        if let Some(template) = &site.corrections {
            return Corrections::Template(template.clone());
        }
        if let Some(email) = &site.contact.email {
            return Corrections::Template(format!("{}?subject={{kind}}/{{slug}}", email.href()));
        }
        let page = self
            .corrections_page
            .and_then(|name| directory.pages.keys().find(|slug| slug.as_str() == name));
        page.map_or(Corrections::Nowhere, |slug| Corrections::Page(slug.clone()))
    }

    fn door(&self) -> DoorView {
        let languages = self.locales.iter().map(|locale| {
            let speaker = self.speaker(locale);
            let site = &self.index.directory.site;
            let own = |text| speaker.words(text).map(|words| words.text);
            DoorLanguage {
                lang: speaker.tag().to_owned(),
                name: locale.name(),
                url: speaker.url(&Route::Home),
                title: own(&site.title).unwrap_or_default(),
                tagline: own(&site.tagline),
                enter: speaker.t("door-enter"),
                membership: site.membership.as_ref().and_then(|it| own(&it.text)),
            }
        });
        DoorView { languages: languages.collect(), cover: drawing::cover("partner", "door") }
    }

    fn free_page(&self, speaker: Speaker<'a>, slug: &Slug) -> Option<FreePageView> {
        let page = self.index.directory.pages.get(slug)?;
        let whole = match Standing::of_page(page, speaker.lang()) {
            Standing::Complete => None,
            Standing::Partial => Some(false),
            Standing::Missing => Some(true),
        };
        let borrowed = whole.and_then(|whole| {
            let lender = entry::lender(speaker, &[&page.title, &page.summary], &page.prose)?;
            Some(entry::borrowed_from(speaker, whole, lender, &Route::Page(slug.clone())))
        });
        Some(FreePageView {
            heading: speaker.words(&page.title)?,
            summary: speaker.words(&page.summary),
            prose: self.prose(speaker).view(&page.prose),
            borrowed,
        })
    }

    fn not_found(&self, locales: &[&'a Locale]) -> NotFoundView {
        let languages = locales.iter().map(|locale| {
            let speaker = self.speaker(locale);
            let section = |route: &Route, message: &str| -> Link {
                speaker.link(route, plain(speaker.t(message)))
            };
            let kinds = EntryKind::ALL.iter();
            let kinds = kinds.map(|kind| section(&Route::Listing(*kind, 1), kind.as_str()));
            let mut links = vec![section(&Route::Home, "home")];
            links.extend(kinds);
            links.push(section(&Route::Names, "index-of-names"));
            NotFoundLanguage {
                lang: speaker.tag().to_owned(),
                title: speaker.t("not-found-title"),
                text: speaker.t("not-found-text"),
                links,
            }
        });
        NotFoundView { languages: languages.collect() }
    }
}
