//! What every entry has, whatever its kind.

use jiff::civil::Date;

use super::value::{Id, Location, Slug, WebAddress};
use super::{Address, Contact, EntryKind, Status, Text, VerificationMethod};
use crate::language::Localized;
use crate::source::{FileId, Sources, Span, Spanned};

/// The fields common to partners, spaces and events.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which of the three.
    pub kind: EntryKind,
    /// The name of its file and its address.
    pub slug: Slug,
    /// Where its facts begin: the place of what is missing.
    pub facts: Span,
    /// Its name; at least one language has one.
    pub name: Text,
    /// One or two sentences of plain text.
    pub summary: Text,
    /// Other names, for search.
    pub aliases: Vec<String>,
    /// Ids of `themes`.
    pub themes: Vec<Spanned<Id>>,
    /// UNESCO's building blocks of a learning city, 1 to 6.
    pub building_blocks: Vec<u8>,
    /// Sustainable Development Goals, 1 to 17.
    pub sdgs: Vec<u8>,
    /// The picture that stands for it.
    pub image: Option<Picture>,
    /// Further pictures.
    pub gallery: Vec<Picture>,
    /// How to reach it.
    pub contact: Contact,
    /// Where it is, in words.
    pub address: Option<Address>,
    /// Where it is, in degrees.
    pub location: Option<Spanned<Location>>,
    /// When a person last checked the facts.
    pub verified: Option<Verified>,
    /// A short notice with an end.
    pub alert: Option<Alert>,
    /// Where the facts come from.
    pub sources: Vec<Citation>,
    /// Slugs it had before.
    pub former: Vec<Spanned<Slug>>,
    /// Whether it lives; events are always `Active` and have a status of their own.
    pub status: Status,
    /// Whether it is left out of a build without `--drafts`.
    pub draft: bool,
    /// Its prose, per language.
    pub prose: Localized<Prose>,
}

/// The prose of one language: the Markdown of a file from a place to its end. What it says is no
/// part of this, so a prose that is written anew is the same prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The file it stands in.
    pub file: FileId,
    /// Where it begins: behind the front matter.
    pub start: u32,
}

impl Prose {
    /// The Markdown, without the blank lines at its end.
    pub fn text(self, sources: &Sources) -> &str {
        sources.get(self.file).text.get(self.start as usize..).unwrap_or_default().trim_end()
    }

    /// Where in its file the Markdown stands.
    pub fn range(self, sources: &Sources) -> std::ops::Range<usize> {
        let start = self.start as usize;
        start..start + self.text(sources).len()
    }

    /// The place of a stretch of the Markdown.
    pub fn span(self, range: &std::ops::Range<usize>) -> Span {
        let start = self.start as usize;
        Span::new(self.file, start + range.start, start + range.end)
    }
}

/// A picture of the content, found on disk and readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The path of the file relative to `content/`, with `/`.
    pub file: Spanned<String>,
    /// What it shows, in words.
    pub alt: Text,
    /// Who made it.
    pub credit: Option<Text>,
    /// On what terms it may be used.
    pub licence: Option<String>,
}

/// A check of the facts by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The day.
    pub on: Date,
    /// By whom.
    pub by: Option<Text>,
    /// How.
    pub method: Option<VerificationMethod>,
}

/// A notice for the top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// The notice.
    pub text: Text,
    /// The last day it is shown.
    pub until: Date,
}

/// A source of the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// What it is called, where that is known.
    pub title: Option<Text>,
    /// Where it stands.
    pub url: Option<WebAddress>,
}
