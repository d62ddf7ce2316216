//! When each part of each line of the content was last changed.
//!
//! In: the site's root, and the time that counts for what is not committed yet. Out:
//! [`LineHistory`], which tells of any stretch when it was changed, all the times. Promise: two `git` processes whatever the number of files; a merge counts as one
//! change on the day it was made; what moved with its file keeps its time, and so does the part of a
//! line that a change left alone, as in `{th: …, en: …}`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use jiff::Timestamp;

/// Begins the line of a commit; in a patch no line begins so.
const COMMIT: char = '\u{1}';

/// When the lines of each file were changed, by path below the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineHistory {
    files: BTreeMap<String, Vec<Line>>,
    /// What counts for lines that no commit holds.
    now: Timestamp,
}

/// A stretch of a text by lines, counted from 1, and bytes within the line, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first byte.
    pub from: (usize, usize),
    /// One past the last byte.
    pub to: (usize, usize),
}

impl Stretch {
    /// A range of bytes of a text.
    pub fn of(text: &str, range: Range<usize>) -> Self {
        let place = |at: usize| {
            let before = text.get(..at).unwrap_or(text);
            let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
            (line, before.len() - before.rfind('\n').map_or(0, |end| end + 1))
        };
        Self { from: place(range.start), to: place(range.end) }
    }
}

/// So many bytes of a line, and when they, and what stood there before them, were changed.
type Part = (usize, BTreeSet<Timestamp>);

/// The parts of a line, from its beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Line(Vec<Part>);

impl Line {
    fn new(text: &str, times: BTreeSet<Timestamp>) -> Self {
        Self(vec![(text.len(), times)])
    }

    fn times(&self) -> impl Iterator<Item = Timestamp> {
        self.0.iter().flat_map(|(_, times)| times.iter().copied())
    }

    /// The line after a change: what both texts begin and end with keeps its time.
    fn changed(&self, old: &str, new: &str, time: Timestamp) -> Self {
        let same = |a: &(char, char)| a.0 == a.1;
        let front = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8());
        // What was only taken away leaves its mark on the letter before it.
        let last = new.chars().next_back().map_or(0, char::len_utf8);
        let front = front.sum::<usize>().min(new.len() - last).min(old.len());
        let front = (0..=front).rev().find(|at| new.is_char_boundary(*at)).unwrap_or_default();
        let ends = old[front..].chars().rev().zip(new[front..].chars().rev());
        let back: usize = ends.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let back = back.min((new.len() - front).saturating_sub(1));
        let mut parts = self.part(0..front);
        let replaced = self.part(front..(old.len() - back).max(front));
        let mut times: BTreeSet<Timestamp> =
            replaced.into_iter().flat_map(|(_, times)| times).collect();
        times.insert(time);
        parts.push((new.len() - front - back, times));
        parts.extend(self.part(old.len() - back..old.len()));
        Self(parts)
    }

    fn part(&self, range: Range<usize>) -> Vec<Part> {
        let mut at = 0;
        let mut parts = Vec::new();
        for (length, times) in &self.0 {
            let shared = range.end.min(at + length).saturating_sub(range.start.max(at));
            if shared > 0 {
                parts.push((shared, times.clone()));
            }
            at += length;
        }
        parts
    }
}

impl LineHistory {
    /// Asks `git`; nothing where there is no repository, or none with a commit.
    pub fn of(root: &Path, now: Timestamp) -> Option<Self> {
        let format = format!("--format={COMMIT}%ct");
        let log = ["log", "--first-parent", "-m", "--reverse", "--no-decorate", "-p", &format];
        let log = patches(root, &log)?;
        let mut history = Self { files: BTreeMap::new(), now };
        history.read(&log, now);
        if history.files.is_empty() {
            return None;
        }
        let changes = patches(root, &["diff", "HEAD"]).unwrap_or_default();
        history.read(&changes, now);
        Some(history)
    }

    /// When a stretch was changed, all the times; now for a file that no commit holds.
    pub fn times(&self, path: &str, stretch: Stretch) -> BTreeSet<Timestamp> {
        let Stretch { from, to } = stretch;
        let lines = self.files.get(path).map(Vec::as_slice).unwrap_or_default();
        let parts = (from.0..=to.0).filter_map(|number| {
            let line = lines.get(number - 1)?;
            let begin = if number == from.0 { from.1 } else { 0 };
            let end = if number == to.0 { to.1 } else { usize::MAX };
            Some(line.part(begin..end))
        });
        let times: BTreeSet<Timestamp> = parts.flatten().flat_map(|(_, times)| times).collect();
        if times.is_empty() { BTreeSet::from([self.now]) } else { times }
    }

    /// Takes in patches in the order they were made; each is of the last commit named before it.
    fn read(&mut self, log: &str, otherwise: Timestamp) {
        let mut time = otherwise;
        let mut from: Option<String> = None;
        let mut path: Option<String> = None;
        let mut lines = log.lines();
        while let Some(line) = lines.next() {
            if let Some(seconds) = line.strip_prefix(COMMIT) {
                let seconds = seconds.trim().parse().ok();
                time = seconds.and_then(|it| Timestamp::from_second(it).ok()).unwrap_or(otherwise);
            } else if line.starts_with("diff --git ") {
                (from, path) = (None, None);
            } else if let Some(old) = line.strip_prefix("rename from ") {
                from = Some(old.to_owned());
            } else if let Some(new) = line.strip_prefix("rename to ") {
                if let Some(moved) = from.take().and_then(|old| self.files.remove(&old)) {
                    self.files.insert(new.to_owned(), moved);
                }
            } else if let Some(old) = line.strip_prefix("--- a/") {
                from = Some(old.to_owned());
            } else if let Some(new) = line.strip_prefix("+++ b/") {
                path = Some(new.to_owned());
            } else if line == "+++ /dev/null" {
                path = from.take();
            } else if let (Some(path), Some(hunk)) =
                (&path, line.strip_prefix("@@ ").and_then(Hunk::read))
            {
                let of = self.files.entry(path.clone()).or_default();
                hunk.apply(of, &mut lines, time);
            }
        }
    }
}

