//! Themes and locales: built into the program, the site's own files over them.
//!
//! In: the site's root and the theme's name. Out: [`Theme`] and [`message_files`], every text of
//! theirs in [`Sources`] so that findings can point into it. Promise: the program alone can build
//! a folder that holds only `content/`; a file in the site's own `themes/` or `locales/` takes the
//! place of the built-in one of the same path, but `theme.yaml`, whose settings are laid over the
//! built-in ones.

mod assets;
mod messages;

use std::collections::BTreeMap;
use std::path::Path;

use rust_embed::RustEmbed;
use serde::Deserialize;
use serde_yaml::Mapping;

pub use assets::{AssetFile, Assets, fingerprinted};
pub(crate) use messages::used as used_messages;
pub use messages::{CODE_MESSAGES, asked_messages};

use crate::diagnostic::{Code, Diagnostics, Problem};
use crate::language::{LanguageTag, MessageFile};
use crate::source::{FileId, FoundKind, Sources, Span, Spanned, walk};

#[derive(RustEmbed)]
#[folder = "themes/"]
struct BuiltInThemes;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct BuiltInLocales;

/// A theme, read.
#[derive(Debug)]
pub struct Theme {
    /// What `theme.yaml` says.
    pub manifest: Manifest,
    /// Templates by name: the path below `templates/`.
    pub templates: BTreeMap<String, FileId>,
    /// Style sheets, fonts and pictures by path below the theme.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Whether its templates and settings are those that are built in.
    pub is_stock: bool,
}

/// What `theme.yaml` says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Manifest {
    /// What the theme is called.
    pub name: String,
    /// Style sheets in the order in which they are joined, by path below the theme.
    pub styles: Vec<String>,
    /// A free page that says how to report a mistake, for sites that name no address.
    pub corrections_page: Option<String>,
    /// Whether pages that were read are kept for reading without a network. `false` also ends it
    /// in browsers that have been here before.
    pub offline: bool,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { name: String::new(), styles: Vec::new(), corrections_page: None, offline: true }
    }
}

/// Reads a theme; a theme that is nowhere is a finding at its name in `site.yaml`.
pub fn load(
    root: &Path,
    name: &Spanned<String>,
    sources: &mut Sources,
    out: &mut Diagnostics,
) -> Option<Theme> {
    let prefix = format!("{}/", name.value);
    let plain = !name.value.contains(['/', '\\']) && !name.value.starts_with('.');
    let mut files: BTreeMap<String, (String, Vec<u8>)> = BTreeMap::new();
    for path in BuiltInThemes::iter().filter(|path| path.starts_with(&prefix)) {
        if let Some(file) = BuiltInThemes::get(&path) {
            let inner = path[prefix.len()..].to_owned();
            files.insert(inner, (format!("themes/{path}"), file.data.into_owned()));
        }
    }
    let own = if plain {
        own_files(&root.join("themes").join(&name.value), &format!("themes/{prefix}"))
    } else {
        BTreeMap::new()
    };
    let decides = |inner: &str| inner == "theme.yaml" || inner.starts_with("templates/");
    let is_known = |(inner, (_, bytes)): (&String, &(String, Vec<u8>))| {
        files.get(inner).is_some_and(|(_, built_in)| built_in == bytes)
    };
    let is_stock = own.iter().filter(|(inner, _)| decides(inner)).all(is_known);
    files.extend(own);
    if files.is_empty() {
        let known: Vec<String> = BuiltInThemes::iter()
            .filter_map(|path| path.split_once('/').map(|(theme, _)| theme.to_owned()))
            .collect();
        let problem = Problem::new(Code::ThemeMissing)
            .text("theme", &name.value)
            .suggest_nearest(&name.value, known.iter().map(String::as_str));
        out.push(problem.at(name.span));
        return None;
    }
    let mut theme = Theme {
        manifest: Manifest::default(),
        templates: BTreeMap::new(),
        files: BTreeMap::new(),
        is_stock,
    };
    for (inner, (shown, bytes)) in files {
        if let Some(template) = inner.strip_prefix("templates/") {
            if let Some(file) = text(shown, bytes, sources, out) {
                theme.templates.insert(template.to_owned(), file);
            }
        } else if inner == "theme.yaml" {
            if let Some(file) = text(shown, bytes, sources, out) {
                let built_in = BuiltInThemes::get(&format!("{prefix}theme.yaml"));
                let built_in = built_in.as_ref().map(|file| &*file.data);
                theme.manifest = manifest(file, built_in.unwrap_or_default(), sources, out);
            }
        } else {
            theme.files.insert(inner, bytes);
        }
    }
    Some(theme)
}

