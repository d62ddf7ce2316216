//! Texts that are older than what they should say.
//!
//! With a history: of each field that is text, and of the prose, the languages' lines are held
//! against each other; the prose (of an entry without any, the summary) is held against the facts
//! too, unless the entry was verified since. Without one: links, pictures and headings of the prose
//! are held against those of the other languages.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Asked, Item, What};
use crate::history::{LineHistory, Stretch};
use crate::language::Languages;
use crate::model::Entry;
use crate::prose::{self, ReferenceKind};
use crate::sheet;

/// A text that is older than it should be.
pub(super) struct Drift {
    /// The language of the text.
    pub(super) language: String,
    /// Why.
    pub(super) what: What,
}

/// What people change without any text becoming wrong: who checked, what is kept for the machine.
const KEPT_ASIDE: [&str; 8] =
    ["verified", "draft", "former", "sources", "consent", "aliases", "image", "gallery"];

pub(super) fn of(item: Item<'_>, asked: Asked<'_>) -> Vec<Drift> {
    match asked.history {
        Some(history) => {
            let times = Times::of(item, asked, history);
            let mut drift = times.between_languages(asked);
            if let Item::Entry(entry) = item {
                drift.extend(times.behind_facts(entry, asked));
            }
            drift
        }
        None => by_content(item, asked),
    }
}

/// When each text was changed, and each fact for the last time.
struct Times {
    /// By field, or `prose`, then language.
    texts: BTreeMap<String, BTreeMap<String, BTreeSet<Timestamp>>>,
    facts: BTreeMap<String, Timestamp>,
}

impl Times {
    fn of(item: Item<'_>, asked: Asked<'_>, history: &LineHistory) -> Self {
        let languages = &asked.directory.site.languages;
        let mut times = Self { texts: BTreeMap::new(), facts: BTreeMap::new() };
        for (language, prose) in item.prose().iter() {
            let source = asked.sources.get(prose.file);
            let stretch = Stretch::of(&source.text, prose.range(asked.sources));
            let when = history.times(&source.path, stretch);
            let tag = languages.tag(language).to_string();
            times.texts.entry("prose".to_owned()).or_default().insert(tag, when);
        }
        if let Item::Entry(entry) = item {
            let path = &asked.sources.get(entry.facts.file).path;
            for said in sheet::said(asked.root, entry.kind, path, languages) {
                times.note(&said.column, history.times(&said.path, said.stretch), languages);
            }
        }
        times
    }

    fn note(&mut self, column: &str, when: BTreeSet<Timestamp>, languages: &Languages) {
        let top = column.split('.').next().unwrap_or(column);
        if KEPT_ASIDE.contains(&top) {
            return;
        }
        match column.rsplit_once('.').filter(|(_, tag)| languages.find(tag).is_some()) {
            Some((field, tag)) => {
                self.texts.entry(field.to_owned()).or_default().insert(tag.to_owned(), when);
            }
            None => {
                if let Some(last) = when.last() {
                    let fact = self.facts.entry(top.to_owned()).or_insert(*last);
                    *fact = (*last).max(*fact);
                }
            }
        }
    }

    /// Texts that another language's was changed after.
    fn between_languages(&self, asked: Asked<'_>) -> Vec<Drift> {
        let mut drift = Vec::new();
        for (part, times) in &self.texts {
            for (language, (other, changed)) in behind(times) {
                let what = What::OlderThanText {
                    part: part.clone(),
                    other: other.to_owned(),
                    changed: day(changed, asked).to_string(),
                };
                drift.push(Drift { language: language.to_owned(), what });
            }
        }
        drift
    }

    /// Texts that a fact was changed after, unless a person has looked at the entry since.
    fn behind_facts(&self, entry: &Entry, asked: Asked<'_>) -> Vec<Drift> {
        let verified = entry.verified.as_ref().map(|it| it.on);
        let settled = |changed: Timestamp| verified.is_some_and(|on| on >= day(changed, asked));
        let newest = self.facts.iter().filter(|(_, changed)| !settled(**changed));
        let Some((field, changed)) = newest.max_by_key(|(_, changed)| **changed) else {
            return Vec::new();
        };
        let part = if self.texts.contains_key("prose") { "prose" } else { "summary" };
        let texts = self.texts.get(part).into_iter().flatten();
        texts
            .filter(|(_, times)| times.last().is_some_and(|last| last < changed))
            .map(|(language, _)| Drift {
                language: language.clone(),
                what: What::OlderThanFact {
                    part: part.to_owned(),
                    field: field.clone(),
                    changed: day(*changed, asked).to_string(),
                },
            })
            .collect()
    }
}

