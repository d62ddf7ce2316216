//! Items as a list: `ก ข และ ค`, `a, b and c`.
//!
//! CLDR's patterns, with one repair. In Thai they glue the last connector to the next item and,
//! between two items, to both (`กและข`). That is right for short words, but our lists are of names
//! that begin and end in anything (`TK Parkและห้องสมุด`), often as links, and nobody sees where
//! one ends. CLDR itself puts spaces on both sides of `หรือ`; so wherever a connector would touch
//! an item with a letter of a script that is written without spaces, a space goes between.

use icu::{
    list::{
        ListFormatter,
        options::{ListFormatterOptions, ListLength},
        parts::ELEMENT,
    },
    locale::Locale,
    properties::{CodePointMapData, props::LineBreak},
};

use super::{Formats, pieces::pieces};

/// The patterns of one locale.
#[derive(Debug)]
pub(super) struct Lists {
    and: ListFormatter,
    or: ListFormatter,
}

impl Lists {
    /// Loads what the locale needs; `None` where ICU4X has no data.
    pub(super) fn new(locale: &Locale) -> Option<Self> {
        let options = ListFormatterOptions::default().with_length(ListLength::Wide);
        Some(Self {
            and: ListFormatter::try_new_and(locale.into(), options).ok()?,
            or: ListFormatter::try_new_or(locale.into(), options).ok()?,
        })
    }
}

impl Formats {
    /// The items, all of which hold: `ก ข และ ค`.
    pub fn list_and<S: AsRef<str>>(&self, items: &[S]) -> String {
        joined(&self.lists.and, items)
    }

    /// The items, one of which holds: `ก, ข หรือ ค`.
    pub fn list_or<S: AsRef<str>>(&self, items: &[S]) -> String {
        joined(&self.lists.or, items)
    }
}

fn joined<S: AsRef<str>>(formatter: &ListFormatter, items: &[S]) -> String {
    let pieces = pieces(&formatter.format(items.iter().map(AsRef::as_ref)));
    let texts = pieces.into_iter().map(|piece| match piece.part {
        Some(ELEMENT) => piece.text,
        _ => spaced(piece.text),
    });
    texts.collect()
}

/// Puts a space where a connector would touch an item without one.
fn spaced(mut connector: String) -> String {
    let classes = CodePointMapData::<LineBreak>::new();
    let touches = |letter: char| classes.get(letter) == LineBreak::ComplexContext;
    if connector.starts_with(touches) {
        connector.insert(0, ' ');
    }
    if connector.ends_with(touches) {
        connector.push(' ');
    }
    connector
}

#[cfg(test)]
mod tests {
    use super::*;

    fn and(locale: &str, items: &[&str]) -> String {
        Formats::new(locale).unwrap().list_and(items)
    }

    fn or(locale: &str, items: &[&str]) -> String {
        Formats::new(locale).unwrap().list_or(items)
    }

    #[test]
    fn lists_read_as_people_write_them() {
        let items = ["ก", "ข", "ค"];
        assert_eq!(and("th", &items), "ก ข และ ค");
        assert_eq!(and("th", &items[..2]), "ก และ ข");
        assert_eq!(or("th", &items), "ก, ข หรือ ค");
        assert_eq!(or("th", &items[..2]), "ก หรือ ข");
        assert_eq!(and("th", &["TK Park", "ห้องสมุด"]), "TK Park และ ห้องสมุด");
        let items = ["a", "b", "c"];
        assert_eq!(and("en-GB", &items), "a, b and c");
        assert_eq!(or("en-GB", &items), "a, b or c");
        assert_eq!(and("en-GB", &items[..2]), "a and b");
        assert_eq!(and("en-GB", &["x", "", "x"]), "x,  and x");
        for locale in ["th", "en-GB"] {
            assert_eq!(and(locale, &items[..1]), "a");
            assert_eq!(and(locale, &[]), "");
        }
    }
}
