//! What a sheet would change, and what is wrong with it.
//!
//! In: the content and a sheet. Out: a [`Plan`]. Promise: nothing is written here; every finding
//! that a cell is to blame for stands at that cell; entries that the sheet does not name are left
//! alone.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;

use super::cells::Cells;
use super::columns::{Column, SLUG};
use super::draft::Row;
use super::files::{EntryFiles, WORDS, YamlFile};
use super::grid::{Cell, Grid, Header};
use super::home::{Homes, schema};
use super::trial;
use crate::diagnostic::{Code, Diagnostic, Problem, Severity};
use crate::language::Languages;
use crate::model::EntryKind;
use crate::model::value::Slug;
use crate::source::{FileId, SheetCell, Sources, Span};
use crate::syntax::edit::{self, Draft};

/// A sheet that is to be imported.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// What the file is called in messages.
    pub name: &'a str,
    /// The kind of entry its rows are about.
    pub kind: EntryKind,
    /// Its cells.
    pub grid: &'a Grid,
}

/// What an import would do.
#[derive(Debug)]
pub struct Plan {
    /// The entries that change, in the order of their rows.
    pub changes: Vec<Change>,
    /// How many rows say what their entries say already.
    pub unchanged: usize,
    /// How many entries of the kind the sheet does not name.
    pub unnamed: usize,
    /// What is wrong with the sheet, or would be wrong with the content; with an error among them
    /// nothing may be written.
    pub findings: Vec<Diagnostic>,
    /// What the findings point into.
    pub sources: Sources,
}

/// An entry that changes.
#[derive(Debug)]
pub struct Change {
    /// The entry.
    pub slug: String,
    /// Whether there was none.
    pub is_new: bool,
    /// The files, each with its text after the change.
    pub files: Vec<FileChange>,
    /// The fields that change, in the order of the columns.
    pub fields: Vec<FieldChange>,
    pub(super) row: usize,
}

/// A file that changes.
#[derive(Debug)]
pub struct FileChange {
    /// Relative to the site's root, with `/`.
    pub path: String,
    /// Where it is.
    pub absolute: PathBuf,
    /// What it holds now; nothing where it is not there.
    pub before: Option<String>,
    /// What it is to hold.
    pub after: String,
}

/// A field that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The column.
    pub column: String,
    /// What the cell would hold now; nothing where it is empty.
    pub before: Option<String>,
    /// What it is to hold.
    pub after: Option<String>,
}

impl Plan {
    /// Whether something is wrong, so that nothing may be written.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// Plans the import of a sheet. `today` is the day of the rules.
pub fn plan(homes: &Homes, sheet: Sheet<'_>, today: Date) -> Plan {
    let mut planner = Planner {
        homes,
        sheet,
        header: sheet.grid.header(),
        blame: Blame::new(sheet),
        scratch: Sources::default(),
        changes: Vec::new(),
        unchanged: 0,
    };
    let named = planner.rows();
    let Planner { blame, changes, unchanged, header, .. } = planner;
    let named = |(slug, _): &(&str, &str)| !named.contains_key(*slug);
    let unnamed = homes.of(sheet.kind).filter(named).count();
    let (findings, sources) = if blame.findings.is_empty() {
        trial::run(homes, sheet, &changes, &header, today)
    } else {
        (blame.findings, blame.sources)
    };
    Plan { changes, unchanged, unnamed, findings, sources }
}

/// Findings at cells.
pub(super) struct Blame<'a> {
    pub(super) sheet: Sheet<'a>,
    pub(super) sources: Sources,
    pub(super) findings: Vec<Diagnostic>,
    files: BTreeMap<SheetCell, FileId>,
}

impl<'a> Blame<'a> {
    fn new(sheet: Sheet<'a>) -> Self {
        Self::within(sheet, Sources::default())
    }

    /// Findings at cells beside those at files.
    pub(super) fn within(sheet: Sheet<'a>, sources: Sources) -> Self {
        Self { sheet, sources, findings: Vec::new(), files: BTreeMap::new() }
    }

    /// The place of a cell that shows `text`.
    pub(super) fn span(&mut self, cell: SheetCell, text: &str) -> Span {
        let (sources, sheet) = (&mut self.sources, self.sheet);
        let add = || sources.add_cell(sheet.name, cell, text);
        let file = *self.files.entry(cell).or_insert_with(add);
        Span::new(file, 0, self.sources.get(file).text.len())
    }

    fn report(&mut self, problem: Problem, cell: SheetCell, text: &str) {
        let span = self.span(cell, text);
        self.findings.push(problem.at(span));
    }
}

