//! Why a reader that is none of ours gave up, in the language of whoever has to mend it.
//!
//! In: the words of a parser or of the system. Out: the argument `reason` of a problem: one of our
//! messages where the words are among the usual ones, else the words as they are.

use std::io::{Error, ErrorKind};

use super::{Argument, Problem};

impl Problem {
    /// Adds the reason for it.
    #[must_use]
    pub fn reason(mut self, reason: Argument) -> Self {
        self.arguments.push(("reason", reason));
        self
    }
}

/// The message of the first beginning in `table` that the words have, each with its message.
pub fn usual(table: &[(&str, &'static str)], words: &str) -> Argument {
    let known = table.iter().find(|(beginning, _)| words.starts_with(beginning));
    known.map_or_else(|| Argument::Text(words.to_owned()), |(_, id)| Argument::Message(id))
}

/// Why the system gives a file no bytes.
pub fn of_system(error: &Error) -> Argument {
    match error.kind() {
        ErrorKind::NotFound => Argument::Message("reason-missing"),
        ErrorKind::PermissionDenied => Argument::Message("reason-not-readable"),
        ErrorKind::NotADirectory => Argument::Message("reason-no-folder"),
        ErrorKind::IsADirectory => Argument::Message("reason-folder"),
        ErrorKind::InvalidData => Argument::Message("reason-not-utf8"),
        ErrorKind::UnexpectedEof => Argument::Message("reason-cut-short"),
        _ => Argument::Text(error.to_string()),
    }
}
