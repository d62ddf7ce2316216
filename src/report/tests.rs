//! The reports and the real messages, held together.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Resource};

use super::*;
use crate::diagnostic::{Diagnostics, Problem};
use crate::syntax::yaml;

const LANGUAGES: [&str; 2] = ["th", "en"];

/// The messages of one language, as the folder `locales/` has them.
struct Fluent(FluentBundle<FluentResource>);

fn files(language: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let ours = name.starts_with("diagnostics") || name == "cli.ftl";
        ours.then(|| (name, std::fs::read_to_string(entry.path()).unwrap()))
    };
    std::fs::read_dir(folder).unwrap().filter_map(read).collect()
}

fn words(language: &str) -> Fluent {
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    for (name, text) in files(language) {
        let resource = FluentResource::try_new(text)
            .unwrap_or_else(|(_, errors)| panic!("{language}/{name}: {}", errors[0]));
        // A message that stands twice is refused here.
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{name}: {}", errors[0]));
    }
    Fluent(bundle)
}

impl Words for Fluent {
    fn message(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, name)| (id, Some(name)));
        let message = self.0.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            match value {
                Argument::Text(text) => values.set(*name, text.as_str()),
                Argument::Number(number) => values.set(*name, *number),
                Argument::Message(_) | Argument::Choices(_) => panic!("{id}: unresolved {name}"),
            }
        }
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        assert!(errors.is_empty(), "{id}: {}", errors[0]);
        Some(text)
    }
}

/// One file and its findings.
struct Case {
    sources: Sources,
    file: FileId,
    out: Diagnostics,
}

impl Case {
    fn new(path: &str, text: &str) -> Self {
        let mut sources = Sources::default();
        let file = sources.add(path, text);
        Self { sources, file, out: Diagnostics::default() }
    }

    fn span(&self, part: &str) -> Span {
        let start = self.sources.get(self.file).text.find(part).unwrap();
        Span::new(self.file, start, start + part.len())
    }

    fn broken(path: &str, text: &str) -> Self {
        let mut case = Self::new(path, text);
        yaml::parse(text, case.file, 0, &mut case.out);
        case
    }

    fn report(mut self, problem: Problem, part: &str) -> Self {
        let span = self.span(part);
        self.out.push(problem.at(span));
        self
    }

    fn human(self, language: &str) -> String {
        let look = Look { colour: false, width: 60 };
        human(&self.out.into_sorted(), &self.sources, &words(language), look)
    }
}

fn unknown_field(written: &str) -> Problem {
    let names = ["name", "summary", "kind", "partners", "district"];
    Problem::new(Code::UnknownField)
        .text("field", written)
        .choices("choices", names)
        .suggest_nearest(written, names)
}

#[test]
fn an_unknown_field_names_the_nearest_in_both_languages() {
    let case = || {
        let text = "name: ก\nkidn: library\n";
        Case::new("content/spaces/x.yaml", text).report(unknown_field("kidn"), "kidn")
    };
    insta::assert_snapshot!(case().human("th"));
    insta::assert_snapshot!(case().human("en"));
}

#[test]
fn marks_stand_under_the_right_letters_of_thai() {
    let text = "summary: {th: ที่นี่มีน้ำใจ, eng: x}\n";
    let problem =
        Problem::new(Code::UnknownLanguage).text("value", "eng").choices("choices", ["th", "en"]);
    let told =
        Case::new("content/spaces/x.yaml", text).report(problem.suggest("en"), "eng").human("th");
    // Seen: ท น ม น ำ ใ จ, seven cells; the marks above and below take none.
    let marks = told.lines().find(|line| line.contains('^')).unwrap();
    assert_eq!(marks.find('^'), Some("1 | summary: {th: ".len() + 7 + ", ".len()));
    assert!(marks.ends_with("^^^"));
    insta::assert_snapshot!(told);
}

#[test]
fn a_key_that_stands_twice_is_shown_with_the_first() {
    let path = "content/spaces/x.yaml";
    let near = Case::broken(path, "kind: library\r\nname: หอสมุด\r\nkind: museum\r\n");
    insta::assert_snapshot!(near.human("th"));
    let flow = Case::broken(path, "ages: {from: 6, to: 8, from: 7}");
    insta::assert_snapshot!(flow.human("en"));
    let apart = format!("kind: library\n{}kind: museum\n", "# ก\n".repeat(100));
    insta::assert_snapshot!(Case::broken(path, &apart).human("en"));
    let long = format!("x: {{from: 6, to: {}, from: 7}}", "ที่นี่น้ำใจ".repeat(40));
    insta::assert_snapshot!(Case::broken(path, &long).human("en"));
}

