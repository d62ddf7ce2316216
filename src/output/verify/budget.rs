//! How heavy a page may be, measured as hosts send it.
//!
//! In: a file's bytes. Out: its size in Brotli (RFC 7932) where that is over the budget. Promise:
//! what is small anyway is not compressed at all; the level is one that hosts use on the fly.

use std::io::Write;

/// The most that the HTML of a page may be.
pub(super) const HTML: usize = 25 * 1024;
/// Markup shrinks to a third at the very least: what is no larger than this is within the budget.
pub(crate) const HEAVY_AT_LEAST: usize = HTML * 3;
/// The most that the style sheets of a page may be together.
pub(super) const STYLES: usize = 14 * 1024;
/// The most that the scripts of a page may be together.
pub(super) const SCRIPTS: usize = 12 * 1024;

/// The level that hosts compress at while a reader waits, of those that give most for least.
const LEVEL: u32 = 4;
/// A window that holds any page within the budget.
const WINDOW: u32 = 18;

/// The compressed size of a page that is over the budget.
pub(super) fn over_html(bytes: &[u8]) -> Option<usize> {
    if bytes.len() <= HEAVY_AT_LEAST {
        return None;
    }
    Some(compressed(bytes)).filter(|size| *size > HTML)
}

/// How many bytes a host sends.
pub(super) fn compressed(bytes: &[u8]) -> usize {
    let mut writer = brotli::CompressorWriter::new(Count(0), 4096, LEVEL, WINDOW);
    // A counter takes all.
    let _ = writer.write_all(bytes);
    writer.into_inner().0
}

/// Counts what is written.
struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_itself_is_light() {
        let row = "<li><a href=\"/th/spaces/library/\">หอสมุด</a></li>\n";
        assert_eq!(over_html(row.repeat(5_000).as_bytes()), None);
        let mut noise = String::new();
        let mut digest = blake3::hash(b"noise");
        while noise.len() < 4 * HTML {
            noise.push_str(&digest.to_hex());
            digest = blake3::hash(digest.as_bytes());
        }
        assert!(over_html(noise.as_bytes()).is_some_and(|size| size > HTML));
    }
}
