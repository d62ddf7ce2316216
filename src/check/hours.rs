//! Opening hours that speak of holidays need a list of them, and the list needs the coming year.

use jiff::civil::Date;

use super::Findings;
use crate::diagnostic::{Code, Problem};
use crate::entries::Content;

pub(super) fn check(content: &Content, today: Date, findings: &mut Findings<'_>) {
    match &content.holidays {
        None if content.holidays_unread => {}
        None => {
            for space in content.spaces.values() {
                if let Some(hours) =
                    space.hours.as_ref().filter(|hours| hours.value.speaks_of_holidays())
                {
                    findings
                        .report(Problem::new(Code::HolidaysMissing).at(hours.span), &space.entry);
                }
            }
        }
        Some((holidays, place)) => {
            let coming = today.year().saturating_add(1);
            if !holidays.keys().any(|day| day.year() == coming) {
                let problem = Problem::new(Code::HolidaysOutdated).text("year", coming.to_string());
                findings.report_site(problem.at(*place));
            }
        }
    }
}
