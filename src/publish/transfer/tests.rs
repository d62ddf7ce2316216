//! Publications to a store in memory that fails when it is told to.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path as FolderPath;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::stream::BoxStream;
use object_store::memory::InMemory;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta,
    PutMultipartOptions, PutResult, Result as StoreResult,
};

use super::*;
use crate::output::{Sink, Staging};

/// A store that notes what is asked of it and fails after so many changes.
#[derive(Debug, Default)]
struct Faulty {
    inner: InMemory,
    log: std::sync::Mutex<Vec<String>>,
    /// How many changes still succeed; all where it is zero from the beginning.
    left: AtomicUsize,
    fails: std::sync::atomic::AtomicBool,
}

impl Faulty {
    fn fail_after(&self, changes: usize) {
        self.left.store(changes, Ordering::SeqCst);
        self.fails.store(true, Ordering::SeqCst);
    }

    fn heal(&self) {
        self.fails.store(false, Ordering::SeqCst);
    }

    fn change(&self, what: String) -> StoreResult<()> {
        if self.fails.load(Ordering::SeqCst) {
            let left = self
                .left
                .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            if left.is_err() {
                return Err(Error::Generic { store: "faulty", source: "cut".into() });
            }
        }
        self.log.lock().unwrap().push(what);
        Ok(())
    }

    fn take_log(&self) -> Vec<String> {
        std::mem::take(&mut *self.log.lock().unwrap())
    }
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("faulty")
    }
}

/// The trait's futures, as its own macro writes them.
type Future<'f, T> =
    std::pin::Pin<Box<dyn std::future::Future<Output = StoreResult<T>> + Send + 'f>>;

impl ObjectStore for Faulty {
    fn put_opts<'a, 'b, 'f>(
        &'a self,
        location: &'b Path,
        payload: PutPayload,
        options: PutOptions,
    ) -> Future<'f, PutResult>
    where
        'a: 'f,
        'b: 'f,
    {
        Box::pin(async move {
            self.change(format!("put {location}"))?;
            self.inner.put_opts(location, payload, options).await
        })
    }

    fn put_multipart_opts<'a, 'b, 'f>(
        &'a self,
        location: &'b Path,
        options: PutMultipartOptions,
    ) -> Future<'f, Box<dyn MultipartUpload>>
    where
        'a: 'f,
        'b: 'f,
    {
        self.inner.put_multipart_opts(location, options)
    }

    fn get_opts<'a, 'b, 'f>(
        &'a self,
        location: &'b Path,
        options: GetOptions,
    ) -> Future<'f, GetResult>
    where
        'a: 'f,
        'b: 'f,
    {
        self.inner.get_opts(location, options)
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, StoreResult<Path>>,
    ) -> BoxStream<'static, StoreResult<Path>> {
        let locations = futures_util::StreamExt::collect::<Vec<_>>(locations);
        let locations = futures_util::FutureExt::now_or_never(locations).unwrap();
        let allowed: Vec<StoreResult<Path>> = locations
            .into_iter()
            .map(|location| {
                let location = location?;
                self.change(format!("delete {location}")).map(|()| location)
            })
            .collect();
        self.inner.delete_stream(stream::iter(allowed).boxed())
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, StoreResult<ObjectMeta>> {
        self.inner.list(prefix)
    }

    fn list_with_delimiter<'a, 'b, 'f>(&'a self, prefix: Option<&'b Path>) -> Future<'f, ListResult>
    where
        'a: 'f,
        'b: 'f,
    {
        self.inner.list_with_delimiter(prefix)
    }

    fn copy_opts<'a, 'b, 'c, 'f>(
        &'a self,
        from: &'b Path,
        to: &'c Path,
        options: CopyOptions,
    ) -> Future<'f, ()>
    where
        'a: 'f,
        'b: 'f,
        'c: 'f,
    {
        self.inner.copy_opts(from, to, options)
    }
}

struct Case {
    _folder: tempfile::TempDir,
    target: std::path::PathBuf,
    store: Arc<Faulty>,
    destination: Destination,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("public");
        let store = Arc::new(Faulty::default());
        let destination = Destination::of(Arc::clone(&store) as Arc<dyn ObjectStore>);
        Self { _folder: folder, target, store, destination }
    }

    /// Builds a tree of these files.
    fn build(&self, files: &[(&str, &str)]) -> &Self {
        let staging = Staging::begin(&self.target, || {}).unwrap();
        for (path, text) in files {
            staging.put(path, text.as_bytes().to_vec()).unwrap();
        }
        staging.publish().unwrap();
        self
    }

    fn publish(&self) -> Result<Report, PublishError> {
        let tree = Tree::open(&self.target)?;
        publish(&tree, &self.destination, Limit::Usual, false, &|_, _| {})
    }

    /// Every file of the store.
    fn there(&self) -> BTreeMap<String, Vec<u8>> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let metas: Vec<ObjectMeta> = self.store.inner.list(None).try_collect().await.unwrap();
            let mut all = BTreeMap::new();
            for meta in metas {
                let bytes =
                    self.store.inner.get(&meta.location).await.unwrap().bytes().await.unwrap();
                all.insert(meta.location.to_string(), bytes.to_vec());
            }
            all
        })
    }

    fn assert_mirrored(&self) {
        assert_eq!(self.there(), on_disk(&self.target));
    }
}

