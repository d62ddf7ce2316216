//! Pictures that are drawn, not stored: the woven cover of an entry, the map of the directory, the code
//! that a phone reads from paper.
//!
//! Texts and coordinates come in; out goes markup of inline SVG, coloured by the style sheet alone.
//! The same input always gives the same bytes, every drawing is well-formed XML, and nothing in it
//! is in a language but what was handed in. This module knows no model and no template.

mod code;
mod cover;
mod ground;
mod motifs;
mod plan;
mod spread;
mod text;
mod view;

pub use code::Code;
pub use cover::{CLOTH_HEIGHT, cloth, cover};
pub use plan::{Ground, Pin, plan};
pub(crate) use text::escape;

#[cfg(test)]
mod tests;
