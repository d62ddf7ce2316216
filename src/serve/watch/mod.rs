//! Tells what changed on disk, in batches.
//!
//! In: the folders and files that a build reads, whether they exist yet or not. Out: the paths
//! that changed, sorted, once things are quiet. Promise: a batch comes at most 300 ms after its
//! first change, however busy the disk is; what editors leave beside a file while saving, and mere
//! reading, are no change; a folder that is lost is told as a change, and again when there is one in
//! its place; when the guard is dropped no further batch comes.

mod sift;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use sift::changed;

/// So long must nothing have changed for a batch to be whole.
const QUIET: Duration = Duration::from_millis(60);

/// The same where one file alone has changed: an editor who saves is waiting.
const QUIET_ALONE: Duration = Duration::from_millis(15);

/// So long a batch waits at most.
const STARVE: Duration = Duration::from_millis(300);

/// How often to look whether the folders are still those that are watched. The system tells of what
/// happens inside them, not when one of those above is moved away or mounted over.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// Why nothing can be watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The folder that holds a watched one is not there or not readable.
    #[error("cannot find the folder of {}", path.display())]
    Folder {
        /// The path to be watched.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system does not tell of changes at all.
    #[error("cannot watch files")]
    Unsupported {
        /// What the system said.
        source: notify::Error,
    },
    /// The system does not tell of changes there; often it watches too many folders already.
    #[error("cannot watch {}", path.display())]
    Refused {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: notify::Error,
    },
    /// There is no thread to wait in.
    #[error("cannot start to watch")]
    Thread {
        /// What the system said.
        source: io::Error,
    },
}

/// Watches as long as it is held. Dropping it waits for a batch that is being handled.
#[must_use = "dropping it ends the watch"]
#[derive(Debug)]
pub struct Watch {
    outbox: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Neither can fail but because the thread has ended, which is what is wanted.
        let _ = self.outbox.send(Message::Stop);
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != thread::current().id()
        {
            let _ = thread.join();
        }
    }
}

enum Message {
    Changed(Vec<PathBuf>),
    Stop,
}

/// Watches `paths` and all that is below them, and calls `on_change` with what changed, in a
/// thread of its own. A path that does not exist yet is watched from when it does; the folder it
/// stands in has to exist. What is told stands below that folder's real path. Where the system
/// lost count, all of `paths` are told.
pub fn watch(
    paths: &[PathBuf],
    on_change: impl Fn(Vec<PathBuf>) + Send + 'static,
) -> Result<Watch, WatchError> {
    let roots = roots(paths)?;
    let (outbox, inbox) = channel();
    let tell = {
        let (outbox, roots) = (outbox.clone(), roots.clone());
        move |event: notify::Result<Event>| {
            let changed = changed(event, &roots);
            if !changed.is_empty() {
                // Nobody listens any more: the watch is ending.
                let _ = outbox.send(Message::Changed(changed));
            }
        }
    };
    let mut watcher =
        notify::recommended_watcher(tell).map_err(|source| WatchError::Unsupported { source })?;
    let mut ground = Ground::of(&roots);
    ground.watch(&mut watcher, &roots)?;
    let thread = thread::Builder::new()
        .name("nakhon-watch".to_owned())
        .spawn(move || pass_on(&inbox, &mut watcher, &roots, ground, on_change))
        .map_err(|source| WatchError::Thread { source })?;
    Ok(Watch { outbox, thread: Some(thread) })
}

/// The paths as the system will tell of them, none inside another.
fn roots(paths: &[PathBuf]) -> Result<Vec<PathBuf>, WatchError> {
    let real = |path: &PathBuf| {
        let absolute = std::path::absolute(path)?;
        match (absolute.parent(), absolute.file_name()) {
            (Some(parent), Some(name)) => Ok(parent.canonicalize()?.join(name)),
            _ => absolute.canonicalize(),
        }
    };
    let mut roots: Vec<PathBuf> = Vec::new();
    let mut sorted = paths
        .iter()
        .map(|path| real(path).map_err(|source| WatchError::Folder { path: path.clone(), source }))
        .collect::<Result<Vec<_>, _>>()?;
    // By parts, so that what is inside another comes after it.
    sorted.sort();
    for path in sorted {
        if !roots.iter().any(|root| path.starts_with(root)) {
            roots.push(path);
        }
    }
    Ok(roots)
}

/// A file needs no watch of its own: its folder tells of it.
fn watch_inside(watcher: &mut RecommendedWatcher, root: &Path) -> notify::Result<()> {
    if root.is_dir() { watcher.watch(root, RecursiveMode::Recursive) } else { Ok(()) }
}

