//! Languages: tags, the site's declared order, and values given in some of them.

use std::sync::Arc;

use crate::diagnostic::{Code, Problem};

/// A language tag of BCP 47 (RFC 5646), such as `th`, `en` or `pt-BR`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Arc<str>);

impl LanguageTag {
    /// Reads a tag; code `language-tag-invalid`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match text.parse::<unic_langid::LanguageIdentifier>() {
            Ok(tag) => Ok(Self(tag.to_string().into())),
            Err(_) => Err(Problem::new(Code::LanguageTagInvalid).text("value", text)),
        }
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A language by its place in the order that the site declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(u8);

impl Lang {
    /// Its place, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The languages of a site in declared order; the first is the default. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages {
    tags: Vec<LanguageTag>,
}

impl Languages {
    /// The languages, each once; nothing where there is none. At most 64 are kept.
    pub fn new(tags: impl IntoIterator<Item = LanguageTag>) -> Option<Self> {
        let mut kept: Vec<LanguageTag> = Vec::new();
        for tag in tags {
            if !kept.contains(&tag) && kept.len() < 64 {
                kept.push(tag);
            }
        }
        (!kept.is_empty()).then_some(Self { tags: kept })
    }

    /// One language, not determined (`und`, ISO 639-2): for a site that names none.
    pub fn undetermined() -> Self {
        Self { tags: vec![LanguageTag("und".into())] }
    }

    /// The language that texts without one are in.
    #[expect(clippy::unused_self, reason = "the default is a property of the languages")]
    pub fn default(&self) -> Lang {
        Lang(0)
    }

    /// Each language and its tag, in declared order.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &LanguageTag)> {
        (0_u8..).map(Lang).zip(&self.tags)
    }

    /// The tag of a language of this site.
    pub fn tag(&self, language: Lang) -> &LanguageTag {
        &self.tags[language.index()]
    }

    /// The language of that tag, letter case ignored.
    pub fn find(&self, tag: &str) -> Option<Lang> {
        self.iter()
            .find(|(_, known)| known.as_str().eq_ignore_ascii_case(tag))
            .map(|(lang, _)| lang)
    }

    /// How many there are; at least one.
    #[expect(clippy::len_without_is_empty, reason = "never empty")]
    pub fn len(&self) -> usize {
        self.tags.len()
    }
}

/// At most one value per language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized<T> {
    values: Vec<(Lang, T)>,
}

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Self { values: Vec::new() }
    }
}

impl<T> Localized<T> {
    /// The value in just this language.
    pub fn get(&self, language: Lang) -> Option<&T> {
        self.values.iter().find(|(own, _)| *own == language).map(|(_, value)| value)
    }

    /// Sets the value of a language.
    pub fn insert(&mut self, language: Lang, value: T) {
        let at = self.values.partition_point(|(own, _)| *own < language);
        match self.values.get_mut(at) {
            Some((own, old)) if *own == language => *old = value,
            _ => self.values.insert(at, (language, value)),
        }
    }

    /// The value in this language, else in the default one, else in the first that has one, and
    /// the language it is in.
    pub fn resolve(&self, language: Lang) -> Option<(&T, Lang)> {
        let own = self.values.iter().find(|(own, _)| *own == language);
        own.or_else(|| self.values.first()).map(|(lang, value)| (value, *lang))
    }

    /// Each language that has a value, in declared order.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.values.iter().map(|(language, value)| (*language, value))
    }

    /// Whether no language has one.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_back_to_the_default_then_to_the_order() {
        let tags = ["th", "en", "lo"].map(|tag| LanguageTag::parse(tag).unwrap());
        let languages = Languages::new(tags).unwrap();
        let [th, en, lo] = ["th", "EN", "lo"].map(|tag| languages.find(tag).unwrap());
        let mut text = Localized::default();
        text.insert(lo, 3);
        text.insert(en, 2);
        assert_eq!(text.resolve(th), Some((&2, en)));
        text.insert(th, 1);
        assert_eq!(text.resolve(th), Some((&1, th)));
        assert_eq!(text.resolve(lo), Some((&3, lo)));
    }
}
