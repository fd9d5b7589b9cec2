//! Texts by their characters, frozen into a double-array trie: a step of a walk reads two rows of memory, and a question
//! takes some two hundred steps.
//! Knows nothing of what a text means.

use crawdad::END_MARKER;

/// Position of a term in the vocabulary.
pub(crate) type TermId = u32;

/// A trie over characters that has all its keys, as a double array; no key may be added.
#[derive(Default)]
pub(crate) struct Trie {
    /// Nothing where there is no key: the crate makes no double array without one.
    array: Option<crawdad::Trie>,
}

impl std::fmt::Debug for Trie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let elements = self.array.as_ref().map_or(0, crawdad::Trie::num_elems);
        f.debug_struct("Trie").field("elements", &elements).finish()
    }
}

impl Trie {
    /// Of keys that differ from one another. Two kinds of keys are never found: the empty one, and one with U+FFFF, which
    /// is no character and marks the end of a key in the double array.
    pub(crate) fn of(keys: impl IntoIterator<Item = (String, TermId)>) -> Self {
        let is_key = |key: &str| !key.is_empty() && !key.contains(END_MARKER);
        let mut keys = keys.into_iter().filter(|(key, _)| is_key(key)).peekable();
        if keys.peek().is_none() {
            return Self::default();
        }
        let array = crawdad::Trie::from_records(keys);
        debug_assert!(array.is_ok(), "keys that differ: {:?}", array.err());
        Self { array: array.ok() }
    }

    /// The term whose key is exactly this text.
    pub(crate) fn exact_match(&self, text: &[char]) -> Option<TermId> {
        let array = self.array.as_ref().filter(|_| !text.contains(&END_MARKER))?;
        array.exact_match(text.iter().copied())
    }

    /// The terms whose keys `text` begins with, shortest first: how many characters each takes, and which it is.
    pub(crate) fn common_prefix_search<'a>(
        &'a self,
        text: &'a [char],
    ) -> impl Iterator<Item = (usize, TermId)> + 'a {
        // The array would take U+FFFF for the end of a key, and find the key with it once more.
        let letters = text.iter().copied().take_while(|it| *it != END_MARKER);
        // Asked once more after its end, the crate's search would go on behind the character that ended it: hence `fuse`.
        let found = self.array.as_ref().map(|array| array.common_prefix_search(letters).fuse());
        found.into_iter().flatten().map(|(term, length)| (length, term))
    }
}

#[cfg(test)]
mod tests;
