//! Files told apart from what they were before, without reading them where that is safe.
//!
//! In: folders. Out: their files by path, each with its [`Identity`]. Promise: two equal identities
//! of one path are the same bytes, if the identity was taken when the file had been at rest.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

/// How coarse the times of a file system can be whose times are whole seconds.
const COARSE: Duration = Duration::from_secs(2);
/// How coarse they can be otherwise: the tick of the slowest kernel, and some.
pub(super) const FINE: Duration = Duration::from_millis(30);

/// What tells a file from what it was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// Bytes.
    pub(super) size: u64,
    /// When it was written, in nanoseconds since 1970.
    pub(super) time: u64,
    /// Its number on the file system; 0 where there are none.
    pub(super) number: u64,
}

impl Identity {
    fn of(metadata: &Metadata) -> Self {
        let time = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let time = time.and_then(|time| u64::try_from(time.as_nanos()).ok()).unwrap_or_default();
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let number = 0;
        Self { size: metadata.len(), time, number }
    }

    /// Whether the file had been at rest at a moment: written once more then, it would have another
    /// time.
    pub(super) fn rested(self, at: SystemTime) -> bool {
        let coarse = self.time.is_multiple_of(1_000_000_000);
        let limit = at.checked_sub(if coarse { COARSE } else { FINE });
        let limit = limit.and_then(|limit| limit.duration_since(UNIX_EPOCH).ok());
        limit.is_some_and(|limit| u128::from(self.time) < limit.as_nanos())
    }
}

/// The identity of a file that is there.
pub(super) fn identity(path: &Path) -> Option<Identity> {
    path.symlink_metadata().ok().filter(Metadata::is_file).map(|it| Identity::of(&it))
}

/// Files by path.
pub(super) type Files = BTreeMap<String, Identity>;

/// Every file below a folder; none where there is no such folder, and nothing at all where anything
/// is neither file nor folder, or cannot be looked at: links make a file have several names.
pub(super) fn below(folder: &Path) -> Option<Files> {
    let mut files = Files::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while !waiting.is_empty() {
        let listed: Option<Vec<Listed>> =
            waiting.par_iter().map(|(folder, prefix)| list(folder, prefix)).collect();
        waiting.clear();
        for (found, folders) in listed? {
            files.extend(found);
            waiting.extend(folders);
        }
    }
    Some(files)
}

/// The files of a folder, and the folders in it.
type Listed = (Vec<(String, Identity)>, Vec<(PathBuf, String)>);

fn list(folder: &Path, prefix: &str) -> Option<Listed> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && prefix.is_empty() => {
            return Some(Listed::default());
        }
        Err(_) => return None,
    };
    let mut listed = Listed::default();
    for entry in entries {
        let entry = entry.ok()?;
        let name = entry.file_name();
        let path = format!("{prefix}{}", name.to_str()?);
        let kind = entry.file_type().ok()?;
        if kind.is_dir() {
            listed.1.push((entry.path(), format!("{path}/")));
        } else if kind.is_file() {
            listed.0.push((path, Identity::of(&entry.metadata().ok()?)));
        } else {
            return None;
        }
    }
    Some(listed)
}
