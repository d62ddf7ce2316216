//! Theme files under fingerprinted names, which may be kept by browsers for ever.

use std::collections::BTreeMap;

use super::Theme;
use crate::page::Worker;

/// The joined style sheet's name.
const STYLES: &str = "styles.css";
/// The folder of scripts.
const SCRIPTS: &str = "scripts/";

/// The service worker: published as `sw.js` by whoever knows the site's words, not as an asset.
const WORKER: &str = "scripts/sw.js";

/// The folder of programs that others made and only a map of tiles needs.
const VENDOR: &str = "vendor/";

/// A file of the published tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetFile {
    /// Its path below the root.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Every published file of a theme.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// By the name templates ask for: the path below the theme, or `styles.css`.
    by_name: BTreeMap<String, String>,
    /// By path.
    pub files: Vec<AssetFile>,
    /// The service worker, where the theme has one and it is not switched off.
    pub worker: Option<Worker>,
}

impl Assets {
    /// Fingerprints fonts and pictures, then scripts, each after those it imports, then the style
    /// sheets, joined; every `url(…)` and every import is led to the fingerprinted file.
    /// Other people's programs are left out unless the site's map has tiles: nothing else needs them.
    pub fn new(theme: &Theme, has_tiles: bool) -> Self {
        let mut assets = Self::default();
        let is_style = |path: &str| path.starts_with("styles/");
        let is_text = |path: &str| is_style(path) || is_script(path);
        for (path, bytes) in theme
            .files
            .iter()
            .filter(|(path, _)| !is_text(path) && (has_tiles || !path.starts_with(VENDOR)))
        {
            assets.add(path, bytes.clone());
        }
        for path in theme.files.keys().filter(|path| is_script(path) && *path != WORKER) {
            assets.add_script(theme, path, &mut Vec::new());
        }
        let mut styles = Vec::new();
        let listed: Vec<&String> = if theme.manifest.styles.is_empty() {
            theme.files.keys().filter(|path| is_style(path)).collect()
        } else {
            theme.manifest.styles.iter().collect()
        };
        for path in listed {
            if let Some(bytes) = theme.files.get(path) {
                let text = String::from_utf8_lossy(bytes);
                styles.extend_from_slice(assets.lead(&text).as_bytes());
                styles.push(b'\n');
            }
        }
        assets.add(STYLES, styles);
        assets.files.sort_by(|a, b| a.path.cmp(&b.path));
        let script = theme.files.get(WORKER).filter(|_| theme.manifest.offline);
        assets.worker = script.map(|script| Worker {
            script: String::from_utf8_lossy(script).into_owned(),
            needs: assets.needed_offline(),
        });
        assets
    }

    /// What a bare page is shown with. Fonts are kept when a page asks for them.
    fn needed_offline(&self) -> Vec<String> {
        let needed = |name: &str| {
            name == STYLES || name == "scripts/offline.js" || name.starts_with("pictures/")
        };
        let named = self.by_name.iter().filter(|(name, _)| needed(name));
        named.map(|(_, path)| path.clone()).collect()
    }

