//! Words of the same sound.
//! Finds candidates; whether one is meant, [`crate::matcher::tokenize::lattice`] decides.

use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::deletions::BASE;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::pinyin;
use rustc_hash::FxHashMap;

/// Words by their sound.
#[derive(Debug, Default)]
pub(crate) struct BySound {
    words: FxHashMap<u64, Vec<TermId>>,
}

impl BySound {
    /// Of all words but mere n-grams of text.
    pub(crate) fn of(words: &Vocabulary) -> Self {
        let mut sounds = Self::default();
        words.mistypable().for_each(|id| sounds.add(id, words.text(id)));
        sounds
    }

    fn add(&mut self, id: TermId, text: &[char]) {
        let mut sound = Sounding::default();
        text.iter().for_each(|letter| sound.push(Heard::of(*letter)));
        if let Some(key) = sound.key.filter(|_| text.len() >= 2) {
            self.words.entry(key).or_default().push(id);
        }
    }

    /// Words that sound like these characters, southern speakers included.
    pub(crate) fn alike(&self, sound: Sounding) -> &[TermId] {
        sound.key.and_then(|key| self.words.get(&key)).map_or(&[], Vec::as_slice)
    }
}

/// How a text sounds as one number, by first readings and southern ears; grows with the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sounding {
    /// Nothing where a character has no reading.
    key: Option<u64>,
}

impl Default for Sounding {
    fn default() -> Self {
        Self { key: Some(1) }
    }
}

impl Sounding {
    /// One character more.
    pub(crate) fn push(&mut self, Heard(sound): Heard) {
        self.key = self.key.zip(sound).map(|(key, sound)| mix(key, u64::from(sound)));
    }
}

/// How one character sounds to southern ears; nothing where it has no reading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard(Option<u16>);

impl Heard {
    /// By its first reading.
    pub(crate) fn of(letter: char) -> Self {
        Self(pinyin::sounds(letter).first().map(|sound| sound.fuzzy))
    }
}

fn mix(key: u64, more: u64) -> u64 {
    (key.rotate_left(7) ^ more).wrapping_mul(BASE)
}
