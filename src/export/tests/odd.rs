//! Cities with odd content: whatever editors write, every file can be read, and says what they wrote.

use std::collections::BTreeMap;
use std::path::Path;

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendarComponentType, ICalendarProperty};
use proptest::prelude::*;
use quick_xml::events::Event as Xml;
use serde_json::{Value, json};

use super::{about, build, json_ld, read_calendar, text};

/// Texts of one city, each for the fields of its sort.
#[derive(Clone, Debug)]
struct Texts {
    /// Of every name and label.
    name: String,
    /// Of every line of text that is not a name.
    line: String,
    /// Of every prose.
    prose: String,
}

/// A city with a partner, a space and two events that have these texts wherever a text may stand.
fn city_of(texts: &Texts) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: String| {
        let path = folder.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    // JSON is YAML.
    let facts = |path: &str, facts: &Value| write(path, facts.to_string());
    let Texts { name, line, prose } = texts;
    let both = |text: &str| json!({"th": text, "en": text});
    facts(
        "site.yaml",
        &json!({
            "title": name, "tagline": line, "base_url": "https://a.example/b/",
            "languages": ["th", "en"], "licence": line, "contact": {"phone": [name, "043 222 333"]},
        }),
    );
    facts(
        "vocabulary.yaml",
        &json!({
            "partner_kinds": {"k": name}, "space_kinds": {"k": name}, "event_kinds": {"k": name},
            "themes": {"t": {"th": name, "en": name, "summary": both(line)}},
            "districts": {"d": name}, "audiences": {"a": name}, "amenities": {"w": name},
        }),
    );
    let address = json!({
        "line": line, "subdistrict": both(name), "district": "d", "province": name, "postcode": "40000",
    });
    let contact =
        json!({"phone": [line, "043 222 333 ต่อ 12"], "email": "a@b.example", "person": name});
    let mut entry = json!({
        "name": both(name), "kind": "k", "summary": both(line), "aliases": [name, line],
        "themes": ["t"], "address": address, "location": [16, 102], "contact": contact,
        "consent": true, "verified": {"on": "2026-11-01", "by": name},
        "alert": {"text": line, "until": "2026-12-31"}, "sources": [{"title": line, "url": "https://s.example/?a=1&b=2"}],
    });
    let add = |entry: &Value, more: &Value| {
        let mut all = entry.clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    facts("partners/p.yaml", &add(&entry, &json!({"abbreviation": name})));
    let prices = json!([{"amount": 20, "for": both(line)}, {"amount": 5, "for": name}]);
    let space = json!({
        "partners": ["p"], "district": "d", "transport": line, "hours": "Mo-Fr 09:00-12:00",
        "hours_note": line, "fee": prices, "audiences": ["a"], "amenities": ["w"],
        "booking": {"url": "https://s.example/", "phone": line},
    });
    facts("spaces/s.yaml", &add(&entry, &space));
    entry
        .as_object_mut()
        .unwrap()
        .retain(|field, _| !["address", "location"].contains(&field.as_str()));
    let event = json!({
        "starts": "2026-12-01T10:00", "ends": "2026-12-01T12:00", "repeats": "FREQ=WEEKLY;COUNT=3",
        "space": "s", "partners": ["p"], "fee": prices, "audiences": ["a"],
        "registration": {"phone": line, "seats": 3},
    });
    facts("events/e.yaml", &add(&entry, &event));
    let place = json!({
        "starts": "2026-12-24", "event_status": "cancelled",
        "place": {"name": name, "address": address, "location": [16, 102]},
    });
    facts("events/f.yaml", &add(&entry, &place));
    for prosaic in ["partners/p", "spaces/s", "events/e"] {
        write(&format!("{prosaic}.en.md"), prose.clone());
    }
    let head = json!({"title": name, "summary": line});
    write("pages/q.th.md", format!("---\n{head}\n---\n{prose}"));
    folder
}

/// Holds every file of a tree to its format, with readers that nobody here wrote.
fn check(tree: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in tree {
        let extension = Path::new(path).extension().and_then(|it| it.to_str()).unwrap_or_default();
        match extension {
            "json" | "geojson" | "webmanifest" => {
                serde_json::from_slice::<Value>(bytes)
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
            }
            "csv" => check_table(path, text(tree, path)),
            "xml" => check_xml(path, text(tree, path)),
            "ics" => check_calendar(path, text(tree, path)),
            "html" if text(tree, path).contains("application/ld+json") => {
                let page = text(tree, path);
                let opened = page.matches("<script type=\"application/ld+json\">").count();
                assert_eq!(opened, 1, "{path}");
                assert!(json_ld(page)["@graph"].is_array(), "{path}");
            }
            _ => {}
        }
    }
}

/// Rows of one length, and no cell that a spreadsheet would run.
fn check_table(path: &str, table: &str) {
    let table =
        table.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{path} has no byte-order mark"));
    for row in csv::Reader::from_reader(table.as_bytes()).records() {
        let row = row.unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(
            !row.iter().any(|cell| cell.starts_with(['=', '+', '@', '\t', '\r'])),
            "{path}: {row:?}"
        );
    }
}

/// Elements that close, and only the characters that XML 1.0 knows (§2.2).
fn check_xml(path: &str, document: &str) {
    let unknown =
        |c: char| matches!(c, '\u{fffe}' | '\u{ffff}') || c < ' ' && !"\t\n\r".contains(c);
    assert!(!document.contains(unknown), "{path}");
    let mut reader = quick_xml::Reader::from_str(document);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
            Xml::Eof => break,
            Xml::Start(element) | Xml::Empty(element) => {
                for attribute in element.attributes() {
                    attribute.unwrap_or_else(|error| panic!("{path}: {error}"));
                }
            }
            _ => {}
        }
    }
}

