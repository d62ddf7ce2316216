//! What comes out of a picture, read by decoders again.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::vector::{Refused, clean};
use super::*;

/// A JPEG, red on the left and blue on the right, with what a camera notes.
fn photograph(width: u32, height: u32, noted: &[u8], profile: Option<Vec<u8>>) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([250, 10, 10]) } else { Rgb([10, 10, 250]) }
    });
    let mut plain = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut plain, 95);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    encoder.encode_image(&pixels).unwrap();
    let mut out = plain[..2].to_vec();
    if !noted.is_empty() {
        let length = u16::try_from(noted.len() + 2).unwrap();
        out.extend([0xff, 0xe1]);
        out.extend(length.to_be_bytes());
        out.extend(noted);
    }
    out.extend(&plain[2..]);
    out
}

/// Exif: held upright by turning it a quarter to the right, taken at a place.
fn exif() -> Vec<u8> {
    let mut out = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    out.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"); // Orientation = 6
    out.extend(b"\x01\x0f\0\x02\0\0\0\x10\0\0\0\x26"); // Make, at 38
    out.extend(b"\0\0\0\0");
    out.extend(b"GPS 16.43 102.8\0");
    out
}

fn still(bytes: &[u8]) -> Still {
    match read("a.jpg", bytes) {
        Kind::Still(still) => still,
        other => panic!("{other:?}"),
    }
}

fn made(bytes: &[u8], recipe: Recipe) -> DynamicImage {
    let out = make(bytes, recipe).unwrap();
    let noted = |part: &[u8]| out.windows(part.len()).any(|it| it == part);
    assert!(!noted(b"GPS") && !noted(b"Exif") && !noted(b"EXIF") && !noted(b"ICC"));
    let picture = image::load_from_memory(&out).unwrap();
    assert_eq!((picture.width(), picture.height()), (recipe.width, recipe.height));
    picture
}

#[test]
fn a_photograph_stands_upright_and_tells_nothing() {
    let bytes = photograph(800, 400, &exif(), None);
    assert!(bytes.windows(3).any(|it| it == b"GPS"));
    let still = still(&bytes);
    assert_eq!((still.width, still.height, still.transparent), (400, 800, false));
    let forms = Recipe::sizes(still).into_iter().chain([Recipe::fallback(still)]);
    for recipe in forms {
        let picture = made(&bytes, recipe).into_rgb8();
        let (x, low) = (recipe.width / 2, recipe.height - recipe.height / 8);
        let (top, bottom) = (picture.get_pixel(x, recipe.height / 8), picture.get_pixel(x, low));
        assert!(top.0[0] > 200 && bottom.0[2] > 200, "{recipe}: {top:?} {bottom:?}");
    }
}

#[test]
fn wide_colours_become_those_of_the_web() {
    let wide = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let recipe = Recipe { width: 64, height: 64, format: Format::Jpeg };
    let plain = made(&photograph(64, 64, b"", None), recipe).into_rgb8();
    let wide = made(&photograph(64, 64, b"", Some(wide)), recipe).into_rgb8();
    // The blue of a wide space is beyond that of the web: it comes out fuller.
    let green = |picture: &RgbImage| picture.get_pixel(8, 8).0[1];
    assert!(green(&wide) < green(&plain), "{} {}", green(&wide), green(&plain));
}

