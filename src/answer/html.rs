//! An answer in Telegram's HTML: the figure bold, the source quiet, everything escaped.
//! Knows no sending: how long a message may be is the channel's business.

use super::model::{Answer, Line, Role};

/// The whole answer, lines parted by `\n`.
#[must_use]
pub fn render(answer: &Answer) -> String {
    let lines: Vec<String> = answer.lines.iter().map(line).collect();
    lines.join("\n")
}

/// One line of it.
#[must_use]
pub fn line(line: &Line) -> String {
    let strong =
        if line.strong.is_empty() { String::new() } else { format!("<b>{}</b>", escape(&line.strong)) };
    let text = escape(&line.text);
    match line.role {
        Role::Source | Role::Note => format!("<i>{strong}{text}</i>"),
        Role::Headline | Role::Detail | Role::Row => format!("{strong}{text}"),
    }
}

/// Text in which no character means anything to an HTML parser, in an attribute neither.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
