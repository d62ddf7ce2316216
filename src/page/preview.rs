//! What a page's preview says, and where it stands.

use super::cards::class;
use super::route::Route;
use super::view::PreviewView;
use super::when;
use super::{Builder, Page};
use crate::index::Item;
use crate::language::Locale;
use crate::model::EntryKind;
use crate::picture::preview::{HEIGHT, Painter, Sheet, WIDTH};

/// Where previews stand below the root: what begins otherwise is none.
pub const PREVIEWS: &str = "og/";

/// The preview that pages of a route show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The path below the root.
    pub path: String,
    /// What it says.
    pub sheet: Sheet,
}

impl<'a> Builder<'a> {
    /// The pages that have a preview of their own; all others show that of their home.
    pub fn previewed(&self) -> Vec<Page> {
        let entries = || self.index.directory.entries();
        let of = |locale: &Locale| {
            let language = locale.lang();
            let entries = entries().map(|it| Route::Entry(it.kind, it.slug.clone()));
            let routes = entries.chain([Route::Home]).collect::<Vec<_>>();
            routes.into_iter().map(move |route| Page { route, language })
        };
        self.locales.iter().flat_map(of).collect()
    }

    /// The preview of a page; none where previews are left out.
    pub fn preview(&self, page: &Page) -> Option<Preview> {
        let painter = self.look.painter.as_ref()?;
        let locale = &self.locales[page.language.index()];
        Some(match &page.route {
            Route::Entry(kind, slug) => match self.entry_sheet(*kind, slug.as_str(), locale) {
                Some(sheet) => {
                    let name = format!("{}/{slug}", kind.as_str());
                    placed(painter, locale, &name, sheet)
                }
                None => self.site_preview(painter, locale),
            },
            _ => self.site_preview(painter, locale),
        })
    }

    /// The preview of a page, as its head names it.
    pub(crate) fn preview_view(&self, page: &Page) -> Option<PreviewView> {
        let Preview { path, sheet } = self.preview(page)?;
        let alt = [sheet.title, sheet.detail].into_iter().filter(|words| !words.is_empty());
        Some(PreviewView {
            url: self.base.absolute(&path),
            width: WIDTH,
            height: HEIGHT,
            alt: alt.collect::<Vec<_>>().join(" – "),
        })
    }

    fn entry_sheet(&self, kind: EntryKind, slug: &str, locale: &'a Locale) -> Option<Sheet> {
        let slug = crate::model::value::Slug::parse(slug).ok()?;
        let item = self.item(kind, &slug)?;
        let cards = self.cards(locale);
        let card = cards.item(&item);
        let mut facts: Vec<String> = match &item {
            Item::Event(event) => {
                // The card's leaf says the date, so that its words do not.
                let when = when::view(&cards, event);
                let off = card.bits.iter().find(|bit| bit.badge == Some("off"));
                off.map(|bit| bit.words.text.clone())
                    .into_iter()
                    .chain([when.repeats.unwrap_or(when.text)])
                    .chain(cards.venue(event).map(|venue| venue.text))
                    .collect()
            }
            _ => {
                let plain = card.bits.iter().filter(|bit| bit.badge.is_none());
                plain.map(|bit| bit.words.text.clone()).collect()
            }
        };
        let free = card.bits.iter().find(|bit| bit.badge == Some("free"));
        facts.extend(free.map(|bit| bit.words.text.clone()));
        Some(Sheet {
            class: class(kind),
            seed: slug.to_string(),
            kind: card.kind.text,
            title: card.name.text,
            detail: facts.join(" · "),
            site: self.site_title(locale),
        })
    }

    fn site_preview(&self, painter: &Painter, locale: &'a Locale) -> Preview {
        let speaker = self.speaker(locale);
        let site = &self.index.directory.site;
        let host = self.base.absolute("");
        let host = host.split("://").nth(1).unwrap_or_default().trim_end_matches('/').to_owned();
        let sheet = Sheet {
            class: "space",
            seed: "site".to_owned(),
            kind: String::new(),
            title: self.site_title(locale),
            detail: speaker.words(&site.tagline).map(|words| words.text).unwrap_or_default(),
            site: host,
        };
        placed(painter, locale, "site", sheet)
    }

    fn site_title(&self, locale: &'a Locale) -> String {
        let site = &self.index.directory.site;
        self.speaker(locale).words(&site.title).map(|words| words.text).unwrap_or_default()
    }
}

fn placed(painter: &Painter, locale: &Locale, name: &str, sheet: Sheet) -> Preview {
    let digest = painter.digest(&sheet).to_hex();
    let path = format!("{PREVIEWS}{}/{name}.{}.png", locale.tag(), &digest[..16]);
    Preview { path, sheet }
}
