//! The published tree as a lazy value: every address is known before a byte of it is made.
//!
//! In: a [`Project`]. Out: a [`Tree`], which lists its [`Piece`]s by path and makes any of them when
//! asked. Promise: making is pure, so a page shown by the server is byte for byte the page of a
//! clean build, whatever was made before it and in whatever order; what is the same for many pages
//! is made once.
//!
//! A few files cannot be known before they are made, such as an index named by its own content.
//! They come in [`Batch`]es.

mod addresses;
mod facts;
mod kept;
mod look;
mod pictures;
mod piece;
mod places;
mod sure;
mod verdict;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::cache::{Cache, Key};
use crate::diagnostic::Diagnostic;
use crate::export::{self, WrittenEvents};
use crate::history::History;
use crate::index::{Revisions, Standing};
use crate::language::Locale;
use crate::model::{Directory, EntryKind};
use crate::output::OutputError;
use crate::page::{self, Base, Builder, Catalogue, Page, Redirect, Route};
use crate::render::Renderer;
use crate::search;
use crate::source::{FileId, Sources};
use crate::theme::{Assets, Manifest, fingerprinted};
use jiff::civil::Date;
use rayon::prelude::*;

use facts::Facts;

pub use kept::Kept;
pub use look::Extra;
pub use piece::{Batch, Piece};
pub use places::Places;
pub use verdict::Verified;
pub use write::{Made, Since};

/// A site that may be published: what a tree is made of.
#[derive(Debug)]
pub struct Project {
    /// What the content says.
    pub directory: Arc<Directory>,
    /// The texts that prose is read from.
    pub sources: Arc<Sources>,
    /// The site's languages, ready to speak.
    pub locales: Vec<Locale>,
    /// What the theme says of itself.
    pub manifest: Manifest,
    /// The theme's files.
    pub assets: Arc<Assets>,
    /// The theme's templates.
    pub renderer: Arc<Renderer>,
    /// Whether templates, settings and messages are all the program's own.
    pub is_stock: bool,
    /// Where the tree stands on the web.
    pub base: Base,
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The day of the build.
    pub today: Date,
    /// When files were changed.
    pub history: Arc<History>,
    /// Results of earlier builds that were dear.
    pub cache: Cache,
    /// What is left out of the tree.
    pub without: Vec<Extra>,
}

/// Why a tree, or a piece of it, cannot be made.
#[derive(Debug)]
pub enum MakeError {
    /// A template failed, or two pages want one address: an editor can mend it.
    Findings(Vec<Diagnostic>),
    /// A file cannot be read or written: the operator can mend it.
    Output(OutputError),
}

impl From<OutputError> for MakeError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl From<Box<Diagnostic>> for MakeError {
    fn from(finding: Box<Diagnostic>) -> Self {
        Self::Findings(vec![*finding])
    }
}

/// The published tree of a project.
#[derive(Debug)]
pub struct Tree {
    facts: Arc<Facts>,
    /// The texts that prose is read from.
    sources: Arc<Sources>,
    /// What there is to download; known when the open data is made, which tells the prose as well.
    catalogue: OnceLock<Catalogue>,
}

impl Tree {
    /// Orders everything and finds every address. Fails where a file of the content that is to be
    /// published cannot be read, and where two pages want one address.
    pub fn new(project: Project) -> Result<Self, MakeError> {
        Self::of(project, None)
    }

    /// The same after nothing but texts of entries became others since `before`: what came of all the
    /// other files is taken from there.
    pub fn after(project: Project, before: &Self) -> Result<Self, MakeError> {
        Self::of(project, Some(&before.facts))
    }

    fn of(project: Project, before: Option<&Facts>) -> Result<Self, MakeError> {
        let sources = Arc::clone(&project.sources);
        let facts = Arc::new(Facts::of(project, before)?);
        Ok(Self { facts, sources, catalogue: OnceLock::new() })
    }

    /// The tree after some proses were written anew, and nothing but what they say is different.
    /// What was made for this one and tells no prose is shared.
    #[must_use]
    pub fn with_prose(&self, sources: Arc<Sources>) -> Self {
        Self { facts: Arc::clone(&self.facts), sources, catalogue: OnceLock::new() }
    }

    /// Whether a piece shows a prose of one of these files.
    pub fn shows(&self, piece: &Piece, files: &BTreeSet<FileId>) -> bool {
        let Piece::Page(page) = piece else { return false };
        let directory = &self.facts.project.directory;
        let prose = match &page.route {
            Route::Entry(kind, slug) => directory.entry(*kind, slug.as_str()).map(|it| &it.prose),
            Route::Page(slug) => directory.pages.get(slug).map(|it| &it.prose),
            // It tells the sizes of files that hold every prose.
            Route::OpenData => return true,
            _ => None,
        };
        prose.is_some_and(|prose| prose.iter().any(|(_, prose)| files.contains(&prose.file)))
    }

