//! What a build notes for the next one, as text.
//!
//! The first lines say what the build was asked for and what it came to; then comes a line for each
//! file that was read, for each file and folder that was written and for each fault; what was told is
//! the rest.
//! Promise: what is written is read back the same; anything else is no note.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::files::{Below, Files, Identity};
use super::{Ending, Told};
use crate::language::{LanguageTag, Languages};
use crate::output::Fault;
use crate::tree::Made;

/// Stands where there is nothing to say.
const NOTHING: &str = "-";

/// What a build notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// Everything that the result depends on besides files and the day.
    pub(super) asked: String,
    /// The day of the build.
    pub(super) day: String,
    /// The zone whose day that is.
    pub(super) zone: String,
    /// The commit that was checked out.
    pub(super) commit: Option<String>,
    /// What it came to.
    pub(super) ending: Ending,
    /// What it read, by path below the root.
    pub(super) inputs: BTreeMap<String, Known>,
    /// What it wrote, by path below the target.
    pub(super) outputs: Below,
}

/// What is known of a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) identity: Identity,
    pub(super) digest: blake3::Hash,
    /// What of a prose reaches beyond its words.
    pub(super) outline: Option<String>,
    /// When it was changed, as its repository remembers it.
    pub(super) dates: String,
}

impl Note {
    pub(super) fn text(&self) -> Vec<u8> {
        let Self { asked, day, zone, commit, ending, inputs, outputs } = self;
        let Ending { made: Made { pages, files, borrowed }, languages, faults, told } = ending;
        let Told { warnings, manner, text: words } = told;
        let commit = commit.as_deref().unwrap_or(NOTHING);
        let tags: Vec<&str> = languages.iter().map(|(_, tag)| tag.as_str()).collect();
        let mut text = format!("{asked} {day} {zone} {commit} {}\n", tags.join(","));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{pages} {files} {borrowed} {warnings} {manner}");
        let Below { files, folders } = outputs;
        let counts = [inputs.len(), files.len(), folders.len(), faults.len()];
        let _ = writeln!(text, "{}", counts.map(|count| count.to_string()).join(" "));
        for (path, Known { identity: Identity { size, time, number }, digest, outline, dates }) in
            inputs
        {
            let outline = outline.as_deref().unwrap_or(NOTHING);
            let dates = if dates.is_empty() { NOTHING } else { dates };
            let _ = writeln!(
                text,
                "{size} {time} {number} {} {outline} {dates} {path}",
                digest.to_hex()
            );
        }
        for (path, Identity { size, time, number }) in files {
            let _ = writeln!(text, "{size} {time} {number} {path}");
        }
        for (path, identity) in folders {
            let _ = match identity {
                Some(Identity { size, time, number }) => {
                    writeln!(text, "{size} {time} {number} {path}")
                }
                None => writeln!(text, "{NOTHING} {NOTHING} {NOTHING} {path}"),
            };
        }
        for fault in faults {
            // Names, texts and numbers are always JSON.
            let _ = writeln!(text, "{}", serde_json::to_string(fault).unwrap_or_default());
        }
        text.push_str(words);
        text.into_bytes()
    }

    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut rest = std::str::from_utf8(bytes).ok()?;
        let mut lines = std::iter::from_fn(|| {
            let (line, after) = rest.split_once('\n')?;
            rest = after;
            Some(line)
        });
        let mut head = lines.next()?.split(' ').map(str::to_owned);
        let (asked, day, zone) = (head.next()?, head.next()?, head.next()?);
        let commit = head.next().filter(|commit| commit != NOTHING);
        let tags = head.next()?;
        let tags = tags.split(',').map(|tag| LanguageTag::parse(tag).ok());
        let languages = Languages::new(tags.collect::<Option<Vec<_>>>()?)?;
        let mut counts = lines.next()?.split(' ');
        let mut count = || counts.next()?.parse::<usize>().ok();
        let made = Made { pages: count()?, files: count()?, borrowed: count()? };
        let (warnings, manner) = (count()?, counts.next()?.to_owned());
        let mut counts = lines.next()?.split(' ').map(str::parse::<usize>);
        let mut count = || counts.next()?.ok();
        let (read, written, folded, wrong) = (count()?, count()?, count()?, count()?);
        let mut inputs = BTreeMap::new();
        for line in lines.by_ref().take(read) {
            let mut parts = line.splitn(7, ' ');
            let identity = identity(&mut parts)?;
            let digest = blake3::Hash::from_hex(parts.next()?).ok()?;
            let said = |part: &str| (part != NOTHING).then(|| part.to_owned());
            let outline = said(parts.next()?);
            let dates = said(parts.next()?).unwrap_or_default();
            inputs.insert(parts.next()?.to_owned(), Known { identity, digest, outline, dates });
        }
        if inputs.len() != read {
            return None;
        }
        let output = |line: &str| {
            let mut parts = line.splitn(4, ' ');
            let identity = identity(&mut parts)?;
            Some((parts.next()?.to_owned(), identity))
        };
        let files = lines.by_ref().take(written).map(output).collect::<Option<Files>>()?;
        let folder = |line: &str| {
            let path = || Some(line.splitn(4, ' ').nth(3)?.to_owned());
            if line.starts_with(NOTHING) {
                return Some((path()?, None));
            }
            output(line).map(|(path, identity)| (path, Some(identity)))
        };
        let folders = lines.by_ref().take(folded).map(folder);
        let folders = folders.collect::<Option<BTreeMap<_, _>>>()?;
        let outputs = Below { files, folders };
        let fault = |line: &str| serde_json::from_str(line).ok();
        let faults = lines.by_ref().take(wrong).map(fault).collect::<Option<Vec<Fault>>>()?;
        let Below { files, folders } = &outputs;
        if [files.len(), folders.len(), faults.len()] != [written, folded, wrong] {
            return None;
        }
        let told = Told { warnings, manner, text: rest.to_owned() };
        let ending = Ending { made, languages, faults, told };
        Some(Self { asked, day, zone, commit, ending, inputs, outputs })
    }
}

