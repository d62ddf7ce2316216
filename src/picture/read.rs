//! What a file is, told by its first bytes.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{AnimationDecoder, ImageDecoder, ImageFormat, ImageReader};

use super::vector;

/// What a file of the content is, as far as pictures go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture of pixels that does not move.
    Still(Still),
    /// A picture of pixels that moves, of this width and height.
    Moving(u32, u32),
    /// A drawing (SVG), of this width and height where it states them.
    Vector(Option<(u32, u32)>),
    /// No picture: a document to read, or a format that is not shown.
    Other,
}

/// A picture of pixels that does not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Still {
    /// Its width once it stands upright, in pixels.
    pub width: u32,
    /// Its height once it stands upright, in pixels.
    pub height: u32,
    /// Whether its pixels may be transparent.
    pub transparent: bool,
}

/// Reads what a file is from its header; pixels are left alone. `name` tells drawings, whose text
/// has no first bytes of its own.
pub fn read(name: &str, bytes: &[u8]) -> Kind {
    if is_vector(name) {
        return Kind::Vector(vector::size(bytes));
    }
    read_pixels(bytes).unwrap_or(Kind::Other)
}

/// Whether a file is a drawing, by its ending.
pub fn is_vector(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"))
}

fn read_pixels(bytes: &[u8]) -> Option<Kind> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let format = reader.format()?;
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return None;
    }
    if moves(format, bytes) {
        return Some(Kind::Moving(width, height));
    }
    let turned = turns(decoder.orientation().ok()?);
    let (width, height) = if turned { (height, width) } else { (width, height) };
    let transparent = decoder.color_type().has_alpha();
    Some(Kind::Still(Still { width, height, transparent }))
}

/// Whether a camera that was held this way gives width for height.
pub(super) fn turns(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn moves(format: ImageFormat, bytes: &[u8]) -> bool {
    let bytes = Cursor::new(bytes);
    match format {
        ImageFormat::Gif => {
            GifDecoder::new(bytes).is_ok_and(|gif| gif.into_frames().take(2).count() > 1)
        }
        ImageFormat::Png => {
            PngDecoder::new(bytes).is_ok_and(|png| png.is_apng().unwrap_or_default())
        }
        ImageFormat::WebP => WebPDecoder::new(bytes).is_ok_and(|webp| webp.has_animation()),
        _ => false,
    }
}
