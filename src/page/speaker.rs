//! One language, speaking: messages, dates, numbers, names as the pages of that language say them.

use jiff::civil::{Date, Time};

use super::route::Route;
use super::view::{Day, Link, Words};
use crate::diagnostic::Argument;
use crate::language::{Lang, Locale};
use crate::model::value::{Id, Moment};
use crate::model::{Directory, Entry, Part, Term, Text};

use super::Base;

/// A language of the site and all it takes to speak it.
#[derive(Clone, Copy)]
pub(crate) struct Speaker<'a> {
    pub(crate) locale: &'a Locale,
    pub(crate) directory: &'a Directory,
    pub(crate) base: &'a Base,
}

impl<'a> Speaker<'a> {
    pub(crate) fn lang(&self) -> Lang {
        self.locale.lang()
    }

    pub(crate) fn tag(&self) -> &'a str {
        self.locale.tag().as_str()
    }

    /// A message without variables.
    pub(crate) fn t(&self, id: &str) -> String {
        self.locale.message(id, &[])
    }

    /// A message with variables.
    pub(crate) fn say(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.locale.message(id, arguments)
    }

    pub(crate) fn number(&self, number: usize) -> String {
        self.locale.formats().number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A text in this language, or borrowed and marked.
    pub(crate) fn words(&self, text: &Text) -> Option<Words> {
        let (text, language) = text.resolve(self.lang())?;
        let foreign = language != self.lang();
        let lang = foreign.then(|| self.directory.site.languages.tag(language).to_string());
        Some(Words { text: text.clone(), lang })
    }

    pub(crate) fn name(&self, entry: &Entry) -> Words {
        self.words(&entry.name).unwrap_or_else(|| plain(entry.slug.as_str()))
    }

    pub(crate) fn term(&self, part: Part, id: &Id) -> Option<&'a Term> {
        self.directory.vocabulary.part(part).get(id)
    }

    pub(crate) fn label(&self, part: Part, id: &Id) -> Words {
        let label = self.term(part, id).and_then(|term| self.words(&term.label));
        label.unwrap_or_else(|| plain(id.as_str()))
    }

    pub(crate) fn url(&self, route: &Route) -> String {
        self.base.url(&route.path(self.tag()))
    }

    pub(crate) fn link(&self, route: &Route, label: Words) -> Link {
        Link { url: self.url(route), label, count: None, current: false }
    }

    /// A day in full, with the day of the week.
    pub(crate) fn day_full(&self, date: Date) -> Day {
        Day { iso: date.to_string(), text: self.locale.formats().date_full(date) }
    }

    /// A day with the month's name.
    pub(crate) fn day(&self, date: Date) -> Day {
        Day { iso: date.to_string(), text: self.locale.formats().date_long(date) }
    }

    pub(crate) fn time(&self, time: Time) -> String {
        self.locale.formats().time(time)
    }

    /// A moment in full: the day, and the time where there is one.
    pub(crate) fn moment(&self, moment: Moment) -> Day {
        let day = self.day_full(moment.date());
        let Some(time) = moment.time() else { return day };
        let arguments =
            [("date", Argument::Text(day.text)), ("time", Argument::Text(self.time(time)))];
        Day { iso: iso(moment), text: self.say("datetime", &arguments) }
    }

    /// A moment for machines: a day, or a time with the offset of the site's zone on that day
    /// (ISO 8601-1 §5.4.2.1).
    pub(crate) fn zoned(&self, moment: Moment) -> String {
        let Moment::Time(time) = moment else { return moment.to_string() };
        let zone = self.directory.site.time_zone.rules().clone();
        let zoned = time.to_zoned_datetime(zone);
        zoned.map_or_else(|_| time.to_string(), |it| it.strftime("%FT%T%:z").to_string())
    }
}

/// A moment for machines: local time, ISO 8601, minutes.
pub(crate) fn iso(moment: Moment) -> String {
    match moment.time() {
        None => moment.date().to_string(),
        Some(time) => format!("{}T{:02}:{:02}", moment.date(), time.hour(), time.minute()),
    }
}

/// Text in the page's own language.
pub(crate) fn plain(text: impl Into<String>) -> Words {
    Words { text: text.into(), lang: None }
}

/// A text argument of a message.
pub(crate) fn text(text: impl Into<String>) -> Argument {
    Argument::Text(text.into())
}

/// A number argument of a message.
pub(crate) fn count(number: usize) -> Argument {
    Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
}
