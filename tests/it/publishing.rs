//! Publishing with nobody watching: builds that are killed, meet a full disk or each other; what a
//! build tells programs; a tree sent to a store.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Site, TODAY, files_below, is_a};

type Tree = BTreeMap<String, Vec<u8>>;

/// Builds in two states of the content, which give two trees.
fn two_states(site: &Site) -> [Tree; 2] {
    site.build(&[]);
    let first = site.tree("public");
    site.edit("content/spaces/library.yaml", "en: ", "en: New ");
    site.build(&[]);
    let second = site.tree("public");
    assert_ne!(first, second);
    [first, second]
}

/// What stands beside the content, by name.
fn beside(site: &Site) -> Vec<String> {
    let entries = fs::read_dir(site.root()).expect("the site's folder can be read");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry can be read").file_name().into_string().expect("text"))
        .collect();
    names.sort();
    names
}

/// Killed at many moments from the first to the last: the site is one of the two trees, whole,
/// and the next build leaves nothing of the killed one.
#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_a_whole_site() {
    let site = Site::base();
    let trees = two_states(&site);
    // There and back again, for a build that finds nothing to do ends too soon.
    site.edit("content/spaces/library.yaml", "en: New ", "en: ");
    let since = Instant::now();
    site.build(&[]);
    let whole = since.elapsed();
    site.edit("content/spaces/library.yaml", "en: ", "en: New ");
    site.build(&[]);
    let mut killed = 0;
    for moment in 0..24_u32 {
        let (from, to) = if moment % 2 == 0 { ("en: New ", "en: ") } else { ("en: ", "en: New ") };
        site.edit("content/spaces/library.yaml", from, to);
        let mut command = site.command(&["build", "--today", TODAY]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program can be started");
        std::thread::sleep(whole * (moment + 1) / 24);
        child.kill().expect("a child can be killed");
        let status = child.wait().expect("a child ends");
        killed += usize::from(!status.success());
        let tree = site.tree("public");
        assert!(trees.contains(&tree), "moment {moment}: half a site");
    }
    assert!(killed > 6, "most builds were killed: {killed}");
    site.build(&[]);
    assert_eq!(site.tree("public"), trees[1]);
    assert_eq!(beside(&site), [".cache", "content", "public"]);
}

/// Whoever comes second waits; what stands there in the end is one tree and not two.
#[test]
fn two_builds_at_once_do_not_mix() {
    let site = Site::base();
    let trees = two_states(&site);
    let other = Site::base();
    let out = site.root().join("public").display().to_string();
    for _ in 0..4 {
        let start = |site: &Site| {
            let mut command = site.command(&["build", "--today", TODAY, "--out", &out]);
            command.stdout(Stdio::null()).stderr(Stdio::piped());
            command.spawn().expect("the program can be started")
        };
        let children = [start(&site), start(&other), start(&site)];
        for child in children {
            let output = child.wait_with_output().expect("a child ends");
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{told}");
        }
        assert!(trees.contains(&site.tree("public")));
        assert_eq!(beside(&site), [".cache", "content", "public"]);
    }
}

