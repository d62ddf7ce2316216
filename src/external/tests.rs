//! Real questions to a server of this computer's own.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::*;

const QUICK: Manners = Manners {
    timeout: Duration::from_millis(500),
    retries: 1,
    pause: Duration::from_millis(1),
    hosts: 4,
};

#[derive(Default)]
struct Seen {
    asked: Mutex<Vec<(String, String, Instant)>>,
    flaky: AtomicUsize,
}

async fn answer(State(seen): State<Arc<Seen>>, request: Request) -> Response {
    let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
    seen.asked.lock().unwrap().push((method.clone(), path.clone(), Instant::now()));
    let status = |code: u16| StatusCode::from_u16(code).unwrap().into_response();
    match path.as_str() {
        "/fine" => status(200),
        "/no-head" if method == "HEAD" => status(405),
        "/lies-to-head" if method == "HEAD" => status(404),
        "/no-head" | "/lies-to-head" => status(200),
        "/gone" => status(410),
        "/missing" => status(404),
        "/busy" => status(429),
        "/members" => status(403),
        "/robots" => status(999),
        "/broken" => status(500),
        "/flaky" if seen.flaky.fetch_add(1, Ordering::SeqCst) < 2 => status(503),
        "/flaky" => status(200),
        "/moved" => Redirect::permanent("/fine").into_response(),
        "/moved-then-elsewhere" => Redirect::permanent("/elsewhere").into_response(),
        "/elsewhere" => Redirect::temporary("/fine").into_response(),
        "/moved-nowhere" => Redirect::permanent("/missing").into_response(),
        "/round" => Redirect::permanent("/round").into_response(),
        "/slow" => {
            tokio::time::sleep(Duration::from_secs(5)).await;
            status(200)
        }
        _ => status(418),
    }
}

/// Starts the server; the runtime keeps it going.
fn server() -> (String, Arc<Seen>, tokio::runtime::Runtime) {
    let seen = Arc::new(Seen::default());
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().fallback(answer).with_state(Arc::clone(&seen));
    runtime.spawn(async move { axum::serve(listener, router).await });
    (origin, seen, runtime)
}

fn asked(origin: &str, paths: &[&str], memory: &mut Memory, now: Timestamp) -> Vec<Heard> {
    let addresses: BTreeSet<String> = paths.iter().map(|path| format!("{origin}{path}")).collect();
    let heard = ask(&addresses, memory, now, QUICK, "test", &|_, _| {}).unwrap();
    paths.iter().map(|path| heard[&format!("{origin}{path}")].clone()).collect()
}

#[test]
fn answers_are_judged_for_what_they_say() {
    let (origin, _, _runtime) = server();
    let table = [
        ("/fine", Heard::Fine),
        ("/no-head", Heard::Fine),
        ("/lies-to-head", Heard::Fine),
        ("/gone", Heard::Gone(410)),
        ("/missing", Heard::Gone(404)),
        ("/busy", Heard::Fine),
        ("/members", Heard::Fine),
        ("/robots", Heard::Fine),
        ("/moved", Heard::Moved(format!("{origin}/fine"))),
        ("/moved-then-elsewhere", Heard::Moved(format!("{origin}/elsewhere"))),
        ("/elsewhere", Heard::Fine),
        ("/moved-nowhere", Heard::Gone(404)),
        ("/flaky", Heard::Fine),
        ("/round", Heard::Silent("too many redirects".to_owned())),
    ];
    let paths: Vec<&str> = table.iter().map(|(path, _)| *path).collect();
    let heard = asked(&origin, &paths, &mut Memory::none(), Timestamp::UNIX_EPOCH);
    for ((path, expected), heard) in table.into_iter().zip(heard) {
        assert_eq!(heard, expected, "{path}");
    }
}

#[test]
fn silence_is_told_with_its_reason() {
    let (origin, _, _runtime) = server();
    let heard = asked(&origin, &["/slow", "/broken"], &mut Memory::none(), Timestamp::UNIX_EPOCH);
    assert!(
        matches!(&heard[0], Heard::Silent(reason) if reason.contains("timed out")),
        "{heard:?}"
    );
    assert!(matches!(&heard[1], Heard::Silent(reason) if reason.starts_with("500")), "{heard:?}");
    let closed = asked("http://127.0.0.1:1", &["/"], &mut Memory::none(), Timestamp::UNIX_EPOCH);
    assert!(matches!(closed[0], Heard::Silent(_)), "{closed:?}");
}

#[test]
fn good_news_is_believed_for_a_while() {
    let (origin, seen, _runtime) = server();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cache/links.json");
    let paths = ["/fine", "/moved", "/gone"];
    let now = Timestamp::UNIX_EPOCH;
    let run = |now: Timestamp| {
        seen.asked.lock().unwrap().clear();
        let mut memory = Memory::at(&file);
        let heard = asked(&origin, &paths, &mut memory, now);
        memory.save(now).unwrap();
        let mut paths: Vec<String> =
            seen.asked.lock().unwrap().iter().map(|(_, path, _)| path.clone()).collect();
        paths.dedup();
        (heard, paths)
    };
    let (first, _) = run(now);
    let hours = |hours: i64| now + jiff::SignedDuration::from_hours(hours);
    assert_eq!(run(hours(24)), (first.clone(), vec!["/gone".to_owned()]));
    let (again, paths) = run(hours(24 * 8));
    assert_eq!(again, first);
    assert!(paths.contains(&"/fine".to_owned()), "old news is asked again");
    std::fs::write(&file, "{").unwrap();
    assert_eq!(run(hours(24 * 8)).0, first, "a damaged file says nothing");
}

#[test]
fn one_host_is_asked_one_thing_at_a_time() {
    let (origin, seen, _runtime) = server();
    let addresses: BTreeSet<String> =
        (0..4).map(|number| format!("{origin}/fine?{number}")).collect();
    let pause = Duration::from_millis(60);
    let manners = Manners { pause, ..QUICK };
    ask(&addresses, &mut Memory::none(), Timestamp::UNIX_EPOCH, manners, "test", &|_, _| {})
        .unwrap();
    let asked = seen.asked.lock().unwrap();
    let times: Vec<Instant> = asked.iter().map(|(.., at)| *at).collect();
    assert_eq!(times.len(), 4);
    for pair in times.windows(2) {
        assert!(pair[1] - pair[0] >= pause, "{:?}", pair[1] - pair[0]);
    }
}
