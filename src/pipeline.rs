//! The stages in order: from a folder to a published tree.
//!
//! [`read`] goes from files to a [`Project`], which exists only while there is nothing to refuse;
//! [`Project::write`] makes every page and every other file of the tree and hands each to a
//! [`Sink`] as soon as it is made, so that no tree is held in memory unless the sink does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::{self, Rules};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Problem};
use crate::entries::{self, Reading};
use crate::export;
use crate::history::History;
use crate::index::{Index, Revisions, Standing};
use crate::language::{LanguageTag, Languages, Locale, MessageFile, Messages};
use crate::model::{Directory, EntryKind, Site};
use crate::output::{OutputError, Sink};
use crate::page::{Base, Builder, Catalogue, Page, Pictures, PublishedFile};
use crate::render::Renderer;
use crate::search::{self, SearchIndex};
use crate::source::{Sources, Span};
use crate::theme::{self, Assets, Theme, fingerprinted};

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The address of the tree, in place of the one in `site.yaml`.
    pub base_url: Option<String>,
    /// The day of the build; else the day of `now` in the site's time zone.
    pub today: Option<Date>,
    /// The clock, read once by the caller.
    pub now: Timestamp,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether the repository around `root` is asked when files were changed. Without it the dates
    /// of calendars, feeds and the sitemap are those that the content states.
    pub history: bool,
}

/// A site that may be published.
#[derive(Debug)]
pub struct Project {
    directory: Directory,
    locales: Vec<Locale>,
    theme: Theme,
    assets: Arc<Assets>,
    renderer: Renderer,
    base: Base,
    root: PathBuf,
    today: Date,
    history: History,
}

/// What reading came to.
#[derive(Debug)]
pub struct Outcome {
    /// Every text that was read: findings point into them.
    pub sources: Sources,
    /// All messages, for telling the findings.
    pub messages: Arc<Messages>,
    /// The languages of the site.
    pub languages: Languages,
    /// What was found, in order.
    pub findings: Vec<Diagnostic>,
    /// How many files the content holds.
    pub files: usize,
    /// The site, unless something is wrong with it.
    pub project: Option<Project>,
}

/// Reads and checks a site.
pub fn read(request: &Request) -> Outcome {
    let mut sources = Sources::default();
    let mut out = Diagnostics::default();
    let message_files = theme::message_files(&request.root, &mut sources, &mut out);
    let spoken = spoken(&message_files);
    let reading = Reading { root: &request.root, languages: &spoken, drafts: request.drafts };
    let content = entries::read(reading, &mut sources, &mut out);
    let languages = content.languages.clone();
    let files = content.files.len();

    let default = languages.tag(languages.default());
    let (messages, broken) = Messages::load(&sources, &message_files, default);
    out.extend(broken);
    let messages = Arc::new(messages);

    let prepared = content.site.as_ref().and_then(|site| {
        let theme = theme::load(&request.root, &site.theme, &mut sources, &mut out)?;
        audit(&theme, &languages, &messages, &sources, &mut out);
        let locales = locales(site, &messages, &mut out);
        let base = Base::new(request.base_url.as_deref().unwrap_or(site.base_url.as_str()));
        let assets = Arc::new(Assets::new(&theme));
        let renderer = Renderer::new(&theme, &assets, &base, &locales, &sources, &mut out)?
            .keeping_whole(site.title.iter().map(|(_, title)| title.as_str()));
        Some((theme, locales, base, assets, renderer))
    });
    let today = request.today.unwrap_or_else(|| {
        let zone = content.site.as_ref().map(|site| site.time_zone.rules().clone());
        request.now.to_zoned_datetime(zone.unwrap_or(jiff::tz::TimeZone::UTC)).date()
    });
    let rules = Rules { root: &request.root, today, drafts: request.drafts };
    let directory = check::check(content, rules, &sources, &mut out);
    let project = directory.zip(prepared).map(|(directory, prepared)| {
        let (theme, locales, base, assets, renderer) = prepared;
        let root = request.root.clone();
        let history = if request.history { History::of(&root) } else { History::default() };
        Project { directory, locales, theme, assets, renderer, base, root, today, history }
    });
    let project = project.filter(|_| !out.has_errors());
    Outcome { sources, messages, languages, findings: out.into_sorted(), files, project }
}

/// The languages that have messages: what to assume while `site.yaml` names none.
fn spoken(files: &[MessageFile]) -> Languages {
    let tags = files.iter().map(|file| file.language.clone());
    Languages::new(tags).unwrap_or_else(Languages::undetermined)
}

/// Holds messages against templates and languages against each other.
fn audit(
    theme: &Theme,
    languages: &Languages,
    messages: &Messages,
    sources: &Sources,
    out: &mut Diagnostics,
) {
    let tags: Vec<LanguageTag> = languages.iter().map(|(_, tag)| tag.clone()).collect();
    out.extend(messages.audit(&tags, &theme::used_messages(theme, sources)));
    for (id, span) in theme::asked_messages(theme, sources) {
        if !tags.iter().any(|tag| messages.has(tag, &id)) {
            out.push(Problem::new(Code::MessageUnknown).text("message", id).at(span));
        }
    }
}

