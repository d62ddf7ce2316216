//! Ready workflows for hosts, as `docs/hosting/` explains them, for whoever starts a new site.

/// The files that a site needs to live at a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workflow {
    /// The host's name in lower case, as an option of the command line has it.
    pub host: &'static str,
    /// Each file's path in the site's repository, and its text.
    pub files: &'static [(&'static str, &'static str)],
}

const REVIEW: (&str, &str) =
    (".github/workflows/review.yml", include_str!("../../docs/hosting/review.yml"));
const PUBLISH: &str = ".github/workflows/publish.yml";

/// Every host there are files for.
pub const WORKFLOWS: &[Workflow] = &[
    Workflow {
        host: "github-pages",
        files: &[(PUBLISH, include_str!("../../docs/hosting/github-pages.yml")), REVIEW],
    },
    Workflow {
        host: "gitlab-pages",
        files: &[(".gitlab-ci.yml", include_str!("../../docs/hosting/gitlab-pages.yml"))],
    },
    Workflow {
        host: "cloudflare-pages",
        files: &[(PUBLISH, include_str!("../../docs/hosting/cloudflare-pages.yml")), REVIEW],
    },
    Workflow {
        host: "netlify",
        files: &[(PUBLISH, include_str!("../../docs/hosting/netlify.yml")), REVIEW],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_yaml_and_builds_the_site() {
        for Workflow { host, files } in WORKFLOWS {
            for (path, text) in *files {
                let parsed: Result<serde_yaml::Value, _> = serde_yaml::from_str(text);
                assert!(parsed.is_ok(), "{host}: {path}");
            }
            assert!(files[0].1.contains("nakhon build"), "{host}");
            assert!(files.iter().any(|(_, text)| text.contains("check --external")), "{host}");
        }
    }
}
