//! A build that begins where the last one ended.
//!
//! In: what a build is asked for, and what the last one of that target noted. Out: how much there is
//! to do ([`Todo`]): nothing, what shows some proses, or everything. Promise: the tree is the one that
//! a build from nothing makes. Less than everything is done only where it is shown that
//!
//! - program, day and everything else that is asked for are the same;
//! - every file that is read is the same as it was then, or is a prose that differs in nothing but
//!   its words;
//! - every file of the published tree is as it was written.
//!
//! What was found wrong, which did not forbid publishing, is told again. A file is the same where its
//! size, time and number are, or else its bytes. A note of another program, one that was damaged and one
//! that could have missed a change are not believed.

mod files;
mod inputs;
mod note;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::tz::TimeZone;
use rayon::prelude::*;

use self::files::{Below, Files, Identity, identity};
use self::inputs::{changed, dates, digest, inputs, is_prose, known, outlines};
use self::note::{Known, Note};
use crate::cache::{Cache, Key};
use crate::history::History;
use crate::language::Languages;
use crate::output::{Fault, MARKER, Manifest, Part, Wrong};
use crate::pipeline::{Outcome, Request};
use crate::tree::{Extra, Made, Project, Since};

/// How much a build has to do.
#[derive(Debug)]
pub enum Todo {
    /// Nothing, where the same words are wanted.
    Nothing(Last),
    /// Perhaps no more than what shows some proses, once they are read.
    Proses(Last),
    /// Everything.
    All,
}

impl Todo {
    /// What the last build noted, unless too much differs for it to be of use.
    pub fn last(&self) -> Option<&Last> {
        match self {
            Self::Nothing(last) | Self::Proses(last) => Some(last),
            Self::All => None,
        }
    }
}

/// What a build came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// What it made.
    pub made: Made,
    /// In which languages.
    pub languages: Languages,
    /// What is wrong with the published tree, file by file.
    pub faults: Vec<Fault>,
    /// What it told.
    pub told: Told,
}

/// What was found by a build that published nevertheless, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many warnings.
    pub warnings: usize,
    /// Everything besides the findings that the words depend on, without spaces.
    pub manner: String,
    /// The words.
    pub text: String,
}

/// What the last build noted, where no more than proses can differ from what it read.
#[derive(Debug)]
pub struct Last {
    /// The Markdown files that differ, by their paths below the root.
    changed: Vec<String>,
    inputs: BTreeMap<String, Known>,
    /// What it came to.
    pub ending: Ending,
    /// The published tree's own list of its files, which each publication writes anew.
    list: Option<Identity>,
    /// All that stands in it.
    outputs: Below,
}

/// A build that was made: what was asked for, what was read and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Build<'b> {
    /// What was asked for.
    pub request: &'b Request,
    /// What was read.
    pub outcome: &'b Outcome,
    /// What the tree was made of.
    pub project: &'b Project,
}

/// A build that is about to be.
#[derive(Debug)]
pub struct Again {
    cache: Cache,
    key: Key,
    root: PathBuf,
    target: PathBuf,
    /// Everything that the result depends on besides files and the day.
    asked: String,
    begun: SystemTime,
    /// Every file that will be read, as it is now; nothing where links make that uncertain, or where
    /// the program itself cannot be told from another.
    inputs: Option<Files>,
}

impl Again {
    /// A build that is to stand at `target`. `options` is what its result depends on besides the
    /// request.
    pub fn new(request: &Request, target: &Path, options: &[&str]) -> Self {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (root, target) = (absolute(&request.root), absolute(target));
        let key = Key::new("last build")
            .with(root.as_os_str().as_encoded_bytes())
            .with(target.as_os_str().as_encoded_bytes());
        let begun = SystemTime::now();
        let program = std::env::current_exe().ok().and_then(|path| identity(&path));
        let inputs = program.and_then(|_| inputs(&root));
        Self {
            cache: request.cache.clone(),
            key,
            asked: asked(request, options, program),
            begun,
            inputs,
            root,
            target,
        }
    }

    /// How much there is to do.
    pub fn todo(&self, request: &Request) -> Todo {
        self.difference(request).unwrap_or(Todo::All)
    }

    fn difference(&self, request: &Request) -> Option<Todo> {
        let note = Note::parse(&self.cache.recall(&self.key)?)?;
        let zone = TimeZone::get(&note.zone).ok()?;
        let same_day = request.day(&zone).to_string() == note.day;
        let inputs = self.inputs.as_ref()?;
        if note.asked != self.asked || !same_day || !inputs.keys().eq(note.inputs.keys()) {
            return None;
        }
        let (commit, (changed, tree)) = rayon::join(
            || History::commit(&self.root),
            || {
                rayon::join(
                    || changed(&self.root, inputs, &note.inputs),
                    || is_as_written(&self.target, &note.outputs),
                )
            },
        );
        if !tree || !changed.iter().all(|path| is_prose(path)) {
            return None;
        }
        let is_same = changed.is_empty() && note.commit == commit;
        let list = identity(&self.target.join(MARKER));
        let Note { inputs, outputs, ending, .. } = note;
        let last = Last { changed, inputs, ending, list, outputs };
        Some(if is_same { Todo::Nothing(last) } else { Todo::Proses(last) })
    }

