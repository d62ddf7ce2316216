//! What is searched: the words and choices of every listed entry, for one language.
//!
//! In: the [`Index`] and a language. Out: a [`Collection`], spaces first, then partners, then
//! events. Promise: every language's names are in each; text that is borrowed says so; what is
//! closed is absent.

use std::collections::BTreeMap;

use super::keys::key;
use crate::index::{Index, Item, kinds};
use crate::language::{Lang, Locale};
use crate::model::value::Id;
use crate::model::{Address, EntryKind, Event, Part, Text, Venue};
use crate::page::{Base, Route};

/// The sections, in the order of the documents.
pub(super) const SECTIONS: [EntryKind; 3] =
    [EntryKind::Space, EntryKind::Partner, EntryKind::Event];

/// Everything that a search in one language looks through.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// The word and the listing's address of each section: an entry stands below its listing.
    pub sections: Vec<(String, String)>,
    /// Kinds, districts and themes.
    pub labels: Vec<Label>,
    /// Entries, in the order in which equally good ones are shown.
    pub documents: Vec<Document>,
}

/// A word of the vocabulary.
#[derive(Clone, Debug, Default)]
pub struct Label {
    /// How addresses write it: its part or section, and its id.
    pub id: String,
    /// What it is called, in each language that calls it something, this one first.
    pub words: Vec<String>,
}

/// An entry as search sees it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its place in [`Collection::sections`].
    pub section: usize,
    /// The end of its address.
    pub slug: String,
    /// Its name in this language.
    pub name: String,
    /// The name's language, where that is another.
    pub name_lang: Option<String>,
    /// Its names in other languages, its aliases, and where it takes place.
    pub others: Vec<String>,
    /// Its summary in this language.
    pub summary: String,
    /// The summary's language, where that is another.
    pub summary_lang: Option<String>,
    /// The words of its address.
    pub place: Vec<String>,
    /// The day of an event, as people write it.
    pub when: String,
    /// Its kind, its district, its themes: places in [`Collection::labels`].
    pub labels: Vec<usize>,
    /// Whether it costs nothing.
    pub free: bool,
    /// Whether wheelchair users can get in, at least in part.
    pub accessible: bool,
}

impl Collection {
    /// Gathers a language's documents.
    pub fn new(index: &Index, locale: &Locale, base: &Base) -> Self {
        let labels = Labels::new(index, locale.lang());
        let gathering = Gathering { index, locale, places: labels.places };
        let items = SECTIONS.iter().flat_map(|section| index.listing(*section, locale.lang()));
        let sections = SECTIONS.map(|section| {
            let listing = Route::Listing(section, 1).path(locale.tag().as_str());
            (section.as_str().to_owned(), base.url(&listing))
        });
        Self {
            sections: sections.into(),
            documents: items.map(|item| gathering.document(item)).collect(),
            labels: labels.labels,
        }
    }

    /// Every name, alias and label.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let labels = self.labels.iter().flat_map(|label| &label.words);
        let names =
            self.documents.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.others));
        labels.chain(names).map(String::as_str)
    }

    /// Every text that is searched.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let others =
            self.documents.iter().flat_map(|it| std::iter::once(&it.summary).chain(&it.place));
        self.names().chain(others.map(String::as_str))
    }
}

struct Labels {
    labels: Vec<Label>,
    places: BTreeMap<(Part, Id), usize>,
}

impl Labels {
    fn new(index: &Index, language: Lang) -> Self {
        let sections = SECTIONS.map(|section| (kinds(section), section.as_str()));
        let parts = [(Part::Districts, "districts"), (Part::Themes, "themes")];
        let mut labels = Self { labels: Vec::new(), places: BTreeMap::new() };
        for (part, word) in sections.into_iter().chain(parts) {
            for (id, term) in index.directory.vocabulary.part(part) {
                labels.places.insert((part, id.clone()), labels.labels.len());
                let own = term.label.resolve(language).map(|(own, _)| own.clone());
                let own = own.unwrap_or_else(|| id.as_str().to_owned());
                let others = term.label.iter().map(|(_, other)| other.clone());
                let others = others.filter(|other| *other != own).collect::<Vec<_>>();
                let words = std::iter::once(own.clone()).chain(others).collect();
                labels.labels.push(Label { id: format!("{word}/{id}"), words });
            }
        }
        labels
    }
}

