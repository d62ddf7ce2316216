//! `nakhon build`: the site into a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use super::check::{forbids, gather, no_project, refuse, without_content};
use super::console::{Console, Progress, count, number, print_error, text};
use super::summary::{self, Published};
use super::{CONTENT_HAS_ERRORS, Common, FAULT, Format};
use crate::again::{self, Again, Ending, Last, Todo, Told};
use crate::diagnostic::{Argument, Diagnostics, Severity};
use crate::language::{MessageFile, Messages};
use crate::output::{self, Changes, Compressor, Manifest, OutputError, Sink, Staging};
use crate::pipeline::{self, Outcome};
use crate::report::Words;
use crate::source::Sources;
use crate::theme;
use crate::tree::{Made, MakeError, Since, Tree, Verified};

/// The built-in files that hold all that a build says which finds nothing to do.
const SPOKEN: [&str; 2] = ["cli.ftl", "locale.ftl"];

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
    let asked = common.request();
    let again = Again::new(&asked, &target, if request.compress { &["compress"] } else { &[] });
    let todo = again.todo(&asked);
    if let Todo::Nothing(last) = &todo
        && request.tells_nothing_else()
        && let Some(status) = unchanged(common, &last.ending, begun)
    {
        return status;
    }
    let mut outcome = pipeline::read(&asked);
    let console = Console::new(common, &outcome).telling(request.format);
    if let Some(status) = without_content(common, &console) {
        return status;
    }
    if let Some(status) = inside_the_source(common, &console, &target) {
        return status;
    }
    let last = todo.last();
    let build =
        Build { common, request, asked: &asked, again: &again, last, console: &console, begun };
    if forbids(common, &outcome) {
        return build.not_published(&outcome);
    }
    let Some(project) = outcome.project.take() else { return no_project(&console) };
    let since = last.and_then(|last| Some((last.since(&outcome, &project)?, last)));
    let written = Tree::new(project).and_then(|tree| {
        let (verified, staging) = build.write(&tree, since.as_ref(), &target)?;
        Ok((tree, verified, staging))
    });
    match written {
        Ok((tree, verified, staging)) => build.publish(&mut outcome, &tree, verified, staging),
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
    asked: &'b pipeline::Request,
    again: &'b Again,
    last: Option<&'b Last>,
    console: &'b Console,
    begun: Instant,
}

impl Build<'_> {
    /// Makes the tree into its staged folder: what differs from the published one, where that can be
    /// told, or else everything.
    fn write(
        &self,
        tree: &Tree,
        since: Option<&(Since, &Last)>,
        target: &Path,
    ) -> Result<(Verified, Staging), MakeError> {
        if let Some((since, last)) = since {
            let staging = self.begin(target)?;
            if last.stands(target)
                && let Some(verified) = self.write_into(tree, Some(since), &staging)?
            {
                return Ok((verified, staging));
            }
        }
        let staging = self.begin(target)?;
        let verified = self.write_into(tree, None, &staging)?;
        // Making everything depends on nothing that could be missing.
        Ok((verified.unwrap_or_else(|| unreachable!("all was made")), staging))
    }

    fn begin(&self, target: &Path) -> Result<Staging, OutputError> {
        let path = || text(target.display().to_string());
        Staging::begin(target, || self.console.say("cli-waiting", &[("path", path())]))
    }

    fn write_into(
        &self,
        tree: &Tree,
        since: Option<&Since>,
        staging: &Staging,
    ) -> Result<Option<Verified>, MakeError> {
        if self.request.compress {
            let cache = self.common.cache();
            return self.write_through(tree, since, staging, &Compressor::new(staging, &cache));
        }
        self.write_through(tree, since, staging, staging)
    }

    fn write_through(
        &self,
        tree: &Tree,
        since: Option<&Since>,
        staging: &Staging,
        sink: &impl Sink,
    ) -> Result<Option<Verified>, MakeError> {
        let progress = Progress::new(self.console);
        let told = |done, of| progress.at(done, of);
        let written = match since {
            Some(since) => {
                let before = |path: &str| fs::read(staging.target().join(path)).ok();
                tree.write_since(since, sink, before, &told)
            }
            None => tree.write_verified(sink, &told).map(Some),
        };
        progress.done();
        written
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
        let warnings = count(&outcome.findings, Severity::Warning);
        let (manner, text) =
            (self.console.manner(), self.console.human(&outcome.findings, &outcome.sources));
        let ending = Ending {
            made: verified.made,
            languages: outcome.languages.clone(),
            faults: verified.faults,
            told: Told { warnings, manner, text },
        };
        let build = again::Build { request: self.asked, outcome, project: tree.project() };
        self.again.note(&build, ending, self.last);
        self.console.tell(&outcome.findings, outcome, self.request.format);
        let languages = tree.project().locales.len();
        let built = built(verified.made, languages, warnings, self.begun);
        say_built(self.console, verified.made, &built);
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

impl Request {
    /// Whether it asks for no more than the tree and words for people.
    fn tells_nothing_else(&self) -> bool {
        self.format == Format::Human && summary::files(self.summary.as_deref()).is_empty()
    }
}

/// Says what the last build said: this one would make the same. Nothing where it would speak in
/// another manner, or refuse what was found.
fn unchanged(common: &Common, ending: &Ending, begun: Instant) -> Option<ExitCode> {
    let Ending { made, languages, told, .. } = ending;
    if common.deny.is_some() && told.warnings > 0 {
        return None;
    }
    let (mut sources, mut out) = (Sources::default(), Diagnostics::default());
    let mut files = theme::message_files(&common.root, &mut sources, &mut out);
    // What the program says itself is quickly read; the site's own may say it in any file.
    if files.iter().all(|file| file.layer == 0) {
        let path = |file: &MessageFile| Path::new(&sources.get(file.file).path);
        files.retain(|it| SPOKEN.iter().any(|name| path(it).ends_with(name)));
    }
    let default = languages.tag(languages.default());
    let (messages, _) = Messages::load(&sources, &files, default);
    let console = Console::speaking(common, &Arc::new(messages), languages);
    if console.manner() != told.manner {
        return None;
    }
    print_error(&told.text);
    say_built(&console, *made, &built(*made, languages.iter().count(), told.warnings, begun));
    Some(ExitCode::SUCCESS)
}

/// What the last line of a build says.
fn built(
    made: Made,
    languages: usize,
    warnings: usize,
    begun: Instant,
) -> [(&'static str, Argument); 5] {
    [
        ("pages", number(made.pages)),
        ("files", number(made.files)),
        ("languages", number(languages)),
        ("warnings", number(warnings)),
        ("seconds", text(format!("{:.1}", begun.elapsed().as_secs_f64()))),
    ]
}

fn say_built(console: &Console, made: Made, built: &[(&str, Argument)]) {
    if made.borrowed > 0 {
        console.say("cli-borrowed", &[("entries", number(made.borrowed))]);
    }
    console.say("cli-built", built);
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
