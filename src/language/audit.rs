//! Whether the languages' messages agree with each other and with what the site asks for.
//!
//! In: loaded [`Messages`], the site's languages and the ids in use. Out: warnings, each at the id
//! of the message it is about, in the order of languages and ids. A build goes on with any of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    LanguageTag, Messages,
    messages::Spoken,
    outline::{Outline, Text, split},
};
use crate::diagnostic::{Code, Diagnostic, Problem};

/// Messages that describe a language are its own affair: another may lack them.
const OWN: &str = "language-";

impl Messages {
    /// The variables of `message` or `message.attribute` in a language, or in the default one where
    /// it lacks the message; nothing where neither has it.
    pub fn variables(&self, language: &LanguageTag, id: &str) -> Option<Vec<String>> {
        [language, &self.default].into_iter().find_map(|tag| {
            let spoken = self.spoken.get(tag)?;
            let text = look_up(spoken, id)?;
            Some(all_variables(spoken, text).into_iter().map(str::to_owned).collect())
        })
    }

    /// Compares each of the languages with the default one, and all of them with the ids `used`:
    /// `message`, `message.attribute`, or `message-*` for all that begin so.
    ///
    /// * A text that one of the two languages lacks is missing there.
    /// * A text whose variables are others than the default language's is told; variables that
    ///   come in through a message it refers to count as its own.
    /// * A message is unused when neither it nor an attribute of it is asked for, nor referred
    ///   to by one that is used. It is told once, whatever the number of languages, and only where
    ///   it is not built in.
    pub fn audit(&self, languages: &[LanguageTag], used: &BTreeSet<String>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let others = languages.iter().filter(|tag| **tag != self.default);
        let others = others.filter_map(|tag| Some((tag, self.spoken.get(tag)?)));
        let default = self.spoken.get(&self.default);
        if let Some(default) = default {
            for (tag, other) in others.clone() {
                missing(default, other, tag, &mut found);
                missing(other, default, &self.default, &mut found);
                variables(default, other, tag, &mut found);
            }
        }
        let spoken: Vec<_> = default.into_iter().chain(others.map(|(_, spoken)| spoken)).collect();
        found.extend(unused(&spoken, used));
        found
    }
}

/// Messages that nothing asks for, each at its place in the first language that has it. What is
/// built in and not asked for by this theme is no matter of the site's editors.
fn unused<'s>(
    spoken: &[&'s Spoken],
    used: &BTreeSet<String>,
) -> impl Iterator<Item = Diagnostic> + use<'s> {
    // A theme asks for some by their beginning: the rest of the name is a value of the content.
    let beginnings: Vec<&str> = used.iter().filter_map(|used| used.strip_suffix('*')).collect();
    let whole: BTreeSet<&str> = used.iter().map(|used| split(used).0).collect();
    let asked = |id: &str| {
        whole.contains(id) || beginnings.iter().any(|beginning| id.starts_with(beginning))
    };
    let every = spoken.iter().flat_map(|spoken| spoken.outlines.keys());
    let mut waiting: Vec<&str> = every.map(String::as_str).filter(|id| asked(id)).collect();
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if reached.insert(id) {
            let outlines = spoken.iter().filter_map(|spoken| spoken.outlines.get(id));
            let texts = outlines
                .flat_map(|outline| outline.value.iter().chain(outline.attributes.values()));
            waiting.extend(texts.flat_map(|text| &text.references).map(|id| split(id).0));
        }
    }
    let mut unused: BTreeMap<&str, Diagnostic> = BTreeMap::new();
    let every = spoken.iter().flat_map(|spoken| &spoken.outlines);
    for (id, outline) in every.filter(|(_, outline)| outline.layer > 0) {
        if let Some(told) = unused.get_mut(id.as_str()) {
            told.related.push(outline.span);
        } else if !reached.contains(id.as_str()) {
            let problem = Problem::new(Code::MessageUnused).text("message", id);
            unused.insert(id, problem.at(outline.span));
        }
    }
    unused.into_values()
}

/// Every text that `full` has and `lacking` has not. Terms are left out: what a language needs
/// of them is its own affair, and a reference to a term it lacks is an error when it is formatted.
fn missing(full: &Spoken, lacking: &Spoken, language: &LanguageTag, found: &mut Vec<Diagnostic>) {
    let problem = |id: &str| {
        Problem::new(Code::MessageMissing).text("message", id).text("language", language.as_str())
    };
    for (id, outline) in messages(full).filter(|(id, _)| !id.starts_with(OWN)) {
        let Some(other) = lacking.outlines.get(id) else {
            found.push(problem(id).at(outline.span));
            continue;
        };
        for (id, text) in outline.texts(id) {
            if other.text(split(&id).1).is_none() {
                found.push(problem(&id).at(text.span));
            }
        }
    }
}

