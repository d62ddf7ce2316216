//! A language of the site, ready to speak: its messages, formats and order.

use std::sync::Arc;

use super::{Collation, Formats, Lang, LanguageTag, Messages};
use crate::diagnostic::{Argument, Problem};

/// All it takes to write a page in one language.
#[derive(Clone, Debug)]
pub struct Locale {
    lang: Lang,
    tag: LanguageTag,
    messages: Arc<Messages>,
    formats: Arc<Formats>,
    collation: Arc<Collation>,
}

impl Locale {
    /// A language with the Unicode locale that the site names for it, else the one that its own
    /// message `language-format` names, else its tag.
    pub fn new(
        lang: Lang,
        tag: &LanguageTag,
        format: Option<&str>,
        messages: &Arc<Messages>,
    ) -> Result<Self, Problem> {
        let own = messages
            .has(tag, "language-format")
            .then(|| messages.format(tag, "language-format", &[]).ok())
            .flatten();
        let format = format.map(str::to_owned).or(own).unwrap_or_else(|| tag.to_string());
        Ok(Self {
            lang,
            tag: tag.clone(),
            messages: Arc::clone(messages),
            formats: Arc::new(Formats::new(&format)?),
            collation: Arc::new(Collation::new(tag.as_str())?),
        })
    }

    /// Its place in the site's order.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Its tag.
    pub fn tag(&self) -> &LanguageTag {
        &self.tag
    }

    /// Its dates, numbers and lists.
    pub fn formats(&self) -> &Formats {
        &self.formats
    }

    /// Its order.
    pub fn collation(&self) -> &Collation {
        &self.collation
    }

    /// Its own name: the message `language-name`, else its tag.
    pub fn name(&self) -> String {
        self.own("language-name").unwrap_or_else(|| self.tag.to_string())
    }

    /// The name of another language of the site, as that language says it.
    pub fn name_of(&self, tag: &str) -> String {
        let named = LanguageTag::parse(tag).ok().and_then(|tag| {
            self.messages
                .has(&tag, "language-name")
                .then(|| self.messages.format(&tag, "language-name", &[]).ok())
                .flatten()
        });
        named.unwrap_or_else(|| tag.to_owned())
    }

    /// Its locale in Open Graph's spelling, such as `th_TH`.
    pub fn open_graph(&self) -> String {
        self.own("language-open-graph").unwrap_or_else(|| self.tag.as_str().replace('-', "_"))
    }

    /// Whether phone numbers are written with the country's code.
    pub fn writes_phones_internationally(&self) -> bool {
        self.own("language-phones").is_none_or(|style| style != "national")
    }

    /// Whether the language or the default one has a message.
    pub fn has(&self, id: &str) -> bool {
        self.messages.has(&self.tag, id) || self.messages.format(&self.tag, id, &[]).is_ok()
    }

    /// A message; one that no language has shows its id, which the audit tells.
    pub fn message(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.try_message(id, arguments).unwrap_or_else(|_| id.to_owned())
    }

    /// A message, or why it cannot be said.
    pub fn try_message(
        &self,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> Result<String, super::MessageError> {
        self.messages.format(&self.tag, id, arguments)
    }

    /// A message of the language itself: what describes it cannot be borrowed.
    fn own(&self, id: &str) -> Option<String> {
        let own = self.messages.has(&self.tag, id);
        own.then(|| self.messages.format(&self.tag, id, &[]).ok()).flatten()
    }
}
