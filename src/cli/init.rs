//! `nakhon init`: another city's directory, with an example in it that works.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::console::{Console, number, text};
use super::written::create;
use super::{CONTENT_HAS_ERRORS, Common};
use crate::authoring::Known;
use crate::authoring::starter::{self, Host};

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder of the new site; it is made, or must be empty
    folder: PathBuf,
    /// Where the site will be hosted: whose workflow it begins with
    #[arg(long, value_enum, default_value_t = Host::Github)]
    host: Host,
}

pub(super) fn run(common: &Common, arguments: &Init) -> ExitCode {
    let root = common.root.join(&arguments.folder);
    let (known, messages) = Known::read(&root);
    let messages = Arc::new(messages);
    let console = Console::speaking(common, &messages, &known.languages);
    // A repository may have been begun.
    let others = std::fs::read_dir(&root).into_iter().flatten().flatten();
    let foreign = others.filter(|entry| entry.file_name() != ".git").count();
    let path = arguments.folder.display().to_string();
    if foreign > 0 || root.is_file() {
        console.fail("cli-init-not-empty", &[("path", text(path))]);
        return ExitCode::from(CONTENT_HAS_ERRORS);
    }
    let files = starter::files(arguments.host, common.base_url.as_deref());
    for (path, bytes) in &files {
        if let Err(status) = create(&console, &root, path, bytes) {
            return status;
        }
    }
    let count = ("files", number(files.len()));
    console.say("cli-init-made", &[count, ("path", text(&path))]);
    let (known, messages) = Known::read(&root);
    let out = std::path::Path::new(super::schema::FOLDER);
    if let Err(status) = super::schema::write(&console, &root, out, &known, &messages, true) {
        return status;
    }
    console.say("cli-init-next", &[("path", text(path))]);
    ExitCode::SUCCESS
}
