//! A status in words: the same tables and sentences for the terminal and for the page.

use super::{Open, Share, Status, What};
use crate::diagnostic::Argument;
use crate::report::Words;

/// A table of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of the columns; the first column names the rows.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// How far all texts are in order, in one sentence.
pub fn sum(status: &Status, words: &dyn Words) -> String {
    let arguments = [
        ("percent", text(percent(status.texts))),
        ("good", number(status.texts.good)),
        ("all", number(status.texts.all)),
        ("history", text(if status.history { "yes" } else { "no" })),
    ];
    say(words, "status-sum", &arguments)
}

/// A share as a number of per cent with one decimal.
pub fn percent(share: Share) -> String {
    let tenths = share.per_mille();
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The figures of each language and kind.
pub fn texts(status: &Status, words: &dyn Words) -> Table {
    let head = ["kind", "all", "complete", "partial", "missing", "outdated", "share"];
    let rows = status.languages.iter().map(|row| {
        let numbers = [row.texts.all, row.complete, row.partial, row.missing, row.outdated];
        let name = format!("{} · {}", language(&row.language, words), kind(row.kind, words));
        let numbers = numbers.iter().map(ToString::to_string);
        let share = format!("{} %", percent(row.texts));
        std::iter::once(name).chain(numbers).chain([share]).collect()
    });
    Table {
        caption: say(words, "status-texts", &[]),
        head: head.map(|name| say(words, &format!("status-column-{name}"), &[])).to_vec(),
        rows: rows.collect(),
    }
}

/// How old the facts of each kind are.
pub fn facts(status: &Status, words: &dyn Words) -> Table {
    let head = ["kind", "fresh", "ageing", "stale", "unverified"];
    let rows = status.facts.iter().map(|row| {
        let numbers = [row.fresh, row.ageing, row.stale, row.unverified];
        let numbers = numbers.iter().map(ToString::to_string);
        std::iter::once(kind(row.kind, words)).chain(numbers).collect()
    });
    Table {
        caption: say(words, "status-facts", &[]),
        head: head.map(|name| say(words, &format!("status-column-{name}"), &[])).to_vec(),
        rows: rows.collect(),
    }
}

/// What is to be done, in one sentence.
pub fn open(open: &Open, words: &dyn Words) -> String {
    let own = open.language.as_deref().unwrap_or_default();
    let own = ("language", text(language(own, words)));
    let list = |parts: &[&str]| {
        let parts: Vec<String> = parts.iter().map(|it| part(it, words)).collect();
        text(parts.join(", "))
    };
    match &open.what {
        What::Missing { parts } => say(words, "status-missing", &[own, ("parts", list(parts))]),
        What::Partial { parts } => say(words, "status-partial", &[own, ("parts", list(parts))]),
        What::OlderThanText { part: it, other, changed } => {
            let other = ("other", text(language(other, words)));
            let arguments = [own, ("part", text(part(it, words))), other, ("date", text(changed))];
            say(words, "status-older-than-text", &arguments)
        }
        What::OlderThanFact { part: it, field, changed } => {
            let field = ("field", text(field));
            let arguments = [own, ("part", text(part(it, words))), field, ("date", text(changed))];
            say(words, "status-older-than-fact", &arguments)
        }
        What::Shorter { other, targets, headings } => {
            let other = ("other", text(language(other, words)));
            let targets = ("targets", text(targets.join(", ")));
            say(words, "status-shorter", &[own, other, targets, ("headings", number(*headings))])
        }
        What::Stale { verified } => say(words, "status-stale", &[("date", text(verified))]),
        What::Unverified => say(words, "status-unverified", &[]),
    }
}

fn say(words: &dyn Words, id: &str, arguments: &[(&str, Argument)]) -> String {
    words.message(id, arguments).unwrap_or_else(|| id.to_owned())
}

fn language(tag: &str, words: &dyn Words) -> String {
    words.message(&format!("spoken-{tag}"), &[]).unwrap_or_else(|| tag.to_owned())
}

fn kind(kind: &str, words: &dyn Words) -> String {
    let id = if kind == super::PAGES { "status-pages" } else { kind };
    say(words, id, &[])
}

/// The name of a part; a field of the content is named as it is written there.
fn part(part: &str, words: &dyn Words) -> String {
    words.message(&format!("status-part-{part}"), &[]).unwrap_or_else(|| format!("“{part}”"))
}

fn text(text: impl Into<String>) -> Argument {
    Argument::Text(text.into())
}

fn number(number: usize) -> Argument {
    Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
}
