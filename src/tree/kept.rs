//! A tree of which what was asked for is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::{Batch, MakeError, Piece, Tree};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};

/// Files that were made together.
type Files = BTreeMap<String, Arc<[u8]>>;

/// A tree that makes a file when it is first asked for and keeps it. It is never changed: another
/// state of the content is another tree.
#[derive(Debug)]
pub struct Kept {
    tree: Tree,
    files: Mutex<Files>,
    batches: BTreeMap<Batch, Arc<OnceLock<Files>>>,
}

impl Kept {
    /// Nothing is made yet.
    pub fn new(tree: Tree) -> Self {
        let batches = tree.batches().map(|batch| (batch, Arc::default())).collect();
        Self { tree, files: Mutex::default(), batches }
    }

    /// The same site after some proses were written anew, and nothing but what they say is
    /// different. What does not show them is kept.
    #[must_use]
    pub fn with_prose(&self, sources: Arc<Sources>, changed: &BTreeSet<FileId>) -> Self {
        let tree = self.tree.with_prose(sources);
        let shows = |path: &String| tree.piece(path).is_none_or(|piece| tree.shows(piece, changed));
        let files = self.files().clone().into_iter().filter(|(path, _)| !shows(path)).collect();
        let mut batches = self.batches.clone();
        batches.insert(Batch::OpenData, Arc::default());
        Self { tree, files: Mutex::new(files), batches }
    }

    /// What it is made from.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &str) -> bool {
        self.tree.piece(path).is_some() || self.in_batch(path).is_some()
    }

    /// The file at a path; none where there is none.
    pub fn get(&self, path: &str) -> Result<Option<Arc<[u8]>>, MakeError> {
        let Some(piece) = self.tree.piece(path) else { return Ok(self.in_batch(path)) };
        if let Some(bytes) = self.files().get(path) {
            return Ok(Some(Arc::clone(bytes)));
        }
        if let Some(batch) = piece.batch() {
            self.batch(batch);
        }
        // Not under the lock: others are asked for meanwhile. Two that make one file make the same.
        let bytes: Arc<[u8]> = self.tree.make(piece)?.into();
        self.files().insert(path.to_owned(), Arc::clone(&bytes));
        Ok(Some(bytes))
    }

    /// Makes all that can fail, one after the other, and keeps nothing of it: everything, or what
    /// shows the prose of these files. Gives up when `stop` says so. All findings are told, or the
    /// first fault of the system's.
    pub fn try_all(
        &self,
        changed: Option<&BTreeSet<FileId>>,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), MakeError> {
        let mut findings: Vec<Diagnostic> = Vec::new();
        let touched =
            |piece: &&Piece| changed.is_none_or(|changed| self.tree.shows(piece, changed));
        // Previews cannot fail; to list them takes longer than to see that.
        let pieces = self.tree.facts.addresses.pieces().values().filter(|piece| piece.can_fail());
        for piece in pieces.filter(touched) {
            if stop() {
                return Ok(());
            }
            match self.tree.make(piece) {
                Ok(_) => {}
                Err(MakeError::Findings(more)) => findings.extend(more),
                Err(error) => return Err(error),
            }
        }
        if findings.is_empty() { Ok(()) } else { Err(MakeError::Findings(findings)) }
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn in_batch(&self, path: &str) -> Option<Arc<[u8]>> {
        let mut batches = self.batches.keys().filter(|batch| batch.may_hold(path));
        batches.find_map(|batch| self.batch(*batch)?.get(path).cloned())
    }

    fn batch(&self, batch: Batch) -> Option<&Files> {
        let files = self.batches.get(&batch)?.get_or_init(|| {
            let made = self.tree.make_batch(batch).into_iter();
            made.map(|(path, bytes)| (path, bytes.into())).collect()
        });
        Some(files)
    }
}
