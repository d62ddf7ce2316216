//! Pictures as files: what the content holds, read and made fit for the web.
//!
//! In: the bytes of a file. Out: what it is ([`read()`]) and, for a picture of pixels, its
//! [`Recipe`]s and what each makes ([`make()`]). Promises: nothing is made larger than it was; it
//! stands upright; no metadata (place, camera, person) leaves the content; the same bytes give the
//! same bytes on any thread.
//!
//! Moving pictures are published in their own format, frame by frame as they are. Drawings (SVG) are published without their editor's
//! metadata, and refused when they could run something or load from elsewhere ([`vector`]).

mod icon;
mod make;
mod moving;
pub mod preview;
mod read;
mod recipe;
pub mod vector;

pub use icon::Icon;
pub use make::make;
pub use moving::without_notes;
pub use read::{Kind, Still, is_vector, read};
pub use recipe::{Format, Recipe};

#[cfg(test)]
mod tests;
