//! YAML 1.2 text to a [`Node`] tree with places.
//!
//! Built on the event stream of `saphyr-parser`, the one parser that tells where each value stands;
//! its places count characters, ours bytes. Anchors, aliases, tags and further documents are
//! refused as they are met, which also disarms alias bombs before anything is expanded.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{Key, Node, Value};
use crate::diagnostic::{Code, Diagnostics, Problem, reason};
use crate::source::{FileId, Span};

/// Deepest nesting read: the format itself needs five levels.
pub const MAX_DEPTH: usize = 32;

/// As many keys of a map are compared with one another; the format knows no map with more.
const FEW: usize = 64;

/// What the parser's usual complaints mean to whoever wrote the text.
const REASONS: [(&str, &str); 20] = [
    ("simple key expect", "reason-yaml-colon"),
    ("while scanning a quoted scalar", "reason-yaml-quote"),
    ("invalid indentation in quoted scalar", "reason-yaml-quote"),
    ("invalid trailing content after double-quoted", "reason-yaml-after-quote"),
    ("while parsing a quoted scalar", "reason-yaml-escape"),
    ("while parsing a flow", "reason-yaml-bracket"),
    ("while parsing a node", "reason-yaml-bracket"),
    ("invalid indentation in flow construct", "reason-yaml-bracket"),
    ("misplaced bracket", "reason-yaml-bracket"),
    ("mapping values are not allowed", "reason-yaml-second-colon"),
    ("while parsing a block", "reason-yaml-indent"),
    ("wrongly indented line", "reason-yaml-indent"),
    ("invalid indentation", "reason-yaml-indent"),
    ("block sequence entries are not allowed", "reason-yaml-dash"),
    ("plain scalar cannot start with '-'", "reason-yaml-dash"),
    ("tab", "reason-yaml-tab"),
    ("while scanning a plain scalar, found a tab", "reason-yaml-tab"),
    ("a block scalar content cannot start with a tab", "reason-yaml-tab"),
    ("unexpected character", "reason-yaml-sign"),
    ("did not find expected <document", "reason-yaml-indent"),
];

/// Parses `text`, which stands at byte `base` of `file`. Returns the root (an empty map for an
/// empty text), or nothing when the syntax is broken; findings go to `out` either way.
pub fn parse(text: &str, file: FileId, base: usize, out: &mut Diagnostics) -> Option<Node> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        offsets: Offsets::new(text),
        text,
        file,
        base,
        out,
    };
    reader.document().unwrap_or(None)
}

/// The syntax is broken and the reason is already told.
struct Refused;

type Step<T> = Result<T, Refused>;

/// Character offsets to byte offsets, without a table where they are the same.
enum Offsets {
    Ascii,
    Table(Vec<usize>),
}

impl Offsets {
    fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Ascii;
        }
        Self::Table(text.char_indices().map(|(at, _)| at).collect())
    }

    fn byte(&self, character: usize, text: &str) -> usize {
        match self {
            Self::Ascii => character.min(text.len()),
            Self::Table(table) => table.get(character).copied().unwrap_or(text.len()),
        }
    }
}

struct Reader<'t, 'o> {
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    offsets: Offsets,
    text: &'t str,
    file: FileId,
    base: usize,
    out: &'o mut Diagnostics,
}

