//! Reading a node as a field's value, with every finding gathered and nothing given up early.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostics, Problem, nearest};
use crate::language::Languages;
use crate::model::schema::{Field, Schema, Shape};
use crate::source::{Span, Spanned};
use crate::syntax::{Node, Value};

/// What reading a value needs to know besides the value.
pub(super) struct Context<'a> {
    /// The languages a text may be in.
    pub(super) languages: &'a Languages,
    /// Every file of the content, by path relative to `content/`.
    pub(super) files: &'a BTreeSet<String>,
    /// The folder of the file being read, relative to `content/`, without a `/` at its end.
    pub(super) folder: &'a str,
    /// Whether every text must be there in every language.
    pub(super) required: bool,
    /// Where findings go.
    pub(super) out: &'a mut Diagnostics,
}

impl Context<'_> {
    /// Records a finding.
    pub(super) fn report(&mut self, problem: Problem, span: Span) {
        self.out.push(problem.at(span));
    }

    /// Says that a value has another shape; `expected` is a message's id.
    pub(super) fn wrong_shape(&mut self, node: &Node, expected: &'static str) {
        self.wrong_shape_for(node, expected, None);
    }

    /// The same, with what the value would be in the right shape.
    fn wrong_shape_for(&mut self, node: &Node, expected: &'static str, meant: Option<String>) {
        let problem = Problem::new(Code::WrongShape)
            .message("expected", expected)
            .message("found", node.shape());
        self.report(Problem { suggestion: meant, ..problem }, node.span);
    }

    /// Tells the languages that a text lacks, where the site requires every translation.
    pub(super) fn require(&mut self, field: &str, node: &Node) {
        let languages = self.languages;
        for (language, tag) in languages.iter().filter(|_| self.required) {
            let says = match &node.value {
                Value::Word(_) => language == languages.default(),
                _ => node.get(tag.as_str()).is_some(),
            };
            if !says {
                let problem = Problem::new(Code::TranslationMissing)
                    .text("field", field)
                    .text("language", tag.as_str());
                self.out.push(problem.at(node.span));
            }
        }
    }

    /// A scalar's text, or a finding.
    pub(super) fn word<'n>(&mut self, node: &'n Node, expected: &'static str) -> Option<&'n str> {
        match &node.value {
            Value::Word(word) if !word.trim().is_empty() => Some(word),
            Value::Word(_) | Value::Null => {
                self.report(Problem::new(Code::EmptyValue), node.span);
                None
            }
            _ => {
                self.wrong_shape(node, expected);
                None
            }
        }
    }

    /// A scalar that a constructor reads.
    pub(super) fn parsed<T>(
        &mut self,
        node: &Node,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let word = self.word(node, expected)?.trim();
        match parse(word) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.report(problem, node.span);
                None
            }
        }
    }

    /// The same, keeping the place.
    pub(super) fn placed<T>(
        &mut self,
        node: &Node,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<Spanned<T>> {
        self.parsed(node, expected, parse).map(|value| Spanned::new(value, node.span))
    }
}

/// Fields that go by another name elsewhere, for suggestions.
const SYNONYMS: [(&str, &str); 18] = [
    ("title", "name"),
    ("ชื่อ", "name"),
    ("description", "summary"),
    ("type", "kind"),
    ("category", "kind"),
    ("ประเภท", "kind"),
    ("tags", "themes"),
    ("topics", "themes"),
    ("date", "starts"),
    ("time", "starts"),
    ("recurrence", "repeats"),
    ("opening_hours", "hours"),
    ("เวลาเปิด", "hours"),
    ("price", "fee"),
    ("cost", "fee"),
    ("coordinates", "location"),
    ("ที่อยู่", "address"),
    ("photo", "image"),
];

