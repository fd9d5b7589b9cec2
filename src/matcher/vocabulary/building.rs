//! How words come into the vocabulary: those of the lists first, then those of the reports.
//! Finds none.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::Lexicon;
use crate::matcher::lexicon::read::Lists;
use crate::matcher::lexicon::role::{Contrary, Role, TimeKind};
use crate::matcher::vocabulary::Key;
use crate::matcher::vocabulary::Term;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::key::key;
use crate::matcher::vocabulary::layer::Layer;
use crate::matcher::vocabulary::trie::TermId;
use crate::matcher::vocabulary::{kinds, kinds_of};
use crate::text::is_hanzi;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smallvec::smallvec;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

/// Room for the words of a report from the start, and for their letters.
const ROOM: usize = 1 << 14;
/// As many keys as a map of 2^15 places holds: growing on the way would move them all several times.
const KEYS: usize = (1 << 15) / 8 * 7;

impl Vocabulary {
    /// The words of the lists that every league shares.
    #[must_use]
    pub(crate) fn of(lexicon: &Lists) -> Self {
        let mut words = Self::empty(ROOM, KEYS);
        words.add_all(&lexicon.stop, Role::Stop);
        words.add_all(&lexicon.infixes, Role::Infix);
        for (cue, list) in &lexicon.cues {
            words.add_all(list, Role::Cue(*cue));
        }
        for (no, verb) in
            lexicon.waved.no.iter().flat_map(|no| lexicon.waved.verbs.iter().map(move |it| (no, it)))
        {
            // 不知道走播队有几支: the asker does not know, and waves nothing aside; 不用知道 does.
            let of_asker = lexicon.polarity.negators.contains(no) && lexicon.polarity.speaker.contains(verb);
            if !of_asker {
                words.add(&format!("{no}{verb}"), Role::Cue(Cue::Not));
                words.add(&format!("{no}{verb}"), Role::Cue(Cue::NotBefore));
            }
        }
        for (at, measure) in lexicon.measures.iter().enumerate() {
            words.add_all(&measure.units, Role::Unit(at));
            words.add_all(&measure.colloquial, Role::Colloquial(at));
            words.add_all(&measure.nouns, Role::MeasureNoun(at));
            // 支数, 封数: how many there are in that unit.
            if let Some(unit) = measure.units.first().filter(|it| it.chars().all(is_hanzi)) {
                for count in &lexicon.grammar.counts {
                    words.add(&format!("{unit}{count}"), Role::MeasureNoun(at));
                }
            }
        }
        for (at, group) in lexicon.synonyms.iter().enumerate() {
            let role = if group.slot.is_some() { Role::Unreported(at) } else { Role::Group(at) };
            words.add_all(&group.words, role);
        }
        for (at, scope) in lexicon.scopes.iter().enumerate() {
            words.add_all(&scope.words, Role::Scope(at));
            words.add(&scope.scope, Role::Scope(at));
        }
        words.add_all(&lexicon.elsewhere.places, Role::Elsewhere);
        words.add_all(&lexicon.elsewhere.bodies, Role::Elsewhere);
        words.add_all(&lexicon.elsewhere.subjects, Role::Subject);
        words.add_all(&lexicon.elsewhere.refused, Role::Refused);
        words.add_all(&lexicon.elsewhere.inside, Role::Within);
        words.add_all(&lexicon.elsewhere.kindred, Role::Kindred);
        words.add_all(&lexicon.elsewhere.endings, Role::Ending);
        words.add_all(&lexicon.elsewhere.circles, Role::Circle);
        words.add_polarity(lexicon);
        words.add_times(lexicon);
        words.add_all(&lexicon.narrowing.only, Role::Only);
        words
    }

    fn empty(room: usize, keys: usize) -> Self {
        Self {
            terms: Vec::with_capacity(room),
            kinds: Vec::with_capacity(room),
            letters: Vec::with_capacity(4 * room),
            keys: FxHashMap::with_capacity_and_hasher(keys, FxBuildHasher),
            trie: OnceLock::new(),
            slot_starts: FxHashSet::default(),
            edits: OnceLock::new(),
            spelling: OnceLock::new(),
            members: OnceLock::new(),
            layer: None,
        }
    }

    /// The words of a report over those that all reports share.
    pub(crate) fn layered(layer: Layer) -> Self {
        Self { layer: Some(layer), ..Self::empty(0, 0) }
    }

    /// Adds the units that a report alone has, and for how many of them there are.
    pub(crate) fn add_units(&mut self, lexicon: &Lists) {
        let Some(layer) = &mut self.layer else { return };
        let shared = lexicon.shared_measures();
        for (at, measure) in lexicon.measures.iter().enumerate() {
            let known = shared.get(at).map_or(0, |it| it.units.len());
            measure.units[known..].iter().for_each(|unit| layer.add_unit(&key(unit), Role::Unit(at)));
            let unit = measure.units.first().filter(|it| known == 0 && it.chars().all(is_hanzi));
            for count in unit.iter().flat_map(|_| &lexicon.grammar.counts) {
                let text = format!("{}{count}", measure.units[0]);
                layer.add_unit(&key(&text), Role::MeasureNoun(at));
            }
        }
    }

    /// Adds texts of the layer that are names, by their numbers: all other words are there.
    pub(crate) fn add_names(&mut self, names: impl Iterator<Item = usize>) {
        if let Some(layer) = &mut self.layer {
            names.for_each(|it| layer.add_name(it));
            layer.settle();
        }
    }