/// The languages whose text is behind another's, and which and since when: gone through from the
/// first change to the last. A text that is changed while it is behind has caught up, and one that
/// is written for the first time is a translation: neither leaves the others behind.
fn behind(texts: &BTreeMap<String, BTreeSet<Timestamp>>) -> BTreeMap<&str, (&str, Timestamp)> {
    let moments: BTreeSet<Timestamp> = texts.values().flatten().copied().collect();
    let mut behind: BTreeMap<&str, (&str, Timestamp)> = BTreeMap::new();
    for moment in moments {
        let changed = || texts.iter().filter(|(_, times)| times.contains(&moment));
        let leads = changed().find(|(language, times)| {
            times.first() < Some(&moment) && !behind.contains_key(language.as_str())
        });
        let leads = leads.map(|(language, _)| language.as_str());
        for (language, _) in changed() {
            behind.remove(language.as_str());
        }
        let Some(lead) = leads else { continue };
        for (language, times) in texts {
            if !times.contains(&moment) && times.first() < Some(&moment) {
                behind.insert(language, (lead, moment));
            }
        }
    }
    behind
}

/// The day of a moment, where the site is.
fn day(time: Timestamp, asked: Asked<'_>) -> Date {
    asked.directory.site.time_zone.rules().to_datetime(time).date()
}

/// What a prose holds in whatever language it is.
#[derive(Default)]
struct Frame {
    targets: Vec<String>,
    headings: usize,
}

/// Prose that has less in it than another language's.
fn by_content(item: Item<'_>, asked: Asked<'_>) -> Vec<Drift> {
    let languages = &asked.directory.site.languages;
    let frames: Vec<(String, Frame)> = item
        .prose()
        .iter()
        .map(|(language, prose)| {
            let text = prose.text(asked.sources);
            (languages.tag(language).to_string(), frame(text, languages))
        })
        .collect();
    let mut drift = Vec::new();
    for (language, own) in &frames {
        for (other, their) in frames.iter().filter(|(other, _)| other != language) {
            let lacks = |target: &&String| !own.targets.contains(target);
            let targets: Vec<String> = their.targets.iter().filter(lacks).cloned().collect();
            let headings = their.headings.saturating_sub(own.headings);
            if !targets.is_empty() || headings > 0 {
                let what = What::Shorter { other: other.clone(), targets, headings };
                drift.push(Drift { language: language.clone(), what });
            }
        }
    }
    drift
}

/// Addresses of the web often differ between languages; what is the site's own does not.
fn frame(markdown: &str, languages: &Languages) -> Frame {
    let references = prose::inspect(markdown).references;
    let mut targets: Vec<String> = references
        .into_iter()
        .filter(|it| it.kind != ReferenceKind::Link)
        .map(|it| it.target.split(['|', '#']).next().unwrap_or_default().trim().to_owned())
        // A picture with words in it is one a language: `plan.th.png`, `plan.en.png`.
        .map(|target| {
            let parts = target.split('.').filter(|part| languages.find(part).is_none());
            parts.collect::<Vec<_>>().join(".")
        })
        .collect();
    targets.sort();
    targets.dedup();
    let mut fenced = false;
    let mut headings = 0;
    for line in markdown.lines() {
        fenced ^= line.trim_start().starts_with("```");
        headings += usize::from(!fenced && line.starts_with('#'));
    }
    Frame { targets, headings }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The languages that are behind after changes at these moments.
    fn after(th: &[i64], en: &[i64]) -> Vec<(String, String)> {
        let times = |seconds: &[i64]| -> BTreeSet<Timestamp> {
            seconds.iter().filter_map(|it| Timestamp::from_second(*it).ok()).collect()
        };
        let texts = [("th", th), ("en", en)].map(|(tag, at)| (tag.to_owned(), times(at)));
        let texts = BTreeMap::from(texts);
        let behind = behind(&texts);
        behind.into_iter().map(|(tag, (other, _))| (tag.to_owned(), other.to_owned())).collect()
    }

    #[test]
    fn who_catches_up_leaves_nobody_behind() {
        let of = |language: &str, other: &str| vec![(language.to_owned(), other.to_owned())];
        assert_eq!(after(&[1], &[1]), []);
        assert_eq!(after(&[1, 2], &[1]), of("en", "th"));
        assert_eq!(after(&[1], &[1, 2]), of("th", "en"));
        assert_eq!(after(&[1, 2], &[1, 3]), [], "the translation follows");
        assert_eq!(after(&[1, 2, 4], &[1, 3]), of("en", "th"));
        assert_eq!(after(&[1, 2], &[1, 3, 4]), of("th", "en"), "and then leads");
        assert_eq!(after(&[1, 2], &[1, 2]), [], "both at once");
        assert_eq!(after(&[1], &[2]), [], "the first translation");
    }
}
