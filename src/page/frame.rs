//! The head of every page, and what stands around it.

use super::checked::ages;
use super::entry::lender;
use super::lists::pages_of;
use super::prose::ProseWriter;
use super::route::{Feed, Route};
use super::speaker::{Speaker, count, plain, text};
use super::view::{
    Alternate, CalendarLink, Clock, Crumb, FeedLink, Licence, Link, Membership, OpenGraph,
    PageView, SiteView, Words,
};
use super::{Builder, Page};
use crate::index::{Standing, kinds};
use crate::language::{Lang, Locale, excerpt};
use crate::model::{Entry, EntryKind, Part, Status};

/// The longest description, in characters: what search engines show.
const DESCRIPTION: usize = 160;

/// How many public holidays a page names: more than two years of them.
const MOST_HOLIDAYS: usize = 60;

/// What stands around every page of one language.
pub(crate) fn site(speaker: Speaker<'_>, today: jiff::civil::Date, keeps_pages: bool) -> SiteView {
    let site = &speaker.directory.site;
    let mut pages: Vec<_> = speaker.directory.pages.values().collect();
    pages.sort_by_key(|page| (page.order, &page.slug));
    let pages = pages.into_iter().map(|page| {
        let label = speaker.words(&page.title).unwrap_or_default();
        speaker.link(&Route::Page(page.slug.clone()), label)
    });
    let sections = [
        (Route::Names, "index-of-names"),
        (Route::Progress, "progress"),
        (Route::OpenData, "open-data"),
    ];
    let sections = sections.map(|(route, message)| speaker.link(&route, plain(speaker.t(message))));
    SiteView {
        title: speaker.words(&site.title).unwrap_or_default(),
        tagline: speaker.words(&site.tagline),
        home: speaker.url(&Route::Home),
        navigation: navigation(speaker),
        pages: pages.chain(sections).collect(),
        membership: site.membership.as_ref().and_then(|membership| {
            Some(Membership {
                text: speaker.words(&membership.text)?,
                since: speaker.day(membership.since),
            })
        }),
        licence: site.licence.as_ref().map(|name| licence(name)),
        feeds: feeds(speaker),
        built: speaker.day(today),
        keeps_pages,
        clock: clock(speaker, today),
        ages: ages(speaker),
        has_search: true,
        manifest: String::new(),
        touch_icon: None,
        contact: super::facts::contact(speaker, &site.contact),
    }
}

/// What was a holiday before the day of the build, nobody asks any more; but the site's today may be
/// the day before for the reader.
fn clock(speaker: Speaker<'_>, today: jiff::civil::Date) -> Clock {
    let directory = speaker.directory;
    let from = today.yesterday().unwrap_or(today);
    let holidays: Vec<String> = directory
        .holidays
        .range(from..)
        .take(MOST_HOLIDAYS)
        .map(|(day, _)| day.to_string())
        .collect();
    Clock {
        zone: directory.site.time_zone.to_string(),
        format: speaker.locale.format_tag().to_owned(),
        holidays: holidays.join(" "),
    }
}

fn feeds(speaker: Speaker<'_>) -> Vec<FeedLink> {
    let title = speaker.words(&speaker.directory.site.title).unwrap_or_default().text;
    let link = |feed: Feed, message| FeedLink {
        url: speaker.base.url(&feed.path(speaker.tag())),
        title: format!("{title} – {}", speaker.t(message)),
    };
    vec![link(Feed::News, "feed-news"), link(Feed::EventNews, "feed-events")]
}

/// The calendar of what a page shows.
fn calendar(builder: &Builder<'_>, speaker: Speaker<'_>, route: &Route) -> Option<CalendarLink> {
    let feed = match route {
        Route::Home | Route::Calendar | Route::Month(_) | Route::Listing(EntryKind::Event, _) => {
            Feed::Calendar
        }
        Route::Entry(EntryKind::Event, slug) => {
            builder.index.calendar.next(slug)?;
            Feed::CalendarOf(EntryKind::Event, slug.clone())
        }
        Route::Entry(kind, slug) if !is_hidden(builder, route) => {
            Feed::CalendarOf(*kind, slug.clone())
        }
        Route::Term(Part::Themes, id) => Feed::CalendarOfTheme(id.clone()),
        _ => return None,
    };
    let path = feed.path(speaker.tag());
    let single = matches!(feed, Feed::CalendarOf(EntryKind::Event, _));
    let webcal = (!single).then(|| speaker.base.webcal(&path));
    Some(CalendarLink { url: speaker.base.url(&path), webcal })
}

