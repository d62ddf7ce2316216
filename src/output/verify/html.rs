//! HTML cut into start tags, the fewest steps that find every address.
//!
//! In: a page that a template wrote. Out: its start tags in order, and the text of the elements
//! whose content is no markup. Promise: on what our renderer writes this is what the tokenizer of
//! the HTML Standard (13.2.5) finds; a test holds it to one. It is no parser: end tags are passed
//! over, and nothing is repaired.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memmem};

/// Something of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event<'h> {
    /// A start tag.
    Tag(Tag<'h>),
    /// What stands between the tags of a `script`, `style`, `title` or `textarea`.
    Text {
        /// The element.
        element: &'h str,
        /// Its content as written.
        text: &'h str,
    },
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag<'h> {
    /// The element's name as written.
    pub(crate) name: &'h str,
    /// Everything between the name and the end of the tag.
    written: &'h str,
}

impl<'h> Tag<'h> {
    /// The attributes in order; the value of one without is empty.
    pub(crate) fn attributes(self) -> Attributes<'h> {
        Attributes { rest: self.written }
    }

    /// Whether it has a class and nothing else.
    pub(crate) fn is_only_styled(self) -> bool {
        let class = self.written.strip_prefix(" class=\"");
        class.is_some_and(|class| class.find('"').is_some_and(|end| end + 1 == class.len()))
    }

    /// The value of an attribute, decoded.
    pub(crate) fn attribute(self, name: &str) -> Option<Cow<'h, str>> {
        self.attributes().find(|(found, _)| *found == name).map(|(_, value)| decode(value))
    }

    /// Whether it is a tag of that element.
    pub(crate) fn is(self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// Hands every event of a page to `on`, in order.
pub(crate) fn read<'h>(html: &'h str, mut on: impl FnMut(Event<'h>)) {
    let mut rest = html;
    while let Some(open) = memchr(b'<', rest.as_bytes()) {
        rest = &rest[open + 1..];
        match rest.as_bytes().first() {
            Some(byte) if byte.is_ascii_alphabetic() => {
                let Some((tag, after)) = start_tag(rest) else { return };
                rest = after;
                on(Event::Tag(tag));
                if holds_text(tag) {
                    let end = end_of(rest, tag.name);
                    on(Event::Text { element: tag.name, text: &rest[..end] });
                    rest = &rest[end..];
                }
            }
            Some(b'!') if rest.starts_with("!--") => {
                let Some(end) = memmem::find(&rest.as_bytes()[3..], b"-->") else { return };
                rest = &rest[3 + end + 3..];
            }
            Some(b'!' | b'?') => {
                let Some(end) = memchr(b'>', rest.as_bytes()) else { return };
                rest = &rest[end + 1..];
            }
            // An end tag has nothing that begins another tag.
            _ => {}
        }
    }
}

/// A tag that begins at its name, and what follows it.
fn start_tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let ends = |byte: u8| byte.is_ascii_whitespace() || byte == b'/' || byte == b'>';
    let name_end = text.bytes().position(ends)?;
    let (name, after) = text.split_at(name_end);
    // Most tags have no attributes.
    if let Some(rest) = after.strip_prefix('>') {
        return Some((Tag { name, written: "" }, rest));
    }
    // A `>` inside a quoted value ends nothing.
    let mut at = 0;
    loop {
        let bytes = &after.as_bytes()[at..];
        let end = memchr(b'>', bytes)?;
        let Some(quote) = memchr2(b'"', b'\'', &bytes[..end]) else {
            let written = &after[..at + end];
            return Some((Tag { name, written }, &after[at + end + 1..]));
        };
        at += quote + 1;
        at += memchr(bytes[quote], &after.as_bytes()[at..])? + 1;
    }
}

fn holds_text(tag: Tag<'_>) -> bool {
    // A page has hundreds of tags, and most begin with other letters.
    tag.name.starts_with(['s', 't', 'S', 'T'])
        && ["script", "style", "title", "textarea"].iter().any(|name| tag.is(name))
}

/// Where the end tag of `name` begins; the end of the page without one.
fn end_of(text: &str, name: &str) -> usize {
    memmem::find_iter(text.as_bytes(), b"</")
        .find(|at| {
            let after = text.as_bytes().get(at + 2..at + 2 + name.len());
            after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes()))
        })
        .unwrap_or(text.len())
}

/// The attributes of a tag: each name, and its value as written.
#[derive(Clone, Debug)]
pub(crate) struct Attributes<'h> {
    rest: &'h str,
}

