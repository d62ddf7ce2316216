//! The log as `git` writes it, and a repository made for the test.

use super::*;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

#[test]
fn the_latest_and_the_earliest_commit_count() {
    let history = History::read(
        "\u{1}300 HEAD -> main\n\ncontent/a.md\n\u{1}200 \n\n\u{1}100 \n\ncontent/a.md\ncontent/ภาพ.jpg\n",
    );
    let changes = Changes { first: Some(at(100)), last: at(300) };
    assert_eq!(history.of_file("content/a.md"), Some(changes));
    assert_eq!(history.of_file("content/ภาพ.jpg").map(|it| it.last), Some(at(100)));
    assert_eq!(history.of_file("content/b.md"), None);
}

#[test]
fn where_a_clone_was_cut_off_nothing_is_said() {
    let history = History::read(
        "\u{1}300 HEAD -> main\n\ncontent/a.md\n\u{1}100 grafted, tag: one\n\ncontent/a.md\ncontent/b.md\n",
    );
    assert_eq!(history.of_file("content/a.md"), Some(Changes { first: None, last: at(300) }));
    assert_eq!(history.of_file("content/b.md"), None);
}

#[test]
fn what_is_no_log_says_nothing() {
    assert!(History::read("content/a.md\n\u{1}x y\ncontent/b.md").is_empty());
}

#[test]
fn a_folder_outside_any_repository_has_no_history() {
    let folder = tempfile::tempdir().unwrap();
    assert!(History::of(folder.path()).is_empty());
}

#[test]
fn a_repository_tells_its_commits() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    std::fs::create_dir_all(site.join("content")).unwrap();
    let git = |date: &str, arguments: &[&str]| {
        let status = Command::new("git")
            .arg("-C")
            .arg(folder.path())
            .args(["-c", "user.name=x", "-c", "user.email=x@city.example"])
            .args(["-c", "commit.gpgSign=false", "-c", "init.defaultBranch=main"])
            .args(arguments)
            .env("GIT_COMMITTER_DATE", date)
            .stdout(Stdio::null())
            .status();
        status.is_ok_and(|status| status.success())
    };
    if !git("", &["init", "-q"]) {
        // Without git there is nothing to test: the history is empty, as above.
        return;
    }
    for (date, text) in [("1700000000 +0700", "1"), ("1800000000 +0000", "2")] {
        std::fs::write(site.join("content/a.md"), text).unwrap();
        assert!(git(date, &["add", "."]) && git(date, &["commit", "-q", "-m", "x"]));
    }
    let changes = Changes { first: Some(at(1_700_000_000)), last: at(1_800_000_000) };
    assert_eq!(History::of(&site).of_file("content/a.md"), Some(changes));
}
