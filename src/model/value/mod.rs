//! Values that are right by construction.
//!
//! In: the text of one scalar, as an editor wrote it. Out: a small type that holds nothing the
//! content format refuses, or a [`Problem`](crate::diagnostic::Problem) that says what is wrong
//! (always with the argument `value`) and, where it can be known, what to write instead.
//! Promise: no constructor panics or takes long, whatever the text; none looks at a clock, a file
//! or the process's settings; a suggestion may stand in place of the value as it is.

mod currency;
mod date;
mod duration;
mod email;
mod facebook;
mod hours;
mod line;
mod location;
mod money;
mod outline;
mod phone;
mod range;
mod recurrence;
mod slug;
mod spelled_date;
mod tag;
mod text;
mod tiles;
#[cfg(test)]
mod told;
mod web;
mod week;

pub use currency::Currency;
pub use date::{Moment, parse_date, parse_moment};
pub use duration::{Period, Unit};
pub use email::Email;
pub use facebook::Facebook;
pub use hours::{DaysError, Hours, PairPart};
pub use line::LineId;
pub use location::{Bounds, Location};
pub use money::Money;
pub use outline::Outline;
pub use phone::Phone;
pub use range::{Ages, Postcode};
pub use recurrence::{Frequency, Pattern, Recurrence, Until};
pub use slug::{Id, Slug};
pub use tag::{SpokenLanguage, Zone};
pub use tiles::{SUBDOMAINS as TILE_SUBDOMAINS, Tiles};
pub use web::WebAddress;
pub use week::{HolidayRule, TimeRange, Week};
