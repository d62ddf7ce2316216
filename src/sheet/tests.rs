//! Sheets of whole sites: out and back, and every change that a row can ask for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::language::LanguageTag;

const TODAY: jiff::civil::Date = date(2026, 11, 24);

fn homes(root: &Path) -> Homes {
    let tags = ["th", "en"].map(|tag| LanguageTag::parse(tag).unwrap());
    Homes::read(root, &Languages::new(tags).unwrap(), TODAY)
}

/// A copy of a site of this repository.
fn site(folder: &str) -> tempfile::TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let to = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
        let place = to.path().join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(place).unwrap();
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
    to
}

fn exported(homes: &Homes, kind: EntryKind, format: Format) -> Grid {
    read(&export(homes, kind, format, Labels::default()), format).unwrap()
}

fn planned(homes: &Homes, kind: EntryKind, grid: &Grid) -> Plan {
    plan(homes, Sheet { name: "sheet", kind, grid }, TODAY)
}

/// A sheet as lists of texts.
fn grid(rows: &[&[&str]]) -> Grid {
    let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect());
    csv::read(&csv::write(rows)).unwrap()
}

fn codes(plan: &Plan) -> Vec<&'static str> {
    plan.findings.iter().map(|finding| finding.problem.code.name()).collect()
}

#[test]
fn a_sheet_that_was_not_changed_changes_nothing() {
    for folder in ["tests/fixtures/city", "tests/fixtures/every-field", "tests/bad/_base", "."] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let homes = homes(&root);
        for kind in EntryKind::ALL {
            for format in [Format::Csv, Format::Workbook] {
                let grid = exported(&homes, *kind, format);
                let plan = planned(&homes, *kind, &grid);
                let fields: Vec<_> = plan.changes.iter().map(|it| (&it.slug, &it.fields)).collect();
                assert!(fields.is_empty(), "{folder} {kind:?} {format:?}: {fields:?}");
                assert_eq!(codes(&plan), [""; 0], "{folder} {kind:?} {format:?}");
                assert_eq!(plan.unchanged, homes.of(*kind).count());
            }
        }
    }
}

#[test]
fn the_same_content_gives_the_same_workbook() {
    let homes = homes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/every-field"));
    let make = || export(&homes, EntryKind::Space, Format::Workbook, Labels::default());
    assert_eq!(make(), make());
}

#[test]
fn the_kind_is_told_by_the_columns_and_the_rows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/city");
    let homes = homes(&root);
    for kind in EntryKind::ALL {
        assert_eq!(kind_of(&exported(&homes, *kind, Format::Csv), &homes), Some(*kind));
    }
    assert_eq!(
        kind_of(&grid(&[&["slug", "name.th"], &["lake-library", ""]]), &homes),
        Some(EntryKind::Space)
    );
    assert_eq!(kind_of(&grid(&[&["slug", "name.th"], &["nothing", ""]]), &homes), None);
}

