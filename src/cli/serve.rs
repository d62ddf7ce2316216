//! `nakhon serve`: the site on this computer, built again at every change.
//!
//! While the content has errors the last good site stays up, under an overlay that tells the same
//! findings as `check`.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::check::without_content;
use super::console::{Console, count, print, text};
use super::{Common, FAULT, Format};
use crate::diagnostic::{Diagnostic, Severity};
use crate::history::History;
use crate::live::{Extent, Live};
use crate::pipeline::Outcome;
use crate::report::{self, Words as _};
use crate::serve::{
    self, DEFAULT_PORT, Desk, Files, Options, Overlay, ServeError, Shown, Snapshot, StatusDesk,
};
use crate::source::Sources;
use crate::tree::{Kept, MakeError};

/// How long the look at every page waits for the page that is looked at.
const FIRST: Duration = Duration::from_millis(400);

/// How long the look at every page rests at a time while a change is taken in.
const PAUSE: Duration = Duration::from_millis(5);

pub(super) fn run(common: &Common, port: Option<u16>, host: Option<IpAddr>) -> ExitCode {
    // By its whole path: a folder that is exchanged for another leaves the one we were started in.
    let root = std::path::absolute(&common.root).unwrap_or_else(|_| common.root.clone());
    let common = &Common { root, ..common.clone() };
    let live = Live::new(&common.request());
    let console = Arc::new(Console::new(common, &live.outcome));
    if let Some(status) = without_content(common, &console) {
        return status;
    }
    let shown = Arc::new(Shown::new(Snapshot::default()));
    let bench = Arc::new(Bench {
        common: common.clone(),
        console: Arc::clone(&console),
        shown: Arc::clone(&shown),
        latest: AtomicU64::new(0),
        busy: AtomicBool::new(false),
        passed: AtomicU64::new(0),
        good: Mutex::default(),
        live: Mutex::new(live),
    });
    bench.show(&bench.live(), &Extent::All);
    bench.tell(&bench.live(), &Extent::All);
    let watch = {
        let bench = Arc::clone(&bench);
        let folders = ["content", "themes", "locales"].iter().map(|name| common.root.join(name));
        // A commit changes no file of the site, and the dates that its pages tell.
        let paths: Vec<PathBuf> = folders.chain(History::log_file(&common.root)).collect();
        serve::watch(&paths, move |changed| bench.update(&changed))
    };
    let _watch = match watch {
        Ok(watch) => Some(watch),
        Err(error) => {
            // Showing the site is worth more than noticing changes.
            let path = common.root.display().to_string();
            console.fail(
                "cli-cannot-watch",
                &[("path", text(path)), ("reason", text(error.to_string()))],
            );
            None
        }
    };
    let options = Options {
        host: host.unwrap_or(Options::default().host),
        port: port.unwrap_or(DEFAULT_PORT),
        port_given: port.is_some(),
    };
    listen(options, &shown, &console)
}

/// Says where the site is to be seen: also, where others are let in, for their phones.
fn tell(address: SocketAddr, options: Options, base: &str, console: &Console) {
    if options.port != 0 && address.port() != options.port {
        let (port, next) = (options.port.to_string(), address.port().to_string());
        console.say("cli-port-taken", &[("port", text(port)), ("next", text(next))]);
    }
    let here = if address.ip().is_unspecified() {
        SocketAddr::new(std::net::Ipv4Addr::LOCALHOST.into(), address.port())
    } else {
        address
    };
    console.say("cli-serving", &[("url", text(format!("http://{here}{base}")))]);
    if let Some(host) = serve::seen_from_outside(address.ip()) {
        let url = format!("http://{}{base}", SocketAddr::new(host, address.port()));
        if let Some(code) = serve::code(&url) {
            print(&code);
        }
        console.say("cli-serving-network", &[("url", text(url))]);
    }
    let language = console.language();
    let status = format!("http://{here}{base}_nakhon/status/{language}/");
    console.say("cli-serving-status", &[("url", text(status))]);
    console.say("cli-stop", &[]);
}

