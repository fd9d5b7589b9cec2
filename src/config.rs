//! Settings: command line first, environment second. The one place, with `main`, that reads the environment.
//! Loads nothing and checks nothing beyond the form of a setting.

mod draft;
mod environment;
mod operations;
mod proxies;
mod telegram;

use clap::builder::{FalseyValueParser, OsStringValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand};
pub(crate) use draft::DraftArgs;
use environment::{parse, parse_from, variable};
use league_bot::operations::Data;
pub(crate) use operations::OperationsArgs;
pub(crate) use proxies::proxies;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use telegram::TelegramArgs;

/// What stands at the end of `--help`.
const AFTER_HELP: &str = "\
Environment:
  TELOXIDE_TOKEN  the Telegram bot's token; with it and without a command, league-bot runs the Telegram bot
  RUST_LOG        what is logged to standard error: error, warn, info, debug, trace
  NO_COLOR        set to anything: no colour

Exit codes: 0 fine, 1 nothing found or data with problems, 2 the command could not be carried out.";

/// Answers questions about a league's yearly report with the exact figure and where it stands.
///
/// Without a command: a chat in the terminal, or the Telegram bot where its token is set.
#[derive(Debug, Parser)]
#[command(name = "league-bot", version, after_help = AFTER_HELP)]
pub(crate) struct Config {
    /// Report data: a report file, or a folder with report.json or with one subfolder a report. Default: built in.
    #[arg(long, value_name = "PATH", env = "LEAGUE_BOT_DATA", global = true)]
    #[arg(value_parser = OsStringValueParser::new(), hide_env_values = true)]
    data: Option<OsString>,
    /// The body or place that is meant where a question names none and several leagues are loaded. Default: the first folder.
    #[arg(long, value_name = "NAME", env = "LEAGUE_BOT_HOME", global = true, hide_env_values = true)]
    home: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Answer one question, or with --jsonl one question a line.
    Ask(AskArgs),
    /// Show how a question is read and scored: its words, their weights, the best figures.
    Explain {
        /// The question.
        question: String,
    },
    /// Look at report data and tell every problem, with its place and how to mend it.
    Check(CheckArgs),
    /// Make report data of the text of a report: .txt, .docx or a saved page.
    Draft(DraftArgs),
    /// Run the Telegram bot by long polling; the environment holds its token.
    Telegram(TelegramArgs),
    /// Print the completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
pub(crate) struct AskArgs {
    /// The question; several words are one question.
    #[arg(value_name = "QUESTION")]
    question: Vec<String>,
    /// Read {"id", "question", "conversation"} from each line of standard input, write one answer object a line.
    #[arg(long, env = "LEAGUE_BOT_JSONL", value_parser = FalseyValueParser::new(), hide_env_values = true)]
    jsonl: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Files or folders with report data. Default: --data, else what is built in.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The published text: every figure must stand in it, every number of it must be known.
    #[arg(long, value_name = "FILE", env = "LEAGUE_BOT_SOURCE", hide_env_values = true)]
    #[arg(value_parser = OsStringValueParser::new())]
    source: Option<OsString>,
}

/// Reads settings of the Telegram bot from the environment, with nothing on the command line.
#[derive(Debug, Parser)]
struct EnvironmentAlone {
    #[command(flatten)]
    telegram: TelegramArgs,
}

/// What is to be asked.
pub(crate) enum Asked<'a> {
    /// One question.
    Once(String),
    /// Those of standard input.
    Lines,
    /// Nothing: a mistake in the command line, told in these words.
    Mistake(&'a str),
}

impl Config {
    /// Reads the command line and the environment; ends the process on `--help` and on a mistake.
    pub(crate) fn read() -> Self {
        parse()
    }

    /// Where the report data is; none for what is built in.
    pub(crate) fn data(&self) -> Option<PathBuf> {
        self.data.clone().filter(|it| !it.is_empty()).map(PathBuf::from)
    }

    /// The report data that is asked: where it is, and whose is the home league.
    pub(crate) fn report_data(&self) -> Data {
        Data { path: self.data(), home: self.home.clone().filter(|it| !it.is_empty()) }
    }

    /// The settings of the Telegram bot: of its command, or of the environment where no command was named.
    pub(crate) fn telegram(&self) -> TelegramArgs {
        match &self.command {
            Some(Command::Telegram(args)) => args.clone(),
            _ => parse_from::<EnvironmentAlone>(vec!["league-bot".into()]).telegram,
        }
    }

    /// What is asked for by a command, or by the token where there is none.
    pub(crate) fn wants_telegram(&self) -> bool {
        match &self.command {
            Some(command) => matches!(command, Command::Telegram(_)),
            None => token().or_else(|| variable("LEAGUE_BOT_TOKEN_FILE")).is_some(),
        }
    }
}

impl AskArgs {
    /// What is to be asked.
    pub(crate) fn asked(&self) -> Asked<'_> {
        match (self.question.as_slice(), self.jsonl) {
            ([], true) => Asked::Lines,
            ([], false) => {
                Asked::Mistake("ask: a question is missing, as in: league-bot ask 青马去年培训了多少人")
            }
            (_, true) => {
                Asked::Mistake("ask --jsonl reads its questions from standard input: leave out QUESTION")
            }
            (words, false) => Asked::Once(words.join(" ")),
        }
    }
}

impl CheckArgs {
    /// What to look at: the paths named here, else `data`.
    pub(crate) fn paths(&self, data: Option<PathBuf>) -> Vec<PathBuf> {
        if self.paths.is_empty() { data.into_iter().collect() } else { self.paths.clone() }
    }

    /// The published text to hold it against.
    pub(crate) fn source(&self) -> Option<PathBuf> {
        self.source.clone().filter(|it| !it.is_empty()).map(PathBuf::from)
    }
}

/// What is logged: what `RUST_LOG` says, else this level.
pub(crate) fn log_filter(level: &str) -> String {
    variable("RUST_LOG").unwrap_or_else(|| level.to_owned())
}

/// The bot's token. Never from an argument: everyone on the machine reads those.
fn token() -> Option<String> {
    variable("TELOXIDE_TOKEN")
}

/// True where a person looks at the output and wants colour.
pub(crate) fn wants_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|it| !it.is_empty());
    let dumb = std::env::var_os("TERM").is_none_or(|it| it == "dumb");
    std::io::stdout().is_terminal() && !set("NO_COLOR") && !dumb
}

/// The completion script for a shell.
pub(crate) fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Config::command(), "league-bot", &mut script);
    script
}
