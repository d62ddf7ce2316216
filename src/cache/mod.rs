//! Bytes that are dear to make, kept from one build to the next by what they were made from.
//!
//! In: a kind of work, and everything that its result depends on. Out: the result, from the folder
//! or made anew. Promise: the answer is the same with the cache, without it and with a damaged one;
//! what another version of the program kept is never believed.
//!
//! Each result is a file of its own, named by the BLAKE3 digest of its inputs and opened by the
//! digest of its bytes, so that a file that was cut short or changed is made again.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// How many bytes of a file are the digest of the others.
const SEAL: usize = blake3::OUT_LEN;

/// What a result was made from.
#[derive(Clone, Debug)]
pub struct Key(blake3::Hasher);

impl Key {
    /// A key of a kind of work. Two kinds share no results.
    pub fn new(kind: &str) -> Self {
        Self(blake3::Hasher::new()).with(env!("CARGO_PKG_VERSION").as_bytes()).with(kind.as_bytes())
    }

    /// One more thing that the result depends on. Their order and their borders count.
    #[must_use]
    pub fn with(mut self, input: &[u8]) -> Self {
        self.0.update(&(input.len() as u64).to_le_bytes());
        self.0.update(input);
        self
    }

    fn name(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

/// Results of earlier builds, or none.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// No cache: all is made anew.
    pub fn off() -> Self {
        Self::default()
    }

    /// Results are kept in this folder, which is made when the first is.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: Some(folder.into()) }
    }

    /// The result of an earlier build, or of `make`. A folder that cannot be read or written costs
    /// time and nothing else.
    pub fn get_or_make<E>(
        &self,
        key: &Key,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let Some(folder) = &self.folder else { return make() };
        let Some(file) = self.file(key) else { return make() };
        if let Some(bytes) = read(&file) {
            return Ok(bytes);
        }
        let bytes = make()?;
        // A full disk or a folder of someone else's: the next build makes it again.
        let _ = begin(folder).and_then(|()| write(&file, &bytes));
        Ok(bytes)
    }

    /// What was kept by [`Cache::keep`] last, whole and unchanged.
    pub fn recall(&self, key: &Key) -> Option<Vec<u8>> {
        read(&self.file(key)?)
    }

    /// Keeps something that is no function of its key, in place of what was kept before. Without a
    /// folder that can be written nothing is kept.
    pub fn keep(&self, key: &Key, bytes: &[u8]) {
        if let (Some(folder), Some(file)) = (&self.folder, self.file(key)) {
            // What cannot be replaced must not be recalled either.
            let _ = fs::remove_file(&file);
            let _ = begin(folder).and_then(|()| write(&file, bytes));
        }
    }

    /// Forgets what was kept.
    pub fn forget(&self, key: &Key) {
        if let Some(file) = self.file(key) {
            let _ = fs::remove_file(file);
        }
    }

    fn file(&self, key: &Key) -> Option<PathBuf> {
        let name = key.name();
        self.folder.as_ref().map(|folder| folder.join(&name[..2]).join(&name[2..]))
    }
}

/// A whole and unchanged result.
fn read(file: &Path) -> Option<Vec<u8>> {
    let mut bytes = fs::read(file).ok()?;
    let (seal, result) = bytes.split_at_checked(SEAL)?;
    if blake3::hash(result).as_bytes() != seal {
        return None;
    }
    bytes.drain(..SEAL);
    Some(bytes)
}

/// Makes the folder, of which a repository of content should keep nothing.
fn begin(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join(".gitignore"), "*\n")
}

/// Writes beside and renames, so that nobody reads half a result.
fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(blake3::hash(bytes).as_bytes())?;
    beside.write_all(bytes)?;
    beside.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn ask(cache: &Cache, input: &[u8], answer: &[u8]) -> Vec<u8> {
        let key = Key::new("test").with(input);
        let made = cache.get_or_make(&key, || Ok::<_, Infallible>(answer.to_vec()));
        made.unwrap_or_else(|never| match never {})
    }

    fn only_file(folder: &Path) -> PathBuf {
        let files = walkdir::WalkDir::new(folder).into_iter().flatten();
        files
            .map(walkdir::DirEntry::into_path)
            .find(|path| path.is_file() && !path.ends_with(".gitignore"))
            .unwrap()
    }

    #[test]
    fn a_result_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path());
        assert_eq!(ask(&cache, b"a", b"first"), b"first");
        assert_eq!(ask(&cache, b"a", b"second"), b"first");
        assert_eq!(ask(&cache, b"b", b"third"), b"third");
    }

    #[test]
    fn what_is_kept_last_is_recalled() {
        let folder = tempfile::tempdir().unwrap();
        let (cache, key) = (Cache::at(folder.path()), Key::new("test"));
        assert_eq!(cache.recall(&key), None);
        for kept in [&b"one"[..], b"two", b""] {
            cache.keep(&key, kept);
            assert_eq!(cache.recall(&key).as_deref(), Some(kept));
        }
        fs::write(only_file(folder.path()), b"damaged").unwrap();
        assert_eq!(cache.recall(&key), None);
        cache.keep(&key, b"three");
        cache.forget(&key);
        assert_eq!(cache.recall(&key), None);
    }

    #[test]
    fn what_is_damaged_is_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path());
        ask(&cache, b"a", b"first");
        let file = only_file(folder.path());
        for damage in [&b""[..], b"short", &[0; 64]] {
            fs::write(&file, damage).unwrap();
            assert_eq!(ask(&cache, b"a", b"again"), b"again");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_is_no_fault() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let cache = Cache::at(file.path().join("below a file"));
        assert_eq!(ask(&cache, b"a", b"made"), b"made");
    }

    #[test]
    fn borders_count() {
        let name = |parts: &[&[u8]]| {
            parts.iter().fold(Key::new("test"), |key, part| key.with(part)).name()
        };
        assert_ne!(name(&[b"ab", b"c"]), name(&[b"a", b"bc"]));
    }
}
