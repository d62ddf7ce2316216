//! A place of learning.

use std::collections::BTreeMap;

use super::value::{Ages, Hours, Id, Money, Slug, SpokenLanguage, WebAddress};
use super::{AccessFeature, AccessLevel, Entry, PhoneNumber, Text};
use crate::source::Spanned;

/// A learning space.
#[derive(Clone, Debug)]
pub struct Space {
    /// What every entry has.
    pub entry: Entry,
    /// An id of `space_kinds`.
    pub kind: Spanned<Id>,
    /// The partners that run it.
    pub partners: Vec<Spanned<Slug>>,
    /// The space it is a part of.
    pub part_of: Option<Spanned<Slug>>,
    /// An id of `districts`; absent only for what is online.
    pub district: Option<Spanned<Id>>,
    /// Ids of `audiences`.
    pub audiences: Vec<Spanned<Id>>,
    /// For which ages.
    pub ages: Option<Ages>,
    /// When it is open.
    pub hours: Option<Spanned<Hours>>,
    /// What the rule cannot say.
    pub hours_note: Text,
    /// What it costs.
    pub fee: Option<Fee>,
    /// How to book.
    pub booking: Option<Booking>,
    /// Who can get in and around. What is absent is not known.
    pub access: BTreeMap<AccessFeature, AccessLevel>,
    /// Ids of `amenities`.
    pub amenities: Vec<Spanned<Id>>,
    /// How many people it holds.
    pub capacity: Option<u32>,
    /// The languages spoken there.
    pub languages: Vec<SpokenLanguage>,
    /// Whether it is a place on the web.
    pub online: bool,
    /// How to get there.
    pub transport: Text,
}

/// What a visit or a seat costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fee {
    /// Nothing.
    Free,
    /// As much as one likes.
    Donation,
    /// One or more prices.
    Prices(Vec<Price>),
}

/// A price and whom it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// How much.
    pub money: Money,
    /// For whom.
    pub audience: Text,
}

/// How a visit is booked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Booking {
    /// Whether one cannot come without.
    pub required: Option<bool>,
    /// Where to book.
    pub url: Option<WebAddress>,
    /// Whom to call.
    pub phones: Vec<PhoneNumber>,
}
