//! JSON Schema 2020-12 of every kind of file, for completion and marks in editors.
//!
//! In: the definition of the content and what a site has. Out: one schema a kind of file. Promise:
//! what `check` calls good is valid (the usual spellings of it: numbers as numbers), and an unknown
//! field, a wrong shape, an id or a slug that the site does not have is not. Descriptions are in
//! every language of the site, its default first.

use serde_json::{Map, Value, json};

use super::{Known, Speech};
use crate::check::SECTIONS;
use crate::language::Messages;
use crate::model::schema::{
    ACCESS_WORDS, ADDRESS, CITATION, EVENT, Field, PAGE, PARTNER, PRICE, SITE, SPACE, Schema,
    Shape, TERM, TRANSLATION, VERIFIED, VOCABULARY,
};
use crate::model::{EntryKind, Part};

/// The dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// A day of the Common Era; the years 2400 to 2700 are of the Buddhist Era.
const DAY: &str = "(?!2[4-6]|2700)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const TIME: &str = "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
const NAME: &str = "^[a-z0-9-]+$";

/// A schema of a kind of file.
#[derive(Clone, Debug)]
pub struct File {
    /// What it is called: `space`, `site`.
    pub name: &'static str,
    /// The files it holds for, as patterns relative to the site's root; none for front matter.
    pub patterns: Vec<String>,
    /// The schema.
    pub schema: Value,
}

/// Every schema of a site.
pub fn files(known: &Known, messages: &Messages) -> Vec<File> {
    let speech = Speech::all(messages, &known.languages);
    let maker = Maker { known, speech: &speech };
    let mut files = Vec::new();
    for (kind, schema) in
        [(EntryKind::Partner, &PARTNER), (EntryKind::Space, &SPACE), (EntryKind::Event, &EVENT)]
    {
        let folder = format!("content/{}", kind.as_str());
        let patterns = vec![format!("{folder}/*.yaml"), format!("{folder}/*/index.yaml")];
        files.push(File { name: schema.name, patterns, schema: maker.entry(schema) });
    }
    for schema in [&TRANSLATION, &PAGE] {
        files.push(File {
            name: schema.name,
            patterns: Vec::new(),
            schema: maker.document(schema),
        });
    }
    for schema in [&SITE, &VOCABULARY] {
        let patterns = vec![format!("content/{}.yaml", schema.name)];
        files.push(File { name: schema.name, patterns, schema: maker.document(schema) });
    }
    let patterns = vec!["content/holidays.yaml".to_owned()];
    files.push(File { name: "holidays", patterns, schema: maker.holidays() });
    files
}

struct Maker<'a> {
    known: &'a Known,
    speech: &'a [Speech<'a>],
}

