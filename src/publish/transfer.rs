//! The publication itself.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{
    Attribute, AttributeValue, Attributes, Error, ObjectStore, ObjectStoreExt, PutOptions,
    PutPayload,
};

use super::ledger::{LEDGER, Ledger};
use super::plan::{Limit, Plan, Step};
use super::{Destination, PublishError, Tree};
use crate::export::kind;
use crate::output::{MARKER, Manifest};

/// How many files are under way at once.
const AT_ONCE: usize = 16;
/// How often a deletion is tried, and how long is waited after the first time; then twice as long.
const DELETIONS: usize = 5;
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// The ledger is sent again after so many files at least…
const SAVE_AFTER: usize = 100;
/// …and at most so many times, because it grows with the tree.
const SAVES: usize = 20;

/// What a publication came to, or would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What was done.
    pub plan: Plan,
    /// Whether an earlier publication was cut off and this one took it up.
    pub resumed: bool,
}

/// Publishes a tree. `dry` only tells what would be done; `progress` hears how many files of how
/// many are done.
pub fn publish(
    tree: &Tree,
    destination: &Destination,
    limit: Limit,
    dry: bool,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Report, PublishError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime =
        runtime.map_err(|source| PublishError::Io { path: tree.folder().to_owned(), source })?;
    runtime.block_on(async {
        let (there, resumed) = read_ledger(destination).await?;
        let plan = Plan::new(tree.manifest(), &there, limit)?;
        let done = resumed == Resumed::No && plan.sent() == 0 && plan.deletes.is_empty();
        if !dry && !done {
            let transfer = Transfer { tree, destination, plan: &plan, progress };
            transfer.run(there).await?;
        }
        Ok(Report { plan, resumed: resumed == Resumed::Yes })
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Resumed {
    Yes,
    No,
}

/// What is known of the destination.
async fn read_ledger(destination: &Destination) -> Result<(Ledger, Resumed), PublishError> {
    let foreign = || PublishError::Foreign(destination.address().to_owned());
    if let Some(text) = read(destination, LEDGER).await? {
        return Ok((Ledger::parse(&text).ok_or_else(foreign)?, Resumed::Yes));
    }
    if let Some(text) = read(destination, MARKER).await? {
        return Ok((Manifest::parse(&text).ok_or_else(foreign)?.into(), Resumed::No));
    }
    let mut listed = destination.store.list(None);
    match listed.next().await {
        None => Ok((Ledger::default(), Resumed::No)),
        Some(Ok(_)) => Err(foreign()),
        Some(Err(error)) => Err(destination.error(&error)),
    }
}

async fn read(destination: &Destination, path: &str) -> Result<Option<String>, PublishError> {
    let bytes = match destination.store.get(&Path::from(path)).await {
        Ok(found) => found.bytes().await.map_err(|error| destination.error(&error))?,
        Err(Error::NotFound { .. }) => return Ok(None),
        Err(error) => return Err(destination.error(&error)),
    };
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

struct Transfer<'t> {
    tree: &'t Tree,
    destination: &'t Destination,
    plan: &'t Plan,
    progress: &'t (dyn Fn(usize, usize) + Sync),
}

impl Transfer<'_> {
    async fn run(&self, mut there: Ledger) -> Result<(), PublishError> {
        for step in self.plan.sends.iter().flatten() {
            there.files.insert(step.path.clone(), None);
        }
        self.put(LEDGER, there.text().into_bytes()).await?;
        let done = self.change(&mut there).await;
        if done.is_err() {
            // The next publication repeats less if this succeeds; nothing else hangs on it.
            let saved = self.put(LEDGER, there.text().into_bytes());
            let _ = tokio::time::timeout(Duration::from_secs(10), saved).await;
        }
        done?;
        self.put(MARKER, self.tree.manifest().text().into_bytes()).await?;
        self.delete(vec![LEDGER.to_owned()], |_| {}).await
    }

    /// Sends and deletes; `there` is true at every moment.
    async fn change(&self, there: &mut Ledger) -> Result<(), PublishError> {
        let total = self.plan.sent() + self.plan.deletes.len();
        let save_after = SAVE_AFTER.max(total / SAVES);
        let mut done = 0;
        for steps in &self.plan.sends {
            let mut sending =
                stream::iter(steps).map(|step| self.send(step)).buffer_unordered(AT_ONCE);
            while let Some(step) = sending.try_next().await? {
                there.files.insert(step.path.clone(), Some(step.print));
                done += 1;
                (self.progress)(done, total);
                if done % save_after == 0 {
                    self.put(LEDGER, there.text().into_bytes()).await?;
                }
            }
        }
        let deleted = self.delete(self.plan.deletes.clone(), |path| {
            there.files.remove(path);
            done += 1;
            (self.progress)(done, total);
        });
        deleted.await
    }

    async fn send<'s>(&self, step: &'s Step) -> Result<&'s Step, PublishError> {
        self.put(&step.path, self.tree.read(&step.path)?).await?;
        Ok(step)
    }

    async fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), PublishError> {
        let options = if self.destination.has_headers { headers(path) } else { Attributes::new() };
        let options = PutOptions { attributes: options, ..PutOptions::default() };
        let location = location(path)?;
        let put = self.destination.store.put_opts(&location, PutPayload::from(bytes), options);
        put.await.map(drop).map_err(|error| self.destination.error(&error))
    }

    /// Deletes files; one that is not there is as good as deleted. To delete twice is to delete once,
    /// which the client of a store cannot know of a request for many files, and so does not repeat it
    /// where the line broke.
    async fn delete(
        &self,
        paths: Vec<String>,
        mut done: impl FnMut(&str),
    ) -> Result<(), PublishError> {
        let mut left: BTreeSet<String> = paths.into_iter().collect();
        let mut pause = FIRST_PAUSE;
        for _ in 1..DELETIONS {
            match self.try_delete(&mut left, &mut done).await? {
                None => return Ok(()),
                Some(_) => tokio::time::sleep(pause).await,
            }
            pause *= 2;
        }
        let broken = self.try_delete(&mut left, &mut done).await?;
        broken.map_or(Ok(()), |error| Err(self.destination.error(&error)))
    }

    /// Deletes files and takes them from the list. What comes back is a fault that may pass.
    async fn try_delete(
        &self,
        left: &mut BTreeSet<String>,
        done: &mut impl FnMut(&str),
    ) -> Result<Option<Error>, PublishError> {
        let locations: Result<Vec<Path>, PublishError> =
            left.iter().map(|path| location(path)).collect();
        let locations = stream::iter(locations?.into_iter().map(Ok)).boxed();
        let mut deleted = self.destination.store.delete_stream(locations);
        while let Some(result) = deleted.next().await {
            match result {
                Ok(path) => {
                    left.remove(path.as_ref());
                    done(path.as_ref());
                }
                Err(Error::NotFound { .. }) => {}
                Err(error @ Error::Generic { .. }) => return Ok(Some(error)),
                Err(error) => return Err(self.destination.error(&error)),
            }
        }
        Ok(None)
    }
}

fn location(path: &str) -> Result<Path, PublishError> {
    Path::parse(path).map_err(|error| PublishError::Store { reason: error.to_string() })
}

/// What a store says with a file.
fn headers(path: &str) -> Attributes {
    let (plain, coding) =
        kind::coding(path).map_or((path, None), |(plain, coding)| (plain, Some(coding)));
    let media_type = if plain == MARKER || plain == LEDGER || plain.starts_with('_') {
        kind::TEXT
    } else {
        kind::media_type(plain)
    };
    let headers: [(Attribute, Option<&'static str>); 3] = [
        (Attribute::ContentType, Some(media_type)),
        (Attribute::CacheControl, Some(kind::cache_control(plain))),
        (Attribute::ContentEncoding, coding),
    ];
    let stated =
        headers.into_iter().filter_map(|(name, value)| Some((name, AttributeValue::from(value?))));
    stated.collect()
}

#[cfg(test)]
mod tests;
