//! The command `nakhon`: see [`nakhon::cli`].

use std::process::ExitCode;

/// Pages are made of many small strings, on every thread at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    nakhon::cli::run()
}
