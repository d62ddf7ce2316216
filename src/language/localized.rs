//! A value that each language has for itself, or lacks.

use super::Lang;

/// At most one value a language, in the site's order of languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized<T> {
    // Sorted. Two or three languages: a search through a tree would cost more than it saves.
    values: Vec<(Lang, T)>,
}

impl<T> Localized<T> {
    /// The language's own value.
    pub fn get(&self, lang: Lang) -> Option<&T> {
        let at = self.values.binary_search_by_key(&lang, |(lang, _)| *lang).ok()?;
        Some(&self.values[at].1)
    }

    /// Sets the language's value in place of the one it had.
    pub fn insert(&mut self, lang: Lang, value: T) {
        match self.values.binary_search_by_key(&lang, |(lang, _)| *lang) {
            Ok(at) => self.values[at].1 = value,
            Err(at) => self.values.insert(at, (lang, value)),
        }
    }

    /// The value to show in a language, and whose it is: its own, or else the default
    /// language's, or else that of the first language that has one.
    pub fn resolve(&self, lang: Lang) -> Option<(&T, Lang)> {
        // The default language stands first of all, so the first value is its value if it has one.
        let own = self.get(lang).map(|value| (value, lang));
        own.or_else(|| self.values.first().map(|(lang, value)| (value, *lang)))
    }

    /// Every value with its language, in the site's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Lang, &T)> + Clone {
        self.values.iter().map(|(lang, value)| (*lang, value))
    }

    /// Whether no language has a value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Self { values: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{LanguageTag, Languages};

    fn langs() -> [Lang; 3] {
        let tags = ["th", "en", "lo"];
        let site = Languages::new(tags.map(|tag| LanguageTag::parse(tag).unwrap())).unwrap();
        tags.map(|tag| site.find(tag).unwrap())
    }

    #[test]
    fn the_own_value_comes_first_then_the_default_then_the_others_in_order() {
        let [th, en, lo] = langs();
        let mut name = Localized::default();
        assert_eq!(name.resolve(th), None);
        name.insert(lo, "ຫໍສະໝຸດ");
        assert_eq!(name.resolve(en), Some((&"ຫໍສະໝຸດ", lo)));
        name.insert(en, "Library");
        assert_eq!(name.resolve(th), Some((&"Library", en)));
        assert_eq!(name.resolve(lo), Some((&"ຫໍສະໝຸດ", lo)));
        name.insert(th, "ห้องสมุด");
        name.insert(lo, "");
        assert_eq!(name.resolve(lo), Some((&"", lo)));
    }

    #[test]
    fn values_come_in_the_order_of_the_languages() {
        let [th, en, lo] = langs();
        let mut values = Localized::default();
        assert!(values.is_empty());
        for (lang, value) in [(lo, 3), (th, 1), (en, 9), (en, 2)] {
            values.insert(lang, value);
        }
        assert_eq!(values.iter().collect::<Vec<_>>(), [(th, &1), (en, &2), (lo, &3)]);
        assert!(!values.is_empty());
    }
}
