//! Pages of which it is known that nothing is wrong without making them: those of entries, search and
//! the open data.
//!
//! In: a tree. Out: which of its pieces need not be made to be sure of them. Promise: what is told
//! of the tree stays the same. What editors can get wrong on these pages is in what they wrote:
//! the prose, which is looked at by itself, addresses of this site, and how much it is. The rest
//! is the work of the program's own templates, which its tests hold to content of every kind; and
//! a build looks at every file whatever is known here.

use url::Url;

use super::{Batch, Piece, Tree};
use crate::diagnostic::Diagnostics;
use crate::index::Item;
use crate::language::{Lang, Locale};
use crate::model::EntryKind;
use crate::model::value::Slug;
use crate::output::HEAVY_AT_LEAST;
use crate::page::{Base, Page, Route};
use crate::source::{FileId, SourceFile};
use crate::syntax::split;

/// What a page weighs without its own texts and cards, in bytes: more than any does.
const FRAME: usize = 30_000;
/// What a card weighs in bytes, likewise.
const CARD: usize = 1_200;
/// How many times what the facts say stands on the page, with its tags: in the head and in structured
/// data too.
const FACTS: usize = 8;
/// The same of prose.
const PROSE: usize = 3;
/// The same of the vocabulary on the page of search.
const WORDS: usize = 3;
/// What the names of all columns of the open data weigh in one language, in bytes, likewise.
const COLUMNS: usize = 8_000;

/// The file that says the words of the vocabulary.
const VOCABULARY: &str = "content/vocabulary.yaml";

impl Tree {
    /// Whether the pages of entries are sure where [`Tree::is_sure`] says so: templates and messages
    /// are the program's own, and no text names an address of this site, which could lead nowhere.
    pub(super) fn is_plain(&self) -> bool {
        let project = self.project();
        let corrections = project.directory.site.corrections.as_deref();
        let leads_away = |address: &str| {
            ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
        };
        let Some(host) = host(&project.base) else { return false };
        let content = self.sources().iter();
        let mut content = content.filter(|(_, file)| file.path.starts_with("content/"));
        project.is_stock
            && corrections.is_none_or(leads_away)
            && content.all(|(id, file)| {
                // It says where the site is.
                let own = usize::from(file.path == "content/site.yaml");
                !may_escape(id, file) && names(&file.text, &host) <= own
            })
    }

    /// Whether nothing can be wrong with a piece of a plain tree that its prose does not tell.
    pub(super) fn is_sure(&self, piece: &Piece) -> bool {
        match piece {
            Piece::Calendar(..) => true,
            Piece::Page(_) => self.weight(piece).is_some_and(|most| most <= HEAVY_AT_LEAST),
            _ => false,
        }
    }

    /// Whether nothing can be wrong with a batch of a plain tree, and no page that is made tells of it:
    /// addresses there are of what is there, and texts name none.
    pub(super) fn is_sure_batch(&self, batch: Batch) -> bool {
        let mut locales = self.project().locales.iter().map(Locale::lang);
        let page = match batch {
            Batch::Search(place) => locales.nth(place).map(|it| (Route::Search, it)),
            Batch::OpenData => locales.next().map(|it| (Route::OpenData, it)),
            Batch::Facets(_) | Batch::Exports => None,
        };
        page.is_some_and(|(route, language)| self.is_sure(&Piece::Page(Page { route, language })))
    }

    /// How many bytes a page has at most; nothing where that is not known.
    fn weight(&self, piece: &Piece) -> Option<usize> {
        let Piece::Page(page) = piece else { return None };
        match &page.route {
            Route::Entry(kind, slug) => self.weight_of_entry(*kind, slug, page.language),
            // The choices are words of the vocabulary.
            Route::Search => {
                let texts = self.sources().iter().map(|(_, file)| file);
                let words = texts.filter(|file| file.path == VOCABULARY);
                Some(FRAME + words.map(|file| file.text.len()).sum::<usize>() * WORDS)
            }
            // The columns of every table, those of texts once a language.
            Route::OpenData => Some(FRAME + self.project().locales.len() * COLUMNS),
            _ => None,
        }
    }

    fn weight_of_entry(&self, kind: EntryKind, slug: &Slug, language: Lang) -> Option<usize> {
        let item = self.builder().item(kind, slug)?;
        let (entry, sources) = (item.entry(), self.sources());
        let facts = sources.get(entry.facts.file).text.len();
        let prose = entry.prose.resolve(language).map(|(prose, _)| prose.text(sources).len());
        let groups = self.facts.index.groups(language);
        let cards = match &item {
            Item::Partner(_) => groups.of_partner(&entry.slug).len(),
            Item::Space(space) => space.partners.len() + groups.in_space(&entry.slug).len(),
            Item::Event(event) => event.partners.len(),
        };
        let texts = facts * FACTS + prose.unwrap_or_default() * PROSE;
        Some(FRAME + texts + cards * CARD)
    }

    /// What editors wrote on the page of an entry: its prose, which may be empty.
    pub(super) fn prose_on(&self, piece: &Piece) -> Option<String> {
        let Piece::Page(Page { route: Route::Entry(kind, slug), language }) = piece else {
            return None;
        };
        let project = self.project();
        let entry = project.directory.entry(*kind, slug.as_str())?;
        let prose = self.builder().prose_of(entry, &project.locales[language.index()]);
        Some(prose.unwrap_or_default())
    }
}

