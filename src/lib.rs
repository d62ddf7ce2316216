//! `nakhon`
pub mod diagnostic;
pub mod language;
pub mod serve;
pub mod source;
pub mod syntax;
