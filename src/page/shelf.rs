//! Cards that many pages show, each made once.
//!
//! In: an entry, a language, and what makes its card. Out: the card as templates see it. Promise: the
//! card of an entry is the same on every page of a language, so it does not matter which page asks
//! first, nor whether it is made again.

use quick_cache::{Equivalent, sync::Cache};

use super::view::{Card, Ready};
use crate::language::Lang;
use crate::model::value::Slug;
use crate::model::{Entry, EntryKind};

/// How many cards are kept: those of sixty thousand entries, in one language. Each takes a few thousand
/// bytes, and pages that are made one after the other show the same ones.
const KEPT: usize = 1 << 16;

/// Whose card it is, and in which language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Owner<S> {
    language: Lang,
    kind: EntryKind,
    slug: S,
}

impl Equivalent<Owner<Slug>> for Owner<&Slug> {
    fn equivalent(&self, other: &Owner<Slug>) -> bool {
        self.language == other.language && self.kind == other.kind && *self.slug == other.slug
    }
}

/// The cards of a directory, as many as are worth keeping.
#[derive(Debug)]
pub struct Shelf {
    cards: Cache<Owner<Slug>, Ready<Card>>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { cards: Cache::new(KEPT) }
    }
}

impl Shelf {
    /// Lets every card go.
    pub(crate) fn clear(&self) {
        self.cards.clear();
    }

    /// The card of an entry; `make` is called where there is none yet.
    pub(super) fn card(
        &self,
        language: Lang,
        entry: &Entry,
        make: impl FnOnce() -> Card,
    ) -> Ready<Card> {
        let owner = Owner { language, kind: entry.kind, slug: &entry.slug };
        if let Some(card) = self.cards.get(&owner) {
            return card;
        }
        let card = Ready::new(&make());
        self.cards
            .insert(Owner { language, kind: entry.kind, slug: entry.slug.clone() }, card.clone());
        card
    }
}
