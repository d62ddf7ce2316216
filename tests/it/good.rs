//! An invented city that uses everything the format has, and what is made of it.
//!
//! `tests/golden/` holds one page of each template in both languages and what search engines and
//! hosts read; `SNAPSHOTS=overwrite cargo test --test it` writes them anew: read what changed.

use std::collections::{BTreeMap, BTreeSet};

use nakhon::diagnostic::Diagnostics;
use nakhon::model::schema::{self, Schema, Shape};
use nakhon::source::Sources;
use nakhon::syntax::{Node, Value, split, yaml};

use crate::support::{Site, compare, files_below, is_a, repository};

/// Pages of each template, by the path of their file below the language.
const PAGES: &[&str] = &[
    "index.html",
    "spaces/index.html",
    "spaces/kinds/library/index.html",
    "partners/city-hall/index.html",
    "spaces/lake-library/index.html",
    "events/story-hour/index.html",
    "themes/literacy/index.html",
    "index-of-names/index.html",
    "calendar/index.html",
    "calendar/2026-12/index.html",
    "map/index.html",
    "progress/index.html",
    "about/index.html",
    "404.html",
    "spaces/old-library/index.html",
];
/// Files of no language.
const SHARED: &[&str] = &[
    "index.html",
    "404.html",
    "sitemap.xml",
    "robots.txt",
    "data/progress.json",
    "_redirects",
    "_headers",
];

/// Takes the fingerprint out of the name of a file, so that a new style changes no page here.
fn without_fingerprints(text: &str) -> String {
    let mut parts = Vec::new();
    for part in text.split('.') {
        let is_hash =
            part.len() >= 8 && part.len() <= 64 && part.bytes().all(|b| b.is_ascii_hexdigit());
        parts.push(if is_hash { "HASH" } else { part });
    }
    parts.join(".")
}

