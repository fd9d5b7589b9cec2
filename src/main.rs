//! The binary: settings, data and engine put together, one channel started, its end told as an exit code.
//! Answers nothing itself.

mod config;
mod probing;
mod serving;

use config::{Asked, Command, Config};
use league_bot::engine::Engine;
use league_bot::operations;
use league_bot::report::Problem;
use league_bot::terminal::{self, Look, Verdict};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::panic;
use std::process::ExitCode;

/// Answers are made of many short texts: a sixth of their instructions were the system allocator's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Nothing was found, or data has problems; the bot has ended by itself.
const NOTHING_FOUND: u8 = 1;
/// The command could not be carried out.
const FAILED: u8 = 2;

/// Why a command could not be carried out.
enum Failure {
    /// The data cannot be used.
    Data(Vec<Problem>),
    /// Standard input or output cannot be used.
    Stream(io::Error),
    /// Something else, in words that say what to do.
    Said(String),
    /// What was to run for good has ended by itself.
    Ended(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

fn main() -> ExitCode {
    panic::set_hook(Box::new(tell_panic));
    let config = Config::read();
    start_logging(&config);
    match panic::catch_unwind(panic::AssertUnwindSafe(|| run(&config))) {
        Ok(Ok(code)) => code,
        Ok(Err(failure)) => tell(&failure),
        Err(_) => ExitCode::from(FAILED),
    }
}

fn run(config: &Config) -> Result<ExitCode, Failure> {
    match &config.command {
        None if config.wants_telegram() => serving::telegram(config),
        None => chat(config),
        Some(Command::Telegram(_)) => serving::telegram(config),
        Some(Command::Ask(args)) => match args.asked() {
            Asked::Once(question) => ask(config, &question),
            Asked::Lines => ask_lines(config),
            Asked::Mistake(mistake) => Err(Failure::Said(mistake.to_owned())),
        },
        Some(Command::Explain { question }) => {
            io::stdout().lock().write_all(engine(config)?.explain(question).as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Check(args)) => {
            let (paths, source) = (args.paths(config.data()), args.source());
            let verdict = terminal::check(&paths, source.as_deref(), &mut io::stdout().lock())?;
            Ok(exit_code(verdict))
        }
        Some(Command::Draft(args)) => {
            let asked = args.asked().map_err(Failure::Said)?;
            terminal::draft(&asked, &mut io::stdout().lock())?.map_err(Failure::Said)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Completions { shell }) => {
            io::stdout().lock().write_all(&config::completions(*shell))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn chat(config: &Config) -> Result<ExitCode, Failure> {
    let engine = engine(config)?;
    let _ =
        writeln!(io::stderr(), "（没有设置 TELOXIDE_TOKEN，所以在终端里聊；league-bot --help 有全部用法）");
    let (input, mut output) = (io::stdin(), io::stdout());
    if input.is_terminal() && output.is_terminal() {
        terminal::chat(&engine, look(), &mut output)?;
    } else {
        terminal::pipe(&engine, look(), &mut input.lock(), &mut output.lock())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn ask(config: &Config, question: &str) -> Result<ExitCode, Failure> {
    // The process ends behind it: taking the index apart first would cost a third of the way to the answer.
    let engine = Box::leak(Box::new(engine(config)?));
    let found = terminal::ask(engine, question, look(), &mut io::stdout().lock())?;
    Ok(if found { ExitCode::SUCCESS } else { ExitCode::from(NOTHING_FOUND) })
}

fn ask_lines(config: &Config) -> Result<ExitCode, Failure> {
    terminal::answer_lines(&engine(config)?, &mut io::stdin().lock(), &mut io::stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}

/// The engine over the report data that was named, or over what is built in.
fn engine(config: &Config) -> Result<Engine, Failure> {
    operations::load(&config.report_data()).map_err(Failure::Data)
}

fn look() -> Look {
    if config::wants_colour() { Look::Colour } else { Look::Plain }
}

fn exit_code(verdict: Verdict) -> ExitCode {
    match verdict {
        Verdict::Fine => ExitCode::SUCCESS,
        Verdict::Problems => ExitCode::from(NOTHING_FOUND),
        Verdict::Unreadable => ExitCode::from(FAILED),
    }
}

/// Logs go to standard error: warnings in a terminal, the bot's life as well where it serves for months.
fn start_logging(config: &Config) {
    let level = if config.wants_telegram() { "info" } else { "warn" };
    env_logger::Builder::from_default_env().parse_filters(&config::log_filter(level)).init();
}

/// Tells a failure on standard error. A reader that has gone away (`| head`) is none.
fn tell(failure: &Failure) -> ExitCode {
    let Some(told) = failure_words(failure) else { return ExitCode::SUCCESS };
    // Standard error may be gone as well: then there is nobody to tell.
    let _ = writeln!(io::stderr(), "{told}");
    ExitCode::from(exit_code_of(failure))
}

/// What is told of a failure; nothing where it is none.
fn failure_words(failure: &Failure) -> Option<String> {
    match failure {
        Failure::Stream(error) if error.kind() == ErrorKind::BrokenPipe => None,
        Failure::Stream(error) => Some(format!("league-bot: {error}")),
        Failure::Said(words) | Failure::Ended(words) => Some(format!("league-bot: {words}")),
        Failure::Data(problems) => {
            Some(problems.iter().map(|it| format!("league-bot: {it}")).collect::<Vec<_>>().join("\n"))
        }
    }
}

fn exit_code_of(failure: &Failure) -> u8 {
    if matches!(failure, Failure::Ended(_)) { NOTHING_FOUND } else { FAILED }
}

/// One line for a mistake of the program. Only its place: what it says may hold a person's words.
fn tell_panic(panic: &panic::PanicHookInfo<'_>) {
    let place = panic.location().map(|it| format!(" ({}:{})", it.file(), it.line())).unwrap_or_default();
    let _ = writeln!(io::stderr(), "league-bot: 程序内部出错{place}，请把这一行告诉开发者");
}
