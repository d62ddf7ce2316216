//! One language's Fluent bundle, set up the way the house wants it.
//!
//! No isolation marks around values (they would end up in titles, addresses and JSON), numbers
//! through ICU4X, and a `NUMBER` that neither panics nor swallows what it is given.

use std::convert::Infallible;

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue, builtins, concurrent::FluentBundle,
    memoizer::MemoizerKind, types::FluentNumberOptions,
};
use icu::locale::Locale;
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

use super::{
    LanguageTag,
    number::{Numbers, fixed},
};

/// A bundle that threads can share.
pub(super) type Bundle = FluentBundle<FluentResource>;

/// Beyond this a float no longer holds every whole number.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
/// More decimals than a float holds would overflow Fluent's plural rules.
const MOST_PLACES: usize = 15;
/// What ECMA-402, and so Fluent's specification, shows where a message asks for nothing else.
const USUAL_PLACES: usize = 3;

/// An empty bundle for a language.
pub(super) fn new(language: &LanguageTag) -> Bundle {
    let identifier: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(write_number));
    // A new bundle holds no function of that name yet, so this cannot fail.
    let _ = bundle.add_function("NUMBER", number);
    bundle
}

/// A number as Fluent takes it; one that a float does not hold exactly is passed as its digits.
pub(super) fn number_value(value: i64) -> FluentValue<'static> {
    if value.unsigned_abs() < EXACT {
        FluentValue::from(value)
    } else {
        FluentValue::from(value.to_string())
    }
}

/// What an error of Fluent says, without the name of the stage that found it.
pub(super) fn words(error: &FluentError) -> String {
    match error {
        FluentError::ResolverError(error) => error.to_string(),
        FluentError::ParserError(error) => error.to_string(),
        FluentError::Overriding { .. } => error.to_string(),
    }
}

/// The built-in `NUMBER`, but text passes through it unchanged and decimals have a limit.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    if let Some(text @ FluentValue::String(_)) = positional.first() {
        return text.clone();
    }
    let mut value = builtins::NUMBER(positional, named);
    if let FluentValue::Number(number) = &mut value {
        let options = &mut number.options;
        for places in [&mut options.minimum_fraction_digits, &mut options.maximum_fraction_digits] {
            *places = places.map(|places| places.min(MOST_PLACES));
        }
    }
    value
}

fn write_number<M: MemoizerKind>(value: &FluentValue<'_>, memoizer: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let FluentNumberOptions {
        minimum_integer_digits: integers,
        minimum_fraction_digits: least,
        maximum_fraction_digits: most,
        use_grouping: grouped,
        ..
    } = number.options;
    let places = |count: usize| u8::try_from(count.min(MOST_PLACES)).unwrap_or_default();
    let least = places(least.unwrap_or_default());
    let most = places(most.unwrap_or(USUAL_PLACES));
    let mut decimal = fixed(number.value, least, most);
    decimal.absolute.pad_start(places(integers.unwrap_or(1)).into());
    let written = memoizer.with_try_get_threadsafe::<Kept, _, _>((), |kept| {
        kept.0.as_ref().map(|numbers| numbers.write(&decimal, grouped))
    });
    written.unwrap_or_else(|never| match never {})
}

/// The number formatter that a bundle keeps; none where ICU4X has no data.
struct Kept(Option<Numbers>);

impl Memoizable for Kept {
    type Args = ();
    type Error = Infallible;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Infallible> {
        let locale = language.to_string().parse::<Locale>().ok();
        Ok(Self(locale.and_then(|locale| Numbers::new(&locale))))
    }
}
