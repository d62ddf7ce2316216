//! What static hosts read: `_redirects` and `_headers`, as Netlify and Cloudflare Pages have them,
//! and `CNAME`, as GitHub Pages has it.
//!
//! In: what pages are made of. Out: one line a redirect, one block a rule. Promise: no header is
//! stated by two rules that match one address, because Cloudflare joins the values with a comma
//! and browsers make nothing good of two cache lifetimes.

use std::fmt::Write;

use super::kind::{IMMUTABLE, IMMUTABLE_FOLDERS};
use crate::page::{Base, Builder, Feed, Redirect, policy_of_hosts};

/// What every answer carries, besides the policy for content.
const EVERYWHERE: [(&str, &str); 3] = [
    // A file is what its type says, whatever it looks like.
    ("X-Content-Type-Options", "nosniff"),
    // Foreign sites learn which site a citizen came from, not which page.
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    // A listing sorts by what is nearest when it is asked to; nothing here asks for the others, and
    // nothing that is embedded may ask at all.
    ("Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"),
];

/// Domains that hosts lend to sites: one below them is no domain of one's own.
const LENT: [&str; 8] = [
    "github.io",
    "gitlab.io",
    "netlify.app",
    "pages.dev",
    "workers.dev",
    "amazonaws.com",
    "web.core.windows.net",
    "localhost",
];

/// Every former address with the one it has now, for hosts that can answer 301.
pub(super) fn redirects(builder: &Builder<'_>, redirects: &[Redirect]) -> Vec<u8> {
    let mut lines = String::new();
    for redirect in redirects {
        let tag = builder.locales[redirect.language.index()].tag().as_str();
        let (from, to) = (redirect.from.path(tag), redirect.to.path(tag));
        let (from, to) = (builder.base.url(&from), builder.base.url(&to));
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{from} {to} 301");
    }
    lines.into_bytes()
}

/// Security for all, a year in the cache for what never changes, and the types of feeds. Pages
/// keep the host's own rule, which on both hosts is to ask again each time.
pub(super) fn headers(builder: &Builder<'_>) -> Vec<u8> {
    let mut text = String::new();
    let policy = policy_of_hosts(builder.index.directory.site.map.tiles.as_ref());
    let policy = ("Content-Security-Policy", policy.as_str());
    let everywhere: Vec<_> = EVERYWHERE.into_iter().chain([policy]).collect();
    rule(&mut text, &builder.base.url("*"), &everywhere);
    for folder in IMMUTABLE_FOLDERS {
        rule(&mut text, &builder.base.url(&format!("{folder}*")), &[("Cache-Control", IMMUTABLE)]);
    }
    // Other sites' scripts may read what is open.
    rule(&mut text, &builder.base.url("data/*"), &[("Access-Control-Allow-Origin", "*")]);
    for locale in builder.locales {
        for feed in [Feed::News, Feed::EventNews] {
            let path = builder.base.url(&feed.path(locale.tag().as_str()));
            rule(&mut text, &path, &[("Content-Type", "application/atom+xml; charset=utf-8")]);
        }
    }
    text.into_bytes()
}

fn rule(text: &mut String, path: &str, headers: &[(&str, &str)]) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{path}");
    for (name, value) in headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
}

/// The site's own domain, for a site that has one to itself.
///
/// A site below a path shares its domain with another, whose `CNAME` it is; a name that a host
/// lends needs none.
pub(super) fn cname(base: &Base) -> Option<Vec<u8>> {
    let url = url::Url::parse(&base.absolute("")).ok()?;
    let own = base.path() == "/" && url.port().is_none() && url.scheme() == "https";
    let domain = url.domain().filter(|_| own)?;
    let lent = LENT.iter().any(|lender| {
        domain.strip_suffix(lender).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    (!lent && domain.contains('.')).then(|| format!("{domain}\n").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_domain_of_ones_own_is_named() {
        let table = [
            ("https://learning.city.example/", Some("learning.city.example\n")),
            ("https://เมือง.example/", Some("xn--72c5ctb0b4b.example\n")),
            ("https://city.example/directory/", None),
            ("https://city.github.io/", None),
            ("https://notgithub.io/", Some("notgithub.io\n")),
            ("https://localhost/", None),
            ("https://10.0.0.1/", None),
            ("https://city.example:8443/", None),
            ("http://city.example/", None),
        ];
        for (address, expected) in table {
            let named = cname(&Base::new(address)).map(|bytes| String::from_utf8(bytes).unwrap());
            assert_eq!(named.as_deref(), expected, "{address}");
        }
    }
}
