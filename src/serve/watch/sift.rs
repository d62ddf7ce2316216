//! Which events are a change of content.
//!
//! In: an event of the system's. Out: the paths that changed, of those that are watched. Promise:
//! reading changes nothing, nor does what a program leaves beside a file while it saves; where
//! the system lost count, everything may have changed.

use std::ffi::OsStr;
use std::path::PathBuf;

use notify::event::{MetadataKind, ModifyKind};
use notify::{Event, EventKind};

/// What an event says has changed.
pub(super) fn changed(event: notify::Result<Event>, roots: &[PathBuf]) -> Vec<PathBuf> {
    let Ok(event) = event else { return roots.to_vec() };
    if event.need_rescan() {
        return roots.to_vec();
    }
    let read_time = ModifyKind::Metadata(MetadataKind::AccessTime);
    if event.kind.is_access() || event.kind == EventKind::Modify(read_time) {
        return Vec::new();
    }
    let inside = |path: &PathBuf| {
        roots
            .iter()
            .filter_map(|root| path.strip_prefix(root).ok())
            .any(|inner| !inner.components().any(|component| is_passing(component.as_os_str())))
    };
    event.paths.into_iter().filter(inside).collect()
}

/// Whether a name is of those that editors, desktops and browsers leave for a while.
fn is_passing(name: &OsStr) -> bool {
    const ENDS: [&str; 8] = ["~", ".swp", ".swx", ".swo", ".tmp", ".bak", ".part", ".crdownload"];
    let name = name.to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || ENDS.iter().any(|end| name.ends_with(end))
        || ["___jb_tmp___", "___jb_old___"].iter().any(|end| name.ends_with(end))
        // Vim tries with this name whether a folder can be written to.
        || name == "4913"
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, Flag, RenameMode};

    use super::*;

    #[test]
    fn events_are_sifted() {
        let roots = [PathBuf::from("/.site/content")];
        let told = |kind, path: &str| changed(Ok(Event::new(kind).add_path(path.into())), &roots);
        let inside = "/.site/content/a.md";
        let create = EventKind::Create(CreateKind::File);
        assert_eq!(told(create, inside), [PathBuf::from(inside)]);
        assert!(told(EventKind::Access(AccessKind::Read), inside).is_empty());
        assert!(told(create, "/.site/contents/a.md").is_empty());
        assert!(told(create, "/.site/content/.git/index").is_empty());

        let rename = Event::new(EventKind::Modify(ModifyKind::Name(RenameMode::Both)))
            .add_path("/.site/content/a.md.tmp".into())
            .add_path(inside.into());
        assert_eq!(changed(Ok(rename), &roots), [PathBuf::from(inside)]);

        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(changed(Ok(lost), &roots), roots);
        assert_eq!(changed(Err(notify::Error::generic("x")), &roots), roots);
    }
}