impl<'t> Reader<'t, '_> {
    fn document(&mut self) -> Step<Option<Node>> {
        let mut root = None;
        loop {
            let (event, place) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentEnd | Event::Nothing => {}
                Event::DocumentStart(_) if root.is_some() => {
                    return self.refuse(Code::YamlDocuments, self.span(place));
                }
                Event::DocumentStart(_) => {}
                Event::StreamEnd => break,
                other => root = Some(self.node(other, place, 0)?),
            }
        }
        let empty = || Node {
            value: Value::Map(Vec::new()),
            span: Span::new(self.file, self.base, self.base),
        };
        let root = root.filter(|node| !node.is_null()).unwrap_or_else(empty);
        Ok(Some(root))
    }

    fn node(&mut self, event: Event<'t>, place: saphyr_parser::Span, depth: usize) -> Step<Node> {
        let span = self.span(place);
        if depth > MAX_DEPTH {
            return self.refuse(Code::YamlDepth, span);
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.plain(anchor, tag.is_some(), span)?;
                Ok(Node { value: scalar(text.into_owned(), style), span: self.trimmed(span) })
            }
            Event::SequenceStart(anchor, tag) => {
                self.plain(anchor, tag.is_some(), span)?;
                self.list(span, depth)
            }
            Event::MappingStart(anchor, tag) => {
                self.plain(anchor, tag.is_some(), span)?;
                self.map(span, depth)
            }
            _ => self.refuse(Code::YamlAnchor, span),
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Step<Node> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, place) = self.next()?;
            if event == Event::SequenceEnd {
                let last = items.last().map_or(start, |item| item.span);
                let span = self.closed(start, place, last);
                return Ok(Node { value: Value::List(items), span });
            }
            items.push(self.node(event, place, depth + 1)?);
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Step<Node> {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        // Where each key stands, once there are more than one looks through.
        let mut known: HashMap<String, Span> = HashMap::new();
        loop {
            let (event, place) = self.next()?;
            if event == Event::MappingEnd {
                let last = entries.last().map_or(start, |(_, value)| value.span);
                let span = self.closed(start, place, last);
                return Ok(Node { value: Value::Map(entries), span });
            }
            let key = self.node(event, place, depth + 1)?;
            let name = match key.value {
                Value::Word(name) => name,
                Value::Null => String::new(),
                Value::List(_) | Value::Map(_) => return self.refuse(Code::YamlSyntax, key.span),
            };
            let (event, place) = self.next()?;
            let value = self.node(event, place, depth + 1)?;
            if entries.len() == FEW {
                known = entries.iter().map(|(key, _)| (key.name.clone(), key.span)).collect();
            }
            let first = if entries.len() < FEW {
                entries.iter().find(|(key, _)| key.name == name).map(|(key, _)| key.span)
            } else {
                known.get(&name).copied()
            };
            if let Some(first) = first {
                let problem = Problem::new(Code::DuplicateKey).text("field", &name);
                self.out.push(problem.at(key.span).with_related(first));
                continue;
            }
            if entries.len() >= FEW {
                known.insert(name.clone(), key.span);
            }
            entries.push((Key { name, span: key.span }, value));
        }
    }

    fn next(&mut self) -> Step<(Event<'t>, saphyr_parser::Span)> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => self.broken(&error),
            // The parser always ends with `StreamEnd`; past it there is nothing to read.
            None => Err(Refused),
        }
    }

    fn broken<T>(&mut self, error: &ScanError) -> Step<T> {
        let mut at = self.offsets.byte(error.marker().index(), self.text);
        // The parser knows no alias that it has seen no anchor for, and says so before telling it.
        if self.text[at..].starts_with('*') {
            let word = self.text[at..].split_whitespace().next().unwrap_or_default();
            let span = Span::new(self.file, self.base + at, self.base + at + word.len());
            return self.refuse(Code::YamlAnchor, span);
        }
        // A line without its colon is noticed at the line after it.
        if error.info().starts_with("simple key expect") {
            let before = self.text[..at].trim_end();
            let line = before.rfind('\n').map_or(0, |end| end + 1);
            at = line + before[line..].len() - before[line..].trim_start().len();
        }
        let at = self.base + at;
        let problem = Problem::new(Code::YamlSyntax).reason(reason::usual(&REASONS, error.info()));
        self.out.push(problem.at(Span::new(self.file, at, at)));
        Err(Refused)
    }

    fn plain(&mut self, anchor: usize, tagged: bool, span: Span) -> Step<()> {
        match (anchor, tagged) {
            (0, false) => Ok(()),
            (0, true) => self.refuse(Code::YamlTag, span),
            _ => self.refuse(Code::YamlAnchor, span),
        }
    }

    fn refuse<T>(&mut self, code: Code, span: Span) -> Step<T> {
        let mut problem = Problem::new(code);
        if code == Code::YamlSyntax {
            problem = problem.message("reason", "reason-yaml-key");
        }
        self.out.push(problem.at(span));
        Err(Refused)
    }

    fn span(&self, place: saphyr_parser::Span) -> Span {
        let byte = |marker: saphyr_parser::Marker| {
            self.base + self.offsets.byte(marker.index(), self.text)
        };
        Span::new(self.file, byte(place.start), byte(place.end))
    }

    /// A plain scalar's span may reach over the blanks behind it.
    fn trimmed(&self, span: Span) -> Span {
        let range = span.start as usize - self.base..span.end as usize - self.base;
        let text = self.text.get(range).unwrap_or_default();
        Span::new(self.file, span.start as usize, span.start as usize + text.trim_end().len())
    }

    /// A collection ends at its bracket, or, in block style, with its last item.
    fn closed(&self, start: Span, end: saphyr_parser::Span, last: Span) -> Span {
        let bracket = self.span(end).start + 1;
        let opened = self.text.as_bytes().get(start.start as usize - self.base);
        let end = if matches!(opened, Some(b'{' | b'[')) { bracket } else { last.end };
        Span { end: end.max(start.start), ..start }
    }
}

