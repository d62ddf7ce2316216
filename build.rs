//! What `nakhon --version` says: the version, and the commit it was built from where that is known.
//!
//! The commit is that of the repository around this folder, or of the variable `NAKHON_COMMIT` where
//! there is none (an image, a tarball). Nothing else of the machine gets in.

use std::env;
use std::path::Path;
use std::process::Command;

/// As many digits as tell commits apart.
const DIGITS: usize = 12;

fn main() {
    println!("cargo::rerun-if-env-changed=NAKHON_COMMIT");
    println!("cargo::rerun-if-changed=build.rs");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let named = env::var("NAKHON_COMMIT").ok().filter(|commit| !commit.is_empty());
    let told = match named.or_else(commit) {
        Some(commit) => {
            let short: String = commit.chars().take(DIGITS).collect();
            format!("{version} ({short})")
        }
        None => version,
    };
    println!("cargo::rustc-env=NAKHON_VERSION={told}");
}

/// The commit of this folder's own repository; a repository further up is someone else's.
fn commit() -> Option<String> {
    let here = env::var("CARGO_MANIFEST_DIR").ok()?;
    let top = git(&["rev-parse", "--show-toplevel"])?;
    if Path::new(&top).canonicalize().ok()? != Path::new(&here).canonicalize().ok()? {
        return None;
    }
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]);
    for name in ["HEAD"].into_iter().chain(branch.as_deref()) {
        let path = git(&["rev-parse", "--git-path", name])?;
        // A branch that git has packed has no file; its next commit makes one beside HEAD's log.
        let path = if Path::new(&path).exists() {
            path
        } else {
            git(&["rev-parse", "--git-path", "logs/HEAD"])?
        };
        if Path::new(&path).exists() {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    git(&["rev-parse", "HEAD"])
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned()).filter(|text| !text.is_empty())
}
