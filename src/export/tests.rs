//! The exports of a small city that uses every field, and of cities with odd content.

mod odd;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use calcard::icalendar::ICalendar;
use calcard::{Entry, Parser};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

use crate::output::MemoryTree;
use crate::pipeline::{self, Request};
use crate::tree::{Extra, Tree};

/// Builds a site; nothing where its content is refused.
fn build(root: PathBuf) -> Option<BTreeMap<String, Vec<u8>>> {
    let request = Request {
        root,
        base_url: None,
        today: Some(Date::constant(2026, 11, 24)),
        now: Timestamp::UNIX_EPOCH,
        drafts: false,
        cache: crate::cache::Cache::off(),
        without: vec![Extra::Previews, Extra::Codes],
        history: false,
    };
    let project = pipeline::read(&request).project?;
    let tree = MemoryTree::default();
    Tree::new(project).unwrap().write(&tree, &|_, _| {}).unwrap();
    Some(tree.into_files())
}

fn every_field() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/every-field");
    build(root).unwrap()
}

fn text<'t>(tree: &'t BTreeMap<String, Vec<u8>>, path: &str) -> &'t str {
    std::str::from_utf8(&tree[path]).unwrap()
}

/// A calendar as a server's reader understands it.
pub(super) fn read_calendar(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else { panic!("no calendar: {text}") };
    assert_eq!(parser.entry(), Entry::Eof);
    calendar
}

/// The structured data of a page: its one script.
fn json_ld(html: &str) -> Value {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let (script, rest) = rest.split_once("</script>").unwrap();
    assert!(!rest.contains("application/ld+json"));
    serde_json::from_str(script).unwrap()
}

/// What a page is about.
fn about(html: &str) -> Value {
    let graph = json_ld(html)["@graph"].clone();
    let is_entry = |node: &&Value| node["@id"].as_str().is_some_and(|id| id.ends_with("#entry"));
    graph.as_array().unwrap().iter().find(is_entry).unwrap().clone()
}

#[test]
fn search_engines_are_told_this_of_one_entry_of_each_kind() {
    let tree = every_field();
    let golden = |name: &str, page: &str| {
        let node = about(text(&tree, &format!("{page}/index.html")));
        insta::assert_snapshot!(name, serde_json::to_string_pretty(&node).unwrap());
    };
    golden("jsonld_partner", "th/partners/example-university");
    golden("jsonld_space", "en/spaces/example-library");
    golden("jsonld_event", "en/events/example-fair");
    golden("jsonld_series", "th/events/example-weekly");
}

#[test]
fn the_tables_hold_one_entry_of_each_kind_like_this() {
    let tree = every_field();
    for kind in ["partners", "spaces", "events"] {
        insta::assert_snapshot!(format!("csv_{kind}"), text(&tree, &format!("data/{kind}.csv")));
        insta::assert_snapshot!(format!("json_{kind}"), text(&tree, &format!("data/{kind}.json")));
    }
    insta::assert_snapshot!("geojson", text(&tree, "data/spaces.geojson"));
    for name in ["organizations", "services", "locations"] {
        let path = format!("data/hsds/{name}.json");
        insta::assert_snapshot!(format!("hsds_{name}"), text(&tree, &path));
    }
}

#[test]
fn what_gathers_the_entries_is_like_this() {
    let tree = every_field();
    insta::assert_snapshot!("atom_news", text(&tree, "th/feed.xml"));
    insta::assert_snapshot!("atom_events", text(&tree, "en/events/feed.xml"));
    insta::assert_snapshot!("data_package", columns_in_short(text(&tree, "data/datapackage.json")));
    insta::assert_snapshot!("manifest", text(&tree, "en/site.webmanifest"));
    insta::assert_snapshot!("calendar", text(&tree, "th/events.ics").replace("\r\n", "\n"));
}

/// A data package with its columns as names and types: their meaning stands on the page.
fn columns_in_short(package: &str) -> String {
    let mut package: Value = serde_json::from_str(package).unwrap();
    for resource in package["resources"].as_array_mut().unwrap() {
        for field in resource["schema"]["fields"].as_array_mut().unwrap() {
            assert_ne!(field["description"], "");
            *field = format!("{}: {}", field["name"], field["type"]).replace('"', "").into();
        }
    }
    serde_json::to_string_pretty(&package).unwrap()
}

#[test]
fn drafts_stay_out_and_what_is_closed_stays() {
    let tree = every_field();
    let data = tree.iter().filter(|(path, _)| path.starts_with("data/"));
    for (path, bytes) in data {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("example-draft"), "{path}");
    }
    assert!(text(&tree, "data/spaces.csv").contains("example-closed"));
    let closed = about(text(&tree, "en/spaces/example-closed/index.html"));
    assert!(closed.get("openingHoursSpecification").is_none());
}

#[test]
fn the_page_names_every_file_and_every_column() {
    let tree = every_field();
    for language in ["th", "en"] {
        let page = text(&tree, &format!("{language}/open-data/index.html"));
        let files = tree.keys().filter(|path| path.starts_with("data/"));
        for path in files.filter(|path| !path.starts_with("data/progress.")) {
            assert!(page.contains(&format!("href=\"/learn/{path}\"")), "{language} {path}");
        }
        for table in ["partners", "spaces", "events", "vocabulary"] {
            let csv = text(&tree, &format!("data/{table}.csv")).trim_start_matches('\u{feff}');
            for column in csv.lines().next().unwrap().split(',') {
                assert!(page.contains(&format!("<code>{column}</code>")), "{language} {column}");
            }
        }
        assert!(!page.contains("field-"), "a field without a meaning in {language}");
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert_eq!(every_field(), every_field());
}
