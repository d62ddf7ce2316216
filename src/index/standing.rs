//! How an entry stands: in each language, and against the clock.

use jiff::civil::Date;

use crate::language::Lang;
use crate::model::value::Period;
use crate::model::{Entry, Page, Verified};

/// How complete an entry is in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It has all that any language has.
    Complete,
    /// It has some of what another language has; the rest is borrowed and marked.
    Partial,
    /// It has neither name nor summary nor prose: its page is a marked copy.
    Missing,
}

impl Standing {
    /// How an entry stands in a language.
    pub fn of(entry: &Entry, language: Lang) -> Self {
        let name = (entry.name.get(language).is_some(), !entry.name.is_empty());
        let summary = (entry.summary.get(language).is_some(), !entry.summary.is_empty());
        let prose = (entry.prose.get(language).is_some(), !entry.prose.is_empty());
        Self::from_parts(&[name, summary, prose])
    }

    /// How a free page stands in a language.
    pub fn of_page(page: &Page, language: Lang) -> Self {
        let title = (page.title.get(language).is_some(), !page.title.is_empty());
        let summary = (page.summary.get(language).is_some(), !page.summary.is_empty());
        let prose = (page.prose.get(language).is_some(), !page.prose.is_empty());
        Self::from_parts(&[title, summary, prose])
    }

    /// From pairs of "this language has it" and "some language has it".
    fn from_parts(parts: &[(bool, bool)]) -> Self {
        if parts.iter().all(|(own, any)| own == any) {
            Self::Complete
        } else if parts.iter().any(|(own, _)| *own) {
            Self::Partial
        } else {
            Self::Missing
        }
    }
}

/// How old the last check of the facts is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Within the site's `review_after`.
    Fresh,
    /// Longer ago.
    Ageing,
    /// More than twice as long ago.
    Stale,
    /// No person has checked.
    Unverified,
}

impl Freshness {
    /// The age of a check on a day.
    pub fn of(verified: Option<&Verified>, review_after: Period, today: Date) -> Self {
        let Some(verified) = verified else { return Self::Unverified };
        if today <= review_after.after(verified.on) {
            Self::Fresh
        } else if today <= review_after.after(review_after.after(verified.on)) {
            Self::Ageing
        } else {
            Self::Stale
        }
    }

    /// Every one, from the best.
    pub const ALL: &'static [Self] = &[Self::Fresh, Self::Ageing, Self::Stale, Self::Unverified];
}
