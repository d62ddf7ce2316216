//! Partners, spaces and events: the facts of one entry as its model.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::parts::{address, ages, booking, contact, fee, in_its_field, phone};
use super::reader::{Context, Record};
use super::values::{
    access, alert, bool, choice, citation, date, id, integer, language_tag, line, location, moment,
    picture, slug, summary, text, url, verified,
};
use crate::diagnostic::{Code, Problem};
use crate::language::Localized;
use crate::model::schema::{EVENT, PARTNER, PLACE, REGISTRATION, SPACE, Schema};
use crate::model::value::{Hours, Id, Moment, PairPart, Recurrence, Slug, parse_moment};
use crate::model::{
    Entry, EntryKind, Event, EventStatus, Partner, Place, Prose, Registration, Role, Space, Status,
    Text, Venue,
};
use crate::source::{Span, Spanned};
use crate::syntax::edit::one_field;
use crate::syntax::{Key, Node, Value};

/// What an entry has besides its facts: found by its files' names and in its translations.
pub(super) struct Surroundings {
    pub(super) slug: Slug,
    /// Names and summaries given in the files of single languages.
    pub(super) names: Text,
    pub(super) summaries: Text,
    pub(super) prose: Localized<Prose>,
}

/// The schema of a kind.
pub(super) fn schema(kind: EntryKind) -> &'static Schema {
    match kind {
        EntryKind::Partner => &PARTNER,
        EntryKind::Space => &SPACE,
        EntryKind::Event => &EVENT,
    }
}

/// Opens the facts; a name given in a translation file counts as given.
fn open<'n>(
    node: &'n Node,
    kind: EntryKind,
    around: &Surroundings,
    cx: &mut Context<'_>,
) -> Option<Record<'n>> {
    let elsewhere: &[&str] = if around.names.is_empty() { &[] } else { &["name"] };
    Record::open_with(node, schema(kind), elsewhere, cx)
}

fn common(
    facts: &Record<'_>,
    node: &Node,
    kind: EntryKind,
    around: Surroundings,
    cx: &mut Context<'_>,
) -> Entry {
    let name = merged(facts.read("name", cx, text).as_ref(), around.names);
    let summary = merged(facts.read("summary", cx, summary).as_ref(), around.summaries);
    let contact = facts.read("contact", cx, contact).unwrap_or_default();
    let consent = facts.read("consent", cx, bool).unwrap_or_default();
    if let Some(person) = contact.person.as_ref().filter(|_| !consent) {
        cx.report(Problem::new(Code::ConsentMissing), person.span);
    }
    Entry {
        kind,
        slug: around.slug,
        facts: Span { end: node.span.start, ..node.span },
        name,
        summary,
        aliases: facts.list("aliases", cx, line),
        themes: facts.list("themes", cx, id),
        building_blocks: facts.list("building_blocks", cx, integer(1..=6)),
        sdgs: facts.list("sdgs", cx, integer(1..=17)),
        image: facts.read("image", cx, picture),
        gallery: facts.list("gallery", cx, picture),
        contact,
        address: facts.read("address", cx, address),
        location: facts.read("location", cx, location),
        verified: facts.read("verified", cx, verified),
        alert: facts.read("alert", cx, alert),
        sources: facts.list("sources", cx, citation),
        former: facts.list("former", cx, slug),
        status: Status::Active,
        draft: facts.read("draft", cx, bool).unwrap_or_default(),
        prose: around.prose,
    }
}

/// What stands for a kind that is absent or wrong, which is told already: the rest of the entry is
/// still held against the others, so that one run tells everything. No directory comes of it.
fn no_kind(entry: &Entry) -> Spanned<Id> {
    Spanned::new(Id::placeholder(), entry.facts)
}

/// The facts' own text, completed by the languages' files. That no language has both is checked
/// where the files are read.
fn merged(facts: Option<&Text>, files: Text) -> Text {
    let mut text = files;
    for (language, words) in facts.into_iter().flat_map(Localized::iter) {
        text.insert(language, words.clone());
    }
    text
}

fn status(facts: &Record<'_>, cx: &mut Context<'_>) -> Status {
    facts.read("status", cx, choice(Status::WORDS, Status::from_word)).unwrap_or(Status::Active)
}

pub(super) fn partner(node: &Node, around: Surroundings, cx: &mut Context<'_>) -> Option<Partner> {
    let facts = open(node, EntryKind::Partner, &around, cx)?;
    let mut entry = common(&facts, node, EntryKind::Partner, around, cx);
    entry.status = status(&facts, cx);
    let kind = facts.read("kind", cx, id);
    let abbreviation = facts.read("abbreviation", cx, text).unwrap_or_default();
    let roles = facts.list("roles", cx, choice(Role::WORDS, Role::from_word));
    let joined = facts.read("joined", cx, date);
    let logo = facts.read("logo", cx, picture);
    Some(Partner {
        kind: kind.unwrap_or_else(|| no_kind(&entry)),
        entry,
        abbreviation,
        roles,
        joined,
        logo,
    })
}

