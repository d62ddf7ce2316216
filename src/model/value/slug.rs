//! The names that addresses and vocabularies are made of.

use std::fmt;
use std::sync::Arc;

use super::text::problem;
use crate::diagnostic::{Code, Problem};

/// Declares a name of `a-z`, `0-9` and `-`, refused with its own code.
macro_rules! name {
    ($(#[doc = $doc:literal])+ $name:ident, $code:expr) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads a name: one character or more of `a-z`, `0-9` and `-`. Anything else is
            /// refused, with the name to write where capitals, spaces and underscores are all
            /// that is wrong with it. Nothing is transliterated.
            pub fn parse(written: &str) -> Result<Self, Problem> {
                check(written, $code).map(|()| Self(written.into()))
            }

            /// The name as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

name! {
    /// The name of an entry: its file's name and a part of its address, the same in every
    /// language. Cheap to clone.
    Slug, Code::SlugInvalid
}

name! {
    /// The name of an item of the vocabulary. Cheap to clone.
    Id, Code::IdInvalid
}

impl Id {
    /// Stands for an id that is absent or wrong until that is told: no vocabulary has it.
    pub(crate) fn placeholder() -> Self {
        Self("".into())
    }

    /// Whether it stands for one that is absent or wrong.
    pub(crate) fn is_placeholder(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether every character may stand in a name, and there is one.
fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(fits)
}

fn check(written: &str, code: Code) -> Result<(), Problem> {
    if is_name(written) {
        return Ok(());
    }
    let problem = problem(code, written);
    let mended = written.trim().to_ascii_lowercase().replace([' ', '_'], "-");
    Err(if is_name(&mended) { problem.suggest(mended) } else { problem })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_as_written() {
        for name in ["city-library", "a", "2", "8th-office", "-", "a--b"] {
            assert_eq!(Slug::parse(name).unwrap().as_str(), name);
            assert_eq!(Id::parse(name).unwrap().to_string(), name);
        }
    }

    #[test]
    fn a_slip_of_case_or_a_space_is_mended_in_the_suggestion() {
        for written in ["City-Library", "city library", "city_library", " city-library "] {
            let problem = Slug::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::SlugInvalid);
            assert_eq!(problem.suggestion.as_deref(), Some("city-library"), "{written}");
        }
    }

    #[test]
    fn nothing_is_transliterated() {
        for written in ["ห้องสมุด", "café", "a/b", "a.b", "", " ", "İ"] {
            let problem = Id::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::IdInvalid);
            assert_eq!(problem.suggestion, None, "{written}");
        }
    }
}
