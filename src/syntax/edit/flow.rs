//! Values spelled on one line.
//!
//! A scalar is written plain where any reader of YAML takes it for what it is, else between double
//! quotation marks; a collection is written between brackets.

use super::Draft;
use crate::syntax::{Node, Value};

/// A value that stands by itself, not between the brackets of another. `text` is what the kept
/// values were read from.
pub(super) fn top(text: &str, draft: &Draft<'_>) -> String {
    spell(text, draft, false)
}

/// A value between the brackets of another.
pub(super) fn inner(text: &str, draft: &Draft<'_>) -> String {
    spell(text, draft, true)
}

fn spell(text: &str, draft: &Draft<'_>, flow: bool) -> String {
    match draft {
        Draft::Keep(node) => keep(text, node, flow),
        Draft::Word(written) => word(written, flow),
        Draft::Text(written) if is_typed(written) => quoted(written),
        Draft::Text(written) => word(written, flow),
        Draft::List(items) => {
            let items: Vec<String> = items.iter().map(|item| inner(text, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Draft::Map(entries) => {
            let pair = |(key, value): &(String, Draft<'_>)| {
                format!("{}: {}", word(key, true), inner(text, value))
            };
            let pairs: Vec<String> = entries.iter().map(pair).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// A value as it was spelled, where that spelling holds on one line and in this place.
fn keep(text: &str, node: &Node, flow: bool) -> String {
    let written = text.get(node.span.range()).unwrap_or_default();
    let one_line = !written.contains(['\n', '\r']);
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Word(_) if one_line && written.starts_with(['"', '\'']) => written.to_owned(),
        Value::Word(value) => word(value, flow),
        Value::List(_) | Value::Map(_) if one_line && written.starts_with(['[', '{']) => {
            written.to_owned()
        }
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| keep(text, item, true)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let pair = |(key, value): &(crate::syntax::Key, Node)| {
                format!("{}: {}", word(&key.name, true), keep(text, value, true))
            };
            let pairs: Vec<String> = entries.iter().map(pair).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// A scalar, plain where that is safe.
pub(super) fn word(written: &str, flow: bool) -> String {
    if is_plain(written, flow) { written.to_owned() } else { quoted(written) }
}

/// Whether a scalar needs no quotation marks (YAML 1.2.2, §7.3.3), with room to spare.
fn is_plain(written: &str, flow: bool) -> bool {
    const BEGIN: &str = "-?:,[]{}#&*!|>'\"%@`=~";
    let begins_well = written.chars().next().is_some_and(|first| !BEGIN.contains(first));
    begins_well
        && written.trim() == written
        && !matches!(written, "null" | "Null" | "NULL" | "---" | "...")
        && !written.contains(|c: char| is_hidden(c) || c.is_whitespace() && c != ' ')
        && !written.contains(": ")
        && !written.contains(" #")
        && !written.ends_with(':')
        && !(flow && (written.contains([',', '[', ']', '{', '}', ':']) || written.ends_with('-')))
}

/// Whether a reader of YAML with types would take a plain scalar for something else than text.
fn is_typed(written: &str) -> bool {
    let word = written.to_ascii_lowercase();
    let number = word.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "+-._:".contains(c));
    number || matches!(word.as_str(), "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n")
}

/// Characters that nobody sees, and those that begin a line for some readers.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// A scalar between double quotation marks (YAML 1.2.2, §7.3.1).
pub(super) fn quoted(written: &str) -> String {
    let mut text = String::with_capacity(written.len() + 2);
    text.push('"');
    for c in written.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            c if is_hidden(c) => {
                let escape = format!("\\u{:04X}", u32::from(c));
                text.push_str(&escape);
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}
