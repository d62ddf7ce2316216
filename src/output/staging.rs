//! A tree on disk: written beside the old one, then swapped in.
//!
//! In: a target folder and the files of a tree. Out: the folder with that tree and nothing else.
//! What holds when the process is killed at any moment:
//!
//! - Where the system can exchange two folders in one step (Linux, macOS), the target is at every
//!   moment the old tree, whole, or the new one, whole.
//! - Elsewhere, and on file systems that refuse, the old tree is renamed aside and the new one into
//!   its place. Between these two calls no tree stands at the target; the old one is whole beside
//!   it, and the next build puts it back before it does anything else ([`recover`]).
//! - What was left behind goes with the next build, at once: a lock says whether anyone still needs
//!   it.
//!
//! This is about processes. A power cut can lose what the system had not yet written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::lock::Workshop;
use super::manifest::{Fingerprint, MARKER, Manifest};
use super::{OutputError, Sink};

/// The tree that is being written; after an exchange, the one that was published.
const NEW: &str = "new";
/// The published tree, set aside whole.
const OLD: &str = "old";
/// What is being removed, and so never put back.
const TRASH: &str = "trash";
/// How deep below a tree its entries' own folders stand: `th/events/fair/`.
const DEEP: usize = 3;

/// A new tree beside the published one.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    staged: PathBuf,
    files: Mutex<Manifest>,
    before: Option<Manifest>,
    workshop: Workshop,
}

impl Staging {
    /// Begins a tree that is to stand at `target`. Refuses a target that exists, is not empty and
    /// was not written by this program. While another build is at work there, `wait` is told and
    /// this one waits.
    pub fn begin(target: &Path, wait: impl FnOnce()) -> Result<Self, OutputError> {
        let target = real(target)?;
        refuse_foreign(&target)?;
        let parent = parent(&target);
        fs::create_dir_all(&parent).map_err(OutputError::io(&parent))?;
        let workshop = Workshop::enter(&target, wait)?;
        clear(&workshop, &target);
        // The build that was waited for may have put anything there.
        refuse_foreign(&target)?;
        let before = Manifest::read(&target).map_err(OutputError::io(&target))?;
        let staged = workshop.path(NEW);
        fs::create_dir(&staged).map_err(OutputError::io(&staged))?;
        Ok(Self { target, staged, files: Mutex::default(), before, workshop })
    }

    /// What was published before this build, if anything was.
    pub fn before(&self) -> Option<&Manifest> {
        self.before.as_ref()
    }

    /// The folder of what was published before.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The folder of the new tree.
    pub fn staged(&self) -> &Path {
        &self.staged
    }

    /// What has been put so far.
    pub fn after(&self) -> Manifest {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Swaps the new tree in and removes the old one.
    pub fn publish(self) -> Result<(), OutputError> {
        let marker = self.staged.join(MARKER);
        fs::write(&marker, self.after().text()).map_err(OutputError::io(marker))?;
        refuse_foreign(&self.target)?;
        self.swap().map_err(OutputError::io(&self.target))
    }

    fn swap(&self) -> io::Result<()> {
        if !self.target.exists() {
            return fs::rename(&self.staged, &self.target);
        }
        if exchange(&self.staged, &self.target).is_ok() {
            return Ok(());
        }
        let old = self.workshop.path(OLD);
        fs::rename(&self.target, &old)?;
        if let Err(error) = fs::rename(&self.staged, &self.target) {
            // If this fails too, the next build does it.
            let _ = fs::rename(&old, &self.target);
            return Err(error);
        }
        Ok(())
    }
}

impl Staging {
    /// Takes the published file over where it is the same: it keeps its time, and nothing is
    /// written. The manifest says where to look, and the bytes themselves are compared, so that
    /// what was changed by hand is not believed.
    fn carry(&self, path: &str, bytes: &[u8], print: Fingerprint, file: &Path) -> bool {
        let listed = self.before.as_ref().and_then(|before| before.files.get(path));
        if listed != Some(&print) {
            return false;
        }
        let old = self.target.join(path);
        let plain = old.symlink_metadata().is_ok_and(|it| it.is_file());
        let same = || fs::read(&old).is_ok_and(|published| published == bytes);
        plain && same() && in_folder(file, || fs::hard_link(&old, file)).is_ok()
    }
}

impl Sink for Staging {
    fn keep(&self, path: &str) -> Result<bool, OutputError> {
        let listed = self.before.as_ref().and_then(|before| before.files.get(path));
        let Some(print) = listed.copied() else { return Ok(false) };
        let (old, file) = (self.target.join(path), self.staged.join(path));
        let take = || match fs::hard_link(&old, &file) {
            // Its folder may be made by another thread at any moment: a copy would have a new time.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
            // Where a file cannot have two names it is copied.
            Err(_) => fs::copy(&old, &file).map(drop),
            linked => linked,
        };
        in_folder(&file, take).map_err(OutputError::io(&file))?;
        let mut manifest = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        manifest.files.insert(path.to_owned(), print);
        Ok(true)
    }

    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), OutputError> {
        let file = self.staged.join(path);
        let print = Fingerprint::of(&bytes);
        if !self.carry(path, &bytes, print, &file) {
            in_folder(&file, || fs::write(&file, &bytes)).map_err(OutputError::io(&file))?;
        }
        let mut manifest = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        manifest.files.insert(path.to_owned(), print);
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        clear(&self.workshop, &self.target);
    }
}

