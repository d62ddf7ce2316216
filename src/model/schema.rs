//! The one definition of the content format: which fields there are, of what shape.
//!
//! Reading refuses what is not here and asks for what is required here; editors' completion, the
//! scaffold of new entries, the field reference and the browser's editor are made from the same tables.
//! What a field means is a message: `schema-RECORD-FIELD` of `locales/*/schema.ftl`.

use super::vocabulary::Part;
use super::words::{
    AccessFeature, AccessLevel, EntryKind, EventStatus, Role, Status, VerificationMethod,
};

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// How it is written.
    pub name: &'static str,
    /// What its value is.
    pub shape: Shape,
    /// Whether the record is incomplete without it.
    pub required: bool,
    /// A value that an editor might write, as YAML, where its shape alone does not give a good one.
    pub example: Option<&'static str>,
}

impl Field {
    const fn example(self, example: &'static str) -> Self {
        Self { example: Some(example), ..self }
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text in one language or none: a proper name, a title.
    Line,
    /// Text per language, or a plain text in the default language.
    Translated,
    /// Yes or no.
    Bool,
    /// A whole number, both ends included.
    Integer(i64, i64),
    /// A decimal number of money, not below zero.
    Amount,
    /// A day.
    Date,
    /// A day, or a day and a time.
    Moment,
    /// A span of time.
    Period,
    /// An id of the vocabulary.
    Id(Part),
    /// The slug of another entry.
    Reference(EntryKind),
    /// A slug.
    Slug,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A LINE account.
    LineId,
    /// A Facebook page.
    Facebook,
    /// Five digits.
    Postcode,
    /// A code of ISO 4217.
    Currency,
    /// A language tag of BCP 47.
    Language,
    /// A Unicode locale for dates and numbers.
    Locale,
    /// A zone of the IANA database.
    TimeZone,
    /// Latitude and longitude.
    Location,
    /// South-west and north-east corners.
    Bounds,
    /// The path of a file of the content.
    File,
    /// Opening hours, as a rule or as a map of days.
    Hours,
    /// A recurrence rule of RFC 5545.
    Recurrence,
    /// `free`, `donation` or a list of prices.
    Fee,
    /// Text per language, or a record.
    Address,
    /// A date, or a record.
    Verified,
    /// A web address, or a record.
    Citation,
    /// One value, or a list of them.
    List(&'static Shape),
    /// A record.
    Record(&'static Schema),
    /// A map whose keys are languages.
    PerLanguage(&'static Shape),
    /// A map whose keys are access features.
    Access,
    /// A map whose keys are ids.
    Terms,
}

/// A record: the tables of its fields, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// What the record is called in messages and references.
    pub name: &'static str,
    /// Its fields, in the order in which an editor would write them.
    pub tables: &'static [&'static [Field]],
}

impl Schema {
    /// Every field.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.tables.iter().copied().flatten()
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.name == name)
    }
}

const fn optional(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: false, example: None }
}

const fn required(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: true, example: None }
}

const TEXTS: &[Field] =
    &[required("name", Shape::Translated), optional("summary", Shape::Translated)];

const COMMON: &[Field] = &[
    optional("aliases", Shape::List(&Shape::Line)),
    optional("themes", Shape::List(&Shape::Id(Part::Themes))),
    optional("building_blocks", Shape::List(&Shape::Integer(1, 6))).example("[1, 6]"),
    optional("sdgs", Shape::List(&Shape::Integer(1, 17))).example("[4, 11]"),
    optional("image", Shape::Record(&PICTURE)),
    optional("gallery", Shape::List(&ONE_PICTURE)),
    optional("contact", Shape::Record(&CONTACT)),
    optional("address", Shape::Address),
    optional("location", Shape::Location),
    optional("verified", Shape::Verified),
    optional("alert", Shape::Record(&ALERT)),
    optional("consent", Shape::Bool),
    optional("sources", Shape::List(&Shape::Citation)),
    optional("former", Shape::List(&Shape::Slug)).example("[old-name]"),
    optional("draft", Shape::Bool),
];

static ONE_PICTURE: Shape = Shape::Record(&PICTURE);

const STATUS: &[Field] =
    &[optional("status", Shape::Word(Status::WORDS)).example("temporarily-closed")];

