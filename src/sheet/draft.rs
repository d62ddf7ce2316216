//! What an entry's YAML should become for its row in the sheet to be true.
//!
//! In: the facts as they are, and the row. Out: a [`Draft`] of the facts. Promise: what has no
//! column stays; what the row leaves as it is keeps its very spelling; a value takes another shape
//! (a text becomes a map of languages) only where the row cannot be said in the one it has.

use std::collections::BTreeSet;

use super::columns::{PRICES, below, is_wide};
use super::grid::{Cell, Header};
use super::habits::{Meaning, meaning};
use super::spelling;
use crate::diagnostic::{Code, Problem};
use crate::language::Languages;
use crate::model::AccessFeature;
use crate::model::schema::{ADDRESS, CITATION, Schema, Shape, VERIFIED};
use crate::syntax::edit::Draft;
use crate::syntax::{Node, Value};

/// A cell that a row is too short for.
static EMPTY: Cell = Cell::Empty;

/// A row being read: its cells by column, and what is wrong with them.
pub(super) struct Row<'a> {
    /// The names of the columns.
    pub(super) header: &'a Header,
    /// The cells, as many as the row has.
    pub(super) cells: &'a [Cell],
    /// The languages of the site.
    pub(super) languages: &'a Languages,
    /// Columns that speak of another file than the one being drafted.
    pub(super) elsewhere: BTreeSet<String>,
    /// Findings, each at its column.
    pub(super) problems: Vec<(String, Problem)>,
}

type Pairs<'n> = Vec<(String, Draft<'n>)>;

impl<'a> Row<'a> {
    /// A row that speaks of one file alone.
    pub(super) fn new(header: &'a Header, cells: &'a [Cell], languages: &'a Languages) -> Self {
        Self { header, cells, languages, elsewhere: BTreeSet::new(), problems: Vec::new() }
    }

