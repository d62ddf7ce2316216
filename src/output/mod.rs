//! The published tree: paths and bytes, on their way to memory or to disk.
//!
//! In: files, from any thread, in any order. Out: a [`MemoryTree`], or a folder that is swapped in
//! whole ([`Staging`]). Promise: until the swap, what was published before stays as it was; a
//! folder that this program did not write is never touched.

mod changes;
mod compress;
mod lock;
mod manifest;
mod staging;
mod verify;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;

pub use changes::{ChangedPage, Changes};
pub use compress::Compressor;
pub use manifest::{Fingerprint, MARKER, Manifest};
pub use staging::{Staging, recover};
pub(crate) use verify::HEAVY_AT_LEAST;
pub use verify::{Fault, Part, Verdict, Verifier, Wrong};

/// Takes the files of a tree, from any thread.
pub trait Sink: Sync {
    /// Takes one file; `path` is below the root, with `/`.
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), OutputError>;

    /// Takes over a file of the tree that was published before, which stands there as it was
    /// written. False where there was none.
    fn keep(&self, path: &str) -> Result<bool, OutputError>;
}

/// Why a tree cannot be written. What the operator can mend.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The operating system refuses.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder exists and this program did not write it.
    #[error("{}", .0.display())]
    Foreign(PathBuf),
}

impl OutputError {
    fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}

/// A tree in memory.
#[derive(Debug, Default)]
pub struct MemoryTree {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemoryTree {
    /// The files by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Sink for MemoryTree {
    fn keep(&self, _: &str) -> Result<bool, OutputError> {
        // No tree was there before it.
        Ok(false)
    }

    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), OutputError> {
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        files.insert(path.to_owned(), bytes);
        Ok(())
    }
}

/// Drops every file: for checks that render all and keep nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn keep(&self, _: &str) -> Result<bool, OutputError> {
        Ok(true)
    }

    fn put(&self, _: &str, _: Vec<u8>) -> Result<(), OutputError> {
        Ok(())
    }
}
