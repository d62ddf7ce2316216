//! Languages as folders: a third one needs no code, and a gap in one is borrowed and marked.

use std::fs;

use crate::support::{Site, files_below, repository};

/// The base with a third language: English, said in other words, under the tag of Lao.
fn three() -> Site {
    let site = Site::base();
    for path in files_below(&repository("locales/en")) {
        let text = fs::read_to_string(repository("locales/en").join(&path)).expect("it is there");
        let text = text
            .replace("Skip to content", "ຂ້າມໄປຫາເນື້ອໃນ")
            .replace("language-fallback = yes\n", "");
        let text = text.replace("language-name = English", "language-name = ລາວ");
        site.write(&format!("locales/lo/{path}"), &text);
    }
    site.edit("content/site.yaml", "[th, en]", "[th, en, lo]");
    site
}

#[test]
fn a_third_language_is_a_folder_and_a_line() {
    let site = three();
    let ran = site.build(&[]);
    assert!(ran.out.contains("3 languages"), "{}", ran.out);
    let tree = site.tree("public");
    let below = |tag: &str| {
        let prefix = format!("{tag}/");
        tree.keys()
            .filter_map(move |path| path.strip_prefix(&prefix).map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert!(below("th").len() > 20);
    assert_eq!(below("th"), below("en"), "every page has its twin");
    assert_eq!(below("th"), below("lo"), "every page has its twin");

    let home = site.read("public/lo/index.html");
    assert!(home.contains("<html lang=\"lo\">") && home.contains("ຂ້າມໄປຫາເນື້ອໃນ"));
    for tag in ["th", "en", "lo"] {
        let link = format!("hreflang=\"{tag}\" href=\"https://city.example/{tag}/\"");
        assert!(home.contains(&link), "{tag}");
    }
    assert!(home.contains("hreflang=\"x-default\""));
    assert!(site.read("public/index.html").contains("href=\"/lo/\""), "the door leads there");
}

/// What Lao lacks is borrowed from Thai, the default, and from English only where Thai lacks it.
#[test]
fn what_a_language_lacks_is_borrowed_and_marked() {
    let site = three();
    site.edit(
        "content/spaces/museum.yaml",
        "{th: พิพิธภัณฑ์เมือง, en: City Museum}",
        "{en: City Museum}",
    );
    site.build(&[]);
    let library = site.read("public/lo/spaces/library/index.html");
    assert!(library.contains("<html lang=\"lo\">") && library.contains("lang=\"th\""));
    assert!(library.contains("หอสมุดเมือง") && !library.contains("<h1>City Library"));
    assert!(library.contains("rel=\"canonical\" href=\"https://city.example/th/spaces/library/\""));
    assert!(!library.contains("hreflang=\"lo\" href=\"https://city.example/lo/spaces/library/\""));
    let museum = site.read("public/lo/spaces/museum/index.html");
    assert!(museum.contains("City Museum") && museum.contains("lang=\"en\""));
    assert!(museum.contains("rel=\"canonical\" href=\"https://city.example/en/spaces/museum/\""));
    let sitemap = site.read("public/sitemap.xml");
    assert!(sitemap.contains("https://city.example/th/spaces/library/"));
    assert!(!sitemap.contains("/lo/spaces/library/") && !sitemap.contains("/th/spaces/museum/"));
    assert!(sitemap.contains("<loc>https://city.example/en/spaces/museum/</loc>"));
}

#[test]
fn an_english_only_entry_is_listed_on_thai_pages() {
    let site = Site::base();
    site.edit(
        "content/spaces/museum.yaml",
        "{th: พิพิธภัณฑ์เมือง, en: City Museum}",
        "{en: City Museum}",
    );
    let ran = site.build(&[]);
    assert!(ran.err.contains("[default-name-missing]"));
    for page in ["spaces/index.html", "spaces/kinds/museum/index.html", "index-of-names/index.html"]
    {
        let html = site.read(&format!("public/th/{page}"));
        assert!(html.contains("City Museum"), "{page}");
        assert!(html.contains("lang=\"en\""), "{page}: marked as English");
    }
}

/// Partial: it has its own address among search engines, and the borrowed parts are marked.
#[test]
fn an_entry_that_lacks_some_words_keeps_its_own_canonical() {
    let site = Site::base();
    site.write("content/spaces/library.th.md", "หนังสือมากมายของเมือง\n");
    site.build(&[]);
    let page = site.read("public/en/spaces/library/index.html");
    assert!(page.contains("rel=\"canonical\" href=\"https://city.example/en/spaces/library/\""));
    assert!(page.contains("หนังสือมากมายของเมือง") && page.contains("lang=\"th\""));
    assert!(
        site.read("public/sitemap.xml")
            .contains("<loc>https://city.example/en/spaces/library/</loc>")
    );
}

#[test]
fn required_translations_refuse_every_gap() {
    let site = three();
    site.append("content/site.yaml", "translation: required\n");
    let ran = site.run(&["build"]);
    assert_eq!(ran.status, 1);
    assert!(!site.has("public"));
    for place in
        ["content/spaces/library.yaml:1:1", "content/vocabulary.yaml:", "content/site.yaml:1:"]
    {
        assert!(ran.err.contains(place), "{place} is told:\n{}", ran.err);
    }
}

/// A message or a template of the site's own stands in for the built-in one, all others stay.
#[test]
fn one_message_and_one_template_can_be_replaced() {
    let site = Site::base();
    site.build(&[]);
    let before = site.tree("public");
    site.write("locales/en/own.ftl", "skip-to-content = Past all this\n");
    site.write(
        "themes/default/templates/not-found.html",
        "{% extends \"base.html\" %}\n{% block main %}<h1>Gone fishing</h1>{% endblock %}\n",
    );
    let ran = site.build(&[]);
    assert_eq!(ran.err, "");
    let after = site.tree("public");
    assert!(before.keys().eq(after.keys()), "no other file appears or goes");
    assert!(site.read("public/en/spaces/index.html").contains("Past all this"));
    assert!(site.read("public/en/404.html").contains("Gone fishing"));
    let thai = "th/spaces/index.html";
    assert!(before[thai] == after[thai], "Thai pages are as they were");
}

#[test]
fn the_program_alone_builds_a_folder_with_only_content() {
    let site = Site::empty();
    site.write("content/site.yaml", "title: เมือง\nbase_url: https://a.example/\nlanguages: th\n");
    let ran = site.build(&[]);
    assert_eq!(ran.err, "");
    for page in ["index.html", "404.html", "th/index.html", "th/spaces/index.html", "sitemap.xml"] {
        assert!(site.has(&format!("public/{page}")), "{page}");
    }
}

/// Opening hours as a rule, in Thai and in English.
const HOURS: &[(&str, &str, &str)] = &[
    (
        "Tu-Su 09:00-16:30; PH off",
        "เปิดวันอังคาร–อาทิตย์ 09:00–16:30 น. ปิดวันจันทร์และวันหยุดนักขัตฤกษ์",
        "Open Tuesday–Sunday, 09:00–16:30. Closed on Monday and public holidays.",
    ),
    (
        "Mo-Fr 08:30-12:00,13:00-16:30; Sa 09:00-12:00",
        "เปิดวันจันทร์–ศุกร์ 08:30–12:00 และ 13:00–16:30 น. วันเสาร์ 09:00–12:00 น. ปิดวันอาทิตย์",
        "Open Monday–Friday, 08:30–12:00 and 13:00–16:30; Saturday, 09:00–12:00. Closed on Sunday.",
    ),
    ("Mo-Su 06:00-20:00", "เปิดทุกวัน 06:00–20:00 น.", "Open every day, 06:00–20:00."),
    ("24/7", "เปิดทุกวัน ตลอด 24 ชั่วโมง", "Open every day, 24 hours."),
    (
        "Mo,We,Fr 17:00-20:00",
        "เปิดวันจันทร์ พุธ และศุกร์ 17:00–20:00 น. ปิดวันอังคาร พฤหัสบดี เสาร์ และอาทิตย์",
        "Open Monday, Wednesday and Friday, 17:00–20:00. Closed on Tuesday, Thursday, Saturday and Sunday.",
    ),
    (
        "Tu-Fr 09:00-17:00; PH 10:00-12:00",
        "เปิดวันอังคาร–ศุกร์ 09:00–17:00 น. วันหยุดนักขัตฤกษ์ 10:00–12:00 น. ปิดวันเสาร์–จันทร์",
        "Open Tuesday–Friday, 09:00–17:00; public holidays, 10:00–12:00. Closed on Saturday–Monday.",
    ),
    ("Mo-Su off", "ปิดทุกวัน", "Closed every day."),
];

#[test]
fn opening_hours_are_said_as_people_say_them() {
    let site = Site::base();
    for (number, (rule, ..)) in HOURS.iter().enumerate() {
        let facts = format!("name: ที่ {number}\nkind: library\nonline: yes\nhours: \"{rule}\"\n");
        site.write(&format!("content/spaces/place-{number}.yaml"), &facts);
    }
    site.build(&[]);
    for (number, (rule, thai, english)) in HOURS.iter().enumerate() {
        for (tag, sentence) in [("th", thai), ("en", english)] {
            let page =
                site.read_unmarked(&format!("public/{tag}/spaces/place-{number}/index.html"));
            assert!(page.contains(&format!("<p>{sentence}</p>")), "{tag} {rule}: {sentence}");
        }
    }
}

#[test]
fn prices_ages_and_phone_numbers_are_said_as_people_say_them() {
    const CASES: [(&str, &[&str], &[&str]); 6] = [
        ("fee: free\nages: {from: 5, to: 12}", &["ฟรี", "อายุ 5–12 ปี"], &["Free", "5–12 years"]),
        (
            "fee: donation\nages: {from: 60}",
            &["แล้วแต่บริจาค", "อายุ 60 ปีขึ้นไป"],
            &["By donation", "60 years and over"],
        ),
        (
            "fee:\n  - {amount: 1200.5, currency: THB, for: {th: ผู้ใหญ่, en: adults}}\n  - {amount: 60, currency: THB, for: {th: เด็ก, en: children}}\nages: {to: 6}",
            &["ผู้ใหญ่: 1,200.50 บาท", "เด็ก: 60 บาท", "อายุไม่เกิน 6 ปี"],
            &["adults: 1,200.50 baht", "children: 60 baht", "up to 6 years"],
        ),
        (
            "fee: [{amount: 50, currency: THB}]\nages: {from: 1, to: 1}",
            &["50 บาท", "อายุ 1 ปี"],
            &["50 baht", "1 year<"],
        ),
        (
            "contact: {phone: \"+66 (0) 43-123456\"}",
            &["043-123 456", "tel:+6643123456"],
            &["+66 43 123 456", "tel:+6643123456"],
        ),
        (
            "contact: {phone: \"081 234 5678\"}",
            &["081-234 5678", "tel:+66812345678"],
            &["+66 81 234 5678", "tel:+66812345678"],
        ),
    ];
    let site = Site::base();
    for (number, (facts, ..)) in CASES.iter().enumerate() {
        let text = format!("name: ที่ {number}\nkind: library\nonline: yes\n{facts}\n");
        site.write(&format!("content/spaces/place-{number}.yaml"), &text);
    }
    site.build(&[]);
    for (number, (facts, thai, english)) in CASES.iter().enumerate() {
        for (tag, texts) in [("th", thai), ("en", english)] {
            let page =
                site.read_unmarked(&format!("public/{tag}/spaces/place-{number}/index.html"));
            for text in *texts {
                assert!(page.contains(text), "{tag} {facts}: {text}");
            }
        }
    }
}
