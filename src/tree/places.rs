//! Where an editor would mend what is wrong with a file of the tree.
//!
//! In: a tree, and the addresses that something is wrong with. Out: for each of them and for each
//! file the place in the content or in a template. Promise: every text is read once, however many
//! addresses are asked for.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use super::{Piece, Tree};
use crate::page::Route;
use crate::source::Span;

/// Answers for one tree.
#[derive(Debug)]
pub struct Places<'t> {
    tree: &'t Tree,
    written: BTreeMap<String, Span>,
    /// Templates by name.
    templates: BTreeMap<&'t str, Span>,
}

impl<'t> Places<'t> {
    /// Looks for where these addresses are written.
    pub fn new<'a>(tree: &'t Tree, addresses: impl IntoIterator<Item = &'a str>) -> Self {
        let templates = tree.project().sources.iter().filter_map(|(file, source)| {
            let (_, name) = source.path.split_once("/templates/")?;
            Some((name.strip_suffix(".html")?, Span::start_of(file)))
        });
        let addresses: Vec<&str> = addresses.into_iter().collect();
        let written = written(tree, &addresses);
        Self { tree, written, templates: templates.collect() }
    }

    /// Where an address is written, in the content or else in a template.
    pub fn written(&self, address: &str) -> Option<Span> {
        self.written.get(address).copied()
    }

    /// Where the file at a path of the tree comes from: the entry's facts, or the template, or at
    /// least the site.
    pub fn of(&self, file: &str) -> Span {
        let directory = &self.tree.project().directory;
        let found = match self.tree.piece(file) {
            Some(Piece::Page(page)) => match &page.route {
                Route::Entry(kind, slug) => {
                    directory.entry(*kind, slug.as_str()).map(|entry| entry.facts)
                }
                Route::Page(slug) => directory.pages.get(slug).map(|page| page.facts),
                _ => self.template_of(file),
            },
            Some(Piece::Redirect(_)) => self.template_of(file),
            _ => None,
        };
        let site = directory.site.languages_span;
        found.map_or(Span::start_of(site.file), |span| Span { end: span.start, ..span })
    }

    /// The template that makes a file.
    pub fn template_of(&self, file: &str) -> Option<Span> {
        let name = match self.tree.piece(file)? {
            Piece::Page(page) => page.route.template(),
            Piece::Redirect(_) => "redirect",
            _ => return None,
        };
        self.templates.get(name).copied()
    }
}

/// The first place of each address: in the content before themes, by file, in the spelling that is
/// most likely.
fn written(tree: &Tree, addresses: &[&str]) -> BTreeMap<String, Span> {
    let (sources, base) = (&tree.project().sources, &tree.project().base);
    let spellings = addresses.iter().enumerate().flat_map(|(number, address)| {
        let inner = address.strip_prefix(base.path()).map(|inner| base.absolute(inner));
        let fragment = address.split_once('#').map(|(_, fragment)| format!("#{fragment}"));
        let all = [Some((*address).to_owned()), inner, fragment].into_iter().flatten();
        all.filter(|spelling| spelling.len() > 1).map(move |spelling| (number, spelling))
    });
    let spellings: Vec<(usize, String)> = spellings.collect();
    let mut found: BTreeMap<String, Span> = BTreeMap::new();
    if spellings.is_empty() {
        return found;
    }
    // Built of so many that they fit into no automaton, they are not looked for.
    let Ok(automaton) = AhoCorasick::new(spellings.iter().map(|(_, spelling)| spelling)) else {
        return found;
    };
    let goes_on = |letter: char| letter.is_alphanumeric() || "/_-%.~".contains(letter);
    for folder in ["content/", "themes/"] {
        for (file, source) in sources.iter().filter(|(_, it)| it.path.starts_with(folder)) {
            let text = source.text.as_str();
            // By address: its first spelling here, and of that the first place.
            let mut here: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
            for hit in automaton.find_overlapping_iter(text) {
                let (before, after) = (&text[..hit.start()], &text[hit.end()..]);
                if before.ends_with(goes_on) || after.starts_with(goes_on) {
                    continue;
                }
                let spelling = hit.pattern().as_usize();
                let place = (spelling, hit.start());
                let first = here.entry(spellings[spelling].0).or_insert(place);
                *first = place.min(*first);
            }
            for (number, (spelling, start)) in here {
                let end = start + spellings[spelling].1.len();
                found
                    .entry(addresses[number].to_owned())
                    .or_insert_with(|| Span::new(file, start, end));
            }
        }
    }
    found
}
