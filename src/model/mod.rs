//! The directory as types.
//!
//! In: text that the stages above have read. Out: types that cannot hold what the content format
//! refuses. Promise: nothing here reads a file, a clock or a place in a file; a constructor that
//! refuses says so as a [`Problem`](crate::diagnostic::Problem), and its caller adds the place.

pub mod value;
