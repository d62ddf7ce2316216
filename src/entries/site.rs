//! `site.yaml`, `vocabulary.yaml` and `holidays.yaml`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::parts::contact;
use super::reader::{Context, Record};
use super::values::{
    bounds, choice, date, file, integer, line, location, text, unknown_language, url,
};
use crate::diagnostic::{Code, Problem};
use crate::language::{Lang, LanguageTag, Languages, Localized};
use crate::model::schema::{FORMAT, MAP, MEMBERSHIP, SITE, TERM, VOCABULARY};
use crate::model::value::{Id, Period, Tiles, Zone, parse_date};
use crate::model::{
    Contact, MapSettings, Membership, Part, Site, Term, Text, TranslationPolicy, Vocabulary,
};
use crate::source::Spanned;
use crate::syntax::{Node, Value};

/// The languages that `site.yaml` declares, read before anything else: every other text depends on
/// them. Findings about them are told by [`site`].
///
/// Where one of them cannot be read, it is most likely one of those `spoken`, which are then
/// assumed too: one slip is to be told once, not for every text in that language.
pub(super) fn languages(node: &Node, spoken: &Languages) -> Option<Languages> {
    let listed = node.get("languages")?;
    let items = match &listed.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(listed),
    };
    let mut tags: Vec<LanguageTag> = items
        .iter()
        .filter_map(|item| match &item.value {
            Value::Word(word) => LanguageTag::parse(word.trim()).ok(),
            _ => None,
        })
        .collect();
    if tags.len() < items.len() {
        tags.extend(spoken.iter().map(|(_, tag)| tag.clone()));
    }
    Languages::new(tags)
}

/// Whether a gap in a translation is an error; read early, like the languages.
pub(super) fn requires_translations(node: &Node) -> bool {
    let policy = node.get("translation").map(|node| &node.value);
    matches!(policy, Some(Value::Word(word)) if word.trim() == "required")
}

pub(super) fn site(node: &Node, cx: &mut Context<'_>) -> Option<Site> {
    let record = Record::open(node, &SITE, cx)?;
    let declared = record
        .list("languages", cx, |node, cx| cx.placed(node, "expect-language", LanguageTag::parse));
    for (index, tag) in declared.iter().enumerate() {
        if declared[..index].iter().any(|earlier| earlier.value == tag.value) {
            let problem = Problem::new(Code::DuplicateKey).text("field", tag.value.as_str());
            cx.report(problem, tag.span);
        }
    }
    record.read("format", cx, format_version);
    let title = record.read("title", cx, text);
    let base_url = record.read("base_url", cx, url);
    let policy = choice(&["fallback", "required"], |word| match word {
        "fallback" => Some(TranslationPolicy::Fallback),
        "required" => Some(TranslationPolicy::Required),
        _ => None,
    });
    let theme = record.read("theme", cx, |node, cx| Some(Spanned::new(line(node, cx)?, node.span)));
    Some(Site {
        tagline: record.read("tagline", cx, text).unwrap_or_default(),
        languages: cx.languages.clone(),
        languages_span: record.span("languages").unwrap_or(node.span),
        formats: record.read("formats", cx, formats).unwrap_or_default(),
        time_zone: record
            .read("time_zone", cx, |node, cx| cx.parsed(node, "expect-time-zone", Zone::parse))
            .unwrap_or_else(Zone::bangkok),
        membership: record.read("membership", cx, membership),
        theme: theme.unwrap_or_else(|| Spanned::new("default".to_owned(), node.span)),
        translation: record.read("translation", cx, policy).unwrap_or(TranslationPolicy::Fallback),
        review_after: record
            .read("review_after", cx, |node, cx| cx.parsed(node, "expect-period", Period::parse))
            .unwrap_or(Period::days(180)),
        centre: record.read("centre", cx, location).map(|centre| centre.value),
        bounds: record.read("bounds", cx, bounds),
        licence: record.read("licence", cx, line),
        map: record.read("map", cx, map).unwrap_or_default(),
        contact: record.read("contact", cx, contact).unwrap_or_else(Contact::default),
        corrections: record.read("corrections", cx, corrections),
        navigation: record
            .list("navigation", cx, |node, cx| Some(Spanned::new(line(node, cx)?, node.span))),
        title: title?,
        base_url: base_url?,
    })
}

/// The version of the format: content of a later one would be read amiss.
fn format_version(node: &Node, cx: &mut Context<'_>) -> Option<i64> {
    let version: i64 = integer(1..=i64::MAX)(node, cx)?;
    if version > FORMAT {
        let problem = Problem::new(Code::FormatNewer);
        cx.report(
            problem.text("format", version.to_string()).text("known", FORMAT.to_string()),
            node.span,
        );
    }
    Some(version)
}

fn formats(node: &Node, cx: &mut Context<'_>) -> Option<BTreeMap<Lang, Spanned<String>>> {
    let Value::Map(entries) = &node.value else {
        cx.wrong_shape(node, "shape-map");
        return None;
    };
    let mut formats = BTreeMap::new();
    for (key, value) in entries {
        let Some(language) = cx.languages.find(&key.name) else {
            cx.report(unknown_language(&key.name, cx.languages), key.span);
            continue;
        };
        let locale = |locale: &str| {
            crate::language::Formats::new(locale)?;
            Ok(locale.to_owned())
        };
        if let Some(locale) = cx.placed(value, "expect-locale", locale) {
            formats.insert(language, locale);
        }
    }
    Some(formats)
}

