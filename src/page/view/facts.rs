//! Everything known about an entry. Absent is not known.

use serde::Serialize;

use super::frame::{Day, Link, Words};

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
    /// When that is over, for scripts: a local date, that day included, or a date and time.
    pub ends: String,
    /// Further times to come, at most ten, without the one above.
    pub next: Vec<NextTime>,
    /// Days on which it does not take place, to come.
    pub except: Vec<Day>,
}

/// A time to come.
#[derive(Debug, Serialize)]
pub struct NextTime {
    /// ISO 8601 of the beginning.
    pub iso: String,
    /// In full.
    pub text: String,
    /// When it is over, for scripts.
    pub ends: String,
}

/// Opening hours.
#[derive(Debug, Serialize)]
pub struct HoursView {
    /// The rule in the grammar of OpenStreetMap.
    pub rule: String,
    /// A week as a table; empty where the rule is more than a week.
    pub week: Vec<HoursRow>,
    /// The same as people say it.
    pub sentence: Option<String>,
    /// Whether a script can tell from the rule what holds now.
    pub told: bool,
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
    /// How many of its parts the district comes after, where it is one of them.
    pub district_at: Option<usize>,
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
