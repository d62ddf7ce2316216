//! `nakhon export`: the entries of a kind as a sheet.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::console::{Console, number, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT};
use crate::authoring::{self, Speech};
use crate::diagnostic::Severity;
use crate::model::EntryKind;
use crate::pipeline;
use crate::report::Words as _;
use crate::sheet::{self, Format, Homes, Labels};

pub(super) fn run(common: &Common, kind: EntryKind, file: Option<&Path>, force: bool) -> ExitCode {
    let outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome);
    let homes = Homes::read(&common.root, &outcome.languages, outcome.today);
    // Of an entry that cannot be read a row would say less than its file.
    let errors = homes.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<_> = errors.cloned().collect();
    if !errors.is_empty() {
        console.tell_of(&errors, &homes.sources, super::Format::Human);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    }
    let say = |id: &str| console.message(id, &[]).unwrap_or_default();
    let (entries, choices) = (say("cli-sheet-entries"), say("cli-sheet-choices"));
    let speech = Speech::new(&outcome.messages, console.language());
    let note = |column: &str| authoring::note(speech, authoring::schema(kind), column);
    let labels = Labels { entries: &entries, choices: &choices, note: &note };
    let format = file.map_or(Format::Csv, Format::of);
    let bytes = sheet::export(&homes, kind, format, labels);
    let Some(file) = file else {
        // A reader that has gone away is no fault of ours.
        let _ = std::io::stdout().write_all(&bytes);
        return ExitCode::SUCCESS;
    };
    let path = file.display().to_string();
    if file.exists() && !force {
        console.fail("cli-export-exists", &[("path", text(path))]);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    }
    if let Err(error) = std::fs::write(file, bytes) {
        let reason = console.reason(&error);
        console.fail("cli-cannot-write", &[("path", text(path)), ("reason", reason)]);
        return ExitCode::from(FAULT);
    }
    let entries = number(homes.of(kind).count());
    console.say("cli-exported", &[("entries", entries), ("path", text(path))]);
    ExitCode::SUCCESS
}