/// A partner.
pub static PARTNER: Schema = Schema {
    name: "partner",
    tables: &[
        TEXTS,
        &[
            required("kind", Shape::Id(Part::PartnerKinds)),
            optional("abbreviation", Shape::Translated),
            optional("roles", Shape::List(&Shape::Word(Role::WORDS))),
            optional("joined", Shape::Date),
            optional("logo", Shape::Record(&PICTURE)),
        ],
        COMMON,
        STATUS,
    ],
};

/// A learning space.
pub static SPACE: Schema = Schema {
    name: "space",
    tables: &[
        TEXTS,
        &[
            required("kind", Shape::Id(Part::SpaceKinds)),
            optional("partners", Shape::List(&Shape::Reference(EntryKind::Partner))),
            optional("part_of", Shape::Reference(EntryKind::Space)),
            optional("district", Shape::Id(Part::Districts)),
            optional("audiences", Shape::List(&Shape::Id(Part::Audiences))),
            optional("ages", Shape::Record(&AGES)),
            optional("hours", Shape::Hours),
            optional("hours_note", Shape::Translated),
            optional("fee", Shape::Fee),
            optional("booking", Shape::Record(&BOOKING)),
            optional("access", Shape::Access),
            optional("amenities", Shape::List(&Shape::Id(Part::Amenities))),
            optional("capacity", Shape::Integer(1, 1_000_000)).example("40"),
            optional("languages", Shape::List(&Shape::Language)),
            optional("online", Shape::Bool),
            optional("transport", Shape::Translated),
        ],
        COMMON,
        STATUS,
    ],
};

/// An event.
pub static EVENT: Schema = Schema {
    name: "event",
    tables: &[
        TEXTS,
        &[
            required("kind", Shape::Id(Part::EventKinds)),
            required("starts", Shape::Moment),
            optional("ends", Shape::Moment),
            optional("all_day", Shape::Bool),
            optional("repeats", Shape::Recurrence),
            optional("except", Shape::List(&Shape::Date)),
            optional("also", Shape::List(&Shape::Date)),
            optional("event_status", Shape::Word(EventStatus::WORDS)).example("cancelled"),
            optional("previous_start", Shape::Moment),
            optional("space", Shape::Reference(EntryKind::Space)),
            optional("place", Shape::Record(&PLACE)),
            optional("online_url", Shape::Url),
            optional("partners", Shape::List(&Shape::Reference(EntryKind::Partner))),
            optional("audiences", Shape::List(&Shape::Id(Part::Audiences))),
            optional("ages", Shape::Record(&AGES)),
            optional("fee", Shape::Fee),
            optional("languages", Shape::List(&Shape::Language)),
            optional("registration", Shape::Record(&REGISTRATION)),
        ],
        COMMON,
    ],
};

/// What a translator's file may say of its language.
pub static TRANSLATION: Schema = Schema {
    name: "translation",
    tables: &[&[optional("name", Shape::Line), optional("summary", Shape::Line)]],
};

/// The front matter of a free page.
pub static PAGE: Schema = Schema {
    name: "page",
    tables: &[&[
        optional("title", Shape::Line),
        optional("order", Shape::Integer(-1_000_000, 1_000_000)).example("1"),
        optional("summary", Shape::Line),
    ]],
};

/// The newest version of the format that can be read. A version is a promise: what it reads it reads
/// for ever in the same way, so only a change that would read old content otherwise makes another.
pub const FORMAT: i64 = 1;

/// `site.yaml`.
pub static SITE: Schema = Schema {
    name: "site",
    tables: &[&[
        required("title", Shape::Translated),
        optional("tagline", Shape::Translated),
        required("base_url", Shape::Url),
        required("languages", Shape::List(&Shape::Language)),
        optional("formats", Shape::PerLanguage(&Shape::Locale)),
        optional("time_zone", Shape::TimeZone),
        optional("membership", Shape::Record(&MEMBERSHIP)),
        optional("theme", Shape::Line),
        optional("translation", Shape::Word(&["fallback", "required"])),
        optional("review_after", Shape::Period),
        optional("centre", Shape::Location),
        optional("bounds", Shape::Bounds),
        optional("licence", Shape::Line),
        optional("map", Shape::Record(&MAP)),
        optional("contact", Shape::Record(&CONTACT)),
        optional("corrections", Shape::Line),
        optional("navigation", Shape::List(&Shape::Line))
            .example("[spaces, events, partners, calendar, map]"),
        optional("format", Shape::Integer(1, FORMAT)).example("1"),
    ]],
};

