//! `nakhon`: a static site generator for the bilingual directory of a learning city.
//!
//! Data flows one way, and a module knows only what stands above it in this list:
//!
//! 1. [`source`]: files, and where each thing stands in them;
//! 2. [`diagnostic`]: the vocabulary of findings;
//! 3. [`syntax`]: YAML and front matter with a place for every value;
//! 4. [`language`]: messages, formats, collation, word breaks, normalisation;
//! 5. [`model`]: values that are right by construction.

pub mod diagnostic;
pub mod language;
pub mod model;
pub mod source;
pub mod syntax;
