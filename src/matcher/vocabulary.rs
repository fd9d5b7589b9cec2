//! Every word the bot knows, with the roles it can play, and the ways to find it: by letters, sound, initials, slips.
//! Knows no question and no score.

use super::lexicon::{Cue, Lexicon};
use super::trie::{TermId, Trie};
use crate::text::{fold, is_hanzi, pinyin};
use rustc_hash::FxHashMap;

/// What a word can be in a question. One word may have several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Carries nothing.
    Stop,
    /// Asks or steers.
    Cue(Cue),
    /// A unit or measure word: position in [`Lexicon::measures`].
    Unit(usize),
    /// A measure word that people say for a unit: position in [`Lexicon::measures`].
    Said(usize),
    /// A noun that asks for a measure: position in [`Lexicon::measures`].
    MeasureNoun(usize),
    /// A word of a group of synonyms: position in [`Lexicon::synonyms`].
    Group(usize),
    /// A word for a scope: position in [`Lexicon::scopes`].
    Scope(usize),
    /// Another place or body.
    Elsewhere,
    /// Another subject.
    Subject,
    /// Lies in the place of a report: figures are not broken down to it.
    Within,
    /// The body or place of a report: position of the report.
    Home(usize),
    /// A name, label or alias of a report.
    Name,
    /// A programme of a report.
    Programme,
    /// Words of people who want something else of the bot: the whole message is refused.
    Refused,
    /// A piece of a report's text.
    Gram,
}

/// A known word.
#[derive(Debug)]
pub struct Term {
    /// The word as compared: folded, without punctuation.
    pub text: Box<[char]>,
    /// What it can be.
    pub roles: Vec<Role>,
}

/// The longest term that is found by sound or with a slip; longer ones are found by their pieces.
const LONGEST: usize = 12;

/// Terms shorter than this never match with a slip: too much would.
const SHORTEST_SLIP: usize = 3;

/// All known words.
#[derive(Debug, Default)]
pub struct Vocabulary {
    terms: Vec<Term>,
    trie: Trie,
    by_sound: FxHashMap<u64, Vec<TermId>>,
    by_slip: FxHashMap<u64, Vec<TermId>>,
    by_initials: FxHashMap<String, Vec<TermId>>,
    letters: Trie,
    by_letters: Vec<Vec<TermId>>,
}

/// The form in which words are compared: folded, only characters and digits, single spaces between Latin words.
#[must_use]
pub fn key(text: &str) -> Vec<char> {
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
    pub fn of(lexicon: &Lexicon) -> Self {
        let mut words = Self::default();
        words.add_all(&lexicon.stop, Role::Stop);
        for (cue, list) in &lexicon.cues {
            words.add_all(list, Role::Cue(*cue));
        }
        for (at, measure) in lexicon.measures.iter().enumerate() {
            words.add_all(&measure.units, Role::Unit(at));
            words.add_all(&measure.said, Role::Said(at));
            words.add_all(&measure.nouns, Role::MeasureNoun(at));
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
    pub fn add(&mut self, word: &str, role: Role) -> Option<TermId> {
        let text = key(word);
        (!text.is_empty()).then(|| self.add_key(&text, role))
    }

    /// Adds a word that is folded already.
    pub fn add_key(&mut self, text: &[char], role: Role) -> TermId {
        let id = TermId::try_from(self.terms.len()).unwrap_or(TermId::MAX);
        if let Some(known) = self.trie.insert(text.iter().copied(), id) {
            let roles = &mut self.terms[known as usize].roles;
            if !roles.contains(&role) {
                roles.push(role);
            }
            return known;
        }
        self.terms.push(Term { text: text.into(), roles: vec![role] });
        id
    }

    /// The word with this number.
    #[must_use]
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id as usize]
    }

    /// The roles of the word with this number.
    #[must_use]
    pub fn roles(&self, id: TermId) -> &[Role] {
        &self.terms[id as usize].roles
    }

    /// The words that `text` begins with, shortest first.
    pub fn prefixes<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, TermId)> + 'a {
        self.trie.prefixes(text)
    }

    /// The word that is exactly this folded text.
    #[must_use]
    pub fn get(&self, text: &[char]) -> Option<TermId> {
        self.trie.get(text)
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// True where no word is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Words that sound like these characters, southern speakers included.
    #[must_use]
    pub fn alike(&self, text: &[char]) -> &[TermId] {
        sound_key(text).and_then(|key| self.by_sound.get(&key)).map_or(&[], Vec::as_slice)
    }

    /// Words that one slip (a character wrong, dropped, doubled or swapped) may have turned into this text.
    /// Each is to be checked: the keys are coarse.
    pub fn slipped<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = TermId> + 'a {
        deletions(text).filter_map(|key| self.by_slip.get(&key)).flatten().copied()
    }

    /// Names with these initials.
    #[must_use]
    pub fn initialled(&self, letters: &str) -> &[TermId] {
        self.by_initials.get(letters).map_or(&[], Vec::as_slice)
    }

    /// Words whose pinyin, folded as a southern speaker may type it, `letters` begins with.
    pub fn spelt<'a>(&'a self, letters: &'a [char]) -> impl Iterator<Item = (usize, &'a [TermId])> + 'a {
        self.letters
            .prefixes(letters)
            .map(|(length, list)| (length, self.by_letters[list as usize].as_slice()))
    }

    /// Makes the ways to find words that are not typed exactly. To be called once, when all words are in.
    pub fn seal(&mut self) {
        for id in 0..self.terms.len() {
            let text = std::mem::take(&mut self.terms[id].text);
            self.seal_term(TermId::try_from(id).unwrap_or(TermId::MAX), &text);
            self.terms[id].text = text;
        }
    }

    fn seal_term(&mut self, id: TermId, text: &[char]) {
        let roles = &self.terms[id as usize].roles;
        let is_gram = roles.iter().all(|role| matches!(role, Role::Gram));
        if !text.iter().all(|it| is_hanzi(*it)) || text.len() > LONGEST {
            return;
        }
        let is_name = roles.contains(&Role::Name);
        // Two syllables spell too many things to be taken for a mere piece of text.
        if !is_gram || text.len() > 2 {
            self.add_letters(id, text);
        }
        if is_gram {
            return;
        }
        if text.len() >= 2 {
            if let Some(key) = sound_key(text) {
                self.by_sound.entry(key).or_default().push(id);
            }
        }
        if text.len() >= SHORTEST_SLIP {
            let keys: Vec<u64> = deletions(text).collect();
            keys.into_iter().for_each(|key| self.by_slip.entry(key).or_default().push(id));
        }
        if is_name && text.len() >= SHORTEST_SLIP {
            let initials = pinyin::initials(&text.iter().collect::<String>());
            self.by_initials.entry(initials).or_default().push(id);
        }
    }

    fn add_letters(&mut self, id: TermId, text: &[char]) {
        let spelt = pinyin::canonical(&pinyin::spell(&text.iter().collect::<String>()));
        let list = TermId::try_from(self.by_letters.len()).unwrap_or(TermId::MAX);
        match self.letters.insert(spelt.chars(), list) {
            Some(known) => self.by_letters[known as usize].push(id),
            None => self.by_letters.push(vec![id]),
        }
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
