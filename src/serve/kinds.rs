//! What a file is, by its name.
//!
//! In: a path. Out: the media type to send. Promise: text is always said to be UTF-8; what is not
//! known is bytes, and a browser saves it rather than guess.

/// The media type of HTML, the one kind that the server adds to.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// The media type of a script.
pub(super) const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The media type of a style sheet.
pub(super) const STYLE: &str = "text/css; charset=utf-8";

/// The media type of plain text.
pub(super) const TEXT: &str = "text/plain; charset=utf-8";

/// The media type of the file at `path`.
pub(super) fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => HTML,
        "css" => STYLE,
        "js" | "mjs" => SCRIPT,
        "txt" | "md" => TEXT,
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "xsl" => "text/xsl; charset=utf-8",
        "json" | "map" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
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
}
