//! The table of ISO 4217: which currency codes there are, and how many decimals each has.

use std::fmt;

use super::text::problem;
use crate::diagnostic::{Code, Problem};

/// Codes of list one whose minor unit is a hundredth.
const HUNDREDTHS: &str = "\
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF \
CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL \
MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR \
PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP \
TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

/// Codes of list one without a minor unit.
const UNITS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

/// Codes of list one whose minor unit is a thousandth.
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// Codes of list one whose minor unit is a ten-thousandth.
const TEN_THOUSANDTHS: &str = "CLF UYW";

/// A currency in use, by its alphabetic code of ISO 4217 (list one; no metals, no test codes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: &'static str,
    digits: u8,
}

impl Currency {
    /// The Thai baht, which an amount is in where nothing is said.
    pub const BAHT: Self = Self { code: "THB", digits: 2 };

    /// Reads an alphabetic code, `THB`. Other spellings of the commonest are suggested a code.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        if let Some(currency) = table().find(|currency| currency.code == written) {
            return Ok(currency);
        }
        let text = written.trim().to_uppercase();
        let named = match text.trim_end_matches('.') {
            "บาท" | "฿" | "BAHT" | "B" | "BHT" => Some("THB"),
            "$" | "US$" | "DOLLAR" | "DOLLARS" => Some("USD"),
            "€" | "EURO" => Some("EUR"),
            "กีบ" | "KIP" => Some("LAK"),
            text => table().map(|currency| currency.code).find(|code| *code == text),
        };
        let suggestion = named.map(str::to_owned);
        Err(Problem { suggestion, ..problem(Code::CurrencyInvalid, written) })
    }

    /// The alphabetic code, three capitals.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// How many decimals its amounts have: 2 for the baht, 0 for the yen.
    pub fn digits(self) -> u8 {
        self.digits
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

/// Every currency, by number of decimals and then by code.
fn table() -> impl Iterator<Item = Currency> {
    [(UNITS, 0), (HUNDREDTHS, 2), (THOUSANDTHS, 3), (TEN_THOUSANDTHS, 4)]
        .into_iter()
        .flat_map(|(codes, digits)| codes.split(' ').map(move |code| Currency { code, digits }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_codes_once_each() {
        let mut codes: Vec<_> = table().map(Currency::code).collect();
        assert!(codes.iter().all(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase())));
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
        assert_eq!(Currency::parse("THB").unwrap(), Currency::BAHT);
        assert_eq!(Currency::parse("JPY").unwrap().digits(), 0);
        assert_eq!(Currency::parse("KWD").unwrap().digits(), 3);
    }

    #[test]
    fn other_spellings_are_suggested_the_code() {
        for (written, suggestion) in [
            ("thb", Some("THB")),
            ("บาท", Some("THB")),
            ("Baht", Some("THB")),
            ("฿", Some("THB")),
            ("$", Some("USD")),
            ("XXX", None),
            ("", None),
            ("THBX", None),
            ("AU", None),
        ] {
            let problem = Currency::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::CurrencyInvalid);
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{written}");
        }
    }
}
