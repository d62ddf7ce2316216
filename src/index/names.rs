//! Names in order, and under their first letters.

use crate::language::{Collation, IndexLetter, Lang, index_letter};
use crate::model::Entry;

use super::Item;

/// A heading of the index of names and what stands under it.
#[derive(Debug)]
pub struct Letter {
    /// The letter.
    pub letter: IndexLetter,
    /// Partners and spaces, by name.
    pub items: Vec<Item>,
}

/// Entries by their name in a language, or by the name that stands in for it. Equal names go by
/// slug and kind, so that the order is total.
pub(super) fn sorted(
    items: impl Iterator<Item = Item>,
    language: Lang,
    collation: &Collation,
) -> Vec<Item> {
    let mut keyed: Vec<(Vec<u8>, Item)> =
        items.map(|item| (collation.sort_key(name(item.entry(), language)), item)).collect();
    keyed.sort_unstable_by(|(a, first), (b, second)| {
        let (first, second) = (first.entry(), second.entry());
        a.cmp(b).then_with(|| (&first.slug, first.kind).cmp(&(&second.slug, second.kind)))
    });
    keyed.into_iter().map(|(_, item)| item).collect()
}

/// The name that an entry goes by in a language.
fn name(entry: &Entry, language: Lang) -> &str {
    entry.name.resolve(language).map_or("", |(name, _)| name)
}

/// Entries in the order of a language, under its letters.
pub(super) fn letters(sorted: &[Item], language: Lang) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for item in sorted {
        let letter = index_letter(name(item.entry(), language));
        // A letter's names stand together in most scripts, not in all: look back for it.
        match letters.iter_mut().rev().find(|known| known.letter == letter) {
            Some(known) => known.items.push(item.clone()),
            None => letters.push(Letter { letter, items: vec![item.clone()] }),
        }
    }
    letters
}
