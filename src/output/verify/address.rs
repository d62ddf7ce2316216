//! Addresses as pages write them, resolved to files of the tree.
//!
//! In: a base, the page that an address stands on and the address. Out: what it leads to. Promise:
//! the same as a browser's answer on a plain static host (URL Standard), in what our pages use.

use std::borrow::Cow;

use super::page::{Name, name_of};
use crate::page::Base;

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target<'a> {
    /// A file of the tree, and a fragment of it where one is named.
    Inside {
        /// The path of the file below the root.
        path: String,
        /// The part after `#`, decoded.
        fragment: Option<Cow<'a, str>>,
    },
    /// Another site.
    Foreign,
    /// A mail program, a telephone, bytes in the address itself.
    Elsewhere,
    /// A place on our host that is not the tree's.
    Outside,
}

/// Resolves addresses of one tree.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    /// The absolute address of the root without its scheme: `city.example/directory/`.
    bare: String,
    /// The root's path.
    path: String,
}

impl Resolver {
    pub(super) fn new(base: &Base) -> Self {
        let absolute = base.absolute("");
        let bare = absolute.split_once("://").map_or(absolute.as_str(), |(_, bare)| bare);
        Self { bare: bare.to_owned(), path: base.path().to_owned() }
    }

    /// The name of what a plain address leads to: one from the root of the host, with nothing to
    /// decode or to fold. Most are, and none of these costs an allocation.
    pub(super) fn plain(&self, written: &str) -> Option<Name> {
        Self::plain_below(written.strip_prefix(self.path.as_str())?)
    }

    /// The same of what stands behind the root.
    pub(super) fn plain_below(rest: &str) -> Option<Name> {
        if rest.starts_with('.') {
            return None;
        }
        // The root's own path ends in one.
        let mut before = b'/';
        for byte in rest.bytes() {
            let is_more = matches!(byte, b'%' | b'?' | b'#' | b' ');
            if is_more || matches!((before, byte), (b'.', b'.' | b'/') | (b'/', b'/')) {
                return None;
            }
            before = byte;
        }
        let folder = rest.is_empty() || rest.ends_with('/');
        Some(name_of([rest, if folder { "index.html" } else { "" }]))
    }

    /// What `written` on the page at `page` leads to.
    pub(super) fn resolve<'a>(&self, page: &str, written: &'a str) -> Target<'a> {
        let written = written.trim_ascii();
        if let Some(rest) = self.absolute(written) {
            return inside("", rest);
        }
        if written.starts_with("//") || has_scheme(written, &["http", "https", "webcal"]) {
            return Target::Foreign;
        }
        if scheme(written).is_some() {
            return Target::Elsewhere;
        }
        if written.starts_with('/') {
            return match written.strip_prefix(self.path.as_str()) {
                Some(rest) => inside("", rest),
                None => Target::Outside,
            };
        }
        if written.is_empty() || written.starts_with(['#', '?']) {
            let fragment = fragment(written).1;
            return Target::Inside { path: page.to_owned(), fragment };
        }
        let folder = page.rfind('/').map_or("", |at| &page[..=at]);
        inside(folder, written)
    }

    /// The part below the root of an absolute address of this site.
    pub(super) fn absolute<'a>(&self, written: &'a str) -> Option<&'a str> {
        let (scheme, bare) = written.split_once("://")?;
        let ours = ["https", "http", "webcal"].contains(&scheme);
        ours.then(|| bare.strip_prefix(self.bare.as_str()))?
    }

    /// The name of the file that an address leads into.
    pub(super) fn file(&self, address: &str) -> Option<Name> {
        match self.resolve("", address) {
            Target::Inside { path, .. } => Some(name_of([path.as_str()])),
            _ => None,
        }
    }

    /// One spelling for all that lead to the same place.
    pub(super) fn canonical(&self, address: &str) -> String {
        match self.resolve("", address) {
            Target::Inside { path, fragment } => self.url(&path, fragment.as_deref()),
            _ => address.to_owned(),
        }
    }

    /// The address of a file from the root of the host.
    pub(super) fn url(&self, path: &str, fragment: Option<&str>) -> String {
        let folder = path.strip_suffix("index.html");
        let folder = folder.filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let hash = fragment.map_or(String::new(), |fragment| format!("#{fragment}"));
        format!("{}{}{hash}", self.path, folder.unwrap_or(path))
    }

    /// What stands in front of every absolute address of this site, after its scheme.
    pub(super) fn bare(&self) -> &str {
        &self.bare
    }
}

