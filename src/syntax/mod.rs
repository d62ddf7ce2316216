//! The syntax of one file: YAML with a place for every key and value, and front matter.
//!
//! In: a file of [`crate::source::Sources`]. Out: a [`Node`] tree whose spans lie in that file.
//! Promise: every syntax error is a diagnostic with a place, anchors and tags never reach the
//! tree, and no input makes it deeper than [`yaml::MAX_DEPTH`].

pub mod edit;
mod front_matter;
mod node;
pub mod yaml;

pub use front_matter::{FrontMatter, split};
pub use node::{Key, Node, Value};
