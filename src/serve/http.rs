//! From a request to its response, as a plain function.
//!
//! In: what is shown and a request's head. Out: a [`Reply`]. Promise: the same in, the same out,
//! with no socket and no disk; only GET and HEAD; a response forbids keeping it, since the next one
//! may differ, unless its address tells its bytes; HTML gets the reload script and the overlay, files
//! stay as they are.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;

use super::guard::{admit, decode, encode};
use super::prints::Prints;
use super::reload;
use super::shown::{Current, Desk, Snapshot};
use crate::export::WORKER_END;
use crate::export::kind::{self, media_type};

/// What a request gets.
#[derive(Debug)]
pub enum Reply {
    /// A response, whole.
    Whole(Response),
    /// The stream of versions: the caller opens it, as it does not end.
    Events,
}

/// Answers one request to a server that listens on `bound`.
pub fn respond(current: &Current, bound: IpAddr, parts: &Parts) -> Reply {
    let answer = match admit(parts, bound) {
        Ok(path) => match find(&current.snapshot, &path) {
            Found::Events if parts.method == Method::GET => return Reply::Events,
            found => answer(current, parts, found, bound.is_loopback()),
        },
        Err(status) => Answer::refusal(status),
    };
    Reply::Whole(answer.into_response(&parts.method))
}

/// What stands at a path.
enum Found {
    /// A file of the site, by its path below the root.
    File(StatusCode, String, Arc<[u8]>),
    /// A file of the server's own: its media type and text.
    Own(&'static str, &'static str),
    /// A page for editors, by its name.
    Desk(Arc<dyn Desk>, String),
    /// What the page at a path is now.
    State(String),
    /// The stream of versions.
    Events,
    /// A folder that was asked for without its slash.
    Folder,
    /// The root of the host, with the site below it.
    Above,
    /// Nothing, inside the site or out of it.
    Nothing,
}

fn find(snapshot: &Snapshot, path: &str) -> Found {
    let decoded = decode(&snapshot.base_path);
    let base = decoded.as_deref().unwrap_or(&snapshot.base_path);
    let Some(inner) = path.strip_prefix(base) else {
        // A page that was open while the site stood elsewhere, or nowhere yet, still listens here.
        if let Some(name) = path.strip_prefix('/').and_then(|it| it.strip_prefix(reload::FOLDER)) {
            return own(snapshot, name);
        }
        return match path {
            "/" => Found::Above,
            _ if base.strip_suffix('/') == Some(path) => Found::Folder,
            _ => Found::Nothing,
        };
    };
    if let Some(name) = inner.strip_prefix(reload::FOLDER) {
        return own(snapshot, name);
    }
    if inner == "sw.js" {
        // An author must see the newest page, also where an earlier server left a worker.
        return Found::Own(kind::SCRIPT, WORKER_END);
    }
    let file = |status, path: &str| {
        let bytes = snapshot.files.get(path)?;
        Some(Found::File(status, path.to_owned(), bytes))
    };
    if inner.is_empty() || inner.ends_with('/') {
        if let Some(found) = file(StatusCode::OK, &format!("{inner}index.html")) {
            return found;
        }
    } else if let Some(found) = file(StatusCode::OK, inner) {
        return found;
    } else if snapshot.files.has(&format!("{inner}/index.html")) {
        return Found::Folder;
    }
    folders_upward(inner)
        .find_map(|folder| file(StatusCode::NOT_FOUND, &format!("{folder}404.html")))
        .unwrap_or(Found::Nothing)
}

/// What the server has of its own.
fn own(snapshot: &Snapshot, name: &str) -> Found {
    match name {
        "events" => Found::Events,
        "reload.js" => Found::Own(kind::SCRIPT, reload::SCRIPT),
        "overlay.css" => Found::Own(kind::STYLE, reload::STYLE),
        "desk.css" => Found::Own(kind::STYLE, reload::DESK_STYLE),
        _ => match (name.strip_prefix("page/"), &snapshot.desk) {
            (Some(path), _) => Found::State(format!("/{path}")),
            (None, Some(desk)) => Found::Desk(Arc::clone(desk), name.to_owned()),
            (None, None) => Found::Nothing,
        },
    }
}

/// The folders that a path lies in, each ending in `/`, from the nearest to the root, which is
/// empty.
fn folders_upward(path: &str) -> impl Iterator<Item = &str> {
    let slashes = path.rmatch_indices('/').map(|(at, _)| at + 1);
    slashes.chain(std::iter::once(0)).map(|end| &path[..end])
}

