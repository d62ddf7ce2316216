//! A value that an editor might write in a field, made of what the site has.
//!
//! Promise: the value is valid where the site has what it takes (an id of that part, an entry to
//! refer to, a picture).

use std::fmt::Write as _;

use jiff::civil::Date;
use serde_json::Value;

use super::Known;
use super::words::Speech;
use crate::model::Part;
use crate::model::schema::{CITATION, Field, PRICE, Schema, Shape, VERIFIED};
use crate::model::value::Zone;

/// What examples are made of.
#[derive(Clone, Copy)]
pub(super) struct Maker<'a> {
    pub(super) known: &'a Known,
    /// One a language of the site, the default first.
    pub(super) speech: &'a [Speech<'a>],
    pub(super) today: Date,
}

impl Maker<'_> {
    /// The example of a field as YAML on one line.
    pub(super) fn inline(&self, schema: &Schema, field: &Field) -> String {
        field.example.filter(|_| !matches!(field.shape, Shape::Terms)).map_or_else(
            || self.shape(schema, field, &field.shape),
            |example| if example.contains("{z}") { quoted(example) } else { example.to_owned() },
        )
    }

    fn shape(&self, schema: &Schema, field: &Field, shape: &Shape) -> String {
        let soon = Known::soon(self.today);
        match shape {
            Shape::Line => scalar(&self.line(schema, field.name)),
            Shape::Translated | Shape::Address => {
                let text = |speech: Speech<'_>| speech.example(schema, field.name);
                self.per_language(text)
            }
            Shape::Bool => "yes".to_owned(),
            Shape::Integer(min, _) => min.to_string(),
            Shape::Amount => "50".to_owned(),
            Shape::Date => match field.name {
                "until" | "also" => soon.to_string(),
                "except" => Known::soon(soon).to_string(),
                _ => self.today.to_string(),
            },
            Shape::Moment => match field.name {
                "starts" => format!("{soon}T09:00"),
                "ends" => format!("{soon}T12:00"),
                "closes" => soon.to_string(),
                _ => self.today.to_string(),
            },
            Shape::Period => "180 days".to_owned(),
            Shape::Id(part) => self.id(*part),
            Shape::Reference(kind) => {
                let first = self.known.slugs(*kind).next();
                first.map_or_else(|| "slug".to_owned(), ToString::to_string)
            }
            Shape::Slug => "old-name".to_owned(),
            Shape::Word(words) => words.first().copied().unwrap_or_default().to_owned(),
            Shape::Url => "https://www.example.org/".to_owned(),
            Shape::Email => "info@example.org".to_owned(),
            Shape::Phone => "02-000-0000".to_owned(),
            Shape::LineId => quoted("@example"),
            Shape::Facebook => "https://www.facebook.com/example".to_owned(),
            Shape::Postcode => "10000".to_owned(),
            Shape::Currency => "THB".to_owned(),
            Shape::Language => {
                let languages = &self.known.languages;
                languages.tag(languages.default()).to_string()
            }
            Shape::Locale => self.locale(),
            Shape::TimeZone => Zone::bangkok().name().to_owned(),
            Shape::Location => self.location(),
            Shape::Bounds => "[[13.4, 100.3], [14.0, 100.9]]".to_owned(),
            Shape::File => self.picture(),
            Shape::Hours => {
                let holidays = if self.known.holidays { ", holidays: closed" } else { "" };
                format!("{{tue-sun: \"09:00-16:30\"{holidays}}}")
            }
            Shape::Recurrence => "FREQ=WEEKLY;BYDAY=SA".to_owned(),
            Shape::Fee => "free".to_owned(),
            Shape::Verified => format!("{{{}}}", self.pairs(&VERIFIED, &["on", "method"])),
            Shape::Citation => "https://www.example.org/".to_owned(),
            Shape::List(item) => format!("[{}]", self.shape(schema, field, item)),
            Shape::Record(inner) => format!("{{{}}}", self.pairs(inner, &[])),
            Shape::PerLanguage(_) => {
                let languages = &self.known.languages;
                format!("{{{}: {}}}", languages.tag(languages.default()), self.locale())
            }
            Shape::Access => "{wheelchair: yes, toilet: limited}".to_owned(),
            Shape::Terms => {
                let label = self.per_language(|speech| speech.example(schema, field.name));
                format!("{{{}: {label}}}", field.example.unwrap_or("id"))
            }
        }
    }

    /// The fields of a record, or some of them, as pairs of a flow map.
    fn pairs(&self, schema: &Schema, only: &[&str]) -> String {
        let fields = schema.fields().filter(|field| only.is_empty() || only.contains(&field.name));
        let pairs = fields.map(|field| format!("{}: {}", field.name, self.inline(schema, field)));
        pairs.collect::<Vec<_>>().join(", ")
    }

    /// A text in each language that the site has and that has one.
    fn per_language(&self, text: impl Fn(Speech<'_>) -> Option<String>) -> String {
        let mut written = String::from("{");
        for speech in self.speech {
            let Some(text) = text(*speech) else { continue };
            let comma = if written.len() > 1 { ", " } else { "" };
            // Writing to a text does not fail.
            let _ = write!(written, "{comma}{}: {}", speech.language(), scalar(&text));
        }
        written + "}"
    }

    fn line(&self, schema: &Schema, field: &str) -> String {
        let first = self.speech.first().and_then(|speech| speech.example(schema, field));
        first.unwrap_or_default()
    }

    fn id(&self, part: Part) -> String {
        let first = self.known.vocabulary.part(part).keys().next();
        first.map_or_else(|| "id".to_owned(), ToString::to_string)
    }

    fn locale(&self) -> String {
        let first = self.speech.first();
        first.map(|speech| speech.say("language-format")).unwrap_or_default()
    }

    /// A point of the city, as far as it is known.
    fn location(&self) -> String {
        let centre = self.known.centre.map(|it| (it.latitude(), it.longitude()));
        let middle = self.known.bounds.as_ref().map(|bounds| {
            let (from, to) = (bounds.south_west(), bounds.north_east());
            let middle = |a: f64, b: f64| f64::midpoint(a, b);
            (middle(from.latitude(), to.latitude()), middle(from.longitude(), to.longitude()))
        });
        let (latitude, longitude) = centre.or(middle).unwrap_or((13.75, 100.5));
        format!("[{latitude:.4}, {longitude:.4}]")
    }

    /// A picture that every entry can use, or the name of none.
    fn picture(&self) -> String {
        let is_picture =
            |path: &str| [".jpg", ".jpeg", ".png", ".webp"].iter().any(|it| path.ends_with(it));
        let shared = self.known.files.iter().filter_map(|path| path.strip_prefix("media/"));
        let mut pictures = shared.filter(|path| is_picture(path));
        pictures.next().map_or_else(|| "picture.jpg".to_owned(), scalar)
    }
}