struct Planner<'a> {
    homes: &'a Homes,
    sheet: Sheet<'a>,
    header: Header,
    blame: Blame<'a>,
    /// The texts that files are changed in.
    scratch: Sources,
    changes: Vec<Change>,
    unchanged: usize,
}

impl Planner<'_> {
    /// Reads every row; which entries they name, and where.
    fn rows(&mut self) -> BTreeMap<String, SheetCell> {
        let mut named = BTreeMap::new();
        let Some(columns) = self.columns() else { return named };
        let Some(slug_at) = self.header.place(SLUG) else { return named };
        for (row, cells) in self.sheet.grid.rows() {
            let place = SheetCell { row: *row, column: slug_at + 1 };
            let shown = cells.get(slug_at).map(Cell::shown).unwrap_or_default();
            let shown = shown.trim();
            if shown.is_empty() {
                self.blame.report(Problem::new(Code::SheetRowUnnamed), place, shown);
                continue;
            }
            if let Err(problem) = Slug::parse(shown) {
                self.blame.report(problem, place, shown);
                continue;
            }
            if let Some(first) = named.insert(shown.to_owned(), place) {
                let first = self.blame.span(first, shown);
                let again = self.blame.span(place, shown);
                let problem = Problem::new(Code::SheetRowTwice).text("value", shown);
                self.blame.findings.push(problem.at(again).with_related(first));
                continue;
            }
            self.row(shown, place, cells, &columns);
        }
        named
    }

    /// The columns, unless one of them is not known.
    fn columns(&mut self) -> Option<Vec<Column>> {
        let header = &self.header;
        let records = |list: &str| header.records(list);
        let columns = super::columns(self.sheet.kind, &self.homes.languages, &records);
        let place = |at: usize| SheetCell { row: header.row, column: at + 1 };
        for (at, name) in header.names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if let Some(first) = header.place(name).filter(|first| *first < at) {
                let first = self.blame.span(place(first), name);
                let again = self.blame.span(place(at), name);
                let problem = Problem::new(Code::SheetColumnTwice).text("value", name);
                self.blame.findings.push(problem.at(again).with_related(first));
            } else if !columns.iter().any(|column| column.name == *name) {
                let known = columns.iter().map(|column| column.name.as_str());
                let problem = Problem::new(Code::SheetColumnUnknown)
                    .text("value", name)
                    .suggest_nearest(name, known);
                self.blame.report(problem, place(at), name);
            }
        }
        if header.place(SLUG).is_none() {
            let first = header.names.first().map(String::as_str).unwrap_or_default();
            self.blame.report(Problem::new(Code::SheetSlugMissing), place(0), first);
        }
        self.blame.findings.is_empty().then_some(columns)
    }

    /// Plans what one row changes.
    fn row(&mut self, slug: &str, place: SheetCell, cells: &[Cell], columns: &[Column]) {
        let homes = self.homes;
        let kind = self.sheet.kind;
        let files = homes.path(kind, slug).and_then(|path| {
            EntryFiles::read(&homes.root, path, &homes.languages, &mut self.scratch)
        });
        let is_new = files.is_none();
        let unreadable = homes.path(kind, slug).is_some();
        if is_new && (unreadable || homes.unread.contains(&(kind, slug.to_owned()))) {
            self.blame.report(
                Problem::new(Code::SheetEntryLocked).text("value", slug),
                place,
                slug,
            );
            return;
        }
        let languages = &homes.languages;
        let before = files.as_ref().map(|files| files.cells(schema(kind), languages));
        let changed = match drafts(kind, files.as_ref(), &self.header, cells, languages) {
            Ok(drafted) => self.changed(slug, files.as_ref(), drafted),
            Err(problems) => {
                for (name, problem) in problems {
                    let at = self.header.place(&name);
                    let shown = at.and_then(|at| cells.get(at)).map(Cell::shown);
                    let column = at.map_or(place.column, |at| at + 1);
                    let cell = SheetCell { column, ..place };
                    self.blame.report(problem, cell, &shown.unwrap_or_default());
                }
                Some(Vec::new())
            }
        };
        let Some(files_changed) = changed else {
            self.blame.report(
                Problem::new(Code::SheetEntryLocked).text("value", slug),
                place,
                slug,
            );
            return;
        };
        if files_changed.is_empty() {
            self.unchanged += 1;
            return;
        }
        let after = self.after(files.as_ref(), &files_changed);
        let fields = compare(columns, &before.unwrap_or_default(), &after);
        let slug = slug.to_owned();
        self.changes.push(Change { slug, is_new, files: files_changed, fields, row: place.row });
    }

    /// The files with the drafts written into them; nothing where one cannot be changed in place.
    fn changed(
        &self,
        slug: &str,
        files: Option<&EntryFiles>,
        drafted: Drafted<'_>,
    ) -> Option<Vec<FileChange>> {
        let Some(files) = files else {
            let path = format!("content/{}/{slug}.yaml", self.sheet.kind.as_str());
            let absolute = self.homes.root.join(&path);
            let after = edit::write_map(&drafted.facts);
            return Some(vec![FileChange { path, absolute, before: None, after }]);
        };
        let mut changed = Vec::new();
        let mut rewrite = |file: &YamlFile, pairs| {
            let draft = Draft::Map(pairs);
            let text = edit::rewrite(&file.text, file.block.clone(), &file.node, &draft).ok()?;
            if text != file.text {
                let whole = |text: &str| {
                    if file.mark { format!("\u{feff}{text}") } else { text.to_owned() }
                };
                changed.push(FileChange {
                    path: file.path.clone(),
                    absolute: file.absolute.clone(),
                    before: Some(whole(&file.text)),
                    after: whole(&text),
                });
            }
            Some(())
        };
        rewrite(&files.facts, drafted.facts)?;
        for (tag, pairs) in drafted.words {
            rewrite(files.words.get(&tag)?, pairs)?;
        }
        Some(changed)
    }

    /// What the entry says once its files are changed.
    fn after(&mut self, files: Option<&EntryFiles>, changed: &[FileChange]) -> Cells {
        let mut parsed = changed.iter().filter_map(|change| {
            let (path, absolute) = (change.path.clone(), change.absolute.clone());
            YamlFile::parse(path, absolute, change.after.clone(), &mut self.scratch)
        });
        let Some(files) = files else {
            let facts = parsed.next();
            let entry = facts.map(|facts| EntryFiles { facts, words: BTreeMap::new() });
            let schema = schema(self.sheet.kind);
            return entry.map(|it| it.cells(schema, &self.homes.languages)).unwrap_or_default();
        };
        let mut files = files.clone();
        for file in parsed {
            let words = files.words.values_mut();
            let known = std::iter::once(&mut files.facts).chain(words);
            for old in known.filter(|old| old.path == file.path) {
                *old = file.clone();
            }
        }
        files.cells(schema(self.sheet.kind), &self.homes.languages)
    }
}

