//! Reads JSON as people write it: full-width marks, forgotten commas and open quotation marks are told, each with its place,
//! and read as what was meant. Of well-formed JSON it reads what any parser reads. Knows no report.

mod cursor;
mod fault;
mod scalar;
mod string;

use super::place::{LineColumn, Places, escape};
use crate::text::is_hanzi;
use cursor::Cursor;
pub(super) use fault::Fault;
use serde_json::{Map, Value};

/// Brackets in brackets, so deep: more than any report has, and no deeper than the stack allows.
const DEEPEST: usize = 60;

/// More faults are not kept: the text is something else than JSON.
const MOST: usize = 100_000;

/// A text that was read.
#[derive(Debug)]
pub(super) struct Json {
    /// What it says, as far as it can be told.
    pub(super) value: Value,
    /// Where everything stands.
    pub(super) places: Places,
    /// What is written wrong, in the order of the text.
    pub(super) faults: Vec<(LineColumn, Fault)>,
}

/// Reads a text. Any text gives something; look at the faults first.
pub(super) fn read(text: &str) -> Json {
    let mut reader = Reader {
        cursor: Cursor::new(text),
        places: Places::default(),
        faults: Vec::new(),
        open: Vec::new(),
        unclosed: Vec::new(),
        took_comma: false,
        pointer: String::new(),
    };
    reader.skip_space();
    if let Some(fault) = reader.of_all() {
        let at = reader.cursor.place();
        return Json { value: Value::Null, places: Places::default(), faults: vec![(at, fault)] };
    }
    let value = reader.value();
    reader.skip_space();
    if reader.cursor.peek().is_some() {
        reader.tell(Fault::Rest);
    }
    reader.tell_unclosed();
    let Reader { places, mut faults, .. } = reader;
    faults.sort_by_key(|it| it.0);
    Json { value, places, faults }
}

/// A text that is being read, what was found in it, and what is open around the cursor.
pub(super) struct Reader {
    cursor: Cursor,
    places: Places,
    faults: Vec<(LineColumn, Fault)>,
    /// The closing brackets that are waited for, the next one last.
    open: Vec<char>,
    /// The brackets that are open at the end of the text, the inmost first.
    unclosed: Vec<(LineColumn, char)>,
    /// True where a list ended without its bracket, and the comma behind it was read already.
    took_comma: bool,
    pointer: String,
}

/// What stands between two members of an object or a list.
enum Between {
    /// Another one.
    Member,
    /// The end.
    End,
}

impl Reader {
    fn tell(&mut self, fault: Fault) {
        self.tell_at(self.cursor.place(), fault);
    }

    fn tell_at(&mut self, at: LineColumn, fault: Fault) {
        if self.faults.len() < MOST {
            self.faults.push((at, fault));
        }
    }

    /// What the text is where it is no JSON of any kind.
    fn of_all(&self) -> Option<Fault> {
        match self.cursor.peek() {
            None => Some(Fault::Empty),
            Some('<') => Some(Fault::Html),
            Some(letter) if is_hanzi(letter) => Some(Fault::PlainText),
            _ => None,
        }
    }

    /// One bracket is missing at its end; several, and the text is cut off.
    fn tell_unclosed(&mut self) {
        match self.unclosed.as_slice() {
            [] => {}
            [(at, closing)] => self.tell_at(*at, Fault::Unclosed(*closing)),
            several => {
                let missing = several.iter().map(|it| it.1).collect();
                self.tell(Fault::CutOff(missing));
            }
        }
    }

    /// Steps over blanks, over comments and over what looks like a blank.
    fn skip_space(&mut self) {
        while let Some(letter) = self.cursor.peek() {
            match letter {
                ' ' | '\t' | '\n' | '\r' => drop(self.cursor.next()),
                '\u{feff}' | '\u{200b}' | '\u{3000}' | '\u{a0}' => {
                    self.tell(Fault::StrangeSpace);
                    self.cursor.skip(|it| matches!(it, '\u{feff}' | '\u{200b}' | '\u{3000}' | '\u{a0}'));
                }
                '/' if matches!(self.cursor.peek_at(1), Some('/' | '*')) => {
                    self.tell(Fault::Comment);
                    self.cursor.skip_comment();
                }
                _ => return,
            }
        }
    }

    fn value(&mut self) -> Value {
        let at = self.cursor.place();
        if !self.places.has(&self.pointer) {
            self.places.note(&self.pointer, at);
        }
        match self.cursor.peek() {
            Some('{' | '｛') => self.inside('}', Self::object),
            Some('[' | '［' | '【') => self.inside(']', Self::array),
            Some(quote) if string::is_quote(quote) => Value::String(self.string()),
            _ => self.bare(),
        }
    }

    /// What stands in a bracket.
    fn inside(&mut self, closing: char, read: fn(&mut Self) -> Value) -> Value {
        if self.open.len() >= DEEPEST {
            self.tell(Fault::TooDeep);
            self.cursor.skip(|_| true);
            return Value::Null;
        }
        if let Some(wide) = self.cursor.peek().filter(|it| !it.is_ascii()) {
            self.tell(Fault::WideBracket(wide));
        }
        let opened = self.cursor.place();
        self.cursor.next();
        self.open.push(closing);
        let value = read(self);
        if self.open.pop().is_some() && self.cursor.peek().is_none() && !self.cursor.is_closed(closing) {
            self.unclosed.push((opened, closing));
        }
        value
    }

