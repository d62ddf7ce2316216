//! The directory as types: what a partner, a space, an event, a page and the site are.
//!
//! In: values that the stage below has read. Out: [`Directory`], the whole. Promise: every value
//! is right by construction ([`value`]); what depends on other entries (a reference, a vocabulary
//! id) carries its place and is checked before a [`Directory`] exists.

mod contact;
mod directory;
mod entry;
mod event;
mod page;
mod partner;
pub mod schema;
mod site;
mod space;
pub mod value;
mod vocabulary;
mod words;

pub use contact::{Address, Contact, PhoneNumber, StructuredAddress};
pub use directory::Directory;
pub use entry::{Alert, Citation, Entry, Picture, Prose, Verified};
pub use event::{Event, Place, Registration, Venue};
pub use page::Page;
pub use partner::Partner;
pub use site::{MapSettings, Membership, Site, TranslationPolicy};
pub use space::{Booking, Fee, Price, Space};
pub use vocabulary::{Part, Term, Terms, Vocabulary};
pub use words::{
    AccessFeature, AccessLevel, EntryKind, EventStatus, Role, Status, VerificationMethod,
};

/// A text in the languages it is given in.
pub type Text = crate::language::Localized<String>;