fn on_disk(folder: &FolderPath) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().flatten();
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inner = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (inner, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

const FIRST: &[(&str, &str)] = &[
    ("index.html", "door"),
    ("th/index.html", "home"),
    ("th/gone/index.html", "gone"),
    ("assets/site.0a.css", "css"),
    ("data/spaces.csv", "csv"),
];
const SECOND: &[(&str, &str)] = &[
    ("index.html", "door"),
    ("th/index.html", "another home"),
    ("th/new/index.html", "new"),
    ("assets/site.0b.css", "another css"),
    ("data/spaces.csv", "csv"),
];

#[test]
fn what_pages_need_goes_first_and_deletions_last() {
    let case = Case::new();
    case.build(FIRST).publish().unwrap();
    case.assert_mirrored();
    case.store.take_log();
    let report = case.build(SECOND).publish().unwrap();
    case.assert_mirrored();
    assert_eq!((report.plan.sent(), report.plan.unchanged, report.resumed), (3, 2, false));
    assert_eq!(
        case.store.take_log(),
        [
            "put .nakhon-publishing",
            "put assets/site.0b.css",
            "put th/index.html",
            "put th/new/index.html",
            "delete assets/site.0a.css",
            "delete th/gone/index.html",
            "put .nakhon",
            "delete .nakhon-publishing",
        ]
    );
    case.publish().unwrap();
    assert_eq!(case.store.take_log(), [""; 0], "nothing is left to do");
}

#[test]
fn a_cut_at_any_moment_is_taken_up() {
    for cut in 0..12 {
        let case = Case::new();
        case.build(FIRST).publish().unwrap();
        case.build(SECOND);
        case.store.fail_after(cut);
        let failed = case.publish();
        if cut < 8 {
            assert!(matches!(failed, Err(PublishError::Store { .. })), "{cut}: {failed:?}");
        }
        // Until the end every page that stands there has what it needs.
        let there = case.there();
        if there["th/index.html"] == b"another home" {
            assert!(there.contains_key("assets/site.0b.css"), "{cut}");
        }
        case.store.heal();
        let report = case.publish().unwrap();
        assert_eq!(report.resumed, (1..8).contains(&cut), "{cut}");
        case.assert_mirrored();
    }
}

#[test]
fn what_was_sent_before_a_cut_is_not_sent_again() {
    let files: Vec<(String, String)> =
        (0..1_000).map(|number| (format!("th/{number}/index.html"), number.to_string())).collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let case = Case::new();
    case.build(&files);
    case.store.fail_after(700);
    case.publish().unwrap_err();
    case.store.heal();
    case.store.take_log();
    case.publish().unwrap();
    case.assert_mirrored();
    let again = case.store.take_log().len();
    assert!((300..450).contains(&again), "{again}");
}

#[test]
fn files_of_someone_elses_are_not_touched() {
    let case = Case::new();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        case.store.inner.put(&Path::from("thesis.txt"), "x".into()).await.unwrap();
    });
    assert!(matches!(case.build(FIRST).publish(), Err(PublishError::Foreign(_))));
    assert_eq!(case.there().len(), 1);
}

#[test]
fn a_tree_that_changes_meanwhile_is_not_published() {
    let case = Case::new();
    case.build(FIRST);
    let tree = Tree::open(&case.target).unwrap();
    std::fs::write(case.target.join("th/index.html"), "by hand").unwrap();
    let failed = publish(&tree, &case.destination, Limit::Usual, false, &|_, _| {});
    assert!(matches!(failed, Err(PublishError::Altered { .. })), "{failed:?}");
    assert!(!case.there().contains_key(MARKER));
}

#[test]
fn trying_changes_nothing() {
    let case = Case::new();
    let tree = Tree::open(&case.build(FIRST).target).unwrap();
    let report = publish(&tree, &case.destination, Limit::Usual, true, &|_, _| {}).unwrap();
    assert_eq!(report.plan.sent(), 5);
    assert!(case.there().is_empty());
}

#[test]
fn files_say_what_they_are() {
    let said = |path: &str| {
        let headers = headers(path);
        let of = |name| headers.get(&name).map_or("", |value| value.as_ref()).to_owned();
        (of(Attribute::ContentType), of(Attribute::CacheControl), of(Attribute::ContentEncoding))
    };
    let of = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(said("th/index.html"), of(kind::HTML, kind::REVALIDATED, ""));
    assert_eq!(said("assets/a.0a.css.br"), of(kind::STYLE, kind::IMMUTABLE, "br"));
    assert_eq!(
        said("th/events.ics.gz"),
        of("text/calendar; charset=utf-8", kind::REVALIDATED, "gzip")
    );
    assert_eq!(said("_headers"), of(kind::TEXT, kind::REVALIDATED, ""));
}
