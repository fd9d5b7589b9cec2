//! A chat in the terminal, with line editing; or the same over a pipe, line by line.
//! Keeps what was typed in memory alone: a history file would hold people's words.

use super::lines::{Incoming, next_line};
use super::session::{Reply, Session};
use super::{Look, words};
use crate::engine::Engine;
use rustyline::error::ReadlineError;
use rustyline::{Config, DefaultEditor};
use std::io::{self, BufRead, Write};
use std::time::{Duration, Instant};

/// What stands before the cursor.
const PROMPT: &str = "› ";

/// What is typed or pasted at once comes within this time.
const ONE_LINE: Duration = Duration::from_millis(300);

/// Talks with a person at a terminal until Ctrl-D or a word that leaves.
///
/// # Errors
/// The terminal cannot be read or written.
pub fn chat(engine: &Engine, look: Look, output: &mut impl Write) -> io::Result<()> {
    let config = Config::builder().auto_add_history(true).build();
    let mut editor = DefaultEditor::with_config(config).map_err(io::Error::other)?;
    let mut session = Session::new(engine);
    writeln!(output, "{}\n", greeting(engine))?;
    // When bytes came last that are no UTF-8.
    let mut unreadable: Option<Instant> = None;
    loop {
        match editor.readline(PROMPT) {
            // The end of a line of which not all could be read.
            Ok(_) if unreadable.take().is_some_and(|it| it.elapsed() < ONE_LINE) => {}
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => match said(look, session.hear(&line)) {
                Some(said) => writeln!(output, "{said}\n")?,
                None => return Ok(()),
            },
            // As in a shell: Ctrl-C drops the line, Ctrl-D leaves.
            Err(ReadlineError::Interrupted) => writeln!(output, "{}\n", words::how_to_leave())?,
            Err(ReadlineError::Eof) => return Ok(()),
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                // The bytes of a line come one after the other, and each of them is told by the terminal.
                if unreadable.replace(Instant::now()).is_none_or(|it| it.elapsed() >= ONE_LINE) {
                    writeln!(output, "\n{}\n", words::not_utf8_typed())?;
                }
            }
            Err(ReadlineError::Io(error)) => return Err(error),
            Err(error) => return Err(io::Error::other(error)),
        }
    }
}

/// Answers the lines of a pipe in one conversation, with an empty line behind each answer.
///
/// # Errors
/// The input cannot be read, or the output cannot be written.
pub fn pipe(
    engine: &Engine,
    look: Look,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> io::Result<()> {
    let mut session = Session::new(engine);
    while let Some(line) = next_line(input)? {
        match line {
            Incoming::Text(line) if line.trim().is_empty() => continue,
            Incoming::Text(line) => match said(look, session.hear(&line)) {
                Some(said) => writeln!(output, "{said}\n")?,
                None => return Ok(()),
            },
            Incoming::TooLong => writeln!(output, "{}\n", words::too_long())?,
            Incoming::NotUtf8 => writeln!(output, "{}\n", words::not_utf8())?,
        }
        output.flush()?;
    }
    Ok(())
}

/// The text of a reply; nothing at the end of the chat.
fn said(look: Look, reply: Reply<'_>) -> Option<String> {
    match reply {
        Reply::Screen(screen) => Some(look.screen(screen)),
        Reply::Aside(screen) => Some(look.screen(&screen)),
        Reply::Line(line) => Some(line),
        Reply::Leave => None,
    }
}

/// What can be asked, with an example of the loaded report.
fn greeting(engine: &Engine) -> String {
    let report = engine.reports().first();
    let offered = engine.help().suggestions.into_iter().next().map(|it| it.question);
    let example = offered.or_else(|| {
        let figure = report?.figures.first()?;
        Some(words::example(&figure.label, &figure.unit))
    });
    words::greeting(report.map_or("", |it| it.title.as_str()), &example.unwrap_or_default())
}
