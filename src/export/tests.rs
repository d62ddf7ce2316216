//! The exports of a small city that uses every field, and of cities with odd names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::Value;

use crate::output::MemoryTree;
use crate::pipeline::{self, Request};
use crate::tree::Tree;

/// Builds a site; nothing where its content is refused.
fn build(root: PathBuf) -> Option<BTreeMap<String, Vec<u8>>> {
    let request = Request {
        root,
        base_url: None,
        today: Some(Date::constant(2026, 11, 24)),
        now: Timestamp::UNIX_EPOCH,
        drafts: false,
        cache: crate::cache::Cache::off(),
        without: Vec::new(),
        history: false,
    };
    let outcome = pipeline::read(&request);
    let project = outcome.project?;
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
    insta::assert_snapshot!("hsds_services", text(&tree, "data/hsds/services.json"));
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

/// A city with one space, of this name in both languages, at an event.
fn city_of(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: String| {
        let path = folder.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    // JSON's strings are YAML's.
    let name = serde_json::to_string(name).unwrap();
    write(
        "site.yaml",
        format!("title: {name}\nbase_url: https://a.example/\nlanguages: [th, en]\n"),
    );
    write(
        "vocabulary.yaml",
        format!(
            "space_kinds: {{k: {name}}}\nevent_kinds: {{k: {name}}}\ndistricts: {{d: {name}}}\n\
             audiences: {{a: {name}}}\n"
        ),
    );
    write(
        "spaces/s.yaml",
        format!(
            "name: {{th: {name}, en: {name}}}\nsummary: {name}\nkind: k\ndistrict: d\n\
             location: [16, 102]\naddress: {name}\ntransport: {name}\nhours_note: {name}\n\
             aliases: [{name}]\n"
        ),
    );
    write(
        "events/e.yaml",
        format!("name: {name}\nkind: k\nstarts: 2026-12-01\nspace: s\naudiences: [a]\n"),
    );
    folder
}

#[test]
fn names_that_would_break_out_are_published_as_they_are() {
    for name in
        ["</script><script>alert(1)</script>", "<!-- ก", "=1+1", "]]> &amp; \"ข\"", "\\u003c"]
    {
        let tree = build(city_of(name).path().to_owned()).unwrap();
        let told = about(text(&tree, "en/spaces/s/index.html"));
        assert_eq!(told["name"], name);
        assert!(!text(&tree, "en/spaces/s/index.html").contains("<script>alert"));
    }
}

proptest! {
    // Each case builds a whole site.
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_name_breaks_a_file(
        name in "(</script><script>|<!--|]]>|&amp;|\"|\\\\|=1\\+1|@A1|\u{2028}|\r\n|\\|| )?\
                 [ก-๙a-z<>&\"',;{}\\\\=+@\\-]{1,12}(\\PC{0,6}|</SCRIPT >|\u{1f400}|\t)"
    ) {
        let folder = city_of(&name);
        let Some(tree) = build(folder.path().to_owned()) else { return Ok(()) };
        for (path, bytes) in &tree {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let extension = path.rsplit('.').next().unwrap_or_default();
            match extension {
                "json" | "geojson" => {
                    prop_assert!(serde_json::from_str::<Value>(text).is_ok(), "{}", path);
                }
                "csv" => {
                    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
                    for row in reader.records() {
                        let row = row.unwrap();
                        prop_assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '@'])), "{}", path);
                    }
                }
                "xml" => {
                    let mut reader = quick_xml::Reader::from_str(text);
                    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
                }
                "html" if text.contains("application/ld+json") => {
                    let script = json_ld(text);
                    let opened = text.matches("<script type=\"application/ld+json\">").count();
                    prop_assert_eq!(opened, 1, "{}", path);
                    prop_assert!(script["@graph"].is_array(), "{}", path);
                }
                _ => {}
            }
        }
        let space: Value = serde_json::from_slice(&tree["data/spaces.json"]).unwrap();
        let told = &about(std::str::from_utf8(&tree["th/spaces/s/index.html"]).unwrap())["name"];
        prop_assert_eq!(told, &space["spaces"][0]["name"]["th"]);
    }
}
