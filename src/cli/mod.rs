//! The command line: arguments to a command, what it came to as an exit status.
//!
//! Commands are thin: they call the library, print, and pick the status. Every sentence they print
//! is a Fluent message. Exit statuses: 0 good, 1 the content has errors, 2 wrong use of the
//! command line, 70 a fault of our own or of the machine (`EX_SOFTWARE` of sysexits).

mod ask;
mod build;
mod check;
mod cms;
mod console;
mod export;
mod external;
mod fmt;
mod help;
mod import;
mod init;
mod new;
mod publish;
mod schema;
mod serve;
mod status;
mod summary;
mod written;

pub use help::reference;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;

use self::help::Refused;
use crate::cache::Cache;
use crate::language::LanguageTag;
use crate::model::EntryKind;
use crate::model::value::{WebAddress, parse_date};
use crate::pipeline::Request;
use crate::tree::Extra;

/// The content has errors.
const CONTENT_HAS_ERRORS: u8 = 1;
/// Where dear results are kept between builds, below the root.
const CACHE: &str = ".cache/nakhon";
/// The command line asks for what cannot be.
const WRONG_USE: u8 = 2;
/// Something that no editor can mend.
const FAULT: u8 = 70;

/// A static site generator for the bilingual directory of a learning city.
#[derive(Debug, Parser)]
#[command(name = "nakhon", version = env!("NAKHON_VERSION"), propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Debug, Args)]
struct Common {
    /// The folder that holds content/
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The language of messages, such as th or en; else the environment's
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<String>,
    /// The day of the build, such as 2026-11-24; else `SOURCE_DATE_EPOCH`, else the clock
    #[arg(long, global = true, value_name = "DATE", value_parser = date)]
    today: Option<Date>,
    /// Publish drafts too, and hold them to the rules
    #[arg(long, global = true)]
    drafts: bool,
    /// The address of the site, in place of the one in site.yaml
    #[arg(long, global = true, value_name = "URL", value_parser = address)]
    base_url: Option<String>,
    /// How many threads to work with; else one for each processor
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Leave out what costs time or room, several by commas
    #[arg(long, global = true, value_enum, value_delimiter = ',', value_name = "WHAT")]
    without: Vec<Without>,
    /// Keep what is dear to make in this folder from one run to the next; else in .cache/nakhon
    #[arg(long, global = true, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Count warnings as errors
    #[arg(long, global = true, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the content and make the site
    Build {
        /// Where the site is made
        #[arg(long, value_name = "DIR", default_value = "public")]
        out: PathBuf,
        /// How findings are told
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// Put .br and .gz beside every text, for web servers that send them as they are
        #[arg(long)]
        compress: bool,
        /// Append what was found and what changed to this file, in Markdown
        #[arg(long, value_name = "FILE")]
        summary: Option<PathBuf>,
        /// Compare with the tree that this file lists (a copy of its .nakhon), in the summary
        #[arg(long, value_name = "FILE")]
        since: Option<PathBuf>,
    },
    /// Check the content and publish nothing
    Check {
        /// How findings are told
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// Ask the links to other sites too
        #[arg(long)]
        external: bool,
    },
    /// Send the built site to a store: what changed, pages after what they need, deletions last
    Publish {
        #[arg(
            value_name = "ADDRESS",
            help = "Such as s3://bucket/folder, gs://bucket/folder, az://container/folder or file:///folder"
        )]
        address: String,
        /// Where the site was built
        #[arg(long, value_name = "DIR", default_value = "public")]
        from: PathBuf,
        /// Only tell what would be done
        #[arg(long)]
        dry_run: bool,
        /// Refuse to delete more files than this; else a quarter of what is there
        #[arg(long, value_name = "N")]
        max_deletes: Option<usize>,
    },
    /// Tidy the spelling of Thai in the files of content/
    Fmt {
        /// Write nothing; the exit status is 1 when a file would change
        #[arg(long)]
        check: bool,
    },
    /// Tell what is translated, what is outdated and what wants to be verified
    Status {
        /// How it is told
        #[arg(long, value_enum, default_value_t = status::Look::Human)]
        format: status::Look,
        /// Exit with status 1 when fewer per cent of the texts are complete and up to date
        #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
        fail_under: Option<u8>,
    },
    /// Make the file of a new entry, with every field of its kind
    New(new::New),
    /// Begin another city's directory, with an example in it
    Init(init::Init),
    /// Write a page that edits the content in the browser
    Cms(cms::Cms),
    /// Write JSON Schemas of the content, for completion in editors
    Schema(schema::Schema),
    /// Write all entries of a kind into a sheet
    Export {
        /// The kind of entry
        #[arg(long, value_parser = kinds())]
        kind: EntryKind,
        /// The sheet, a .csv or an .xlsx; else CSV to the standard output
        file: Option<PathBuf>,
        /// Replace the file where there is one
        #[arg(long)]
        force: bool,
    },
    /// Take the changes of a sheet into the files of content/
    Import {
        /// The sheet: .csv, .xlsx or .ods
        file: PathBuf,
        /// The kind of entry; else told by the columns
        #[arg(long, value_parser = kinds())]
        kind: Option<EntryKind>,
        /// Show what would change and write nothing
        #[arg(long)]
        dry_run: bool,
        /// Do not ask before writing
        #[arg(long)]
        yes: bool,
        /// How findings are told
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Build the site and show it on this computer
    Serve {
        /// The port to listen on; else the first free one from 8000
        #[arg(long, value_name = "PORT")]
        port: Option<u16>,
        /// The address to listen on; else this computer alone
        #[arg(long, value_name = "ADDRESS")]
        host: Option<std::net::IpAddr>,
    },
}

