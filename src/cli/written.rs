//! Files that a command makes for people to go on with: never over one that is there.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use super::console::{Console, text};
use super::{CONTENT_HAS_ERRORS, FAULT};

/// Writes a new file and the folders above it, telling what stands in the way.
pub(super) fn create(
    console: &Console,
    root: &Path,
    path: &str,
    bytes: &[u8],
) -> Result<(), ExitCode> {
    let whole = root.join(path);
    let folder = whole.parent().map_or(Ok(()), fs::create_dir_all);
    let made =
        folder.and_then(|()| File::create_new(&whole)).and_then(|mut file| file.write_all(bytes));
    match made {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            console.fail("cli-file-exists", &[("path", text(path))]);
            Err(ExitCode::from(CONTENT_HAS_ERRORS))
        }
        Err(error) => Err(cannot(console, path, &error)),
    }
}

/// Writes a file that is made from others, so that the one before it is no loss.
pub(super) fn replace(
    console: &Console,
    root: &Path,
    path: &str,
    bytes: &[u8],
) -> Result<(), ExitCode> {
    let whole = root.join(path);
    let folder = whole.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(&whole, bytes)).map_err(|error| cannot(console, path, &error))
}

fn cannot(console: &Console, path: &str, error: &std::io::Error) -> ExitCode {
    let reason = ("reason", text(error.to_string()));
    console.fail("cli-cannot-write", &[("path", text(path)), reason]);
    ExitCode::from(FAULT)
}

/// JSON as people read it, with a line end.
pub(super) fn json(value: &serde_json::Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}
