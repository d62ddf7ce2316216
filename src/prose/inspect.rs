//! What a prose refers to, and emphasis that CommonMark leaves open, each with its place.

use pulldown_cmark::{Event, LinkType, Tag};

use super::parser;

/// Something a prose points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What is written as its target.
    pub target: String,
    /// How it is pointed at.
    pub kind: ReferenceKind,
    /// Byte range in the Markdown of the whole link or picture.
    pub range: std::ops::Range<usize>,
}

/// The ways to point at something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `[[kind/slug]]`.
    Smart,
    /// `[label](address)` or `<address>`.
    Link,
    /// `![words](file)`.
    Picture,
}

/// Emphasis marks that stay on the page as asterisks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emphasis {
    /// Byte range in the Markdown, from the opening marks to the closing ones.
    pub range: std::ops::Range<usize>,
    /// What to write instead.
    pub instead: String,
}

/// What a prose refers to and what emphasis it leaves open, each in the order written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspected {
    /// Links and pictures.
    pub references: Vec<Reference>,
    /// Marks that stay on the page as asterisks.
    pub open: Vec<Emphasis>,
}

impl Inspected {
    /// Whether the prose points at nothing but the web, and is at no fault: whatever the rest of the
    /// content becomes, there is nothing to tell of it.
    pub fn leads_only_away(&self) -> bool {
        let leads_away = |it: &Reference| {
            it.kind == ReferenceKind::Link
                && ["https://", "http://"].iter().any(|scheme| it.target.starts_with(scheme))
        };
        self.open.is_empty() && self.references.iter().all(leads_away)
    }

    /// A digest of all that reaches beyond the words of a prose: `head`, what stands above it in its
    /// file, and what it points at, in order. Nothing where there is fault to find with it.
    pub fn outline(&self, head: &str) -> Option<Outline> {
        if !self.open.is_empty() {
            return None;
        }
        let mut hasher = blake3::Hasher::new();
        let mut take = |part: &str| {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        };
        take(head);
        for Reference { target, kind, .. } in &self.references {
            take(match kind {
                ReferenceKind::Smart => "smart",
                ReferenceKind::Link => "link",
                ReferenceKind::Picture => "picture",
            });
            take(target);
        }
        Some(Outline(hasher.finalize()))
    }
}

/// What two states of a Markdown file have in common where nothing but words differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline(blake3::Hash);

impl Outline {
    /// Its digest, in hexadecimal digits.
    pub fn digest(self) -> String {
        self.0.to_hex().to_string()
    }
}

/// Reads a prose for what it refers to and for emphasis left open.
pub fn inspect(markdown: &str) -> Inspected {
    let mut references = Vec::new();
    let mut open = Vec::new();
    let mut code = 0_usize;
    for (event, range) in parser(markdown).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let kind = match link_type {
                    LinkType::WikiLink { .. } => ReferenceKind::Smart,
                    LinkType::Email => continue,
                    _ => ReferenceKind::Link,
                };
                references.push(Reference { target: dest_url.into_string(), kind, range });
            }
            Event::Start(Tag::Image { dest_url, .. }) => references.push(Reference {
                target: dest_url.into_string(),
                kind: ReferenceKind::Picture,
                range,
            }),
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => code = code.saturating_sub(1),
            Event::Text(_) if code == 0 => {
                let text = markdown.get(range.clone()).unwrap_or_default();
                // Marks that close nothing come one by one, so the next one is looked for behind.
                let at = text.find('*').map(|at| range.start + at);
                if let Some(at) = at.filter(|at| markdown[*at..].starts_with("**")) {
                    open.push(at);
                }
            }
            _ => {}
        }
    }
    let open = left_open(markdown, &open);
    Inspected { references, open }
}

/// Pairs the marks that stayed in the text: an opening one and a closing one before a letter.
fn left_open(markdown: &str, marks: &[usize]) -> Vec<Emphasis> {
    let mut found: Vec<Emphasis> = Vec::new();
    for start in marks {
        if found.last().is_some_and(|last| *start < last.range.end) {
            continue;
        }
        let rest = &markdown[start + 2..];
        let Some(length) = rest.find("**") else { break };
        let inner = &rest[..length];
        let follows = rest[length + 2..].chars().next();
        let is_line = !inner.is_empty() && !inner.contains(['\n', '\r']);
        if !is_line || !follows.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let range = *start..start + 2 + length + 2;
        found.push(Emphasis { range, instead: format!("**{inner}** ") });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_outside_code_with_their_places() {
        let text =
            "ดู [[spaces/city-library|หอสมุด]] และ `[[x/y]]` [k](https://kku.ac.th) ![ก](a.jpg)";
        let references = inspect(text).references;
        let seen: Vec<_> = references
            .iter()
            .map(|r| (r.kind, r.target.as_str(), &text[r.range.clone()]))
            .collect();
        assert_eq!(
            seen,
            [
                (ReferenceKind::Smart, "spaces/city-library", "[[spaces/city-library|หอสมุด]]"),
                (ReferenceKind::Link, "https://kku.ac.th", "[k](https://kku.ac.th)"),
                (ReferenceKind::Picture, "a.jpg", "![ก](a.jpg)"),
            ]
        );
    }

    #[test]
    fn emphasis_that_stays_open_is_found_and_mended() {
        let open = inspect("เมือง **ขอนแก่น (Khon Kaen)**เป็น\n\nและ **ไทย**ครับ").open;
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].instead, "**ขอนแก่น (Khon Kaen)** ");
        assert!(inspect("`**x)**ก`").open.is_empty());
    }
}
