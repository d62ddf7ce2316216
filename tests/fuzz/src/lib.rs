//! What must hold for any bytes, one function a place where strangers' bytes come in.
//!
//! In: what a fuzzer makes up. Out: nothing, or a panic that says what did not hold. How to run is
//! told in `docs/reliability.md`.

use std::cell::RefCell;
use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arbitrary::Unstructured;
use axum::http::Request as HttpRequest;
use jiff::ToSpan;
use jiff::civil::{DateTime, date};
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
use serde_json::{Value, json};
use tempfile::TempDir;

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

thread_local! {
    static SITE: RefCell<Option<Site>> = const { RefCell::new(None) };
}

/// The facts of an entry: the first character says of which kind. Where they are good, its pages and
/// its calendar are made.
pub fn entry(text: &str) {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return };
    let kind = KINDS[first as usize % KINDS.len()];
    SITE.with_borrow_mut(|site| {
        site.get_or_insert_with(Site::new).entry(kind, characters.as_str())
    });
}

/// A calendar of an event that is rightly written, whatever it says.
pub fn calendar(bytes: &[u8]) {
    let Ok(facts) = event(&mut Unstructured::new(bytes)) else { return };
    // JSON is YAML.
    let facts = facts.to_string();
    SITE.with_borrow_mut(|site| site.get_or_insert_with(Site::new).entry(EVENTS, &facts));
}

/// Facts of an event, made up field by field.
fn event(made: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    let timed = made.arbitrary()?;
    let starts = moment(made)?;
    let said = |at: DateTime, timed: bool| {
        if timed { at.strftime("%Y-%m-%dT%H:%M").to_string() } else { at.date().to_string() }
    };
    let mut facts = json!({ "kind": "fair", "name": text(made)?, "starts": said(starts, timed) });
    if made.arbitrary()? {
        let length = made.int_in_range(0..=60 * 24 * 40)?;
        let ends = starts.saturating_add(length.minutes());
        facts["ends"] = said(ends, made.ratio(15, 16)? == timed).into();
    }
    if made.arbitrary()? {
        facts["repeats"] = rule(made)?.into();
        for field in ["except", "also"] {
            let days = made.int_in_range(0..=3)?;
            let day = |made: &mut Unstructured<'_>| {
                let later = made.int_in_range(0..=400)?;
                Ok(Value::from(starts.date().saturating_add(later.days()).to_string()))
            };
            facts[field] = (0..days).map(|_| day(made)).collect::<arbitrary::Result<_>>()?;
        }
    }
    if made.arbitrary()? {
        facts["summary"] = text(made)?;
    }
    let status = *made.choose(&["scheduled", "cancelled", "postponed", "rescheduled", "full"])?;
    facts["event_status"] = status.into();
    if status == "rescheduled" {
        facts["previous_start"] = said(moment(made)?, timed).into();
    }
    match made.int_in_range(0..=3)? {
        0 => facts["space"] = "library".into(),
        1 => facts["place"] = json!({ "name": text(made)?, "location": [16.4, 102.8] }),
        2 => facts["online_url"] = format!("https://a.example/{}", made.arbitrary::<u32>()?).into(),
        _ => {}
    }
    Ok(facts)
}

/// A text of an editor's, in one language or two.
fn text(made: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    let text: &str = made.arbitrary()?;
    if made.arbitrary()? {
        return Ok(text.into());
    }
    Ok(json!({ "th": text, "en": made.arbitrary::<&str>()? }))
}

/// A moment: most are near, some as far as days go.
fn moment(made: &mut Unstructured<'_>) -> arbitrary::Result<DateTime> {
    let near = made.ratio(7, 8)?;
    let minutes = made.int_in_range(0..=60 * 24 * 800)?;
    let year = if near { 2025 } else { made.int_in_range(0..=9998)? };
    Ok(date(year, 1, 1).at(0, 0, 0, 0).saturating_add(minutes.minutes()))
}