/// Every text with other variables than the default language's, at the place in the other; at the
/// default's where that is the site's own and the other is built in.
fn variables(default: &Spoken, other: &Spoken, tag: &LanguageTag, found: &mut Vec<Diagnostic>) {
    for (id, outline) in messages(default) {
        for (id, expected) in outline.texts(id) {
            let Some(text) = look_up(other, &id) else { continue };
            let at = expected.span;
            let (expected, here) = (all_variables(default, expected), all_variables(other, text));
            if expected != here {
                // What is built in was right before the site wrote over the other.
                let built_in = |spoken: &Spoken| {
                    spoken.outlines.get(split(&id).0).is_some_and(|it| it.layer == 0)
                };
                let at_fault = if built_in(other) && !built_in(default) { at } else { text.span };
                let problem = Problem::new(Code::MessageVariables)
                    .text("message", id)
                    .text("language", tag.as_str())
                    .text("expected", listed(&expected))
                    .text("found", listed(&here));
                found.push(problem.at(at_fault));
            }
        }
    }
}

fn messages(spoken: &Spoken) -> impl Iterator<Item = (&String, &Outline)> {
    spoken.outlines.iter().filter(|(id, _)| !id.starts_with('-'))
}

fn look_up<'s>(spoken: &'s Spoken, id: &str) -> Option<&'s Text> {
    let (message, attribute) = split(id);
    spoken.outlines.get(message)?.text(attribute)
}

/// The variables of a text and of the messages it refers to. Terms see none of them.
fn all_variables<'s>(spoken: &'s Spoken, text: &'s Text) -> BTreeSet<&'s str> {
    let mut variables = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![text];
    while let Some(text) = waiting.pop() {
        variables.extend(text.variables.iter().map(String::as_str));
        let messages = text.references.iter().filter(|id| !id.starts_with('-'));
        let fresh = messages.filter(|id| seen.insert(id.as_str()));
        waiting.extend(fresh.filter_map(|id| look_up(spoken, id)));
    }
    variables
}

/// `$count, $name`, in order; a dash for none.
fn listed(variables: &BTreeSet<&str>) -> String {
    if variables.is_empty() {
        return "–".to_owned();
    }
    let names: Vec<_> = variables.iter().map(|name| format!("${name}")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::Argument, language::MessageFile, source::Sources};

    /// Audits a Thai (default) and an English file; findings as `code at-text arguments`.
    fn audit(thai: &str, english: &str, used: &[&str]) -> Vec<String> {
        let mut sources = Sources::default();
        let tag = |tag| LanguageTag::parse(tag).unwrap();
        let files = [("th", thai), ("en", english)].map(|(language, text)| MessageFile {
            language: tag(language),
            file: sources.add(language, text),
            layer: 1,
        });
        let (messages, found) = Messages::load(&sources, &files, &tag("th"));
        assert_eq!(found, []);
        let used = used.iter().map(|id| (*id).to_owned()).collect();
        let told =
            messages.audit(&files.map(|file| file.language), &used).into_iter().map(|found| {
                let mut line = format!("{} at {}:", found.problem.code, sources.slice(found.span));
                for (_, argument) in &found.problem.arguments {
                    let Argument::Text(text) = argument else { panic!("only text is expected") };
                    line = format!("{line} {text}");
                }
                line + &" +".repeat(found.related.len())
            });
        told.collect()
    }

    #[test]
    fn equal_languages_have_no_findings() {
        let thai = "a = ก { $x }\n    .t = { -term } { b }\n-term = ค\nb = ข\n";
        let english = "b = B\na = A { NUMBER($x) }\n    .t = { b }\n";
        assert_eq!(audit(thai, english, &["a.t"]), Vec::<String>::new());
        assert_eq!(audit("a-1 = ก\n", "a-1 = A\n", &["a-*"]), Vec::<String>::new());
        // How a language describes itself is its own affair.
        assert_eq!(audit("a = ก\n", "a = A\nlanguage-x = X\n", &["a", "language-*"]), [""; 0]);
    }

    #[test]
    fn what_either_language_lacks_is_missing() {
        let thai = "a = ก\n    .t = ก\nb = ข\n-term = ค\nc = { -term }\n";
        let english = "a = A\n    .u = A\nc =\n    .x = C\nd = D\n";
        assert_eq!(
            audit(thai, english, &["a", "b", "c", "d"]),
            [
                "message-missing at t: a.t en",
                "message-missing at b: b en",
                "message-missing at c: c en",
                "message-missing at u: a.u th",
                "message-missing at x: c.x th",
                "message-missing at d: d th",
            ]
        );
    }

    #[test]
    fn unused_messages_are_told_once_and_references_count_as_use() {
        let thai = "a = { b }\nb = { -c }\n-c = { d.t }\nd = ง\n    .t = ง\ne = { f }\nf = { e }\n-g = x\n";
        let english = "a = { b }\nb = B\nd = D\n    .t = D\ne = E\nf = F\n";
        assert_eq!(
            audit(thai, english, &["a"]),
            ["message-unused at g: -g", "message-unused at e: e +", "message-unused at f: f +",]
        );
    }

    #[test]
    fn variables_are_the_same_in_every_language_wherever_they_stand() {
        let thai = "a = { $count } { $name }\n    .t = ก\nb = { c }\nc = { $name }\n";
        let english = "a = { $count ->\n    [one] { $nam }\n   *[other] x\n}\n    .t = { $x }\n\
                       b = { $name }\nc = { $name }\n";
        assert_eq!(
            audit(thai, english, &["a", "b"]),
            [
                "message-variables at a: a en $count, $name $count, $nam",
                "message-variables at t: a.t en – $x",
            ]
        );
    }
}