/// The record that an alternative to plain text has, if the shape has one.
pub(super) fn record_of(shape: &Shape) -> Option<&'static Schema> {
    match shape {
        Shape::Record(schema) => Some(schema),
        Shape::Verified => Some(&VERIFIED),
        Shape::Citation => Some(&CITATION),
        Shape::Fee => Some(&PRICE),
        Shape::List(item) => record_of(item),
        _ => None,
    }
}

/// A text as a scalar of YAML 1.2 that is read as this text inside a flow map too.
pub(super) fn scalar(text: &str) -> String {
    let first = text.chars().next();
    let plain_first = first.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '(' | '©'));
    let special = |c: char| matches!(c, ',' | '[' | ']' | '{' | '}' | '#' | ':' | '"' | '\\');
    let plain = plain_first
        && !text.chars().any(|c| special(c) || c.is_control())
        && text.trim() == text
        && text.chars().any(char::is_alphabetic)
        && !["true", "false", "yes", "no", "null", "on", "off"]
            .contains(&text.to_ascii_lowercase().as_str());
    if plain { text.to_owned() } else { quoted(text) }
}

/// A double-quoted scalar: JSON's strings are YAML's.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn texts_are_quoted_only_where_yaml_would_read_them_otherwise() {
        assert_eq!(scalar("หอสมุดริมน้ำ"), "หอสมุดริมน้ำ");
        assert_eq!(scalar("1 River Road"), "1 River Road");
        assert_eq!(scalar("CC-BY-4.0"), "CC-BY-4.0");
        for text in ["a: b", "no", "12", "2026-01-01", " x", "@x", "- x", "a # b", "a\nb", "[x", ""]
        {
            assert!(scalar(text).starts_with('"'), "{text}");
        }
    }
}
