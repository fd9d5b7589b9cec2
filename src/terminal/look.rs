//! How an answer looks in a terminal: the figure bold and the source dim, or plain text.
//! Says nothing of its own; whether there is colour is for the caller to find out.

use super::screen::{Row, Screen};
use super::words;
use crate::answer::{Answer, Line, Role, carried_name, plain};
use crate::engine::Topic;

/// The marks of what can be picked. They are no digits: every digit of a reply belongs to a figure or to the question.
const MARKS: [char; 20] =
    ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '⑪', '⑫', '⑬', '⑭', '⑮', '⑯', '⑰', '⑱', '⑲', '⑳'];

/// Whether replies carry colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Text alone.
    Plain,
    /// Bold and dim, by the escape sequences that every terminal knows.
    Colour,
}

impl Look {
    /// A whole reply: the answer, then what could be asked next.
    pub(super) fn reply(self, answer: &Answer) -> String {
        self.screen(&Screen::of_answer(answer, Topic::default()))
    }

    /// What the chat shows.
    pub(super) fn screen(self, screen: &Screen) -> String {
        let mut marks = MARKS.iter();
        let row = |row: &Row| match row {
            Row::Said(line) => self.line(line),
            Row::Offered(label) => self.offer(label, *marks.next().unwrap_or(&'·')),
        };
        screen.rows.iter().map(row).collect::<Vec<_>>().join("\n")
    }

    fn line(self, line: &Line) -> String {
        let text = carried_name(line).map_or_else(|| plain::line(line), words::carried);
        match (self, line.role) {
            (Self::Plain, _) => text,
            (Self::Colour, Role::Source | Role::Note) => dim(&text),
            (Self::Colour, _) if line.strong.is_empty() => text,
            (Self::Colour, _) => format!("\u{1b}[1m{}\u{1b}[0m{}", line.strong, line.text),
        }
    }

    fn offer(self, label: &str, mark: char) -> String {
        match self {
            Self::Plain => format!("  {mark} {label}"),
            Self::Colour => dim(&format!("  {mark} {label}")),
        }
    }
}

fn dim(text: &str) -> String {
    format!("\u{1b}[2m{text}\u{1b}[0m")
}
