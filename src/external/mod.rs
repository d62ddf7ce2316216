//! Links to other sites, asked.
//!
//! In: addresses, what earlier runs heard ([`Memory`]), and the clock. Out: for each address what
//! came of it ([`Heard`]). Promise: one question at a time to a host, with a pause between two; an
//! address is asked for its head first and for its whole only where the head is refused; what says
//! nothing about the page (too many questions, no entry for robots) is not held against it; good
//! news is believed for a while, bad news is asked about again the next time.

mod ask;
mod memory;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use url::Url;

pub use memory::Memory;

use self::ask::Client;

/// What came of asking for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is there, or nobody can say that it is not.
    Fine,
    /// It has moved for good; this is where to.
    Moved(String),
    /// It is not there any more: the status that says so.
    Gone(u16),
    /// Nothing came back in any attempt, for this reason.
    Silent(String),
}

/// How to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manners {
    /// How long one answer may take.
    pub timeout: Duration,
    /// How often a question is put again when no answer comes, or the host has a fault.
    pub retries: u32,
    /// The pause between two questions to one host; twice as long before each retry.
    pub pause: Duration,
    /// How many hosts are asked at once.
    pub hosts: usize,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(20),
            retries: 2,
            pause: Duration::from_secs(1),
            hosts: 8,
        }
    }
}

/// Asks for every address that memory has no fresh news of. `agent` is the name to ask by;
/// `progress` hears how many of how many are done.
pub fn ask(
    addresses: &BTreeSet<String>,
    memory: &mut Memory,
    now: Timestamp,
    manners: Manners,
    agent: &str,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> std::io::Result<BTreeMap<String, Heard>> {
    // Another part of the program may have chosen it before: it is the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let client = Client::new(manners, agent).map_err(std::io::Error::other)?;
    let mut heard = BTreeMap::new();
    let mut hosts: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for address in addresses {
        match memory.fresh(address, now) {
            Some(news) => {
                heard.insert(address.clone(), news);
            }
            None => hosts.entry(host(address)).or_default().push(address),
        }
    }
    let total = addresses.len();
    progress(heard.len(), total);
    runtime.block_on(async {
        let asked =
            stream::iter(hosts.into_values()).flat_map_unordered(manners.hosts, |addresses| {
                let client = &client;
                let questions = stream::iter(addresses.into_iter().enumerate());
                Box::pin(questions.then(move |(number, address)| async move {
                    if number > 0 {
                        tokio::time::sleep(manners.pause).await;
                    }
                    (address.clone(), client.ask(address).await)
                }))
            });
        let mut asked = Box::pin(asked);
        while let Some((address, news)) = asked.next().await {
            memory.note(&address, &news, now);
            heard.insert(address, news);
            progress(heard.len(), total);
        }
    });
    Ok(heard)
}

fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
