//! Every word the bot knows, with the roles it can play, and the ways to find it: by letters, sound, initials, edits.
//! Knows no question and no score.

pub(crate) mod deletions;
pub(crate) mod key;
pub(crate) mod layer;
pub(crate) mod letters;
pub(crate) mod phonetic;
pub(crate) mod pinyin_index;
pub(crate) mod trie;

mod building;

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::deletions::{ByEdit, Deletions};
use crate::matcher::vocabulary::layer::Layer;
use crate::matcher::vocabulary::phonetic::{BySound, Sounding};
use crate::matcher::vocabulary::pinyin_index::Spelling;
use crate::matcher::vocabulary::trie::{TermId, Trie};
use crate::text::is_hanzi;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::borrow::Cow;
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

/// The bits above, of one word.
type Kinds = u8;

/// What the roles of a word tell of it.
fn kinds_of(roles: &[Role]) -> Kinds {
    roles.iter().fold(0, |all, it| all | kinds(*it))
}

/// What a role tells of a word, so that the word's roles, which lie far apart in memory, need not be looked at.
fn kinds(role: Role) -> Kinds {
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
    members: OnceLock<Members>,
    /// Where these are the words of one report over others: nothing stands in the fields above but what is made when needed.
    layer: Option<Layer>,
}

/// The words that may be meant by what was typed otherwise.
#[derive(Debug)]
struct Approximate {
    sounds: BySound,
    edits: ByEdit,
}

/// The words that a text begins with: as a trie is walked, or found all at once.
enum Prefixes<W> {
    Walked(W),
    /// On the heap: an iterator with room of its own would cost every walk.
    Found(std::vec::IntoIter<(usize, TermId)>),
}

impl<W: Iterator<Item = (usize, TermId)>> Iterator for Prefixes<W> {
    type Item = (usize, TermId);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Walked(walk) => walk.next(),
            Self::Found(found) => found.next(),
        }
    }
}

/// Words by what they share.
#[derive(Debug, Default)]
struct Members {
    groups: FxHashMap<usize, Vec<TermId>>,
    scopes: FxHashMap<usize, Vec<TermId>>,
}

impl Members {
    fn of(words: &Vocabulary) -> Self {
        let mut members = Self::default();
        for id in words.all() {
            for role in words.roles(id) {
                match role {
                    Role::Group(at) | Role::Unreported(at) => {
                        members.groups.entry(*at).or_default().push(id);
                    }
                    Role::Scope(at) => members.scopes.entry(*at).or_default().push(id),
                    _ => {}
                }
            }
        }
        members
    }
}

impl Vocabulary {
    /// The text of the word with this number, as compared: folded, without punctuation.
    #[must_use]
    pub(crate) fn text(&self, id: TermId) -> &[char] {
        match self.terms.get(id as usize) {
            Some(Term { start, length, .. }) => &self.letters[*start as usize..][..*length as usize],
            None => self.layer.as_ref().map_or(&[], |it| it.text(id)),
        }
    }

    /// The numbers of all words.
    pub(crate) fn all(&self) -> impl Iterator<Item = TermId> + use<> {
        0..self.next()
    }

    /// The roles of the word with this number.
    #[must_use]
    pub(crate) fn roles(&self, id: TermId) -> &[Role] {
        match self.terms.get(id as usize) {
            Some(term) => &term.roles,
            None => self.layer.as_ref().map_or(&[], |it| it.roles(id)),
        }
    }

    fn kinds(&self, id: TermId) -> Kinds {
        match self.kinds.get(id as usize) {
            Some(kinds) => *kinds,
            None => self.layer.as_ref().map_or(0, |it| it.kinds(id)),
        }
    }

