//! Where an entry's facts and words stand: one home for the facts, one file a language for prose.

use super::files::{Group, TextFile};
use super::reader::{Context, Record};
use super::values::{line, measure};
use crate::diagnostic::{Code, Diagnostics, Problem};
use crate::language::{Lang, Localized};
use crate::model::schema::{Schema, TRANSLATION};
use crate::model::{Prose, Text};
use crate::prose::inspect;
use crate::source::{FileId, Sources, Span};
use crate::syntax::{FrontMatter, Node, Value, split, yaml};

/// The files of one entry, each in its part.
pub(super) struct Homes<'g> {
    /// Where the facts stand.
    pub(super) facts: Option<Facts<'g>>,
    /// The prose of each language and what its file says above it.
    pub(super) prose: Vec<ProseFile>,
}

/// The home of the facts.
pub(super) struct Facts<'g> {
    /// Relative to `content/`.
    pub(super) path: &'g str,
    /// The facts, unless their syntax is broken.
    pub(super) node: Option<Node>,
}

/// A file of prose in one language.
pub(super) struct ProseFile {
    language: Lang,
    file: FileId,
    parts: FrontMatter,
    /// Whether its front matter holds the entry's facts, not the language's words.
    holds_facts: bool,
}

/// Finds the one home of the facts and the one prose of each language; a second of either is a
/// finding at the file that sorts later, naming both.
pub(super) fn homes<'g>(group: &'g Group, sources: &Sources, cx: &mut Context<'_>) -> Homes<'g> {
    let mut homes: Vec<(&TextFile, Option<FrontMatter>)> =
        group.yaml.iter().map(|text| (text, None)).collect();
    let mut prose: Vec<ProseFile> = Vec::new();
    let default = cx.languages.default();
    for text in &group.markdown {
        let Some(parts) = split(&sources.get(text.file).text, text.file, cx.out) else { continue };
        let holds_facts = parts.matter.is_some();
        if holds_facts {
            homes.push((text, Some(parts.clone())));
        }
        prose.push(ProseFile { language: default, file: text.file, parts, holds_facts });
    }
    for (language, text) in &group.translations {
        let Some(parts) = split(&sources.get(text.file).text, text.file, cx.out) else { continue };
        prose.push(ProseFile { language: *language, file: text.file, parts, holds_facts: false });
    }
    homes.sort_by(|a, b| a.0.path.cmp(&b.0.path));
    refuse_second_home(&homes, sources, cx);
    refuse_second_prose(&prose, sources, cx);
    let facts = homes.into_iter().next().map(|(text, parts)| {
        let whole = sources.get(text.file).text.as_str();
        let range = parts.and_then(|parts| parts.matter).unwrap_or(0..whole.len());
        let node = yaml::parse(&whole[range.clone()], text.file, range.start, cx.out);
        Facts { path: &text.path, node }
    });
    if facts.is_none() {
        for file in prose.iter().map(|prose| prose.file) {
            cx.report(Problem::new(Code::ProseWithoutFacts), Span::start_of(file));
        }
    }
    Homes { facts, prose }
}

fn refuse_second_home(
    homes: &[(&TextFile, Option<FrontMatter>)],
    sources: &Sources,
    cx: &mut Context<'_>,
) {
    let Some((first, others)) = homes.split_first() else { return };
    for (other, _) in others {
        cx.report(
            both(Code::EntryDuplicate, first.0.file, other.file, sources),
            Span::start_of(other.file),
        );
    }
}

fn refuse_second_prose(prose: &[ProseFile], sources: &Sources, cx: &mut Context<'_>) {
    for (index, second) in prose.iter().enumerate() {
        let same = |first: &&ProseFile| {
            // The facts' own file counts only when prose stands under them.
            let speaks = |file: &ProseFile| !file.holds_facts || !file.parts.prose.is_empty();
            first.language == second.language && speaks(first) && speaks(second)
        };
        if let Some(first) = prose[..index].iter().find(same) {
            let mut files = [first.file, second.file];
            files.sort_by_key(|file| sources.get(*file).path.as_str());
            let problem = both(Code::ProseDuplicate, files[0], files[1], sources);
            cx.report(problem, Span::start_of(files[1]));
        }
    }
}