fn licence(name: &str) -> Licence {
    Licence { name: name.to_owned(), url: licence_url(name) }
}

/// Licences of Creative Commons have an address made from their name.
pub(crate) fn licence_url(name: &str) -> Option<String> {
    if name == "CC0-1.0" {
        return Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned());
    }
    let (terms, version) = name.strip_prefix("CC-")?.rsplit_once('-')?;
    Some(format!("https://creativecommons.org/licenses/{}/{version}/", terms.to_lowercase()))
}

fn navigation(speaker: Speaker<'_>) -> Vec<Link> {
    let site = &speaker.directory.site;
    let items = site.navigation.iter().filter_map(|item| {
        let section = |route, message: &str| speaker.link(&route, plain(speaker.t(message)));
        let name = item.value.as_str();
        if let Some(kind) = EntryKind::from_word(name) {
            return Some(section(Route::Listing(kind, 1), name));
        }
        match name {
            "calendar" => Some(section(Route::Calendar, name)),
            "map" => Some(section(Route::Map, name)),
            "progress" => Some(section(Route::Progress, name)),
            "open-data" => Some(section(Route::OpenData, name)),
            "index-of-names" => Some(section(Route::Names, name)),
            _ => {
                let page = speaker.directory.pages.values().find(|it| it.slug.as_str() == name)?;
                Some(speaker.link(&Route::Page(page.slug.clone()), speaker.words(&page.title)?))
            }
        }
    });
    items.collect()
}

/// The head of a page.
pub(crate) fn page(builder: &Builder<'_>, page: &Page, locale: &Locale) -> PageView {
    let speaker = builder.speaker(locale);
    let route = &page.route;
    let alternates = alternates(builder, page);
    let canonical = canonical(builder, page);
    let (title, description) = words(builder, speaker, route);
    let breadcrumbs = breadcrumbs(speaker, route);
    // The first step is the home, the last the page itself.
    let section = match breadcrumbs.as_slice() {
        [_, section, _] => section.url.clone(),
        _ => None,
    };
    PageView {
        policy: policy(builder, route),
        template: route.template(),
        url: speaker.url(route),
        section,
        lang: speaker.tag().to_owned(),
        title,
        is_home: matches!(route, Route::Home | Route::Door),
        description: excerpt(&description, DESCRIPTION).into_owned(),
        canonical,
        alternates,
        switch: switch(builder, page),
        breadcrumbs,
        calendar: calendar(builder, speaker, route),
        noindex: is_hidden(builder, route),
        open_graph: OpenGraph {
            kind: open_graph_kind(route),
            locale: locale.open_graph(),
            other_locales: builder
                .locales
                .iter()
                .filter(|other| other.lang() != locale.lang())
                .map(Locale::open_graph)
                .collect(),
            image: builder.preview_view(page),
        },
        json_ld: None,
    }
}

/// What a page may load: tiles on the map alone.
fn policy(builder: &Builder<'_>, route: &Route) -> String {
    let tiles = builder.index.directory.site.map.tiles.as_ref();
    super::policy::in_page(tiles.filter(|_| *route == Route::Map))
}

/// `og:type`: what a page is about. `profile` is for people, so organisations are web sites.
fn open_graph_kind(route: &Route) -> &'static str {
    match route {
        Route::Entry(..) | Route::Page(_) => "article",
        _ => "website",
    }
}

/// Whether search engines should leave a page out: 404s, the offline page, and what is closed.
pub(crate) fn is_hidden(builder: &Builder<'_>, route: &Route) -> bool {
    match route {
        Route::NotFound | Route::RootNotFound | Route::Offline | Route::Former(..) => true,
        Route::Entry(kind, slug) => builder
            .index
            .directory
            .entry(*kind, slug.as_str())
            .is_some_and(|entry| entry.status == Status::Closed),
        _ => false,
    }
}

/// How a page stands in its language; pages that are no content are complete in each.
pub(crate) fn standing(builder: &Builder<'_>, route: &Route, language: Lang) -> Standing {
    let directory = &builder.index.directory;
    match route {
        Route::Entry(kind, slug) => directory
            .entry(*kind, slug.as_str())
            .map_or(Standing::Complete, |entry| Standing::of(entry, language)),
        Route::Page(slug) => directory
            .pages
            .get(slug)
            .map_or(Standing::Complete, |page| Standing::of_page(page, language)),
        _ => Standing::Complete,
    }
}

