//! Opening hours, from the OpenStreetMap grammar or from an editor's map of days.
//!
//! In: one text, or pairs of texts. Out: [`Hours`], the rule in one normal spelling and, where the
//! same week comes round for ever, that [`Week`]. Promise: the two forms that mean the same are
//! equal; a [`Problem`] says at which character (counted from 1) reading stopped, and why.

mod days;
mod evaluate;
mod reading;
mod suggest;

use std::fmt;

pub(super) use self::days::weekdays;
use super::week::Week;
use crate::diagnostic::Problem;

/// When something is open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hours {
    rule: String,
    week: Option<Week>,
    holidays: bool,
}

impl Hours {
    /// Reads hours in the OpenStreetMap grammar (`opening_hours` specification 0.7.3), as
    /// `opening-hours-syntax` understands it. Full stops in times, Thai digits, other hyphens
    /// and one-digit hours are read too; a text of over 1,000 characters is not.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        let expression = reading::read(written)?;
        if let Some(week) = evaluate::week(&expression) {
            return Ok(Self::from(week));
        }
        let rule = reading::normal(&expression, written);
        // The one normal spelling can be longer, and whoever reads it must be able to.
        reading::short_enough(&rule, written)?;
        Ok(Self { rule, week: None, holidays: evaluate::speaks_of_holidays(&expression) })
    }

    /// Reads the map an editor would write, pair by pair: `("tue-sun", "09:00-16:30")`,
    /// `("holidays", "closed")`. A day that is not named is closed; where holidays are not named,
    /// the day's hours hold.
    pub fn from_days(pairs: &[(&str, &str)]) -> Result<Self, DaysError> {
        days::read(pairs).map(Self::from)
    }

    /// The rule in the OpenStreetMap grammar, for machines: schema.org, the browser's clock.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The week's table; nothing where months, dates, numbered weekdays, the sun or a comment
    /// make one week unlike another or leave open whether it is open.
    pub fn week(&self) -> Option<&Week> {
        self.week.as_ref()
    }

    /// Whether public holidays have a rule of their own, so that a list of them is needed.
    pub fn speaks_of_holidays(&self) -> bool {
        self.holidays
    }
}

impl From<Week> for Hours {
    fn from(week: Week) -> Self {
        let holidays = *week.holidays() != super::week::HolidayRule::SameAsDay;
        Self { rule: week.rule(), week: Some(week), holidays }
    }
}

/// The rule.
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rule)
    }
}

/// Which half of a pair is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairPart {
    /// The days.
    Key,
    /// The hours.
    Value,
}

