//! Names that others keep the lists of: languages (BCP 47) and time zones (IANA).

use std::fmt;

use icu::locale::{LanguageIdentifier, Locale, LocaleCanonicalizer};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::text::problem;
use crate::diagnostic::{Code, Problem, nearest};

/// A language that people speak, as a tag of BCP 47: `th`, `en`, `tts` for Isan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SpokenLanguage(LanguageIdentifier);

impl SpokenLanguage {
    /// Reads a tag whose language has two or three letters. It is kept in the canonical form:
    /// `TH` becomes `th`, and `tha` too. A language's name is suggested the tag.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        if let Some(language) = tag(written) {
            return Ok(Self(language));
        }
        let named = match written.trim().to_lowercase().as_str() {
            "ไทย" | "ภาษาไทย" | "thai" => Some("th"),
            "อังกฤษ" | "ภาษาอังกฤษ" | "english" => Some("en"),
            "อีสาน" | "ภาษาอีสาน" | "isan" | "isaan" | "esan" => {
                Some("tts")
            }
            "ลาว" | "ภาษาลาว" | "laos" => Some("lo"),
            "จีน" | "ภาษาจีน" | "chinese" | "mandarin" => Some("zh"),
            "เขมร" | "ภาษาเขมร" | "khmer" => Some("km"),
            "เวียดนาม" | "ภาษาเวียดนาม" | "vietnamese" => {
                Some("vi")
            }
            "พม่า" | "ภาษาพม่า" | "burmese" => Some("my"),
            "ญี่ปุ่น" | "ภาษาญี่ปุ่น" | "japanese" => {
                Some("ja")
            }
            "ภาษามือ" | "ภาษามือไทย" | "thai sign language" => {
                Some("tsq")
            }
            _ => None,
        };
        let cleaned = written.trim().replace('_', "-");
        let suggestion =
            named.map(str::to_owned).or_else(|| tag(&cleaned).map(|language| language.to_string()));
        Err(Problem { suggestion, ..problem(Code::LanguageTagInvalid, written) })
    }

    /// The tag as an identifier of Unicode's locales.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }
}

/// The tag.
impl fmt::Display for SpokenLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

fn tag(text: &str) -> Option<LanguageIdentifier> {
    let language = text.split('-').next().unwrap_or_default();
    let shaped = matches!(language.len(), 2 | 3) && text.len() <= 35 && !text.contains('_');
    let id = LanguageIdentifier::try_from_str(text)
        .ok()
        .filter(|id| shaped && !id.language.is_unknown())?;
    let mut locale = Locale::from(id);
    LocaleCanonicalizer::new_common().canonicalize(&mut locale);
    Some(locale.id)
}

/// A time zone of the IANA database, from the copy that is compiled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Reads a name, `Asia/Bangkok`, in the database's own spelling. A name that differs in its
    /// case, is only a city or is a slip away from one is suggested.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        let database = TimeZoneDatabase::bundled();
        let found = database.get(written).ok().filter(|zone| zone.iana_name() == Some(written));
        if let Some(zone) = found {
            return Ok(Self(zone));
        }
        let names: Vec<String> =
            database.available().map(|name| name.as_str().to_owned()).collect();
        let text = written.trim().replace(' ', "_");
        let is_same = |name: &&String| name.eq_ignore_ascii_case(&text);
        let is_city = |name: &&String| {
            name.rsplit_once('/').is_some_and(|(_, city)| city.eq_ignore_ascii_case(&text))
        };
        let near =
            || (text.len() <= 40).then(|| nearest(&text, names.iter().map(String::as_str)))?;
        let suggestion = names
            .iter()
            .find(is_same)
            .or_else(|| names.iter().find(is_city))
            .map(String::as_str)
            .or_else(near)
            .map(str::to_owned);
        Err(Problem { suggestion, ..problem(Code::TimeZoneUnknown, written) })
    }

    /// Thailand's zone, +07:00 all year, which holds where the site says nothing.
    pub fn bangkok() -> Self {
        let fixed = || TimeZone::fixed(jiff::tz::offset(7));
        Self(TimeZoneDatabase::bundled().get("Asia/Bangkok").unwrap_or_else(|_| fixed()))
    }

    /// The name in the database.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("Asia/Bangkok")
    }

    /// The zone's rules.
    pub fn rules(&self) -> &TimeZone {
        &self.0
    }
}

/// The name.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_kept_in_their_canonical_form() {
        for (written, tag) in [
            ("th", "th"),
            ("tts", "tts"),
            ("EN-gb", "en-GB"),
            ("tha", "th"),
            ("eng", "en"),
            ("zh-Hant", "zh-Hant"),
            ("lao", "lo"),
            ("tsq", "tsq"),
        ] {
            assert_eq!(SpokenLanguage::parse(written).unwrap().to_string(), tag);
        }
    }

    #[test]
    fn a_languages_name_is_no_tag() {
        for (written, suggestion) in [
            ("Thai", Some("th")),
            ("ไทย", Some("th")),
            ("english", Some("en")),
            ("Isan", Some("tts")),
            ("en_US", Some("en-US")),
            ("", None),
            ("x", None),
            ("und", None),
            ("th th", None),
            ("1", None),
            ("elvish", None),
        ] {
            let problem = SpokenLanguage::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::LanguageTagInvalid);
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        }
    }

    #[test]
    fn zones_are_those_of_the_database() {
        assert_eq!(Zone::parse("Asia/Bangkok").unwrap().name(), "Asia/Bangkok");
        assert_eq!(Zone::parse("Asia/Bangkok").unwrap(), Zone::bangkok());
        assert!(Zone::parse("UTC").is_ok() && Zone::parse("Asia/Vientiane").is_ok());
        for (written, suggestion) in [
            ("asia/bangkok", Some("Asia/Bangkok")),
            ("Bangkok", Some("Asia/Bangkok")),
            ("Asia/Bankok", Some("Asia/Bangkok")),
            ("new york", Some("America/New_York")),
            ("+07:00", None),
            ("กรุงเทพ", None),
        ] {
            let problem = Zone::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::TimeZoneUnknown);
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        }
        for written in ["", "../../etc/passwd", "/usr/share/zoneinfo/UTC", &"x".repeat(9_000)] {
            assert!(Zone::parse(written).is_err(), "{written}");
        }
    }
}
