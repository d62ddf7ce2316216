//! What fields and words mean, in one language.

use crate::diagnostic::Argument;
use crate::language::{LanguageTag, Languages, Messages};
use crate::model::schema::{Field, Schema, Shape};

/// The messages of one language about the content.
#[derive(Clone, Copy, Debug)]
pub struct Speech<'a> {
    messages: &'a Messages,
    language: &'a LanguageTag,
}

impl<'a> Speech<'a> {
    /// Speaks a language; what it lacks comes from the default language.
    pub fn new(messages: &'a Messages, language: &'a LanguageTag) -> Self {
        Self { messages, language }
    }

    /// One speech a language of the site.
    pub fn all(messages: &'a Messages, languages: &'a Languages) -> Vec<Self> {
        languages.iter().map(|(_, tag)| Self::new(messages, tag)).collect()
    }

    /// What each of them says, once each, with `between` between them.
    pub fn joined(speech: &[Self], text: impl Fn(Self) -> String, between: &str) -> String {
        let mut texts: Vec<String> = Vec::new();
        for speech in speech {
            let text = text(*speech);
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.join(between)
    }

    /// The language.
    pub fn language(self) -> &'a LanguageTag {
        self.language
    }

    /// Any message without arguments; its id where there is none, so that the gap is seen.
    pub fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// Any message.
    pub fn say_with(self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.messages.format(self.language, id, arguments).unwrap_or_else(|_| id.to_owned())
    }

    fn find(self, id: &str) -> Option<String> {
        self.messages.format(self.language, id, &[]).ok()
    }

    /// What a record is called.
    pub fn record(self, schema: &Schema) -> String {
        self.say(&format!("schema-record-{}", schema.name))
    }

    /// What a record is.
    pub fn record_text(self, schema: &Schema) -> String {
        self.say(&format!("schema-record-{}.text", schema.name))
    }

    /// What a field means.
    pub fn text(self, schema: &Schema, field: &str) -> String {
        self.of_field(schema, field, "").unwrap_or_else(|| id("schema", schema.name, field))
    }

    /// What a field is called.
    pub fn label(self, schema: &Schema, field: &str) -> String {
        self.of_field(schema, field, ".label").unwrap_or_else(|| field.to_owned())
    }

    /// What an editor might write in a field of text.
    pub fn example(self, schema: &Schema, field: &str) -> Option<String> {
        self.of_field(schema, field, ".example")
    }

    /// What kinds share is described once, as `entry`.
    fn of_field(self, schema: &Schema, field: &str, attribute: &str) -> Option<String> {
        let own = id("schema", schema.name, field);
        let shared = id("schema", "entry", field);
        self.find(&format!("{own}{attribute}"))
            .or_else(|| self.find(&format!("{shared}{attribute}")))
    }

    /// What a fixed word means.
    pub fn word(self, word: &str) -> String {
        let ids = [
            format!("schema-word-{word}"),
            format!("access-{word}"),
            format!("access-level-{word}"),
        ];
        ids.iter().find_map(|id| self.find(id)).unwrap_or_else(|| word.to_owned())
    }

    /// The name of one of UNESCO's building blocks or of the goals, where a field counts them.
    pub fn number(self, field: &str, number: i64) -> Option<String> {
        match field {
            "building_blocks" => self.find(&format!("building-block-{number}")),
            "sdgs" | "sdg" => self.find(&format!("goal-{number}")),
            _ => None,
        }
    }

    /// What may be written in a field, in a few words.
    pub fn shape(self, shape: &Shape) -> String {
        let text = |text: &str| Argument::Text(text.to_owned());
        let say = |name: &str| self.say(&format!("schema-shape-{name}"));
        let with = |name: &str, arguments: &[(&str, Argument)]| {
            self.say_with(&format!("schema-shape-{name}"), arguments)
        };
        match shape {
            Shape::Integer(min, max) => {
                with("integer", &[("min", Argument::Number(*min)), ("max", Argument::Number(*max))])
            }
            Shape::Id(part) => with("id", &[("part", text(part.as_str()))]),
            Shape::Reference(kind) => with("reference", &[("kind", text(kind.as_str()))]),
            Shape::Word(words) => with("word", &[("choices", text(&words.join(", ")))]),
            Shape::List(item) => with("list", &[("item", text(&self.shape(item)))]),
            Shape::Access => {
                let (features, levels) = crate::model::schema::ACCESS_WORDS;
                let (features, levels) = (features.join(", "), levels.join(", "));
                with("access", &[("features", text(&features)), ("levels", text(&levels))])
            }
            Shape::Line => say("line"),
            Shape::Translated => say("translated"),
            Shape::Bool => say("bool"),
            Shape::Amount => say("amount"),
            Shape::Date => say("date"),
            Shape::Moment => say("moment"),
            Shape::Period => say("period"),
            Shape::Slug => say("slug"),
            Shape::Url => say("url"),
            Shape::Email => say("email"),
            Shape::Phone => say("phone"),
            Shape::LineId => say("line-id"),
            Shape::Facebook => say("facebook"),
            Shape::Postcode => say("postcode"),
            Shape::Currency => say("currency"),
            Shape::Language => say("language"),
            Shape::Locale => say("locale"),
            Shape::TimeZone => say("time-zone"),
            Shape::Location => say("location"),
            Shape::Bounds => say("bounds"),
            Shape::File => say("file"),
            Shape::Hours => say("hours"),
            Shape::Recurrence => say("recurrence"),
            Shape::Fee => say("fee"),
            Shape::Address => say("address"),
            Shape::Verified => say("verified"),
            Shape::Citation => say("citation"),
            Shape::Record(_) => say("record"),
            Shape::PerLanguage(_) => say("per-language"),
            Shape::Terms => say("terms"),
        }
    }

    /// Whether the language itself says what a field means, under the field's own id or the one
    /// that kinds share.
    pub fn describes(self, schema: &Schema, field: &Field) -> bool {
        [schema.name, "entry"].iter().any(|record| {
            let id = id("schema", record, field.name);
            ["", ".label"]
                .iter()
                .all(|part| self.messages.has(self.language, &format!("{id}{part}")))
        })
    }
}

fn id(room: &str, record: &str, field: &str) -> String {
    format!("{room}-{record}-{}", field.replace('_', "-"))
}
