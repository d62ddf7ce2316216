//! Cases that no repository can hold: pipes, loops, broken names, bytes that are no text.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Ran, Site, TODAY};

/// Makes one case in a copy of the base.
type Make = fn(&Site);

/// The cases made here, as `CODE/CASE`.
#[cfg(unix)]
pub(crate) const MADE: &[(&str, Make)] = &[
    ("dead-link/many-headings", headings),
    ("dead-link/many-strokes", strokes),
    ("file-not-regular/fifo", fifo),
    ("file-not-regular/socket", socket),
    ("file-not-text/latin-1", latin),
    ("file-not-text/nul", nul),
    ("file-not-text/referred-to", referred_to),
    ("file-not-text/site", site_yaml),
    ("file-not-text/template", template),
    ("file-too-large/facts", huge),
    ("file-unreadable/file", unreadable_file),
    ("file-unreadable/folder", unreadable_folder),
    ("link-dangling/prose", dangling),
    ("link-loop/folder", loop_of_folders),
    ("link-loop/self", loop_of_one),
    ("link-outside/file", link_out),
    ("link-outside/folder", link_out_folder),
    ("page-heavy/template", heavy),
    ("picture-too-large/pixels", pixels),
    ("picture-unreadable/cut-short", cut_short),
    ("slug-invalid/decomposed", decomposed),
    ("slug-invalid/not-unicode", not_unicode),
    ("unknown-field/many-keys", keys),
];
#[cfg(not(unix))]
pub(crate) const MADE: &[(&str, Make)] = &[];

const FACTS: &str = "name: {th: หอศิลป์, en: Art hall}\nkind: library\ndistrict: central\n";

fn fifo(site: &Site) {
    let made = Command::new("mkfifo").arg(site.root().join("content/spaces/pipe.yaml")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
}

#[cfg(unix)]
fn socket(site: &Site) {
    let path = site.root().join("content/partners/socket.yaml");
    std::os::unix::net::UnixListener::bind(path).expect("a socket can be made");
}

/// Each heading tried every number before its own: a minute for two hundred thousand bytes.
fn headings(site: &Site) {
    let prose = format!("\n{}\n[a](#nowhere)\n", "# a\n".repeat(50_000));
    site.append("content/events/book-fair.md", &prose);
}

/// Each key was compared with all the others.
fn keys(site: &Site) {
    let keys: Vec<String> = (0..50_000).map(|key| format!("k{key}: v")).collect();
    site.append("content/spaces/library.yaml", &format!("notes: {{{}}}\n", keys.join(", ")));
}

/// How large a drawing is can be told without drawing it: these strokes took half a minute.
fn strokes(site: &Site) {
    let stroke = "<path stroke=\"#000\" stroke-width=\"1e19\" d=\"M1 56l8-5 8 5c 0-5 8 5 8-5 8 5 8-5 8 5\"/>";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">";
    site.write("content/media/logo.svg", &format!("{svg}{}</svg>", stroke.repeat(1_000)));
    site.append("content/partners/college.yaml", "logo: {file: logo.svg, alt: ตรา}\n");
    site.append("content/events/book-fair.md", "\n[a](#nowhere)\n");
}

fn latin(site: &Site) {
    let mut bytes = b"kind: library\ndistrict: central\nname: Caf".to_vec();
    bytes.extend(b"\xe9\n");
    site.write_bytes("content/spaces/cafe.yaml", &bytes);
}

fn nul(site: &Site) {
    site.write("content/spaces/hall.yaml", &format!("{FACTS}capacity: 1\0\n"));
}

/// A file that cannot be read is told once, and not again wherever it is referred to.
fn referred_to(site: &Site) {
    site.write_bytes("content/spaces/hall.yaml", b"name: \xff\n");
    site.append("content/spaces/library.yaml", "part_of: hall\n");
}

fn site_yaml(site: &Site) {
    site.write_bytes("content/site.yaml", b"title: \xff\n");
}

fn template(site: &Site) {
    site.write_bytes("themes/default/templates/home.html", b"\xff");
}

/// A template whose page no compression makes light.
fn heavy(site: &Site) {
    let mut noise = String::new();
    let mut state = 1_u32;
    while noise.len() < 100_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        write!(noise, "{:04x}", state >> 16).expect("a string takes all");
    }
    let template = format!(
        "{{% extends \"base.html\" %}}\n{{% block main %}}\n<h1>{{{{ page.title }}}}</h1>\n<p>{noise}</p>\n{{% endblock %}}\n"
    );
    site.write("themes/default/templates/page.html", &template);
}

/// Longer by one byte than any text that is read.
fn huge(site: &Site) {
    let padding = "# ก\n".repeat(4 * 1024 * 1024 / 6 + 1);
    site.write("content/spaces/hall.yaml", &format!("{FACTS}{padding}"));
}

