//! Words by their pinyin and by their initials.
//! Finds candidates; [`crate::matcher::tokenize::latin`] chooses among them.

use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::{TermId, Trie};
use crate::text::pinyin;
use rustc_hash::FxHashMap;

/// Names shorter than this are not known by their initials: two letters would fit everything.
const SHORTEST_INITIALS: usize = 3;

/// Words by their pinyin, folded as southern speakers may type it, and names by their initials.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    by_initials: FxHashMap<String, Vec<TermId>>,
    letters: Trie,
    by_letters: Vec<Vec<TermId>>,
}

impl Spelling {
    /// Of all words that are found by their pinyin.
    pub(crate) fn of(words: &Vocabulary) -> Self {
        let (mut spelling, mut keys) = (Self::default(), FxHashMap::default());
        words.spellable().into_iter().for_each(|id| spelling.add(id, words, &mut keys));
        spelling.letters = Trie::of(keys);
        spelling
    }

    fn add(&mut self, id: TermId, words: &Vocabulary, keys: &mut FxHashMap<String, TermId>) {
        let text: String = words.text(id).iter().collect();
        if !words.is_spelt_below(id) {
            let spelt = pinyin::canonical(&pinyin::spell(&text));
            let list = TermId::try_from(self.by_letters.len()).unwrap_or(TermId::MAX);
            let known = *keys.entry(spelt).or_insert(list);
            if known == list {
                self.by_letters.push(vec![]);
            }
            self.by_letters[known as usize].push(id);
        }
        if words.roles(id).contains(&Role::Name) && words.text(id).len() >= SHORTEST_INITIALS {
            self.by_initials.entry(pinyin::initials(&text)).or_default().push(id);
        }
    }

    /// Names with these initials.
    pub(crate) fn initialled(&self, letters: &str) -> &[TermId] {
        self.by_initials.get(letters).map_or(&[], Vec::as_slice)
    }

    /// Words whose folded pinyin `letters` begins with.
    pub(crate) fn by_pinyin<'a>(
        &'a self,
        letters: &'a [char],
    ) -> impl Iterator<Item = (usize, &'a [TermId])> + 'a {
        let lists = self.letters.common_prefix_search(letters);
        lists.map(|(length, list)| (length, self.by_letters[list as usize].as_slice()))
    }
}
