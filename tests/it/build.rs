//! What a build promises: the same bytes for the same content and day, nothing lost, and statuses
//! that a script can rely on.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{Site, TODAY, files_below, is_a};

/// A site with one of each, which builds in a blink.
fn small() -> Site {
    Site::base()
}

#[test]
fn the_same_content_and_day_give_the_same_bytes() {
    let site = small();
    let tree = |arguments: &[&str], zone: &str| -> BTreeMap<String, Vec<u8>> {
        let mut command = site.command(&["build", "--today", TODAY, "--lang", "en"]);
        command.args(arguments).env("TZ", zone);
        let ran = site.finish(command);
        assert_eq!(ran.status, 0, "{}", ran.err);
        site.tree("public")
    };
    let first = tree(&["--threads", "1"], "UTC");
    assert!(first.len() > 50, "a whole site is built");
    assert!(first == tree(&["--threads", "1"], "UTC"), "a second build differs");
    assert!(first == tree(&["--threads", "2"], "UTC"), "threads change the bytes");
    assert!(first == tree(&[], "Pacific/Kiritimati"), "the zone of the machine changes the bytes");
}

/// Folders list their files in the order of making on some systems.
#[test]
fn the_order_in_which_files_were_made_is_nothing() {
    let (one, other) = (small(), Site::empty());
    for path in files_below(one.root()).into_iter().rev() {
        let bytes = fs::read(one.root().join(&path)).expect("a fixture can be read");
        other.write_bytes(&path, &bytes);
    }
    one.build(&[]);
    other.build(&[]);
    assert!(one.tree("public") == other.tree("public"));
}

/// Distributions that rebuild to compare set only this.
#[test]
fn the_day_is_an_input() {
    let site = small();
    let day = |variable: Option<&str>, arguments: &[&str]| {
        let mut command = site.command(&[&["build", "--lang", "en"], arguments].concat());
        command.envs(variable.map(|seconds| ("SOURCE_DATE_EPOCH", seconds)));
        let ran = site.finish(command);
        assert_eq!(ran.status, 0, "{}", ran.err);
        site.read("public/en/calendar/index.html")
    };
    let before = day(None, &["--today", "2026-11-24"]);
    assert!(before.contains("Book Fair"), "the fair is to come");
    // 2026-11-23T17:30Z is the 24th already where the site is.
    assert_eq!(before, day(Some("1795455000"), &[]));
    assert_eq!(before, day(Some("0"), &["--today", "2026-11-24"]), "the option goes first");
    let after = day(None, &["--today", "2026-12-13"]);
    assert!(!after.contains("Book Fair"), "the fair is over");
}

#[test]
fn the_folder_can_be_chosen_and_is_made() {
    let site = small();
    site.build(&["--out", "made/here"]);
    assert!(site.has("made/here/index.html") && !site.has("public"));
    site.build(&[]);
    assert!(site.tree("made/here") == site.tree("public"));
    let left = files_below(site.root());
    let hidden = |path: &&String| path.starts_with('.') && !path.starts_with(".cache/");
    assert_eq!(left.iter().filter(hidden).count(), 0);
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let site = small();
    site.write("public/photos.txt", "mine");
    let ran = site.run(&["build"]);
    assert_eq!(ran.status, 70);
    assert!(ran.err.contains("public") && ran.out.is_empty(), "{}", ran.err);
    assert_eq!(site.tree("public").len(), 1);
    assert_eq!(site.read("public/photos.txt"), "mine");
}

#[test]
fn errors_leave_what_was_published() {
    let site = small();
    site.build(&[]);
    let before = site.tree("public");
    site.edit("content/spaces/library.yaml", "kind: library", "kind: libary");
    assert_eq!(site.run(&["build"]).status, 1);
    assert!(before == site.tree("public"), "the old tree stays whole");
    // A page that is gone from the content is gone from the next tree.
    site.edit("content/spaces/library.yaml", "kind: libary", "kind: library");
    site.remove("content/pages/about.en.md").remove("content/pages/about.th.md");
    site.edit("content/site.yaml", ", about]", "]");
    site.build(&[]);
    assert!(before.contains_key("en/about/index.html") && !site.has("public/en/about"));
}

