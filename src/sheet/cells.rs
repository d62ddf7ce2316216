//! What an entry says, cell by cell.
//!
//! In: the facts of an entry as YAML and the shape they have. Out: for each column's name the text
//! of its cell and where that stands in the file. What is not written has no cell.

use std::collections::BTreeMap;

use super::columns::{PRICES, below, is_wide};
use super::spelling;
use crate::language::Languages;
use crate::model::schema::{ADDRESS, CITATION, Schema, Shape, VERIFIED};
use crate::source::Span;
use crate::syntax::{Node, Value};

/// A cell that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filled {
    /// What is shown.
    pub(super) text: String,
    /// Where that is written.
    pub(super) span: Span,
}

/// The cells of one entry, by column.
pub(super) type Cells = BTreeMap<String, Filled>;

/// Reads the cells of a record.
pub(super) fn record(
    prefix: &str,
    schema: &'static Schema,
    node: &Node,
    languages: &Languages,
    out: &mut Cells,
) {
    for field in schema.fields() {
        if let Some(value) = node.get(field.name) {
            read(&below(prefix, field.name), field.shape, value, languages, out);
        }
    }
}

fn read(name: &str, shape: Shape, node: &Node, languages: &Languages, out: &mut Cells) {
    let is_map = matches!(node.value, Value::Map(_));
    let by_default = || below(name, languages.tag(languages.default()).as_str());
    match shape {
        Shape::Translated if is_map => texts(name, node, languages, out),
        Shape::Translated => fill(by_default(), Shape::Line, node, out),
        Shape::Record(schema) => record(name, schema, node, languages, out),
        Shape::Address if is_map => {
            texts(name, node, languages, out);
            record(name, &ADDRESS, node, languages, out);
        }
        Shape::Address => fill(by_default(), Shape::Line, node, out),
        Shape::Verified if is_map => record(name, &VERIFIED, node, languages, out),
        Shape::Verified => fill(below(name, "on"), Shape::Date, node, out),
        Shape::Citation if is_map => record(name, &CITATION, node, languages, out),
        Shape::Citation => fill(below(name, "url"), Shape::Url, node, out),
        Shape::Fee if matches!(node.value, Value::Word(_)) => {
            fill(name.to_owned(), Shape::Line, node, out);
        }
        Shape::Fee => records(name, PRICES, node, languages, out),
        Shape::Access => {
            for (key, value) in node.entries() {
                fill(below(name, &key.name), Shape::Line, value, out);
            }
        }
        Shape::List(item) if is_wide(*item) => records(name, *item, node, languages, out),
        _ => fill(name.to_owned(), shape, node, out),
    }
}

fn texts(name: &str, node: &Node, languages: &Languages, out: &mut Cells) {
    for (key, value) in node.entries() {
        if let Some(language) = languages.find(&key.name) {
            fill(below(name, languages.tag(language).as_str()), Shape::Line, value, out);
        }
    }
}

/// A lone record is a list of one.
fn records(name: &str, item: Shape, node: &Node, languages: &Languages, out: &mut Cells) {
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    for (number, record) in (1..).zip(items) {
        read(&below(name, &number.to_string()), item, record, languages, out);
    }
}

fn fill(name: String, shape: Shape, node: &Node, out: &mut Cells) {
    if let Some(text) = spelling::spell(shape, node) {
        out.insert(name, Filled { text, span: node.span });
    }
}

/// The text of a lone line.
pub(super) fn line(node: &Node) -> Option<String> {
    spelling::spell(Shape::Line, node)
}
