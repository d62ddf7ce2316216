//! `nakhon serve`: the site on this computer.

use std::net::IpAddr;
use std::process::ExitCode;

use super::{Common, FAULT};

pub(super) fn run(_: &Common, _: Option<u16>, _: Option<IpAddr>) -> ExitCode {
    ExitCode::from(FAULT)
}
