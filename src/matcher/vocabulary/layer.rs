//! The words of one report over the words that all reports share: its names, and the tokens of its texts, which are found
//! where they stand instead of being listed. What is found is what one vocabulary with all of these words would find.
//! Knows not what a text is of.

use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::letters::{Letters, size};
use crate::matcher::vocabulary::trie::TermId;
use crate::matcher::vocabulary::{Kinds, Vocabulary, kinds, kinds_of};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};
use std::sync::Arc;

/// The longest token of a text.
const LONGEST_TOKEN: usize = 4;
/// Numbers for each place of the texts: the name that stands there as a whole text, and the tokens of two to four characters.
const NUMBERS: usize = LONGEST_TOKEN;
/// What a token of a text is.
const TOKEN: &[Role] = &[Role::Gram];

/// The words that a text begins with, each with its length.
pub(super) type Found = Vec<(usize, TermId)>;

/// What a word is.
#[derive(Debug, Clone)]
struct Is {
    roles: SmallVec<[Role; 1]>,
    kinds: Kinds,
}

impl Is {
    fn of(roles: SmallVec<[Role; 1]>) -> Self {
        let kinds = kinds_of(&roles);
        Self { roles, kinds }
    }

    fn add(&mut self, role: Role) {
        if !self.roles.contains(&role) {
            self.roles.push(role);
            self.kinds |= kinds(role);
        }
    }
}

/// A name of the report.
#[derive(Debug)]
struct Own {
    id: TermId,
    /// Where its text stands: in the texts, or behind their end in [`Layer::others`].
    start: usize,
    length: usize,
    is: Is,
}

/// The words of one report.
#[derive(Debug)]
pub(crate) struct Layer {
    below: Arc<Vocabulary>,
    letters: Arc<Letters>,
    /// For each place of the texts how many characters from there on are the longest token.
    tokens: Vec<u8>,
    /// Names that are no text: those of places and bodies.
    others: Vec<char>,
    /// By number. Numbers follow one another as the words come: first names that are no texts, then texts and tokens by place.
    names: Vec<Own>,
    /// Positions in `names` by first character.
    by_first: FxHashMap<char, SmallVec<[u32; 2]>>,
    /// The number of the first word of the texts.
    texts: TermId,
    /// Shared words that are something else in this report.
    changed: FxHashMap<TermId, Is>,
    slot_starts: FxHashSet<char>,
}

impl Layer {
    /// No words yet; `tokens` as [`Layer::tokens`].
    pub(crate) fn over(below: Arc<Vocabulary>, letters: Arc<Letters>, tokens: Vec<u8>) -> Self {
        Self {
            texts: below.next(),
            below,
            letters,
            tokens,
            others: Vec::new(),
            names: Vec::new(),
            by_first: FxHashMap::default(),
            changed: FxHashMap::default(),
            slot_starts: FxHashSet::default(),
        }
    }

    /// Adds a name that is no text, as compared. All of these come before any text.
    pub(super) fn add(&mut self, text: &[char], role: Role) {
        if matches!(role, Role::Time(_) | Role::Within) {
            self.slot_starts.extend(text.first());
        }
        if let Some(known) = self.known(text) {
            return known.add(role);
        }
        let start = self.letters.length() + self.others.len();
        self.others.extend(text);
        self.push(self.texts, start, text.len(), Is::of(smallvec![role]));
        self.texts += 1;
    }

    /// Adds a unit, which is one before it is anything else: words of the lists are units first.
    pub(super) fn add_unit(&mut self, text: &[char], role: Role) {
        let is_before = |it: &Role| matches!(it, Role::Stop | Role::Infix | Role::Cue(_)) || is_measure(*it);
        match self.known(text) {
            Some(known) if !known.roles.contains(&role) => {
                let at = known.roles.iter().position(|it| !is_before(it)).unwrap_or(known.roles.len());
                known.roles.insert(at, role);
                known.kinds |= kinds(role);
            }
            _ => self.add(text, role),
        }
    }

