//! Files of the content that pages show or link to, under their fingerprinted addresses.

use std::collections::{BTreeMap, BTreeSet};

/// A file of the content in the published tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its path below the root.
    pub path: String,
    /// Its size in pixels, where it is a picture of pixels.
    pub size: Option<(u32, u32)>,
}

/// Every file of the content that is published, by its path relative to `content/`.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    published: BTreeMap<String, PublishedFile>,
    names: BTreeSet<String>,
}

impl Pictures {
    /// From pairs of a path relative to `content/` and its published form.
    pub fn new(published: BTreeMap<String, PublishedFile>) -> Self {
        let names = published.keys().cloned().collect();
        Self { published, names }
    }

    /// The file of that path.
    pub fn get(&self, file: &str) -> Option<&PublishedFile> {
        self.published.get(file)
    }

    /// Every file, by its path relative to `content/`.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &PublishedFile)> {
        self.published.iter()
    }

    /// The file that a prose of `folder` means.
    pub(crate) fn resolve(&self, written: &str, folder: &str) -> Option<&PublishedFile> {
        let path = crate::entries::resolve_path(written, folder, &self.names).ok()?;
        self.published.get(&path)
    }
}
