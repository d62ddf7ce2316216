//! One build at a time: the folder beside the published one where a build does its work.
//!
//! In: a target. Out: its workshop, ours alone until it is dropped. Promise: the system gives the
//! lock back when its holder is killed, so what is found in a workshop that can be locked is
//! nobody's; after the last build nothing is left beside the target.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::OutputError;

/// The folder `.NAME.nakhon` beside the target, locked.
#[derive(Debug)]
pub(super) struct Workshop {
    folder: PathBuf,
    lock: PathBuf,
    /// Open for as long as the lock is held.
    _held: File,
}

impl Workshop {
    /// Where the workshop of a target is, whether or not there is one.
    pub(super) fn folder(target: &Path) -> PathBuf {
        let name = target.file_name().map_or_else(|| "out".into(), |name| name.to_string_lossy());
        target.with_file_name(format!(".{name}.nakhon"))
    }

    /// Takes the workshop of a target; while another build has it, `wait` is told once and then
    /// this waits.
    pub(super) fn enter(target: &Path, wait: impl FnOnce()) -> Result<Self, OutputError> {
        let mut wait = Some(wait);
        let take = |file: &File| match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                if let Some(wait) = wait.take() {
                    wait();
                }
                file.lock().map(|()| true)
            }
            Err(TryLockError::Error(error)) => Err(error),
            Ok(()) => Ok(true),
        };
        let folder = Self::folder(target);
        Self::open(&folder, take)
            .map_err(OutputError::io(&folder))
            .map(|workshop| workshop.unwrap_or_else(|| unreachable!("the lock was waited for")))
    }

    /// Takes the workshop if it is there and no build has it.
    pub(super) fn enter_left(target: &Path) -> Option<Self> {
        let folder = Self::folder(target);
        if !folder.is_dir() {
            return None;
        }
        Self::open(&folder, |file| Ok(file.try_lock().is_ok())).ok().flatten()
    }

    /// A path in the workshop.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn open(
        folder: &Path,
        mut take: impl FnMut(&File) -> io::Result<bool>,
    ) -> io::Result<Option<Self>> {
        let lock = folder.join("lock");
        loop {
            fs::create_dir_all(folder)?;
            let held = match OpenOptions::new().create(true).append(true).open(&lock) {
                Ok(file) => file,
                // Its last user took the folder away between the two calls.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            if !take(&held)? {
                return Ok(None);
            }
            // Who waited may hold a file that has been taken away: that locks nobody out.
            if is_at(&held, &lock) {
                return Ok(Some(Self { folder: folder.to_owned(), lock, _held: held }));
            }
        }
    }
}

impl Drop for Workshop {
    /// Leaves nothing behind. Only what stands here by name is removed: whoever comes next may
    /// have put a new lock in place already.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.lock);
        let _ = fs::remove_dir(&self.folder);
    }
}

/// Whether the open file is still the one at that path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: fs::Metadata, b: fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    file.metadata().is_ok_and(|open| fs::metadata(path).is_ok_and(|there| same(open, there)))
}

/// An open file cannot be taken away elsewhere.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
