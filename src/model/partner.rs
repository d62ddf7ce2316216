//! An organisation of the network.

use jiff::civil::Date;

use super::value::Id;
use super::{Entry, Picture, Role, Text};
use crate::source::Spanned;

/// A partner.
#[derive(Clone, Debug)]
pub struct Partner {
    /// What every entry has.
    pub entry: Entry,
    /// An id of `partner_kinds`.
    pub kind: Spanned<Id>,
    /// The short form of its name.
    pub abbreviation: Text,
    /// What it is to the network.
    pub roles: Vec<Role>,
    /// Since when.
    pub joined: Option<Date>,
    /// Its mark.
    pub logo: Option<Picture>,
}
