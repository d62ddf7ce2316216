//! Requests and their responses, with no socket between.

use std::net::Ipv4Addr;

use axum::body::to_bytes;
use axum::http::{Method, Request, StatusCode};
use axum::response::Response;
use tokio::runtime::Runtime;

use super::{site, snapshot};
use crate::serve::{Reply, Shown, respond};

fn ask(shown: &Shown, method: Method, path: &str) -> Response {
    let request = Request::builder().method(method).uri(path).header("host", "localhost:8000");
    let (parts, ()) = request.body(()).unwrap().into_parts();
    match respond(&shown.current(), Ipv4Addr::LOCALHOST.into(), &parts) {
        Reply::Whole(response) => response,
        Reply::Events => panic!("{path} is the stream of versions"),
    }
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

fn text(response: Response) -> String {
    let body = Runtime::new().unwrap().block_on(to_bytes(response.into_body(), 1 << 20)).unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

#[test]
fn each_path_has_its_answer() {
    let shown = Shown::new(site());
    let table = [
        ("/directory/", 200, "door"),
        ("/directory/index.html", 200, "door"),
        ("/directory/th/", 200, "บ้าน"),
        ("/directory/th/?q=1", 200, "บ้าน"),
        ("/directory/th/%E0%B8%81/", 200, "no body"),
        ("/directory/assets/site.css", 200, "a{}"),
        ("/directory/absent", 404, "nowhere"),
        ("/directory/assets/", 404, "nowhere"),
        ("/directory/en/a/b/c", 404, "nowhere"),
        ("/directory/th/absent/a.png", 404, "ไม่พบ"),
        ("/directory/th/absent/", 404, "ไม่พบ"),
        ("/directory/th/index.html/", 404, "ไม่พบ"),
        ("/directory/_nakhon/absent", 404, "<h1>404</h1>"),
        ("/directory/_nakhon/reload.js", 200, "EventSource"),
        ("/directory/_nakhon/overlay.css", 200, "#nakhon-overlay"),
        ("/elsewhere", 404, "<h1>404</h1>"),
        ("/directoryth/", 404, "<h1>404</h1>"),
        ("/directory/../th/", 400, "400 Bad Request"),
        ("/directory/%2e%2e/", 400, "400 Bad Request"),
        ("/directory//th/", 400, "400 Bad Request"),
        ("//directory/th/", 400, "400 Bad Request"),
    ];
    for (path, status, expected) in table {
        let response = ask(&shown, Method::GET, path);
        assert_eq!(response.status().as_u16(), status, "{path}");
        assert_eq!(header(&response, "cache-control"), "no-store", "{path}");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff", "{path}");
        let length = header(&response, "content-length").parse::<usize>().unwrap();
        let body = text(response);
        assert!(body.contains(expected), "{path}: {body}");
        assert_eq!(body.len(), length, "{path}");
    }
}

#[test]
fn redirects_keep_the_query_and_the_host() {
    let shown = Shown::new(site());
    let table = [
        ("/", 302, "/directory/"),
        ("/directory", 308, "/directory/"),
        ("/directory/th", 308, "/directory/th/"),
        ("/directory/th?q=%E0%B8%81&a=b", 308, "/directory/th/?q=%E0%B8%81&a=b"),
        ("/directory/th/%E0%B8%81", 308, "/directory/th/%E0%B8%81/"),
    ];
    for (path, status, to) in table {
        let response = ask(&shown, Method::GET, path);
        assert_eq!((response.status().as_u16(), header(&response, "location")), (status, to));
    }
}

#[test]
fn a_site_may_stand_at_the_root_or_under_a_thai_path() {
    let shown = Shown::new(snapshot("/", &[("index.html", "<body>root</body>")]));
    assert!(text(ask(&shown, Method::GET, "/")).contains("src=\"/_nakhon/reload.js\""));
    assert_eq!(ask(&shown, Method::GET, "/x").status(), StatusCode::NOT_FOUND);
    for base in ["/%E0%B8%81/", "/ก/"] {
        let shown = Shown::new(snapshot(base, &[("index.html", "<body>root</body>")]));
        assert_eq!(header(&ask(&shown, Method::GET, "/"), "location"), "/%E0%B8%81/");
        let page = text(ask(&shown, Method::GET, "/%E0%B8%81/"));
        assert!(page.contains("src=\"/%E0%B8%81/_nakhon/reload.js\""), "{page}");
    }
}

#[test]
fn only_get_and_head() {
    let shown = Shown::new(site());
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
        let response = ask(&shown, method, "/directory/");
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(header(&response, "allow"), "GET, HEAD");
    }
    for path in ["/directory/th/", "/directory/absent", "/directory/assets/site.css"] {
        let (get, head) = (ask(&shown, Method::GET, path), ask(&shown, Method::HEAD, path));
        assert_eq!(get.status(), head.status());
        assert_eq!(get.headers(), head.headers());
        assert_eq!(text(head), "");
    }
    let events = ask(&shown, Method::HEAD, "/directory/_nakhon/events");
    assert_eq!(header(&events, "content-type"), "text/event-stream");
}

#[test]
fn pages_get_the_script_and_the_overlay_and_files_stay() {
    let shown = Shown::new(site());
    let script = |shown: &Shown| {
        let version = shown.current().version;
        format!("<script src=\"/directory/_nakhon/reload.js\" data-version=\"{version}\" defer>")
    };
    let page = text(ask(&shown, Method::GET, "/directory/th/"));
    assert_eq!(page, format!("<body>บ้าน{}</script></BODY></html>", script(&shown)));
    assert!(!page.contains("nakhon-overlay"));
    let open = text(ask(&shown, Method::GET, "/directory/th/%E0%B8%81/"));
    assert_eq!(open, format!("<p>no body{}</script>", script(&shown)));

    shown.replace_overlay(Some("<h2>ผิด</h2>".to_owned()));
    for path in ["/directory/th/", "/directory/absent", "/elsewhere"] {
        let page = text(ask(&shown, Method::GET, path));
        assert!(page.contains("<aside id=\"nakhon-overlay\"><h2>ผิด</h2></aside>"), "{page}");
        assert!(page.contains("href=\"/directory/_nakhon/overlay.css\""), "{page}");
        assert!(page.contains(&script(&shown)), "{page}");
    }
    assert_eq!(text(ask(&shown, Method::GET, "/directory/assets/site.css")), "a{}");
}
