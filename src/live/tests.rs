//! Random work on a site, in every step compared with a build from nothing.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::{Extent, Live};
use crate::output::MemoryTree;
use crate::pipeline::fixture::{good_site, request};
use crate::pipeline::{self, Request};
use crate::tree::Tree;

/// Texts that a file may come to hold, good and bad.
const PROSES: &[&str] = &[
    "ห้องเงียบ\n",
    "## ห้อง\n\nMore *words*, and a list:\n\n- one\n- two\n",
    "See [[spaces/museum]] and [[partners/city]].\n",
    "See [[spaces/nowhere]].\n",
    "![room](../media/room.png)\n",
    "![room](nowhere.png)\n",
    "เมือง **ขอน (Kaen)**เป็น\n",
    "---\nname: Another\n---\nBelow a name.\n",
    "---\nname: [\n---\nBroken above.\n",
    "\n\n   late beginning\n",
    "",
];
const FACTS: &[&str] = &[
    "name: {th: หอ, en: Hall}\nkind: library\ndistrict: central\n",
    "name: {th: หอ, en: Hall}\nkind: library\ndistrict: central\nthemes: [nothing]\n",
    "name: {th: หอ\n",
];
/// Files that there are, may be or are none of ours.
const MARKDOWN: &[&str] = &[
    "spaces/library.en.md",
    "spaces/library.th.md",
    "spaces/museum.en.md",
    "pages/about.en.md",
    "spaces/hall.th.md",
];
const YAML: &[&str] = &["spaces/hall.yaml", "spaces/museum.yaml", "spaces/hall/index.yaml"];

/// One thing that people and programs do to files.
#[derive(Clone, Debug)]
enum Work {
    /// Writes a prose: file, text.
    Prose(usize, usize),
    /// Adds a line to a prose: what editors do most.
    Add(usize),
    /// Writes facts: file, text.
    Facts(usize, usize),
    Remove(usize),
    Rename(usize, usize),
    RemoveFolder,
    /// Writes what is there already.
    Touch(usize),
}

fn work() -> impl Strategy<Value = Work> {
    prop_oneof![
        2 => (0..MARKDOWN.len(), 0..PROSES.len()).prop_map(|(file, text)| Work::Prose(file, text)),
        3 => (0..MARKDOWN.len()).prop_map(Work::Add),
        1 => (0..YAML.len(), 0..FACTS.len()).prop_map(|(file, text)| Work::Facts(file, text)),
        1 => (0..MARKDOWN.len()).prop_map(Work::Remove),
        1 => (0..MARKDOWN.len(), 0..MARKDOWN.len()).prop_map(|(from, to)| Work::Rename(from, to)),
        1 => Just(Work::RemoveFolder),
        1 => (0..MARKDOWN.len()).prop_map(Work::Touch),
    ]
}

/// Does it; says what changed. What cannot be done changes nothing.
fn apply(content: &Path, work: &Work) -> Vec<PathBuf> {
    let markdown = |file: usize| content.join(MARKDOWN[file]);
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        vec![path]
    };
    match *work {
        Work::Prose(file, text) => write(markdown(file), PROSES[text]),
        Work::Add(file) => match fs::read_to_string(markdown(file)) {
            Ok(text) => write(markdown(file), &(text + "\nOne more line.\n")),
            Err(_) => Vec::new(),
        },
        Work::Facts(file, text) => write(content.join(YAML[file]), FACTS[text]),
        Work::Remove(file) => {
            let gone = fs::remove_file(markdown(file)).is_ok();
            gone.then(|| markdown(file)).into_iter().collect()
        }
        Work::Rename(from, to) => match fs::rename(markdown(from), markdown(to)) {
            Ok(()) => vec![markdown(from), markdown(to)],
            Err(_) => Vec::new(),
        },
        Work::RemoveFolder => {
            let folder = content.join("spaces/hall");
            let gone = fs::remove_dir_all(&folder).is_ok();
            gone.then_some(folder).into_iter().collect()
        }
        Work::Touch(file) => match fs::read_to_string(markdown(file)) {
            Ok(text) => write(markdown(file), &text),
            Err(_) => Vec::new(),
        },
    }
}

/// A copy of the good site that the broken ones are made from, with some prose.
fn site() -> TempDir {
    let folder = good_site();
    for language in ["th", "en"] {
        let path = format!("content/spaces/library.{language}.md");
        fs::write(folder.path().join(path), "Prose.\n").unwrap();
    }
    folder
}

/// Compares what is shown with a build from nothing.
fn compare(live: &Live, request: &Request) -> Result<(), TestCaseError> {
    let mut clean = pipeline::read(request);
    let told = |findings: &[crate::diagnostic::Diagnostic]| -> Vec<String> {
        findings.iter().map(|it| format!("{} {:?}", it.problem.code, it.span)).collect()
    };
    prop_assert_eq!(told(&live.outcome.findings), told(&clean.findings));
    let Some(project) = clean.project.take() else {
        prop_assert!(live.site.is_err());
        return Ok(());
    };
    let memory = MemoryTree::default();
    Tree::new(project).unwrap().write(&memory, &|_, _| {}).unwrap();
    let kept = live.site.as_ref().map_err(|_| TestCaseError::fail("no site"))?;
    for (path, bytes) in memory.into_files() {
        let shown = kept.get(&path).unwrap();
        prop_assert_eq!(shown.as_deref(), Some(&bytes[..]), "{}", path);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_shown_is_a_build_from_nothing(works in prop::collection::vec(work(), 4..8)) {
        let folder = site();
        let request = request(folder.path());
        let content = folder.path().canonicalize().unwrap().join("content");
        let mut live = Live::new(&request);
        compare(&live, &request)?;
        for work in works {
            let changed = apply(&content, &work);
            if !changed.is_empty() {
                live.update(&request, &changed);
                compare(&live, &request)?;
            }
        }
    }
}

/// The way that makes editing quick is taken, and only where it may be.
#[test]
fn a_prose_alone_is_read_alone() {
    let folder = site();
    let request = request(folder.path());
    let content = folder.path().canonicalize().unwrap().join("content");
    let mut live = Live::new(&request);
    let prose = content.join("spaces/library.en.md");
    let mut write = |text: &str| {
        fs::write(&prose, text).unwrap();
        live.update(&request, std::slice::from_ref(&prose))
    };
    assert_eq!(write("Prose.\n"), Extent::Nothing);
    assert!(matches!(write("Other prose.\n"), Extent::Prose(files) if files.len() == 1));
    for other in ["See [[spaces/museum]].\n", "---\nname: X\n---\nProse.\n", ""] {
        assert_eq!(write(other), Extent::All, "{other}");
    }
}
