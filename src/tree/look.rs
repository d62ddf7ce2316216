//! The look of a theme, and what is drawn from it when the tree is made.

use super::Project;
use crate::page::Look;
use crate::picture::Icon;
use crate::picture::preview::{Painter, token};
use crate::theme::fingerprinted;

/// What a site can do without, where time or room is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// The pictures that chats show of a page.
    Previews,
    /// The codes of addresses on printed pages.
    Codes,
}

/// The theme's emblem, by the name that templates ask for.
const EMBLEM: &str = "pictures/emblem.svg";

pub(super) fn of(project: &Project) -> Look {
    let style = bytes(project, "styles.css").unwrap_or_default();
    let style = String::from_utf8_lossy(style);
    let emblem = bytes(project, EMBLEM);
    let asked = |extra| !project.without.contains(&extra);
    let icons = Icon::ALL.into_iter().filter_map(|icon| {
        // The address tells what it is drawn from; a cut of the same emblem has another name.
        Some((icon, fingerprinted(&format!("{}.png", icon.name()), emblem?)))
    });
    Look {
        painter: asked(Extra::Previews).then(|| Painter::new(&style, emblem)),
        icons: icons.collect(),
        paper: token(&style, "--paper"),
        masthead: token(&style, "--masthead"),
        codes: asked(Extra::Codes),
    }
}

/// Draws an icon. Where the emblem is no drawing it is empty, as the theme's own file is.
pub(super) fn icon(project: &Project, icon: Icon) -> Vec<u8> {
    bytes(project, EMBLEM).and_then(|emblem| icon.draw(emblem)).unwrap_or_default()
}

fn bytes<'p>(project: &'p Project, name: &str) -> Option<&'p [u8]> {
    let path = project.assets.path(name)?;
    let file = project.assets.files.iter().find(|file| file.path == path)?;
    Some(&file.bytes)
}
