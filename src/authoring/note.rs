//! What the column of a sheet is for, in one language: the text of the field that it holds.

use super::words::Speech;
use crate::model::schema::{ADDRESS, CITATION, PRICE, Schema, Shape, VERIFIED};

/// The text of the innermost field that a column's name leads to; languages and numbers on the way
/// are no fields.
pub fn note(speech: Speech<'_>, schema: &'static Schema, column: &str) -> Option<String> {
    let mut within = schema;
    let mut found = None;
    for part in column.split('.') {
        if let Some(field) = within.field(part) {
            found = Some((within, field.name));
            within = record(field.shape).unwrap_or(within);
        }
    }
    let (schema, field) = found?;
    Some(format!("{}\n{}", speech.label(schema, field), speech.text(schema, field)))
}

fn record(shape: Shape) -> Option<&'static Schema> {
    match shape {
        Shape::Record(schema) => Some(schema),
        Shape::Address => Some(&ADDRESS),
        Shape::Verified => Some(&VERIFIED),
        Shape::Citation => Some(&CITATION),
        Shape::Fee => Some(&PRICE),
        Shape::List(item) => record(*item),
        _ => None,
    }
}
