//! The site as something to install: Web Application Manifest (W3C), one a language.
//!
//! The one at the root is that of the default language, for who asks for it by its usual name.

use serde::Serialize;

use crate::language::Locale;
use crate::page::{Builder, MANIFEST, Route};
use crate::picture::Icon;

/// What is shown below an icon is cut by systems at about this many characters.
const SHORT: usize = 12;

#[derive(Serialize)]
struct Manifest<'a> {
    id: String,
    name: &'a str,
    short_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: &'a str,
    start_url: String,
    scope: String,
    display: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    background_color: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme_color: Option<&'a str>,
    icons: Vec<IconOf>,
}

#[derive(Serialize)]
struct IconOf {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

/// The manifest of every language, and that of the default one at the root.
pub(super) fn files(builder: &Builder<'_>) -> Vec<(String, Vec<u8>)> {
    let of = |locale: &Locale| (format!("{}/{MANIFEST}", locale.tag()), manifest(builder, locale));
    let mut files: Vec<_> = builder.locales.iter().map(of).collect();
    if let Some((_, default)) = files.first().cloned() {
        files.push((MANIFEST.to_owned(), default));
    }
    files
}

fn manifest(builder: &Builder<'_>, locale: &Locale) -> Vec<u8> {
    let tag = locale.tag().as_str();
    let site = builder.site(locale);
    let home = builder.base.url(&Route::Home.path(tag));
    // Apple's has a link of its own.
    let listed = builder.look.icons.iter().filter(|(icon, _)| *icon != Icon::TOUCH);
    let icons = listed.map(|(icon, path)| IconOf {
        src: builder.base.url(path),
        sizes: format!("{0}x{0}", icon.side),
        kind: "image/png",
        purpose: if icon.maskable { "maskable" } else { "any" },
    });
    let title = site.title.text.as_str();
    let manifest = Manifest {
        id: home.clone(),
        name: title,
        short_name: short(title),
        description: site.tagline.as_ref().map(|tagline| tagline.text.as_str()),
        lang: tag,
        start_url: home,
        scope: builder.base.url(""),
        display: "standalone",
        background_color: builder.look.paper.as_deref(),
        theme_color: builder.look.masthead.as_deref(),
        icons: icons.collect(),
    };
    // Texts and numbers always make JSON.
    serde_json::to_vec_pretty(&manifest).unwrap_or_default()
}

/// The first words of a title, as many as fit under an icon, else the title for the system to cut.
fn short(title: &str) -> &str {
    let fits = |at: &usize| title[..*at].trim_end().chars().count() <= SHORT;
    let mut ends = crate::language::word_breaks(title).into_iter().filter(fits);
    match ends.next_back().map(|at| title[..at].trim_end()) {
        Some(words) if !words.is_empty() => words,
        _ => title,
    }
}
