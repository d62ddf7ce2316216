//! Names in order, and under their first letters.

use crate::language::{Collation, IndexLetter, Lang, index_letter};
use crate::model::{Entry, Partner, Space};

use super::Item;

/// A heading of the index of names and what stands under it.
#[derive(Debug)]
pub struct Letter<'d> {
    /// The letter.
    pub letter: IndexLetter,
    /// Partners and spaces, by name.
    pub items: Vec<Item<'d>>,
}

/// Entries by their name in a language, or by the name that stands in for it. Equal names go by
/// slug, so that the order is total.
pub(super) fn sorted<'d, T>(
    items: impl Iterator<Item = &'d T>,
    entry: fn(&T) -> &Entry,
    language: Lang,
    collation: &Collation,
) -> Vec<&'d T> {
    let mut keyed: Vec<(Vec<u8>, &'d T)> =
        items.map(|it| (collation.sort_key(name(entry(it), language)), it)).collect();
    keyed.sort_by(|(a, first), (b, second)| {
        a.cmp(b).then_with(|| entry(first).slug.cmp(&entry(second).slug))
    });
    keyed.into_iter().map(|(_, it)| it).collect()
}

/// The name that an entry goes by in a language.
fn name(entry: &Entry, language: Lang) -> &str {
    entry.name.resolve(language).map_or("", |(name, _)| name)
}

/// Partners and spaces together, under the letters of a language.
pub(super) fn letters<'d>(
    partners: &[&'d Partner],
    spaces: &[&'d Space],
    language: Lang,
    collation: &Collation,
) -> Vec<Letter<'d>> {
    let partners = partners.iter().map(|it| Item::Partner(it));
    let spaces = spaces.iter().map(|it| Item::Space(it));
    let mut keyed: Vec<(Vec<u8>, Item<'d>)> = partners
        .chain(spaces)
        .map(|item| (collation.sort_key(name(item.entry(), language)), item))
        .collect();
    keyed.sort_by(|(a, first), (b, second)| {
        let address = |item: &Item<'d>| (item.entry().slug.clone(), item.entry().kind);
        a.cmp(b).then_with(|| address(first).cmp(&address(second)))
    });
    let mut letters: Vec<Letter<'d>> = Vec::new();
    for (_, item) in keyed {
        let letter = index_letter(name(item.entry(), language));
        // A letter's names stand together in most scripts, not in all: look back for it.
        match letters.iter_mut().rev().find(|known| known.letter == letter) {
            Some(known) => known.items.push(item),
            None => letters.push(Letter { letter, items: vec![item] }),
        }
    }
    letters
}
