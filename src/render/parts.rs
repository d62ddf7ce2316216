//! Parts that were rendered before the page that shows them.
//!
//! In: the HTML of elements that stand on many pages. Out: a mark, which a template writes in place
//! of them, and the page with every mark exchanged for its part. Promise: the page is as if the
//! parts had been written into it; what is done to the text of a page is done to a part once,
//! however many pages show it.

use std::cell::Cell;
use std::sync::{Arc, OnceLock};

use memchr::{memchr, memchr_iter};

/// How a mark begins: like a tag, but with a control character, so that no tag looks like one, and no
/// text, whose `<` is escaped. A number follows, and `>`.
const MARK: &str = "<\u{1}";
/// The control character in it.
const SIGN: u8 = 1;

/// The HTML of one element or more.
#[derive(Debug)]
pub(super) struct Part {
    html: String,
    /// The same in running text; nothing where it is the same.
    running: OnceLock<Option<String>>,
}

impl Part {
    /// Takes elements; gives back what begins or ends with text, which depends on what it stands in.
    pub(super) fn of(html: String) -> Result<Arc<Self>, String> {
        if !html.starts_with('<') || !html.ends_with('>') {
            return Err(html);
        }
        Ok(Arc::new(Self { html, running: OnceLock::new() }))
    }

    /// The part in running text, as `keep` makes it of its HTML.
    pub(super) fn running(&self, keep: impl FnOnce(&str) -> String) -> &str {
        let running =
            self.running.get_or_init(|| Some(keep(&self.html)).filter(|it| *it != self.html));
        running.as_ref().unwrap_or(&self.html)
    }
}

thread_local! {
    /// The parts of what this thread is rendering.
    static SHOWN: Cell<Vec<Arc<Part>>> = const { Cell::new(Vec::new()) };
}

/// Shows a part in what this thread is rendering: the mark to write.
pub(super) fn mark(part: Arc<Part>) -> String {
    let mut shown = SHOWN.take();
    let mark = [MARK, itoa::Buffer::new().format(shown.len()), ">"].concat();
    shown.push(part);
    SHOWN.set(shown);
    mark
}

/// The parts that something shows, by the numbers in their marks.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<Arc<Part>>);

impl Parts {
    /// Renders something, and gathers the parts that it shows.
    pub(super) fn of<T>(render: impl FnOnce() -> T) -> (T, Self) {
        let around = SHOWN.take();
        let rendered = render();
        (rendered, Self(SHOWN.replace(around)))
    }

    /// The part whose mark a text begins with, and the length of the mark.
    pub(super) fn at(&self, text: &str) -> Option<(&Part, usize)> {
        let number = text.strip_prefix(MARK)?;
        let number = &number[..number.find('>')?];
        let part = self.0.get(number.parse::<usize>().ok()?)?;
        Some((part, MARK.len() + number.len() + 1))
    }

    /// How many bytes the parts have, each as often as it is shown.
    pub(super) fn length(&self) -> usize {
        self.0.iter().map(|part| part.html.len()).sum()
    }

    /// A text with every mark exchanged for its part, as it was rendered.
    pub(super) fn put_back(&self, text: String) -> String {
        if memchr(SIGN, text.as_bytes()).is_none() {
            return text;
        }
        let mut out = String::with_capacity(text.len() + self.length());
        self.copy(&text, &mut out);
        out
    }

    /// Copies a text likewise.
    pub(super) fn copy(&self, text: &str, out: &mut String) {
        let mut done = 0;
        for at in memchr_iter(SIGN, text.as_bytes()) {
            let at = at.saturating_sub(1);
            if let Some((part, length)) = text.get(at..).and_then(|text| self.at(text)) {
                out.extend([&text[done..at], &part.html]);
                done = at + length;
            }
        }
        out.push_str(&text[done..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        mark(Part::of(html.to_owned()).expect("elements"))
    }

    fn put_back(render: impl FnOnce() -> String) -> String {
        let (text, parts) = Parts::of(render);
        parts.put_back(text)
    }

    #[test]
    fn a_page_is_as_if_its_parts_had_been_written_into_it() {
        assert_eq!(put_back(|| "<p>no part</p>".to_owned()), "<p>no part</p>");
        let page =
            put_back(|| format!("<a>{}x{}{}", shown("<b>1</b>"), shown("<c>"), shown("<d/>")));
        assert_eq!(page, "<a><b>1</b>x<c><d/>");
    }

    #[test]
    fn parts_within_parts_are_their_own() {
        let page = put_back(|| {
            let first = shown("<p>1</p>");
            let inner = put_back(|| format!("<i>{}</i>", shown("<b>inner</b>")));
            format!("{first}{}{}", shown(&inner), shown("<p>2</p>"))
        });
        assert_eq!(page, "<p>1</p><i><b>inner</b></i><p>2</p>");
    }

    #[test]
    fn what_only_looks_like_a_mark_stays() {
        let text = format!("{MARK}7>{MARK}x>{MARK}0{MARK}ก\u{1}\u{1}0>");
        let page = put_back(|| format!("{}{text}", shown("<b>")));
        assert_eq!(page, format!("<b>{text}"));
    }

    #[test]
    fn text_is_no_part() {
        for text in ["", "a", " data-x=\"<\"", "<b>x</b> ", "x<b>"] {
            assert!(Part::of(text.to_owned()).is_err(), "{text}");
        }
    }
}
