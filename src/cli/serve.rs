//! `nakhon serve`: the site on this computer, built again at every change.
//!
//! While the content has errors the last good site stays up, under an overlay that tells the same
//! findings as `check`.

use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use super::console::{Console, number, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::output::MemoryTree;
use crate::pipeline::{self, Outcome, WriteError};
use crate::report::{self, Look};
use crate::serve::{self, DEFAULT_PORT, Options, ServeError, Shown, Snapshot};

pub(super) fn run(common: &Common, port: Option<u16>, host: Option<IpAddr>) -> ExitCode {
    let outcome = pipeline::read(&common.request());
    let console = Arc::new(Console::new(common, &outcome));
    let content = common.root.join("content");
    if !content.is_dir() {
        console.fail("cli-content-missing", &[("path", text(content.display().to_string()))]);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    }
    console.tell(&outcome.findings, &outcome, Format::Human);
    let shown = Arc::new(Shown::new(snapshot(&outcome, &console, None)));
    let watch = {
        let (common, shown, console) = (common.clone(), Arc::clone(&shown), Arc::clone(&console));
        let paths: Vec<PathBuf> =
            ["content", "themes", "locales"].iter().map(|name| common.root.join(name)).collect();
        serve::watch(&paths, move |_| rebuild(&common, &shown, &console))
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
    let ready = |address: std::net::SocketAddr| {
        console.say("cli-serving", &[("url", text(format!("http://{address}{base}")))]);
        console.say("cli-stop", &[]);
    };
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

/// Builds again and shows what came of it.
fn rebuild(common: &Common, shown: &Shown, console: &Console) {
    let since = Instant::now();
    let outcome = pipeline::read(&common.request());
    console.tell(&outcome.findings, &outcome, Format::Human);
    let before = shown.current();
    let next = snapshot(&outcome, console, Some(&before.snapshot));
    if next.overlay.is_some() {
        console.say("cli-stale", &[]);
        shown.replace(next);
        return;
    }
    let changed = next
        .files
        .iter()
        .filter(|(path, bytes)| before.snapshot.files.get(*path) != Some(*bytes))
        .count();
    shown.replace(next);
    let seconds = format!("{:.2}", since.elapsed().as_secs_f64());
    console.say("cli-rebuilt", &[("seconds", text(seconds)), ("files", number(changed))]);
}

/// The site, or the last good one under an overlay of findings.
fn snapshot(outcome: &Outcome, console: &Console, last: Option<&Snapshot>) -> Snapshot {
    let findings = match &outcome.project {
        None => outcome.findings.clone(),
        Some(project) => {
            let tree = MemoryTree::default();
            match project.write(&outcome.sources, &tree, &|_, _| {}) {
                Ok(_) => {
                    return Snapshot {
                        files: Arc::new(tree.into_files()),
                        base_path: project.base().path().to_owned(),
                        overlay: None,
                    };
                }
                Err(WriteError::Findings(findings)) => findings,
                // Memory takes every file.
                Err(WriteError::Output(_)) => Vec::new(),
            }
        }
    };
    let told = report::human(&findings, &outcome.sources, console, Look::default());
    let overlay = format!("<pre>{}</pre>", escape(&told));
    let empty = Snapshot { base_path: "/".to_owned(), ..Snapshot::default() };
    Snapshot { overlay: Some(overlay), ..last.cloned().unwrap_or(empty) }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
