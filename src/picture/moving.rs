//! Moving pictures without what their editors and cameras noted in them.
//!
//! In: the bytes of a GIF, PNG or WebP that moves. Out: the same frames, bit by bit, in the same
//! format; comments, text, places, persons and unknown parts are left out. Promises: colours and
//! timing stay; what is cut short ends after its last whole part; nothing else is ever made longer.

use image::{ImageFormat, guess_format};

/// A moving picture as it is published.
pub fn without_notes(bytes: &[u8]) -> Vec<u8> {
    let cleaned = match guess_format(bytes) {
        Ok(ImageFormat::Gif) => gif(bytes),
        Ok(ImageFormat::Png) => png(bytes),
        Ok(ImageFormat::WebP) => webp(bytes),
        _ => None,
    };
    cleaned.unwrap_or_default()
}

/// `GIF89a`: a screen, then blocks, each told by its first byte.
fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    const EXTENSION: u8 = 0x21;
    const IMAGE: u8 = 0x2c;
    const CONTROL: u8 = 0xf9;
    const APPLICATION: u8 = 0xff;
    /// How often to begin again, in the words of two browsers.
    const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

    let mut rest = bytes;
    let head = take(&mut rest, 13)?;
    let mut out = head.to_vec();
    out.extend(take(&mut rest, colours(head[10]))?);
    loop {
        let block = rest;
        let kept = match take(&mut rest, 1).map(|kind| kind[0]) {
            Some(EXTENSION) => {
                let Some(label) = take(&mut rest, 1) else { break };
                let first = rest.get(1..12).unwrap_or_default();
                label[0] == CONTROL || label[0] == APPLICATION && LOOPS.contains(&first)
            }
            Some(IMAGE) => {
                let Some(place) = take(&mut rest, 9) else { break };
                // Its colours, and how long its codes are.
                if take(&mut rest, colours(place[8]) + 1).is_none() {
                    break;
                }
                true
            }
            _ => break,
        };
        if sub_blocks(&mut rest).is_none() {
            break;
        }
        if kept {
            out.extend(&block[..block.len() - rest.len()]);
        }
    }
    out.push(b';');
    Some(out)
}

/// The length of a table of colours, by the byte that tells of it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Goes past data in stretches, each after its length, up to the one of none.
fn sub_blocks(rest: &mut &[u8]) -> Option<()> {
    loop {
        match take(rest, 1)?[0] {
            0 => return Some(()),
            length => take(rest, usize::from(length))?,
        };
    }
}

/// PNG (third edition): chunks, each with its length, name and checksum.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    /// What a picture may have besides what every reader must know: how it looks and moves.
    const LOOKS: [&[u8]; 13] = [
        b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD",
        b"acTL", b"fcTL", b"fdAT",
    ];

    let mut rest = bytes;
    let mut out = take(&mut rest, 8)?.to_vec();
    loop {
        let chunk = rest;
        let Some(head) = take(&mut rest, 8) else { break };
        let length = u32::from_be_bytes(head[..4].try_into().ok()?);
        let whole = usize::try_from(length).ok()?.checked_add(4)?;
        if take(&mut rest, whole).is_none() {
            break;
        }
        let name = &head[4..];
        if name[0].is_ascii_uppercase() || LOOKS.contains(&name) {
            out.extend(&chunk[..chunk.len() - rest.len()]);
        }
        if name == b"IEND" {
            break;
        }
    }
    Some(out)
}

/// WebP (RFC 9649): chunks in a RIFF, each with its name and length, padded to even.
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const LOOKS: [&[u8]; 7] = [b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"];
    /// In the flags of `VP8X`: that there is Exif, that there is XMP.
    const NOTES: u8 = 0x08 | 0x04;

    let mut rest = bytes;
    let mut out = take(&mut rest, 12)?.to_vec();
    loop {
        let chunk = rest;
        let Some(head) = take(&mut rest, 8) else { break };
        let length = usize::try_from(u32::from_le_bytes(head[4..].try_into().ok()?)).ok()?;
        let padded = length.checked_add(length & 1)?;
        if take(&mut rest, padded).is_none() {
            break;
        }
        let name = &head[..4];
        if LOOKS.contains(&name) {
            let at = out.len();
            out.extend(&chunk[..chunk.len() - rest.len()]);
            if name == b"VP8X"
                && let Some(flags) = out.get_mut(at + 8)
            {
                *flags &= !NOTES;
            }
        }
    }
    let length = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Some(out)
}