    /// The words that `text` begins with, shortest first.
    pub(crate) fn prefixes<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, TermId)> + 'a {
        match &self.layer {
            Some(layer) => Prefixes::Found(layer.prefixes(text).into_iter()),
            None => Prefixes::Walked(self.trie().common_prefix_search(text)),
        }
    }

    /// The word that is exactly this folded text.
    #[must_use]
    pub(crate) fn get(&self, text: &[char]) -> Option<TermId> {
        match &self.layer {
            Some(layer) => layer.get(text),
            None => self.trie().exact_match(text),
        }
    }

    /// Freezes the words when one is first looked up; from then on none may be added.
    fn trie(&self) -> &Trie {
        let text = |id: TermId| self.text(id).iter().collect();
        self.trie.get_or_init(|| Trie::of(self.all().map(|id| (text(id), id))))
    }

    /// True where a word for a time or a place may begin with this character.
    #[must_use]
    pub(crate) fn may_fill_slot(&self, first: char) -> bool {
        match &self.layer {
            Some(layer) => layer.may_fill_slot(first),
            None => self.slot_starts.contains(&first),
        }
    }

    /// True where these are the words of one report over those that all share.
    pub(crate) fn is_layer(&self) -> bool {
        self.layer.is_some()
    }

    /// How many words there are.
    #[must_use]
    pub(crate) fn count(&self) -> usize {
        self.terms.len()
    }

    /// The words of the same sound and those one slip away; made when first needed.
    fn approximate(&self) -> &Approximate {
        self.edits.get_or_init(|| Approximate { sounds: BySound::of(self), edits: ByEdit::of(self) })
    }

    /// Words that sound like these characters, southern speakers included.
    pub(crate) fn alike(&self, sound: Sounding) -> Cow<'_, [TermId]> {
        let own = self.approximate().sounds.alike(sound);
        let Some(layer) = &self.layer else { return Cow::Borrowed(own) };
        let below = layer.below().approximate().sounds.alike(sound).iter();
        in_order(below.filter(|id| self.is_mistypable(**id)), own)
    }

    /// Words that one slip may have turned into this text. Each is to be checked: the keys are coarse.
    pub(crate) fn within_one_edit<'a>(&'a self, text: &'a Deletions) -> impl Iterator<Item = TermId> + 'a {
        let below = self.layer.iter().flat_map(|it| it.below().approximate().edits.within_one_edit(text));
        let own = self.approximate().edits.within_one_edit(text);
        below.filter(|id| self.is_mistypable(*id)).chain(own)
    }

    /// The question word of two characters that these are with one of them wrong: one that all reports share.
    pub(crate) fn asking(&self, typed: [char; 2]) -> Option<TermId> {
        let words = self.layer.as_ref().map_or(self, Layer::below);
        words.approximate().edits.asking(typed)
    }

    /// The words of a group of synonyms.
    pub(crate) fn of_group(&self, group: usize) -> &[TermId] {
        self.members().groups.get(&group).map_or(&[], Vec::as_slice)
    }

    /// The words for a scope.
    pub(crate) fn of_scope(&self, scope: usize) -> &[TermId] {
        self.members().scopes.get(&scope).map_or(&[], Vec::as_slice)
    }

    /// The words by group and scope: those that all reports share, since no report has others.
    fn members(&self) -> &Members {
        let words = self.layer.as_ref().map_or(self, Layer::below);
        words.members.get_or_init(|| Members::of(words))
    }

    /// The words by their pinyin and initials; made when first needed.
    fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(self))
    }

    /// Names with these initials.
    pub(crate) fn initialled(&self, letters: &str) -> &[TermId] {
        // The names are all a report's own.
        self.spelling().initialled(letters)
    }

    /// Words whose folded pinyin `letters` begins with, shortest first.
    pub(crate) fn by_pinyin<'a>(
        &'a self,
        letters: &'a [char],
    ) -> impl Iterator<Item = (usize, Cow<'a, [TermId]>)> + 'a {
        let own = self.spelling().by_pinyin(letters).map(|(length, terms)| (length, Cow::Borrowed(terms)));
        let together = self.layer.as_ref().map(|layer| self.with_pinyin_below(layer.below(), letters));
        let alone = together.is_none().then_some(own);
        together.into_iter().flatten().chain(alone.into_iter().flatten())
    }

    /// The lists of [`Self::by_pinyin`], those of one length together.
    fn with_pinyin_below<'a>(
        &'a self,
        below: &'a Self,
        letters: &'a [char],
    ) -> Vec<(usize, Cow<'a, [TermId]>)> {
        let below = below.spelling().by_pinyin(letters);
        let mut lists: Vec<(usize, Cow<'a, [TermId]>)> = self
            .spelling()
            .by_pinyin(letters)
            .map(|(length, terms)| (length, Cow::Borrowed(terms)))
            .collect();
        for (length, terms) in below {
            let spelt = terms.iter().filter(|id| self.is_spelt(**id));
            match lists.iter().position(|it| it.0 == length) {
                Some(at) => lists[at].1 = Cow::Owned(in_order(spelt, &lists[at].1).into_owned()),
                None => lists.push((length, in_order(spelt, &[]))),
            }
        }
        lists.retain(|it| !it.1.is_empty());
        lists.sort_by_key(|it| it.0);
        lists
    }

    /// The words that are found by their pinyin and are not found by it below.
    pub(crate) fn spellable(&self) -> Vec<TermId> {
        let mut ids = self.ids();
        ids.extend(self.layer.iter().flat_map(Layer::long_tokens));
        // Names and tokens by number: as they come.
        ids.sort_unstable();
        ids.retain(|id| self.is_spelt(*id));
        ids
    }

    /// True for a word that all reports share and find by its pinyin.
    pub(crate) fn is_spelt_below(&self, id: TermId) -> bool {
        self.layer.as_ref().is_some_and(|it| id < it.below().next() && it.below().is_spelt(id))
    }

    /// True where it is found by its pinyin: two syllables spell too many things to be taken for a mere n-gram of text.
    fn is_spelt(&self, id: TermId) -> bool {
        self.is_spoken(id) && !(self.is_ngram(id) && self.text(id).len() <= 2)
    }

    /// The numbers of all words but tokens; of a layer those that are not below as they are.
    fn ids(&self) -> Vec<TermId> {
        self.layer.as_ref().map_or_else(|| self.all().collect(), Layer::ids)
    }

    /// True where the word is a mere n-gram of a report's text.
    #[must_use]
    pub(crate) fn is_ngram(&self, id: TermId) -> bool {
        self.kinds(id) & WORD == 0
    }

    /// True for a name or another place: what a question turns on.
    #[must_use]
    pub(crate) fn is_turned_on(&self, id: TermId) -> bool {
        self.kinds(id) & TURNED_ON != 0
    }

    /// True where it may be a part of one's own place.
    #[must_use]
    pub(crate) fn is_circle(&self, id: TermId) -> bool {
        self.kinds(id) & CIRCLE != 0
    }

    /// True where it may ask for a number.
    #[must_use]
    pub(crate) fn asks(&self, id: TermId) -> bool {
        self.kinds(id) & ASKS != 0
    }

    /// True where it can be typed in letters: Chinese characters, and the letters of a name such as UP学习社.
    pub(crate) fn is_spoken(&self, id: TermId) -> bool {
        let text = self.text(id);
        if self.kinds(id) & SPELT == 0 {
            return false;
        }
        let known = |it: &char| is_hanzi(*it) || it.is_ascii_alphabetic();
        text.len() <= LONGEST && text.iter().any(|it| is_hanzi(*it)) && text.iter().all(known)
    }

    /// The words that are found by sound and with a slip, all but mere n-grams of text, and are not found so below.
    pub(crate) fn mistypable(&self) -> impl Iterator<Item = TermId> + '_ {
        let below = |id: TermId| {
            self.layer.as_ref().is_some_and(|it| it.is_changed(id) && it.below().is_mistypable(id))
        };
        self.ids().into_iter().filter(move |id| self.is_mistypable(*id) && !below(*id))
    }

    fn is_mistypable(&self, id: TermId) -> bool {
        self.is_pinyin(id) && !self.is_ngram(id)
    }

    /// True where only Chinese characters stand in it, not too many to be typed in one go.
    pub(crate) fn is_pinyin(&self, id: TermId) -> bool {
        self.kinds(id) & SPELT != 0
            && self.text(id).len() <= LONGEST
            && self.text(id).iter().all(|it| is_hanzi(*it))
    }
}

/// Numbers of words below and of a layer, in order.
fn in_order<'b, 'a>(below: impl Iterator<Item = &'b TermId>, own: &'a [TermId]) -> Cow<'a, [TermId]> {
    let mut all: Vec<TermId> = below.copied().collect();
    if all.is_empty() {
        return Cow::Borrowed(own);
    }
    all.extend(own);
    all.sort_unstable();
    Cow::Owned(all)
}
