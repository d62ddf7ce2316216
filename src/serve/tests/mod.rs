//! The server from outside: the plain function by a table, then through real sockets.

mod answers;
mod sockets;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Snapshot;

fn snapshot(base_path: &str, files: &[(&str, &str)]) -> Snapshot {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let files: BTreeMap<String, Vec<u8>> = files.collect();
    Snapshot { files: Arc::new(files), base_path: base_path.to_owned(), ..Snapshot::default() }
}

fn site() -> Snapshot {
    snapshot(
        "/directory/",
        &[
            ("index.html", "<body>door</body>"),
            ("404.html", "<body>nowhere</body>"),
            ("th/index.html", "<body>บ้าน</BODY></html>"),
            ("th/404.html", "<body>ไม่พบ</body>"),
            ("th/ก/index.html", "<p>no body"),
            ("assets/site.css", "a{}"),
            ("_nakhon/reload.js", "never sent"),
        ],
    )
}
