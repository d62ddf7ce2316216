//! What each stage of a build costs alone: reading a directory, a page, a calendar, a search index.
//!
//! `cargo bench --bench stages` invents a directory with the generator in `benches/peers/` (it needs
//! Python 3) and prints the time of each; compare two runs of one machine, nothing else.

#![allow(clippy::unwrap_used, reason = "a bench that cannot begin has nobody to tell")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use divan::Bencher;
use jiff::Timestamp;
use jiff::civil::Date;
use nakhon::cache::Cache;
use nakhon::pipeline::{self, Request};
use nakhon::prose;
use nakhon::tree::{Batch, Piece, Tree};

/// How many entries the directory has.
const ENTRIES: usize = 500;

fn main() {
    divan::main();
}

/// The folder of an invented directory, made once a run.
fn site() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stages");
        let (corpus, site) = (folder.join("corpus"), folder.join("site"));
        let _ = std::fs::remove_dir_all(&folder);
        let count = ENTRIES.to_string();
        python(&["benches/peers/gen_corpus.py", "--n", &count, "--out", corpus.to_str().unwrap()]);
        python(&["benches/to_nakhon.py", corpus.to_str().unwrap(), site.to_str().unwrap()]);
        site
    })
}

fn python(arguments: &[&str]) {
    let root = env!("CARGO_MANIFEST_DIR");
    let ran = Command::new("python3").args(arguments).current_dir(root).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

fn request() -> Request {
    Request {
        root: site().to_owned(),
        base_url: None,
        today: Some(Date::constant(2026, 11, 24)),
        now: Timestamp::UNIX_EPOCH,
        drafts: false,
        cache: Cache::off(),
        without: Vec::new(),
        history: false,
    }
}

fn tree() -> Tree {
    Tree::new(pipeline::read(&request()).project.unwrap()).unwrap()
}

/// The first piece in a folder whose path ends so.
fn piece<'t>(tree: &'t Tree, folder: &str, end: &str) -> &'t Piece {
    let mut pieces =
        tree.pieces().filter(|(path, _)| path.starts_with(folder) && path.ends_with(end));
    pieces.next().unwrap().1
}

/// From files to a directory that was checked.
#[divan::bench(sample_count = 10)]
fn read(bencher: Bencher<'_, '_>) {
    let request = request();
    bencher.bench(|| pipeline::read(&request));
}

/// Orders, groups and every address.
#[divan::bench(sample_count = 10)]
fn order(bencher: Bencher<'_, '_>) {
    let request = request();
    bencher.with_inputs(|| pipeline::read(&request).project.unwrap()).bench_values(Tree::new);
}

/// The page of one space, from values to bytes.
#[divan::bench(args = ["th/spaces/", "en/spaces/", "th/events/", "en/events/"])]
fn page(bencher: Bencher<'_, '_>, folder: &str) {
    let tree = tree();
    let page = piece(&tree, folder, "/index.html");
    bencher.bench(|| tree.make(page));
}

/// The calendar of one event.
#[divan::bench]
fn calendar(bencher: Bencher<'_, '_>) {
    let tree = tree();
    let calendar = piece(&tree, "th/events/", ".ics");
    bencher.bench(|| tree.make(calendar));
}

/// The search index of a language: Thai, whose words a dictionary must find, and English.
#[divan::bench(args = [0, 1], sample_count = 10)]
fn search(bencher: Bencher<'_, '_>, language: usize) {
    let tree = tree();
    bencher.bench(|| tree.make_batch(Batch::Search(language)));
}

/// The open data in every form.
#[divan::bench(sample_count = 10)]
fn open_data(bencher: Bencher<'_, '_>) {
    let tree = tree();
    bencher.bench(|| tree.make_batch(Batch::OpenData));
}

/// The words of a prose of Thai, without their marks.
#[divan::bench]
fn plain_words(bencher: Bencher<'_, '_>) {
    let space = std::fs::read_dir(site().join("content/spaces")).unwrap().flatten();
    let mut texts = space.map(|it| it.path()).filter(|it| it.to_string_lossy().ends_with(".th.md"));
    let text = std::fs::read_to_string(texts.next().unwrap()).unwrap();
    bencher.bench(|| prose::plain(&text));
}
