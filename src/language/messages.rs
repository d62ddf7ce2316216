//! The words of the interface: Fluent messages in every language.
//!
//! In: files of messages, each with its language and layer. Out: [`Messages`], which format a
//! message for any thread. What one language lacks it borrows from the default language; a message
//! that cannot be filled in completely is an error that says why, never half a sentence.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::parser::{ErrorKind, ParserError};
use rayon::prelude::*;

use super::{
    LanguageTag, bundle,
    outline::{Outline, outlines, split},
};
use crate::{
    diagnostic::{Argument, Code, Diagnostic, Problem},
    source::{FileId, Sources, Span},
};

/// How many braces a message may open.
const MOST_BRACES: usize = 256;

/// A file of messages.
#[derive(Clone, Debug)]
pub struct MessageFile {
    /// The language its messages are in.
    pub language: LanguageTag,
    /// Its text.
    pub file: FileId,
    /// Files of a higher layer may replace messages of a lower one (the site's own replace the
    /// built-in ones); within a layer a message stands once. A message is replaced as a whole,
    /// with its attributes.
    pub layer: u8,
}

/// Why a message cannot be said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// No language has it.
    #[error("no language has this message")]
    Unknown,
    /// All that is wrong with it, in Fluent's words: variables without a value, references to
    /// nothing or in a circle.
    #[error("{0}")]
    Broken(String),
}

/// Every language's messages. Built once, used from any thread.
pub struct Messages {
    pub(super) default: LanguageTag,
    pub(super) spoken: BTreeMap<LanguageTag, Spoken>,
}

/// One language's messages.
pub(super) struct Spoken {
    bundle: bundle::Bundle,
    /// By id; terms with their hyphen.
    pub(super) outlines: BTreeMap<String, Outline>,
    /// The texts of messages that depend on nothing, by `message` or `message.attribute`: pages say
    /// the same few hundred of them thousands of times.
    fixed: HashMap<String, String>,
}

impl Messages {
    /// Reads the files, which belong to `sources`, in the order of their layers. Messages that
    /// can be read are there even when others cannot.
    pub fn load(
        sources: &Sources,
        files: &[MessageFile],
        default: &LanguageTag,
    ) -> (Self, Vec<Diagnostic>) {
        let mut by_language: BTreeMap<&LanguageTag, Vec<&MessageFile>> = BTreeMap::new();
        for file in files {
            by_language.entry(&file.language).or_default().push(file);
        }
        // A thousand messages a language: whatever is run waits for them.
        let spoken: Vec<(LanguageTag, Spoken, Vec<Diagnostic>)> = by_language
            .into_par_iter()
            .map(|(language, mut files)| {
                files.sort_by_key(|file| file.layer);
                let (spoken, found) = Spoken::of(language, &files, sources);
                (language.clone(), spoken, found)
            })
            .collect();
        let mut messages = Self { default: default.clone(), spoken: BTreeMap::new() };
        let mut found = Vec::new();
        for (language, spoken, more) in spoken {
            messages.spoken.insert(language, spoken);
            found.extend(more);
        }
        (messages, found)
    }

