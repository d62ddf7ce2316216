//! A file's YAML changed in place: what differs is written anew, all else stays byte by byte.
//!
//! In: a text, the [`Node`] tree read from it and a [`Draft`] of what it should say. Out: the text
//! that says so. Promise: comments, blank lines, the order of keys and the spelling of whatever the
//! draft keeps are left alone; the outcome read again is the draft ([`rewrite`] looks).

mod flow;
mod lines;

#[cfg(test)]
mod tests;

use std::ops::Range;

use self::lines::Lines;
use super::{Key, Node, Value, yaml};
use crate::diagnostic::Diagnostics;
use crate::source::Span;

/// What a value should become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft<'n> {
    /// What stands there already.
    Keep(&'n Node),
    /// A scalar that may be read as any type: an id, a date, a number, a yes.
    Word(String),
    /// A scalar that is text, quoted where other readers of YAML would take it for a number.
    Text(String),
    /// A list.
    List(Vec<Draft<'n>>),
    /// A map, in order.
    Map(Vec<(String, Draft<'n>)>),
}

/// The file is spelled in a way that cannot be changed in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the YAML is spelled in a way that cannot be changed in place")]
pub struct NotInPlace;

/// A stretch of the text and what stands there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    range: Range<usize>,
    text: String,
}

/// The whole `text` with the YAML in its stretch `block` changed from `old`, which was read from
/// there, to the draft.
pub fn rewrite(
    text: &str,
    block: Range<usize>,
    old: &Node,
    new: &Draft<'_>,
) -> Result<String, NotInPlace> {
    let mut editor = Editor { lines: Lines::new(text), edits: Vec::new() };
    match (old.entries(), new) {
        ([], Draft::Map(entries)) => editor.insert(block.end, write_map(entries)),
        _ => editor.change(old, new, Around { key: None, flow: false }),
    }
    let mut edits = editor.edits;
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut made = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in &edits {
        made.push_str(text.get(at..edit.range.start).ok_or(NotInPlace)?);
        made.push_str(&edit.text);
        at = edit.range.end;
    }
    made.push_str(text.get(at..).ok_or(NotInPlace)?);
    let end = block.end + made.len() - text.len();
    let mut out = Diagnostics::default();
    let again = made.get(block.start..end).ok_or(NotInPlace)?;
    let again = yaml::parse(again, old.span.file, 0, &mut out).filter(|_| out.is_empty());
    again.filter(|node| new.is(node)).map(|_| made).ok_or(NotInPlace)
}

/// A map of one field on one line, whatever the text holds: `{name: "ลาน"}`.
pub fn one_field(field: &str, text: &str) -> String {
    format!("{{{field}: {}}}", flow::quoted(text))
}

/// A new file's text: each field of the map on a line of its own.
pub fn write_map(entries: &[(String, Draft<'_>)]) -> String {
    let line = |(key, draft): &(String, Draft<'_>)| {
        format!("{}: {}\n", flow::word(key, false), flow::top("", draft))
    };
    entries.iter().map(line).collect()
}

impl Draft<'_> {
    /// Whether a value says this already.
    pub fn is(&self, node: &Node) -> bool {
        match (self, &node.value) {
            (Self::Keep(kept), value) => same(&kept.value, value),
            (Self::Word(word) | Self::Text(word), Value::Word(written)) => word == written,
            (Self::List(items), Value::List(nodes)) => {
                items.len() == nodes.len() && items.iter().zip(nodes).all(|(it, node)| it.is(node))
            }
            (Self::Map(entries), Value::Map(nodes)) => {
                entries.len() == nodes.len()
                    && entries
                        .iter()
                        .zip(nodes)
                        .all(|((name, draft), (key, node))| *name == key.name && draft.is(node))
            }
            _ => false,
        }
    }
}

/// Whether two values say the same, wherever they stand.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| same(&a.value, &b.value))
        }
        (Value::Map(one), Value::Map(other)) => {
            let pair = |((a, x), (b, y)): (&(Key, Node), &(Key, Node))| {
                a.name == b.name && same(&x.value, &y.value)
            };
            one.len() == other.len() && one.iter().zip(other).all(pair)
        }
        _ => one == other,
    }
}