/// The next so many bytes, which are gone past; nothing where there are fewer.
fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, after) = rest.split_at_checked(count)?;
    *rest = after;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::codecs::gif::{GifDecoder, GifEncoder, Repeat};
    use image::codecs::png::PngDecoder;
    use image::codecs::webp::WebPDecoder;
    use image::{AnimationDecoder, Delay, Frame, Frames, Rgba, RgbaImage};
    use proptest::prelude::*;

    use super::*;
    use crate::picture::{Kind, read};

    const NOTE: &[u8] = b"GPS 16.43 102.83";

    /// Two pictures, the second of another colour.
    fn pictures() -> [RgbaImage; 2] {
        [[200, 30, 30, 255], [30, 30, 200, 255]]
            .map(|colour| RgbaImage::from_pixel(8, 6, Rgba(colour)))
    }

    fn a_gif() -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = GifEncoder::new(&mut out);
        encoder.set_repeat(Repeat::Infinite).unwrap();
        let delay = Delay::from_numer_denom_ms(120, 1);
        encoder.encode_frames(pictures().map(|it| Frame::from_parts(it, 0, 0, delay))).unwrap();
        drop(encoder);
        // A comment before the first image and one after the last, and what an editor adds.
        let first = out.windows(3).position(|it| it == b"\x21\xf9\x04").unwrap();
        let mut comment = b"\x21\xfe\x10".to_vec();
        comment.extend(NOTE);
        comment.push(0);
        let mut xmp = b"\x21\xff\x0bXMP DataXMP\x10".to_vec();
        xmp.extend(NOTE);
        xmp.push(0);
        let end = out.len() - 1;
        out.splice(end..end, comment.clone());
        out.splice(first..first, [comment, xmp].concat());
        out.extend(NOTE);
        out
    }

    fn an_apng() -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, 8, 6);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_animated(2, 0).unwrap();
        encoder.set_frame_delay(12, 100).unwrap();
        encoder
            .add_text_chunk("Comment".to_owned(), String::from_utf8_lossy(NOTE).into_owned())
            .unwrap();
        let mut writer = encoder.write_header().unwrap();
        for picture in pictures() {
            writer.write_image_data(&picture).unwrap();
        }
        writer.finish().unwrap();
        out.extend(NOTE);
        out
    }

    fn a_webp() -> Vec<u8> {
        let mut config = webp::WebPConfig::new().unwrap();
        config.lossless = 1;
        let mut encoder = webp::AnimEncoder::new(8, 6, &config);
        let pictures = pictures();
        for (at, picture) in pictures.iter().enumerate() {
            let time = i32::try_from(at).unwrap() * 120;
            encoder.add_frame(webp::AnimFrame::from_rgba(picture, 8, 6, time));
        }
        let mut out = encoder.encode().to_vec();
        out.extend(b"EXIF\x10\0\0\0");
        out.extend(NOTE);
        out[20] |= 0x08;
        let length = u32::try_from(out.len() - 8).unwrap();
        out[4..8].copy_from_slice(&length.to_le_bytes());
        out
    }

    /// Every frame, and how long it stays.
    fn shown(bytes: &[u8]) -> Vec<(Vec<u8>, Delay)> {
        let bytes = Cursor::new(bytes);
        let frames: Frames<'_> = match guess_format(bytes.get_ref()).unwrap() {
            ImageFormat::Gif => GifDecoder::new(bytes).unwrap().into_frames(),
            ImageFormat::Png => PngDecoder::new(bytes).unwrap().apng().unwrap().into_frames(),
            _ => WebPDecoder::new(bytes).unwrap().into_frames(),
        };
        let frames = frames.map(|frame| frame.unwrap());
        frames.map(|frame| (frame.buffer().to_vec(), frame.delay())).collect()
    }

    #[test]
    fn it_moves_as_before_and_tells_nothing() {
        let noted = |bytes: &[u8]| bytes.windows(3).any(|it| it == b"GPS");
        for bytes in [a_gif(), an_apng(), a_webp()] {
            assert!(noted(&bytes));
            let out = without_notes(&bytes);
            assert!(!noted(&out));
            assert_eq!(read("a", &out), Kind::Moving(8, 6));
            assert_eq!(shown(&out), shown(&bytes));
            assert_eq!(shown(&out).len(), 2);
            assert_eq!(without_notes(&out), out);
        }
        assert!(without_notes(&a_gif()).windows(11).any(|it| it == b"NETSCAPE2.0"));
    }

    proptest! {
        #[test]
        fn what_is_cut_or_broken_grows_no_longer(cut in 0..400_usize, at in 0..400_usize, byte: u8) {
            for mut bytes in [a_gif(), an_apng(), a_webp()] {
                bytes.truncate(cut);
                if let Some(broken) = bytes.get_mut(at) {
                    *broken = byte;
                }
                prop_assert!(without_notes(&bytes).len() <= bytes.len() + 1);
            }
        }
    }
}
