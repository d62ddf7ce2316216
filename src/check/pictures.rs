//! Pictures: each file that an entry names is decoded once, to its end.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use image::{ImageError, ImageReader};
use rayon::prelude::*;

use super::{Findings, Rules, entries};
use crate::diagnostic::{Argument, Code, Problem, reason};
use crate::entries::{Content, folder, resolve_path};
use crate::language::Localized;
use crate::model::{Entry, EntryKind, Prose};
use crate::picture::is_vector;
use crate::picture::vector::{self, Refused};
use crate::prose::ReferenceKind;
use crate::source::{Sources, Span, Spanned};

/// The most pixels a picture may have.
const MAX_PIXELS: u64 = 100_000_000;
/// The largest file that is opened, in bytes.
const MAX_BYTES: u64 = 256 * 1024 * 1024;
/// The same of a drawing, which is read as a whole and sent as it is.
const MAX_DRAWING: u64 = 16 * 1024 * 1024;

/// Where a picture is used: a place, and the entry it stands in, if any.
type Uses<'c> = BTreeMap<String, Vec<(Span, Option<&'c Entry>)>>;

/// What is wrong with each picture that was looked at, if anything: decoding is dear.
#[derive(Debug, Default)]
pub struct Seen(Mutex<BTreeMap<String, Option<Problem>>>);

impl Seen {
    fn refuse(&self, folder: &Path, file: &str) -> Option<Problem> {
        let seen = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = seen().get(file) {
            return known.clone();
        }
        let found = look_at(&folder.join(file)).err();
        seen().insert(file.to_owned(), found.clone());
        found
    }
}

pub(super) fn check(
    content: &Content,
    rules: Rules<'_>,
    sources: &Sources,
    findings: &mut Findings<'_>,
) {
    let folder = rules.root.join("content");
    let broken: Vec<_> = uses(content, sources)
        .into_par_iter()
        .filter_map(|(file, uses)| {
            Some((rules.pictures.refuse(&folder, &file)?.text("file", file), uses))
        })
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
    let Some(inspected) = content.telling.get(&prose.file) else { return Vec::new() };
    let folder = folder(&sources.get(prose.file).path);
    let pictures = inspected.references.iter().filter(|reference| match reference.kind {
        ReferenceKind::Picture => true,
        // Whoever follows the link opens it as a page, where it could run.
        ReferenceKind::Link => is_vector(&reference.target),
        ReferenceKind::Smart => false,
    });
    pictures
        .filter_map(|reference| {
            let file = resolve_path(&reference.target, folder, &content.files).ok()?;
            Some(Spanned::new(file, prose.span(&reference.range)))
        })
        .collect()
}

/// Every file of the content that entries and pages show or link to, by path relative to
/// `content/`.
pub(super) fn used_files<'c>(
    entries: impl Iterator<Item = &'c Entry>,
    content: &'c Content,
    sources: &Sources,
) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let mut add = |prose: &Localized<Prose>| {
        for (_, prose) in prose.iter() {
            used.extend(files_in(*prose, content, sources));
        }
    };
    let mut pictures = Vec::new();
    for entry in entries {
        pictures.extend(entry.image.iter().chain(&entry.gallery));
        add(&entry.prose);
        if entry.kind == EntryKind::Partner
            && let Some(partner) = content.partners.get(&entry.slug)
        {
            pictures.extend(&partner.logo);
        }
    }
    for page in content.pages.values() {
        add(&page.prose);
    }
    used.extend(pictures.into_iter().map(|picture| picture.file.value.clone()));
    used
}

/// The files that a prose shows or links to.
fn files_in(prose: Prose, content: &Content, sources: &Sources) -> Vec<String> {
    let Some(inspected) = content.telling.get(&prose.file) else { return Vec::new() };
    let folder = folder(&sources.get(prose.file).path);
    let references = inspected.references.iter().filter(|it| it.kind != ReferenceKind::Smart);
    references
        .filter_map(|reference| {
            let path = reference.target.split(['#', '?']).next().unwrap_or_default();
            resolve_path(path, folder, &content.files).ok()
        })
        .collect()
}

/// Looks at a picture to its end; what is wrong with it is the error.
fn look_at(path: &Path) -> Result<(), Problem> {
    let told = |error: std::io::Error| unreadable(reason::of_system(&error));
    let is_drawing = is_vector(&path.to_string_lossy());
    let size = std::fs::metadata(path).map_err(told)?.len();
    if size > if is_drawing { MAX_DRAWING } else { MAX_BYTES } {
        return Err(unreadable(Argument::Text(format!("{} MB", size / 1_000_000))));
    }
    let bytes = std::fs::read(path).map_err(told)?;
    if is_drawing { look_at_drawing(&bytes) } else { look_at_pixels(&bytes) }
}

fn look_at_drawing(bytes: &[u8]) -> Result<(), Problem> {
    match vector::clean(bytes) {
        Ok(_) => Ok(()),
        Err(Refused::Broken(_)) => Err(unreadable(Argument::Message("reason-drawing-broken"))),
        Err(Refused::Unsafe(part)) => Err(Problem::new(Code::PictureUnsafe).text("part", part)),
    }
}

fn look_at_pixels(bytes: &[u8]) -> Result<(), Problem> {
    let told = |error: ImageError| unreadable(why(&error));
    let (width, height) = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(ImageError::IoError)
        .and_then(ImageReader::into_dimensions)
        .map_err(told)?;
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS {
        let megapixels = pixels / 1_000_000;
        return Err(Problem::new(Code::PictureTooLarge).number("megapixels", megapixels));
    }
    // Only decoding to the end finds a picture that is cut short.
    image::load_from_memory(bytes).map_err(told)?;
    Ok(())
}

fn unreadable(reason: Argument) -> Problem {
    Problem::new(Code::PictureUnreadable).reason(reason)
}

/// Why a picture cannot be decoded.
fn why(error: &ImageError) -> Argument {
    match error {
        ImageError::IoError(error) => reason::of_system(error),
        ImageError::Unsupported(_) => Argument::Message("reason-picture-format"),
        ImageError::Decoding(_) => Argument::Message("reason-picture-damaged"),
        other => Argument::Text(other.to_string()),
    }
}
