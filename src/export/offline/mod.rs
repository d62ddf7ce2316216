//! `sw.js`: the service worker that keeps pages for reading without a network, or the one that ends
//! it.
//!
//! In: the theme's worker and the site's words. Out: a script. Promise: a site without a worker
//! (`offline: false` in `theme.yaml`) still has a `sw.js`, which removes itself and all copies from
//! every browser that still has an earlier one: a worker that is merely no longer there goes on.

use serde_json::{Map, Value, json};

use crate::page::{Builder, Route, Worker};

/// The script that takes an earlier worker and its copies out of a browser.
pub const END: &str = include_str!("end.js");

/// `sw.js`.
pub(super) fn file(builder: &Builder<'_>) -> Vec<u8> {
    match builder.worker {
        Some(worker) => script(builder, worker).into_bytes(),
        None => END.as_bytes().to_vec(),
    }
}

/// The theme's worker after the line that tells it of the site.
fn script(builder: &Builder<'_>, worker: &Worker) -> String {
    let mut words = Map::new();
    let mut offline = Vec::new();
    let mut version = blake3::Hasher::new();
    for locale in builder.locales {
        let speaker = builder.speaker(locale);
        // What the offline page says: other words make another version, which is fetched anew.
        for message in ["offline-title", "offline-text", "offline-retry", "offline-copies"] {
            version.update(speaker.t(message).as_bytes());
        }
        let named = |name: &str| crate::diagnostic::Argument::Text(format!("{{{name}}}"));
        let copy = speaker.say("offline-copy", &[("date", named("date")), ("time", named("time"))]);
        words
            .insert(speaker.tag().to_owned(), json!({"copy": copy, "locale": locale.format_tag()}));
        offline.push(json!([speaker.tag(), speaker.url(&Route::Offline)]));
    }
    let core: Vec<String> = worker.needs.iter().map(|path| builder.base.url(path)).collect();
    let mut site = json!({
        "offline": offline,
        "core": core,
        "words": words,
        "zone": builder.index.directory.site.time_zone.to_string(),
    });
    version.update(site.to_string().as_bytes());
    version.update(worker.script.as_bytes());
    site["version"] = Value::from(&version.finalize().to_hex()[..16]);
    format!("const SITE = {site};\n{}", worker.script)
}
