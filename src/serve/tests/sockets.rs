//! The server through real sockets, spoken to by hand.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;

use super::{site, snapshot};
use crate::serve::{FURTHER_PORTS, Limits, Options, ServeError, Shown, accept, bind, serve};

/// How long a test waits for what has to come; only a failing one waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server on a port of its own, for as long as it is held.
struct Running {
    address: SocketAddr,
    shown: Arc<Shown>,
    _runtime: Runtime,
}

impl Running {
    fn start(listeners: usize) -> Self {
        Self::start_within(Limits { listeners, patience: PATIENCE })
    }

    fn start_within(limits: Limits) -> Self {
        let runtime = Runtime::new().unwrap();
        let options = Options { port: 0, ..Options::default() };
        let listener = runtime.block_on(bind(options)).unwrap();
        let address = listener.local_addr().unwrap();
        let shown = Arc::new(Shown::new(site()));
        runtime.spawn(accept(listener, address, Arc::clone(&shown), limits));
        Self { address, shown, _runtime: runtime }
    }

    fn send(&self, head: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "{head}\r\n\r\n").unwrap();
        stream
    }

    /// The whole response to a request line, sent to `host`.
    fn response(&self, line: &str, host: &str) -> String {
        let head = format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close");
        let mut response = String::new();
        self.send(&head).read_to_string(&mut response).unwrap();
        response
    }

    fn listen(&self) -> BufReader<TcpStream> {
        let line = "GET /directory/_nakhon/events HTTP/1.1\r\nHost: localhost";
        BufReader::new(self.send(line))
    }
}

/// The next version that a page hears of.
fn next_version(stream: &mut BufReader<TcpStream>) -> String {
    let mut line = String::new();
    loop {
        line.clear();
        assert_ne!(stream.read_line(&mut line).unwrap(), 0, "the stream ended");
        if let Some(version) = line.strip_prefix("data: ") {
            return version.trim_end().to_owned();
        }
    }
}

#[test]
fn sockets_are_answered_like_the_table() {
    let server = Running::start(1);
    let host = server.address.to_string();
    let page = server.response("GET /directory/th/", &host);
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.contains("บ้าน"), "{page}");
    let head = server.response("HEAD /directory/th/", &host);
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    let length = |response: &str| {
        let line = response.lines().find(|line| line.starts_with("content-length"));
        line.map(ToOwned::to_owned)
    };
    assert_eq!(length(&head), length(&page));

    for path in ["/directory/../../etc/passwd", "/directory/%2e%2e/x", "/directory/..%5cx"] {
        let refused = server.response(&format!("GET {path}"), &host);
        assert!(refused.starts_with("HTTP/1.1 400 "), "{path}: {refused}");
    }
    for path in ["/directory/", "/directory/_nakhon/events"] {
        let foreign = server.response(&format!("GET {path}"), "evil.example");
        assert!(foreign.starts_with("HTTP/1.1 421 "), "{foreign}");
        assert!(!foreign.contains("door"));
    }
    let absolute = server.response("GET http://evil.example/directory/", &host);
    assert!(absolute.starts_with("HTTP/1.1 421 "), "{absolute}");
    let post = server.response("POST /directory/", &host);
    assert!(post.starts_with("HTTP/1.1 405 ") && post.contains("allow: GET, HEAD"), "{post}");
}

#[test]
fn open_pages_hear_of_every_replacement() {
    let server = Running::start(2);
    let mut pages = [server.listen(), server.listen()];
    let first = server.shown.current().version.to_string();
    assert!(pages.iter_mut().all(|page| next_version(page) == first));
    assert!(server.shown.replace(snapshot("/directory/", &[])));
    let second = server.shown.current().version.to_string();
    assert_ne!(first, second);
    assert!(pages.iter_mut().all(|page| next_version(page) == second));
}

#[test]
fn too_many_listeners_are_refused_until_one_leaves() {
    let server = Running::start(1);
    let mut page = server.listen();
    next_version(&mut page);
    let events = || server.response("GET /directory/_nakhon/events", "localhost");
    let refused = events();
    assert!(refused.starts_with("HTTP/1.1 503 "), "{refused}");
    drop(page);
    let limit = Instant::now() + PATIENCE;
    loop {
        let mut page = server.listen();
        let mut status = String::new();
        page.read_line(&mut status).unwrap();
        if status.starts_with("HTTP/1.1 200 ") {
            break;
        }
        assert!(Instant::now() < limit, "{status}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn who_says_nothing_is_given_up_and_who_sends_too_much_is_refused() {
    let limits = Limits { listeners: 1, patience: Duration::from_millis(50) };
    let server = Running::start_within(limits);
    let slow: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address).unwrap();
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nHost: local").unwrap();
            stream
        })
        .collect();
    for mut stream in slow {
        let mut rest = Vec::new();
        // Ended or cut off, but not left waiting.
        let end = stream.read_to_end(&mut rest).map_err(|error| error.kind());
        assert!(!matches!(end, Err(ErrorKind::WouldBlock | ErrorKind::TimedOut)), "{end:?}");
    }
    let server = Running::start(1);
    let long = format!("GET /{}", "a".repeat(100_000));
    assert!(server.response(&long, "localhost").starts_with("HTTP/1.1 414 "));
    let many = format!("localhost{}", "\r\nX: a".repeat(500));
    assert!(server.response("GET /", &many).starts_with("HTTP/1.1 431 "));
}

#[test]
fn a_taken_port_gives_way_unless_it_was_asked_for() {
    let runtime = Runtime::new().unwrap();
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let options = Options { port, ..Options::default() };
    // A port near the end of all ports may have none after it.
    if let Ok(other) = runtime.block_on(bind(options)) {
        let other = other.local_addr().unwrap().port();
        assert!(other > port && other <= port.saturating_add(FURTHER_PORTS));
    }
    let options = Options { port_given: true, ..options };
    let shown = Arc::new(Shown::new(site()));
    let error = runtime.block_on(serve(options, shown, |_| panic!("ready"))).unwrap_err();
    let ServeError::PortTaken { first, last, source, .. } = error else { panic!("{error}") };
    assert_eq!((first, last, source.kind()), (port, port, ErrorKind::AddrInUse));
}

#[test]
fn an_address_of_another_machine_is_an_error() {
    let host = "192.0.2.1".parse().unwrap();
    let error = Runtime::new().unwrap().block_on(bind(Options { host, ..Options::default() }));
    assert!(matches!(error, Err(ServeError::Listen { .. })));
}

#[test]
fn serving_tells_its_address_and_ends_when_dropped() {
    let runtime = Runtime::new().unwrap();
    let (ready, address) = std::sync::mpsc::channel();
    let task = runtime.spawn(serve(
        Options { port: 0, ..Options::default() },
        Arc::new(Shown::new(site())),
        move |address| ready.send(address).unwrap(),
    ));
    let address = address.recv_timeout(PATIENCE).unwrap();
    assert!(address.ip().is_loopback() && address.port() != 0);
    assert!(TcpStream::connect(address).is_ok());
    task.abort();
    assert!(runtime.block_on(task).unwrap_err().is_cancelled());
    assert!(TcpListener::bind(address).is_ok());
}