    fn object(&mut self) -> Value {
        let mut map = Map::new();
        let mut behind = None;
        while let Between::Member = self.between(&mut behind) {
            let at = self.cursor.place();
            let Some(key) = self.key() else { continue };
            self.colon();
            let before = self.pointer.len();
            self.pointer.push('/');
            self.pointer.push_str(&escape(&key));
            if self.places.has(&self.pointer) {
                self.places.repeated.push(self.pointer.clone());
            }
            self.places.note(&self.pointer, at);
            let value = self.member();
            self.pointer.truncate(before);
            map.insert(key, value);
            behind = Some(self.cursor.place());
        }
        Value::Object(map)
    }

    fn array(&mut self) -> Value {
        let mut items = Vec::new();
        let mut behind = None;
        while let Between::Member = self.between(&mut behind) {
            let before = self.pointer.len();
            self.pointer.push_str(&format!("/{}", items.len()));
            let value = self.member();
            self.pointer.truncate(before);
            items.push(value);
            behind = Some(self.cursor.place());
        }
        Value::Array(items)
    }

    /// A value; where none stands, that is told.
    fn member(&mut self) -> Value {
        self.skip_space();
        match self.cursor.peek() {
            None | Some(',' | '，' | '}' | '｝' | ']' | '］' | '】') => {
                self.tell(Fault::MissingValue);
                Value::Null
            }
            _ => self.value(),
        }
    }

    /// Steps to the next member. `behind` is where the last one ended, if a comma is still due behind it.
    fn between(&mut self, behind: &mut Option<LineColumn>) -> Between {
        let mut comma = None;
        if std::mem::take(&mut self.took_comma) {
            *behind = None;
        }
        loop {
            self.skip_space();
            let at = self.cursor.place();
            match self.cursor.peek() {
                None => return Between::End,
                Some(',') if behind.is_some() => (comma, *behind) = (Some(at), None),
                Some(wide @ ('，' | '、' | ';' | '；')) => {
                    self.tell(Fault::WideComma(wide));
                    (comma, *behind) = (Some(at), None);
                }
                Some(',') => self.tell(Fault::ExtraComma),
                Some('}' | '｝' | ']' | '］' | '】') => {
                    comma.into_iter().for_each(|at| self.tell_at(at, Fault::CommaAtEnd));
                    return self.close();
                }
                Some(_) if self.is_further_out() => return self.end_without_bracket(behind.take()),
                Some(_) => {
                    behind.take().into_iter().for_each(|at| self.tell_at(at, Fault::MissingComma));
                    return Between::Member;
                }
            }
            self.cursor.next();
        }
    }

    /// Ends what has no closing bracket; `behind` is where its last member ended, if no comma stands there.
    fn end_without_bracket(&mut self, behind: Option<LineColumn>) -> Between {
        let missing = self.open.last().copied().unwrap_or(']');
        self.tell_at(behind.unwrap_or_else(|| self.cursor.place()), Fault::MissingBracket(missing));
        self.took_comma = behind.is_none();
        Between::End
    }

    /// True where what stands here belongs to what is around the own brackets: a field in a list of an object, an object
    /// between the fields of one.
    fn is_further_out(&self) -> bool {
        match self.open.as_slice() {
            [.., '}', ']'] => self.is_field(),
            [.., ']', '}'] => matches!(self.cursor.peek(), Some('{' | '｛')),
            _ => false,
        }
    }

    /// True where a text stands here with a colon behind it.
    fn is_field(&self) -> bool {
        let mut rest = self.cursor.rest_of_line();
        if !rest.next().is_some_and(string::is_quote) {
            return false;
        }
        let mut behind = rest.skip_while(|it| it.is_alphanumeric() || matches!(it, '_' | '$')).skip(1);
        matches!(behind.find(|it| !it.is_whitespace()), Some(':' | '：'))
    }

    /// At a closing bracket: takes it, unless it is that of something further out and the own one is missing.
    fn close(&mut self) -> Between {
        let Some(found) = self.cursor.peek() else { return Between::End };
        let plain = if matches!(found, '}' | '｝') { '}' } else { ']' };
        let due = self.open.last().copied().unwrap_or(plain);
        let further_out = self.open.iter().rev().skip(1).any(|it| *it == plain);
        if plain != due && further_out {
            self.tell(Fault::MissingBracket(due));
            return Between::End;
        }
        if plain != due {
            self.tell(Fault::WrongBracket(found, due));
        } else if found != plain {
            self.tell(Fault::WideBracket(found));
        }
        self.cursor.next();
        self.cursor.close(due);
        Between::End
    }

    /// The name of a field; nothing where what stands there is none, which is then stepped over.
    fn key(&mut self) -> Option<String> {
        match self.cursor.peek()? {
            quote if string::is_quote(quote) => Some(self.string()),
            letter if letter.is_alphanumeric() || letter == '$' || letter == '_' => {
                let at = self.cursor.place();
                let key = self.cursor.take(|it| it.is_alphanumeric() || it == '_' || it == '$');
                self.tell_at(at, Fault::BareKey(key.clone()));
                Some(key)
            }
            letter => {
                self.tell(Fault::Strange(letter));
                self.cursor.next();
                self.cursor.skip(|it| !matches!(it, '"' | ',' | '，' | '}' | ']' | '\n'));
                None
            }
        }
    }

    fn colon(&mut self) {
        self.skip_space();
        match self.cursor.peek() {
            Some(':') => {}
            Some(wide @ ('：' | '=' | '＝')) => self.tell(Fault::WideColon(wide)),
            _ => return self.tell(Fault::MissingColon),
        }
        self.cursor.next();
    }
}

#[cfg(test)]
mod tests;
