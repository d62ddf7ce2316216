//! Addresses of pages on the web (WHATWG URL Standard), `http` and `https` alone.

use std::fmt;

use url::Url;

use super::text::problem;
use crate::diagnostic::{Code, Problem, nearest};

/// Longest address that is read, in bytes; browsers and sitemaps take about as much.
const LONGEST: usize = 2_000;

/// Schemes a page may have.
const SCHEMES: [&str; 2] = ["https", "http"];

/// An absolute address of a page, `http` or `https`, in the URL Standard's serialised form:
/// Thai in the path is percent-encoded, an international host is in its ASCII form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Url);

impl WebAddress {
    /// Reads an absolute address. One without a scheme is suggested with `https://`; one of
    /// another scheme is refused as such, because `javascript:` and `data:` run on the page.
    /// White space, control characters, a user's name and a password are refused.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        if let Some(url) = read(written) {
            return Ok(Self(url));
        }
        let text = written.trim();
        if let Some(scheme) = scheme_of(text)
            && !SCHEMES.contains(&scheme.as_str())
            && nearest(&scheme, SCHEMES).is_none()
        {
            return Err(problem(Code::UrlScheme, written)
                .text("scheme", scheme)
                .choices("choices", SCHEMES));
        }
        Err(Problem { suggestion: mended(text), ..problem(Code::UrlInvalid, written) })
    }

    /// The whole address, for a link.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host, in its ASCII form.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The address in its parts.
    pub fn url(&self) -> &Url {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

/// The text as an address of one of these sites or of a part of one, as `https`.
pub(super) fn page(written: &str, sites: &[&str]) -> Option<Url> {
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
pub(super) fn bare(url: &Url) -> String {
    let text = url.as_str().trim_start_matches("https://").trim_start_matches("www.");
    text.trim_end_matches('/').to_owned()
}

/// The address, if it is one as it stands.
fn read(text: &str) -> Option<Url> {
    let (scheme, rest) = text.split_once("://")?;
    let allowed = SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed));
    let hostless = rest.is_empty() || rest.starts_with(['/', '\\', '?', '#', ':']);
    let unclean = text.len() > LONGEST || text.chars().any(|c| c.is_whitespace() || c.is_control());
    if !allowed || hostless || unclean {
        return None;
    }
    let url = Url::parse(text).ok()?;
    let private = !url.username().is_empty() || url.password().is_some();
    (!private && url.host_str().is_some_and(is_host)).then_some(url)
}

/// Whether it is a numeric address, or labels with something in each.
fn is_host(host: &str) -> bool {
    host.starts_with('[')
        || host.strip_suffix('.').unwrap_or(host).split('.').all(|l| !l.is_empty())
}

/// What stands before the first `:`, if that is a scheme and no host with a port (RFC 3986 §3.1).
fn scheme_of(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let (scheme, rest) = text.split_once(':')?;
    let shaped = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'));
    let port = scheme == "localhost" && rest.starts_with(|c: char| c.is_ascii_digit());
    (shaped && !port).then(|| scheme.to_ascii_lowercase())
}

/// The address that was meant: with a scheme, without spaces at its ends or a user's name.
fn mended(text: &str) -> Option<String> {
    if text.len() > LONGEST || text.chars().any(char::is_control) {
        return None;
    }
    let scheme = scheme_of(text);
    let rest = scheme.as_ref().map_or(text, |scheme| &text[(scheme.len() + 1).min(text.len())..]);
    let rest = rest.trim_start_matches(['/', '\\', ':', ';']);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let name = scheme.filter(|scheme| scheme == "http").unwrap_or_else(|| "https".to_owned());
    let candidate = format!("{name}://{host}{}", path.replace(' ', "%20"));
    (host.contains('.') && read(&candidate).is_some()).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(written: &str) -> (Code, Option<String>) {
        let problem = WebAddress::parse(written).unwrap_err();
        (problem.code, problem.suggestion)
    }

    #[test]
    fn addresses_are_read_and_serialised() {
        for (written, read) in [
            ("https://www.kkmuni.go.th/", "https://www.kkmuni.go.th/"),
            ("https://kku.ac.th", "https://kku.ac.th/"),
            ("HTTP://KKU.ac.th:8080/a?b=c#d", "http://kku.ac.th:8080/a?b=c#d"),
            ("https://kku.ac.th/ข", "https://kku.ac.th/%E0%B8%82"),
            ("http://localhost:8000/x/", "http://localhost:8000/x/"),
        ] {
            assert_eq!(WebAddress::parse(written).unwrap().as_str(), read);
        }
    }

    #[test]
    fn a_forgotten_scheme_is_suggested() {
        for (written, suggestion) in [
            ("www.kku.ac.th", "https://www.kku.ac.th"),
            ("kku.ac.th:8080/a b", "https://kku.ac.th:8080/a%20b"),
            ("//kku.ac.th/x", "https://kku.ac.th/x"),
            ("htps://kku.ac.th", "https://kku.ac.th"),
            ("http:/kku.ac.th", "http://kku.ac.th"),
            (" https://kku.ac.th ", "https://kku.ac.th"),
            ("https://user:secret@kku.ac.th/", "https://kku.ac.th/"),
            ("https:///kku.ac.th", "https://kku.ac.th"),
        ] {
            let expected = (Code::UrlInvalid, Some(suggestion.to_owned()));
            assert_eq!(refused(written), expected, "{written}");
        }
        for written in [
            "",
            "เว็บไซต์",
            "https://",
            "https://a..b/",
            "https://exa mple.com",
            "http",
            ":",
            "/path",
            "https://[::1",
            "https://ex\u{7}ample.com",
        ] {
            assert_eq!(refused(written), (Code::UrlInvalid, None), "{written}");
        }
        assert_eq!(refused(&format!("https://a.th/{}", "a".repeat(3000))).1, None);
    }

    #[test]
    fn other_schemes_are_refused_by_name() {
        for written in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            " data:text/html,x",
            "mailto:a@b.th",
            "ftp://kku.ac.th/",
            "file:///etc/passwd",
            "tel:1669",
            "line://ti/p/@x",
            "vbscript:x",
        ] {
            assert_eq!(refused(written), (Code::UrlScheme, None), "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(written in "\\PC{0,40}|[a-z:/@.? ]{0,20}") {
            if let Some(suggestion) = WebAddress::parse(&written).err().and_then(|p| p.suggestion) {
                proptest::prop_assert!(WebAddress::parse(&suggestion).is_ok(), "{}", suggestion);
            }
        }
    }
}
