//! Questions in a terminal: the real program behind a pseudo-terminal, typed to as a person types.
//!
//! `script` of util-linux, which every Debian has, makes the terminal.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::support::{Site, TODAY};

/// How long a question may take to come; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

struct Terminal {
    child: Child,
    keys: ChildStdin,
    screen: Receiver<Vec<u8>>,
    /// What was shown since the last look, as letters and control sequences.
    shown: String,
}

impl Terminal {
    fn run(site: &Site, line: &str) -> Self {
        let program = env!("CARGO_BIN_EXE_nakhon");
        let mut command = Command::new("script");
        command.args(["--quiet", "--flush", "--return", "--command"]);
        command.arg(format!("{program} {line} --today {TODAY}")).arg("/dev/null");
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("TERM", "xterm")
            .env("SHELL", "/bin/sh");
        command.current_dir(site.root()).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("script can be started");
        let keys = child.stdin.take().expect("its input is piped");
        let mut out = child.stdout.take().expect("its output is piped");
        let (told, screen) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = out.read(&mut buffer) {
                if told.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { child, keys, screen, shown: String::new() }
    }

    /// Waits for words on the screen, and forgets what came before them.
    fn until(&mut self, words: &str) {
        let mut bytes = std::mem::take(&mut self.shown).into_bytes();
        loop {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if let Some(at) = text.find(words) {
                text[at + words.len()..].clone_into(&mut self.shown);
                return;
            }
            match self.screen.recv_timeout(PATIENCE) {
                Ok(more) => bytes.extend(more),
                Err(error) => panic!("{words:?} did not come ({error}):\n{text}"),
            }
        }
    }

    fn type_keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("typed");
    }

    /// Answers a question.
    fn answer(&mut self, question: &str, keys: &str) {
        self.until(question);
        self.type_keys(keys);
    }

    fn status(mut self) -> Option<i32> {
        drop(self.keys);
        self.child.wait().expect("it ends").code()
    }
}

const ENTER: &str = "\r";
const DOWN: &str = "\x1b[B";

#[test]
fn new_asks_for_what_is_missing() {
    let site = Site::city();
    let mut terminal = Terminal::run(&site, "new space --lang th");
    terminal.answer("ชื่อ (ไทย)", &format!("ห้องดนตรี{ENTER}"));
    terminal.answer("ชื่อ (English)", &format!("Music Room{ENTER}"));
    // What the name makes stands there to be taken.
    terminal.answer("music-room", ENTER);
    terminal.answer("ประเภท", &format!("{DOWN}{ENTER}"));
    terminal.answer("อำเภอ", ENTER);
    terminal.until("content/spaces/music-room.yaml");
    assert_eq!(terminal.status(), Some(0));
    let text = site.read("content/spaces/music-room.yaml");
    for line in ["name: {th: ห้องดนตรี, en: Music Room}", "kind: garden", "draft: yes"]
    {
        assert!(text.lines().any(|it| it.starts_with(line)), "{line}\n{text}");
    }
}

#[test]
fn new_asks_again_for_a_date_that_cannot_be_read() {
    let site = Site::city();
    let mut terminal = Terminal::run(&site, "new event งานวัด --en Fair --slug fair --lang th");
    terminal.answer("ประเภท", ENTER);
    terminal.answer("เริ่ม", &format!("2569-12-05{ENTER}"));
    terminal.until("2026-12-05");
    // The line still stands there: it is taken away letter by letter.
    terminal.type_keys(&format!("{}2026-12-05{ENTER}", "\x7f".repeat(10)));
    terminal.until("content/events/fair.yaml");
    assert_eq!(terminal.status(), Some(0));
    assert!(site.read("content/events/fair.yaml").contains("\nstarts: 2026-12-05"));
}
