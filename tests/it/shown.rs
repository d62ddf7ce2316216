//! What the server shows is a build from nothing, through the real program: real files are changed
//! as people, editors and `git` change them, and every path is asked for over a real socket.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::date;
use nakhon::cache::Cache;
use nakhon::output::MemoryTree;
use nakhon::pipeline::{self, Request};
use nakhon::tree::{Extra, Tree};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::serve::Server;
use crate::support::Site;

/// How long the site may take to be shown; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(60);

const OVERLAY: &str = "id=\"nakhon-overlay\"";

const PROSES: &[&str] = &[
    "ห้องเงียบ\n",
    "## ห้อง\n\nSome *words*, and a list:\n\n- one\n- two\n",
    "See [[spaces/museum]] and [[partners/city]].\n",
    "See [[spaces/nowhere]].\n",
    "---\nname: [\n---\nBroken above.\n",
    "",
];
const FACTS: &[&str] = &[
    "name: {th: หอ, en: Hall}\nkind: library\ndistrict: central\n",
    "name: {th: หอใหม่, en: A new hall}\nkind: library\ndistrict: central\nfee: free\n",
    "name: {th: หอ, en: Hall}\nkind: nothing\ndistrict: central\n",
    "name: {th: หอ\n",
];
const MARKDOWN: &[&str] = &[
    "content/spaces/library.en.md",
    "content/spaces/museum.en.md",
    "content/pages/about.en.md",
    "content/spaces/hall.th.md",
];
const YAML: &[&str] =
    &["content/spaces/hall.yaml", "content/spaces/museum.yaml", "content/spaces/hall/index.yaml"];

