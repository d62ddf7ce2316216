//! For people: what is wrong, the line itself with the place underlined, and what to write.
//!
//! In: findings, sources, words, and whether to colour. Out: one block a finding, as many as people read
//! of one kind ([`alike`]), and a line that counts all; nothing where nothing was found. Promise: the
//! marks stand under the right letters, vowels above and below counted as a terminal counts them, and
//! no line of a file is shown with more letters than asked for.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Message, Origin, Padding, Renderer, Snippet,
    normalize_untrusted_str,
};

use super::window::Window;
use super::{Place, Places, Told, Words, alike, calm, one_line};
use crate::diagnostic::{Argument, Diagnostic, Severity};
use crate::source::{Sources, Span};

/// How far apart, in lines, two places of one file are still shown together.
const TOGETHER: usize = 40;

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether to colour it, for a terminal that can.
    pub colour: bool,
    /// How many letters of a line are shown.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { colour: false, width: 100 }
    }
}

/// Tells the findings to a person.
pub fn human(findings: &[Diagnostic], sources: &Sources, words: &dyn Words, look: Look) -> String {
    let mut places = Places::new(sources);
    let mut text = String::new();
    for shown in alike::shown(findings) {
        text.push_str(&block(shown.finding, &mut places, words, look));
        text.push_str("\n\n");
        if let Some(more) = shown.more(words) {
            text.push_str(&one_line(&more));
            text.push_str("\n\n");
        }
    }
    if !findings.is_empty() {
        let count = |severity| {
            let found = findings.iter().filter(|finding| finding.severity == severity).count();
            Argument::Number(i64::try_from(found).unwrap_or(i64::MAX))
        };
        let counts = [("errors", count(Severity::Error)), ("warnings", count(Severity::Warning))];
        if let Some(summary) = words.message("found-summary", &counts) {
            text.push_str(&one_line(&summary));
            text.push('\n');
        }
    }
    text
}

/// One finding, without a line end.
fn block(finding: &Diagnostic, places: &mut Places<'_>, words: &dyn Words, look: Look) -> String {
    let told = Told::new(finding, words);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let level = level.with_name(told.severity.as_str());
    let code = finding.problem.code;
    let whole_file = places.is_whole_file(code, finding.span);
    let title = level.clone().primary_title(told.message.as_str()).id(code.name());

    let excerpts = if whole_file {
        others(finding, places, look.width)
    } else {
        excerpts(finding, places, look.width)
    };
    let label = told.related.as_deref();
    let mut groups = vec![title.element(origin(&places.place(finding.span), !whole_file))];
    for (index, excerpt) in excerpts.iter().enumerate() {
        let snippet = excerpt.snippet(label);
        if whole_file || index > 0 {
            groups.push(Group::with_level(level.clone()).element(excerpt.origin()));
        }
        groups.push(Group::with_level(level.clone()).element(snippet));
    }
    let advice = advice(&told, words);
    if !advice.is_empty() {
        let last = groups.pop().map(|group| {
            let group = if excerpts.is_empty() { group } else { group.element(Padding) };
            group.elements(advice)
        });
        groups.extend(last);
    }
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    // Lines are cut here, between letters; the renderer would cut them anywhere.
    let drawn = renderer.term_width(usize::MAX / 2).render(&groups);
    if groups.len() == 1 { drawn } else { without_doubled_bar(&drawn) }
}

/// A group that stands alone and is followed by another gets a bar of its own; one is enough.
fn without_doubled_bar(drawn: &str) -> String {
    let lines = drawn.lines().enumerate().filter(|(index, _)| *index != 2);
    lines.map(|(_, line)| line.trim_end()).collect::<Vec<_>>().join("\n")
}

fn origin(place: &Place<'_>, with_line: bool) -> Origin<'static> {
    let origin = Origin::path(one_line(&place.name()));
    if !with_line || place.cell.is_some() {
        return origin;
    }
    origin.line(place.start.line).char_column(place.start.column)
}

/// What to write instead.
fn advice(told: &Told, words: &dyn Words) -> Vec<Message<'static>> {
    let label = words.message("expected", &[]).map(|label| one_line(&label));
    let expected = told.expected.as_deref().map(|expected| {
        let level = match label {
            Some(label) => Level::HELP.with_name(label),
            None => Level::HELP,
        };
        level.message(normalize_untrusted_str(expected))
    });
    let question = told.question.as_deref();
    let question =
        question.map(|question| Level::HELP.no_name().message(normalize_untrusted_str(question)));
    expected.into_iter().chain(question).collect()
}

