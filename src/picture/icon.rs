//! The site's emblem as the pictures that phones and desks ask for.
//!
//! In: the theme's emblem (SVG). Out: PNG in a size. A drawing that cannot be read gives none.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// How much of a maskable icon is sure to be seen: a circle of this part of its side
/// (Web Application Manifest, "safe zone").
const SAFE: f32 = 0.8;

/// One icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Icon {
    /// Its side in pixels.
    pub side: u32,
    /// Whether a system may cut it to any shape.
    pub maskable: bool,
}

impl Icon {
    /// Every icon there is: two for the manifest, one for masks, one for Apple's home screen.
    pub const ALL: [Self; 4] = [
        Self { side: 180, maskable: true },
        Self { side: 192, maskable: false },
        Self { side: 512, maskable: false },
        Self { side: 512, maskable: true },
    ];

    /// What Apple's home screen asks for; it cuts its corners.
    pub const TOUCH: Self = Self::ALL[0];

    /// The name of its file, without ending.
    pub fn name(self) -> String {
        let kind = if self.maskable { "maskable" } else { "icon" };
        format!("{kind}-{}", self.side)
    }

    /// Draws it.
    pub fn draw(self, emblem: &[u8]) -> Option<Vec<u8>> {
        let side = self.side;
        let whole = rendered(emblem, side, side)?;
        if !self.maskable {
            return encode(&whole);
        }
        // A square of the emblem's own ground, the emblem within what is sure to be seen. The
        // corner of a square in a circle is farthest from the middle.
        let mut out = Pixmap::new(side, side)?;
        let corner = whole.pixel(0, 0)?.demultiply();
        let ground = resvg::tiny_skia::Color::from_rgba8(
            corner.red(),
            corner.green(),
            corner.blue(),
            u8::MAX,
        );
        out.fill(ground);
        let tree = Tree::from_data(emblem, &Options::default()).ok()?;
        let scale = measure(side) * SAFE / tree.size().width().max(tree.size().height());
        let x = (measure(side) - tree.size().width() * scale) / 2.0;
        let y = (measure(side) - tree.size().height() * scale) / 2.0;
        let place = Transform::from_scale(scale, scale).post_translate(x, y);
        resvg::render(&tree, place, &mut out.as_mut());
        encode(&out)
    }
}

/// A drawing in a size; its sides keep their proportion.
pub(super) fn rendered(svg: &[u8], width: u32, height: u32) -> Option<Pixmap> {
    let tree = Tree::from_data(svg, &Options::default()).ok()?;
    let mut out = Pixmap::new(width, height)?;
    let (across, down) =
        (measure(width) / tree.size().width(), measure(height) / tree.size().height());
    let scale = across.min(down);
    let x = (measure(width) - tree.size().width() * scale) / 2.0;
    let y = (measure(height) - tree.size().height() * scale) / 2.0;
    let place = Transform::from_scale(scale, scale).post_translate(x, y);
    resvg::render(&tree, place, &mut out.as_mut());
    Some(out)
}

/// A side as the number that drawings are measured in; icons are far below where it is not exact.
fn measure(side: u32) -> f32 {
    f32::from(u16::try_from(side).unwrap_or(u16::MAX))
}

fn encode(pixels: &Pixmap) -> Option<Vec<u8>> {
    let plain: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let pixel = pixel.demultiply();
            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
        })
        .collect();
    let mut out = Vec::new();
    PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::NoFilter)
        .write_image(&plain, pixels.width(), pixels.height(), ExtendedColorType::Rgba8)
        .ok()?;
    Some(out)
}