/// A page of one paragraph with bold text that does not end.
fn long_prose() -> Case {
    let before = "เมืองแห่งการเรียนรู้ที่นี่มีน้ำใจ".repeat(60);
    let bold = "**ขอนแก่น (Khon Kaen)**";
    let after = "กว้างใหญ่".repeat(60);
    let text = format!("---\r\nname: ก\r\n---\r\n\r\n{before}{bold}เป็น{after}\r\n");
    let problem = Problem::new(Code::EmphasisOpen).suggest(format!("{bold} "));
    Case::new("content/spaces/x.th.md", &text).report(problem, bold)
}

#[test]
fn a_long_line_of_prose_is_cut_around_the_place() {
    let told = long_prose().human("th");
    assert!(told.lines().all(|line| line.chars().count() < 140) && !told.contains('\r'), "{told}");
    insta::assert_snapshot!(told);
}

#[test]
fn what_concerns_a_whole_file_shows_no_line() {
    let twice = Problem::new(Code::EntryDuplicate).text("first", "a.md").text("second", "b.yaml");
    insta::assert_snapshot!(Case::new("content/b.yaml", "name: ก\n").report(twice, "").human("th"));
    let missing = || Problem::new(Code::MissingField).text("field", "name");
    insta::assert_snapshot!(Case::new("content/b.yaml", "").report(missing(), "").human("en"));
    insta::assert_snapshot!(Case::new("content/b.yaml", "a: 1").report(missing(), "").human("en"));
}

#[test]
fn places_at_the_very_end_and_of_no_width_have_a_mark() {
    let open = Case::broken("content/x.yaml", "a: [1, 2\n").human("en");
    assert!(open.contains("x.yaml:2:1") && open.contains('^'), "{open}");
    let odd = Problem::new(Code::PrivateUse).text("value", "U+0E49");
    let told = Case::new("content/x.yaml", "ก้น\n").report(odd, "้").human("en");
    assert!(told.contains("  |  ^\n"), "{told}");
}

#[test]
fn nothing_in_a_file_colours_or_breaks_the_report() {
    let case = || {
        let field = "\u{1b}[31m\u{9b}x\ny\r\n";
        let problem = Problem::new(Code::NotTranslatable).text("field", field).suggest(field);
        Case::new("content/x\n.yaml", "\u{1b}[31m\u{9b}: 1\n").report(problem, "\u{1b}[31m")
    };
    let told = case().human("en");
    assert!(!told.contains(['\u{1b}', '\u{9b}', '\r']), "{told}");
    assert!(told.starts_with("error[not-translatable]: “␛[31m·x y ” is"), "{told}");
    assert!(told.contains("\n --> content/x .yaml:1:1\n"), "{told}");
    let Case { sources, out, .. } = case();
    let findings = out.into_sorted();
    let look = Look { colour: true, width: 60 };
    assert!(human(&findings, &sources, &words("en"), look).contains("\u{1b}["));
    assert_eq!(
        github(&findings, &sources, &words("en"), &Repository::default()).lines().count(),
        1
    );
    assert_eq!(json(&findings, &sources, &words("en")).lines().count(), 3);
}

#[test]
fn programs_get_every_field() {
    let text = "kind: library\nkind: museum\n";
    let case = Case::broken("content/x.yaml", text).report(unknown_field("kidn"), "museum");
    let findings = case.out.into_sorted();
    insta::assert_snapshot!(json(&findings, &case.sources, &words("en")));
    let below = Repository { site: "our/site".to_owned() };
    insta::assert_snapshot!(github(&findings, &case.sources, &words("th"), &below));
    insta::assert_snapshot!(sarif(&findings, &case.sources, &words("th"), &below, "th"));
    assert_eq!(json(&[], &case.sources, &words("en")), "[]\n");
    assert_eq!(human(&[], &case.sources, &words("en"), Look::default()), "");
}

#[test]
fn long_lists_of_choices_end() {
    let choices: Vec<String> = (1..=13).map(|number| number.to_string()).collect();
    let text = |count: usize| plain(&Argument::Choices(choices[..count].to_vec()), &words("en"));
    assert_eq!(text(12), Argument::Text("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12".to_owned()));
    assert_eq!(text(13), Argument::Text("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …".to_owned()));
    let shape = Argument::Message("shape-list");
    assert_eq!(plain(&shape, &words("th")), Argument::Text("รายการหลายข้อ".to_owned()));
}

