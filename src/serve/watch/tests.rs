//! The watch with real files: every wait is bounded, and only a failing test waits so long.

use std::fs;

use super::*;

/// How long a test waits for what has to come; only a failing one waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

struct Desk {
    root: PathBuf,
    batches: Receiver<Vec<PathBuf>>,
    // Ends before the folder is removed.
    _watch: Watch,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new(prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        prepare(&root);
        let (told, batches) = channel();
        let paths = ["content", "themes", "site.yaml"].map(|name| root.join(name));
        let watch = watch(&paths, move |batch| drop(told.send(batch))).unwrap();
        Self { root, batches, _watch: watch, _folder: folder }
    }

    fn write(&self, path: &str) -> PathBuf {
        let path = self.root.join(path);
        fs::write(&path, "x").unwrap();
        path
    }

    /// What is written before a new folder is watched is told as that folder alone.
    fn write_until_told(&self, path: &str) {
        let limit = Instant::now() + PATIENCE;
        loop {
            let path = self.write(path);
            while let Ok(batch) = self.batches.recv_timeout(STARVE * 2) {
                if batch.contains(&path) {
                    return;
                }
            }
            assert!(Instant::now() < limit, "told in time");
        }
    }

    /// Everything told until `path` is.
    fn until(&self, path: &Path) -> Vec<PathBuf> {
        let limit = Instant::now() + PATIENCE;
        let mut told = Vec::new();
        while !told.iter().any(|changed| changed == path) {
            let left = limit.saturating_duration_since(Instant::now());
            told.extend(self.batches.recv_timeout(left).expect("told in time"));
        }
        told
    }
}

#[test]
fn a_file_below_a_folder_is_told() {
    let desk = Desk::new(|root| fs::create_dir_all(root.join("content/partners")).unwrap());
    let path = desk.write("content/partners/library.md");
    desk.until(&path);
    fs::remove_file(&path).unwrap();
    desk.until(&path);
}

#[test]
fn what_editors_leave_and_what_is_elsewhere_is_not_told() {
    let desk = Desk::new(|root| fs::create_dir_all(root.join("content")).unwrap());
    for name in ["a.md~", ".a.md.swp", "4913", "a.md.tmp", "#a.md#", "~$a.docx"] {
        desk.write(&format!("content/{name}"));
    }
    desk.write("elsewhere.md");
    let last = desk.write("content/last.md");
    let folder = desk.root.join("content");
    assert!(desk.until(&last).iter().all(|path| *path == last || *path == folder));
}

#[test]
fn a_folder_that_comes_later_is_watched() {
    let desk = Desk::new(|_| ());
    fs::create_dir(desk.root.join("themes")).unwrap();
    desk.until(&desk.root.join("themes"));
    let path = desk.write("themes/page.html");
    desk.until(&path);
}

#[test]
fn a_folder_that_is_exchanged_stays_watched() {
    let desk = Desk::new(|root| fs::create_dir_all(root.join("content")).unwrap());
    fs::create_dir(desk.root.join("next")).unwrap();
    fs::rename(desk.root.join("content"), desk.root.join("former")).unwrap();
    fs::rename(desk.root.join("next"), desk.root.join("content")).unwrap();
    desk.write_until_told("content/seen.md");
}

/// The folder of the whole site: a copy of the repository is put in its place.
#[test]
fn a_site_that_is_exchanged_or_lost_stays_watched() {
    let desk = Desk::new(|root| fs::create_dir_all(root.join("site/content")).unwrap());
    let (site, content) = (desk.root.join("site"), desk.root.join("site/content"));
    let (told, batches) = channel();
    let _watch =
        watch(std::slice::from_ref(&content), move |batch| drop(told.send(batch))).unwrap();
    let next = || batches.recv_timeout(PATIENCE).expect("told in time");
    let write_until_told = |name: &str| {
        let limit = Instant::now() + PATIENCE;
        loop {
            fs::write(content.join(name), "x").unwrap();
            if batches
                .recv_timeout(STARVE * 2)
                .is_ok_and(|batch| batch.contains(&content.join(name)))
            {
                return;
            }
            assert!(Instant::now() < limit, "told in time");
        }
    };
    fs::create_dir_all(desk.root.join("other/content")).unwrap();
    fs::rename(&site, desk.root.join("former")).unwrap();
    fs::rename(desk.root.join("other"), &site).unwrap();
    assert_eq!(next(), std::slice::from_ref(&content));
    write_until_told("seen.md");

    fs::rename(&site, desk.root.join("gone")).unwrap();
    while next() != std::slice::from_ref(&content) {}
    fs::create_dir_all(&content).unwrap();
    while next() != std::slice::from_ref(&content) {}
    write_until_told("again.md");
}

/// A repository that is taken away leaves the content.
#[test]
fn one_folder_that_is_lost_leaves_the_others_watched() {
    let desk = Desk::new(|root| fs::create_dir_all(root.join("site/content")).unwrap());
    let (content, log) = (desk.root.join("site/content"), desk.root.join("git/HEAD"));
    fs::create_dir(desk.root.join("git")).unwrap();
    let (told, batches) = channel();
    let _watch = watch(&[content.clone(), log], move |batch| drop(told.send(batch))).unwrap();
    fs::remove_dir(desk.root.join("git")).unwrap();
    let next = || batches.recv_timeout(PATIENCE).expect("told in time");
    assert!(next().contains(&content), "anything may have changed by that");
    fs::write(content.join("seen.md"), "x").unwrap();
    while !next().contains(&content.join("seen.md")) {}
}

#[test]
fn a_file_of_the_root_is_told() {
    let desk = Desk::new(|_| ());
    let path = desk.write("site.yaml");
    desk.until(&path);
}

#[test]
fn nothing_is_told_once_the_guard_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let (told, batches) = channel();
    let guard = watch(&[folder.path().join("a")], move |batch| drop(told.send(batch))).unwrap();
    drop(guard);
    // The closure went with the thread, and with it the only sender.
    assert!(batches.recv().is_err());
}

#[test]
fn a_folder_in_nowhere_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let error = watch(&[folder.path().join("absent/content")], |_| ()).unwrap_err();
    assert!(matches!(error, WatchError::Folder { .. }));
}

#[test]
fn a_busy_disk_does_not_starve_a_batch() {
    let (outbox, inbox) = channel();
    let begin = Instant::now();
    let busy = thread::spawn(move || {
        while begin.elapsed() < PATIENCE && outbox.send(Message::Changed(vec!["a".into()])).is_ok()
        {
            thread::sleep(Duration::from_millis(1));
        }
    });
    assert!(matches!(gather(&inbox), Gathered::Batch(_)));
    assert!(begin.elapsed() < PATIENCE);
    drop(inbox);
    busy.join().unwrap();
}

#[test]
fn a_stop_ends_the_wait() {
    let (outbox, inbox) = channel();
    outbox.send(Message::Changed(vec!["a".into()])).unwrap();
    outbox.send(Message::Stop).unwrap();
    assert_eq!(gather(&inbox), Gathered::Stop);
}

#[test]
fn of_two_paths_in_one_another_the_outer_stands() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    fs::create_dir(root.join("content")).unwrap();
    let paths = ["content/partners", "content", "content"].map(|name| root.join(name));
    assert_eq!(roots(&paths).unwrap(), [root.join("content")]);
}
