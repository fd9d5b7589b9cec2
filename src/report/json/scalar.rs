//! Values without quotation marks: numbers, true, false, null; and what was meant to be text.

use super::{Fault, Reader};
use serde_json::Value;

impl Reader {
    /// Reads up to the next mark, and says what that is.
    pub(super) fn bare(&mut self) -> Value {
        let at = self.cursor.place();
        let ends = |it: char| it.is_whitespace() || ",，、}｝]］】:：\"“”".contains(it);
        let text = self.cursor.take(|it| !ends(it));
        if text.is_empty() {
            match self.cursor.next() {
                None => self.tell_at(at, Fault::Empty),
                Some(letter) => self.tell_at(at, Fault::Strange(letter)),
            }
            return Value::Null;
        }
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            return value;
        }
        let plain: String = text.chars().map(narrow).collect();
        if let Some(number) = serde_json::from_str::<Value>(&plain).ok().filter(Value::is_number) {
            self.tell_at(at, Fault::WideDigits(text));
            return number;
        }
        self.tell_at(at, Fault::BareText(text.clone()));
        Value::String(text)
    }
}

/// A digit or point of full width as that of a number.
fn narrow(letter: char) -> char {
    match letter {
        '０'..='９' => char::from_u32(letter as u32 - '０' as u32 + '0' as u32).unwrap_or(letter),
        '．' => '.',
        '－' => '-',
        _ => letter,
    }
}
