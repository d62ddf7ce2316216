//! What templates call: functions and filters, in the voice of one language.
//!
//! In: a language, the theme's files, and their texts. Out: a set of templates that speak it.
//! `t` says a message and `asset` where a file of the theme stands. `text`, `lang_of` and `words` show a
//! text in the language it is in; `once` shows what many pages show ([`Once`]).

use std::collections::HashMap;
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

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
    tera.register_filter("text", text);
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

/// A member of borrowed words: their text, or the language they are in.
fn part<'w>(words: &'w Value, name: &'static str) -> Option<&'w Value> {
    words.as_map()?.get(&name.into())
}

/// What words say.
fn text(words: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let text = part(words, "text").unwrap_or(words);
    match text.as_str() {
        Some(_) => Ok(text.clone()),
        None => Err(tera::Error::message(format!("`text`: {}", words.name()))),
    }
}

/// The attribute that says in which language words are, where that is not the page's.
fn lang_of(words: &Value, _: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    Ok(match part(words, "lang").and_then(Value::as_str) {
        Some(lang) => Value::safe_string(&format!(" lang=\"{}\"", state.escape(lang)?)),
        None => Value::safe_string(""),
    })
}

/// Words, in an element that says their language where that is not the page's.
fn words(words: &Value, kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let text = text(words, kwargs, state)?;
    let Some(lang) = part(words, "lang").and_then(Value::as_str) else { return Ok(text) };
    let (lang, text) = (state.escape(lang)?, state.escape(text.as_str().unwrap_or_default())?);
    Ok(Value::safe_string(&format!("<span lang=\"{lang}\">{text}</span>")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::view::Words;

    /// What a template shows of words.
    fn shown(template: &str, words: &impl serde::Serialize) -> TeraResult<String> {
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        tera.register_filter("text", text);
        tera.register_filter("lang_of", lang_of);
        tera.register_filter("words", super::words);
        tera.add_raw_template("x.html", template)?;
        let mut context = tera::Context::new();
        context.insert("of", words);
        tera.render("x.html", &context)
    }

    #[test]
    fn words_are_shown_in_the_language_that_they_are_in() {
        let own = Words { text: "a & b".to_owned(), lang: None };
        let borrowed = Words { text: "ก & ข".to_owned(), lang: Some("th".to_owned()) };
        let paragraph = "<p{{ of | lang_of }}>{{ of | text }}</p>{{ of | words }}";
        assert_eq!(shown(paragraph, &own).unwrap(), "<p>a &amp; b</p>a &amp; b");
        assert_eq!(
            shown(paragraph, &borrowed).unwrap(),
            "<p lang=\"th\">ก &amp; ข</p><span lang=\"th\">ก &amp; ข</span>"
        );
    }

    #[test]
    fn what_is_no_words_is_a_fault_of_the_template() {
        for filter in ["text", "words"] {
            for not_words in [serde_json::json!(1), serde_json::json!({"url": "/"})] {
                assert!(shown(&format!("{{{{ of | {filter} }}}}"), &not_words).is_err());
            }
        }
    }
}
