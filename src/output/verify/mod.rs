//! The rendered tree held to its promises: what links name is there, pages say what they are, and
//! none is too heavy.
//!
//! In: every file of a tree, on its way to a [`Sink`]. Out: what is wrong ([`Fault`]), in the order
//! of the files. Promise: each file is looked at once, while it is at hand, and passed on as it is;
//! the same tree gives the same faults in any order and on any number of threads. Whoever writes a
//! tree can put this in front and need not trust templates, prose or exports.

mod address;
mod budget;
mod html;
mod page;

pub(crate) use budget::HEAVY_AT_LEAST;
pub(crate) use html::{Event, decode, read};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use ahash::{HashMap, HashSet};
use serde::{Deserialize, Serialize};

use self::address::Resolver;
use self::page::{Facts, Name, PageFacts, name};
use super::{OutputError, Sink};
use crate::export::kind;
use crate::page::Base;

/// Something that a file of the tree gets wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fault {
    /// The path of the file below the root.
    pub file: String,
    /// What it is.
    pub what: Wrong,
}

/// What can be wrong with a file of the tree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Wrong {
    /// An address that leads nowhere in this tree: from the root of the host, or as written where
    /// it can be no file of the tree.
    DeadLink(String),
    /// A page without a title.
    NoTitle,
    /// A page without a description.
    NoDescription,
    /// A page with so many headings of the first level, where one is right.
    Headings(usize),
    /// A page that is heavier than its budget.
    Heavy {
        /// What of it.
        part: Part,
        /// Bytes as sent.
        size: usize,
        /// Bytes it may have.
        budget: usize,
    },
}

/// What of a page has a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// The page itself.
    Html,
    /// Its style sheets.
    Styles,
    /// Its scripts.
    Scripts,
}

/// What a tree came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What is wrong, in the order of the files.
    pub faults: Vec<Fault>,
    /// Addresses on other sites, each with the first page that names it.
    pub foreign: BTreeMap<String, String>,
}

/// Looks at every file that passes.
#[derive(Debug)]
pub struct Verifier<'s, S> {
    inner: &'s S,
    resolver: Resolver,
    /// What a former look found wrong with files that may be kept.
    known: Vec<Fault>,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// Every file, and every place that a fragment can name.
    offered: HashSet<Name>,
    /// Addresses by what they lead to: each is kept once, however many pages name it.
    addresses: HashMap<Name, String>,
    files: Vec<Kept>,
    foreign: BTreeMap<String, String>,
    /// Compressed sizes of style sheets and scripts.
    sizes: HashMap<Name, usize>,
    /// What pages load together, each with the first page that does.
    loads: HashMap<(Part, Vec<Name>), String>,
    /// Files that were looked at when they were made, by the build before.
    kept: HashSet<Name>,
    /// Pages of which only a part was looked at, by name.
    in_part: HashMap<Name, String>,
}

/// What is kept of a file until all have passed.
#[derive(Debug)]
struct Kept {
    file: String,
    /// What it leads to and was not there yet.
    leads_to: Vec<Name>,
    wrong: Vec<Wrong>,
}

impl<'s, S: Sink> Verifier<'s, S> {
    /// Stands in front of `inner`, for a tree at `base`.
    pub fn new(inner: &'s S, base: &Base) -> Self {
        Self { inner, resolver: Resolver::new(base), known: Vec::new(), seen: Mutex::default() }
    }

    /// Tells what the look at the tree before found wrong with the files that are kept.
    #[must_use]
    pub fn knowing(self, known: Vec<Fault>) -> Self {
        Self { known, ..self }
    }

