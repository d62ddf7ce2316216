//! Heading ids: the heading's own letters, with every vowel and tone mark.

use std::collections::HashMap;

use crate::language::is_alphanumeric;

/// Gives each heading of one page an id of its own.
#[derive(Debug, Default)]
pub(super) struct HeadingIds {
    /// The ids that are taken, each with the highest number that was put behind it.
    taken: HashMap<String, usize>,
}

impl HeadingIds {
    /// The id for a heading: the one asked for, or its words joined by `-`, with a number behind
    /// it when an earlier heading has it.
    pub(super) fn next(&mut self, asked: Option<&str>, words: &str) -> String {
        let base = anchor(asked.unwrap_or(words));
        let Some(&highest) = self.taken.get(&base) else {
            self.taken.insert(base.clone(), 1);
            return base;
        };
        // Every number up to that is taken: a page of the same heading again and again counts once.
        let mut number = highest + 1;
        while self.taken.contains_key(&format!("{base}-{number}")) {
            number += 1;
        }
        let id = format!("{base}-{number}");
        self.taken.insert(id.clone(), 1);
        self.taken.insert(base, number);
        id
    }
}

/// Letters, marks and digits of any script, everything else folded to `-`.
fn anchor(words: &str) -> String {
    let mut id = String::with_capacity(words.len());
    for letter in words.trim().chars() {
        let thai_mark = ('\u{e31}'..='\u{e4e}').contains(&letter);
        let joins =
            thai_mark || is_alphanumeric(letter) || ('\u{300}'..='\u{36f}').contains(&letter);
        if joins {
            id.extend(letter.to_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "section".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_keeps_its_marks_and_ids_are_unique() {
        let mut ids = HeadingIds::default();
        assert_eq!(ids.next(None, "โรงเรียนอาชีพพลเมือง"), "โรงเรียนอาชีพพลเมือง");
        assert_eq!(ids.next(None, "How to get here?"), "how-to-get-here");
        assert_eq!(ids.next(None, "How to get here"), "how-to-get-here-2");
        assert_eq!(ids.next(Some("x"), "อื่น"), "x");
        assert_eq!(ids.next(None, "!!!"), "section");
    }

    #[test]
    fn a_number_that_is_taken_is_passed_over() {
        let mut ids = HeadingIds::default();
        let mut next = |words: &str| ids.next(None, words);
        assert_eq!(
            ["a", "a 2", "a", "a", "a 2", "a 2"].map(&mut next),
            ["a", "a-2", "a-3", "a-4", "a-2-2", "a-2-3"]
        );
    }
}
