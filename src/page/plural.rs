//! A sentence for every plural category of a language, for scripts that count.

use icu::locale::Locale as IcuLocale;
use icu::plurals::{PluralCategory, PluralRules};

use super::speaker::Speaker;
use super::view::Plural;

/// Numbers among which every plural category has one, the likeliest sentence first.
const SAMPLES: std::ops::RangeInclusive<usize> = 1..=120;

/// The sentence for each plural category of CLDR, made by saying it of a number of that category;
/// `#` stands where the number stood.
pub(crate) fn plurals(speaker: Speaker<'_>, say: impl Fn(usize) -> String) -> Vec<Plural> {
    let locale: Option<IcuLocale> = speaker.tag().parse().ok();
    let rules = locale.and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok());
    let mut sentences: Vec<Plural> = Vec::new();
    for number in SAMPLES {
        let category =
            rules.as_ref().map_or(PluralCategory::Other, |rules| rules.category_for(number));
        let category = word(category);
        if sentences.iter().all(|plural| plural.category != category) {
            let text = say(number).replacen(&speaker.number(number), "#", 1);
            sentences.push(Plural { category, text });
        }
    }
    sentences
}

fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
