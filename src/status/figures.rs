//! Counting.

use serde::Serialize;

use super::{PAGES, kinds};
use crate::index::{Freshness, Standing};
use crate::language::{Lang, Languages};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Those that are in order.
    pub good: usize,
    /// All.
    pub all: usize,
}

impl Share {
    /// Tenths of a per cent, rounded down, so that only all is a hundred; nothing is all of nothing.
    pub fn per_mille(self) -> usize {
        (self.good * 1000).checked_div(self.all).unwrap_or(1000)
    }
}

/// The texts of one kind in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    /// The language.
    pub language: String,
    /// `partners`, `spaces`, `events` or `pages`.
    pub kind: &'static str,
    /// Those that are complete and not outdated, of all.
    pub texts: Share,
    /// Those that lack nothing another language has.
    pub complete: usize,
    /// Those that borrow a part from another language.
    pub partial: usize,
    /// Those of which the language has nothing.
    pub missing: usize,
    /// Those that are older than what they should say.
    pub outdated: usize,
}

/// How old the facts of one kind are.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Facts {
    /// `partners`, `spaces` or `events`.
    pub kind: &'static str,
    /// Verified within the site's `review_after`.
    pub fresh: usize,
    /// Longer ago.
    pub ageing: usize,
    /// More than twice as long ago.
    pub stale: usize,
    /// Never.
    pub unverified: usize,
}

/// Figures being counted.
pub(super) struct Counter {
    rows: Vec<(Lang, Figures)>,
    facts: Vec<Facts>,
}

impl Counter {
    pub(super) fn new(languages: &Languages) -> Self {
        let row = |language: &str, kind| Figures {
            language: language.to_owned(),
            kind,
            texts: Share::default(),
            complete: 0,
            partial: 0,
            missing: 0,
            outdated: 0,
        };
        let rows = languages.iter().flat_map(|(language, tag)| {
            kinds().map(move |kind| (language, row(tag.as_str(), kind)))
        });
        let entries = kinds().filter(|kind| *kind != PAGES);
        let facts =
            entries.map(|kind| Facts { kind, fresh: 0, ageing: 0, stale: 0, unverified: 0 });
        Self { rows: rows.collect(), facts: facts.collect() }
    }

    pub(super) fn text(&mut self, kind: &str, language: Lang, standing: Standing, outdated: bool) {
        let wanted = |(of, row): &&mut (Lang, Figures)| *of == language && row.kind == kind;
        let Some((_, row)) = self.rows.iter_mut().find(wanted) else { return };
        row.texts.all += 1;
        row.outdated += usize::from(outdated);
        match standing {
            Standing::Complete => {
                row.complete += 1;
                row.texts.good += usize::from(!outdated);
            }
            Standing::Partial => row.partial += 1,
            Standing::Missing => row.missing += 1,
        }
    }

    pub(super) fn fact(&mut self, kind: &str, freshness: Freshness) {
        let Some(row) = self.facts.iter_mut().find(|row| row.kind == kind) else { return };
        match freshness {
            Freshness::Fresh => row.fresh += 1,
            Freshness::Ageing => row.ageing += 1,
            Freshness::Stale => row.stale += 1,
            Freshness::Unverified => row.unverified += 1,
        }
    }

    /// All of it; a kind that the site has nothing of is left out.
    pub(super) fn finish(self) -> (Share, Vec<Figures>, Vec<Facts>) {
        let rows: Vec<Figures> =
            self.rows.into_iter().map(|(_, row)| row).filter(|row| row.texts.all > 0).collect();
        let sum = |share: Share, row: &Figures| Share {
            good: share.good + row.texts.good,
            all: share.all + row.texts.all,
        };
        let texts = rows.iter().fold(Share::default(), sum);
        let counted = |row: &Facts| row.fresh + row.ageing + row.stale + row.unverified > 0;
        (texts, rows, self.facts.into_iter().filter(counted).collect())
    }
}
