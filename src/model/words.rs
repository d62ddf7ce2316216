//! The fixed words of the format: each a small enum that knows its spelling.

macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $variant_doc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $variant_doc])+ $variant,)+ }

        impl $name {
            /// Every one, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// How each is written, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// How it is written.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one so written.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words! {
    /// The kinds of entry; the word is the folder's name and a part of every address.
    EntryKind {
        /// Organisations of the network.
        Partner = "partners",
        /// Places of learning.
        Space = "spaces",
        /// What takes place.
        Event = "events",
    }
}

words! {
    /// Whether an entry lives.
    Status {
        /// It does.
        Active = "active",
        /// It will again.
        TemporarilyClosed = "temporarily-closed",
        /// It is gone; its address stays.
        Closed = "closed",
    }
}

words! {
    /// What became of an event.
    EventStatus {
        /// It takes place as announced.
        Scheduled = "scheduled",
        /// It does not take place.
        Cancelled = "cancelled",
        /// It has no date for now.
        Postponed = "postponed",
        /// It has another date than first announced.
        Rescheduled = "rescheduled",
        /// It takes place and no seat is left.
        Full = "full",
    }
}

words! {
    /// What a partner is to the network.
    Role {
        /// It signed the agreement.
        Signatory = "signatory",
        /// It keeps the others together.
        Coordinator = "coordinator",
        /// It gives money or advice.
        Supporter = "supporter",
        /// It opens its places.
        Host = "host",
    }
}

words! {
    /// How the facts were checked.
    VerificationMethod {
        /// Someone went there.
        Visit = "visit",
        /// Someone called.
        Phone = "phone",
        /// The partner said so.
        Partner = "partner",
        /// It stands on the web.
        Web = "web",
    }
}

words! {
    /// What makes a place usable by everyone.
    AccessFeature {
        /// Wheelchair users can use it.
        Wheelchair = "wheelchair",
        /// No step on the way in.
        StepFree = "step-free",
        /// A toilet for wheelchair users.
        Toilet = "toilet",
        /// A parking space for disabled drivers.
        Parking = "parking",
        /// An induction loop.
        HearingLoop = "hearing-loop",
        /// Sign language is spoken.
        SignLanguage = "sign-language",
        /// There is braille.
        Braille = "braille",
        /// A room to rest in.
        QuietRoom = "quiet-room",
    }
}

words! {
    /// How far an access feature is there. What is not said is not known, never "no".
    AccessLevel {
        /// It is.
        Yes = "yes",
        /// In part.
        Limited = "limited",
        /// It is not.
        No = "no",
    }
}