/// A recurrence rule that mostly is one (RFC 5545, §3.3.10).
fn rule(made: &mut Unstructured<'_>) -> arbitrary::Result<String> {
    let mut rule = format!(
        "FREQ={}",
        made.choose(&["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "SECONDLY"])?
    );
    let parts = [
        "INTERVAL",
        "COUNT",
        "BYDAY",
        "BYMONTHDAY",
        "BYMONTH",
        "BYHOUR",
        "BYMINUTE",
        "BYSETPOS",
        "BYYEARDAY",
        "BYWEEKNO",
        "WKST",
        "UNTIL",
    ];
    for _ in 0..made.int_in_range(0..=3)? {
        let part = *made.choose(&parts)?;
        let mut values = Vec::new();
        for _ in 0..made.int_in_range(1..=2)? {
            values.push(match part {
                "BYDAY" | "WKST" => {
                    let nth: &str = made.choose(&["", "", "1", "-1", "5", "-53"])?;
                    let nth = if part == "WKST" { "" } else { nth };
                    let day = made.choose(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"])?;
                    format!("{nth}{day}")
                }
                "UNTIL" => moment(made)?.strftime("%Y%m%d").to_string(),
                _ => made.int_in_range(-3..=60)?.to_string(),
            });
        }
        rule.push_str(&format!(";{part}={}", values.join(",")));
    }
    Ok(rule)
}

/// A copy of the good site that the broken ones of `tests/bad/` are made from.
struct Site {
    root: PathBuf,
    live: Live,
    /// The kind of which an entry is no draft.
    shown: Kind,
    /// Lives as long as the folder is needed.
    _folder: TempDir,
}

/// A folder of entries, and what the calendar of each is called.
type Kind = (&'static str, &'static str);

const EVENTS: Kind = ("events", "event.ics");
const KINDS: [Kind; 3] = [("partners", "events.ics"), ("spaces", "events.ics"), EVENTS];

/// What an entry says that nobody is to see.
const NOTHING: &str = "draft: true\n";

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let root = folder.path().canonicalize().expect("the folder is there");
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bad/_base");
        for found in walkdir::WalkDir::new(&base).into_iter().flatten() {
            let inside = found.path().strip_prefix(&base).expect("it is below");
            let to = root.join(inside);
            if found.file_type().is_dir() {
                fs::create_dir_all(to).expect("a folder can be made");
            } else {
                fs::copy(found.path(), to).expect("a file can be copied");
            }
        }
        for kind in KINDS {
            let path = of(&root, kind);
            fs::create_dir_all(path.with_file_name("")).expect("a folder can be made");
            fs::write(path, NOTHING).expect("a file can be written");
        }
        let live = Live::new(&request_of(&root));
        Self { root, live, shown: EVENTS, _folder: folder }
    }

    fn entry(&mut self, kind: Kind, facts: &str) {
        let (before, path) = (of(&self.root, self.shown), of(&self.root, kind));
        let mut changed = vec![path.clone()];
        if self.shown != kind {
            fs::write(&before, NOTHING).expect("a file can be written");
            changed.push(before);
            self.shown = kind;
        }
        fs::write(&path, facts).expect("a file can be written");
        self.live.update(&request_of(&self.root), &changed);
        let Ok(site) = &self.live.site else { return };
        for folder in ["th/", "en/"].map(|lang| format!("{lang}{}/fuzzed/", kind.0)) {
            if let Ok(Some(page)) = site.get(&format!("{folder}index.html")) {
                assert!(std::str::from_utf8(&page).is_ok());
            }
            if let Ok(Some(lines)) = site.get(&format!("{folder}{}", kind.1)) {
                of_calendar(&lines);
            }
        }
    }
}

/// The entry of a kind that is made up.
fn of(root: &Path, kind: Kind) -> PathBuf {
    root.join("content").join(kind.0).join("fuzzed.yaml")
}

/// RFC 5545, §3.1: lines end with CRLF and have at most 75 octets; no control stands in them; what
/// begins ends.
fn of_calendar(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("a calendar is UTF-8");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    let mut open = Vec::new();
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(|it: char| it.is_control() && it != '\t'), "{line:?}");
        match (line.strip_prefix("BEGIN:"), line.strip_prefix("END:")) {
            (Some(name), _) => open.push(name),
            (_, Some(name)) => assert_eq!(open.pop(), Some(name), "{text}"),
            _ => {
                assert!(line.starts_with(' ') || line.contains(':') || line.contains(';'), "{line}")
            }
        }
    }
    assert!(open.is_empty(), "{open:?} in {text}");
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