    /// Notes what a build made of what it read, for the next one; `last` is what the one before
    /// noted. Nothing is noted where anything could have been missed: then the next build does
    /// everything.
    pub fn note(&self, build: &Build<'_>, ending: Ending, last: Option<&Last>) {
        match self.noted(build, ending, last) {
            Some(note) => self.cache.keep(&self.key, &note.text()),
            None => self.cache.forget(&self.key),
        }
    }

    fn noted(&self, build: &Build<'_>, ending: Ending, last: Option<&Last>) -> Option<Note> {
        let Build { request, outcome, project } = *build;
        let before = self.inputs.as_ref()?;
        // What was written while it was read may have been read in either state.
        if outcome.linked || inputs(&self.root)? != *before {
            return None;
        }
        if !before.values().all(|it| it.rested(self.begun)) {
            return None;
        }
        let noted = last.map(|last| &last.inputs);
        let (inputs, outputs) = rayon::join(
            || known(&self.root, before, outcome, project, noted),
            || Below::of(&self.target),
        );
        Some(Note {
            asked: self.asked.clone(),
            day: outcome.today.to_string(),
            zone: outcome.zone.clone(),
            commit: request.history.then(|| History::commit(&self.root)).flatten(),
            ending,
            inputs: inputs?,
            outputs: outputs?,
        })
    }
}

impl Last {
    /// Whether the published tree is still the one that was looked at: another build may have been
    /// waited for since.
    pub fn stands(&self, target: &Path) -> bool {
        self.list.is_some() && self.list == identity(&target.join(MARKER))
    }

    /// In what the site differs from the one that was built last; nothing where it cannot be shown
    /// to be no more than what some proses say.
    pub fn since(&self, outcome: &Outcome, project: &Project) -> Option<Since> {
        // A style sheet that is too heavy is told at one page of those that load it, which need not
        // be made again.
        let is_shared = |fault: &Fault| {
            matches!(fault.what, Wrong::Heavy { part: Part::Styles | Part::Scripts, .. })
        };
        if self.ending.faults.iter().any(is_shared) {
            return None;
        }
        let mut since = Since {
            faults: self.ending.faults.clone(),
            published: self.outputs.files.keys().cloned().collect(),
            ..Since::default()
        };
        let outlines = outlines(outcome, project);
        for path in &self.changed {
            let file = outcome.sources.find(path)?;
            let before = self.inputs.get(path)?.outline.as_deref()?;
            if outlines.get(path.as_str())?.digest() != before {
                return None;
            }
            if outcome.findings.iter().any(|finding| finding.span.file == file) {
                return None;
            }
            since.proses.insert(file);
        }
        for (path, known) in &self.inputs {
            if dates(&project.history, path) != known.dates {
                if !self.changed.contains(path) {
                    return None;
                }
                since.dated = true;
            }
        }
        Some(since)
    }
}

/// Everything that the result depends on besides files and the day, as a digest.
fn asked(request: &Request, options: &[&str], program: Option<Identity>) -> String {
    let program = program.map(|it| format!("{} {} {}", it.size, it.time, it.number));
    let program = program.unwrap_or_default();
    let extras = request.without.iter().map(|extra| match extra {
        Extra::Previews => "previews",
        Extra::Codes => "codes",
    });
    let base = request.base_url.as_deref().unwrap_or_default();
    let flags =
        [if request.drafts { "drafts" } else { "" }, if request.history { "git" } else { "" }];
    let parts = [program.as_str(), base].into_iter().chain(flags).chain(extras);
    let mut hasher = blake3::Hasher::new();
    for part in parts.chain(options.iter().copied()) {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// Whether every file of a published tree is as it was written, and there is nothing else.
fn is_as_written(target: &Path, known: &Below) -> bool {
    let touched = |(path, known): (&'_ String, &Identity)| match identity(&target.join(path)) {
        Some(it) if it == *known => None,
        found => Some((path.clone(), found.is_some())),
    };
    let (touched, whole) = rayon::join(
        || known.files.par_iter().filter_map(touched).collect::<Vec<_>>(),
        || known.is_all_of(target),
    );
    if !whole || touched.iter().any(|(_, is_there)| !is_there) {
        return false;
    }
    if touched.is_empty() {
        return true;
    }
    // Copied, or taken from an archive: the bytes tell.
    let Ok(Some(manifest)) = Manifest::read(target) else { return false };
    touched.into_par_iter().filter(|(path, _)| path != MARKER).all(|(path, _)| {
        let listed = manifest.files.get(&path);
        listed.is_some_and(|print| digest(&target.join(&path)) == Some(print.digest))
    })
}
