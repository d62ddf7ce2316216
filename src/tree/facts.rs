//! What a tree knows besides the words of its prose.
//!
//! In: a [`Project`], and what the tree before it knew. Out: [`Facts`], with every order and every
//! address. Promise: what is taken over from before is what would be made.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::addresses::{Addresses, Named};
use super::{MakeError, Piece, Project, look, pictures};
use crate::export::{self, WrittenEvents};
use crate::index::Index;
use crate::model::EntryKind;
use crate::page::view::{Ready, SiteView};
use crate::page::{Builder, Catalogue, Look, Pictures, Shelf};
use crate::source::Sources;

/// All that a tree is made from and what is made once for all of its pieces.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) project: Project,
    pub(super) index: Index,
    shelf: Shelf,
    pictures: Pictures,
    pub(super) look: Arc<Look>,
    /// Every piece but the previews.
    pub(super) addresses: Addresses,
    /// The previews likewise. Their names tell what they say, which takes as long to find out as all
    /// the rest, so it is done when one is asked for.
    pub(super) previews: OnceLock<BTreeMap<String, Piece>>,
    /// What stands around every page, one a language, and the same as templates see it.
    pub(super) sites: Vec<(SiteView, Ready<SiteView>)>,
    /// Made when the first calendar of a language is.
    pub(super) events: Vec<OnceLock<WrittenEvents>>,
    /// Where the search index of each language begins; known when it is made.
    pub(super) search: Vec<OnceLock<String>>,
    /// The facets of each listing of a language, by kind of entry; known when they are made.
    pub(super) facets: Vec<OnceLock<BTreeMap<EntryKind, String>>>,
}

impl Facts {
    /// Orders everything and finds every address. Where nothing but texts of entries became others
    /// since `before`, what came of all the other files is taken from there.
    pub(super) fn of(project: Project, before: Option<&Self>) -> Result<Self, MakeError> {
        // The tree before showed other cards with the same templates.
        project.renderer.forget();
        let (index, (pictures, look)) = rayon::join(
            || order(&project, before),
            || {
                let look = before.map(|before| Arc::clone(&before.look));
                let look = look.unwrap_or_else(|| Arc::new(look::of(&project)));
                (pictures::publish(&project, before.map(|before| &before.pictures)), look)
            },
        );
        let mut facts = Self {
            index,
            shelf: Shelf::default(),
            pictures: pictures?,
            look,
            addresses: Addresses::default(),
            previews: OnceLock::new(),
            sites: Vec::new(),
            events: one_each(&project),
            search: one_each(&project),
            facets: one_each(&project),
            project,
        };
        facts.sites = facts.around();
        facts.addresses = facts.placed(before)?;
        Ok(facts)
    }

    /// Lets go what is made once for many pages, when others are to be made.
    pub(super) fn let_go(&self) {
        self.shelf.clear();
        self.project.renderer.forget();
    }

    /// What stands around the pages of each language.
    fn around(&self) -> Vec<(SiteView, Ready<SiteView>)> {
        let builder = self.builder(&self.project.sources);
        let around = |locale| {
            let site = builder.site(locale);
            let ready = Ready::new(&site);
            (site, ready)
        };
        self.project.locales.iter().map(around).collect()
    }

    /// Where everything stands.
    fn placed(&self, before: Option<&Self>) -> Result<Addresses, MakeError> {
        let named = self.named(&self.builder(&self.project.sources));
        let known = before.and_then(|before| before.addresses.still(&named));
        let place = self.project.directory.site.languages_span;
        known.map_or_else(|| Addresses::new(named, place), Ok)
    }

    /// What pages are made with.
    pub(super) fn builder<'a>(&'a self, sources: &'a Sources) -> Builder<'a> {
        Builder {
            index: &self.index,
            shelf: &self.shelf,
            locales: &self.project.locales,
            base: &self.project.base,
            pictures: &self.pictures,
            look: &self.look,
            sources,
            worker: self.project.assets.worker.as_ref(),
            corrections_page: self.project.manifest.corrections_page.as_deref(),
            search_index: "",
            facets: None,
            catalogue: Catalogue::NONE,
        }
    }

    /// All that addresses come from.
    fn named(&self, builder: &Builder<'_>) -> Named {
        let locales = self.project.locales.iter();
        let assets = self.project.assets.files.iter().enumerate();
        let assets = assets.map(|(place, asset)| (asset.path.clone(), Piece::Asset(place)));
        let icons = self.look.icons.iter();
        let icons = icons.map(|(icon, path)| (path.clone(), Piece::Icon(*icon)));
        let pictures = self.pictures.iter().flat_map(|(file, published)| {
            let files = published.files();
            files.map(|(path, how)| (path.clone(), Piece::File(file.clone(), how)))
        });
        Named {
            languages: locales.map(|locale| (locale.lang(), locale.tag().clone())).collect(),
            routes: builder.routes(),
            above: builder.above(),
            calendars: export::calendars(builder),
            redirects: builder.redirects(),
            files: assets.chain(icons).chain(pictures).collect(),
        }
    }
}

/// The directory in order.
fn order(project: &Project, before: Option<&Facts>) -> Index {
    let directory = Arc::clone(&project.directory);
    match before {
        Some(before) => Index::after(directory, project.today, &before.index),
        None => {
            let collations = project.locales.iter().map(|it| Arc::clone(it.collation()));
            Index::new(directory, collations.collect(), project.today)
        }
    }
}

/// Something for each language that is not made yet.
fn one_each<T>(project: &Project) -> Vec<OnceLock<T>> {
    project.locales.iter().map(|_| OnceLock::new()).collect()
}
