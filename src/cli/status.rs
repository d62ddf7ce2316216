//! `nakhon status`: what is translated, what is outdated, what wants to be verified.

use std::process::ExitCode;

use unicode_width::UnicodeWidthStr as _;

use super::console::{Console, print, text};
use super::{CONTENT_HAS_ERRORS, Common, Format};
use crate::history::LineHistory;
use crate::pipeline;
use crate::status::tell::{self, Table};
use crate::status::{Asked, Status};

/// How a status is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Look {
    /// For people.
    Human,
    /// For programs.
    Json,
}

pub(super) fn run(common: &Common, look: Look, fail_under: Option<u8>) -> ExitCode {
    let request = common.request();
    let outcome = pipeline::read(&request);
    let console = Console::new(common, &outcome);
    let Some(project) = &outcome.project else {
        // What is told of a site that cannot be read is what `check` tells.
        let refused = super::check::refuse(common, &console, &outcome, Format::Human);
        return refused.unwrap_or(ExitCode::from(CONTENT_HAS_ERRORS));
    };
    let history = LineHistory::of(&request.root, request.now);
    let status = Status::of(Asked {
        directory: &project.directory,
        sources: &outcome.sources,
        root: &request.root,
        history: history.as_ref(),
        today: outcome.today,
    });
    match look {
        Look::Human => print(&told(&status, &console)),
        // Texts, numbers and lists always have a JSON form.
        Look::Json => {
            print(&format!("{}\n", serde_json::to_string_pretty(&status).unwrap_or_default()));
        }
    }
    let wanted = usize::from(fail_under.unwrap_or_default()) * 10;
    if status.texts.per_mille() < wanted {
        let percent = text(tell::percent(status.texts));
        let wanted = text(fail_under.unwrap_or_default().to_string());
        console.fail("cli-status-under", &[("percent", percent), ("wanted", wanted)]);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    }
    ExitCode::SUCCESS
}

fn told(status: &Status, console: &Console) -> String {
    let mut told = String::new();
    for table in [tell::texts(status, console), tell::facts(status, console)] {
        told.push_str(&drawn(&table));
        told.push('\n');
    }
    for open in &status.open {
        told.extend([open.file.as_str(), "\n  ", &tell::open(open, console), "\n"]);
    }
    if !status.open.is_empty() {
        told.push('\n');
    }
    told.extend([tell::sum(status, console).as_str(), "\n"]);
    told
}

/// A table in columns: Thai has letters that take no room of their own.
fn drawn(table: &Table) -> String {
    let rows = || std::iter::once(&table.head).chain(&table.rows);
    let width = |at: usize| rows().map(|row| row[at].width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..table.head.len()).map(width).collect();
    let mut drawn = format!("{}\n", table.caption);
    for row in rows() {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[at] - cell.width());
            let parts = if at == 0 { ["  ", cell, &gap] } else { ["  ", &gap, cell] };
            line.extend(parts);
        }
        drawn.extend([line.trim_end(), "\n"]);
    }
    drawn
}
