//! `nakhon check --external`: links to other sites, asked, as findings.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use super::console::{Console, Progress, number, text};
use super::{Common, FAULT};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Problem};
use crate::external::{self, Heard, Manners, Memory};
use crate::tree::{Places, Tree};

/// Asks for every address, each given with the file of a page that names it. What was heard of
/// them before is kept beside what else is kept between builds.
pub(super) fn findings(
    common: &Common,
    console: &Console,
    tree: &Tree,
    foreign: &BTreeMap<String, String>,
) -> Result<Vec<Diagnostic>, ExitCode> {
    let now = common.request().now;
    let file = common.cache.as_ref().map(|folder| common.root.join(folder).join("links.json"));
    let mut memory = file.map_or_else(Memory::none, Memory::at);
    let addresses: BTreeSet<String> = foreign.keys().map(|it| asked(it).to_owned()).collect();
    let agent = format!(
        "{}/{} (+{})",
        env!("CARGO_PKG_NAME"),
        env!("CARGO_PKG_VERSION"),
        tree.project().base.absolute("")
    );
    let progress = Progress::labelled(console, "cli-external-asking");
    let heard =
        external::ask(&addresses, &mut memory, now, Manners::default(), &agent, &|done, of| {
            progress.at(done, of);
        });
    progress.done();
    let heard = heard.map_err(|error| {
        console.fail("cli-internal", &[("reason", text(error.to_string()))]);
        ExitCode::from(FAULT)
    })?;
    if let Err(error) = memory.save(now) {
        let folder = common.cache.clone().unwrap_or_default().display().to_string();
        console.fail(
            "cli-cannot-write",
            &[("path", text(folder)), ("reason", console.reason(&error))],
        );
    }
    if heard.values().all(|heard| *heard == Heard::Fine) {
        console.say("cli-external-clean", &[("links", number(heard.len()))]);
    }
    let mut out = Diagnostics::default();
    let spelled = foreign.keys().flat_map(|address| [address.as_str(), without_end(address)]);
    let places = Places::new(tree, spelled.collect::<BTreeSet<&str>>());
    for (address, file) in foreign {
        let Some(problem) = heard.get(asked(address)).and_then(|heard| problem(address, heard))
        else {
            continue;
        };
        let place = places.written(address).or_else(|| places.written(without_end(address)));
        out.push(problem.at(place.unwrap_or_else(|| places.of(file))));
    }
    Ok(out.into_sorted())
}

/// The address as some write it: without the slash at its end.
fn without_end(address: &str) -> &str {
    address.trim_end_matches('/')
}

/// The address without its fragment, which no server hears of.
fn asked(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

fn problem(address: &str, heard: &Heard) -> Option<Problem> {
    Some(match heard {
        Heard::Fine => return None,
        Heard::Moved(to) => {
            Problem::new(Code::ExternalMoved).text("address", address).suggest(to.clone())
        }
        Heard::Gone(status) => Problem::new(Code::ExternalGone)
            .text("address", address)
            .text("status", status.to_string()),
        Heard::Silent(reason) => {
            Problem::new(Code::ExternalSilent).text("address", address).text("reason", reason)
        }
    })
}