/// The page that this one stands for: itself, or the original of a copy; none on pages that stand
/// in for any other.
fn canonical(builder: &Builder<'_>, page: &Page) -> Option<String> {
    if matches!(page.route, Route::NotFound | Route::RootNotFound | Route::Offline) {
        return None;
    }
    let languages = &builder.index.directory.site.languages;
    let language = match standing(builder, &page.route, page.language) {
        Standing::Missing => {
            let locale = &builder.locales[page.language.index()];
            original(builder, builder.speaker(locale), &page.route).unwrap_or(page.language)
        }
        _ => page.language,
    };
    Some(builder.base.absolute(&page.route.path(languages.tag(language).as_str())))
}

fn original(builder: &Builder<'_>, speaker: Speaker<'_>, route: &Route) -> Option<Lang> {
    let directory = &builder.index.directory;
    match route {
        Route::Entry(kind, slug) => {
            let entry = directory.entry(*kind, slug.as_str())?;
            lender(speaker, &[&entry.name, &entry.summary], &entry.prose)
        }
        Route::Page(slug) => {
            let page = directory.pages.get(slug)?;
            lender(speaker, &[&page.title, &page.summary], &page.prose)
        }
        _ => None,
    }
}

/// The page in each language that has it, and `x-default`. A copy has none; 404s have none.
pub(crate) fn alternates(builder: &Builder<'_>, page: &Page) -> Vec<Alternate> {
    let route = &page.route;
    if is_hidden(builder, route) || standing(builder, route, page.language) == Standing::Missing {
        return Vec::new();
    }
    let shown = if *route == Route::Door { &Route::Home } else { route };
    let mut alternates: Vec<Alternate> = builder
        .locales
        .iter()
        .filter(|locale| standing(builder, route, locale.lang()) != Standing::Missing)
        .map(|locale| Alternate {
            lang: locale.tag().to_string(),
            name: locale.name(),
            url: builder.base.absolute(&shown.path(locale.tag().as_str())),
        })
        .collect();
    let default = match route {
        Route::Door | Route::Home => builder.base.absolute(&Route::Door.path("")),
        _ => alternates.first().map(|first| first.url.clone()).unwrap_or_default(),
    };
    let name = String::new();
    alternates.push(Alternate { lang: "x-default".to_owned(), name, url: default });
    alternates
}

/// The same page in the other languages, for the reader.
fn switch(builder: &Builder<'_>, page: &Page) -> Vec<Alternate> {
    // A page of all languages leads to each of them.
    let shared = page.route.is_shared();
    let others = builder.locales.iter().filter(|locale| shared || locale.lang() != page.language);
    let route = if page.route == Route::RootNotFound { &Route::Home } else { &page.route };
    let stands_in = matches!(route, Route::NotFound | Route::Offline);
    let route = if stands_in { &Route::Home } else { route };
    others
        .map(|locale| Alternate {
            lang: locale.tag().to_string(),
            name: locale.name(),
            url: builder.base.url(&route.path(locale.tag().as_str())),
        })
        .collect()
}

fn breadcrumbs(speaker: Speaker<'_>, route: &Route) -> Vec<Crumb> {
    let step = |route: Route, label: Words| Crumb { url: Some(speaker.url(&route)), label };
    let section = |kind: EntryKind| step(Route::Listing(kind, 1), plain(speaker.t(kind.as_str())));
    let last = |label: Words| Crumb { url: None, label };
    let mut crumbs = vec![step(Route::Home, plain(speaker.t("home")))];
    match route {
        Route::Listing(kind, 1) => crumbs.push(last(plain(speaker.t(kind.as_str())))),
        Route::Listing(kind, number) => {
            crumbs.push(section(*kind));
            crumbs.push(last(plain(speaker.number(*number))));
        }
        Route::Kind(kind, id) => {
            crumbs.push(section(*kind));
            crumbs.push(last(speaker.label(kinds(*kind), id)));
        }
        Route::Entry(kind, slug) => {
            crumbs.push(section(*kind));
            let entry = speaker.directory.entry(*kind, slug.as_str());
            crumbs.extend(entry.map(|entry| last(speaker.name(entry))));
        }
        Route::Term(part, id) => crumbs.push(last(speaker.label(*part, id))),
        Route::Names => crumbs.push(last(plain(speaker.t("index-of-names")))),
        Route::Calendar => crumbs.push(last(plain(speaker.t("calendar")))),
        Route::Month(month) => {
            crumbs.push(step(Route::Calendar, plain(speaker.t("calendar"))));
            let first = month.first_day();
            let month = first.map(|first| speaker.locale.formats().month_year(first));
            crumbs.push(last(plain(month.unwrap_or_default())));
        }
        Route::Map => crumbs.push(last(plain(speaker.t("map")))),
        Route::Search => crumbs.push(last(plain(speaker.t("search")))),
        Route::Progress => crumbs.push(last(plain(speaker.t("progress")))),
        Route::OpenData => crumbs.push(last(plain(speaker.t("open-data")))),
        Route::Page(slug) => {
            let page = speaker.directory.pages.get(slug);
            crumbs.extend(page.and_then(|page| speaker.words(&page.title)).map(last));
        }
        Route::Door
        | Route::Home
        | Route::NotFound
        | Route::RootNotFound
        | Route::Offline
        | Route::Former(..) => {
            crumbs.clear();
        }
    }
    crumbs
}