fn identity<'p>(parts: &mut impl Iterator<Item = &'p str>) -> Option<Identity> {
    let mut number = || parts.next()?.parse().ok();
    Some(Identity { size: number()?, time: number()?, number: number()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Part, Wrong};

    fn note() -> Note {
        let identity = Identity { size: 1, time: 2, number: 3 };
        let digest = blake3::hash(b"x");
        let known = |outline: Option<&str>, dates: &str| {
            let outline = outline.map(str::to_owned);
            Known { identity, digest, outline, dates: dates.to_owned() }
        };
        Note {
            asked: "a".to_owned(),
            day: "2026-11-24".to_owned(),
            zone: "Asia/Bangkok".to_owned(),
            commit: None,
            ending: Ending {
                made: Made { pages: 1, files: 2, borrowed: 0 },
                languages: Languages::new(["th", "en"].map(|it| LanguageTag::parse(it).unwrap()))
                    .unwrap(),
                faults: Vec::new(),
                told: Told { warnings: 0, manner: "en".to_owned(), text: String::new() },
            },
            inputs: [
                ("content/site.yaml".to_owned(), known(None, "")),
                ("content/spaces/ชื่อ ยาว.th.md".to_owned(), known(Some("b"), "1/2")),
            ]
            .into(),
            outputs: Below {
                files: [("th/index.html".to_owned(), identity)].into(),
                folders: [(String::new(), None), ("th/".to_owned(), Some(identity))].into(),
            },
        }
    }

    #[test]
    fn what_is_noted_is_read_back() {
        let bare = note();
        let commit = Some("c".to_owned());
        let told = Told {
            warnings: 1,
            manner: "th-colour".to_owned(),
            text: "warning: one\n\n  two".to_owned(),
        };
        let what = Wrong::Heavy { part: Part::Html, size: 2, budget: 1 };
        let fault = Fault { file: "th/ชื่อ ยาว.html".to_owned(), what };
        let ending = Ending { told, faults: vec![fault], ..bare.ending.clone() };
        for note in [Note { commit, ending, ..bare.clone() }, bare] {
            assert_eq!(Note::parse(&note.text()), Some(note));
        }
    }

    #[test]
    fn half_a_note_is_none() {
        let text = note().text();
        let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
        for kept in 0..lines.len() {
            assert_eq!(Note::parse(&lines[..kept].concat()), None, "{kept} lines");
        }
    }
}