fn scalar(text: String, style: ScalarStyle) -> Value {
    if style == ScalarStyle::Plain && matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL") {
        return Value::Null;
    }
    Value::Word(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn read(text: &str) -> (Option<Node>, Vec<&'static str>, Sources) {
        let mut sources = Sources::default();
        let file = sources.add("t.yaml", text);
        let mut out = Diagnostics::default();
        let node = parse(text, file, 0, &mut out);
        let codes = out.into_iter().map(|found| found.problem.code.name()).collect();
        (node, codes, sources)
    }

    #[test]
    fn every_value_has_its_place_under_thai_text() {
        let (node, codes, sources) =
            read("name: {th: ห้องสมุด, en: Library}  # ก\nages:\n  from: 6\n");
        assert!(codes.is_empty());
        let node = node.unwrap();
        let name = node.get("name").unwrap();
        assert_eq!(sources.slice(name.span), "{th: ห้องสมุด, en: Library}");
        assert_eq!(sources.slice(name.get("en").unwrap().span), "Library");
        let ages = node.get("ages").unwrap();
        assert_eq!(sources.slice(ages.span), "from: 6");
    }

    #[test]
    fn a_duplicate_key_is_told_however_many_there_are() {
        let keys = |count: usize| (0..count).map(|key| format!("k{key}: 1\n"));
        for (count, again) in [(FEW - 1, 0), (FEW, 0), (FEW + 1, FEW), (3 * FEW, 2 * FEW)] {
            let text = keys(count).chain([format!("k{again}: 2\n")]).collect::<String>();
            let (mut sources, mut out) =
                (crate::source::Sources::default(), Diagnostics::default());
            let file = sources.add("a.yaml", text.as_str());
            let node = parse(&text, file, 0, &mut out).unwrap();
            assert_eq!(node.entries().len(), count);
            let found = out.into_sorted();
            assert_eq!(found.len(), 1);
            let (second, first) =
                (sources.position(found[0].span), sources.position(found[0].related[0]));
            assert_eq!((second.line, first.line), (count + 1, again + 1));
        }
    }

    #[test]
    fn a_duplicate_key_is_told_at_the_second_with_the_first() {
        let mut sources = Sources::default();
        let text = "kind: library\nkind: museum\n";
        let file = sources.add("t.yaml", text);
        let mut out = Diagnostics::default();
        assert!(parse(text, file, 0, &mut out).is_some());
        let found = out.into_sorted();
        assert_eq!(found.len(), 1);
        assert_eq!(sources.position(found[0].span).line, 2);
        assert_eq!(sources.position(found[0].related[0]).line, 1);
    }

    #[test]
    fn what_the_format_refuses_is_refused() {
        for (text, code) in [
            ("a: &x 1\nb: *x\n", "yaml-anchor"),
            ("a: !!str 1\n", "yaml-tag"),
            ("a: 1\n---\nb: 2\n", "yaml-documents"),
            ("a: [1, 2\n", "yaml-syntax"),
            ("? [a, b]\n: c\n", "yaml-syntax"),
        ] {
            assert_eq!(read(text).1, [code], "{text}");
        }
        let deep = format!("a: {}1{}", "[".repeat(40), "]".repeat(40));
        assert_eq!(read(&deep).1, ["yaml-depth"]);
    }

    #[test]
    fn nothing_written_is_an_empty_map() {
        for text in ["", "# only a comment\n", "---\n"] {
            let (node, codes, _) = read(text);
            assert_eq!((node.unwrap().entries().len(), codes.len()), (0, 0), "{text:?}");
        }
    }

    proptest::proptest! {
        /// The two YAML parsers agree on what a file says wherever both read it.
        #[test]
        fn agrees_with_serde_yaml(keys in proptest::collection::btree_map("[a-z]{1,6}", "[ก-ฮa-z0-9 ]{0,12}", 0..6)) {
            let text = serde_yaml::to_string(&keys).unwrap();
            let (node, codes, _) = read(&text);
            proptest::prop_assert!(codes.is_empty());
            for (key, value) in &keys {
                let node = node.as_ref().unwrap();
                let found = node.entries().iter().find(|(k, _)| &k.name == key).map(|(_, v)| &v.value);
                proptest::prop_assert_eq!(found, Some(&Value::Word(value.clone())));
            }
        }
    }
}
