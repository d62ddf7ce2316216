//! Nodes read as single values: each function is the reader of one [`Shape`](crate::model::schema::Shape).

use jiff::civil::Date;

use super::reader::{Context, Record};
use crate::diagnostic::{Code, Problem};
use crate::language;
use crate::language::Localized;
use crate::model::schema::{ALERT, CITATION, PICTURE, VERIFIED};
use crate::model::value::{self, Bounds, Id, Location, Moment, Slug, SpokenLanguage, WebAddress};
use crate::model::{
    AccessFeature, AccessLevel, Alert, Citation, Picture, Text, VerificationMethod, Verified,
};
use crate::source::Spanned;
use crate::syntax::{Node, Value};

/// The longest summary that still reads as one or two sentences, in characters.
const SUMMARY_CHARACTERS: usize = 200;

/// One line of plain text, as names are: normalised, blanks folded.
pub(super) fn line(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    let word = cx.word(node, "expect-text")?;
    let normal = language::normalise_name(word);
    let folded = normal.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.is_empty() {
        cx.report(Problem::new(Code::EmptyValue), node.span);
        return None;
    }
    Some(folded)
}

/// A text per language, or a plain one in the default language.
pub(super) fn text(node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    let mut text = Localized::default();
    let told = cx.out.len();
    match &node.value {
        Value::Word(_) => {
            if let Some(line) = line(node, cx) {
                text.insert(cx.languages.default(), line);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                let Some(language) = cx.languages.find(&key.name) else {
                    cx.report(unknown_language(&key.name, cx.languages), key.span);
                    continue;
                };
                if value.is_null() {
                    continue;
                }
                if let Some(line) = line(value, cx) {
                    text.insert(language, line);
                }
            }
        }
        Value::List(_) => cx.wrong_shape(node, "expect-translated"),
        Value::Null => {}
    }
    if text.is_empty() && cx.out.len() == told {
        cx.report(Problem::new(Code::EmptyValue), node.span);
    }
    (!text.is_empty()).then_some(text)
}

/// A text that lists and search results show whole.
pub(super) fn summary(node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|(_, value)| measure(value, cx)),
        _ => measure(node, cx),
    }
    text(node, cx)
}

/// Warns of a summary in one language that is too long.
pub(super) fn measure(node: &Node, cx: &mut Context<'_>) {
    let Value::Word(word) = &node.value else { return };
    let characters = word.split_whitespace().collect::<Vec<_>>().join(" ").chars().count();
    if characters > SUMMARY_CHARACTERS {
        let problem = Problem::new(Code::SummaryLong)
            .number("characters", characters)
            .number("most", SUMMARY_CHARACTERS);
        cx.report(problem, node.span);
    }
}

/// The finding for a language that the site does not declare.
pub(super) fn unknown_language(written: &str, languages: &language::Languages) -> Problem {
    let tags: Vec<&str> = languages.iter().map(|(_, tag)| tag.as_str()).collect();
    Problem::new(Code::UnknownLanguage)
        .text("value", written)
        .choices("choices", tags.iter().copied())
        .suggest_nearest(written, tags.iter().copied())
}

/// Yes or no, by any of YAML's usual words.
pub(super) fn bool(node: &Node, cx: &mut Context<'_>) -> Option<bool> {
    cx.parsed(node, "expect-bool", |word| match word.to_ascii_lowercase().as_str() {
        "true" | "yes" => Ok(true),
        "false" | "no" => Ok(false),
        _ => Err(Problem::new(Code::BoolInvalid).text("value", word)),
    })
}

/// A whole number within a range, both ends included.
pub(super) fn integer<T: TryFrom<i64>>(
    range: std::ops::RangeInclusive<i64>,
) -> impl Fn(&Node, &mut Context<'_>) -> Option<T> {
    move |node, cx| {
        cx.parsed(node, "expect-integer", |word| {
            let number: i64 =
                word.parse().map_err(|_| Problem::new(Code::NumberInvalid).text("value", word))?;
            let outside = || {
                Problem::new(Code::NumberRange)
                    .text("value", word)
                    .number("min", *range.start())
                    .number("max", *range.end())
            };
            if !range.contains(&number) {
                return Err(outside());
            }
            T::try_from(number).map_err(|_| outside())
        })
    }
}

