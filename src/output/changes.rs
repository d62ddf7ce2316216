//! What differs between two trees, as people count it: pages.
//!
//! In: the manifests of what was published and of what is about to be, and their files. Out: the
//! pages that came, changed and went, each with its title. Promise: the same two trees give the
//! same changes; a page whose own part is the same is not said to have changed because a style
//! sheet or the navigation around it did.

use super::manifest::Manifest;
use super::verify::{Event, decode, read};
use crate::export::kind;

/// A page that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPage {
    /// The path of its file below the root.
    pub file: String,
    /// Its title, where its file can be read.
    pub title: Option<String>,
}

/// What differs between two trees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Pages that were not there before.
    pub added: Vec<ChangedPage>,
    /// Pages whose own part is another.
    pub changed: Vec<ChangedPage>,
    /// Pages that are not there any more.
    pub removed: Vec<ChangedPage>,
    /// How many pages changed only around their own part.
    pub around: usize,
    /// How many files that are no pages came, changed or went.
    pub files: usize,
}

impl Changes {
    /// Compares two trees. `old` and `new` read their files; what is not at hand counts as changed.
    pub fn between(
        before: &Manifest,
        after: &Manifest,
        old: impl Fn(&str) -> Option<String>,
        new: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let mut changes = Self::default();
        for (file, print) in &after.files {
            let known = before.files.get(file);
            if known == Some(print) {
                continue;
            }
            let html = if is_page(file) { new(file) } else { None };
            let Some(page) = listed(file, html.as_deref()) else {
                changes.files += usize::from(kind::coding(file).is_none());
                continue;
            };
            match (known, old(file)) {
                (None, _) => changes.added.push(page),
                (Some(_), Some(old)) if own_part(&old) == html.as_deref().and_then(own_part) => {
                    changes.around += 1;
                }
                (Some(_), _) => changes.changed.push(page),
            }
        }
        for file in before.files.keys().filter(|file| !after.files.contains_key(*file)) {
            let html = if is_page(file) { old(file) } else { None };
            match listed(file, html.as_deref()) {
                Some(page) => changes.removed.push(page),
                None => changes.files += usize::from(kind::coding(file).is_none()),
            }
        }
        changes
    }

    /// Whether the two trees are the same.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn is_page(file: &str) -> bool {
    kind::media_type(file) == kind::HTML
}

/// A page as it is listed; nothing for a file that is none, or only leads on to another.
fn listed(file: &str, html: Option<&str>) -> Option<ChangedPage> {
    let leads_on = html.is_some_and(|html| html.contains("http-equiv=\"refresh\""));
    (is_page(file) && !leads_on)
        .then(|| ChangedPage { file: file.to_owned(), title: html.and_then(title) })
}

fn title(html: &str) -> Option<String> {
    let mut title = None;
    read(html, |event| {
        if let Event::Text { element: "title", text } = event {
            title.get_or_insert_with(|| decode(text).trim().to_owned());
        }
    });
    title.filter(|title| !title.is_empty())
}

/// What a page is about: what stands between the tags of its `main`.
fn own_part(html: &str) -> Option<&str> {
    let begin = html.find("<main")?;
    let end = html[begin..].find("</main>")?;
    Some(&html[begin..begin + end])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::output::Fingerprint;

    fn page(title: &str, style: &str, text: &str) -> String {
        format!("<title>{title}</title><link href={style}><main>{text}</main>")
    }

    fn compared(before: &[(&str, String)], after: &[(&str, String)]) -> Changes {
        let files = |tree: &[(&str, String)]| -> BTreeMap<String, String> {
            tree.iter().map(|(path, text)| ((*path).to_owned(), text.clone())).collect()
        };
        let (before, after) = (files(before), files(after));
        let manifest = |files: &BTreeMap<String, String>| {
            let print =
                |(path, text): (&String, &String)| (path.clone(), Fingerprint::of(text.as_bytes()));
            Manifest { files: files.iter().map(print).collect() }
        };
        Changes::between(
            &manifest(&before),
            &manifest(&after),
            |path| before.get(path).cloned(),
            |path| after.get(path).cloned(),
        )
    }

    #[test]
    fn pages_are_told_by_what_they_say() {
        let leads_on = "<meta http-equiv=\"refresh\" content=\"0\">".to_owned();
        let before = [
            ("th/a/index.html", page("A", "1.css", "a")),
            ("th/b/index.html", page("B", "1.css", "b")),
            ("th/c/index.html", page("C", "1.css", "c")),
            ("1.css", String::new()),
        ];
        let after = [
            ("th/a/index.html", page("A", "2.css", "a")),
            ("th/b/index.html", page("B &amp; b", "2.css", "bb")),
            ("th/d/index.html", page("D", "2.css", "d")),
            ("th/e/index.html", leads_on),
            ("th/d/index.html.br", "x".to_owned()),
            ("2.css", String::new()),
        ];
        let listed = |file: &str, title: &str| {
            vec![ChangedPage { file: file.to_owned(), title: Some(title.to_owned()) }]
        };
        assert_eq!(
            compared(&before, &after),
            Changes {
                added: listed("th/d/index.html", "D"),
                changed: listed("th/b/index.html", "B & b"),
                removed: listed("th/c/index.html", "C"),
                around: 1,
                files: 3,
            }
        );
        assert!(compared(&before, &before).is_empty());
    }
}
