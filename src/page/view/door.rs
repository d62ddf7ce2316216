//! Pages of all languages: the door, and 404s.

use serde::Serialize;

use super::frame::Link;

/// The door: one language after the other.
#[derive(Debug, Serialize)]
pub struct DoorView {
    /// Each language's way in.
    pub languages: Vec<DoorLanguage>,
    /// A mudmee cover: safe SVG.
    pub cover: String,
}

/// A language's way in; its words are in that language.
#[derive(Debug, Serialize)]
pub struct DoorLanguage {
    /// BCP 47 tag.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// Its home.
    pub url: String,
    /// The site's title.
    pub title: String,
    /// The site's tagline.
    pub tagline: Option<String>,
    /// The message `door-enter`.
    pub enter: String,
    /// The city's standing.
    pub membership: Option<String>,
}

/// Nothing here. At the root in every language, else in one.
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// One block a language, the page's own first.
    pub languages: Vec<NotFoundLanguage>,
}

/// "Not found" in one language.
#[derive(Debug, Serialize)]
pub struct NotFoundLanguage {
    /// BCP 47 tag.
    pub lang: String,
    /// The message `not-found-title` in that language.
    pub title: String,
    /// The message `not-found-text` in that language.
    pub text: String,
    /// Sections to go on from, in that language.
    pub links: Vec<Link>,
}

/// `redirect.html`: the page at a former address, for hosts that cannot answer 301.
#[derive(Debug, Serialize)]
pub struct RedirectView {
    /// What the browser may load and run: a Content-Security-Policy.
    pub policy: String,
    /// The address of the page it leads to.
    pub target: String,
    /// The same, absolute.
    pub canonical: String,
    /// BCP 47 tag of both.
    pub lang: String,
    /// The title of the page it leads to.
    pub title: String,
}
