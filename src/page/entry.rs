//! The page of one entry.

use super::cards::{Cards, class};
use super::checked::checked;
use super::facts::facts;
use super::pictures::Pictures;
use super::prose::ProseWriter;
use super::route::Route;
use super::speaker::{Speaker, plain};
use super::view::{
    AlertView, Borrowed, Card, EntryView, Link, PictureView, Ready, SourceView, Words,
};
use crate::drawing::{self, Code};
use crate::index::{Item, Standing, kinds};
use crate::language::{Lang, Localized};
use crate::model::{Entry, EntryKind, Event, EventStatus, Part, Picture, Prose, Status, Text};

/// How many past events an entry's page names.
const MOST_PAST: usize = 5;
/// How many related entries it names.
const MOST_RELATED: usize = 5;

/// What the pages of entries are made with.
pub(crate) struct EntryPages<'a, 'p> {
    pub(crate) cards: &'p Cards<'a>,
    pub(crate) pictures: &'p Pictures,
    pub(crate) prose: &'p ProseWriter<'a, 'p>,
    pub(crate) corrections: &'p Corrections,
    pub(crate) codes: bool,
}

impl EntryPages<'_, '_> {
    pub(crate) fn view(&self, item: &Item) -> EntryView {
        let speaker = self.cards.speaker;
        let entry = item.entry();
        let image = entry.image.as_ref().and_then(|picture| self.picture(picture));
        let cover = image.is_none().then(|| drawing::cover(class(entry.kind), entry.slug.as_str()));
        let (abbreviation, logo) = match item {
            Item::Partner(it) => (
                speaker.words(&it.abbreviation),
                it.logo.as_ref().and_then(|logo| self.picture(logo)),
            ),
            _ => (None, None),
        };
        let [partners, spaces, events, past_events] = self.around(item);
        EntryView {
            class: class(entry.kind),
            kind: kind_link(speaker, item),
            name: speaker.name(entry),
            other_names: other_names(speaker, entry),
            abbreviation,
            summary: speaker.words(&entry.summary),
            alert: self.alert(entry),
            status: self.status(item),
            previous_start: match item {
                Item::Event(it) => it.previous_start.map(|moment| speaker.moment(moment.value)),
                _ => None,
            },
            draft: entry.draft,
            borrowed: borrowed(speaker, entry),
            image,
            cover,
            logo,
            facts: facts(self.cards, item),
            prose: self.prose.view(&entry.prose),
            gallery: entry.gallery.iter().filter_map(|picture| self.picture(picture)).collect(),
            partners,
            spaces,
            events,
            past_events,
            related: self.related(item),
            themes: entry
                .themes
                .iter()
                .map(|id| {
                    let label = speaker.label(Part::Themes, &id.value);
                    speaker.link(&Route::Term(Part::Themes, id.value.clone()), label)
                })
                .collect(),
            building_blocks: entry
                .building_blocks
                .iter()
                .map(|number| speaker.t(&format!("building-block-{number}")))
                .collect(),
            goals: goals(speaker, &entry.sdgs),
            sources: entry.sources.iter().filter_map(|source| self.source(source)).collect(),
            checked: checked(speaker, entry.verified.as_ref(), self.cards.index.today),
            report_url: self.corrections.url(speaker, entry),
            code: self.code(entry),
        }
    }

    /// Entries of the same kind that are near it in meaning; the parts of a space stand by
    /// themselves already.
    fn related(&self, item: &Item) -> Vec<Ready<Card>> {
        let groups = self.cards.index.groups(self.cards.speaker.lang());
        let parts = match item {
            Item::Space(space) => groups.in_space(&space.entry.slug),
            Item::Partner(_) | Item::Event(_) => &[],
        };
        let is_part = |other: &&Item| {
            let (kind, slug) = (other.entry().kind, &other.entry().slug);
            parts.iter().any(|it| it.entry().kind == kind && it.entry().slug == *slug)
        };
        let near = groups.related(item, MOST_RELATED + parts.len());
        self.cards.shown(near.filter(|other| !is_part(other)).take(MOST_RELATED))
    }

