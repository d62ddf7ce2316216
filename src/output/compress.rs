//! Compressed siblings: `index.html.br` and `index.html.gz` beside `index.html`.
//!
//! In: the files of a tree. Out: the same, and for each text a sibling in each coding (Brotli,
//! RFC 7932; gzip, RFC 1952), for web servers that send one as it is. Promise: the same bytes on
//! every machine (no name, no clock); a sibling only where it is smaller; through the cache, so
//! that only what changed is compressed again.

use std::convert::Infallible;
use std::io::{self, Write};

use super::{OutputError, Sink};
use crate::cache::{Cache, Key};
use crate::export::kind;

/// Brotli's level for what is compressed once and kept for a year.
const LASTING: u32 = 11;
/// Brotli's level for pages: as small within a few percent, and twenty times as fast.
const PASSING: u32 = 9;
/// The window that every browser accepts.
const WINDOW: u32 = 22;
/// Fewer bytes than this fit into one packet anyway.
const SMALL: usize = 512;

/// Adds siblings to what passes.
#[derive(Debug)]
pub struct Compressor<'s, S> {
    inner: &'s S,
    cache: &'s Cache,
}

impl<'s, S: Sink> Compressor<'s, S> {
    /// Stands in front of `inner`.
    pub fn new(inner: &'s S, cache: &'s Cache) -> Self {
        Self { inner, cache }
    }

    fn sibling(&self, coding: &str, path: &str, bytes: &[u8]) -> Vec<u8> {
        let level = if kind::cache_control(path) == kind::IMMUTABLE { LASTING } else { PASSING };
        let key = Key::new(coding).with(&level.to_le_bytes()).with(bytes);
        let made = self.cache.get_or_make(&key, || {
            let made = if coding == "br" { brotli(bytes, level) } else { gzip(bytes) };
            // A buffer takes all; an empty result is no smaller file and is left out.
            Ok::<_, Infallible>(made.unwrap_or_default())
        });
        made.unwrap_or_else(|never| match never {})
    }
}

impl<S: Sink> Sink for Compressor<'_, S> {
    fn keep(&self, path: &str) -> Result<bool, OutputError> {
        for (suffix, _) in kind::CODINGS {
            self.inner.keep(&format!("{path}{suffix}"))?;
        }
        self.inner.keep(path)
    }

    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), OutputError> {
        if kind::is_text(path) && bytes.len() >= SMALL {
            for (suffix, coding) in kind::CODINGS {
                let sibling = self.sibling(coding, path, &bytes);
                if !sibling.is_empty() && sibling.len() < bytes.len() {
                    self.inner.put(&format!("{path}{suffix}"), sibling)?;
                }
            }
        }
        self.inner.put(path, bytes)
    }
}

fn brotli(bytes: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, level, WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // The header's time stays 0 and its system "unknown".
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::output::MemoryTree;

    #[test]
    fn siblings_hold_the_same_and_are_smaller() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path());
        let text = "หอสมุดแห่งเมือง เปิดทุกวัน\n".repeat(200);
        let build = || {
            let tree = MemoryTree::default();
            let compressor = Compressor::new(&tree, &cache);
            compressor.put("th/index.html", text.clone().into()).unwrap();
            compressor.put("a.png", vec![0; 4096]).unwrap();
            compressor.put("short.txt", b"short".to_vec()).unwrap();
            tree.into_files()
        };
        let tree = build();
        let names: Vec<&str> = tree.keys().map(String::as_str).collect();
        let page = "th/index.html";
        assert_eq!(names, ["a.png", "short.txt", page, "th/index.html.br", "th/index.html.gz"]);
        let mut plain = String::new();
        brotli::Decompressor::new(&tree["th/index.html.br"][..], 4096)
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(&tree["th/index.html.gz"][..])
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
        assert_eq!(tree["th/index.html.gz"][4..8], [0; 4], "no clock");
        assert_eq!(build(), tree, "from the cache too");
    }

    #[test]
    fn what_does_not_shrink_has_none() {
        let tree = MemoryTree::default();
        let mut noise = String::new();
        for number in 0..40_u32 {
            let digest = blake3::hash(&number.to_le_bytes());
            noise.extend(digest.as_bytes().iter().map(|byte| char::from(byte % 94 + 33)));
        }
        Compressor::new(&tree, &Cache::off()).put("a.txt", noise.clone().into()).unwrap();
        for (path, bytes) in tree.into_files() {
            assert!(path == "a.txt" || bytes.len() < noise.len(), "{path}");
        }
    }
}
