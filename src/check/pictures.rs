//! Pictures: each file that an entry names is decoded once, to its end.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;

use rayon::prelude::*;

use super::{Findings, entries};
use crate::diagnostic::{Code, Problem};
use crate::entries::{Content, folder, resolve_path};
use crate::model::{Directory, Entry, Prose};
use crate::picture::is_vector;
use crate::picture::vector::{self, Refused};
use crate::prose::{ReferenceKind, inspect};
use crate::source::{Sources, Span, Spanned};

/// The most pixels a picture may have.
const MAX_PIXELS: u64 = 100_000_000;
/// The largest file that is opened, in bytes.
const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Where a picture is used: a place, and the entry it stands in, if any.
type Uses<'c> = BTreeMap<String, Vec<(Span, Option<&'c Entry>)>>;

pub(super) fn check(
    content: &Content,
    root: &Path,
    sources: &Sources,
    findings: &mut Findings<'_>,
) {
    let folder = root.join("content");
    let broken: Vec<_> = uses(content, sources)
        .into_par_iter()
        .filter_map(|(file, uses)| Some((refuse(&folder.join(&file))?.text("file", file), uses)))
        .collect();
    for (problem, uses) in broken {
        for (span, entry) in uses {
            let diagnostic = problem.clone().at(span);
            match entry {
                Some(entry) => findings.report(diagnostic, entry),
                None => findings.report_site(diagnostic),
            }
        }
    }
}

/// Every picture of the facts and of the prose.
fn uses<'c>(content: &'c Content, sources: &Sources) -> Uses<'c> {
    let mut uses = Uses::new();
    let mut add = |file: &Spanned<String>, entry| {
        uses.entry(file.value.clone()).or_default().push((file.span, entry));
    };
    for entry in entries(content) {
        for picture in entry.image.iter().chain(&entry.gallery) {
            add(&picture.file, Some(entry));
        }
        for (_, prose) in entry.prose.iter() {
            for file in &shown(*prose, sources, content) {
                add(file, Some(entry));
            }
        }
    }
    for partner in content.partners.values() {
        if let Some(logo) = &partner.logo {
            add(&logo.file, Some(&partner.entry));
        }
    }
    for (_, prose) in content.pages.values().flat_map(|page| page.prose.iter()) {
        for file in &shown(*prose, sources, content) {
            add(file, None);
        }
    }
    uses
}

/// The pictures of a prose that are there, and the drawings it links to, each with its place.
fn shown(prose: Prose, sources: &Sources, content: &Content) -> Vec<Spanned<String>> {
    let text = sources.slice(prose.span);
    if !text.contains("](") {
        return Vec::new();
    }
    let folder = folder(&sources.get(prose.span.file).path);
    let base = prose.span.start as usize;
    let (references, _) = inspect(text);
    references
        .into_iter()
        .filter(|reference| match reference.kind {
            ReferenceKind::Picture => true,
            // Whoever follows the link opens it as a page, where it could run.
            ReferenceKind::Link => is_vector(&reference.target),
            ReferenceKind::Smart => false,
        })
        .filter_map(|reference| {
            let file = resolve_path(&reference.target, folder, &content.files).ok()?;
            let range = reference.range;
            let span = Span::new(prose.span.file, base + range.start, base + range.end);
            Some(Spanned::new(file, span))
        })
        .collect()
}

/// Every file of the content that a directory shows or links to, by path relative to `content/`.
pub fn used_files(directory: &Directory, sources: &Sources) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for entry in directory.entries() {
        let pictures = entry.image.iter().chain(&entry.gallery);
        used.extend(pictures.map(|picture| picture.file.value.clone()));
        for (_, prose) in entry.prose.iter() {
            used.extend(files_in(*prose, sources, &directory.files));
        }
    }
    for partner in directory.partners.values() {
        used.extend(partner.logo.iter().map(|logo| logo.file.value.clone()));
    }
    for page in directory.pages.values() {
        for (_, prose) in page.prose.iter() {
            used.extend(files_in(*prose, sources, &directory.files));
        }
    }
    used
}

/// The files that a prose shows or links to.
fn files_in(prose: Prose, sources: &Sources, files: &BTreeSet<String>) -> BTreeSet<String> {
    let text = sources.slice(prose.span);
    // Reading Markdown is dear; most proses point at no file.
    if !text.contains("](") {
        return BTreeSet::new();
    }
    let folder = folder(&sources.get(prose.span.file).path);
    let (references, _) = inspect(text);
    references
        .iter()
        .filter(|reference| reference.kind != ReferenceKind::Smart)
        .filter_map(|reference| {
            let path = reference.target.split(['#', '?']).next().unwrap_or_default();
            resolve_path(path, folder, files).ok()
        })
        .collect()
}

/// What is wrong with a picture, if anything.
fn refuse(path: &Path) -> Option<Problem> {
    let unreadable =
        |reason: String| Some(Problem::new(Code::PictureUnreadable).text("reason", reason));
    let too_large = |pixels: u64| {
        Some(Problem::new(Code::PictureTooLarge).number("megapixels", pixels / 1_000_000))
    };
    let size = match std::fs::metadata(path) {
        Ok(metadata) => metadata.len(),
        Err(error) => return unreadable(error.to_string()),
    };
    if size > MAX_BYTES {
        return unreadable(format!("{} MB", size / 1_000_000));
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(error.to_string()),
    };
    if is_vector(&path.to_string_lossy()) {
        return match vector::clean(&bytes) {
            Ok(_) => None,
            Err(Refused::Broken(reason)) => unreadable(reason),
            Err(Refused::Unsafe(part)) => {
                Some(Problem::new(Code::PictureUnsafe).text("part", part))
            }
        };
    }
    let reader = match image::ImageReader::new(Cursor::new(&bytes)).with_guessed_format() {
        Ok(reader) => reader,
        Err(error) => return unreadable(error.to_string()),
    };
    match reader.into_dimensions() {
        Ok((width, height)) if u64::from(width) * u64::from(height) > MAX_PIXELS => {
            return too_large(u64::from(width) * u64::from(height));
        }
        Ok(_) => {}
        Err(error) => return unreadable(error.to_string()),
    }
    // Only decoding to the end finds a picture that is cut short.
    image::load_from_memory(&bytes).err().and_then(|error| unreadable(error.to_string()))
}
