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
    format: String,
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
        let own = || described(messages, tag, "language-format");
        let format = format.map(str::to_owned).or_else(own).unwrap_or_else(|| tag.to_string());
        Ok(Self {
            lang,
            tag: tag.clone(),
            messages: Arc::clone(messages),
            formats: Arc::new(Formats::new(&format)?),
            format,
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

    /// The Unicode locale of its dates, numbers and lists.
    pub fn format_tag(&self) -> &str {
        &self.format
    }

    /// Its order.
    pub fn collation(&self) -> &Arc<Collation> {
        &self.collation
    }

    /// Its own name: the message `language-name`, else its tag.
    pub fn name(&self) -> String {
        self.own("language-name").unwrap_or_else(|| self.tag.to_string())
    }

    /// The name of another language of the site, as that language says it.
    pub fn name_of(&self, tag: &str) -> String {
        let named = LanguageTag::parse(tag).ok();
        let named = named.and_then(|tag| described(&self.messages, &tag, "language-name"));
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
        self.messages.can_say(&self.tag, id)
    }

    /// A message; one that no language has shows its id, which the audit tells.
    pub fn message(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.try_message(id, arguments).unwrap_or_else(|_| id.to_owned())
    }

    /// Every message that depends on no variable, with its text, in no order.
    pub fn fixed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.messages.fixed(&self.tag)
    }

    /// A message, or why it cannot be said.
    pub fn try_message(
        &self,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> Result<String, super::MessageError> {
        self.messages.format(&self.tag, id, arguments)
    }

    fn own(&self, id: &str) -> Option<String> {
        described(&self.messages, &self.tag, id)
    }
}

/// A message of the language itself: what describes it cannot be borrowed.
fn described(messages: &Messages, tag: &LanguageTag, id: &str) -> Option<String> {
    messages.has(tag, id).then(|| messages.format(tag, id, &[]).ok()).flatten()
}
