//! What was heard of addresses, kept in a file between runs.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Heard;

/// Good news is believed for so long.
const FRESH: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Good news of addresses, and when it came.
#[derive(Debug, Default)]
pub struct Memory {
    file: Option<PathBuf>,
    notes: BTreeMap<String, Note>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    /// Seconds since 1970, UTC.
    at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<String>,
}

impl Memory {
    /// Nothing is known and nothing is kept.
    pub fn none() -> Self {
        Self::default()
    }

    /// What the file says; a file that is absent or damaged says nothing.
    pub fn at(file: impl Into<PathBuf>) -> Self {
        let file = file.into();
        let read = std::fs::read(&file).ok();
        let notes = read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { file: Some(file), notes }
    }

    /// What is known of an address and still holds.
    pub(super) fn fresh(&self, address: &str, now: Timestamp) -> Option<Heard> {
        let note = self.notes.get(address)?;
        let age = SignedDuration::from_secs(now.as_second().saturating_sub(note.at));
        // News from the future was written by a clock that was wrong.
        let holds = (SignedDuration::ZERO..FRESH).contains(&age);
        holds.then(|| note.moved.clone().map_or(Heard::Fine, Heard::Moved))
    }

    pub(super) fn note(&mut self, address: &str, heard: &Heard, now: Timestamp) {
        let moved = match heard {
            Heard::Fine => None,
            Heard::Moved(to) => Some(to.clone()),
            Heard::Gone(_) | Heard::Silent(_) => {
                self.notes.remove(address);
                return;
            }
        };
        self.notes.insert(address.to_owned(), Note { at: now.as_second(), moved });
    }

    /// Writes the file, without what no longer holds.
    pub fn save(&self, now: Timestamp) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let fresh: BTreeMap<&String, &Note> =
            self.notes.iter().filter(|(address, _)| self.fresh(address, now).is_some()).collect();
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut beside = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer(&mut beside, &fresh)?;
        beside.persist(file)?;
        Ok(())
    }
}
