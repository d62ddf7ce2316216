//! The local web server that shows the built site to those who edit it.
//!
//! In: a [`Snapshot`] of the site's files, held by [`Shown`] and exchanged as a whole. Out: HTTP
//! on one address, and a word to every open page when there is something new. Promise: what is
//! sent is what the snapshot holds, never a file from disk; a page of another site, under whatever
//! name it reaches this server, reads nothing; nothing is printed here.
//!
//! [`watch()`] stands beside it: it tells what changed on disk and knows nothing of the server.

mod desk;
mod guard;
mod http;
mod overlay;
mod phone;
mod prints;
mod reload;
mod shown;
mod watch;

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

pub use desk::StatusDesk;
pub use http::{Reply, respond};
pub use overlay::{Overlay, place};
pub use phone::{code, seen_from_outside};
pub use shown::{Current, Desk, Files, Shown, Snapshot, Version};
pub use watch::{Watch, WatchError, watch};

/// The port that is tried first.
pub const DEFAULT_PORT: u16 = 8000;

/// How many further ports are tried when the first is taken and nobody asked for it.
pub const FURTHER_PORTS: u16 = 20;

/// How many pages may listen for news at a time.
const LISTENERS: usize = 256;

/// How long the head of a request may take, and how long a connection may stay open without one: who
/// says nothing takes no handle from those who do.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long to wait where no connection could be taken, as when too many are open.
const PAUSE: Duration = Duration::from_millis(100);

/// Where to serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The address to listen on; anything but loopback shows the site to the network.
    pub host: IpAddr,
    /// The port to try first; 0 takes any.
    pub port: u16,
    /// Whether somebody asked for this very port, so that no other will do.
    pub port_given: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { host: Ipv4Addr::LOCALHOST.into(), port: DEFAULT_PORT, port_given: false }
    }
}

/// Why the site cannot be served. Each has the operating system's own reason as its source.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port that was asked for is taken, or all of those that were tried.
    #[error("no free port from {first} to {last} on {host}")]
    PortTaken {
        /// The address to listen on.
        host: IpAddr,
        /// The first port tried.
        first: u16,
        /// The last, the same where only one would do.
        last: u16,
        /// What the system said of the last.
        source: io::Error,
    },
    /// The address is not ours to listen on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The server listened and then could not go on.
    #[error("the server stopped")]
    Stopped {
        /// What the system said.
        source: io::Error,
    },
}

/// Serves what is shown until the future is dropped. `on_ready` is told the address once requests
/// are taken; its port is not the wanted one where that was taken.
pub async fn serve(
    options: Options,
    shown: Arc<Shown>,
    on_ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let listener = bind(options).await?;
    let bound = listener.local_addr().map_err(|source| ServeError::Stopped { source })?;
    on_ready(bound);
    match accept(listener, bound, shown, Limits { listeners: LISTENERS, patience: PATIENCE }).await {}
}

/// The first free port of those that may be taken.
async fn bind(options: Options) -> Result<TcpListener, ServeError> {
    let Options { host, port: first, port_given } = options;
    let further = if port_given || first == 0 { 0 } else { FURTHER_PORTS };
    let last = first.saturating_add(further);
    let mut address = SocketAddr::new(host, first);
    loop {
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(source) if source.kind() != io::ErrorKind::AddrInUse => {
                return Err(ServeError::Listen { address, source });
            }
            Err(source) if address.port() == last => {
                return Err(ServeError::PortTaken { host, first, last, source });
            }
            Err(_) => address.set_port(address.port() + 1),
        }
    }
}

/// What every request is answered from.
struct Server {
    bound: IpAddr,
    shown: Arc<Shown>,
    listeners: Arc<Semaphore>,
}

/// What strangers may take.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// How many pages may listen for news at a time.
    listeners: usize,
    /// How long the head of a request may take.
    patience: Duration,
}

async fn accept(
    listener: TcpListener,
    bound: SocketAddr,
    shown: Arc<Shown>,
    limits: Limits,
) -> Infallible {
    let listeners = Arc::new(Semaphore::new(limits.listeners));
    let server = Server { bound: bound.ip(), shown, listeners };
    let router = Router::new().fallback(answer).with_state(Arc::new(server));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.patience)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        // How a stranger's connection ends is nothing to tell anybody.
        tokio::spawn(connection);
    }
}

async fn answer(State(server): State<Arc<Server>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let (current, bound) = (server.shown.current(), server.bound);
    // A page may have to be made first, which is no work for a thread that others wait for.
    let reply = tokio::task::spawn_blocking(move || respond(&current, bound, &parts)).await;
    match reply {
        Ok(Reply::Whole(response)) => response,
        Ok(Reply::Events) => reload::events(&server.shown, &server.listeners),
        Err(_) => http::refuse(StatusCode::INTERNAL_SERVER_ERROR),
    }
}
