//! The network in numbers, for the partners who follow it and for the city's report to UNESCO.
//!
//! Counts only what is listed: closed entries and drafts are left out. Each chart is a list of
//! bars; what a bar is called in a language is decided where pages are made.

use jiff::civil::Date;

use super::standing::{Freshness, Standing};
use super::{Calendar, Month};
use crate::language::Lang;
use crate::model::value::{Ages, Id};
use crate::model::{
    AccessFeature, AccessLevel, Directory, Entry, Event, Fee, Part, Partner, Role, Space, Status,
};

/// Every chart of the progress page, in its order.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Listed partners.
    pub partners: usize,
    /// Listed spaces.
    pub spaces: usize,
    /// Listed events.
    pub events: usize,
    /// The charts.
    pub charts: Vec<Chart>,
}

/// One way of counting.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Its name: the Fluent message `progress-NAME` and the key of the data file.
    pub name: &'static str,
    /// What is counted, in order.
    pub bars: Vec<(Bar, usize)>,
}

/// What a bar stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bar {
    /// A building block, 1 to 6.
    BuildingBlock(u8),
    /// A goal, 1 to 17.
    Goal(u8),
    /// A word of the vocabulary.
    Term(Part, Id),
    /// A fixed word: a Fluent message.
    Message(&'static str),
    /// A month.
    Month(Month),
    /// How entries stand in a language.
    Language(Lang, Standing),
}

/// Ages by the stages of life of UNESCO's lifelong learning: under 7, 7 to 12, 13 to 17, 18 to 59,
/// 60 and over. Years, both ends included.
const AGES: &[(&str, u8, u8)] = &[
    ("progress-ages-0-6", 0, 6),
    ("progress-ages-7-12", 7, 12),
    ("progress-ages-13-17", 13, 17),
    ("progress-ages-18-59", 18, 59),
    ("progress-ages-60", 60, u8::MAX),
];

impl Figures {
    /// Counts a directory on a day.
    pub fn new(directory: &Directory, calendar: &Calendar, today: Date) -> Self {
        let counted = Counted {
            partners: directory
                .partners
                .values()
                .map(|it| &**it)
                .filter(|it| listed(&it.entry))
                .collect(),
            spaces: directory
                .spaces
                .values()
                .map(|it| &**it)
                .filter(|it| listed(&it.entry))
                .collect(),
            events: directory.events.values().map(|it| &**it).collect(),
        };
        let charts = vec![
            counted.numbers(
                "building-blocks",
                1..=6,
                |entry| &entry.building_blocks,
                Bar::BuildingBlock,
            ),
            counted.numbers("goals", 1..=17, |entry| &entry.sdgs, Bar::Goal),
            counted.themes(directory),
            counted.districts(directory),
            counted.kinds(directory),
            counted.roles(),
            counted.ages(),
            counted.cost(),
            counted.access(),
            counted.freshness(directory, today),
            months(calendar),
            counted.coverage(directory),
        ];
        Self {
            partners: counted.partners.len(),
            spaces: counted.spaces.len(),
            events: counted.events.len(),
            charts,
        }
    }
}

fn listed(entry: &Entry) -> bool {
    entry.status != Status::Closed
}

struct Counted<'d> {
    partners: Vec<&'d Partner>,
    spaces: Vec<&'d Space>,
    events: Vec<&'d Event>,
}