/// `vocabulary.yaml`.
pub static VOCABULARY: Schema = Schema {
    name: "vocabulary",
    tables: &[&[
        optional("partner_kinds", Shape::Terms).example("school"),
        optional("space_kinds", Shape::Terms).example("library"),
        optional("event_kinds", Shape::Terms).example("workshop"),
        optional("themes", Shape::Terms).example("literacy"),
        optional("districts", Shape::Terms).example("central"),
        optional("audiences", Shape::Terms).example("families"),
        optional("amenities", Shape::Terms).example("wifi"),
    ]],
};

/// What a term says besides its labels, which are keyed by language.
pub static TERM: Schema = Schema {
    name: "term",
    tables: &[&[
        optional("summary", Shape::Translated),
        optional("schema", Shape::Line),
        optional("sdg", Shape::List(&Shape::Integer(1, 17))).example("[4]"),
    ]],
};

/// A picture.
pub static PICTURE: Schema = Schema {
    name: "picture",
    tables: &[&[
        required("file", Shape::File),
        required("alt", Shape::Translated),
        optional("credit", Shape::Translated),
        optional("licence", Shape::Line),
    ]],
};

/// Ways to reach someone.
pub static CONTACT: Schema = Schema {
    name: "contact",
    tables: &[&[
        optional("phone", Shape::List(&Shape::Phone)),
        optional("email", Shape::Email),
        optional("website", Shape::Url),
        optional("line", Shape::LineId),
        optional("facebook", Shape::Facebook),
        optional("person", Shape::Translated),
    ]],
};

/// An address in parts.
pub static ADDRESS: Schema = Schema {
    name: "address",
    tables: &[&[
        optional("line", Shape::Translated),
        optional("subdistrict", Shape::Translated),
        optional("district", Shape::Id(Part::Districts)),
        optional("province", Shape::Translated),
        optional("postcode", Shape::Postcode),
    ]],
};

/// A check of the facts.
pub static VERIFIED: Schema = Schema {
    name: "verified",
    tables: &[&[
        required("on", Shape::Date),
        optional("by", Shape::Translated),
        optional("method", Shape::Word(VerificationMethod::WORDS)),
    ]],
};

/// A notice.
pub static ALERT: Schema = Schema {
    name: "alert",
    tables: &[&[required("text", Shape::Translated), required("until", Shape::Date)]],
};

/// A source of the facts.
pub static CITATION: Schema = Schema {
    name: "source",
    tables: &[&[optional("title", Shape::Translated), optional("url", Shape::Url)]],
};

/// Ages in years.
pub static AGES: Schema = Schema {
    name: "ages",
    tables: &[&[
        optional("from", Shape::Integer(0, 120)).example("6"),
        optional("to", Shape::Integer(0, 120)).example("12"),
    ]],
};

/// A price.
pub static PRICE: Schema = Schema {
    name: "price",
    tables: &[&[
        required("amount", Shape::Amount),
        optional("currency", Shape::Currency),
        optional("for", Shape::Translated),
    ]],
};

/// How to book.
pub static BOOKING: Schema = Schema {
    name: "booking",
    tables: &[&[
        optional("required", Shape::Bool),
        optional("url", Shape::Url),
        optional("phone", Shape::List(&Shape::Phone)),
    ]],
};

/// A place that is no entry.
pub static PLACE: Schema = Schema {
    name: "place",
    tables: &[&[
        required("name", Shape::Translated),
        optional("address", Shape::Address),
        optional("location", Shape::Location),
    ]],
};

/// How to get a seat.
pub static REGISTRATION: Schema = Schema {
    name: "registration",
    tables: &[&[
        optional("url", Shape::Url),
        optional("phone", Shape::List(&Shape::Phone)),
        optional("opens", Shape::Moment),
        optional("closes", Shape::Moment),
        optional("seats", Shape::Integer(1, 1_000_000)).example("25"),
    ]],
};

/// The city's standing in UNESCO's network.
pub static MEMBERSHIP: Schema = Schema {
    name: "membership",
    tables: &[&[required("since", Shape::Date), required("text", Shape::Translated)]],
};

/// The map's settings.
pub static MAP: Schema = Schema {
    name: "map",
    tables: &[&[
        optional("outline", Shape::File).example("map.geojson"),
        optional("tiles", Shape::Url).example("https://tiles.example.org/{z}/{x}/{y}.png"),
        optional("attribution", Shape::Translated),
    ]],
};

/// The words of `access`, for the tables above.
pub const ACCESS_WORDS: (&[&str], &[&str]) = (AccessFeature::WORDS, AccessLevel::WORDS);
