//! What a publication has to do, decided before it does anything.
//!
//! In: what a tree consists of, and what is known of the destination. Out: files to send and files
//! to delete, in order. Promise: a pure function; a plan that would delete more than was allowed
//! does not come about.

use super::PublishError;
use super::ledger::Ledger;
use crate::export::kind;
use crate::output::{Fingerprint, Manifest};

/// How many files a publication may delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many.
    Most(usize),
    /// A quarter of what is there, or a few: more is likely a mistake.
    Usual,
}

/// Fewer deletions than this are never a mistake that is worth a question.
const FEW: usize = 50;

impl Limit {
    fn of(self, published: usize) -> usize {
        match self {
            Self::Most(most) => most,
            Self::Usual => FEW.max(published / 4),
        }
    }
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The path below the root.
    pub path: String,
    /// What is to be there.
    pub print: Fingerprint,
    /// Whether nothing was there before.
    pub is_new: bool,
}

/// What a publication has to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is sent, in this order; the steps of one inner list may be done at once.
    pub sends: Vec<Vec<Step>>,
    /// What is deleted, after all is sent.
    pub deletes: Vec<String>,
    /// How many files are there already as they should be.
    pub unchanged: usize,
}

impl Plan {
    /// Compares what should be there with what is.
    pub(super) fn new(
        wanted: &Manifest,
        there: &Ledger,
        limit: Limit,
    ) -> Result<Self, PublishError> {
        let mut plan = Self::default();
        let mut sends: [Vec<Step>; RANKS] = Default::default();
        for (path, print) in &wanted.files {
            let known = there.files.get(path);
            if known == Some(&Some(*print)) {
                plan.unchanged += 1;
                continue;
            }
            let step = Step { path: path.clone(), print: *print, is_new: known.is_none() };
            sends[rank(path)].push(step);
        }
        plan.sends = sends.into_iter().filter(|steps| !steps.is_empty()).collect();
        let gone = there.files.keys().filter(|path| !wanted.files.contains_key(*path));
        plan.deletes = gone.cloned().collect();
        let (count, limit) = (plan.deletes.len(), limit.of(there.files.len()));
        if count > limit {
            return Err(PublishError::TooManyDeletions { count, limit });
        }
        Ok(plan)
    }

    /// How many files are sent.
    pub fn sent(&self) -> usize {
        self.sends.iter().map(Vec::len).sum()
    }

    /// How many bytes are sent.
    pub fn bytes(&self) -> u64 {
        self.sends.iter().flatten().map(|step| step.print.size).sum()
    }
}

const RANKS: usize = 4;

/// When a file is sent: what pages load, then what they link to, then the pages, and last what
/// tells others that there are new pages.
fn rank(path: &str) -> usize {
    let path = kind::coding(path).map_or(path, |(plain, _)| plain);
    let announces = kind::media_type(path).contains("xml;")
        || !path.contains('/') && path != "index.html" && !path.starts_with("404");
    if kind::cache_control(path) == kind::IMMUTABLE {
        0
    } else if announces {
        3
    } else if kind::media_type(path) == kind::HTML {
        2
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let of =
            |(path, text): &(&str, &str)| ((*path).to_owned(), Fingerprint::of(text.as_bytes()));
        Manifest { files: files.iter().map(of).collect() }
    }

    fn paths(plan: &Plan) -> Vec<Vec<&str>> {
        let mut all = Vec::new();
        for steps in &plan.sends {
            all.push(steps.iter().map(|step| step.path.as_str()).collect());
        }
        all
    }

    #[test]
    fn assets_go_before_pages_and_announcements_last() {
        let wanted = manifest(&[
            ("index.html", ""),
            ("th/index.html", ""),
            ("th/index.html.br", ""),
            ("th/feed.xml", ""),
            ("sitemap.xml", ""),
            ("sw.js", ""),
            ("_headers", ""),
            ("404.html", ""),
            ("data/spaces.csv", ""),
            ("th/events.ics", ""),
            ("assets/site.0a1b.css", ""),
            ("assets/site.0a1b.css.br", ""),
            ("og/th/spaces/a.0a1b.png", ""),
        ]);
        let plan = Plan::new(&wanted, &Ledger::default(), Limit::Usual).unwrap();
        assert_eq!(
            paths(&plan),
            [
                vec!["assets/site.0a1b.css", "assets/site.0a1b.css.br", "og/th/spaces/a.0a1b.png"],
                vec!["data/spaces.csv", "th/events.ics"],
                vec!["404.html", "index.html", "th/index.html", "th/index.html.br"],
                vec!["_headers", "sitemap.xml", "sw.js", "th/feed.xml"],
            ]
        );
    }

    #[test]
    fn only_what_changed_is_sent() {
        let wanted =
            manifest(&[("a.html", "1"), ("b.html", "2"), ("c.html", "3"), ("d.html", "4")]);
        let there = manifest(&[("a.html", "1"), ("b.html", "x"), ("e.html", "5")]);
        let mut ledger = Ledger::from(there);
        // Its publication was cut off: what is there is not known.
        ledger.files.insert("c.html".to_owned(), None);
        let plan = Plan::new(&wanted, &ledger, Limit::Usual).unwrap();
        assert_eq!(paths(&plan), [["b.html", "c.html", "d.html"]]);
        let new: Vec<bool> = plan.sends[0].iter().map(|step| step.is_new).collect();
        assert_eq!(new, [false, false, true]);
        assert_eq!((plan.deletes, plan.unchanged), (vec!["e.html".to_owned()], 1));
    }

    #[test]
    fn too_many_deletions_are_refused() {
        let names: Vec<String> = (0..400).map(|number| format!("{number}.html")).collect();
        let there: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
        let ledger = Ledger::from(manifest(&there));
        let deletes = |kept: usize, limit| {
            let plan = Plan::new(&manifest(&there[..kept]), &ledger, limit);
            plan.map(|plan| plan.deletes.len()).ok()
        };
        assert_eq!(deletes(300, Limit::Usual), Some(100));
        assert_eq!(deletes(299, Limit::Usual), None);
        assert_eq!(deletes(299, Limit::Most(101)), Some(101));
        assert_eq!(deletes(399, Limit::Most(0)), None);
        let few = Ledger::from(manifest(&there[..20]));
        assert!(Plan::new(&Manifest::default(), &few, Limit::Usual).is_ok());
    }
}
