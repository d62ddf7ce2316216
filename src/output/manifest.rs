//! What a published tree consists of, as the tree itself says.
//!
//! The file [`MARKER`] at the root of a tree says that this program wrote it, and lists every other
//! file with its size and BLAKE3 digest. It is what lets a build replace the folder, the next one
//! tell what changed, and a publication send only that.
//!
//! The first line is the program and its version; each further line `DIGEST SIZE PATH`, sorted by
//! path. Promise: what is written is read back the same; anything else is no manifest.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// The file that says a folder was written by this program and may be replaced.
pub const MARKER: &str = ".nakhon";

/// The first word of every manifest.
const PROGRAM: &str = concat!(env!("CARGO_PKG_NAME"), " ");

/// One file's bytes, told without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// How many bytes.
    pub size: u64,
    /// Their digest.
    pub digest: blake3::Hash,
}

impl Fingerprint {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, digest: blake3::hash(bytes) }
    }
}

/// Every file of a tree but the manifest, by path with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The files.
    pub files: BTreeMap<String, Fingerprint>,
}

impl Manifest {
    /// The manifest of a published folder; nothing where this program did not write it.
    pub fn read(folder: &Path) -> io::Result<Option<Self>> {
        match fs::read_to_string(folder.join(MARKER)) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads what [`Manifest::text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        lines.next()?.strip_prefix(PROGRAM)?;
        let files = lines.map(|line| {
            let mut parts = line.splitn(3, ' ');
            let digest = blake3::Hash::from_hex(parts.next()?).ok()?;
            let size = parts.next()?.parse().ok()?;
            Some((parts.next()?.to_owned(), Fingerprint { size, digest }))
        });
        Some(Self { files: files.collect::<Option<_>>()? })
    }

    /// The file's text.
    pub fn text(&self) -> String {
        let mut text = format!("{PROGRAM}{}\n", env!("CARGO_PKG_VERSION"));
        for (path, Fingerprint { size, digest }) in &self.files {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{} {size} {path}", digest.to_hex());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let names = ["th/index.html", "assets/ชื่อ ยาว.png", ".nojekyll"];
        let of = |name: &&str| ((*name).to_owned(), Fingerprint::of(name.as_bytes()));
        let manifest = Manifest { files: names.iter().map(of).collect() };
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
    }

    #[test]
    fn anything_else_is_none() {
        let digest = blake3::hash(b"").to_hex();
        for text in [
            "",
            "hugo 0.1\n",
            "nakhon 0.1.0\nx 1 a\n",
            &format!("nakhon 0.1.0\n{digest} 1\n"),
            &format!("nakhon 0.1.0\n{digest} -1 a\n"),
        ] {
            assert_eq!(Manifest::parse(text), None, "{text}");
        }
    }
}
