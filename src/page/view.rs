//! What templates see: small, ready-made values, and no type of the model.
//!
//! Every text is in the page's language already, dates and numbers formatted, addresses complete.
//! A [`Words`] carries the language it is in where that is not the page's. Absent facts are absent
//! (`null`), never empty strings.

use serde::Serialize;

/// What every template gets, as the variables `page`, `site` and `view`.
#[derive(Debug, Serialize)]
pub struct Frame<'a> {
    /// About this page.
    pub page: PageView,
    /// About the site, the same on every page of one language.
    pub site: &'a SiteView,
    /// About what the page shows; its shape depends on the template.
    pub view: &'a View,
}

/// Text, and its language where that is not the page's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The text.
    pub text: String,
    /// A language tag, on borrowed text only.
    pub lang: Option<String>,
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
    /// The template's name without `.html`.
    pub template: &'static str,
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
    /// Absolute address of the picture.
    pub image: Option<String>,
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
    /// Whether there is a search page.
    pub has_search: bool,
    /// Ways to reach the site's keepers.
    pub contact: Option<ContactView>,
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

/// What a page shows: one variant a template.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// `door.html`
    Door(DoorView),
    /// `home.html`
    Home(Box<HomeView>),
    /// `listing.html`: partners, spaces or events, and those of one kind
    Listing(ListingView),
    /// `partner.html`, `space.html`, `event.html`
    Entry(Box<EntryView>),
    /// `term.html`: a theme, a district, an audience
    Term(TermView),
    /// `index-of-names.html`
    Names(NamesView),
    /// `calendar.html`
    Calendar(CalendarView),
    /// `month.html`
    Month(MonthView),
    /// `map.html`
    Map(MapView),
    /// `search.html`
    Search(SearchView),
    /// `progress.html`
    Progress(ProgressView),
    /// `open-data.html`
    OpenData(OpenDataView),
    /// `page.html`
    Page(FreePageView),
    /// `not-found.html`
    NotFound(NotFoundView),
}

/// The door: one language after the other.
#[derive(Debug, Serialize)]
pub struct DoorView {
    /// Each language's way in.
    pub languages: Vec<DoorLanguage>,
    /// A mudmee cover: safe SVG.
    pub cover: String,
}

/// A language's way in; its words are in that language.
#[derive(Debug, Serialize)]
pub struct DoorLanguage {
    /// BCP 47 tag.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// Its home.
    pub url: String,
    /// The site's title.
    pub title: String,
    /// The site's tagline.
    pub tagline: Option<String>,
    /// The message `door-enter`.
    pub enter: String,
    /// The city's standing.
    pub membership: Option<String>,
}

/// A language's home.
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// The next events, at most six.
    pub soon: Vec<Card>,
    /// The latest past ones, at most three, where nothing is coming.
    pub past: Vec<Card>,
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
    pub free: Vec<Card>,
    /// Partners by name.
    pub partners: Vec<Link>,
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
    pub summary: Option<Words>,
    /// Short facts: district, opening days, price.
    pub bits: Vec<Bit>,
    /// The date of an event as a leaf of a calendar.
    pub leaf: Option<Leaf>,
    /// Whether it is called off or postponed.
    pub called_off: bool,
    /// An anchor on a month's page, without `#`.
    pub anchor: Option<String>,
}

