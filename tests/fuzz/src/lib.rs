//! What must hold for any bytes, one function a place where strangers' bytes come in.
//!
//! In: what a fuzzer makes up. Out: nothing, or a panic that says what did not hold. How to run is
//! told in `docs/reliability.md`.

use std::cell::RefCell;
use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::http::Request as HttpRequest;
use jiff::civil::date;
use nakhon::cache::Cache;
use nakhon::diagnostic::Diagnostics;
use nakhon::live::Live;
use nakhon::model::value::{Hours, Moment, Recurrence};
use nakhon::picture::vector;
use nakhon::pipeline::Request;
use nakhon::prose::{self, Picture, Target, Targets};
use nakhon::serve::{Reply, Shown, Snapshot, respond};
use nakhon::sheet::{self, Format};
use nakhon::source::Sources;
use nakhon::syntax;

/// Front matter, and the YAML in it or alone.
pub fn front_matter(text: &str) {
    let mut sources = Sources::default();
    let file = sources.add("content/spaces/x.md", text);
    let mut out = Diagnostics::default();
    let front = syntax::split(text, file, &mut out);
    let node = syntax::yaml::parse(text, file, 0, &mut out);
    assert!(
        node.is_some()
            || text.trim().is_empty()
            || !out.into_sorted().is_empty()
            || front.is_some(),
        "a text that says nothing is told of"
    );
}

/// A prose, as a page shows it.
pub fn prose(text: &str) {
    let html = prose::render(text, &Nowhere);
    // What stands between tags is text, whatever it looks like: it has no sign that opens one.
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let tag = tag.to_ascii_lowercase();
        for evil in ["script", "iframe", "object", "style"] {
            assert!(!tag.starts_with(evil), "<{tag}> in {html}");
        }
        for evil in ["href=\"javascript:", "src=\"data:"] {
            assert!(!tag.contains(evil), "<{tag}> in {html}");
        }
    }
    prose::inspect(text);
    prose::plain(text);
}

/// Opening hours.
pub fn hours(text: &str) {
    if let Ok(hours) = Hours::parse(text) {
        hours.week();
        assert!(Hours::parse(hours.rule()).is_ok(), "the rule is a rule: {}", hours.rule());
    }
}

/// A recurrence rule.
pub fn recurrence(text: &str) {
    const MOST: usize = 500;
    let Ok(rule) = Recurrence::parse(text) else { return };
    let same = Recurrence::parse(&rule.canonical()).map(|again| again.canonical());
    assert_eq!(same.ok(), Some(rule.canonical()));
    let starts = [
        Moment::Day(date(2028, 2, 29)),
        Moment::Time(date(2026, 11, 28).at(23, 59, 59, 0)),
        Moment::Day(date(1, 1, 1)),
        Moment::Day(date(9999, 12, 31)),
    ];
    for start in starts {
        let until = start.date().saturating_add(jiff::Span::new().years(3));
        let found = rule.expand(start, &[], &[], start.date()..=until, MOST);
        assert!(found.len() <= MOST && found.windows(2).all(|pair| pair[0] < pair[1]));
        rule.to_ical(start, &jiff::tz::TimeZone::UTC);
    }
}

/// A sheet: the first byte says whether a workbook or text.
pub fn import(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let format = if first % 2 == 0 { Format::Csv } else { Format::Workbook };
    let _ = sheet::read(rest, format);
}

/// A request to the server of editors: the path on the first line, a header a line below.
pub fn request(text: &str) {
    let mut lines = text.lines();
    let mut asked = HttpRequest::builder().uri(lines.next().unwrap_or("/"));
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        asked = asked.header(name.trim(), value.trim());
    }
    let Ok(asked) = asked.body(()) else { return };
    let (parts, ()) = asked.into_parts();
    let files = [("th/index.html".to_owned(), b"<title>x</title>".to_vec())].into();
    let files: std::collections::BTreeMap<String, Vec<u8>> = files;
    let shown = Shown::new(Snapshot { files: Arc::new(files), ..Snapshot::default() });
    for bound in [IpAddr::from([127, 0, 0, 1]), IpAddr::from([0, 0, 0, 0])] {
        if let Reply::Whole(answer) = respond(&shown.current(), bound, &parts) {
            let status = answer.status().as_u16();
            assert!(
                [200, 204, 206, 301, 302, 304, 307, 308, 400, 403, 404, 405, 414, 421]
                    .contains(&status),
                "{status}"
            );
        }
    }
}

