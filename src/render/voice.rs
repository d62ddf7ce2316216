//! What templates call: functions and filters, in the voice of one language.
//!
//! In: a language, the theme's files, and their texts. Out: a set of templates that speak it.
//! `t` says a message and `asset` where a file of the theme stands. `words` and `lang_of` show a text
//! in the language it is in; `once` shows what many pages show ([`Once`]).

use std::collections::HashMap;
use std::sync::Arc;

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::once::Once;
use crate::diagnostic::Argument;
use crate::language::Locale;
use crate::page::Base;
use crate::theme::Assets;

/// The templates of a theme, speaking a language.
#[derive(Debug)]
pub(super) struct Voice {
    /// The templates.
    pub(super) tera: Arc<Tera>,
    /// What they rendered once.
    pub(super) once: Arc<Once>,
}

/// The templates of a theme, by name, speaking a language.
pub(super) fn of(
    locale: &Locale,
    assets: &Assets,
    base: &Base,
    templates: &[(&str, &str)],
) -> TeraResult<Voice> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html"]);
    functions(&mut tera, locale, assets, base);
    tera.register_filter("lang_of", lang_of);
    tera.register_filter("words", words);
    let once = Arc::new(Once::default());
    let filter = Arc::clone(&once);
    tera.register_filter("once", move |value: &Value, kwargs: Kwargs, _: &State<'_>| {
        filter.show(value, &kwargs)
    });
    tera.add_raw_templates(templates.iter().copied())?;
    let tera = Arc::new(tera);
    once.speak(&tera);
    Ok(Voice { tera, once })
}

fn functions(tera: &mut Tera, locale: &Locale, assets: &Assets, base: &Base) {
    let speaker = locale.clone();
    // A page asks for a hundred messages that depend on nothing: each is made a value once.
    let fixed: HashMap<String, Value> =
        locale.fixed().map(|(id, text)| (id.to_owned(), Value::from(text))).collect();
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let id = kwargs.must_get::<&str>("id")?;
        if let Some(text) = fixed.get(id) {
            return Ok(text.clone());
        }
        let arguments: Vec<(&str, Argument)> = kwargs
            .iter()
            .filter(|(name, _)| name.as_str() != Some("id"))
            .filter_map(|(name, value)| Some((name.as_str()?, argument(value))))
            .collect();
        speaker
            .try_message(id, &arguments)
            .map(Value::from)
            .map_err(|error| tera::Error::message(format!("{id}: {error}")))
    });
    let addresses: HashMap<String, Value> = assets
        .names()
        .filter_map(|name| Some((name.to_owned(), Value::from(base.url(assets.path(name)?)))))
        .collect();
    tera.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let name = kwargs.must_get::<&str>("file")?;
        let unknown = || tera::Error::message(format!("`{name}`"));
        addresses.get(name).cloned().ok_or_else(unknown)
    });
}

fn argument(value: &Value) -> Argument {
    match value.as_i64() {
        Some(number) => Argument::Number(number),
        None => Argument::Text(value.to_string()),
    }
}

/// A member of a text's value that may be absent: its words, or the language they are borrowed from.
fn part<'w>(words: &'w Map, name: &'static str) -> Option<&'w str> {
    words.get(&name.into()).and_then(Value::as_str)
}

/// The attribute that says in which language a text is, where that is not the page's.
fn lang_of(words: &Map, _: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    Ok(match part(words, "lang") {
        Some(lang) => Value::safe_string(&format!(" lang=\"{}\"", state.escape(lang)?)),
        None => Value::safe_string(""),
    })
}

/// A text, in an element that says its language where that is not the page's.
fn words(words: &Map, _: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let text = part(words, "text").unwrap_or_default();
    let Some(lang) = part(words, "lang") else { return Ok(Value::from(text)) };
    let (lang, text) = (state.escape(lang)?, state.escape(text)?);
    Ok(Value::safe_string(&format!("<span lang=\"{lang}\">{text}</span>")))
}