/// What a value stands in.
#[derive(Clone, Copy)]
struct Around<'n> {
    /// Its key, in a map.
    key: Option<&'n Key>,
    /// Whether it stands between brackets.
    flow: bool,
}

struct Editor<'t> {
    lines: Lines<'t>,
    edits: Vec<Edit>,
}

impl Editor<'_> {
    /// Notes what must change for a value to be the draft.
    fn change(&mut self, old: &Node, new: &Draft<'_>, around: Around<'_>) {
        if new.is(old) {
            return;
        }
        let done = match (&old.value, new) {
            (Value::Map(entries), Draft::Map(drafts)) if !entries.is_empty() => {
                self.change_map(old.span, entries, drafts, around.flow)
            }
            (Value::List(items), Draft::List(drafts)) if !items.is_empty() => {
                self.change_list(old.span, items, drafts, around.flow)
            }
            _ => false,
        };
        if !done {
            self.replace(old, new, around);
        }
    }

    /// Writes a value anew.
    fn replace(&mut self, old: &Node, new: &Draft<'_>, around: Around<'_>) {
        let text = self.lines.text;
        let mut range = old.span.range();
        let mut spelled = if around.flow { flow::inner(text, new) } else { flow::top(text, new) };
        if let Some(key) = around.key {
            let colon = self.lines.after_colon(key);
            let between = text.get(colon..range.start).unwrap_or_default();
            // The places of a block's own signs (`|`, `-`) are not known, but they stand here.
            let block = between.trim_start().starts_with(['|', '>'])
                || between.contains('\n') && !between.contains('#');
            if old.is_null() && range.is_empty() {
                range = colon..colon;
                spelled.insert(0, ' ');
            } else if block && !around.flow {
                // A block under its key becomes a value beside it.
                range.start = colon;
                spelled.insert(0, ' ');
            }
        }
        self.edits.push(Edit { range, text: spelled });
    }

    fn delete(&mut self, range: Range<usize>) {
        self.edits.push(Edit { range, text: String::new() });
    }

    fn insert(&mut self, at: usize, text: String) {
        self.edits.push(Edit { range: at..at, text });
    }

    /// Changes a map key by key; says whether that could be done.
    fn change_map(
        &mut self,
        span: Span,
        entries: &[(Key, Node)],
        drafts: &[(String, Draft<'_>)],
        flow: bool,
    ) -> bool {
        let place = |name: &str| entries.iter().position(|(key, _)| key.name == name);
        let stays: Vec<bool> = entries
            .iter()
            .map(|(key, _)| drafts.iter().any(|(name, _)| *name == key.name))
            .collect();
        let order: Vec<usize> = drafts.iter().filter_map(|(name, _)| place(name)).collect();
        if order.is_empty() || order.windows(2).any(|pair| pair[0] >= pair[1]) {
            return false;
        }
        let flow = flow || self.lines.opens_with(span, b'{');
        let pieces: Vec<Range<usize>> =
            entries.iter().map(|(key, value)| self.lines.entry(key, value)).collect();
        let Some(indent) =
            (if flow { Some(String::new()) } else { self.lines.indent(pieces[0].start) })
        else {
            return false;
        };
        for (index, (key, value)) in entries.iter().enumerate() {
            if let Some((_, draft)) = drafts.iter().find(|(name, _)| *name == key.name) {
                debug_assert!(stays[index]);
                self.change(value, draft, Around { key: Some(key), flow });
            }
        }
        self.remove_runs(&pieces, &stays, flow);
        let mut after: Option<usize> = None;
        let mut leading = String::new();
        for (name, draft) in drafts {
            if let Some(index) = place(name) {
                after = Some(index);
                continue;
            }
            let key = flow::word(name, flow);
            let text = self.lines.text;
            match after {
                Some(index) if flow => {
                    let value = flow::inner(text, draft);
                    self.insert(pieces[index].end, format!(", {key}: {value}"));
                }
                Some(index) => {
                    let line = format!("{indent}{key}: {}", flow::top(text, draft));
                    self.insert_line(pieces[index].end, &line);
                }
                None => {
                    let (value, gap) = if flow {
                        (flow::inner(text, draft), ", ".to_owned())
                    } else {
                        (flow::top(text, draft), format!("{}{indent}", self.lines.end))
                    };
                    leading.extend([key.as_str(), ": ", value.as_str(), gap.as_str()]);
                }
            }
        }
        if !leading.is_empty() {
            self.insert(pieces[order[0]].start, leading);
        }
        true
    }

    /// Changes a list item by item: what both begin and end with stays.
    fn change_list(
        &mut self,
        span: Span,
        items: &[Node],
        drafts: &[Draft<'_>],
        flow: bool,
    ) -> bool {
        // A list in block style may be said to begin with its first item, whatever that opens with.
        let flow = flow || self.lines.opens_with(span, b'[') && items[0].span.start > span.start;
        let dashes: Option<Vec<usize>> = if flow {
            Some(items.iter().map(|item| item.span.start as usize).collect())
        } else {
            items.iter().map(|item| self.lines.dash(item)).collect()
        };
        let Some(starts) = dashes.filter(|_| !drafts.is_empty()) else { return false };
        if !flow && self.lines.indent(starts[0]).is_none() {
            return false;
        }
        let front = items.iter().zip(drafts).take_while(|(item, draft)| draft.is(item)).count();
        let least = items.len().min(drafts.len()) - front;
        let back = items.iter().rev().zip(drafts.iter().rev());
        let back = back.take(least).take_while(|(item, draft)| draft.is(item)).count();
        let (old_end, new_end) = (items.len() - back, drafts.len() - back);
        let both = old_end.min(new_end);
        for index in front..both {
            self.change(&items[index], &drafts[index], Around { key: None, flow });
        }
        let pieces: Vec<Range<usize>> = starts
            .iter()
            .zip(items)
            .map(|(start, item)| *start..self.lines.value_end(item))
            .collect();
        let stays: Vec<bool> = (0..items.len()).map(|at| !(both..old_end).contains(&at)).collect();
        if !stays.contains(&true) {
            return false;
        }
        self.remove_runs(&pieces, &stays, flow);
        self.add_items(&pieces, &drafts[both..new_end], both, flow);
        true
    }

    /// Writes new items before the one at `place`, or behind the last.
    fn add_items(
        &mut self,
        pieces: &[Range<usize>],
        added: &[Draft<'_>],
        place: usize,
        flow: bool,
    ) {
        let text = self.lines.text;
        let indent = self.lines.indent(pieces[0].start).unwrap_or_default();
        let end = self.lines.end;
        match place.checked_sub(1) {
            Some(last) if flow => {
                let items: Vec<String> = added.iter().map(|it| flow::inner(text, it)).collect();
                for item in items {
                    self.insert(pieces[last].end, format!(", {item}"));
                }
            }
            Some(last) => {
                for draft in added {
                    let line = format!("{indent}- {}", flow::top(text, draft));
                    self.insert_line(pieces[last].end, &line);
                }
            }
            None if flow => {
                for draft in added {
                    self.insert(pieces[0].start, format!("{}, ", flow::inner(text, draft)));
                }
            }
            None => {
                for draft in added {
                    let line = format!("- {}{end}{indent}", flow::top(text, draft));
                    self.insert(pieces[0].start, line);
                }
            }
        }
    }

    /// Takes away the pieces that do not stay, with what parts them from those that do.
    fn remove_runs(&mut self, pieces: &[Range<usize>], stays: &[bool], flow: bool) {
        let mut index = 0;
        while index < pieces.len() {
            if stays[index] {
                index += 1;
                continue;
            }
            let run = index;
            while index < pieces.len() && !stays[index] {
                index += 1;
            }
            let begin = pieces[run].start;
            let next = pieces.get(index).map(|piece| piece.start);
            let before = run.checked_sub(1).map(|before| pieces[before].end);
            if flow || !self.lines.begins_line(begin) {
                match (next, before) {
                    (Some(next), _) => self.delete(begin..next),
                    (None, Some(before)) => self.delete(before..pieces[index - 1].end),
                    (None, None) => self.delete(begin..pieces[index - 1].end),
                }
            } else {
                for piece in &pieces[run..index] {
                    self.delete(self.lines.whole(piece));
                }
            }
        }
    }

    /// A line after the one that byte `at` stands in.
    fn insert_line(&mut self, at: usize, line: &str) {
        let (place, closed) = self.lines.after_line(at);
        let end = self.lines.end;
        let text = if closed { format!("{line}{end}") } else { format!("{end}{line}") };
        self.insert(place, text);
    }
}
