//! When a person last checked an entry, as of the day of the build, and what a reader's clock makes
//! of it later.
//!
//! In: the check that an entry names, and the day of the build. Out: its age in words, and the words
//! for every later age. Promise: the script counts days as [`age`] does.

use jiff::civil::Date;

use super::plural::plurals;
use super::speaker::{Speaker, count};
use super::view::{Ageing, Ages, Checked};
use crate::index::Freshness;
use crate::model::{VerificationMethod, Verified};

/// Ages below this many days are told in days, each in words of its own: "today", "yesterday".
const DAYS: usize = 14;
/// Ages below this many days are told in weeks.
const WEEKS: usize = 60;
/// Ages below this many days are told in months; longer ones in years.
const MONTHS: usize = 730;

/// The box that says when the facts of an entry were checked.
pub(crate) fn checked(speaker: Speaker<'_>, verified: Option<&Verified>, today: Date) -> Checked {
    let review = speaker.directory.site.review_after;
    let class = match Freshness::of(verified, review, today) {
        Freshness::Fresh => "fresh",
        Freshness::Ageing => "ageing",
        Freshness::Stale => "stale",
        Freshness::Unverified => "unverified",
    };
    let Some(verified) = verified else {
        return Checked { class, on: None, age: None, ageing: None, by: None, method: None };
    };
    let method = verified.method.map(|method| match method {
        VerificationMethod::Visit => "method-visit",
        VerificationMethod::Phone => "method-phone",
        VerificationMethod::Partner => "method-partner",
        VerificationMethod::Web => "method-web",
    });
    let due = review.after(verified.on);
    Checked {
        class,
        on: Some(speaker.day(verified.on)),
        age: age(speaker, verified.on, today),
        ageing: Some(Ageing { due: due.to_string(), overdue: review.after(due).to_string() }),
        by: verified.by.as_ref().and_then(|by| speaker.words(by)),
        method: method.map(|message| speaker.t(message)),
    }
}

/// The words of a language for every age.
pub(crate) fn ages(speaker: Speaker<'_>) -> Ages {
    Ages {
        days: (0..DAYS).map(|days| said(speaker, "days", days)).collect(),
        weeks: plurals(speaker, |number| said(speaker, "weeks", number)),
        months: plurals(speaker, |number| said(speaker, "months", number)),
        years: plurals(speaker, |number| said(speaker, "years", number)),
    }
}

/// How long ago a day was, in the largest unit that says it well.
fn age(speaker: Speaker<'_>, on: Date, today: Date) -> Option<String> {
    let days = on.until(today).ok()?.get_days();
    let days = usize::try_from(days).ok()?;
    Some(if days < DAYS {
        said(speaker, "days", days)
    } else if days < WEEKS {
        said(speaker, "weeks", days / 7)
    } else if days < MONTHS {
        said(speaker, "months", days * 12 / 365)
    } else {
        said(speaker, "years", days / 365)
    })
}

fn said(speaker: Speaker<'_>, unit: &'static str, number: usize) -> String {
    speaker.say(&format!("verified-age-{unit}"), &[(unit, count(number))])
}
