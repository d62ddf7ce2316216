//! When each file of the content was first and last changed, as the repository remembers it.
//!
//! In: the site's root. Out: [`History`], times of commits by path. Promise: one `git` process,
//! whatever the number of files; the same state of the repository gives the same history; a root
//! outside any repository, a machine without `git` and a clone that was cut short give less
//! history and no error.
//!
//! What a shallow clone was cut off at would seem to have been made in its oldest commit; such
//! commits are told apart by the decoration `grafted` and say nothing.

mod lines;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::Timestamp;

pub use lines::{LineHistory, Stretch};

/// Begins the line of a commit; no path begins so, because `git` quotes such a path.
const COMMIT: char = '\u{1}';
/// How `git` marks the commit at which a shallow clone was cut off.
const CUT_OFF: &str = "grafted";

/// When a file was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changes {
    /// For the first time; not known where the clone was cut off after it.
    pub first: Option<Timestamp>,
    /// For the last time.
    pub last: Timestamp,
}

/// When each file was changed, by its path below the site's root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    files: BTreeMap<String, Changes>,
}

impl History {
    /// Asks `git` for the history of `content/`; nothing where it has none to tell.
    pub fn of(root: &Path) -> Self {
        log(root).map(|log| Self::read(&log)).unwrap_or_default()
    }

    /// The commit that a history would be read at, if there is one.
    pub fn commit(root: &Path) -> Option<String> {
        let output = Command::new("git")
            .arg("-C")
            .arg(root)
            .args(["rev-parse", "HEAD"])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The file that is written to whenever the commit that is worked on becomes another, if there
    /// is one.
    pub fn log_file(root: &Path) -> Option<PathBuf> {
        let output = Command::new("git")
            .arg("-C")
            .arg(root)
            .args(["rev-parse", "--path-format=absolute", "--git-path", "logs/HEAD"])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n'));
        path.is_file().then_some(path)
    }

    /// The changes of a file, by its path below the root, with `/`.
    pub fn of_file(&self, path: &str) -> Option<Changes> {
        self.files.get(path).copied()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Reads the log that [`log`] asks for: a line for each commit, then one for each path.
    fn read(log: &str) -> Self {
        let mut files: BTreeMap<String, Changes> = BTreeMap::new();
        let mut cut_off: Vec<&str> = Vec::new();
        let mut commit: Option<(Timestamp, bool)> = None;
        for line in log.lines().filter(|line| !line.is_empty()) {
            if let Some(line) = line.strip_prefix(COMMIT) {
                let (seconds, names) = line.split_once(' ').unwrap_or((line, ""));
                let time = seconds.parse().ok().and_then(|it| Timestamp::from_second(it).ok());
                let grafted = names.split(", ").any(|name| name == CUT_OFF);
                commit = time.map(|time| (time, grafted));
                continue;
            }
            match commit {
                Some((_, true)) => cut_off.push(line),
                Some((time, false)) => note(&mut files, line, time),
                None => {}
            }
        }
        for path in cut_off {
            if let Some(changes) = files.get_mut(path) {
                changes.first = None;
            }
        }
        Self { files }
    }
}

/// Takes in that a file was changed. Clocks differ between authors, so the latest time counts.
fn note(files: &mut BTreeMap<String, Changes>, path: &str, time: Timestamp) {
    if let Some(changes) = files.get_mut(path) {
        changes.first = changes.first.map(|first| first.min(time));
        changes.last = changes.last.max(time);
    } else {
        files.insert(path.to_owned(), Changes { first: Some(time), last: time });
    }
}

/// The log of `content/` with the paths of each commit, relative to the root.
fn log(root: &Path) -> Option<String> {
    let command = ["log", "--name-only", "--no-renames", "--decorate=short", "--format=%x01%ct %D"];
    git(root, &command)
}

/// What a command of git that shows commits says of `content/`. Nothing in the user's own settings
/// may change its shape.
fn git(root: &Path, command: &[&str]) -> Option<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["-c", "core.quotePath=false", "-c", "log.showSignature=false", "--no-pager"])
        .args(command)
        .args(["--relative", "--no-color", "--no-ext-diff", "--", "content"])
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests;
