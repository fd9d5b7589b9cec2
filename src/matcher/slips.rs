//! Words that sound like what was typed, and words one slip away from it.
//! Finds candidates; whether one is meant, [`super::lattice`] decides.

use super::cue::Cue;
use super::role::Role;
use super::trie::TermId;
use super::vocabulary::Term;
use crate::text::pinyin;
use rustc_hash::FxHashMap;

/// Words shorter than this never match with a slip: too much would.
const SHORTEST_SLIP: usize = 3;

/// Words by their sound and by what one slip may make of them.
#[derive(Debug, Default)]
pub(super) struct Slips {
    by_sound: FxHashMap<u64, Vec<TermId>>,
    by_slip: FxHashMap<u64, Vec<TermId>>,
    asks: Vec<(TermId, [char; 2])>,
}

impl Slips {
    /// Of all words but mere pieces of text.
    pub(super) fn of(terms: &[Term]) -> Self {
        let mut slips = Self::default();
        for (id, term) in terms.iter().enumerate().filter(|(_, term)| term.is_spelt() && !term.is_piece()) {
            let id = TermId::try_from(id).unwrap_or(TermId::MAX);
            slips.add(id, &term.text);
            if let ([first, last], true) = (&term.text[..], term.roles.contains(&Role::Cue(Cue::HowMany))) {
                slips.asks.push((id, [*first, *last]));
            }
        }
        slips
    }

    fn add(&mut self, id: TermId, text: &[char]) {
        if let Some(key) = sound_key(text).filter(|_| text.len() >= 2) {
            self.by_sound.entry(key).or_default().push(id);
        }
        if text.len() >= SHORTEST_SLIP {
            deletions(text).for_each(|key| self.by_slip.entry(key).or_default().push(id));
        }
    }

    /// The question word of two characters that these are with one of them wrong: 多缺 before a measure word is 多少.
    pub(super) fn asking(&self, typed: [char; 2]) -> Option<TermId> {
        let differ = |known: &[char; 2]| (known[0] == typed[0]) != (known[1] == typed[1]);
        self.asks.iter().find(|(_, known)| differ(known)).map(|(id, _)| *id)
    }

    /// Words that sound like these characters, southern speakers included.
    pub(super) fn alike(&self, text: &[char]) -> &[TermId] {
        sound_key(text).and_then(|key| self.by_sound.get(&key)).map_or(&[], Vec::as_slice)
    }

    /// Words that one slip (a character wrong, dropped, doubled or swapped) may have turned into this text.
    /// Each is to be checked: the keys are coarse.
    pub(super) fn slipped<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = TermId> + 'a {
        deletions(text).filter_map(|key| self.by_slip.get(&key)).flatten().copied()
    }
}

/// One number for how a text sounds, by first readings and southern ears; nothing where a character has no reading.
fn sound_key(text: &[char]) -> Option<u64> {
    text.iter().try_fold(text.len() as u64, |key, letter| {
        let sound = pinyin::sounds(*letter).first()?;
        Some(mix(key, u64::from(sound.fuzzy)))
    })
}

/// A key for the text itself and for the text without each one of its characters.
fn deletions(text: &[char]) -> impl Iterator<Item = u64> + '_ {
    (0..=text.len()).map(move |skip| {
        let kept = text.iter().enumerate().filter(|(at, _)| *at != skip);
        kept.fold(0, |key, (_, letter)| mix(key, u64::from(*letter)))
    })
}

fn mix(key: u64, more: u64) -> u64 {
    (key.rotate_left(7) ^ more).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