    /// The code of the page's address, for paper.
    fn code(&self, entry: &Entry) -> Option<String> {
        let speaker = self.cards.speaker;
        let route = Route::Entry(entry.kind, entry.slug.clone());
        let address = self.codes.then(|| speaker.base.absolute(&route.path(speaker.tag())))?;
        Code::of(&address).map(|code| code.svg())
    }

    fn picture(&self, picture: &Picture) -> Option<PictureView> {
        let speaker = self.cards.speaker;
        let published = self.pictures.get(&picture.file.value)?;
        Some(PictureView {
            url: speaker.base.url(&published.path),
            width: published.size.map(|(width, _)| width),
            height: published.size.map(|(_, height)| height),
            srcset: published.srcset(speaker.base),
            alt: speaker.words(&picture.alt)?,
            credit: picture.credit.as_ref().and_then(|credit| speaker.words(credit)),
            licence: picture.licence.clone(),
        })
    }

    fn source(&self, source: &crate::model::Citation) -> Option<SourceView> {
        let title = source.title.as_ref().and_then(|title| self.cards.speaker.words(title));
        let url = source.url.as_ref();
        let host = url.map(|url| plain(url.host()));
        Some(SourceView { label: title.or(host)?, url: url.map(ToString::to_string) })
    }

    fn alert(&self, entry: &Entry) -> Option<AlertView> {
        let speaker = self.cards.speaker;
        let alert = entry.alert.as_ref().filter(|alert| alert.until >= self.cards.index.today)?;
        Some(AlertView { text: speaker.words(&alert.text)?, until: speaker.day(alert.until) })
    }

    fn status(&self, item: &Item) -> Option<&'static str> {
        match item {
            Item::Event(event) => self.event_status(event),
            Item::Partner(_) | Item::Space(_) => match item.entry().status {
                Status::Active => None,
                Status::TemporarilyClosed => Some("temporarily-closed"),
                Status::Closed => Some("closed"),
            },
        }
    }

    fn event_status(&self, event: &Event) -> Option<&'static str> {
        match event.event_status {
            EventStatus::Cancelled => return Some("cancelled"),
            EventStatus::Postponed => return Some("postponed"),
            EventStatus::Scheduled | EventStatus::Rescheduled | EventStatus::Full => {}
        }
        if self.cards.index.calendar.next(&event.entry.slug).is_none() {
            return Some("past");
        }
        match event.event_status {
            EventStatus::Rescheduled => Some("rescheduled"),
            EventStatus::Full => Some("full"),
            _ => None,
        }
    }

    /// Who runs it, what it runs or holds, and the events: coming, then past.
    fn around(&self, item: &Item) -> [Vec<Ready<Card>>; 4] {
        let directory = self.cards.speaker.directory;
        let groups = self.cards.index.groups(self.cards.speaker.lang());
        let slug = &item.entry().slug;
        let (partners, held) = match item {
            Item::Partner(_) => (&[][..], groups.of_partner(slug)),
            Item::Space(it) => (it.partners.as_slice(), groups.in_space(slug)),
            Item::Event(it) => (it.partners.as_slice(), &[][..]),
        };
        let partners = partners
            .iter()
            .filter_map(|slug| directory.partners.get(&slug.value).map(AsRef::as_ref));
        let spaces = held.iter().filter(|it| matches!(it, Item::Space(_)));
        let (coming, past) = self.split(held);
        [
            self.cards.shown_partners(partners),
            self.cards.shown(spaces),
            self.cards.shown(coming),
            self.cards.shown(past.into_iter().take(MOST_PAST)),
        ]
    }

    /// The events of a list, coming and past.
    fn split<'i>(&self, items: &'i [Item]) -> (Vec<&'i Item>, Vec<&'i Item>) {
        let calendar = &self.cards.index.calendar;
        items
            .iter()
            .filter(|it| matches!(it, Item::Event(_)))
            .partition(|it| calendar.next(&it.entry().slug).is_some())
    }
}

