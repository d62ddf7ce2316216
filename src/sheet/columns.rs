//! The columns of a kind of entry: every field of its schema down to what fits into one cell.
//!
//! A text has a column a language (`name.th`), a record one for each of its fields
//! (`contact.phone`), a list of records one for each of theirs with a number between
//! (`fee.1.amount`). What an editor would write in several shapes has the columns of all of them:
//! `address.th` beside `address.postcode`, `fee` beside `fee.1.amount`.

use crate::language::Languages;
use crate::model::schema::{ADDRESS, CITATION, PRICE, Schema, Shape, VERIFIED};
use crate::model::{AccessFeature, AccessLevel};

/// The column that says which entry a row is about.
pub(super) const SLUG: &str = "slug";

/// The most records of one list that a sheet has columns for.
const MOST_RECORDS: usize = 200;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands at its top.
    pub name: String,
    /// What its cells hold: a shape that fits into one.
    pub shape: Shape,
}

/// What the columns depend on besides the schema.
pub(super) struct Extent<'a> {
    /// The languages of the site.
    pub(super) languages: &'a Languages,
    /// How many records of the list of that name there are columns for.
    pub(super) records: &'a dyn Fn(&str) -> usize,
}

/// The columns of a schema's fields, the slug first.
pub(super) fn columns(schema: &'static Schema, extent: &Extent<'_>) -> Vec<Column> {
    let mut columns = vec![Column { name: SLUG.to_owned(), shape: Shape::Slug }];
    record("", schema, extent, &mut columns);
    columns
}

/// The name of what stands below another.
pub(super) fn below(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

/// The number that a list's name is followed by in a column's name; the names of all lists on the
/// way, each with the number behind it.
pub(super) fn numbers(column: &str) -> Vec<(String, usize)> {
    let mut prefix = String::new();
    let mut found = Vec::new();
    for part in column.split('.') {
        if let Some(number) = part.parse().ok().filter(|number| (1..=MOST_RECORDS).contains(number))
        {
            found.push((prefix.clone(), number));
        }
        prefix = below(&prefix, part);
    }
    found
}

fn record(prefix: &str, schema: &'static Schema, extent: &Extent<'_>, out: &mut Vec<Column>) {
    for field in schema.fields() {
        visit(&below(prefix, field.name), field.shape, extent, out);
    }
}

fn visit(name: &str, shape: Shape, extent: &Extent<'_>, out: &mut Vec<Column>) {
    let mut cell = |name: String, shape| out.push(Column { name, shape });
    match shape {
        Shape::Translated => {
            for (_, tag) in extent.languages.iter() {
                cell(below(name, tag.as_str()), Shape::Line);
            }
        }
        Shape::Record(schema) => record(name, schema, extent, out),
        Shape::Address => {
            visit(name, Shape::Translated, extent, out);
            record(name, &ADDRESS, extent, out);
        }
        Shape::Verified => record(name, &VERIFIED, extent, out),
        Shape::Citation => record(name, &CITATION, extent, out),
        Shape::Fee => {
            cell(name.to_owned(), Shape::Word(FEE_WORDS));
            visit(name, Shape::List(&PRICES), extent, out);
        }
        Shape::Access => {
            for feature in AccessFeature::WORDS {
                cell(below(name, feature), Shape::Word(AccessLevel::WORDS));
            }
        }
        Shape::List(item) if is_wide(*item) => {
            for number in 1..=(extent.records)(name) {
                visit(&below(name, &number.to_string()), *item, extent, out);
            }
        }
        _ => cell(name.to_owned(), shape),
    }
}

/// The words that a fee may be instead of prices.
const FEE_WORDS: &[&str] = &["free", "donation"];

/// What `fee` holds besides its words.
pub(super) static PRICES: Shape = Shape::Record(&PRICE);

/// Whether a value needs several cells.
pub(super) fn is_wide(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Record(_)
            | Shape::Citation
            | Shape::Translated
            | Shape::Address
            | Shape::Verified
            | Shape::Fee
            | Shape::Access
    )
}
