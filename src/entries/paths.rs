//! Where a path written in an entry leads: beside the entry, then in `media/`, never outside.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Problem};

/// The folder of files that several entries share.
const MEDIA: &str = "media";

/// Resolves a path written in a file of `folder`. Returns the path relative to `content/`.
///
/// Codes: `picture-outside` for a path that leaves `content/`, `picture-missing` otherwise, with
/// the nearest file name of the folders looked into.
pub(crate) fn resolve(
    written: &str,
    folder: &str,
    files: &BTreeSet<String>,
) -> Result<String, Problem> {
    let outside = || Problem::new(Code::PictureOutside).text("value", written);
    // As Windows shows a path.
    let slashed = written.replace('\\', "/");
    if slashed != written && resolve(&slashed, folder, files).is_ok() {
        return Err(Problem::new(Code::PictureMissing).text("value", written).suggest(slashed));
    }
    if written.starts_with('/') || written.contains('\\') || written.contains(':') {
        return Err(outside());
    }
    let beside = join(folder, written).ok_or_else(outside)?;
    let shared = join(MEDIA, written);
    let rooted = written.starts_with("media/").then(|| written.to_owned());
    let candidates = [Some(beside.clone()), shared, rooted];
    if let Some(found) = candidates.into_iter().flatten().find(|path| files.contains(path)) {
        return Ok(found);
    }
    Err(missing(written, &beside, files))
}

fn missing(written: &str, beside: &str, files: &BTreeSet<String>) -> Problem {
    let folder = beside.rsplit_once('/').map_or("", |(folder, _)| folder);
    let here = |path: &&String| parent(path) == folder || parent(path) == MEDIA;
    let is_text = |name: &str| [".md", ".yaml"].iter().any(|end| name.ends_with(end));
    let names = files.iter().filter(here).map(|path| file_name(path)).filter(|name| !is_text(name));
    Problem::new(Code::PictureMissing)
        .text("value", written)
        .suggest_nearest(file_name(written), names)
}

/// Joins and tidies `.` and `..`; nothing when the path climbs out of `content/`.
fn join(folder: &str, written: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(written.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The folder of a file as messages name it (`content/…`), relative to `content/`.
pub(crate) fn folder(path: &str) -> &str {
    parent(path.strip_prefix("content/").unwrap_or(path))
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeSet<String> {
        ["spaces/lib/room.jpg", "media/logo.png", "site.yaml"].map(str::to_owned).into()
    }

    #[test]
    fn beside_first_then_media() {
        let resolve = |written| resolve(written, "spaces/lib", &files());
        assert_eq!(resolve("room.jpg").as_deref(), Ok("spaces/lib/room.jpg"));
        assert_eq!(resolve("./room.jpg").as_deref(), Ok("spaces/lib/room.jpg"));
        assert_eq!(resolve("logo.png").as_deref(), Ok("media/logo.png"));
        assert_eq!(resolve("media/logo.png").as_deref(), Ok("media/logo.png"));
        assert_eq!(resolve("../../media/logo.png").as_deref(), Ok("media/logo.png"));
    }

    #[test]
    fn what_is_not_there_or_not_ours_is_told() {
        let resolve = |written| resolve(written, "spaces/lib", &files()).unwrap_err();
        assert_eq!(resolve("romm.jpg").suggestion.as_deref(), Some("room.jpg"));
        assert_eq!(resolve("romm.jpg").code, Code::PictureMissing);
        assert_eq!(resolve("media\\logo.png").code, Code::PictureMissing);
        assert_eq!(resolve("media\\logo.png").suggestion.as_deref(), Some("media/logo.png"));
        for path in ["../../../etc/passwd", "/etc/passwd", "C:\\x.png", "..\\..\\..\\x"] {
            assert_eq!(resolve(path).code, Code::PictureOutside, "{path}");
        }
    }
}