/// One of a fixed list of words.
pub(super) fn choice<T>(
    words: &'static [&'static str],
    from_word: fn(&str) -> Option<T>,
) -> impl Fn(&Node, &mut Context<'_>) -> Option<T> {
    move |node, cx| cx.parsed(node, "expect-word", |word| known(word, words, from_word))
}

/// What one of a few words means; another word is told with the nearest of them.
pub(super) fn known<T>(
    word: &str,
    words: &'static [&'static str],
    from_word: fn(&str) -> Option<T>,
) -> Result<T, Problem> {
    from_word(word).ok_or_else(|| {
        Problem::new(Code::UnknownWord)
            .text("value", word)
            .choices("choices", words.iter().copied())
            .suggest_nearest(word, words.iter().copied())
    })
}

pub(super) fn date(node: &Node, cx: &mut Context<'_>) -> Option<Date> {
    cx.parsed(node, "expect-date", value::parse_date)
}

pub(super) fn moment(node: &Node, cx: &mut Context<'_>) -> Option<Moment> {
    cx.parsed(node, "expect-moment", value::parse_moment)
}

pub(super) fn id(node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Id>> {
    cx.placed(node, "expect-id", Id::parse)
}

pub(super) fn slug(node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Slug>> {
    cx.placed(node, "expect-slug", Slug::parse)
}

pub(super) fn url(node: &Node, cx: &mut Context<'_>) -> Option<WebAddress> {
    cx.parsed(node, "expect-url", WebAddress::parse)
}

pub(super) fn language_tag(node: &Node, cx: &mut Context<'_>) -> Option<SpokenLanguage> {
    cx.parsed(node, "expect-language", SpokenLanguage::parse)
}

/// A decimal number.
fn number(node: &Node, cx: &mut Context<'_>) -> Option<f64> {
    cx.parsed(node, "expect-number", |word| {
        word.parse::<f64>()
            .ok()
            .filter(|number| number.is_finite())
            .ok_or_else(|| Problem::new(Code::NumberInvalid).text("value", word))
    })
}

/// Latitude and longitude.
pub(super) fn location(node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Location>> {
    let [latitude, longitude] = pair(node, cx)?;
    match Location::new(latitude, longitude, None) {
        Ok(location) => Some(Spanned::new(location, node.span)),
        Err(problem) => {
            cx.report(problem, node.span);
            None
        }
    }
}

fn pair(node: &Node, cx: &mut Context<'_>) -> Option<[f64; 2]> {
    let Value::List(items) = &node.value else {
        let suggestion = meant_pair(node).map(|place| place.to_string());
        cx.report(Problem { suggestion, ..Problem::new(Code::LocationInvalid) }, node.span);
        return None;
    };
    let [first, second] = items.as_slice() else {
        cx.report(Problem::new(Code::LocationInvalid), node.span);
        return None;
    };
    let (first, second) = (number(first, cx), number(second, cx));
    Some([first?, second?])
}

/// The place that is written without brackets, as maps copy it, or with a name for each number.
fn meant_pair(node: &Node) -> Option<Location> {
    let named = |names: &[&str]| {
        let mut found = node.entries().iter().filter(|(key, _)| names.contains(&key.name.as_str()));
        match &found.next()?.1.value {
            Value::Word(word) => Some(word.trim()),
            _ => None,
        }
    };
    let (latitude, longitude) = match &node.value {
        Value::Word(word) => word.split_once(',').or_else(|| word.trim().split_once(' '))?,
        _ => (named(&["lat", "latitude"])?, named(&["lng", "lon", "long", "longitude"])?),
    };
    let number = |written: &str| written.trim().parse::<f64>().ok();
    Location::new(number(latitude)?, number(longitude)?, None).ok()
}

/// South-west and north-east corners.
pub(super) fn bounds(node: &Node, cx: &mut Context<'_>) -> Option<Bounds> {
    let corners: Vec<_> = match &node.value {
        Value::List(corners) if corners.len() == 2 => {
            corners.iter().map(|corner| location(corner, cx)).collect()
        }
        _ => {
            cx.wrong_shape(node, "expect-bounds");
            return None;
        }
    };
    let mut corners = corners.into_iter().flatten().map(|corner| corner.value);
    match Bounds::new(corners.next()?, corners.next()?) {
        Ok(bounds) => Some(bounds),
        Err(problem) => {
            cx.report(problem, node.span);
            None
        }
    }
}

/// A picture; its file is looked for beside the entry, then in `media/`.
pub(super) fn picture(node: &Node, cx: &mut Context<'_>) -> Option<Picture> {
    let record = Record::open(node, &PICTURE, cx)?;
    let file = record.read("file", cx, file);
    let alt = record.read("alt", cx, text);
    let credit = record.read("credit", cx, text);
    let licence = record.read("licence", cx, line);
    Some(Picture { file: file?, alt: alt?, credit, licence })
}

/// The path of a file of the content, relative to `content/`.
pub(super) fn file(node: &Node, cx: &mut Context<'_>) -> Option<Spanned<String>> {
    let written = cx.word(node, "expect-file")?.trim();
    match super::paths::resolve(written, cx.folder, cx.files) {
        Ok(path) => Some(Spanned::new(path, node.span)),
        Err(problem) => {
            cx.report(problem, node.span);
            None
        }
    }
}

/// A day, or a record of a check.
pub(super) fn verified(node: &Node, cx: &mut Context<'_>) -> Option<Verified> {
    if let Value::Word(_) = node.value {
        return Some(Verified { on: date(node, cx)?, by: None, method: None });
    }
    let record = Record::open(node, &VERIFIED, cx)?;
    let on = record.read("on", cx, date);
    let by = record.read("by", cx, text);
    let method = choice(VerificationMethod::WORDS, VerificationMethod::from_word);
    let method = record.read("method", cx, method);
    Some(Verified { on: on?, by, method })
}

pub(super) fn alert(node: &Node, cx: &mut Context<'_>) -> Option<Alert> {
    let record = Record::open(node, &ALERT, cx)?;
    let text = record.read("text", cx, text);
    let until = record.read("until", cx, date);
    Some(Alert { text: text?, until: until? })
}

/// A web address, or a record with a title.
pub(super) fn citation(node: &Node, cx: &mut Context<'_>) -> Option<Citation> {
    if let Value::Word(_) = node.value {
        return Some(Citation { title: None, url: Some(url(node, cx)?) });
    }
    let record = Record::open(node, &CITATION, cx)?;
    let title = record.read("title", cx, text);
    let url = record.read("url", cx, url);
    (title.is_some() || url.is_some()).then_some(Citation { title, url })
}

/// A map of access features to how far they are there.
pub(super) fn access(
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<std::collections::BTreeMap<AccessFeature, AccessLevel>> {
    let Value::Map(entries) = &node.value else {
        cx.wrong_shape(node, "shape-map");
        return None;
    };
    let level = choice(AccessLevel::WORDS, access_level);
    let mut features = std::collections::BTreeMap::new();
    for (key, value) in entries {
        let feature = known(&key.name, AccessFeature::WORDS, AccessFeature::from_word);
        let level = (!value.is_null()).then(|| level(value, cx)).flatten();
        match (feature, level) {
            (Ok(feature), Some(level)) => {
                features.insert(feature, level);
            }
            (Ok(_), None) => {}
            (Err(problem), _) => cx.report(problem, key.span),
        }
    }
    Some(features)
}

/// `true` and `false` are a yes and a no here too.
fn access_level(word: &str) -> Option<AccessLevel> {
    match word {
        "true" => Some(AccessLevel::Yes),
        "false" => Some(AccessLevel::No),
        _ => AccessLevel::from_word(word),
    }
}
