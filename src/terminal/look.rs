//! How an answer looks in a terminal: the figure bold and the source dim, or plain text.
//! Says nothing of its own; whether there is colour is for the caller to find out.

use crate::answer::{Answer, Line, Role, Suggestion, plain};

/// The marks of suggestions. They are no digits: every digit of a reply belongs to a figure or to the question.
const MARKS: [char; 3] = ['①', '②', '③'];

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
        let lines = answer.lines.iter().map(|line| self.line(line));
        let next = answer.suggestions.iter().zip(MARKS).map(|(it, mark)| self.suggestion(it, mark));
        lines.chain(next).collect::<Vec<_>>().join("\n")
    }

    fn line(self, line: &Line) -> String {
        match (self, line.role) {
            (Self::Plain, _) => plain::line(line),
            (Self::Colour, Role::Source | Role::Note) => dim(&plain::line(line)),
            (Self::Colour, _) if line.strong.is_empty() => line.text.clone(),
            (Self::Colour, _) => format!("\u{1b}[1m{}\u{1b}[0m{}", line.strong, line.text),
        }
    }

    fn suggestion(self, suggestion: &Suggestion, mark: char) -> String {
        match self {
            Self::Plain => format!("  {mark} {}", suggestion.label),
            Self::Colour => dim(&format!("  {mark} {}", suggestion.label)),
        }
    }
}

fn dim(text: &str) -> String {
    format!("\u{1b}[2m{text}\u{1b}[0m")
}

/// The suggestion that a line picks: its number, in any of the forms that people type.
pub(super) fn picked(line: &str) -> Option<usize> {
    let mut letters = line.trim().chars();
    let (letter, None) = (letters.next()?, letters.next()) else { return None };
    let forms = [['1', '2', '3'], ['\u{ff11}', '\u{ff12}', '\u{ff13}'], MARKS];
    forms.iter().find_map(|form| form.iter().position(|&it| it == letter))
}

#[cfg(test)]
mod tests {
    use super::picked;

    #[test]
    fn a_single_number_picks() {
        assert_eq!(["1", " 2 ", "③", "\u{ff13}"].map(picked), [Some(0), Some(1), Some(2), Some(2)]);
        assert_eq!(["", "0", "4", "12", "1个"].map(picked), [None; 5]);
    }
}
