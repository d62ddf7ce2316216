//! Files of the content that pages show or link to, under their fingerprinted addresses.

use std::collections::{BTreeMap, BTreeSet};

use super::route::Base;
use crate::picture::Recipe;

/// How the bytes of a published file are made from a file of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    /// They are the file's own: documents.
    Kept,
    /// A picture that moves, without what was noted in it.
    Moving,
    /// A drawing without what its editor noted for itself.
    Cleaned,
    /// A form of a picture.
    Picture(Recipe),
}

/// A file of the content in the published tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its path below the root: of a picture, the form that everything reads.
    pub path: String,
    /// How that is made.
    pub making: Making,
    /// Its size in pixels, where it is a picture that states one.
    pub size: Option<(u32, u32)>,
    /// The WebP forms of a picture, narrowest first: the path and the form of each.
    pub forms: Vec<(String, Recipe)>,
}

impl PublishedFile {
    /// The WebP forms as the value of `srcset`; none where there are none.
    pub(crate) fn srcset(&self, base: &Base) -> Option<String> {
        let form = |(path, form): &(String, Recipe)| format!("{} {}w", base.url(path), form.width);
        let forms: Vec<String> = self.forms.iter().map(form).collect();
        (!forms.is_empty()).then(|| forms.join(", "))
    }

    /// Every file that is made of it: the path, and how.
    pub fn files(&self) -> impl Iterator<Item = (&String, Making)> {
        let forms = self.forms.iter().map(|(path, form)| (path, Making::Picture(*form)));
        std::iter::once((&self.path, self.making)).chain(forms)
    }
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