impl Maker<'_> {
    fn joined(&self, text: impl Fn(Speech<'_>) -> String, between: &str) -> String {
        Speech::joined(self.speech, text, between)
    }

    /// A whole file.
    fn document(&self, schema: &Schema) -> Value {
        let mut document = Map::new();
        document.insert("$schema".to_owned(), DIALECT.into());
        document.extend(self.record(schema));
        Value::Object(document)
    }

    /// An entry's facts, with the rules that reach across its fields.
    fn entry(&self, schema: &Schema) -> Value {
        let mut document = self.document(schema);
        let Value::Object(map) = &mut document else { return document };
        // The name may stand in the language's own file.
        let required: Vec<&str> = schema
            .fields()
            .filter(|field| field.required && field.name != "name")
            .map(|field| field.name)
            .collect();
        map.insert("required".to_owned(), json!(required));
        let said = |field: &str| json!({"required": [field], "properties": {field: yes()}});
        let mut rules = vec![json!({
            "if": {"required": ["contact"], "properties": {"contact": {"required": ["person"]}}},
            "then": said("consent"),
        })];
        if schema.field("district").is_some() {
            rules.push(json!({"if": {"not": said("online")}, "then": {"required": ["district"]}}));
        }
        if schema.field("repeats").is_some() {
            map.insert("dependentRequired".to_owned(), json!({"except": ["repeats"]}));
            rules.push(json!({"not": {"required": ["space", "place"]}}));
        }
        map.insert("allOf".to_owned(), Value::Array(rules));
        document
    }

    fn holidays(&self) -> Value {
        let title = self.joined(|speech| speech.say("schema-record-holidays"), " / ");
        let text = self.joined(|speech| speech.say("schema-record-holidays.text"), "\n\n");
        json!({
            "$schema": DIALECT,
            "title": title,
            "description": text,
            "type": "object",
            "propertyNames": {"pattern": format!("^{DAY}$")},
            "additionalProperties": or_nothing(&self.text()),
        })
    }

    /// A record: its fields and no others.
    fn record(&self, schema: &Schema) -> Map<String, Value> {
        let fields =
            schema.fields().map(|field| (field.name.to_owned(), self.field(schema, field)));
        let properties: Map<String, Value> = fields.collect();
        let required: Vec<&str> =
            schema.fields().filter(|field| field.required).map(|field| field.name).collect();
        let mut record = Map::new();
        record.insert("title".into(), self.joined(|it| it.record(schema), " / ").into());
        record
            .insert("description".into(), self.joined(|it| it.record_text(schema), "\n\n").into());
        record.insert("type".into(), "object".into());
        record.insert("properties".into(), Value::Object(properties));
        record.insert("additionalProperties".into(), false.into());
        if !required.is_empty() {
            record.insert("required".into(), json!(required));
        }
        record
    }

    fn field(&self, schema: &Schema, field: &Field) -> Value {
        let mut value = self.shape(field, &field.shape);
        if let Value::Object(map) = &mut value {
            let title = self.joined(|speech| speech.label(schema, field.name), " / ");
            let text = self.joined(|speech| speech.text(schema, field.name), "\n\n");
            map.insert("title".to_owned(), title.into());
            map.insert("description".to_owned(), text.into());
        }
        value
    }

    fn shape(&self, field: &Field, shape: &Shape) -> Value {
        match shape {
            Shape::Line if field.name == "navigation" => self.section(),
            Shape::Line if field.name == "corrections" => pattern("^(mailto:|https?://)"),
            Shape::Line => word(),
            Shape::Translated => self.text(),
            Shape::Bool => json!({"enum": [true, false, "yes", "no"]}),
            Shape::Integer(min, max) => self.integer(field, *min, *max),
            Shape::Amount => json!({"anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$"},
            ]}),
            Shape::Date => pattern(&format!("^{DAY}$")),
            Shape::Moment => pattern(&format!("^{DAY}({TIME})?$")),
            Shape::Period => pattern("^[1-9][0-9]* (days?|weeks?|months?|years?)$"),
            Shape::Id(part) => self.id(*part),
            Shape::Reference(kind) => self.reference(*kind),
            Shape::Slug => pattern(NAME),
            Shape::Word(words) => self.words(words),
            Shape::Url => pattern("^https?://[^\\s/]+"),
            Shape::Email => pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"),
            // A number without its leading 0 is an integer to YAML.
            Shape::Phone => json!({"type": ["string", "integer"]}),
            Shape::Recurrence => {
                pattern("^(?!.*UNTIL=(2[4-6]|2700))[A-Za-z]+=[^;]+(;[A-Za-z]+=[^;]+)*;?$")
            }
            Shape::LineId | Shape::Facebook | Shape::TimeZone | Shape::Locale => {
                json!({"type": "string", "minLength": 1})
            }
            Shape::Postcode => json!({"anyOf": [
                {"type": "integer", "minimum": 10_000, "maximum": 99_999},
                {"type": "string", "pattern": "^[0-9]{5}$"},
            ]}),
            Shape::Currency => pattern("^[A-Z]{3}$"),
            Shape::Language => pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
            Shape::Location => location(),
            Shape::Bounds => {
                json!({"type": "array", "items": location(), "minItems": 2, "maxItems": 2})
            }
            Shape::File => pattern("^[^/\\\\:][^\\\\:]*$"),
            Shape::Hours => hours(),
            Shape::Fee => {
                let price = Value::Object(self.record(&PRICE));
                json!({"anyOf": [
                    self.words(&["free", "donation"]),
                    price.clone(),
                    {"type": "array", "items": price, "minItems": 1},
                ]})
            }
            Shape::Address => {
                json!({"anyOf": [word(), self.per_language(), self.record(&ADDRESS)]})
            }
            Shape::Verified => {
                json!({"anyOf": [pattern(&format!("^{DAY}$")), self.record(&VERIFIED)]})
            }
            Shape::Citation => {
                let url = self.shape(field, &Shape::Url);
                json!({"anyOf": [url, self.record(&CITATION)]})
            }
            Shape::List(item) => {
                let item = self.shape(field, item);
                json!({"anyOf": [{"type": "array", "items": item.clone()}, item]})
            }
            Shape::Record(schema) => Value::Object(self.record(schema)),
            Shape::PerLanguage(item) => self.languages(&self.shape(field, item)),
            Shape::Access => self.access(),
            Shape::Terms => json!({
                "type": "object",
                "propertyNames": {"pattern": NAME},
                "additionalProperties": self.term(),
            }),
        }
    }

    /// Text in the default language, or in each.
    fn text(&self) -> Value {
        json!({"anyOf": [word(), self.per_language()]})
    }

    fn per_language(&self) -> Value {
        self.languages(&or_nothing(&word()))
    }

    fn languages(&self, item: &Value) -> Value {
        let tags = self.known.languages.iter();
        let properties: Map<String, Value> =
            tags.map(|(_, tag)| (tag.to_string(), item.clone())).collect();
        json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "minProperties": 1,
        })
    }

    fn term(&self) -> Value {
        let mut record = self.record(&TERM);
        let tags: Vec<String> =
            self.known.languages.iter().map(|(_, tag)| tag.to_string()).collect();
        if let Some(Value::Object(properties)) = record.get_mut("properties") {
            properties.extend(tags.iter().map(|tag| (tag.clone(), or_nothing(&word()))));
        }
        let named: Vec<Value> = tags.iter().map(|tag| json!({"required": [tag]})).collect();
        record.insert("anyOf".to_owned(), Value::Array(named));
        json!({"anyOf": [word(), record]})
    }

    /// A number, and what it stands for where it counts something.
    fn integer(&self, field: &Field, min: i64, max: i64) -> Value {
        let name = |number: i64| {
            let names = self.speech.iter().filter_map(|it| it.number(field.name, number));
            names.collect::<Vec<_>>().join(" / ")
        };
        if name(min).is_empty() {
            return json!({"type": "integer", "minimum": min, "maximum": max});
        }
        choices((min..=max).map(|number| (Value::from(number), name(number))))
    }

    /// An id that the vocabulary has; any, while it has none.
    fn id(&self, part: Part) -> Value {
        let terms = self.known.vocabulary.part(part);
        if terms.is_empty() {
            return pattern(NAME);
        }
        choices(terms.iter().map(|(id, term)| (id.as_str().into(), self.known.label(&term.label))))
    }

    /// An entry that the site has; any, while it has none.
    fn reference(&self, kind: EntryKind) -> Value {
        let Some(entries) = self.known.entries.get(&kind) else { return pattern(NAME) };
        choices(entries.iter().map(|(slug, name)| (slug.as_str().into(), self.known.label(name))))
    }

    fn section(&self) -> Value {
        let pages = self.known.pages.iter().map(|page| page.as_str().to_owned());
        let sections = SECTIONS.iter().map(|section| (*section).to_owned());
        json!({"enum": sections.chain(pages).collect::<Vec<_>>()})
    }

    fn words(&self, words: &[&str]) -> Value {
        let meaning = |word: &&str| self.joined(|speech| speech.word(word), " / ");
        choices(words.iter().map(|word| (Value::from(*word), meaning(word))))
    }

    fn access(&self) -> Value {
        let (features, levels) = ACCESS_WORDS;
        let mut level = self.words(levels);
        if let Some(Value::Array(words)) = level.get_mut("enum") {
            words.extend([true.into(), false.into()]);
        }
        let properties: Map<String, Value> = features
            .iter()
            .map(|feature| {
                let mut level = level.clone();
                if let Value::Object(map) = &mut level {
                    let title = self.joined(|speech| speech.word(feature), " / ");
                    map.insert("title".to_owned(), title.into());
                }
                ((*feature).to_owned(), level)
            })
            .collect();
        json!({"type": "object", "properties": properties, "additionalProperties": false})
    }
}

