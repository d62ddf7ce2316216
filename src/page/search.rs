//! The search page.

use super::cards::Cards;
use super::plural::plurals;
use super::route::Route;
use super::speaker::{Speaker, count, plain};
use super::view::{Choice, ChoiceGroup, Link, SearchView};
use crate::index::kinds;
use crate::model::value::Id;
use crate::model::{EntryKind, Part};

/// The sections in the order in which results are shown.
const SECTIONS: [EntryKind; 3] = [EntryKind::Space, EntryKind::Partner, EntryKind::Event];

/// The search page of a language.
pub(crate) fn view(cards: &Cards<'_>, index: String) -> SearchView {
    let speaker = cards.speaker;
    let groups = cards.index.groups(speaker.lang());
    let choices = |part: Part, prefix: &str| -> Vec<Choice> {
        let used = groups.used(speaker.directory, part);
        used.map(|(id, _)| choice(speaker, part, prefix, id)).collect()
    };
    let section = |kind: EntryKind| ChoiceGroup {
        all: Choice { id: kind.as_str().to_owned(), label: plain(speaker.t(kind.as_str())) },
        choices: choices(kinds(kind), kind.as_str()),
    };
    SearchView {
        index,
        kinds: SECTIONS.map(section).into(),
        districts: choices(Part::Districts, "districts"),
        themes: choices(Part::Themes, "themes"),
        found: plurals(speaker, |number| speaker.say("search-found", &[("count", count(number))])),
        links: links(speaker),
    }
}

fn choice(speaker: Speaker<'_>, part: Part, prefix: &str, id: &Id) -> Choice {
    Choice { id: format!("{prefix}/{id}"), label: speaker.label(part, id) }
}

fn links(speaker: Speaker<'_>) -> Vec<Link> {
    let listings = SECTIONS.map(|kind| (Route::Listing(kind, 1), kind.as_str()));
    let others = [(Route::Names, "index-of-names"), (Route::Calendar, "calendar")];
    let links = listings.into_iter().chain(others);
    links.map(|(route, message)| speaker.link(&route, plain(speaker.t(message)))).collect()
}
