//! Which file of `content/` is what: the facts of an entry, the prose of a language, a picture.
//!
//! Decided by names alone, before any file is parsed.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics, Problem};
use crate::language::{Lang, Languages};
use crate::model::EntryKind;
use crate::model::value::Slug;
use crate::source::{FileId, Span};

/// The folder of free pages.
pub(super) const PAGES: &str = "pages";

/// Addresses under an entry kind's own that a slug may not take.
const RESERVED_ENTRY: &[&str] = &["page", "kinds"];

/// Addresses under a language's own that a free page may not take.
const RESERVED_PAGE: &[&str] = &[
    "partners",
    "spaces",
    "events",
    "themes",
    "districts",
    "audiences",
    "index-of-names",
    "calendar",
    "map",
    "search",
    "progress",
    "open-data",
    "page",
    "kinds",
    "404",
];

/// A text file and its path relative to `content/`.
#[derive(Clone, Debug)]
pub(super) struct TextFile {
    pub(super) path: String,
    pub(super) file: FileId,
}

/// A folder of entries: one of the three kinds, or the free pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shelf {
    Entries(EntryKind),
    Pages,
}

/// All files of one slug.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// `SLUG.yaml` and `SLUG/index.yaml`.
    pub(super) yaml: Vec<TextFile>,
    /// `SLUG.md` and `SLUG/index.md`.
    pub(super) markdown: Vec<TextFile>,
    /// `SLUG.LANG.md` and `SLUG/index.LANG.md`.
    pub(super) translations: Vec<(Lang, TextFile)>,
}

/// Every text file of the content, sorted into what it is.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub(super) site: Option<TextFile>,
    pub(super) vocabulary: Option<TextFile>,
    pub(super) holidays: Option<TextFile>,
    pub(super) groups: BTreeMap<(Shelf, Slug), Group>,
}

impl Group {
    /// Its files, whatever they hold.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> {
        let translations = self.translations.iter().map(|(_, text)| text);
        self.yaml.iter().chain(&self.markdown).chain(translations).map(|text| text.file)
    }
}

/// What a file's name says.
enum Part<'p> {
    Yaml,
    Markdown,
    Translation(&'p str),
}

/// Sorts the files; names that fit nowhere are findings.
pub(super) fn sort(files: Vec<TextFile>, languages: &Languages, out: &mut Diagnostics) -> Sorted {
    let mut sorted = Sorted::default();
    for file in files {
        match file.path.as_str() {
            "site.yaml" => sorted.site = Some(file),
            "vocabulary.yaml" => sorted.vocabulary = Some(file),
            "holidays.yaml" => sorted.holidays = Some(file),
            _ => place(file, &mut sorted.groups, languages, out),
        }
    }
    sorted
}

fn place(
    file: TextFile,
    groups: &mut BTreeMap<(Shelf, Slug), Group>,
    languages: &Languages,
    out: &mut Diagnostics,
) {
    let span = Span::start_of(file.file);
    let path = file.path.clone();
    let Some((shelf, stem, part)) = split(&path) else {
        out.push(unexpected(&path).at(span));
        return;
    };
    let slug = match Slug::parse(stem) {
        Ok(slug) => slug,
        Err(problem) => {
            out.push(problem.at(span));
            return;
        }
    };
    let reserved = if shelf == Shelf::Pages { RESERVED_PAGE } else { RESERVED_ENTRY };
    if reserved.contains(&slug.as_str()) {
        out.push(Problem::new(Code::SlugReserved).text("value", slug.as_str()).at(span));
        return;
    }
    let language = match part {
        Part::Translation(tag) => match languages.find(tag) {
            Some(language) => Some(language),
            None => {
                out.push(super::values::unknown_language(tag, languages).at(span));
                return;
            }
        },
        _ => None,
    };
    let group = groups.entry((shelf, slug)).or_default();
    match (part, language) {
        (Part::Yaml, _) => group.yaml.push(file),
        (_, Some(language)) => group.translations.push((language, file)),
        (_, None) => group.markdown.push(file),
    }
}

/// Whether a fixed address of the site stands where an entry of this slug would.
pub(crate) fn is_reserved(slug: &str) -> bool {
    RESERVED_ENTRY.contains(&slug)
}

/// The same of a free page.
pub(crate) fn is_reserved_page(slug: &str) -> bool {
    RESERVED_PAGE.contains(&slug)
}

/// The entry that a file belongs to, going by its path.
pub(super) fn entry(path: &str) -> Option<(EntryKind, Slug)> {
    match split(path)? {
        (Shelf::Entries(kind), stem, _) => Some((kind, Slug::parse(stem).ok()?)),
        (Shelf::Pages, ..) => None,
    }
}

fn split(path: &str) -> Option<(Shelf, &str, Part<'_>)> {
    let (folder, rest) = path.split_once('/')?;
    let shelf = match EntryKind::from_word(folder) {
        Some(kind) => Shelf::Entries(kind),
        None if folder == PAGES => Shelf::Pages,
        None => return None,
    };
    let (slug, name) = match rest.split_once('/') {
        None => (None, rest),
        Some((slug, name)) => (Some(slug), name),
    };
    let (stem, part) = if let Some(stem) = name.strip_suffix(".yaml") {
        (stem, Part::Yaml)
    } else {
        let stem = name.strip_suffix(".md")?;
        match stem.rsplit_once('.') {
            Some((stem, tag)) => (stem, Part::Translation(tag)),
            None => (stem, Part::Markdown),
        }
    };
    if shelf == Shelf::Pages && matches!(part, Part::Yaml) {
        return None;
    }
    match slug {
        None => Some((shelf, stem, part)),
        Some(slug) if stem == "index" => Some((shelf, slug, part)),
        Some(_) => None,
    }
}

fn unexpected(path: &str) -> Problem {
    let problem = Problem::new(Code::FileUnexpected).text("file", path);
    if let Some(stem) = path.strip_suffix(".yml") {
        return problem.suggest(format!("{stem}.yaml"));
    }
    if let Some(stem) = path.strip_suffix(".markdown") {
        return problem.suggest(format!("{stem}.md"));
    }
    let tops = ["site.yaml", "vocabulary.yaml", "holidays.yaml"];
    match path.split_once('/') {
        None => problem.suggest_nearest(path, tops),
        Some((folder, rest)) => {
            let folders = EntryKind::WORDS.iter().copied().chain([PAGES]);
            let near = crate::diagnostic::nearest(folder, folders);
            match near.filter(|near| *near != folder) {
                Some(near) => problem.suggest(format!("{near}/{rest}")),
                None => problem,
            }
        }
    }
}
