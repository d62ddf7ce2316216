//! A node of JSON-LD 1.1: a type and its properties, absent ones left out.

use serde_json::{Map, Value, json};

use crate::page::view::Words;

/// A node being filled.
#[derive(Debug)]
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// A node of a type of schema.org.
    pub(super) fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), Value::from(kind))]))
    }

    /// A node of several types at once.
    pub(super) fn of(kinds: &[&str]) -> Self {
        let mut node = Self(Map::new());
        node.list("@type", kinds.iter().map(|kind| Value::from(*kind)).collect());
        node
    }

    /// Sets a property.
    pub(super) fn set(&mut self, property: &str, value: impl Into<Value>) {
        self.0.insert(property.to_owned(), value.into());
    }

    /// Sets a property where there is a value.
    pub(super) fn maybe(&mut self, property: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(property, value);
        }
    }

    /// Sets a property of any number of values: none leaves it out, one stands alone.
    pub(super) fn list(&mut self, property: &str, mut values: Vec<Value>) {
        match values.len() {
            0 => {}
            1 => self.maybe(property, values.pop()),
            _ => self.set(property, values),
        }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

/// A text: in the page's language a plain string, else with its own (JSON-LD 1.1 §4.2.4).
pub(super) fn text(words: Words) -> Value {
    match words.lang {
        None => Value::String(words.text),
        Some(lang) => json!({"@language": lang, "@value": words.text}),
    }
}

/// A node that is told elsewhere.
pub(super) fn reference(id: &str) -> Value {
    json!({"@id": id})
}

/// A word of schema.org: `https://schema.org/Monday`.
pub(super) fn word(word: &str) -> Value {
    Value::String(format!("https://schema.org/{word}"))
}
