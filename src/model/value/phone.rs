//! Telephone numbers of Thailand's numbering plan (NBTC; ITU-T E.164), and foreign ones in full.
//!
//! A number in the plan is nine digits for a fixed line (`0`, one or two digits of area, the
//! subscriber), ten for a mobile (`06`, `08`, `09`), ten for `1800` and its like, and three or
//! four beginning with `1` for the short codes, which have no form that is dialled from abroad.

use std::fmt;

use super::text::{ascii_digit, problem};
use crate::diagnostic::{Code, Problem};

/// Longest text that can be a phone number, in bytes.
const LONGEST: usize = 120;

/// What kind of number it is, and with that how it is grouped and dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    /// A fixed line in Bangkok: `02` and seven digits.
    Bangkok,
    /// A fixed line elsewhere: `043` and six digits.
    Area,
    /// `06`, `08`, `09`, ten digits.
    Mobile,
    /// `1800`, `1900` and their like, ten digits, reached from within Thailand only.
    Service,
    /// `191`, `1669`: three or four digits, reached from within Thailand only.
    Short,
    /// A number of another country.
    Foreign,
}

/// A telephone number that can be dialled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    kind: Kind,
    /// The national number with its leading 0; of a foreign number, country code and all, in the
    /// groups it was written in.
    digits: String,
    /// The last digits of the last line, where one number stands for several.
    lines: Option<String>,
    extension: Option<String>,
    written: String,
}

impl Phone {
    /// Reads a Thai number in any usual spelling (with an extension after `ต่อ`, `กด`, `ext.` or `#`,
    /// or with the last digits of a range of lines after a hyphen), or a foreign number that
    /// begins with `+`. What is refused is a warning, and is shown as it was written.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        let unreadable = || problem(Code::PhoneUnreadable, written);
        if written.len() > LONGEST {
            return Err(unreadable());
        }
        read(written.trim()).ok_or_else(unreadable)
    }

    /// The number as the editor wrote it.
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// The number of ITU-T E.164, `+6643202222`; short codes and 1800 numbers have none.
    pub fn e164(&self) -> Option<String> {
        match self.kind {
            Kind::Bangkok | Kind::Area | Kind::Mobile => Some(format!("+66{}", &self.digits[1..])),
            Kind::Foreign => Some(format!("+{}", self.digits.replace(' ', ""))),
            Kind::Service | Kind::Short => None,
        }
    }

    /// The extension behind the switchboard, digits only.
    pub fn extension(&self) -> Option<&str> {
        self.extension.as_deref()
    }

    /// The last digits of the last line of a range: `5` for the lines 043-202 222 to 043-202 225.
    pub fn lines(&self) -> Option<&str> {
        self.lines.as_deref()
    }

    /// As it is dialled within Thailand: `043-202 222`, `02-123 4567`, `081-234 5678`, `1669`. A
    /// range of lines ends in `-5`; the extension is left to the caller, for it takes a word.
    pub fn national(&self) -> String {
        let d = &self.digits;
        let number = match self.kind {
            Kind::Bangkok => format!("{}-{} {}", &d[..2], &d[2..5], &d[5..]),
            Kind::Area | Kind::Mobile => format!("{}-{} {}", &d[..3], &d[3..6], &d[6..]),
            Kind::Service => format!("{}-{} {}", &d[..4], &d[4..7], &d[7..]),
            Kind::Short => d.clone(),
            Kind::Foreign => format!("+{d}"),
        };
        self.with_lines(number)
    }

    /// As it is dialled from abroad: `+66 43 202 222`. Numbers that have no such form are given
    /// as they are dialled within Thailand.
    pub fn international(&self) -> String {
        let d = &self.digits;
        let number = match self.kind {
            Kind::Bangkok => format!("+66 {} {} {}", &d[1..2], &d[2..5], &d[5..]),
            Kind::Area | Kind::Mobile => format!("+66 {} {} {}", &d[1..3], &d[3..6], &d[6..]),
            Kind::Service | Kind::Short | Kind::Foreign => return self.national(),
        };
        self.with_lines(number)
    }

    /// The address of a link (RFC 3966): `tel:+6643202222;ext=123`. A number without an E.164
    /// form stands bare, without the standard's `phone-context`, which handsets try to dial.
    pub fn href(&self) -> String {
        let number = self.e164().unwrap_or_else(|| self.digits.clone());
        match &self.extension {
            Some(extension) => format!("tel:{number};ext={extension}"),
            None => format!("tel:{number}"),
        }
    }

    fn with_lines(&self, number: String) -> String {
        match &self.lines {
            Some(lines) => format!("{number}-{lines}"),
            None => number,
        }
    }
}