    fn add_polarity(&mut self, lexicon: &Lexicon) {
        let polarity = &lexicon.polarity;
        self.add_all(&polarity.negators, Role::Negator);
        self.add_all(&polarity.look_alike, Role::LooksAlike);
        self.add_all(&polarity.speaker, Role::Speaker);
        self.add_all(&polarity.fixed, Role::Fixed);
        self.add_all(&polarity.deeds, Role::Fixed);
        self.add_all(&polarity.removal, Role::Contrary(Contrary::Removal));
        // 关了门: a verb and its object with a particle between.
        for (verb, done) in
            polarity.removal.iter().flat_map(|it| lexicon.infixes.iter().map(move |done| (it, done)))
        {
            if let [first, last] = verb.chars().collect::<Vec<char>>()[..]
                && is_hanzi(first)
            {
                self.add(&format!("{first}{done}{last}"), Role::Contrary(Contrary::Removal));
            }
        }
        self.add_all(&polarity.leaving, Role::Contrary(Contrary::Leaving));
        self.add_all(&polarity.failure, Role::Contrary(Contrary::Failure));
        self.add_all(&polarity.remainder, Role::Contrary(Contrary::Remainder));
        self.add_all(&polarity.attempt, Role::Contrary(Contrary::Attempt));
    }

    fn add_times(&mut self, lexicon: &Lexicon) {
        let time = &lexicon.time;
        self.add_all(&time.own, Role::Stop);
        self.add_all(&time.part, Role::Time(TimeKind::Part));
        self.add_all(&time.span, Role::Time(TimeKind::Span));
        self.add_all(&time.term, Role::Time(TimeKind::Term));
        self.add_all(&time.festival, Role::Time(TimeKind::Festival));
        self.add_all(&time.compare, Role::Time(TimeKind::Comparison));
    }

    fn add_all(&mut self, words: &[String], role: Role) {
        words.iter().for_each(|word| {
            self.add(word, role);
        });
    }

    /// Takes the role of another body from every word of the lists that one's own body's name ends with: to a union 工会 is
    /// nobody else. The word stays known.
    pub(crate) fn own_body(&mut self, body: &str, lexicon: &Lists) {
        let body = key(body);
        for word in lexicon.elsewhere.bodies.iter().chain(&lexicon.elsewhere.kindred) {
            let word = key(word);
            if body.ends_with(&word) && !word.is_empty() {
                self.take_role(&word, &[Role::Elsewhere, Role::Kindred]);
            }
        }
    }

    /// Takes roles from a word; one without any other is a mere n-gram from then on.
    fn take_role(&mut self, text: &[char], taken: &[Role]) {
        if let Some(layer) = &mut self.layer {
            return layer.take_role(text, taken);
        }
        let Some(&id) = self.keys.get(&Key::from_slice(text)) else { return };
        let roles = &mut self.terms[id as usize].roles;
        roles.retain(|it| !taken.contains(it));
        if roles.is_empty() {
            roles.push(Role::Gram);
        }
        self.kinds[id as usize] = kinds_of(roles);
    }

    /// Adds a word in a role; what folds to nothing is left out.
    pub(crate) fn add(&mut self, word: &str, role: Role) {
        let text = key(word);
        if text.is_empty() {
            return;
        }
        match &mut self.layer {
            Some(layer) => layer.add(&text, role),
            None => {
                self.add_key(&text, role);
            }
        }
    }

    /// Adds a word that is folded already.
    pub(crate) fn add_key(&mut self, text: &[char], role: Role) -> TermId {
        if let (Role::Time(_) | Role::Within, Some(first)) = (role, text.first()) {
            self.slot_starts.insert(*first);
        }
        let id = self.next();
        match self.place(text) {
            Entry::Occupied(known) => {
                let known = *known.get();
                let roles = &mut self.terms[known as usize].roles;
                if !roles.contains(&role) {
                    roles.push(role);
                    self.kinds[known as usize] |= kinds(role);
                }
                known
            }
            Entry::Vacant(free) => {
                free.insert(id);
                self.push(text, role);
                id
            }
        }
    }

    /// The entry of a word, there already or not, while words are added.
    fn place(&mut self, text: &[char]) -> Entry<'_, Key, TermId> {
        debug_assert!(self.trie.get().is_none(), "words are added before one is looked up");
        self.keys.entry(Key::from_slice(text))
    }

    /// Adds every text of two to `longest` characters that `text` begins with as a mere n-gram, where it is no word yet.
    pub(crate) fn add_ngrams(&mut self, text: &[char], longest: usize) {
        for length in 2..=longest.min(text.len()) {
            let id = self.next();
            if let Entry::Vacant(free) = self.place(&text[..length]) {
                free.insert(id);
                self.push(&text[..length], Role::Gram);
            }
        }
    }

    /// All words are there: they are frozen into the trie, and none may be added.
    pub(crate) fn settle(&mut self) {
        self.trie();
        self.keys = FxHashMap::default();
    }

    pub(crate) fn next(&self) -> TermId {
        TermId::try_from(self.terms.len()).unwrap_or(TermId::MAX)
    }

    fn push(&mut self, text: &[char], role: Role) {
        let start = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.letters.extend(text);
        self.kinds.push(kinds(role));
        self.terms.push(Term { start, length, roles: smallvec![role] });
    }
}
