//! What a browser may load and run on a page (Content Security Policy Level 3).
//!
//! In: the site's map settings. Out: the policy that stands in a page's `<meta>` and the one that
//! hosts send as a header. Promise: nothing inline runs or styles, nothing comes from another
//! origin; the servers of `map.tiles` may send pictures, and to the map page alone.
//!
//! A browser that is given both obeys both. A host's header can hardly differ by page (rules of
//! `_headers` add up), so the header names the tile servers for the whole site and each other page
//! takes them back.

use crate::model::value::Tiles;

/// What every page may do. `style` attributes set by script are no concern of the policy.
const OWN: &str = "default-src 'none'; base-uri 'none'; form-action 'self'; connect-src 'self'; \
                   font-src 'self'; manifest-src 'self'; script-src 'self'; style-src 'self'; \
                   worker-src 'self'; img-src 'self'";

/// The policy of a page, for `<meta http-equiv="Content-Security-Policy">`. `tiles` are given to
/// the map page alone.
pub(crate) fn in_page(tiles: Option<&Tiles>) -> String {
    let mut policy = OWN.to_owned();
    if let Some(tiles) = tiles {
        // Leaflet empties the pictures that it drops with a `data:` of one pixel.
        policy.push_str(" data:");
        for origin in tiles.origins() {
            policy.push(' ');
            policy.push_str(&origin);
        }
    }
    policy
}

/// The policy of all pages of a site, for the header `Content-Security-Policy`. Only a header can
/// say who may frame a page.
pub fn in_header(tiles: Option<&Tiles>) -> String {
    format!("{}; frame-ancestors 'none'", in_page(tiles))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_open_pictures_and_nothing_else() {
        let tiles = Tiles::parse("https://{s}.tiles.example/{z}/{x}/{y}.png").unwrap();
        let (strict, open) = (in_page(None), in_page(Some(&tiles)));
        assert_eq!(
            open.strip_prefix(&strict),
            Some(" data: https://a.tiles.example https://b.tiles.example https://c.tiles.example")
        );
        assert!(!in_header(Some(&tiles)).contains("unsafe"));
    }
}