/// Puts back and clears away what a killed build left, unless another build is at work there now.
/// For the very beginning of a build, which may find that it has nothing to publish.
pub fn recover(target: &Path) {
    if let Ok(target) = real(target)
        && let Some(workshop) = Workshop::enter_left(&target)
    {
        clear(&workshop, &target);
    }
}

/// Empties a workshop. A tree that was set aside goes back where none stands in its place.
fn clear(workshop: &Workshop, target: &Path) {
    let (old, trash) = (workshop.path(OLD), workshop.path(TRASH));
    if !target.exists() && old.join(MARKER).is_file() {
        let _ = fs::rename(&old, target);
    }
    // A leftover that cannot be removed is only untidy. A tree is renamed before it is taken
    // apart, so that half of one is never put back.
    remove(&trash);
    for name in [OLD, NEW] {
        let _ = fs::rename(workshop.path(name), &trash);
        remove(&trash);
    }
}

/// Removes a tree, on all threads: its widest folders are those of languages and kinds, whose
/// members are removed each by itself.
fn remove(tree: &Path) {
    let mut folders = vec![tree.to_owned()];
    for _ in 0..DEEP {
        let inner = folders.par_iter().flat_map_iter(|folder| folders_in(folder));
        folders = inner.collect();
    }
    folders.par_iter().for_each(|folder| {
        let _ = fs::remove_dir_all(folder);
    });
    let _ = fs::remove_dir_all(tree);
}

/// The folders in a folder; none behind links.
fn folders_in(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|it| it.file_type().is_ok_and(|kind| kind.is_dir())).map(|it| it.path())
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The folder behind a link: the link stays, what it leads to is swapped.
fn real(target: &Path) -> Result<PathBuf, OutputError> {
    if target.is_symlink() || target.file_name().is_none() {
        return target.canonicalize().map_err(OutputError::io(target));
    }
    Ok(target.to_owned())
}

fn refuse_foreign(target: &Path) -> Result<(), OutputError> {
    let holds_files = match fs::read_dir(target) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(OutputError::Io { path: target.to_owned(), source }),
    };
    let ours = || Manifest::read(target).map_err(OutputError::io(target.join(MARKER)));
    if holds_files && ours()?.is_none() {
        return Err(OutputError::Foreign(target.to_owned()));
    }
    Ok(())
}

/// Makes a file, and the folder it stands in where there is none yet.
fn in_folder(file: &Path, make: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match make() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(parent(file))?;
            make()
        }
        made => made,
    }
}

fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(target: &Path) -> Result<Staging, OutputError> {
        Staging::begin(target, || panic!("nobody else is at work"))
    }

    fn publish(target: &Path, text: &str) {
        let staging = begin(target).unwrap();
        staging.put("th/index.html", text.into()).unwrap();
        staging.publish().unwrap();
    }

    fn published(target: &Path) -> String {
        fs::read_to_string(target.join("th/index.html")).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_tree_is_swapped_in_whole() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        for text in ["one", "two"] {
            publish(&target, text);
            assert_eq!(published(&target), text);
        }
        assert_eq!(names(folder.path()), ["public"], "nothing is left beside it");
    }

    #[test]
    fn what_stays_the_same_keeps_its_time_and_what_was_changed_by_hand_does_not_stay() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        publish(&target, "one");
        let file = target.join("th/index.html");
        let long_ago = std::time::SystemTime::UNIX_EPOCH;
        let age = || fs::File::options().append(true).open(&file).unwrap().set_modified(long_ago);
        let time = || fs::metadata(&file).unwrap().modified().unwrap();
        age().unwrap();
        publish(&target, "one");
        assert_eq!(time(), long_ago);
        publish(&target, "two");
        assert_ne!(time(), long_ago);
        // As long as before, so that only reading it tells.
        fs::write(&file, "2wo").unwrap();
        age().unwrap();
        publish(&target, "two");
        assert_eq!(published(&target), "two");
        assert_ne!(time(), long_ago);
    }

    #[test]
    fn an_abandoned_tree_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        publish(&target, "one");
        let second = begin(&target).unwrap();
        second.put("th/index.html", b"two".to_vec()).unwrap();
        drop(second);
        assert_eq!(published(&target), "one");
        assert_eq!(names(folder.path()), ["public"]);
    }

    #[test]
    fn a_folder_of_someone_elses_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("documents");
        fs::create_dir(&target).unwrap();
        assert!(begin(&target).is_ok(), "an empty folder is free");
        fs::write(target.join("thesis.txt"), "x").unwrap();
        assert!(matches!(begin(&target), Err(OutputError::Foreign(_))));
        fs::write(target.join(MARKER), "another program's file").unwrap();
        assert!(matches!(begin(&target), Err(OutputError::Foreign(_))));
        assert_eq!(names(&target), [MARKER, "thesis.txt"]);
    }

    #[test]
    fn what_a_killed_build_left_is_put_back_or_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        publish(&target, "one");
        let workshop = Workshop::folder(&target);
        // Killed between the two renames: the old tree stands aside.
        fs::create_dir_all(workshop.join("new/half")).unwrap();
        fs::rename(&target, workshop.join(OLD)).unwrap();
        recover(&target);
        assert_eq!(published(&target), "one");
        assert_eq!(names(folder.path()), ["public"]);
        // Killed while an old tree was taken apart, and the target removed by hand since.
        fs::create_dir_all(workshop.join(TRASH)).unwrap();
        fs::rename(&target, workshop.join(TRASH).join("half")).unwrap();
        recover(&target);
        assert!(names(folder.path()).is_empty(), "half a tree is not put back");
    }

    #[test]
    fn what_another_build_holds_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        let first = begin(&target).unwrap();
        first.put("th/index.html", b"one".to_vec()).unwrap();
        recover(&target);
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                let staging = Staging::begin(&target, || sender.send(()).unwrap()).unwrap();
                assert!(staging.before().is_some(), "it sees what it waited for");
                staging.put("th/index.html", b"two".to_vec()).unwrap();
                staging.publish().unwrap();
            });
            receiver.recv().unwrap();
            first.publish().unwrap();
            second.join().unwrap();
        });
        assert_eq!(published(&target), "two");
        assert_eq!(names(folder.path()), ["public"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_leads_to_the_new_tree() {
        let folder = tempfile::tempdir().unwrap();
        let (link, real) = (folder.path().join("public"), folder.path().join("www/site"));
        fs::create_dir_all(&real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        publish(&link, "one");
        assert!(link.is_symlink());
        assert_eq!(published(&real), "one");
    }

    #[test]
    fn the_manifest_lists_what_was_put() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        publish(&target, "one");
        let manifest = Manifest::read(&target).unwrap().unwrap();
        let files: Vec<_> = manifest.files.into_iter().collect();
        assert_eq!(files, [("th/index.html".to_owned(), Fingerprint::of(b"one"))]);
    }
}
