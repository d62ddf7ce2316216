//! Questions in a terminal, in the user's language.

use std::process::ExitCode;

use dialoguer::{Input, Select};

use super::FAULT;
use super::console::{Console, text};
use crate::authoring::{Known, Speech};
use crate::diagnostic::{Argument, Problem};
use crate::model::schema::{Field, Schema, Shape};
use crate::model::value::{parse_date, parse_moment};
use crate::report::Words;

/// An answer.
pub(super) enum Asked {
    /// As it is written in YAML.
    Value(String),
    /// There was nothing to choose from.
    Nothing,
}

/// A line of text; nothing when it is left empty.
pub(super) fn line(
    console: &Console,
    question: &str,
    arguments: &[(&str, Argument)],
    proposed: Option<&str>,
) -> Result<Option<String>, ExitCode> {
    let prompt = console.message(question, arguments).unwrap_or_default();
    let mut input = Input::<String>::new().with_prompt(prompt).allow_empty(true);
    if let Some(proposed) = proposed {
        input = input.default(proposed.to_owned());
    }
    let answer = input.interact_text().map_err(|error| lost(console, &error))?;
    Ok(Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty()))
}

/// The value of a field: a choice where the site has ids for it, else a line that its shape reads.
pub(super) fn field(
    console: &Console,
    speech: Speech<'_>,
    schema: &Schema,
    field: &Field,
    known: &Known,
) -> Result<Asked, ExitCode> {
    let label = speech.label(schema, field.name);
    match field.shape {
        Shape::Id(part) => {
            let terms = known.vocabulary.part(part);
            if terms.is_empty() {
                return Ok(Asked::Nothing);
            }
            let shown: Vec<String> = terms
                .iter()
                .map(|(id, term)| format!("{} ({id})", known.label(&term.label)))
                .collect();
            let chosen = Select::new()
                .with_prompt(label)
                .items(&shown)
                .default(0)
                .interact()
                .map_err(|error| lost(console, &error))?;
            let id = terms.get_index(chosen).map(|(id, _)| id.to_string());
            Ok(id.map_or(Asked::Nothing, Asked::Value))
        }
        Shape::Moment => parsed(console, &label, |it| parse_moment(it).map(|_| ())),
        Shape::Date => parsed(console, &label, |it| parse_date(it).map(|_| ())),
        _ => Ok(Asked::Nothing),
    }
}

fn parsed(
    console: &Console,
    label: &str,
    parse: impl Fn(&str) -> Result<(), Problem>,
) -> Result<Asked, ExitCode> {
    let refuse = |answer: &String| -> Result<(), String> {
        parse(answer.trim()).map_err(|problem| {
            let said = console.message(problem.code.name(), &problem.arguments).unwrap_or_default();
            let question = problem.suggestion.and_then(|suggestion| {
                console.message("did-you-mean", &[("suggestion", text(suggestion))])
            });
            format!("{said} {}", question.unwrap_or_default())
        })
    };
    let answer = Input::<String>::new()
        .with_prompt(label)
        .validate_with(refuse)
        .interact_text()
        .map_err(|error| lost(console, &error))?;
    Ok(Asked::Value(answer.trim().to_owned()))
}

fn lost(console: &Console, error: &dialoguer::Error) -> ExitCode {
    console.fail("cli-internal", &[("reason", text(error.to_string()))]);
    ExitCode::from(FAULT)
}
