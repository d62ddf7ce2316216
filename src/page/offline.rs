//! What keeps pages for reading without a network: the theme's worker and what it must have.

/// A theme's service worker (W3C Service Workers), before the site's words are given to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// The script.
    pub script: String,
    /// The paths below the root of the files that the offline page is shown with.
    pub needs: Vec<String>,
}
