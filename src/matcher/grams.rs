//! The pieces of a report's texts that may be words: two to four characters side by side.
//! Notes not where they stand: that is [`super::index`]'s.

use super::cue::Cue;
use super::role::Role;
use super::texts::Field;
use super::trie::TermId;
use super::vocabulary::{Vocabulary, key};
use crate::text::is_hanzi;
use rustc_hash::FxHashSet;

/// The longest piece of a text that is a word of its own: four characters of a name, two of a sentence.
pub(super) fn longest_piece(field: Field) -> usize {
    match field {
        Field::Label | Field::Bound | Field::Name | Field::Other => 4,
        Field::Heading => 3,
        Field::Text => 2,
    }
}

/// Names and headings stand as a whole; every text stands by its pieces too.
pub(super) fn add_words(text: &str, longest: usize, particles: &FxHashSet<char>, words: &mut Vocabulary) {
    let text = key(text);
    if longest > 2 && text.len() >= 2 {
        words.add_key(&text, Role::Name);
    }
    let is_word = |letter: &char| is_hanzi(*letter) && !particles.contains(letter);
    let clean: Vec<bool> = text.iter().map(is_word).collect();
    let asked = question_words(&text, words);
    for size in 2..=longest.min(4) {
        for (start, piece) in text.windows(size).enumerate() {
            let end = start + size;
            let is_clean = clean[start..end].iter().all(|it| *it);
            let asks = asked.iter().any(|(from, to)| start <= *from && *to <= end);
            if is_clean && !asks && words.get(piece).is_none() {
                words.add_key(piece, Role::Gram);
            }
        }
    }
}

/// Where question words stand in a text, as aliases such as 信箱有几种 hold them: a piece with one would hide the question.
fn question_words(text: &[char], words: &Vocabulary) -> Vec<(usize, usize)> {
    let is_ask =
        |term: TermId| words.roles(term).iter().any(|it| matches!(it, Role::Cue(Cue::HowMany | Cue::Which)));
    let from = |start: usize| words.prefixes(&text[start..]).map(move |it| (start, it));
    let all = (0..text.len()).flat_map(from);
    all.filter(|(_, (_, term))| is_ask(*term)).map(|(start, (length, _))| (start, start + length)).collect()
}
