//! `nakhon fmt` on files as people leave them.

use crate::support::Site;

/// Facts with every fault that the repair knows, in comments as well, and line ends of two systems.
const FACTS: &str = "# เเก้ทีหลัง\r\nname: {th: น\u{e4d}\u{e49}าตก,   en: Falls}  # คง\u{200b}ไว้\r\nkind: library\n\
                     summary: {th: \"ที\u{e48}\u{e48}นี่ ป\u{e48}ุ๋ย\"} # \u{feff}\ndistrict: central\n";

#[test]
fn the_spelling_is_mended_and_nothing_else() {
    let site = Site::base();
    site.write("content/spaces/falls.yaml", FACTS);
    let before = site.tree("content");
    let checked = site.run(&["fmt", "--check"]);
    assert_eq!((checked.status, site.tree("content")), (1, before), "{}", checked.err);
    assert!(checked.out.contains("content/spaces/falls.yaml"), "{}", checked.out);

    assert_eq!(site.run(&["fmt"]).status, 0);
    let mended = site.read("content/spaces/falls.yaml");
    assert!(
        mended.starts_with("# แก้ทีหลัง\r\nname: {th: น้ำตก,   en: Falls}  # คงไว้\r\nkind: library\n"),
        "{mended:?}"
    );
    assert_eq!(site.run(&["fmt", "--check"]).status, 0);
    assert_eq!(site.run(&["fmt"]).status, 0);
    assert_eq!(site.read("content/spaces/falls.yaml"), mended);
}

#[test]
fn a_glyph_of_one_typeface_is_reported_and_left() {
    let site = Site::base();
    site.write("content/spaces/library.en.md", "ป\u{f70a}า\n");
    let ran = site.run(&["fmt"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.err.contains("private-use") && ran.err.contains("library.en.md:1:2"),
        "{}",
        ran.err
    );
    assert_eq!(site.read("content/spaces/library.en.md"), "ป\u{f70a}า\n");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let site = Site::base();
    site.write("content/_shared.md", "เเม่\n");
    let link = site.root().join("content/spaces/library.en.md");
    std::os::unix::fs::symlink("../_shared.md", &link).expect("a link can be made");
    assert_eq!(site.run(&["fmt"]).status, 0);
    assert!(link.is_symlink());
    assert_eq!(site.read("content/_shared.md"), "แม่\n");
}
