//! The file of a new entry: every field of the kind, with comments.
//!
//! In: a kind, names, what is known of the site. Out: [`Sheet::text`], a YAML file. Promise: the
//! file is read without an error as it is; a line that begins with `#` and no space after it is a
//! field to be had by taking the `#` away, and its example is valid.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::example::{Maker, record_of, scalar};
use super::{Known, Speech};
use crate::language::{Lang, Messages};
use crate::model::schema::{Field, PAGE, Schema, Shape};

/// Longer comments go on in the next line.
const COLUMNS: usize = 92;

/// The most ids that a comment lists.
const MOST_CHOICES: usize = 24;

/// What is known of a new entry.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// The kind's schema.
    pub schema: &'static Schema,
    /// Its name, by language.
    pub names: BTreeMap<Lang, String>,
    /// What is said of other fields, as YAML, by field.
    pub values: BTreeMap<&'static str, String>,
    /// Whether it is to be left out of the published site for now.
    pub draft: bool,
    /// The language of the comments.
    pub speech: Speech<'a>,
    /// The day of its making.
    pub today: Date,
}

impl Sheet<'_> {
    /// The fields that a file of the kind must state, and that are not stated: to be asked for.
    /// A name is always given; a district is needed by spaces that are not on the web.
    pub fn missing(&self) -> Vec<&'static Field> {
        let needed = |field: &&Field| {
            let online = self.values.get("online").is_some_and(|it| it == "yes" || it == "true");
            field.required && field.name != "name" || field.name == "district" && !online
        };
        let known = |field: &&Field| !self.values.contains_key(field.name);
        self.schema.fields().filter(needed).filter(known).collect()
    }

    /// What stands in for a missing field until the editor says better.
    pub fn stand_in(&self, field: &Field, known: &Known, messages: &Messages) -> String {
        let speech = Speech::all(messages, &known.languages);
        Maker { known, speech: &speech, today: self.today }.inline(self.schema, field)
    }

    /// The file. `guessed` names the fields whose values only stand in.
    pub fn text(&self, known: &Known, messages: &Messages, guessed: &[&str], slug: &str) -> String {
        let speech = Speech::all(messages, &known.languages);
        let maker = Maker { known, speech: &speech, today: self.today };
        let mut text = String::new();
        comment(&mut text, "", &self.speech.say("schema-new-heading"));
        comment(&mut text, "", &self.speech.say("schema-new-optional"));
        let prose: Vec<String> =
            known.languages.iter().map(|(_, tag)| format!("{slug}.{tag}.md")).collect();
        let files = [("files", crate::diagnostic::Argument::Text(prose.join(", ")))];
        comment(&mut text, "", &self.speech.say_with("schema-new-prose", &files));
        // Whether it is published is decided last.
        let (last, fields): (Vec<_>, Vec<_>) =
            self.schema.fields().partition(|field| field.name == "draft");
        for field in fields.into_iter().chain(last) {
            text.push('\n');
            self.field(&mut text, field, &maker, guessed);
        }
        text
    }

    fn field(&self, text: &mut String, field: &Field, maker: &Maker<'_>, guessed: &[&str]) {
        let mut meaning = self.speech.text(self.schema, field.name);
        if let Some(choices) = self.choices(field, maker.known) {
            meaning = format!("{meaning} {}: {choices}", self.speech.say("schema-new-choices"));
        }
        comment(text, "", &meaning);
        if guessed.contains(&field.name) {
            comment(text, "", &self.speech.say("schema-new-guessed"));
        }
        // Writing to a text does not fail.
        let _ = match (field.name, self.values.get(field.name)) {
            ("name", _) => writeln!(text, "name: {}", self.named(maker.known)),
            ("draft", _) if self.draft => writeln!(text, "draft: yes"),
            (name, Some(value)) => writeln!(text, "{name}: {value}"),
            (name, None) => match record_of(&field.shape) {
                Some(record)
                    if !matches!(field.shape, Shape::Fee | Shape::Citation | Shape::List(_)) =>
                {
                    self.record(text, name, record, maker);
                    Ok(())
                }
                _ => writeln!(text, "#{name}: {}", maker.inline(self.schema, field)),
            },
        };
    }

    /// A record with a line a field, each with what it is called.
    fn record(&self, text: &mut String, name: &str, record: &Schema, maker: &Maker<'_>) {
        let _ = writeln!(text, "#{name}:");
        for field in record.fields() {
            let value = maker.inline(record, field);
            let label = self.speech.label(record, field.name);
            let _ = writeln!(text, "#  {}: {value}   # {label}", field.name);
        }
    }

    /// The name in every language of the site; a language without one is left to be filled in.
    fn named(&self, known: &Known) -> String {
        let pairs = known.languages.iter().filter_map(|(language, tag)| {
            let name = self.names.get(&language)?;
            Some(format!("{tag}: {}", scalar(name)))
        });
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
    }

    /// The ids or words a field takes, where they are few enough to be read.
    fn choices(&self, field: &Field, known: &Known) -> Option<String> {
        let shape = if let Shape::List(item) = &field.shape { item } else { &field.shape };
        let pairs: Vec<String> = match shape {
            Shape::Id(part) => {
                let terms = known.vocabulary.part(*part);
                let label = |term: &crate::model::Term| {
                    let spoken = known.languages.find(self.speech.language().as_str());
                    let language = spoken.unwrap_or_else(|| known.languages.default());
                    term.label.resolve(language).map(|(label, _)| label.clone())
                };
                terms
                    .iter()
                    .map(|(id, term)| format!("{id} ({})", label(term).unwrap_or_default()))
                    .collect()
            }
            Shape::Reference(kind) => known.slugs(*kind).map(ToString::to_string).collect(),
            Shape::Word(words) => {
                words.iter().map(|word| format!("{word} ({})", self.speech.word(word))).collect()
            }
            _ => return None,
        };
        let more = if pairs.len() > MOST_CHOICES { ", …" } else { "" };
        let shown = pairs[..pairs.len().min(MOST_CHOICES)].join(", ");
        (!pairs.is_empty()).then(|| shown + more)
    }
}

/// A free page in one language: its front matter and a place for the text.
pub fn page(title: &str, order: bool, speech: Speech<'_>) -> String {
    let mut text = String::from("---\n");
    comment(&mut text, "", &speech.text(&PAGE, "title"));
    let _ = writeln!(text, "title: {}", scalar(title));
    comment(&mut text, "", &speech.text(&PAGE, "summary"));
    let summary = speech.example(&PAGE, "summary").unwrap_or_default();
    let _ = writeln!(text, "#summary: {}", scalar(&summary));
    if order {
        comment(&mut text, "", &speech.text(&PAGE, "order"));
        text.push_str("#order: 1\n");
    }
    let _ = writeln!(text, "---\n\n{}", speech.say("schema-new-page-text"));
    text
}

/// Lines of a comment, broken between words where there are spaces.
fn comment(text: &mut String, indent: &str, words: &str) {
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() && line.chars().count() + word.chars().count() + 1 > COLUMNS {
            let _ = writeln!(text, "{indent}# {line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(text, "{indent}# {line}");
}
