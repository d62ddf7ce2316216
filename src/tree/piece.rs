//! What can stand at an address of the tree.

use crate::language::Lang;
use crate::page::{Feed, Making, Page, Redirect, Route};
use crate::picture::Icon;

/// One file of the tree and what makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A page.
    Page(Page),
    /// A page that leads on from a former address.
    Redirect(Redirect),
    /// A file of the theme, by its place among them.
    Asset(usize),
    /// A file of the content, by its path relative to `content/`, or a form of it.
    File(String, Making),
    /// What chats show of a page before it is opened.
    Preview(Page),
    /// The emblem in a size.
    Icon(Icon),
    /// A calendar to subscribe to, or one event to take.
    Calendar(Lang, Feed),
}

impl Piece {
    /// The batch that it tells of and so cannot be made before.
    pub fn batch(&self) -> Option<Batch> {
        match self {
            Self::Page(page) => match page.route {
                Route::Search => Some(Batch::Search(page.language.index())),
                Route::Listing(_, 1) => Some(Batch::Facets(page.language.index())),
                Route::OpenData => Some(Batch::OpenData),
                _ => None,
            },
            _ => None,
        }
    }

    /// The language that it speaks, where it speaks one.
    pub fn language(&self) -> Option<Lang> {
        match self {
            Self::Page(page) | Self::Preview(page) => Some(page.language),
            Self::Redirect(redirect) => Some(redirect.language),
            Self::Calendar(language, _) => Some(*language),
            Self::Asset(_) | Self::File(..) | Self::Icon(_) => None,
        }
    }

    /// Whether making it can find what an editor of the theme must mend.
    pub fn can_fail(&self) -> bool {
        matches!(self, Self::Page(_) | Self::Redirect(_))
    }

    /// Whether it can name other files of the tree. Pictures cannot, and are dear to make.
    pub fn can_link(&self) -> bool {
        !matches!(self, Self::File(..) | Self::Preview(_) | Self::Icon(_))
    }

    /// Whether people read it.
    pub fn is_page(&self) -> bool {
        matches!(self, Self::Page(_))
    }
}

/// Files that are made together, and of which not even the paths are known before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Batch {
    /// The search index of a language, given by its place in the site's order.
    Search(usize),
    /// The facets of the listings of a language, given likewise.
    Facets(usize),
    /// The open data.
    OpenData,
    /// What search engines, feed readers and hosts read.
    Exports,
}

impl Batch {
    /// Whether a file of that path might come in it.
    pub(super) fn may_hold(self, path: &str) -> bool {
        match self {
            Self::Search(_) => path.starts_with("assets/search-"),
            Self::Facets(_) => path.starts_with("assets/facets-"),
            Self::OpenData => path.starts_with("data/"),
            Self::Exports => {
                !path.starts_with("assets/") && path.rsplit('.').next() != Some("html")
            }
        }
    }
}