/// The folders that the watched paths stand in.
#[derive(Debug)]
struct Ground {
    /// Each with what tells it from another at its place; nothing where there is none.
    standing: BTreeMap<PathBuf, Option<Identity>>,
    /// Whether those that stand there are watched.
    is_watched: bool,
}

/// The device and the number of a folder.
type Identity = (u64, u64);

impl Ground {
    fn of(roots: &[PathBuf]) -> Self {
        let parents = roots.iter().filter_map(|root| root.parent());
        let standing = parents.map(|parent| (parent.to_owned(), identity(parent))).collect();
        Self { standing, is_watched: false }
    }

    /// Watches what stands there; what is gone holds nothing to watch.
    fn watch(
        &mut self,
        watcher: &mut RecommendedWatcher,
        roots: &[PathBuf],
    ) -> Result<(), WatchError> {
        let refused = |path: &Path| {
            let path = path.to_owned();
            move |source| WatchError::Refused { path, source }
        };
        let there = self.standing.iter().filter(|(_, identity)| identity.is_some());
        for (parent, _) in there {
            watcher.watch(parent, RecursiveMode::NonRecursive).map_err(refused(parent))?;
        }
        for root in roots {
            watch_inside(watcher, root).map_err(refused(root))?;
        }
        self.is_watched = true;
        Ok(())
    }

    /// Watches anew where a folder is another than it was, and once there is one again where it was
    /// gone; says whether anything may have changed by that.
    fn renew(&mut self, watcher: &mut RecommendedWatcher, roots: &[PathBuf]) -> bool {
        let now = Self::of(roots);
        let is_other = now.standing != self.standing;
        if !is_other && self.is_watched {
            return false;
        }
        if is_other {
            // A watch goes with the folder it was set on, wherever that is now. Of one that is gone
            // there is none to end.
            for path in self.standing.keys().chain(roots) {
                let _ = watcher.unwatch(path);
            }
            *self = now;
        }
        // What cannot be watched now is tried at the next look.
        self.watch(watcher, roots).is_ok() || is_other
    }
}

#[cfg(unix)]
fn identity(folder: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let metadata = folder.metadata().ok().filter(std::fs::Metadata::is_dir)?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> Option<Identity> {
    folder.is_dir().then_some((0, 0))
}

fn pass_on(
    inbox: &Receiver<Message>,
    watcher: &mut RecommendedWatcher,
    roots: &[PathBuf],
    mut ground: Ground,
    on_change: impl Fn(Vec<PathBuf>),
) {
    loop {
        let batch = match gather(inbox) {
            Gathered::Batch(batch) => batch,
            Gathered::Quiet if ground.renew(watcher, roots) => roots.iter().cloned().collect(),
            Gathered::Quiet => continue,
            Gathered::Stop => return,
        };
        // What came, went or was exchanged is another folder than the one that is watched. This
        // stands before the call: what is written from now on is told in the next batch.
        for root in roots.iter().filter(|root| batch.contains(*root)) {
            // There may have been no watch to end; a folder that cannot be watched now gets its
            // next chance when it is next touched.
            let _ = watcher.unwatch(root);
            let _ = watch_inside(watcher, root);
        }
        on_change(batch.into_iter().collect());
    }
}

/// What waiting came to.
#[derive(Debug, PartialEq, Eq)]
enum Gathered {
    /// What changed.
    Batch(BTreeSet<PathBuf>),
    /// Nothing, for a heartbeat.
    Quiet,
    /// The watch is to end.
    Stop,
}

/// Waits for a change and for quiet after it.
fn gather(inbox: &Receiver<Message>) -> Gathered {
    let first = match inbox.recv_timeout(HEARTBEAT) {
        Ok(Message::Changed(first)) => first,
        Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Gathered::Stop,
        Err(RecvTimeoutError::Timeout) => return Gathered::Quiet,
    };
    let mut batch = BTreeSet::from_iter(first);
    let limit = Instant::now() + STARVE;
    loop {
        let left = limit.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Gathered::Batch(batch);
        }
        let quiet = if batch.len() == 1 { QUIET_ALONE } else { QUIET };
        match inbox.recv_timeout(left.min(quiet)) {
            Ok(Message::Changed(more)) => batch.extend(more),
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Gathered::Stop,
            Err(RecvTimeoutError::Timeout) => return Gathered::Batch(batch),
        }
    }
}
