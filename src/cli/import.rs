//! `nakhon import`: a sheet's changes, shown and then written into the files.

use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;

use super::console::{Console, number, print, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::model::EntryKind;
use crate::pipeline;
use crate::report::Words as _;
use crate::sheet::{self, Change, FieldChange, Homes, Plan, Sheet, WriteFault};
use crate::source::{Sources, Span};

/// What the command line asks for.
pub(super) struct Asked<'a> {
    pub(super) file: &'a Path,
    pub(super) kind: Option<EntryKind>,
    pub(super) dry_run: bool,
    pub(super) yes: bool,
    pub(super) format: Format,
}

pub(super) fn run(common: &Common, asked: &Asked<'_>) -> ExitCode {
    let outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome);
    let name = asked.file.display().to_string();
    let bytes = match std::fs::read(asked.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = console.reason(&error);
            console.fail("cli-cannot-read", &[("path", text(name)), ("reason", reason)]);
            return ExitCode::from(FAULT);
        }
    };
    let grid = match sheet::read(&bytes, sheet::Format::of(asked.file)) {
        Ok(grid) => grid,
        Err(problem) => {
            let mut sources = Sources::default();
            let span = Span::start_of(sources.add(name, ""));
            console.tell_of(&[problem.at(span)], &sources, asked.format);
            return ExitCode::from(CONTENT_HAS_ERRORS);
        }
    };
    let today = outcome.today;
    let homes = Homes::read(&common.root, &outcome.languages, today);
    let Some(kind) = asked.kind.or_else(|| sheet::kind_of(&grid, &homes)) else {
        console.fail("cli-import-kind", &[("path", text(name))]);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    };
    let plan = sheet::plan(&homes, Sheet { name: &name, kind, grid: &grid }, today);
    console.tell_of(&plan.findings, &plan.sources, asked.format);
    if plan.has_errors() {
        console.fail("cli-import-refused", &[]);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    }
    if asked.format == Format::Human {
        show(&plan, &console);
    }
    if asked.dry_run {
        console.say("cli-import-dry", &[]);
        return ExitCode::SUCCESS;
    }
    if plan.changes.is_empty() {
        return ExitCode::SUCCESS;
    }
    if !asked.yes && !agreed(&console) {
        console.say("cli-import-left", &[]);
        return ExitCode::SUCCESS;
    }
    finish(&plan, &console)
}

/// Writes the plan.
fn finish(plan: &Plan, console: &Console) -> ExitCode {
    match sheet::write(&plan.changes) {
        Ok(()) => {
            let files = plan.changes.iter().map(|change| change.files.len()).sum();
            console.say("cli-import-done", &[("files", number(files))]);
            ExitCode::SUCCESS
        }
        Err(WriteFault::Changed { path }) => {
            console.fail("cli-import-raced", &[("path", text(path))]);
            ExitCode::from(CONTENT_HAS_ERRORS)
        }
        Err(WriteFault::Io { path, source }) => {
            let reason = console.reason(&source);
            let path = text(path.display().to_string());
            console.fail("cli-cannot-write", &[("path", path), ("reason", reason)]);
            ExitCode::from(FAULT)
        }
    }
}

/// Whether the user, asked in a terminal, agrees. Elsewhere nobody could answer, and who runs the
/// command there has seen what it does.
fn agreed(console: &Console) -> bool {
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        return true;
    }
    let question = console.message("cli-import-ask", &[]).unwrap_or_default();
    let asked = dialoguer::Confirm::new().with_prompt(question).default(false).interact_opt();
    matches!(asked, Ok(Some(true)))
}

/// The changes, field by field, and their sum.
fn show(plan: &Plan, console: &Console) {
    for change in &plan.changes {
        print(&told(change, console));
    }
    let new = plan.changes.iter().filter(|change| change.is_new).count();
    console.say(
        "cli-import-sum",
        &[
            ("changed", number(plan.changes.len() - new)),
            ("new", number(new)),
            ("same", number(plan.unchanged)),
            ("unnamed", number(plan.unnamed)),
        ],
    );
}

fn told(change: &Change, console: &Console) -> String {
    let paths: Vec<&str> = change.files.iter().map(|file| file.path.as_str()).collect();
    let mut lines = paths.join(", ");
    if change.is_new {
        let new = console.message("cli-import-new", &[]).unwrap_or_default();
        lines.extend([" (", new.as_str(), ")"]);
    }
    let nothing = console.message("cli-import-nothing", &[]).unwrap_or_default();
    let widest = change.fields.iter().map(|field| field.column.len()).max().unwrap_or_default();
    for FieldChange { column, before, after } in &change.fields {
        let after = after.as_deref().unwrap_or(&nothing);
        let shown = match before {
            None if change.is_new => after.to_owned(),
            before => format!("{} → {after}", before.as_deref().unwrap_or(&nothing)),
        };
        let line = format!("\n  {column:widest$}  {shown}");
        lines.push_str(&line);
    }
    lines.push_str("\n\n");
    lines
}
