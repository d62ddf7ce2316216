//! Another city's first files: a small example that says of itself that it is one.
//!
//! In: where the site will be hosted. Out: files by path. Promise: the content passes `check`, and
//! the workflows are those of `docs/hosting/`, word for word.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "starter/"]
struct Starter;

#[derive(RustEmbed)]
#[folder = "docs/hosting/"]
struct Hosting;

/// The line of `site.yaml` that another address takes the place of.
const ADDRESS: &str = "base_url: https://learning.city.example/";

/// A host for which there is a workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Host {
    /// GitHub Pages
    Github,
    /// GitLab Pages
    Gitlab,
    /// Cloudflare Pages, built by GitHub
    Cloudflare,
    /// Netlify, built by GitHub
    Netlify,
}

impl Host {
    /// Each workflow by its place in the repository, and its name in `docs/hosting/`.
    fn workflows(self) -> Vec<(&'static str, &'static str)> {
        let publish = match self {
            Self::Gitlab => return vec![(".gitlab-ci.yml", "gitlab-pages.yml")],
            Self::Github => "github-pages.yml",
            Self::Cloudflare => "cloudflare-pages.yml",
            Self::Netlify => "netlify.yml",
        };
        vec![
            (".github/workflows/publish.yml", publish),
            (".github/workflows/review.yml", "review.yml"),
        ]
    }
}

/// The files of a new site, sorted by path; `base_url` is its address, if it is known.
pub fn files(host: Host, base_url: Option<&str>) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for path in Starter::iter() {
        let Some(file) = Starter::get(&path) else { continue };
        // Packages and archives leave out files that begin with a dot.
        let place = if path == "gitignore" { ".gitignore".to_owned() } else { path.to_string() };
        let mut bytes = file.data.into_owned();
        if let (Some(base_url), "content/site.yaml") = (base_url, place.as_str()) {
            let text = String::from_utf8_lossy(&bytes);
            bytes = text.replace(ADDRESS, &format!("base_url: {base_url}")).into_bytes();
        }
        files.push((place, bytes));
    }
    for (place, name) in host.workflows() {
        if let Some(file) = Hosting::get(name) {
            files.push((place.to_owned(), file.data.into_owned()));
        }
    }
    files.sort();
    files
}