/// A file below `folder`.
fn inside<'a>(folder: &str, written: &'a str) -> Target<'a> {
    let (path, fragment) = fragment(written);
    let path = path.split('?').next().unwrap_or_default();
    let mut parts: Vec<Cow<'_, str>> = folder.split('/').map(Cow::Borrowed).collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Target::Outside;
                }
            }
            part => parts.push(percent_decoded(part)),
        }
    }
    let mut path = parts.join("/");
    let is_folder = written.is_empty() || path.is_empty() || path.ends_with('/');
    if is_folder {
        path.push_str("index.html");
    }
    Target::Inside { path, fragment }
}

fn fragment(written: &str) -> (&str, Option<Cow<'_, str>>) {
    match written.split_once('#') {
        // The top of a page is always there (HTML Standard, 7.4.6.3).
        Some((path, "" | "top")) => (path, None),
        Some((path, fragment)) => (path, Some(percent_decoded(fragment))),
        None => (written, None),
    }
}

fn percent_decoded(part: &str) -> Cow<'_, str> {
    if !part.contains('%') {
        return Cow::Borrowed(part);
    }
    let bytes = part.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = part.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).map_or(Cow::Borrowed(part), Cow::Owned)
}

fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    valid.then_some(scheme)
}

fn has_scheme(written: &str, schemes: &[&str]) -> bool {
    scheme(written).is_some_and(|it| schemes.iter().any(|one| it.eq_ignore_ascii_case(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(base: &str, page: &str, written: &str) -> String {
        let resolver = Resolver::new(&Base::new(base));
        match resolver.resolve(page, written) {
            Target::Inside { path, fragment: None } => path,
            Target::Inside { path, fragment: Some(fragment) } => format!("{path} # {fragment}"),
            Target::Foreign => "foreign".to_owned(),
            Target::Elsewhere => "elsewhere".to_owned(),
            Target::Outside => "outside".to_owned(),
        }
    }

    #[test]
    fn plain_addresses_have_the_name_of_what_they_lead_to() {
        let resolver = Resolver::new(&Base::new("https://city.example/learn/"));
        let plain = ["/learn/", "/learn/th/", "/learn/th/a.b.css", "/learn/data/spaces.csv"];
        for written in plain {
            let Target::Inside { path, fragment: None } = resolver.resolve("x", written) else {
                panic!("{written}");
            };
            assert_eq!(resolver.plain(written), Some(super::super::page::name(&path, None)));
        }
        for written in
            ["/", "/learn/../x", "/learn//x", "/learn/a%20b", "/learn/?q", "/learn/#a", "a"]
        {
            assert_eq!(resolver.plain(written), None, "{written}");
        }
    }

    #[test]
    fn addresses_lead_where_a_browser_goes() {
        let page = "th/spaces/index.html";
        let table = [
            ("/learn/th/", "th/index.html"),
            ("/learn/", "index.html"),
            ("/th/", "outside"),
            ("https://city.example/learn/th/feed.xml", "th/feed.xml"),
            ("webcal://city.example/learn/th/events.ics", "th/events.ics"),
            ("https://city.example/", "foreign"),
            ("https://city.example.net/learn/th/", "foreign"),
            ("//elsewhere.example/", "foreign"),
            ("mailto:a@city.example", "elsewhere"),
            ("#main", "th/spaces/index.html # main"),
            ("#top", "th/spaces/index.html"),
            ("?q=1#found", "th/spaces/index.html # found"),
            ("", "th/spaces/index.html"),
            ("library/", "th/spaces/library/index.html"),
            ("../events/?kind=a#%E0%B8%81", "th/events/index.html # ก"),
            ("../../../x", "outside"),
            ("./a%20b.png", "th/spaces/a b.png"),
        ];
        for (written, expected) in table {
            assert_eq!(
                resolve("https://city.example/learn/", page, written),
                expected,
                "{written}"
            );
        }
    }
}
