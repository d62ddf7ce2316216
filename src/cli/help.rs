//! The command line explained in the user's language: help, and what is wrong with a command.
//!
//! In: the definition that arguments are parsed by, and messages. Out: the text of `--help`, the
//! sentence for a refused argument, and the reference page of `docs/reference/`. Promise: every
//! word comes from the messages, so that a command or an option without one fails a test; what is
//! refused for a reason nobody foresaw is told in the parser's own words.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};
use unicode_width::UnicodeWidthStr as _;

use super::console::{Console, print, print_error, text};
use super::{Cli, WRONG_USE};
use crate::diagnostic::{Argument, Diagnostics, Problem};
use crate::language::{LanguageTag, Languages, Messages};
use crate::report::Words;
use crate::source::Sources;
use crate::theme;

/// A value that an argument does not take, told like any other finding.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.code)]
pub(super) struct Refused(pub(super) Problem);

/// Answers a command line that asks for help or cannot be followed.
pub(super) fn answer(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    let program = program();
    let console = console(arguments);
    let guide = Guide { program: &program, words: &console };
    let command = guide.meant(arguments);
    match error.kind() {
        ErrorKind::DisplayVersion => print(&error.to_string()),
        ErrorKind::DisplayHelp => print(&guide.help(command)),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            print_error(&guide.help(command));
            return ExitCode::from(WRONG_USE);
        }
        _ => {
            guide.refuse(error, command, &console);
            return ExitCode::from(WRONG_USE);
        }
    }
    ExitCode::SUCCESS
}

/// The page of `docs/reference/` that explains every command, in Markdown.
pub fn reference(messages: &Arc<Messages>, language: &LanguageTag) -> String {
    let languages = Languages::new([language.clone()]).unwrap_or_else(Languages::undetermined);
    let asked = Some(language.to_string());
    let console = Console::of(asked.as_deref(), Path::new("."), messages, &languages);
    Guide { program: &program(), words: &console }.reference()
}

/// The definition, complete with what the parser adds to it.
fn program() -> Command {
    let mut program = Cli::command();
    program.build();
    program
}

/// Speaks before there is a parsed command line: the language and the folder are looked for in it.
fn console(arguments: &[OsString]) -> Console {
    let written: Vec<&str> = arguments.iter().filter_map(|it| it.to_str()).collect();
    let value = |option: &str| {
        let beside = written.iter().position(|it| *it == option).and_then(|at| written.get(at + 1));
        let inside = written.iter().find_map(|it| it.strip_prefix(option)?.strip_prefix('='));
        beside.copied().or(inside)
    };
    let root = Path::new(value("--root").unwrap_or("."));
    let (mut sources, mut out) = (Sources::default(), Diagnostics::default());
    let files = theme::message_files(root, &mut sources, &mut out);
    let languages = Languages::new(files.iter().map(|file| file.language.clone()));
    let languages = languages.unwrap_or_else(Languages::undetermined);
    let (messages, _) = Messages::load(&sources, &files, languages.tag(languages.default()));
    Console::of(value("--lang"), root, &Arc::new(messages), &languages)
}

/// Explains the program in a language.
struct Guide<'a> {
    program: &'a Command,
    words: &'a dyn Words,
}

