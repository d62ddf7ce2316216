//! `nakhon new`: the file of a new entry, with every field of its kind and what each means.
//!
//! What is missing is asked for in a terminal; elsewhere a value stands in for it and is told. A
//! new entry is a draft until its editor says otherwise: what stands in is not true yet.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::ask::{self, Asked};
use super::check::without_content;
use super::console::{Console, text};
use super::written::create;
use super::{CONTENT_HAS_ERRORS, Common, Format, WRONG_USE};
use crate::authoring::scaffold::{self, Sheet};
use crate::authoring::{self, Known, Speech};
use crate::diagnostic::{Code, Problem, nearest};
use crate::entries;
use crate::language::{Lang, Messages};
use crate::model::EntryKind;
use crate::model::value::Slug;
use crate::pipeline;

/// What can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// A learning space
    Space,
    /// An organisation of the network
    Partner,
    /// An event
    Event,
    /// A free page
    Page,
}

impl What {
    fn kind(self) -> Option<EntryKind> {
        match self {
            Self::Space => Some(EntryKind::Space),
            Self::Partner => Some(EntryKind::Partner),
            Self::Event => Some(EntryKind::Event),
            Self::Page => None,
        }
    }

    /// The folder it stands in.
    fn shelf(self) -> &'static str {
        self.kind().map_or("pages", EntryKind::as_str)
    }
}

#[derive(Debug, Args)]
pub(super) struct New {
    /// What to make
    #[arg(value_enum)]
    what: What,
    /// Its name in the site's default language
    name: Option<String>,
    /// Its name in a language: --en NAME, --th NAME and so on are short for it
    #[arg(long = "name", value_name = "LANG=NAME", value_parser = pair)]
    names: Vec<(String, String)>,
    /// Its file's name and a part of its address: a-z, 0-9 and hyphens
    #[arg(long)]
    slug: Option<String>,
    /// Its kind, an id of vocabulary.yaml
    #[arg(long, value_name = "ID")]
    kind: Option<String>,
    /// Its district, an id of vocabulary.yaml
    #[arg(long, value_name = "ID")]
    district: Option<String>,
    /// When an event begins, such as 2026-12-05T09:00
    #[arg(long, value_name = "TIME")]
    starts: Option<String>,
    /// Any other field, its value in YAML
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    set: Vec<(String, String)>,
    /// Whether it waits unpublished until the line `draft: yes` is taken away
    #[arg(long, value_name = "yes|no", value_parser = ["yes", "no"], default_value = "yes",
        num_args = 0..=1, default_missing_value = "yes")]
    draft: String,
}

fn pair(written: &str) -> Result<(String, String), String> {
    let (name, value) = written.split_once('=').ok_or_else(|| format!("{written}=…"))?;
    Ok((name.trim().to_owned(), value.to_owned()))
}

pub(super) fn run(common: &Common, arguments: &New) -> ExitCode {
    let (known, messages) = Known::read(&common.root);
    let messages = Arc::new(messages);
    let console = Console::speaking(common, &messages, &known.languages);
    if let Some(status) = without_content(common, &console) {
        return status;
    }
    let asks = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let maker = Maker { common, arguments, known: &known, messages: &messages, console, asks };
    match maker.make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(status) => status,
    }
}

struct Maker<'a> {
    common: &'a Common,
    arguments: &'a New,
    known: &'a Known,
    messages: &'a Arc<Messages>,
    console: Console,
    /// Whether there is somebody to ask.
    asks: bool,
}