#[test]
fn transparency_stays_and_a_fallback_of_it_is_png() {
    let pixels =
        RgbaImage::from_fn(300, 100, |x, _| Rgba([200, 30, 30, if x < 150 { 0 } else { 255 }]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let bytes = bytes.into_inner();
    let still = still(&bytes);
    assert_eq!(Recipe::fallback(still).format, Format::Png);
    for recipe in Recipe::sizes(still).into_iter().chain([Recipe::fallback(still)]) {
        let picture = made(&bytes, recipe).into_rgba8();
        assert_eq!(picture.get_pixel(2, 2).0[3], 0, "{recipe}");
        assert_eq!(picture.get_pixel(recipe.width - 2, 2).0[3], 255, "{recipe}");
    }
}

#[test]
fn what_moves_is_left_alone() {
    let mut bytes = Vec::new();
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
        for colour in [[255, 0, 0, 255], [0, 0, 255, 255]] {
            let frame = image::Frame::new(RgbaImage::from_pixel(8, 4, Rgba(colour)));
            encoder.encode_frame(frame).unwrap();
        }
    }
    assert_eq!(read("a.gif", &bytes), Kind::Moving(8, 4));
    assert_eq!(read("a.pdf", b"%PDF-1.7"), Kind::Other);
}

#[test]
fn a_picture_cut_short_fails() {
    let bytes = photograph(64, 64, b"", None);
    let recipe = Recipe { width: 32, height: 32, format: Format::WebP };
    assert!(make(&bytes[..200], recipe).is_err());
}

fn cleaned(svg: &str) -> String {
    String::from_utf8(clean(svg.as_bytes()).unwrap()).unwrap()
}

#[test]
fn an_editors_notes_are_left_out_of_a_drawing() {
    let svg = "<?xml version=\"1.0\"?><!-- by me --><svg xmlns=\"http://www.w3.org/2000/svg\" \
        xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:export=\"/home/me\" \
        xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"8\" height=\"4\"><metadata><i:a/>x</metadata>\
        <i:view/><style>.a{fill:url(#g)}</style><g id=\"g\"/><use xlink:href=\"#g\"/><text>ก &amp; ข</text></svg>";
    assert_eq!(
        cleaned(svg),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"8\" height=\"4\"><style>.a{fill:url(#g)}</style><g id=\"g\"/>\
         <use xlink:href=\"#g\"/><text>ก &amp; ข</text></svg>"
    );
    assert_eq!(read("a.SVG", svg.as_bytes()), Kind::Vector(Some((8, 4))));
}

#[test]
fn a_drawing_is_as_large_as_its_root_says() {
    let size = |root: &str| {
        let svg =
            format!("<?xml version=\"1.0\"?><!-- a --><svg {root}><rect width=\"900\"/></svg>");
        super::vector::size(svg.as_bytes())
    };
    let own = "xmlns=\"http://www.w3.org/2000/svg\"";
    assert_eq!(size(&format!("{own} viewBox=\"0 0 64 32\"")), Some((64, 32)));
    assert_eq!(size(&format!("{own} viewBox=\"0 0 64 32\" width=\"128\"")), Some((128, 64)));
    assert_eq!(size(&format!("{own} width=\"1in\" height=\"48\"")), Some((96, 48)));
    assert_eq!(size(&format!("{own} width=\"100%\" height=\"48\"")), None);
    assert_eq!(size(own), None);
    assert_eq!(size("viewBox=\"0 0 64 32\""), None);
}

#[test]
fn sections_of_a_drawing_come_out_as_text() {
    let svg = |inner: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
    assert_eq!(
        cleaned(&svg("<title><![CDATA[<script> & co]]></title><style>a<![CDATA[>b{}]]></style>")),
        svg("<title>&lt;script&gt; &amp; co</title><style>a&gt;b{}</style>")
    );
}

#[test]
fn a_drawing_that_runs_or_loads_is_refused() {
    for inner in [
        "<script>x()</script>",
        "<g><SCRIPT/></g>",
        "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">x()</h:script>",
        "<foreignObject><p/></foreignObject>",
        "<g onclick=\"x()\"/>",
        "<image href=\"https://x.example/a.png\"/>",
        "<use href=\"data:image/svg+xml;base64,AAAA\"/>",
        "<a href=\"java&#115;cript:x()\"><g/></a>",
        "<g style=\"fill:url(//x.example/a.svg#b)\"/>",
        "<g fill=\"url( 'https://x.example/a.svg#b' )\"/>",
        "<g fill=\"URL(https://x.example/a.svg#b)\"/>",
        "<g fill=\"u\\72l(https://x.example/a.svg#b)\"/>",
        "<style>@import 'https://x.example/a.css';</style>",
        "<style><![CDATA[g{background:u\\72l(https://x.example)}]]></style>",
        "<style>@imp<!-- -->ort 'https://x.example/a.css';</style>",
        "<style>@imp<![CDATA[ort]]> 'https://x.example/a.css';</style>",
        "<style>a{}<g/>@import 'https://x.example/a.css';</style>",
        "<style>a{}<x:y xmlns:x=\"x\"/>@import 'https://x.example/a.css';</style>",
        "<set attributeName=\"href\" to=\"javascript:x()\"/>",
        "<g>&own;</g>",
    ] {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
        let answer = clean(svg.as_bytes());
        assert!(matches!(answer, Err(Refused::Unsafe(_))), "{inner}: {answer:?}");
    }
    let entity = "<!DOCTYPE svg [<!ENTITY a 'x'>]><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    assert!(matches!(clean(entity.as_bytes()), Err(Refused::Unsafe(_))));
    for broken in [
        "",
        "x",
        "<html/>",
        "<svg/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">",
        // Found by fuzzing.
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M4 4h1v1><script>x()\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<\n/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">\0</svg>",
        // Of the same kin.
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>\u{b}\u{ffff}</title></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>&#1;</title></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"&#0;\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><4/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" 4=\"\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>]]></title></svg>",
    ] {
        assert!(matches!(clean(broken.as_bytes()), Err(Refused::Broken(_))), "{broken}");
    }
}

#[test]
fn a_drawing_of_many_attributes_is_refused_before_they_are_compared() {
    let svg = |count: usize| {
        let attributes: Vec<String> = (0..count).map(|it| format!(" a{it}=\"\"")).collect();
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><g{}/></svg>", attributes.concat())
    };
    assert!(clean(svg(256).as_bytes()).is_ok());
    for count in [257, 100_000] {
        assert!(matches!(clean(svg(count).as_bytes()), Err(Refused::Broken(_))));
    }
}

proptest! {
    #[test]
    fn no_form_is_larger_than_the_picture(width in 1_u32..20_000, height in 1_u32..20_000) {
        let still = Still { width, height, transparent: false };
        let sizes = Recipe::sizes(still);
        prop_assert!(sizes.windows(2).all(|pair| pair[0].width < pair[1].width));
        for recipe in sizes.into_iter().chain([Recipe::fallback(still)]) {
            prop_assert!(recipe.width <= width && recipe.height <= height.max(1));
            prop_assert!(recipe.width > 0 && recipe.height > 0);
        }
    }

    #[test]
    fn what_is_cleaned_once_is_clean(svg in "(<(svg|g|a|style|script) ?(xmlns='http://www.w3.org/2000/svg'|href='#a'|onx='')?>|</(svg|g)>|url\\(x\\)|[a&;\"]){0,12}") {
        if let Ok(once) = clean(svg.as_bytes()) {
            prop_assert_eq!(clean(&once), Ok(once.clone()));
        }
    }
}
