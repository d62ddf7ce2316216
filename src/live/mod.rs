//! The site as it stands on disk, read again no more than a change asks for.
//!
//! In: a [`Request`], and what changed. Out: what reading came to and, while nothing is wrong, the
//! site. Promise: it is always the site of a build from nothing. Where it is shown that nothing can
//! be different but what some proses say, everything is kept but the pages that show them. Where
//! nothing but texts of entries became others, those are read, and everything is checked and put in
//! order again. Else everything is read.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::entries::{only_prose_differs, reread};
use crate::history::History;
use crate::pipeline::{self, Outcome, Request};
use crate::source::{FileId, Sources};
use crate::tree::{Kept, MakeError, Tree};

/// Where more texts than these became others at once, as by `git`, reading all is as quick.
const MOST_AGAIN: usize = 64;

/// How much of the site a change can have touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Nothing: the same was written again.
    Nothing,
    /// What shows the prose of these files.
    Prose(BTreeSet<FileId>),
    /// Anything.
    All,
}

/// The site while its files are being edited.
#[derive(Debug)]
pub struct Live {
    root: PathBuf,
    /// The commit that the dates of the files were read at.
    commit: Option<String>,
    /// What reading came to.
    pub outcome: Outcome,
    /// The site, or why there is none: nothing where the findings of the outcome forbid it.
    pub site: Result<Arc<Kept>, Option<MakeError>>,
    /// The last there was since everything was read.
    last: Option<Arc<Kept>>,
}

impl Live {
    /// Reads everything.
    pub fn new(request: &Request) -> Self {
        let root = request.root.canonicalize().unwrap_or_else(|_| request.root.clone());
        let commit = request.history.then(|| History::commit(&root)).flatten();
        let outcome = pipeline::read(request);
        let mut live = Self { root, commit, outcome, site: Err(None), last: None };
        live.make();
        live
    }

    /// Makes the site that reading came to, or finds why there is none.
    fn make(&mut self) {
        let tree = self.outcome.project.take().ok_or(None).and_then(|project| {
            let tree = match &self.last {
                Some(last) => Tree::after(project, last.tree()),
                None => Tree::new(project),
            };
            tree.map_err(Some)
        });
        self.site = tree.map(|tree| Arc::new(Kept::new(tree)));
        self.last = self.site.as_ref().ok().or(self.last.as_ref()).cloned();
    }

    /// Takes in that files were changed, made, moved or taken away, by their real paths.
    pub fn update(&mut self, request: &Request, changed: &[PathBuf]) -> Extent {
        let Some((sources, files, kept)) = self.prose_only(request, changed) else {
            match self.texts_only(request, changed) {
                Some(outcome) => {
                    self.outcome = outcome;
                    self.make();
                }
                None => *self = Self::new(request),
            }
            return Extent::All;
        };
        if files.is_empty() {
            return Extent::Nothing;
        }
        let sources = Arc::new(sources);
        self.outcome.sources = Arc::clone(&sources);
        let kept = Arc::new(kept.with_prose(sources, &files));
        self.last = Some(Arc::clone(&kept));
        self.site = Ok(kept);
        Extent::Prose(files)
    }

    /// The texts after a change that touched nothing but proses, and the files of those that say
    /// something else now. Nothing where more may be different:
    ///
    /// * a file that is no prose of a published entry, or is not there, or has other names;
    /// * a prose that begins elsewhere, has other front matter, points at other things or leaves
    ///   emphasis open;
    /// * a file that something was found in, because the places of findings move;
    /// * another day, or another commit: the dates of files come from it.
    fn prose_only(
        &self,
        request: &Request,
        changed: &[PathBuf],
    ) -> Option<(Sources, BTreeSet<FileId>, Arc<Kept>)> {
        let kept = self.site.as_ref().ok()?;
        let project = kept.tree().project();
        let zone = project.directory.site.time_zone.rules();
        if self.outcome.linked || changed.is_empty() || request.day(zone) != project.today {
            return None;
        }
        let proses: BTreeSet<FileId> = project.directory.proses().map(|it| it.file).collect();
        let mut sources = (*self.outcome.sources).clone();
        let mut files = BTreeSet::new();
        for path in changed {
            let file = sources.find(&shown(path.strip_prefix(&self.root).ok()?)?)?;
            let text = reread(path)?;
            let before = &sources.get(file).text;
            if !proses.contains(&file) || !only_prose_differs(before, &text, file) {
                return None;
            }
            if self.outcome.findings.iter().any(|finding| finding.span.file == file) {
                return None;
            }
            if *before != text {
                sources = sources.with_text(file, text);
                files.insert(file);
            }
        }
        self.is_same_commit(request).then(|| (sources, files, Arc::clone(kept)))
    }

    /// What reading comes to after a change that touched nothing but the texts of entries and
    /// pages that were there: those alone are read, and all are checked together. Nothing where
    /// files came, went or are none of an entry's, or where it is another day or commit.
    fn texts_only(&self, request: &Request, changed: &[PathBuf]) -> Option<Outcome> {
        if changed.len() > MOST_AGAIN {
            return None;
        }
        let mut sources = (*self.outcome.sources).clone();
        let mut files = BTreeSet::new();
        for path in changed {
            let file = sources.find(&shown(path.strip_prefix(&self.root).ok()?)?)?;
            sources = sources.with_text(file, reread(path)?);
            files.insert(file);
        }
        if files.is_empty() || !self.is_same_commit(request) {
            return None;
        }
        pipeline::read_again(request, &self.outcome, sources, &files)
    }

    fn is_same_commit(&self, request: &Request) -> bool {
        !request.history || History::commit(&self.root) == self.commit
    }
}

/// A path as messages print it: with `/` on every system.
fn shown(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
