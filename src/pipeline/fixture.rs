//! The good site that tests begin with, in a folder of its own, and what is usually asked of it.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use tempfile::TempDir;

use super::Request;
use crate::cache::Cache;

/// A copy of the site that the broken ones of `tests/bad/` are made from.
pub(crate) fn good_site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/_base");
    for entry in walkdir::WalkDir::new(&base).into_iter().flatten() {
        let to = folder.path().join(entry.path().strip_prefix(&base).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    folder
}

/// A build on a fixed day, with neither cache nor history.
pub(crate) fn request(root: &Path) -> Request {
    Request {
        root: root.to_owned(),
        base_url: None,
        today: Some(Date::constant(2026, 11, 24)),
        now: Timestamp::UNIX_EPOCH,
        drafts: false,
        cache: Cache::off(),
        without: Vec::new(),
        history: false,
    }
}
