//! YAML as a tree of words: what a value means is decided by the field that reads it, so `no`,
//! `2026-01-01` and `040` stay as they are written.

use crate::source::Span;

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// From its first character to its last.
    pub span: Span,
}

/// The kinds of value that the format knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A scalar, unquoted or quoted, as text.
    Word(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written, each key once.
    Map(Vec<(Key, Node)>),
}

/// A key of a map and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

impl Node {
    /// The Fluent message that names this value's shape in findings.
    pub fn shape(&self) -> &'static str {
        match self.value {
            Value::Null => "shape-nothing",
            Value::Word(_) => "shape-word",
            Value::List(_) => "shape-list",
            Value::Map(_) => "shape-map",
        }
    }

    /// The value under a key, if this is a map that has it and it is not empty.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.entries()
            .iter()
            .find(|(key, value)| key.name == name && !value.is_null())
            .map(|(_, value)| value)
    }

    /// The pairs of a map; of anything else, none.
    pub fn entries(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Whether nothing was written.
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }
}