impl<'a> Guide<'a> {
    /// The command that a line of arguments is about; the program itself where it names none.
    fn meant(&self, arguments: &[OsString]) -> &'a Command {
        let mut words = arguments.iter().skip(1).filter_map(|it| it.to_str());
        while let Some(word) = words.next() {
            if let Some(option) = word.strip_prefix("--") {
                let common = self.common().find(|it| it.get_long() == Some(option));
                if common.is_some_and(|it| it.get_action().takes_values()) {
                    words.next();
                }
            } else if let Some(command) = self.commands().find(|it| it.get_name() == word) {
                return command;
            }
        }
        self.program
    }

    /// The commands, without the one that explains the others.
    fn commands(&self) -> impl Iterator<Item = &'a Command> {
        self.program.get_subcommands().filter(|command| command.get_name() != "help")
    }

    /// The arguments that every command takes.
    fn common(&self) -> impl Iterator<Item = &'a Arg> {
        self.program.get_arguments().filter(|arg| !is_of_the_parser(arg))
    }

    /// The arguments that this command alone takes.
    fn own(&self, command: &'a Command) -> impl Iterator<Item = &'a Arg> {
        let is_common = |arg: &Arg| self.common().any(|common| common.get_id() == arg.get_id());
        command.get_arguments().filter(move |arg| !is_of_the_parser(arg) && !is_common(arg))
    }

    fn say(&self, id: &str) -> String {
        self.words.message(id, &[]).unwrap_or_else(|| id.to_owned())
    }

    fn about(&self, command: &Command) -> String {
        let whole = std::ptr::eq(self.program, command);
        self.say(&format!("help-{}", if whole { "program" } else { command.get_name() }))
    }

    /// What stands for a value, such as `DIR`, as the language says it.
    fn value(&self, arg: &Arg) -> String {
        let names = arg.get_value_names().into_iter().flatten().map(clap::builder::Str::as_str);
        let name = names.collect::<Vec<_>>().join(" ");
        let id: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        self.words.message(&format!("help-value.{id}"), &[]).unwrap_or(name)
    }

    /// An argument as it is typed.
    fn written(&self, arg: &Arg) -> String {
        let value = self.value(arg);
        let optional = arg.get_num_args().is_some_and(|number| number.min_values() == 0);
        match arg.get_long() {
            None if arg.is_required_set() => format!("<{value}>"),
            None => format!("[{value}]"),
            Some(long) if !arg.get_action().takes_values() => format!("--{long}"),
            Some(long) if optional => format!("--{long} [{value}]"),
            Some(long) => format!("--{long} <{value}>"),
        }
    }

    /// What an argument means, the words it takes and what stands where it is not given. `of` is
    /// the command, or nothing where every one takes it.
    fn meaning(&self, of: Option<&Command>, arg: &Arg) -> String {
        let name = of.map_or("common", Command::get_name);
        let id = arg.get_id().as_str().replace('_', "-");
        let mut meaning = self.say(&format!("help-{name}.{id}"));
        if !arg.get_action().takes_values() {
            return meaning;
        }
        let choices = arg.get_possible_values();
        let choices = choices.iter().map(|it| it.get_name().to_owned()).collect();
        let defaults = arg.get_default_values().iter();
        let defaults = defaults.map(|it| it.to_string_lossy().into_owned()).collect();
        let notes: [(&str, Vec<String>); 2] =
            [("help-choices", choices), ("help-default", defaults)];
        for (id, values) in notes.iter().filter(|(_, values)| !values.is_empty()) {
            let values = [("values", text(values.join(", ")))];
            let told = self.words.message(id, &values).unwrap_or_default();
            let _ = write!(meaning, " {told}");
        }
        meaning
    }

    fn usage(&self, command: &Command) -> String {
        let mut usage = self.program.get_name().to_owned();
        if std::ptr::eq(self.program, command) {
            let _ = write!(usage, " <{}>", self.say("help-usage.command"));
        } else {
            let _ = write!(usage, " {}", command.get_name());
            for positional in command.get_positionals() {
                let _ = write!(usage, " {}", self.written(positional));
            }
        }
        format!("{usage} [{}]", self.say("help-usage.options"))
    }

    /// The arguments of a command under their headings.
    fn parts(&self, command: &'a Command) -> [(&'static str, Vec<&'a Arg>); 2] {
        let (positionals, options) = self.own(command).partition(|arg| arg.is_positional());
        [("help-arguments", positionals), ("help-options", options)]
    }

    /// Adds arguments under a heading.
    fn list(&self, help: &mut String, heading: &str, of: Option<&Command>, arguments: &[&Arg]) {
        if !arguments.is_empty() {
            let _ = write!(help, "\n{}:\n", self.say(heading));
        }
        for arg in arguments {
            let (written, meaning) = (self.written(arg), self.meaning(of, arg));
            let _ = write!(help, "  {written}\n      {meaning}\n");
        }
    }

    /// The answer to `--help`.
    fn help(&self, command: &'a Command) -> String {
        let usage = self.usage(command);
        let mut help = format!("{}\n\n{}: {usage}\n", self.about(command), self.say("help-usage"));
        let whole = std::ptr::eq(self.program, command);
        if whole {
            let width = self.commands().map(|it| it.get_name().width()).max().unwrap_or_default();
            let _ = write!(help, "\n{}:\n", self.say("help-commands"));
            for command in self.commands() {
                let _ = writeln!(help, "  {:width$}  {}", command.get_name(), self.about(command));
            }
        } else {
            for (heading, arguments) in self.parts(command) {
                self.list(&mut help, heading, Some(command), &arguments);
            }
        }
        self.list(&mut help, "help-everywhere", None, &self.common().collect::<Vec<_>>());
        if whole {
            let _ = write!(help, "\n{}\n", self.say("help-more"));
        }
        help
    }

    fn reference(&self) -> String {
        let mut page = format!(
            "# {}\n\n{}\n\n{}\n",
            self.say("help-reference-title"),
            self.say("help-reference-made"),
            self.say("help-program"),
        );
        for command in self.commands() {
            let (name, about) = (command.get_name(), self.about(command));
            let usage = self.usage(command);
            let _ = write!(page, "\n## `nakhon {name}`\n\n{about}\n\n```\n{usage}\n```\n");
            let arguments: Vec<&Arg> =
                self.parts(command).into_iter().flat_map(|(_, arguments)| arguments).collect();
            page.push_str(&self.table(Some(command), &arguments));
        }
        let _ = write!(page, "\n## {}\n", self.say("help-everywhere"));
        page.push_str(&self.table(None, &self.common().collect::<Vec<_>>()));
        let _ = write!(page, "\n## {}\n\n{}\n", self.say("help-exit"), self.say("help-exit.text"));
        page
    }

    fn table(&self, of: Option<&Command>, arguments: &[&Arg]) -> String {
        if arguments.is_empty() {
            return String::new();
        }
        let heads = [self.say("help-argument"), self.say("schema-reference-meaning")];
        let mut table = format!("\n| {} |\n| --- | --- |\n", heads.join(" | "));
        for arg in arguments {
            let cells = [format!("`{}`", self.written(arg)), self.meaning(of, arg)];
            let cells = cells.map(|cell| cell.replace('|', "\\|"));
            let _ = writeln!(table, "| {} |", cells.join(" | "));
        }
        table
    }

    /// Says what is wrong with a command line, and where to read more.
    fn refuse(&self, error: &clap::Error, command: &'a Command, console: &Console) {
        let told = |kind: ContextKind| match error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        };
        let names = |kind: ContextKind| {
            let all = told(kind);
            text(all.iter().map(|it| self.named(it, command)).collect::<Vec<_>>().join(", "))
        };
        let value = || text(told(ContextKind::InvalidValue).concat());
        let argument = ("argument", names(ContextKind::InvalidArg));
        let refused = error.source().and_then(|source| source.downcast_ref::<Refused>());
        match error.kind() {
            ErrorKind::UnknownArgument => console.fail("help-unknown", &[argument]),
            ErrorKind::InvalidSubcommand => {
                let word = text(told(ContextKind::InvalidSubcommand).concat());
                console.fail("help-no-command", &[("word", word)]);
            }
            ErrorKind::MissingRequiredArgument => console.fail("help-lacking", &[argument]),
            ErrorKind::InvalidValue if told(ContextKind::InvalidValue).concat().is_empty() => {
                console.fail("help-valueless", &[argument]);
            }
            ErrorKind::ValueValidation if let Some(Refused(problem)) = refused => {
                console.refuse(problem);
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                console.fail("help-value-refused", &[argument, ("value", value())]);
            }
            ErrorKind::ArgumentConflict => console.fail("help-conflict", &[argument]),
            ErrorKind::TooManyValues => {
                console.fail("help-too-many", &[argument, ("value", value())]);
            }
            _ => console.fail("help-other", &[("reason", text(error.to_string()))]),
        }
        let hint = |id: &str, name: &str, values: Argument| {
            let line = self.words.message(id, &[(name, values)]).unwrap_or_default();
            print_error(&format!("  {line}\n"));
        };
        let near = [
            ContextKind::SuggestedArg,
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedValue,
        ];
        let near = near.into_iter().flat_map(told).next();
        let choices = told(ContextKind::ValidValue);
        if let Some(near) = near {
            hint("did-you-mean", "suggestion", text(near));
        } else if !choices.is_empty() {
            hint("help-choices", "values", text(choices.join(", ")));
        }
        let usage = self.usage(command);
        print_error(&format!("\n{}: {usage}\n{}\n", self.say("help-usage"), self.say("help-more")));
    }

    /// An argument that the parser names in its own words, such as `--out <DIR>`.
    fn named(&self, told: &str, command: &'a Command) -> String {
        let name = |arg: &Arg| match arg.get_long() {
            Some(long) => format!("--{long}"),
            None => arg
                .get_value_names()
                .into_iter()
                .flatten()
                .map(clap::builder::Str::as_str)
                .collect(),
        };
        let word = told.split([' ', '=']).next().unwrap_or_default();
        let word = word.trim_matches(['<', '>', '[', ']', '.']);
        let all = command.get_arguments().find(|arg| name(arg) == word);
        all.map_or_else(|| told.to_owned(), |arg| self.written(arg))
    }
}

/// Whether the parser adds an argument by itself.
fn is_of_the_parser(arg: &Arg) -> bool {
    ["help", "version"].contains(&arg.get_id().as_str())
}
