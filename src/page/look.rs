//! What the theme's look gives besides pages.

use crate::picture::Icon;
use crate::picture::preview::Painter;

/// What the theme's look gives besides pages, and what was asked to be left out.
#[derive(Debug, Default)]
pub struct Look {
    /// Paints previews; none where they are left out.
    pub painter: Option<Painter>,
    /// The icons of the site, each with its path below the root; none where the theme has no emblem.
    pub icons: Vec<(Icon, String)>,
    /// The ground of pages by day, as CSS writes it.
    pub paper: Option<String>,
    /// The ground of the masthead by day.
    pub masthead: Option<String>,
    /// Whether printed pages of entries hold a code of their address.
    pub codes: bool,
}

impl Look {
    /// The icon of a name.
    pub(crate) fn icon(&self, name: &str) -> Option<&str> {
        self.icons.iter().find(|(icon, _)| icon.name() == name).map(|(_, path)| path.as_str())
    }
}
