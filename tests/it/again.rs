//! Builds that begin where the last one ended: their tree is that of a build from nothing.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::hash::Hasher;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use crate::support::{Ran, Site, files_below, repository};

/// One thing that editors do between two builds.
#[derive(Clone, Debug)]
enum Work {
    /// Writes a prose.
    Prose(usize, usize),
    /// Writes facts.
    Facts(usize),
    /// Takes a prose away.
    Remove(usize),
    /// Writes over a published page by hand.
    Touch,
    /// Nothing.
    Nothing,
}

const PROSES: [&str; 2] = ["content/spaces/library.en.md", "content/spaces/library.th.md"];
const TEXTS: [&str; 6] = [
    "Words.\n",
    "Other words.\n",
    "## A heading\n\nOther words.\n",
    "Words, with [[spaces/museum]].\n",
    "Other words, with [[spaces/museum]].\n",
    "- One\n- two\n",
];
const FACTS: [&str; 2] = [
    "name: {th: หอ, en: Hall}\nkind: library\ndistrict: central\n",
    "name: {th: หอใหม่, en: New hall}\nkind: library\ndistrict: central\n",
];

fn work() -> impl Strategy<Value = Work> {
    prop_oneof![
        6 => (0..PROSES.len(), 0..TEXTS.len()).prop_map(|(file, text)| Work::Prose(file, text)),
        1 => (0..FACTS.len()).prop_map(Work::Facts),
        1 => (0..PROSES.len()).prop_map(Work::Remove),
        1 => Just(Work::Touch),
        1 => Just(Work::Nothing),
    ]
}

fn apply(site: &Site, work: &Work) {
    match *work {
        Work::Prose(file, text) => drop(site.write(PROSES[file], TEXTS[text])),
        Work::Facts(text) => drop(site.write("content/spaces/hall.yaml", FACTS[text])),
        Work::Remove(file) => {
            let _ = fs::remove_file(site.root().join(PROSES[file]));
        }
        Work::Touch => drop(site.append("public/en/index.html", "by hand")),
        Work::Nothing => {}
    }
    // Times of files tell no more than a tick of the clock.
    std::thread::sleep(Duration::from_millis(60));
}

fn times(site: &Site) -> BTreeMap<String, SystemTime> {
    let folder = site.root().join("public");
    let time = |path: String| {
        let metadata = fs::metadata(folder.join(&path)).expect("a built file is there");
        (path, metadata.modified().expect("files have times"))
    };
    files_below(&folder).into_iter().map(time).collect()
}

const PLAIN: [&str; 2] = ["--without", "previews,codes"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_tree_is_that_of_a_build_from_nothing(works in prop::collection::vec(work(), 5..8)) {
        let site = Site::base();
        site.build(&PLAIN);
        for work in works {
            apply(&site, &work);
            let (before, age) = (site.tree("public"), times(&site));
            site.build(&PLAIN);
            let after = site.tree("public");
            site.build(&["--without", "previews,codes", "--out", "clean", "--cache", "no-cache"]);
            prop_assert_eq!(&after, &site.tree("clean"), "after {:?}", work);
            let unchanged = after.iter().filter(|(path, bytes)| {
                before.get(*path) == Some(bytes) && path.as_str() != ".nakhon"
            });
            let now = times(&site);
            for (path, _) in unchanged {
                prop_assert_eq!(age.get(path), now.get(path), "{} keeps its time", path);
            }
            fs::remove_dir_all(site.root().join("clean")).expect("a tree can be removed");
            fs::remove_dir_all(site.root().join("no-cache")).ok();
        }
    }
}

/// What is wrong with pages that are taken over is told as if they had been made.
#[test]
fn what_the_last_build_found_is_told_again() {
    let site = Site::base();
    let template = repository("themes/default/templates/offline.html");
    let template = fs::read_to_string(template).expect("the theme has an offline page");
    // Nothing that repeats itself: what compresses well is light.
    let mut hasher = std::hash::DefaultHasher::new();
    let mut noise = String::new();
    for number in 0..6_000_u16 {
        hasher.write_u16(number);
        write!(noise, "{:016x}", hasher.finish()).expect("a string takes all");
    }
    let heavy = template.replacen("<h1", &format!("<p>{noise}</p><h1"), 1);
    assert_ne!(heavy, template);
    site.write("themes/default/templates/offline.html", &heavy);
    std::thread::sleep(Duration::from_millis(60));
    let first = site.build(&PLAIN);
    assert!(first.err.contains("warning[page-heavy]"), "{}", first.err);
    assert!(first.out.contains("with 1 warning"), "{}", first.out);
    let says_it_again = |ran: &Ran| {
        assert_eq!(ran.err, first.err);
        assert!(ran.out.contains("with 1 warning"), "{}", ran.out);
    };
    says_it_again(&site.build(&PLAIN));
    for text in TEXTS {
        site.write(PROSES[0], text);
        std::thread::sleep(Duration::from_millis(60));
        says_it_again(&site.build(&PLAIN));
    }
    let thai = site.build(&[&PLAIN[..], &["--lang", "th"]].concat());
    assert!(!thai.err.contains("warning") && thai.err.contains("page-heavy"), "{}", thai.err);
    let denied = site.run(&[&["build", "--deny", "warnings"], &PLAIN[..]].concat());
    assert_ne!(denied.status, 0, "{}", denied.err);
}
