//! Amounts of money, exact.

use std::fmt;

use super::currency::Currency;
use super::text::{ascii_digits, problem};
use crate::diagnostic::{Code, Problem};

/// The largest amount, in whole units of the currency.
const LARGEST: u64 = 1_000_000_000;

/// An amount of a currency, never negative, exact to the currency's last decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    currency: Currency,
    minor: u64,
}

impl Money {
    /// Reads `50`, `50.5` or `1,250.50`: digits, in groups of three if the author likes, and at
    /// most as many decimals as the currency has. A negative amount, and one of over a billion,
    /// is out of range.
    pub fn parse(written: &str, currency: Currency) -> Result<Self, Problem> {
        let amount = written.strip_prefix('-').or_else(|| written.strip_prefix('−'));
        match (minor(amount.unwrap_or(written), currency), amount) {
            (Some(minor), None) if minor <= LARGEST * scale(currency) => {
                Ok(Self { currency, minor })
            }
            (Some(0), Some(_)) => Ok(Self { currency, minor: 0 }),
            (Some(_), _) => {
                Err(problem(Code::NumberRange, written).number("min", 0).number("max", LARGEST))
            }
            (None, _) => {
                let suggestion = mended(written, currency);
                Err(Problem { suggestion, ..problem(Code::NumberInvalid, written) })
            }
        }
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The amount in the currency's smallest unit: satang of a baht, the yen itself.
    pub fn minor(self) -> u64 {
        self.minor
    }

    /// Whether it is nothing at all.
    pub fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// The amount as a plain decimal with a full stop, as schema.org and formatters want it:
    /// `50`, or `50.50` where there is a fraction.
    pub fn decimal(self) -> String {
        let (scale, digits) = (scale(self.currency), usize::from(self.currency.digits()));
        let (whole, fraction) = (self.minor / scale, self.minor % scale);
        if fraction == 0 { whole.to_string() } else { format!("{whole}.{fraction:0digits$}") }
    }
}

/// `50.50 THB`: for messages and tests, not for readers.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.decimal(), self.currency)
    }
}

/// How many of the smallest unit make one of the currency.
fn scale(currency: Currency) -> u64 {
    10_u64.pow(u32::from(currency.digits()))
}

/// The amount in the smallest unit; the largest number where it is too large for one.
fn minor(text: &str, currency: Currency) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(w, f)| (w, Some(f)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = fraction.map_or(Some(""), |f| digits(f).then(|| f.trim_end_matches('0')))?;
    let places = usize::from(currency.digits());
    let whole = ungrouped(whole)?;
    if !digits(&whole) || fraction.len() > places {
        return None;
    }
    Some(format!("{whole}{fraction:0<places$}").parse().unwrap_or(u64::MAX))
}

/// Digits without the commas between thousands; nothing where a comma stands elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (1..=3).contains(&first.len());
    (grouped && rest.iter().all(|group| group.len() == 3))
        .then(|| format!("{first}{}", rest.concat()))
}

/// The plain amount in `50 บาท`, `฿50`, `50.-` or Thai digits.
fn mended(written: &str, currency: Currency) -> Option<String> {
    let text = ascii_digits(written.trim()).to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_ascii_digit() && c != '-' && c != '.');
    let text = text.trim_start_matches(['.', ' ']).trim_end_matches(['-', '.', ' ', ',']);
    minor(text, currency).filter(|minor| *minor <= LARGEST * scale(currency))?;
    Some(text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Argument;

    fn baht(written: &str) -> Result<Money, Problem> {
        Money::parse(written, Currency::BAHT)
    }

    #[test]
    fn amounts_are_exact() {
        for (written, decimal, minor) in [
            ("0", "0", 0),
            ("50", "50", 5_000),
            ("50.0", "50", 5_000),
            ("50.5", "50.50", 5_050),
            ("1,250.50", "1250.50", 125_050),
            ("0.05", "0.05", 5),
            ("007", "7", 700),
            ("-0", "0", 0),
            ("1000000000", "1000000000", 100_000_000_000),
        ] {
            let money = baht(written).unwrap();
            assert_eq!((money.decimal().as_str(), money.minor()), (decimal, minor), "{written}");
        }
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(Money::parse("500", yen).unwrap().to_string(), "500 JPY");
        assert_eq!(Money::parse("500.5", yen).unwrap_err().code, Code::NumberInvalid);
    }

    #[test]
    fn negative_and_boundless_amounts_are_out_of_range() {
        for written in ["-1", "−50", "1000000000.01", "99999999999999999999999999"] {
            let problem = baht(written).unwrap_err();
            assert_eq!(problem.code, Code::NumberRange, "{written}");
            assert!(problem.arguments.contains(&("max", Argument::Number(1_000_000_000))));
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_the_one_it_holds() {
        for (written, suggestion) in [
            ("50 บาท", Some("50")),
            ("฿50", Some("50")),
            ("๕๐", Some("50")),
            ("50.-", Some("50")),
            ("1,250 baht", Some("1250")),
            ("50.555", None),
            ("1,25", None),
            ("", None),
            (".5", Some("5")),
            ("1e3", None),
            ("0x10", None),
            ("inf", None),
            ("NaN", None),
            ("50-100", None),
            ("ฟรี", None),
        ] {
            let problem = baht(written).unwrap_err();
            assert_eq!(problem.code, Code::NumberInvalid, "{written}");
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics_and_decimals_read_back(written in "[0-9,.-]{0,24}|\\PC{0,12}") {
            if let Ok(money) = baht(&written) {
                proptest::prop_assert_eq!(baht(&money.decimal()), Ok(money));
            }
        }
    }
}
