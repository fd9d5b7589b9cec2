//! Text between quotation marks, of whatever keyboard. One that is not closed ends with its line, so that the next line
//! is read for itself.

use super::{Fault, Reader};
use crate::report::place::LineColumn;

/// True for everything that people take for the quotation mark of JSON.
pub(super) fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '＂' | '„' | '‟' | '「' | '」' | '\'' | '‘' | '’' | '＇' | '`')
}

/// True for those that can close a text which `"` did not open.
fn closes(letter: char) -> bool {
    is_quote(letter) && !matches!(letter, '“' | '「' | '‘' | '„')
}

/// A text that is being read: how it was opened, what it holds so far, and how many marks are open in it.
struct Open {
    opening: char,
    raw: String,
    depth: usize,
}

impl Open {
    /// Adds a character, and counts the marks that open and close within the text.
    fn push(&mut self, letter: char) {
        match letter {
            '“' | '「' | '‘' => self.depth += 1,
            '”' | '」' | '’' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.raw.push(letter);
    }
}

impl Reader {
    /// Reads a text with its quotation marks.
    pub(super) fn string(&mut self) -> String {
        let opened = self.cursor.place();
        let opening = self.cursor.next().unwrap_or('"');
        let mut text = Open { opening, raw: String::new(), depth: 0 };
        while let Some(letter) = self.cursor.peek() {
            if self.is_closed_by(letter, &text) {
                self.quotes(opened, opening, letter);
                self.cursor.next();
                return self.unescaped(opened, &text.raw);
            }
            if letter == '\n' && !self.goes_on() {
                break;
            }
            self.take(letter, &mut text);
        }
        self.tell_at(opened, Fault::OpenQuote);
        self.give_back_comma(&mut text.raw);
        self.unescaped(opened, &text.raw)
    }

    /// True where the mark at the cursor ends the text.
    fn is_closed_by(&self, letter: char, text: &Open) -> bool {
        if letter == '"' {
            return text.opening == '"' || self.is_end_behind();
        }
        text.depth == 0 && closes(letter) && self.is_end_behind() && !self.closes_later(text.opening)
    }

    /// Takes one character into the text, as it would be written in JSON.
    fn take(&mut self, letter: char, text: &mut Open) {
        match letter {
            '\n' => {
                self.tell(Fault::LineBreak);
                text.raw.push_str("\\n");
            }
            '\\' => {
                text.raw.push(letter);
                self.cursor.next();
                match self.cursor.peek() {
                    None | Some('\n') => return,
                    Some(behind) => text.raw.push(behind),
                }
            }
            '"' => text.raw.push_str("\\\""),
            _ if letter < ' ' => self.control(letter, &mut text.raw),
            _ => text.push(letter),
        }
        self.cursor.next();
    }

    /// A character that JSON allows in no text; the end of line of Windows is part of the line's end.
    fn control(&mut self, letter: char, raw: &mut String) {
        if letter == '\r' && self.cursor.peek_at(1) == Some('\n') {
            return;
        }
        self.tell(Fault::Control);
        raw.push(' ');
    }

    /// The comma at the end of a line whose quotation mark is open stands behind the text, not in it.
    fn give_back_comma(&mut self, raw: &mut String) {
        if let Some(text) = raw.trim_end().strip_suffix(',') {
            *raw = text.to_owned();
            self.took_comma = true;
        }
    }

    fn quotes(&mut self, opened: LineColumn, opening: char, closing: char) {
        let wide: String = [opening, closing].into_iter().filter(|it| *it != '"').collect();
        if !wide.is_empty() {
            let at = if opening == '"' { self.cursor.place() } else { opened };
            self.tell_at(at, Fault::WideQuote(wide));
        }
    }

    /// True where behind the mark at the cursor stands what follows a text: a comma, a colon, a bracket, the end of line.
    fn is_end_behind(&self) -> bool {
        ends_text(self.cursor.rest_of_line().skip(1))
    }

    /// True where `"` opened, and a `"` that ends a text stands later in the line, before any that begins one.
    fn closes_later(&self, opening: char) -> bool {
        if opening != '"' {
            return false;
        }
        let mut rest = self.cursor.rest_of_line();
        let mut before = ' ';
        for letter in rest.by_ref().take_while(|it| *it != '"').filter(|it| !it.is_whitespace()) {
            before = letter;
        }
        // Behind a comma, a colon or an opening bracket it would open a text.
        let begins = ",，:：{｛[［【".contains(before);
        self.cursor.rest_of_line().any(|it| it == '"') && !begins && ends_text(rest)
    }

    /// At the end of a line inside of a text: true where the text is closed in the next line.
    fn goes_on(&self) -> bool {
        let line = self.cursor.next_line();
        let begins = line.iter().find(|it| !it.is_whitespace());
        if begins.is_none_or(|it| is_quote(*it) || "{}[]".contains(*it)) {
            return false;
        }
        let Some(quote) = line.iter().position(|it| *it == '"') else { return false };
        ends_text(line.iter().skip(quote + 1).copied())
    }

    /// The text that was written, with what stands for something else read.
    fn unescaped(&mut self, opened: LineColumn, raw: &str) -> String {
        let raw = raw.trim_end_matches('\r');
        if !raw.contains('\\') {
            return raw.to_owned();
        }
        serde_json::from_str(&format!("\"{raw}\"")).unwrap_or_else(|_| {
            self.tell_at(opened, Fault::Escape);
            raw.replace('\\', "")
        })
    }
}

/// True where this may stand behind a text: a comma, a colon, a closing bracket, the end of the line.
fn ends_text(behind: impl Iterator<Item = char>) -> bool {
    let mut behind = behind.skip_while(|it| it.is_whitespace());
    behind.next().is_none_or(|it| ",，:：}｝]］】".contains(it))
}
