//! The files of an entry as they stand on disk, so that they can be changed in place.
//!
//! In: where an entry's facts were read from. Out: [`EntryFiles`], the text of each file byte by
//! byte and the tree of its YAML. Promise: nothing is normalised here; what the program reads
//! differently from how it is written stays as it is written.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::cells::{self, Cells, Filled};
use super::columns::below;
use crate::diagnostic::Diagnostics;
use crate::language::Languages;
use crate::model::schema::Schema;
use crate::source::Sources;
use crate::syntax::{Node, split, yaml};

/// A file with YAML in it.
#[derive(Clone, Debug)]
pub(super) struct YamlFile {
    /// Relative to the site's root, with `/`.
    pub(super) path: String,
    /// Where it is.
    pub(super) absolute: PathBuf,
    /// Whether it opens with a byte-order mark, which `text` lacks.
    pub(super) mark: bool,
    /// The whole text.
    pub(super) text: String,
    /// The YAML's own stretch of it.
    pub(super) block: Range<usize>,
    /// What that says.
    pub(super) node: Node,
}

/// All that says something of one entry in YAML.
#[derive(Clone, Debug)]
pub(super) struct EntryFiles {
    /// The facts.
    pub(super) facts: YamlFile,
    /// Front matter of languages' own files, by tag.
    pub(super) words: BTreeMap<String, YamlFile>,
}

/// What a language's own file may say.
pub(super) const WORDS: [&str; 2] = ["name", "summary"];

impl YamlFile {
    /// Reads a file; nothing where it is not there or holds no YAML that can be read.
    fn read(root: &Path, path: String, sources: &mut Sources) -> Option<Self> {
        let absolute = root.join(&path);
        let text = std::fs::read_to_string(&absolute).ok()?;
        Self::parse(path, absolute, text, sources)
    }

    /// Takes in a text as that of a file.
    pub(super) fn parse(
        path: String,
        absolute: PathBuf,
        text: String,
        sources: &mut Sources,
    ) -> Option<Self> {
        let bare = text.strip_prefix('\u{feff}');
        let mark = bare.is_some();
        let text = bare.map(str::to_owned).unwrap_or(text);
        let file = sources.add(path.as_str(), text.as_str());
        let mut out = Diagnostics::default();
        let is_page = Path::new(&path).extension().is_some_and(|extension| extension == "md");
        let block = if is_page { split(&text, file, &mut out)?.matter? } else { 0..text.len() };
        let node = yaml::parse(text.get(block.clone())?, file, block.start, &mut out)?;
        Some(Self { path, absolute, mark, text, block, node })
    }

    /// What the front matter of a language's own file says.
    pub(super) fn words(&self, tag: &str) -> Cells {
        let words = WORDS.into_iter().filter_map(|field| {
            let node = self.node.get(field)?;
            let text = cells::line(node)?;
            Some((below(field, tag), Filled { text, span: node.span }))
        });
        words.collect()
    }
}

impl EntryFiles {
    /// The files of the entry whose facts stand at `path` below the root.
    pub(super) fn read(
        root: &Path,
        path: &str,
        languages: &Languages,
        sources: &mut Sources,
    ) -> Option<Self> {
        let facts = YamlFile::read(root, path.to_owned(), sources)?;
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let bare = stem.strip_suffix("/index").unwrap_or(stem);
        let mut words = BTreeMap::new();
        for (_, tag) in languages.iter() {
            let homes = [format!("{bare}.{tag}.md"), format!("{bare}/index.{tag}.md")];
            let file = homes.into_iter().find_map(|home| YamlFile::read(root, home, sources));
            if let Some(file) = file {
                words.insert(tag.to_string(), file);
            }
        }
        Some(Self { facts, words })
    }

    /// The language's own file that says a column's text, if one does.
    pub(super) fn words_of(&self, column: &str) -> Option<(&'static str, &str)> {
        let (field, tag) = column.split_once('.')?;
        let field = WORDS.into_iter().find(|word| *word == field)?;
        let (tag, file) = self.words.get_key_value(tag)?;
        file.node.get(field).map(|_| (field, tag.as_str()))
    }

    /// What the entry says, cell by cell.
    pub(super) fn cells(&self, schema: &'static Schema, languages: &Languages) -> Cells {
        let mut cells = Cells::new();
        cells::record("", schema, &self.facts.node, languages, &mut cells);
        for (tag, file) in &self.words {
            cells.extend(file.words(tag));
        }
        cells
    }
}
