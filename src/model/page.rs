//! A free page.

use super::value::Slug;
use super::{Prose, Text};
use crate::language::Localized;
use crate::source::Span;

/// A page of prose, such as "about".
#[derive(Clone, Debug)]
pub struct Page {
    /// The name of its file and its address.
    pub slug: Slug,
    /// Where its first file begins.
    pub facts: Span,
    /// Its title; at least one language has one.
    pub title: Text,
    /// What it is about, for previews.
    pub summary: Text,
    /// Its place among the pages, the lowest first.
    pub order: i64,
    /// Its prose, per language.
    pub prose: Localized<Prose>,
}