fn membership(node: &Node, cx: &mut Context<'_>) -> Option<Membership> {
    let record = Record::open(node, &MEMBERSHIP, cx)?;
    let since = record.read("since", cx, date);
    let text = record.read("text", cx, text);
    Some(Membership { since: since?, text: text? })
}

fn map(node: &Node, cx: &mut Context<'_>) -> Option<MapSettings> {
    let record = Record::open(node, &MAP, cx)?;
    Some(MapSettings {
        outline: record.read("outline", cx, file),
        tiles: record.read("tiles", cx, |node, cx| cx.parsed(node, "expect-url", Tiles::parse)),
        attribution: record.read("attribution", cx, text).unwrap_or_default(),
    })
}

/// A template of an address: `mailto:`, `http:` or `https:`.
fn corrections(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    let written = line(node, cx)?;
    let known = ["mailto:", "https://", "http://"];
    if known.iter().any(|scheme| written.starts_with(scheme)) {
        return Some(written);
    }
    let scheme = written.split_once(':').map_or(written.as_str(), |(scheme, _)| scheme);
    let problem = Problem::new(Code::UrlScheme)
        .text("value", &written)
        .text("scheme", scheme)
        .choices("choices", ["mailto", "https", "http"]);
    cx.report(problem, node.span);
    None
}

pub(super) fn vocabulary(node: &Node, cx: &mut Context<'_>) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let Some(record) = Record::open(node, &VOCABULARY, cx) else { return vocabulary };
    for part in Part::ALL {
        let Some(node) = record.node(part.as_str()) else { continue };
        let Value::Map(entries) = &node.value else {
            cx.wrong_shape(node, "shape-map");
            continue;
        };
        for (key, value) in entries {
            let term = term(&key.name, value, cx);
            match Id::parse(&key.name) {
                Ok(id) => {
                    vocabulary.part_mut(*part).insert(id, term);
                }
                Err(problem) => cx.report(problem, key.span),
            }
        }
    }
    vocabulary
}

/// A term: labels keyed by language beside its other fields, or a plain label.
fn term(id: &str, node: &Node, cx: &mut Context<'_>) -> Term {
    let mut term =
        Term { label: Text::default(), summary: Text::default(), schema: None, sdgs: Vec::new() };
    cx.require(id, node);
    let Value::Map(entries) = &node.value else {
        term.label = text(node, cx).unwrap_or_default();
        return term;
    };
    let mut label = Localized::default();
    let mut others = Vec::new();
    for (key, value) in entries {
        match cx.languages.find(&key.name) {
            Some(language) if !value.is_null() => {
                if let Some(words) = line(value, cx) {
                    label.insert(language, words);
                }
            }
            Some(_) => {}
            None => others.push((key.clone(), value.clone())),
        }
    }
    let rest = Node { value: Value::Map(others), span: node.span };
    // A key that is neither a field nor a declared language is most likely a language.
    let fields = Value::Map(
        rest.entries()
            .iter()
            .filter(|(key, _)| {
                let known = TERM.field(&key.name).is_some();
                if !known {
                    cx.report(unknown_term_field(&key.name, cx.languages), key.span);
                }
                known
            })
            .cloned()
            .collect(),
    );
    let rest = Node { value: fields, span: node.span };
    if let Some(record) = Record::open(&rest, &TERM, cx) {
        term.summary = record.read("summary", cx, text).unwrap_or_default();
        term.schema = record.read("schema", cx, line);
        term.sdgs = record.list("sdg", cx, integer(1..=17));
    }
    if label.is_empty() {
        let field = cx.languages.tag(cx.languages.default()).as_str().to_owned();
        let problem = Problem::new(Code::MissingField).text("field", field);
        cx.report(problem, node.span);
    }
    term.label = label;
    term
}

fn unknown_term_field(written: &str, languages: &Languages) -> Problem {
    let mut choices: Vec<&str> = languages.iter().map(|(_, tag)| tag.as_str()).collect();
    choices.extend(TERM.fields().map(|field| field.name));
    Problem::new(Code::UnknownField)
        .text("field", written)
        .choices("choices", choices.iter().copied())
        .suggest_nearest(written, choices.iter().copied())
}

pub(super) fn holidays(node: &Node, cx: &mut Context<'_>) -> BTreeMap<Date, Text> {
    let mut holidays = BTreeMap::new();
    for (key, value) in node.entries() {
        let name = if value.is_null() { None } else { text(value, cx) };
        if name.is_some() {
            cx.require(&key.name, value);
        }
        match parse_date(key.name.trim()) {
            Ok(date) => {
                holidays.insert(date, name.unwrap_or_default());
            }
            Err(problem) => cx.report(problem, key.span),
        }
    }
    if !matches!(node.value, Value::Map(_)) {
        cx.wrong_shape(node, "shape-map");
    }
    holidays
}
