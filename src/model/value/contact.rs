//! Accounts where people write to an organisation: LINE and Facebook.

use std::fmt;

use url::Url;

use super::text::problem;
use super::web::WebAddress;
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

/// A page, group or profile on Facebook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facebook {
    shown: String,
    href: String,
}

impl Facebook {
    /// Reads the name a page has in its address (`KhonKaenCityLibrary`), or an address of
    /// `facebook.com`, `fb.com` or `fb.me`. What follows it to trace the visitor is dropped.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        if is_page_name(written) {
            return Ok(Self::of(written));
        }
        let Some(url) = page(written, &["facebook.com", "fb.com", "fb.me"]) else {
            let bare = written.trim().trim_start_matches(['@', '/']);
            let with_scheme = format!("https://{bare}");
            let suggestion = if is_page_name(bare) {
                Some(bare.to_owned())
            } else {
                Self::parse_address(&with_scheme).map(|_| with_scheme)
            };
            return Err(Problem { suggestion, ..problem(Code::FacebookInvalid, written) });
        };
        Self::from_url(&url).ok_or_else(|| problem(Code::FacebookInvalid, written))
    }

    fn parse_address(address: &str) -> Option<Self> {
        Self::from_url(&page(address, &["facebook.com", "fb.com", "fb.me"])?)
    }

    fn from_url(url: &Url) -> Option<Self> {
        let path = url.path().trim_matches('/');
        if path.is_empty() {
            return None;
        }
        let script = path.split('.').next_back() == Some("php");
        if is_page_name(path) && !script && url.host_str() != Some("fb.me") {
            return Some(Self::of(path));
        }
        let mut url = url.clone();
        let id = url.query_pairs().find(|(name, _)| name == "id").map(|(_, id)| id.into_owned());
        url.set_query(None);
        url.set_fragment(None);
        if let Some(id) = id.filter(|_| script) {
            url.query_pairs_mut().append_pair("id", &id);
        }
        Some(Self { shown: bare(&url), href: url.to_string() })
    }

    fn of(name: &str) -> Self {
        Self { shown: name.to_owned(), href: format!("https://www.facebook.com/{name}") }
    }

    /// What people read: the page's name, or the address without its scheme.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// The address of a link.
    pub fn href(&self) -> &str {
        &self.href
    }
}

impl fmt::Display for Facebook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// The name a page has in its address: letters, digits and full stops, with `-` in old ones.
fn is_page_name(text: &str) -> bool {
    (2..=80).contains(&text.len())
        && !text.contains("..")
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
        && !text.to_ascii_lowercase().trim_start_matches("www.").starts_with("facebook.com")
}

/// The text as an address of one of these sites or of a part of one, as `https`.
fn page(written: &str, sites: &[&str]) -> Option<Url> {
    let mut url = WebAddress::parse(written).ok()?.url().clone();
    let host = url.host_str()?;
    let of_site = |site: &&str| {
        host.strip_suffix(*site).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    };
    if !sites.iter().any(of_site) {
        return None;
    }
    url.set_scheme("https").ok()?;
    Some(url)
}

/// An address as people read it: no scheme, no `www.`, no slash at the end.
fn bare(url: &Url) -> String {
    let text = url.as_str().trim_start_matches("https://").trim_start_matches("www.");
    text.trim_end_matches('/').to_owned()
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

    #[test]
    fn facebook_pages_are_linked_without_what_traces() {
        for (written, shown, href) in [
            ("KhonKaenCity", "KhonKaenCity", "https://www.facebook.com/KhonKaenCity"),
            (
                "https://m.facebook.com/KhonKaenCity/?fbclid=x",
                "KhonKaenCity",
                "https://www.facebook.com/KhonKaenCity",
            ),
            ("http://fb.com/kk.city", "kk.city", "https://www.facebook.com/kk.city"),
            (
                "https://www.facebook.com/profile.php?id=1000&ref=x",
                "facebook.com/profile.php?id=1000",
                "https://www.facebook.com/profile.php?id=1000",
            ),
            (
                "https://www.facebook.com/groups/kk/",
                "facebook.com/groups/kk",
                "https://www.facebook.com/groups/kk/",
            ),
            ("https://fb.me/abc", "fb.me/abc", "https://fb.me/abc"),
        ] {
            let page = Facebook::parse(written).unwrap();
            assert_eq!((page.as_str(), page.href()), (shown, href), "{written}");
        }
    }

    #[test]
    fn what_is_no_facebook_page_is_refused() {
        for (written, suggestion) in [
            ("facebook.com/KhonKaenCity", Some("https://facebook.com/KhonKaenCity")),
            ("@KhonKaenCity", Some("KhonKaenCity")),
            ("เทศบาลนครขอนแก่น", None),
            ("https://www.facebook.com/", None),
            ("https://facebook.com.example.com/x", None),
            ("", None),
        ] {
            let problem = Facebook::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::FacebookInvalid);
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(written in "\\PC{0,40}|(line|fb|https://line.me/)[a-z@~/%0-9. ]{0,20}") {
            if let Some(suggestion) = LineId::parse(&written).err().and_then(|p| p.suggestion) {
                proptest::prop_assert!(LineId::parse(&suggestion).is_ok());
            }
            if let Some(suggestion) = Facebook::parse(&written).err().and_then(|p| p.suggestion) {
                proptest::prop_assert!(Facebook::parse(&suggestion).is_ok());
            }
        }
    }
}