    /// Every language that has messages, in the order of their tags.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageTag> {
        self.spoken.keys()
    }

    /// Whether there are messages in a language.
    pub fn speaks(&self, language: &LanguageTag) -> bool {
        self.spoken.contains_key(language)
    }

    /// Whether the language has a text of its own for `message` or `message.attribute`.
    pub fn has(&self, language: &LanguageTag, id: &str) -> bool {
        self.find(language, id).is_some()
    }

    /// Whether the language or the default one has a text for `message` or `message.attribute`.
    pub(super) fn can_say(&self, language: &LanguageTag, id: &str) -> bool {
        self.has(language, id) || self.has(&self.default, id)
    }

    /// Fills in `message` or `message.attribute`, in the language or else in the default one.
    pub fn format(
        &self,
        language: &LanguageTag,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> Result<String, MessageError> {
        // Most messages are the language's own, and depend on nothing.
        if let Some(fixed) = self.spoken.get(language).and_then(|spoken| spoken.fixed.get(id)) {
            return Ok(fixed.clone());
        }
        let spoken = self.find(language, id).or_else(|| self.find(&self.default, id));
        let values =
            arguments.iter().map(|(name, argument)| (*name, self.value(language, argument)));
        spoken.ok_or(MessageError::Unknown)?.format(id, &values.collect())
    }

    /// Every message that depends on nothing, in the language or else in the default one.
    pub(super) fn fixed(&self, language: &LanguageTag) -> impl Iterator<Item = (&str, &str)> {
        let of = |tag: &LanguageTag| self.spoken.get(tag).into_iter().flat_map(|it| &it.fixed);
        let borrowed = of(&self.default).filter(|(id, _)| !self.has(language, id));
        let all = of(language).chain(borrowed);
        all.map(|(id, text)| (id.as_str(), text.as_str()))
    }

    fn value<'a>(&self, language: &LanguageTag, argument: &'a Argument) -> FluentValue<'a> {
        match argument {
            Argument::Text(text) => FluentValue::from(text.as_str()),
            Argument::Number(number) => bundle::number_value(*number),
            Argument::Message(id) => {
                self.format(language, id, &[]).map_or_else(|_| (*id).into(), FluentValue::from)
            }
            Argument::Choices(choices) => FluentValue::from(choices.join(", ")),
        }
    }

    fn find(&self, language: &LanguageTag, id: &str) -> Option<&Spoken> {
        let spoken = self.spoken.get(language)?;
        let (message, attribute) = split(id);
        // A term is its language's own affair.
        if message.starts_with('-') {
            return None;
        }
        spoken.outlines.get(message)?.text(attribute).map(|_| spoken)
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counts = self.spoken.iter().map(|(tag, spoken)| (tag.as_str(), spoken.outlines.len()));
        f.debug_map().entries(counts).finish()
    }
}

impl Spoken {
    /// Reads the files of a language in their order.
    fn of(
        language: &LanguageTag,
        files: &[&MessageFile],
        sources: &Sources,
    ) -> (Self, Vec<Diagnostic>) {
        let mut spoken = Self {
            bundle: bundle::new(language),
            outlines: BTreeMap::new(),
            fixed: HashMap::new(),
        };
        let mut found = Vec::new();
        for file in files {
            spoken.read(file, &sources.get(file.file).text, &mut found);
        }
        spoken.fix();
        (spoken, found)
    }

    fn read(&mut self, file: &MessageFile, text: &str, found: &mut Vec<Diagnostic>) {
        if let Some(at) = too_many(text) {
            let problem = Problem::new(Code::MessageSyntax);
            let problem = problem.reason(Argument::Message("reason-fluent-braces"));
            found.push(problem.at(Span::new(file.file, at, at + 1)));
            return;
        }
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                found.extend(errors.iter().map(|error| syntax(error, file.file, text)));
                resource
            }
        };
        for (id, outline) in outlines(&resource, file.file, file.layer) {
            for (attribute, first, second) in &outline.repeated {
                found.push(duplicate(&format!("{id}.{attribute}"), *first, *second));
            }
            // The bundle keeps messages and terms under one name, so that a term `-x` would
            // hide a message `x`: the two count as one.
            let twin = id.strip_prefix('-').map_or_else(|| format!("-{id}"), str::to_owned);
            let earlier = match self.outlines.get(&id) {
                Some(same) => (same.layer == outline.layer).then_some(same),
                None => self.outlines.get(&twin),
            };
            if let Some(earlier) = earlier {
                found.push(duplicate(&id, earlier.span, outline.span));
            }
            self.outlines.insert(id, outline);
        }
        self.bundle.add_resource_overriding(resource);
    }

    /// Says once what needs no variable and refers to nothing.
    fn fix(&mut self) {
        let outlines = self.outlines.iter().filter(|(id, _)| !id.starts_with('-'));
        let texts = outlines.flat_map(|(id, outline)| outline.texts(id));
        let fixed =
            texts.filter(|(_, text)| text.variables.is_empty() && text.references.is_empty());
        let said = fixed.filter_map(|(id, _)| {
            let said = self.format(&id, &FluentArgs::new()).ok()?;
            Some((id, said))
        });
        self.fixed = said.collect();
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Result<String, MessageError> {
        let (message, attribute) = split(id);
        let message = self.bundle.get_message(message);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        let pattern = pattern.ok_or(MessageError::Unknown)?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        if errors.is_empty() {
            return Ok(text);
        }
        let problems: BTreeSet<String> = errors.iter().map(bundle::words).collect();
        Err(MessageError::Broken(problems.into_iter().collect::<Vec<_>>().join("; ")))
    }
}

fn duplicate(id: &str, first: Span, second: Span) -> Diagnostic {
    Problem::new(Code::MessageDuplicate).text("message", id).at(second).with_related(first)
}

