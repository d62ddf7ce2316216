//! The repair that reading does in memory, written back into the files.
//!
//! In: the folder `content/`. Out: the files whose spelling is not normal, with the text they should
//! hold. Promise: tidying twice is tidying once; nothing but the spelling of a letter changes, so
//! comments, order and line ends stay; a file is replaced whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::language::normalise_text;
use crate::source::{FoundKind, walk};

/// A file and what it should hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untidy {
    /// Relative to the site's root, with `/`: what messages print.
    pub path: String,
    /// Where it is.
    pub absolute: PathBuf,
    /// The text in normal form.
    pub text: String,
}

/// The texts of `root/content` whose spelling is not normal, by path. What cannot be read as text
/// is left to `check`.
pub fn untidy(root: &Path) -> Vec<Untidy> {
    walk(&root.join("content"))
        .found
        .into_par_iter()
        .filter(|found| matches!(found.kind, FoundKind::File { .. }) && is_text(&found.path))
        .filter_map(|found| {
            let text = std::fs::read_to_string(&found.absolute).ok()?;
            let tidy = tidied(&text);
            (tidy != text).then(|| Untidy {
                path: format!("content/{}", found.path),
                absolute: found.absolute,
                text: tidy,
            })
        })
        .collect()
}

/// Replaces a file by its tidy text; of a link, the file that it leads to.
pub fn write(file: &Untidy) -> std::io::Result<()> {
    let target = std::fs::canonicalize(&file.absolute)?;
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(file.text.as_bytes())?;
    let permissions = std::fs::metadata(&target)?.permissions();
    std::fs::set_permissions(beside.path(), permissions)?;
    beside.persist(&target)?;
    Ok(())
}

/// The normal form of a text, without the characters of no width that come along from word
/// processors. Joiners stay where they join something other than Thai: emoji need them.
fn tidied(text: &str) -> String {
    let thai = |c: Option<char>| c.is_some_and(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
    let mut visible = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let drop = match letter {
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => true,
            '\u{200c}' | '\u{200d}' => {
                let next = letters.clone().find(|next| !has_no_width(*next));
                thai(visible.chars().next_back()) || thai(next)
            }
            _ => false,
        };
        if !drop {
            visible.push(letter);
        }
    }
    normalise_text(&visible).into_owned()
}

fn has_no_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_text(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["yaml", "md"].contains(&extension)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_spelling_changes() {
        let text = "\u{feff}name: น\u{e4d}\u{e49}า  # ก\u{200b}ข\r\nb: 👩\u{200d}🏫\r\n";
        assert_eq!(tidied(text), "name: น้ำ  # กข\r\nb: 👩\u{200d}🏫\r\n");
    }

    #[test]
    fn a_file_is_found_mended_and_then_left_alone() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("content")).unwrap();
        let file = root.path().join("content/a.md");
        std::fs::write(&file, "เเม\u{e48}\n").unwrap();
        std::fs::write(root.path().join("content/b.md"), "แม่\n").unwrap();
        let found = untidy(root.path());
        assert_eq!(found.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["content/a.md"]);
        write(&found[0]).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "แม่\n");
        assert!(untidy(root.path()).is_empty());
    }

    proptest! {
        #[test]
        fn all_that_is_not_thai_stays_where_it_is(
            text in "([ -~ก-๛\u{e4d}\u{200b}\u{feff}\u{ad}]|\r?\n|# ก|👩\u{200d}🏫){0,60}",
        ) {
            let is_other = |c: &char| !('\u{e00}'..='\u{e7f}').contains(c) && !has_no_width(*c);
            let others = |text: &str| text.chars().filter(is_other).collect::<String>();
            prop_assert_eq!(others(&tidied(&text)), others(&text));
        }

        #[test]
        fn tidying_twice_is_tidying_once(text in "[ก-๛เ\u{e4d}\u{200b}\u{200d}a\n# :]{0,40}") {
            let once = tidied(&text);
            prop_assert_eq!(tidied(&once), once);
        }
    }
}
