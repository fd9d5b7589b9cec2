//! An answer as a terminal shows it: one line of text a line, no markup.
//! Computes nothing and decides nothing.

use super::model::{Answer, Line};

/// The whole answer, lines parted by `\n`.
#[must_use]
pub fn render(answer: &Answer) -> String {
    let lines: Vec<String> = answer.lines.iter().map(line).collect();
    lines.join("\n")
}

/// One line of it.
#[must_use]
pub fn line(line: &Line) -> String {
    format!("{}{}", line.strong, line.text)
}
