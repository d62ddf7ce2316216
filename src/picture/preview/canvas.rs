//! Pixels that are numbers of colours.

use resvg::tiny_skia::Pixmap;

use super::colours::Colour;

/// A picture of few colours.
pub(super) struct Canvas {
    width: u32,
    height: u32,
    palette: Vec<Colour>,
    pixels: Vec<u8>,
}

impl Canvas {
    /// All of the first colour. At most 256 colours are told apart.
    pub(super) fn new(width: u32, height: u32, mut palette: Vec<Colour>) -> Self {
        palette.dedup();
        palette.truncate(256);
        let pixels = vec![0; width as usize * height as usize];
        Self { width, height, palette, pixels }
    }

    /// The number of the colour nearest to one.
    pub(super) fn nearest(&self, colour: Colour) -> u8 {
        let near = self.palette.iter().enumerate().min_by_key(|(_, it)| it.distance(colour));
        near.and_then(|(at, _)| u8::try_from(at).ok()).unwrap_or_default()
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, x: u32, y: u32, width: u32, height: u32, colour: u8) {
        for row in y..(y + height).min(self.height) {
            let row = self.row(row);
            let to = row.len().min((x + width) as usize);
            row[x as usize..to].fill(colour);
        }
    }

    /// Lays a cloth of that width from a row down, each thread in its colour.
    pub(super) fn blit(&mut self, y: u32, width: u32, threads: &[u8], colours: [u8; 4]) {
        for (row, threads) in (y..self.height).zip(threads.chunks(width as usize)) {
            for (pixel, thread) in self.row(row).iter_mut().zip(threads) {
                *pixel = colours[usize::from(thread & 3)];
            }
        }
    }

    /// Lays a drawing over a ground of one colour.
    pub(super) fn lay(&mut self, x: u32, y: u32, drawing: &Pixmap, ground: Colour) {
        let mut last = (Colour([0; 3]), self.nearest(Colour([0; 3])));
        let rows = drawing.pixels().chunks(drawing.width() as usize);
        for (row, pixels) in (y..self.height).zip(rows) {
            for (at, pixel) in (x as usize..self.width as usize).zip(pixels) {
                if pixel.alpha() == 0 {
                    continue;
                }
                // Premultiplied: what shows of the ground is added.
                let shows = u16::from(u8::MAX - pixel.alpha());
                let over = |own: u8, below: u8| {
                    own.saturating_add(
                        u8::try_from(u16::from(below) * shows / 255).unwrap_or(u8::MAX),
                    )
                };
                let [red, green, blue] = ground.0;
                let colour = Colour([
                    over(pixel.red(), red),
                    over(pixel.green(), green),
                    over(pixel.blue(), blue),
                ]);
                if last.0 != colour {
                    last = (colour, self.nearest(colour));
                }
                self.row(row)[at] = last.1;
            }
        }
    }

    /// The picture as PNG with a palette (ISO/IEC 15948, colour type 3).
    pub(super) fn into_png(self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette.iter().flat_map(|colour| colour.0).collect::<Vec<u8>>());
        encoder.set_compression(png::Compression::Balanced);
        encoder.set_filter(png::Filter::NoFilter);
        // Writing into memory cannot fail, and the size is that of the pixels.
        if let Ok(mut writer) = encoder.write_header() {
            let _ = writer.write_image_data(&self.pixels);
        }
        out
    }

    fn row(&mut self, row: u32) -> &mut [u8] {
        let width = self.width as usize;
        &mut self.pixels[row as usize * width..][..width]
    }
}
