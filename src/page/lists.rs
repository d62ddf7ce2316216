//! Pages that list entries: home, listings, words of the vocabulary, the index of names.

use super::cards::{Cards, class};
use super::entry::goals;
use super::route::{Route, TERM_PARTS};
use super::speaker::{Speaker, count, plain, text};
use super::view::{
    Figure, HomeView, LetterView, Link, ListingView, NameView, NamesView, Pager, TermView, Words,
};
use crate::drawing;
use crate::index::{Item, kinds};
use crate::model::value::Id;
use crate::model::{EntryKind, Fee, Part};

/// How many entries a page of a listing holds.
pub(crate) const PER_PAGE: usize = 50;
/// How many cards each part of the home shows.
const HOME_CARDS: usize = 6;
/// How many events to come it holds, so that some are left when the first are over and nobody has
/// built the site since.
const HOME_KNOWN: usize = 12;
/// How many past events it shows where nothing is coming.
const HOME_PAST: usize = 3;

/// The home of a language.
pub(crate) fn home(cards: &Cards<'_>) -> HomeView {
    let speaker = cards.speaker;
    let index = cards.index;
    let events = index.listing(EntryKind::Event, speaker.lang()).iter();
    let is_coming = |it: &&Item| index.calendar.next(&it.entry().slug).is_some();
    let soon = cards.shown(events.filter(is_coming).take(HOME_KNOWN));
    let past = if soon.is_empty() {
        cards.shown(index.listing(EntryKind::Event, speaker.lang()).iter().take(HOME_PAST))
    } else {
        Vec::new()
    };
    let is_free = |it: &&crate::model::Space| matches!(it.fee, Some(Fee::Free));
    let free = index.spaces(speaker.lang()).filter(is_free).take(HOME_CARDS);
    let partners = index.listing(EntryKind::Partner, speaker.lang()).iter().map(|item| {
        let entry = item.entry();
        speaker.link(&Route::Entry(entry.kind, entry.slug.clone()), speaker.name(entry))
    });
    HomeView {
        soon,
        shown: HOME_CARDS,
        past,
        calendar_url: speaker.url(&Route::Calendar),
        space_kinds: kind_links(cards, EntryKind::Space, None),
        districts: term_links(cards, Part::Districts, None),
        themes: term_links(cards, Part::Themes, None),
        audiences: term_links(cards, Part::Audiences, None),
        free: cards.shown_spaces(free),
        partners: partners.collect(),
        spaces_url: speaker.url(&Route::Listing(EntryKind::Space, 1)),
        has_places: index.spaces(speaker.lang()).any(|it| it.entry.location.is_some()),
        partners_url: speaker.url(&Route::Listing(EntryKind::Partner, 1)),
        figures: home_figures(cards),
        progress_url: speaker.url(&Route::Progress),
        cover: drawing::cover("partner", "home"),
    }
}

fn home_figures(cards: &Cards<'_>) -> Vec<Figure> {
    let speaker = cards.speaker;
    let index = cards.index;
    let figures = index.figures();
    let figure = |class, message: &str, number: usize| Figure {
        class,
        label: speaker.t(message),
        number: speaker.number(number),
    };
    let mut coming: Vec<_> = index.calendar.coming().map(|it| &it.event.entry.slug).collect();
    coming.sort();
    coming.dedup();
    let districts = index
        .groups(speaker.lang())
        .used(speaker.directory, Part::Districts)
        .filter(|(_, items)| items.iter().any(|it| matches!(it, Item::Space(_))));
    let free = index.spaces(speaker.lang()).filter(|it| matches!(it.fee, Some(Fee::Free)));
    vec![
        figure(Some("space"), "figure-spaces", figures.spaces),
        figure(Some("event"), "figure-coming", coming.len()),
        figure(Some("partner"), "figure-partners", figures.partners),
        figure(None, "figure-districts", districts.count()),
        figure(None, "figure-free", free.count()),
    ]
}

/// Which part of a listing a page shows.
pub(crate) enum Shown<'i> {
    /// One of the pages of all, from 1.
    All(usize),
    /// Those of one kind.
    Kind(&'i Id),
}

/// A listing of one kind of entry.
///
/// `facets` is the address of what the browser narrows it by.
pub(crate) fn listing(
    cards: &Cards<'_>,
    kind: EntryKind,
    shown: &Shown<'_>,
    facets: Option<String>,
) -> ListingView {
    let speaker = cards.speaker;
    let all = cards.index.listing(kind, speaker.lang());
    let (items, heading, current) = match shown {
        Shown::All(_) => (all, plain(speaker.t(kind.as_str())), None),
        Shown::Kind(id) => {
            let under = cards.index.groups(speaker.lang()).under(kinds(kind), id);
            (under, speaker.label(kinds(kind), id), Some(*id))
        }
    };
    let total = items.len();
    let (page, pager) = match shown {
        Shown::Kind(_) => (items, None),
        Shown::All(number) => {
            let page = items.chunks(PER_PAGE).nth(number - 1).unwrap_or_default();
            (page, pager(speaker, kind, *number, total))
        }
    };
    let (coming, past) = split(cards, page);
    let overview = current.is_none();
    let terms = |part| if overview { term_links(cards, part, None) } else { Vec::new() };
    ListingView {
        class: class(kind),
        heading,
        count: speaker
            .say("listing-count", &[("count", count(total)), ("kind", text(kind.as_str()))]),
        kinds: listing_links(cards, kind, current),
        districts: terms(Part::Districts),
        themes: terms(Part::Themes),
        audiences: terms(Part::Audiences),
        cards: cards.shown(coming),
        past: cards.shown(past),
        pager,
        names_url: (kind != EntryKind::Event).then(|| speaker.url(&Route::Names)),
        facets: facets.filter(|_| total > 0).map(|url| super::facets::view(cards, kind, url)),
        narrow_url: current
            .map(|id| format!("{}?kind={id}", speaker.url(&Route::Listing(kind, 1)))),
    }
}