pub(super) fn space(node: &Node, around: Surroundings, cx: &mut Context<'_>) -> Option<Space> {
    let facts = open(node, EntryKind::Space, &around, cx)?;
    let mut entry = common(&facts, node, EntryKind::Space, around, cx);
    entry.status = status(&facts, cx);
    let kind = facts.read("kind", cx, id);
    let online = facts.read("online", cx, bool).unwrap_or_default();
    let district = facts.read("district", cx, id);
    if district.is_none() && facts.node("district").is_none() && !online {
        let problem = Problem::new(Code::MissingField).text("field", "district");
        cx.report(problem, entry.facts);
    }
    let space = Space {
        partners: facts.list("partners", cx, slug),
        part_of: facts.read("part_of", cx, slug),
        district,
        audiences: facts.list("audiences", cx, id),
        ages: facts.read("ages", cx, ages),
        hours: facts.read("hours", cx, hours),
        hours_note: facts.read("hours_note", cx, text).unwrap_or_default(),
        fee: facts.read("fee", cx, fee),
        booking: facts.read("booking", cx, booking),
        access: facts.read("access", cx, access).unwrap_or_else(BTreeMap::new),
        amenities: facts.list("amenities", cx, id),
        capacity: facts.read("capacity", cx, integer(1..=1_000_000)),
        languages: facts.list("languages", cx, language_tag),
        online,
        transport: facts.read("transport", cx, text).unwrap_or_default(),
        kind: kind.unwrap_or_else(|| no_kind(&entry)),
        entry,
    };
    Some(space)
}