/// One thing that is done to the files of a site.
#[derive(Clone, Debug)]
enum Work {
    Write(&'static str, &'static str),
    /// As editors save: beside the file, then in its place.
    Beside(&'static str, &'static str),
    /// As a program that formats while it is typed: again and again.
    Burst(&'static str, u8),
    Remove(&'static str),
    Rename(&'static str, &'static str),
    RemoveFolder,
    /// Another name for a fact that lists, maps and indexes show.
    Name(u8),
    /// A message and a style of the site's own.
    Message(u8),
    Style(u8),
    Commit,
    /// Another branch, whatever was not committed.
    Checkout(&'static str),
    /// Long enough for the server to begin with what came before.
    Rest(u8),
}

fn work() -> impl Strategy<Value = Work> {
    let markdown = || prop::sample::select(MARKDOWN);
    let yaml = || prop::sample::select(YAML);
    let prose = || prop::sample::select(PROSES);
    let facts = || prop::sample::select(FACTS);
    prop_oneof![
        3 => (markdown(), prose()).prop_map(|(file, text)| Work::Write(file, text)),
        2 => (yaml(), facts()).prop_map(|(file, text)| Work::Write(file, text)),
        2 => (yaml(), facts()).prop_map(|(file, text)| Work::Beside(file, text)),
        1 => (markdown(), prose()).prop_map(|(file, text)| Work::Beside(file, text)),
        1 => (markdown(), 2..30_u8).prop_map(|(file, times)| Work::Burst(file, times)),
        1 => markdown().prop_map(Work::Remove),
        1 => yaml().prop_map(Work::Remove),
        1 => (markdown(), markdown()).prop_map(|(from, to)| Work::Rename(from, to)),
        1 => Just(Work::RemoveFolder),
        2 => any::<u8>().prop_map(Work::Name),
        1 => any::<u8>().prop_map(Work::Message),
        1 => any::<u8>().prop_map(Work::Style),
        1 => Just(Work::Commit),
        2 => prop::sample::select(&["one", "two"][..]).prop_map(Work::Checkout),
        2 => (1..120_u8).prop_map(Work::Rest),
    ]
}

fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
    command.args(["-c", "commit.gpgsign=false", "-c", "advice.detachedHead=false"]);
    let done = command.args(arguments).output().expect("git can be started");
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// What cannot be done, such as removing what is not there, changes nothing.
fn apply(site: &Site, work: &Work) {
    let at = |path: &str| site.root().join(path);
    match *work {
        Work::Write(path, text) => drop(site.write(path, text)),
        Work::Beside(path, text) => {
            let beside = format!("{path}.tmp");
            site.write(&beside, text);
            fs::rename(at(&beside), at(path)).expect("a file can be replaced");
        }
        Work::Burst(path, times) => {
            for number in 0..times {
                site.write(path, &format!("Line {number}.\n"));
            }
        }
        Work::Remove(path) => drop(fs::remove_file(at(path))),
        Work::Rename(from, to) => drop(fs::rename(at(from), at(to))),
        Work::RemoveFolder => drop(fs::remove_dir_all(at("content/spaces/hall"))),
        Work::Name(number) => {
            let text = format!(
                "name: {{th: หอสมุด {number}, en: Library {number}}}\nkind: library\ndistrict: central\n"
            );
            site.write("content/spaces/library.yaml", &text);
        }
        Work::Message(number) => {
            site.write("locales/en/own.ftl", &format!("skip-to-content = Skip {number}\n"));
        }
        Work::Style(number) => {
            let style = format!("body {{ outline: {number}px solid }}\n");
            site.write("themes/default/styles/20-base.css", &style);
        }
        Work::Commit => {
            git(site.root(), &["add", "--all"]);
            git(site.root(), &["commit", "--quiet", "--allow-empty", "--message", "more"]);
        }
        Work::Checkout(branch) => {
            git(site.root(), &["checkout", "--quiet", "--force", branch]);
            git(site.root(), &["clean", "--quiet", "-d", "--force", "content"]);
        }
        Work::Rest(milliseconds) => {
            std::thread::sleep(Duration::from_millis(milliseconds.into()));
        }
    }
}

/// A site with two branches that differ in folders, prose and facts.
fn site() -> Site {
    let site = Site::base();
    for language in ["th", "en"] {
        site.write(&format!("content/spaces/library.{language}.md"), "Prose.\n");
    }
    git(site.root(), &["init", "--quiet", "--initial-branch", "one"]);
    git(site.root(), &["add", "--all"]);
    git(site.root(), &["commit", "--quiet", "--message", "one"]);
    git(site.root(), &["checkout", "--quiet", "-b", "two"]);
    site.write("content/spaces/hall/index.yaml", FACTS[0]);
    site.write("content/spaces/hall/index.th.md", PROSES[0]);
    site.write("content/spaces/library.en.md", PROSES[1]);
    git(site.root(), &["add", "--all"]);
    git(site.root(), &["commit", "--quiet", "--message", "two"]);
    git(site.root(), &["checkout", "--quiet", "one"]);
    site
}

/// The files of a build from nothing; none where the content has errors.
fn clean(site: &Site) -> Option<BTreeMap<String, Vec<u8>>> {
    let outcome = pipeline::read(&Request {
        root: site.root().to_owned(),
        base_url: None,
        today: Some(date(2026, 11, 24)),
        now: Timestamp::UNIX_EPOCH,
        drafts: false,
        cache: Cache::off(),
        without: vec![Extra::Previews, Extra::Codes],
        history: true,
    });
    let memory = MemoryTree::default();
    Tree::new(outcome.project?).ok()?.write(&memory, &|_, _| {}).ok()?;
    Some(memory.into_files().into_iter().collect())
}

/// What a page is without what the server adds to it.
fn bare(page: &[u8]) -> Vec<u8> {
    let find = |needle: &[u8], from: usize| {
        page[from..].windows(needle.len()).position(|window| window == needle).map(|at| at + from)
    };
    let Some(start) = find(b"<link rel=\"stylesheet\" href=\"/_nakhon/overlay.css\"", 0) else {
        return page.to_vec();
    };
    let end =
        find(b" defer></script>", start).map_or(page.len(), |at| at + b" defer></script>".len());
    [&page[..start], &page[end..]].concat()
}

/// The first path at which the server does not show what it should.
fn difference(server: &Server, expected: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    for (path, bytes) in expected {
        // The server ends workers that an earlier one left.
        if path == "sw.js" {
            continue;
        }
        let asked = path.strip_suffix("index.html").unwrap_or(path);
        let (status, body) = server.bytes(&format!("/{asked}"));
        let is_page = crate::support::is_a(path, "html");
        let overlaid = body.windows(OVERLAY.len()).any(|it| it == OVERLAY.as_bytes());
        let body = if is_page { bare(&body) } else { body };
        if status != 200 || body != *bytes || overlaid {
            return Some(format!("{path} ({status}, overlay {overlaid})"));
        }
    }
    None
}

fn follows(days: &[Vec<Work>]) -> Result<(), TestCaseError> {
    let site = site();
    let server = Server::start_with(&site, &["--without", "previews,codes"]);
    let mut good = clean(&site).expect("the site begins without a mistake");
    for works in days {
        for work in works {
            apply(&site, work);
        }
        let now = clean(&site);
        let mistaken = now.is_none();
        let before = std::mem::replace(&mut good, now.unwrap_or_default());
        if mistaken {
            good = before;
        }
        let since = Instant::now();
        // While there are mistakes only what was shown last is promised, and that may be a state
        // between two of the works: the message is looked for, and the pages when they are mended.
        loop {
            let first = if mistaken {
                let (_, page) = server.get("/th/");
                (!page.contains(OVERLAY)).then(|| "no overlay".to_owned())
            } else {
                difference(&server, &good)
            };
            let Some(first) = first else { break };
            prop_assert!(since.elapsed() < PATIENCE, "{first} after {works:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
        if !mistaken {
            // What has gone is gone.
            let (status, _) = server.get("/en/spaces/hall/");
            prop_assert_eq!(status == 200, good.contains_key("en/spaces/hall/index.html"));
        }
    }
    Ok(())
}

#[test]
fn every_path_is_that_of_a_build_from_nothing() {
    let config =
        Config { cases: 2, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    let days = prop::collection::vec(prop::collection::vec(work(), 1..5), 4..6);
    TestRunner::new(config)
        .run(&days, |days| follows(&days))
        .unwrap_or_else(|error| panic!("{error}"));
}
