//! Whether a build would come to what stands there already.
//!
//! In: what a build is asked for, and what the last one noted. Out: yes, with what that one made, or
//! no. Promise: yes is said only where everything that a build reads is the very file that the last
//! one read, everything that it wrote stands there untouched, and there was nothing to find fault
//! with, so that nothing would be told. A note of another program, a note that was damaged and a
//! note that might have missed a change say no.
//!
//! A file is the very same where its size, its time, to the nanosecond, and its number on the file
//! system are. A file whose time is as late as the beginning of the build that read it could have
//! been changed once more without its time telling, so then there is no note.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

use crate::history::History;
use crate::tree::Made;

/// What a build reads, below the root.
const READ: [&str; 3] = ["content", "themes", "locales"];

/// How coarse the clocks of file systems are.
const TICK: Duration = Duration::from_secs(2);

/// A build that is about to be, and its note.
#[derive(Debug)]
pub struct Again {
    note: PathBuf,
    root: PathBuf,
    target: PathBuf,
    begun: SystemTime,
    /// Everything that the result depends on besides files.
    asked: String,
}

/// Files by path, each told apart from what it was before.
type Files = BTreeMap<String, String>;

impl Again {
    /// A build of `root` into `target`. `asked` is all else that the result depends on; the note is
    /// kept in `folder`.
    pub fn new(folder: &Path, root: &Path, target: &Path, asked: &[&str]) -> Self {
        let program = std::env::current_exe().and_then(fs::metadata).ok();
        let program = program.map_or_else(String::new, |it| identity(&it));
        let version = env!("CARGO_PKG_VERSION");
        let commit = History::commit(root).unwrap_or_default();
        let parts = [version, &program, &commit].into_iter().chain(asked.iter().copied());
        let target = std::path::absolute(target).unwrap_or_else(|_| target.to_owned());
        let mut hash = blake3::Hasher::new();
        for part in parts.chain([&*target.to_string_lossy()]) {
            hash.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        Self {
            note: folder.join("last"),
            root: root.to_owned(),
            begun: SystemTime::now(),
            asked: hash.finalize().to_hex().to_string(),
            target,
        }
    }

    /// What the last build made, where this one would make the same.
    pub fn unchanged(&self) -> Option<Made> {
        let note = fs::read_to_string(&self.note).ok()?;
        let (made, state) = note.split_once('\n')?;
        let (inputs, outputs) = self.states()?;
        (state == self.text(&inputs, &outputs)).then(|| parse(made))?
    }

    /// Notes what was made, for the next build. Nothing is noted where anything could be missed.
    pub fn note(&self, made: Made) {
        // The next build does all of it again, which costs time and nothing else.
        let _ = fs::remove_file(&self.note);
        let Some((inputs, outputs)) = self.states() else { return };
        if self.is_late(&inputs) {
            return;
        }
        let Made { pages, files, borrowed } = made;
        let text = format!("{pages} {files} {borrowed}\n{}", self.text(&inputs, &outputs));
        let write = || {
            let folder = self.note.parent()?;
            fs::create_dir_all(folder).ok()?;
            let beside = tempfile::NamedTempFile::new_in(folder).ok()?;
            fs::write(beside.path(), text).ok()?;
            beside.persist(&self.note).ok()
        };
        let _ = write();
    }

    /// Everything that is read and everything that is written, as it is now; nothing where links
    /// make a file have several names.
    fn states(&self) -> Option<(Files, Files)> {
        let inputs = || {
            let folders = READ.into_iter().map(|name| self.root.join(name));
            let each: Option<Vec<Files>> = folders.map(|folder| below(&folder)).collect();
            Some(READ.into_iter().zip(each?).collect::<Vec<_>>())
        };
        let (inputs, outputs) = rayon::join(inputs, || below(&self.target));
        let named = |(folder, files): (&str, Files)| -> Vec<(String, String)> {
            files.into_iter().map(|(path, it)| (format!("{folder}/{path}"), it)).collect()
        };
        Some((inputs?.into_iter().flat_map(named).collect(), outputs?))
    }

    fn text(&self, inputs: &Files, outputs: &Files) -> String {
        let mut text = format!("{}\n", self.asked);
        for files in [inputs, outputs] {
            for (path, identity) in files {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{identity} {path}");
            }
            text.push('\n');
        }
        text
    }

    fn is_late(&self, inputs: &Files) -> bool {
        let limit = self.begun.checked_sub(TICK).and_then(|it| it.duration_since(UNIX_EPOCH).ok());
        let limit = limit.map_or(0, |limit| limit.as_nanos());
        inputs.values().any(|identity| {
            let time = identity.split(' ').nth(1).and_then(|time| time.parse::<u128>().ok());
            time.is_none_or(|time| time >= limit)
        })
    }
}

fn parse(made: &str) -> Option<Made> {
    let mut numbers = made.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Made { pages: next()?, files: next()?, borrowed: next()? })
}

/// Every file below a folder; none where there is no such folder, nothing at all where anything is
/// neither file nor folder or cannot be looked at.
fn below(folder: &Path) -> Option<Files> {
    let mut files = Files::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while !waiting.is_empty() {
        let read: Option<Vec<_>> =
            waiting.par_iter().map(|(folder, prefix)| list(folder, prefix)).collect();
        waiting.clear();
        for (found, folders) in read? {
            files.extend(found);
            waiting.extend(folders);
        }
    }
    Some(files)
}

/// The files of a folder, and the folders in it.
type Listed = (Vec<(String, String)>, Vec<(PathBuf, String)>);

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
            listed.0.push((path, identity(&entry.metadata().ok()?)));
        } else {
            return None;
        }
    }
    Some(listed)
}

/// What tells a file from what it was before: size, time in nanoseconds, number.
fn identity(metadata: &Metadata) -> String {
    let time = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let time = time.map_or(0, |time| time.as_nanos());
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(metadata);
    #[cfg(not(unix))]
    let number = 0;
    format!("{} {time} {number}", metadata.len())
}
