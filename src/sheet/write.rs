//! A plan written into the files: all of it, or nothing.
//!
//! In: changes, and the texts that the plan was made from. Out: the files. Promise: a file that was
//! changed since is left alone, and all others with it; when one cannot be written those already
//! written get their text back.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::plan::{Change, FileChange};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    /// Somebody else changed a file in the meantime.
    #[error("{path} has been changed in the meantime")]
    Changed {
        /// Relative to the site's root.
        path: String,
    },
    /// A file cannot be written.
    #[error("{} cannot be written", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Writes all changes.
pub fn write(changes: &[Change]) -> Result<(), WriteFault> {
    let files: Vec<&FileChange> = changes.iter().flat_map(|change| &change.files).collect();
    if let Some(file) = files.iter().find(|file| now(&file.absolute) != file.before) {
        return Err(WriteFault::Changed { path: file.path.clone() });
    }
    for (at, file) in files.iter().enumerate() {
        if let Err(source) = replace(&file.absolute, &file.after) {
            for written in &files[..at] {
                // Nothing more can be done for a file that takes neither text.
                let _ = match &written.before {
                    Some(before) => replace(&written.absolute, before),
                    None => std::fs::remove_file(&written.absolute),
                };
            }
            return Err(WriteFault::Io { path: file.absolute.clone(), source });
        }
    }
    Ok(())
}

fn now(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

/// Writes beside the file and renames, so that it is whole at any time.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    // A link stays one: what it leads to is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(text.as_bytes())?;
    match std::fs::metadata(&path) {
        Ok(metadata) => std::fs::set_permissions(beside.path(), metadata.permissions())?,
        Err(_) => open_to_all(beside.path())?,
    }
    beside.persist(&path)?;
    Ok(())
}

/// A temporary file is its owner's alone; a new entry is as any file that an editor makes.
#[cfg(unix)]
fn open_to_all(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> std::io::Result<()> {
    Ok(())
}
