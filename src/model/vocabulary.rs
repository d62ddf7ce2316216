//! The ids that entries use, and what each is called.

use indexmap::IndexMap;

use super::Text;
use super::value::Id;

/// One word of the vocabulary.
#[derive(Clone, Debug)]
pub struct Term {
    /// What it is called.
    pub label: Text,
    /// What it means.
    pub summary: Text,
    /// The schema.org type of what is so called.
    pub schema: Option<String>,
    /// The goals it serves, 1 to 17.
    pub sdgs: Vec<u8>,
}

/// The terms of one part, in the order of the file.
pub type Terms = IndexMap<Id, Term>;

/// The parts of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Kinds of partner.
    PartnerKinds,
    /// Kinds of space.
    SpaceKinds,
    /// Kinds of event.
    EventKinds,
    /// What is learned.
    Themes,
    /// Where.
    Districts,
    /// For whom.
    Audiences,
    /// With what comforts.
    Amenities,
}

impl Part {
    /// Every part, in the order of the format.
    pub const ALL: &'static [Self] = &[
        Self::PartnerKinds,
        Self::SpaceKinds,
        Self::EventKinds,
        Self::Themes,
        Self::Districts,
        Self::Audiences,
        Self::Amenities,
    ];

    /// The part's key in `vocabulary.yaml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PartnerKinds => "partner_kinds",
            Self::SpaceKinds => "space_kinds",
            Self::EventKinds => "event_kinds",
            Self::Themes => "themes",
            Self::Districts => "districts",
            Self::Audiences => "audiences",
            Self::Amenities => "amenities",
        }
    }
}

/// All parts.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    parts: [Terms; 7],
}

impl Vocabulary {
    /// The terms of a part.
    pub fn part(&self, part: Part) -> &Terms {
        &self.parts[part as usize]
    }

    /// The terms of a part, to fill them in.
    pub fn part_mut(&mut self, part: Part) -> &mut Terms {
        &mut self.parts[part as usize]
    }
}
