//! What editors are given: new files, schemas, the reference in `docs/`.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::date;
use nakhon::authoring::{Known, Speech, reference};
use nakhon::language::LanguageTag;
use nakhon::model::schema::Shape;

use crate::support::{Site, compare, repository};

/// Makes a new entry that is no draft and must pass, in the city of every field.
fn new(what: &str, extra: &[&str]) -> (Site, String) {
    let site = Site::city();
    let arguments = ["new", what, "ของใหม่", "--en", "A new one", "--draft", "no"];
    let ran = site.run(&[&arguments[..], extra].concat());
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert_eq!(ran.err, "", "nothing is found in the new file");
    let path = format!("content/{what}s/a-new-one.yaml");
    (site, path)
}

/// Takes the `#` from fields, but for those that leave out.
fn uncommented(text: &str, leave: &[&str]) -> String {
    let mut taken = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        let field = line.strip_prefix('#').filter(|rest| !rest.starts_with(' '));
        taken = match field {
            Some(rest) => !leave.contains(&rest.split(':').next().unwrap_or_default()),
            None => taken && line.starts_with("#  "),
        };
        lines.push(if taken { &line[1..] } else { line });
    }
    lines.join("\n")
}

#[test]
fn a_new_file_passes_as_it_is_and_with_every_example_taken() {
    // Fields that exclude each other take turns.
    let turns: &[(&str, &[&[&str]])] = &[
        ("partner", &[&[]]),
        ("space", &[&[]]),
        ("event", &[&["place", "all_day"], &["space", "all_day"]]),
    ];
    for (what, turns) in turns {
        let (site, path) = new(what, &[]);
        let text = site.read(&path);
        let check = site.run(&["check"]);
        assert_eq!(check.status, 0, "{}", check.err);
        assert!(!check.err.contains("a-new-one"), "{}", check.err);
        for leave in *turns {
            site.write(&path, &uncommented(&text, leave));
            let check = site.run(&["check"]);
            assert_eq!(check.status, 0, "{}\n{}", check.err, site.read(&path));
            // That a closed place has no hours is no finding; a place that is far away is none.
            assert!(!check.err.contains("a-new-one"), "{}", check.err);
        }
    }
}

#[test]
fn a_new_file_holds_every_field_of_its_kind_in_the_language_of_its_editor() {
    for (language, own, other) in [
        ("th", "เวลาเปิดของแต่ละวัน", "When it is open"),
        ("en", "When it is open", "เวลาเปิดของแต่ละวัน"),
    ] {
        let (site, path) = new("space", &["--lang", language]);
        let text = site.read(&path);
        let fields: BTreeSet<&str> = text
            .lines()
            .map(|line| line.strip_prefix('#').unwrap_or(line))
            .filter(|line| !line.starts_with(' '))
            .filter_map(|line| Some(line.split_once(':')?.0))
            .collect();
        let expected = nakhon::model::schema::SPACE.fields().map(|field| field.name);
        assert_eq!(fields, expected.collect::<BTreeSet<_>>());
        assert!(text.contains(own) && !text.contains(other), "{text}");
    }
}

#[test]
fn what_is_said_stands_in_the_file_and_what_is_not_is_told() {
    let site = Site::city();
    let told =
        site.run(&["new", "event", "งานวัด", "--slug", "temple-fair", "--starts", "2026-12-30"]);
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    assert!(told.out.contains("stands in for: kind."), "{}", told.out);
    let text = site.read("content/events/temple-fair.yaml");
    for line in ["name: {th: งานวัด}", "starts: 2026-12-30", "draft: yes"] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
    // A draft is not on the site, and is with --drafts.
    site.build(&[]);
    assert!(!site.has("public/th/events/temple-fair"));
    site.build(&["--drafts"]);
    assert!(site.read("public/th/events/temple-fair/index.html").contains("งานวัด"));
    let wrong = site.run(&["new", "event", "x", "--slug", "y", "--starts", "2569-12-30"]);
    assert!(
        wrong.err.contains("date-buddhist") && wrong.err.contains("2026-12-30"),
        "{}",
        wrong.err
    );
}

