//! Lists: the home, listings, a word of the vocabulary, the index of names, search.

use serde::{Serialize, Serializer};

use super::frame::{Link, Words};
use super::ready::Ready;

/// A language's home.
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// The next events, at most twelve.
    pub soon: Vec<Ready<Card>>,
    /// How many of them are shown at once.
    pub shown: usize,
    /// The latest past ones, at most three, where nothing is coming.
    pub past: Vec<Ready<Card>>,
    /// Where all events stand.
    pub calendar_url: String,
    /// Spaces by kind, with counts.
    pub space_kinds: Vec<Link>,
    /// Everything by district, with counts.
    pub districts: Vec<Link>,
    /// Everything by theme, with counts.
    pub themes: Vec<Link>,
    /// Everything by audience, with counts.
    pub audiences: Vec<Link>,
    /// Spaces that cost nothing, at most six.
    pub free: Vec<Ready<Card>>,
    /// Partners by name.
    pub partners: Vec<Link>,
    /// Where spaces stand.
    pub spaces_url: String,
    /// Whether any space has a place on the globe.
    pub has_places: bool,
    /// Where partners stand.
    pub partners_url: String,
    /// A few figures.
    pub figures: Vec<Figure>,
    /// Where the others stand.
    pub progress_url: String,
    /// The mudmee cover of the home: safe SVG.
    pub cover: String,
}

/// A figure and what it counts.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// `space`, `event`, `partner` or none.
    pub class: Option<&'static str>,
    /// What is counted.
    pub label: String,
    /// The number, formatted.
    pub number: String,
}

/// An entry in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// `partner`, `space` or `event`.
    pub class: &'static str,
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: Words,
    /// What kind it is.
    pub kind: Words,
    /// Its summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Words>,
    /// Short facts: district, opening days, price.
    pub bits: Vec<Bit>,
    /// The date of an event as a leaf of a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaf: Option<Leaf>,
    /// When an event is over, for scripts: a local date, that day included, or a date and time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<String>,
    /// Its times after that, for scripts: `begin/end` by spaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<String>,
    /// A week's opening hours in the notation of OpenStreetMap, for scripts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Whether it was over on the day of the build.
    pub past: bool,
    /// Whether it is called off or postponed.
    pub called_off: bool,
    /// An anchor on a month's page, without `#`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
}

/// A short fact. Templates see its words; with a badge always as a map, which says that as well.
#[derive(Clone, Debug)]
pub struct Bit {
    /// What it says.
    pub words: Words,
    /// A badge's class: `free`, `off`, `past`, `shut`, `draft`; none for plain text.
    pub badge: Option<&'static str>,
}

impl Serialize for Bit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { words, badge: Some(badge) } = self else {
            return self.words.serialize(serializer);
        };
        let lang = words.lang.as_deref().map(|lang| ("lang", lang));
        let members = [("text", words.text.as_str()), ("badge", *badge)];
        serializer.collect_map(members.into_iter().chain(lang))
    }
}

/// A date as a leaf of a calendar.
#[derive(Clone, Debug, Serialize)]
pub struct Leaf {
    /// ISO 8601.
    pub iso: String,
    /// The month, short.
    pub month: String,
    /// The day.
    pub day: String,
    /// The year in the language's calendar.
    pub year: String,
}

/// A listing, one page of it.
#[derive(Debug, Serialize)]
pub struct ListingView {
    /// `partner`, `space` or `event`.
    pub class: &'static str,
    /// The heading.
    pub heading: Words,
    /// How many there are in all: the message `listing-count`, formatted.
    pub count: String,
    /// Every kind with its count, "all" first.
    pub kinds: Vec<Link>,
    /// Districts, themes and audiences, each with its counts; empty on pages of one kind.
    pub districts: Vec<Link>,
    /// Themes.
    pub themes: Vec<Link>,
    /// Audiences.
    pub audiences: Vec<Link>,
    /// This page's entries: the coming ones where they are events.
    pub cards: Vec<Ready<Card>>,
    /// Past events of this page.
    pub past: Vec<Ready<Card>>,
    /// The way to the other pages; none where there is one page.
    pub pager: Option<Pager>,
    /// Where the index of names stands; none for events.
    pub names_url: Option<String>,
    /// What the browser narrows it by; only on the first page of all.
    pub facets: Option<FacetsView>,
    /// The listing with this page's kind chosen, to narrow it further; only on pages of one kind.
    pub narrow_url: Option<String>,
}

/// What the form of a listing needs.
#[derive(Debug, Serialize)]
pub struct FacetsView {
    /// The address of the facets.
    pub url: String,
    /// How many are free; none where no entry is.
    pub free: Option<String>,
    /// How many are accessible; none where no entry is known to be.
    pub accessible: Option<String>,
    /// Whether any has hours that a clock can tell.
    pub has_hours: bool,
    /// Whether any has a place on the globe.
    pub has_places: bool,
    /// Whether any takes place on a day to come.
    pub has_times: bool,
    /// How many fit, by plural category; `#` stands for the number.
    pub found: Vec<Plural>,
}

/// The way to the pages before and after.
#[derive(Debug, Serialize)]
pub struct Pager {
    /// "Page 2 of 7", formatted.
    pub position: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// Everything under a word of the vocabulary.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// `themes`, `districts` or `audiences`.
    pub part: &'static str,
    /// The word.
    pub heading: Words,
    /// What it means.
    pub summary: Option<Words>,
    /// The goals it serves.
    pub goals: Vec<String>,
    /// How many entries there are, formatted.
    pub count: String,
    /// Spaces.
    pub spaces: Vec<Ready<Card>>,
    /// Coming events.
    pub events: Vec<Ready<Card>>,
    /// Past events.
    pub past: Vec<Ready<Card>>,
    /// Partners.
    pub partners: Vec<Ready<Card>>,
    /// The other words of the part, with counts.
    pub others: Vec<Link>,
}

/// The index of names.
#[derive(Debug, Serialize)]
pub struct NamesView {
    /// Its letters, in order.
    pub letters: Vec<LetterView>,
}

/// A letter and what stands under it.
#[derive(Debug, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// An anchor, without `#`.
    pub anchor: String,
    /// Names, linked; `count` is not set.
    pub items: Vec<NameView>,
}

/// A name in the index.
#[derive(Debug, Serialize)]
pub struct NameView {
    /// The entry's page.
    pub url: String,
    /// Its name.
    pub name: Words,
    /// What kind it is.
    pub kind: Words,
    /// `partner` or `space`.
    pub class: &'static str,
}

/// The search page: what its script needs, and the way on without one.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// The address of the index.
    pub index: String,
    /// Sections, and the kinds in each.
    pub kinds: Vec<ChoiceGroup>,
    /// Districts that have entries.
    pub districts: Vec<Choice>,
    /// Themes that have entries.
    pub themes: Vec<Choice>,
    /// How many were found, by plural category; `#` stands for the number.
    pub found: Vec<Plural>,
    /// The listings and the index of names.
    pub links: Vec<Link>,
}

/// Choices under a heading that is a choice itself.
#[derive(Debug, Serialize)]
pub struct ChoiceGroup {
    /// What is chosen by the heading.
    pub all: Choice,
    /// What is chosen below it.
    pub choices: Vec<Choice>,
}

/// Something to choose.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// How the address of a search writes it.
    pub id: String,
    /// What it says.
    pub label: Words,
}

/// A sentence for one plural category of CLDR.
#[derive(Clone, Debug, Serialize)]
pub struct Plural {
    /// `one`, `other` and so on.
    pub category: &'static str,
    /// The sentence.
    pub text: String,
}