/// Fluent's places count bytes and may end within a character, or just past the text.
fn syntax(error: &ParserError, file: FileId, text: &str) -> Diagnostic {
    let whole = |at: &usize| text.is_char_boundary(*at);
    let start = (0..=error.pos.start).rev().find(whole).unwrap_or_default();
    let end = (error.pos.end.max(start)..text.len()).find(whole).unwrap_or(text.len());
    Problem::new(Code::MessageSyntax).reason(why(&error.kind)).at(Span::new(file, start, end))
}

/// Where a message opens more braces than any needs. The parser follows those that stand in one another on
/// its stack, which has an end; no more can than are opened.
fn too_many(text: &str) -> Option<usize> {
    let (mut opened, mut start) = (0, 0);
    for line in text.split_inclusive('\n') {
        if begins(line) {
            opened = 0;
        }
        for (at, _) in line.match_indices('{') {
            opened += 1;
            if opened > MOST_BRACES {
                return Some(start + at);
            }
        }
        start += line.len();
    }
    None
}

/// Whether a message or a term begins with a line: `name =`, which stands in no brace.
fn begins(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name.trim_start_matches(is_part).trim_start_matches(' ').starts_with('=')
}

/// Fluent's reason in our words where it is one of those that editors of messages meet.
fn why(kind: &ErrorKind) -> Argument {
    Argument::Message(match kind {
        ErrorKind::ExpectedToken('=') => "reason-fluent-equals",
        ErrorKind::ExpectedToken('}') => "reason-fluent-brace",
        ErrorKind::ExpectedToken(']') => "reason-fluent-bracket",
        ErrorKind::ExpectedCharRange { .. } => "reason-fluent-name",
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
            "reason-fluent-empty"
        }
        ErrorKind::MissingValue => "reason-fluent-empty",
        ErrorKind::MissingDefaultVariant => "reason-fluent-default",
        ErrorKind::MultipleDefaultVariants => "reason-fluent-defaults",
        ErrorKind::UnterminatedStringLiteral => "reason-fluent-quote",
        ErrorKind::UnbalancedClosingBrace => "reason-fluent-closing",
        ErrorKind::ExpectedInlineExpression => "reason-fluent-inside",
        other => return Argument::Text(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn braces_without_end_are_not_followed() {
        use super::{MOST_BRACES, too_many};
        let nested = |depth: usize| format!("m = {}\n", "{ ".repeat(depth));
        assert_eq!(too_many(&nested(MOST_BRACES)), None);
        assert_eq!(too_many(&nested(MOST_BRACES + 1)), Some(4 + 2 * MOST_BRACES));
        assert_eq!(too_many(&nested(200).repeat(9)), None);
        assert_eq!(too_many(&"-t = { x }\n".repeat(900)), None);
        // What is within a brace need not be indented.
        let choices = format!("m = {}", "{\nA() ->\n*[x] ".repeat(20_000));
        assert!(too_many(&choices).is_some());
    }

    use super::*;

    fn tag(tag: &str) -> LanguageTag {
        LanguageTag::parse(tag).unwrap()
    }

    /// Loads `(language, layer, text)` with Thai as the default.
    fn load(files: &[(&str, u8, &str)]) -> (Sources, Messages, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        let files: Vec<_> = files
            .iter()
            .map(|(language, layer, text)| MessageFile {
                language: tag(language),
                file: sources.add(format!("locales/{language}/{layer}.ftl"), *text),
                layer: *layer,
            })
            .collect();
        let (messages, found) = Messages::load(&sources, &files, &tag("th"));
        (sources, messages, found)
    }

    fn text(
        messages: &Messages,
        language: &str,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> String {
        messages.format(&tag(language), id, arguments).unwrap()
    }

    #[test]
    fn numbers_are_grouped_and_pick_the_plural_and_nothing_isolates_them() {
        let (_, messages, found) = load(&[(
            "en",
            0,
            "seats = { $count ->\n    [one] { $count } seat\n   *[other] { $count } seats\n}\n\
             year = { NUMBER($year, useGrouping: \"false\") }\n\
             name = { NUMBER($name) }\n\
             clock = { NUMBER($hour, minimumIntegerDigits: 2) }\n\
             price = { NUMBER($price, minimumFractionDigits: 99) }\n",
        )]);
        assert_eq!(found, []);
        let english = |id, name, value| text(&messages, "en", id, &[(name, value)]);
        let number = |id, name, value| english(id, name, Argument::Number(value));
        assert_eq!(number("seats", "count", 12_345), "12,345 seats");
        assert_eq!(number("seats", "count", 1), "1 seat");
        assert_eq!(number("year", "year", 2569), "2569");
        assert_eq!(english("name", "name", Argument::Text("ขอนแก่น".to_owned())), "ขอนแก่น");
        assert_eq!(number("clock", "hour", 9), "09");
        assert_eq!(number("price", "price", 9), "9.000000000000000");
        // What a float does not hold is shown as it is, and panics nowhere.
        assert_eq!(number("seats", "count", i64::MAX), "9223372036854775807 seats");
    }

    #[test]
    fn what_a_language_lacks_is_borrowed() {
        let (_, messages, _) = load(&[
            ("th", 0, "search = ค้นหา { $x }\n    .hint = พิมพ์ชื่อ\n-city = ขอนแก่น\n"),
            ("en", 0, "search = Search { $x }\n"),
        ]);
        let english = tag("en");
        assert!(messages.has(&english, "search") && !messages.has(&english, "search.hint"));
        assert!(messages.can_say(&tag("lo"), "search") && !messages.can_say(&english, "-city"));
        assert_eq!(text(&messages, "en", "search.hint", &[]), "พิมพ์ชื่อ");
        // Words that are messages themselves are said in the language asked for.
        let hint = [("x", Argument::Message("search.hint"))];
        assert_eq!(text(&messages, "en", "search", &hint), "Search พิมพ์ชื่อ");
        // A language without any file borrows everything.
        let choices = [("x", Argument::Choices(vec!["a".to_owned(), "b".to_owned()]))];
        assert_eq!(text(&messages, "lo", "search", &choices), "ค้นหา a, b");
        for unknown in ["nothing", "search.nothing", "-city", "", ".", "search."] {
            let said = messages.format(&english, unknown, &[]);
            assert_eq!(said, Err(MessageError::Unknown), "{unknown}");
        }
    }

    #[test]
    fn nothing_that_goes_wrong_is_silent() {
        let (_, messages, _) = load(&[(
            "th",
            0,
            "a = { $name } { $name } { b }\nb = { -c }\nd = { e }\ne = { d }\nf = { DATETIME($x) }\n",
        )]);
        let problems = |id| messages.format(&tag("th"), id, &[]).unwrap_err().to_string();
        assert_eq!(problems("a"), "Unknown term: -c; Unknown variable: $name");
        assert_eq!(problems("d"), "Cyclical dependency detected");
        assert!(problems("f").contains("Unknown function: DATETIME()"));
    }

    #[test]
    fn syntax_errors_have_places_and_leave_the_other_messages_alone() {
        let (sources, messages, found) =
            load(&[("th", 0, "title = หน้าแรก\nค้นหา = x\nend = จบ { $name\n")]);
        let told: Vec<_> = found
            .iter()
            .map(|found| {
                let place = sources.position(found.span);
                (found.problem.code, place.line, place.column)
            })
            .collect();
        assert_eq!(told, [(Code::MessageSyntax, 2, 1), (Code::MessageSyntax, 4, 1)]);
        assert_eq!(sources.slice(found[0].span), "ค");
        assert_eq!(text(&messages, "th", "title", &[]), "หน้าแรก");
    }

    #[test]
    fn a_message_stands_once_in_a_layer_and_a_higher_layer_replaces_it() {
        let (sources, messages, found) = load(&[
            ("th", 1, "title = ของเมือง\n"),
            ("th", 0, "title = ของเดิม\n    .a = 1\n    .a = 2\nother = x\n"),
            ("th", 0, "other = y\n-other = z\n"),
            ("en", 0, "other = x\n"),
        ]);
        let lines = |span| (sources.slice(span).to_owned(), sources.position(span).line);
        let told: Vec<_> =
            found.iter().map(|found| (lines(found.related[0]), lines(found.span))).collect();
        let at = |text: &str, line| (text.to_owned(), line);
        assert_eq!(
            told,
            [
                (at("a", 2), at("a", 3)),
                (at("other", 4), at("other", 1)),
                (at("other", 1), at("other", 2)),
            ]
        );
        assert!(found.iter().all(|found| found.problem.code == Code::MessageDuplicate));
        assert_eq!(text(&messages, "th", "title", &[]), "ของเมือง");
        assert!(!messages.has(&tag("th"), "title.a"));
    }

    #[test]
    fn messages_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Messages>();
    }
}
