//! Open pages hear of every new version.
//!
//! In: [`Shown`], and a limit. Out: a stream of server-sent events, and the markup that has a page
//! listen. Promise: a page is told the version at once and then each newer one, perhaps not those
//! in between; the markup holds no inline script and no inline style, so that a site's own content
//! security policy may be as strict as it likes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::Semaphore;

use super::http::{finish, refuse};
use super::prints::Prints;
use super::shown::{Shown, Version};

/// Where the server's own files stand, below the root of the site.
pub(super) const FOLDER: &str = "_nakhon/";

/// The script that listens.
pub(super) const SCRIPT: &str = include_str!("reload.js");

/// How the overlay looks.
pub(super) const STYLE: &str = include_str!("overlay.css");

/// How the pages for editors look.
pub(super) const DESK_STYLE: &str = include_str!("desk.css");

/// How soon a page comes back after the server went away.
const RETRY: Duration = Duration::from_millis(500);

/// A stream of versions that ends with the connection, or 503 where too many listen already.
pub(super) fn events(shown: &Shown, listeners: &Arc<Semaphore>) -> Response {
    let Ok(place) = Arc::clone(listeners).try_acquire_owned() else {
        return refuse(StatusCode::SERVICE_UNAVAILABLE);
    };
    let mut news = shown.listen();
    // The version of now is the first of the news.
    news.mark_changed();
    let events = stream::unfold((news, place), |(mut news, place)| async move {
        news.changed().await.ok()?;
        let version = news.borrow_and_update().version.to_string();
        let event = Event::default().event("version").data(version).retry(RETRY);
        Some((Ok::<_, Infallible>(event), (news, place)))
    });
    finish(Sse::new(events).keep_alive(KeepAlive::default()).into_response())
}

/// What a page gets at the end of its body. `base` can stand in an attribute as it is; the page
/// knows what it is itself, so that what changes before it listens is not missed.
pub(super) fn markup(
    base: &str,
    overlay: Option<&str>,
    version: Version,
    prints: &Prints,
) -> String {
    let (page, frame) = (&prints.page, &prints.frame);
    format!(
        "<link rel=\"stylesheet\" href=\"{base}{FOLDER}overlay.css\" data-nakhon>{overlay}\
         <script src=\"{base}{FOLDER}reload.js\" data-version=\"{version}\" data-page=\"{page}\" \
         data-frame=\"{frame}\" defer></script>",
        overlay = overlay.unwrap_or_default(),
    )
}