/// The host of the site, as browsers spell it.
fn host(base: &Base) -> Option<String> {
    Url::parse(&base.absolute("")).ok()?.host_str().map(str::to_owned)
}

/// How many addresses in a text have that host, however it is spelled.
fn names(text: &str, host: &str) -> usize {
    let ends = |it: char| it.is_whitespace() || "/\\?#\"'<>()[]{},|`".contains(it);
    let addresses = text.match_indices("//").filter(|(at, slashes)| {
        let authority = text[at + slashes.len()..].split(ends).next().unwrap_or_default();
        Url::parse(&format!("https://{authority}")).is_ok_and(|url| url.host_str() == Some(host))
    });
    addresses.count()
}

fn is_markdown(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|it| it == "md")
}

/// Whether YAML could hide an address from a look at the text.
fn may_escape(id: FileId, file: &SourceFile) -> bool {
    let text = file.text.as_str();
    let facts = if is_markdown(&file.path) {
        let parts = split(text, id, &mut Diagnostics::default());
        parts.and_then(|parts| parts.matter).map_or("", |matter| &text[matter])
    } else {
        text
    };
    facts.contains('\\')
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::pipeline::fixture::{good_site, request};
    use crate::pipeline::read;

    fn tree(root: &Path) -> Tree {
        let outcome = read(&request(root));
        Tree::new(outcome.project.unwrap_or_else(|| panic!("{:?}", outcome.findings))).unwrap()
    }

    /// What both looks find, which is the same; and whether the quick one was taken.
    fn found(root: &Path) -> (Vec<Diagnostic>, bool) {
        let tree = tree(root);
        let [all, unsure] = [tree.verify(), tree.verify_unsure()].map(|it| it.unwrap().findings);
        assert_eq!(unsure, all);
        (all, tree.is_plain())
    }

    /// The good site with something more in a file.
    fn with(file: &str, more: &str) -> tempfile::TempDir {
        let site = good_site();
        let path = site.path().join("content").join(file);
        let text = std::fs::read_to_string(&path).unwrap() + more;
        std::fs::write(path, text).unwrap();
        site
    }

    fn codes(file: &str, more: &str) -> (Vec<&'static str>, bool) {
        let site = with(file, more);
        let (found, plain) = found(site.path());
        (found.into_iter().map(|finding| finding.problem.code.name()).collect(), plain)
    }

    #[test]
    fn what_a_prose_gets_wrong_is_found_without_its_page() {
        let event = |more: &str| codes("events/book-fair.md", more);
        assert_eq!(event("\n\n[a](#nowhere)\n"), (vec!["dead-link"], true));
        assert_eq!(event("\n\n<a href=\"/elsewhere/\">x</a>\n"), (vec!["dead-link"], true));
        assert_eq!(event("\n\n## ก\n\n[a](#ก)\n").0, Vec::<&str>::new());
    }

    #[test]
    fn a_place_on_a_page_that_was_not_made_is_looked_for() {
        let path = "th/spaces/library/index.html";
        let site = good_site();
        let page = tree(site.path());
        let page = page.make(page.piece(path).unwrap()).unwrap();
        let id = String::from_utf8(page).unwrap();
        let id = id.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let about = |place: &str| {
            codes(
                "pages/about.th.md",
                &format!("\n\n<a href=\"/th/spaces/library/#{place}\">x</a>\n"),
            )
        };
        assert_eq!(about(id).0, Vec::<&str>::new());
        assert_eq!(about("no-such-place").0, ["dead-link"]);
    }

    #[test]
    fn a_site_that_names_itself_or_brings_templates_is_looked_at_as_a_whole() {
        let site =
            |url: &str| codes("spaces/library.yaml", &format!("sources: [{{url: {url}}}]\n")).1;
        let base = good_site();
        let at = base.path().join("content/site.yaml");
        let text = std::fs::read_to_string(at).unwrap();
        let address = text.lines().find_map(|line| line.strip_prefix("base_url: ")).unwrap();
        assert!(site("https://elsewhere.example/"));
        assert!(!site(address));
        assert!(!site(&address.to_uppercase().replace("HTTPS", "https")));
        assert!(!site("\"https:\\/\\/elsewhere.example/\""));
        let templates = base.path().join("themes/default/templates");
        std::fs::create_dir_all(&templates).unwrap();
        let entry = include_str!("../../themes/default/templates/entry.html");
        std::fs::write(templates.join("entry.html"), entry).unwrap();
        assert!(found(base.path()).1);
        std::fs::write(templates.join("entry.html"), entry.replace("</h1>", "</h1><h1>x</h1>"))
            .unwrap();
        let (wrong, plain) = found(base.path());
        assert!(!plain && !wrong.is_empty());
    }

    #[test]
    fn no_page_is_heavier_than_it_is_taken_to_be() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let fixtures = ["city", "events", "every-field"];
        let roots = fixtures.map(|name| project.join("tests/fixtures").join(name));
        let mut light = 0;
        for root in roots.into_iter().chain([PathBuf::from(project)]) {
            let (_, plain) = found(&root);
            let tree = tree(&root);
            for (path, piece) in tree.pieces().filter(|(_, piece)| piece.is_page()) {
                let weight = tree.weight(piece);
                let made = tree.make(piece).unwrap().len();
                assert!(weight.is_none_or(|weight| weight >= made), "{path}: {made}, {weight:?}");
                light += usize::from(plain && tree.is_sure(piece));
            }
        }
        assert!(light > 50, "{light}");
    }
}
