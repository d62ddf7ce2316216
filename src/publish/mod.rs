//! A built tree to a store: S3 and what speaks like it, Google Cloud Storage, Azure, a folder.
//!
//! In: a folder that `nakhon build` made and an address. Out: the same tree at that address, and
//! nothing that an earlier publication left there. Promise:
//!
//! - only what changed is sent; files that pages need go before the pages, deletions come last, so
//!   that a reader never meets a page whose style sheet is not there yet;
//! - a publication that is cut off is taken up where it stopped, because the store itself keeps the
//!   list of what is there (`ledger`);
//! - a folder that was not built whole, or was changed since, is refused before anything is sent;
//!   files that no publication of ours put there are never overwritten or deleted;
//! - what the environment says about credentials is never told.

mod destination;
mod ledger;
mod plan;
mod transfer;
mod tree;

pub use destination::Destination;
pub use plan::{Limit, Plan, Step};
pub use transfer::{Report, publish};
pub use tree::Tree;

use std::path::PathBuf;

/// Why a tree is not published. What the operator can mend.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Not an address of a store.
    #[error("{0}")]
    Address(String),
    /// An address that holds credentials.
    #[error("credentials in an address")]
    CredentialsInAddress,
    /// The environment lacks what the store asks for: one of these.
    #[error("{}", .0.join(", "))]
    NoCredentials(&'static [&'static str]),
    /// The folder was not built by this program, or not whole.
    #[error("{}", .0.display())]
    NotBuilt(PathBuf),
    /// The folder was changed since it was built.
    #[error("{path} in {}", folder.display())]
    Altered {
        /// The folder.
        folder: PathBuf,
        /// The first file that differs.
        path: String,
        /// How many differ.
        count: usize,
    },
    /// The destination lies in the tree or the tree in the destination.
    #[error("{}", .0.display())]
    Overlap(PathBuf),
    /// The destination holds files of someone else's.
    #[error("{0}")]
    Foreign(String),
    /// More would be deleted than was allowed.
    #[error("{count} > {limit}")]
    TooManyDeletions {
        /// How many files.
        count: usize,
        /// How many were allowed.
        limit: usize,
    },
    /// A file of the tree cannot be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The store refuses, or cannot be reached.
    #[error("{reason}")]
    Store {
        /// In the store's words, without secrets.
        reason: String,
    },
}
