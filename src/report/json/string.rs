//! Text between quotation marks, of whatever keyboard. One that is not closed ends with its line, so that the next line
//! is read for itself.

use super::{Fault, Reader};

/// True for everything that people take for the quotation mark of JSON.
pub(super) fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '＂' | '„' | '‟' | '「' | '」' | '\'' | '‘' | '’' | '＇' | '`')
}

/// True for those that can close a text which `"` did not open.
fn closes(letter: char) -> bool {
    is_quote(letter) && !matches!(letter, '“' | '「' | '‘' | '„')
}

impl Reader {
    /// Reads a text with its quotation marks.
    pub(super) fn string(&mut self) -> String {
        let opened = self.cursor.place();
        let opening = self.cursor.next().unwrap_or('"');
        let mut raw = String::new();
        let mut depth = 0_usize;
        loop {
            let Some(letter) = self.cursor.peek() else {
                self.tell_at(opened, Fault::OpenQuote);
                break;
            };
            match letter {
                '"' if opening == '"' || self.is_end_behind() => {
                    self.quotes(opened, opening, letter);
                    self.cursor.next();
                    break;
                }
                _ if letter != '"'
                    && depth == 0
                    && closes(letter)
                    && self.is_end_behind()
                    && !self.closes_later(opening) =>
                {
                    self.quotes(opened, opening, letter);
                    self.cursor.next();
                    break;
                }
                '\n' if self.goes_on() => {
                    self.tell(Fault::LineBreak);
                    self.cursor.next();
                    raw.push_str("\\n");
                    continue;
                }
                '\n' => {
                    self.tell_at(opened, Fault::OpenQuote);
                    break;
                }
                '\\' => {
                    raw.push(letter);
                    self.cursor.next();
                    raw.extend(self.cursor.peek().filter(|it| *it != '\n'));
                }
                '"' => raw.push_str("\\\""),
                _ if letter < ' ' => self.control(letter, &mut raw),
                '“' | '「' | '‘' => {
                    depth += 1;
                    raw.push(letter);
                }
                '”' | '」' | '’' => {
                    depth = depth.saturating_sub(1);
                    raw.push(letter);
                }
                _ => raw.push(letter),
            }
            if self.cursor.peek() != Some('\n') {
                self.cursor.next();
            }
        }
        self.unescaped(opened, &raw)
    }

    /// A character that JSON allows in no text; the end of line of Windows is part of the line's end.
    fn control(&mut self, letter: char, raw: &mut String) {
        if letter == '\r' && self.cursor.peek_at(1) == Some('\n') {
            return;
        }
        self.tell(Fault::Control);
        raw.push(' ');
    }

    fn quotes(&mut self, opened: (usize, usize), opening: char, closing: char) {
        let wide: String = [opening, closing].into_iter().filter(|it| *it != '"').collect();
        if !wide.is_empty() {
            let at = if opening == '"' { self.cursor.place() } else { opened };
            self.tell_at(at, Fault::WideQuote(wide));
        }
    }

    /// True where behind the mark at the cursor stands what follows a text: a comma, a colon, a bracket, the end of line.
    fn is_end_behind(&self) -> bool {
        let mut rest = self.cursor.rest_of_line().iter().skip(1).skip_while(|it| it.is_whitespace());
        rest.next().is_none_or(|it| ",，:：}｝]］】".contains(*it))
    }

    /// True where `"` opened, and a `"` that ends a text stands later in the line, before any that begins one.
    fn closes_later(&self, opening: char) -> bool {
        if opening != '"' {
            return false;
        }
        let rest = self.cursor.rest_of_line();
        let Some(next) = rest.iter().position(|it| *it == '"') else { return false };
        let mut behind = rest.iter().skip(next + 1).skip_while(|it| it.is_whitespace());
        behind.next().is_none_or(|it| ",，:：}｝]］】".contains(*it)) && !begins_text(rest, next)
    }

    /// At the end of a line inside of a text: true where the text is closed in the next line.
    fn goes_on(&self) -> bool {
        let line = self.cursor.next_line();
        let begins = line.iter().find(|it| !it.is_whitespace());
        if begins.is_none_or(|it| is_quote(*it) || "{}[]".contains(*it)) {
            return false;
        }
        let Some(quote) = line.iter().position(|it| *it == '"') else { return false };
        let mut behind = line.iter().skip(quote + 1).skip_while(|it| it.is_whitespace());
        behind.next().is_none_or(|it| ",，}｝]］】".contains(*it))
    }

    /// The text that was written, with what stands for something else read.
    fn unescaped(&mut self, opened: (usize, usize), raw: &str) -> String {
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

/// True where the quotation mark at this place stands behind a comma, a colon or an opening bracket: it opens a text.
fn begins_text(line: &[char], at: usize) -> bool {
    let before = line[..at].iter().rev().find(|it| !it.is_whitespace());
    before.is_some_and(|it| ",，:：{｛[［【".contains(*it))
}
