//! Pages for the editors of the site: how far it is translated, how old its facts are.
//!
//! In: the site that is shown. Out: a page in each of its languages, under `_nakhon/status/`.
//! Promise: nothing is reckoned before somebody asks; no published site holds these pages.

use std::fmt;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use jiff::civil::Date;

use super::overlay::place;
use super::shown::Desk;
use crate::diagnostic::Argument;
use crate::history::LineHistory;
use crate::language::{LanguageTag, Messages};
use crate::model::Directory;
use crate::prose::escape;
use crate::report::Words;
use crate::source::Sources;
use crate::status::{Asked, Status, tell};

/// The desk of one state of the site.
pub struct StatusDesk {
    /// What the content says.
    pub directory: Arc<Directory>,
    /// The texts that it was read from.
    pub sources: Arc<Sources>,
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The day that facts are held against.
    pub today: Date,
    /// What counts for changes that are not committed.
    pub now: Timestamp,
    /// The words of the pages.
    pub messages: Arc<Messages>,
    /// The site's own style sheet, by its path below the root: for its fonts.
    pub style: Option<String>,
    status: OnceLock<Status>,
}

impl fmt::Debug for StatusDesk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StatusDesk").field("root", &self.root).finish_non_exhaustive()
    }
}

/// The messages of one language.
struct Speech<'a> {
    messages: &'a Messages,
    language: &'a LanguageTag,
}

impl Words for Speech<'_> {
    fn message(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.messages.format(self.language, id, arguments).ok()
    }
}

impl Speech<'_> {
    fn say(&self, id: &str) -> String {
        escape(&self.message(id, &[]).unwrap_or_else(|| id.to_owned()))
    }
}

impl StatusDesk {
    /// A desk that nobody has asked anything yet.
    pub fn new(
        directory: Arc<Directory>,
        sources: Arc<Sources>,
        root: PathBuf,
        today: Date,
        now: Timestamp,
        messages: Arc<Messages>,
        style: Option<String>,
    ) -> Self {
        Self { directory, sources, root, today, now, messages, style, status: OnceLock::new() }
    }

    fn status(&self) -> &Status {
        self.status.get_or_init(|| {
            let history = LineHistory::of(&self.root, self.now);
            Status::of(Asked {
                directory: &self.directory,
                sources: &self.sources,
                root: &self.root,
                history: history.as_ref(),
                today: self.today,
            })
        })
    }

    fn html(&self, language: &LanguageTag, links: bool) -> String {
        let words = Speech { messages: &self.messages, language };
        let status = self.status();
        let title = words.say("status-title");
        let style = self.style.as_deref().map_or_else(String::new, |path| {
            format!("<link rel=\"stylesheet\" href=\"../../../{}\">", escape(path))
        });
        let mut html = format!(
            "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"robots\" content=\"noindex\"><title>{title}</title>{style}\
             <link rel=\"stylesheet\" href=\"../../desk.css\" data-nakhon></head><body><main>\
             <nav><a href=\"../../../{language}/\">{}</a>",
            words.say("status-home"),
        );
        for (_, other) in self.directory.site.languages.iter().filter(|(_, it)| *it != language) {
            let name = Speech { messages: &self.messages, language: other }.say("language-name");
            let _ = write!(html, " <a href=\"../{other}/\" lang=\"{other}\">{name}</a>");
        }
        let sum = escape(&tell::sum(status, &words));
        let _ = write!(html, "</nav><h1>{title}</h1><p>{sum}</p>");
        for table in [tell::texts(status, &words), tell::facts(status, &words)] {
            self::table(&table, &mut html);
        }
        let _ = write!(html, "<h2>{}</h2>", words.say("status-open"));
        if status.open.is_empty() {
            let _ = write!(html, "<p>{}</p>", words.say("status-nothing"));
        }
        html.push_str("<ul>");
        for open in &status.open {
            let told = escape(&tell::open(open, &words));
            let file = place(&self.root, &open.file, None, links);
            let entry = format!("{}/{}", open.kind, open.slug);
            let address = if open.kind == "pages" { &open.slug } else { &entry };
            let page = format!(
                "../../../{}/{address}/",
                open.language.as_deref().unwrap_or(language.as_str())
            );
            let _ = write!(
                html,
                "<li><p><a href=\"{}\">{}</a></p><p>{told}</p><p>{file}</p></li>",
                escape(&page),
                escape(&entry),
            );
        }
        html.push_str("</ul></main></body></html>");
        html
    }
}

fn table(table: &tell::Table, html: &mut String) {
    let cell = |cell: &String| escape(cell);
    let _ = write!(
        html,
        "<div class=\"desk-table\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">",
        cell(&table.caption)
    );
    let _ = write!(html, "<table><caption>{}</caption><thead><tr>", cell(&table.caption));
    for name in &table.head {
        let _ = write!(html, "<th scope=\"col\">{}</th>", cell(name));
    }
    html.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        html.push_str("<tr>");
        for (at, text) in row.iter().enumerate() {
            let name = if at == 0 { "th scope=\"row\"" } else { "td" };
            let end = &name[..2];
            let _ = write!(html, "<{name}>{}</{end}>", cell(text));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table></div>");
}

impl Desk for StatusDesk {
    fn page(&self, name: &str, links: bool) -> Option<String> {
        let tag = name.strip_prefix("status/")?.strip_suffix('/')?;
        let languages = &self.directory.site.languages;
        let language = languages.find(tag)?;
        Some(self.html(languages.tag(language), links))
    }
}
