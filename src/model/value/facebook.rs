//! Pages on Facebook.

use std::fmt;

use url::Url;

use super::text::problem;
use super::web::{bare, page};
use crate::diagnostic::{Code, Problem};

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

#[cfg(test)]
mod tests {
    use super::*;

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
        fn nothing_panics(written in "\\PC{0,40}|(fb|https://fb.com/)[a-z@~/%0-9.? ]{0,20}") {
            if let Some(suggestion) = Facebook::parse(&written).err().and_then(|p| p.suggestion) {
                proptest::prop_assert!(Facebook::parse(&suggestion).is_ok());
            }
        }
    }
}
