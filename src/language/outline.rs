//! What a file of messages holds, and where: ids, attributes, variables, references.
//!
//! In: a parsed Fluent file. Out: an [`Outline`] for each message and term, with spans of the
//! ids. The bundle formats; the outline is what findings are made of.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    Attribute, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement,
};

use crate::source::{FileId, Span};

/// A message or a term.
#[derive(Debug)]
pub(super) struct Outline {
    /// Where its id stands.
    pub(super) span: Span,
    /// The layer it comes from.
    pub(super) layer: u8,
    /// Its own text, if it has one and not attributes only.
    pub(super) value: Option<Text>,
    /// Its attributes by name.
    pub(super) attributes: BTreeMap<String, Text>,
    /// Attributes that stand twice: the name, the first place and the second.
    pub(super) repeated: Vec<(String, Span, Span)>,
}

/// The text of a message or of one attribute.
#[derive(Debug)]
pub(super) struct Text {
    /// Where the id of the message or attribute stands.
    pub(super) span: Span,
    /// The variables it names itself, without `$`.
    pub(super) variables: BTreeSet<String>,
    /// The ids it refers to, `message`, `message.attribute`, `-term`.
    pub(super) references: BTreeSet<String>,
}

impl Outline {
    /// The message's texts, each with the id that asks for it.
    pub(super) fn texts<'o>(&'o self, id: &'o str) -> impl Iterator<Item = (String, &'o Text)> {
        let value = self.value.iter().map(|text| (id.to_owned(), text));
        let attributes = self.attributes.iter();
        value.chain(attributes.map(move |(name, text)| (format!("{id}.{name}"), text)))
    }

    /// Its own text, or that of an attribute.
    pub(super) fn text(&self, attribute: Option<&str>) -> Option<&Text> {
        match attribute {
            None => self.value.as_ref(),
            Some(name) => self.attributes.get(name),
        }
    }
}

/// `message.attribute` in its two parts.
pub(super) fn split(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(message, attribute)| (message, Some(attribute)))
}

/// Every message and term of a file in the order it holds them; terms keep their hyphen.
pub(super) fn outlines(
    resource: &FluentResource,
    file: FileId,
    layer: u8,
) -> impl Iterator<Item = (String, Outline)> {
    let reader = Reader { source: resource.source(), file };
    resource.entries().filter_map(move |entry| {
        let (name, id, value, attributes) = match entry {
            Entry::Message(message) => {
                let Identifier { name } = message.id;
                (name.to_owned(), &message.id, message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => {
                (format!("-{}", term.id.name), &term.id, Some(&term.value), &term.attributes)
            }
            _ => return None,
        };
        let mut outline = Outline {
            span: reader.span(id),
            layer,
            value: value.map(|pattern| reader.text(id, pattern)),
            attributes: BTreeMap::new(),
            repeated: Vec::new(),
        };
        for Attribute { id, value } in attributes {
            let second = reader.span(id);
            let text = reader.text(id, value);
            if let Some(first) = outline.attributes.insert(id.name.to_owned(), text) {
                outline.repeated.push((id.name.to_owned(), first.span, second));
            }
        }
        Some((name, outline))
    })
}

struct Reader<'s> {
    source: &'s str,
    file: FileId,
}

impl Reader<'_> {
    /// Fluent's tree has no places, but its names are slices of the source.
    fn span(&self, id: &Identifier<&str>) -> Span {
        let start = (id.name.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        Span::new(self.file, start, start + id.name.len())
    }

    fn text(&self, id: &Identifier<&str>, pattern: &Pattern<&str>) -> Text {
        let (variables, references) = (BTreeSet::new(), BTreeSet::new());
        let mut text = Text { span: self.span(id), variables, references };
        text.read(pattern);
        text
    }
}

impl Text {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.references.insert(joined("", id, attribute.as_ref()));
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                self.references.insert(joined("-", id, attribute.as_ref()));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.read_inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

fn joined(sign: &str, id: &Identifier<&str>, attribute: Option<&Identifier<&str>>) -> String {
    let attribute = attribute.map(|attribute| format!(".{}", attribute.name)).unwrap_or_default();
    format!("{sign}{}{attribute}", id.name)
}
