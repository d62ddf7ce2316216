//! `nakhon publish`: the built site to a store.

use std::path::Path;
use std::process::ExitCode;

use super::console::{Console, Progress, number, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT};
use crate::diagnostic::Argument;
use crate::pipeline;
use crate::publish::{self, Destination, Limit, Plan, PublishError, Report, Tree};

/// What is asked for.
#[derive(Debug)]
pub(super) struct Request<'a> {
    pub(super) address: &'a str,
    pub(super) from: &'a Path,
    pub(super) dry: bool,
    pub(super) most_deletions: Option<usize>,
}

pub(super) fn run(common: &Common, request: &Request<'_>) -> ExitCode {
    // Only its messages are needed, but they may be the site's own.
    let outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome);
    let Request { address, from, dry, most_deletions } = request;
    let folder = if from.is_absolute() { from.to_path_buf() } else { common.root.join(from) };
    let environment: Vec<(String, String)> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let limit = most_deletions.map_or(Limit::Usual, Limit::Most);
    let progress = Progress::new(&console);
    let published = Tree::open(&folder).and_then(|tree| {
        let destination = Destination::open(address, &folder, &environment, *dry)?;
        publish::publish(&tree, &destination, limit, *dry, &|done, of| progress.at(done, of))
    });
    progress.done();
    match published {
        Ok(report) => tell(&console, &report, *dry),
        Err(error) => fail(&console, &error),
    }
}

fn tell(console: &Console, report: &Report, dry: bool) -> ExitCode {
    let Report { plan, resumed } = report;
    if *resumed {
        console.say("cli-publish-resumed", &[]);
    }
    if dry {
        steps(console, plan);
    }
    let counts = [
        ("sent", number(plan.sent())),
        ("kilobytes", number(usize::try_from(plan.bytes().div_ceil(1000)).unwrap_or(usize::MAX))),
        ("deleted", number(plan.deletes.len())),
        ("unchanged", number(plan.unchanged)),
    ];
    console.say(if dry { "cli-publish-would" } else { "cli-published" }, &counts);
    ExitCode::SUCCESS
}

/// A line a file: what would be sent, in order, then what would be deleted.
fn steps(console: &Console, plan: &Plan) {
    for step in plan.sends.iter().flatten() {
        console.line(&format!("{} {}", if step.is_new { '+' } else { '~' }, step.path));
    }
    for path in &plan.deletes {
        console.line(&format!("- {path}"));
    }
}

fn fail(console: &Console, error: &PublishError) -> ExitCode {
    let path = |path: &Path| ("path", text(path.display().to_string()));
    let status = match error {
        PublishError::NotBuilt(_)
        | PublishError::Altered { .. }
        | PublishError::TooManyDeletions { .. } => CONTENT_HAS_ERRORS,
        _ => FAULT,
    };
    let (id, arguments): (&str, Vec<(&str, Argument)>) = match error {
        PublishError::Address(address) => ("cli-publish-address", vec![("address", text(address))]),
        PublishError::CredentialsInAddress => ("cli-publish-credentials-in-address", vec![]),
        PublishError::NoCredentials(names) => {
            ("cli-publish-no-credentials", vec![("names", text(names.join(", ")))])
        }
        PublishError::NotBuilt(folder) => ("cli-publish-not-built", vec![path(folder)]),
        PublishError::Altered { folder, path: file, count } => (
            "cli-publish-altered",
            vec![path(folder), ("file", text(file)), ("count", number(*count))],
        ),
        PublishError::Overlap(folder) => ("cli-publish-overlap", vec![path(folder)]),
        PublishError::Foreign(address) => ("cli-publish-foreign", vec![("address", text(address))]),
        PublishError::TooManyDeletions { count, limit } => {
            ("cli-publish-deletions", vec![("count", number(*count)), ("limit", number(*limit))])
        }
        PublishError::Io { path: file, source } => {
            ("cli-cannot-read", vec![path(file), ("reason", console.reason(source))])
        }
        PublishError::Store { reason } => ("cli-publish-store", vec![("reason", text(reason))]),
    };
    console.fail(id, &arguments);
    ExitCode::from(status)
}
