//! `nakhon fmt`: one spelling for what looks the same, written back into the files.

use std::process::ExitCode;

use super::console::{Console, number, text};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline;
use crate::tidy;

pub(super) fn run(common: &Common, check_only: bool) -> ExitCode {
    let outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome);
    let files = tidy::untidy(&common.root);
    for file in &files {
        if !check_only && let Err(error) = tidy::write(file) {
            console.fail(
                "cli-cannot-write",
                &[("path", text(&file.path)), ("reason", text(error.to_string()))],
            );
            return ExitCode::from(FAULT);
        }
        let message = if check_only { "cli-untidy" } else { "cli-tidied" };
        console.say(message, &[("path", text(&file.path))]);
    }
    // Glyphs of a font's own cannot be mended without knowing the font.
    let glyphs: Vec<Diagnostic> = outcome
        .findings
        .iter()
        .filter(|finding| finding.problem.code == Code::PrivateUse)
        .cloned()
        .collect();
    console.tell(&glyphs, &outcome, Format::Human);
    if check_only {
        return if files.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(CONTENT_HAS_ERRORS)
        };
    }
    console.say("cli-formatted", &[("files", number(files.len()))]);
    ExitCode::SUCCESS
}