/// Where a hunk stands in the file as it is after the hunks before it.
struct Hunk {
    /// The first line that it changes, counted from 0.
    begin: usize,
    removed: usize,
    added: usize,
}

impl Hunk {
    /// Reads `-a,b +c,d @@ …`.
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let pair = |part: &str, sign: char| -> Option<(usize, usize)> {
            let part = part.strip_prefix(sign)?;
            match part.split_once(',') {
                Some((line, count)) => Some((line.parse().ok()?, count.parse().ok()?)),
                None => Some((part.parse().ok()?, 1)),
            }
        };
        let (_, removed) = pair(parts.next()?, '-')?;
        let (line, added) = pair(parts.next()?, '+')?;
        // Where nothing is added, the line before the removed ones is named.
        let begin = if added == 0 { line } else { line.saturating_sub(1) };
        Some(Self { begin, removed, added })
    }

    /// Takes the hunk's own lines off the patch, whatever they look like, and changes the file.
    fn apply<'l>(
        &self,
        file: &mut Vec<Line>,
        patch: &mut impl Iterator<Item = &'l str>,
        time: Timestamp,
    ) {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        while old.len() < self.removed || new.len() < self.added {
            match patch.next().map(|line| (line.get(..1), line.get(1..).unwrap_or_default())) {
                Some((Some("-"), text)) => old.push(text),
                Some((Some("+"), text)) => new.push(text),
                Some(_) => {}
                None => break,
            }
        }
        let begin = self.begin.min(file.len());
        let end = (begin + self.removed).min(file.len());
        let before: Vec<Line> = file[begin..end].to_vec();
        // Only where each line has its heir is it known which part of it was changed.
        let paired = old.len() == new.len() && before.len() == new.len();
        let replaced: BTreeSet<Timestamp> =
            before.iter().flat_map(Line::times).chain([time]).collect();
        let lines = new.iter().enumerate().map(|(at, text)| match (paired, before.get(at)) {
            (true, Some(line)) => line.changed(old[at], text, time),
            _ => Line::new(text, replaced.clone()),
        });
        let lines: Vec<Line> = lines.collect();
        file.splice(begin..end, lines);
    }
}

/// Patches of `content/` without a line around them.
fn patches(root: &Path, command: &[&str]) -> Option<String> {
    let shape = ["-U0", "-M", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/"];
    super::git(root, &[command, &shape].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn history(log: &str) -> LineHistory {
        let mut history = LineHistory { files: BTreeMap::new(), now: at(9) };
        history.read(log, at(9));
        history
    }

    fn line(number: usize) -> Stretch {
        Stretch { from: (number, 0), to: (number, usize::MAX) }
    }

    #[test]
    fn each_line_has_the_time_of_its_last_change() {
        let history = history(
            "\u{1}1\n\ndiff --git a/content/a b/content/a\n--- /dev/null\n+++ b/content/a\n\
             @@ -0,0 +1,3 @@\n+one\n+--- a/two\n+three\n\
             \u{1}2\n\ndiff --git a/content/a b/content/a\n--- a/content/a\n+++ b/content/a\n\
             @@ -1 +0,0 @@\n-one\n@@ -3 +2,2 @@\n-three\n+3\n+4\n\
             \u{1}3\n\ndiff --git a/content/a b/content/b\nrename from content/a\n\
             rename to content/b\n",
        );
        assert!(!history.files.contains_key("content/a"));
        let times = |path, number| -> Vec<Timestamp> {
            history.times(path, line(number)).into_iter().collect()
        };
        assert_eq!(times("content/b", 1), [at(1)]);
        assert_eq!(times("content/b", 2), [at(1), at(2)]);
        assert_eq!(times("content/new", 1), [at(9)]);
    }

    #[test]
    fn the_part_of_a_line_that_was_left_alone_keeps_its_time() {
        let (old, new) = ("name: {th: หอ, en: Library}", "name: {th: หอสมุด, en: Library}");
        let history = history(&format!(
            "\u{1}1\n\n--- /dev/null\n+++ b/content/a\n@@ -0,0 +1 @@\n+{old}\n\
             \u{1}2\n\n--- a/content/a\n+++ b/content/a\n@@ -1 +1 @@\n-{old}\n+{new}\n",
        ));
        let last = |part: &str| {
            let begin = new.find(part).unwrap();
            let stretch = Stretch::of(new, begin..begin + part.len());
            history.times("content/a", stretch).last().copied()
        };
        assert_eq!(
            (last("หอสมุด"), last("Library"), last("name")),
            (Some(at(2)), Some(at(1)), Some(at(1)))
        );
    }

    proptest::proptest! {
        /// However a line changes, its parts cover it, and something of it is of the change.
        #[test]
        fn parts_cover_their_line(old in "[กa]{0,6}", new in "[กa]{0,6}") {
            let line = Line::new(&old, BTreeSet::from([at(1)])).changed(&old, &new, at(2));
            let covered: usize = line.0.iter().map(|(length, _)| length).sum();
            proptest::prop_assert_eq!(covered, new.len());
            proptest::prop_assert!(new.is_empty() || line.0.iter().any(|(length, times)| *length > 0 && times.contains(&at(2))));
        }
    }
}