    /// The texts that prose is read from.
    pub fn sources(&self) -> &Arc<Sources> {
        &self.sources
    }

    /// What it is made of.
    pub fn project(&self) -> &Project {
        &self.facts.project
    }

    /// Every piece with its path below the root. What comes in batches is not among them.
    pub fn pieces(&self) -> impl Iterator<Item = (&String, &Piece)> {
        self.facts.addresses.pieces().iter().chain(self.previews())
    }

    /// The piece at a path.
    pub fn piece(&self, path: &str) -> Option<&Piece> {
        let preview = || self.previews().get(path);
        let may_be_one = path.starts_with(page::PREVIEWS);
        self.facts.addresses.pieces().get(path).or_else(|| may_be_one.then(preview).flatten())
    }

    /// The previews. Nothing that the pool's threads do for it asks for them in turn.
    fn previews(&self) -> &BTreeMap<String, Piece> {
        self.facts.previews.get_or_init(|| {
            let builder = self.builder();
            let previews = builder.previewed().into_par_iter();
            previews
                .filter_map(|page| Some((builder.preview(&page)?.path, Piece::Preview(page))))
                .collect()
        })
    }

    /// What comes in batches, the largest first: while it is made, few cards are kept yet.
    pub fn batches(&self) -> impl Iterator<Item = Batch> + use<> {
        let languages = 0..self.facts.project.locales.len();
        let search = languages.clone().map(Batch::Search);
        let own = search.chain(languages.map(Batch::Facets));
        [Batch::OpenData, Batch::Exports].into_iter().chain(own)
    }

    /// How many entries borrow words from another language, counted once a language.
    pub fn borrowed(&self) -> usize {
        let directory = &self.facts.index.directory;
        let languages = directory.site.languages.iter().map(|(language, _)| language);
        languages
            .map(|language| {
                let entries = directory.entries();
                entries.filter(|it| Standing::of(it, language) != Standing::Complete).count()
            })
            .sum()
    }

    /// Makes one piece.
    pub fn make(&self, piece: &Piece) -> Result<Vec<u8>, MakeError> {
        match piece {
            Piece::Page(page) => self.page(page),
            Piece::Redirect(redirect) => self.redirect(redirect),
            Piece::Asset(place) => Ok(self.facts.project.assets.files[*place].bytes.clone()),
            Piece::File(file, making) => Ok(pictures::make(&self.facts.project, file, *making)?),
            Piece::Preview(page) => Ok(self.preview(page)),
            Piece::Icon(icon) => Ok(look::icon(&self.facts.project, *icon)),
            Piece::Calendar(language, feed) => {
                let builder = self.builder();
                let locale = &self.facts.project.locales[language.index()];
                let events = self.events(language.index());
                Ok(export::calendar(&builder, locale, events, feed))
            }
        }
    }

