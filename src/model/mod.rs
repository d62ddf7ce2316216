//! The directory as types.
