//! The server as an editor has it running: the real program on a free port, spoken to by hand.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Site, TODAY};

/// How long something that has to come may take; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to rest between two looks.
const PAUSE: Duration = Duration::from_millis(50);

/// The program, serving until it is dropped.
pub(crate) struct Server {
    child: Child,
    address: String,
    /// The line that tells the address.
    said: String,
}

impl Server {
    fn start(site: &Site) -> Self {
        Self::start_with(site, &[])
    }

    pub(crate) fn start_with(site: &Site, further: &[&str]) -> Self {
        // Port 0 lets the system choose; the first line that is printed says which it chose.
        let arguments: &[&str] =
            &["serve", "--port", "0", "--today", TODAY, "--lang", "en", "--threads", "1"];
        let mut command = site.command(&[arguments, further].concat());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program can be started");
        let out = child.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(out).lines();
        let line = lines.next().and_then(Result::ok).unwrap_or_default();
        let address = line.split("http://").nth(1).and_then(|url| url.split('/').next());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
        // What it goes on to say must be read, or it would wait for a reader.
        std::thread::spawn(move || lines.map_while(Result::ok).count());
        Self { child, address, said: line }
    }

    /// Status and the rest of the answer to a GET.
    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let answer = String::from_utf8_lossy(&self.answer(path)).into_owned();
        (status(&answer), answer)
    }

    /// Status and body.
    pub(crate) fn bytes(&self, path: &str) -> (u16, Vec<u8>) {
        let answer = self.answer(path);
        let head = answer.windows(4).position(|it| it == b"\r\n\r\n").expect("a head");
        (status(&String::from_utf8_lossy(&answer[..head])), answer[head + 4..].to_vec())
    }

    fn answer(&self, path: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit can be set");
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("the server reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("the server answers");
        bytes
    }

    /// Looks at a page until it is as it should be.
    fn wait(&self, path: &str, what: &str, good: impl Fn(&str) -> bool) -> String {
        let since = Instant::now();
        loop {
            let (_, page) = self.get(path);
            if good(&page) {
                return page;
            }
            assert!(since.elapsed() < PATIENCE, "{what} did not come:\n{page}");
            std::thread::sleep(PAUSE);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn status(head: &str) -> u16 {
    let status = head.get(9..12).and_then(|status| status.parse().ok());
    status.unwrap_or_else(|| panic!("no status in {head:?}"))
}

fn site() -> Site {
    let site = Site::base();
    site.edit("content/site.yaml", "https://city.example/", "https://city.example/directory/");
    site
}

#[test]
fn the_site_stands_below_its_base() {
    let site = site();
    let server = Server::start(&site);
    let (status, home) = server.get("/directory/en/");
    assert_eq!(status, 200);
    assert!(home.contains("Sample City") && home.contains("text/html"));
    let (status, missing) = server.get("/directory/en/nothing/");
    assert_eq!(status, 404);
    assert!(missing.contains("<html lang=\"en\">"), "the page of the language it is asked in");
    let (status, root) = server.get("/");
    assert!(
        (300..400).contains(&status) && root.to_lowercase().contains("location: /directory/\r\n"),
        "{root}"
    );
    assert_eq!(server.get("/en/").0, 404);
}

#[test]
fn a_save_shows_and_a_mistake_is_told_over_the_last_good_page() {
    let site = site();
    let server = Server::start(&site);
    let page = "/directory/en/spaces/library/";
    let overlay = "id=\"nakhon-overlay\"";
    assert!(!server.get(page).1.contains(overlay));

    site.edit("content/spaces/library.yaml", "en: City Library", "en: Library of Everyone");
    server.wait(page, "the new name", |page| page.contains("Library of Everyone"));

    site.edit("content/spaces/library.yaml", "kind: library", "kind: libary");
    let told = server.wait(page, "the overlay", |page| page.contains(overlay));
    assert!(told.contains("content/spaces/library.yaml:2:7") && told.contains("Did you mean"));
    assert!(told.contains("Library of Everyone"), "the last good page stands below");

    site.edit("content/spaces/library.yaml", "kind: libary", "kind: library");
    server.wait(page, "the page without overlay", |page| !page.contains(overlay));
}

/// An editor may begin the day with yesterday's mistake.
#[test]
fn a_site_that_begins_with_a_mistake_is_served_once_it_is_mended() {
    let site = site();
    site.edit("content/spaces/library.yaml", "kind: library", "kind: libary");
    let server = Server::start(&site);
    assert!(server.get("/").1.contains("nakhon-overlay"));
    site.edit("content/spaces/library.yaml", "kind: libary", "kind: library");
    server.wait("/directory/th/spaces/library/", "the site", |page| page.contains("หอสมุดเมือง"));
}

/// What the open page of an editor asks after each change.
#[test]
fn a_page_hears_only_of_its_own_changes_and_editors_have_a_page_of_theirs() {
    let site = site();
    let server = Server::start(&site);
    let state = |page: &str| {
        let (status, answer) = server.get(&format!("/directory/_nakhon/page{page}"));
        assert_eq!(status, 200);
        let body = answer.split("\r\n\r\n").nth(1).expect("a body").to_owned();
        serde_json::from_str::<serde_json::Value>(&body).expect("JSON")
    };
    let (library, museum) = ("/directory/en/spaces/library/", "/directory/en/pages-of-nobody/");
    let before = [state(library), state(museum)];
    site.append("content/spaces/library.yaml", "aliases: [หอสมุดกลาง]\nfee: free\n");
    server.wait(library, "the fee", |page| page.contains("Free"));
    let after = [state(library), state(museum)];
    assert_ne!(before[0]["frame"], after[0]["frame"]);
    assert_ne!(before[0]["version"], after[0]["version"]);

    let (status, desk) = server.get("/directory/_nakhon/status/en/");
    assert_eq!(status, 200);
    assert!(
        desk.contains("<html lang=\"en\">") && desk.contains("content/spaces/library.yaml"),
        "{desk}"
    );
    assert!(server.get("/directory/_nakhon/status/th/").1.contains("สถานะของสารบัญ"));
    assert_eq!(server.get("/directory/_nakhon/status/xx/").0, 404);
}

/// Editors save by writing beside and renaming; folders come, go and are exchanged, as git does it.
#[test]
fn every_way_of_changing_files_is_seen() {
    let site = site();
    let server = Server::start(&site);
    let page = "/directory/en/spaces/library/";
    let path = site.root().join("content/spaces/library.yaml");
    let text = site.read("content/spaces/library.yaml");
    let beside = site.root().join("content/spaces/.library.yaml.tmp");
    std::fs::write(&beside, text.replace("City Library", "Saved Beside")).expect("written");
    std::fs::rename(&beside, &path).expect("renamed");
    server.wait(page, "a save by renaming", |page| page.contains("Saved Beside"));

    for number in 0..40 {
        std::fs::write(&path, text.replace("City Library", &format!("Burst {number}")))
            .expect("written");
    }
    server.wait(page, "the last of a burst", |page| page.contains("Burst 39"));

    let folder = site.root().join("content/spaces/annex");
    std::fs::create_dir(&folder).expect("made");
    std::fs::write(folder.join("index.yaml"), text.replace("City Library", "Annex"))
        .expect("written");
    let annex = "/directory/en/spaces/annex/";
    server.wait(annex, "a new folder", |page| page.contains("Annex"));
    std::fs::remove_dir_all(&folder).expect("removed");
    server.wait(annex, "the end of the folder", |page| page.starts_with("HTTP/1.1 404"));

    // Another branch: the whole folder is another one.
    let (content, aside) = (site.root().join("content"), site.root().join("aside"));
    std::fs::rename(&content, &aside).expect("renamed");
    copy(&aside, &content);
    std::fs::write(&path, text.replace("City Library", "Other Branch")).expect("written");
    server.wait(page, "the other branch", |page| page.contains("Other Branch"));
}

/// While the program stands still the system tells of more than it keeps, and forgets.
#[test]
#[cfg(target_os = "linux")]
fn what_was_missed_by_a_watch_that_overflowed_is_seen() {
    let site = site();
    let server = Server::start(&site);
    let signal = |name: &str| {
        let words = ["-c", &format!("kill -{name} {}", server.child.id())];
        assert!(std::process::Command::new("sh").args(words).status().expect("sh").success());
    };
    let kept = std::fs::read_to_string("/proc/sys/fs/inotify/max_queued_events");
    let kept: usize = kept.expect("a limit").trim().parse().expect("a number");

    signal("STOP");
    // In turns, since the system tells but once of what is the same twice.
    for number in 0..kept {
        let path = site.root().join(format!("content/spaces/.{}.tmp", number % 2));
        std::fs::write(path, "x").expect("written");
    }
    let text = site.read("content/spaces/library.yaml");
    site.write("content/spaces/annex/index.yaml", &text.replace("City Library", "Missed"));
    site.edit("content/spaces/library.yaml", "City Library", "Missed Too");
    signal("CONT");
    let annex = "/directory/en/spaces/annex/";
    server.wait(annex, "a folder made meanwhile", |page| page.contains("Missed"));
    server.wait("/directory/en/spaces/library/", "the edit", |page| page.contains("Missed Too"));
    site.edit("content/spaces/annex/index.yaml", "Missed", "Seen Again");
    server.wait(annex, "the watch of that folder", |page| page.contains("Seen Again"));
}

/// The folder of the whole site goes, as when another copy of the repository is put in its place.
#[test]
fn a_site_that_is_lost_is_said_and_found_again() {
    let site = site();
    let parent = tempfile::tempdir().expect("a folder");
    let (root, aside) = (parent.path().join("site"), parent.path().join("aside"));
    copy(site.root(), &root);
    let server = Server::start_with(&site, &["--root", root.to_str().expect("a name in UTF-8")]);
    let page = "/directory/en/spaces/library/";
    assert!(server.get(page).1.contains("City Library"));
    std::fs::rename(&root, &aside).expect("renamed");
    let told = server.wait(page, "the loss", |page| page.contains("nakhon-overlay"));
    assert!(told.contains("content/site.yaml") && told.contains("City Library"), "{told}");
    copy(&aside, &root);
    server.wait(page, "the site", |page| !page.contains("nakhon-overlay"));
    let path = root.join("content/spaces/library.yaml");
    let text = std::fs::read_to_string(&path).expect("read").replace("City Library", "Found Again");
    std::fs::write(&path, text).expect("written");
    server.wait(page, "the watch of the new folder", |page| page.contains("Found Again"));
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    for path in crate::support::files_below(from) {
        let place = to.join(&path);
        std::fs::create_dir_all(place.parent().expect("a folder")).expect("made");
        std::fs::copy(from.join(&path), place).expect("copied");
    }
}

/// Who lets others in gets a code for their phones; what they may not ask stays refused.
#[test]
fn others_are_let_in_on_demand_only() {
    let site = site();
    let server = Server::start_with(&site, &["--host", "0.0.0.0"]);
    let (status, _) = server.get("/directory/en/");
    assert_eq!(status, 200);
    assert!(server.said.contains("http://127.0.0.1:"), "{}", server.said);
}
