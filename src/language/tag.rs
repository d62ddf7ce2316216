//! Languages by name and by number.
//!
//! A [`LanguageTag`] is what people write (`th`, `en-GB`); a [`Lang`] is its place in the order
//! the site declares, one byte that every text of the model can carry.

use std::{fmt, sync::Arc};

use icu::locale::{LanguageIdentifier, LocaleCanonicalizer};

use crate::diagnostic::{Code, Problem};

/// A language tag of BCP 47, without extensions, in its usual letter case (`en-GB`, `zh-Hant`).
///
/// Cloning counts a reference. The order is that of the letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Arc<str>);

impl LanguageTag {
    /// Reads a tag in any letter case. What is not a tag is refused; so is a three-letter code
    /// whose language has one of two letters (`eng`), because BCP 47 allows only the shorter.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        let refuse = || Problem::new(Code::LanguageTagInvalid).text("value", written);
        // Locales of operating systems are written `en_GB`.
        let tag = written.trim().replace('_', "-");
        let Ok(identifier) = LanguageIdentifier::try_from_str(&tag) else { return Err(refuse()) };
        // Five to eight letters are kept for languages that nobody ever registered; `english`
        // would pass as one.
        let letters = identifier.language.as_str().len();
        if letters > 3 {
            return Err(refuse());
        }
        if written.contains('_') {
            return Err(refuse().suggest(identifier.to_string()));
        }
        let mut canonical = identifier.clone().into();
        LocaleCanonicalizer::new_common().canonicalize(&mut canonical);
        if canonical.id.language.as_str().len() < letters {
            return Err(refuse().suggest(canonical.id.to_string()));
        }
        Ok(Self(identifier.to_string().into()))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One of the site's languages: its place in [`Languages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(u8);

impl Lang {
    /// The place, counted from 0: an index for tables with one row a language.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The languages of a site, in the order it declares them; there is always one, the default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages {
    tags: Vec<LanguageTag>,
}

impl Languages {
    /// The most languages a site can have.
    const MOST: usize = 256;

    /// The languages in their order, the default first; nothing where there is none. A tag that
    /// stands twice counts once, and whatever comes after the first 256 is left out.
    pub fn new(tags: impl IntoIterator<Item = LanguageTag>) -> Option<Self> {
        let mut kept = Vec::new();
        for tag in tags {
            if !kept.contains(&tag) && kept.len() < Self::MOST {
                kept.push(tag);
            }
        }
        (!kept.is_empty()).then_some(Self { tags: kept })
    }

    /// One language, not determined (`und`, ISO 639-2): for a site that names none.
    pub fn undetermined() -> Self {
        Self { tags: vec![LanguageTag("und".into())] }
    }

    /// The language whose texts stand in for what another lacks.
    pub fn default(&self) -> Lang {
        Lang(0)
    }

    /// Every language and its tag in order, the default first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &LanguageTag)> {
        (0..=u8::MAX).map(Lang).zip(&self.tags)
    }

    /// The tag of a language. A `Lang` comes only from the `Languages` of the same site.
    pub fn tag(&self, lang: Lang) -> &LanguageTag {
        &self.tags[lang.index()]
    }

    /// The language with that tag, in any letter case.
    pub fn find(&self, tag: &str) -> Option<Lang> {
        let mut known = self.iter();
        known.find(|(_, known)| known.as_str().eq_ignore_ascii_case(tag)).map(|(lang, _)| lang)
    }

    /// How many there are; never 0.
    #[expect(clippy::len_without_is_empty, reason = "there is always a default language")]
    pub fn len(&self) -> usize {
        self.tags.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(written: &str) -> LanguageTag {
        LanguageTag::parse(written).unwrap()
    }

    fn suggestion(written: &str) -> Option<String> {
        let problem = LanguageTag::parse(written).unwrap_err();
        assert_eq!(problem.code, Code::LanguageTagInvalid);
        problem.suggestion
    }

    #[test]
    fn tags_take_their_usual_case() {
        assert_eq!(tag("EN-gb").as_str(), "en-GB");
        assert_eq!(tag(" th ").to_string(), "th");
        assert_eq!(tag("zh-hant-tw").as_str(), "zh-Hant-TW");
        // Isan has no code of two letters.
        assert_eq!(tag("tts").as_str(), "tts");
    }

    #[test]
    fn what_is_no_tag_is_refused_with_the_right_one_where_there_is_one() {
        assert_eq!(suggestion("eng").as_deref(), Some("en"));
        assert_eq!(suggestion("tha").as_deref(), Some("th"));
        assert_eq!(suggestion("en_GB").as_deref(), Some("en-GB"));
        for written in ["", "thai", "english", "ไทย", "e", "th/en", "../th", "th-u-ca-buddhist"]
        {
            assert_eq!(suggestion(written), None, "{written}");
        }
    }

    #[test]
    fn the_first_language_is_the_default_and_repeats_count_once() {
        let site = Languages::new(["th", "en", "th", "en", "tts"].map(tag)).unwrap();
        assert_eq!(site.len(), 3);
        assert_eq!(site.tag(site.default()).as_str(), "th");
        let order: Vec<_> = site.iter().map(|(_, tag)| tag.as_str()).collect();
        assert_eq!(order, ["th", "en", "tts"]);
        assert_eq!(site.find("EN").map(Lang::index), Some(1));
        assert_eq!(site.find("de"), None);
        assert_eq!(Languages::new([]), None);
    }
}
