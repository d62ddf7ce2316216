//! Where a tree is published: an address, and what the environment says about getting in.
//!
//! In: `s3://bucket/prefix`, `gs://bucket/prefix`, `az://container/prefix` or `file:///folder`.
//! Out: a store. Promise: credentials come from the environment alone and stand in no message; a
//! store that would go looking for them elsewhere is not asked.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreScheme, RetryConfig};
use url::Url;

use super::PublishError;

/// Environment variables with which a store can be entered, each enough by itself.
const AWS: &[&str] = &[
    "AWS_ACCESS_KEY_ID",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];
const GOOGLE: &[&str] = &[
    "GOOGLE_APPLICATION_CREDENTIALS",
    "GOOGLE_SERVICE_ACCOUNT",
    "GOOGLE_SERVICE_ACCOUNT_PATH",
    "GOOGLE_SERVICE_ACCOUNT_KEY",
];
const AZURE: &[&str] = &[
    "AZURE_STORAGE_ACCOUNT_KEY",
    "AZURE_STORAGE_SAS_KEY",
    "AZURE_STORAGE_SAS_TOKEN",
    "AZURE_STORAGE_CLIENT_SECRET",
    "AZURE_CLIENT_SECRET",
    "AZURE_FEDERATED_TOKEN_FILE",
];

/// Parts of names of variables whose values are told to nobody.
const SECRET: [&str; 5] = ["KEY", "SECRET", "TOKEN", "PASSWORD", "CREDENTIAL"];

/// A place to publish to.
#[derive(Clone, Debug)]
pub struct Destination {
    pub(super) store: Arc<dyn ObjectStore>,
    /// Whether files carry headers there.
    pub(super) has_headers: bool,
    address: String,
    secrets: Vec<String>,
}

impl Destination {
    /// Reads an address and the environment. `tree` is what is to be published, which a folder
    /// may not overlap; it is not made if nothing is to be changed (`dry`).
    pub fn open(
        address: &str,
        tree: &Path,
        environment: &[(String, String)],
        dry: bool,
    ) -> Result<Self, PublishError> {
        let refused = |_| PublishError::Address(address.to_owned());
        let url = Url::parse(address).map_err(refused)?;
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() {
            return Err(PublishError::CredentialsInAddress);
        }
        let secrets = secrets(environment);
        let failed = |error: object_store::Error| store_error(&error, &secrets);
        let Ok((scheme, prefix)) = ObjectStoreScheme::parse(&url) else {
            return Err(PublishError::Address(address.to_owned()));
        };
        let retry = RetryConfig {
            max_retries: 6,
            retry_timeout: Duration::from_secs(120),
            ..RetryConfig::default()
        };
        let entered = |names: &'static [&'static str]| {
            let any = environment
                .iter()
                .any(|(name, value)| names.contains(&name.as_str()) && !value.is_empty());
            if any { Ok(()) } else { Err(PublishError::NoCredentials(names)) }
        };
        let store: Box<dyn ObjectStore> = match scheme {
            ObjectStoreScheme::Local => {
                let store = folder(&url, tree, dry)?;
                let address = address.to_owned();
                return Ok(Self { store, has_headers: false, address, secrets });
            }
            ObjectStoreScheme::AmazonS3 => {
                entered(AWS)?;
                let mut builder = AmazonS3Builder::new().with_retry(retry);
                for (key, value) in known(environment, "AWS_") {
                    builder = builder.with_config(key, value);
                }
                Box::new(builder.with_url(url.as_str()).build().map_err(failed)?)
            }
            ObjectStoreScheme::GoogleCloudStorage => {
                entered(GOOGLE)?;
                let mut builder = GoogleCloudStorageBuilder::new().with_retry(retry);
                for (key, value) in known(environment, "GOOGLE_") {
                    builder = builder.with_config(key, value);
                }
                Box::new(builder.with_url(url.as_str()).build().map_err(failed)?)
            }
            ObjectStoreScheme::MicrosoftAzure => {
                entered(AZURE)?;
                let mut builder = MicrosoftAzureBuilder::new().with_retry(retry);
                for (key, value) in known(environment, "AZURE_") {
                    builder = builder.with_config(key, value);
                }
                Box::new(builder.with_url(url.as_str()).build().map_err(failed)?)
            }
            _ => return Err(PublishError::Address(address.to_owned())),
        };
        let store = Arc::new(PrefixStore::new(store, prefix));
        Ok(Self { store, has_headers: true, address: address.to_owned(), secrets })
    }

    /// The address as it was given: it holds no secret.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// A store's error without secrets.
    pub(super) fn error(&self, error: &object_store::Error) -> PublishError {
        store_error(error, &self.secrets)
    }

    /// Any store, for tests.
    #[cfg(test)]
    pub(super) fn of(store: Arc<dyn ObjectStore>) -> Self {
        let address = "memory:///".to_owned();
        Self { store, has_headers: true, address, secrets: Vec::new() }
    }
}

