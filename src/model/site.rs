//! The city: its languages, its address on the web, its place on the map.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::value::{Bounds, Location, Period, Tiles, WebAddress, Zone};
use super::{Contact, Text};
use crate::language::{Lang, Languages};
use crate::source::{Span, Spanned};

/// What `site.yaml` says.
#[derive(Clone, Debug)]
pub struct Site {
    /// The name of the whole.
    pub title: Text,
    /// What it is for, in a line.
    pub tagline: Text,
    /// Its absolute address.
    pub base_url: WebAddress,
    /// Its languages, the default first.
    pub languages: Languages,
    /// Where the languages are declared.
    pub languages_span: Span,
    /// The Unicode locale that formats dates and numbers, where one is named.
    pub formats: BTreeMap<Lang, Spanned<String>>,
    /// The zone of every local time.
    pub time_zone: Zone,
    /// The city's standing in UNESCO's network.
    pub membership: Option<Membership>,
    /// A folder of `themes/`.
    pub theme: Spanned<String>,
    /// What a missing translation is.
    pub translation: TranslationPolicy,
    /// After how long a check of the facts is ageing; after twice as long it is stale.
    pub review_after: Period,
    /// The middle of the map.
    pub centre: Option<Location>,
    /// What lies outside is a warning.
    pub bounds: Option<Bounds>,
    /// The licence of the open data.
    pub licence: Option<String>,
    /// The map.
    pub map: MapSettings,
    /// Who answers for the site.
    pub contact: Contact,
    /// Where a citizen reports a mistake; holds placeholders in braces.
    pub corrections: Option<String>,
    /// Sections and pages, in the order of the navigation.
    pub navigation: Vec<Spanned<String>>,
}

/// The city's standing in UNESCO's network of learning cities.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Since when.
    pub since: Date,
    /// In words.
    pub text: Text,
}

/// What a missing translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TranslationPolicy {
    /// Shown in another language, and marked.
    Fallback,
    /// An error.
    Required,
}

/// The map's own settings.
#[derive(Clone, Debug, Default)]
pub struct MapSettings {
    /// A GeoJSON file, relative to `content/`.
    pub outline: Option<Spanned<String>>,
    /// A template of tile addresses.
    pub tiles: Option<Tiles>,
    /// Who made the tiles.
    pub attribution: Text,
}
