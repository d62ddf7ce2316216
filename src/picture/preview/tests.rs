//! What previews promise, read by another decoder.

use image::GenericImageView;
use proptest::prelude::*;

use super::lines::title_lines;
use super::*;

const EMBLEM: &[u8] = include_bytes!("../../../themes/default/pictures/emblem.svg");

fn painter() -> Painter {
    Painter::new(":root { --paper: #fffefa; --khun: #f7c325; }", Some(EMBLEM))
}

fn sheet(title: &str) -> Sheet {
    Sheet {
        class: "space",
        seed: "city-library".to_owned(),
        kind: "ห้องสมุด".to_owned(),
        title: title.to_owned(),
        detail: "อำเภอเมืองตัวอย่าง · ไม่เสียค่าใช้จ่าย".to_owned(),
        site: "เมืองแห่งการเรียนรู้".to_owned(),
    }
}

fn lines(title: &str) -> Vec<String> {
    title_lines(title, 1072.0, &Faces::new(PRIDI, SARABUN, SARABUN_BOLD)).lines
}

#[test]
fn a_preview_is_small_and_always_the_same() {
    let sheet = sheet("ห้องสมุดประชาชนเฉลิมราชกุมารีแห่งเมืองตัวอย่าง");
    let png = painter().paint(&sheet);
    assert!(png.len() < 60_000, "{}", png.len());
    let picture = image::load_from_memory(&png).unwrap();
    assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
    // Paper, a thread of the hem, and something written.
    assert_eq!(picture.get_pixel(2, HEIGHT - 2).0[..3], [0xff, 0xfe, 0xfa]);
    assert_eq!(picture.get_pixel(2, CLOTH + 1).0[..3], [0xf7, 0xc3, 0x25]);
    let dark = picture.pixels().filter(|(_, y, pixel)| *y > CLOTH + HEM && pixel.0[0] < 0x60);
    assert!(dark.count() > 5_000);
    assert_eq!(painter().paint(&sheet), png);
}

#[test]
fn every_word_and_every_colour_has_a_share_in_the_digest() {
    let first = sheet("a");
    let digest = painter().digest(&first);
    let others = [
        Sheet { class: "event", ..first.clone() },
        Sheet { seed: "x".to_owned(), ..first.clone() },
        Sheet { kind: "x".to_owned(), ..first.clone() },
        Sheet { title: "x".to_owned(), ..first.clone() },
        Sheet { detail: "x".to_owned(), ..first.clone() },
        Sheet { site: "x".to_owned(), ..first.clone() },
    ];
    for other in others {
        assert_ne!(painter().digest(&other), digest);
    }
    assert_eq!(painter().digest(&first), digest);
    assert_ne!(Painter::new("--paper:#eee", Some(EMBLEM)).digest(&first), digest);
    assert_ne!(Painter::new("", None).digest(&first), digest);
}

#[test]
fn titles_break_between_words() {
    assert_eq!(lines("ห้องสมุด"), ["ห้องสมุด"]);
    let long = "โครงการจัดการเรียนรู้ตลอดชีวิตเพื่อพัฒนาเมืองขอนแก่นสู่เมืองแห่งการเรียนรู้";
    let broken = lines(long);
    assert!(broken.len() > 1);
    assert_eq!(broken.concat(), long);
    assert!(broken.iter().any(|line| line.contains("ขอนแก่น")), "{broken:?}");
    let english = lines("Workshop on lifelong learning (TK Park) for families and the elderly");
    assert!(
        english.iter().all(|line| !line.ends_with('(') && !line.starts_with(')')),
        "{english:?}"
    );
    let names = "ห้องสมุดประชาชนเฉลิมพระเกียรติ สมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี จังหวัดตัวอย่าง";
    assert!(lines(names).iter().any(|line| line.contains("สมเด็จพระเทพรัตนราชสุดาฯ")));
    let endless = lines(&"ขอนแก่น".repeat(60));
    assert!(endless.len() == 3 && endless[2].ends_with("ขอนแก่น…"), "{endless:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_words_make_a_picture(title in "\\PC{0,200}", detail in "[ก-๛ <&\"a-z]{0,300}") {
        let sheet = Sheet { detail, ..sheet(&title) };
        let png = painter().paint(&sheet);
        prop_assert!(png.len() < 60_000);
        let picture = image::load_from_memory(&png).unwrap();
        prop_assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
    }
}