    /// The cell of a column; nothing where the sheet has no such column.
    fn cell(&self, name: &str) -> Option<&'a Cell> {
        let at = self.header.place(name).filter(|_| !self.elsewhere.contains(name))?;
        Some(self.cells.get(at).unwrap_or(&EMPTY))
    }

    /// The facts of an entry, from those that stand there.
    pub(super) fn facts<'n>(
        &mut self,
        schema: &'static Schema,
        old: Option<&'n Node>,
    ) -> Pairs<'n> {
        self.record("", schema, old)
    }

    /// One line of text, from the one that stands there.
    pub(super) fn line<'n>(&mut self, name: &str, old: Option<&'n Node>) -> Option<Draft<'n>> {
        self.leaf(name, Shape::Line, old)
    }

    fn record<'n>(
        &mut self,
        prefix: &str,
        schema: &'static Schema,
        old: Option<&'n Node>,
    ) -> Pairs<'n> {
        let read = |row: &mut Self, name: &'static str, old| {
            let shape = schema.field(name).map(|field| field.shape)?;
            row.value(&below(prefix, name), shape, old)
        };
        let names: Vec<&'static str> = schema.fields().map(|field| field.name).collect();
        self.merge(&names, old, read)
    }

    /// The pairs of a map: those that stand there in their order, new ones where the format has
    /// them.
    fn merge<'n, S: AsRef<str> + Copy>(
        &mut self,
        names: &[S],
        old: Option<&'n Node>,
        mut read: impl FnMut(&mut Self, S, Option<&'n Node>) -> Option<Draft<'n>>,
    ) -> Pairs<'n> {
        let mut pairs: Pairs<'n> = Vec::new();
        for (key, value) in old.into_iter().flat_map(Node::entries) {
            let known = names.iter().find(|name| name.as_ref() == key.name);
            let draft = match known {
                _ if value.is_null() => Some(Draft::Keep(value)),
                Some(name) => read(self, *name, Some(value)),
                None => Some(Draft::Keep(value)),
            };
            pairs.extend(draft.map(|draft| (key.name.clone(), draft)));
        }
        let rank = |wanted: &str| names.iter().position(|name| name.as_ref() == wanted);
        for (at, name) in names.iter().enumerate() {
            let written = old.is_some_and(|old| old.get(name.as_ref()).is_some());
            let Some(draft) = (if written { None } else { read(self, *name, None) }) else {
                continue;
            };
            // A key without a value gets it where it stands.
            if let Some(pair) = pairs.iter_mut().find(|(key, _)| key == name.as_ref()) {
                pair.1 = draft;
                continue;
            }
            let before = pairs.iter().rposition(|(key, _)| rank(key).is_some_and(|it| it < at));
            let place = before.map_or(0, |before| before + 1);
            pairs.insert(place, (name.as_ref().to_owned(), draft));
        }
        pairs
    }

    fn value<'n>(&mut self, name: &str, shape: Shape, old: Option<&'n Node>) -> Option<Draft<'n>> {
        // A map or a list with nothing in it has no cell that could say so.
        let hollow = old.filter(|old| is_hollow(old)).map(Draft::Keep);
        self.filled(name, shape, old).or(hollow)
    }

    fn filled<'n>(&mut self, name: &str, shape: Shape, old: Option<&'n Node>) -> Option<Draft<'n>> {
        match shape {
            Shape::Translated => {
                let texts = self.texts(name, old);
                simplest(texts, old, self.default_tag())
            }
            Shape::Record(schema) => map(self.record(name, schema, old)),
            Shape::Address => self.address(name, old),
            Shape::Verified => self.one_or_record(name, &VERIFIED, old, "on"),
            Shape::Citation => self.one_or_record(name, &CITATION, old, "url"),
            Shape::Fee => self.fee(name, old),
            Shape::Access => {
                let level = |row: &mut Self, feature: &'static str, old| {
                    row.leaf(&below(name, feature), Shape::Word(&[]), old)
                };
                map(self.merge(AccessFeature::WORDS, old, level))
            }
            Shape::List(item) if is_wide(*item) => self.records(name, *item, old),
            _ => self.leaf(name, shape, old),
        }
    }

    fn default_tag(&self) -> String {
        self.languages.tag(self.languages.default()).to_string()
    }

    /// A text in each language; plain text is the default language's.
    fn texts<'n>(&mut self, name: &str, old: Option<&'n Node>) -> Pairs<'n> {
        let tags: Vec<String> = self.languages.iter().map(|(_, tag)| tag.to_string()).collect();
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        let plain = old.filter(|old| matches!(old.value, Value::Word(_)));
        let default = self.default_tag();
        self.merge(&tags, old, |row, tag, value| {
            let value = value.or_else(|| plain.filter(|_| tag == default));
            row.leaf(&below(name, tag), Shape::Line, value)
        })
    }

    fn one_or_record<'n>(
        &mut self,
        name: &str,
        schema: &'static Schema,
        old: Option<&'n Node>,
        alone: &'static str,
    ) -> Option<Draft<'n>> {
        let plain = old.filter(|old| matches!(old.value, Value::Word(_)));
        let names: Vec<&'static str> = schema.fields().map(|field| field.name).collect();
        let pairs = self.merge(&names, old, |row, field, value| {
            let value = value.or_else(|| plain.filter(|_| field == alone));
            row.value(&below(name, field), schema.field(field)?.shape, value)
        });
        simplest(pairs, old, alone)
    }

    /// Parts where one is given, else text; both are told by whoever reads the YAML.
    fn address<'n>(&mut self, name: &str, old: Option<&'n Node>) -> Option<Draft<'n>> {
        let is_text = |key: &str| self.languages.find(key).is_some();
        let parts = old.is_some_and(|old| old.entries().iter().any(|(key, _)| !is_text(&key.name)));
        let structured = self.record(name, &ADDRESS, old.filter(|_| parts));
        let texts = self.texts(name, old.filter(|_| !parts));
        if structured.is_empty() {
            return simplest(texts, old, self.default_tag());
        }
        let mut pairs = structured;
        pairs.extend(texts);
        map(pairs)
    }

    fn fee<'n>(&mut self, name: &str, old: Option<&'n Node>) -> Option<Draft<'n>> {
        let word = old.filter(|old| matches!(old.value, Value::Word(_)));
        let prices = old.filter(|_| word.is_none());
        let word = self.leaf(name, Shape::Word(&[]), word);
        let prices = self.records(name, PRICES, prices);
        match (word, prices) {
            (Some(word), None) => Some(word),
            (None, prices) => prices,
            (Some(_), Some(prices)) => {
                self.problems.push((name.to_owned(), Problem::new(Code::SheetConflict)));
                Some(prices)
            }
        }
    }

    fn records<'n>(&mut self, name: &str, item: Shape, old: Option<&'n Node>) -> Option<Draft<'n>> {
        let items: &[Node] = match old.map(|old| &old.value) {
            Some(Value::List(items)) => items,
            _ => old.map_or(&[], std::slice::from_ref),
        };
        let wide = self.header.records(name);
        let mut drafts: Vec<Draft<'n>> = Vec::new();
        for number in 1..=items.len().max(wide) {
            let item_name = below(name, &number.to_string());
            drafts.extend(self.value(&item_name, item, items.get(number - 1)));
        }
        let alone = old.is_some_and(|old| !matches!(old.value, Value::List(_)));
        match drafts.len() {
            0 => None,
            1 if alone => drafts.pop(),
            _ => Some(Draft::List(drafts)),
        }
    }

    /// The value of one cell.
    fn leaf<'n>(&mut self, name: &str, shape: Shape, old: Option<&'n Node>) -> Option<Draft<'n>> {
        let keep = old.map(Draft::Keep);
        let Some(cell) = self.cell(name) else { return keep };
        let now = old.and_then(|old| spelling::spell(shape, old));
        match meaning(cell, shape, now.as_deref()) {
            Ok(Meaning::Same) => keep,
            Ok(Meaning::Empty) => None,
            Ok(Meaning::Text(text)) => Some(written(spelling::draft(shape, &text), shape, old)),
            Err(problem) => {
                self.problems.push((name.to_owned(), problem));
                keep
            }
        }
    }
}