impl<'h> Iterator for Attributes<'h> {
    type Item = (&'h str, &'h str);

    fn next(&mut self) -> Option<Self::Item> {
        // All that ends anything here is ASCII, so that bytes will do.
        let between = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
        let begin = self.rest.bytes().position(|byte| !between(byte))?;
        let text = &self.rest[begin..];
        let end = text.bytes().position(|byte| between(byte) || byte == b'=');
        let (name, after) = text.split_at(end.unwrap_or(text.len()));
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            self.rest = after;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let quote = value.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''));
        let (value, rest) = match quote {
            Some(quote) => {
                let value = &value[1..];
                match memchr(quote, value.as_bytes()) {
                    Some(end) => (&value[..end], &value[end + 1..]),
                    None => (value, ""),
                }
            }
            None => {
                let end = value.bytes().position(|byte| byte.is_ascii_whitespace());
                value.split_at(end.unwrap_or(value.len()))
            }
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// A value without its character references: the five of XML and those by number.
pub(crate) fn decode(value: &str) -> Cow<'_, str> {
    if memchr(b'&', value.as_bytes()).is_none() {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let decoded = rest.find(';').and_then(|end| Some((reference(&rest[1..end])?, end)));
        match decoded {
            Some((letter, end)) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn reference(name: &str) -> Option<char> {
    let number = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        },
        None => None,
    };
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => char::from_u32(number?),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::path::Path;

    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::states::{RawKind, State};
    use html5ever::tokenizer::{
        BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
    };

    use super::*;

    type Tags = Vec<(String, Vec<(String, String)>)>;

    fn ours(html: &str) -> Tags {
        let mut tags = Vec::new();
        read(html, |event| {
            if let Event::Tag(tag) = event {
                let attributes = tag.attributes();
                let attributes =
                    attributes.map(|(name, value)| (name.to_lowercase(), decode(value).into()));
                tags.push((tag.name.to_lowercase(), attributes.collect()));
            }
        });
        tags
    }

    /// The start tags that a tokenizer of the standard finds.
    #[derive(Default)]
    struct Oracle(RefCell<Tags>);

    impl TokenSink for Oracle {
        type Handle = ();

        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
            if tag.kind != TagKind::StartTag {
                return TokenSinkResult::Continue;
            }
            let name = tag.name.to_string();
            let attributes = tag.attrs.iter();
            let attributes =
                attributes.map(|it| (it.name.local.to_lowercase(), it.value.to_string())).collect();
            self.0.borrow_mut().push((name.clone(), attributes));
            match name.as_str() {
                "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                "style" => TokenSinkResult::RawData(RawKind::Rawtext),
                "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                _ => TokenSinkResult::Continue,
            }
        }
    }

    fn standard(html: &str) -> Tags {
        let options = TokenizerOpts { initial_state: Some(State::Data), ..Default::default() };
        let tokenizer = Tokenizer::new(Oracle::default(), options);
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(html));
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        tokenizer.sink.0.into_inner()
    }

    #[test]
    fn it_finds_what_a_tokenizer_of_the_standard_finds() {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        let mut pages = 0;
        for entry in walkdir::WalkDir::new(golden).into_iter().flatten() {
            if entry.path().extension().is_some_and(|it| it == "html") {
                let html = std::fs::read_to_string(entry.path()).unwrap();
                let (ours, standard) = (ours(&html), standard(&html));
                assert!(!ours.is_empty());
                assert_eq!(ours, standard, "{}", entry.path().display());
                pages += 1;
            }
        }
        assert!(pages > 20);
    }

    #[test]
    fn odd_spellings_are_read_as_the_standard_says() {
        for html in [
            r#"<a href="/a?b=1&amp;c=2" title='"a > b"'>x</a><img src=/a.png alt>"#,
            "<p\n class = \"x\"\n>1 < 2 & 3</p><br/><input disabled value=''/>",
            "<!-- <a href='/no'> --><!DOCTYPE html><script>if (a < b) '<a href=\"/no\">'</script><i>",
            "<title>a <b> &amp; c</title><textarea><a></textarea><TITLE>x</Title><b>",
            "<svg viewBox=\"0 0 1 1\"><use href=\"#a\"/></svg>",
            "<a href='&#x0E01;&#3588;&nosuch;'>",
        ] {
            assert_eq!(ours(html), standard(html), "{html}");
        }
    }

    #[test]
    fn what_ends_too_soon_ends_quietly() {
        for html in ["<", "<a", "<a href=\"", "<!--", "</", "<script>", "a<b", "<a href='x'"] {
            read(html, |_| {});
        }
    }
}
