//! Walking a folder of content in a fixed order, with every oddity of a file system told apart.
//!
//! In: a folder. Out: its files, sorted by path, and what could not be read as one. Promise: the
//! walk ends, whatever links the folder holds, and never leaves it.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// A file or folder that was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Relative to the folder walked, with `/` on every system.
    pub path: String,
    /// Where to open it.
    pub absolute: PathBuf,
    /// What it is.
    pub kind: FoundKind,
}

/// All that a walk met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walked {
    /// Files and what cannot be read as one, sorted by path.
    pub found: Vec<Found>,
    /// Whether any of it stands behind a symbolic link, and so may have another path as well.
    pub linked: bool,
}

impl IntoIterator for Walked {
    type Item = Found;
    type IntoIter = std::vec::IntoIter<Found>;

    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter()
    }
}

/// What the walk met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundKind {
    /// A file, with its size in bytes.
    File {
        /// Bytes, as the file system says.
        size: u64,
    },
    /// Something that cannot be read as a file.
    Problem(WalkProblem),
}

/// Why something in the tree cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WalkProblem {
    /// The operating system refuses, in its own words.
    Unreadable(String),
    /// A pipe, a socket or a device.
    NotRegular,
    /// A link whose target lies outside the folder.
    LinkOutside,
    /// A link that leads back to a folder above it.
    LinkLoop,
    /// A link to nothing.
    LinkDangling,
    /// A name that is not Unicode; the path holds replacement characters.
    NameNotUnicode,
}

/// Walks `folder` and everything below it, sorted by name, leaving out what begins with `.` or
/// `_`. A folder that does not exist is empty.
pub fn walk(folder: &Path) -> Walked {
    let Ok(inside) = folder.canonicalize() else { return Walked::default() };
    let mut linked = false;
    let hidden = |name: &std::ffi::OsStr| {
        let name = name.to_string_lossy();
        name.starts_with('.') || name.starts_with('_')
    };
    let entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            linked |= entry.path_is_symlink() && entry.depth() > 0;
            // A folder behind a link is entered only where it lies inside.
            let leaves = || {
                entry.path_is_symlink() && entry.path().is_dir() && outside(entry.path(), &inside)
            };
            entry.depth() == 0 || !(hidden(entry.file_name()) || leaves())
        });
    let mut found: Vec<Found> =
        entries.filter_map(|entry| classify(entry, folder, &inside)).collect();
    linked |= found.iter().any(|it| matches!(it.kind, FoundKind::Problem(_)));
    if linked {
        found.extend(links_to_folders_outside(folder, &inside, hidden));
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Walked { found, linked }
}

fn classify(
    entry: walkdir::Result<walkdir::DirEntry>,
    folder: &Path,
    inside: &Path,
) -> Option<Found> {
    let found =
        |path: &Path, kind| Found { path: relative(path, folder), absolute: path.to_owned(), kind };
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            let path = error.path().unwrap_or(folder).to_owned();
            return Some(found(&path, FoundKind::Problem(fault(&error, &path, inside))));
        }
    };
    if entry.file_type().is_dir() {
        return None;
    }
    let kind = if entry.file_name().to_str().is_none() {
        FoundKind::Problem(WalkProblem::NameNotUnicode)
    } else if entry.path_is_symlink() && outside(entry.path(), inside) {
        FoundKind::Problem(WalkProblem::LinkOutside)
    } else if !entry.file_type().is_file() {
        FoundKind::Problem(WalkProblem::NotRegular)
    } else {
        match entry.metadata() {
            Ok(metadata) => FoundKind::File { size: metadata.len() },
            Err(error) => FoundKind::Problem(WalkProblem::Unreadable(error.to_string())),
        }
    };
    Some(found(entry.path(), kind))
}

fn fault(error: &walkdir::Error, path: &Path, inside: &Path) -> WalkProblem {
    if error.loop_ancestor().is_some() {
        return WalkProblem::LinkLoop;
    }
    if path.is_symlink() {
        return match path.canonicalize() {
            Ok(target) if !target.starts_with(inside) => WalkProblem::LinkOutside,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => WalkProblem::LinkDangling,
            // ELOOP has no stable `ErrorKind`; a link that neither resolves nor dangles loops.
            Err(_) => WalkProblem::LinkLoop,
            Ok(_) => WalkProblem::Unreadable(words(error)),
        };
    }
    WalkProblem::Unreadable(words(error))
}

fn words(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}

fn outside(link: &Path, inside: &Path) -> bool {
    link.canonicalize().is_ok_and(|target| !target.starts_with(inside))
}

/// The walk does not enter folders behind links that leave; they are told here all the same.
fn links_to_folders_outside(
    folder: &Path,
    inside: &Path,
    hidden: impl Fn(&std::ffi::OsStr) -> bool,
) -> Vec<Found> {
    WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()))
        .flatten()
        .filter(|entry| entry.path_is_symlink() && entry.path().is_dir())
        .filter(|entry| outside(entry.path(), inside))
        .map(|entry| Found {
            path: relative(entry.path(), folder),
            absolute: entry.path().to_owned(),
            kind: FoundKind::Problem(WalkProblem::LinkOutside),
        })
        .collect()
}

fn relative(path: &Path, folder: &Path) -> String {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = inner.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::{fs, os::unix::fs::symlink};

    fn kinds(folder: &Path) -> Vec<(String, FoundKind)> {
        walk(folder).into_iter().map(|found| (found.path, found.kind)).collect()
    }

    #[test]
    fn files_come_sorted_and_hidden_ones_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.md", "a.yaml", "_draft.md", ".hidden"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let names: Vec<_> = kinds(folder.path()).into_iter().map(|(path, _)| path).collect();
        assert_eq!(names, ["a.yaml", "b.md"]);
        assert_eq!(walk(&folder.path().join("absent")), Walked::default());
    }

    #[test]
    fn links_are_told_apart() {
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("secret.md"), "x").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("real.md"), "x").unwrap();
        symlink(at("real.md"), at("inside.md")).unwrap();
        symlink(elsewhere.path().join("secret.md"), at("file-out.md")).unwrap();
        symlink(elsewhere.path(), at("folder-out")).unwrap();
        symlink(at("nowhere"), at("dangling")).unwrap();
        symlink(folder.path(), at("loop")).unwrap();
        symlink(at("self"), at("self")).unwrap();
        let problem = |problem| FoundKind::Problem(problem);
        assert_eq!(
            kinds(folder.path()),
            [
                ("dangling".to_owned(), problem(WalkProblem::LinkDangling)),
                ("file-out.md".to_owned(), problem(WalkProblem::LinkOutside)),
                ("folder-out".to_owned(), problem(WalkProblem::LinkOutside)),
                ("inside.md".to_owned(), FoundKind::File { size: 1 }),
                ("loop".to_owned(), problem(WalkProblem::LinkLoop)),
                ("real.md".to_owned(), FoundKind::File { size: 1 }),
                ("self".to_owned(), problem(WalkProblem::LinkLoop)),
            ]
        );
    }
}
