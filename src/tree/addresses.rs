//! Where everything stands: the address of every piece, known before any of them is made.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{MakeError, Piece};
use crate::diagnostic::{Code, Diagnostic, Problem};
use crate::language::{Lang, LanguageTag};
use crate::page::{Feed, Page, Redirect, Route};
use crate::source::Span;

/// All that addresses come from: where these are the same, so are they.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The languages of the site, in order.
    pub(super) languages: Vec<(Lang, LanguageTag)>,
    /// The pages of every language.
    pub(super) routes: Vec<Route>,
    /// The pages above the languages, in the default one.
    pub(super) above: Vec<Page>,
    /// The calendars of every language.
    pub(super) calendars: Vec<Feed>,
    /// Former addresses.
    pub(super) redirects: Vec<Redirect>,
    /// What has its address from its bytes.
    pub(super) files: Vec<(String, Piece)>,
}

/// Every piece by its path below the root.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    named: Arc<Named>,
    pieces: Arc<BTreeMap<String, Piece>>,
}

impl Addresses {
    /// Finds the address of every piece. Two pages at one address cannot both stand there; that is
    /// told at `place`.
    pub(super) fn new(named: Named, place: Span) -> Result<Self, MakeError> {
        let (mut pieces, calendars) = rayon::join(|| pages(&named), || calendars(&named));
        // Sorted all at once: a map takes sorted pairs as they come.
        pieces.par_sort_by(|(path, _), (other, _)| path.cmp(other));
        let twice = pieces.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| {
            let address = pair[1].0.trim_end_matches("index.html");
            let problem = Problem::new(Code::AddressDuplicate).text("address", address);
            problem.at(Span { end: place.start, ..place })
        });
        let findings: Vec<Diagnostic> = twice.collect();
        if !findings.is_empty() {
            return Err(MakeError::Findings(findings));
        }
        pieces.extend(named.redirects.iter().map(|redirect| {
            let path = redirect.from.file(named.tag(redirect.language));
            (path, Piece::Redirect(redirect.clone()))
        }));
        pieces.extend(calendars);
        pieces.extend(named.files.iter().cloned());
        Ok(Self { named: Arc::new(named), pieces: Arc::new(pieces.into_iter().collect()) })
    }

    /// The same addresses, if they come from the same: to find forty thousand takes longer than to
    /// see that.
    pub(super) fn still(&self, named: &Named) -> Option<Self> {
        (*self.named == *named).then(|| self.clone())
    }

    /// What stands where.
    pub(super) fn pieces(&self) -> &BTreeMap<String, Piece> {
        &self.pieces
    }

    /// Former addresses.
    pub(super) fn redirects(&self) -> &[Redirect] {
        &self.named.redirects
    }
}

impl Named {
    fn tag(&self, language: Lang) -> &str {
        self.languages[language.index()].1.as_str()
    }
}

fn pages(named: &Named) -> Vec<(String, Piece)> {
    let place = |page: Page| (page.route.file(named.tag(page.language)), Piece::Page(page));
    let own = named.languages.par_iter().flat_map(|(language, _)| {
        let page = |route: &Route| Page { route: route.clone(), language: *language };
        named.routes.par_iter().map(page)
    });
    own.chain(named.above.par_iter().cloned()).map(place).collect()
}

fn calendars(named: &Named) -> Vec<(String, Piece)> {
    let of = |(language, tag): &(Lang, LanguageTag)| -> Vec<(String, Piece)> {
        let feeds = named.calendars.iter();
        feeds
            .map(|feed| (feed.path(tag.as_str()), Piece::Calendar(*language, feed.clone())))
            .collect()
    };
    named.languages.par_iter().flat_map_iter(of).collect()
}
