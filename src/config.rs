//! Settings: command line first, environment second. The one place, with `main`, that reads the environment.
//! Loads nothing and checks nothing beyond the form of a setting.

use clap::builder::{FalseyValueParser, OsStringValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand};
use league_bot::telegram::Webhook;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;

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

#[derive(Debug, Clone, Args)]
pub(crate) struct TelegramArgs {
    /// The Bot API server.
    #[arg(long, value_name = "URL", env = "TELOXIDE_API_URL", default_value = "https://api.telegram.org")]
    #[arg(hide_env_values = true)]
    pub(crate) api_url: String,
    /// A file that holds the token alone, instead of `TELOXIDE_TOKEN`.
    #[arg(long, value_name = "FILE", env = "LEAGUE_BOT_TOKEN_FILE", hide_env_values = true)]
    #[arg(value_parser = OsStringValueParser::new())]
    token_file: Option<OsString>,
    /// Have updates pushed to this public address instead of polling for them; a proxy passes them on to --listen.
    ///
    /// The secret that Telegram sends along is made up, or taken from `LEAGUE_BOT_WEBHOOK_SECRET`.
    #[arg(long, value_name = "URL", env = "LEAGUE_BOT_WEBHOOK_URL", hide_env_values = true)]
    webhook_url: Option<String>,
    /// Where the webhook, /healthz and /readyz are served.
    #[arg(long, value_name = "ADDR", env = "LEAGUE_BOT_LISTEN", default_value = "127.0.0.1:8443")]
    #[arg(hide_env_values = true)]
    listen: SocketAddr,
    /// Names that call the bot at the start of a message in a group, with commas between them.
    #[arg(
        long,
        value_name = "NAMES",
        env = "LEAGUE_BOT_NICKNAMES",
        default_value = "",
        hide_env_values = true
    )]
    nicknames: String,
    /// How many questions a person may ask within a minute in private.
    #[arg(
        long,
        value_name = "N",
        env = "LEAGUE_BOT_PER_MINUTE",
        default_value_t = 20,
        hide_env_values = true
    )]
    pub(crate) per_minute: usize,
    /// How many questions a person may ask within a minute in a group.
    #[arg(long, value_name = "N", env = "LEAGUE_BOT_PER_MINUTE_IN_GROUP", default_value_t = 10)]
    #[arg(hide_env_values = true)]
    pub(crate) per_minute_in_group: usize,
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
        Self::parse()
    }

    /// Where the report data is; none for what is built in.
    pub(crate) fn data(&self) -> Option<PathBuf> {
        self.data.clone().filter(|it| !it.is_empty()).map(PathBuf::from)
    }

    /// The settings of the Telegram bot: of its command, or of the environment where no command was named.
    pub(crate) fn telegram(&self) -> TelegramArgs {
        match &self.command {
            Some(Command::Telegram(args)) => args.clone(),
            _ => EnvironmentAlone::parse_from(["league-bot"]).telegram,
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

impl TelegramArgs {
    /// The bot's token, from the file that was named or from the environment.
    pub(crate) fn token(&self) -> std::io::Result<Option<String>> {
        match self.token_file.as_ref().filter(|it| !it.is_empty()) {
            Some(path) => std::fs::read_to_string(path).map(|it| Some(it.trim().to_owned())),
            None => Ok(token()),
        }
    }

    /// The webhook, where one is wanted.
    pub(crate) fn webhook(&self) -> Option<Webhook> {
        let url = self.webhook_url.clone().filter(|it| !it.is_empty())?;
        let secret = variable("LEAGUE_BOT_WEBHOOK_SECRET").unwrap_or_default();
        Some(Webhook { url, listen: self.listen, secret })
    }

    /// The names that call the bot.
    pub(crate) fn nicknames(&self) -> Vec<String> {
        let names = self.nicknames.split([',', '\u{ff0c}', '、']).map(str::trim);
        names.filter(|it| !it.is_empty()).map(str::to_owned).collect()
    }
}

/// The bot's token. Never from an argument: everyone on the machine reads those.
fn token() -> Option<String> {
    variable("TELOXIDE_TOKEN")
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
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