/// A drawing of the content.
pub fn drawing(bytes: &[u8]) {
    vector::size(bytes);
    if let Ok(clean) = vector::clean(bytes) {
        let text = String::from_utf8_lossy(&clean).to_ascii_lowercase();
        assert!(!text.contains("<script") && !text.contains("javascript:"), "{text}");
        assert_eq!(vector::clean(&clean).ok().as_deref(), Some(&*clean), "clean stays clean");
    }
}

/// The facts of an entry: the first byte says of which kind. Where they are good, its pages and its
/// calendar are made.
pub fn entry(bytes: &[u8]) {
    thread_local! {
        static SITE: RefCell<Option<Site>> = const { RefCell::new(None) };
    }
    let Some((first, rest)) = bytes.split_first() else { return };
    SITE.with_borrow_mut(|site| site.get_or_insert_with(Site::new).entry(*first, rest));
}

/// A copy of the good site that the broken ones of `tests/bad/` are made from.
struct Site {
    folder: tempfile::TempDir,
    live: Live,
}

impl Site {
    const KINDS: [(&str, &str); 3] =
        [("partners", "events.ics"), ("spaces", "events.ics"), ("events", "event.ics")];

    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bad/_base");
        for found in walkdir::WalkDir::new(&base).into_iter().flatten() {
            let inside = found.path().strip_prefix(&base).expect("it is below");
            let to = folder.path().join(inside);
            if found.file_type().is_dir() {
                fs::create_dir_all(to).expect("a folder can be made");
            } else {
                fs::copy(found.path(), to).expect("a file can be copied");
            }
        }
        for (kind, _) in Self::KINDS {
            let path = folder.path().join("content").join(kind);
            fs::create_dir_all(&path).expect("a folder can be made");
            fs::write(path.join("fuzzed.yaml"), "draft: true\n").expect("a file can be written");
        }
        let live = Live::new(&request_of(folder.path()));
        Self { folder, live }
    }

    fn entry(&mut self, kind: u8, facts: &[u8]) {
        let (kind, calendar) = Self::KINDS[usize::from(kind) % 3];
        let root = self.folder.path().canonicalize().expect("the folder is there");
        let path: PathBuf = root.join("content").join(kind).join("fuzzed.yaml");
        fs::write(&path, facts).expect("a file can be written");
        self.live.update(&request_of(&root), std::slice::from_ref(&path));
        if let Ok(site) = &self.live.site {
            for file in ["th/", "en/"].map(|lang| format!("{lang}{kind}/fuzzed/")) {
                if let Ok(Some(page)) = site.get(&format!("{file}index.html")) {
                    assert!(std::str::from_utf8(&page).is_ok());
                }
                if let Ok(Some(lines)) = site.get(&format!("{file}{calendar}")) {
                    of_calendar(&lines);
                }
            }
        }
        fs::write(&path, "draft: true\n").expect("a file can be written");
        self.live.update(&request_of(&root), &[path]);
    }
}

/// RFC 5545, §3.1: lines end with CRLF and have at most 75 octets; no control stands in them.
fn of_calendar(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("a calendar is UTF-8");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(|it: char| it.is_control() && it != '\t'), "{line:?}");
    }
}

fn request_of(root: &Path) -> Request {
    Request {
        root: root.to_owned(),
        base_url: None,
        today: Some(date(2026, 11, 24)),
        now: jiff::Timestamp::UNIX_EPOCH,
        drafts: false,
        cache: Cache::off(),
        without: Vec::new(),
        history: false,
    }
}

/// A site where every link leads on, so that what is written for each is seen.
struct Nowhere;

impl Targets for Nowhere {
    fn entry(&self, target: &str) -> Option<Target> {
        Some(Target { url: "/x/".to_owned(), name: target.to_owned(), lang: None })
    }

    fn link(&self, address: &str) -> Option<String> {
        // The site's own rule: `page::prose` refuses other schemes.
        let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        matches!(scheme.as_deref(), None | Some("http" | "https")).then(|| address.to_owned())
    }

    fn picture(&self, _: &str) -> Option<Picture> {
        Some(Picture { url: "/x.png".to_owned(), srcset: None, size: Some((1, 1)) })
    }

    fn message(&self, id: &'static str) -> String {
        id.to_owned()
    }
}
