//! Every word the bot knows, with the roles it can play, and the ways to find it: by letters, sound, initials, slips.
//! Knows no question and no score.

use super::cue::Cue;
use super::keys::key;
use super::lexicon::Lexicon;
use super::role::Role;
use super::slips::Slips;
use super::spelling::Spelling;
use super::trie::{ROOT, TermId, Trie};
use crate::text::is_hanzi;
use smallvec::{SmallVec, smallvec};
use std::sync::OnceLock;

/// A known word.
#[derive(Debug)]
pub(super) struct Term {
    /// Where its text stands in [`Vocabulary::letters`].
    start: u32,
    length: u32,
    /// What it can be.
    roles: SmallVec<[Role; 1]>,
}

/// Room for the words of a report from the start, and for their letters.
const ROOM: usize = 1 << 14;

/// The longest term that is found by sound or with a slip; longer ones are found by their pieces.
const LONGEST: usize = 12;

/// All known words.
#[derive(Debug)]
pub(super) struct Vocabulary {
    terms: Vec<Term>,
    /// The texts of all words, one behind the other, as compared: folded, without punctuation.
    letters: Vec<char>,
    trie: Trie,
    slips: OnceLock<Slips>,
    spelling: OnceLock<Spelling>,
}

impl Vocabulary {
    /// The words of the lists that every league shares.
    #[must_use]
    pub(super) fn of(lexicon: &Lexicon) -> Self {
        let mut words = Self {
            terms: Vec::with_capacity(ROOM),
            letters: Vec::with_capacity(4 * ROOM),
            trie: Trie::default(),
            slips: OnceLock::new(),
            spelling: OnceLock::new(),
        };
        words.add_all(&lexicon.stop, Role::Stop);
        words.add_all(&lexicon.infixes, Role::Infix);
        for (cue, list) in &lexicon.cues {
            words.add_all(list, Role::Cue(*cue));
        }
        for (no, verb) in
            lexicon.waved.no.iter().flat_map(|no| lexicon.waved.verbs.iter().map(move |it| (no, it)))
        {
            words.add(&format!("{no}{verb}"), Role::Cue(Cue::Not));
            words.add(&format!("{no}{verb}"), Role::Cue(Cue::NotBefore));
        }
        for (at, measure) in lexicon.measures.iter().enumerate() {
            words.add_all(&measure.units, Role::Unit(at));
            words.add_all(&measure.said, Role::Said(at));
            words.add_all(&measure.nouns, Role::MeasureNoun(at));
            // 支数, 封数: how many there are in that unit.
            if let Some(unit) = measure.units.first().filter(|it| it.chars().all(is_hanzi)) {
                words.add(&format!("{unit}数"), Role::MeasureNoun(at));
            }
        }
        for (at, group) in lexicon.synonyms.iter().enumerate() {
            words.add_all(&group.words, Role::Group(at));
        }
        for (at, scope) in lexicon.scopes.iter().enumerate() {
            words.add_all(&scope.words, Role::Scope(at));
            words.add(&scope.scope, Role::Scope(at));
        }
        words.add_all(&lexicon.elsewhere.places, Role::Elsewhere);
        words.add_all(&lexicon.elsewhere.bodies, Role::Elsewhere);
        words.add_all(&lexicon.elsewhere.subjects, Role::Subject);
        words.add_all(&lexicon.elsewhere.refused, Role::Refused);
        words
    }

    fn add_all(&mut self, words: &[String], role: Role) {
        words.iter().for_each(|word| {
            self.add(word, role);
        });
    }

    /// Adds a word in a role; what folds to nothing is left out.
    pub(super) fn add(&mut self, word: &str, role: Role) -> Option<TermId> {
        let text = key(word);
        (!text.is_empty()).then(|| self.add_key(&text, role))
    }

    /// Adds a word that is folded already.
    pub(super) fn add_key(&mut self, text: &[char], role: Role) -> TermId {
        let id = self.next();
        if let Some(known) = self.trie.insert(text.iter().copied(), id) {
            let roles = &mut self.terms[known as usize].roles;
            if !roles.contains(&role) {
                roles.push(role);
            }
            return known;
        }
        self.push(text, role);
        id
    }

    /// Adds every text of two to `longest` characters that `text` begins with as a mere piece, where it is no word yet.
    pub(super) fn add_pieces(&mut self, text: &[char], longest: usize) {
        if longest < 2 {
            return;
        }
        let mut node = ROOT;
        for (at, letter) in text.iter().take(longest).enumerate() {
            node = self.trie.grow(node, *letter);
            if at > 0 && self.trie.set(node, self.next()).is_none() {
                self.push(&text[..=at], Role::Gram);
            }
        }
    }

    fn next(&self) -> TermId {
        TermId::try_from(self.terms.len()).unwrap_or(TermId::MAX)
    }

    fn push(&mut self, text: &[char], role: Role) {
        let start = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.letters.extend(text);
        self.terms.push(Term { start, length, roles: smallvec![role] });
    }

    /// The text of the word with this number, as compared: folded, without punctuation.
    #[must_use]
    pub(super) fn text(&self, id: TermId) -> &[char] {
        let Term { start, length, .. } = &self.terms[id as usize];
        &self.letters[*start as usize..][..*length as usize]
    }

    /// The numbers of all words.
    pub(super) fn all(&self) -> impl Iterator<Item = TermId> + use<> {
        0..self.next()
    }

    /// The roles of the word with this number.
    #[must_use]
    pub(super) fn roles(&self, id: TermId) -> &[Role] {
        &self.terms[id as usize].roles
    }

    /// The words that `text` begins with, shortest first.
    pub(super) fn prefixes<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, TermId)> + 'a {
        self.trie.prefixes(text)
    }

    /// The word that is exactly this folded text.
    #[must_use]
    pub(super) fn get(&self, text: &[char]) -> Option<TermId> {
        self.trie.get(text)
    }

    /// How many words there are.
    #[must_use]
    pub(super) fn count(&self) -> usize {
        self.terms.len()
    }

    /// The words of the same sound and those one slip away; made when first needed.
    pub(super) fn slips(&self) -> &Slips {
        self.slips.get_or_init(|| Slips::of(self))
    }

    /// The words by their pinyin and initials; made when first needed.
    pub(super) fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(self))
    }

    /// True where the word is a mere piece of a report's text.
    #[must_use]
    pub(super) fn is_piece(&self, id: TermId) -> bool {
        self.roles(id).iter().all(|role| matches!(role, Role::Gram))
    }

    /// True where it can be typed in letters: Chinese characters, and the letters of a name such as UP学习社.
    pub(super) fn is_spoken(&self, id: TermId) -> bool {
        let text = self.text(id);
        let known = |it: &char| is_hanzi(*it) || it.is_ascii_alphabetic();
        text.len() <= LONGEST && text.iter().any(|it| is_hanzi(*it)) && text.iter().all(known)
    }

    /// True where only Chinese characters stand in it, not too many to be typed in one go.
    pub(super) fn is_spelt(&self, id: TermId) -> bool {
        self.text(id).len() <= LONGEST && self.text(id).iter().all(|it| is_hanzi(*it))
    }
}
