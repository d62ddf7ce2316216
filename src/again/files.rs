//! Files told apart from what they were before, without reading them where that is safe.
//!
//! In: folders. Out: what stands in them by path, each file with its [`Identity`]. Promise: two equal
//! identities of one path are the same bytes, or the same names in a folder, if the identity was taken
//! when it had been at rest.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::Path;
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

/// All that stands below a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Below {
    pub(super) files: Files,
    /// The folders by path, each ending in `/` but the uppermost, whose path is empty; those with an
    /// identity whose next change will show in it.
    pub(super) folders: BTreeMap<String, Option<Identity>>,
}

impl Below {
    /// All below a folder; nothing is there where there is no such folder. None where anything is
    /// neither file nor folder, or cannot be looked at: links make a file have several names.
    pub(super) fn of(folder: &Path) -> Option<Self> {
        let mut all = Self::default();
        let mut waiting = vec![String::new()];
        if !folder.try_exists().ok()? {
            return Some(all);
        }
        while !waiting.is_empty() {
            let listed = waiting.par_iter().map(|path| Listed::of(folder, path));
            let listed: Vec<Listed> = listed.collect::<Option<_>>()?;
            let folders = waiting.drain(..).zip(listed.iter().map(|listed| listed.identity));
            all.folders.extend(folders);
            for Listed { files, folders, .. } in listed {
                all.files.extend(files);
                waiting.extend(folders);
            }
        }
        Some(all)
    }

    /// Whether nothing but this stands below a folder, and each of its folders still does. A folder
    /// that nothing was put into or taken from since is not read.
    pub(super) fn is_all_of(&self, folder: &Path) -> bool {
        self.folders.par_iter().all(|(path, known)| {
            let is_same = known.is_some() && *known == folder_identity(&folder.join(path));
            let no_other = |listed: Listed| {
                listed.files.iter().all(|(path, _)| self.files.contains_key(path))
                    && listed.folders.iter().all(|path| self.folders.contains_key(path))
            };
            is_same || Listed::of(folder, path).is_some_and(no_other)
        })
    }
}

/// What stands in one folder.
#[derive(Debug)]
struct Listed {
    /// The folder's own identity, where its next change will show in it.
    identity: Option<Identity>,
    files: Vec<(String, Identity)>,
    folders: Vec<String>,
}

impl Listed {
    /// What stands in the folder at a path below `root`.
    fn of(root: &Path, path: &str) -> Option<Self> {
        let folder = root.join(path);
        let rested = |it: &Identity| it.rested(SystemTime::now());
        let identity = folder_identity(&folder).filter(rested);
        let mut listed = Self { identity, files: Vec::new(), folders: Vec::new() };
        for entry in fs::read_dir(folder).ok()? {
            let entry = entry.ok()?;
            let path = format!("{path}{}", entry.file_name().to_str()?);
            let kind = entry.file_type().ok()?;
            if kind.is_dir() {
                listed.folders.push(format!("{path}/"));
            } else if kind.is_file() {
                listed.files.push((path, Identity::of(&entry.metadata().ok()?)));
            } else {
                return None;
            }
        }
        Some(listed)
    }
}

/// The identity of a folder that is there; none where its time need not tell of every change at once.
fn folder_identity(path: &Path) -> Option<Identity> {
    let folder = || path.symlink_metadata().ok().filter(Metadata::is_dir);
    cfg!(unix).then(folder).flatten().map(|it| Identity::of(&it))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    /// What comes into the folder and goes from it again is seen.
    fn tells_what_comes_and_goes(below: &Below, root: &Path) {
        let at = |path: &str| root.join(path);
        let is_all = || below.is_all_of(root);
        assert!(is_all());
        fs::write(at("th/a/b.html"), "").unwrap();
        assert!(!is_all(), "a file came");
        fs::remove_file(at("th/a/b.html")).unwrap();
        assert!(is_all(), "and went");
        fs::create_dir(at("th/b")).unwrap();
        assert!(!is_all(), "a folder came");
        fs::remove_dir(at("th/b")).unwrap();
        fs::rename(at("th"), at("en")).unwrap();
        assert!(!is_all(), "a folder went");
        fs::rename(at("en"), at("th")).unwrap();
        assert!(is_all(), "and came back");
    }

    #[test]
    fn what_is_put_into_a_folder_or_taken_from_it_shows() {
        let root = TempDir::new().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("th/a")).unwrap();
        fs::write(at("th/a/index.html"), "").unwrap();
        let mut young = Below::of(root.path()).unwrap();
        assert!(young.folders.keys().eq(["", "th/", "th/a/"]));
        young.folders.values_mut().for_each(|identity| *identity = None);
        tells_what_comes_and_goes(&young, root.path());
        std::thread::sleep(FINE * 2);
        let rested = Below::of(root.path()).unwrap();
        assert_eq!(rested.folders.values().all(Option::is_some), cfg!(unix));
        tells_what_comes_and_goes(&rested, root.path());
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("a", at("th/b")).unwrap();
            assert!(!rested.is_all_of(root.path()), "a link came");
            assert_eq!(Below::of(root.path()), None);
        }
    }
}
