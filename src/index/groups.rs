//! What belongs together, in the order of one language: by kind, theme, district, audience; what a
//! partner runs, what a space holds; and what stands near an entry in meaning.

use std::sync::Arc;

use super::Item;
use super::members::Members;
use super::related::Related;
use crate::model::value::{Id, Slug};
use crate::model::{Directory, Part};

/// Lists under each word of the vocabulary and under each entry.
#[derive(Debug)]
pub struct Groups {
    members: Arc<Members>,
    lists: Vec<Vec<Item>>,
    related: Related,
}

impl Groups {
    /// Groups what is listed: spaces first, then partners, then events.
    pub(super) fn new(
        members: Arc<Members>,
        partners: &[Item],
        spaces: &[Item],
        events: &[Item],
    ) -> Self {
        let mut lists = vec![Vec::new(); members.lists];
        for item in spaces.iter().chain(partners).chain(events) {
            let number = members.number(item.entry());
            for list in number.map_or(&[][..], |number| members.of.row(number)) {
                lists[*list].push(item.clone());
            }
        }
        let listed = partners.iter().chain(spaces).chain(events);
        let related = Related::new(Arc::clone(&members), listed);
        Self { members, lists, related }
    }

    /// Everything under a word.
    pub fn under(&self, part: Part, id: &Id) -> &[Item] {
        self.list(self.members.under(part, id))
    }

    /// What a partner runs and holds.
    pub fn of_partner(&self, slug: &Slug) -> &[Item] {
        self.list(self.members.of_partner(slug))
    }

    /// The parts of a space and the events in it.
    pub fn in_space(&self, slug: &Slug) -> &[Item] {
        self.list(self.members.in_space(slug))
    }

    /// The words of a part that have entries, in the order of the vocabulary.
    pub fn used<'g, 'd>(
        &'g self,
        directory: &'d Directory,
        part: Part,
    ) -> impl Iterator<Item = (&'d Id, &'g [Item])> + use<'g, 'd> {
        directory
            .vocabulary
            .part(part)
            .keys()
            .map(move |id| (id, self.under(part, id)))
            .filter(|(_, items)| !items.is_empty())
    }

    /// Up to `most` entries of the same kind that are near this one in meaning, nearest first.
    pub fn related(&self, item: &Item, most: usize) -> impl Iterator<Item = &Item> {
        self.related.of(item, most)
    }

    fn list(&self, number: Option<usize>) -> &[Item] {
        number.and_then(|number| self.lists.get(number)).map_or(&[], Vec::as_slice)
    }
}
