//! The content's files in the tree: which forms of each there are, and what makes them.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Project;
use crate::cache::Key;
use crate::output::OutputError;
use crate::page::{Making, Pictures, PublishedFile};
use crate::picture::{self, Kind, Recipe, vector};
use crate::theme::fingerprinted;

/// The content's files that are published, under the addresses that their bytes give them. Those that
/// are known from `before` are as they were.
pub(super) fn publish(
    project: &Project,
    before: Option<&Pictures>,
) -> Result<Pictures, OutputError> {
    let used: Vec<&String> = project.directory.published.iter().collect();
    let published: Vec<Result<(String, PublishedFile), OutputError>> = used
        .into_par_iter()
        .map(|file| {
            let known = before.and_then(|before| before.get(file)).cloned();
            let published = match known {
                Some(known) => known,
                None => forms(file, &read_file(&path(project, file))?),
            };
            Ok((file.clone(), published))
        })
        .collect();
    let published: Result<BTreeMap<String, PublishedFile>, OutputError> =
        published.into_iter().collect();
    Ok(Pictures::new(published?))
}

/// The bytes of one form of a file.
pub(super) fn make(project: &Project, file: &str, making: Making) -> Result<Vec<u8>, OutputError> {
    let path = path(project, file);
    let bytes = read_file(&path)?;
    // The checks have refused what cannot be made: only a file that changed since comes here.
    let failed = |reason: String| OutputError::Io { path, source: io::Error::other(reason) };
    match making {
        Making::Kept => Ok(bytes),
        Making::Moving => Ok(picture::without_notes(&bytes)),
        Making::Cleaned => vector::clean(&bytes).map_err(|refused| failed(refused.to_string())),
        Making::Picture(recipe) => {
            let key = Key::new("picture").with(recipe.to_string().as_bytes()).with(&bytes);
            let made = project.cache.get_or_make(&key, || picture::make(&bytes, recipe));
            made.map_err(|error| failed(error.to_string()))
        }
    }
}

fn forms(file: &str, bytes: &[u8]) -> PublishedFile {
    let whole = |making, size| PublishedFile {
        path: fingerprinted(file, bytes),
        making,
        size,
        forms: Vec::new(),
    };
    match picture::read(file, bytes) {
        Kind::Other => whole(Making::Kept, None),
        Kind::Moving(width, height) => whole(Making::Moving, Some((width, height))),
        Kind::Vector(size) => whole(Making::Cleaned, size),
        Kind::Still(still) => {
            let digest = blake3::hash(bytes);
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            // The address tells what it was made of, so that it is known before it is made.
            let address = |recipe: Recipe| {
                let name = format!("{stem}-{}.{}", recipe.width, recipe.format.ending());
                fingerprinted(&name, format!("{digest} {recipe}").as_bytes())
            };
            let fallback = Recipe::fallback(still);
            let sizes = Recipe::sizes(still);
            PublishedFile {
                path: address(fallback),
                making: Making::Picture(fallback),
                size: Some((fallback.width, fallback.height)),
                forms: sizes.into_iter().map(|recipe| (address(recipe), recipe)).collect(),
            }
        }
    }
}

fn path(project: &Project, file: &str) -> PathBuf {
    project.root.join("content").join(file)
}

fn read_file(path: &Path) -> Result<Vec<u8>, OutputError> {
    std::fs::read(path).map_err(|source| OutputError::Io { path: path.to_owned(), source })
}
