//! The state of the directory, with a history that the test makes and without one.

use std::process::Command;

use crate::support::{Ran, Site, TODAY, compare, repository};

fn golden(name: &str, ran: &Ran) {
    let told = format!("{}{}[exit status {}]\n", ran.out, ran.err, ran.status);
    if let Err(difference) = compare(&repository("tests/golden/commands").join(name), &told) {
        panic!("{difference}");
    }
}

/// Commits all that is there, on a day.
fn commit(site: &Site, day: &str) {
    let git = |arguments: &[&str]| {
        let time = format!("{day}T09:00:00+07:00");
        let output = Command::new("git")
            .arg("-C")
            .arg(site.root())
            .args(["-c", "user.name=Test", "-c", "user.email=test@city.example"])
            .args(["-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_AUTHOR_DATE", &time)
            .env("GIT_COMMITTER_DATE", &time)
            .output()
            .expect("git can be started");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", day]);
}

/// A site of four entries, each with a story.
fn site() -> Site {
    let site = Site::base();
    for path in [
        "spaces/library.yaml",
        "spaces/museum.yaml",
        "events/book-fair.md",
        "partners/college.yaml",
    ] {
        site.remove(&format!("content/{path}"));
    }
    site.write(
        "content/spaces/library.yaml",
        "name: {th: หอสมุด, en: Library}\nkind: library\ndistrict: central\nverified: 2026-11-01\n",
    );
    site.write("content/spaces/library.th.md", "## เวลา\n\nเปิดทุกวัน ดู [[spaces/museum]]\n");
    site.write("content/spaces/library.en.md", "Open every day.\n");
    site.write("content/spaces/museum.yaml", "name: {th: พิพิธภัณฑ์, en: Museum}\nsummary: {th: ของเก่า}\nkind: museum\ndistrict: riverside\nverified: 2024-01-01\n");
    site.write("content/partners/college.yaml", "name: {th: วิทยาลัย}\nkind: college\n");
    let kinds = site.read("content/vocabulary.yaml");
    let kind = kinds.lines().find(|line| line.starts_with("partner_kinds")).map(str::to_owned);
    let kind =
        kind.and_then(|line| Some(line.split('{').nth(1)?.split(':').next()?.trim().to_owned()));
    if let Some(kind) = kind {
        site.edit("content/partners/college.yaml", "kind: college", &format!("kind: {kind}"));
    }
    site
}

#[test]
fn without_a_history_texts_are_held_against_each_other() {
    let site = site();
    for language in ["en", "th"] {
        let ran = site.run(&["status", "--lang", language]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        golden(&format!("status.{language}.txt"), &ran);
    }
}

#[test]
fn the_history_tells_which_text_is_older_than_what_it_should_say() {
    let site = site();
    commit(&site, "2026-01-10");
    // One language's prose, one language's name, and a fact that nobody has verified since.
    site.edit("content/spaces/library.th.md", "ทุกวัน", "ทุกวันตลอดปี");
    commit(&site, "2026-02-10");
    site.edit("content/spaces/museum.yaml", "en: Museum", "en: City Museum");
    commit(&site, "2026-03-10");
    site.edit("content/spaces/museum.yaml", "kind: museum", "kind: museum\nfee: free");
    commit(&site, "2026-04-10");
    // Not committed yet: counts as done now.
    site.edit("content/spaces/library.yaml", "th: หอสมุด", "th: หอสมุดกลาง");
    for language in ["en", "th"] {
        let mut command = site.command(&["status", "--lang", language, "--today", TODAY]);
        // What is not committed counts as changed now: noon of 24 November 2026 in Bangkok.
        command.env("SOURCE_DATE_EPOCH", "1795496400");
        let ran = site.finish(command);
        assert_eq!(ran.status, 0, "{}", ran.err);
        golden(&format!("status-history.{language}.txt"), &ran);
    }
    // Whoever verifies the entry has seen the fact; the name still waits for its other language.
    site.edit("content/spaces/museum.yaml", "2024-01-01", "2026-04-10");
    let status = json(&site);
    let open = status["open"].as_array().expect("a list");
    let museum: Vec<&str> = open
        .iter()
        .filter(|it| it["slug"] == "museum")
        .map(|it| it["state"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(museum, ["older-than-text", "partial"], "{status}");
    // A translation that is brought up to date is in order again.
    let before = status["texts"]["good"].as_u64();
    site.edit("content/spaces/library.en.md", "every day", "every day of the year");
    site.edit("content/spaces/library.yaml", "en: Library", "en: Central Library");
    assert!(json(&site)["texts"]["good"].as_u64() > before);
}

fn json(site: &Site) -> serde_json::Value {
    let ran = site.run(&["status", "--format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("the status is JSON")
}

#[test]
fn fewer_texts_than_wanted_fail() {
    let site = site();
    let status = json(&site);
    let share = |name: &str| status["texts"][name].as_u64().expect("a number");
    assert!(share("good") < share("all") && status["history"] == false);
    let good = site.run(&["status", "--fail-under", "0"]);
    assert_eq!(good.status, 0);
    for language in ["en", "th"] {
        let bad = site.run(&["status", "--fail-under", "95", "--lang", language]);
        assert_eq!(bad.status, 1);
        golden(&format!("status-under.{language}.txt"), &Ran { out: String::new(), ..bad });
    }
    // All that is there in all languages is all there is.
    site.write("content/spaces/library.en.md", "## Hours\n\nEvery day, see [[spaces/museum]].\n");
    site.edit("content/spaces/museum.yaml", "{th: ของเก่า}", "{th: ของเก่า, en: Old things}");
    site.edit("content/partners/college.yaml", "{th: วิทยาลัย}", "{th: วิทยาลัย, en: College}");
    assert_eq!(site.run(&["status", "--fail-under", "100"]).status, 0);
}
