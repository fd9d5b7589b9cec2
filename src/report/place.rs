//! JSON pointers to lines and columns: a scan of a text that is known to be well-formed JSON.
//! Judges nothing but one thing that a parser hides: a key that stands twice in one object.

use std::collections::HashMap;
use std::iter::Peekable;
use std::str::Chars;

/// Line and column, from 1, in characters.
pub(super) type LineColumn = (usize, usize);

/// Where everything in a JSON text stands.
#[derive(Debug, Default)]
pub(super) struct Places {
    places: HashMap<String, LineColumn>,
    /// Keys that stand twice in one object.
    pub(super) repeated: Vec<(String, LineColumn)>,
}

impl Places {
    /// Scans a text. Anything but well-formed JSON gives places of no use, never a panic.
    pub(super) fn of(text: &str) -> Self {
        let mut scanner = Scanner { rest: text.chars().peekable(), at: (1, 1), found: Self::default() };
        scanner.value(&mut String::new());
        scanner.found
    }

    /// Where the thing stands that the pointer names, or the nearest one around it: a field by its key.
    pub(super) fn locate(&self, pointer: &str) -> LineColumn {
        let mut pointer = pointer;
        loop {
            if let Some(place) = self.places.get(pointer) {
                return *place;
            }
            match pointer.rsplit_once('/') {
                Some((parent, _)) => pointer = parent,
                None => return (1, 1),
            }
        }
    }
}

/// A JSON pointer's form of a key.
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

struct Scanner<'a> {
    rest: Peekable<Chars<'a>>,
    at: LineColumn,
    found: Places,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<char> {
        let letter = self.rest.next()?;
        self.at = if letter == '\n' { (self.at.0 + 1, 1) } else { (self.at.0, self.at.1 + 1) };
        Some(letter)
    }

    fn skip(&mut self, unwanted: impl Fn(char) -> bool) {
        while self.rest.peek().is_some_and(|&it| unwanted(it)) {
            self.next();
        }
    }

    fn value(&mut self, pointer: &mut String) {
        self.skip(char::is_whitespace);
        self.found.places.entry(pointer.clone()).or_insert(self.at);
        match self.rest.peek() {
            Some('{') => self.object(pointer),
            Some('[') => self.array(pointer),
            Some('"') => drop(self.string()),
            _ => self.skip(|it| !matches!(it, ',' | ']' | '}') && !it.is_whitespace()),
        }
    }

    fn object(&mut self, pointer: &mut String) {
        self.next();
        while self.another('}') {
            let at = self.at;
            let key = escape(&self.string());
            self.skip(|it| it.is_whitespace() || it == ':');
            self.child(pointer, &key, at);
        }
    }

    fn array(&mut self, pointer: &mut String) {
        self.next();
        let mut number = 0;
        while self.another(']') {
            let at = self.at;
            self.child(pointer, &number.to_string(), at);
            number += 1;
        }
    }

    /// Steps to the next member; false at the closing bracket (which it takes) and at the end of the text.
    fn another(&mut self, closing: char) -> bool {
        self.skip(|it| it.is_whitespace() || it == ',');
        match self.rest.peek() {
            None => false,
            Some(&letter) if letter == closing => {
                self.next();
                false
            }
            Some(_) => true,
        }
    }

    fn child(&mut self, pointer: &mut String, key: &str, at: LineColumn) {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(key);
        if self.found.places.insert(pointer.clone(), at).is_some() {
            self.found.repeated.push((pointer.clone(), at));
        }
        let before = self.at;
        self.value(pointer);
        pointer.truncate(length);
        if self.at == before {
            self.next();
        }
    }

    /// Reads a string with its quotes.
    fn string(&mut self) -> String {
        let mut raw = String::from("\"");
        self.next();
        while let Some(letter) = self.next() {
            raw.push(letter);
            match letter {
                '"' => break,
                '\\' => raw.extend(self.next()),
                _ => {}
            }
        }
        serde_json::from_str(&raw).unwrap_or(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn a_pointer_finds_its_key() {
        let places = Places::of("{\n  \"名字\": [\n    \"甲\", {\"x\\\"/\": 1.5}\n  ]\n}");
        assert_eq!(places.locate(""), (1, 1));
        assert_eq!(places.locate("/名字"), (2, 3));
        assert_eq!(places.locate("/名字/0"), (3, 5));
        assert_eq!(places.locate("/名字/1/x\"~1"), (3, 11));
        assert_eq!(places.locate("/名字/1/missing"), (3, 10));
    }

    #[test]
    fn a_key_that_stands_twice_is_told() {
        let places = Places::of("{\"a\": 1,\n \"a\": 2}");
        assert_eq!(places.repeated, [("/a".to_owned(), (2, 2))]);
    }

    #[test]
    fn what_is_no_json_does_not_panic() {
        for text in ["", "{", "[", "{]", "[}", "{\"a", "{\"a\":", "[1,,", "}{", "[\"\\", ":::", "{1:2}"] {
            Places::of(text);
        }
    }
}