/// As it is dialled within Thailand.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.national())
    }
}

fn read(written: &str) -> Option<Phone> {
    let plain: String = written.chars().map(plain_character).collect();
    let plain = plain.to_lowercase();
    let (number, extension) = split_extension(without_label(&plain))?;
    let runs = runs(number)?;
    let foreign = number.starts_with('+') && !number.starts_with("+66");
    let (kind, digits, lines) = if foreign {
        (Kind::Foreign, foreign_groups(&runs)?, None)
    } else {
        let ranges = number.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        domestic(&runs, number.starts_with('+'), ranges.ends_with('-'))?
    };
    Some(Phone { kind, digits, lines, extension, written: written.to_owned() })
}

/// Thai digits, every kind of hyphen and every kind of space, made plain.
fn plain_character(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' => '-',
        '\u{00A0}' | '\u{2009}' | '\u{202F}' | '\t' => ' ',
        other => ascii_digit(other),
    }
}

/// The text without `โทร.` or its like before it.
fn without_label(text: &str) -> &str {
    let labels = ["โทรศัพท์", "เบอร์โทร", "โทร", "telephone", "phone", "tel", "mobile", "มือถือ"];
    let rest = labels.iter().find_map(|label| text.strip_prefix(label)).unwrap_or(text);
    rest.trim_start_matches(['.', ':', ' '])
}

/// The number and its extension; nothing where a word follows that is no extension.
fn split_extension(text: &str) -> Option<(&str, Option<String>)> {
    let words = ["ต่อ", "กด", "extension", "ext", "#", "x"];
    let Some((at, word)) = words.iter().find_map(|word| text.find(word).map(|at| (at, word)))
    else {
        return Some((text.trim_end(), None));
    };
    let extension = text[at + word.len()..].trim_start_matches(['.', ':', ' ']);
    let extension = extension.trim_end_matches([' ', ')']);
    let fits = (1..=6).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_digit());
    let number = text[..at].trim_end_matches([' ', ',', '(', '-']);
    fits.then(|| (number, Some(extension.to_owned())))
}

/// Runs of digits, each with the hyphen kept in front that may open a range of lines.
fn runs(number: &str) -> Option<Vec<&str>> {
    let separator = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')');
    let number = number.strip_prefix('+').unwrap_or(number);
    let readable = number.chars().all(|c| c.is_ascii_digit() || separator(c));
    readable.then(|| number.split(separator).filter(|run| !run.is_empty()).collect())
}

/// A number of E.164, 7 to 15 digits, none of whose country codes begins with 0.
fn foreign_groups(runs: &[&str]) -> Option<String> {
    let length: usize = runs.iter().map(|run| run.len()).sum();
    let fits = (7..=15).contains(&length) && !runs[0].starts_with('0');
    fits.then(|| runs.join(" "))
}

/// A number of the Thai plan from its runs of digits; `plus` where it began with `+66`, `ranges`
/// where a hyphen stands before the last run.
fn domestic(runs: &[&str], plus: bool, ranges: bool) -> Option<(Kind, String, Option<String>)> {
    let whole = |runs: &[&str]| kind_of(&nationally(&runs.concat(), plus)?);
    if let Some((kind, digits)) = whole(runs) {
        return Some((kind, digits, None));
    }
    let (last, before) = runs.split_last()?;
    let (kind, digits) = whole(before)?;
    let fixed = ranges && matches!(kind, Kind::Area | Kind::Bangkok);
    let fits = fixed && last.len() <= 3 && digits[digits.len() - last.len()..] < **last;
    fits.then(|| (kind, digits, Some((*last).to_owned())))
}

/// The digits as they are dialled within Thailand, with the leading 0.
fn nationally(digits: &str, plus: bool) -> Option<String> {
    let country = digits.strip_prefix("0066").or_else(|| digits.strip_prefix("66"));
    match country {
        Some(rest) => Some(format!("0{}", rest.strip_prefix('0').unwrap_or(rest))),
        None => (!plus).then(|| digits.to_owned()),
    }
}

