//! Where everything in a JSON text stands, by JSON pointer. Filled in by [`super::json`]; judges nothing.

use std::collections::HashMap;

/// Line and column, from 1, in characters.
pub(super) type LineColumn = (usize, usize);

/// Where everything in a JSON text stands.
#[derive(Debug, Default)]
pub(super) struct Places {
    places: HashMap<String, LineColumn>,
    /// Pointers to keys that stand twice in one object, each where it stands again.
    pub(super) repeated: Vec<String>,
}

impl Places {
    /// Notes where something stands. What stands twice is found where it stands last, as its value is.
    pub(super) fn note(&mut self, pointer: &str, at: LineColumn) {
        self.places.insert(pointer.to_owned(), at);
    }

    /// What stands at one place, and everything below it, is looked for at another as well.
    pub(super) fn also_at(&mut self, here: &str, there: &str) {
        let below = |(pointer, at): (&String, &LineColumn)| {
            let rest = pointer.strip_prefix(here).filter(|it| it.is_empty() || it.starts_with('/'))?;
            Some((format!("{there}{rest}"), *at))
        };
        let copies: Vec<(String, LineColumn)> = self.places.iter().filter_map(below).collect();
        self.places.extend(copies);
    }

    /// True where something stands there.
    pub(super) fn has(&self, pointer: &str) -> bool {
        self.places.contains_key(pointer)
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

/// True where a pointer is one of these or lies below one.
pub(super) fn is_under(pointer: &str, of: &[String]) -> bool {
    let below =
        |it: &String| pointer.strip_prefix(it).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    of.iter().any(below)
}
