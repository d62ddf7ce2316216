//! Pages to bytes: Tera templates, each language with its own voice.
//!
//! In: a [`Theme`], the languages and what pages are made of. Out: [`Renderer`], which turns a page
//! into HTML. Promise: a template that cannot be read or rendered is a finding in its own file; the
//! same page gives the same bytes on any thread.

mod whole;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, Problem};
use crate::language::Locale;
use crate::page::Base;
use crate::page::view::{PageView, Ready, SiteView, View};
use crate::source::{FileId, Sources, Span};
use crate::theme::{Assets, Theme};

use self::whole::Whole;

/// Renders the pages of every language.
#[derive(Debug)]
pub struct Renderer {
    /// One set of templates a language: the functions they call speak it.
    voices: Vec<Tera>,
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
            let mut tera = Tera::default();
            tera.autoescape_on(vec![".html"]);
            register(&mut tera, locale, assets, base);
            if let Err(error) = tera.add_raw_templates(texts.iter().copied()) {
                out.extend(renderer.finding(&error));
                return None;
            }
            renderer.voices.push(tera);
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
        let tera = self.voices.get(language);
        match tera.map(|tera| tera.render(template, &context?)) {
            Some(Ok(html)) => Ok(match &self.whole {
                Some(whole) => whole.keep(&html),
                None => html,
            }),
            Some(Err(error)) => match self.finding(&error) {
                Some(finding) => Err(Box::new(finding)),
                None => Ok(String::new()),
            },
            None => Ok(String::new()),
        }
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
        let span = span.or_else(|| self.first.map(Span::start_of))?;
        Some(Problem::new(Code::TemplateInvalid).text("reason", message).at(span))
    }
}

/// The functions that templates call: `t` for messages, `asset` for files of the theme.
fn register(tera: &mut Tera, locale: &Locale, assets: &Arc<Assets>, base: &Base) {
    let speaker = locale.clone();
    // A page asks for a hundred messages that depend on nothing: each is made a value once.
    let fixed: HashMap<String, Value> =
        locale.fixed().map(|(id, text)| (id.to_owned(), Value::from(text))).collect();
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let id = kwargs.must_get::<&str>("id")?;
        if let Some(text) = fixed.get(id) {
            return Ok(text.clone());
        }
        let arguments: Vec<(&str, Argument)> = kwargs
            .iter()
            .filter(|(name, _)| name.as_str() != Some("id"))
            .filter_map(|(name, value)| Some((name.as_str()?, argument(value))))
            .collect();
        speaker
            .try_message(id, &arguments)
            .map(Value::from)
            .map_err(|error| tera::Error::message(format!("{id}: {error}")))
    });
    let addresses: HashMap<String, Value> = assets
        .names()
        .filter_map(|name| Some((name.to_owned(), Value::from(base.url(assets.path(name)?)))))
        .collect();
    tera.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let name = kwargs.must_get::<&str>("file")?;
        let unknown = || tera::Error::message(format!("`{name}`"));
        addresses.get(name).cloned().ok_or_else(unknown)
    });
}

fn argument(value: &tera::Value) -> Argument {
    match value.as_i64() {
        Some(number) => Argument::Number(number),
        None => Argument::Text(value.to_string()),
    }
}
