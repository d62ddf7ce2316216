//! What a file is, by its name: its media type, and how long it may be kept.
//!
//! In: a path below the root of the tree. Out: the headers to send with it. Promise: text is
//! always said to be UTF-8; what is not known is bytes, and a browser saves it rather than guess.

/// The media type of HTML, the one kind that the server adds to.
pub const HTML: &str = "text/html; charset=utf-8";

/// The media type of a script.
pub const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The media type of a style sheet.
pub const STYLE: &str = "text/css; charset=utf-8";

/// The media type of plain text.
pub const TEXT: &str = "text/plain; charset=utf-8";

/// The media type of a calendar.
pub const CALENDAR: &str = "text/calendar; charset=utf-8";

/// The media type of a web application manifest.
pub const APPLICATION: &str = "application/manifest+json";

/// `Cache-Control` of a file whose name holds a digest of its bytes: a year, never asked for again
/// (RFC 8246).
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// `Cache-Control` of all else: kept, and asked for before each use, so that a page that was mended
/// is mended for everyone at once.
pub const REVALIDATED: &str = "public, max-age=0, must-revalidate";

/// The folders whose files all have a digest in their names.
pub const IMMUTABLE_FOLDERS: [&str; 2] = ["assets/", "og/"];

/// The suffixes of compressed siblings, each with its name as a content coding (RFC 9110, 8.4.1).
pub const CODINGS: [(&str, &str); 2] = [(".br", "br"), (".gz", "gzip")];

/// How long a browser and those between may keep the file at `path`.
pub fn cache_control(path: &str) -> &'static str {
    let immutable = IMMUTABLE_FOLDERS.iter().any(|folder| path.starts_with(folder));
    if immutable { IMMUTABLE } else { REVALIDATED }
}

/// The path of what a compressed sibling holds, and its coding; nothing for any other file.
pub fn coding(path: &str) -> Option<(&str, &'static str)> {
    CODINGS.iter().find_map(|(suffix, name)| {
        let plain = path.strip_suffix(suffix)?;
        Some((plain, *name))
    })
}

/// The media type of the file at `path`.
pub fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name == "feed.xml" {
        return "application/atom+xml; charset=utf-8";
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => HTML,
        "css" => STYLE,
        "js" | "mjs" => SCRIPT,
        "txt" | "md" => TEXT,
        "csv" => "text/csv; charset=utf-8",
        "ics" => CALENDAR,
        "xml" => "application/xml; charset=utf-8",
        "xsl" => "text/xsl; charset=utf-8",
        "json" | "map" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => APPLICATION,
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// Whether the file at `path` is text, which compresses.
pub fn is_text(path: &str) -> bool {
    let kind = media_type(path);
    kind.contains("charset=utf-8") || kind.starts_with("application/") && kind.ends_with("json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_last_extension_in_any_case() {
        let table = [
            ("th/index.html", HTML),
            ("assets/site.0a1b.css", STYLE),
            ("sw.js", SCRIPT),
            ("robots.txt", TEXT),
            ("th/feed.xml", "application/atom+xml; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("th/events.ics", "text/calendar; charset=utf-8"),
            ("data/spaces.geojson", "application/geo+json"),
            ("data/spaces.csv", "text/csv; charset=utf-8"),
            ("site.webmanifest", "application/manifest+json"),
            ("PHOTO.JPG", "image/jpeg"),
            ("a.avif", "image/avif"),
            ("a.woff2", "font/woff2"),
            ("th.html/file", "application/octet-stream"),
            ("_headers", "application/octet-stream"),
            (".nojekyll", "application/octet-stream"),
        ];
        for (path, kind) in table {
            assert_eq!(media_type(path), kind, "{path}");
        }
    }

    #[test]
    fn what_has_a_digest_in_its_name_is_kept() {
        assert_eq!(cache_control("assets/site.0a1b.css"), IMMUTABLE);
        assert_eq!(cache_control("og/th/spaces/library.0a1b.png"), IMMUTABLE);
        assert_eq!(cache_control("th/assets/index.html"), REVALIDATED);
    }

    #[test]
    fn siblings_are_told_by_their_suffix() {
        assert_eq!(coding("th/index.html.br"), Some(("th/index.html", "br")));
        assert_eq!(coding("site.css.gz"), Some(("site.css", "gzip")));
        assert_eq!(coding("th/index.html"), None);
        assert!(is_text("a.webmanifest") && is_text("a.ics") && !is_text("a.png"));
    }
}