fn locales(site: &Site, messages: &Arc<Messages>, out: &mut Diagnostics) -> Vec<Locale> {
    let mut locales = Vec::new();
    for (lang, tag) in site.languages.iter() {
        if !messages.speaks(tag) {
            let known: Vec<&str> = messages.languages().map(LanguageTag::as_str).collect();
            let problem = Problem::new(Code::LocaleMissing)
                .text("language", tag.as_str())
                .choices("choices", known.iter().copied());
            out.push(problem.at(site.languages_span));
        }
        let format = site.formats.get(&lang).map(|format| format.value.as_str());
        match Locale::new(lang, tag, format, messages) {
            Ok(locale) => locales.push(locale),
            Err(problem) => out.push(problem.at(site.languages_span)),
        }
    }
    locales
}

/// What a build made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Pages in all languages.
    pub pages: usize,
    /// Files in all.
    pub files: usize,
    /// Entries that borrow words from another language, counted once a language.
    pub borrowed: usize,
}

/// Why a site that could be read was not written.
#[derive(Debug)]
pub enum WriteError {
    /// A template failed while a page was made: the editor of the theme can mend it.
    Findings(Vec<Diagnostic>),
    /// The tree cannot be written: the operator can mend it.
    Output(OutputError),
}

impl From<OutputError> for WriteError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl Project {
    /// The site's languages, ready to speak.
    pub fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// Where the tree stands on the web.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// Makes the whole tree. `progress` is told how many pages of how many are made.
    pub fn write(
        &self,
        sources: &Sources,
        sink: &impl Sink,
        progress: &(impl Fn(usize, usize) + Sync),
    ) -> Result<Made, WriteError> {
        let collations: Vec<_> = self.locales.iter().map(Locale::collation).collect();
        let index = Index::new(&self.directory, &collations, self.today);
        let (pictures, files) = self.publish_files(sources, sink)?;
        let (search_indexes, search_files) = self.publish_search(&index, sink)?;
        let revisions = Revisions {
            history: &self.history,
            sources,
            directory: &self.directory,
            today: self.today,
        };
        let facets = self.publish_facets(&index, &revisions, sink)?;
        let files = files + search_files + facets.iter().map(Vec::len).sum::<usize>();
        let builder = Builder {
            index: &index,
            locales: &self.locales,
            base: &self.base,
            pictures: &pictures,
            sources,
            corrections_page: self.theme.manifest.corrections_page.as_deref(),
            search_indexes: &search_indexes,
            facets: &facets,
            catalogue: &Catalogue::default(),
        };
        let (open_data, catalogue) = export::open_data(&builder);
        let builder = Builder { catalogue: &catalogue, ..builder };
        let pages = builder.pages();
        refuse_shared_addresses(&builder, &pages)?;
        self.write_pages(&builder, &pages, sink, progress)?;
        let redirects = builder.redirects();
        for redirect in &redirects {
            let (path, html) = self.redirect(&builder, redirect)?;
            sink.put(&path, html.into_bytes())?;
        }
        let put = |path: &str, bytes: Vec<u8>| sink.put(path, bytes);
        let calendars = export::calendars(&builder, &revisions, &put)?;
        let mut exports = export::all(&builder, &revisions, &pages, &redirects);
        exports.extend(open_data);
        let files = files + pages.len() + redirects.len() + exports.len() + calendars;
        for (path, bytes) in exports {
            sink.put(&path, bytes)?;
        }
        Ok(Made { pages: pages.len(), files, borrowed: self.borrowed() })
    }

    fn write_pages(
        &self,
        builder: &Builder<'_>,
        pages: &[Page],
        sink: &impl Sink,
        progress: &(impl Fn(usize, usize) + Sync),
    ) -> Result<(), WriteError> {
        let sites: Vec<_> = self.locales.iter().map(|locale| builder.site(locale)).collect();
        let done = AtomicUsize::new(0);
        let results: Vec<Result<(), WriteError>> = pages
            .par_iter()
            .map(|page| {
                let language = page.language.index();
                let tag = self.locales[language].tag().as_str();
                let Some(mut made) = builder.make(page, &sites[language]) else { return Ok(()) };
                made.page.json_ld = export::json_ld(builder, page, &made);
                let html = self
                    .renderer
                    .render(&made.frame(), language)
                    .map_err(|finding| WriteError::Findings(vec![*finding]))?;
                sink.put(&page.route.file(tag), html.into_bytes())?;
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
                Ok(())
            })
            .collect();
        all_or_findings(results)
    }

