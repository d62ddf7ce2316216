//! A summary in Markdown for the page that a CI service shows of a job: what was found, and what
//! changed in the published tree since the last build.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::console::{Console, count, number, text};
use crate::diagnostic::{Diagnostic, Severity};
use crate::output::{ChangedPage, Changes};
use crate::report::{self, Words};
use crate::source::Sources;

/// As many of each kind are listed; the rest is counted.
const MOST: usize = 50;

/// Where summaries are appended: the file that was asked for, and GitHub's.
pub(super) fn files(asked: Option<&Path>) -> Vec<PathBuf> {
    let github = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty());
    asked.map(Path::to_owned).into_iter().chain(github.map(PathBuf::from)).collect()
}

/// Appends a text to each file.
pub(super) fn append(files: &[PathBuf], text: &str) -> Result<(), (PathBuf, io::Error)> {
    for path in files {
        let file = OpenOptions::new().create(true).append(true).open(path);
        file.and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(|error| (path.clone(), error))?;
    }
    Ok(())
}

/// The summary: a heading, what was found, and what changed where something was published.
pub(super) fn markdown(
    console: &Console,
    findings: &[Diagnostic],
    sources: &Sources,
    published: Option<&Published<'_>>,
) -> String {
    let mut out = String::new();
    let say = |id: &str, count: usize| {
        console.message(id, &[("count", number(count))]).unwrap_or_default()
    };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "## {}\n", say("summary-heading", 0));
    match published {
        None => {
            let _ = writeln!(out, "{}\n", say("summary-not-published", 0));
        }
        Some(published) => changes(&mut out, published, &say),
    }
    let errors = count(findings, Severity::Error);
    let warnings = count(findings, Severity::Warning);
    if errors + warnings > 0 {
        let _ = writeln!(out, "### {}\n", say("summary-findings", errors + warnings));
        for (place, message) in report::lines(findings, sources, console).into_iter().take(MOST) {
            let _ = writeln!(out, "- `{}` {}", place.replace('`', "'"), escaped(&message));
        }
        more(&mut out, errors + warnings, &say);
        out.push('\n');
    }
    out
}

/// What a build put at an address.
#[derive(Debug)]
pub(super) struct Published<'c> {
    /// What differs from what stood there; nothing where nothing did.
    pub(super) changes: Option<&'c Changes>,
    /// The address of the root.
    pub(super) root: String,
    /// The sentence that counts pages and files.
    pub(super) built: String,
}

fn changes(out: &mut String, published: &Published<'_>, say: &impl Fn(&str, usize) -> String) {
    let _ = writeln!(out, "{}\n", escaped(&published.built));
    let Some(changes) = published.changes else {
        let _ = writeln!(out, "{}\n", say("summary-first", 0));
        return;
    };
    if changes.is_empty() {
        let _ = writeln!(out, "{}\n", say("summary-same", 0));
        return;
    }
    let parts = [
        ("summary-added", &changes.added, true),
        ("summary-changed", &changes.changed, true),
        ("summary-removed", &changes.removed, false),
    ];
    for (heading, pages, linked) in parts {
        if pages.is_empty() {
            continue;
        }
        let _ = writeln!(out, "### {}\n", say(heading, pages.len()));
        for page in pages.iter().take(MOST) {
            let _ = writeln!(out, "- {}", item(page, linked.then_some(published.root.as_str())));
        }
        more(out, pages.len(), say);
        out.push('\n');
    }
    for (id, count) in [("summary-around", changes.around), ("summary-files", changes.files)] {
        if count > 0 {
            let _ = writeln!(out, "{}\n", say(id, count));
        }
    }
}

fn item(page: &ChangedPage, root: Option<&str>) -> String {
    let path = page.file.strip_suffix("index.html").unwrap_or(&page.file);
    let name = page.title.as_deref().unwrap_or(path);
    match root {
        Some(root) => format!("[{}]({root}{path})", escaped(name)),
        None => format!("{} `/{path}`", escaped(name)),
    }
}

fn more(out: &mut String, count: usize, say: &impl Fn(&str, usize) -> String) {
    if count > MOST {
        let _ = writeln!(out, "- {}", say("summary-more", count - MOST));
    }
}

/// Text that is no markup, in one line.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if "\\`*_[]<>|#".contains(letter) {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}

/// The reason why a summary is missing, for the console.
pub(super) fn fail(console: &Console, path: &Path, error: &io::Error) {
    let path = text(path.display().to_string());
    console.fail("cli-cannot-write", &[("path", path), ("reason", console.reason(error))]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_markup() {
        assert_eq!(escaped("a [b](c) *d* <e>\n"), "a \\[b\\](c) \\*d\\* \\<e\\> ");
        let page =
            ChangedPage { file: "th/a/index.html".to_owned(), title: Some("ก | ข".to_owned()) };
        assert_eq!(item(&page, Some("https://c.example/")), "[ก \\| ข](https://c.example/th/a/)");
        assert_eq!(item(&page, None), "ก \\| ข `/th/a/`");
    }
}