#[test]
fn a_mistake_made_again_and_again_is_told_a_hundred_times_and_counted() {
    let told = |times: usize, language| {
        let mut case = Case::new("content/spaces/x.yaml", &"a: 1\n".repeat(times));
        for at in 0..times {
            case.out.push(unknown_field("a").at(Span::new(case.file, at * 5, at * 5 + 1)));
        }
        let other = case.report(Problem::new(Code::NotTranslatable).text("field", "a"), "a");
        let findings = other.out.into_sorted();
        let pages = cards(&findings, &other.sources, &words(language));
        let more = pages.iter().filter_map(|card| card.more.clone()).collect::<Vec<_>>();
        let look = Look { colour: false, width: 60 };
        let human = human(&findings, &other.sources, &words(language), look);
        (human.matches("[unknown-field]").count(), pages.len(), more, human)
    };
    let (blocks, pages, more, human) = told(100, "en");
    assert_eq!((blocks, pages, more.len()), (100, 101, 0));
    assert!(human.ends_with("Found 101 errors.\n"), "{human}");
    let (blocks, pages, more, human) = told(101, "en");
    let one = "One more of this kind in this file is not shown here.";
    assert_eq!((blocks, pages, more), (100, 101, vec![one.to_owned()]));
    assert!(human.ends_with(&format!("\n\n{one}\n\nFound 102 errors.\n")), "{human}");
    let (blocks, _, more, _) = told(5000, "th");
    let many = "ในไฟล์นี้ยังมีจุดแบบเดียวกันอีก 4900 จุดที่ไม่ได้แสดงไว้";
    assert_eq!((blocks, more), (100, vec![many.to_owned()]));
}

#[test]
fn numbers_take_their_plural() {
    let count = |errors, warnings| {
        let counts =
            [("errors", Argument::Number(errors)), ("warnings", Argument::Number(warnings))];
        words("en").message("found-summary", &counts).unwrap()
    };
    assert_eq!(count(0, 0), "Found no warnings.");
    assert_eq!(count(1, 0), "Found 1 error.");
    assert_eq!(count(0, 1), "Found 1 warning.");
    assert_eq!(count(2, 1), "Found 2 errors and 1 warning.");
}

#[test]
fn the_build_is_summed_up_in_both_languages() {
    let built = |language, warnings| {
        let number = |name, number| (name, Argument::Number(number));
        let counts = [
            number("pages", 1),
            number("files", 12),
            number("languages", 2),
            number("warnings", warnings),
            ("seconds", Argument::Text("0.4".to_owned())),
        ];
        words(language).message("cli-built", &counts).unwrap()
    };
    assert_eq!(built("en", 0), "Built 1 page in 2 languages (12 files) in 0.4 s.");
    assert_eq!(built("en", 1), "Built 1 page in 2 languages (12 files) in 0.4 s, with 1 warning.");
    assert_eq!(built("th", 0), "สร้างเสร็จแล้ว 1 หน้า 2 ภาษา (12 ไฟล์) ใน 0.4 วินาที");
    assert!(built("th", 3).ends_with("ใน 0.4 วินาที มีคำเตือน 3 จุด"));
}

#[test]
fn every_code_is_told_in_every_language() {
    for language in LANGUAGES {
        let words = words(language);
        for code in Code::ALL {
            let message = words.0.get_message(code.name());
            let message = message.unwrap_or_else(|| panic!("{language}: {code} is missing"));
            assert!(message.value().is_some(), "{language}: {code} says nothing");
            let expected = message.get_attribute("expected");
            assert!(expected.is_some(), "{language}: {code} says not what is right");
        }
        for code in [
            Code::DuplicateKey,
            Code::TranslatedTwice,
            Code::EndsBeforeStarts,
            Code::SpaceAndPlace,
            Code::FormerDuplicate,
        ] {
            let message = words.0.get_message(code.name()).unwrap();
            assert!(message.get_attribute("related").is_some(), "{language}: {code}");
        }
    }
}

#[test]
fn every_word_that_a_finding_names_is_told() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut named = BTreeSet::new();
    for entry in walkdir::WalkDir::new(source).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let quoted = text.split('"').filter(|part| {
                (part.starts_with("expect-") || part.starts_with("shape-"))
                    && part.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                    && !part.ends_with('-')
            });
            named.extend(quoted.map(str::to_owned));
        }
    }
    assert!(named.len() > 4);
    for language in LANGUAGES {
        for id in &named {
            assert!(words(language).message(id, &[]).is_some(), "{language}: {id} is missing");
        }
    }
}

/// The variables of each message, its attributes taken together.
fn variables(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (name, text) in files(language) {
        let parsed = fluent_syntax::parser::parse(text.as_str());
        let resource = parsed.unwrap_or_else(|(_, errors)| panic!("{name}: {}", errors[0]));
        for entry in resource.body {
            let Entry::Message(message) = &entry else { continue };
            let id = message.id.name.to_owned();
            let attributes = message.attributes.iter().map(|it| format!(".{}", it.id.name));
            let mut used: BTreeSet<String> = attributes.collect();
            let written = fluent_syntax::serializer::serialize(&Resource { body: vec![entry] });
            let names = written.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                rest[..end.unwrap_or(rest.len())].to_owned()
            });
            used.extend(names.filter(|name| !name.is_empty()));
            found.insert(id, used);
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_messages_and_variables() {
    let (thai, english) = (variables("th"), variables("en"));
    for (id, used) in &thai {
        assert_eq!(Some(used), english.get(id), "{id}");
    }
    assert_eq!(thai.len(), english.len());
}
