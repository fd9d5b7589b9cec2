//! One question, one answer, as a person reads it.
//! Keeps no conversation.

use super::Look;
use crate::engine::{Engine, Topic};
use std::io::{self, Write};

/// Answers one question; true where something was found.
///
/// # Errors
/// The output cannot be written.
pub fn ask(engine: &Engine, question: &str, look: Look, output: &mut impl Write) -> io::Result<bool> {
    let (answer, _) = engine.ask(question, &Topic::default());
    writeln!(output, "{}", look.reply(&answer))?;
    output.flush()?;
    Ok(answer.kind.is_answered())
}
