//! Messages held against each other: what a language lacks, what nothing uses, what differs.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use fluent_syntax::parser;

use super::{LanguageTag, MessageFile};
use crate::diagnostic::{Code, Diagnostic, Problem};
use crate::source::{Sources, Span};

/// What one language says under one id.
struct Said {
    span: Span,
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

/// Messages that describe a language are its own affair: another may lack them.
const OWN: &str = "language-";

type Spoken = BTreeMap<String, Said>;

/// Holds the languages against each other and against what is used.
///
/// Messages that other languages lack, messages whose variables differ, and messages that are not
/// in `used` are warnings. `used` holds ids, with or without an attribute; an id that ends in `*`
/// stands for all that begin so.
pub fn audit(
    sources: &Sources,
    files: &[MessageFile],
    default: &LanguageTag,
    languages: &[LanguageTag],
    used: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let mut spoken: BTreeMap<&LanguageTag, Spoken> = BTreeMap::new();
    let mut ordered: Vec<&MessageFile> = files.iter().collect();
    ordered.sort_by_key(|file| file.layer);
    for file in ordered {
        let own = spoken.entry(&file.language).or_default();
        own.extend(read(sources, file));
    }
    let mut findings = Vec::new();
    let Some(reference) = spoken.get(default) else { return findings };
    for language in languages {
        let Some(own) = spoken.get(language) else { continue };
        if language != default {
            findings.extend(missing(reference, own, language));
            findings.extend(missing(own, reference, default));
            findings.extend(differing(reference, own, language));
        }
        findings.extend(unused(own, used, files));
    }
    findings
}

fn missing(has: &Spoken, lacks: &Spoken, language: &LanguageTag) -> Vec<Diagnostic> {
    has.iter()
        .filter(|(id, _)| !lacks.contains_key(*id) && !id.starts_with(OWN))
        .map(|(id, said)| {
            Problem::new(Code::MessageMissing)
                .text("message", id)
                .text("language", language.as_str())
                .at(said.span)
        })
        .collect()
}

fn differing(reference: &Spoken, own: &Spoken, language: &LanguageTag) -> Vec<Diagnostic> {
    let list = |variables: &BTreeSet<String>| {
        let named: Vec<String> = variables.iter().map(|name| format!("${name}")).collect();
        if named.is_empty() { "–".to_owned() } else { named.join(", ") }
    };
    own.iter()
        .filter_map(|(id, said)| {
            let expected = reference.get(id)?;
            if expected.variables == said.variables {
                return None;
            }
            let problem = Problem::new(Code::MessageVariables)
                .text("message", id)
                .text("language", language.as_str())
                .text("expected", list(&expected.variables))
                .text("found", list(&said.variables));
            Some(problem.at(said.span).with_related(expected.span))
        })
        .collect()
}

/// What is built in and not asked for by this theme is no matter of the site's editors.
fn unused(own: &Spoken, used: &BTreeSet<String>, files: &[MessageFile]) -> Vec<Diagnostic> {
    let built_in = |span: Span| files.iter().any(|it| it.file == span.file && it.layer == 0);
    let asked = |id: &str| {
        used.iter().any(|used| {
            used.strip_suffix('*').map_or(
                used == id || used.split_once('.').is_some_and(|(message, _)| message == id),
                |prefix| id.starts_with(prefix),
            )
        })
    };
    let mut reached: BTreeSet<&str> =
        own.keys().map(String::as_str).filter(|id| asked(id)).collect();
    let mut waiting: Vec<&str> = reached.iter().copied().collect();
    while let Some(id) = waiting.pop() {
        for reference in own.get(id).iter().flat_map(|said| &said.references) {
            if let Some((known, _)) = own.get_key_value(reference)
                && reached.insert(known)
            {
                waiting.push(known);
            }
        }
    }
    own.iter()
        .filter(|(id, said)| !reached.contains(id.as_str()) && !built_in(said.span))
        .map(|(id, said)| Problem::new(Code::MessageUnused).text("message", id).at(said.span))
        .collect()
}

/// Messages that stand twice in one layer of one language.
pub(super) fn duplicates(sources: &Sources, files: &[MessageFile]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(&LanguageTag, u8, String), Span> = BTreeMap::new();
    let mut findings = Vec::new();
    for file in files {
        for (id, said) in read(sources, file) {
            let key = (&file.language, file.layer, id.clone());
            if let Some(first) = seen.get(&key) {
                let problem = Problem::new(Code::MessageDuplicate).text("message", id);
                findings.push(problem.at(said.span).with_related(*first));
            } else {
                seen.insert(key, said.span);
            }
        }
    }
    findings
}

/// The messages and terms of a file, in its order.
fn read(sources: &Sources, file: &MessageFile) -> Vec<(String, Said)> {
    let text = sources.get(file.file).text.as_str();
    let resource = match parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mut read = Vec::new();
    for entry in &resource.body {
        let (prefix, id, value, attributes) = match entry {
            ast::Entry::Message(message) => {
                ("", &message.id, message.value.as_ref(), &message.attributes)
            }
            ast::Entry::Term(term) => ("-", &term.id, Some(&term.value), &term.attributes),
            _ => continue,
        };
        // Identifiers are slices of the text: their distance from its beginning is their place.
        let start = (id.name.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let mut said = Said {
            span: Span::new(file.file, start, start + id.name.len()),
            variables: BTreeSet::new(),
            references: BTreeSet::new(),
            attributes: BTreeSet::new(),
        };
        value.into_iter().for_each(|pattern| said.pattern(pattern));
        for attribute in attributes {
            said.attributes.insert(attribute.id.name.to_owned());
            said.pattern(&attribute.value);
        }
        read.push((format!("{prefix}{}", id.name), said));
    }
    read
}

impl Said {
    fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            ast::InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            ast::InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
            }
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(th: &str, en: &str, used: &[&str]) -> Vec<(Code, String)> {
        let mut sources = Sources::default();
        let tag = |tag: &str| LanguageTag::parse(tag).unwrap();
        let files = [("th", th), ("en", en)].map(|(language, text)| MessageFile {
            language: tag(language),
            file: sources.add(language, text),
            layer: 1,
        });
        let used = used.iter().map(|id| (*id).to_owned()).collect();
        audit(&sources, &files, &tag("th"), &[tag("th"), tag("en")], &used)
            .into_iter()
            .map(|found| (found.problem.code, sources.slice(found.span).to_owned()))
            .collect()
    }

    #[test]
    fn languages_that_agree_have_no_findings() {
        let text = "a = { $x } { -city }\n-city = ก\nb = { a }\n    .c = ข\n";
        assert_eq!(found(text, text, &["b.c"]), []);
        assert_eq!(found("spoken-th = ก\n", "spoken-th = x\n", &["spoken-*"]), []);
    }

    #[test]
    fn each_difference_is_told_at_its_message() {
        assert_eq!(
            found("a = ก\nb = ข\n", "a = x\n", &["a", "b"]),
            [(Code::MessageMissing, "b".to_owned())]
        );
        assert_eq!(
            found("a = { $x }\n", "a = { $y }\n", &["a"]),
            [(Code::MessageVariables, "a".to_owned())]
        );
        assert_eq!(
            found("a = ก\n", "a = x\n", &[]),
            [(Code::MessageUnused, "a".to_owned()), (Code::MessageUnused, "a".to_owned())]
        );
    }
}
