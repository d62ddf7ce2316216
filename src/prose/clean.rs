//! Raw HTML of authors, cut down to what a prose needs.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Cleans HTML that holds an author's own tags: elements of running text stay, everything that
/// could run, load from elsewhere or change the page's look goes.
pub(super) fn clean(html: &str) -> String {
    static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(cleaner);
    CLEANER.clean(html).to_string()
}

fn cleaner() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    builder
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "geo"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .add_generic_attributes(["id", "lang", "class", "role", "aria-label", "tabindex"])
        .add_tag_attributes("img", ["loading", "decoding", "width", "height"])
        .add_tag_attributes("source", ["type", "srcset", "sizes"])
        .add_tags(["section", "picture", "source"])
        // Pictures of authors are Markdown pictures: only those are checked and published.
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") | ("source", "srcset") if value.contains("//") => None,
            _ => Some(value.into()),
        });
    builder
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_could_run_or_load_goes() {
        assert_eq!(clean("<b onclick=\"x()\">ก</b><script>x()</script>"), "<b>ก</b>");
        assert_eq!(clean("<a href=\"javascript:x()\">ก</a>"), "<a>ก</a>");
        assert_eq!(clean("<p style=\"color:red\">ก</p>"), "<p>ก</p>");
        assert_eq!(clean("<source srcset=\"https://x.example/a.png 1w\">"), "<source>");
        assert_eq!(clean("<img src=\"https://x.example/a.png\" alt=\"\">"), "<img alt=\"\">");
    }
}
