//! Which forms of a picture are published.

use std::fmt;

use super::Still;

/// Widths in pixels: a mark or a thumb on a plain screen, then on a sharp one, a phone, a sharp
/// phone, a sharp large screen.
const WIDTHS: [u32; 5] = [160, 320, 640, 1024, 1600];

/// The widest form for those that read no WebP: old browsers, previews in chats, search engines.
const FALLBACK: u32 = 1200;

/// Counts up when the same picture would be made differently, so that its address changes.
const EDITION: u8 = 1;

/// How a form is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// WebP, what every browser of today reads.
    WebP,
    /// JPEG, for what is opaque.
    Jpeg,
    /// PNG, for what is transparent.
    Png,
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// One form of a picture: what is made from a file besides its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipe {
    /// Its width, in pixels.
    pub width: u32,
    /// Its height, in pixels.
    pub height: u32,
    /// How it is encoded.
    pub format: Format,
}

impl Recipe {
    /// The WebP forms of a picture, narrowest first. None is wider than the picture.
    pub fn sizes(still: Still) -> Vec<Self> {
        let widest = WIDTHS[WIDTHS.len() - 1].min(still.width);
        let widths = WIDTHS.into_iter().filter(|width| *width < widest).chain([widest]);
        widths.map(|width| Self::of(still, width, Format::WebP)).collect()
    }

    /// The one form for those that read no WebP.
    pub fn fallback(still: Still) -> Self {
        let format = if still.transparent { Format::Png } else { Format::Jpeg };
        Self::of(still, FALLBACK.min(still.width), format)
    }

    fn of(still: Still, width: u32, format: Format) -> Self {
        // Half up; a height of 32 bits cannot overflow the product of two.
        let height = (u64::from(still.height) * u64::from(width) * 2 + u64::from(still.width))
            / (u64::from(still.width) * 2);
        Self { width, height: u32::try_from(height).unwrap_or(u32::MAX).max(1), format }
    }
}

impl fmt::Display for Recipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{EDITION}/{}x{}.{}", self.width, self.height, self.format.ending())
    }
}
