//! A picture made smaller: decoded, brought to the colours of the web, resized, turned upright and
//! encoded without a word about where it came from.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::error::{EncodingError, ImageError, ImageFormatHint, ImageResult};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::read::turns;
use super::{Format, Recipe};

/// From 0 to 100; of both lossy formats.
const QUALITY: u8 = 80;

/// Pictures of more pixels are decoded one at a time: 24 megapixels are 72 MB.
const LARGE: u64 = 24_000_000;

/// Makes one form of a picture. Fails where the picture cannot be decoded to its end.
pub fn make(bytes: &[u8], recipe: Recipe) -> ImageResult<Vec<u8>> {
    let (mut picture, graphic) = resized(bytes, recipe)?;
    // What was transparent in name only is smaller without the channel.
    let opaque = picture.as_rgba8().is_some_and(|it| it.pixels().all(|pixel| pixel.0[3] == 255));
    if opaque || recipe.format == Format::Jpeg {
        picture = DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    match recipe.format {
        Format::WebP => webp(&picture, graphic),
        Format::Jpeg => {
            let mut out = Vec::new();
            JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&picture)?;
            Ok(out)
        }
        Format::Png => {
            let mut out = Vec::new();
            let encoder = PngEncoder::new_with_quality(
                &mut out,
                CompressionType::Default,
                PngFilter::Adaptive,
            );
            let colours = picture.color().into();
            encoder.write_image(picture.as_bytes(), picture.width(), picture.height(), colours)?;
            Ok(out)
        }
    }
}

/// The picture upright and in its new size, and whether it came in a format for graphics.
fn resized(bytes: &[u8], recipe: Recipe) -> ImageResult<(DynamicImage, bool)> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let graphic = matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Gif));
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let large = u64::from(width) * u64::from(height) > LARGE;
    let turn = large.then(|| ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner));
    let orientation = decoder.orientation()?;
    let profile = decoder.icc_profile()?;
    let picture = DynamicImage::from_decoder(decoder)?;
    let picture = if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    };
    let mut picture = resize(picture, recipe, orientation);
    drop(turn);
    if let Some(profile) = profile {
        to_srgb(&mut picture, &profile);
    }
    picture.apply_orientation(orientation);
    Ok((picture, graphic))
}

/// Resizes a picture that does not stand upright yet.
fn resize(picture: DynamicImage, recipe: Recipe, orientation: Orientation) -> DynamicImage {
    let (width, height) = if turns(orientation) {
        (recipe.height, recipe.width)
    } else {
        (recipe.width, recipe.height)
    };
    if (picture.width(), picture.height()) == (width, height) {
        return picture;
    }
    let mut smaller = DynamicImage::new(width, height, picture.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    match Resizer::new().resize(&picture, &mut smaller, &options) {
        Ok(()) => smaller,
        // Only layouts of pixels that were not asked for above; slower, and the same to the eye.
        Err(_) => picture.resize_exact(width, height, image::imageops::FilterType::Lanczos3),
    }
}

/// Brings wide colours (phones save Display P3) to sRGB, which is what a picture without a profile
/// is taken for. A profile that cannot be read, or is of other inks, is left out of account.
fn to_srgb(picture: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let layout = if picture.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, options) else {
        return;
    };
    let mut converted = vec![0; picture.as_bytes().len()];
    if transform.transform(picture.as_bytes(), &mut converted).is_err() {
        return;
    }
    match picture {
        DynamicImage::ImageRgba8(pixels) => pixels.copy_from_slice(&converted),
        DynamicImage::ImageRgb8(pixels) => pixels.copy_from_slice(&converted),
        _ => {}
    }
}

/// Lossy for photographs; for graphics the smaller of lossy and lossless.
fn webp(picture: &DynamicImage, graphic: bool) -> ImageResult<Vec<u8>> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, width, height),
        _ => return Err(refused("layout")),
    };
    let encode = |lossless| match encoder.encode_simple(lossless, f32::from(QUALITY)) {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(error) => Err(refused(&format!("{error:?}"))),
    };
    let lossy = encode(false)?;
    let lossless = if graphic { Some(encode(true)?) } else { None };
    Ok(lossless.filter(|bytes| bytes.len() <= lossy.len()).unwrap_or(lossy))
}

fn refused(reason: &str) -> ImageError {
    let hint = ImageFormatHint::Exact(ImageFormat::WebP);
    ImageError::Encoding(EncodingError::new(hint, reason.to_owned()))
}