#[test]
fn nothing_is_written_over_and_nothing_is_made_up() {
    let site = Site::city();
    let before = site.tree("content");
    let refused: &[(&[&str], i32, &str)] = &[
        (&["new", "space", "ก", "--slug", "lake-library"], 1, "content/spaces/lake-library/index"),
        (&["new", "page", "ก", "--slug", "about"], 1, "content/pages/about"),
        (&["new", "page", "ก", "--slug", "calendar"], 2, "calendar"),
        (&["new", "space", "ก", "--slug", "Lake Library"], 2, "lake-library"),
        (&["new", "space", "หอสมุด"], 2, "--slug"),
        (&["new", "space"], 2, "name"),
        (&["new", "space", "ก", "--eng", "x", "--slug", "x"], 2, "Did you mean “en”?"),
        (&["new", "space", "ก", "--slug", "x", "--set", "hourz=x"], 2, "Did you mean “hours”?"),
    ];
    for (arguments, status, said) in refused {
        let ran = site.run(arguments);
        assert_eq!(ran.status, *status, "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
    assert!(site.tree("content") == before, "a refusal writes nothing");
}

#[test]
fn a_new_page_has_a_file_a_language() {
    let site = Site::city();
    let ran = site.run(&["new", "page", "ช่วยกันดูแล", "--en", "Take part", "--slug", "take-part"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    site.build(&[]);
    assert!(site.read("public/th/take-part/index.html").contains("ช่วยกันดูแล"));
    assert!(site.read("public/en/take-part/index.html").contains("Take part"));
}

/// The schemas know what the site has, and know it anew after `new`.
#[test]
fn completion_offers_what_the_site_has() {
    let site = Site::city();
    site.write(".vscode/settings.json", "{\"editor.fontSize\": 20}");
    assert_eq!(site.run(&["schema"]).status, 0);
    let space = || -> serde_json::Value {
        serde_json::from_str(&site.read("schema/space.json")).expect("a schema is JSON")
    };
    let before = space();
    let kind = &before["properties"]["kind"];
    assert_eq!(kind["enum"], serde_json::json!(["library", "garden", "studio"]));
    assert!(
        kind["description"]
            .as_str()
            .is_some_and(|it| it.contains("ประเภท") && it.contains("What kind"))
    );
    let of = |schema: &serde_json::Value| schema["properties"]["part_of"]["enum"].to_string();
    assert!(of(&before).contains("lake-library") && !of(&before).contains("tower"));
    let settings = site.read(".vscode/settings.json");
    assert!(
        settings.contains("fontSize") && settings.contains("./schema/space.json"),
        "{settings}"
    );
    site.run(&["new", "space", "หอคอย", "--slug", "tower"]);
    assert!(of(&space()).contains("tower"), "a new entry is known at once");
    let first = site.tree("schema");
    site.run(&["schema"]);
    assert!(site.tree("schema") == first, "the same content makes the same schemas");
}

fn tags() -> [LanguageTag; 2] {
    ["th", "en"].map(|tag| LanguageTag::parse(tag).expect("a tag"))
}

/// A field without a meaning would be a gap in every place that editors look at.
#[test]
fn every_field_and_word_is_described_in_every_language() {
    let (_, messages) = Known::read(&repository("tests/fixtures/city"));
    let mut lacking = Vec::new();
    for tag in &tags() {
        let speech = Speech::new(&messages, tag);
        for schema in reference::schemas() {
            for field in schema.fields() {
                let name = format!("{tag}: {}.{}", schema.name, field.name);
                if !speech.describes(schema, field) {
                    lacking.push(name.clone());
                }
                let text = matches!(
                    field.shape,
                    Shape::Line | Shape::Translated | Shape::Address | Shape::Terms
                );
                let listed =
                    matches!(field.shape, Shape::List(&Shape::Line)) && field.example.is_none();
                if (text || listed) && speech.example(schema, field.name).is_none() {
                    lacking.push(format!("{name}: an example"));
                }
                let shape = if let Shape::List(item) = field.shape { item } else { &field.shape };
                if let Shape::Word(words) = shape {
                    let silent = words.iter().filter(|word| speech.word(word) == **word);
                    lacking.extend(silent.map(|word| format!("{name}: {word}")));
                }
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn the_reference_in_docs_is_that_of_the_program() {
    let (known, messages) = Known::read(&repository("tests/fixtures/city"));
    let messages = Arc::new(messages);
    let mut wrong = Vec::new();
    for tag in &tags() {
        let folder = repository("docs/reference");
        let fields = reference::fields(&known, &messages, tag, date(2026, 11, 24));
        wrong.extend(compare(&folder.join(format!("fields.{tag}.md")), &fields).err());
        let codes = reference::codes(&messages, tag);
        wrong.extend(compare(&folder.join(format!("codes.{tag}.md")), &codes).err());
        let commands = nakhon::cli::reference(&messages, tag);
        assert!(
            !commands.contains("help-"),
            "every argument has its message in {tag}:\n{commands}"
        );
        wrong.extend(compare(&folder.join(format!("commands.{tag}.md")), &commands).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn another_city_begins_with_what_passes_and_builds() {
    let site = Site::empty();
    let address = "https://learn.example.org/city/";
    let ran = site.run(&["init", "city", "--base-url", address]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let check = site.run(&["check", "--root", "city", "--deny", "warnings"]);
    assert_eq!((check.status, check.err.as_str()), (0, ""), "{}", check.out);
    site.build(&["--root", "city"]);
    for page in ["th/spaces/sample-library", "en/events/sample-workshop", "th/about"] {
        assert!(site.has(&format!("city/public/{page}/index.html")), "{page}");
    }
    assert!(site.read("city/public/sitemap.xml").contains(address));
    let workflow = std::fs::read_to_string(repository("docs/hosting/github-pages.yml"));
    assert_eq!(site.read("city/.github/workflows/publish.yml"), workflow.expect("it is there"));
    assert!(site.read("city/.gitignore").contains("/public/"));
    assert!(site.read("city/schema/space.json").contains("sample-municipality"));
    let again = site.run(&["init", "city"]);
    assert_eq!(again.status, 1, "{}", again.err);
    assert!(again.err.contains("city is not empty"), "{}", again.err);
    let gitlab = site.run(&["init", "other", "--host", "gitlab"]);
    assert_eq!(gitlab.status, 0, "{}", gitlab.err);
    assert!(site.has("other/.gitlab-ci.yml") && !site.has("other/.github"));
}

/// What the command line explains and refuses, in every language, as it stands in the terminal.
#[test]
fn the_command_line_speaks_the_users_language() {
    let lines: &[&[&str]] = &[
        &["--help"],
        &["help", "new"],
        &["serve", "--help"],
        &[],
        &["buld"],
        &["build", "--drafs"],
        &["check", "--format", "yaml"],
        &["check", "--format"],
        &["export", "--kind", "space", "x.csv"],
        &["import"],
        &["build", "--today", "2569-11-24"],
        &["build", "--base-url", "city"],
        &["serve", "--port", "many"],
        &["fmt", "--check", "--check"],
        &["check", "extra"],
    ];
    let site = Site::empty();
    let mut wrong = Vec::new();
    for tag in ["th", "en"] {
        let mut told = String::new();
        for line in lines {
            let mut command = site.command(line);
            command.env("LANG", format!("{tag}_XX.UTF-8"));
            let ran = site.finish(command);
            told.extend(["$ nakhon ", &line.join(" "), "\n", &ran.out, &ran.err]);
            told.extend([format!("({})\n\n", ran.status)]);
        }
        wrong.extend(
            compare(&repository(&format!("tests/golden/command-line.{tag}.txt")), &told).err(),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // What is asked for on the command line goes before the environment.
    let mut command = site.command(&["build", "--lang", "th", "--help"]);
    command.env("LANG", "en_GB.UTF-8");
    assert!(site.finish(command).out.contains("วิธีใช้: nakhon build"));
}
