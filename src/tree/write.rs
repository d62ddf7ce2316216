//! The whole tree into a sink, on all threads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Batch, MakeError, Piece, Tree};
use crate::diagnostic::Diagnostics;
use crate::language::Lang;
use crate::output::{Fault, OutputError, Sink};
use crate::source::FileId;

/// What a build made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Pages in all languages.
    pub pages: usize,
    /// Files in all.
    pub files: usize,
    /// Entries that borrow words from another language, counted once a language.
    pub borrowed: usize,
}

/// In what a tree differs from the one that was published before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// The files of proses that say something else.
    pub proses: BTreeSet<FileId>,
    /// Whether they were also changed at another time.
    pub dated: bool,
    /// What was wrong with the published tree, file by file.
    pub faults: Vec<Fault>,
    /// The paths of its files.
    pub published: Vec<String>,
}

impl Tree {
    /// Makes all that can fail and keeps nothing of it.
    pub fn check(&self) -> Result<(), MakeError> {
        self.facts.index.prepare();
        let pieces = self.facts.addresses.pieces().par_iter().map(|(_, piece)| piece);
        let make = |piece: &Piece| self.make(piece).map(drop);
        all_or_findings(pieces.filter(|piece| piece.can_fail()).map(make).collect())
    }

    /// Makes everything and hands each file to the sink as soon as it is made. `progress` is told
    /// how many pages of how many are made.
    pub fn write(
        &self,
        sink: &impl Sink,
        progress: &(impl Fn(usize, usize) + Sync),
    ) -> Result<Made, MakeError> {
        self.write_those(sink, progress, &|_| true, &|_| true)
    }

    /// The same where the tree that was published before differs in nothing but what some proses
    /// say: what shows none of them is taken over. With `dated`, these files were also changed at
    /// another time, which calendars tell. Nothing where something to take over is not there.
    pub(super) fn write_pieces_since(
        &self,
        since: &Since,
        sink: &impl Sink,
        progress: &(impl Fn(usize, usize) + Sync),
    ) -> Result<Option<Made>, MakeError> {
        let is_batch_anew = |batch: Batch| match batch {
            // It tells names, summaries and words of the vocabulary, no prose.
            Batch::Search(_) => false,
            Batch::Facets(_) => since.dated,
            Batch::OpenData | Batch::Exports => true,
        };
        let is_anew = |piece: &Piece| match piece {
            // Whoever looks at the tree weighs pages by them.
            Piece::Asset(_) => true,
            Piece::Calendar(..) => since.dated,
            piece => piece.batch().is_some_and(is_batch_anew) || self.shows(piece, &since.proses),
        };
        let batches: Vec<Batch> = self.batches().filter(|batch| !is_batch_anew(*batch)).collect();
        let in_batches = since.published.par_iter();
        let in_batches = in_batches.filter(|path| batches.iter().any(|batch| batch.may_hold(path)));
        let pieces = self.facts.addresses.pieces().par_iter().chain(self.previews());
        let pieces = pieces.filter(|(_, piece)| !is_anew(piece)).map(|(path, _)| path);
        let keep = |path: &String| sink.keep(path);
        let taken: Vec<bool> = in_batches.map(keep).collect::<Result<_, OutputError>>()?;
        let kept: Vec<bool> = pieces.map(keep).collect::<Result<_, OutputError>>()?;
        if taken.contains(&false) || kept.contains(&false) {
            return Ok(None);
        }
        let made = self.write_those(sink, progress, &is_anew, &is_batch_anew)?;
        Ok(Some(Made { files: made.files + taken.len(), ..made }))
    }

    /// The same for some of the pieces and some of the batches.
    pub(super) fn write_those(
        &self,
        sink: &impl Sink,
        progress: &(impl Fn(usize, usize) + Sync),
        wanted: &(impl Fn(&Piece) -> bool + Sync),
        wanted_batch: &impl Fn(Batch) -> bool,
    ) -> Result<Made, MakeError> {
        // What pieces share is made before, so that no thread of the pool waits for another.
        self.facts.index.prepare();
        let is_calendar = |piece: &Piece| matches!(piece, Piece::Calendar(..));
        if self.facts.addresses.pieces().values().any(|it| is_calendar(it) && wanted(it)) {
            for language in 0..self.facts.project.locales.len() {
                self.events(language);
            }
        }
        let pieces = self.pieces().filter(|(_, piece)| wanted(piece));
        let (last, first): (Vec<_>, Vec<_>) =
            pieces.partition(|(_, piece)| piece.batch().is_some());
        // Pictures go with the first: no thread waits for the last of them.
        let default = self.facts.project.directory.site.languages.default();
        let mut languages: BTreeMap<Lang, Vec<_>> = BTreeMap::new();
        for (path, piece) in first {
            let language = piece.language().unwrap_or(default);
            languages.entry(language).or_default().push((path, piece));
        }
        let pages = self.facts.addresses.pieces().values().filter(|piece| piece.is_page()).count();
        let done = AtomicUsize::new(0);
        let put = |(path, piece): &(&String, &Piece)| {
            sink.put(path, self.make(piece)?)?;
            if piece.is_page() {
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages);
            }
            Ok(())
        };
        let batches: Vec<Batch> = self.batches().filter(|batch| wanted_batch(*batch)).collect();
        let put_batch = |batch: &Batch| -> Result<usize, MakeError> {
            let count = AtomicUsize::new(0);
            self.hand_over(*batch, &|path: String, bytes| {
                count.fetch_add(1, Ordering::Relaxed);
                sink.put(&path, bytes)
            })?;
            Ok(count.into_inner())
        };
        // One language after the other: the pages of a language show the same cards, and no others.
        let put_languages = || {
            languages
                .into_values()
                .map(|pieces| {
                    let results: Vec<Result<(), MakeError>> = pieces.par_iter().map(put).collect();
                    self.facts.let_go();
                    all_or_findings(results)
                })
                .collect::<Vec<_>>()
        };
        let (counts, results): (Vec<_>, Vec<_>) =
            rayon::join(|| batches.par_iter().map(put_batch).collect(), put_languages);
        let mut files = self.pieces().count();
        let counts = counts.into_iter().map(|count| count.map(|count| files += count));
        all_or_findings(counts.chain(results).collect())?;
        all_or_findings(last.par_iter().map(put).collect())?;
        Ok(Made { pages, files, borrowed: self.borrowed() })
    }
}

/// All findings of all pages, or the first fault of the system's.
fn all_or_findings(results: Vec<Result<(), MakeError>>) -> Result<(), MakeError> {
    let mut all = Diagnostics::default();
    for result in results {
        match result {
            Ok(()) => {}
            Err(MakeError::Findings(findings)) => all.extend(findings),
            Err(error) => return Err(error),
        }
    }
    if all.is_empty() { Ok(()) } else { Err(MakeError::Findings(all.into_sorted())) }
}