    /// The path below the root of the file that templates call `name`.
    pub fn path(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).map(String::as_str)
    }

    /// The names templates can ask for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let path = fingerprinted(name, &bytes);
        self.by_name.insert(name.to_owned(), path.clone());
        self.files.push(AssetFile { path, bytes });
    }

    /// Adds a script after those that it imports by `'./name.js'`. `around` are the scripts that
    /// import it: what imports itself in a circle keeps the name as it is written.
    fn add_script(&mut self, theme: &Theme, path: &str, around: &mut Vec<String>) {
        let Some(bytes) = theme.files.get(path).filter(|_| !self.by_name.contains_key(path)) else {
            return;
        };
        around.push(path.to_owned());
        let mut text = String::from_utf8_lossy(bytes).into_owned();
        for other in theme.files.keys().filter(|other| is_script(other)) {
            let name = other.trim_start_matches(SCRIPTS);
            let written = format!("'./{name}'");
            if text.contains(&written) && !around.contains(other) {
                self.add_script(theme, other, around);
                if let Some(file) = self.path(other).and_then(|path| path.rsplit('/').next()) {
                    text = text.replace(&written, &format!("'./{file}'"));
                }
            }
        }
        around.pop();
        self.add(path, text.into_bytes());
    }

    /// Leads each `url("../folder/file")` of a style sheet to its neighbour in `assets/`.
    fn lead(&self, css: &str) -> String {
        let mut led = String::with_capacity(css.len());
        let mut rest = css;
        while let Some(at) = rest.find("url(") {
            let (before, after) = rest.split_at(at + 4);
            led.push_str(before);
            let Some(end) = after.find(')') else {
                rest = after;
                break;
            };
            let written = after[..end].trim().trim_matches(['"', '\'']);
            let (path, fragment) = match written.split_once('#') {
                Some((path, fragment)) => (path, Some(fragment)),
                None => (written, None),
            };
            let name = path.strip_prefix("../").unwrap_or(path);
            match self.path(name).and_then(|path| path.rsplit('/').next()) {
                Some(file) => {
                    led.push('"');
                    led.push_str(file);
                    led.extend(fragment.map(|fragment| format!("#{fragment}")));
                    led.push('"');
                }
                None => led.push_str(&after[..end]),
            }
            rest = &after[end..];
        }
        led.push_str(rest);
        led
    }
}

fn is_script(path: &str) -> bool {
    path.starts_with(SCRIPTS)
}

/// `pictures/emblem.svg` with its content's hash: `assets/emblem.3f2a9c1b.svg`. The hash is the
/// first eight bytes of BLAKE3.
pub fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
    let hash = blake3::hash(bytes).to_hex();
    let safe: String = stem
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
        .collect();
    format!("assets/{safe}.{}.{}", &hash[..16], extension.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Manifest;

    #[test]
    fn a_style_sheet_leads_to_the_fingerprinted_font() {
        let mut theme = Theme {
            manifest: Manifest::default(),
            templates: BTreeMap::new(),
            files: BTreeMap::new(),
            is_stock: true,
        };
        theme.files.insert("fonts/a.woff2".to_owned(), b"font".to_vec());
        let css = b"@font-face{src:url(\"../fonts/a.woff2\")}b{mask:url(#x)}".to_vec();
        theme.files.insert("styles/10.css".to_owned(), css);
        let assets = Assets::new(&theme, false);
        let font = assets.path("fonts/a.woff2").unwrap().trim_start_matches("assets/");
        let styles = assets.path("styles.css").unwrap();
        let file = assets.files.iter().find(|file| file.path == styles).unwrap();
        let css = String::from_utf8_lossy(&file.bytes);
        assert!(css.contains(&format!("url(\"{font}\")")), "{css}");
        assert!(css.contains("url(#x)"), "{css}");
    }

    #[test]
    fn a_script_leads_to_the_fingerprinted_ones_it_imports() {
        let assets = |deepest: &str| {
            let mut theme = Theme {
                manifest: Manifest::default(),
                templates: BTreeMap::new(),
                files: BTreeMap::new(),
                is_stock: true,
            };
            let files = [("a", "import './b.js';"), ("b", "import './c.js';"), ("c", deepest)];
            for (name, text) in files {
                theme.files.insert(format!("scripts/{name}.js"), text.as_bytes().to_vec());
            }
            Assets::new(&theme, false)
        };
        let first = assets("import './a.js';");
        let path = |assets: &Assets, name: &str| assets.path(name).unwrap().to_owned();
        let b = path(&first, "scripts/b.js");
        let a = first.files.iter().find(|file| file.path == path(&first, "scripts/a.js")).unwrap();
        let imported = format!("import './{}';", b.trim_start_matches("assets/"));
        assert_eq!(String::from_utf8_lossy(&a.bytes), imported);
        let second = assets("changed");
        assert_ne!(path(&first, "scripts/a.js"), path(&second, "scripts/a.js"));
    }

    #[test]
    fn the_name_changes_with_the_content() {
        assert_ne!(fingerprinted("a.png", b"1"), fingerprinted("a.png", b"2"));
        let path = fingerprinted("รูป 1.JPG", b"1");
        assert!(path.is_ascii() && path.starts_with("assets/----1."), "{path}");
    }
}
