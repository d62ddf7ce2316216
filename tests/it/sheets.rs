//! Sheets as an officer of the city has them: exported, changed, imported by the real program.

use crate::support::{Ran, Site, compare, repository};

fn golden(name: &str, ran: &Ran) {
    let told = format!("{}{}[exit status {}]\n", ran.out, ran.err, ran.status);
    let file = repository("tests/golden/commands").join(name);
    if let Err(difference) = compare(&file, &told) {
        panic!("{difference}");
    }
}

#[test]
fn what_is_exported_and_not_changed_changes_no_byte() {
    let site = Site::copy_of("tests/fixtures/every-field");
    let before = site.tree("content");
    for kind in ["partners", "spaces", "events"] {
        for name in ["out.csv", "out.xlsx"] {
            let ran = site.run(&["export", "--kind", kind, name, "--force"]);
            assert_eq!((ran.status, ran.err.as_str()), (0, ""));
            let ran = site.run(&["import", name]);
            assert_eq!(ran.status, 0, "{}", ran.err);
            assert!(ran.out.starts_with("0 entries change, 0 are new"), "{}", ran.out);
            assert_eq!(site.tree("content"), before, "{kind} {name}");
        }
    }
}

#[test]
fn a_sheet_is_text_that_no_program_runs() {
    let site = Site::copy_of("tests/fixtures/every-field");
    let ran = site.run(&["export", "--kind", "spaces"]);
    assert!(ran.out.starts_with("\u{feff}slug,name.th,name.en,summary.th,summary.en,kind,"));
    assert!(ran.out.contains("'=SUM(A1) | หอสมุดตัวอย่าง"), "{}", ran.out);
    assert!(ran.out.contains("\"16.4322, 102.8336\""));
}

#[test]
fn a_sheet_somebody_works_on_is_not_written_over() {
    let site = Site::base();
    site.write("out.csv", "mine");
    for language in ["en", "th"] {
        let ran = site.run(&["export", "--kind", "spaces", "out.csv", "--lang", language]);
        golden(&format!("export-exists.{language}.txt"), &ran);
    }
    assert_eq!(site.read("out.csv"), "mine");
    let ran = site.run(&["export", "--kind", "spaces", "out.csv", "--force"]);
    assert_eq!(ran.status, 0);
    assert!(site.read("out.csv").contains("library"));
}

/// A sheet that changes one entry, adds one and leaves one out.
const SHEET: &str = "slug;name.th;name.en;kind;district;hours;themes;contact.phone\r\n\
    example-library;ห้องสมุดตัวอย่าง;Example Library;library;mueang;Tu-Su 09:00-17:00;;043 222 999\r\n\
    new-library;หอสมุดใหม่;New Library;library;mueang;;literacy;081 234 5678\r\n";

#[test]
fn an_import_shows_what_it_changes_and_writes_it() {
    let site = Site::copy_of("tests/fixtures/every-field");
    site.write("in.csv", SHEET);
    let before = site.tree("content");
    for language in ["en", "th"] {
        let ran = site.run(&["import", "in.csv", "--dry-run", "--lang", language]);
        golden(&format!("import-dry.{language}.txt"), &ran);
        assert_eq!(site.tree("content"), before, "a dry run writes nothing");
    }
    let ran = site.run(&["import", "in.csv"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let after = site.tree("content");
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(*bytes))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["spaces/example-library.yaml", "spaces/new-library.yaml"]);
    assert_eq!(site.run(&["check"]).status, 0);
    let again = site.run(&["import", "in.csv"]);
    assert!(again.out.starts_with("0 entries change, 0 are new"), "{}", again.out);
}

#[test]
fn a_sheet_with_a_mistake_writes_nothing_at_all() {
    let site = Site::copy_of("tests/fixtures/every-field");
    site.write("in.csv", &SHEET.replace("Tu-Su 09:00-17:00", "Tu-Su 25:00"));
    let before = site.tree("content");
    let ran = site.run(&["import", "in.csv"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("in.csv F2"), "{}", ran.err);
    let ran = site.run(&["import", "in.csv", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("the findings are JSON");
    let place = (&told[0]["file"], &told[0]["line"], &told[0]["column"]);
    assert_eq!(place, (&"in.csv".into(), &2.into(), &6.into()), "{}", ran.out);
    assert_eq!(site.tree("content"), before);
}

#[test]
fn a_sheet_of_no_kind_asks_for_it() {
    let site = Site::base();
    site.write("in.csv", "slug,name.en\r\nnobody,Nobody\r\n");
    for language in ["en", "th"] {
        let ran = site.run(&["import", "in.csv", "--lang", language]);
        golden(&format!("import-kind.{language}.txt"), &ran);
    }
}