const LIBRARY: &str = "# The library of the city.
name: {th: หอสมุด, en: Library}  # the sign at the door
kind: library
district: mueang
hours: {tue-sun: \"09:00-16:30\", holidays: closed}
themes:
  - literacy   # since 2020
  - heritage
contact:
  phone: 043 222 333   # the desk
  # They answer within a day.
  email: desk@library.example
sources:
  - https://library.example/
  - {title: {th: แผ่นพับ}, url: \"https://library.example/leaflet\"}
verified: 2026-10-15
";

/// The base site with one library, whose file is given.
fn library(text: &str) -> tempfile::TempDir {
    let site = site("tests/bad/_base");
    let vocabulary = "space_kinds: {library: {th: ห้องสมุด, en: Library}}\n\
        partner_kinds: {university: {th: ม, en: University}}\n\
        event_kinds: {workshop: {th: อบรม, en: Workshop}}\n\
        districts: {mueang: {th: เมือง, en: Mueang}}\n\
        themes: {literacy: {th: ก, en: L}, heritage: {th: ข, en: H}, science: {th: ค, en: S}}\n";
    for folder in ["spaces", "events", "partners", "pages"] {
        let _ = fs::remove_dir_all(site.path().join("content").join(folder));
    }
    fs::create_dir_all(site.path().join("content/spaces")).unwrap();
    let config =
        "title: {th: เมือง, en: City}\nbase_url: https://city.example/\nlanguages: [th, en]\n";
    fs::write(site.path().join("content/site.yaml"), config).unwrap();
    fs::write(site.path().join("content/vocabulary.yaml"), vocabulary).unwrap();
    fs::write(
        site.path().join("content/holidays.yaml"),
        "2026-12-05: {th: วันพ่อ, en: Day}\n2027-01-01: {th: ปีใหม่, en: Day}\n",
    )
    .unwrap();
    fs::write(site.path().join("content/spaces/library.yaml"), text).unwrap();
    site
}

/// What becomes of the library's file when one cell changes.
fn with(column: &str, cell: &str) -> (String, Plan) {
    let site = library(LIBRARY);
    let homes = homes(site.path());
    let plan = planned(&homes, EntryKind::Space, &grid(&[&["slug", column], &["library", cell]]));
    if !plan.has_errors() {
        write(&plan.changes).unwrap();
    }
    (fs::read_to_string(site.path().join("content/spaces/library.yaml")).unwrap(), plan)
}

#[test]
fn one_cell_changes_one_place() {
    let table = [
        ("name.en", "City Library", "en: Library}", "en: City Library}"),
        ("summary.th", "อ่านฟรี", "kind: library\n", "summary: {th: อ่านฟรี}\nkind: library\n"),
        (
            "hours",
            "Mo-Fr 08:00-17:00",
            "{tue-sun: \"09:00-16:30\", holidays: closed}",
            "Mo-Fr 08:00-17:00",
        ),
        ("hours", "tue-sun: 09:00-17:00; holidays: closed", "09:00-16:30", "09:00-17:00"),
        ("themes", "literacy | science", "  - heritage\n", "  - science\n"),
        ("themes", "heritage", "  - literacy   # since 2020\n", ""),
        ("themes", "", "themes:\n  - literacy   # since 2020\n  - heritage\n", ""),
        (
            "contact.phone",
            "043 222 333 | 081 234 5678",
            "043 222 333   # the desk",
            "[043 222 333, 081 234 5678]   # the desk",
        ),
        ("contact.email", "", "  email: desk@library.example\n", ""),
        (
            "contact.line",
            "@library",
            "  email: desk@library.example\n",
            "  email: desk@library.example\n  line: \"@library\"\n",
        ),
        (
            "sources.1.title.en",
            "Site",
            "- https://library.example/\n",
            "- {title: {en: Site}, url: \"https://library.example/\"}\n",
        ),
        ("sources.2.title.en", "Leaflet", "{th: แผ่นพับ}", "{th: แผ่นพับ, en: Leaflet}"),
        ("sources.1.url", "", "  - https://library.example/\n", ""),
        ("fee", "free", "themes:\n", "fee: free\nthemes:\n"),
        ("fee.1.amount", "20", "themes:\n", "fee: [{amount: 20}]\nthemes:\n"),
        (
            "location",
            "16.4322, 102.8336",
            "sources:\n",
            "location: [16.4322, 102.8336]\nsources:\n",
        ),
        (
            "verified.method",
            "visit",
            "verified: 2026-10-15",
            "verified: {on: 2026-10-15, method: visit}",
        ),
        ("verified.on", "46350", "2026-10-15", "2026-11-24"),
        ("address.postcode", "40000", "sources:\n", "address: {postcode: 40000}\nsources:\n"),
        ("access.wheelchair", "yes", "themes:\n", "access: {wheelchair: yes}\nthemes:\n"),
        (
            "former",
            "old-library",
            "verified: 2026-10-15\n",
            "verified: 2026-10-15\nformer: [old-library]\n",
        ),
    ];
    for (column, cell, from, to) in table {
        let (text, plan) = with(column, cell);
        assert_eq!(codes(&plan), [""; 0], "{column}");
        assert_eq!(text, LIBRARY.replacen(from, to, 1), "{column} = {cell}");
        let fields: Vec<&str> =
            plan.changes[0].fields.iter().map(|field| field.column.as_str()).collect();
        assert!(fields.contains(&column) || column.starts_with("sources"), "{column}: {fields:?}");
    }
}

#[test]
fn what_is_wrong_stands_at_its_cell() {
    let table = [
        ("hours", "Tu-Su 25:00-26:99", "hours-invalid"),
        ("kind", "libary", "unknown-id"),
        ("kind", "", "missing-field"),
        ("themes", "literacy | literature", "unknown-id"),
        ("contact.email", "desk", "email-invalid"),
        ("verified.on", "24/11/2569", "date-invalid"),
        ("location", "102.8, 16.4", "location-range"),
        ("contact.phone", "812345678", "sheet-number-spoiled"),
        ("contact.person.th", "สมชาย", "consent-missing"),
        ("fee.1.amount", "much", "number-invalid"),
        ("name.th", "#REF!", "sheet-cell-broken"),
        ("part_of", "nowhere", "unknown-reference"),
    ];
    for (column, cell, code) in table {
        let (text, plan) = with(column, cell);
        assert_eq!(text, LIBRARY, "{column}: nothing is written");
        assert_eq!(codes(&plan), [code], "{column}");
        let source = plan.sources.get(plan.findings[0].span.file);
        let place = source.cell.map(|cell| cell.to_string());
        assert_eq!(place.as_deref(), Some("B2"), "{column}: {source:?}");
    }
}

#[test]
fn a_sheet_may_be_wrong_as_a_whole() {
    let site = library(LIBRARY);
    let homes = homes(site.path());
    let told = |rows: &[&[&str]]| {
        let plan = planned(&homes, EntryKind::Space, &grid(rows));
        let place = |finding: &crate::diagnostic::Diagnostic| {
            let cell = plan.sources.get(finding.span.file).cell;
            (finding.problem.code.name(), cell.map(|cell| cell.to_string()).unwrap_or_default())
        };
        plan.findings.iter().map(place).collect::<Vec<_>>()
    };
    let at = |code, cell: &str| vec![(code, cell.to_owned())];
    assert_eq!(told(&[&["name.th"], &["x"]]), at("sheet-slug-missing", "A1"));
    assert_eq!(told(&[&["slug", "nmae.th"]]), at("sheet-column-unknown", "B1"));
    assert_eq!(told(&[&["slug", "kind", "kind"]]), at("sheet-column-twice", "C1"));
    assert_eq!(told(&[&["slug", "kind"], &["", "library"]]), at("sheet-row-unnamed", "A2"));
    assert_eq!(told(&[&["slug"], &["library"], &["library"]]), at("sheet-row-twice", "A3"));
    assert_eq!(told(&[&["slug"], &["The Library"]]), at("slug-invalid", "A2"));
    let both = ["slug", "fee", "fee.1.amount"];
    assert_eq!(told(&[&both, &["library", "free", "20"]]), at("sheet-conflict", "B2"));
}

#[test]
fn a_new_row_is_a_new_file_and_others_stay() {
    let site = library(LIBRARY);
    let homes = homes(site.path());
    let rows: &[&[&str]] = &[
        &["slug", "name.th", "name.en", "kind", "district", "contact.phone"],
        &["museum", "พิพิธภัณฑ์: เก่า", "Museum", "library", "mueang", "043222333"],
    ];
    let plan = planned(&homes, EntryKind::Space, &grid(rows));
    assert_eq!((codes(&plan), plan.unnamed), (vec![], 1));
    write(&plan.changes).unwrap();
    let text = fs::read_to_string(site.path().join("content/spaces/museum.yaml")).unwrap();
    let expected = "name: {th: \"พิพิธภัณฑ์: เก่า\", en: Museum}\nkind: library\ndistrict: mueang\n\
        contact: {phone: [\"043222333\"]}\n";
    assert_eq!(text, expected);
    assert_eq!(
        fs::read_to_string(site.path().join("content/spaces/library.yaml")).unwrap(),
        LIBRARY
    );
}

#[test]
fn a_name_is_changed_in_the_file_that_says_it() {
    let site = library(&LIBRARY.replace(", en: Library", ""));
    let page = site.path().join("content/spaces/library.en.md");
    let text = "\u{feff}---\r\nname: Library # EN\r\n---\r\n\r\nProse: stays.\r\n";
    fs::write(&page, text).unwrap();
    let homes = homes(site.path());
    let rows: &[&[&str]] =
        &[&["slug", "name.th", "name.en"], &["library", "หอสมุดเมือง", "City Library"]];
    let plan = planned(&homes, EntryKind::Space, &grid(rows));
    assert_eq!(codes(&plan), [""; 0]);
    write(&plan.changes).unwrap();
    assert_eq!(fs::read_to_string(&page).unwrap(), text.replace("Library #", "City Library #"));
    let facts = fs::read_to_string(site.path().join("content/spaces/library.yaml")).unwrap();
    assert!(facts.contains("name: {th: หอสมุดเมือง}  # the sign at the door\n"), "{facts}");
}

#[test]
fn nothing_is_written_over_what_somebody_else_changed() {
    let site = library(LIBRARY);
    let homes = homes(site.path());
    let rows: &[&[&str]] = &[&["slug", "name.en"], &["library", "x"], &["new", "y"]];
    let plan = planned(&homes, EntryKind::Space, &grid(rows));
    let facts = site.path().join("content/spaces/library.yaml");
    fs::write(&facts, "name: raced\n").unwrap();
    assert!(matches!(write(&plan.changes), Err(WriteFault::Changed { .. })));
    assert!(!site.path().join("content/spaces/new.yaml").exists());
    assert_eq!(fs::read_to_string(&facts).unwrap(), "name: raced\n");
}

/// Every file of a site's content.
fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let content = root.join("content");
    crate::source::walk(&content)
        .into_iter()
        .map(|found| (found.path, fs::read(found.absolute).unwrap()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A change of any text cell of any entry, then the change back: the sheet says afterwards what
    /// it said before, prose and other entries' files are the same bytes all along.
    #[test]
    fn a_change_is_that_change_and_can_be_taken_back(
        pick in any::<prop::sample::Index>(),
        field in prop::sample::select(vec!["name.th", "name.en", "summary.th", "summary.en", "aliases", "contact.website"]),
        words in "[ก-ฮa-z:#'\"{}\\[\\],|=-]{1,12}",
    ) {
        let site = site("tests/fixtures/every-field");
        let before = homes(site.path());
        let slugs: Vec<String> = before.of(EntryKind::Space).map(|(slug, _)| slug.to_owned()).collect();
        let slug = pick.get(&slugs).clone();
        let text = match field {
            "contact.website" => format!("https://{}.example/", words.len()),
            _ => spelling::fold(&words),
        };
        prop_assume!(!text.is_empty());
        let now = table(&before, EntryKind::Space);
        let row = now.rows.iter().find(|(it, _)| *it == slug).unwrap();
        let old = text_of(row, field);
        let files = tree(site.path());

        let change = |homes: &Homes, cell: &str| {
            planned(homes, EntryKind::Space, &grid(&[&["slug", field], &[&slug, cell]]))
        };
        let plan = change(&before, &text);
        prop_assert_eq!(codes(&plan), [""; 0]);
        write(&plan.changes).unwrap();
        let changed: Vec<String> = tree(site.path())
            .into_iter()
            .filter(|(path, bytes)| files.get(path) != Some(bytes))
            .map(|(path, _)| path)
            .collect();
        prop_assert!(changed.len() <= 1, "{:?}", changed);
        let there = homes(site.path());
        let says = table(&there, EntryKind::Space);
        let says = says.rows.iter().find(|(it, _)| *it == slug).unwrap();
        let expected = if field == "aliases" { spelling::items(&text) } else { vec![text.clone()] };
        let said = text_of(says, field);
        let said = if field == "aliases" { spelling::items(&said) } else { vec![said] };
        prop_assert_eq!(said, expected);

        let back = change(&there, &old);
        prop_assert_eq!(codes(&back), [""; 0]);
        write(&back.changes).unwrap();
        let again = homes(site.path());
        let all = |homes: &Homes| -> Vec<BTreeMap<String, String>> {
            let rows = table(homes, EntryKind::Space).rows.into_iter();
            rows.map(|(_, cells)| cells.into_iter().map(|(name, cell)| (name, cell.text)).collect()).collect()
        };
        prop_assert_eq!(all(&again), all(&before));
    }
}
