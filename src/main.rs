//! The command `nakhon`: see [`nakhon::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    nakhon::cli::run()
}
