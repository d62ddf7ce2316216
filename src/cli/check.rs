//! `nakhon check`: everything read and made, nothing written.

use std::process::ExitCode;

use super::console::{Console, count, number, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::pipeline::{self, Outcome};
use crate::tree::{MakeError, Tree};

pub(super) fn run(common: &Common, format: Format, external: bool) -> ExitCode {
    let mut outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome).telling(format);
    if let Some(status) = without_content(common, &console) {
        return status;
    }
    if !forbids(common, &outcome)
        && let Some(project) = outcome.project.take()
    {
        // Templates fail only when pages are made, so all are made that could be wrong, and none is
        // kept. Links to other sites stand anywhere.
        let verified = Tree::new(project).and_then(|tree| {
            let verified = if external { tree.verify()? } else { tree.verify_unsure()? };
            Ok((tree, verified))
        });
        match verified {
            Ok((tree, verified)) => {
                gather(&mut outcome, verified.findings);
                if external {
                    match super::external::findings(common, &console, &tree, &verified.foreign) {
                        Ok(found) => gather(&mut outcome, found),
                        Err(status) => return status,
                    }
                }
            }
            Err(MakeError::Findings(findings)) => gather(&mut outcome, findings),
            Err(MakeError::Output(error)) => return super::build::fail(&console, &error),
        }
    }
    console.tell(&outcome.findings, &outcome, format);
    if let Some(status) = refuse(common, &console, &outcome) {
        return status;
    }
    if outcome.findings.is_empty() && format == Format::Human {
        console.say("cli-check-clean", &[("files", number(outcome.files))]);
    }
    ExitCode::SUCCESS
}

/// A folder without content has nothing to check.
pub(super) fn without_content(common: &Common, console: &Console) -> Option<ExitCode> {
    let content = common.root.join("content");
    if content.is_dir() {
        return None;
    }
    console.fail("cli-content-missing", &[("path", text(content.display().to_string()))]);
    Some(ExitCode::from(CONTENT_HAS_ERRORS))
}

/// Adds findings to those of the content; all are told at once.
pub(super) fn gather(outcome: &mut Outcome, more: Vec<Diagnostic>) {
    let mut all = Diagnostics::default();
    all.extend(std::mem::take(&mut outcome.findings));
    all.extend(more);
    outcome.findings = all.into_sorted();
}

/// Whether what was found forbids publishing.
pub(super) fn forbids(common: &Common, outcome: &Outcome) -> bool {
    let found = |severity| count(&outcome.findings, severity) > 0;
    found(Severity::Error) || common.deny.is_some() && found(Severity::Warning)
}

/// The status where what was found forbids publishing.
pub(super) fn refuse(common: &Common, console: &Console, outcome: &Outcome) -> Option<ExitCode> {
    if !forbids(common, outcome) {
        return None;
    }
    if count(&outcome.findings, Severity::Error) == 0 {
        let warnings = number(outcome.findings.len());
        console.fail("cli-warnings-denied", &[("warnings", warnings)]);
    }
    Some(ExitCode::from(CONTENT_HAS_ERRORS))
}

/// Our own fault: content that is good and yet makes no site.
pub(super) fn no_project(console: &Console) -> ExitCode {
    console.fail("cli-internal", &[("reason", text("no project and no finding"))]);
    ExitCode::from(FAULT)
}
