//! How a value is spelled in one cell, and read from it.
//!
//! Most values are spelled as in YAML. Several values of one field stand with ` | ` between them (a
//! `|` of their own is written `\|`), a location as `16.4322, 102.8336`, hours by days as
//! `tue-sun: 09:00-16:30; holidays: closed`.

use crate::language::normalise_name;
use crate::model::schema::Shape;
use crate::syntax::edit::Draft;
use crate::syntax::{Node, Value};

/// The text of a value's cell; nothing where it is empty, or of another shape than its field.
pub(super) fn spell(shape: Shape, node: &Node) -> Option<String> {
    let text = match (shape, &node.value) {
        (Shape::Location, Value::List(pair)) => {
            let numbers: Option<Vec<String>> = pair.iter().map(word).collect();
            numbers?.join(", ")
        }
        (Shape::Hours, Value::Map(days)) => {
            let day = |(key, value): &(crate::syntax::Key, Node)| {
                word(value).map(|hours| format!("{}: {hours}", key.name.trim()))
            };
            let days: Option<Vec<String>> = days.iter().map(day).collect();
            days?.join("; ")
        }
        (Shape::List(_), Value::List(items)) => {
            let items: Vec<String> =
                items.iter().filter_map(word).map(|item| escape(&item)).collect();
            items.join(" | ")
        }
        (Shape::List(_), Value::Word(_)) => escape(&word(node)?),
        _ => word(node)?,
    };
    (!text.is_empty()).then_some(text)
}

/// A scalar on one line, in the normal form of names.
fn word(node: &Node) -> Option<String> {
    match &node.value {
        Value::Word(word) => Some(fold(word)),
        _ => None,
    }
}

/// A text on one line, in the normal form of names: two that fold alike say the same.
pub(super) fn fold(text: &str) -> String {
    normalise_name(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn escape(item: &str) -> String {
    item.replace('\\', "\\\\").replace('|', "\\|")
}

/// The items of a list's cell: between bars, or each on a line of its own.
pub(super) fn items(text: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let last = items.len() - 1;
        match letter {
            '\\' => match letters.next() {
                Some(escaped @ ('\\' | '|')) => items[last].push(escaped),
                Some(other) => items[last].extend(['\\', other]),
                None => items[last].push('\\'),
            },
            '|' | '\n' => items.push(String::new()),
            letter => items[last].push(letter),
        }
    }
    items.iter().map(|item| fold(item)).filter(|item| !item.is_empty()).collect()
}

/// A value for the YAML from the text of a cell that is not empty. What is wrong with it is told
/// by whoever reads the YAML.
pub(super) fn draft(shape: Shape, text: &str) -> Draft<'static> {
    match shape {
        Shape::Location => {
            let numbers = text.trim_matches(['[', ']', '(', ')']).split(',');
            let numbers: Vec<_> =
                numbers.map(|number| Draft::Word(number.trim().to_owned())).collect();
            Draft::List(numbers)
        }
        Shape::Hours => days(text).unwrap_or_else(|| Draft::Word(text.to_owned())),
        Shape::List(item) => {
            let items = items(text).iter().map(|text| draft(*item, text)).collect();
            Draft::List(items)
        }
        Shape::Line
        | Shape::Phone
        | Shape::LineId
        | Shape::Email
        | Shape::Facebook
        | Shape::File => Draft::Text(text.to_owned()),
        _ => Draft::Word(text.to_owned()),
    }
}

/// Hours by days, where the text is spelled so. A rule of OpenStreetMap begins its days with
/// capital letters, which tells the two apart.
fn days(text: &str) -> Option<Draft<'static>> {
    let pair = |day: &str| {
        let (days, hours) = day.split_once(": ")?;
        let days = days.trim();
        let named =
            !days.is_empty() && days.chars().all(|c| c.is_ascii_lowercase() || ",- ".contains(c));
        named.then(|| (days.to_owned(), Draft::Text(hours.trim().to_owned())))
    };
    let days = text.split(';').map(str::trim).filter(|day| !day.is_empty());
    let days: Option<Vec<_>> = days.map(pair).collect();
    days.filter(|days| !days.is_empty()).map(Draft::Map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_their_own_bars() {
        let written = ["ก|ข", "a\\b", "c"].map(escape).join(" | ");
        assert_eq!(items(&written), ["ก|ข", "a\\b", "c"]);
        assert_eq!(items(" a |\n| b\nc "), ["a", "b", "c"]);
    }

    #[test]
    fn a_rule_is_no_map_of_days() {
        let rule = "Tu-Su 09:00-16:30; PH off";
        assert_eq!(draft(Shape::Hours, rule), Draft::Word(rule.to_owned()));
        let Draft::Map(days) = draft(Shape::Hours, "tue-sun: 09:00-16:30; holidays: closed") else {
            panic!("a map of days");
        };
        assert_eq!(days[0].1, Draft::Text("09:00-16:30".to_owned()));
        assert_eq!(days[1].0, "holidays");
    }
}