    /// Adds a text that is a name as a whole, by its number.
    pub(super) fn add_name(&mut self, number: usize) {
        let letters = Arc::clone(&self.letters);
        let (text, start) = (letters.text(number), letters.start(number));
        if let Some(known) = self.known(text) {
            return known.add(Role::Name);
        }
        match self.first_place(text).filter(|it| *it < start) {
            // A token of an earlier text.
            Some(place) => {
                let id = self.number(place, text.len());
                self.push(id, place, text.len(), Is::of(smallvec![Role::Gram, Role::Name]));
            }
            None => {
                let id = self.number(start, 1);
                self.push(id, start, text.len(), Is::of(smallvec![Role::Name]));
            }
        }
    }

    /// Takes roles from a word; one without any other is a mere token from then on.
    pub(super) fn take_role(&mut self, text: &[char], taken: &[Role]) {
        let Some(known) = self.known(text) else { return };
        known.roles.retain(|it| !taken.contains(it));
        if known.roles.is_empty() {
            known.roles.push(Role::Gram);
        }
        known.kinds = kinds_of(&known.roles);
    }

    /// All names are there: they are put in order.
    pub(super) fn settle(&mut self) {
        self.names.sort_unstable_by_key(|it| it.id);
        self.names.shrink_to_fit();
        self.by_first.values_mut().for_each(SmallVec::clear);
        for at in 0..self.names.len() {
            let first = self.text_of(&self.names[at])[0];
            self.by_first.entry(first).or_default().push(size(at));
        }
    }

    fn push(&mut self, id: TermId, start: usize, length: usize, is: Is) {
        let own = Own { id, start, length, is };
        let first = self.text_of(&own)[0];
        self.by_first.entry(first).or_default().push(size(self.names.len()));
        self.names.push(own);
    }

    /// What a shared word or a name is, to be changed.
    fn known(&mut self, text: &[char]) -> Option<&mut Is> {
        if let Some(id) = self.below.get(text) {
            let below = &self.below;
            return Some(self.changed.entry(id).or_insert_with(|| Is::of(below.roles(id).into())));
        }
        self.name(text).map(|at| &mut self.names[at].is)
    }

    /// The name that is exactly this text.
    fn name(&self, text: &[char]) -> Option<usize> {
        let same = self.by_first.get(text.first()?)?.iter().map(|at| *at as usize);
        same.into_iter()
            .find(|at| self.names[*at].length == text.len() && self.text_of(&self.names[*at]) == text)
    }

    fn text_of(&self, own: &Own) -> &[char] {
        match own.start.checked_sub(self.letters.length()) {
            None => self.letters.at(own.start, own.length),
            Some(start) => &self.others[start..start + own.length],
        }
    }

    /// The number of the token of a length, or of the text, at a place.
    fn number(&self, place: usize, length: usize) -> TermId {
        self.texts + size(place * NUMBERS + length - 1)
    }

    /// Where a text first stands as a token.
    fn first_place(&self, text: &[char]) -> Option<usize> {
        if !(2..=LONGEST_TOKEN).contains(&text.len()) {
            return None;
        }
        let places = self.letters.places(text[0]).iter().map(|it| *it as usize);
        let is_token = |at: &usize| usize::from(self.tokens[*at]) >= text.len();
        places.into_iter().filter(is_token).find(|at| self.letters.from(*at).starts_with(text))
    }

    fn own(&self, id: TermId) -> Option<&Own> {
        self.names.binary_search_by_key(&id, |it| it.id).ok().map(|at| &self.names[at])
    }

    /// The words that all reports share.
    pub(super) fn below(&self) -> &Vocabulary {
        &self.below
    }

