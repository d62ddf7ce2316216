//! What editors are given: completion, the comments of new files, the field reference, the
//! browser's editor, and another city's first files.
//!
//! In: the one definition of the content ([`crate::model::schema`]), the messages that say what
//! each field means, and what a site has ([`Known`]). Out: texts of files, by path. Promise: nothing
//! here knows a field that the definition does not have, and nothing is written to disk.

pub mod cms;
mod example;
pub mod json_schema;
mod known;
mod note;
pub mod reference;
pub mod scaffold;
pub mod starter;
mod words;
pub mod workspace;

pub use known::Known;
pub use note::note;
pub use words::Speech;

use crate::model::EntryKind;
use crate::model::schema::{EVENT, PARTNER, SPACE, Schema};

/// The schema of a kind of entry.
pub fn schema(kind: EntryKind) -> &'static Schema {
    match kind {
        EntryKind::Partner => &PARTNER,
        EntryKind::Space => &SPACE,
        EntryKind::Event => &EVENT,
    }
}
