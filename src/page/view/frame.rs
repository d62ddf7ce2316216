//! What stands on every page: its head, the site around it, and the words they are made of.

use serde::{Serialize, Serializer};

use super::facts::ContactView;
use super::list::Plural;

/// Text, and its language where that is not the page's.
///
/// Templates see a string, or, where the text is borrowed, a map of its `text` and its `lang`; the
/// filters `text`, `lang_of` and `words` take both. Most texts are the page's own, and a map of one
/// member takes ten times the room of what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// A language tag, on borrowed text only.
    pub lang: Option<String>,
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { text, lang } = self;
        match lang {
            None => serializer.serialize_str(text),
            Some(lang) => serializer.collect_map([("text", text), ("lang", lang)]),
        }
    }
}

/// A link and its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// Where it leads.
    pub url: String,
    /// What it says.
    pub label: Words,
    /// How many things are there, formatted.
    pub count: Option<String>,
    /// Whether it leads to the page it stands on, or to the section around it.
    pub current: bool,
}

/// A date for people and for machines.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    /// ISO 8601, Common Era.
    pub iso: String,
    /// In the language's calendar.
    pub text: String,
}

/// The head of a page.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// What the browser may load and run: a Content-Security-Policy.
    pub policy: String,
    /// The template's name without `.html`.
    pub template: &'static str,
    /// Its address on the site, as links name it.
    pub url: String,
    /// The section that it stands in, likewise: the step before it on the way from the home.
    pub section: Option<String>,
    /// BCP 47 tag of the page.
    pub lang: String,
    /// For `<title>`: of this page alone.
    pub title: String,
    /// Whether this is a language's home, whose title is the site's.
    pub is_home: bool,
    /// For `<meta name="description">`.
    pub description: String,
    /// Absolute address of the page that this one stands for; absent on 404 pages.
    pub canonical: Option<String>,
    /// The page in every language that has it, absolute addresses, itself included.
    pub alternates: Vec<Alternate>,
    /// The same page in the other languages, for the reader.
    pub switch: Vec<Alternate>,
    /// From the home to this page, itself last and without an address; empty on homes.
    pub breadcrumbs: Vec<Crumb>,
    /// The events that the page shows, as a calendar: of the whole, a partner, a space, a theme, or
    /// the event itself while it is to come.
    pub calendar: Option<CalendarLink>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// Whether it is a fallback copy: everything of the entry is in another language.
    pub open_graph: OpenGraph,
    /// Structured data (schema.org in JSON-LD), safe in a `<script>`; set once the page is made.
    pub json_ld: Option<String>,
}

/// A feed of the site.
#[derive(Clone, Debug, Serialize)]
pub struct FeedLink {
    /// Where it stands.
    pub url: String,
    /// What it is called, with the site's title.
    pub title: String,
}

/// What a page shows, as a calendar to take into one's own.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarLink {
    /// The file.
    pub url: String,
    /// The same by `webcal:`, which opens the reader's calendar; none for a single event, which
    /// is added once.
    pub webcal: Option<String>,
}

/// The page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// BCP 47 tag, or `x-default`.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// The address: absolute in `alternates`, of the site in `switch`.
    pub url: String,
}

/// A step of the way from the home.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Absent on the last.
    pub url: Option<String>,
    /// What it says.
    pub label: Words,
}

/// Open Graph.
#[derive(Clone, Debug, Serialize)]
pub struct OpenGraph {
    /// `website`, `article`, `place` or `profile`.
    pub kind: &'static str,
    /// `th_TH`.
    pub locale: String,
    /// The other languages' locales.
    pub other_locales: Vec<String>,
    /// The picture.
    pub image: Option<PreviewView>,
}

/// The picture that stands for a page before it is opened.
#[derive(Clone, Debug, Serialize)]
pub struct PreviewView {
    /// Its absolute address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The words on it.
    pub alt: String,
}

/// What stands around every page of one language.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The site's title.
    pub title: Words,
    /// The site's tagline.
    pub tagline: Option<Words>,
    /// The language's home.
    pub home: String,
    /// The sections, in the site's order.
    pub navigation: Vec<Link>,
    /// Free pages and the further sections, for the foot.
    pub pages: Vec<Link>,
    /// The city's standing in UNESCO's network.
    pub membership: Option<Membership>,
    /// SPDX id of the open data's licence, and its address where one is known.
    pub licence: Option<Licence>,
    /// The language's feeds.
    pub feeds: Vec<FeedLink>,
    /// The day of the build.
    pub built: Day,
    /// Whether pages are kept for reading without a network.
    pub keeps_pages: bool,
    /// What scripts tell the time by.
    pub clock: Clock,
    /// What scripts tell the age of a check by.
    pub ages: Ages,
    /// Whether there is a search page.
    pub has_search: bool,
    /// The web application manifest.
    pub manifest: String,
    /// The icon for a phone's home screen.
    pub touch_icon: Option<String>,
    /// Ways to reach the site's keepers.
    pub contact: Option<ContactView>,
}

/// What scripts tell the time by.
#[derive(Clone, Debug, Serialize)]
pub struct Clock {
    /// The zone of every local time, an IANA name.
    pub zone: String,
    /// The Unicode locale that formats dates.
    pub format: String,
    /// Public holidays from the day of the build on, ISO 8601, by spaces.
    pub holidays: String,
}

/// The words for the age of a check on any day after it.
#[derive(Clone, Debug, Serialize)]
pub struct Ages {
    /// Ages of so many days: "today", "yesterday", "2 days ago".
    pub days: Vec<String>,
    /// Ages in weeks, with `#` for the number.
    pub weeks: Vec<Plural>,
    /// Ages in months.
    pub months: Vec<Plural>,
    /// Ages in years.
    pub years: Vec<Plural>,
}

/// A licence.
#[derive(Clone, Debug, Serialize)]
pub struct Licence {
    /// SPDX id.
    pub name: String,
    /// Where it can be read.
    pub url: Option<String>,
}

/// The city's standing in UNESCO's network.
#[derive(Clone, Debug, Serialize)]
pub struct Membership {
    /// In words.
    pub text: Words,
    /// Since when.
    pub since: Day,
}