/// A short fact.
#[derive(Clone, Debug, Serialize)]
pub struct Bit {
    /// What it says.
    pub words: Words,
    /// A badge's class: `free`, `off`, `past`, `shut`, `draft`; none for plain text.
    pub badge: Option<&'static str>,
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
    pub cards: Vec<Card>,
    /// Past events of this page.
    pub past: Vec<Card>,
    /// The way to the other pages; none where there is one page.
    pub pager: Option<Pager>,
    /// Where the index of names stands; none for events.
    pub names_url: Option<String>,
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
    pub partners: Vec<Card>,
    /// Spaces it runs, or parts of it.
    pub spaces: Vec<Card>,
    /// Coming events here or by it.
    pub events: Vec<Card>,
    /// Past ones, at most five.
    pub past_events: Vec<Card>,
    /// Entries near it in meaning.
    pub related: Vec<Card>,
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

/// Everything known about an entry. Absent is not known.
#[derive(Debug, Default, Serialize)]
pub struct Facts {
    /// When (events).
    pub when: Option<When>,
    /// When it is open (spaces).
    pub hours: Option<HoursView>,
    /// Where.
    pub place: Option<PlaceView>,
    /// Whether it is a place on the web.
    pub online: bool,
    /// Where to join from afar.
    pub online_url: Option<String>,
    /// What it costs: one line a price; `free` first where it is free.
    pub fee: Option<FeeView>,
    /// For whom, linked.
    pub audiences: Vec<Link>,
    /// "6–12 years", formatted.
    pub ages: Option<String>,
    /// How to book or register.
    pub booking: Option<BookingView>,
    /// How to get there.
    pub transport: Option<Words>,
    /// Who can get in and around; every feature is named, also what is not known.
    pub access: Vec<AccessView>,
    /// Comforts.
    pub amenities: Vec<Words>,
    /// How many people it holds, formatted.
    pub capacity: Option<String>,
    /// The languages spoken, as a list in words.
    pub languages: Option<String>,
    /// How to reach it.
    pub contact: Option<ContactView>,
    /// What a partner is to the network.
    pub roles: Vec<String>,
    /// Since when.
    pub joined: Option<Day>,
    /// The space it is a part of.
    pub part_of: Option<Link>,
}

/// When an event takes place.
#[derive(Debug, Serialize)]
pub struct When {
    /// ISO 8601 of the beginning.
    pub iso: String,
    /// "Thursday, 28 April 2022, 14:00–16:00".
    pub text: String,
    /// How it recurs, in words, where that can be said.
    pub repeats: Option<String>,
    /// Further times to come, at most ten, without the one above.
    pub next: Vec<Day>,
    /// Days on which it does not take place, to come.
    pub except: Vec<Day>,
}

/// Opening hours.
#[derive(Debug, Serialize)]
pub struct HoursView {
    /// The rule in the grammar of OpenStreetMap.
    pub rule: String,
    /// A week as a table; empty where the rule is more than a week.
    pub week: Vec<HoursRow>,
    /// What the rule cannot say.
    pub note: Option<Words>,
}

/// One line of a week's table.
#[derive(Debug, Serialize)]
pub struct HoursRow {
    /// `mon` … `sun`, or `holidays`.
    pub day: &'static str,
    /// The day in words.
    pub label: String,
    /// The hours in words.
    pub text: String,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether it is the day of the build.
    pub today: bool,
}

/// Where something is.
#[derive(Debug, Serialize)]
pub struct PlaceView {
    /// The space it takes place in, or the name of the place.
    pub name: Option<Link>,
    /// The name of a place that is no entry.
    pub words: Option<Words>,
    /// The address, one line a part.
    pub address: Vec<Words>,
    /// The district, linked.
    pub district: Option<Link>,
    /// `geo:` address (RFC 5870).
    pub geo: Option<String>,
    /// A map on the web.
    pub map_url: Option<String>,
}

/// What something costs.
#[derive(Debug, Serialize)]
pub struct FeeView {
    /// `free`, `donation` or `paid`.
    pub class: &'static str,
    /// What it costs in a word: "Free".
    pub label: String,
    /// Each price: "60 baht", and for whom.
    pub prices: Vec<PriceView>,
}

/// A price.
#[derive(Debug, Serialize)]
pub struct PriceView {
    /// "60 baht".
    pub text: String,
    /// For whom.
    pub audience: Option<Words>,
}

/// How to book or register.
#[derive(Debug, Serialize)]
pub struct BookingView {
    /// Whether one cannot come without: a sentence; none where it is not said.
    pub required: Option<bool>,
    /// Where.
    pub url: Option<String>,
    /// Whom to call.
    pub phones: Vec<PhoneView>,
    /// From when.
    pub opens: Option<Day>,
    /// Until when.
    pub closes: Option<Day>,
    /// How many seats, formatted.
    pub seats: Option<String>,
}

/// An access feature.
#[derive(Debug, Serialize)]
pub struct AccessView {
    /// What it is.
    pub label: String,
    /// `yes`, `limited`, `no` or `unknown`.
    pub level: &'static str,
    /// The level in words.
    pub level_label: String,
}

/// How to reach someone.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// Phone numbers.
    pub phones: Vec<PhoneView>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A web site: address and how it is shown.
    pub website: Option<Link>,
    /// A LINE account.
    pub line: Option<Link>,
    /// A Facebook page.
    pub facebook: Option<Link>,
    /// Whom to ask for.
    pub person: Option<Words>,
}