/// What kind of number the digits are, if the plan has them.
fn kind_of(digits: &str) -> Option<(Kind, String)> {
    let kind = match (digits.as_bytes(), digits.len()) {
        ([b'0', b'2', ..], 9) => Kind::Bangkok,
        ([b'0', b'3' | b'4' | b'5' | b'7', ..], 9) => Kind::Area,
        ([b'0', b'6' | b'8' | b'9', ..], 10) => Kind::Mobile,
        ([b'1', b'8' | b'9' | b'4', b'0', b'0' | b'1', ..], 10) => Kind::Service,
        ([b'1', ..], 3 | 4) => Kind::Short,
        _ => return None,
    };
    Some((kind, digits.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(written: &str) -> Phone {
        Phone::parse(written).unwrap_or_else(|_| panic!("{written}"))
    }

    #[test]
    fn one_number_in_its_many_spellings() {
        for written in [
            "043-202-222",
            "0 4320 2222",
            "043 202222",
            "043202222",
            "(043) 202-222",
            "(043)202222",
            "+66 43 202 222",
            "+66 (0) 43 202 222",
            "+66-43-202-222",
            "6643202222",
            "0066 43 202 222",
            "โทร. 043-202222",
            "โทรศัพท์ 0-4320-2222",
            "Tel: 043.202.222",
            "๐๔๓-๒๐๒๒๒๒",
            "043–202\u{2011}222",
            "043\u{a0}202\u{a0}222",
            " 043-202222 ",
        ] {
            let phone = phone(written);
            assert_eq!(phone.national(), "043-202 222", "{written}");
            assert_eq!(phone.international(), "+66 43 202 222", "{written}");
            assert_eq!(phone.href(), "tel:+6643202222", "{written}");
            assert_eq!(phone.as_written(), written.trim());
        }
    }

    #[test]
    fn each_kind_is_grouped_its_own_way() {
        for (written, national, international, href) in [
            ("02-123-4567", "02-123 4567", "+66 2 123 4567", "tel:+6621234567"),
            ("+66 2 123 4567", "02-123 4567", "+66 2 123 4567", "tel:+6621234567"),
            ("0812345678", "081-234 5678", "+66 81 234 5678", "tel:+66812345678"),
            ("1669", "1669", "1669", "tel:1669"),
            ("191", "191", "191", "tel:191"),
            ("1300", "1300", "1300", "tel:1300"),
            ("1800-123-456", "1800-123 456", "1800-123 456", "tel:1800123456"),
            (
                "โทร. +856-20 5555 1234",
                "+856 20 5555 1234",
                "+856 20 5555 1234",
                "tel:+8562055551234",
            ),
        ] {
            let phone = phone(written);
            let forms = (phone.national(), phone.international(), phone.href());
            assert_eq!(forms, (national.into(), international.into(), href.into()), "{written}");
        }
        assert_eq!(phone("1669").e164(), None);
        assert_eq!(phone("081 234 5678").e164().as_deref(), Some("+66812345678"));
    }

    #[test]
    fn extensions_and_ranges_of_lines_are_kept_apart() {
        for written in [
            "043 202222 ต่อ 123",
            "043-202222 ext. 123",
            "043202222#123",
            "043-202-222 (ต่อ 123)",
            "+66 43 202 222 x123",
            "043-202222, ต่อ 123",
            "0-4320-2222 กด 123",
        ] {
            let phone = phone(written);
            assert_eq!(phone.extension(), Some("123"), "{written}");
            assert_eq!(phone.national(), "043-202 222");
            assert_eq!(phone.href(), "tel:+6643202222;ext=123");
        }
        for written in ["043-202222-5", "0-4320-2222-5", "043-202-222 - 5", "+66 43 202 222-5"] {
            let phone = phone(written);
            assert_eq!(phone.lines(), Some("5"), "{written}");
            assert_eq!(phone.national(), "043-202 222-5");
            assert_eq!(phone.international(), "+66 43 202 222-5");
            assert_eq!(phone.href(), "tel:+6643202222");
        }
    }

    #[test]
    fn what_no_rule_reads_is_left_as_it_is() {
        for written in [
            "",
            "0",
            "043-20222",
            "043-2022222",
            "0112345678",
            "043-202222, 043-202333",
            "ถามที่วัด",
            "12",
            "12345",
            "+",
            "+12",
            "+1234567890123456",
            "043-202222-1",
            "043-202222 ต่อ ประชาสัมพันธ์",
            "0812345678-9",
            "+0 43 202 222",
            "x",
            "#",
            "0000000000",
            "043-202222-2345",
        ] {
            let problem = Phone::parse(written).unwrap_err();
            assert_eq!(problem.code, Code::PhoneUnreadable, "{written}");
        }
        assert!(Phone::parse(&"0".repeat(10_000)).is_err());
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(written in "[0-9+#x() .ต่อ-]{0,30}|\\PC{0,30}") {
            if let Ok(phone) = Phone::parse(&written) {
                let again = Phone::parse(&phone.international()).unwrap();
                proptest::prop_assert_eq!(again.e164(), phone.e164());
            }
        }
    }
}
