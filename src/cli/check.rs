//! `nakhon check`: everything read, nothing written.

use std::process::ExitCode;

use super::console::{Console, count, number, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::diagnostic::Severity;
use crate::pipeline::{self, Outcome};
use crate::tree::{MakeError, Tree};

pub(super) fn run(common: &Common, format: Format) -> ExitCode {
    let mut outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome);
    if let Some(status) = refuse(common, &console, &outcome, format) {
        return status;
    }
    let Some(project) = outcome.project.take() else { return ExitCode::from(CONTENT_HAS_ERRORS) };
    // Templates fail only when pages are made, so all are made and none is kept.
    match Tree::new(project).and_then(|tree| tree.check()) {
        Ok(()) => {}
        Err(MakeError::Findings(findings)) => {
            console.tell(&findings, &outcome, format);
            return ExitCode::from(CONTENT_HAS_ERRORS);
        }
        Err(MakeError::Output(error)) => return super::build::fail(&console, &error),
    }
    if outcome.findings.is_empty() && format == Format::Human {
        console.say("cli-check-clean", &[("files", number(outcome.files))]);
    }
    ExitCode::SUCCESS
}

/// Tells the findings and picks the status where they forbid going on.
pub(super) fn refuse(
    common: &Common,
    console: &Console,
    outcome: &Outcome,
    format: Format,
) -> Option<ExitCode> {
    let content = common.root.join("content");
    if !content.is_dir() {
        let path = content.display().to_string();
        console.fail("cli-content-missing", &[("path", text(path))]);
        return Some(ExitCode::from(CONTENT_HAS_ERRORS));
    }
    console.tell(&outcome.findings, outcome, format);
    let errors = count(&outcome.findings, Severity::Error);
    let warnings = count(&outcome.findings, Severity::Warning);
    if errors > 0 {
        return Some(ExitCode::from(CONTENT_HAS_ERRORS));
    }
    if common.deny.is_some() && warnings > 0 {
        console.fail("cli-warnings-denied", &[("warnings", number(warnings))]);
        return Some(ExitCode::from(CONTENT_HAS_ERRORS));
    }
    if outcome.project.is_none() {
        console.fail("cli-internal", &[("reason", text("no project and no finding"))]);
        return Some(ExitCode::from(FAULT));
    }
    None
}
