//! Languages done right: the words of the interface, dates, numbers and lists as people write
//! them, the order of names, the ends of words, and text without invisible mistakes.
//!
//! In: tags and locales from `site.yaml`, message files from `locales/`, values from the model.
//! Out: text. Promise: no language is named in this code. What holds for one comes from CLDR
//! (through ICU4X), from a property of its script in Unicode, or from its own messages, so that a
//! third language is a folder of messages and a line of `site.yaml`. Everything here is built once
//! and then shared by all threads; nothing reads the clock, the environment or a global.
//!
//! * [`LanguageTag`], [`Lang`], [`Languages`], [`Localized`]: which languages, and a value in each;
//! * [`Locale`]: a language ready to speak, with all of these:
//!   * [`Messages`]: Fluent, with [`Messages::audit`] to hold the languages against each other;
//!   * [`Formats`]: dates, ranges, times, numbers and lists, and the week;
//!   * [`Collation`]: the order of names, and with [`index_letter`] their headings;
//! * [`word_breaks`], [`excerpt`]: words, and texts cut between them;
//! * [`normalise_text`], [`normalise_name`], [`private_use`]: what becomes of text as it is read.

mod audit;
mod bundle;
mod collation;
mod date_range;
mod format;
mod list;
mod locale;
mod localized;
mod messages;
mod names;
mod normalise;
mod number;
mod outline;
mod pieces;
mod segment;
mod tag;
mod torn;

pub use collation::{Collation, IndexLetter, index_letter};
pub use format::Formats;
pub use locale::Locale;
pub use localized::Localized;
pub use messages::{MessageError, MessageFile, Messages};
pub use names::Width;
pub use normalise::{normalise_name, normalise_text, private_use};
pub use segment::{excerpt, is_alphanumeric, splits_syllable, word_breaks};
pub use tag::{Lang, LanguageTag, Languages};
pub use torn::torn_words;

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Argument;
    use crate::source::Sources;
    use jiff::civil::{date, time};

    /// The built-in languages, by what they say of themselves.
    fn locales() -> [Locale; 2] {
        let mut sources = Sources::default();
        let files = [
            ("th", include_str!("../../locales/th/locale.ftl")),
            ("en", include_str!("../../locales/en/locale.ftl")),
        ];
        let files = files.map(|(language, text)| MessageFile {
            language: LanguageTag::parse(language).unwrap(),
            file: sources.add(format!("locales/{language}/locale.ftl"), text),
            layer: 0,
        });
        let tags = files.clone().map(|file| file.language);
        let (messages, found) = Messages::load(&sources, &files, &tags[0]);
        assert_eq!(found, []);
        let messages = Arc::new(messages);
        let languages = Languages::new(tags).unwrap();
        ["th", "en"].map(|tag| {
            let lang = languages.find(tag).unwrap();
            Locale::new(lang, languages.tag(lang), None, &messages).unwrap()
        })
    }

    #[test]
    fn languages_describe_themselves() {
        let [thai, english] = locales();
        assert_eq!([thai.name(), english.name()], ["ไทย", "English"]);
        assert_eq!([thai.open_graph(), english.open_graph()], ["th_TH", "en_GB"]);
        assert_eq!(english.name_of("th"), "ไทย");
        assert_eq!(english.name_of("lo"), "lo");
        assert!(english.writes_phones_internationally() && !thai.writes_phones_internationally());
    }

    #[test]
    fn sentences_are_made_of_formats_and_messages() {
        let sentences = locales().map(|locale| {
            let formats = locale.formats();
            let say = |id: &str, arguments: &[(&'static str, &str)]| {
                let text =
                    |(name, text): &(&'static str, &str)| (*name, Argument::Text((*text).into()));
                locale.message(id, &arguments.iter().map(text).collect::<Vec<_>>())
            };
            let day = formats.date_full(date(2022, 4, 28));
            let [from, to] = [14, 16].map(|hour| formats.time(time(hour, 0, 0, 0)));
            let moment = say("datetime", &[("date", &day), ("time", &from)]);
            let price = |amount, currency| {
                say("price", &[("amount", &formats.decimal(amount)), ("currency", currency)])
            };
            [
                say("datetime-range", &[("date", &day), ("from", &from), ("to", &to)]),
                say("datetime-span", &[("from", &moment), ("to", &moment)]),
                moment,
                price("1250", "THB"),
                price("19.50", "USD"),
            ]
        });
        let thai = [
            "วันพฤหัสบดีที่ 28 เมษายน 2565 เวลา 14:00–16:00 น.",
            "วันพฤหัสบดีที่ 28 เมษายน 2565 เวลา 14:00 น. – วันพฤหัสบดีที่ 28 เมษายน 2565 เวลา 14:00 น.",
            "วันพฤหัสบดีที่ 28 เมษายน 2565 เวลา 14:00 น.",
            "1,250 บาท",
            "19.50 USD",
        ];
        let english = [
            "Thursday, 28 April 2022, 14:00–16:00",
            "Thursday, 28 April 2022, 14:00 – Thursday, 28 April 2022, 14:00",
            "Thursday, 28 April 2022, 14:00",
            "1,250 baht",
            "USD 19.50",
        ];
        assert_eq!(sentences, [thai, english]);
    }
}