/// The variables of one vendor that its store knows.
fn known<'e, K: std::str::FromStr>(
    environment: &'e [(String, String)],
    prefix: &'e str,
) -> impl Iterator<Item = (K, &'e String)> {
    let ours = environment.iter().filter(move |(name, _)| name.starts_with(prefix));
    ours.filter_map(|(name, value)| Some((name.to_ascii_lowercase().parse().ok()?, value)))
}

fn folder(url: &Url, tree: &Path, dry: bool) -> Result<Arc<dyn ObjectStore>, PublishError> {
    let path = url.to_file_path().map_err(|()| PublishError::Address(url.to_string()))?;
    let io = |source| PublishError::Io { path: path.clone(), source };
    let here = tree.canonicalize().map_err(io)?;
    let nearest = path.ancestors().find(|folder| folder.exists()).unwrap_or(&path);
    let there = nearest.canonicalize().map_err(io)?;
    let above = nearest == path && here.starts_with(&there);
    if there.starts_with(&here) || above {
        return Err(PublishError::Overlap(path));
    }
    if nearest != path && dry {
        return Ok(Arc::new(InMemory::new()));
    }
    std::fs::create_dir_all(&path).map_err(io)?;
    let store = LocalFileSystem::new_with_prefix(&path);
    let store = store.map_err(|error| store_error(&error, &[]))?;
    Ok(Arc::new(store.with_automatic_cleanup(true)))
}

fn secrets(environment: &[(String, String)]) -> Vec<String> {
    let vendors = ["AWS_", "GOOGLE_", "AZURE_"];
    let secret = environment.iter().filter(|(name, value)| {
        vendors.iter().any(|vendor| name.starts_with(vendor))
            && SECRET.iter().any(|part| name.contains(part))
            && value.len() > 3
    });
    secret.map(|(_, value)| value.clone()).collect()
}

fn store_error(error: &object_store::Error, secrets: &[String]) -> PublishError {
    use std::error::Error;
    let mut reason = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        let told = next.to_string();
        if !reason.contains(&told) {
            reason = format!("{reason}: {told}");
        }
        cause = next.source();
    }
    for secret in secrets {
        reason = reason.replace(secret.as_str(), "…");
    }
    PublishError::Store { reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(address: &str, environment: &[(&str, &str)]) -> Result<Destination, PublishError> {
        let environment: Vec<(String, String)> = environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let tree = tempfile::tempdir().unwrap();
        Destination::open(address, tree.path(), &environment, false)
    }

    #[test]
    fn only_addresses_of_stores_are_taken() {
        for address in ["public", "ftp://host/x", "https://city.example/", "s3:///x", "memory:///"]
        {
            let opened = open(address, &[("AWS_ACCESS_KEY_ID", "x")]);
            assert!(matches!(opened, Err(PublishError::Address(_))), "{address}: {opened:?}");
        }
    }

    #[test]
    fn credentials_come_from_the_environment_alone() {
        for address in ["s3://bucket/x", "gs://bucket", "az://container"] {
            assert!(matches!(open(address, &[]), Err(PublishError::NoCredentials(_))), "{address}");
        }
        for address in ["s3://id:secret@bucket/x", "az://container?sig=x"] {
            let opened = open(address, &[]);
            assert!(matches!(opened, Err(PublishError::CredentialsInAddress)), "{address}");
        }
    }

    #[test]
    fn secrets_stand_in_no_message() {
        let environment = [("AWS_SECRET_ACCESS_KEY".to_owned(), "hunter22".to_owned())];
        let error = object_store::Error::Generic { store: "S3", source: "bad hunter22".into() };
        let told = store_error(&error, &secrets(&environment)).to_string();
        assert!(!told.contains("hunter22") && told.contains("bad …"), "{told}");
    }

    #[test]
    fn a_folder_may_not_overlap_the_tree() {
        let tree = tempfile::tempdir().unwrap();
        let inside = Url::from_directory_path(tree.path().join("x")).unwrap();
        let above = Url::from_directory_path(tree.path().parent().unwrap()).unwrap();
        for url in [inside, above] {
            let opened = Destination::open(url.as_str(), tree.path(), &[], false);
            assert!(matches!(opened, Err(PublishError::Overlap(_))), "{url}");
        }
    }
}
