//! What a build reads: which files, what differs in them from what was noted, and what is noted of
//! them.
//!
//! In: the root, and what was read below it. Out: files by path. Promise: what is said to be the same
//! reads the same.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::files::{Below, Files, Identity};
use super::note::Known;
use crate::history::History;
use crate::model::Prose;
use crate::pipeline::Outcome;
use crate::prose::Outline;
use crate::tree::Project;

/// What a build reads, below the root.
const READ: [&str; 3] = ["content", "themes", "locales"];

/// Every file that a build reads, as it is now.
pub(super) fn inputs(root: &Path) -> Option<Files> {
    let mut all = Files::new();
    for folder in READ {
        let files = Below::of(&root.join(folder))?.files;
        all.extend(files.into_iter().map(|(path, it)| (format!("{folder}/{path}"), it)));
    }
    Some(all)
}

/// The files that are not what they were, in order.
pub(super) fn changed(root: &Path, files: &Files, known: &BTreeMap<String, Known>) -> Vec<String> {
    let differs = |(path, identity): (&String, &Identity)| {
        let known = known.get(path)?;
        let same = known.identity == *identity
            || known.identity.size == identity.size
                && digest(&root.join(path)) == Some(known.digest);
        (!same).then(|| path.clone())
    };
    files.par_iter().filter_map(differs).collect()
}

/// What is to be noted of files that were read; `noted` is what was noted of them before. None where
/// one of them cannot be read any more.
pub(super) fn known(
    root: &Path,
    files: &Files,
    outcome: &Outcome,
    project: &Project,
    noted: Option<&BTreeMap<String, Known>>,
) -> Option<BTreeMap<String, Known>> {
    let digests = Digests { root, read: texts(outcome).collect(), noted };
    let outlines = outlines(outcome, project);
    let known = |(path, identity): (&String, &Identity)| {
        let known = Known {
            identity: *identity,
            digest: digests.of(path, *identity)?,
            outline: outlines.get(path.as_str()).map(|outline| outline.digest()),
            dates: dates(&project.history, path),
        };
        Some((path.clone(), known))
    };
    files.par_iter().map(known).collect()
}

/// The texts of the content that were read, by their paths below the root.
fn texts(outcome: &Outcome) -> impl Iterator<Item = (&str, &str)> {
    let files = outcome.sources.iter().map(|(_, file)| file);
    // Themes and messages may be the program's own.
    let content = files.filter(|file| file.path.starts_with("content/") && file.cell.is_none());
    content.map(|file| (file.path.as_str(), file.text.as_str()))
}

/// What of each prose reaches beyond its words, by the path of its file below the root.
pub(super) fn outlines<'o>(outcome: &'o Outcome, project: &Project) -> HashMap<&'o str, Outline> {
    let proses: Vec<Prose> = project.directory.proses().collect();
    let outline = |prose: &Prose| {
        let source = outcome.sources.get(prose.file);
        let head = source.text.get(..prose.start as usize)?;
        let outline = outcome.inspected.get(&prose.file)?.outline(head)?;
        Some((source.path.as_str(), outline))
    };
    proses.par_iter().filter_map(outline).collect()
}

/// The digests of files that were read, without reading them again where that is safe.
struct Digests<'d> {
    root: &'d Path,
    /// Texts as they were read, by path.
    read: HashMap<&'d str, &'d str>,
    /// What the build before noted.
    noted: Option<&'d BTreeMap<String, Known>>,
}

impl Digests<'_> {
    /// The digest of the file at a path that has this identity; none where it cannot be read.
    fn of(&self, path: &str, identity: Identity) -> Option<blake3::Hash> {
        let noted = self.noted.and_then(|noted| noted.get(path));
        let noted = noted.filter(|known| known.identity == identity);
        // A byte-order mark is no part of the text that was read.
        let read = self.read.get(path).filter(|text| text.len() as u64 == identity.size);
        match (noted, read) {
            (Some(known), _) => Some(known.digest),
            (_, Some(text)) => Some(blake3::hash(text.as_bytes())),
            _ => digest(&self.root.join(path)),
        }
    }
}

/// When a file was changed, as its repository remembers it.
pub(super) fn dates(history: &History, path: &str) -> String {
    let Some(changes) = history.of_file(path) else { return String::new() };
    let first = changes.first.map(|first| first.as_second().to_string()).unwrap_or_default();
    format!("{first}/{}", changes.last.as_second())
}

pub(super) fn is_prose(path: &str) -> bool {
    let path = Path::new(path);
    path.starts_with("content") && path.extension().is_some_and(|it| it == "md")
}

pub(super) fn digest(path: &Path) -> Option<blake3::Hash> {
    fs::read(path).ok().map(|bytes| blake3::hash(&bytes))
}