    pub(super) fn text(&self, id: TermId) -> &[char] {
        if id < self.below.next() {
            return self.below.text(id);
        }
        match self.own(id) {
            Some(own) => self.text_of(own),
            None => {
                let number = (id - self.texts) as usize;
                self.letters.at(number / NUMBERS, number % NUMBERS + 1)
            }
        }
    }

    pub(super) fn roles(&self, id: TermId) -> &[Role] {
        match self.is(id) {
            Some(is) => &is.roles,
            None if id < self.below.next() => self.below.roles(id),
            None => TOKEN,
        }
    }

    pub(super) fn kinds(&self, id: TermId) -> Kinds {
        match self.is(id) {
            Some(is) => is.kinds,
            None if id < self.below.next() => self.below.kinds(id),
            None => kinds(Role::Gram),
        }
    }

    /// What a name or a changed word is; nothing for tokens, and for shared words as they are.
    fn is(&self, id: TermId) -> Option<&Is> {
        if id < self.below.next() { self.changed.get(&id) } else { self.own(id).map(|it| &it.is) }
    }

    /// The words that `text` begins with, shortest first.
    pub(super) fn prefixes(&self, text: &[char]) -> Found {
        let mut found: Found = self.below.prefixes(text).collect();
        let Some(first) = text.first() else { return found };
        for own in self.by_first.get(first).into_iter().flatten().map(|at| &self.names[*at as usize]) {
            if text.starts_with(self.text_of(own)) {
                found.push((own.length, own.id));
            }
        }
        self.add_tokens(text, &mut found);
        found.sort_unstable();
        found
    }

    fn add_tokens(&self, text: &[char], found: &mut Found) {
        let most = text.len().min(LONGEST_TOKEN);
        let mut open: [bool; LONGEST_TOKEN + 1] = std::array::from_fn(|it| (2..=most).contains(&it));
        found.iter().filter(|it| it.0 <= most).for_each(|it| open[it.0] = false);
        for place in self.letters.places(text[0]).iter().map(|it| *it as usize) {
            if !open.contains(&true) {
                return;
            }
            let longest = usize::from(self.tokens[place]).min(most);
            let letters = self.letters.from(place);
            let common = (0..longest).take_while(|at| letters[*at] == text[*at]).count();
            for length in (2..=common).filter(|it| open[*it]) {
                found.push((length, self.number(place, length)));
            }
            open[..=common].fill(false);
        }
    }

    /// The word that is exactly this text.
    pub(super) fn get(&self, text: &[char]) -> Option<TermId> {
        self.below.get(text).or_else(|| match self.name(text) {
            Some(at) => Some(self.names[at].id),
            None => self.first_place(text).map(|place| self.number(place, text.len())),
        })
    }

    pub(super) fn may_fill_slot(&self, first: char) -> bool {
        self.below.may_fill_slot(first) || self.slot_starts.contains(&first)
    }

    /// The numbers of the shared words that are something else here, and of the names.
    pub(super) fn ids(&self) -> Vec<TermId> {
        let mut ids: Vec<TermId> = self.changed.keys().copied().collect();
        ids.sort_unstable();
        ids.extend(self.names.iter().map(|it| it.id));
        ids
    }

    /// The numbers of the tokens of more than two characters.
    pub(super) fn long_tokens(&self) -> Vec<TermId> {
        let (mut ids, mut seen) = (Vec::new(), FxHashSet::default());
        for place in 0..self.tokens.len() {
            for length in 3..=usize::from(self.tokens[place]) {
                let text = self.letters.at(place, length);
                if seen.insert(text) && self.below.get(text).is_none() && self.name(text).is_none() {
                    ids.push(self.number(place, length));
                }
            }
        }
        ids
    }

    /// True for a shared word that is something else here.
    pub(super) fn is_changed(&self, id: TermId) -> bool {
        self.changed.contains_key(&id)
    }
}

fn is_measure(role: Role) -> bool {
    matches!(role, Role::Unit(_) | Role::Colloquial(_) | Role::MeasureNoun(_))
}
