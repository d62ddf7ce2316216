//! Numbers as a language writes them: grouped, with its own digits and decimal mark.
//!
//! Units stay with the messages: people write neither percentages nor prices as CLDR does
//! (`฿100.00`), they write `100 บาท`, `100 baht`. The figure comes from here, and a message of the
//! locale adds the sign or the word.

use icu::{
    decimal::{
        DecimalFormatter,
        input::Decimal,
        options::{DecimalFormatterOptions, GroupingStrategy},
    },
    locale::Locale,
};

/// Formats numbers in one locale.
#[derive(Debug)]
pub(super) struct Numbers {
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
}

impl Numbers {
    /// Loads what the locale needs; `None` where ICU4X has no data.
    pub(super) fn new(locale: &Locale) -> Option<Self> {
        let formatter = |strategy| {
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(strategy);
            DecimalFormatter::try_new(locale.into(), options).ok()
        };
        Some(Self {
            grouped: formatter(GroupingStrategy::Auto)?,
            plain: formatter(GroupingStrategy::Never)?,
        })
    }

    /// A count: `12,345`.
    pub(super) fn integer(&self, value: i64) -> String {
        self.write(&Decimal::from(value), true)
    }

    /// A decimal number written with digits and a point, with as many decimals as it has:
    /// `1,250.50`. Exact, because it never becomes a float.
    pub(super) fn decimal(&self, digits: &str) -> Option<String> {
        Decimal::try_from_str(digits).ok().map(|number| self.write(&number, true))
    }

    pub(super) fn write(&self, value: &Decimal, grouped: bool) -> String {
        if grouped { &self.grouped } else { &self.plain }.format_to_string(value)
    }
}

/// Rounds to at most `most` decimals (halves to even) and fills up to at least `least`.
/// What is no finite number is zero: callers let none through.
pub(super) fn fixed(value: f64, least: u8, most: u8) -> Decimal {
    // Rust prints a float with the fewest digits that name it, and never an exponent.
    let mut decimal = Decimal::try_from_str(&value.to_string()).unwrap_or_else(|_| 0.into());
    decimal.round(-i16::from(most.max(least)));
    decimal.absolute.trim_end();
    if decimal.absolute.is_zero() {
        // Negative zero is what rounding leaves of -0.004; nobody writes it.
        decimal = 0.into();
    }
    decimal.absolute.pad_end(-i16::from(least));
    decimal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(locale: &str) -> Numbers {
        Numbers::new(&locale.parse().unwrap()).unwrap()
    }

    #[test]
    fn counts_are_grouped_and_names_are_not() {
        for locale in ["th-u-ca-buddhist", "en-GB"] {
            let numbers = numbers(locale);
            assert_eq!(numbers.integer(1_234_567), "1,234,567");
            assert_eq!(numbers.integer(-5), "-5");
            assert_eq!(numbers.write(&40_000.into(), false), "40000");
        }
        assert_eq!(numbers("th-u-nu-thai").integer(2569), "๒,๕๖๙");
        assert_eq!(numbers("de").decimal("1234.5").as_deref(), Some("1.234,5"));
    }

    #[test]
    fn decimals_keep_their_places() {
        let numbers = numbers("en-GB");
        for (digits, written) in [
            ("100", Some("100")),
            ("1250.50", Some("1,250.50")),
            ("9007199254740993.01", Some("9,007,199,254,740,993.01")),
            ("-0.5", Some("-0.5")),
            ("", None),
            ("1,250", None),
            ("ฟรี", None),
        ] {
            assert_eq!(numbers.decimal(digits).as_deref(), written, "{digits}");
        }
    }

    #[test]
    fn floats_are_rounded_and_no_longer_than_they_need() {
        let read = |value, least, most| numbers("th").write(&fixed(value, least, most), true);
        assert_eq!(read(0.1 + 0.2, 0, 3), "0.3");
        assert_eq!(read(1234.0, 0, 2), "1,234");
        assert_eq!(read(1234.5, 2, 2), "1,234.50");
        assert_eq!(read(-0.004, 0, 2), "0");
        assert_eq!(read(f64::NAN, 0, 2), "0");
    }
}