struct Gathering<'a> {
    index: &'a Index,
    locale: &'a Locale,
    places: BTreeMap<(Part, Id), usize>,
}

impl Gathering<'_> {
    fn document(&self, item: &Item) -> Document {
        let entry = item.entry();
        let (name, name_lang) = self.resolve(&entry.name);
        let (summary, summary_lang) = self.resolve(&entry.summary);
        let mut others: Vec<String> = entry.name.iter().map(|(_, name)| name.clone()).collect();
        if let Item::Partner(it) = item {
            others.extend(it.abbreviation.iter().map(|(_, short)| short.clone()));
        }
        others.extend(entry.aliases.iter().cloned());
        let mut labels: Vec<usize> = Vec::new();
        let mut label = |part: Part, id: &Id| {
            labels.extend(self.places.get(&(part, id.clone())));
        };
        let kind = match item {
            Item::Partner(it) => &it.kind,
            Item::Space(it) => &it.kind,
            Item::Event(it) => {
                others.extend(self.venue(it));
                &it.kind
            }
        };
        label(kinds(entry.kind), &kind.value);
        if let Some(id) = self.index.district_of(item) {
            label(Part::Districts, id);
        }
        for id in &entry.themes {
            label(Part::Themes, &id.value);
        }
        Document {
            section: SECTIONS.iter().position(|it| *it == entry.kind).unwrap_or_default(),
            slug: entry.slug.as_str().to_owned(),
            others: apart(&name, others),
            name,
            name_lang,
            summary,
            summary_lang,
            place: self.place(entry.address.as_ref()),
            when: self.when(item),
            labels,
            free: item.is_free(),
            accessible: self.index.is_accessible(item),
        }
    }

    /// A text, and its language where that is another.
    fn resolve(&self, text: &Text) -> (String, Option<String>) {
        let Some((text, language)) = text.resolve(self.locale.lang()) else {
            return <(String, Option<String>)>::default();
        };
        let foreign = language != self.locale.lang();
        let tag = self.index.directory.site.languages.tag(language);
        (text.clone(), foreign.then(|| tag.to_string()))
    }

    fn venue(&self, event: &Event) -> Vec<String> {
        let name = match &event.venue {
            Some(Venue::Place(place)) => Some(&place.name),
            _ => self.index.space_of(event).map(|space| &space.entry.name),
        };
        name.into_iter().flat_map(Text::iter).map(|(_, name)| name.clone()).collect()
    }

    fn place(&self, address: Option<&Address>) -> Vec<String> {
        let texts = match address {
            Some(Address::Free(text)) => vec![text],
            Some(Address::Structured(it)) => it.line.iter().chain(it.subdistrict.iter()).collect(),
            None => Vec::new(),
        };
        texts.into_iter().map(|text| self.resolve(text).0).filter(|it| !it.is_empty()).collect()
    }

    fn when(&self, item: &Item) -> String {
        let Item::Event(event) = item else { return String::new() };
        let formats = self.locale.formats();
        let (first, last) = match self.index.calendar.next(&event.entry.slug) {
            Some(next) => (next.first_day(), next.last_day()),
            None => {
                let first = event.starts.value.date();
                (first, event.ends.as_ref().map_or(first, |ends| ends.value.date()))
            }
        };
        if first == last {
            formats.date_medium(first)
        } else {
            formats.date_range_medium(first, last)
        }
    }
}

/// The names that a search would not find by a name before them.
fn apart(name: &str, others: Vec<String>) -> Vec<String> {
    let mut keys = vec![key(name)];
    others
        .into_iter()
        .filter(|other| {
            let own = key(other);
            let known = own.is_empty() || keys.iter().any(|key| key.starts_with(&own));
            if !known {
                keys.push(own);
            }
            !known
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_name_is_kept_once() {
        let others = ["Wat Chai Si", "วัดไชยศรี", "wat chaisi", "สินไซ"].map(str::to_owned);
        assert_eq!(apart("วัดไชยศรี บ้านสาวะถี", others.into()), ["Wat Chai Si", "สินไซ"]);
    }
}