impl<'d> Counted<'d> {
    fn entries(&self) -> impl Iterator<Item = &'d Entry> {
        let partners = self.partners.iter().map(|it| &it.entry);
        let spaces = self.spaces.iter().map(|it| &it.entry);
        partners.chain(spaces).chain(self.events.iter().map(|it| &it.entry))
    }

    fn numbers(
        &self,
        name: &'static str,
        range: std::ops::RangeInclusive<u8>,
        numbers: fn(&Entry) -> &Vec<u8>,
        bar: fn(u8) -> Bar,
    ) -> Chart {
        let count = |number| self.entries().filter(|it| numbers(it).contains(&number)).count();
        Chart { name, bars: range.map(|number| (bar(number), count(number))).collect() }
    }

    fn themes(&self, directory: &Directory) -> Chart {
        let count = |id: &Id| {
            self.entries().filter(|entry| entry.themes.iter().any(|it| it.value == *id)).count()
        };
        terms("themes", directory, Part::Themes, count)
    }

    fn districts(&self, directory: &Directory) -> Chart {
        let count = |id: &Id| {
            let here = |space: &&&Space| space.district.as_ref().is_some_and(|it| it.value == *id);
            self.spaces.iter().filter(here).count()
        };
        terms("districts", directory, Part::Districts, count)
    }

    fn kinds(&self, directory: &Directory) -> Chart {
        let count = |id: &Id| self.spaces.iter().filter(|it| it.kind.value == *id).count();
        terms("kinds", directory, Part::SpaceKinds, count)
    }

    fn roles(&self) -> Chart {
        let message = |role: Role| match role {
            Role::Signatory => "role-signatory",
            Role::Coordinator => "role-coordinator",
            Role::Supporter => "role-supporter",
            Role::Host => "role-host",
        };
        let count = |role| self.partners.iter().filter(|it| it.roles.contains(&role)).count();
        let bars = Role::ALL.iter().map(|role| (Bar::Message(message(*role)), count(*role)));
        Chart { name: "roles", bars: bars.collect() }
    }

    fn ages(&self) -> Chart {
        let ages: Vec<Option<Ages>> = self
            .spaces
            .iter()
            .map(|it| it.ages)
            .chain(self.events.iter().map(|it| it.ages))
            .collect();
        let overlaps = |from: u8, to: u8| {
            let meets = |ages: &&Ages| {
                ages.from().unwrap_or(0) <= to && ages.to().unwrap_or(u8::MAX) >= from
            };
            ages.iter().flatten().filter(meets).count()
        };
        let mut bars: Vec<_> = AGES
            .iter()
            .map(|(message, from, to)| (Bar::Message(message), overlaps(*from, *to)))
            .collect();
        let unknown = ages.iter().filter(|ages| ages.is_none()).count();
        bars.push((Bar::Message("progress-unknown"), unknown));
        Chart { name: "ages", bars }
    }

    fn cost(&self) -> Chart {
        let fees: Vec<Option<&Fee>> = self
            .spaces
            .iter()
            .map(|it| it.fee.as_ref())
            .chain(self.events.iter().map(|it| it.fee.as_ref()))
            .collect();
        let count = |is: fn(Option<&Fee>) -> bool| fees.iter().filter(|fee| is(**fee)).count();
        let bars = vec![
            (Bar::Message("fee-free"), count(|fee| matches!(fee, Some(Fee::Free)))),
            (Bar::Message("fee-donation"), count(|fee| matches!(fee, Some(Fee::Donation)))),
            (Bar::Message("fee-paid"), count(|fee| matches!(fee, Some(Fee::Prices(_))))),
            (Bar::Message("progress-unknown"), count(|fee| fee.is_none())),
        ];
        Chart { name: "cost", bars }
    }

    /// Spaces whose wheelchair access is known, by what is known.
    fn access(&self) -> Chart {
        let wheelchair = |level: Option<AccessLevel>| {
            let same = |it: &&&Space| it.access.get(&AccessFeature::Wheelchair).copied() == level;
            self.spaces.iter().filter(same).count()
        };
        let bars = vec![
            (Bar::Message("access-level-yes"), wheelchair(Some(AccessLevel::Yes))),
            (Bar::Message("access-level-limited"), wheelchair(Some(AccessLevel::Limited))),
            (Bar::Message("access-level-no"), wheelchair(Some(AccessLevel::No))),
            (Bar::Message("progress-unknown"), wheelchair(None)),
        ];
        Chart { name: "access", bars }
    }

    fn freshness(&self, directory: &Directory, today: Date) -> Chart {
        let period = directory.site.review_after;
        let count = |freshness| {
            let same =
                |it: &&Entry| Freshness::of(it.verified.as_ref(), period, today) == freshness;
            self.entries().filter(same).count()
        };
        let message = |freshness| match freshness {
            Freshness::Fresh => "freshness-fresh",
            Freshness::Ageing => "freshness-ageing",
            Freshness::Stale => "freshness-stale",
            Freshness::Unverified => "freshness-unverified",
        };
        let bars = Freshness::ALL.iter().map(|it| (Bar::Message(message(*it)), count(*it)));
        Chart { name: "freshness", bars: bars.collect() }
    }

    fn coverage(&self, directory: &Directory) -> Chart {
        let count = |language, standing| {
            self.entries().filter(|entry| Standing::of(entry, language) == standing).count()
        };
        let standings = [Standing::Complete, Standing::Partial, Standing::Missing];
        let bars = directory.site.languages.iter().flat_map(|(language, _)| {
            standings.map(|standing| (Bar::Language(language, standing), count(language, standing)))
        });
        Chart { name: "translation", bars: bars.collect() }
    }
}

fn terms(
    name: &'static str,
    directory: &Directory,
    part: Part,
    count: impl Fn(&Id) -> usize,
) -> Chart {
    let ids = directory.vocabulary.part(part).keys();
    let bars = ids.map(|id| (Bar::Term(part, id.clone()), count(id)));
    Chart { name, bars: bars.filter(|(_, count)| *count > 0).collect() }
}

fn months(calendar: &Calendar) -> Chart {
    let bars = calendar.counts().map(|(month, count)| (Bar::Month(month), count));
    Chart { name: "events", bars: bars.collect() }
}