/// The title of a page.
pub(crate) fn title(builder: &Builder<'_>, speaker: Speaker<'_>, route: &Route) -> String {
    words(builder, speaker, route).0
}

/// The title and the description of a page, neither of any other.
fn words(builder: &Builder<'_>, speaker: Speaker<'_>, route: &Route) -> (String, String) {
    let directory = &builder.index.directory;
    let site = &directory.site;
    let site_title = speaker.words(&site.title).unwrap_or_default().text;
    let total = |kind| builder.index.count(kind);
    let list = |title: String, entries: usize| {
        let arguments = [("title", text(title.clone())), ("count", count(entries))];
        (title, speaker.say("description-listing", &arguments))
    };
    match route {
        Route::Door | Route::Home => {
            let tagline = speaker.words(&site.tagline).map(|tagline| tagline.text);
            (site_title.clone(), tagline.unwrap_or(site_title))
        }
        Route::Listing(kind, number) => {
            let (title, description) = list(speaker.t(kind.as_str()), total(*kind));
            if *number == 1 {
                return (title, description);
            }
            let pages = pages_of(total(*kind));
            let position =
                speaker.say("pager-position", &[("page", count(*number)), ("pages", count(pages))]);
            (format!("{title} – {position}"), format!("{description} {position}"))
        }
        Route::Kind(kind, id) => {
            let items = builder.index.groups(speaker.lang()).under(kinds(*kind), id).len();
            let label = speaker.label(kinds(*kind), id).text;
            list(format!("{label} – {}", speaker.t(kind.as_str())), items)
        }
        Route::Entry(kind, slug) => match directory.entry(*kind, slug.as_str()) {
            Some(entry) => (speaker.name(entry).text, about(builder, speaker, entry)),
            None => (site_title.clone(), site_title),
        },
        Route::Term(part, id) => {
            let label = speaker.label(*part, id).text;
            let items = builder.index.groups(speaker.lang()).under(*part, id).len();
            let arguments = [("term", text(label.clone())), ("count", count(items))];
            (label, speaker.say("description-term", &arguments))
        }
        Route::Month(month) => {
            let first = month.first_day();
            let month = first.map(|first| speaker.locale.formats().month_year(first));
            let month = month.unwrap_or_default();
            let description = speaker.say("description-month", &[("month", text(month.clone()))]);
            (format!("{month} – {}", speaker.t("calendar")), description)
        }
        Route::Names => (speaker.t("index-of-names"), speaker.t("description-names")),
        Route::Calendar => (speaker.t("calendar"), speaker.t("description-calendar")),
        Route::Map => (speaker.t("map"), speaker.t("description-map")),
        Route::Search => (speaker.t("search"), speaker.t("description-search")),
        Route::Progress => (speaker.t("progress"), speaker.t("description-progress")),
        Route::OpenData => (speaker.t("open-data"), speaker.t("description-open-data")),
        Route::Page(slug) => match directory.pages.get(slug) {
            Some(page) => {
                let title = speaker.words(&page.title).unwrap_or_default().text;
                let summary = speaker.words(&page.summary).map(|summary| summary.text);
                let writer = builder.prose(speaker);
                let summary = summary.or_else(|| writer.words(&page.prose));
                (title.clone(), summary.unwrap_or(title))
            }
            None => (site_title.clone(), site_title),
        },
        Route::Offline => (speaker.t("offline-title"), speaker.t("offline-text")),
        Route::NotFound | Route::RootNotFound | Route::Former(..) => {
            (speaker.t("not-found-title"), speaker.t("not-found-text"))
        }
    }
}

/// An entry's summary, else the beginning of its prose, else its name.
fn about(builder: &Builder<'_>, speaker: Speaker<'_>, entry: &Entry) -> String {
    let summary = speaker.words(&entry.summary).map(|summary| summary.text);
    let writer: ProseWriter<'_, '_> = builder.prose(speaker);
    summary.or_else(|| writer.words(&entry.prose)).unwrap_or_else(|| speaker.name(entry).text)
}