/// A stretch of one line, marked.
struct Mark {
    line: usize,
    /// Bytes within the line.
    range: Range<usize>,
    primary: bool,
}

/// Lines of one file with marks under them.
struct Excerpt<'s> {
    place: Place<'s>,
    first_line: usize,
    text: String,
    marks: Vec<(Range<usize>, bool)>,
}

impl Excerpt<'_> {
    fn origin(&self) -> Origin<'_> {
        let origin = Origin::path(one_line(&self.place.name()));
        if self.place.cell.is_some() {
            return origin;
        }
        origin.line(self.first_line).char_column(self.place.start.column)
    }

    fn snippet<'e>(&'e self, related: Option<&'e str>) -> Snippet<'e, Annotation<'e>> {
        let marks = self.marks.iter().map(|(range, primary)| {
            if *primary {
                AnnotationKind::Primary.span(range.clone())
            } else {
                AnnotationKind::Context.span(range.clone()).label(related)
            }
        });
        Snippet::source(self.text.as_str()).line_start(self.first_line).annotations(marks)
    }
}

/// The finding's line with the related places of the same file, then those of others.
fn excerpts<'s>(finding: &Diagnostic, places: &mut Places<'s>, width: usize) -> Vec<Excerpt<'s>> {
    let primary = mark(finding.span, true, places);
    let window = {
        let lines = places.lines(finding.span.file);
        Window::new(lines.line(primary.line), &primary.range, width)
    };
    let mut near = vec![primary];
    let mut apart = Vec::new();
    for span in &finding.related {
        let mark = mark(*span, false, places);
        let same_line = mark.line == near[0].line && window.shows(&mark.range);
        let close = (1..TOGETHER).contains(&mark.line.abs_diff(near[0].line));
        let beside = span.file == finding.span.file && (same_line || close);
        if beside {
            near.push(mark);
        } else {
            apart.push(excerpt(*span, &[mark], places, width));
        }
    }
    let mut all = vec![excerpt(finding.span, &near, places, width)];
    all.append(&mut apart);
    all
}

/// The related places alone, each by itself, where the finding has no line to show.
fn others<'s>(finding: &Diagnostic, places: &mut Places<'s>, width: usize) -> Vec<Excerpt<'s>> {
    let mut all = Vec::new();
    for span in &finding.related {
        if !places.sources.get(span.file).text.is_empty() {
            let mark = mark(*span, false, places);
            all.push(excerpt(*span, &[mark], places, width));
        }
    }
    all
}

/// A span on its first line; what goes on further down needs no more lines to be found.
fn mark(span: Span, primary: bool, places: &mut Places<'_>) -> Mark {
    let text = places.sources.get(span.file).text.as_str();
    let range = span.range();
    let lines = places.lines(span.file);
    let line = lines.position(range.start).line;
    let length = lines.line(line).len();
    let begin =
        text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let within = |at: usize| at.saturating_sub(begin).min(length);
    Mark { line, range: within(range.start)..within(range.end), primary }
}

/// Shows the lines from the first mark to the last, each cut to the width.
fn excerpt<'s>(span: Span, marks: &[Mark], places: &mut Places<'s>, width: usize) -> Excerpt<'s> {
    let place = places.place(span);
    let lines = places.lines(span.file);
    let first_line = marks.iter().map(|mark| mark.line).min().unwrap_or(1);
    let last_line = marks.iter().map(|mark| mark.line).max().unwrap_or(1);
    let mut text = String::new();
    let mut shown = Vec::new();
    for number in first_line..=last_line {
        let here: Vec<&Mark> = marks.iter().filter(|mark| mark.line == number).collect();
        // Lines between two marks are shown only where they are few; their beginning is enough.
        let around = here.first().map_or(0..0, |mark| mark.range.clone());
        let window = Window::new(lines.line(number), &around, width);
        let base = text.len();
        shown.extend(here.iter().map(|mark| {
            let range = window.map(&mark.range);
            (base + range.start..base + range.end, mark.primary)
        }));
        text.push_str(&calm(&window.text));
        text.push('\n');
    }
    // The lines of a cell stand in its row.
    let first_line = place.cell.map_or(first_line, |cell| cell.row + first_line - 1);
    Excerpt { place, first_line, text, marks: shown }
}
