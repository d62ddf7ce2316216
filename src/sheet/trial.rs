//! The content as a plan would leave it, checked as `nakhon check` checks.
//!
//! In: a plan's changes. Out: what would be wrong, each finding at the cell that is to blame.
//! Promise: the site's own files are not touched: a copy of `content/` in a folder of its own is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;

use super::cells::{self, Cells};
use super::columns::SLUG;
use super::files::YamlFile;
use super::grid::Header;
use super::home::{Homes, schema};
use super::plan::{Blame, Change, Sheet};
use crate::diagnostic::{Argument, Code, Diagnostic, Problem, Severity};
use crate::language::Languages;
use crate::model::schema::Schema;
use crate::source::{FileId, FoundKind, SheetCell, SourceFile, Sources, Span, walk};

/// What is wrong once the changes are made and was not before, or stands in what they change.
pub(super) fn run(
    homes: &Homes,
    sheet: Sheet<'_>,
    changes: &[Change],
    header: &Header,
    today: Date,
) -> (Vec<Diagnostic>, Sources) {
    if changes.is_empty() {
        return (Vec::new(), Sources::default());
    }
    let after = match copied(homes, changes) {
        Ok(folder) => Homes::read(folder.path(), &homes.languages, today),
        Err(error) => {
            let mut sources = Sources::default();
            let span = Span::start_of(sources.add(sheet.name, ""));
            let problem = Problem::new(Code::SheetUnreadable).text("reason", error.to_string());
            return (vec![problem.at(span)], sources);
        }
    };
    let known: BTreeSet<Known> =
        homes.findings.iter().map(|finding| identity(finding, &homes.sources)).collect();
    let mut by_path: BTreeMap<&str, &Change> = BTreeMap::new();
    for change in changes {
        by_path.extend(change.files.iter().map(|file| (file.path.as_str(), change)));
    }
    let Homes { sources, findings, languages, .. } = after;
    let told: Vec<Diagnostic> = findings
        .into_iter()
        .filter(|finding| {
            let touched = by_path.contains_key(sources.get(finding.span.file).path.as_str());
            let is_new = !known.contains(&identity(finding, &sources));
            is_new || touched && finding.severity == Severity::Error
        })
        .collect();
    let mut places = Places {
        blame: Blame::within(sheet, sources),
        languages: &languages,
        by_path,
        header,
        cells: BTreeMap::new(),
    };
    let mut findings: Vec<Diagnostic> = Vec::new();
    for mut finding in told {
        finding.span = places.place(finding.span, &finding.problem);
        for related in &mut finding.related {
            *related = places.place(*related, &finding.problem);
        }
        findings.push(finding);
    }
    let blame = places.blame;
    findings.sort_by_key(|finding| {
        let source = blame.sources.get(finding.span.file);
        (source.cell, source.path.clone(), finding.span.start)
    });
    findings.dedup();
    (findings, blame.sources)
}

/// A finding wherever its file has moved in memory.
type Known = (String, Code, Vec<(String, String)>);

fn identity(finding: &Diagnostic, sources: &Sources) -> Known {
    let words = |argument: &Argument| match argument {
        Argument::Text(text) => text.clone(),
        Argument::Number(number) => number.to_string(),
        Argument::Message(id) => (*id).to_owned(),
        Argument::Choices(choices) => choices.join("|"),
    };
    let arguments = finding.problem.arguments.iter();
    let arguments = arguments.map(|(name, value)| ((*name).to_owned(), words(value)));
    let path = sources.get(finding.span.file).path.clone();
    (path, finding.problem.code, arguments.collect())
}

/// From places in files to cells of the sheet.
struct Places<'a> {
    blame: Blame<'a>,
    languages: &'a Languages,
    by_path: BTreeMap<&'a str, &'a Change>,
    header: &'a Header,
    cells: BTreeMap<FileId, Cells>,
}

impl Places<'_> {
    /// The cell that said what stands at a place of a file; else the place itself.
    fn place(&mut self, span: Span, problem: &Problem) -> Span {
        let source = self.blame.sources.get(span.file);
        let Some(change) = self.by_path.get(source.path.as_str()).copied() else { return span };
        let kind = self.blame.sheet.kind;
        let cells = self
            .cells
            .entry(span.file)
            .or_insert_with(|| cells_of(source, schema(kind), self.languages));
        let named = || cells.iter().filter(|(name, _)| self.header.place(name).is_some());
        let holds = |cell: &Span| cell.start <= span.start && span.end <= cell.end;
        let around = named()
            .filter(|(_, cell)| holds(&cell.span))
            .min_by_key(|(_, cell)| cell.span.end - cell.span.start);
        let within =
            named().find(|(_, cell)| span.start <= cell.span.start && cell.span.end <= span.end);
        let said = around.or(within).map(|(name, cell)| (name.clone(), cell.text.clone()));
        let field = problem.arguments.iter().find_map(|(name, value)| match value {
            Argument::Text(field) if *name == "field" => Some(field.clone()),
            _ => None,
        });
        let asked =
            field.filter(|it| self.header.place(it).is_some()).map(|it| (it, String::new()));
        let (name, text) = match said.or(asked) {
            Some(found) => found,
            // What a field says that the sheet does not speak of stands in the entry's own file.
            None if cells.values().any(|cell| holds(&cell.span)) => return span,
            None => (SLUG.to_owned(), change.slug.clone()),
        };
        let column = self.header.place(&name).map_or(1, |at| at + 1);
        self.blame.span(SheetCell { row: change.row, column }, &text)
    }
}

/// What a file of an entry says, cell by cell: the facts, or the words of one language.
fn cells_of(source: &SourceFile, schema: &'static Schema, languages: &Languages) -> Cells {
    let (path, text) = (source.path.clone(), source.text.clone());
    let tag = path.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.')).map(|(_, tag)| tag);
    let tag = tag.and_then(|tag| languages.find(tag)).map(|language| languages.tag(language));
    let tag = tag.map(ToString::to_string);
    let absolute = Path::new("").to_owned();
    match (YamlFile::parse(path, absolute, text, &mut Sources::default()), tag) {
        (None, _) => Cells::new(),
        (Some(file), None) => {
            let mut cells = Cells::new();
            cells::record("", schema, &file.node, languages, &mut cells);
            cells
        }
        (Some(file), Some(tag)) => file.words(&tag),
    }
}

/// A copy of the content with the changes in it. Files that stay are linked, where the disk can.
fn copied(homes: &Homes, changes: &[Change]) -> std::io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    let content = folder.path().join("content");
    let changed: BTreeSet<&str> =
        changes.iter().flat_map(|change| &change.files).map(|file| file.path.as_str()).collect();
    std::fs::create_dir_all(&content)?;
    for found in walk(&homes.root.join("content")) {
        let is_file = matches!(found.kind, FoundKind::File { .. });
        if !is_file || changed.contains(format!("content/{}", found.path).as_str()) {
            continue;
        }
        let place = content.join(&found.path);
        if let Some(parent) = place.parent() {
            std::fs::create_dir_all(parent)?;
        }
        let linked =
            !found.absolute.is_symlink() && std::fs::hard_link(&found.absolute, &place).is_ok();
        if !linked {
            std::fs::copy(&found.absolute, &place)?;
        }
    }
    for file in changes.iter().flat_map(|change| &change.files) {
        let place = folder.path().join(&file.path);
        if let Some(parent) = place.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&place, &file.after)?;
    }
    Ok(folder)
}
