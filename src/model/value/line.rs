//! Accounts on LINE.

use std::fmt;

use super::text::problem;
use super::web::{bare, page};
use crate::diagnostic::{Code, Problem};

/// A LINE account, or an address LINE gave out for one.
///
/// `line://` addresses are refused: LINE deprecated the scheme, and another program may answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId {
    shown: String,
    href: String,
}

impl LineId {
    /// Reads `@id` (an official account), `id` (a person's), or a `https` address of `line.me` or
    /// `lin.ee`.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        let refused = || {
            let suggestion = line_id_within(written);
            Problem { suggestion, ..problem(Code::LineInvalid, written) }
        };
        if is_line_id(written) {
            return Ok(Self::of(written));
        }
        let url = page(written, &["line.me", "lin.ee"]).ok_or_else(refused)?;
        let named = url.path().rsplit_once('/').map(|(_, name)| name.replacen("%40", "@", 1));
        let personal = |name: &str| name.strip_prefix('~').map(str::to_owned);
        let profile = url.path().contains("/ti/p/");
        match named.filter(|_| profile).map(|name| personal(&name).unwrap_or(name)) {
            Some(name)
                if is_line_id(&name) && (name.starts_with('@') || url.path().contains('~')) =>
            {
                Ok(Self::of(&name))
            }
            _ => Ok(Self { shown: bare(&url), href: url.to_string() }),
        }
    }

    fn of(id: &str) -> Self {
        let account = match id.strip_prefix('@') {
            Some(official) => format!("%40{official}"),
            None => format!("~{id}"),
        };
        Self { shown: id.to_owned(), href: format!("https://line.me/R/ti/p/{account}") }
    }

    /// What people read: the id, or the address without its scheme.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// The address of a link, which opens the app where there is one.
    pub fn href(&self) -> &str {
        &self.href
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// A LINE id: letters, digits, `.`, `_` and `-`, an official one behind an `@`.
fn is_line_id(text: &str) -> bool {
    let id = text.strip_prefix('@').unwrap_or(text);
    (2..=40).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// The id that stands in a near spelling: behind a label, with a space, in a `line://` address.
fn line_id_within(written: &str) -> Option<String> {
    let text = written.trim();
    let lower = text.to_ascii_lowercase();
    let labels = ["line id", "line oa", "line official", "line", "ไลน์", "id"];
    let label = labels.iter().find(|label| lower.starts_with(*label)).map_or(0, |l| l.len());
    let rest = text[label..].trim_start_matches([':', ' ', '/']);
    let rest = rest.trim_start_matches("R/").trim_start_matches("ti/p/").trim_start_matches('~');
    let id = rest.replace("%40", "@").replacen("@ ", "@", 1).replace('\u{FF20}', "@");
    is_line_id(&id).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_accounts_are_linked_by_kind() {
        for (written, shown, href) in [
            ("@kkcity", "@kkcity", "https://line.me/R/ti/p/%40kkcity"),
            ("somchai.kk", "somchai.kk", "https://line.me/R/ti/p/~somchai.kk"),
            ("https://line.me/R/ti/p/%40kkcity", "@kkcity", "https://line.me/R/ti/p/%40kkcity"),
            ("https://line.me/ti/p/~somchai", "somchai", "https://line.me/R/ti/p/~somchai"),
            ("http://line.me/R/ti/p/@kkcity", "@kkcity", "https://line.me/R/ti/p/%40kkcity"),
            ("https://lin.ee/AbCd123", "lin.ee/AbCd123", "https://lin.ee/AbCd123"),
            ("https://line.me/ti/g/xYz-1", "line.me/ti/g/xYz-1", "https://line.me/ti/g/xYz-1"),
            ("https://page.line.me/abc", "page.line.me/abc", "https://page.line.me/abc"),
            ("https://line.me/ti/p/4yKqRs", "line.me/ti/p/4yKqRs", "https://line.me/ti/p/4yKqRs"),
        ] {
            let line = LineId::parse(written).unwrap();
            assert_eq!((line.as_str(), line.href()), (shown, href), "{written}");
        }
    }

    #[test]
    fn what_is_no_line_account_is_refused() {
        for (written, suggestion) in [
            ("line://ti/p/@kkcity", Some("@kkcity")),
            ("LINE: @kkcity", Some("@kkcity")),
            ("Line ID : kkcity", Some("kkcity")),
            ("@ kkcity", Some("@kkcity")),
            ("ห้องสมุดขอนแก่น", None),
            ("https://example.com/@kkcity", None),
            ("https://notline.me/x", None),
            ("javascript:alert(1)", None),
            ("", None),
            ("@", None),
        ] {
            let problem = LineId::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::LineInvalid);
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(written in "\\PC{0,40}|(line|https://line.me/)[a-z@~/%0-9. ]{0,20}") {
            if let Some(suggestion) = LineId::parse(&written).err().and_then(|p| p.suggestion) {
                proptest::prop_assert!(LineId::parse(&suggestion).is_ok());
            }
        }
    }
}