/// What a theme's own file says, over what the file of the built-in theme of that name says: a site
/// that changes one setting keeps the others.
fn manifest(file: FileId, built_in: &[u8], sources: &Sources, out: &mut Diagnostics) -> Manifest {
    let text = &sources.get(file).text;
    // Read as it stands first, so that a mistake is told at its place.
    let merged = serde_yaml::from_str::<Manifest>(text).and_then(|_| {
        let mut settings: Mapping = serde_yaml::from_slice(built_in).unwrap_or_default();
        settings.extend(serde_yaml::from_str::<Option<Mapping>>(text)?.unwrap_or_default());
        serde_yaml::from_value(settings.into())
    });
    match merged {
        Ok(manifest) => manifest,
        Err(error) => {
            let at = error.location().map_or(0, |location| location.index());
            let problem = Problem::new(Code::ThemeInvalid).text("reason", error.to_string());
            out.push(problem.at(Span::new(file, at, at)));
            Manifest::default()
        }
    }
}

/// Reads the message files of every language that has a folder: the built-in ones as layer 0, the
/// site's own as layer 1. A built-in file that the site has its own copy of is left out.
pub fn message_files(
    root: &Path,
    sources: &mut Sources,
    out: &mut Diagnostics,
) -> Vec<MessageFile> {
    let own = own_files(&root.join("locales"), "locales/");
    let built_in: BTreeMap<String, (String, Vec<u8>)> = BuiltInLocales::iter()
        .filter(|path| !own.contains_key(path.as_ref()))
        .filter_map(|path| {
            let file = BuiltInLocales::get(&path)?;
            Some((path.to_string(), (format!("locales/{path}"), file.data.into_owned())))
        })
        .collect();
    let mut files = Vec::new();
    for (layer, layer_files) in [(0, built_in), (1, own)] {
        for (path, (shown, bytes)) in layer_files {
            let Some((folder, _)) = path.split_once('/') else { continue };
            let is_fluent = Path::new(&path).extension().is_some_and(|it| it == "ftl");
            let (true, Ok(language)) = (is_fluent, LanguageTag::parse(folder)) else { continue };
            if let Some(file) = text(shown, bytes, sources, out) {
                files.push(MessageFile { language, file, layer });
            }
        }
    }
    files
}

/// Whether message files say what the built-in ones say.
pub fn are_stock(files: &[MessageFile], sources: &Sources) -> bool {
    files.iter().all(|file| {
        let file = sources.get(file.file);
        let built_in = file.path.strip_prefix("locales/").and_then(BuiltInLocales::get);
        built_in.is_some_and(|built_in| *built_in.data == *file.text.as_bytes())
    })
}

/// The files of a folder of the site's own, by path below it: how each is named in findings, and
/// its bytes. What cannot be read is left to the built-in file.
fn own_files(folder: &Path, shown: &str) -> BTreeMap<String, (String, Vec<u8>)> {
    walk(folder)
        .into_iter()
        .filter(|found| matches!(found.kind, FoundKind::File { .. }))
        .filter_map(|found| {
            let bytes = std::fs::read(&found.absolute).ok()?;
            Some((found.path.clone(), (format!("{shown}{}", found.path), bytes)))
        })
        .collect()
}

fn text(
    shown: String,
    bytes: Vec<u8>,
    sources: &mut Sources,
    out: &mut Diagnostics,
) -> Option<FileId> {
    match String::from_utf8(bytes) {
        Ok(text) => Some(sources.add(shown, text)),
        Err(error) => {
            let file = sources.add(shown, "");
            let byte = error.utf8_error().valid_up_to() + 1;
            out.push(Problem::new(Code::FileNotText).number("byte", byte).at(Span::start_of(file)));
            None
        }
    }
}
