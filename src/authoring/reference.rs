//! The reference pages of `docs/reference/`: fields, codes.
//!
//! In: the definition of the content, the table of codes, the messages of one language. Out:
//! Markdown. A test holds the committed pages to it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::example::Maker;
use super::{Known, Speech};
use crate::diagnostic::{Argument, Code};
use crate::language::{LanguageTag, Messages};
use crate::model::schema::{
    ADDRESS, AGES, ALERT, BOOKING, CITATION, CONTACT, EVENT, MAP, MEMBERSHIP, PAGE, PARTNER,
    PICTURE, PLACE, PRICE, REGISTRATION, SITE, SPACE, Schema, Shape, TERM, TRANSLATION, VERIFIED,
    VOCABULARY,
};

/// The kinds of file, in the order of the reference.
const FILES: [&Schema; 7] = [&SPACE, &PARTNER, &EVENT, &TRANSLATION, &PAGE, &SITE, &VOCABULARY];
/// The records that fields hold.
const PARTS: [&Schema; 14] = [
    &PICTURE,
    &CONTACT,
    &ADDRESS,
    &VERIFIED,
    &ALERT,
    &CITATION,
    &AGES,
    &PRICE,
    &BOOKING,
    &PLACE,
    &REGISTRATION,
    &TERM,
    &MEMBERSHIP,
    &MAP,
];

/// Every record of the format.
pub fn schemas() -> impl Iterator<Item = &'static Schema> {
    FILES.into_iter().chain(PARTS)
}

/// The field reference in one language. Examples are made for `today`.
pub fn fields(known: &Known, messages: &Messages, language: &LanguageTag, today: Date) -> String {
    let speech = Speech::new(messages, language);
    let all = Speech::all(messages, &known.languages);
    let maker = Maker { known, speech: &all, today };
    let mut page = opening(speech, "schema-reference-title");
    for schema in FILES {
        table(&mut page, 2, schema, speech, &maker);
    }
    let holidays = all.iter().map(|it| (it.language(), it.say("schema-record-holidays.example")));
    let names = holidays.map(|(tag, name)| format!("{tag}: {name}")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(
        page,
        "## {} `holidays.yaml`\n\n{}\n\n```yaml\n2027-01-01: {{{names}}}\n```\n",
        speech.say("schema-record-holidays"),
        speech.say("schema-record-holidays.text"),
    );
    let _ = writeln!(page, "## {}\n", speech.say("schema-reference-parts"));
    for schema in PARTS {
        table(&mut page, 3, schema, speech, &maker);
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

fn opening(speech: Speech<'_>, title: &str) -> String {
    format!("# {}\n\n{}\n\n", speech.say(title), speech.say("schema-reference-made"))
}

fn table(page: &mut String, level: usize, schema: &Schema, speech: Speech<'_>, maker: &Maker<'_>) {
    let marks = "#".repeat(level);
    let file = match schema.name {
        "space" => "spaces/SLUG.yaml",
        "partner" => "partners/SLUG.yaml",
        "event" => "events/SLUG.yaml",
        "translation" => "SLUG.LANG.md",
        "page" => "pages/SLUG.LANG.md",
        "site" => "site.yaml",
        "vocabulary" => "vocabulary.yaml",
        _ => "",
    };
    let file = if file.is_empty() { String::new() } else { format!(" `{file}`") };
    // Writing to a text does not fail.
    let _ = writeln!(
        page,
        "{marks} {}{file}\n\n{}\n",
        speech.record(schema),
        speech.record_text(schema)
    );
    let heads = ["field", "value", "meaning", "example"];
    let heads = heads.map(|head| speech.say(&format!("schema-reference-{head}")));
    let _ = writeln!(page, "| {} |\n| --- | --- | --- | --- |", heads.join(" | "));
    for field in schema.fields() {
        let required = if field.required {
            format!(" ({})", speech.say("schema-reference-required"))
        } else {
            String::new()
        };
        let mut meaning = speech.text(schema, field.name);
        let words = words(&field.shape);
        if !words.is_empty() {
            let words: Vec<String> =
                words.iter().map(|word| format!("`{word}` {}", speech.word(word))).collect();
            let _ =
                write!(meaning, " {}: {}", speech.say("schema-reference-words"), words.join(", "));
        }
        let _ = writeln!(
            page,
            "| `{}`{required} | {} | {} | `{}` |",
            field.name,
            cell(&shape(&field.shape, speech)),
            cell(&meaning),
            cell(&maker.inline(schema, field)),
        );
    }
    page.push('\n');
}

/// The shape in a few words; records are led to their table, and words are told with the meaning.
fn shape(shape: &Shape, speech: Speech<'_>) -> String {
    match shape {
        Shape::Record(schema) => speech.record(schema),
        Shape::List(item) if matches!(item, Shape::Record(_) | Shape::Word(_)) => speech
            .say_with("schema-shape-list", &[("item", Argument::Text(self::shape(item, speech)))]),
        Shape::Word(_) | Shape::Access => speech.say("schema-reference-words"),
        _ => speech.shape(shape),
    }
}

fn words(shape: &Shape) -> Vec<&'static str> {
    match shape {
        Shape::Word(words) => words.to_vec(),
        Shape::List(item) => words(item),
        Shape::Fee => vec!["free", "donation"],
        Shape::Access => crate::model::schema::ACCESS_WORDS.0.to_vec(),
        _ => Vec::new(),
    }
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// Every code of a finding with what it says, in one language.
pub fn codes(messages: &Messages, language: &LanguageTag) -> String {
    let speech = Speech::new(messages, language);
    let mut page = opening(speech, "schema-codes-title");
    let _ = writeln!(page, "{}\n", speech.say("schema-codes-text"));
    let heads = ["code", "finding", "expected"];
    let heads = heads.map(|head| speech.say(&format!("schema-codes-{head}")));
    let _ = writeln!(page, "| {} |\n| --- | --- | --- |", heads.join(" | "));
    for code in Code::ALL {
        let severity = match code.severity() {
            crate::diagnostic::Severity::Error => "severity-error",
            crate::diagnostic::Severity::Warning => "severity-warning",
        };
        let said = said(messages, language, code.name());
        let expected = said_or_nothing(messages, language, &format!("{}.expected", code.name()));
        let _ = writeln!(
            page,
            "| `{}` ({}) | {} | {} |",
            code.name(),
            speech.say(severity),
            cell(&said),
            cell(&expected.unwrap_or_default()),
        );
    }
    page
}

fn said(messages: &Messages, language: &LanguageTag, id: &str) -> String {
    said_or_nothing(messages, language, id).unwrap_or_else(|| id.to_owned())
}

/// A message with … in place of each of its variables.
fn said_or_nothing(messages: &Messages, language: &LanguageTag, id: &str) -> Option<String> {
    let variables = messages.variables(language, id)?;
    let arguments: BTreeMap<&str, Argument> =
        variables.iter().map(|name| (name.as_str(), Argument::Text("…".to_owned()))).collect();
    let arguments: Vec<(&str, Argument)> = arguments.into_iter().collect();
    let text = messages.format(language, id, &arguments).ok()?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
