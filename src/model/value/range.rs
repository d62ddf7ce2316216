//! Pairs of numbers in order, and a postcode.

use std::fmt;

use super::text::{ascii_digits, is_digits, problem};
use crate::diagnostic::{Code, Problem};

/// The greatest age that is written.
const OLDEST: u32 = 120;

/// Ages in years, both included; a side that is open has no bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ages {
    from: Option<u8>,
    to: Option<u8>,
}

impl Ages {
    /// Takes the youngest and the oldest, each of 0 to 120 years. The wrong way round they are
    /// refused, with the map to write instead.
    pub fn new(from: Option<u32>, to: Option<u32>) -> Result<Self, Problem> {
        let ages = Self { from: age(from)?, to: age(to)? };
        match (ages.from, ages.to) {
            (Some(from), Some(to)) if from > to => {
                let (written, turned) = (ages.to_string(), Self { from: ages.to, to: ages.from });
                Err(problem(Code::RangeReversed, &written)
                    .text("from", from.to_string())
                    .text("to", to.to_string())
                    .suggest(turned.to_string()))
            }
            _ => Ok(ages),
        }
    }

    /// The youngest, if there is one.
    pub fn from(self) -> Option<u8> {
        self.from
    }

    /// The oldest, if there is one.
    pub fn to(self) -> Option<u8> {
        self.to
    }
}

/// As it is written: `{from: 7, to: 12}`.
impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) => write!(f, "{{from: {from}, to: {to}}}"),
            (Some(from), None) => write!(f, "{{from: {from}}}"),
            (None, Some(to)) => write!(f, "{{to: {to}}}"),
            (None, None) => f.write_str("{}"),
        }
    }
}

fn age(years: Option<u32>) -> Result<Option<u8>, Problem> {
    let Some(years) = years else { return Ok(None) };
    match u8::try_from(years) {
        Ok(age) if years <= OLDEST => Ok(Some(age)),
        _ => Err(problem(Code::NumberRange, &years.to_string())
            .number("min", 0)
            .number("max", OLDEST)),
    }
}

/// A Thai postcode: five digits, the first not 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(u32);

impl Postcode {
    /// Reads five digits. Thai digits and stray spaces are mended in the suggestion.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        if let Some(code) = postcode(written) {
            return Ok(Self(code));
        }
        let mended: String =
            ascii_digits(written).chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let suggestion = postcode(&mended).map(|_| mended);
        Err(Problem { suggestion, ..problem(Code::PostcodeInvalid, written) })
    }
}

/// Its five digits.
impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05}", self.0)
    }
}

fn postcode(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| is_digits(text, 5) && !text.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_in_order() {
        let ages = Ages::new(Some(7), Some(12)).unwrap();
        assert_eq!((ages.from(), ages.to()), (Some(7), Some(12)));
        assert!(Ages::new(Some(60), None).is_ok() && Ages::new(Some(5), Some(5)).is_ok());
        let problem = Ages::new(Some(12), Some(7)).unwrap_err();
        assert_eq!(problem.code, Code::RangeReversed);
        assert_eq!(problem.suggestion.as_deref(), Some("{from: 7, to: 12}"));
        for (from, to) in [(Some(121), None), (None, Some(u32::MAX)), (Some(256), Some(300))] {
            assert_eq!(Ages::new(from, to).unwrap_err().code, Code::NumberRange);
        }
    }

    #[test]
    fn postcodes_are_five_digits() {
        assert_eq!(Postcode::parse("40000").unwrap().to_string(), "40000");
        for (written, suggestion) in [
            ("๔๐๐๐๐", Some("40000")),
            ("40 000", Some("40000")),
            ("4000", None),
            ("400000", None),
            ("04000", None),
            ("", None),
            ("+4000", None),
            ("ขอนแก่น 40000", None),
        ] {
            let problem = Postcode::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::PostcodeInvalid);
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        }
    }
}