fn answer(current: &Current, parts: &Parts, found: Found, links: bool) -> Answer {
    match found {
        Found::File(status, path, bytes) => {
            let kind = media_type(&path);
            let is_page = kind == kind::HTML;
            let body = if is_page { inject(&bytes, current, links) } else { bytes.to_vec() };
            let further = is_named_by_its_bytes(&path).then_some((header::CACHE_CONTROL, KEEP));
            Answer { further, body, ..Answer::new(status, kind) }
        }
        Found::Own(kind, text) => {
            Answer { body: text.as_bytes().to_vec(), ..Answer::new(StatusCode::OK, kind) }
        }
        Found::Desk(desk, name) => match desk.page(&name, links) {
            Some(page) => {
                let body = inject(page.as_bytes(), current, links);
                Answer { body, ..Answer::new(StatusCode::OK, kind::HTML) }
            }
            None => answer(current, parts, Found::Nothing, links),
        },
        Found::State(path) => {
            let body = state(current, &path, links).into_bytes();
            Answer { body, ..Answer::new(StatusCode::OK, media_type(".json")) }
        }
        Found::Events => Answer::new(StatusCode::OK, "text/event-stream"),
        Found::Folder => {
            let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            let to = format!("{}/{query}", encode(parts.uri.path()));
            Answer::redirect(StatusCode::PERMANENT_REDIRECT, &to)
        }
        Found::Above => Answer::redirect(StatusCode::FOUND, &encode(&current.snapshot.base_path)),
        Found::Nothing => {
            let body = inject(BARE, current, links);
            Answer { body, ..Answer::new(StatusCode::NOT_FOUND, kind::HTML) }
        }
    }
}

/// What may be kept need not be asked for, read and laid out anew at every reload.
const KEEP: HeaderValue = HeaderValue::from_static("max-age=86400, immutable");

/// Whether a path holds the digest of what stands there, as those of styles, scripts and fonts do:
/// `assets/site.3f2a9c1b00112233.css`. Pictures are named by what they are made of.
fn is_named_by_its_bytes(path: &str) -> bool {
    let mut parts = path.strip_prefix("assets/").unwrap_or_default().rsplit('.');
    let ending = parts.next().is_some_and(|ending| ["css", "js", "woff2"].contains(&ending));
    let is_digest = |part: &str| part.len() == 16 && part.bytes().all(|it| it.is_ascii_hexdigit());
    ending && parts.next().is_some_and(is_digest)
}

/// The page where the site has none.
const BARE: &[u8] = b"<!doctype html><meta name=\"viewport\" content=\"width=device-width\">\
    <title>404</title><body><h1>404</h1></body>";

/// Puts the overlay and the reload script at the end of a page's body.
fn inject(page: &[u8], current: &Current, links: bool) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let at = page.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END));
    let (before, after) = page.split_at(at.unwrap_or(page.len()));
    let overlay = current.snapshot.overlay.as_ref().map(|overlay| overlay.html(links));
    let added = reload::markup(
        &encode(&current.snapshot.base_path),
        overlay.as_deref(),
        current.version,
        &Prints::of(page),
    );
    [before, added.as_bytes(), after].concat()
}

/// What an open page compares itself with, as JSON.
fn state(current: &Current, path: &str, links: bool) -> String {
    #[derive(serde::Serialize)]
    struct State {
        version: String,
        #[serde(flatten)]
        prints: Option<Prints>,
        overlay: Option<String>,
    }
    let prints = match find(&current.snapshot, path) {
        Found::File(_, _, bytes) => Some(Prints::of(&bytes)),
        Found::Desk(desk, name) => match desk.page(&name, links) {
            Some(page) => Some(Prints::of(page.as_bytes())),
            None => Some(Prints::of(BARE)),
        },
        Found::Nothing => Some(Prints::of(BARE)),
        // The page is somewhere else now: going there is a reload.
        _ => None,
    };
    let overlay = current.snapshot.overlay.as_ref().map(|overlay| overlay.html(links));
    let state = State { version: current.version.to_string(), prints, overlay };
    // Texts always have a JSON form.
    serde_json::to_string(&state).unwrap_or_default()
}

/// A response before its headers.
struct Answer {
    status: StatusCode,
    kind: &'static str,
    further: Option<(HeaderName, HeaderValue)>,
    body: Vec<u8>,
}

impl Answer {
    fn new(status: StatusCode, kind: &'static str) -> Self {
        Self { status, kind, further: None, body: Vec::new() }
    }

    /// Says no more than the status does.
    fn refusal(status: StatusCode) -> Self {
        let further = (status == StatusCode::METHOD_NOT_ALLOWED)
            .then_some((header::ALLOW, HeaderValue::from_static("GET, HEAD")));
        let body = status.to_string().into_bytes();
        Self { further, body, ..Self::new(status, kind::TEXT) }
    }

    fn redirect(status: StatusCode, to: &str) -> Self {
        match HeaderValue::from_bytes(to.as_bytes()) {
            Ok(to) => Self { further: Some((header::LOCATION, to)), ..Self::refusal(status) },
            Err(_) => Self::refusal(StatusCode::BAD_REQUEST),
        }
    }

    fn into_response(self, method: &Method) -> Response {
        let length = self.body.len();
        let body = if method == Method::HEAD { Body::empty() } else { Body::from(self.body) };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        headers.extend(self.further);
        finish(response)
    }
}

/// What stands on every response, whatever it is.
pub(super) fn finish(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// A response that says its status and nothing else.
pub(super) fn refuse(status: StatusCode) -> Response {
    Answer::refusal(status).into_response(&Method::GET)
}