/// A file system of its own; nothing, with the reason told, where none can be mounted.
#[cfg(target_os = "linux")]
struct Disk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl Disk {
    fn mount(size: usize) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let size = format!("size={size}");
        let ran = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .output();
        match ran {
            Ok(output) if output.status.success() => Some(Self(folder)),
            Ok(output) => skip(&String::from_utf8_lossy(&output.stderr)),
            Err(error) => skip(&error.to_string()),
        }
    }

    fn make_read_only(&self) {
        let ran = Command::new("mount").args(["-o", "remount,ro"]).arg(self.0.path()).status();
        assert!(ran.is_ok_and(|status| status.success()), "what was mounted can be mounted again");
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[cfg(target_os = "linux")]
#[expect(clippy::print_stderr, reason = "a test that is skipped says why")]
fn skip(reason: &str) -> Option<Disk> {
    eprintln!("skipped: no file system can be mounted here: {}", reason.trim());
    None
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_harms_nothing() {
    let site = Site::base();
    site.build(&[]);
    let blocks: usize = site.tree("public").values().map(|bytes| bytes.len().div_ceil(4096)).sum();
    // Room for one tree and a quarter.
    let Some(disk) = Disk::mount(blocks * 4096 * 5 / 4) else { return };
    let out = disk.0.path().join("public");
    let out = out.to_str().expect("a temporary path is text");
    site.build(&["--out", out]);
    let published = files_below(Path::new(out));
    for (language, reason) in [("en", "the disk is full"), ("th", "ดิสก์เต็ม")] {
        // Another address changes each page: what stays the same takes no room, it is linked.
        let moved = ["--base-url", "https://moved.example/"];
        let ran = site.run(&[&["build", "--out", out, "--lang", language], &moved[..]].concat());
        assert_eq!(ran.status, 70, "{}", ran.err);
        assert!(ran.err.contains(reason), "{}", ran.err);
        assert_eq!(files_below(Path::new(out)), published);
        let left = fs::read_dir(disk.0.path()).expect("a folder can be read").count();
        assert_eq!(left, 1, "nothing is left beside the site");
    }
    disk.make_read_only();
    for (language, reason) in [("en", "only be read"), ("th", "อ่านได้อย่างเดียว")]
    {
        // Another address changes each page: what stays the same takes no room, it is linked.
        let moved = ["--base-url", "https://moved.example/"];
        let ran = site.run(&[&["build", "--out", out, "--lang", language], &moved[..]].concat());
        assert_eq!(ran.status, 70, "{}", ran.err);
        assert!(ran.err.contains(reason), "{}", ran.err);
        assert_eq!(files_below(Path::new(out)), published);
    }
}

#[test]
fn folders_of_someone_elses_and_the_sources_are_not_written_to() {
    let site = Site::base();
    site.write("public/thesis.txt", "x");
    let ran = site.run(&["build"]);
    assert_eq!(ran.status, 70);
    assert!(ran.err.contains("that nakhon did not make"), "{}", ran.err);
    assert_eq!(site.tree("public").len(), 1);
    for out in ["content/public", "content", "./content/../content/x/y"] {
        let ran = site.run(&["build", "--out", out]);
        assert_eq!(ran.status, 70, "{out}: {}", ran.err);
        assert!(ran.err.contains("inside the content"), "{out}: {}", ran.err);
    }
    assert!(!site.has("content/public") && !site.has("content/x"));
}

/// The same content, day and version: the same bytes, whoever builds it, where and how.
#[test]
fn the_same_content_gives_the_same_bytes() {
    let site = Site::city();
    site.build(&["--threads", "1"]);
    let tree = site.tree("public");
    for threads in ["2", "8"] {
        site.build(&["--threads", threads]);
        assert!(site.tree("public") == tree, "{threads} threads");
    }
    let environments: [&[(&str, &str)]; 3] = [
        &[("TZ", "Pacific/Kiritimati"), ("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")],
        &[("TZ", "America/Los_Angeles"), ("HOME", "/nonexistent"), ("USER", "someone")],
        &[("SOURCE_DATE_EPOCH", "86400"), ("COLUMNS", "20"), ("NO_COLOR", "1")],
    ];
    for environment in environments {
        let mut command = site.command(&["build", "--today", TODAY, "--lang", "en"]);
        command.envs(environment.iter().copied());
        assert_eq!(site.finish(command).status, 0);
        assert!(site.tree("public") == tree, "{environment:?}");
    }
    // Another folder, the files made in the opposite order, from another working directory.
    let shuffled = Site::empty();
    for path in files_below(site.root()).into_iter().rev() {
        if !path.starts_with("public/") {
            let bytes = fs::read(site.root().join(&path)).expect("a fixture can be read");
            shuffled.write_bytes(&path, &bytes);
        }
    }
    let mut command = shuffled.command(&["build", "--today", TODAY, "--root"]);
    command.arg(shuffled.root()).current_dir("/");
    assert_eq!(shuffled.finish(command).status, 0);
    assert!(shuffled.tree("public") == tree, "another order of files");
}

/// Programs get one document on the standard output and nothing else.
#[test]
fn machines_read_one_document() {
    let site = Site::base();
    site.edit("content/spaces/library.yaml", "kind: library", "kind: libary");
    for command in ["check", "build"] {
        let json = site.run(&[command, "--format", "json"]);
        let findings: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
        assert_eq!((json.status, findings.as_array().map(Vec::len)), (1, Some(1)));
        let sarif = site.run(&[command, "--format", "sarif"]);
        let log: serde_json::Value = serde_json::from_str(&sarif.out).expect("JSON");
        assert_eq!(log["runs"][0]["results"][0]["ruleId"], "unknown-id");
        let github = site.run(&[command, "--format", "github"]);
        assert!(github.out.starts_with("::error file=content/spaces/library.yaml,line="));
        assert_eq!(github.out.lines().count(), 1);
    }
    site.edit("content/spaces/library.yaml", "kind: libary", "kind: library");
    for format in ["json", "sarif"] {
        let built = site.run(&["build", "--format", format]);
        serde_json::from_str::<serde_json::Value>(&built.out).expect("JSON");
        assert!(built.err.contains("Built"), "{}", built.err);
    }
}

/// An annotation is shown only where the path begins at the top of the repository.
#[test]
fn annotations_name_files_from_the_top_of_the_repository() {
    let site = Site::empty();
    site.write(".git/HEAD", "ref: refs/heads/main\n");
    for (path, bytes) in Site::base().tree(".") {
        site.write_bytes(&format!("our/site/{path}"), &bytes);
    }
    site.edit("our/site/content/spaces/library.yaml", "kind: library", "kind: libary");
    let ran = site.run(&["check", "--root", "our/site", "--format", "github"]);
    assert!(
        ran.out.starts_with("::error file=our/site/content/spaces/library.yaml,"),
        "{}",
        ran.out
    );
}

#[test]
fn the_summary_tells_what_changed() {
    let site = Site::base();
    let summary = |arguments: &[&str]| {
        let _ = fs::remove_file(site.root().join("summary.md"));
        let all = [&["build", "--summary", "summary.md"], arguments].concat();
        let mut command = site.command(&all);
        command.args(["--today", TODAY]).env("GITHUB_STEP_SUMMARY", site.root().join("github.md"));
        site.finish(command);
        site.read("summary.md")
    };
    assert!(summary(&["--lang", "en"]).contains("no earlier site"));
    assert!(summary(&["--lang", "en"]).contains("Nothing differs"));
    fs::copy(site.root().join("public/.nakhon"), site.root().join("before")).expect("a copy");
    let facts = "name: {th: หอศิลป์, en: Art *hall*}\nkind: library\ndistrict: central\n";
    site.write("content/spaces/hall.yaml", facts);
    let told = summary(&["--lang", "en"]);
    assert!(told.contains("### 2 new pages\n"), "{told}");
    let link = "- [Art \\*hall\\* ";
    assert!(told.contains(link), "{told}");
    assert!(told.contains("/en/spaces/hall/)"), "{told}");
    let told = summary(&["--lang", "th", "--since", "before"]);
    assert!(told.contains("### หน้าใหม่ 2 หน้า\n") && told.contains("- [หอศิลป์ "), "{told}");
    site.remove("content/spaces/hall.yaml");
    let told = summary(&["--lang", "en"]);
    assert!(
        told.contains("### 2 removed pages\n") && told.contains("`/en/spaces/hall/`"),
        "{told}"
    );
    site.write("content/spaces/hall.yaml", "name: x\n");
    let told = summary(&["--lang", "en"]);
    assert!(told.contains("Nothing was published") && told.contains("missing"), "{told}");
    assert!(site.read("github.md").ends_with(&told), "GitHub gets the same");
}

/// Compressed siblings beside every text, the same from the cache.
#[test]
fn siblings_are_an_option() {
    let site = Site::base();
    site.build(&[]);
    let plain = site.tree("public");
    assert!(!plain.keys().any(|path| is_a(path, "br")));
    site.build(&["--compress", "--cache", "cache"]);
    let compressed = site.tree("public");
    assert!(
        compressed.contains_key("th/index.html.br") && compressed.contains_key("th/index.html.gz")
    );
    assert!(!compressed.keys().any(|path| path.contains(".png.")));
    for (path, bytes) in plain.iter().filter(|(path, _)| *path != ".nakhon") {
        assert!(compressed.get(path) == Some(bytes), "{path}");
    }
    site.build(&["--compress", "--cache", "cache"]);
    assert!(site.tree("public") == compressed);
    site.build(&["--compress"]);
    assert!(site.tree("public") == compressed, "the cache changes no byte");
}

#[test]
fn a_site_is_published_to_a_folder() {
    let site = Site::base();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let there = folder.path().join("www");
    let address = url::Url::from_directory_path(&there).expect("an absolute path").to_string();
    let publish = |arguments: &[&str]| site.run(&[&["publish", &address], arguments].concat());
    let refused = |ran: crate::support::Ran, status: i32, words: &str| {
        assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains(words), "{}", ran.err);
    };
    refused(publish(&[]), 1, "holds no site");
    site.build(&[]);
    let dry = publish(&["--dry-run"]);
    assert!(dry.status == 0 && dry.out.contains("+ th/index.html\n"), "{}{}", dry.out, dry.err);
    assert!(!there.exists(), "trying writes nothing");
    let ran = publish(&[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let mirrored = || {
        let read = |path: String| (path.clone(), fs::read(there.join(path)).expect("a file"));
        let copy: Tree = files_below(&there).into_iter().map(read).collect();
        assert!(copy == site.tree("public"));
    };
    mirrored();
    assert!(publish(&[]).out.contains("no file sent"));
    site.edit("content/spaces/library.yaml", "en: ", "en: New ");
    site.build(&[]);
    publish(&[]);
    mirrored();
    site.remove("content/events/book-fair.md");
    site.build(&[]);
    refused(publish(&["--max-deletes", "1"]), 1, "at most 1");
    assert_eq!(publish(&[]).status, 0);
    mirrored();
    site.write("public/th/index.html", "by hand");
    refused(publish(&[]), 1, "changed after the build");
    refused(site.run(&["publish", "s3://bucket/x"]), 1, "changed after the build");
    site.build(&[]);
    refused(site.run(&["publish", "s3://bucket/x"]), 70, "no credentials");
    refused(site.run(&["publish", "ftp://host/"]), 70, "not an address");
    fs::write(folder.path().join("thesis.txt"), "x").expect("a file can be written");
    let above = url::Url::from_directory_path(folder.path()).expect("an absolute path");
    refused(site.run(&["publish", above.as_str()]), 70, "did not publish");
}

/// Answers every request with one status, and notes nothing.
fn answering(status: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = format!("http://{}", listener.local_addr().expect("it listens"));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
            let _ = stream.read(&mut [0; 4096]);
            let answer =
                format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    address
}

#[test]
fn links_to_other_sites_are_asked_and_told_at_their_line() {
    let site = Site::base();
    let gone = answering("404 Not Found");
    let fine = answering("200 OK");
    site.append("content/spaces/library.yaml", &format!("contact: {{website: \"{gone}/a\"}}\n"));
    site.append("content/partners/college.yaml", &format!("sources: [\"{fine}/b\"]\n"));
    let line = site.read("content/spaces/library.yaml").lines().count();
    let ran = site.run(&["check", "--external", "--format", "github", "--cache", "cache"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let place = format!(
        "::warning file=content/spaces/library.yaml,line={line},col=21,title=external-gone::"
    );
    assert!(ran.out.starts_with(&place), "{}", ran.out);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(site.read("cache/links.json").contains(&format!("{fine}/b")));
    let denied = site.run(&["check", "--external", "--deny", "warnings", "--cache", "cache"]);
    assert_eq!(denied.status, 1);
    assert!(denied.err.contains("external-gone"), "{}", denied.err);
}

/// `--version` tells the commit, so that a report of a fault says what it is about.
#[test]
fn the_version_tells_the_commit() {
    let told = Site::empty().run(&["--version"]).out;
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(arguments)
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok().map(|text| text.trim().to_owned())
    };
    let version = concat!("nakhon ", env!("CARGO_PKG_VERSION"));
    match git(&["rev-parse", "HEAD"]) {
        Some(commit) => assert_eq!(told, format!("{version} ({})\n", &commit[..12])),
        None => assert_eq!(told, format!("{version}\n")),
    }
}
