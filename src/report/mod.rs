//! Findings told: to people ([`human`]), to pages ([`cards()`]), to programs ([`json`]), to GitHub ([`github`]), to code
//! scanning ([`sarif`]).
//!
//! In: findings in the order of [`Diagnostics::into_sorted`](crate::diagnostic::Diagnostics), the
//! [`Sources`] they point into and the [`Words`] of one language. Out: text, one file a format.
//! Promise: the same findings give the same text; every finding is told, in the order given (to people no
//! more than a hundred of one kind in one file, and then how many more there are), with its place as the
//! content format counts it (lines and characters from 1); nothing that stands in a file can add a
//! line, a colour or a command to the report.

mod alike;
mod cards;
mod github;
mod human;
mod json;
mod sarif;
mod window;

use std::collections::BTreeMap;

use crate::diagnostic::{Argument, Code, Diagnostic, Severity};
use crate::source::{FileId, LineColumn, LineIndex, SheetCell, Sources, Span};

pub use cards::{Card, cards};
pub use github::github;
pub use human::{Look, human};
pub use json::json;
pub use sarif::sarif;

/// The messages of one language.
pub trait Words {
    /// The message `id` (or the attribute `message.attribute`) filled with the arguments, without
    /// marks of bidirectional isolation; nothing where the language has none.
    ///
    /// Arguments arrive as [`Argument::Text`] or [`Argument::Number`] only: words that are
    /// themselves messages, and lists of choices, are resolved before.
    fn message(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String>;
}

/// Where the site stands in its repository: hosts of repositories look for files from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repository {
    /// The site's folder below the top, with `/`; empty where it is the top.
    site: String,
}

impl Repository {
    /// The repository around a site's folder, found by its `.git`; without one, the site is the top.
    pub fn around(root: &std::path::Path) -> Self {
        let found = root.canonicalize().ok().and_then(|root| {
            let top = root.ancestors().find(|folder| folder.join(".git").exists())?;
            let inner = root.strip_prefix(top).ok()?;
            let parts: Vec<_> =
                inner.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            Some(Self { site: parts.join("/") })
        });
        found.unwrap_or_default()
    }

    /// A path below the site's root, from the top of the repository.
    fn path(&self, path: &str) -> String {
        if self.site.is_empty() { path.to_owned() } else { format!("{}/{path}", self.site) }
    }
}

/// The most spellings that one message lists.
const MOST_CHOICES: usize = 12;

/// A finding in words.
struct Told {
    /// "error" or "warning", in the language.
    severity: String,
    /// What is wrong.
    message: String,
    /// What was expected.
    expected: Option<String>,
    /// The nearest right spelling, as a question.
    question: Option<String>,
    /// What the related places are.
    related: Option<String>,
}

impl Told {
    fn new(finding: &Diagnostic, words: &dyn Words) -> Self {
        let problem = &finding.problem;
        let arguments: Vec<(&str, Argument)> =
            problem.arguments.iter().map(|(name, value)| (*name, plain(value, words))).collect();
        let tell = |id: &str| words.message(id, &arguments).map(|text| one_line(&text));
        let code = problem.code.name();
        let severity = match finding.severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
        };
        let question = problem.suggestion.as_ref().map(|suggestion| {
            let argument = [("suggestion", Argument::Text(suggestion.clone()))];
            let asked = words.message("did-you-mean", &argument);
            one_line(asked.as_ref().unwrap_or(suggestion))
        });
        Self {
            severity: tell(severity).unwrap_or_else(|| severity_name(finding.severity).to_owned()),
            // A language without the message still tells which rule is broken.
            message: tell(code).unwrap_or_else(|| code.to_owned()),
            expected: tell(&format!("{code}.expected")),
            question,
            related: tell(&format!("{code}.related")),
        }
    }
}

