//! What a page looks like before it is opened: the picture of 1200 × 630 pixels that chats and
//! timelines show (Open Graph, <https://ogp.me>).
//!
//! In: the words of a page ([`Sheet`]), and once a site the theme's style sheet and emblem
//! ([`Painter::new`]). Out: a PNG. Promises: the same sheet gives the same bytes; its
//! [`Painter::digest`] is known without painting it; Thai marks stand where a shaper puts them, and
//! lines end between words.
//!
//! The cloth is painted pixel by pixel, for its threads lie on whole pixels anyway; only words go
//! through `resvg`. Few colours keep the file small.

mod canvas;
mod colours;
mod lines;

use std::fmt::Write as _;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

pub use self::colours::token;

use self::canvas::Canvas;
use self::colours::{Colour, Colours};
use self::lines::{Faces, one_line, title_lines};
use crate::drawing::{self, escape};

/// Its width in pixels.
pub const WIDTH: u32 = 1200;
/// Its height in pixels.
pub const HEIGHT: u32 = 630;

/// Counts up when the same sheet would be painted differently, so that its address changes.
const EDITION: &str = "preview 1";
/// The height of the cloth at the top, in pixels; one unit of it is one pixel.
const CLOTH: u32 = drawing::CLOTH_HEIGHT;
/// The thread between the cloth and the words.
const HEM: u32 = 8;
/// From the left and right edges to the words.
const EDGE: u32 = 64;
/// The side of the emblem.
const EMBLEM: u32 = 56;
/// Where the site's own line begins.
const FOOT: u32 = 546;

const SARABUN: &[u8] = include_bytes!("faces/sarabun-400.ttf");
const SARABUN_BOLD: &[u8] = include_bytes!("faces/sarabun-700.ttf");
const PRIDI: &[u8] = include_bytes!("faces/pridi-600.ttf");

/// The words of a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The class of the entry, which colours its cloth: `partner`, `space` or `event`.
    pub class: &'static str,
    /// What its cloth is woven from, as of the entry's cover.
    pub seed: String,
    /// What kind of thing it is; may be empty.
    pub kind: String,
    /// Its name.
    pub title: String,
    /// When and where, or what it is about; may be empty.
    pub detail: String,
    /// The site's title.
    pub site: String,
}

/// Paints previews in the look of a theme.
#[derive(Debug)]
pub struct Painter {
    colours: Colours,
    emblem: Option<Pixmap>,
    faces: Faces,
    fonts: Arc<Database>,
    /// Of everything that is the same for all sheets.
    digest: blake3::Hash,
}

impl Painter {
    /// From a theme's style sheet, whose tokens colour the sheets, and its emblem (SVG).
    pub fn new(style: &str, emblem: Option<&[u8]>) -> Self {
        let colours = Colours::of(style);
        let mut fonts = Database::new();
        for face in [SARABUN, SARABUN_BOLD, PRIDI] {
            fonts.load_font_source(Source::Binary(Arc::new(face)));
        }
        let mut digest = blake3::Hasher::new();
        digest.update(EDITION.as_bytes()).update(&colours.bytes());
        digest.update(emblem.unwrap_or_default());
        Self {
            colours,
            emblem: emblem.and_then(|svg| super::icon::rendered(svg, EMBLEM, EMBLEM)),
            faces: Faces::new(PRIDI, SARABUN, SARABUN_BOLD),
            fonts: Arc::new(fonts),
            digest: digest.finalize(),
        }
    }

