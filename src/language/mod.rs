//! Both languages done right, and any other: nothing here knows which languages there are.
//!
//! In: language tags, Fluent files, Unicode locales. Out: [`Locale`], a language ready to speak,
//! and the texts of the world in one spelling ([`normalise_text`]), one order ([`Collation`]) and
//! cut between words ([`excerpt`]). Promise: what a language does comes from its messages and from
//! CLDR; what is particular to the Thai script goes by the script.

mod audit;
mod collation;
mod format;
mod locale;
mod messages;
mod normalise;
mod segment;
mod tag;

pub use audit::audit;
pub use collation::{Collation, index_letter};
pub use format::Formats;
pub use locale::Locale;
pub use messages::{MessageError, MessageFile, Messages};
pub use normalise::{normalise_name, normalise_text, private_use};
pub use segment::{excerpt, word_breaks};
pub use tag::{Lang, LanguageTag, Languages, Localized};
