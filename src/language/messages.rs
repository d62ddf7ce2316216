//! Fluent messages of every language, the site's own over the built-in ones.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::LanguageTag;
use crate::diagnostic::{Argument, Code, Diagnostic, Problem};
use crate::source::{FileId, Sources, Span};

/// A file of messages.
#[derive(Clone, Debug)]
pub struct MessageFile {
    /// The language it is in: the name of its folder.
    pub language: LanguageTag,
    /// Its text.
    pub file: FileId,
    /// Messages of a higher layer stand in for those of a lower one.
    pub layer: u8,
}

/// All messages.
pub struct Messages {
    bundles: BTreeMap<LanguageTag, FluentBundle<FluentResource>>,
    default: LanguageTag,
}

impl Messages {
    /// Reads files of messages. What is not Fluent is a finding, and so is a message that stands
    /// twice in one layer; all others are there.
    pub fn load(
        sources: &Sources,
        files: &[MessageFile],
        default: &LanguageTag,
    ) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut bundles = BTreeMap::new();
        let mut ordered: Vec<&MessageFile> = files.iter().collect();
        ordered.sort_by_key(|file| file.layer);
        for file in ordered {
            let text = sources.get(file.file).text.clone();
            let resource = match FluentResource::try_new(text) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    findings.extend(errors.into_iter().map(|error| {
                        let span = Span::new(file.file, error.pos.start, error.pos.end);
                        Problem::new(Code::MessageSyntax).text("reason", error.to_string()).at(span)
                    }));
                    resource
                }
            };
            bundles
                .entry(file.language.clone())
                .or_insert_with(|| new_bundle(&file.language))
                .add_resource_overriding(resource);
        }
        findings.extend(super::audit::duplicates(sources, files));
        (Self { bundles, default: default.clone() }, findings)
    }

    /// Whether the language itself has a message, or `message.attribute`.
    pub fn has(&self, language: &LanguageTag, id: &str) -> bool {
        let (id, attribute) = split(id);
        let message = self.bundles.get(language).and_then(|bundle| bundle.get_message(id));
        message.is_some_and(|message| match attribute {
            None => message.value().is_some(),
            Some(attribute) => message.get_attribute(attribute).is_some(),
        })
    }

    /// Whether there are messages in a language.
    pub fn speaks(&self, language: &LanguageTag) -> bool {
        self.bundles.contains_key(language)
    }

    /// Every language that has messages.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageTag> {
        self.bundles.keys()
    }

    /// A message in a language, or `message.attribute`; borrowed from the default language where
    /// the language lacks it. Nothing where neither has it, or where a variable is missing.
    pub fn format(
        &self,
        language: &LanguageTag,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> Result<String, MessageError> {
        let speaker = [language, &self.default].into_iter().find(|tag| self.has(tag, id));
        let Some(tag) = speaker else { return Err(MessageError::Unknown) };
        let Some(bundle) = self.bundles.get(tag) else { return Err(MessageError::Unknown) };
        let (id, attribute) = split(id);
        let pattern = bundle.get_message(id).and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        let Some(pattern) = pattern else { return Err(MessageError::Unknown) };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            values.set((*name).to_owned(), self.value(language, argument));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(MessageError::Broken(error.to_string())),
        }
    }

    fn value(&self, language: &LanguageTag, argument: &Argument) -> FluentValue<'static> {
        match argument {
            Argument::Text(text) => FluentValue::from(text.clone()),
            Argument::Number(number) => FluentValue::from(*number),
            Argument::Message(id) => FluentValue::from(
                self.format(language, id, &[]).unwrap_or_else(|_| (*id).to_owned()),
            ),
            Argument::Choices(choices) => FluentValue::from(choices.join(", ")),
        }
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("default", &self.default).finish_non_exhaustive()
    }
}

/// Why a message cannot be said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// No language has it.
    #[error("no language has this message")]
    Unknown,
    /// It asks for a variable that is not there, or refers to what does not exist.
    #[error("{0}")]
    Broken(String),
}

/// `message.attribute` in its two parts.
fn split(id: &str) -> (&str, Option<&str>) {
    match id.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (id, None),
    }
}

fn new_bundle(tag: &LanguageTag) -> FluentBundle<FluentResource> {
    let language = tag.as_str().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks would land in titles, addresses and attributes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    bundle
}

/// Numbers as the language groups them.
struct Grouping(DecimalFormatter);

impl Memoizable for Grouping {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: icu::locale::Locale = language.to_string().parse().map_err(|_| ())?;
        DecimalFormatter::try_new((&locale).into(), Default::default()).map(Self).map_err(|_| ())
    }
}

fn grouped(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let number: Decimal = value.to_string().parse().ok()?;
    memoizer
        .with_try_get::<Grouping, _, _>((), |grouping| grouping.0.format(&number).to_string())
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(files: &[(&str, u8, &str)]) -> (Messages, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        let files: Vec<MessageFile> = files
            .iter()
            .map(|(language, layer, text)| MessageFile {
                language: LanguageTag::parse(language).unwrap(),
                file: sources.add(format!("{language}.ftl"), *text),
                layer: *layer,
            })
            .collect();
        Messages::load(&sources, &files, &LanguageTag::parse("th").unwrap())
    }

    #[test]
    fn messages_speak_borrow_and_are_overridden() {
        let (messages, findings) = load(&[
            (
                "th",
                0,
                "hello = สวัสดี { $name }\nonly = ไทย\nplaces = { $count } แห่ง\n    .note = x\n",
            ),
            (
                "en",
                0,
                "hello = Hello { $name }\nplaces = { $count ->\n    [one] one place\n   *[other] { $count } places\n }\n",
            ),
            ("en", 1, "hello = Welcome { $name }\n"),
        ]);
        assert!(findings.is_empty());
        let en = LanguageTag::parse("en").unwrap();
        let say = |id: &str, arguments: &[(&str, Argument)]| messages.format(&en, id, arguments);
        let name = [("name", Argument::Text("นคร".to_owned()))];
        assert_eq!(say("hello", &name).as_deref(), Ok("Welcome นคร"));
        assert_eq!(say("only", &[]).as_deref(), Ok("ไทย"));
        assert!(!messages.has(&en, "only"));
        assert_eq!(say("places", &[("count", Argument::Number(1))]).as_deref(), Ok("one place"));
        assert_eq!(
            say("places", &[("count", Argument::Number(12_345))]).as_deref(),
            Ok("12,345 places")
        );
        assert_eq!(say("places.note", &[]).as_deref(), Ok("x"));
        assert_eq!(say("nothing", &[]), Err(MessageError::Unknown));
        assert!(matches!(say("hello", &[]), Err(MessageError::Broken(_))));
    }

    #[test]
    fn what_is_not_fluent_is_told_in_its_place() {
        let (_, findings) = load(&[("th", 0, "ok = ก\n= broken\n")]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].problem.code, Code::MessageSyntax);
    }

    #[test]
    fn a_cycle_ends() {
        let (messages, _) = load(&[("th", 0, "a = { b }\nb = { a }\n")]);
        let th = LanguageTag::parse("th").unwrap();
        assert!(matches!(messages.format(&th, "a", &[]), Err(MessageError::Broken(_))));
    }
}
