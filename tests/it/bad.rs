//! Every rule of the content format, broken: `tests/bad/CODE/CASE/` is a good site but for one
//! thing, with the exact report in both languages.
//!
//! A case holds only the files that differ from `tests/bad/_base/`. Three names are not copied:
//! `expected.LANG.txt`, the report; `args.txt`, further arguments; `without.txt`, files that the
//! case lacks. A case with a `sheet.csv` or `sheet.xlsx` is told of by its import, others by `check`. `SNAPSHOTS=overwrite cargo test --test it` writes the reports anew: read them.

use std::collections::BTreeSet;
use std::fs;

use nakhon::diagnostic::Code;
use rayon::prelude::*;

use crate::odd::{self, MADE};
use crate::support::{Site, compare, files_below, repository};

/// Rules that nothing tells yet, and why.
const UNTOLD: &[Code] = &[
    // No two routes can share an address while slugs and languages are distinct: a last guard.
    Code::AddressDuplicate,
    // Told by other sites' answers alone: `publishing.rs` and the tests of `external` ask a server.
    Code::ExternalGone,
    Code::ExternalMoved,
    Code::ExternalSilent,
];

/// The cases as `CODE/CASE`, sorted: those with files of their own and those made by code.
fn cases() -> BTreeSet<String> {
    let folder = repository("tests/bad");
    let written = files_below(&folder).into_iter().filter_map(|path| {
        let mut parts = path.split('/');
        let (code, case) = (parts.next()?, parts.next()?);
        (code != "_base").then(|| format!("{code}/{case}"))
    });
    written.chain(MADE.iter().map(|(case, _)| (*case).to_owned())).collect()
}

fn site(case: &str) -> (Site, Vec<String>) {
    let folder = repository("tests/bad").join(case);
    let site = Site::base();
    let mut arguments = Vec::new();
    for path in files_below(&folder) {
        let bytes = fs::read(folder.join(&path)).expect("a fixture can be read");
        let words = || String::from_utf8_lossy(&bytes).into_owned();
        match path.as_str() {
            "expected.en.txt" | "expected.th.txt" => {}
            "args.txt" => arguments.extend(words().split_whitespace().map(str::to_owned)),
            "without.txt" => words().lines().for_each(|path| {
                site.remove(path);
            }),
            _ => {
                site.write_bytes(&path, &bytes);
            }
        }
    }
    (site, arguments)
}

/// Checks one case in both languages; what is not as expected comes back in words.
fn examine(case: &str) -> Vec<String> {
    let (site, arguments) = site(case);
    let made = MADE.iter().find(|(name, _)| *name == case);
    if let Some((_, make)) = made {
        make(&site);
    }
    let code = case.split('/').next().expect("a case stands below its code");
    let mut wrong = Vec::new();
    for language in ["en", "th"] {
        let sheet = ["sheet.csv", "sheet.xlsx"].into_iter().find(|sheet| site.has(sheet));
        let mut all = match sheet {
            Some(sheet) => vec!["import", sheet, "--dry-run", "--kind", "spaces"],
            None => vec!["check"],
        };
        all.extend(["--threads", "1", "--lang", language]);
        all.extend(arguments.iter().map(String::as_str));
        let ran = odd::run(&site, &all);
        let report = format!("{}[exit status {}]\n", ran.err, ran.status);
        if !ran.err.contains(&format!("[{code}]")) {
            wrong.push(format!("{case}: `{code}` is not told:\n{report}"));
        }
        let english = language == "en";
        let denies = arguments.iter().any(|argument| argument == "--deny");
        if english && !denies && (ran.status == 1) != ran.err.contains("error[") {
            wrong.push(format!("{case}: the exit status is not that of the findings:\n{report}"));
        }
        let golden = repository("tests/bad").join(case).join(format!("expected.{language}.txt"));
        wrong.extend(compare(&golden, &report).err());
    }
    if made.is_some() {
        odd::mend(&site);
    }
    wrong
}

#[test]
fn the_base_is_good() {
    let ran = Site::base().run(&["check", "--deny", "warnings"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
}

#[test]
fn every_case_is_told_as_expected() {
    let wrong: Vec<String> = cases()
        .into_iter()
        .collect::<Vec<_>>()
        .par_iter()
        .flat_map_iter(|case| examine(case))
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    let told: BTreeSet<&str> = cases.iter().filter_map(|case| case.split('/').next()).collect();
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let strange: Vec<_> = told.difference(&names).collect();
    assert!(strange.is_empty(), "no codes: {strange:?}");
    for code in Code::ALL {
        let has = told.contains(code.name());
        assert_ne!(has, UNTOLD.contains(code), "`{code}`: either a case or a reason why not");
    }
}