/// The map, or the one value that may stand for it where that is how it is written.
fn simplest<'n>(
    mut pairs: Pairs<'n>,
    old: Option<&'n Node>,
    alone: impl AsRef<str>,
) -> Option<Draft<'n>> {
    let plain = old.is_some_and(|old| matches!(old.value, Value::Word(_)));
    match pairs.as_slice() {
        [(name, _)] if plain && name == alone.as_ref() => pairs.pop().map(|(_, draft)| draft),
        _ => map(pairs),
    }
}

/// A list's draft with the items that stand there already, and alone where it stood alone.
fn written<'n>(new: Draft<'n>, shape: Shape, old: Option<&'n Node>) -> Draft<'n> {
    let (Shape::List(_), Draft::List(mut items)) = (shape, new.clone()) else { return new };
    let nodes = match old.map(|old| &old.value) {
        Some(Value::List(nodes)) => nodes.as_slice(),
        _ => old.map_or(&[] as &[Node], std::slice::from_ref),
    };
    for item in &mut items {
        let (Draft::Word(text) | Draft::Text(text)) = &*item else { continue };
        let says = |node: &&Node| spelling::spell(Shape::Line, node).as_ref() == Some(text);
        if let Some(node) = nodes.iter().find(says) {
            *item = Draft::Keep(node);
        }
    }
    let alone = old.is_some_and(|old| matches!(old.value, Value::Word(_)));
    match items.len() {
        1 if alone => items.remove(0),
        _ => Draft::List(items),
    }
}

fn is_hollow(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Word(_) => false,
        Value::List(items) => items.iter().all(is_hollow),
        Value::Map(entries) => entries.iter().all(|(_, value)| is_hollow(value)),
    }
}

fn map(pairs: Pairs<'_>) -> Option<Draft<'_>> {
    (!pairs.is_empty()).then_some(Draft::Map(pairs))
}