/// Serves until the user stops it.
fn listen(options: Options, shown: &Arc<Shown>, console: &Console) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            console.fail("cli-internal", &[("reason", text(error.to_string()))]);
            return ExitCode::from(FAULT);
        }
    };
    let base = shown.current().snapshot.base_path.clone();
    let ready = |address: SocketAddr| tell(address, options, &base, console);
    let outcome = runtime.block_on(async {
        tokio::select! {
            served = serve::serve(options, Arc::clone(shown), ready) => served,
            _ = tokio::signal::ctrl_c() => Ok(()),
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            fail(console, &error);
            ExitCode::from(FAULT)
        }
    }
}

fn fail(console: &Console, error: &ServeError) {
    match error {
        ServeError::PortTaken { first, last, .. } => console.fail(
            "cli-no-port",
            &[("port", text(first.to_string())), ("last", text(last.to_string()))],
        ),
        ServeError::Listen { address, source } => console.fail(
            "cli-cannot-listen",
            &[("address", text(address.to_string())), ("reason", text(source.to_string()))],
        ),
        ServeError::Stopped { source } => {
            console.fail("cli-internal", &[("reason", text(source.to_string()))]);
        }
    }
}

/// Where the site is built again and again.
struct Bench {
    common: Common,
    console: Arc<Console>,
    shown: Arc<Shown>,
    /// Counts what was shown, so that work for an older state can be given up.
    latest: AtomicU64,
    /// Whether a change is being taken in.
    busy: AtomicBool,
    /// The last of them of which every page could be made.
    passed: AtomicU64,
    /// That site.
    good: Mutex<Option<Snapshot>>,
    live: Mutex<Live>,
}

impl Bench {
    /// Takes in what changed and shows what came of it.
    fn update(self: &Arc<Self>, changed: &[PathBuf]) {
        let since = Instant::now();
        let mut live = self.live();
        self.busy.store(true, Ordering::SeqCst);
        let extent = live.update(&self.common.request(), changed);
        self.busy.store(false, Ordering::SeqCst);
        if extent == Extent::Nothing {
            return;
        }
        let is_shown = self.show(&live, &extent);
        let seconds = format!("{:.2}", since.elapsed().as_secs_f64());
        self.tell(&live, &extent);
        if is_shown {
            self.console.say("cli-rebuilt", &[("seconds", text(seconds))]);
        } else {
            self.console.say("cli-stale", &[]);
        }
    }

    /// Says what was found, which an open page shows sooner.
    fn tell(&self, live: &Live, extent: &Extent) {
        if *extent == Extent::All {
            self.console.tell(&live.outcome.findings, &live.outcome, Format::Human);
        }
    }

