//! One vocabulary of findings: what is wrong, where, how badly, and what would be right.
//!
//! A [`Problem`] is what a value's constructor knows (it has no place); a [`Diagnostic`] is a
//! problem at a [`Span`]. Neither holds a sentence: the text is the Fluent message of the code's
//! name in `diagnostics.ftl`, filled with the arguments, so that every finding can be told in
//! every language. Renderers stand in [`crate::report`].

mod code;
pub mod reason;

pub use code::Code;

use crate::source::Span;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Told, and the build goes on.
    Warning,
    /// Nothing is published while there is one.
    Error,
}

/// A value that a message names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Words of the editor's own, or a technical name; shown as it is.
    Text(String),
    /// A number, formatted by the message's language.
    Number(i64),
    /// The id of another Fluent message, for a word that is itself translated.
    Message(&'static str),
    /// Several technical names, listed in the language's way ("a, b or c").
    Choices(Vec<String>),
}

/// What is wrong with a value, before anyone knows where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which rule is broken.
    pub code: Code,
    /// The message's variables, by name.
    pub arguments: Vec<(&'static str, Argument)>,
    /// The nearest right spelling: ready to be written in place of the value.
    pub suggestion: Option<String>,
}

impl Problem {
    /// A problem with no arguments yet.
    pub fn new(code: Code) -> Self {
        Self { code, arguments: Vec::new(), suggestion: None }
    }

    /// Adds text shown as it is.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.arguments.push((name, Argument::Text(text.into())));
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: impl TryInto<i64>) -> Self {
        self.arguments.push((name, Argument::Number(number.try_into().unwrap_or(i64::MAX))));
        self
    }

    /// Adds a word that is itself a Fluent message.
    #[must_use]
    pub fn message(mut self, name: &'static str, id: &'static str) -> Self {
        self.arguments.push((name, Argument::Message(id)));
        self
    }

    /// Adds a list of the spellings that would have been right.
    #[must_use]
    pub fn choices<S: Into<String>>(
        mut self,
        name: &'static str,
        choices: impl IntoIterator<Item = S>,
    ) -> Self {
        let choices = choices.into_iter().map(Into::into).collect();
        self.arguments.push((name, Argument::Choices(choices)));
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// Suggests the nearest of the right spellings, if one is near.
    #[must_use]
    pub fn suggest_nearest<'c>(
        mut self,
        written: &str,
        choices: impl IntoIterator<Item = &'c str>,
    ) -> Self {
        self.suggestion = nearest(written, choices).map(str::to_owned);
        self
    }

    /// Puts the problem in its place.
    pub fn at(self, span: Span) -> Diagnostic {
        let severity = self.code.severity();
        Diagnostic { problem: self, severity, span, related: Vec::new() }
    }
}

/// A finding: a problem at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// The code's own severity, unless the finding stands in a draft.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// Other places that belong to it; the message's `.related` attribute labels them.
    pub related: Vec<Span>,
}

impl Diagnostic {
    /// Adds a second place, such as the other home of a duplicate.
    #[must_use]
    pub fn with_related(mut self, span: Span) -> Self {
        self.related.push(span);
        self
    }
}

/// Findings, gathered in any order and told in the order of files and lines.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Takes one in.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Takes in all that another gatherer found.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(others);
    }

    /// Lowers every error found since `mark` (a former [`Diagnostics::len`]) to a warning.
    pub fn soften_since(&mut self, mark: usize) {
        for diagnostic in self.found.iter_mut().skip(mark) {
            diagnostic.severity = Severity::Warning;
        }
    }

    /// Says what to write instead at every finding since `mark`.
    pub fn suggest_since(&mut self, mark: usize, suggestion: &str) {
        for diagnostic in self.found.iter_mut().skip(mark) {
            diagnostic.problem.suggestion = Some(suggestion.to_owned());
        }
    }

    /// Every finding, to add what is known of it later.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.found.iter_mut()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether anything forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// All of them by file, place and code, the same finding told once.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|found| (found.span, found.problem.code));
        self.found.dedup();
        self.found
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter()
    }
}

/// The choice that a slip of the hand would most likely turn into `written`: at most a third of
/// its letters wrong (Damerau–Levenshtein), or one the beginning of the other. Ties go to the
/// first in order.
pub fn nearest<'c>(written: &str, choices: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let written = written.trim().to_lowercase().replace(['_', ' '], "-");
    let allowed = (written.chars().count() / 3).max(1);
    let distance = |choice: &str| {
        let plain = choice.to_lowercase().replace('_', "-");
        let contained = written.len() >= 3 && plain.starts_with(&written)
            || plain.len() >= 2 && written.starts_with(&plain);
        let edits = strsim::damerau_levenshtein(&written, &plain);
        if edits <= allowed { Some(edits) } else { contained.then_some(allowed + 1) }
    };
    choices
        .into_iter()
        .filter_map(|choice| distance(choice).map(|edits| (edits, choice)))
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, choice)| choice)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_spelling_is_found_and_a_far_one_is_not() {
        let ids = ["library", "museum", "temple"];
        assert_eq!(nearest("libary", ids), Some("library"));
        assert_eq!(nearest("Museums", ids), Some("museum"));
        assert_eq!(nearest("spaceship", ids), None);
        assert_eq!(nearest("eng", ["th", "en"]), Some("en"));
    }
}
