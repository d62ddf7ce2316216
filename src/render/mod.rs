//! Pages to bytes: Tera templates, each language with its own voice.
//!
//! In: a [`Theme`], the languages and what pages are made of. Out: [`Renderer`], which turns a page
//! into HTML. Promise: a template that cannot be read or rendered is a finding in its own file; the
//! same page gives the same bytes on any thread.

mod once;
mod parts;
mod voice;
mod whole;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, TeraResult};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Problem};
use crate::language::Locale;
use crate::page::Base;
use crate::page::view::{PageView, Ready, SiteView, View};
use crate::source::{FileId, Sources, Span};
use crate::theme::{Assets, Theme};

use self::parts::Parts;
use self::voice::Voice;
use self::whole::Whole;

thread_local! {
    /// What this thread rendered last: pages are much of a size, so that it hardly ever grows.
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Renders the pages of every language.
#[derive(Debug)]
pub struct Renderer {
    /// One set of templates a language: what they call speaks it.
    voices: Vec<Voice>,
    templates: BTreeMap<String, FileId>,
    first: Option<FileId>,
    /// Names and words that no line end may tear.
    whole: Option<Whole>,
}

impl Renderer {
    /// Reads the templates; nothing where any cannot be read, which is told.
    pub fn new(
        theme: &Theme,
        assets: &Arc<Assets>,
        base: &Base,
        locales: &[Locale],
        sources: &Sources,
        out: &mut Diagnostics,
    ) -> Option<Self> {
        let mut renderer = Self {
            voices: Vec::new(),
            templates: theme.templates.clone(),
            first: theme.templates.values().next().copied(),
            whole: None,
        };
        let texts: Vec<(&str, &str)> = theme
            .templates
            .iter()
            .map(|(name, file)| (name.as_str(), sources.get(*file).text.as_str()))
            .collect();
        for locale in locales {
            match voice::of(locale, assets, base, &texts) {
                Ok(voice) => renderer.voices.push(voice),
                Err(error) => {
                    out.extend(renderer.finding(&error));
                    return None;
                }
            }
        }
        Some(renderer)
    }

    /// Keeps the words of these names whole on every page, where browsers would have to guess, and
    /// the words that they are known to tear.
    #[must_use]
    pub fn keeping_whole<'t>(mut self, texts: impl Iterator<Item = &'t str>) -> Self {
        // Texts too many for an automaton are left to the browsers' guesses.
        self.whole = Whole::of(texts).ok();
        self
    }

    /// Lets go what was rendered once: the values of another tree will be shown from now on, and
    /// those of this one need not stay for its sake.
    pub fn forget(&self) {
        self.voices.iter().for_each(|voice| voice.once.forget());
    }

    /// How much was rendered once and is remembered.
    #[cfg(test)]
    pub(crate) fn remembers(&self) -> usize {
        self.voices.iter().map(|voice| voice.once.len()).sum()
    }

    /// Renders a page in a language, given by its place in the site's order.
    pub fn render(
        &self,
        page: &PageView,
        site: &Ready<SiteView>,
        view: &View,
        language: usize,
    ) -> Result<String, Box<Diagnostic>> {
        let template = format!("{}.html", page.template);
        let mut context = Context::new();
        context.insert("page", page);
        context.insert_value("site", site.value());
        context.insert("view", view);
        self.rendered(&template, Ok(context), language)
    }

    /// Renders any template with any values.
    pub fn render_template(
        &self,
        template: &str,
        values: &impl serde::Serialize,
        language: usize,
    ) -> Result<String, Box<Diagnostic>> {
        self.rendered(template, Context::from_serialize(values), language)
    }

    fn rendered(
        &self,
        template: &str,
        context: TeraResult<Context>,
        language: usize,
    ) -> Result<String, Box<Diagnostic>> {
        let Some(voice) = self.voices.get(language) else { return Ok(String::new()) };
        match context.and_then(|context| self.written(voice, template, &context)) {
            Ok(html) => Ok(html),
            Err(error) => match self.finding(&once::fault().unwrap_or(error)) {
                Some(finding) => Err(Box::new(finding)),
                None => Ok(String::new()),
            },
        }
    }

    /// A page as it is published.
    fn written(&self, voice: &Voice, template: &str, context: &Context) -> TeraResult<String> {
        let mut buffer = BUFFER.take();
        buffer.clear();
        let (done, parts) = Parts::of(|| voice.tera.render_to(template, context, &mut buffer));
        let html = done.and_then(|()| {
            let html = simdutf8::basic::from_utf8(&buffer);
            let html = html.map_err(|error| tera::Error::message(error.to_string()))?;
            Ok(match &self.whole {
                Some(whole) => whole.keep(html, &parts),
                None => parts.put_back(html.to_owned()),
            })
        });
        BUFFER.set(buffer);
        html
    }

    /// A template's fault at its place in the template's file.
    fn finding(&self, error: &tera::Error) -> Option<Diagnostic> {
        let (message, span) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let file = self.templates.get(report.filename()).copied();
                let range = report.span().range.clone();
                let span = file.map(|file| Span::new(file, range.start, range.end));
                (report.message().to_owned(), span)
            }
            other => (other.to_string(), None),
        };
        // Ours ends the sentence.
        let message = message.trim_end_matches('.').to_owned();
        let span = span.or_else(|| self.first.map(Span::start_of))?;
        Some(Problem::new(Code::TemplateInvalid).text("reason", message).at(span))
    }
}
