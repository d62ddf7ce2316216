//! A site in a folder of its own, and the program run on it: no clock, no environment, no network.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The day on which every test takes place.
pub(crate) const TODAY: &str = "2026-11-24";

/// A site that a test may write to.
pub(crate) struct Site {
    folder: TempDir,
}

/// What the program said, with the site's folder written as `ROOT`.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Site {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder can be made") }
    }

    /// The good site that every bad one differs from in one thing.
    pub(crate) fn base() -> Self {
        Self::copy_of("tests/bad/_base")
    }

    /// The invented city that uses every field.
    pub(crate) fn city() -> Self {
        Self::copy_of("tests/fixtures/city")
    }

    /// A copy of a folder of this repository.
    pub(crate) fn copy_of(folder: &str) -> Self {
        let site = Self::empty();
        site.lay_over(&repository(folder));
        site
    }

    /// The site's folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Copies every file of a folder over the site's.
    pub(crate) fn lay_over(&self, folder: &Path) {
        for path in files_below(folder) {
            let bytes = fs::read(folder.join(&path)).expect("a fixture can be read");
            self.write_bytes(&path, &bytes);
        }
    }

    /// Writes a text, and the folders above it.
    pub(crate) fn write(&self, path: &str, text: &str) -> &Self {
        self.write_bytes(path, text.as_bytes())
    }

    /// Writes any bytes.
    pub(crate) fn write_bytes(&self, path: &str, bytes: &[u8]) -> &Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a file stands in a folder"))
            .expect("a folder can be made");
        fs::write(&path, bytes).expect("a file can be written");
        self
    }

    /// Replaces a stretch of a file that must be there.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.write(path, &text.replacen(from, to, 1))
    }

    /// Adds to the end of a file.
    pub(crate) fn append(&self, path: &str, more: &str) -> &Self {
        let text = self.read(path);
        self.write(path, &(text + more))
    }

    /// Takes a file away.
    pub(crate) fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.root().join(path)).expect("the file to remove is there");
        self
    }

    /// The text of a file of the site or of what was built from it.
    pub(crate) fn read(&self, path: &str) -> String {
        let bytes = fs::read(self.root().join(path));
        let bytes = bytes.unwrap_or_else(|error| panic!("{path}: {error}"));
        String::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A page as [`read`](Self::read) has it, without the elements that keep words whole.
    pub(crate) fn read_unmarked(&self, path: &str) -> String {
        let page = self.read(path);
        let mut pieces = page.split("<span class=\"nb\">");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            out.push_str(&piece.replacen("</span>", "", 1));
        }
        out
    }

    /// Whether a file or folder is there.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.root().join(path).exists()
    }

    /// Every file below a folder of the site, with its bytes.
    pub(crate) fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let folder = self.root().join(folder);
        let read = |path: String| {
            let bytes = fs::read(folder.join(&path)).expect("a built file can be read");
            (path, bytes)
        };
        files_below(&folder).into_iter().map(read).collect()
    }

    /// The program, about to run in this site with nothing from the environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nakhon"));
        command.env_clear().current_dir(self.root()).args(arguments);
        command
    }

    /// Runs the program on the fixed day, speaking English unless the arguments say otherwise.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let mut all = arguments.to_vec();
        for (name, value) in [("--today", TODAY), ("--lang", "en")] {
            if !arguments.contains(&name) {
                all.extend([name, value]);
            }
        }
        self.finish(self.command(&all))
    }

    /// Runs a command to its end.
    pub(crate) fn finish(&self, mut command: Command) -> Ran {
        let output = command.output().expect("the program can be started");
        let text = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8");
            text.replace(&self.root().display().to_string(), "ROOT")
        };
        Ran {
            status: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// Builds the site, which must be possible.
    pub(crate) fn build(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(&[&["build"], arguments].concat());
        assert_eq!(ran.status, 0, "the site can be built:\n{}", ran.err);
        ran
    }
}

/// A path of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder, sorted, by path relative to it with `/`.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name();
    let files = walk.into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
    files
        .map(|entry| {
            let inner = entry.path().strip_prefix(folder).expect("the walk stays below");
            inner.to_str().expect("names of fixtures are text").replace('\\', "/")
        })
        .collect()
}

/// Whether a path ends in `.` and the extension, as this repository writes it.
pub(crate) fn is_a(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == extension)
}

/// Whether the files to compare with are written anew: `SNAPSHOTS=overwrite cargo test`.
pub(crate) fn overwrites() -> bool {
    std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite")
}

/// Compares a text with a file of the repository; the first line that differs is told.
pub(crate) fn compare(golden: &Path, text: &str) -> Result<(), String> {
    if overwrites() {
        fs::create_dir_all(golden.parent().expect("a file stands in a folder"))
            .and_then(|()| fs::write(golden, text))
            .map_err(|error| error.to_string())?;
        return Ok(());
    }
    let name = golden.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(golden).display();
    let expected = fs::read_to_string(golden).map_err(|error| format!("{name}: {error}"))?;
    // A checkout on Windows may have turned the line ends.
    let expected = expected.replace("\r\n", "\n");
    if expected == text {
        return Ok(());
    }
    let (mut lines, mut wanted) = (text.lines(), expected.lines());
    let mut number = 0;
    loop {
        number += 1;
        let (line, want) = (lines.next(), wanted.next());
        if line != want || line.is_none() {
            let shown = |line: Option<&str>| line.unwrap_or("(the end)").to_owned();
            let (want, line) = (shown(want), shown(line));
            return Err(format!("{name}:{number}\n  expected {want}\n  came     {line}"));
        }
    }
}
