//! The program as its users meet it: the real binary, in a folder of its own, with a fixed day.
//!
//! One binary for all of it, because linking is what integration tests spend their time on.

mod again;
mod authoring;
mod bad;
mod build;
mod good;
mod guide;
mod injection;
mod languages;
mod odd;
mod publishing;
mod serve;
mod sheets;
mod shown;
mod status;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
mod tidy;
