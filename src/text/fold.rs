//! Folds a text to the one form in which texts are compared. What comes out is never shown to anybody.
//!
//! One pass, each character through the same steps in this order: width, noise, case, traditional → simplified,
//! punctuation. Then what only neighbours can decide: runs of spaces, repeated marks, lists of numbers.

mod marks;
mod noise;
mod simplified;

use marks::Mark;
pub use noise::is_invisible;
use std::cell::Cell;

/// Folds `text`: full width becomes half width, capitals small, traditional characters simplified, tone letters plain;
/// invisible characters, emoji, quotes and book-title marks disappear; every kind of comma is `,`, every full stop `.`,
/// every dash `-`; brackets and white space become single spaces, none at either end; a repeated mark stands once.
///
/// Folding twice is folding once, and there are never more characters than before. `%` `+` `-` `*` `/` `.` stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_each(text, |c| folded.push(c));
    folded
}

/// Gives every character of the folded text to `put`, in order: see [`fold`]. For those who would not keep the text.
pub fn fold_each(text: &str, put: impl FnMut(char)) {
    let mut folding = Folding { put, last: ' ', begun: false, space: false };
    text.chars().for_each(|c| folding.take(c));
}

/// Folds `text` and says for each character that comes out which character of `text`, counted from 0, it was made of.
pub fn fold_with_positions(text: &str) -> (Vec<char>, Vec<usize>) {
    let at = Cell::new(0);
    let (mut folded, mut positions) =
        (Vec::with_capacity(text.len() / 2), Vec::with_capacity(text.len() / 2));
    let put = |c| {
        folded.push(c);
        positions.push(at.get());
    };
    let mut folding = Folding { put, last: ' ', begun: false, space: false };
    for (position, c) in text.chars().enumerate() {
        at.set(position);
        folding.take(c);
    }
    (folded, positions)
}

/// Where folded characters go, with what the next one needs to know of those before it.
struct Folding<F> {
    put: F,
    last: char,
    begun: bool,
    space: bool,
}

impl<F: FnMut(char)> Folding<F> {
    fn take(&mut self, c: char) {
        match step(c) {
            Step::Nothing => {}
            Step::Space => self.space = true,
            Step::Letter(letter) => self.push(letter),
            Step::Mark(mark) => self.mark(mark),
            Step::ListMark => self.list_mark(),
        }
    }

    /// A space is written only once something follows it, so none is left at the end.
    fn push(&mut self, c: char) {
        if self.space && self.begun {
            (self.put)(' ');
        }
        (self.space, self.begun) = (false, true);
        (self.put)(c);
        self.last = c;
    }

    /// 。。。 and !!! say no more than one of them.
    fn mark(&mut self, mark: char) {
        if self.space || self.last != mark {
            self.push(mark);
        }
    }

    /// After a digit 、 must not become a comma: 300、400 are two numbers and 300,400 is one.
    fn list_mark(&mut self) {
        if self.last.is_ascii_digit() { self.space = true } else { self.mark(',') }
    }
}

/// What becomes of one character, before its neighbours are looked at.
enum Step {
    Nothing,
    Space,
    Letter(char),
    Mark(char),
    ListMark,
}

/// The steps in order. Common Hanzi and ASCII letters and digits, nearly all there is, leave early.
fn step(c: char) -> Step {
    if matches!(c, '\u{4E00}'..='\u{9FFF}') {
        return Step::Letter(simplified::simplified(c));
    }
    let c = half_width(c);
    match c {
        'a'..='z' | '0'..='9' => Step::Letter(c),
        _ if c.is_whitespace() => Step::Space,
        _ if noise::is_noise(c) => Step::Nothing,
        _ => rare_step(c),
    }
}

fn rare_step(c: char) -> Step {
    match marks::mark(c) {
        Some(Mark::One(mark)) => Step::Mark(mark),
        Some(Mark::List) => Step::ListMark,
        Some(Mark::Bracket) => Step::Space,
        Some(Mark::Quote) => Step::Nothing,
        None => Step::Letter(plain_letter(small(simplified::simplified(c)))),
    }
}

/// Full-width ASCII, as IMEs leave it behind: １２６９％ is 1269%.
fn half_width(c: char) -> char {
    match c {
        // ① to ⑨, ⓪: numbers as lists have them.
        '\u{2460}'..='\u{2468}' => char::from_u32(u32::from(c) - 0x2460 + u32::from('1')).unwrap_or(c),
        '\u{24EA}' => '0',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The first character of the small form: İ becomes i, and the dot that Unicode adds would be noise anyway.
fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Letters of tone-marked pinyin without the tone, as if the mark had been a combining one; ü is typed as v.
fn plain_letter(c: char) -> char {
    match c {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        _ => c,
    }
}

#[cfg(test)]
mod tests;