/// How many pages a listing has; at least one.
pub(crate) fn pages_of(total: usize) -> usize {
    total.div_ceil(PER_PAGE).max(1)
}

fn pager(speaker: Speaker<'_>, kind: EntryKind, number: usize, total: usize) -> Option<Pager> {
    let pages = pages_of(total);
    (pages > 1).then(|| Pager {
        position: speaker
            .say("pager-position", &[("page", count(number)), ("pages", count(pages))]),
        previous: (number > 1).then(|| speaker.url(&Route::Listing(kind, number - 1))),
        next: (number < pages).then(|| speaker.url(&Route::Listing(kind, number + 1))),
    })
}

/// What is not an event or is still coming, and past events.
fn split<'i>(cards: &Cards<'_>, items: &'i [Item]) -> (Vec<&'i Item>, Vec<&'i Item>) {
    items.iter().partition(|item| match item {
        Item::Event(it) => cards.index.calendar.next(&it.entry.slug).is_some(),
        _ => true,
    })
}

/// A kind's listing and its kinds, with counts; the one shown is marked.
fn listing_links(cards: &Cards<'_>, kind: EntryKind, current: Option<&Id>) -> Vec<Link> {
    let speaker = cards.speaker;
    let all = Link {
        url: speaker.url(&Route::Listing(kind, 1)),
        label: plain(speaker.t("all-kinds")),
        count: Some(speaker.number(cards.index.listing(kind, speaker.lang()).len())),
        current: current.is_none(),
    };
    std::iter::once(all).chain(kind_links(cards, kind, current)).collect()
}

/// A kind's kinds with counts; the one shown is marked.
fn kind_links(cards: &Cards<'_>, kind: EntryKind, current: Option<&Id>) -> Vec<Link> {
    let speaker = cards.speaker;
    let groups = cards.index.groups(speaker.lang());
    let links = groups.used(speaker.directory, kinds(kind)).map(|(id, items)| Link {
        url: speaker.url(&Route::Kind(kind, id.clone())),
        label: speaker.label(kinds(kind), id),
        count: Some(speaker.number(items.len())),
        current: current == Some(id),
    });
    links.collect()
}

/// The words of a part with counts; the current one is marked.
fn term_links(cards: &Cards<'_>, part: Part, current: Option<&Id>) -> Vec<Link> {
    let speaker = cards.speaker;
    let groups = cards.index.groups(speaker.lang());
    groups
        .used(speaker.directory, part)
        .map(|(id, items)| Link {
            url: speaker.url(&Route::Term(part, id.clone())),
            label: speaker.label(part, id),
            count: Some(speaker.number(items.len())),
            current: current == Some(id),
        })
        .collect()
}

/// Everything under a word of the vocabulary.
pub(crate) fn term(cards: &Cards<'_>, part: Part, id: &Id) -> TermView {
    debug_assert!(TERM_PARTS.contains(&part), "only these parts have pages");
    let speaker = cards.speaker;
    let items = cards.index.groups(speaker.lang()).under(part, id);
    let (coming, past) = split(cards, items);
    let of = |kind: EntryKind| {
        cards.shown(coming.iter().copied().filter(|item| item.entry().kind == kind))
    };
    let term = speaker.term(part, id);
    TermView {
        part: part.as_str(),
        heading: speaker.label(part, id),
        summary: term.and_then(|term| speaker.words(&term.summary)),
        goals: term.map(|term| goals(speaker, &term.sdgs)).unwrap_or_default(),
        count: speaker.number(items.len()),
        spaces: of(EntryKind::Space),
        events: of(EntryKind::Event),
        partners: of(EntryKind::Partner),
        past: cards.shown(past),
        others: term_links(cards, part, Some(id)),
    }
}

/// The index of names.
pub(crate) fn names(cards: &Cards<'_>) -> NamesView {
    let speaker = cards.speaker;
    let letters = cards.index.letters(speaker.lang());
    let letters = letters.iter().enumerate().map(|(number, letter)| LetterView {
        letter: letter.letter.to_string(),
        anchor: format!("letter-{}", number + 1),
        items: letter.items.iter().map(|item| name(speaker, item)).collect(),
    });
    NamesView { letters: letters.collect() }
}

fn name(speaker: Speaker<'_>, item: &Item) -> NameView {
    let entry = item.entry();
    NameView {
        url: speaker.url(&Route::Entry(entry.kind, entry.slug.clone())),
        name: speaker.name(entry),
        kind: kind_label(speaker, item),
        class: class(entry.kind),
    }
}

fn kind_label(speaker: Speaker<'_>, item: &Item) -> Words {
    match item {
        Item::Partner(it) => speaker.label(Part::PartnerKinds, &it.kind.value),
        Item::Space(it) => speaker.label(Part::SpaceKinds, &it.kind.value),
        Item::Event(it) => speaker.label(Part::EventKinds, &it.kind.value),
    }
}