/// One of some values; what each means is shown beside it in editors that know how.
fn choices(values: impl Iterator<Item = (Value, String)>) -> Value {
    let (values, meanings): (Vec<Value>, Vec<String>) = values.unzip();
    json!({"enum": values, "markdownEnumDescriptions": meanings})
}

/// A word or a number: YAML does not know them apart.
fn word() -> Value {
    json!({"type": ["string", "number"], "minLength": 1})
}

fn yes() -> Value {
    json!({"enum": [true, "yes"]})
}

fn pattern(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

fn or_nothing(value: &Value) -> Value {
    json!({"anyOf": [value, {"type": "null"}]})
}

/// Latitude and longitude, in this order (WGS 84).
fn location() -> Value {
    json!({
        "type": "array",
        "prefixItems": [
            {"type": "number", "minimum": -90, "maximum": 90},
            {"type": "number", "minimum": -180, "maximum": 180},
        ],
        "minItems": 2,
        "maxItems": 2,
    })
}

/// A rule, or a map from days to hours. What the rule says is read by `check`.
fn hours() -> Value {
    let day = "(mon|tue|wed|thu|fri|sat|sun)";
    let span = format!("({day}( *- *{day})?|holidays)");
    json!({"anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": format!("^{span}( *, *{span})*$")},
            "additionalProperties": {"type": "string", "minLength": 1},
        },
    ]})
}
