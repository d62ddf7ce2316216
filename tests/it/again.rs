//! Builds that begin where the last one ended: their tree is that of a build from nothing.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use crate::support::{Site, files_below};

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