/// The finding for a field that a record does not have.
fn unknown_field(written: &str, schema: &Schema) -> Problem {
    let names: Vec<&str> = schema.fields().map(|field| field.name).collect();
    // `status` of an event is most likely its `event_status`, not its `starts`.
    let whole_word = || names.iter().copied().find(|name| name.ends_with(&format!("_{written}")));
    let synonym = || {
        let known = SYNONYMS.iter().find(|(other, _)| *other == written)?.1;
        names.contains(&known).then_some(known)
    };
    let meant = whole_word().or_else(synonym);
    let meant = meant.or_else(|| nearest(written, names.iter().copied()));
    let has_it = |field: &&Field| match field.shape {
        Shape::Record(record) => record.field(written).is_some(),
        _ => false,
    };
    // The phone of a place, not that of its bookings.
    let inside = schema.fields().filter(has_it).max_by_key(|field| field.name == "contact");
    match (meant, inside) {
        (None, Some(inside)) => {
            Problem::new(Code::FieldMisplaced).text("field", written).text("inside", inside.name)
        }
        (meant, _) => Problem {
            suggestion: meant.map(str::to_owned),
            ..Problem::new(Code::UnknownField)
                .text("field", written)
                .choices("choices", names.iter().copied())
        },
    }
}

/// A map read against its schema.
pub(super) struct Record<'n> {
    node: &'n Node,
    schema: &'static Schema,
}

impl<'n> Record<'n> {
    /// Opens a map: unknown fields and absent required ones are findings, and reading goes on.
    pub(super) fn open(
        node: &'n Node,
        schema: &'static Schema,
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        Self::open_with(node, schema, &[], cx)
    }

    /// The same, where people write a lone value for the whole: `meant` puts it into its field.
    pub(super) fn open_or(
        node: &'n Node,
        schema: &'static Schema,
        meant: impl FnOnce(&str) -> Option<String>,
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        if let Value::Word(word) = &node.value {
            cx.wrong_shape_for(node, "shape-map", meant(word.trim()));
            return None;
        }
        Self::open(node, schema, cx)
    }

    /// The same, where some required fields may be given elsewhere.
    pub(super) fn open_with(
        node: &'n Node,
        schema: &'static Schema,
        elsewhere: &[&str],
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_shape(node, "shape-map");
            return None;
        };
        for (key, _) in entries {
            if schema.field(&key.name).is_none() {
                cx.report(unknown_field(&key.name, schema), key.span);
            }
        }
        let record = Self { node, schema };
        // An entry's name and summary may stand in other files: they are held against each other
        // when all of it is read.
        let whole = |field: &Field| {
            ["partner", "space", "event"].contains(&schema.name)
                && ["name", "summary"].contains(&field.name)
        };
        for field in schema.fields().filter(|field| matches!(field.shape, Shape::Translated)) {
            if let Some(text) = node.get(field.name).filter(|_| !whole(field)) {
                cx.require(field.name, text);
            }
        }
        for field in schema.fields().filter(|field| field.required) {
            if !elsewhere.contains(&field.name) && node.get(field.name).is_none() {
                let problem = Problem::new(Code::MissingField).text("field", field.name);
                cx.report(problem, record.beginning());
            }
        }
        Some(record)
    }

    /// Where a missing field is told: the first line of the facts.
    fn beginning(&self) -> Span {
        Span { end: self.node.span.start, ..self.node.span }
    }

    /// The node of a field, if it is written and not empty.
    pub(super) fn node(&self, name: &'static str) -> Option<&'n Node> {
        debug_assert!(self.schema.field(name).is_some(), "`{name}` is no field of the schema");
        self.node.get(name)
    }

    /// The place of a field's value.
    pub(super) fn span(&self, name: &'static str) -> Option<Span> {
        self.node(name).map(|node| node.span)
    }

    /// Reads a field.
    pub(super) fn read<T>(
        &self,
        name: &'static str,
        cx: &mut Context<'_>,
        read: impl FnOnce(&Node, &mut Context<'_>) -> Option<T>,
    ) -> Option<T> {
        read(self.node(name)?, cx)
    }

    /// Reads a field that is a list; a lone value is a list of one.
    pub(super) fn list<T>(
        &self,
        name: &'static str,
        cx: &mut Context<'_>,
        mut read: impl FnMut(&Node, &mut Context<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.node(name) else { return Vec::new() };
        let told = cx.out.len();
        match &node.value {
            Value::List(items) => items.iter().filter_map(|item| read(item, cx)).collect(),
            Value::Word(word) if word.contains(',') => {
                let lone = read(node, cx);
                // No list without brackets: what is wrong is that there are none.
                let items: Vec<&str> = word.split(',').map(str::trim).collect();
                cx.out.suggest_since(told, &format!("[{}]", items.join(", ")));
                lone.into_iter().collect()
            }
            _ => read(node, cx).into_iter().collect(),
        }
    }
}
