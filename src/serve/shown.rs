//! The site that is shown, exchanged as a whole.
//!
//! In: a [`Snapshot`] from every build. Out: the [`Current`] one to whoever answers a request, and
//! a wake-up to whoever waits for the next. Promise: a request sees one snapshot from beginning to
//! end; what is replaced by its like wakes nobody.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;

use tokio::sync::watch;

use super::overlay::Overlay;

/// The files of a site by their paths below the root, such as `th/index.html`: all there, or each
/// made when it is asked for.
pub trait Files: fmt::Debug + Send + Sync {
    /// The file at a path; the same at every time.
    fn get(&self, path: &str) -> Option<Arc<[u8]>>;

    /// Whether there is a file at a path.
    fn has(&self, path: &str) -> bool;
}

impl Files for BTreeMap<String, Vec<u8>> {
    fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        BTreeMap::get(self, path).map(|bytes| bytes.as_slice().into())
    }

    fn has(&self, path: &str) -> bool {
        self.contains_key(path)
    }
}

/// Pages for the editors of the site, made when they are asked for.
pub trait Desk: fmt::Debug + Send + Sync {
    /// The HTML of the page of that name, such as `status/th/`. `links` says whether the reader
    /// sits at this computer, so that addresses of its files lead somewhere.
    fn page(&self, name: &str, links: bool) -> Option<String>;
}

/// A site, ready to be sent.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Its files. Shared, so that the same site can be shown with and without an overlay.
    pub files: Arc<dyn Files>,
    /// The path of the root, as it stands in addresses; begins and ends with `/`.
    pub base_path: String,
    /// What lies over each page while there are mistakes.
    pub overlay: Option<Arc<Overlay>>,
    /// Pages that are none of the site's, such as figures for its editors.
    pub desk: Option<Arc<dyn Desk>>,
}

impl Default for Snapshot {
    fn default() -> Self {
        let files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        Self { files: Arc::new(files), base_path: "/".to_owned(), overlay: None, desk: None }
    }
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.files, &other.files)
            && self.base_path == other.base_path
            && self.overlay == other.overlay
    }
}

/// Tells one snapshot from another, also across two runs of the server on one port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    run: u64,
    number: u64,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}-{}", self.run, self.number)
    }
}

/// The snapshot that is shown, and its version.
#[derive(Clone, Debug)]
pub struct Current {
    /// The site.
    pub snapshot: Snapshot,
    /// What open pages compare themselves with.
    pub version: Version,
}

/// Holds the site that is shown. Shared between the server and whoever rebuilds.
#[derive(Debug)]
pub struct Shown {
    /// An `Arc` swapped under a lock; the channel is both that and the wake-up.
    current: watch::Sender<Arc<Current>>,
}

impl Shown {
    /// Shows a first snapshot.
    pub fn new(snapshot: Snapshot) -> Self {
        // The one source of chance in the standard library: no clock needs reading.
        let run = RandomState::new().build_hasher().finish();
        let version = Version { run, number: 1 };
        Self { current: watch::Sender::new(Arc::new(Current { snapshot, version })) }
    }

    /// What is shown now.
    pub fn current(&self) -> Arc<Current> {
        Arc::clone(&self.current.borrow())
    }

    /// Shows another snapshot and has open pages reload. Says whether there was a difference.
    pub fn replace(&self, snapshot: Snapshot) -> bool {
        self.change(|_| snapshot)
    }

    /// Shows the same files under another overlay, or under none.
    pub fn replace_overlay(&self, overlay: Option<Overlay>) -> bool {
        let overlay = overlay.map(Arc::new);
        self.change(|shown| Snapshot { overlay, ..shown.clone() })
    }

    /// Wakes at every replacement from now on.
    pub(super) fn listen(&self) -> watch::Receiver<Arc<Current>> {
        self.current.subscribe()
    }

    fn change(&self, next: impl FnOnce(&Snapshot) -> Snapshot) -> bool {
        // Let go when open pages know: to take a large site apart takes as long as to make a page.
        let mut before = None;
        self.current.send_if_modified(|current| {
            let snapshot = next(&current.snapshot);
            if snapshot == current.snapshot {
                return false;
            }
            let Version { run, number } = current.version;
            let version = Version { run, number: number + 1 };
            before = Some(std::mem::replace(current, Arc::new(Current { snapshot, version })));
            true
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(text: &str) -> Snapshot {
        let files = BTreeMap::from([("index.html".to_owned(), text.as_bytes().to_vec())]);
        Snapshot { files: Arc::new(files), base_path: "/".to_owned(), ..Snapshot::default() }
    }

    fn mistake() -> Overlay {
        Overlay { heading: "1".to_owned(), ..Overlay::default() }
    }

    #[test]
    fn only_a_difference_makes_a_version() {
        let shown = Shown::new(snapshot("one"));
        let first = shown.current();
        let same = first.snapshot.clone();
        assert!(!shown.replace(same));
        assert_eq!(shown.current().version, first.version);
        assert!(shown.replace(snapshot("two")));
        assert_ne!(shown.current().version, first.version);
    }

    #[test]
    fn an_overlay_keeps_the_files() {
        let shown = Shown::new(snapshot("one"));
        let before = shown.current();
        assert!(shown.replace_overlay(Some(mistake())));
        let after = shown.current();
        assert!(Arc::ptr_eq(&before.snapshot.files, &after.snapshot.files));
        assert_eq!(after.snapshot.overlay.as_deref(), Some(&mistake()));
        assert!(shown.replace_overlay(None));
        assert!(!shown.replace_overlay(None));
    }

    #[test]
    fn two_runs_share_no_version() {
        let versions = [Shown::new(snapshot("x")), Shown::new(snapshot("x"))]
            .map(|shown| shown.current().version);
        assert_ne!(versions[0], versions[1]);
    }
}
