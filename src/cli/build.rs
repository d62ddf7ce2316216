//! `nakhon build`: the site into a folder.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use super::console::{Console, Progress, count, number, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::diagnostic::{Diagnostic, Severity};
use crate::output::{self, OutputError, Staging};
use crate::pipeline::{self, Outcome};
use crate::tree::{MakeError, Tree};

pub(super) fn run(common: &Common, out: &Path) -> ExitCode {
    let since = Instant::now();
    let target = if out.is_absolute() { out.to_owned() } else { common.root.join(out) };
    output::recover(&target);
    let mut outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome);
    if let Some(status) = super::check::refuse(common, &console, &outcome, Format::Human) {
        return status;
    }
    let Some(project) = outcome.project.take() else { return ExitCode::from(CONTENT_HAS_ERRORS) };
    let progress = Progress::new(&console);
    let wait = || console.say("cli-waiting", &[("path", text(target.display().to_string()))]);
    let staging = match Staging::begin(&target, wait) {
        Ok(staging) => staging,
        Err(error) => return fail(&console, &error),
    };
    let languages = project.locales.len();
    let made =
        Tree::new(project).and_then(|tree| tree.write(&staging, &|done, of| progress.at(done, of)));
    progress.done();
    let made = match made {
        Ok(made) => made,
        Err(MakeError::Findings(findings)) => return not_published(&console, &findings, &outcome),
        Err(MakeError::Output(error)) => return fail(&console, &error),
    };
    if let Err(error) = staging.publish() {
        return fail(&console, &error);
    }
    let warnings = count(&outcome.findings, Severity::Warning);
    if made.borrowed > 0 {
        console.say("cli-borrowed", &[("entries", number(made.borrowed))]);
    }
    console.say(
        "cli-built",
        &[
            ("pages", number(made.pages)),
            ("files", number(made.files)),
            ("languages", number(languages)),
            ("warnings", number(warnings)),
            ("seconds", text(format!("{:.1}", since.elapsed().as_secs_f64()))),
        ],
    );
    ExitCode::SUCCESS
}

fn not_published(console: &Console, findings: &[Diagnostic], outcome: &Outcome) -> ExitCode {
    console.tell(findings, outcome, Format::Human);
    console.fail("cli-not-published", &[("errors", number(findings.len()))]);
    ExitCode::from(CONTENT_HAS_ERRORS)
}

/// A fault that only the operator can mend.
pub(super) fn fail(console: &Console, error: &OutputError) -> ExitCode {
    match error {
        OutputError::Io { path, source } => console.fail(
            "cli-cannot-write",
            &[("path", text(path.display().to_string())), ("reason", console.reason(source))],
        ),
        OutputError::Foreign(path) => {
            console.fail("cli-output-foreign", &[("path", text(path.display().to_string()))]);
        }
    }
    ExitCode::from(FAULT)
}