/// Each finding in one line: its place as `file:line:column`, and what is wrong.
pub fn lines(
    findings: &[Diagnostic],
    sources: &Sources,
    words: &dyn Words,
) -> Vec<(String, String)> {
    let mut places = Places::new(sources);
    let line = |finding: &Diagnostic| {
        let Place { path, start, .. } = places.place(finding.span);
        let place = format!("{path}:{}:{}", start.line, start.column);
        (place, Told::new(finding, words).message)
    };
    findings.iter().map(line).collect()
}

/// The severity's name in reports that programs read.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// An argument that is text or a number.
fn plain(argument: &Argument, words: &dyn Words) -> Argument {
    match argument {
        Argument::Message(id) => {
            Argument::Text(words.message(id, &[]).unwrap_or_else(|| (*id).to_owned()))
        }
        Argument::Choices(choices) => {
            let more = (choices.len() > MOST_CHOICES).then_some("…");
            let listed = choices.iter().take(MOST_CHOICES).map(String::as_str);
            Argument::Text(listed.chain(more).collect::<Vec<_>>().join(", "))
        }
        other => other.clone(),
    }
}

/// The text in one line: reasons given by other programs, and values, can hold several.
fn one_line(text: &str) -> String {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    calm(&lines.collect::<Vec<_>>().join(" "))
}

/// The text without the control characters U+0080–U+009F, which some terminals obey; of the same
/// length. The crate that draws the report replaces all others.
fn calm(text: &str) -> String {
    text.replace(|c| ('\u{80}'..='\u{9f}').contains(&c), "·")
}

/// A place as a report names it. In a sheet the row is its line and the column its column.
struct Place<'s> {
    /// The file.
    path: &'s str,
    /// Its first character.
    start: LineColumn,
    /// One past its last character.
    end: LineColumn,
    /// The cell, in a sheet.
    cell: Option<SheetCell>,
}

impl Place<'_> {
    /// The file, or in a sheet the cell of the file: what stands before a line and a column.
    fn name(&self) -> String {
        self.cell.map_or_else(|| self.path.to_owned(), |cell| format!("{} {cell}", self.path))
    }
}

/// Places of spans, each file's lines counted once.
struct Places<'s> {
    sources: &'s Sources,
    lines: BTreeMap<FileId, LineIndex<'s>>,
}

impl<'s> Places<'s> {
    fn new(sources: &'s Sources) -> Self {
        Self { sources, lines: BTreeMap::new() }
    }

    fn lines(&mut self, file: FileId) -> &LineIndex<'s> {
        let sources = self.sources;
        self.lines.entry(file).or_insert_with(|| LineIndex::new(&sources.get(file).text))
    }

    fn place(&mut self, span: Span) -> Place<'s> {
        let source = self.sources.get(span.file);
        let path = source.path.as_str();
        let cell = source.cell;
        if let Some(SheetCell { row, column }) = cell {
            let at = |column| LineColumn { line: row, column };
            return Place { path, start: at(column), end: at(column + 1), cell };
        }
        let lines = self.lines(span.file);
        let range = span.range();
        Place { path, start: lines.position(range.start), end: lines.position(range.end), cell }
    }

    /// Whether the finding is about the file itself, so that none of its lines is to be shown.
    fn is_whole_file(&self, code: Code, span: Span) -> bool {
        let about_files = matches!(
            code,
            Code::SlugInvalid
                | Code::SlugReserved
                | Code::UnknownLanguage
                | Code::FileUnexpected
                | Code::EntryDuplicate
                | Code::ProseDuplicate
                | Code::ProseWithoutFacts
                | Code::HolidaysOutdated
                | Code::ThemeMissing
                | Code::DeadLink
                | Code::PageTitleMissing
                | Code::PageDescriptionMissing
                | Code::PageHeadings
                | Code::PageHeavy
                | Code::ExternalGone
                | Code::ExternalMoved
                | Code::ExternalSilent
        );
        let beginning = span.range() == (0..0);
        self.sources.get(span.file).text.is_empty() || beginning && about_files
    }
}

#[cfg(test)]
mod tests;
