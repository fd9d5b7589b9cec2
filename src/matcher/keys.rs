//! The form in which words and texts are compared, and the texts of the reports in it: each folded once, however many
//! documents it stands with.
//! Looks no word up: that is [`super::index`]'s.

use super::grams::longest_piece;
use super::texts::{Field, Known};
use crate::text::{fold_each, is_hanzi};
use rustc_hash::FxHashMap;

/// The form in which words are compared: folded, only characters and digits, single spaces between Latin words.
#[must_use]
pub(super) fn key(text: &str) -> Vec<char> {
    // Three bytes a character, and not one growth for what is typed in Latin letters.
    let mut kept: Vec<char> = Vec::with_capacity(text.len() / 2 + 4);
    fold_each(text, |letter| match letter {
        ' ' | '-' | '\'' if kept.last().is_some_and(char::is_ascii_alphanumeric) => kept.push(letter),
        _ if is_hanzi(letter) => {
            if kept.last() == Some(&' ') {
                kept.pop();
            }
            kept.push(letter);
        }
        _ if letter.is_ascii_alphanumeric() => kept.push(letter),
        _ => {}
    });
    while kept.last().is_some_and(|last| matches!(last, ' ' | '-' | '\'')) {
        kept.pop();
    }
    kept
}

/// A text of the reports.
#[derive(Debug)]
pub(super) struct Text {
    /// Its characters, as compared.
    pub key: Vec<char>,
    /// The longest piece of it that is a word of its own.
    pub longest: usize,
}

/// All texts of the reports, by number and by what they say.
#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    numbers: FxHashMap<&'a str, usize>,
    /// Each text once.
    pub texts: Vec<Text>,
    /// For each document the numbers of its texts, with where they stand.
    pub docs: Vec<Vec<(Field, usize)>>,
}

/// A text stands with at least this many documents on average: those of its initiative.
const SHARED: usize = 4;

impl<'a> Keys<'a> {
    /// Folds the texts of these documents.
    pub(super) fn of(known: &[Known<'a>]) -> Self {
        let room: usize = known.iter().map(|(.., texts)| texts.len()).sum();
        let numbers = FxHashMap::with_capacity_and_hasher(room / SHARED, rustc_hash::FxBuildHasher);
        let mut keys = Self { numbers, ..Self::default() };
        for (.., texts) in known {
            let numbers = texts.iter().map(|(field, text)| (*field, keys.add(*field, text))).collect();
            keys.docs.push(numbers);
        }
        keys
    }

    fn add(&mut self, field: Field, text: &'a str) -> usize {
        let number = *self.numbers.entry(text).or_insert_with(|| {
            self.texts.push(Text { key: key(text), longest: 0 });
            self.texts.len() - 1
        });
        let longest = &mut self.texts[number].longest;
        *longest = longest_piece(field).max(*longest);
        number
    }

    /// The characters of a text that stands with a document.
    pub(super) fn key(&self, text: &str) -> &[char] {
        self.numbers.get(text).map_or(&[], |number| &self.texts[*number].key)
    }
}