    /// Shows the site, or the last good one under an overlay of findings; says which. Pages are
    /// made when they are asked for, and all that a change touched once in the background, because
    /// templates fail only while pages are made.
    fn show(self: &Arc<Self>, live: &Live, extent: &Extent) -> bool {
        let number = self.latest.fetch_add(1, Ordering::SeqCst) + 1;
        let kept = match &live.site {
            // Over what is shown, though not every page of it was looked at: to go back to an older
            // site would take from editors what they have just done well.
            Err(None) => {
                let findings = &live.outcome.findings;
                self.overlay(findings, &live.outcome.sources, number, self.now());
                return false;
            }
            Err(Some(error)) => {
                self.fail(error, &live.outcome.sources, number, self.now());
                return false;
            }
            Ok(kept) => Arc::clone(kept),
        };
        let base_path = kept.tree().project().base.path().to_owned();
        // What the last site did not pass has to be tried again.
        let passed = self.passed.load(Ordering::SeqCst) == number - 1;
        let touched = match extent {
            Extent::Prose(files) if passed => Some(files.clone()),
            _ => None,
        };
        // Held until this is shown: findings of the site before must not come over it.
        let good = self.good();
        let before = good.as_ref().map(|it| Arc::clone(&it.files));
        let files = Lazy { kept: Arc::clone(&kept), before };
        let desk: Arc<dyn Desk> = Arc::new(self.desk(&kept, &live.outcome));
        let shown = Snapshot { files: Arc::new(files), base_path, overlay: None, desk: Some(desk) };
        self.shown.replace(shown.clone());
        drop(good);
        let bench = Arc::clone(self);
        std::thread::spawn(move || {
            let newer = || {
                // An editor who has saved waits; this can.
                while bench.busy.load(Ordering::SeqCst) {
                    std::thread::sleep(PAUSE);
                }
                bench.latest.load(Ordering::SeqCst) != number
            };
            // The page that the editor looks at is made first, and its browser has work to do.
            std::thread::sleep(FIRST);
            match kept.try_all(touched.as_ref(), &newer) {
                Ok(()) if newer() => {}
                Ok(()) => {
                    let files = Arc::new(Lazy { kept, before: None });
                    *bench.good() = Some(Snapshot { files, ..shown });
                    bench.passed.store(number, Ordering::SeqCst);
                }
                Err(error) => {
                    // Before the first site was made in full the one that is shown is the best.
                    let last = bench.good().clone().unwrap_or_else(|| bench.now());
                    bench.fail(&error, kept.tree().sources(), number, last);
                }
            }
        });
        true
    }

    /// Pages for editors, of this state of the site.
    fn desk(&self, kept: &Kept, outcome: &Outcome) -> StatusDesk {
        let project = kept.tree().project();
        StatusDesk::new(
            Arc::clone(&project.directory),
            Arc::clone(kept.tree().sources()),
            self.common.root.clone(),
            outcome.today,
            self.common.request().now,
            Arc::clone(&outcome.messages),
            project.assets.path("styles.css").map(str::to_owned),
        )
    }

    fn fail(&self, error: &MakeError, sources: &Sources, number: u64, last: Snapshot) {
        match error {
            MakeError::Findings(findings) => {
                self.console.tell_of(findings, sources, Format::Human);
                self.overlay(findings, sources, number, last);
            }
            // A picture that was taken away just now: the next change is on its way.
            MakeError::Output(error) => {
                super::build::fail(&self.console, error);
            }
        }
    }

    /// Lays findings over the last good site, unless there is a newer one.
    fn overlay(&self, findings: &[Diagnostic], sources: &Sources, number: u64, last: Snapshot) {
        let counts = [
            ("errors", super::console::number(count(findings, Severity::Error))),
            ("warnings", super::console::number(count(findings, Severity::Warning))),
        ];
        let overlay = Some(Arc::new(Overlay {
            language: self.console.language().to_string(),
            heading: self.console.message("found-summary", &counts).unwrap_or_default(),
            note: self.console.message("cli-stale", &[]).unwrap_or_default(),
            cards: report::cards(findings, sources, &*self.console),
            root: self.common.root.clone(),
        }));
        // One at a time, so that what is asked here still holds when it is shown.
        let _good = self.good();
        if self.latest.load(Ordering::SeqCst) == number {
            self.shown.replace(Snapshot { overlay, ..last });
        }
    }

    /// What is shown now.
    fn now(&self) -> Snapshot {
        self.shown.current().snapshot.clone()
    }

    fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn good(&self) -> MutexGuard<'_, Option<Snapshot>> {
        self.good.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A tree whose files are made when they are asked for. What cannot be made is shown as it last was
/// until the findings are told.
#[derive(Debug)]
struct Lazy {
    kept: Arc<Kept>,
    before: Option<Arc<dyn Files>>,
}

impl Files for Lazy {
    fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        self.kept.get(path).unwrap_or_else(|_| self.before.as_ref()?.get(path))
    }

    fn has(&self, path: &str) -> bool {
        self.kept.has(path)
    }
}
