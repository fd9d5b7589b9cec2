//! The form in which words and texts are compared.
//! Looks no word up.

use crate::text::{fold_each, is_hanzi};

/// The form in which words are compared: folded, only characters and digits, single spaces between Latin words.
#[must_use]
pub(crate) fn key(text: &str) -> Vec<char> {
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
