//! The command `nakhon`.
fn main() {}
