//! Something that takes place.

use jiff::civil::Date;

use super::value::{Ages, Id, Location, Moment, Recurrence, Slug, SpokenLanguage, WebAddress};
use super::{Address, Entry, EventStatus, Fee, PhoneNumber, Text};
use crate::source::Spanned;

/// An event, once or again and again.
#[derive(Clone, Debug)]
pub struct Event {
    /// What every entry has.
    pub entry: Entry,
    /// An id of `event_kinds`.
    pub kind: Spanned<Id>,
    /// Its first beginning, in the site's time zone.
    pub starts: Spanned<Moment>,
    /// Its first end; a day includes itself.
    pub ends: Option<Spanned<Moment>>,
    /// How it recurs.
    pub repeats: Option<Recurrence>,
    /// Days on which it does not take place.
    pub except: Vec<Date>,
    /// Days on which it takes place besides.
    pub also: Vec<Date>,
    /// What became of it.
    pub event_status: EventStatus,
    /// When it was first announced for.
    pub previous_start: Option<Spanned<Moment>>,
    /// Where it takes place.
    pub venue: Option<Venue>,
    /// Where to join from afar.
    pub online_url: Option<WebAddress>,
    /// The partners that hold it.
    pub partners: Vec<Spanned<Slug>>,
    /// Ids of `audiences`.
    pub audiences: Vec<Spanned<Id>>,
    /// For which ages.
    pub ages: Option<Ages>,
    /// What it costs.
    pub fee: Option<Fee>,
    /// The languages spoken.
    pub languages: Vec<SpokenLanguage>,
    /// How to get a seat.
    pub registration: Option<Registration>,
}

/// Where an event takes place.
#[derive(Clone, Debug)]
pub enum Venue {
    /// In a space of the directory.
    Space(Spanned<Slug>),
    /// Somewhere else.
    Place(Place),
}

/// A place that is no entry.
#[derive(Clone, Debug)]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// Where it is, in words.
    pub address: Option<Address>,
    /// Where it is, in degrees.
    pub location: Option<Spanned<Location>>,
}

/// How to get a seat.
#[derive(Clone, Debug, Default)]
pub struct Registration {
    /// Where.
    pub url: Option<WebAddress>,
    /// Whom to call.
    pub phones: Vec<PhoneNumber>,
    /// From when.
    pub opens: Option<Spanned<Moment>>,
    /// Until when; a day includes itself.
    pub closes: Option<Spanned<Moment>>,
    /// How many there are.
    pub seats: Option<u32>,
}
