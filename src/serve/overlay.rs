//! Findings over the page that an editor has open.
//!
//! In: findings as cards. Out: HTML that a page gets at the end of its body. Promise: whatever comes
//! from content is escaped; there is no inline style and no script; folded or not, it can be read
//! and used with a keyboard and on a phone.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::diagnostic::Severity;
use crate::prose::escape;
use crate::report::Card;

/// What lies over every page while there are mistakes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// The language of the words, as a tag.
    pub language: String,
    /// How many findings of what weight there are.
    pub heading: String,
    /// What the page below shows meanwhile.
    pub note: String,
    /// The findings.
    pub cards: Vec<Card>,
    /// The folder that paths are relative to, for links into an editor.
    pub root: PathBuf,
}

impl Overlay {
    /// The overlay as HTML. With `links` the places lead into the editor on this computer.
    pub(super) fn html(&self, links: bool) -> String {
        let mut html = format!(
            "<aside id=\"nakhon-overlay\" lang=\"{}\"><details open><summary>{}</summary><p>{}</p><ol>",
            escape(&self.language),
            escape(&self.heading),
            escape(&self.note),
        );
        for card in &self.cards {
            self.card(card, links, &mut html);
        }
        html.push_str("</ol></details></aside>");
        html
    }

    fn card(&self, card: &Card, links: bool, html: &mut String) {
        let class = match card.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (label, message) = (escape(&card.label), escape(&card.message));
        // Writing to a string does not fail.
        let _ = write!(html, "<li class=\"{class}\"><p><strong>{label}</strong> {message}</p>");
        let _ = write!(html, "<p>{}</p>", place(&self.root, &card.path, card.place, links));
        if let Some([before, marked, after]) = &card.line {
            let [before, marked, after] = [before, marked, after].map(|part| escape(part));
            let _ = write!(html, "<pre>{before}<mark>{marked}</mark>{after}</pre>");
        }
        for advice in &card.advice {
            let _ = write!(html, "<p class=\"advice\">{}</p>", escape(advice));
        }
        if let Some(more) = &card.more {
            let _ = write!(html, "<p>{}</p>", escape(more));
        }
        html.push_str("</li>");
    }
}

/// A place in a file of the site, leading into the editor where that is on this computer.
pub fn place(root: &Path, path: &str, at: Option<(usize, usize)>, links: bool) -> String {
    let position = at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let shown = format!("<code>{}{position}</code>", escape(path));
    let absolute = std::path::absolute(root.join(path)).ok().filter(|_| links);
    let Some(absolute) = absolute.as_deref().and_then(Path::to_str) else { return shown };
    let address = absolute.replace('\\', "/");
    let address = super::guard::encode(address.trim_start_matches('/'));
    format!("<a href=\"vscode://file/{address}{position}\">{shown}</a>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlay() -> Overlay {
        let card = Card {
            severity: Severity::Error,
            label: "ข้อผิดพลาด".to_owned(),
            code: "unknown-id",
            message: "<b>".to_owned(),
            advice: vec!["a & b".to_owned()],
            path: "content/a b.yaml".to_owned(),
            place: Some((2, 7)),
            line: Some(["kind: ".to_owned(), "<x>".to_owned(), String::new()]),
            more: Some("1 <i>".to_owned()),
        };
        let root = PathBuf::from("/site");
        Overlay { language: "th".to_owned(), cards: vec![card], root, ..Overlay::default() }
    }

    #[test]
    fn what_comes_from_content_is_text() {
        let html = overlay().html(false);
        assert!(html.contains("<pre>kind: <mark>&lt;x&gt;</mark></pre>"), "{html}");
        assert!(html.contains("&lt;b&gt;") && html.contains("a &amp; b"), "{html}");
        assert!(html.contains("<p>1 &lt;i&gt;</p></li>"), "{html}");
    }

    #[test]
    #[cfg(unix)]
    fn places_lead_into_the_editor_on_this_computer_only() {
        let link = "<a href=\"vscode://file/site/content/a%20b.yaml:2:7\">";
        assert!(overlay().html(true).contains(link), "{}", overlay().html(true));
        let html = overlay().html(false);
        assert!(!html.contains("/site/") && html.contains("<code>content/a b.yaml:2:7</code>"));
    }
}
