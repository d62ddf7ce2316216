//! `nakhon schema`: JSON Schemas of the content, and the settings of the editor that uses them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use serde_json::Value;

use super::Common;
use super::check::without_content;
use super::console::{Console, number, text};
use super::written::{json, replace};
use crate::authoring::{Known, json_schema, workspace};
use crate::language::Messages;
use crate::report::Words;

/// Where the schemas stand by default, relative to the site's root.
pub(super) const FOLDER: &str = "schema";

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Where the schemas are written, relative to the root
    #[arg(long, value_name = "DIR", default_value = FOLDER)]
    out: PathBuf,
    /// Leave .vscode/ alone
    #[arg(long)]
    no_settings: bool,
}

pub(super) fn run(common: &Common, arguments: &Schema) -> ExitCode {
    let (known, messages) = Known::read(&common.root);
    let messages = Arc::new(messages);
    let console = Console::speaking(common, &messages, &known.languages);
    if let Some(status) = without_content(common, &console) {
        return status;
    }
    let settings = !arguments.no_settings;
    match write(&console, &common.root, &arguments.out, &known, &messages, settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(status) => status,
    }
}

/// Writes the schemas and, if asked, the settings that use them.
pub(super) fn write(
    console: &Console,
    root: &Path,
    out: &Path,
    known: &Known,
    messages: &Messages,
    settings: bool,
) -> Result<(), ExitCode> {
    let files = json_schema::files(known, messages);
    let folder = out.to_string_lossy().replace('\\', "/");
    for file in &files {
        replace(console, root, &format!("{folder}/{}.json", file.name), &json(&file.schema))?;
    }
    let count = ("files", number(files.len()));
    console.say("cli-schema-written", &[count, ("path", text(&folder))]);
    if settings {
        let say = |id: &str| console.message(id, &[]).unwrap_or_default();
        let tasks = workspace::tasks(&say("cli-task-serve"), &say("cli-task-check"));
        lay_over(console, root, ".vscode/settings.json", &workspace::settings(&files, &folder))?;
        lay_over(console, root, ".vscode/extensions.json", &workspace::extensions())?;
        if !root.join(".vscode/tasks.json").exists() {
            replace(console, root, ".vscode/tasks.json", &json(&tasks))?;
        }
    }
    Ok(())
}

/// Makes the schemas anew where a site keeps them, so that they know its newest entry.
pub(super) fn refresh(console: &Console, root: &Path) {
    if !root.join(FOLDER).join("space.json").is_file() {
        return;
    }
    let (known, messages) = Known::read(root);
    for file in json_schema::files(&known, &messages) {
        let path = format!("{FOLDER}/{}.json", file.name);
        // What cannot be written was told; the entry itself is there.
        let _ = replace(console, root, &path, &json(&file.schema));
    }
}

/// Adds our settings to those that are there.
fn lay_over(console: &Console, root: &Path, path: &str, ours: &Value) -> Result<(), ExitCode> {
    let value = match std::fs::read_to_string(root.join(path)) {
        Err(_) => ours.clone(),
        Ok(existing) => match workspace::merged(&existing, ours) {
            Some(merged) => merged,
            None => {
                console.say("cli-settings-kept", &[("path", text(path))]);
                return Ok(());
            }
        },
    };
    replace(console, root, path, &json(&value))
}
