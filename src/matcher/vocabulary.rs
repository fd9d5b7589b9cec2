//! Every word the bot knows, with the roles it can play, and the ways to find it: by letters, sound, initials, slips.
//! Knows no question and no score.

use super::cue::Cue;
use super::lexicon::Lexicon;
use super::role::Role;
use super::slips::Slips;
use super::spelling::Spelling;
use super::trie::{TermId, Trie};
use crate::text::{fold, is_hanzi};
use smallvec::{SmallVec, smallvec};
use std::sync::OnceLock;

/// A known word.
#[derive(Debug)]
pub(super) struct Term {
    /// The word as compared: folded, without punctuation.
    pub text: Box<[char]>,
    /// What it can be.
    pub roles: SmallVec<[Role; 1]>,
}

/// The longest term that is found by sound or with a slip; longer ones are found by their pieces.
const LONGEST: usize = 12;

/// All known words.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    terms: Vec<Term>,
    trie: Trie,
    slips: OnceLock<Slips>,
    spelling: OnceLock<Spelling>,
}

/// The form in which words are compared: folded, only characters and digits, single spaces between Latin words.
#[must_use]
pub(super) fn key(text: &str) -> Vec<char> {
    let mut kept: Vec<char> = Vec::new();
    for letter in fold(text).chars() {
        match letter {
            ' ' if kept.last().is_some_and(char::is_ascii_alphanumeric) => kept.push(' '),
            '-' | '\'' if kept.last().is_some_and(char::is_ascii_alphanumeric) => kept.push(letter),
            _ if is_hanzi(letter) || letter.is_ascii_alphanumeric() => {
                if is_hanzi(letter) && kept.last() == Some(&' ') {
                    kept.pop();
                }
                kept.push(letter);
            }
            _ => {}
        }
    }
    while kept.last().is_some_and(|last| matches!(last, ' ' | '-' | '\'')) {
        kept.pop();
    }
    kept
}

impl Vocabulary {
    /// The words of the lists that every league shares.
    #[must_use]
    pub(super) fn of(lexicon: &Lexicon) -> Self {
        let mut words = Self::default();
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
        let id = TermId::try_from(self.terms.len()).unwrap_or(TermId::MAX);
        if let Some(known) = self.trie.insert(text.iter().copied(), id) {
            let roles = &mut self.terms[known as usize].roles;
            if !roles.contains(&role) {
                roles.push(role);
            }
            return known;
        }
        self.terms.push(Term { text: text.into(), roles: smallvec![role] });
        id
    }

    /// The word with this number.
    #[must_use]
    pub(super) fn term(&self, id: TermId) -> &Term {
        &self.terms[id as usize]
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
        self.slips.get_or_init(|| Slips::of(&self.terms))
    }

    /// The words by their pinyin and initials; made when first needed.
    pub(super) fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(&self.terms))
    }
}

impl Term {
    /// True where the word is a mere piece of a report's text.
    #[must_use]
    pub(super) fn is_piece(&self) -> bool {
        self.roles.iter().all(|role| matches!(role, Role::Gram))
    }

    /// True where it can be typed in letters: Chinese characters, and the letters of a name such as UP学习社.
    pub(super) fn is_spoken(&self) -> bool {
        let known = |it: &char| is_hanzi(*it) || it.is_ascii_alphabetic();
        self.text.len() <= LONGEST && self.text.iter().any(|it| is_hanzi(*it)) && self.text.iter().all(known)
    }

    /// True where only Chinese characters stand in it, not too many to be typed in one go.
    pub(super) fn is_spelt(&self) -> bool {
        self.text.len() <= LONGEST && self.text.iter().all(|it| is_hanzi(*it))
    }
}
