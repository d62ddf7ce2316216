//! `nakhon serve`: the site on this computer, built again at every change.
//!
//! While the content has errors the last good site stays up, under an overlay that tells the same
//! findings as `check`.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::console::{Console, count, print, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::{self, Outcome};
use crate::report::{self, Words as _};
use crate::serve::{
    self, DEFAULT_PORT, Desk, Files, Options, Overlay, ServeError, Shown, Snapshot, StatusDesk,
};
use crate::tree::{Kept, MakeError, Tree};

pub(super) fn run(common: &Common, port: Option<u16>, host: Option<IpAddr>) -> ExitCode {
    let outcome = pipeline::read(&common.request());
    let console = Arc::new(Console::new(common, &outcome));
    let content = common.root.join("content");
    if !content.is_dir() {
        console.fail("cli-content-missing", &[("path", text(content.display().to_string()))]);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    }
    let shown = Arc::new(Shown::new(Snapshot::default()));
    let bench = Arc::new(Bench {
        common: common.clone(),
        console: Arc::clone(&console),
        shown: Arc::clone(&shown),
        latest: AtomicU64::new(0),
        good: Mutex::default(),
    });
    bench.show(outcome);
    let watch = {
        let bench = Arc::clone(&bench);
        let paths: Vec<PathBuf> =
            ["content", "themes", "locales"].iter().map(|name| common.root.join(name)).collect();
        serve::watch(&paths, move |_| bench.rebuild())
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
    /// The last site of which every page could be made.
    good: Mutex<Option<Snapshot>>,
}

impl Bench {
    /// Reads everything again and shows what came of it.
    fn rebuild(self: &Arc<Self>) {
        let since = Instant::now();
        let outcome = pipeline::read(&self.common.request());
        if self.show(outcome) {
            let seconds = format!("{:.2}", since.elapsed().as_secs_f64());
            self.console.say("cli-rebuilt", &[("seconds", text(seconds))]);
        } else {
            self.console.say("cli-stale", &[]);
        }
    }

    /// Shows a site, or the last good one under an overlay of findings; says which. Pages are made
    /// when they are asked for, and all of them once in the background, because templates fail only
    /// while pages are made.
    fn show(self: &Arc<Self>, mut outcome: Outcome) -> bool {
        self.console.tell(&outcome.findings, &outcome, Format::Human);
        let number = self.latest.fetch_add(1, Ordering::SeqCst) + 1;
        let tree = match outcome.project.take().map(Tree::new) {
            None => {
                self.overlay(&outcome.findings, &outcome, number);
                return false;
            }
            Some(Err(error)) => {
                self.fail(error, &outcome, number);
                return false;
            }
            Some(Ok(tree)) => tree,
        };
        let base_path = tree.project().base.path().to_owned();
        let kept = Arc::new(Kept::new(tree));
        let before = self.good().clone();
        let files = Lazy { kept: Arc::clone(&kept), before: before.map(|it| it.files) };
        let desk: Arc<dyn Desk> = Arc::new(self.desk(&kept, &outcome));
        let shown = Snapshot { files: Arc::new(files), base_path, overlay: None, desk: Some(desk) };
        self.shown.replace(shown.clone());
        let bench = Arc::clone(self);
        std::thread::spawn(move || {
            let newer = || bench.latest.load(Ordering::SeqCst) != number;
            match kept.try_all(&newer) {
                Ok(()) if newer() => {}
                Ok(()) => {
                    let files = Arc::new(Lazy { kept, before: None });
                    *bench.good() = Some(Snapshot { files, ..shown });
                }
                Err(error) => bench.fail(error, &outcome, number),
            }
        });
        true
    }

    /// Pages for editors, of this state of the site.
    fn desk(&self, kept: &Kept, outcome: &Outcome) -> StatusDesk {
        let project = kept.tree().project();
        StatusDesk::new(
            Arc::clone(&project.directory),
            Arc::clone(&project.sources),
            self.common.root.clone(),
            outcome.today,
            self.common.request().now,
            Arc::clone(&outcome.messages),
            project.assets.path("styles.css").map(str::to_owned),
        )
    }

    fn fail(&self, error: MakeError, outcome: &Outcome, number: u64) {
        match error {
            MakeError::Findings(findings) => {
                self.console.tell(&findings, outcome, Format::Human);
                self.overlay(&findings, outcome, number);
            }
            // A picture that was taken away just now: the next change is on its way.
            MakeError::Output(error) => {
                super::build::fail(&self.console, &error);
            }
        }
    }

    /// Lays findings over the last good site, unless there is a newer one.
    fn overlay(&self, findings: &[Diagnostic], outcome: &Outcome, number: u64) {
        let counts = [
            ("errors", super::console::number(count(findings, Severity::Error))),
            ("warnings", super::console::number(count(findings, Severity::Warning))),
        ];
        let overlay = Some(Arc::new(Overlay {
            language: self.console.language().to_string(),
            heading: self.console.message("found-summary", &counts).unwrap_or_default(),
            note: self.console.message("cli-stale", &[]).unwrap_or_default(),
            cards: report::cards(findings, &outcome.sources, &*self.console),
            root: self.common.root.clone(),
        }));
        let good = self.good();
        if self.latest.load(Ordering::SeqCst) == number {
            // Before the first site was made in full the one that is shown is the best there is.
            let last = good.clone().unwrap_or_else(|| self.shown.current().snapshot.clone());
            self.shown.replace(Snapshot { overlay, ..last });
        }
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
