//! For GitHub: workflow commands that put each finding at its line of a pull request.
//!
//! In: findings, sources, words. Out: one command a line, as in "Workflow commands for GitHub
//! Actions". Promise: whatever a file holds, it ends no command and begins none.

use std::fmt::Write as _;

use super::{Places, Repository, Told, Words, severity_name};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// Tells the findings to GitHub. Paths are relative to the top of the repository: an annotation of
/// any other is shown at no line.
pub fn github(
    findings: &[Diagnostic],
    sources: &Sources,
    words: &dyn Words,
    repository: &Repository,
) -> String {
    let mut places = Places::new(sources);
    let mut text = String::new();
    for finding in findings {
        let told = Told::new(finding, words);
        let code = finding.problem.code;
        let place = places.place(finding.span);
        let parts = [Some(told.message), told.expected, told.question];
        let message = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
        let mut properties = format!("file={}", property(&repository.path(place.path)));
        if !places.is_whole_file(code, finding.span) {
            // Writing to a `String` cannot fail.
            let _ = write!(properties, ",line={},col={}", place.start.line, place.start.column);
        }
        let severity = severity_name(finding.severity);
        let _ = writeln!(
            text,
            "::{severity} {properties},title={}::{}",
            property(code.name()),
            data(&message)
        );
    }
    text
}

/// Escapes what stands after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what stands before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("100 %\r\n::error::x"), "100 %25%0D%0A::error::x");
        assert_eq!(property("a,b:c\n%"), "a%2Cb%3Ac%0A%25");
    }
}
