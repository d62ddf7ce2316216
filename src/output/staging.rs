//! A tree on disk: written beside the old one, then swapped in.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{OutputError, Sink};

/// The file that says a folder was written by this program and may be replaced.
pub const MARKER: &str = ".nakhon";

/// A new tree beside the published one.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    staged: TempDir,
}

impl Staging {
    /// Begins a tree that is to stand at `target`. Refuses a target that exists, is not empty and
    /// was not written by this program; leftovers of killed runs are cleared away.
    pub fn begin(target: &Path) -> Result<Self, OutputError> {
        refuse_foreign(target)?;
        let name = file_name(target);
        let parent = parent(target);
        fs::create_dir_all(&parent).map_err(OutputError::io(&parent))?;
        let prefix = format!(".{name}.nakhon-");
        clear_leftovers(&parent, &prefix);
        let staged = tempfile::Builder::new()
            .prefix(&prefix)
            .tempdir_in(&parent)
            .map_err(OutputError::io(&parent))?;
        let marker = staged.path().join(MARKER);
        let text = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"), "\n");
        fs::write(&marker, text).map_err(OutputError::io(marker))?;
        Ok(Self { target: target.to_owned(), staged })
    }

    /// Swaps the new tree in. The old one is moved aside first and removed last, so that one of
    /// the two is always whole.
    pub fn publish(self) -> Result<(), OutputError> {
        refuse_foreign(&self.target)?;
        make_readable(self.staged.path());
        let aside = self.staged.path().with_extension("old");
        let had = self.target.exists();
        if had {
            fs::rename(&self.target, &aside).map_err(OutputError::io(&self.target))?;
        }
        let staged = self.staged.keep();
        if let Err(source) = fs::rename(&staged, &self.target) {
            if had {
                fs::rename(&aside, &self.target).map_err(OutputError::io(&aside))?;
            }
            return Err(OutputError::Io { path: self.target, source });
        }
        if had {
            fs::remove_dir_all(&aside).map_err(OutputError::io(&aside))?;
        }
        Ok(())
    }
}

impl Sink for Staging {
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), OutputError> {
        let file = self.staged.path().join(path);
        match fs::write(&file, &bytes) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let folder = parent(&file);
                fs::create_dir_all(&folder).map_err(OutputError::io(folder))?;
                fs::write(&file, &bytes).map_err(OutputError::io(file))
            }
            Err(source) => Err(OutputError::Io { path: file, source }),
        }
    }
}

fn refuse_foreign(target: &Path) -> Result<(), OutputError> {
    let entries = match fs::read_dir(target) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(OutputError::Io { path: target.to_owned(), source }),
    };
    let ours = target.join(MARKER).is_file();
    if entries && !ours { Err(OutputError::Foreign(target.to_owned())) } else { Ok(()) }
}

/// A temporary folder is its maker's alone; a published one is everyone's to read.
fn make_readable(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Not being able to is no reason not to publish: the owner can still read it.
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o755));
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Removes what killed runs left beside the target, an hour old or more.
fn clear_leftovers(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(prefix);
        let old = entry
            .metadata()
            .and_then(|metadata| metadata.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 3600));
        if ours && old {
            // A leftover that cannot be removed is only untidy.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| "out".to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_swapped_in_whole() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        for text in ["one", "two"] {
            let staging = Staging::begin(&target).unwrap();
            staging.put("th/index.html", text.into()).unwrap();
            staging.publish().unwrap();
            assert_eq!(fs::read_to_string(target.join("th/index.html")).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn an_abandoned_tree_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        let first = Staging::begin(&target).unwrap();
        first.put("a", b"1".to_vec()).unwrap();
        first.publish().unwrap();
        let second = Staging::begin(&target).unwrap();
        second.put("a", b"2".to_vec()).unwrap();
        drop(second);
        assert_eq!(fs::read(target.join("a")).unwrap(), b"1");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_of_someone_elses_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("documents");
        fs::create_dir(&target).unwrap();
        assert!(Staging::begin(&target).is_ok(), "an empty folder is free");
        fs::write(target.join("thesis.txt"), "x").unwrap();
        assert!(matches!(Staging::begin(&target), Err(OutputError::Foreign(_))));
    }
}