    /// Counts a file as there without looking at it.
    pub fn is_there(&self, path: &str) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.offered.insert(name(path, None));
    }

    /// Counts a page as there and looks at no more than a part of it.
    pub fn look_at_part(&self, path: &str, html: &str) {
        let part = Facts { page: None, ..page::read(path, html.as_bytes(), &self.resolver) };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.in_part.insert(name(path, None), path.to_owned());
        seen.note(part);
    }

    /// The pages that were looked at in part, where another names a place in them that was not seen.
    pub fn asked_for_more(&self) -> BTreeSet<String> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let targets = seen.files.iter().flat_map(|file| &file.leads_to);
        let unseen = targets.filter(|target| !seen.offered.contains(target));
        let files = unseen.filter_map(|target| self.resolver.file(seen.addresses.get(target)?));
        files.filter_map(|file| seen.in_part.get(&file).cloned()).collect()
    }

    /// Whether a page offers every place that another state of it offered to fragments.
    pub fn offers_all_of(&self, path: &str, before: &[u8]) -> bool {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let offers = page::read(path, before, &self.resolver).offers;
        offers.iter().all(|place| seen.offered.contains(place))
    }

    /// What the whole tree came to.
    pub fn finish(self) -> Verdict {
        let Seen { offered, addresses, files, foreign, sizes, loads, kept, .. } =
            self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut faults = Vec::new();
        for Kept { file, leads_to, wrong } in files {
            let missing = leads_to.iter().filter(|target| !offered.contains(target));
            let missing = missing.filter_map(|target| addresses.get(target));
            let is_kept = |file: Name| kept.contains(&file);
            let missing =
                missing.filter(|address| !self.resolver.file(address).is_some_and(is_kept));
            let missing = missing.map(|address| self.resolver.canonical(address));
            let wrong = wrong.into_iter().chain(missing.map(Wrong::DeadLink));
            faults.extend(wrong.map(|what| Fault { file: file.clone(), what }));
        }
        faults.extend(loads.into_iter().filter_map(|((part, names), file)| {
            let size = names.iter().filter_map(|name| sizes.get(name)).sum();
            Some(Fault { file, what: too_heavy(part, size)? })
        }));
        faults
            .extend(self.known.into_iter().filter(|known| kept.contains(&name(&known.file, None))));
        faults.sort();
        // One page may name a dead address twice.
        faults.dedup();
        Verdict { faults, foreign }
    }
}

impl<S: Sink> Sink for Verifier<'_, S> {
    /// What it says was looked at before, and what it offers was asked for before by all that ask
    /// for it now.
    fn keep(&self, path: &str) -> Result<bool, OutputError> {
        let file = name(path, None);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.offered.insert(file);
        seen.kept.insert(file);
        drop(seen);
        self.inner.keep(path)
    }

    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), OutputError> {
        let facts = page::read(path, &bytes, &self.resolver);
        let media = kind::media_type(path);
        let measured = (media == kind::STYLE || media == kind::SCRIPT)
            .then(|| (name(path, None), budget::compressed(&bytes)));
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.sizes.extend(measured);
        if seen.in_part.remove(&name(path, None)).is_some() {
            seen.files.retain(|known| known.file != path);
        }
        seen.note(facts);
        drop(seen);
        self.inner.put(path, bytes)
    }
}

impl Seen {
    /// Takes down what a file says.
    fn note(&mut self, facts: Facts<'_>) {
        let Facts { file, leads_to, offers, dead, foreign, page } = facts;
        self.offered.insert(name(&file, None));
        self.offered.extend(offers);
        for address in foreign {
            // The first page in order, whatever came first.
            let first = self.foreign.entry(address).or_insert_with(|| file.clone());
            if file < *first {
                first.clone_from(&file);
            }
        }
        let mut names = Vec::with_capacity(leads_to.len());
        for (target, address) in leads_to {
            // Most pages lead to what is known to be there: that is all there is to say of it.
            if self.offered.contains(&target) {
                continue;
            }
            names.push(target);
            self.addresses.entry(target).or_insert_with(|| address.into_owned());
        }
        let mut wrong: Vec<Wrong> = dead.into_iter().map(Wrong::DeadLink).collect();
        if let Some(page) = page {
            wrong.extend(rules(&page));
            self.loaded(Part::Styles, page.styles, &file);
            self.loaded(Part::Scripts, page.scripts, &file);
        }
        if !names.is_empty() || !wrong.is_empty() {
            self.files.push(Kept { file, leads_to: names, wrong });
        }
    }