/// Opening hours, as a rule or as an editor's map of days.
fn hours(node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Hours>> {
    let Value::Map(days) = &node.value else {
        return cx.placed(node, "expect-hours", Hours::parse);
    };
    let mut pairs = Vec::with_capacity(days.len());
    for (place, (key, value)) in days.iter().enumerate() {
        if let Some(key) = key_in_parts(&days[place..]) {
            cx.report(Problem::new(Code::EmptyValue).suggest(key.value), key.span);
            return None;
        }
        pairs.push((key.name.as_str(), cx.word(value, "expect-hours-day")?));
    }
    match Hours::from_days(&pairs) {
        Ok(hours) => Some(Spanned::new(hours, node.span)),
        Err(error) => {
            let place = days.get(error.pair).map(|(key, value)| match error.part {
                PairPart::Key => key.span,
                PairPart::Value => value.span,
            });
            cx.report(error.problem, place.unwrap_or(node.span));
            None
        }
    }
}

/// A key of several days that lacks its quotes, mended: between braces YAML ends a key at each comma.
fn key_in_parts(days: &[(Key, Node)]) -> Option<Spanned<String>> {
    let goes_on = |pair: &&[(Key, Node)]| {
        pair[0].1.value == Value::Null && pair[0].0.span.end + 1 == pair[1].0.span.start
    };
    let parts = &days[..=days.windows(2).take_while(goes_on).count()];
    let (first, last) = (&parts.first()?.0.span, &parts.last()?.0.span);
    let names: Vec<&str> = parts.iter().map(|(key, _)| key.name.as_str()).collect();
    let span = Span { end: last.end, ..*first };
    (names.len() > 1).then(|| Spanned::new(format!("\"{}\"", names.join(",")), span))
}

pub(super) fn event(node: &Node, around: Surroundings, cx: &mut Context<'_>) -> Option<Event> {
    let facts = open(node, EntryKind::Event, &around, cx)?;
    let entry = common(&facts, node, EntryKind::Event, around, cx);
    let kind = facts.read("kind", cx, id);
    let starts = facts.read("starts", cx, placed_moment);
    let ends = facts.read("ends", cx, |node, cx| end(node, starts.as_ref(), cx));
    check_times(&facts, starts.as_ref(), ends.as_ref(), cx);
    let recurrence =
        |node: &Node, cx: &mut Context<'_>| cx.parsed(node, "expect-recurrence", Recurrence::parse);
    let repeats = facts.read("repeats", cx, recurrence);
    let except = facts.list("except", cx, date);
    let also = facts.list("also", cx, date);
    if facts.node("repeats").is_none()
        && let Some(span) = facts.span("except")
    {
        cx.report(Problem::new(Code::ExceptionWithoutRule), span);
    }
    let event_status = choice(EventStatus::WORDS, EventStatus::from_word);
    let event_status = facts.read("event_status", cx, event_status);
    let previous_start = facts.read("previous_start", cx, placed_moment);
    let venue = venue(&facts, cx);
    let online_url = facts.read("online_url", cx, url);
    let partners = facts.list("partners", cx, slug);
    let audiences = facts.list("audiences", cx, id);
    let ages = facts.read("ages", cx, ages);
    let fee = facts.read("fee", cx, fee);
    let languages = facts.list("languages", cx, language_tag);
    let registration = facts.read("registration", cx, registration);
    Some(Event {
        kind: kind.unwrap_or_else(|| no_kind(&entry)),
        starts: starts.unwrap_or(Spanned::new(Moment::Day(Date::ZERO), entry.facts)),
        entry,
        ends,
        repeats,
        except,
        also,
        event_status: event_status.unwrap_or(EventStatus::Scheduled),
        previous_start,
        venue,
        online_url,
        partners,
        audiences,
        ages,
        fee,
        languages,
        registration,
    })
}

/// Whether an end lies before its beginning. A day as an end includes itself.
fn ends_before(ends: Moment, starts: Moment) -> bool {
    match ends {
        Moment::Day(day) => day < starts.date(),
        Moment::Time(time) => time < starts.start(),
    }
}

fn placed_moment(node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Moment>> {
    moment(node, cx).map(|moment| Spanned::new(moment, node.span))
}

/// When an event ends; a time of day alone is most likely one of the day on which it begins.
fn end(
    node: &Node,
    starts: Option<&Spanned<Moment>>,
    cx: &mut Context<'_>,
) -> Option<Spanned<Moment>> {
    cx.placed(node, "expect-moment", |written| {
        parse_moment(written).map_err(|problem| {
            let day = starts.map(|starts| starts.value.date());
            let on_it = day.and_then(|day| match parse_moment(&format!("{day}T{written}")) {
                Ok(moment) => Some(moment.to_string()),
                Err(problem) => problem.suggestion,
            });
            Problem { suggestion: problem.suggestion.or(on_it), ..problem }
        })
    })
}

fn check_times(
    facts: &Record<'_>,
    starts: Option<&Spanned<Moment>>,
    ends: Option<&Spanned<Moment>>,
    cx: &mut Context<'_>,
) {
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends_before(ends.value, starts.value)
    {
        let problem = Problem::new(Code::EndsBeforeStarts)
            .text("starts", starts.value.to_string())
            .text("ends", ends.value.to_string());
        cx.out.push(problem.at(ends.span).with_related(starts.span));
    }
    let all_day = facts.read("all_day", cx, bool);
    if all_day == Some(true) {
        for moment in [starts, ends].into_iter().flatten() {
            if let Moment::Time(time) = moment.value {
                let problem = Problem::new(Code::AllDayWithTime)
                    .text("value", moment.value.to_string())
                    .suggest(time.date().to_string());
                cx.report(problem, moment.span);
            }
        }
    }
}

fn venue(facts: &Record<'_>, cx: &mut Context<'_>) -> Option<Venue> {
    let space = facts.read("space", cx, slug);
    let place = facts.read("place", cx, |node, cx| {
        let record = Record::open_or(node, &PLACE, |name| Some(one_field("name", name)), cx)?;
        let name = record.read("name", cx, text);
        let address = record.read("address", cx, address);
        let location = record.read("location", cx, location);
        Some(Place { name: name?, address, location })
    });
    if let (Some(space), Some(place)) = (facts.span("space"), facts.span("place")) {
        cx.out.push(Problem::new(Code::SpaceAndPlace).at(place).with_related(space));
    }
    space.map(Venue::Space).or(place.map(Venue::Place))
}

fn registration(node: &Node, cx: &mut Context<'_>) -> Option<Registration> {
    let record =
        Record::open_or(node, &REGISTRATION, |word| in_its_field(word, &REGISTRATION), cx)?;
    let opens = record.read("opens", cx, placed_moment);
    let closes = record.read("closes", cx, placed_moment);
    if let (Some(opens), Some(closes)) = (&opens, &closes)
        && ends_before(closes.value, opens.value)
    {
        let problem = Problem::new(Code::EndsBeforeStarts)
            .text("starts", opens.value.to_string())
            .text("ends", closes.value.to_string());
        cx.out.push(problem.at(closes.span).with_related(opens.span));
    }
    Some(Registration {
        url: record.read("url", cx, url),
        phones: record.list("phone", cx, phone),
        opens,
        closes,
        seats: record.read("seats", cx, integer(1..=1_000_000)),
    })
}
