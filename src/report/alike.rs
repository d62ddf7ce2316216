//! One mistake made again and again: the first hundred are told, the rest counted.
//!
//! In: findings in their order. Out: those that are told to people, each with how many more are not.
//! Promise: nothing is left out of a file before its hundredth finding of that rule, and what is left
//! out is counted. Programs get everything.

use std::collections::BTreeMap;

use super::Words;
use crate::diagnostic::{Argument, Code, Diagnostic};
use crate::source::FileId;

/// The most findings of one rule in one file that people read: who has mended a hundred knows how, and
/// a file that was generated wrongly has one in each of its hundred thousand lines.
const MOST: usize = 100;

/// A finding that is told.
pub(super) struct Shown<'f> {
    pub(super) finding: &'f Diagnostic,
    /// How many of the same rule in the same file are left out; known at the last that is told.
    left_out: usize,
}

impl Shown<'_> {
    /// What is said of those that are left out.
    pub(super) fn more(&self, words: &dyn Words) -> Option<String> {
        let count = i64::try_from(self.left_out).unwrap_or(i64::MAX);
        let counted = || words.message("found-more", &[("count", Argument::Number(count))]);
        (self.left_out > 0).then(counted).flatten()
    }
}

/// The findings that are told.
pub(super) fn shown(findings: &[Diagnostic]) -> Vec<Shown<'_>> {
    let alike = |finding: &Diagnostic| (finding.span.file, finding.problem.code);
    let mut found: BTreeMap<(FileId, Code), usize> = BTreeMap::new();
    for finding in findings {
        *found.entry(alike(finding)).or_default() += 1;
    }
    let mut told: BTreeMap<(FileId, Code), usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for finding in findings {
        let told = told.entry(alike(finding)).or_default();
        *told += 1;
        if *told <= MOST {
            let left_out = if *told == MOST { found[&alike(finding)] - MOST } else { 0 };
            shown.push(Shown { finding, left_out });
        }
    }
    shown
}
