//! `nakhon build`: the site into a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::check::{forbids, gather, no_project, refuse, without_content};
use super::console::{Console, Progress, count, number, text};
use super::summary::{self, Published};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::diagnostic::Severity;
use crate::output::{self, Changes, Compressor, Manifest, OutputError, Staging};
use crate::pipeline::{self, Outcome};
use crate::report::Words;
use crate::tree::{MakeError, Tree, Verified};

/// What is asked for.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) out: PathBuf,
    pub(super) format: Format,
    pub(super) compress: bool,
    pub(super) summary: Option<PathBuf>,
    pub(super) since: Option<PathBuf>,
}

pub(super) fn run(common: &Common, request: &Request) -> ExitCode {
    let begun = Instant::now();
    let target = common.root.join(&request.out);
    output::recover(&target);
    let mut outcome = pipeline::read(&common.request());
    let console = Console::new(common, &outcome).telling(request.format);
    if let Some(status) = without_content(common, &console) {
        return status;
    }
    if let Some(status) = inside_the_source(common, &console, &target) {
        return status;
    }
    let build = Build { common, request, console: &console, begun };
    if forbids(common, &outcome) {
        return build.not_published(&outcome);
    }
    let Some(project) = outcome.project.take() else { return no_project(&console) };
    let wait = || console.say("cli-waiting", &[("path", text(target.display().to_string()))]);
    let staging = match Staging::begin(&target, wait) {
        Ok(staging) => staging,
        Err(error) => return fail(&console, &error),
    };
    match Tree::new(project).and_then(|tree| Ok((build.write(&tree, &staging)?, tree))) {
        Ok((verified, tree)) => build.publish(&mut outcome, &tree, verified, staging),
        Err(MakeError::Output(error)) => fail(&console, &error),
        Err(MakeError::Findings(findings)) => {
            gather(&mut outcome, findings);
            build.not_published(&outcome)
        }
    }
}

/// A build that is under way.
struct Build<'b> {
    common: &'b Common,
    request: &'b Request,
    console: &'b Console,
    begun: Instant,
}

impl Build<'_> {
    /// Makes the tree into its staged folder.
    fn write(&self, tree: &Tree, staging: &Staging) -> Result<Verified, MakeError> {
        let progress = Progress::new(self.console);
        let cache = self.common.cache();
        let verified = if self.request.compress {
            let compressor = Compressor::new(staging, &cache);
            tree.write_verified(&compressor, &|done, of| progress.at(done, of))
        } else {
            tree.write_verified(staging, &|done, of| progress.at(done, of))
        };
        progress.done();
        verified
    }

    /// Swaps the tree in, unless it turned out wrong, and tells what came of it.
    fn publish(
        &self,
        outcome: &mut Outcome,
        tree: &Tree,
        verified: Verified,
        staging: Staging,
    ) -> ExitCode {
        gather(outcome, verified.findings);
        if forbids(self.common, outcome) {
            return self.not_published(outcome);
        }
        let files = summary::files(self.request.summary.as_deref());
        // Read before the swap: what was published goes with it.
        let changes = if files.is_empty() { None } else { self.changes(&staging) };
        if let Err(error) = staging.publish() {
            return fail(self.console, &error);
        }
        self.console.tell(&outcome.findings, outcome, self.request.format);
        let made = verified.made;
        if made.borrowed > 0 {
            self.console.say("cli-borrowed", &[("entries", number(made.borrowed))]);
        }
        let built = [
            ("pages", number(made.pages)),
            ("files", number(made.files)),
            ("languages", number(tree.project().locales.len())),
            ("warnings", number(count(&outcome.findings, Severity::Warning))),
            ("seconds", text(format!("{:.1}", self.begun.elapsed().as_secs_f64()))),
        ];
        self.console.say("cli-built", &built);
        let published = Published {
            changes: changes.as_ref(),
            root: tree.project().base.absolute(""),
            built: self.console.message("cli-built", &built).unwrap_or_default(),
        };
        self.summarise(&files, outcome, Some(&published))
            .map_or(ExitCode::SUCCESS, |()| ExitCode::from(FAULT))
    }

    /// Tells why nothing was published.
    fn not_published(&self, outcome: &Outcome) -> ExitCode {
        self.console.tell(&outcome.findings, outcome, self.request.format);
        let files = summary::files(self.request.summary.as_deref());
        if self.summarise(&files, outcome, None).is_some() {
            return ExitCode::from(FAULT);
        }
        let errors = count(&outcome.findings, Severity::Error);
        if errors > 0 {
            self.console.fail("cli-not-published", &[("errors", number(errors))]);
        }
        refuse(self.common, self.console, outcome).unwrap_or(ExitCode::from(CONTENT_HAS_ERRORS))
    }

    /// What differs from the tree that stands at the target, or from the one that `--since` lists.
    fn changes(&self, staging: &Staging) -> Option<Changes> {
        let read = |folder: &Path, path: &str| fs::read_to_string(folder.join(path)).ok();
        let new = |path: &str| read(staging.staged(), path);
        let after = staging.after();
        if let Some(since) = &self.request.since {
            let text = fs::read_to_string(self.common.root.join(since)).ok()?;
            return Some(Changes::between(&Manifest::parse(&text)?, &after, |_| None, new));
        }
        let old = |path: &str| read(staging.target(), path);
        Some(Changes::between(staging.before()?, &after, old, new))
    }

    /// Appends the summary where one is wanted. Something comes back where that failed.
    fn summarise(
        &self,
        files: &[PathBuf],
        outcome: &Outcome,
        published: Option<&Published<'_>>,
    ) -> Option<()> {
        if files.is_empty() {
            return None;
        }
        let (findings, sources) = (&outcome.findings, &outcome.sources);
        let markdown = summary::markdown(self.console, findings, sources, published);
        let (path, error) = summary::append(files, &markdown).err()?;
        summary::fail(self.console, &path, &error);
        Some(())
    }
}

/// What lies among the sources would be read as one of them the next time.
fn inside_the_source(common: &Common, console: &Console, target: &Path) -> Option<ExitCode> {
    let nearest = target.ancestors().find(|folder| folder.exists())?.canonicalize().ok()?;
    let inside = ["content", "themes", "locales"].iter().any(|folder| {
        let folder = common.root.join(folder).canonicalize();
        folder.is_ok_and(|folder| nearest.starts_with(folder))
    });
    inside.then(|| {
        console.fail("cli-output-inside", &[("path", text(target.display().to_string()))]);
        ExitCode::from(FAULT)
    })
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
