//! An entry's page, and a free page.

use serde::Serialize;

use super::facts::Facts;
use super::frame::{Day, Link, Words};
use super::list::Card;
use super::ready::Ready;

/// An entry's page.
#[derive(Debug, Serialize)]
pub struct EntryView {
    /// `partner`, `space` or `event`.
    pub class: &'static str,
    /// What kind it is, and where its like stand.
    pub kind: Link,
    /// Its name.
    pub name: Words,
    /// Its names in the other languages.
    pub other_names: Vec<Words>,
    /// Short forms of the name (partners).
    pub abbreviation: Option<Words>,
    /// Its summary.
    pub summary: Option<Words>,
    /// The notice with an end, and its last day.
    pub alert: Option<AlertView>,
    /// `temporarily-closed` or `closed`; `cancelled`, `postponed`, `rescheduled` or `full`; or
    /// `past` for an event that is over.
    pub status: Option<&'static str>,
    /// When it was first announced for.
    pub previous_start: Option<Day>,
    /// Whether it is a draft.
    pub draft: bool,
    /// What is borrowed from another language.
    pub borrowed: Option<Borrowed>,
    /// The picture that stands for it.
    pub image: Option<PictureView>,
    /// A mudmee cover, safe SVG, where there is no picture.
    pub cover: Option<String>,
    /// Its mark (partners).
    pub logo: Option<PictureView>,
    /// Everything known, in the order people ask.
    pub facts: Facts,
    /// Its prose as safe HTML.
    pub prose: Option<ProseView>,
    /// Further pictures.
    pub gallery: Vec<PictureView>,
    /// Who runs or holds it.
    pub partners: Vec<Ready<Card>>,
    /// Spaces it runs, or parts of it.
    pub spaces: Vec<Ready<Card>>,
    /// Coming events here or by it.
    pub events: Vec<Ready<Card>>,
    /// Past ones, at most five.
    pub past_events: Vec<Ready<Card>>,
    /// Entries near it in meaning.
    pub related: Vec<Ready<Card>>,
    /// Themes, linked.
    pub themes: Vec<Link>,
    /// UNESCO's building blocks, by name.
    pub building_blocks: Vec<String>,
    /// Sustainable Development Goals: "4 Quality education".
    pub goals: Vec<String>,
    /// Where the facts come from.
    pub sources: Vec<SourceView>,
    /// The last check.
    pub checked: Checked,
    /// Where to report a mistake.
    pub report_url: Option<String>,
    /// The code of its address for phones, safe SVG; on paper alone.
    pub code: Option<String>,
}

/// A notice with an end.
#[derive(Debug, Serialize)]
pub struct AlertView {
    /// The notice.
    pub text: Words,
    /// Its last day.
    pub until: Day,
}

/// What is borrowed from another language.
#[derive(Debug, Serialize)]
pub struct Borrowed {
    /// Whether everything is.
    pub whole: bool,
    /// The tag of the language it is borrowed from.
    pub lang: String,
    /// That language's own name.
    pub language: String,
    /// The original's page.
    pub url: String,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// Its address.
    pub url: String,
    /// Its size in pixels.
    pub width: Option<u32>,
    /// Its size in pixels.
    pub height: Option<u32>,
    /// Its narrower and wider WebP forms, as `srcset` names them.
    pub srcset: Option<String>,
    /// What it shows.
    pub alt: Words,
    /// Who made it.
    pub credit: Option<Words>,
    /// On what terms.
    pub licence: Option<String>,
}

/// Prose as safe HTML.
#[derive(Debug, Serialize)]
pub struct ProseView {
    /// The HTML.
    pub html: String,
    /// Its language, where that is not the page's.
    pub lang: Option<String>,
}

/// A source of the facts.
#[derive(Debug, Serialize)]
pub struct SourceView {
    /// What it is called, or its host.
    pub label: Words,
    /// Where it stands.
    pub url: Option<String>,
}

/// The last check of the facts.
#[derive(Debug, Serialize)]
pub struct Checked {
    /// `fresh`, `ageing`, `stale` or `unverified`.
    pub class: &'static str,
    /// When.
    pub on: Option<Day>,
    /// How long ago on the day of the build: "6 weeks ago".
    pub age: Option<String>,
    /// What a script needs to tell its age on later days.
    pub ageing: Option<Ageing>,
    /// By whom.
    pub by: Option<Words>,
    /// How, in words.
    pub method: Option<String>,
}

/// When a check grows old.
#[derive(Debug, Serialize)]
pub struct Ageing {
    /// The last day on which it counts, ISO 8601.
    pub due: String,
    /// The last day on which it is not long overdue.
    pub overdue: String,
}

/// A free page.
#[derive(Debug, Serialize)]
pub struct FreePageView {
    /// Its title.
    pub heading: Words,
    /// What it is about.
    pub summary: Option<Words>,
    /// Its prose as safe HTML.
    pub prose: Option<ProseView>,
    /// What is borrowed from another language.
    pub borrowed: Option<Borrowed>,
}
