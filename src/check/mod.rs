//! Rules between entries: what is valid alone must also be true together.
//!
//! In: [`Content`], each value valid in itself. Out: the [`Directory`], or nothing while there are
//! errors, and a finding for all that is wrong. Promise: a [`Directory`] is made nowhere else. Each
//! file here is one family of rules, pure: it reads and tells, and changes nothing.

mod clocks;
mod former;
mod hours;
mod labels;
mod names;
mod outline;
mod pictures;
mod places;
mod prose;
mod references;

use std::path::Path;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::entries::Content;
use crate::model::value::{Outline, Slug};
use crate::model::{Directory, Entry, EntryKind};
use crate::source::Sources;

pub use self::pictures::Seen;
pub(crate) use self::references::SECTIONS;

/// What the rules need to know besides the content.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The site's root: the folder that holds `content/`.
    pub root: &'a Path,
    /// The day of the build.
    pub today: Date,
    /// Whether drafts are published, and so held to the rules like everything else.
    pub drafts: bool,
    /// What was found at the files of pictures, which are as they were.
    pub pictures: &'a Seen,
}

/// Checks the content as a whole and makes the directory of it.
pub fn check(
    content: Content,
    rules: Rules<'_>,
    sources: &Sources,
    out: &mut Diagnostics,
) -> Option<Directory> {
    let families: [&(dyn Fn(&mut Findings<'_>) + Sync); 8] = [
        &|findings| references::check(&content, findings),
        &|findings| prose::check(&content, sources, findings),
        &|findings| pictures::check(&content, rules, sources, findings),
        &|findings| clocks::check(&content, findings),
        &|findings| former::check(&content, findings),
        &|findings| names::check(&content, findings),
        &|findings| places::check(&content, findings),
        &|findings| hours::check(&content, rules.today, findings),
    ];
    let found: Vec<Diagnostics> = families
        .into_par_iter()
        .map(|family| {
            let mut own = Diagnostics::default();
            family(&mut Findings { out: &mut own, drafts: rules.drafts });
            own
        })
        .collect();
    for own in found {
        out.extend(own);
    }
    labels::suggest(&content, out);
    let mut findings = Findings { out, drafts: rules.drafts };
    let outline = outline::read(&content, rules.root, &mut findings);
    if out.has_errors() {
        return None;
    }
    directory(content, outline, rules.drafts, sources)
}

fn directory(
    content: Content,
    outline: Outline,
    drafts: bool,
    sources: &Sources,
) -> Option<Directory> {
    let keep = |entry: &Entry| drafts || !entry.draft;
    let kept = entries(&content).filter(|entry| keep(entry));
    let published = pictures::used_files(kept, &content, sources);
    let Content {
        site,
        vocabulary,
        holidays,
        mut partners,
        mut spaces,
        mut events,
        pages,
        files,
        ..
    } = content;
    partners.retain(|_, it| keep(&it.entry));
    spaces.retain(|_, it| keep(&it.entry));
    events.retain(|_, it| keep(&it.entry));
    Some(Directory {
        site: site?,
        vocabulary,
        holidays: holidays.map(|(holidays, _)| holidays).unwrap_or_default(),
        partners,
        spaces,
        events,
        pages,
        outline,
        files,
        published,
    })
}

/// Where the rules tell what they find: what stands in a draft weighs no more than a warning.
struct Findings<'o> {
    out: &'o mut Diagnostics,
    drafts: bool,
}

impl Findings<'_> {
    fn report(&mut self, mut diagnostic: Diagnostic, entry: &Entry) {
        if entry.draft && !self.drafts {
            diagnostic.severity = Severity::Warning;
        }
        self.out.push(diagnostic);
    }

    fn report_site(&mut self, diagnostic: Diagnostic) {
        self.out.push(diagnostic);
    }
}

/// What the content has at an address that is written `kind/slug`.
enum Target<'c> {
    /// A living or closed entry.
    Entry(&'c Entry),
    /// One whose facts are broken, which is told already.
    Unread {
        /// Whether what could be read says that it is a draft.
        draft: bool,
    },
    /// None.
    Nothing,
}

fn target<'c>(content: &'c Content, kind: EntryKind, slug: &str) -> Target<'c> {
    let entry = match kind {
        EntryKind::Partner => content.partners.get(slug).map(|it| &it.entry),
        EntryKind::Space => content.spaces.get(slug).map(|it| &it.entry),
        EntryKind::Event => content.events.get(slug).map(|it| &it.entry),
    };
    let unread = || content.unread.iter().find(|((k, s), _)| *k == kind && s.as_str() == slug);
    match entry {
        Some(entry) => Target::Entry(entry),
        None => match unread() {
            Some((_, draft)) => Target::Unread { draft: *draft },
            None => Target::Nothing,
        },
    }
}

/// Every slug of a kind, for suggestions.
fn slugs(content: &Content, kind: EntryKind) -> Vec<&str> {
    match kind {
        EntryKind::Partner => content.partners.keys().map(Slug::as_str).collect(),
        EntryKind::Space => content.spaces.keys().map(Slug::as_str).collect(),
        EntryKind::Event => content.events.keys().map(Slug::as_str).collect(),
    }
}

/// Every entry of the content, drafts too.
fn entries(content: &Content) -> impl Iterator<Item = &Entry> {
    let partners = content.partners.values().map(|it| &it.entry);
    let spaces = content.spaces.values().map(|it| &it.entry);
    let events = content.events.values().map(|it| &it.entry);
    partners.chain(spaces).chain(events)
}
