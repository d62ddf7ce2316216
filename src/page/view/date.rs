//! The agenda and the months.

use serde::Serialize;

use super::frame::{Link, Words};
use super::list::Card;

/// What is coming, by month.
#[derive(Debug, Serialize)]
pub struct CalendarView {
    /// Months with what is left of them.
    pub months: Vec<AgendaMonth>,
    /// Every month that has a page, for looking back and ahead.
    pub pages: Vec<Link>,
}

/// A month of the agenda.
#[derive(Debug, Serialize)]
pub struct AgendaMonth {
    /// "December 2026".
    pub heading: String,
    /// An anchor, without `#`.
    pub anchor: String,
    /// The month's page.
    pub url: String,
    /// What takes place.
    pub cards: Vec<Card>,
}

/// A month.
#[derive(Debug, Serialize)]
pub struct MonthView {
    /// "December 2026".
    pub heading: String,
    /// The days of the week, short and long, in the language's order.
    pub weekdays: Vec<Weekday>,
    /// Weeks of seven days; days of other months are empty.
    pub weeks: Vec<Vec<DayCell>>,
    /// Holidays of the month: "5 National Father's Day".
    pub holidays: Vec<Words>,
    /// What takes place, by date.
    pub cards: Vec<Card>,
    /// The month before that has a page.
    pub previous: Option<Link>,
    /// The month after that has a page.
    pub next: Option<Link>,
    /// Where what is coming stands.
    pub calendar_url: String,
}

/// A day of the week.
#[derive(Debug, Serialize)]
pub struct Weekday {
    /// Short.
    pub short: String,
    /// Long.
    pub long: String,
}

/// A cell of a month.
#[derive(Debug, Default, Serialize)]
pub struct DayCell {
    /// The number, formatted; none outside the month.
    pub number: Option<String>,
    /// ISO 8601.
    pub iso: Option<String>,
    /// A public holiday's name.
    pub holiday: Option<Words>,
    /// The anchor of what takes place first, without `#`.
    pub anchor: Option<String>,
    /// What takes place.
    pub events: Vec<Words>,
    /// Whether it is the day of the build.
    pub today: bool,
}
