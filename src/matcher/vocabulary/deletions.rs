//! Words one slip away, by deletion keys.
//! Finds candidates; whether one is meant, [`crate::matcher::tokenize::lattice`] decides.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Words shorter than this never match with a slip: too much would.
const SHORTEST_SLIP: usize = 3;

/// Words by what one slip may make of them.
#[derive(Debug, Default)]
pub(crate) struct ByEdit {
    words: FxHashMap<u64, Vec<TermId>>,
    /// A bit for every key of `words`: nearly all keys of a question are of no word, which a bit tells sooner than a map.
    marks: Vec<u64>,
    asks: Vec<(TermId, [char; 2])>,
}

impl ByEdit {
    /// Of all words but mere n-grams of text.
    pub(crate) fn of(words: &Vocabulary) -> Self {
        let marks = if words.is_layer() { OWN_MARKS } else { MARKS };
        let mut edits = Self { marks: vec![0; marks / 64], ..Self::default() };
        for id in words.mistypable() {
            let text = words.text(id);
            edits.add(id, text);
            if let ([first, last], true) = (text, words.roles(id).contains(&Role::Cue(Cue::HowMany))) {
                edits.asks.push((id, [*first, *last]));
            }
        }
        edits
    }

    fn add(&mut self, id: TermId, text: &[char]) {
        if text.len() >= SHORTEST_SLIP {
            let mut deletions = Deletions::default();
            text.iter().for_each(|letter| deletions.push(*letter));
            deletions.keys().for_each(|key| {
                let (word, bit) = self.mark(key);
                self.marks[word] |= bit;
                self.words.entry(key).or_default().push(id);
            });
        }
    }

    /// The place of a key's bit: by its upper bits, which depend on all characters.
    fn mark(&self, key: u64) -> (usize, u64) {
        let place = usize::try_from(key >> 45).unwrap_or_default() % (self.marks.len() * 64);
        (place / 64, 1 << (place % 64))
    }

    /// The question word of two characters that these are with one of them wrong: 多缺 before a measure word is 多少.
    pub(crate) fn asking(&self, typed: [char; 2]) -> Option<TermId> {
        let differ = |known: &[char; 2]| (known[0] == typed[0]) != (known[1] == typed[1]);
        self.asks.iter().find(|(_, known)| differ(known)).map(|(id, _)| *id)
    }

    /// Words that one slip (a character wrong, dropped, doubled or swapped) may have turned into this text.
    /// Each is to be checked: the keys are coarse.
    pub(crate) fn within_one_edit<'a>(&'a self, text: &'a Deletions) -> impl Iterator<Item = TermId> + 'a {
        let is_marked = |key: &u64| {
            let (word, bit) = self.mark(*key);
            self.marks[word] & bit != 0
        };
        text.keys().filter(is_marked).filter_map(|key| self.words.get(&key)).flatten().copied()
    }
}

/// Bits of [`ByEdit::marks`]: 64 KiB, some ten for each key of a report and the words that all share.
const MARKS: usize = 1 << 19;
/// The same for the names of one report alone: 8 KiB.
const OWN_MARKS: usize = 1 << 16;

/// A key for a text and one for the text without each one of its characters; they grow with the text. Each is a
/// polynomial, so that one character more is one multiplication.
#[derive(Debug, Default)]
pub(crate) struct Deletions {
    whole: u64,
    without: SmallVec<[u64; 12]>,
}

impl Deletions {
    /// One character more.
    pub(crate) fn push(&mut self, letter: char) {
        let grown = |key: u64| key.wrapping_mul(BASE).wrapping_add(u64::from(letter)).wrapping_add(1);
        self.without.iter_mut().for_each(|key| *key = grown(*key));
        self.without.push(self.whole);
        self.whole = grown(self.whole);
    }

    fn keys(&self) -> impl Iterator<Item = u64> + '_ {
        std::iter::once(self.whole).chain(self.without.iter().copied())
    }
}

/// An odd number without a pattern in its bits: 2^64 divided by the golden ratio.
pub(super) const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