    /// Takes down what a page loads: many load the same.
    fn loaded(&mut self, part: Part, names: Vec<Name>, file: &str) {
        let first = self.loads.entry((part, names)).or_insert_with(|| file.to_owned());
        if file < first.as_str() {
            file.clone_into(first);
        }
    }
}

/// What every page owes: a title, a description, one heading, and not to be too heavy.
fn rules(page: &PageFacts) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if !page.has_title {
        wrong.push(Wrong::NoTitle);
    }
    if !page.has_description && !page.is_redirect {
        wrong.push(Wrong::NoDescription);
    }
    if page.headings != 1 {
        wrong.push(Wrong::Headings(page.headings));
    }
    wrong.extend(page.heavy.and_then(|size| too_heavy(Part::Html, size)));
    wrong
}

/// What is wrong with a part of a page where it weighs more than it may.
fn too_heavy(part: Part, size: usize) -> Option<Wrong> {
    let budget = match part {
        Part::Html => budget::HTML,
        Part::Styles => budget::STYLES,
        Part::Scripts => budget::SCRIPTS,
    };
    (size > budget).then_some(Wrong::Heavy { part, size, budget })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{MemoryTree, Nowhere};

    const PAGE: &str = "<title>t</title><meta name=description content=d><h1>h</h1>";

    fn verdict(files: &[(&str, &str)]) -> Verdict {
        let verifier = Verifier::new(&Nowhere, &Base::new("https://city.example/learn/"));
        for (path, text) in files {
            verifier.put(path, text.as_bytes().to_vec()).unwrap();
        }
        verifier.finish()
    }

    fn dead(files: &[(&str, &str)]) -> Vec<String> {
        let told = verdict(files).faults.into_iter().map(|fault| match fault.what {
            Wrong::DeadLink(address) => format!("{}: {address}", fault.file),
            other => panic!("{}: {other:?}", fault.file),
        });
        told.collect()
    }

    #[test]
    fn what_is_there_is_no_fault() {
        let page = format!(
            "{PAGE}<a href='/learn/th/#main'>a</a><a href='#here'>b</a><i id=here></i>\
             <img src='../a.png' srcset='../a.png 1x, /learn/a.png 2x'>\
             <link rel=canonical href='https://city.example/learn/th/x/'>\
             <form action='/learn/th/'></form><i data-index='/learn/a.png'></i>"
        );
        let home = format!("{PAGE}<main id=main>");
        let files =
            [("th/x/index.html", page.as_str()), ("th/index.html", &home), ("th/a.png", "")];
        assert_eq!(dead(&files), ["th/x/index.html: /learn/a.png"]);
        let all = [&files[..], &[("a.png", "")]].concat();
        assert_eq!(dead(&all), [""; 0]);
    }

    #[test]
    fn every_kind_of_file_is_followed() {
        let files = [
            ("a.html", &*format!("{PAGE}<a href='/learn/none/'>")),
            ("b.html", &format!("{PAGE}<a href='/elsewhere/'>")),
            ("c.html", &format!("{PAGE}<a href='a.html#none'>")),
            ("d.html", &format!("{PAGE}<img srcset='a.html 1x, none.png 2x'>")),
            ("e.html", &format!("{PAGE}<meta property=og:image content='/learn/og.png'>")),
            (
                "f.html",
                &format!("{PAGE}<script>{{\"@id\":\"https://city.example/learn/g/#x\"}}</script>"),
            ),
            ("g.xml", "<link href=\"https://city.example/learn/th/?a=1&amp;b=2\"/>"),
            ("h.ics", "URL:https://city.exam\r\n ple/learn/none/\r\n"),
            ("i.json", "{\"url\":\"https://city.example/learn/x\"}"),
            ("j.webmanifest", "{\"start_url\":\"./th/\",\"icons\":[{\"src\":\"none.svg\"}]}"),
            ("k.css", "@font-face{src:url(\"none.woff2\") format('woff2')}"),
            ("_redirects", "/learn/old/ /learn/a.html 301\n"),
        ];
        assert_eq!(
            dead(&files),
            [
                "_redirects: /learn/old/",
                "a.html: /learn/none/",
                "b.html: /elsewhere/",
                "c.html: /learn/a.html#none",
                "d.html: /learn/none.png",
                "e.html: /learn/og.png",
                "f.html: /learn/g/",
                "g.xml: /learn/th/",
                "h.ics: /learn/none/",
                "i.json: /learn/x",
                "j.webmanifest: /learn/none.svg",
                "j.webmanifest: /learn/th/",
                "k.css: /learn/none.woff2",
            ]
        );
    }

    #[test]
    fn a_class_hides_no_other_attribute() {
        for tag in [
            r#"<a class="b" href="/learn/none/">"#,
            r#"<i class="" data-index="/learn/none/">"#,
            r#"<a href=/learn/none/ class="b">"#,
        ] {
            let page = format!("{PAGE}<b class=\"x\">{tag}");
            assert_eq!(dead(&[("a.html", &page)]), ["a.html: /learn/none/"], "{tag}");
        }
    }

    #[test]
    fn a_page_says_what_it_is() {
        let refresh =
            "<title>t</title><meta http-equiv=refresh content='0; url=/learn/'><h1>h</h1>";
        let faults = verdict(&[
            ("index.html", PAGE),
            ("a.html", "<h1>x</h1><h1>y</h1><title> </title><meta name=description content=d>"),
            ("b.html", "<title>t</title><meta name=description content=' '>"),
            ("c.html", refresh),
        ]);
        let told: Vec<_> =
            faults.faults.into_iter().map(|fault| (fault.file, fault.what)).collect();
        let of = |file: &str, what| (file.to_owned(), what);
        assert_eq!(
            told,
            [
                of("a.html", Wrong::NoTitle),
                of("a.html", Wrong::Headings(2)),
                of("b.html", Wrong::NoDescription),
                of("b.html", Wrong::Headings(0)),
            ]
        );
    }

    #[test]
    fn weight_is_told_once() {
        let mut noise = String::new();
        for number in 0..4_000_u32 {
            noise.push_str(&blake3::hash(&number.to_le_bytes()).to_hex());
        }
        let page = format!("{PAGE}<link rel=stylesheet href=/learn/a.css>");
        let verdict = verdict(&[("a.html", &page), ("b.html", &page), ("a.css", &noise)]);
        let [fault] = verdict.faults.as_slice() else { panic!("{:?}", verdict.faults) };
        assert_eq!(fault.file, "a.html");
        assert!(matches!(fault.what, Wrong::Heavy { part: Part::Styles, .. }));
    }

    #[test]
    fn faults_of_kept_files_are_told_again() {
        let fault = |file: &str| Fault { file: file.to_owned(), what: Wrong::NoTitle };
        let known = ["a.html", "b.html", "gone.html"].map(fault).to_vec();
        let verifier = Verifier::new(&Nowhere, &Base::new("https://city.example/")).knowing(known);
        verifier.put("a.html", PAGE.into()).unwrap();
        verifier.put("c.html", PAGE.replace("<title>t</title>", "").into()).unwrap();
        verifier.keep("b.html").unwrap();
        assert_eq!(verifier.finish().faults, ["b.html", "c.html"].map(fault));
    }

    #[test]
    fn files_pass_as_they_are() {
        let tree = MemoryTree::default();
        let verifier = Verifier::new(&tree, &Base::new("https://city.example/"));
        verifier.put("a.html", PAGE.into()).unwrap();
        let link = "<a href='https://other.example/x'>".to_owned();
        verifier.put("b.html", (PAGE.to_owned() + &link).into()).unwrap();
        let foreign = verifier.finish().foreign;
        assert_eq!(foreign, [("https://other.example/x".into(), "b.html".into())].into());
        assert_eq!(tree.into_files()["a.html"], PAGE.as_bytes());
    }
}
