//! What an open page is held against, to tell what a change means for it.
//!
//! In: a page as the site has it. Out: the digest of it all, the digest of all but its style sheets,
//! and the addresses of these. Promise: two pages of one frame differ in their style sheets alone.

/// The marks of one page.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(super) struct Prints {
    /// Of the page.
    pub(super) page: String,
    /// Of the page without its style sheets.
    pub(super) frame: String,
    /// The addresses of the style sheets, as they are written.
    pub(super) styles: Vec<String>,
}

impl Prints {
    /// Takes the marks of a page.
    pub(super) fn of(page: &[u8]) -> Self {
        let text = String::from_utf8_lossy(page);
        let mut frame = blake3::Hasher::new();
        let mut styles = Vec::new();
        let mut rest = &*text;
        while let Some(begin) = rest.find("<link") {
            let Some(length) = rest[begin..].find('>') else { break };
            let (before, link) = (&rest[..begin], &rest[begin..=begin + length]);
            frame.update(before.as_bytes());
            if attribute(link, "rel").is_some_and(|rel| rel.contains("stylesheet")) {
                styles.extend(attribute(link, "href").map(|href| href.replace("&amp;", "&")));
            } else {
                frame.update(link.as_bytes());
            }
            rest = &rest[begin + length + 1..];
        }
        frame.update(rest.as_bytes());
        Self { page: short(&blake3::hash(page)), frame: short(&frame.finalize()), styles }
    }
}

/// Enough of a digest to tell the states of one page apart.
fn short(digest: &blake3::Hash) -> String {
    digest.to_hex().chars().take(24).collect()
}

/// The value of an attribute in quotation marks.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let begin = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = &tag[begin..];
    value.find('"').map(|end| &value[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_no_part_of_the_frame() {
        let page = |style: &str, text: &str| {
            Prints::of(
                format!(
                    "<head><link rel=\"icon\" href=\"/i\"><link rel=\"stylesheet\" href=\"{style}\">\
                     </head><body>{text}"
                )
                .as_bytes(),
            )
        };
        let (one, other, else_) =
            (page("/a.1.css", "x"), page("/a.2.css", "x"), page("/a.1.css", "y"));
        assert_eq!(
            (one.styles.as_slice(), &one.frame),
            (&["/a.1.css".to_owned()][..], &other.frame)
        );
        assert_ne!(one.page, other.page);
        assert_ne!(one.frame, else_.frame);
        // A tag that is cut short ends nothing but the search.
        assert_eq!(Prints::of("<link rel=\"stylesheet\" href=\"/ก".as_bytes()).styles, [""; 0]);
    }
}
