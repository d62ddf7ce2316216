//! The table of rules: one name a rule, the weight it has, and nothing else.
//!
//! The name is the id of the Fluent message that tells the finding (`locales/*/diagnostics.ftl`),
//! the code that machine reports carry, and the heading of the reference in `docs/`.

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        /// A rule of the content format that can be broken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code's public name, in kebab case.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The weight it has outside drafts.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    // Files and folders
    /// `content/site.yaml` is absent.
    SiteMissing = "site-missing", Error;
    /// The content is written for a later version of the format.
    FormatNewer = "format-newer", Error;
    /// A file or folder cannot be read.
    FileUnreadable = "file-unreadable", Error;
    /// A file is not UTF-8, or holds a NUL.
    FileNotText = "file-not-text", Error;
    /// A file is larger than any entry can be.
    FileTooLarge = "file-too-large", Error;
    /// Neither a file nor a folder (a pipe, a socket, a device).
    FileNotRegular = "file-not-regular", Error;
    /// A file that no rule of the format reads.
    FileUnexpected = "file-unexpected", Warning;
    /// A symbolic link that points out of `content/`.
    LinkOutside = "link-outside", Error;
    /// A symbolic link that leads back to itself.
    LinkLoop = "link-loop", Error;
    /// A symbolic link whose target does not exist.
    LinkDangling = "link-dangling", Error;
    /// A file name that is no slug.
    SlugInvalid = "slug-invalid", Error;
    /// A slug that would take a fixed address of the site.
    SlugReserved = "slug-reserved", Error;
    /// The facts of one entry stand in two files.
    EntryDuplicate = "entry-duplicate", Error;
    /// The prose of one language stands in two files.
    ProseDuplicate = "prose-duplicate", Error;
    /// Prose of an entry that has no facts.
    ProseWithoutFacts = "prose-without-facts", Error;

    // YAML
    /// The text is not YAML.
    YamlSyntax = "yaml-syntax", Error;
    /// More than one document in a file.
    YamlDocuments = "yaml-documents", Error;
    /// An anchor or alias.
    YamlAnchor = "yaml-anchor", Error;
    /// A tag.
    YamlTag = "yaml-tag", Error;
    /// Nesting deeper than any field.
    YamlDepth = "yaml-depth", Error;
    /// A key stands twice in one map.
    DuplicateKey = "duplicate-key", Error;
    /// Front matter that is opened and not closed.
    FrontMatterOpen = "front-matter-open", Error;

    // Fields
    /// A field the format does not have.
    UnknownField = "unknown-field", Error;
    /// A field that belongs in a group of fields beside it.
    FieldMisplaced = "misplaced-field", Error;
    /// A required field is absent.
    MissingField = "missing-field", Error;
    /// A value of another shape than the field's.
    WrongShape = "wrong-shape", Error;
    /// A value with nothing in it.
    EmptyValue = "empty-value", Error;
    /// A word outside a fixed list.
    UnknownWord = "unknown-word", Error;
    /// A language that `site.yaml` does not declare.
    UnknownLanguage = "unknown-language", Error;
    /// A fact in a file that holds one language's words only.
    NotTranslatable = "not-translatable", Error;
    /// One language's name or summary is given in two places.
    TranslatedTwice = "translated-twice", Error;

    // Values
    /// Not a number, or not one of the field's kind.
    NumberInvalid = "number-invalid", Error;
    /// A number outside its range.
    NumberRange = "number-range", Error;
    /// Not yes or no.
    BoolInvalid = "bool-invalid", Error;
    /// Not a date.
    DateInvalid = "date-invalid", Error;
    /// A date that no calendar has.
    DateNonexistent = "date-nonexistent", Error;
    /// A year of the Buddhist Era.
    DateBuddhist = "date-buddhist", Error;
    /// Not a time of day.
    TimeInvalid = "time-invalid", Error;
    /// A time with an offset from UTC.
    TimeOffset = "time-offset", Error;
    /// A time that the site's zone skips.
    TimeSkipped = "time-skipped", Error;
    /// Not a span of time.
    DurationInvalid = "duration-invalid", Error;
    /// Not an id.
    IdInvalid = "id-invalid", Error;
    /// An id that the vocabulary lacks.
    UnknownId = "unknown-id", Error;
    /// Not a pair of latitude and longitude.
    LocationInvalid = "location-invalid", Error;
    /// A latitude or longitude that no place has.
    LocationRange = "location-range", Error;
    /// A location outside the site's bounds.
    LocationOutside = "location-outside", Warning;
    /// Not an e-mail address.
    EmailInvalid = "email-invalid", Error;
    /// Not a web address.
    UrlInvalid = "url-invalid", Error;
    /// An address of a scheme that is not allowed.
    UrlScheme = "url-scheme", Error;
    /// A template of map tiles without its zoom, column or row, or with a placeholder of no map.
    TilesInvalid = "tiles-invalid", Error;
    /// An outline of the map that cannot be drawn.
    OutlineInvalid = "outline-invalid", Error;
    /// A phone number that no rule reads.
    PhoneUnreadable = "phone-unreadable", Warning;
    /// Not a LINE id.
    LineInvalid = "line-invalid", Error;
    /// Not a postcode.
    PostcodeInvalid = "postcode-invalid", Error;
    /// Not a currency of ISO 4217.
    CurrencyInvalid = "currency-invalid", Error;
    /// Not a language tag of BCP 47.
    LanguageTagInvalid = "language-tag-invalid", Error;
    /// Not a time zone of the IANA database.
    TimeZoneUnknown = "time-zone-unknown", Error;
    /// Ages, or another pair of numbers, in the wrong order.
    RangeReversed = "range-reversed", Error;
    /// Opening hours that no grammar reads.
    HoursInvalid = "hours-invalid", Error;
    /// A key of the hours map that is no day.
    HoursDayUnknown = "hours-day-unknown", Error;
    /// A recurrence rule that RFC 5545 does not have.
    RecurrenceInvalid = "recurrence-invalid", Error;
    /// Not a page on Facebook.
    FacebookInvalid = "facebook-invalid", Error;

    // Events
    /// An end before its beginning.
    EndsBeforeStarts = "ends-before-starts", Error;
    /// `all_day` with a time of day.
    AllDayWithTime = "all-day-with-time", Error;
    /// An event with both a space and a place.
    SpaceAndPlace = "space-and-place", Error;
    /// Exceptions or extra days without a rule.
    ExceptionWithoutRule = "exception-without-rule", Warning;

    // Between entries
    /// A slug that no entry has.
    UnknownReference = "unknown-reference", Error;
    /// A link to an entry that is a draft.
    ReferenceToDraft = "reference-to-draft", Error;
    /// A space that is a part of itself.
    PartOfItself = "part-of-itself", Error;
    /// Two entries claim one former address.
    FormerDuplicate = "former-duplicate", Error;
    /// A former slug that a living entry has.
    FormerLiving = "former-living", Error;
    /// An item of the navigation that is no section and no page.
    NavigationUnknown = "navigation-unknown", Error;
    /// A private person named without consent.
    ConsentMissing = "consent-missing", Error;

    // Languages
    /// An entry has no name in the default language.
    DefaultNameMissing = "default-name-missing", Warning;
    /// A text is missing while the site requires every translation.
    TranslationMissing = "translation-missing", Error;
    /// A summary longer than two sentences.
    SummaryLong = "summary-long", Warning;
    /// A glyph from a font's private area, as copied from a PDF.
    PrivateUse = "private-use", Warning;

    // Holidays
    /// Hours speak of holidays and there is no list of them.
    HolidaysMissing = "holidays-missing", Warning;
    /// The list of holidays lacks the coming year.
    HolidaysOutdated = "holidays-outdated", Warning;

    // Pictures
    /// A file that does not exist.
    PictureMissing = "picture-missing", Error;
    /// A file outside `content/`.
    PictureOutside = "picture-outside", Error;
    /// A file that is no picture, or a picture that is cut short.
    PictureUnreadable = "picture-unreadable", Error;
    /// A picture of over 100 megapixels.
    PictureTooLarge = "picture-too-large", Error;
    /// A drawing that could run something or load from elsewhere.
    PictureUnsafe = "picture-unsafe", Error;

    // Prose
    /// Emphasis that CommonMark does not close.
    EmphasisOpen = "emphasis-open", Warning;
    /// A link to a file or an address of the site that does not exist.
    ProseLinkUnknown = "prose-link-unknown", Error;

    // The site's own locales and theme
    /// A declared language without a folder in `locales/`.
    LocaleMissing = "locale-missing", Error;
    /// A file of messages that is not Fluent.
    MessageSyntax = "message-syntax", Error;
    /// A message stands twice in one language.
    MessageDuplicate = "message-duplicate", Error;
    /// A language lacks a message and borrows it.
    MessageMissing = "message-missing", Warning;
    /// A message that nothing uses.
    MessageUnused = "message-unused", Warning;
    /// A message that a template asks for and no language has.
    MessageUnknown = "message-unknown", Error;
    /// One message with other variables in another language.
    MessageVariables = "message-variables", Warning;
    /// The theme is neither in `themes/` nor built in.
    ThemeMissing = "theme-missing", Error;
    /// The theme's `theme.yaml` cannot be read.
    ThemeInvalid = "theme-invalid", Error;
    /// A template that Tera cannot read or render.
    TemplateInvalid = "template-invalid", Error;

    // The rendered tree
    /// Two pages at one address.
    AddressDuplicate = "address-duplicate", Error;
    /// A link of a rendered page that leads nowhere.
    DeadLink = "dead-link", Error;
    /// A page without a title.
    PageTitleMissing = "page-title-missing", Error;
    /// A page without a description.
    PageDescriptionMissing = "page-description-missing", Error;
    /// A page with no heading of the first level, or several.
    PageHeadings = "page-headings", Error;
    /// A page that weighs more than its budget.
    PageHeavy = "page-heavy", Warning;

    // Links to other sites
    /// An address of another site that does not exist any more.
    ExternalGone = "external-gone", Warning;
    /// An address of another site that has moved for good.
    ExternalMoved = "external-moved", Warning;
    /// A site that does not answer.
    ExternalSilent = "external-silent", Warning;

    // Sheets that are imported
    /// A file that is no sheet.
    SheetUnreadable = "sheet-unreadable", Error;
    /// A CSV in another encoding than Unicode.
    SheetEncoding = "sheet-encoding", Error;
    /// No column says which entry a row is about.
    SheetSlugMissing = "sheet-slug-missing", Error;
    /// A column that the kind of entry does not have.
    SheetColumnUnknown = "sheet-column-unknown", Error;
    /// Two columns of one name.
    SheetColumnTwice = "sheet-column-twice", Error;
    /// A row that does not say which entry it is about.
    SheetRowUnnamed = "sheet-row-unnamed", Error;
    /// Two rows about one entry.
    SheetRowTwice = "sheet-row-twice", Error;
    /// Text that a spreadsheet program took for a number.
    SheetNumberSpoiled = "sheet-number-spoiled", Error;
    /// A cell whose formula came to nothing.
    SheetCellBroken = "sheet-cell-broken", Error;
    /// Two columns that exclude each other.
    SheetConflict = "sheet-conflict", Error;
    /// A row about an entry whose files cannot be changed.
    SheetEntryLocked = "sheet-entry-locked", Error;
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
