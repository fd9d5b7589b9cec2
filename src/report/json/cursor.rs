//! Characters of a text one after the other, with line and column.

use crate::report::place::LineColumn;

/// A place in a text.
pub(super) struct Cursor {
    text: Vec<char>,
    next: usize,
    at: LineColumn,
    /// The bracket that was closed last, and where the cursor stood behind it.
    closed: Option<(char, usize)>,
}

impl Cursor {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.chars().collect(), next: 0, at: (1, 1), closed: None }
    }

    pub(super) fn place(&self) -> LineColumn {
        self.at
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<char> {
        self.text.get(self.next + ahead).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.next += 1;
        self.at = if letter == '\n' { (self.at.0 + 1, 1) } else { (self.at.0, self.at.1 + 1) };
        Some(letter)
    }

    pub(super) fn skip(&mut self, unwanted: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&unwanted) {
            self.next();
        }
    }

    pub(super) fn take(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(letter) = self.peek().filter(|it| wanted(*it)) {
            taken.push(letter);
            self.next();
        }
        taken
    }

    /// Steps over a comment of a line or between `/*` and `*/`.
    pub(super) fn skip_comment(&mut self) {
        if self.peek_at(1) == Some('/') {
            return self.skip(|it| it != '\n');
        }
        while self.peek().is_some() && (self.peek(), self.peek_at(1)) != (Some('*'), Some('/')) {
            self.next();
        }
        self.next();
        self.next();
    }

    /// What stands from the cursor to the end of the line, as far as one looks.
    pub(super) fn rest_of_line(&self) -> impl Iterator<Item = char> {
        self.text.iter().skip(self.next).copied().take_while(|it| *it != '\n')
    }

    /// What stands behind that, as a line.
    pub(super) fn next_line(&self) -> &[char] {
        let start = self.next + self.rest_of_line().count() + 1;
        let rest = self.text.get(start..).unwrap_or_default();
        let end = rest.iter().position(|it| *it == '\n').unwrap_or(rest.len());
        &rest[..end]
    }

    /// Notes that a bracket was closed here.
    pub(super) fn close(&mut self, bracket: char) {
        self.closed = Some((bracket, self.next));
    }

    /// True where this bracket was closed right here.
    pub(super) fn is_closed(&self, bracket: char) -> bool {
        self.closed == Some((bracket, self.next))
    }
}
