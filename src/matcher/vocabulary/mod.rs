//! Every word the bot knows, with the roles it can play, and the ways to find it: by letters, sound, initials, edits.
//! Knows no question and no score.

pub(crate) mod deletions;
pub(crate) mod key;
pub(crate) mod phonetic;
pub(crate) mod pinyin_index;
pub(crate) mod trie;

mod building;

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::deletions::{ByEdit, Deletions};
use crate::matcher::vocabulary::phonetic::{BySound, Sounding};
use crate::matcher::vocabulary::pinyin_index::Spelling;
use crate::matcher::vocabulary::trie::{TermId, Trie};
use crate::text::is_hanzi;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::sync::OnceLock;

/// A known word.
#[derive(Debug)]
pub(crate) struct Term {
    /// Where its text stands in [`Vocabulary::letters`].
    start: u32,
    length: u32,
    /// What it can be.
    roles: SmallVec<[Role; 1]>,
}

/// A word's text while words are added: few are longer than four characters and need the heap.
type Key = SmallVec<[char; 4]>;

/// The longest term that is found by sound or with a slip; longer ones are found by their tokens.
const LONGEST: usize = 12;

/// More than a token of a report's text.
const WORD: u8 = 1;
/// A name or another place.
const TURNED_ON: u8 = 2;
/// 多少, 几.
const ASKS: u8 = 4;
/// May be typed by sound or with a slip. What only rules figures out must be typed right, or it would be found everywhere.
const SPELT: u8 = 8;
/// A part of one's own place, where 我们 stands before it.
const CIRCLE: u8 = 16;

/// What a role tells of a word, so that the word's roles, which lie far apart in memory, need not be looked at.
fn kinds(role: Role) -> u8 {
    match role {
        Role::Gram => SPELT,
        Role::Name | Role::Elsewhere => WORD | TURNED_ON | SPELT,
        Role::Circle => WORD | CIRCLE,
        Role::Cue(Cue::HowMany) => WORD | ASKS | SPELT,
        Role::Unreported(_) | Role::Time(_) | Role::Ending | Role::Kindred | Role::Fixed | Role::Speaker => {
            WORD
        }
        _ => WORD | SPELT,
    }
}

/// All known words.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    terms: Vec<Term>,
    /// For each word what is asked of it most often, a bit each: see [`kinds`].
    kinds: Vec<u8>,
    /// The texts of all words, one behind the other, as compared: folded, without punctuation.
    letters: Vec<char>,
    /// The words while they are added; empty once they are settled.
    keys: FxHashMap<Key, TermId>,
    /// All words, frozen when one is first looked up.
    trie: OnceLock<Trie>,
    /// The first characters of the words that fill a slot: few characters of a question are worth a look for one.
    slot_starts: FxHashSet<char>,
    edits: OnceLock<Approximate>,
    spelling: OnceLock<Spelling>,
}

/// The words that may be meant by what was typed otherwise.
#[derive(Debug)]
pub(crate) struct Approximate {
    sounds: BySound,
    edits: ByEdit,
}

impl Approximate {
    /// Words that sound like these characters, southern speakers included.
    pub(crate) fn alike(&self, sound: Sounding) -> &[TermId] {
        self.sounds.alike(sound)
    }

    /// Words that one slip may have turned into this text. Each is to be checked: the keys are coarse.
    pub(crate) fn within_one_edit<'a>(&'a self, text: &'a Deletions) -> impl Iterator<Item = TermId> + 'a {
        self.edits.within_one_edit(text)
    }

    /// The question word of two characters that these are with one of them wrong.
    pub(crate) fn asking(&self, typed: [char; 2]) -> Option<TermId> {
        self.edits.asking(typed)
    }
}

impl Vocabulary {
    /// The text of the word with this number, as compared: folded, without punctuation.
    #[must_use]
    pub(crate) fn text(&self, id: TermId) -> &[char] {
        let Term { start, length, .. } = &self.terms[id as usize];
        &self.letters[*start as usize..][..*length as usize]
    }

    /// The numbers of all words.
    pub(crate) fn all(&self) -> impl Iterator<Item = TermId> + use<> {
        0..self.next()
    }

    /// The roles of the word with this number.
    #[must_use]
    pub(crate) fn roles(&self, id: TermId) -> &[Role] {
        &self.terms[id as usize].roles
    }

    /// The words that `text` begins with, shortest first.
    pub(crate) fn prefixes<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, TermId)> + 'a {
        self.trie().common_prefix_search(text)
    }

    /// The word that is exactly this folded text.
    #[must_use]
    pub(crate) fn get(&self, text: &[char]) -> Option<TermId> {
        self.trie().exact_match(text)
    }

    /// Freezes the words when one is first looked up; from then on none may be added.
    fn trie(&self) -> &Trie {
        let text = |id: TermId| self.text(id).iter().collect();
        self.trie.get_or_init(|| Trie::of(self.all().map(|id| (text(id), id))))
    }

    /// True where a word for a time or a place may begin with this character.
    #[must_use]
    pub(crate) fn may_fill_slot(&self, first: char) -> bool {
        self.slot_starts.contains(&first)
    }

    /// How many words there are.
    #[must_use]
    pub(crate) fn count(&self) -> usize {
        self.terms.len()
    }

    /// The words of the same sound and those one slip away; made when first needed.
    pub(crate) fn approximate(&self) -> &Approximate {
        self.edits.get_or_init(|| Approximate { sounds: BySound::of(self), edits: ByEdit::of(self) })
    }

    /// The words by their pinyin and initials; made when first needed.
    pub(crate) fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(self))
    }

    /// True where the word is a mere n-gram of a report's text.
    #[must_use]
    pub(crate) fn is_ngram(&self, id: TermId) -> bool {
        self.kinds[id as usize] & WORD == 0
    }

    /// True for a name or another place: what a question turns on.
    #[must_use]
    pub(crate) fn is_turned_on(&self, id: TermId) -> bool {
        self.kinds[id as usize] & TURNED_ON != 0
    }

    /// True where it may be a part of one's own place.
    #[must_use]
    pub(crate) fn is_circle(&self, id: TermId) -> bool {
        self.kinds[id as usize] & CIRCLE != 0
    }

    /// True where it may ask for a number.
    #[must_use]
    pub(crate) fn asks(&self, id: TermId) -> bool {
        self.kinds[id as usize] & ASKS != 0
    }

    /// True where it can be typed in letters: Chinese characters, and the letters of a name such as UP学习社.
    pub(crate) fn is_spoken(&self, id: TermId) -> bool {
        let text = self.text(id);
        if self.kinds[id as usize] & SPELT == 0 {
            return false;
        }
        let known = |it: &char| is_hanzi(*it) || it.is_ascii_alphabetic();
        text.len() <= LONGEST && text.iter().any(|it| is_hanzi(*it)) && text.iter().all(known)
    }

    /// The words that are found by sound and with a slip: all but mere n-grams of text.
    pub(crate) fn mistypable(&self) -> impl Iterator<Item = TermId> + '_ {
        self.all().filter(|id| self.is_pinyin(*id) && !self.is_ngram(*id))
    }

    /// True where only Chinese characters stand in it, not too many to be typed in one go.
    pub(crate) fn is_pinyin(&self, id: TermId) -> bool {
        self.kinds[id as usize] & SPELT != 0
            && self.text(id).len() <= LONGEST
            && self.text(id).iter().all(|it| is_hanzi(*it))
    }
}
