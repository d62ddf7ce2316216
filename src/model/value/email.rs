//! E-mail addresses.

use std::fmt;

use super::text::problem;
use crate::diagnostic::{Code, Problem};

/// An e-mail address that a message can be sent to: what people use, not all of RFC 5321.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// Reads `name@host.example`: one `@`, a dot in the host, no white space, no quotes and no
    /// brackets. Letters of every script are allowed on both sides (RFC 6531).
    pub fn parse(written: &str) -> Result<Self, Problem> {
        if is_email(written) {
            return Ok(Self(written.to_owned()));
        }
        let text = written.trim();
        let text = text
            .get(..7)
            .filter(|s| s.eq_ignore_ascii_case("mailto:"))
            .map_or(text, |_| &text[7..]);
        let inner =
            text.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(text);
        let inner = inner.replace("(at)", "@").replace("[at]", "@").replace(' ', "");
        let suggestion = is_email(&inner).then_some(inner);
        Err(Problem { suggestion, ..problem(Code::EmailInvalid, written) })
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a link (RFC 6068).
    pub fn href(&self) -> String {
        let encoded: String = self.0.chars().map(encode).collect();
        format!("mailto:{encoded}")
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A character of a `mailto:` address, percent-encoded where a URI gives it another meaning.
fn encode(c: char) -> String {
    match c {
        '%' | '?' | '&' | '#' | '/' => format!("%{:02X}", u32::from(c)),
        other => other.to_string(),
    }
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let name_fits = (1..=64).contains(&name.len())
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || mark(c) || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || mark(c) || c == '-')
    };
    let host_fits = host.len() <= 253 && host.contains('.') && host.split('.').all(label);
    name_fits && host_fits
}

/// The Thai vowels and tone marks that are no letters of their own.
fn mark(c: char) -> bool {
    matches!(c, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn email_addresses_are_what_people_use() {
        for written in ["info@kkmuni.go.th", "a.b+c@x-y.co", "สมชาย@ตัวอย่าง.ไทย", "o'hara@kku.ac.th"]
        {
            assert_eq!(Email::parse(written).unwrap().as_str(), written);
        }
        for written in [
            "",
            "@",
            "a@b",
            "a@@b.th",
            "a b@c.th@d",
            "a@b..th",
            "a@-b.th",
            "a@b.th\n@",
            "a..b@c.th",
            ".a@c.th",
            "a@b.th,c@d.th",
            "a\u{0}@b.th",
            "a\"@b.th",
            "@b.th",
            "a@.th",
        ] {
            let problem = Email::parse(written).unwrap_err();
            assert_eq!((problem.code, problem.suggestion), (Code::EmailInvalid, None), "{written}");
        }
        for written in [
            "mailto:info@kku.ac.th",
            " info@kku.ac.th",
            "Info <info@kku.ac.th>",
            "info (at) kku.ac.th",
            "info @kku.ac.th",
        ] {
            let problem = Email::parse(written).unwrap_err();
            assert_eq!(problem.suggestion.as_deref(), Some("info@kku.ac.th"), "{written}");
        }
        assert_eq!(Email::parse("a?b&c@d.th").unwrap().href(), "mailto:a%3Fb%26c@d.th");
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(written in "\\PC{0,40}|[a-z:<>@.? ]{0,20}") {
            if let Some(suggestion) = Email::parse(&written).err().and_then(|p| p.suggestion) {
                proptest::prop_assert!(Email::parse(&suggestion).is_ok());
            }
        }
    }
}
