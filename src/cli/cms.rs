//! `nakhon cms`: a page that edits the content in the browser, through the repository's host.
//!
//! The page is a site of its own: it holds the editor's right to write, so it is best kept at an
//! address of its own and not below the citizens' pages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::check::without_content;
use super::console::{Console, text};
use super::written::replace;
use super::{Common, FAULT, WRONG_USE};
use crate::authoring::Known;
use crate::authoring::cms::{self, LOCATION, Repository, VERSION};

#[derive(Debug, Args)]
pub(super) struct Cms {
    /// Where the page is written, relative to the root
    #[arg(long, value_name = "DIR", default_value = "admin")]
    out: PathBuf,
    /// What keeps the repository; test-repo keeps everything in the browser, to try it
    #[arg(long, value_parser = ["github", "gitlab", "gitea", "test-repo"], default_value = "test-repo")]
    backend: String,
    /// The repository, as owner/name
    #[arg(long, value_name = "OWNER/NAME")]
    repo: Option<String>,
    /// The branch that is published
    #[arg(long, default_value = "main")]
    branch: String,
    /// A copy of the editor's script (dist/sveltia-cms.js of the npm package @sveltia/cms), to be
    /// kept beside the page; else browsers fetch it from unpkg.com and hold it to its digest
    #[arg(long, value_name = "FILE")]
    script: Option<PathBuf>,
}

pub(super) fn run(common: &Common, arguments: &Cms) -> ExitCode {
    let (known, messages) = Known::read(&common.root);
    let messages = Arc::new(messages);
    let console = Console::speaking(common, &messages, &known.languages);
    if let Some(status) = without_content(common, &console) {
        return status;
    }
    if arguments.repo.is_none() && arguments.backend != "test-repo" {
        console.fail("cli-cms-needs-repo", &[]);
        return ExitCode::from(WRONG_USE);
    }
    let repository = Repository {
        backend: arguments.backend.clone(),
        name: arguments.repo.clone(),
        branch: arguments.branch.clone(),
    };
    let mut files = vec![
        ("config.yml", cms::config(&known, &messages, &repository).into_bytes()),
        ("location.js", LOCATION.as_bytes().to_vec()),
    ];
    let own = match arguments.script.as_deref().map(std::fs::read).transpose() {
        Ok(own) => own,
        Err(error) => {
            let path = arguments.script.as_deref().unwrap_or(Path::new("")).display().to_string();
            let reason = ("reason", text(error.to_string()));
            console.fail("cli-cannot-read", &[("path", text(path)), reason]);
            return ExitCode::from(FAULT);
        }
    };
    let foreign = format!("https://unpkg.com/@sveltia/cms@{VERSION}/dist/sveltia-cms.js");
    let page = match own {
        None => cms::page(&known, &foreign, true),
        Some(script) => {
            files.push(("sveltia-cms.js", script));
            cms::page(&known, "sveltia-cms.js", false)
        }
    };
    files.push(("index.html", page.into_bytes()));
    let folder = arguments.out.to_string_lossy().replace('\\', "/");
    for (name, bytes) in &files {
        if let Err(status) = replace(&console, &common.root, &format!("{folder}/{name}"), bytes) {
            return status;
        }
    }
    console.say("cli-cms-written", &[("path", text(folder))]);
    ExitCode::SUCCESS
}
