//! A tree of which what was asked for is kept.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{Batch, MakeError, Tree};
use crate::diagnostic::Diagnostic;

/// Files that were made together.
type Files = BTreeMap<String, Arc<[u8]>>;

/// A tree that makes a file when it is first asked for and keeps it. It is never changed: another
/// state of the content is another tree.
#[derive(Debug)]
pub struct Kept {
    tree: Tree,
    files: Mutex<Files>,
    batches: BTreeMap<Batch, OnceLock<Files>>,
}

impl Kept {
    /// Nothing is made yet.
    pub fn new(tree: Tree) -> Self {
        let batches = tree.batches().map(|batch| (batch, OnceLock::new())).collect();
        Self { tree, files: Mutex::default(), batches }
    }

    /// What it is made from.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &str) -> bool {
        self.tree.pieces().contains_key(path) || self.in_batch(path).is_some()
    }

    /// The file at a path; none where there is none.
    pub fn get(&self, path: &str) -> Result<Option<Arc<[u8]>>, MakeError> {
        let Some(piece) = self.tree.pieces().get(path) else { return Ok(self.in_batch(path)) };
        let kept = || self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = kept().get(path) {
            return Ok(Some(Arc::clone(bytes)));
        }
        if let Some(batch) = piece.batch() {
            self.batch(batch);
        }
        // Not under the lock: others are asked for meanwhile. Two that make one file make the same.
        let bytes: Arc<[u8]> = self.tree.make(piece)?.into();
        kept().insert(path.to_owned(), Arc::clone(&bytes));
        Ok(Some(bytes))
    }

    /// Makes all that can fail, one after the other, and keeps nothing of it. Gives up when `stop`
    /// says so. All findings are told, or the first fault of the system's.
    pub fn try_all(&self, stop: &dyn Fn() -> bool) -> Result<(), MakeError> {
        let mut findings: Vec<Diagnostic> = Vec::new();
        for piece in self.tree.pieces().values().filter(|piece| piece.can_fail()) {
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
