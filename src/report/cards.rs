//! For pages: findings in parts that a page can lay out.
//!
//! In: findings, sources, words. Out: a [`Card`] a finding, as many as people read of one kind
//! ([`alike`](super::alike)). Promise: nothing in a card is markup;
//! the marked stretch of a line is where the report for people underlines it.

use super::window::Window;
use super::{Places, Told, Words, alike, calm, one_line};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// How many letters of a line are shown.
const WIDTH: usize = 120;

/// A finding in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// How much it weighs.
    pub severity: Severity,
    /// The same in words.
    pub label: String,
    /// The rule's name.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub advice: Vec<String>,
    /// The file, relative to the site's root.
    pub path: String,
    /// Line and column, both from 1; nothing where the whole file is meant.
    pub place: Option<(usize, usize)>,
    /// The line: what stands before the marked stretch, the stretch, what stands behind it.
    pub line: Option<[String; 3]>,
    /// How many more of this kind in this file have no card.
    pub more: Option<String>,
}

/// Tells the findings to a page.
pub fn cards(findings: &[Diagnostic], sources: &Sources, words: &dyn Words) -> Vec<Card> {
    let mut places = Places::new(sources);
    let shown = alike::shown(findings);
    let card = |shown: &alike::Shown<'_>| {
        let card = card(shown.finding, &mut places, words);
        Card { more: shown.more(words).map(|more| one_line(&more)), ..card }
    };
    shown.iter().map(card).collect()
}

fn card(finding: &Diagnostic, places: &mut Places<'_>, words: &dyn Words) -> Card {
    let told = Told::new(finding, words);
    let code = finding.problem.code;
    let whole_file = places.is_whole_file(code, finding.span);
    let place = places.place(finding.span);
    let path = one_line(place.path);
    let at = (place.start.line, place.start.column);
    let line = (!whole_file).then(|| {
        let end = if place.end.line == at.0 { Some(place.end.column) } else { None };
        let text = places.lines(finding.span.file).line(at.0);
        let byte = |column: usize| {
            text.char_indices().nth(column - 1).map_or(text.len(), |(byte, _)| byte)
        };
        let range = byte(at.1)..end.map_or(text.len(), byte);
        let window = Window::new(text, &range, WIDTH);
        let shown = window.map(&range);
        let part = |range: std::ops::Range<usize>| calm(window.text.get(range).unwrap_or_default());
        [part(0..shown.start), part(shown.clone()), part(shown.end..window.text.len())]
    });
    Card {
        severity: finding.severity,
        label: told.severity,
        code: code.name(),
        message: told.message,
        advice: [told.expected, told.question].into_iter().flatten().collect(),
        path,
        place: (!whole_file).then_some(at),
        line,
        more: None,
    }
}
