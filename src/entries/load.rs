//! From disk to memory: the files of `content/`, every text decoded and normalised.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::files::TextFile;
use crate::diagnostic::{Code, Diagnostics, Problem, reason};
use crate::language;
use crate::source::{FileId, Found, FoundKind, Sources, Span, WalkProblem, Walked, walk};

/// The largest text that is read, in bytes. The longest entry anyone writes is a hundredth of it.
pub(super) const MAX_TEXT: u64 = 4 * 1024 * 1024;

/// What the folder holds.
pub(super) struct Loaded {
    /// Names the folder itself in findings.
    pub(super) folder: FileId,
    /// Every readable file, by path relative to the folder.
    pub(super) files: BTreeSet<String>,
    /// The texts, sorted by path.
    pub(super) texts: Vec<TextFile>,
    /// Texts that are there and cannot be read, which is told.
    pub(super) unread: Vec<String>,
    /// Whether any file may have another path as well.
    pub(super) linked: bool,
}

/// Reads every YAML and Markdown file below `folder`, in parallel; the result is in path order.
pub(super) fn load(folder: &Path, sources: &mut Sources, out: &mut Diagnostics) -> Loaded {
    let mut loaded = Loaded {
        folder: sources.add("content/", ""),
        files: BTreeSet::new(),
        texts: Vec::new(),
        unread: Vec::new(),
        linked: false,
    };
    let Walked { found, linked } = walk(folder);
    loaded.linked = linked;
    let decoded: Vec<(Found, Option<Result<String, Problem>>)> = found
        .into_par_iter()
        .map(|found| {
            // What is no file is never opened: reading a pipe would wait for ever.
            let is_file = matches!(found.kind, FoundKind::File { .. });
            let text = (is_file && is_text(&found.path)).then(|| read_text(&found));
            (found, text)
        })
        .collect();
    for (found, text) in decoded {
        let shown = format!("content/{}", found.path);
        if let FoundKind::Problem(problem) = &found.kind {
            let file = sources.add(shown, "");
            out.push(told(problem, &found.path).at(Span::start_of(file)));
            loaded.unread.push(found.path);
            continue;
        }
        match text {
            None => {}
            Some(Ok(text)) => {
                let file = sources.add(shown, text);
                report_private_use(file, sources, out);
                loaded.texts.push(TextFile { path: found.path.clone(), file });
            }
            Some(Err(problem)) => {
                let file = sources.add(shown, "");
                out.push(problem.at(Span::start_of(file)));
                loaded.unread.push(found.path.clone());
            }
        }
        loaded.files.insert(found.path);
    }
    loaded
}

fn is_text(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["yaml", "yml", "md", "markdown"].contains(&extension)
}

fn told(problem: &WalkProblem, path: &str) -> Problem {
    match problem {
        WalkProblem::Unreadable(reason) => {
            Problem::new(Code::FileUnreadable).text("reason", reason)
        }
        WalkProblem::NotRegular => Problem::new(Code::FileNotRegular),
        WalkProblem::LinkOutside => Problem::new(Code::LinkOutside),
        WalkProblem::LinkLoop => Problem::new(Code::LinkLoop),
        WalkProblem::LinkDangling => Problem::new(Code::LinkDangling),
        WalkProblem::NameNotUnicode => {
            let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
            Problem::new(Code::SlugInvalid).text("value", name)
        }
    }
}

/// The text of one file of `content/` as reading everything would find it; nothing where that would
/// tell of a problem.
pub(crate) fn reread(path: &Path) -> Option<String> {
    let metadata = path.symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
    if metadata.len() > MAX_TEXT || !is_text(path.to_str()?) {
        return None;
    }
    let text = decode(&std::fs::read(path).ok()?).ok()?;
    language::private_use(&text).is_none().then_some(text)
}

fn read_text(found: &Found) -> Result<String, Problem> {
    if let FoundKind::File { size } = found.kind
        && size > MAX_TEXT
    {
        return Err(Problem::new(Code::FileTooLarge)
            .number("megabytes", size / 1_048_576)
            .number("most", MAX_TEXT / 1_048_576));
    }
    let bytes = std::fs::read(&found.absolute)
        .map_err(|error| Problem::new(Code::FileUnreadable).reason(reason::of_system(&error)))?;
    decode(&bytes)
}

/// UTF-8 without a byte-order mark, in the normal form of the language stage.
fn decode(bytes: &[u8]) -> Result<String, Problem> {
    let text = simdutf8::compat::from_utf8(bytes)
        .map_err(|error| Problem::new(Code::FileNotText).number("byte", error.valid_up_to() + 1))?;
    if let Some(at) = text.find('\0') {
        return Err(Problem::new(Code::FileNotText).number("byte", at + 1));
    }
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(language::normalise_text(bare).into_owned())
}

fn report_private_use(file: FileId, sources: &Sources, out: &mut Diagnostics) {
    if let Some(range) = language::private_use(&sources.get(file).text) {
        let span = Span::new(file, range.start, range.end);
        let code = sources.slice(span).chars().next().map_or(0, u32::from);
        let problem = Problem::new(Code::PrivateUse).text("value", format!("U+{code:04X}"));
        out.push(problem.at(span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_or_a_finding() {
        assert_eq!(decode("\u{feff}ก".as_bytes()).as_deref(), Ok("ก"));
        assert_eq!(decode(b"a\xff").map_err(|problem| problem.code), Err(Code::FileNotText));
        assert_eq!(decode(b"a\0").map_err(|problem| problem.code), Err(Code::FileNotText));
    }
}