/// What is wrong with an editor's map of days, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysError {
    /// The pair's number, from 0.
    pub pair: usize,
    /// Which half of it.
    pub part: PairPart,
    /// What is wrong there.
    pub problem: Problem,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::{HolidayRule, TimeRange};

    fn rule(written: &str) -> String {
        Hours::parse(written).unwrap_or_else(|p| panic!("{written}: {p:?}")).rule().to_owned()
    }

    #[test]
    fn both_forms_mean_the_same() {
        for (text, pairs) in [
            (
                "Tu-Su 09:00-16:30; PH off",
                &[("tue-sun", "09:00-16:30"), ("holidays", "closed")][..],
            ),
            ("Mo-Fr 8.30-12.00, 13.00-16.30", &[("mon-fri", "8.30-12.00, 13.00-16.30")]),
            ("Fr,Sa 18:00-02:00", &[("fri,sat", "18:00-02:00")]),
            (
                "Sa-Mo 10:00-12:00; PH 09:00-10:00",
                &[("sat-mon", "10:00-12:00"), ("holidays", "09:00-10:00")],
            ),
            ("24/7", &[("mon-sun", "00:00-24:00")]),
            ("Mo-Su off", &[("mon", "closed")]),
        ] {
            assert_eq!(Hours::parse(text).unwrap(), Hours::from_days(pairs).unwrap(), "{text}");
        }
    }

    #[test]
    fn a_rule_that_is_too_long_in_its_normal_spelling_is_not_read() {
        let said = |letters: usize| format!("\"{}\"", "a".repeat(letters));
        let rule = rule(&said(900));
        assert_eq!(rule, format!("24/7 {}", said(900)));
        assert!(Hours::parse(&rule).is_ok());
        for letters in [996, 998, 999] {
            let refused = Hours::parse(&said(letters)).unwrap_err();
            assert!(format!("{refused:?}").contains("too-long"), "{letters}");
        }
    }

    #[test]
    fn other_spellings_come_out_as_one() {
        for (written, normal) in [
            ("Mo-Fr 8:30-16:30", "Mo-Fr 08:30-16:30"),
            ("Mo-Fr ๐๘.๓๐–๑๖.๓๐", "Mo-Fr 08:30-16:30"),
            ("mo-fr 08:30-16:30; ph off".to_uppercase().as_str(), "Mo-Fr 08:30-16:30; PH off"),
            ("Mo-Fr  08:30-16:30 ;\nPH off", "Mo-Fr 08:30-16:30; PH off"),
            ("09:00-17:00", "Mo-Su 09:00-17:00"),
            ("00:00-24:00", "24/7"),
            ("closed", "Mo-Su off"),
            ("Mo 06:00-06:30,06:30-30:00", "Mo 06:00-30:00"),
            ("Mo 01:40-00:30,20:00-26:00", "Mo 01:40-00:30,20:00-02:00"),
            ("Mo-Fr 09:00-17:00; Mo-Fr 12:00-13:00 off", "Mo-Fr 09:00-12:00,13:00-17:00"),
            ("Mo-Fr 09:00-12:00, Mo 14:00-16:00", "Mo 09:00-12:00,14:00-16:00; Tu-Fr 09:00-12:00"),
            ("Mo-Su 09:00-17:00; We off", "Mo-Tu,Th-Su 09:00-17:00"),
            ("We[1] 10:00-12:00", "We[1] 10:00-12:00"),
            ("Apr 13-15 off", "Apr 13-Apr 15 closed"),
        ] {
            assert_eq!(rule(written), normal, "{written}");
        }
    }

    #[test]
    fn a_week_is_given_only_where_it_tells_all() {
        let open = |written| Hours::parse(written).unwrap().week().is_some();
        for written in ["Mo-Fr 09:00-17:00", "PH off", "24/7", "24/7; PH off", "Mo 22:00-26:00"] {
            assert!(open(written), "{written}");
        }
        for written in [
            "Jan-Mar 09:00-17:00",
            "week 1-10 09:00-17:00",
            "We[1] 10:00-12:00",
            "sunrise-sunset",
            "\"by appointment\"",
            "Mo-Fr 09:00-17:00 \"โทรก่อน\"",
            "Mo 10:00+",
            "SH off",
            "PH +1 day off",
            "Mo unknown",
            "Mo 09:00-12:00 || \"x\"",
            "2026 Mo 09:00-12:00",
            "easter off",
            "Mo 10:00-16:00/30",
            "Mo-Fr 09:00-17:00; PH off; Sa 09:00-12:00",
        ] {
            assert!(!open(written), "{written}");
        }
    }

    #[test]
    fn a_later_rule_wins_on_holidays_too() {
        let holidays = |written| Hours::parse(written).unwrap().week().unwrap().holidays().clone();
        let long = HolidayRule::Open(vec![TimeRange::new(540, 1020).unwrap()]);
        assert_eq!(holidays("PH off; Mo-Su 09:00-17:00"), long);
        assert_eq!(holidays("PH off; Mo-Fr 09:00-17:00"), HolidayRule::SameAsDay);
        assert_eq!(holidays("Mo-Su 09:00-17:00; PH off"), HolidayRule::Closed);
        let short = HolidayRule::Open(vec![TimeRange::new(600, 720).unwrap()]);
        assert_eq!(holidays("Mo-Su 09:00-17:00; PH 10:00-12:00"), short);
        assert!(Hours::parse("Apr off; PH off").unwrap().speaks_of_holidays());
        assert!(!Hours::parse("Mo-Su 09:00-17:00").unwrap().speaks_of_holidays());
    }

    proptest::proptest! {
        #[test]
        fn the_normal_spelling_reads_back(
            written in "(Mo|Tu-Fr|Sa,Su|PH|We\\[1\\]|Jan 3|week 2|Apr-May Mo|2026|PH,Sa)( [01][0-9]:[0-5]0-[0-2][0-3]:30(, ?20:00-26:00)?| off)?(; (PH off|Sa-Mo 10:00-12:00|Mo 10:00-11:00 off|\"ก\"))?"
        ) {
            if let Ok(hours) = Hours::parse(&written) {
                proptest::prop_assert_eq!(Hours::parse(hours.rule()), Ok(hours.clone()), "{}", written);
            }
        }

        #[test]
        fn nothing_panics(written in "\\PC{0,60}|[MoTuFrSPH0-9:.,;/|\"+\\[\\]() -]{0,60}") {
            let _ = Hours::parse(&written);
            let _ = Hours::from_days(&[(&written, "09:00-12:00"), ("mon", &written)]);
        }
    }
}