impl Maker<'_> {
    fn make(&self) -> Result<(), ExitCode> {
        let names = self.names()?;
        let slug = self.slug(&names)?;
        let what = self.arguments.what;
        if let Some(path) = self.known.is_taken(what.shelf(), slug.as_str()) {
            let path = format!("content/{path}");
            self.console.fail("cli-file-exists", &[("path", text(path))]);
            return Err(ExitCode::from(CONTENT_HAS_ERRORS));
        }
        let made = match what.kind() {
            Some(kind) => vec![self.entry(kind, names, &slug)?],
            None => self.page(&names, &slug)?,
        };
        self.tell_findings(&made);
        super::schema::refresh(&self.console, &self.common.root);
        Ok(())
    }

    /// The names given, by language; asked for where there is none.
    fn names(&self) -> Result<BTreeMap<Lang, String>, ExitCode> {
        let languages = &self.known.languages;
        let mut names = BTreeMap::new();
        if let Some(name) = &self.arguments.name {
            names.insert(languages.default(), name.trim().to_owned());
        }
        for (written, name) in &self.arguments.names {
            let Some(language) = languages.find(written) else {
                let tags: Vec<&str> = languages.iter().map(|(_, tag)| tag.as_str()).collect();
                let problem = Problem::new(Code::UnknownLanguage)
                    .text("value", written)
                    .choices("choices", tags.iter().copied())
                    .suggest_nearest(written, tags.iter().copied());
                self.console.refuse(&problem);
                return Err(ExitCode::from(WRONG_USE));
            };
            names.insert(language, name.trim().to_owned());
        }
        if self.asks {
            for (language, tag) in
                languages.iter().filter(|(it, _)| !names.contains_key(it)).collect::<Vec<_>>()
            {
                let speech = Speech::new(self.messages, tag);
                let named = [("language", text(speech.say("language-name")))];
                if let Some(name) = ask::line(&self.console, "cli-ask-name", &named, None)? {
                    names.insert(language, name);
                }
            }
        }
        names.retain(|_, name| !name.is_empty());
        if names.is_empty() {
            self.console.fail("cli-new-needs-name", &[]);
            return Err(ExitCode::from(WRONG_USE));
        }
        Ok(names)
    }

    /// The slug given, else one that a name in Latin letters makes. Nothing is transliterated.
    fn slug(&self, names: &BTreeMap<Lang, String>) -> Result<Slug, ExitCode> {
        let mut proposed = self.arguments.slug.clone();
        if proposed.is_none() {
            let made = names.values().find_map(|name| hyphenated(name));
            proposed = if self.asks {
                ask::line(&self.console, "cli-ask-slug", &[], made.as_deref())?
            } else {
                made
            };
        }
        let Some(written) = proposed else {
            self.console.fail("cli-new-needs-slug", &[]);
            return Err(ExitCode::from(WRONG_USE));
        };
        let reserved = match self.arguments.what {
            What::Page => entries::is_reserved_page(&written),
            _ => entries::is_reserved(&written),
        };
        let slug = if reserved {
            Err(Problem::new(Code::SlugReserved).text("value", &written))
        } else {
            Slug::parse(&written)
        };
        slug.map_err(|problem| {
            self.console.refuse(&problem);
            ExitCode::from(WRONG_USE)
        })
    }

    fn entry(
        &self,
        kind: EntryKind,
        names: BTreeMap<Lang, String>,
        slug: &Slug,
    ) -> Result<String, ExitCode> {
        let schema = authoring::schema(kind);
        let mut sheet = Sheet {
            schema,
            names,
            values: self.values(schema)?,
            draft: self.arguments.draft == "yes",
            speech: Speech::new(self.messages, self.console.language()),
            today: self.today(),
        };
        let mut guessed = Vec::new();
        for field in sheet.missing() {
            let answer = if self.asks {
                ask::field(&self.console, sheet.speech, schema, field, self.known)?
            } else {
                Asked::Nothing
            };
            let value = match answer {
                Asked::Value(value) => value,
                Asked::Nothing => {
                    guessed.push(field.name);
                    sheet.stand_in(field, self.known, self.messages)
                }
            };
            sheet.values.insert(field.name, value);
        }
        let path = format!("content/{}/{slug}.yaml", kind.as_str());
        let written = sheet.text(self.known, self.messages, &guessed, slug.as_str());
        create(&self.console, &self.common.root, &path, written.as_bytes())?;
        self.console.say("cli-created", &[("path", text(&path))]);
        if !guessed.is_empty() {
            self.console.say("cli-new-guessed", &[("fields", text(guessed.join(", ")))]);
        }
        let next = if sheet.draft { "cli-new-draft" } else { "cli-new-next" };
        self.console.say(next, &[]);
        Ok(path)
    }

    /// What the command line says of fields. That the values are right is told afterwards, with
    /// the file and the line, as for every file.
    fn values(
        &self,
        schema: &crate::model::schema::Schema,
    ) -> Result<BTreeMap<&'static str, String>, ExitCode> {
        let given = &self.arguments;
        let short =
            [("kind", &given.kind), ("district", &given.district), ("starts", &given.starts)];
        let short = short.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)));
        let set = given.set.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut values = BTreeMap::new();
        for (name, value) in short.chain(set) {
            let Some(field) = schema.field(name).filter(|field| field.name != "name") else {
                let names: Vec<&str> = schema.fields().map(|field| field.name).collect();
                let mut problem = Problem::new(Code::UnknownField)
                    .text("field", name)
                    .choices("choices", names.iter().copied());
                problem.suggestion = nearest(name, names.iter().copied()).map(str::to_owned);
                self.console.refuse(&problem);
                return Err(ExitCode::from(WRONG_USE));
            };
            if value.contains(['\n', '\r']) {
                self.console.refuse(&Problem::new(Code::EmptyValue));
                return Err(ExitCode::from(WRONG_USE));
            }
            values.insert(field.name, value.to_owned());
        }
        Ok(values)
    }

    /// A page in each language that its title is given in.
    fn page(&self, names: &BTreeMap<Lang, String>, slug: &Slug) -> Result<Vec<String>, ExitCode> {
        let default = self.known.languages.default();
        let mut made = Vec::new();
        for (language, title) in names {
            let tag = self.known.languages.tag(*language);
            let path = format!("content/pages/{slug}.{tag}.md");
            // The comments speak the editor's language, the text to write is in the page's own.
            let speech = Speech::new(self.messages, self.console.language());
            let written = scaffold::page(title, *language == default, speech);
            create(&self.console, &self.common.root, &path, written.as_bytes())?;
            self.console.say("cli-created", &[("path", text(&path))]);
            made.push(path);
        }
        self.console.say("cli-new-next", &[]);
        Ok(made)
    }

    /// What `check` says of the new files.
    fn tell_findings(&self, made: &[String]) {
        let outcome = pipeline::read(&self.common.request());
        let mine = |path: &str| made.iter().any(|made| made == path);
        let findings: Vec<_> = outcome
            .findings
            .iter()
            .filter(|finding| mine(&outcome.sources.get(finding.span.file).path))
            .cloned()
            .collect();
        if !findings.is_empty() {
            self.console.tell(&findings, &outcome, Format::Human);
        }
    }

    fn today(&self) -> Date {
        let request = self.common.request();
        request.today.unwrap_or_else(|| {
            let zone = self.known.zone.rules().clone();
            zone.to_datetime(request.now).date()
        })
    }
}

/// A name in Latin letters as a slug; nothing where it holds other letters, or too little.
fn hyphenated(name: &str) -> Option<String> {
    if name.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    (!slug.is_empty()).then_some(slug)
}
