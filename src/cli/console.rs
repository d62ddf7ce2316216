//! What commands print, in the user's language.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Common, Format};
use crate::diagnostic::{Argument, Diagnostic, Problem, Severity};
use crate::language::{LanguageTag, Languages, Messages};
use crate::pipeline::Outcome;
use crate::report::{self, Look, Repository, Words};
use crate::source::Sources;

/// Work shorter than this shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// The user's terminal, and the language spoken there.
pub(super) struct Console {
    messages: Arc<Messages>,
    language: LanguageTag,
    repository: Repository,
    /// The standard output belongs to a program.
    aside: bool,
}

impl Words for Console {
    fn message(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.messages.format(&self.language, id, arguments).ok()
    }
}

impl Console {
    /// Speaks the language of `--lang`, else of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`),
    /// else the one whose messages say that they serve where none is named.
    pub(super) fn new(common: &Common, outcome: &Outcome) -> Self {
        Self::speaking(common, &outcome.messages, &outcome.languages)
    }

    /// The same for work that needs no whole site.
    pub(super) fn speaking(
        common: &Common,
        messages: &Arc<Messages>,
        languages: &Languages,
    ) -> Self {
        Self::of(common.lang.as_deref(), &common.root, messages, languages)
    }

    /// The same before the command line is understood.
    pub(super) fn of(
        asked: Option<&str>,
        root: &Path,
        messages: &Arc<Messages>,
        languages: &Languages,
    ) -> Self {
        let messages = Arc::clone(messages);
        let from_environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        let asked = asked.map(str::to_owned).or(from_environment);
        let spoken = |wanted: &str| {
            let primary = wanted.split(['_', '-', '.', '@']).next().unwrap_or_default();
            messages
                .languages()
                .find(|tag| tag.as_str() == wanted)
                .or_else(|| {
                    messages.languages().find(|tag| tag.as_str().split('-').next() == Some(primary))
                })
                .cloned()
        };
        let fallback = messages.languages().find(|tag| messages.has(tag, "language-fallback"));
        let language = asked
            .as_deref()
            .and_then(spoken)
            .or_else(|| fallback.cloned())
            .unwrap_or_else(|| languages.tag(languages.default()).clone());
        Self { messages, language, repository: Repository::around(root), aside: false }
    }

    /// The same, leaving the standard output to the findings where a program reads them.
    pub(super) fn telling(self, format: Format) -> Self {
        Self { aside: format != Format::Human, ..self }
    }

    /// The language spoken.
    pub(super) fn language(&self) -> &LanguageTag {
        &self.language
    }

    /// What is wrong with a value that was given here, and the nearest right one.
    pub(super) fn refuse(&self, problem: &Problem) {
        self.fail(problem.code.name(), &problem.arguments);
        if let Some(suggestion) = &problem.suggestion {
            let question = self.message("did-you-mean", &[("suggestion", text(suggestion))]);
            print_error(&format!("  {}\n", question.unwrap_or_default()));
        }
    }

    /// A message to the standard output.
    pub(super) fn say(&self, id: &str, arguments: &[(&str, Argument)]) {
        let text = self.message(id, arguments).unwrap_or_else(|| id.to_owned());
        self.line(&text);
    }

    /// A line to the standard output.
    pub(super) fn line(&self, text: &str) {
        if self.aside { print_error(&format!("{text}\n")) } else { print(&format!("{text}\n")) }
    }

    /// What stopped the program, to the standard error, with a hint where there is one.
    pub(super) fn fail(&self, id: &str, arguments: &[(&str, Argument)]) {
        let text = self.message(id, arguments).unwrap_or_else(|| id.to_owned());
        let label = self.message("cli-fatal", &[]).unwrap_or_default();
        print_error(&format!("{label}: {text}\n"));
        if let Some(hint) = self.message(&format!("{id}.hint"), arguments) {
            print_error(&format!("  {hint}\n"));
        }
    }

    /// Why the system refuses, in the user's language where it is one of the usual reasons.
    pub(super) fn reason(&self, error: &io::Error) -> Argument {
        let id = match error.kind() {
            ErrorKind::StorageFull => "reason-storage-full",
            ErrorKind::QuotaExceeded => "reason-quota",
            ErrorKind::ReadOnlyFilesystem => "reason-read-only",
            ErrorKind::PermissionDenied => "reason-permission",
            ErrorKind::ResourceBusy => "reason-busy",
            ErrorKind::NotADirectory => "reason-no-folder",
            ErrorKind::NotFound => "reason-missing",
            _ => return text(error.to_string()),
        };
        text(self.message(id, &[]).unwrap_or_else(|| error.to_string()))
    }

    /// Findings as people read them here.
    pub(super) fn human(&self, findings: &[Diagnostic], sources: &Sources) -> String {
        report::human(findings, sources, self, Look { colour: colour(), ..Look::default() })
    }

    /// What [`Console::human`] depends on besides its arguments and the messages, in one word.
    pub(super) fn manner(&self) -> String {
        format!("{}{}", self.language.as_str(), if colour() { "-colour" } else { "" })
    }

    /// Findings: for people to the standard error, for programs to the standard output.
    pub(super) fn tell(&self, findings: &[Diagnostic], outcome: &Outcome, format: Format) {
        self.tell_of(findings, &outcome.sources, format);
    }

    /// The same, of other texts than those of the site.
    pub(super) fn tell_of(&self, findings: &[Diagnostic], sources: &Sources, format: Format) {
        match format {
            Format::Human => print_error(&self.human(findings, sources)),
            Format::Json => print(&report::json(findings, sources, self)),
            Format::Github => {
                print(&report::github(findings, sources, self, &self.repository));
            }
            Format::Sarif => {
                let language = self.language.as_str();
                print(&report::sarif(findings, sources, self, &self.repository, language));
            }
        }
    }
}

/// Whether people see colours.
fn colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// How many findings are of a severity.
pub(super) fn count(findings: &[Diagnostic], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

/// A number for a message.
pub(super) fn number(number: usize) -> Argument {
    Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A text for a message.
pub(super) fn text(text: impl Into<String>) -> Argument {
    Argument::Text(text.into())
}

/// Text to the standard output. A reader that has gone away is no fault of ours.
pub(super) fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Text to the standard error, with the same patience.
pub(super) fn print_error(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// A bar that shows itself on a terminal once the work has taken over a second.
pub(super) struct Progress {
    bar: indicatif::ProgressBar,
    since: Instant,
}

impl Progress {
    /// A bar that is not shown yet; never shown in CI or into a pipe.
    pub(super) fn new(words: &Console) -> Self {
        Self::labelled(words, "cli-rendering")
    }

    /// The same for other work.
    pub(super) fn labelled(words: &Console, id: &str) -> Self {
        let bar = indicatif::ProgressBar::hidden();
        let label = words.message(id, &[]).unwrap_or_default();
        if let Ok(style) = indicatif::ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(label);
        Self { bar, since: Instant::now() }
    }

    /// That many of so many are done.
    pub(super) fn at(&self, done: usize, of: usize) {
        if self.bar.is_hidden() && self.since.elapsed() > PATIENCE && shows_progress() {
            self.bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
        }
        self.bar.set_length(of as u64);
        self.bar.set_position(done as u64);
    }

    /// Takes the bar away.
    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

fn shows_progress() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("CI").is_none()
}