/// A phone number.
#[derive(Clone, Debug, Serialize)]
pub struct PhoneView {
    /// How it is shown in the page's language.
    pub text: String,
    /// `tel:` address (RFC 3966); none for what no rule reads.
    pub url: Option<String>,
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
    /// By whom.
    pub by: Option<Words>,
    /// How, in words.
    pub method: Option<String>,
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
    pub spaces: Vec<Card>,
    /// Coming events.
    pub events: Vec<Card>,
    /// Past events.
    pub past: Vec<Card>,
    /// Partners.
    pub partners: Vec<Card>,
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

/// What is coming, by month.
#[derive(Debug, Serialize)]
pub struct CalendarView {
    /// Months with what is left of them.
    pub months: Vec<AgendaMonth>,
    /// Every month that has a page, for looking back and ahead.
    pub pages: Vec<Link>,
}

/// A month of the agenda.
#[derive(Debug, Serialize)]
pub struct AgendaMonth {
    /// "December 2026".
    pub heading: String,
    /// An anchor, without `#`.
    pub anchor: String,
    /// The month's page.
    pub url: String,
    /// What takes place.
    pub cards: Vec<Card>,
}

/// A month.
#[derive(Debug, Serialize)]
pub struct MonthView {
    /// "December 2026".
    pub heading: String,
    /// The days of the week, short and long, in the language's order.
    pub weekdays: Vec<Weekday>,
    /// Weeks of seven days; days of other months are empty.
    pub weeks: Vec<Vec<DayCell>>,
    /// Holidays of the month: "5 National Father's Day".
    pub holidays: Vec<Words>,
    /// What takes place, by date.
    pub cards: Vec<Card>,
    /// The month before that has a page.
    pub previous: Option<Link>,
    /// The month after that has a page.
    pub next: Option<Link>,
    /// Where what is coming stands.
    pub calendar_url: String,
}

/// A day of the week.
#[derive(Debug, Serialize)]
pub struct Weekday {
    /// Short.
    pub short: String,
    /// Long.
    pub long: String,
}

/// A cell of a month.
#[derive(Debug, Default, Serialize)]
pub struct DayCell {
    /// The number, formatted; none outside the month.
    pub number: Option<String>,
    /// ISO 8601.
    pub iso: Option<String>,
    /// A public holiday's name.
    pub holiday: Option<Words>,
    /// The anchor of what takes place first, without `#`.
    pub anchor: Option<String>,
    /// What takes place.
    pub events: Vec<Words>,
    /// Whether it is the day of the build.
    pub today: bool,
}

/// The map.
#[derive(Debug, Serialize)]
pub struct MapView {
    /// The drawing as safe SVG with linked pins; none where no space has a location.
    pub drawing: Option<String>,
    /// Spaces with a location, in the order of the pins' numbers.
    pub pins: Vec<Card>,
    /// Spaces without one.
    pub others: Vec<Card>,
}

/// The network in numbers.
#[derive(Debug, Serialize)]
pub struct ProgressView {
    /// The figures at the top.
    pub figures: Vec<Figure>,
    /// The charts.
    pub charts: Vec<ChartView>,
    /// Where the same figures stand for machines.
    pub json_url: String,
    /// Where the same figures stand for spreadsheets.
    pub csv_url: String,
}

/// A chart and its table in one.
#[derive(Debug, Serialize)]
pub struct ChartView {
    /// An anchor, without `#`.
    pub anchor: &'static str,
    /// What is counted: the heading.
    pub heading: String,
    /// The same in a sentence: the caption.
    pub caption: String,
    /// What the bars are: the first column's head.
    pub column: String,
    /// `space`, `event`, `partner` or none.
    pub class: Option<&'static str>,
    /// The bars.
    pub bars: Vec<BarView>,
}

/// A bar.
#[derive(Debug, Serialize)]
pub struct BarView {
    /// What it stands for.
    pub label: Words,
    /// The count, formatted.
    pub count: String,
    /// Length in per cent of the longest, with one decimal: "64.1".
    pub percent: String,
}

/// What can be downloaded.
#[derive(Debug, Serialize)]
pub struct OpenDataView {
    /// The data sets, in order.
    pub sets: Vec<DataSetView>,
    /// Absolute address of the file that the example reads.
    pub example: String,
}

/// A data set.
#[derive(Debug, Serialize)]
pub struct DataSetView {
    /// An anchor, without `#`.
    pub anchor: &'static str,
    /// What it is called.
    pub heading: String,
    /// What it is.
    pub text: String,
    /// How many records it has, formatted.
    pub rows: String,
    /// Its files.
    pub files: Vec<DataFileView>,
    /// The columns of its table; empty where it is no table.
    pub fields: Vec<FieldView>,
}

/// A file to download.
#[derive(Debug, Serialize)]
pub struct DataFileView {
    /// Its address.
    pub url: String,
    /// Its name.
    pub name: String,
    /// `CSV`, `JSON` or `GeoJSON`.
    pub format: &'static str,
    /// Its size, formatted.
    pub size: String,
}

/// A field of a table.
#[derive(Debug, Serialize)]
pub struct FieldView {
    /// Its columns: one for each language where it is translated.
    pub names: Vec<String>,
    /// What it holds, in a word.
    pub kind: String,
    /// What it means.
    pub meaning: String,
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

/// Nothing here. At the root in every language, else in one.
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// One block a language, the page's own first.
    pub languages: Vec<NotFoundLanguage>,
}

/// "Not found" in one language.
#[derive(Debug, Serialize)]
pub struct NotFoundLanguage {
    /// BCP 47 tag.
    pub lang: String,
    /// The message `not-found-title` in that language.
    pub title: String,
    /// The message `not-found-text` in that language.
    pub text: String,
    /// Sections to go on from, in that language.
    pub links: Vec<Link>,
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
#[derive(Debug, Serialize)]
pub struct Plural {
    /// `one`, `other` and so on.
    pub category: &'static str,
    /// The sentence.
    pub text: String,
}