fn unreadable_file(site: &Site) {
    site.write("content/spaces/hall.yaml", FACTS);
    lock(&site.root().join("content/spaces/hall.yaml"));
}

fn unreadable_folder(site: &Site) {
    site.write("content/spaces/hall/index.yaml", FACTS);
    lock(&site.root().join("content/spaces/hall"));
}

fn lock(path: &Path) {
    set_mode(path, 0o000);
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the file is ours");
}

#[cfg(unix)]
fn link(site: &Site, target: &str, name: &str) {
    std::os::unix::fs::symlink(target, site.root().join(name)).expect("a link can be made");
}

fn dangling(site: &Site) {
    link(site, "nowhere.md", "content/spaces/library.en.md");
}

fn loop_of_folders(site: &Site) {
    link(site, "..", "content/spaces/round");
}

fn loop_of_one(site: &Site) {
    link(site, "self.md", "content/spaces/self.md");
}

fn link_out(site: &Site) {
    site.write("secret.md", "ความลับ\n");
    link(site, "../../secret.md", "content/spaces/library.en.md");
}

fn link_out_folder(site: &Site) {
    site.write("elsewhere/index.yaml", FACTS);
    link(site, "../../elsewhere", "content/spaces/hall");
}

/// A picture of 20,000 by 20,000: its first bytes say so, and no more are needed.
fn pixels(site: &Site) {
    let side = 20_000_u32.to_be_bytes();
    let mut header = b"IHDR".to_vec();
    header.extend(side.iter().chain(&side).chain(&[8, 0, 0, 0, 0]));
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(&header);
    png.extend(crc(&header).to_be_bytes());
    png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    site.write_bytes("content/spaces/wide.png", &png);
    site.append("content/spaces/library.yaml", "image: {file: wide.png, alt: ห้องอ่าน}\n");
}

/// The checksum of a chunk of PNG.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 }
        })
    };
    !bytes.iter().fold(!0, step)
}

/// The first half of a good picture: its size can be read, its rows cannot.
fn cut_short(site: &Site) {
    let path = site.root().join("content/media/room.png");
    let bytes = fs::read(&path).expect("the base has a picture");
    site.write_bytes("content/media/half.png", &bytes[..bytes.len() / 2]);
    site.append("content/spaces/library.yaml", "image: {file: half.png, alt: ห้องอ่าน}\n");
}

/// A name as some systems store it: é as two characters.
fn decomposed(site: &Site) {
    site.write("content/spaces/cafe\u{301}.yaml", FACTS);
}

#[cfg(unix)]
fn not_unicode(site: &Site) {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.yaml");
    fs::write(site.root().join("content/spaces").join(name), FACTS)
        .expect("any name can be written");
}

/// Runs the program within bounds, as a user who may not read everything: the tests themselves may be
/// root.
pub(crate) fn run(site: &Site, arguments: &[&str]) -> Ran {
    let mut command = site.command(arguments);
    command.args(["--today", TODAY]);
    #[cfg(target_os = "linux")]
    let mut command = bounded(site, &command);
    #[cfg(unix)]
    if is_root(site.root()) && has_locked(site.root()) {
        use std::os::unix::process::CommandExt;
        set_mode(site.root(), 0o755);
        command.uid(65534);
    }
    site.finish(command)
}

/// The same program with no more than it may need, even unoptimised: whatever stands in a site, a
/// run that takes more is ended, and its report is not the one expected.
#[cfg(target_os = "linux")]
fn bounded(site: &Site, command: &Command) -> Command {
    // Seconds of the clock, seconds of a processor, kilobytes of addresses.
    let limits = "ulimit -t 30; ulimit -v 1000000; exec timeout 60 \"$0\" \"$@\"";
    let mut bounded = Command::new("/bin/sh");
    bounded.env_clear().env("PATH", "/usr/bin:/bin").current_dir(site.root());
    bounded.args(["-c", limits]).arg(command.get_program()).args(command.get_args());
    bounded
}

#[cfg(unix)]
fn is_root(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder).is_ok_and(|metadata| metadata.uid() == 0)
}

#[cfg(unix)]
fn has_locked(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let locked = |entry: walkdir::DirEntry| {
        !entry.path_is_symlink()
            && entry.metadata().is_ok_and(|it| matches!(it.permissions().mode() & 0o777, 0))
    };
    walkdir::WalkDir::new(folder).into_iter().flatten().any(locked)
}

/// Opens what was locked, so that the folder can be cleared away.
pub(crate) fn mend(site: &Site) {
    #[cfg(unix)]
    for name in ["content/spaces/hall", "content/spaces/hall.yaml"] {
        if site.has(name) {
            set_mode(&site.root().join(name), 0o755);
        }
    }
    #[cfg(not(unix))]
    let _ = site;
}