#[test]
fn only_what_is_meant_is_found() {
    let ran = Site::city().run(&["check"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.ends_with("\nFound 1 warning.\n"), "{}", ran.err);
    assert!(ran.err.starts_with("warning[default-name-missing]"), "{}", ran.err);
    let drafts = Site::city().run(&["check", "--drafts"]);
    assert_eq!(drafts.err, ran.err, "the drafts are good too");
}

#[test]
fn pages_and_files_are_as_they_were_read() {
    let site = Site::city();
    site.build(&[]);
    let in_languages =
        ["th", "en"].iter().flat_map(|tag| PAGES.iter().map(move |page| format!("{tag}/{page}")));
    let all = in_languages.chain(SHARED.iter().map(|file| (*file).to_owned()));
    let wrong: Vec<String> = all
        .filter_map(|file| {
            let text = without_fingerprints(&site.read(&format!("public/{file}")));
            compare(&repository("tests/golden").join(file), &text).err()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every YAML of the city with its schema: whole files and front matter.
fn facts() -> Vec<(String, &'static Schema, Node)> {
    let site = Site::city();
    let mut all = Vec::new();
    for path in files_below(&site.root().join("content")) {
        let yaml_file = is_a(&path, "yaml");
        if path.starts_with('_') || !(yaml_file || is_a(&path, "md")) {
            continue;
        }
        let text = site.read(&format!("content/{path}"));
        let (mut sources, mut out) = (Sources::default(), Diagnostics::default());
        let file = sources.add(path.as_str(), text.as_str());
        let range = if yaml_file {
            0..text.len()
        } else {
            let parts = split(&text, file, &mut out).expect("fences are closed");
            match parts.matter {
                Some(matter) => matter,
                None => continue,
            }
        };
        let translation = path.ends_with(".th.md") || path.ends_with(".en.md");
        let schema = match path.split('/').next().unwrap_or_default() {
            "site.yaml" => &schema::SITE,
            "vocabulary.yaml" => &schema::VOCABULARY,
            "pages" => &schema::PAGE,
            "partners" | "spaces" | "events" if translation => &schema::TRANSLATION,
            "partners" => &schema::PARTNER,
            "spaces" => &schema::SPACE,
            "events" => &schema::EVENT,
            _ => continue,
        };
        let node = yaml::parse(&text[range.clone()], file, range.start, &mut out);
        all.push((path, schema, node.expect("the city's YAML is good")));
    }
    all
}

/// What a walk along the schema meets: each field by `schema.field`, and its texts.
#[derive(Default)]
struct Seen {
    fields: BTreeSet<String>,
    words: BTreeSet<(String, String)>,
    /// Texts in each language, with the field they stand in.
    texts: Vec<(String, BTreeMap<String, String>)>,
}

impl Seen {
    fn record(&mut self, schema: &Schema, node: &Node) {
        for field in schema.fields() {
            if let Some(value) = node.get(field.name) {
                let name = format!("{}.{}", schema.name, field.name);
                self.value(&name, &field.shape, value);
                self.fields.insert(name);
            }
        }
    }

    fn value(&mut self, name: &str, shape: &Shape, node: &Node) {
        match (shape, &node.value) {
            (_, Value::List(items)) if !matches!(shape, Shape::Location | Shape::Bounds) => {
                let inner = if let Shape::List(inner) = shape { inner } else { shape };
                for item in items {
                    self.value(name, inner, item);
                }
            }
            (Shape::List(inner), _) => self.value(name, inner, node),
            (Shape::Record(schema), _) => self.record(schema, node),
            (Shape::Fee, Value::Map(_)) => self.record(&schema::PRICE, node),
            (Shape::Verified, Value::Map(_)) => self.record(&schema::VERIFIED, node),
            (Shape::Citation, Value::Map(_)) => self.record(&schema::CITATION, node),
            (Shape::Address, Value::Map(_)) if node.get("th").is_none() => {
                self.record(&schema::ADDRESS, node);
            }
            (Shape::Translated | Shape::Address, Value::Map(entries)) => {
                let word = |node: &Node| match &node.value {
                    Value::Word(word) => Some(word.clone()),
                    _ => None,
                };
                let pairs =
                    entries.iter().filter_map(|(key, text)| Some((key.name.clone(), word(text)?)));
                self.texts.push((name.to_owned(), pairs.collect()));
            }
            (Shape::Translated | Shape::Address, Value::Word(word)) => {
                self.texts.push((name.to_owned(), [("th".to_owned(), word.clone())].into()));
            }
            (Shape::Terms, Value::Map(entries)) => {
                for (_, term) in entries {
                    self.record(&schema::TERM, term);
                }
            }
            (Shape::Access, Value::Map(entries)) => {
                for (key, level) in entries {
                    self.words.insert((name.to_owned(), key.name.clone()));
                    self.value(name, &Shape::Word(&[]), level);
                }
            }
            (Shape::Word(_) | Shape::Fee, Value::Word(word)) => {
                self.words.insert((name.to_owned(), word.clone()));
            }
            _ => {}
        }
    }
}

/// A field that is new in the schema has to appear in the city too.
#[test]
fn every_field_and_every_word_is_used() {
    let mut seen = Seen::default();
    for (_, schema, node) in facts() {
        seen.record(schema, &node);
    }
    let schemas = [
        &schema::PARTNER,
        &schema::SPACE,
        &schema::EVENT,
        &schema::TRANSLATION,
        &schema::PAGE,
        &schema::SITE,
        &schema::VOCABULARY,
        &schema::TERM,
        &schema::PICTURE,
        &schema::CONTACT,
        &schema::ADDRESS,
        &schema::VERIFIED,
        &schema::ALERT,
        &schema::CITATION,
        &schema::AGES,
        &schema::PRICE,
        &schema::BOOKING,
        &schema::PLACE,
        &schema::REGISTRATION,
        &schema::MEMBERSHIP,
        &schema::MAP,
    ];
    // What partners, spaces and events share is read by the same lines: one of them is enough.
    let elsewhere = |name: &str| {
        ["partner", "space", "event"]
            .iter()
            .any(|kind| seen.fields.contains(&format!("{kind}.{name}")))
    };
    let mut unused = Vec::new();
    for schema in schemas {
        for field in schema.fields() {
            let name = format!("{}.{}", schema.name, field.name);
            let entry = ["partner", "space", "event"].contains(&schema.name);
            if !(seen.fields.contains(&name) || entry && elsewhere(field.name)) {
                unused.push(name.clone());
            }
            let shape = if let Shape::List(inner) = field.shape { *inner } else { field.shape };
            let words: Vec<&str> = match shape {
                // `translation` is one word for the whole site; the other has tests of its own.
                Shape::Word(words) if field.name != "translation" => words.to_vec(),
                Shape::Fee => vec!["free", "donation"],
                Shape::Access => [schema::ACCESS_WORDS.0, &["yes", "no", "limited"]].concat(),
                _ => Vec::new(),
            };
            let used = |word: &str| {
                seen.words
                    .iter()
                    .any(|(at, seen)| seen == word && at.split('.').nth(1) == Some(field.name))
            };
            unused.extend(
                words.iter().filter(|word| !used(word)).map(|word| format!("{name}: {word}")),
            );
        }
    }
    assert!(unused.is_empty(), "the city does not use {unused:?}");
}

/// A text as a page has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#x27;")
}

/// What an editor writes about an entry shows on its page, in the page's language where there is
/// a text in it, else in the one that was written.
#[test]
fn every_text_of_an_entry_shows_on_its_page() {
    let site = Site::city();
    site.build(&["--drafts"]);
    let mut wrong = Vec::new();
    for (path, schema, node) in facts() {
        if !["partner", "space", "event"].contains(&schema.name) {
            continue;
        }
        let stem =
            path.trim_end_matches("/index.yaml").trim_end_matches(".yaml").trim_end_matches(".md");
        let mut seen = Seen::default();
        seen.record(schema, &node);
        for language in ["th", "en"] {
            let page = site.read(&format!("public/{language}/{stem}/index.html"));
            for (field, text) in &seen.texts {
                let words = text.get(language).or_else(|| text.values().next());
                let Some(words) = words else { continue };
                // Not shown yet: who drew a logo.
                let logo = field == "picture.credit" && schema.name == "partner";
                if logo || path.contains("boat-day") && language == "en" {
                    continue;
                }
                if !page.contains(words.as_str()) && !page.contains(&escaped(words)) {
                    wrong.push(format!("{language}/{stem}: {field}: {words}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "not shown:\n{}", wrong.join("\n"));
}

/// Facts that are no text, each as both languages say it.
#[test]
fn facts_are_said_in_the_language_of_the_page() {
    let site = Site::city();
    site.build(&[]);
    let cases: &[(&str, &[&str], &[&str])] = &[
        (
            "partners/city-hall",
            &[
                "1 พฤษภาคม 2565",
                "043-999 222",
                "tel:+6643999222",
                "49999",
                "mailto:office@buengthong.example",
                "1 พฤศจิกายน 2569",
            ],
            &["1 May 2022", "+66 43 999 222", "tel:+6643999222", "49999", "1 November 2026"],
        ),
        (
            "partners/river-college",
            &["ย้ายอาคารชั่วคราว", "31 ธันวาคม 2569"],
            &["Moved for a while", "31 December 2026"],
        ),
        (
            "spaces/lake-library",
            &[
                "09:00",
                "13:00",
                "120",
                "geo:15.52,103.52",
                "https://book.buengthong.example/library",
                "ไวไฟ",
                "043-999 334 ต่อ 5",
            ],
            &[
                "09:00",
                "10:00",
                "120",
                "geo:15.52,103.52",
                "Isan",
                "Drinking water",
                "Songthaew line 9",
                "+66 43 999 334 ext. 5",
            ],
        ),
        (
            "spaces/night-studio",
            &["20:00", "02:00", "40", "12.50", "60"],
            &["20:00", "02:00", "12.50", "Visitors"],
        ),
        (
            "spaces/seasonal-field",
            &["Nov-Feb Sa,Su 08:00-17:00", "20"],
            &["Nov-Feb Sa,Su 08:00-17:00"],
        ),
        (
            "spaces/open-course",
            &["course.buengthong.example", "lang=\"en\""],
            &["course.buengthong.example"],
        ),
        (
            "events/story-hour",
            &["ทุกวันเสาร์", "31 มีนาคม 2570", "5 ธันวาคม 2569", "9 ธันวาคม 2569", "25", "1 มีนาคม 2570"],
            &[
                "Saturday",
                "31 March 2027",
                "5 December 2026",
                "9 December 2026",
                "25",
                "1 October 2026",
            ],
        ),
        (
            "events/book-fair",
            &["12", "14 ธันวาคม 2569", "https://live.buengthong.example/fair"],
            &["14 December 2026", "Everyone’s data"],
        ),
        (
            "events/loom-class",
            &["10 มกราคม 2570", "27 ธันวาคม 2569"],
            &["10 January 2027", "27 December 2026"],
        ),
    ];
    let mut wrong = Vec::new();
    for (path, thai, english) in cases {
        for (language, texts) in [("th", thai), ("en", english)] {
            let page = site.read_unmarked(&format!("public/{language}/{path}/index.html"));
            let lacking = texts.iter().filter(|text| !page.contains(**text));
            wrong.extend(lacking.map(|text| format!("{language}/{path}: {text}")));
        }
    }
    assert!(wrong.is_empty(), "not shown:\n{}", wrong.join("\n"));
}

#[test]
fn the_city_itself_is_said_on_its_pages() {
    let site = Site::city();
    site.build(&[]);
    let home = site.read("public/en/index.html");
    for text in [
        "Bueng Thong Learning City",
        "Learning all around the lake",
        "Member of an invented network",
        "14 February 2023",
        "hello@buengthong.example",
        "CC0",
        "/learn/en/about/",
    ] {
        assert!(home.contains(text), "{text}");
    }
    let space = site.read("public/th/spaces/lake-library/index.html");
    assert!(
        space.contains(
            "mailto:hello@buengthong.example?subject=spaces/lake-library%20(th)&amp;body=https"
        ),
        "{space}"
    );
}

/// What is closed, hidden or over stands only where the format has it.
#[test]
fn states_decide_where_an_entry_is_found() {
    let site = Site::city();
    site.build(&[]);
    let sitemap = site.read("public/sitemap.xml");
    let lists = ["spaces/index.html", "index-of-names/index.html", "map/index.html", "index.html"];
    let listed = |name: &str| {
        lists.iter().any(|page| site.read(&format!("public/en/{page}")).contains(name))
    };
    assert!(listed("Lake Library") && listed("มุมภาษาไทย") && listed("Open Course"));
    assert!(!listed("Old Archive") && !sitemap.contains("old-archive"), "closed: off the lists");
    assert!(site.has("public/en/spaces/old-archive/index.html"), "closed: keeps its page");
    assert!(!site.has("public/en/spaces/next-year") && !listed("Next Year"), "a draft is nowhere");

    let loom = site.read("public/en/spaces/night-studio/index.html");
    assert!(!loom.contains("09:00–09:00"), "an end that is the beginning is no span");

    let calendar = site.read("public/en/calendar/index.html");
    assert!(calendar.contains("Story Hour") && calendar.contains("Book Fair"));
    assert!(!calendar.contains("Boat Day"), "postponed: not among what is coming");
    assert!(site.read("public/en/events/lantern-night/index.html").contains("ancelled"));
    let december = site.read("public/en/calendar/2026-12/index.html");
    assert!(december.contains("Story Hour") && !site.has("public/en/calendar/2022-04"));
    assert!(site.has("public/en/calendar/2022-05/index.html"));

    for old in ["th/spaces/old-library", "en/partners/town-hall", "en/partners/municipality"] {
        assert!(site.read(&format!("public/{old}/index.html")).contains("refresh"), "{old}");
        assert!(site.read("public/_redirects").contains(&format!("/learn/{old}/ ")), "{old}");
    }
}