fn both(code: Code, first: FileId, second: FileId, sources: &Sources) -> Problem {
    Problem::new(code)
        .text("first", &sources.get(first).path)
        .text("second", &sources.get(second).path)
}

/// The words that the languages' files give.
#[derive(Default)]
pub(super) struct Words {
    pub(super) names: Text,
    pub(super) summaries: Text,
    pub(super) prose: Localized<Prose>,
}

/// Reads the prose and the front matter of each language's file. A fact there is a finding, and so
/// is a name or a summary that the facts give too.
pub(super) fn words(
    entry: &'static Schema,
    files: &[ProseFile],
    facts: &Node,
    sources: &Sources,
    cx: &mut Context<'_>,
) -> Words {
    let mut words = Words::default();
    for prose in files {
        let text = sources.get(prose.file).text.as_str();
        let range = prose.parts.prose.clone();
        if !range.is_empty() {
            let start = Span::new(prose.file, range.start, range.end).start;
            words.prose.insert(prose.language, Prose { file: prose.file, start });
        }
        let Some(matter) = prose.parts.matter.clone().filter(|_| !prose.holds_facts) else {
            continue;
        };
        let Some(node) = yaml::parse(&text[matter.clone()], prose.file, matter.start, cx.out)
        else {
            continue;
        };
        let node = refuse_facts(node, entry, cx);
        let Some(record) = Record::open(&node, &TRANSLATION, cx) else { continue };
        for (field, target) in [("name", &mut words.names), ("summary", &mut words.summaries)] {
            let Some(own) = record.node(field) else { continue };
            if let Some(other) = stated(facts, field, prose.language, cx) {
                let tag = cx.languages.tag(prose.language).as_str().to_owned();
                let problem =
                    Problem::new(Code::TranslatedTwice).text("field", field).text("language", tag);
                cx.out.push(problem.at(own.span).with_related(other));
            }
            if field == "summary" {
                measure(own, cx);
            }
            if let Some(line) = line(own, cx) {
                target.insert(prose.language, line);
            }
        }
    }
    words
}

/// Takes the entry's facts out of a language's front matter, telling each.
fn refuse_facts(node: Node, entry: &'static Schema, cx: &mut Context<'_>) -> Node {
    let Value::Map(entries) = node.value else { return node };
    let kept = entries
        .into_iter()
        .filter(|(key, _)| {
            let fact = TRANSLATION.field(&key.name).is_none() && entry.field(&key.name).is_some();
            if fact {
                let problem = Problem::new(Code::NotTranslatable).text("field", &key.name);
                cx.report(problem, key.span);
            }
            !fact
        })
        .collect();
    Node { value: Value::Map(kept), span: node.span }
}

/// Where the facts state a text for one language.
fn stated(facts: &Node, field: &str, language: Lang, cx: &Context<'_>) -> Option<Span> {
    let node = facts.get(field)?;
    match &node.value {
        Value::Word(_) => (language == cx.languages.default()).then_some(node.span),
        _ => node.get(cx.languages.tag(language).as_str()).map(|node| node.span),
    }
}

/// Whether two texts of a Markdown file differ in nothing but what its prose says: there is prose in
/// both, below the same head, pointing at the same things and with nothing to find fault with.
pub(crate) fn only_prose_differs(before: &str, after: &str, file: FileId) -> bool {
    let outline = |text: &str| {
        let mut found = Diagnostics::default();
        let prose = split(text, file, &mut found)?.prose;
        if prose.is_empty() {
            return None;
        }
        inspect(&text[prose.clone()]).outline(&text[..prose.start])
    };
    outline(before).is_some_and(|before| outline(after) == Some(before))
}