/// Lines of the standard, and events that the reader of a server finds whole.
fn check_calendar(path: &str, calendar: &str) {
    assert!(calendar.lines().all(|line| line.len() <= 75), "{path}");
    assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']), "{path}");
    let read = read_calendar(calendar);
    assert_eq!(read.expand_dates(Tz::Floating, 100).errors, [], "{path}");
    let events =
        read.components.iter().filter(|it| it.component_type == ICalendarComponentType::VEvent);
    for event in events {
        for property in
            [ICalendarProperty::Uid, ICalendarProperty::Dtstamp, ICalendarProperty::Dtstart]
        {
            assert!(event.has_property(&property), "{path}: {property:?}");
        }
    }
}

/// What is said of each entry in each file is what was written.
fn check_names(tree: &BTreeMap<String, Vec<u8>>) {
    let data: Value = serde_json::from_slice(&tree["data/events.json"]).unwrap();
    let name = data["events"][0]["name"]["en"].as_str().unwrap();
    assert_eq!(about(text(tree, "en/events/e/index.html"))["name"], name);
    let calendar = read_calendar(text(tree, "en/events.ics"));
    let summaries =
        calendar.components.iter().filter_map(|it| it.property(&ICalendarProperty::Summary));
    let summaries: Vec<&str> = summaries.filter_map(|it| it.values[0].as_text()).collect();
    // Calendars may hold no control characters (RFC 5545, section 3.1).
    let is_kept = |it: &char| !it.is_control() || "\t\n\u{85}".contains(*it);
    let allowed: String = name.chars().filter(is_kept).collect();
    assert_eq!(summaries, [&allowed, &allowed]);
    let services: Value = serde_json::from_slice(&tree["data/hsds/services.json"]).unwrap();
    assert_eq!(services[0]["name"], name);
    let table = text(tree, "data/events.csv").trim_start_matches('\u{feff}');
    let row = csv::Reader::from_reader(table.as_bytes()).records().next().unwrap().unwrap();
    assert_eq!(row[2].trim_start_matches('\''), name.trim_start_matches('\''));
}

#[test]
fn what_would_break_out_is_published_as_it_is() {
    for name in [
        "</script><script>alert(1)</script>",
        "<!-- ก",
        "=1+1",
        "]]> &amp; \"ข\"",
        "\\u003c",
        "'@A1",
        "END:VCALENDAR\\n;,:\"^n",
        "{{ 1 }} {% raw %}",
        "before\u{7f}after",
    ] {
        let texts = Texts { name: name.to_owned(), line: name.to_owned(), prose: name.to_owned() };
        let tree = build(city_of(&texts).path().to_owned()).unwrap();
        check(&tree);
        check_names(&tree);
        assert_eq!(about(text(&tree, "en/spaces/s/index.html"))["name"], name);
        assert!(!text(&tree, "en/spaces/s/index.html").contains("<script>alert"));
    }
}

/// Text of all scripts, with what breaks out of one format or the other.
fn odd_text(most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ก-๛]{1,8}",
        "\\PC{1,6}",
        "[a-z0-9 ]{1,8}",
        prop::sample::select(vec![
            "</script>",
            "<!--",
            "-->",
            "]]>",
            "&amp;",
            "&#0;",
            "\"",
            "'",
            "\\",
            "\\n",
            "=1+1",
            "@A1",
            "+66",
            "-1",
            "|",
            ";",
            ",",
            ":",
            "\r\n",
            "\t",
            "\u{2028}",
            "\u{85}",
            "\u{7f}",
            "\u{200b}",
            "\u{202e}",
            "\u{feff}",
            "\u{fffe}",
            "\u{1f400}",
            "👩\u{200d}🏫",
            "เเ",
            "กํา",
            "{{",
            "{%",
            "${",
            "%0A",
            "[[x]]",
            "`",
            "~~~",
            "#",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..=most).prop_map(|pieces| pieces.concat())
}

proptest! {
    // Each case builds a whole site.
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn no_content_makes_a_file_that_cannot_be_read(
        start in "[ก-ฮa-z]?", name in odd_text(4), line in odd_text(12), prose in odd_text(12),
    ) {
        // Blocks of prose that refer to nothing would be refused, and so would blank lines; a name is
        // never blank.
        let blank = !line.contains(char::is_alphanumeric);
        let line = if blank { format!("{line}ก") } else { line };
        let texts = Texts { name: format!("{start}{name}ก"), line, prose: prose.replace("[[", "[ [") };
        let folder = city_of(&texts);
        let tree = build(folder.path().to_owned());
        prop_assert!(tree.is_some(), "refused");
        let tree = tree.unwrap();
        check(&tree);
        check_names(&tree);
    }
}