/// What a site can do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Without {
    /// The pictures that chats show of a page.
    Previews,
    /// The codes of addresses on printed pages.
    Codes,
}

impl From<Without> for Extra {
    fn from(without: Without) -> Self {
        match without {
            Without::Previews => Self::Previews,
            Without::Codes => Self::Codes,
        }
    }
}

/// How findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people, with the line itself.
    Human,
    /// For programs.
    Json,
    /// As annotations of GitHub's workflows.
    Github,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
}

fn date(written: &str) -> Result<Date, Refused> {
    parse_date(written).map_err(Refused)
}

fn kinds() -> impl TypedValueParser<Value = EntryKind> {
    let one = |word: String| EntryKind::from_word(&word).ok_or(word);
    PossibleValuesParser::new(EntryKind::WORDS).try_map(one)
}

fn address(written: &str) -> Result<String, Refused> {
    WebAddress::parse(written).map(|url| url.to_string()).map_err(Refused)
}

/// Writes `--en NAME` of `nakhon new` as `--name en=NAME`: any language a site may have is an
/// option of its own, and which it has is not known before its folder is.
fn languages_as_names(written: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut program = Cli::command();
    program.build();
    let options: Vec<String> = program
        .find_subcommand("new")
        .into_iter()
        .flat_map(clap::Command::get_arguments)
        .filter_map(|argument| Some(argument.get_long()?.to_owned()))
        .collect();
    let language = |argument: &OsString| -> Option<(String, Option<String>)> {
        let (name, value) = match argument.to_str()?.strip_prefix("--")?.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.to_str()?.strip_prefix("--")?, None),
        };
        let option = options.iter().any(|option| option == name);
        // `--eng` is meant as a language too, and is told as one.
        let tag = LanguageTag::parse(name);
        let meant = tag.is_ok() || tag.is_err_and(|problem| problem.suggestion.is_some());
        (!option && meant).then(|| (name.to_owned(), value))
    };
    let mut arguments = Vec::new();
    let mut new = false;
    let mut written = written;
    while let Some(argument) = written.next() {
        new |= argument == "new";
        match language(&argument).filter(|_| new) {
            None => arguments.push(argument),
            Some((name, value)) => {
                let value = value.map(OsString::from).or_else(|| written.next());
                let mut pair = OsString::from(format!("{name}="));
                pair.push(value.unwrap_or_default());
                arguments.extend([OsString::from("--name"), pair]);
            }
        }
    }
    arguments
}

/// Runs the program.
pub fn run() -> ExitCode {
    let arguments = languages_as_names(std::env::args_os());
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => return help::answer(&error, &arguments),
    };
    if let Some(threads) = cli.common.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        // Only a second pool can be refused, and this is the first.
        let _ = pool.build_global();
    }
    match cli.command {
        Command::Build { out, format, compress, summary, since } => {
            let request = build::Request { out, format, compress, summary, since };
            build::run(&cli.common, &request)
        }
        Command::Check { format, external } => check::run(&cli.common, format, external),
        Command::Publish { address, from, dry_run, max_deletes } => {
            let (address, from) = (address.as_str(), from.as_path());
            let request =
                publish::Request { address, from, dry: dry_run, most_deletions: max_deletes };
            publish::run(&cli.common, &request)
        }
        Command::Fmt { check } => fmt::run(&cli.common, check),
        Command::Init(init) => init::run(&cli.common, &init),
        Command::Cms(cms) => cms::run(&cli.common, &cms),
        Command::Status { format, fail_under } => status::run(&cli.common, format, fail_under),
        Command::New(new) => new::run(&cli.common, &new),
        Command::Schema(schema) => schema::run(&cli.common, &schema),
        Command::Export { kind, file, force } => {
            export::run(&cli.common, kind, file.as_deref(), force)
        }
        Command::Import { file, kind, dry_run, yes, format } => {
            let asked = import::Asked { file: &file, kind, dry_run, yes, format };
            import::run(&cli.common, &asked)
        }
        Command::Serve { port, host } => serve::run(&cli.common, port, host),
    }
}

impl Common {
    /// What is kept between runs.
    fn cache(&self) -> Cache {
        Cache::at(self.root.join(self.cache.as_deref().unwrap_or(Path::new(CACHE))))
    }

    /// What the pipeline is asked for. The clock is read here and nowhere else.
    fn request(&self) -> Request {
        let epoch = std::env::var("SOURCE_DATE_EPOCH").ok();
        let fixed = epoch
            .and_then(|seconds| seconds.trim().parse().ok())
            .and_then(|seconds| Timestamp::from_second(seconds).ok());
        Request {
            root: self.root.clone(),
            base_url: self.base_url.clone(),
            today: self.today,
            now: fixed.unwrap_or_else(Timestamp::now),
            drafts: self.drafts,
            history: true,
            cache: self.cache(),
            without: self.without.iter().copied().map(Extra::from).collect(),
        }
    }
}
