//! The editors' guide, walked as it is written: what stands on its screens is what the program says.

use crate::support::{Site, repository};

/// The screens of a guide: what it shows as typed and said.
fn screens(guide: &str) -> Vec<&str> {
    let parts = guide.split("```console\n").skip(1);
    parts.map(|part| part.split("```").next().unwrap_or_default()).collect()
}

/// Splits a line as a shell does, where nothing but quotes matters.
fn words(line: &str) -> Vec<String> {
    let pieces = line.split('"').enumerate();
    let words = pieces.flat_map(|(number, piece)| match number % 2 {
        0 => piece.split_whitespace().map(str::to_owned).collect(),
        _ => vec![piece.to_owned()],
    });
    words.collect()
}

/// Runs the first command of a screen in a folder of the site and holds it to what the guide shows.
fn follow(site: &Site, folder: &str, language: &str, screen: &str, status: i32) {
    let (line, shown) = screen.split_once('\n').expect("a command and what it says");
    let shown = shown.split("\n$ ").next().unwrap_or_default().trim_end();
    let mut arguments = words(line.strip_prefix("$ nakhon ").expect("a command of ours"));
    arguments.extend(["--lang".to_owned(), language.to_owned()]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut command = site.command(&arguments);
    command.current_dir(site.root().join(folder));
    let ran = site.finish(command);
    assert_eq!(ran.status, status, "{line}\n{}{}", ran.out, ran.err);
    assert_eq!(format!("{}{}", ran.out, ran.err).trim_end(), shown, "{line}");
}

fn walk(path: &str, language: &str) {
    let guide = std::fs::read_to_string(repository(path)).expect("the guide can be read");
    let screens = screens(&guide);
    let [init, new, _serve, mistake, _mended, check] = screens[..] else {
        panic!("{} screens", screens.len());
    };
    let site = Site::empty();
    follow(&site, "", language, init, 0);
    follow(&site, "my-city", language, new, 0);

    let space = "my-city/content/spaces/riverside-workshop.yaml";
    let text = site.read(space);
    let hours = text.lines().find(|line| line.starts_with("#hours:")).expect("an example of hours");
    let lines =
        text.lines().filter(|line| line.trim() != "draft: yes").collect::<Vec<_>>().join("\n");
    site.write(space, &lines.replace(hours, "hours: {tue-sun: \"09:00-25:00\"}"));
    // Without the last line, which `serve` adds.
    let (report, _) = mistake.trim_end().rsplit_once('\n').expect("a report");
    follow(&site, "my-city", language, &format!("$ nakhon check\n{report}"), 1);

    site.edit(space, "25:00", "17:00");
    follow(&site, "my-city", language, check, 0);
}

#[test]
fn the_guide_in_thai_is_true() {
    walk("docs/editors/README.md", "th");
}

#[test]
fn the_guide_in_english_is_true() {
    walk("docs/editors/README.en.md", "en");
}