/// Where an entry's like stand.
fn kind_link(speaker: Speaker<'_>, item: &Item) -> Link {
    let id = match item {
        Item::Partner(it) => &it.kind.value,
        Item::Space(it) => &it.kind.value,
        Item::Event(it) => &it.kind.value,
    };
    let kind = item.entry().kind;
    speaker.link(&Route::Kind(kind, id.clone()), speaker.label(kinds(kind), id))
}

/// The names in the languages that the page is not in.
fn other_names(speaker: Speaker<'_>, entry: &Entry) -> Vec<Words> {
    let shown = entry.name.resolve(speaker.lang()).map(|(_, language)| language);
    let languages = &speaker.directory.site.languages;
    entry
        .name
        .iter()
        .filter(|(language, _)| Some(*language) != shown && *language != speaker.lang())
        .map(|(language, name)| Words {
            text: name.clone(),
            lang: Some(languages.tag(language).to_string()),
        })
        .collect()
}

fn borrowed(speaker: Speaker<'_>, entry: &Entry) -> Option<Borrowed> {
    let whole = match Standing::of(entry, speaker.lang()) {
        Standing::Complete => return None,
        Standing::Partial => false,
        Standing::Missing => true,
    };
    let route = Route::Entry(entry.kind, entry.slug.clone());
    lender(speaker, &[&entry.name, &entry.summary], &entry.prose)
        .map(|lender| borrowed_from(speaker, whole, lender, &route))
}

/// The language that words are borrowed from: of the first part that is borrowed.
pub(crate) fn lender(
    speaker: Speaker<'_>,
    texts: &[&Text],
    prose: &Localized<Prose>,
) -> Option<Lang> {
    let own = speaker.lang();
    let texts = texts.iter().filter_map(|text| text.resolve(own).map(|(_, language)| language));
    let prose = prose.resolve(own).map(|(_, language)| language);
    texts.chain(prose).find(|language| *language != own)
}

pub(crate) fn borrowed_from(
    speaker: Speaker<'_>,
    whole: bool,
    lender: Lang,
    route: &Route,
) -> Borrowed {
    let tag = speaker.directory.site.languages.tag(lender).as_str();
    Borrowed {
        whole,
        lang: tag.to_owned(),
        language: speaker.locale.name_of(tag),
        url: speaker.base.url(&route.path(tag)),
    }
}

/// Goals with their numbers: "4 Quality education".
pub(crate) fn goals(speaker: Speaker<'_>, numbers: &[u8]) -> Vec<String> {
    let goal = |number: &u8| format!("{number} {}", speaker.t(&format!("goal-{number}")));
    numbers.iter().map(goal).collect()
}

/// Where a citizen reports a mistake.
#[derive(Clone, Debug)]
pub(crate) enum Corrections {
    /// A template of an address with `{kind}`, `{slug}`, `{lang}` and `{url}`.
    Template(String),
    /// A free page that says how.
    Page(crate::model::value::Slug),
    /// Nowhere.
    Nowhere,
}

impl Corrections {
    fn url(&self, speaker: Speaker<'_>, entry: &Entry) -> Option<String> {
        match self {
            Self::Nowhere => None,
            Self::Page(slug) => Some(speaker.url(&Route::Page(slug.clone()))),
            Self::Template(template) => {
                let route = Route::Entry(entry.kind, entry.slug.clone());
                let page = speaker.base.absolute(&route.path(speaker.tag()));
                let escaped: String =
                    url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
                let filled = template
                    .replace("{kind}", EntryKind::as_str(entry.kind))
                    .replace("{slug}", entry.slug.as_str())
                    .replace("{lang}", speaker.tag())
                    .replace("{url}", &escaped);
                Some(filled)
            }
        }
    }
}