    fn redirect(
        &self,
        builder: &Builder<'_>,
        redirect: &crate::page::Redirect,
    ) -> Result<(String, String), WriteError> {
        #[derive(serde::Serialize)]
        struct Values<'a> {
            target: String,
            canonical: String,
            lang: &'a str,
            title: String,
        }
        let language = redirect.language.index();
        let locale = &self.locales[language];
        let tag = locale.tag().as_str();
        let target = redirect.to.path(tag);
        let values = Values {
            target: builder.base.url(&target),
            canonical: builder.base.absolute(&target),
            lang: tag,
            title: builder.title(&redirect.to, locale),
        };
        let html = self
            .renderer
            .render_template("redirect.html", &values, language)
            .map_err(|finding| WriteError::Findings(vec![*finding]))?;
        Ok((redirect.from.file(tag), html))
    }

    /// Puts the search index of every language into the tree: the path of each, and how many files
    /// they are.
    fn publish_search(
        &self,
        index: &Index<'_>,
        sink: &impl Sink,
    ) -> Result<(Vec<String>, usize), WriteError> {
        let built: Vec<SearchIndex> = self
            .locales
            .par_iter()
            .map(|locale| search::build(index, locale, &self.base))
            .collect();
        let mut files = 0;
        let mut paths = Vec::new();
        for language in built {
            files += language.files.len();
            paths.push(language.path);
            for (path, bytes) in language.files {
                sink.put(&path, bytes)?;
            }
        }
        Ok((paths, files))
    }

    /// Puts the facets of every listing into the tree: their paths, by language and kind of entry.
    fn publish_facets(
        &self,
        index: &Index<'_>,
        revisions: &Revisions<'_>,
        sink: &impl Sink,
    ) -> Result<Vec<Vec<String>>, WriteError> {
        let mut paths = Vec::new();
        for locale in &self.locales {
            let mut of_language = Vec::new();
            for kind in EntryKind::ALL.iter().copied() {
                let bytes = crate::page::facets(index, revisions, kind, locale.lang());
                let path =
                    fingerprinted(&format!("{}-{}.json", kind.as_str(), locale.tag()), &bytes);
                sink.put(&path, bytes)?;
                of_language.push(path);
            }
            paths.push(of_language);
        }
        Ok(paths)
    }

    /// Puts the theme's files and the content's pictures into the tree.
    fn publish_files(
        &self,
        sources: &Sources,
        sink: &impl Sink,
    ) -> Result<(Pictures, usize), WriteError> {
        for asset in &self.assets.files {
            sink.put(&asset.path, asset.bytes.clone())?;
        }
        let content = self.root.join("content");
        let used = check::used_files(&self.directory, sources);
        let published: Vec<Result<(String, PublishedFile), WriteError>> = used
            .into_par_iter()
            .map(|file| {
                let path = content.join(&file);
                let bytes = read_file(&path)?;
                let published =
                    PublishedFile { path: fingerprinted(&file, &bytes), size: size(&bytes) };
                sink.put(&published.path, bytes)?;
                Ok((file, published))
            })
            .collect();
        let published: Result<BTreeMap<String, PublishedFile>, WriteError> =
            published.into_iter().collect();
        let published = published?;
        let files = self.assets.files.len() + published.len();
        Ok((Pictures::new(published), files))
    }

    fn borrowed(&self) -> usize {
        let languages = self.directory.site.languages.iter().map(|(language, _)| language);
        languages
            .map(|language| {
                let entries = self.directory.entries();
                entries.filter(|it| Standing::of(it, language) != Standing::Complete).count()
            })
            .sum()
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, OutputError> {
    std::fs::read(path).map_err(|source| OutputError::Io { path: path.to_owned(), source })
}

fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let reader = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.into_dimensions().ok()
}

/// Two pages at one address cannot both stand there.
fn refuse_shared_addresses(builder: &Builder<'_>, pages: &[Page]) -> Result<(), WriteError> {
    let mut taken = std::collections::BTreeSet::new();
    let mut findings = Vec::new();
    for page in pages {
        let tag = builder.locales[page.language.index()].tag().as_str();
        let path = page.route.path(tag);
        if !taken.insert(path.clone()) {
            let span = builder.index.directory.site.languages_span;
            let problem = Problem::new(Code::AddressDuplicate).text("address", path);
            findings.push(problem.at(Span { end: span.start, ..span }));
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(WriteError::Findings(findings)) }
}

/// All findings of all pages, or the first fault of the system's.
fn all_or_findings(results: Vec<Result<(), WriteError>>) -> Result<(), WriteError> {
    let mut all = Diagnostics::default();
    for result in results {
        match result {
            Ok(()) => {}
            Err(WriteError::Findings(findings)) => all.extend(findings),
            Err(error) => return Err(error),
        }
    }
    if all.is_empty() { Ok(()) } else { Err(WriteError::Findings(all.into_sorted())) }
}
