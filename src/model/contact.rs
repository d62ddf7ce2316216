//! How to reach people and places.

use super::Text;
use super::value::{Email, Facebook, Id, LineId, Phone, Postcode, WebAddress};
use crate::source::Spanned;

/// The ways to reach an organisation, a place or an organiser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Phone numbers, the first the one to try first.
    pub phones: Vec<PhoneNumber>,
    /// An e-mail address.
    pub email: Option<Email>,
    /// A web site.
    pub website: Option<WebAddress>,
    /// A LINE account.
    pub line: Option<LineId>,
    /// A Facebook page.
    pub facebook: Option<Facebook>,
    /// Whom to ask for.
    pub person: Option<Spanned<Text>>,
}

impl Contact {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A phone number that a rule reads, or one that is shown as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhoneNumber {
    /// Can be formatted and called.
    Known(Phone),
    /// No rule reads it.
    AsWritten(String),
}

/// An address, as free text or in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// Free text.
    Free(Text),
    /// In parts.
    Structured(StructuredAddress),
}

/// The parts of a Thai postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StructuredAddress {
    /// House, lane and road.
    pub line: Option<Text>,
    /// Tambon or khwaeng.
    pub subdistrict: Option<Text>,
    /// An id of `districts`.
    pub district: Option<Spanned<Id>>,
    /// The province.
    pub province: Option<Text>,
    /// Five digits.
    pub postcode: Option<Postcode>,
}
