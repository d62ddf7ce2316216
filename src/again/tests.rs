//! What a build is shown to have to do, change by change. That its tree is the right one is tested on
//! the program itself (`tests/it/again.rs`).

use std::fs;
use std::path::PathBuf;

use jiff::civil::Date;
use tempfile::TempDir;

use super::{Again, Build, Ending, Todo, Told};
use crate::cache::Cache;
use crate::output::Staging;
use crate::pipeline::fixture::{good_site, request};
use crate::pipeline::{self, Outcome, Request};
use crate::tree::{Extra, Made, Tree};

/// What a build came to that found nothing wrong.
fn ending(outcome: &Outcome, made: Made) -> Ending {
    let (languages, told) = (outcome.languages.clone(), Told::default());
    Ending { made, languages, faults: Vec::new(), told }
}

struct Site {
    folder: TempDir,
    request: Request,
}

impl Site {
    /// A good site with some prose, not yet built.
    fn new() -> Self {
        let folder = good_site();
        let request = Request {
            cache: Cache::at(folder.path().join(".cache")),
            without: vec![Extra::Previews, Extra::Codes],
            ..request(folder.path())
        };
        let site = Self { folder, request };
        site.write("content/spaces/library.en.md", "Prose, with [[spaces/museum]].\n");
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    /// Waits until a change would tell by its time.
    fn rest() {
        std::thread::sleep(super::files::FINE * 2);
    }

    fn again(&self) -> Again {
        Again::new(&self.request, &self.path("public"), &[])
    }

    /// Builds everything and notes it.
    fn build(&self) {
        Self::rest();
        let again = self.again();
        let todo = again.todo(&self.request);
        let mut outcome = pipeline::read(&self.request);
        let tree = Tree::new(outcome.project.take().unwrap()).unwrap();
        let staging = Staging::begin(&self.path("public"), || {}).unwrap();
        let verified = tree.write_verified(&staging, &|_, _| {}).unwrap();
        staging.publish().unwrap();
        let ending = ending(&outcome, verified.made);
        let build = Build { request: &self.request, outcome: &outcome, project: tree.project() };
        again.note(&build, ending, todo.last());
    }

    /// What is to be done, in a word; for proses, whether they turn out to be all.
    fn todo(&self) -> &'static str {
        match self.again().todo(&self.request) {
            Todo::Nothing(..) => "nothing",
            Todo::All => "all",
            Todo::Proses(last) => {
                let mut outcome = pipeline::read(&self.request);
                let project = outcome.project.take();
                let since = project.and_then(|project| last.since(&outcome, &project));
                if since.is_some() { "proses" } else { "read, then all" }
            }
        }
    }
}

#[test]
fn no_more_is_to_be_done_than_a_change_asks_for() {
    let site = Site::new();
    assert_eq!(site.todo(), "all", "nothing was built");
    site.build();
    assert_eq!(site.todo(), "nothing");
    let prose = "content/spaces/library.en.md";
    for (text, todo) in [
        ("Other prose, with [[spaces/museum]].\n", "proses"),
        ("Prose, with [[spaces/museum]].\n", "nothing"),
        ("Prose without it.\n", "read, then all"),
        ("See [[spaces/nowhere]].\n", "read, then all"),
        ("---\nname: Another\n---\nProse, with [[spaces/museum]].\n", "read, then all"),
        ("", "read, then all"),
    ] {
        site.write(prose, text);
        assert_eq!(site.todo(), todo, "{text}");
    }
    site.build();
    site.write("content/spaces/another.en.md", "One more file.\n");
    assert_eq!(site.todo(), "all");
    fs::remove_file(site.path("content/spaces/another.en.md")).unwrap();
    let facts = fs::read_to_string(site.path("content/site.yaml")).unwrap();
    site.write("content/site.yaml", &(facts.clone() + "\n# A remark.\n"));
    assert_eq!(site.todo(), "all");
    site.write("content/site.yaml", &facts);
    assert_eq!(site.todo(), "nothing", "the same bytes, written again");
    fs::create_dir_all(site.path("themes/default/templates")).unwrap();
    site.write("themes/default/templates/offline.html", "<h1>x</h1>");
    assert_eq!(site.todo(), "all");
}

#[test]
fn a_byte_order_mark_is_part_of_a_file_though_not_of_its_text() {
    let site = Site::new();
    let prose = "content/spaces/library.en.md";
    let text = "\u{feff}Prose, with [[spaces/museum]].\n";
    site.write(prose, text);
    site.build();
    site.write(prose, text);
    assert_eq!(site.todo(), "nothing", "the same bytes, written again");
}

#[test]
fn the_published_tree_must_be_as_it_was_written() {
    let site = Site::new();
    site.build();
    let page = "public/en/index.html";
    let text = fs::read_to_string(site.path(page)).unwrap();
    site.write(page, &text);
    assert_eq!(site.todo(), "nothing", "the same bytes, written again");
    site.write(page, &text.replacen('a', "b", 1));
    assert_eq!(site.todo(), "all");
    site.write(page, &text);
    site.write("public/stray.html", "");
    assert_eq!(site.todo(), "all");
    fs::remove_file(site.path("public/stray.html")).unwrap();
    assert_eq!(site.todo(), "nothing");
    fs::remove_file(site.path(page)).unwrap();
    assert_eq!(site.todo(), "all");
}

#[test]
fn another_day_and_other_wishes_make_another_tree() {
    let site = Site::new();
    site.build();
    let mut other = site.request.clone();
    other.today = Some(Date::constant(2026, 11, 25));
    assert!(matches!(site.again().todo(&other), Todo::All));
    for change in [
        (|it: &mut Request| it.drafts = true) as fn(&mut Request),
        |it| it.base_url = Some("https://other.example/".to_owned()),
        |it| it.without.clear(),
        |it| it.history = true,
    ] {
        let mut other = site.request.clone();
        change(&mut other);
        let again = Again::new(&other, &site.path("public"), &[]);
        assert!(matches!(again.todo(&other), Todo::All), "{other:?}");
    }
    let compressed = Again::new(&site.request, &site.path("public"), &["compress"]);
    assert!(matches!(compressed.todo(&site.request), Todo::All));
    let elsewhere = Again::new(&site.request, &site.path("elsewhere"), &[]);
    assert!(matches!(elsewhere.todo(&site.request), Todo::All));
    assert_eq!(site.todo(), "nothing");
}

#[test]
fn what_could_have_been_missed_is_not_noted() {
    let site = Site::new();
    site.build();
    // The times of files tell no more than a tick, and this one is younger than that.
    let prose = fs::File::create(site.path("content/spaces/library.en.md")).unwrap();
    prose.set_modified(std::time::SystemTime::now()).unwrap();
    let again = site.again();
    let mut outcome = pipeline::read(&site.request);
    let project = outcome.project.take().unwrap();
    let build = Build { request: &site.request, outcome: &outcome, project: &project };
    again.note(&build, ending(&outcome, Made::default()), None);
    assert_eq!(site.todo(), "all");
}