    /// What a sheet's picture is made of: as good a name for it as a digest of its bytes.
    pub fn digest(&self, sheet: &Sheet) -> blake3::Hash {
        let mut digest = blake3::Hasher::new_keyed(self.digest.as_bytes());
        let Sheet { class, seed, kind, title, detail, site } = sheet;
        for part in [class, seed.as_str(), kind, title, detail, site] {
            digest.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        digest.finalize()
    }

    /// Paints a sheet as PNG.
    pub fn paint(&self, sheet: &Sheet) -> Vec<u8> {
        let threads = self.colours.threads(sheet.class);
        let kind = self.colours.kind(sheet.class);
        let mut palette = vec![self.colours.paper];
        palette.extend(threads);
        for ink in [self.colours.ink, self.colours.soft, kind] {
            palette.extend(ink.steps_from(self.colours.paper, 7));
        }
        palette.extend(self.emblem.iter().flat_map(colours::solid));
        let mut canvas = Canvas::new(WIDTH, HEIGHT, palette);
        let paper = canvas.nearest(self.colours.paper);
        let threads = threads.map(|colour| canvas.nearest(colour));
        canvas.fill(0, 0, WIDTH, HEIGHT, paper);
        canvas.blit(0, WIDTH, &drawing::cloth(sheet.class, &sheet.seed, WIDTH as usize), threads);
        canvas.fill(0, CLOTH, WIDTH, HEM, threads[1]);
        canvas.fill(EDGE, FOOT, WIDTH - 2 * EDGE, 2, threads[1]);
        if let Some(words) = self.words(sheet, kind) {
            canvas.lay(0, CLOTH + HEM, &words, self.colours.paper);
        }
        if let Some(emblem) = &self.emblem {
            canvas.lay(EDGE, FOOT + (HEIGHT - FOOT - EMBLEM) / 2, emblem, self.colours.paper);
        }
        canvas.into_png()
    }

    /// The words on nothing, from the hem down.
    fn words(&self, sheet: &Sheet, kind: Colour) -> Option<Pixmap> {
        let top = CLOTH + HEM;
        let height = HEIGHT - top;
        let room = f64::from(WIDTH - 2 * EDGE);
        let title = title_lines(&sheet.title, room, &self.faces);
        let detail = one_line(&sheet.detail, room, 30.0, self.faces.text());
        let words = one_line(&sheet.kind, room, 28.0, self.faces.bold());
        let beside = f64::from(EMBLEM + 20);
        let site = one_line(&sheet.site, room - beside, 28.0, self.faces.bold());

        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}">"#
        );
        let mut line = |x: f64, y: f64, face: &str, size: f64, colour: Colour, words: &str| {
            // Writing to a String cannot fail.
            let _ = write!(
                svg,
                r#"<text x="{x}" y="{y:.1}" {face} font-size="{size}" fill="{colour}">{}</text>"#,
                escape(words)
            );
        };
        let edge = f64::from(EDGE);
        let mut y = start(&title, !words.is_empty(), !detail.is_empty());
        if !words.is_empty() {
            y += 28.0;
            line(edge, y, TEXT_BOLD, 28.0, kind, &words);
        }
        for (at, words) in title.lines.iter().enumerate() {
            y += if at == 0 { title.size * 1.28 } else { title.size * lines::LEAD };
            line(edge, y, DISPLAY, title.size, self.colours.ink, words);
        }
        if !detail.is_empty() {
            y += 56.0;
            line(edge, y, TEXT, 30.0, self.colours.soft, &detail);
        }
        let y = f64::from(FOOT - top) + f64::from(HEIGHT - FOOT) / 2.0 + 10.0;
        let x = if self.emblem.is_some() { edge + beside } else { edge };
        line(x, y, TEXT_BOLD, 28.0, self.colours.ink, &site);
        svg.push_str("</svg>");

        let options = Options { fontdb: Arc::clone(&self.fonts), ..Options::default() };
        let tree = Tree::from_str(&svg, &options).ok()?;
        let mut pixels = Pixmap::new(WIDTH, height)?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        Some(pixels)
    }
}

/// Where the words begin, so that as much is free above as below them.
fn start(title: &lines::Title, kind: bool, detail: bool) -> f64 {
    let lines = title.lines.len().saturating_sub(1);
    let lines = f64::from(u32::try_from(lines).unwrap_or_default());
    let height = f64::from(u8::from(kind)) * 28.0
        + title.size * (1.28 + lines * lines::LEAD)
        + f64::from(u8::from(detail)) * 56.0;
    // Below the last line hang the letters that go under it.
    ((f64::from(FOOT - CLOTH - HEM) - height) / 2.0 - 8.0).max(16.0)
}

const DISPLAY: &str = r#"font-family="Pridi, Sarabun" font-weight="600""#;
const TEXT: &str = r#"font-family="Sarabun""#;
const TEXT_BOLD: &str = r#"font-family="Sarabun" font-weight="700""#;

#[cfg(test)]
mod tests;
