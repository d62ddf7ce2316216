//! The folder that is published, held to the manifest that its build left in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::PublishError;
use crate::output::{Fingerprint, MARKER, Manifest};

/// A tree that was built whole and has not been touched since.
#[derive(Debug)]
pub struct Tree {
    folder: PathBuf,
    manifest: Manifest,
}

impl Tree {
    /// Opens a published folder and compares every file with the manifest.
    pub fn open(folder: &Path) -> Result<Self, PublishError> {
        let io = |source| PublishError::Io { path: folder.to_owned(), source };
        let manifest = Manifest::read(folder).map_err(io)?;
        let manifest = manifest.filter(|manifest| !manifest.files.is_empty());
        let manifest = manifest.ok_or_else(|| PublishError::NotBuilt(folder.to_owned()))?;
        let there: BTreeSet<String> = files(folder).collect();
        let strange = there.iter().filter(|path| !manifest.files.contains_key(*path)).cloned();
        let changed = manifest.files.par_iter().filter(|(path, print)| {
            let bytes = fs::read(folder.join(path));
            !bytes.is_ok_and(|bytes| Fingerprint::of(&bytes) == **print)
        });
        let mut altered: BTreeSet<String> = changed.map(|(path, _)| path.clone()).collect();
        altered.extend(strange);
        let count = altered.len();
        match altered.into_iter().next() {
            Some(path) => Err(PublishError::Altered { folder: folder.to_owned(), path, count }),
            None => Ok(Self { folder: folder.to_owned(), manifest }),
        }
    }

    /// What the tree consists of.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The bytes of a file, as they were built.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, PublishError> {
        let file = self.folder.join(path);
        let bytes = fs::read(&file).map_err(|source| PublishError::Io { path: file, source })?;
        if self.manifest.files.get(path) == Some(&Fingerprint::of(&bytes)) {
            return Ok(bytes);
        }
        let (folder, path) = (self.folder.clone(), path.to_owned());
        Err(PublishError::Altered { folder, path, count: 1 })
    }
}

/// Every file below a folder but the manifest.
fn files(folder: &Path) -> impl Iterator<Item = String> {
    let walk = walkdir::WalkDir::new(folder).into_iter().flatten();
    walk.filter(|entry| !entry.file_type().is_dir()).filter_map(move |entry| {
        let inner = entry.path().strip_prefix(folder).ok()?;
        let parts: Vec<_> =
            inner.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        Some(parts.join("/")).filter(|path| path != MARKER)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Sink, Staging};

    #[test]
    fn a_tree_that_was_touched_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        assert!(matches!(Tree::open(&target), Err(PublishError::NotBuilt(_))));
        let staging = Staging::begin(&target, || {}).unwrap();
        staging.put("th/index.html", b"one".to_vec()).unwrap();
        staging.publish().unwrap();
        let tree = Tree::open(&target).unwrap();
        assert_eq!(tree.read("th/index.html").unwrap(), b"one");
        let refused = |expected: &str| match Tree::open(&target) {
            Err(PublishError::Altered { path, count: 1, .. }) => assert_eq!(path, expected),
            other => panic!("{other:?}"),
        };
        fs::write(target.join("notes.txt"), "x").unwrap();
        refused("notes.txt");
        fs::remove_file(target.join("notes.txt")).unwrap();
        fs::write(target.join("th/index.html"), "two").unwrap();
        refused("th/index.html");
        assert!(matches!(tree.read("th/index.html"), Err(PublishError::Altered { .. })));
        fs::remove_file(target.join("th/index.html")).unwrap();
        refused("th/index.html");
    }
}
