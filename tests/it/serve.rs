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
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(site: &Site) -> Self {
        // Port 0 lets the system choose; the first line that is printed says which it chose.
        let arguments =
            ["serve", "--port", "0", "--today", TODAY, "--lang", "en", "--threads", "1"];
        let mut command = site.command(&arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program can be started");
        let out = child.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(out).lines();
        let line = lines.next().and_then(Result::ok).unwrap_or_default();
        let address = line.split("http://").nth(1).and_then(|url| url.split('/').next());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
        // What it goes on to say must be read, or it would wait for a reader.
        std::thread::spawn(move || lines.map_while(Result::ok).count());
        Self { child, address }
    }

    /// Status and the rest of the answer to a GET.
    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit can be set");
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("the server reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("the server answers");
        let answer = String::from_utf8_lossy(&bytes).into_owned();
        let status = answer.get(9..12).and_then(|status| status.parse().ok());
        (status.unwrap_or_else(|| panic!("no status in {answer:?}")), answer)
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

fn site() -> Site {
    let site = Site::base();
    site.edit("content/site.yaml", "https://city.example/", "https://city.example/directory/");
    site
}

#[test]
fn the_site_stands_below_its_base() {
    let server = Server::start(&site());
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
