//! Prose on a page: Markdown with every link and picture led into the published tree.

use super::pictures::Pictures;
use super::route::Route;
use super::speaker::Speaker;
use super::view::ProseView;
use crate::language::Localized;
use crate::model::value::Slug;
use crate::model::{EntryKind, Prose};
use crate::prose::{self, Picture, Target, Targets};
use crate::source::Sources;

/// Writes the prose of one language's pages.
pub(crate) struct ProseWriter<'a, 'p> {
    pub(crate) speaker: Speaker<'a>,
    pub(crate) pictures: &'p Pictures,
    pub(crate) sources: &'a Sources,
}

impl ProseWriter<'_, '_> {
    /// The prose in the page's language, or a borrowed one, marked.
    pub(crate) fn view(&self, prose: &Localized<Prose>) -> Option<ProseView> {
        let (Prose { span }, language) = prose.resolve(self.speaker.lang())?;
        let folder = crate::entries::folder(&self.sources.get(span.file).path);
        let html = prose::render(self.sources.slice(*span), &Leading { writer: self, folder });
        let foreign = language != self.speaker.lang();
        let lang = foreign.then(|| self.speaker.directory.site.languages.tag(language).to_string());
        Some(ProseView { html, lang })
    }

    /// The words of the prose, for a description.
    pub(crate) fn words(&self, prose: &Localized<Prose>) -> Option<String> {
        let (Prose { span }, _) = prose.resolve(self.speaker.lang())?;
        Some(prose::plain(self.sources.slice(*span)))
    }
}

struct Leading<'w, 'a, 'p> {
    writer: &'w ProseWriter<'a, 'p>,
    /// The folder of the prose's file, relative to `content/`.
    folder: &'w str,
}

impl Targets for Leading<'_, '_, '_> {
    fn entry(&self, target: &str) -> Option<Target> {
        let speaker = self.writer.speaker;
        let (folder, slug) = target.split_once('/')?;
        let slug = Slug::parse(slug).ok()?;
        let (route, name) = match EntryKind::from_word(folder) {
            Some(kind) => {
                let entry = speaker.directory.entry(kind, slug.as_str())?;
                (Route::Entry(kind, slug), speaker.name(entry))
            }
            None => {
                let page = speaker.directory.pages.get(&slug)?;
                (Route::Page(slug), speaker.words(&page.title)?)
            }
        };
        Some(Target { url: speaker.url(&route), name: name.text, lang: name.lang })
    }

    fn link(&self, address: &str) -> Option<String> {
        let external = address.starts_with('#') || address.contains(':');
        if external {
            return Some(address.to_owned());
        }
        let path = address.split(['#', '?']).next().unwrap_or_default();
        let file = self.writer.pictures.resolve(path, self.folder)?;
        Some(self.writer.speaker.base.url(&file.path))
    }

    fn picture(&self, file: &str) -> Option<Picture> {
        let file = self.writer.pictures.resolve(file, self.folder)?;
        let base = self.writer.speaker.base;
        Some(Picture { url: base.url(&file.path), srcset: file.srcset(base), size: file.size })
    }

    fn message(&self, id: &'static str) -> String {
        self.writer.speaker.t(id)
    }
}