/// A template that fails while pages are made fails after the content was found good.
#[test]
fn a_template_that_fails_publishes_nothing() {
    let site = small();
    site.build(&[]);
    let before = site.tree("public");
    let template =
        "{% extends \"base.html\" %}\n{% block main %}{{ page.nothing.here }}{% endblock %}\n";
    site.write("themes/default/templates/not-found.html", template);
    let ran = site.run(&["build"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("themes/default/templates/not-found.html:2:"), "{}", ran.err);
    assert!(before == site.tree("public"));
}

#[test]
fn drafts_are_published_only_where_asked() {
    let site = small();
    site.append("content/spaces/museum.yaml", "draft: yes\n");
    site.build(&[]);
    assert!(!site.has("public/th/spaces/museum"));
    assert!(!site.read("public/th/spaces/index.html").contains("พิพิธภัณฑ์เมือง"));
    site.build(&["--drafts"]);
    assert!(site.has("public/th/spaces/museum/index.html"));
}

#[test]
fn warnings_count_only_where_they_are_denied() {
    let site = small();
    site.append("content/spaces/library.yaml", "location: [13.7563, 100.5018]\n");
    let ran = site.build(&[]);
    assert!(ran.out.contains("with 1 warning"), "{}", ran.out);
    fs::remove_dir_all(site.root().join("public")).expect("the tree is there");
    let ran = site.run(&["build", "--deny", "warnings"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("1 warning counts as an error"), "{}", ran.err);
    assert!(!site.has("public"));
}

/// Statuses and streams as the house has them: results on the one, findings on the other.
#[test]
fn statuses_and_streams() {
    let site = small();
    let good = site.run(&["check"]);
    assert_eq!((good.status, good.err.as_str()), (0, ""));
    assert_eq!(good.out, "All is well: 10 files checked, nothing to mend.\n");
    assert!(!site.has("public"), "a check publishes nothing");

    let wrong_use = site.run(&["check", "--today", "2569-11-24"]);
    assert_eq!(wrong_use.status, 2);
    assert!(wrong_use.err.contains("2026-11-24"), "{}", wrong_use.err);
    assert_eq!(site.run(&["bild"]).status, 2);
    assert_eq!(site.run(&["build", "--base-url", "city.example"]).status, 2);

    let nothing = Site::empty().run(&["build"]);
    assert_eq!(nothing.status, 1);
    assert!(nothing.err.contains("ROOT") || nothing.err.contains("content"), "{}", nothing.err);

    site.append("content/spaces/library.yaml", "capacity: many\n");
    let json = site.run(&["check", "--format", "json"]);
    assert_eq!((json.status, json.err.as_str()), (1, ""));
    let lines: Vec<serde_json::Value> = match serde_json::from_str(&json.out) {
        Ok(serde_json::Value::Array(all)) => all,
        Ok(one) => vec![one],
        Err(_) => json.out.lines().filter_map(|line| serde_json::from_str(line).ok()).collect(),
    };
    assert!(!lines.is_empty() && json.out.contains("number-invalid"), "{}", json.out);
    let github = site.run(&["check", "--format", "github"]);
    assert!(
        github.out.starts_with("::error file=content/spaces/library.yaml,line=4"),
        "{}",
        github.out
    );
}

#[test]
fn the_summary_is_one_line_in_the_asked_language() {
    let site = small();
    let english = site.build(&[]).out;
    let last = english.lines().last().unwrap_or_default();
    assert!(last.starts_with("Built ") && last.contains(" pages in 2 languages ("), "{english}");
    let thai = site.build(&["--lang", "th"]).out;
    assert!(thai.contains("สร้างเสร็จแล้ว") && thai.contains(" 2 ภาษา"), "{thai}");
    let mut command = site.command(&["build", "--today", TODAY]);
    command.env("LC_ALL", "th_TH.UTF-8");
    assert!(site.finish(command).out.contains("สร้างเสร็จแล้ว"), "the environment's language");
}

/// Values of `href` and `src` in a page.
fn addresses(html: &str) -> Vec<&str> {
    let starts = [" href=\"", " src=\""]
        .map(|name| html.match_indices(name).map(move |(at, _)| at + name.len()));
    let values =
        starts.into_iter().flatten().map(|at| html[at..].split('"').next().unwrap_or_default());
    values.collect()
}

#[test]
fn every_address_begins_with_the_base() {
    let site = small();
    for (url, path) in
        [("https://city.example/", "/"), ("https://city.example/learning/map", "/learning/map/")]
    {
        site.build(&["--base-url", url]);
        let absolute = format!("{}/", url.trim_end_matches('/'));
        let mut seen = 0;
        for (file, bytes) in site.tree("public") {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if !is_a(&file, "html") {
                continue;
            }
            for address in addresses(&text) {
                seen += 1;
                // A calendar is subscribed to by the same address under another scheme.
                let plain = address.replacen("webcal://", "https://", 1);
                let ours = plain.starts_with(path) || plain.starts_with(&absolute);
                let other = address.starts_with('#')
                    || ["https://", "mailto:", "tel:"]
                        .iter()
                        .any(|scheme| address.starts_with(scheme));
                assert!(ours || other, "{file}: {address}");
                // The other root must be nowhere: no address is written past the base.
                assert!(
                    path == "/" || !address.starts_with("https://city.example/th"),
                    "{file}: {address}"
                );
            }
        }
        assert!(seen > 500, "links were looked at");
        let sitemap = site.read("public/sitemap.xml");
        assert!(sitemap.contains(&format!("<loc>{absolute}th/</loc>")), "{sitemap}");
        assert!(site.read("public/robots.txt").contains(&format!("{absolute}sitemap.xml")));
    }
}

/// Fifty entries a page; the listing is its own first page.
#[test]
fn long_listings_are_paged() {
    let site = small();
    for number in 1..=118 {
        let facts = format!(
            "name: {{th: ห้องอ่านที่ {number:03}, en: Reading Room {number:03}}}\nkind: library\ndistrict: central\n"
        );
        site.write(&format!("content/spaces/room-{number:03}.yaml"), &facts);
    }
    site.build(&["--without", "previews,codes"]);
    for language in ["th", "en"] {
        let page = |number: usize| format!("public/{language}/spaces/page/{number}/index.html");
        assert!(site.has(&page(2)) && site.has(&page(3)));
        assert!(!site.has(&page(1)) && !site.has(&page(4)));
        // 120 spaces: each on one page and on no other.
        let first = site.read(&format!("public/{language}/spaces/index.html"));
        let pages = [first, site.read(&page(2)), site.read(&page(3))];
        for number in 1..=118 {
            let link = format!("href=\"/{language}/spaces/room-{number:03}/\"");
            let on = pages.iter().filter(|page| page.contains(&link)).count();
            assert_eq!(on, 1, "room {number} in {language}");
        }
        let second = &pages[1];
        assert!(second.contains(&format!("href=\"/{language}/spaces/\"")), "back to the first");
        assert!(
            second.contains(&format!("href=\"/{language}/spaces/page/3/\"")),
            "on to the third"
        );
        assert!(
            second.contains(&format!("href=\"https://city.example/{language}/spaces/page/2/\"")),
            "canonical"
        );
    }
}

/// Many spaces would be a blot on a drawing and a long list beside it: a pin is a district then.
#[test]
fn a_map_of_very_many_spaces_shows_their_districts() {
    let site = small();
    for number in 1..=124 {
        let (district, longitude) =
            if number <= 100 { ("central", 100.5) } else { ("riverside", 100.6) };
        let latitude = 13.7 + f64::from(number) / 2000.0;
        let facts = format!(
            "name: {{th: ห้องอ่านที่ {number:03}, en: Reading Room {number:03}}}\nkind: library\n\
             district: {district}\nlocation: [{latitude:.5}, {longitude}]\n"
        );
        site.write(&format!("content/spaces/room-{number:03}.yaml"), &facts);
    }
    site.build(&["--without", "previews,codes"]);
    for language in ["th", "en"] {
        let page = site.read(&format!("public/{language}/map/index.html"));
        assert_eq!(page.matches("<a class=\"pin\"").count(), 2, "a pin for each district");
        for (district, spaces) in [("central", "100"), ("riverside", "24")] {
            let address = format!("href=\"/{language}/districts/{district}/\"");
            let links: Vec<&str> = page.split(&address).skip(1).collect();
            assert_eq!(links.len(), 2, "{district}: a pin and a line of the list");
            for link in links {
                let words = link.split("</a>").next().unwrap_or_default();
                assert!(words.contains(spaces), "{district} says that it has {spaces}: {words}");
            }
            assert!(site.has(&format!("public/{language}/districts/{district}/index.html")));
        }
        assert!(!page.contains("room-001"), "no space is listed by itself");
        assert!(page.contains(&format!("href=\"/{language}/spaces/\"")), "all are one tap away");
    }
}

/// The switch that ends offline copies, also in browsers that have been here before.
#[test]
fn a_theme_can_end_offline_copies() {
    let site = small();
    site.build(&[]);
    let with = site.tree("public");
    site.write("themes/default/theme.yaml", "offline: false\n");
    site.build(&[]);
    let without = site.tree("public");
    let end = fs::read("src/export/offline/end.js").expect("the script that ends it");
    assert!(with["sw.js"] != end, "the worker stands while the switch is on");
    assert!(without["sw.js"] == end, "browsers that come back get the script that ends it");
    let scripts = |tree: &BTreeMap<String, Vec<u8>>| {
        let asks = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("/offline.");
        tree.iter().filter(|(path, bytes)| path.ends_with("index.html") && asks(bytes)).count()
    };
    assert!(scripts(&with) > 10, "pages begin the worker");
    assert_eq!(scripts(&without), 0, "no page begins a worker");
    // One setting is changed; the others of the built-in theme stay.
    let styles = |tree: &BTreeMap<String, Vec<u8>>| {
        let found = tree.iter().find(|(path, _)| path.starts_with("assets/styles."));
        found.map(|(path, _)| path.clone())
    };
    assert!(styles(&with).is_some());
    assert_eq!(styles(&with), styles(&without));
}