/// The drafts of an entry's files.
struct Drafted<'n> {
    facts: Vec<(String, Draft<'n>)>,
    words: Vec<(String, Vec<(String, Draft<'n>)>)>,
}

type Problems = Vec<(String, Problem)>;

fn drafts<'n>(
    kind: EntryKind,
    files: Option<&'n EntryFiles>,
    header: &Header,
    cells: &[Cell],
    languages: &Languages,
) -> Result<Drafted<'n>, Problems> {
    // What a language's own file says is changed there and nowhere else.
    let elsewhere = |name: &&String| files.is_some_and(|files| files.words_of(name).is_some());
    let mut row = Row::new(header, cells, languages);
    row.elsewhere = header.names.iter().filter(elsewhere).cloned().collect();
    let facts = row.facts(schema(kind), files.map(|files| &files.facts.node));
    let mut problems = row.problems;
    let mut words = Vec::new();
    for (tag, file) in files.into_iter().flat_map(|files| &files.words) {
        let mut row = Row::new(header, cells, languages);
        let pairs = file.node.entries().iter().filter_map(|(key, value)| {
            let draft = match WORDS.iter().find(|field| **field == key.name) {
                Some(field) if !value.is_null() => {
                    row.line(&format!("{field}.{tag}"), Some(value))?
                }
                _ => Draft::Keep(value),
            };
            Some((key.name.clone(), draft))
        });
        let pairs: Vec<_> = pairs.collect();
        words.push((tag.clone(), pairs));
        problems.extend(row.problems);
    }
    if problems.is_empty() { Ok(Drafted { facts, words }) } else { Err(problems) }
}

fn compare(columns: &[Column], before: &Cells, after: &Cells) -> Vec<FieldChange> {
    let text = |cells: &Cells, name: &str| cells.get(name).map(|cell| cell.text.clone());
    let changes = columns.iter().map(|column| FieldChange {
        column: column.name.clone(),
        before: text(before, &column.name),
        after: text(after, &column.name),
    });
    changes.filter(|change| change.before != change.after).collect()
}
