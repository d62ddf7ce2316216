//! What is known of a destination, kept at the destination.
//!
//! A publication ends by sending the tree's own manifest. While it is under way a second file, the
//! ledger, says which files are there for certain and which may be: it is sent before the first
//! change and again at intervals. So whoever comes after a cut knows what is ours, and what is
//! there already as it should be.
//!
//! Lines are those of a [`Manifest`]; a file that may be there in any state has the digest `?`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::output::{Fingerprint, Manifest};

/// The ledger's name at the destination.
pub(super) const LEDGER: &str = ".nakhon-publishing";

/// The files of a destination; nothing where it is not known what is in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ledger {
    pub(super) files: BTreeMap<String, Option<Fingerprint>>,
}

impl From<Manifest> for Ledger {
    fn from(manifest: Manifest) -> Self {
        let files = manifest.files.into_iter();
        Self { files: files.map(|(path, print)| (path, Some(print))).collect() }
    }
}

impl Ledger {
    /// Reads what [`Ledger::text`] wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (known, unknown): (Vec<&str>, Vec<&str>) =
            text.lines().partition(|line| !line.starts_with("? "));
        let mut ledger = Self::from(Manifest::parse(&known.join("\n"))?);
        ledger.files.extend(unknown.into_iter().map(|line| (line[2..].to_owned(), None)));
        Some(ledger)
    }

    /// The file's text.
    pub(super) fn text(&self) -> String {
        let known = self.files.iter().filter_map(|(path, print)| Some((path.clone(), (*print)?)));
        let mut text = Manifest { files: known.collect() }.text();
        for (path, _) in self.files.iter().filter(|(_, print)| print.is_none()) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "? {path}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut ledger = Ledger::default();
        ledger.files.insert("a b.html".to_owned(), Some(Fingerprint::of(b"a")));
        ledger.files.insert("ข.html".to_owned(), None);
        assert_eq!(Ledger::parse(&ledger.text()), Some(ledger));
        assert_eq!(Ledger::parse("? a\n"), None);
    }
}