    /// Makes all the files of a batch, with their paths, in whatever order.
    pub fn make_batch(&self, batch: Batch) -> Vec<(String, Vec<u8>)> {
        let files = Mutex::new(Vec::new());
        let put = |path, bytes| {
            files.lock().unwrap_or_else(PoisonError::into_inner).push((path, bytes));
            Ok::<_, Infallible>(())
        };
        self.hand_over(batch, &put).unwrap_or_else(|never| match never {});
        files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands over the files of a batch with their paths, none later than it must. Fails where `put`
    /// does.
    pub(crate) fn hand_over<E: Send>(
        &self,
        batch: Batch,
        put: &(impl Fn(String, Vec<u8>) -> Result<(), E> + Sync),
    ) -> Result<(), E> {
        let files = match batch {
            Batch::Search(language) => {
                let facts = &*self.facts;
                let locale = &facts.project.locales[language];
                let made = search::build(&facts.index, locale, &facts.project.base);
                // The same content gives the same path: whoever sets it first is right.
                let _ = facts.search[language].set(made.path);
                made.files
            }
            Batch::Facets(language) => {
                let made = self.make_facets(&self.facts.project.locales[language]);
                let paths = made.iter().map(|(kind, path, _)| (*kind, path.clone()));
                let _ = self.facts.facets[language].set(paths.collect());
                made.into_iter().map(|(_, path, bytes)| (path, bytes)).collect()
            }
            Batch::OpenData => {
                let catalogue = export::open_data(&self.builder(), put)?;
                let _ = self.catalogue.set(catalogue);
                return Ok(());
            }
            Batch::Exports => {
                let pages =
                    self.facts.addresses.pieces().values().filter_map(|piece| match piece {
                        Piece::Page(page) => Some(page.clone()),
                        _ => None,
                    });
                let mut pages: Vec<Page> = pages.collect();
                pages.sort();
                export::all(
                    &self.builder(),
                    &self.revisions(),
                    &pages,
                    self.facts.addresses.redirects(),
                )
            }
        };
        files.into_iter().try_for_each(|(path, bytes)| put(path, bytes))
    }

    fn page(&self, page: &Page) -> Result<Vec<u8>, MakeError> {
        let language = page.language.index();
        let builder = match page.route {
            Route::Search => Builder { search_index: self.search_path(language), ..self.builder() },
            Route::Listing(kind, 1) => {
                Builder { facets: self.facets_path(language, kind), ..self.builder() }
            }
            Route::OpenData => Builder { catalogue: self.catalogue(), ..self.builder() },
            _ => self.builder(),
        };
        let Some(crate::page::Made { page: mut head, view }) = builder.make(page) else {
            return Ok(Vec::new());
        };
        let (site, around) = &self.facts.sites[language];
        head.json_ld = export::json_ld(&builder, page, &head, site);
        Ok(self.facts.project.renderer.render(&head, around, &view, language)?.into_bytes())
    }

    fn preview(&self, page: &Page) -> Vec<u8> {
        let Some((painter, preview)) =
            self.facts.look.painter.as_ref().zip(self.builder().preview(page))
        else {
            return Vec::new();
        };
        let key = Key::new("preview").with(painter.digest(&preview.sheet).as_bytes());
        let painted = || Ok::<_, Infallible>(painter.paint(&preview.sheet));
        self.facts.project.cache.get_or_make(&key, painted).unwrap_or_else(|never| match never {})
    }

    fn redirect(&self, redirect: &Redirect) -> Result<Vec<u8>, MakeError> {
        let values = self.builder().redirect(redirect);
        let language = redirect.language.index();
        let html =
            self.facts.project.renderer.render_template("redirect.html", &values, language)?;
        Ok(html.into_bytes())
    }

    fn builder(&self) -> Builder<'_> {
        self.facts.builder(&self.sources)
    }

    fn revisions(&self) -> Revisions<'_> {
        let project = &self.facts.project;
        Revisions {
            history: &project.history,
            sources: &self.sources,
            directory: &project.directory,
            today: project.today,
        }
    }

    /// The events of a language, written for its calendars.
    fn events(&self, language: usize) -> &WrittenEvents {
        self.facts.events[language].get_or_init(|| {
            let locale = &self.facts.project.locales[language];
            export::events(&self.builder(), &self.revisions(), locale)
        })
    }

    fn search_path(&self, language: usize) -> &str {
        if self.facts.search[language].get().is_none() {
            self.make_batch(Batch::Search(language));
        }
        self.facts.search[language].get_or_init(String::new)
    }

    /// The facets of every listing of a language, each with its path.
    fn make_facets(&self, locale: &Locale) -> Vec<(EntryKind, String, Vec<u8>)> {
        let kinds = EntryKind::ALL.iter().map(|kind| {
            let bytes =
                crate::page::facets(&self.facts.index, &self.revisions(), *kind, locale.lang());
            let name = format!("facets-{}-{}.json", kind.as_str(), locale.tag());
            (*kind, fingerprinted(&name, &bytes), bytes)
        });
        kinds.collect()
    }

    fn facets_path(&self, language: usize, kind: EntryKind) -> Option<&str> {
        if self.facts.facets[language].get().is_none() {
            self.make_batch(Batch::Facets(language));
        }
        self.facts.facets[language].get()?.get(&kind).map(String::as_str)
    }

    fn catalogue(&self) -> &Catalogue {
        if self.catalogue.get().is_none() {
            self.make_batch(Batch::OpenData);
        }
        self.catalogue.get_or_init(Catalogue::default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::fixture::{good_site, request};
    use crate::pipeline::{read, read_again};

    #[test]
    fn a_new_tree_holds_nothing_that_was_rendered_for_the_one_before() {
        let site = good_site();
        let request = request(site.path());
        let mut outcome = read(&request);
        let before = Tree::new(outcome.project.take().unwrap()).unwrap();
        let renderer = Arc::clone(&before.project().renderer);
        before.make(before.piece("th/spaces/index.html").unwrap()).unwrap();
        assert!(renderer.remembers() > 0);
        let sources = (*outcome.sources).clone();
        let again = read_again(&request, &outcome, sources, &BTreeSet::new()).unwrap();
        let after = Tree::after(again.project.unwrap(), &before).unwrap();
        assert!(Arc::ptr_eq(&renderer, &after.project().renderer));
        assert_eq!(renderer.remembers(), 0);
    }
}
