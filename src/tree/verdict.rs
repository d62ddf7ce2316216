//! A tree that is looked at while it is written, and what is wrong with it told where an editor
//! can mend it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Batch, Made, MakeError, Piece, Places, Since, Tree};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Problem};
use crate::output::{Fault, Nowhere, Part, Sink, Verdict, Verifier, Wrong};
use crate::source::Span;

/// What writing a tree came to.
#[derive(Debug)]
pub struct Verified {
    /// What was made.
    pub made: Made,
    /// What is wrong with it, in order.
    pub findings: Vec<Diagnostic>,
    /// The same, file by file.
    pub faults: Vec<Fault>,
    /// Addresses on other sites, each with the file of the first page that names it.
    pub foreign: BTreeMap<String, String>,
}

impl Tree {
    /// Makes everything, as [`Tree::write`] does, and looks at each file on its way.
    pub fn write_verified(
        &self,
        sink: &impl Sink,
        progress: &(impl Fn(usize, usize) + Sync),
    ) -> Result<Verified, MakeError> {
        let verifier = self.verifier(sink);
        let made = self.write(&verifier, progress)?;
        Ok(self.verified(made, verifier.finish()))
    }

    /// Makes what differs from the published tree, whose files `before` reads, and takes over the
    /// rest. Nothing where that cannot be shown to be the same as making everything: where a file
    /// is missing, or where a page lost a place that others may lead to.
    pub fn write_since(
        &self,
        since: &Since,
        sink: &impl Sink,
        before: impl Fn(&str) -> Option<Vec<u8>>,
        progress: &(impl Fn(usize, usize) + Sync),
    ) -> Result<Option<Verified>, MakeError> {
        let verifier = Verifier::new(sink, &self.project().base).knowing(since.faults.clone());
        let Some(made) = self.write_pieces_since(since, &verifier, progress)? else {
            return Ok(None);
        };
        let shown = self.pieces().filter(|(_, piece)| self.shows(piece, &since.proses));
        for (path, _) in shown {
            let Some(before) = before(path) else { return Ok(None) };
            if !verifier.offers_all_of(path, &before) {
                return Ok(None);
            }
        }
        Ok(Some(self.verified(made, verifier.finish())))
    }

    /// Makes all that can be wrong, looks at it and keeps nothing.
    pub fn verify(&self) -> Result<Verified, MakeError> {
        self.verify_but(&|_| false, &|_| false)
    }

    /// The same, and makes nothing of which it is known without that nothing is wrong with it: see
    /// `tree::sure`. Of addresses on other sites it tells only those that proses name.
    pub fn verify_unsure(&self) -> Result<Verified, MakeError> {
        if !self.is_plain() {
            return self.verify();
        }
        self.verify_but(&|piece| self.is_sure(piece), &|batch| self.is_sure_batch(batch))
    }

    fn verify_but(
        &self,
        is_sure: &(impl Fn(&Piece) -> bool + Sync),
        is_sure_batch: &impl Fn(Batch) -> bool,
    ) -> Result<Verified, MakeError> {
        let verifier = self.verifier(&Nowhere);
        let is_unsure = |piece: &Piece| piece.can_link() && !is_sure(piece);
        let made =
            self.write_those(&verifier, &|_, _| {}, &is_unsure, &|batch| !is_sure_batch(batch))?;
        let sure: Vec<_> = self.pieces().filter(|(_, piece)| !is_unsure(piece)).collect();
        sure.into_par_iter().for_each(|(path, piece)| {
            if let Some(prose) = self.prose_on(piece) {
                verifier.look_at_part(path, &prose);
            }
        });
        for path in verifier.asked_for_more() {
            if let Some(piece) = self.piece(&path) {
                verifier.put(&path, self.make(piece)?)?;
            }
        }
        Ok(self.verified(made, verifier.finish()))
    }

    /// A look at this tree, which knows before anything is made what will be there: nobody need
    /// remember who leads to it.
    fn verifier<'s, S: Sink>(&self, sink: &'s S) -> Verifier<'s, S> {
        let verifier = Verifier::new(sink, &self.project().base);
        self.pieces().for_each(|(path, _)| verifier.is_there(path));
        verifier
    }

    fn verified(&self, made: Made, verdict: Verdict) -> Verified {
        let Verdict { faults, foreign } = verdict;
        Verified { made, findings: self.findings(&faults), faults, foreign }
    }

    /// Faults as findings: one for each thing to mend, however many pages show it.
    fn findings(&self, faults: &[Fault]) -> Vec<Diagnostic> {
        let dead = faults.iter().filter_map(|fault| match &fault.what {
            Wrong::DeadLink(address) => Some(address.as_str()),
            _ => None,
        });
        let dead: BTreeSet<&str> = dead.collect();
        let places = Places::new(self, dead);
        let mut alike: BTreeMap<(Span, String), (&Fault, usize)> = BTreeMap::new();
        for fault in faults {
            let place = match &fault.what {
                Wrong::DeadLink(address) => places.written(address),
                Wrong::NoTitle | Wrong::NoDescription | Wrong::Headings(_) => {
                    places.template_of(&fault.file)
                }
                Wrong::Heavy { .. } => None,
            };
            let thing = match &fault.what {
                Wrong::DeadLink(address) if place.is_none() => address.clone(),
                other => code(other).name().to_owned(),
            };
            let place = place.unwrap_or_else(|| places.of(&fault.file));
            alike
                .entry((place, thing))
                .and_modify(|(_, others)| *others += 1)
                .or_insert((fault, 0));
        }
        let mut out = Diagnostics::default();
        for ((place, _), (fault, others)) in alike {
            let page = self.project().base.url(page_path(&fault.file));
            let problem =
                Problem::new(code(&fault.what)).text("page", page).number("others", others);
            out.push(arguments(problem, &fault.what).at(place));
        }
        out.into_sorted()
    }
}

/// The path by which readers know a page.
fn page_path(file: &str) -> &str {
    let folder = file.strip_suffix("index.html");
    folder.filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(file)
}

fn code(wrong: &Wrong) -> Code {
    match wrong {
        Wrong::DeadLink(_) => Code::DeadLink,
        Wrong::NoTitle => Code::PageTitleMissing,
        Wrong::NoDescription => Code::PageDescriptionMissing,
        Wrong::Headings(_) => Code::PageHeadings,
        Wrong::Heavy { .. } => Code::PageHeavy,
    }
}

fn arguments(problem: Problem, wrong: &Wrong) -> Problem {
    match wrong {
        Wrong::DeadLink(address) => problem.text("address", address),
        Wrong::Headings(count) => problem.number("count", *count),
        Wrong::Heavy { part, size, budget } => {
            let part = match part {
                Part::Html => "page-part-html",
                Part::Styles => "page-part-styles",
                Part::Scripts => "page-part-scripts",
            };
            let kilobytes = |bytes: usize| bytes.div_ceil(1024);
            problem
                .message("part", part)
                .number("size", kilobytes(*size))
                .number("budget", kilobytes(*budget))
        }
        Wrong::NoTitle | Wrong::NoDescription => problem,
    }
}
