//! Finds every known term that starts at a place of a text, shortest first.
//! Knows nothing of what a term means.

use rustc_hash::FxHashMap;

/// Position of a term in the vocabulary.
pub(super) type TermId = u32;

const NONE: u32 = u32::MAX;

/// Room for the words of a report from the start, as many as 2^15 places hold: growing on the way would move them all
/// several times, and every page of memory that is touched costs as much as hundreds of look-ups.
const ROOM: usize = (1 << 15) / 8 * 7;

/// Where one stands in a trie after some characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node(u32);

/// Where every walk begins.
pub(super) const ROOT: Node = Node(0);

/// A trie over characters: one hash look-up a step, so that a text is walked once however many terms there are.
#[derive(Debug)]
pub(super) struct Trie {
    edges: FxHashMap<(u32, char), u32>,
    terms: Vec<TermId>,
}

impl Default for Trie {
    fn default() -> Self {
        let edges = FxHashMap::with_capacity_and_hasher(ROOM, rustc_hash::FxBuildHasher);
        Self { edges, terms: vec![NONE] }
    }
}

impl Trie {
    /// Adds a key; returns the term that stood there already, if any.
    pub(super) fn insert(&mut self, key: impl IntoIterator<Item = char>, term: TermId) -> Option<TermId> {
        let mut node = ROOT;
        for letter in key {
            node = self.grow(node, letter);
        }
        self.set(node, term)
    }

    /// The node that `letter` leads to from `node`: a new one where it led nowhere.
    pub(super) fn grow(&mut self, node: Node, letter: char) -> Node {
        let next = u32::try_from(self.terms.len()).unwrap_or(NONE);
        let Node(node) = node;
        let node = *self.edges.entry((node, letter)).or_insert(next);
        if node == next {
            self.terms.push(NONE);
        }
        Node(node)
    }

    /// Puts a term where none stands; returns the one that stood there already, if any.
    pub(super) fn set(&mut self, node: Node, term: TermId) -> Option<TermId> {
        let Node(node) = node;
        let slot = &mut self.terms[node as usize];
        if *slot == NONE {
            *slot = term;
            return None;
        }
        Some(*slot)
    }

    /// The terms that `text` begins with: how many characters each takes, and which it is.
    pub(super) fn prefixes<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, TermId)> + 'a {
        let mut node = 0;
        text.iter()
            .enumerate()
            .map_while(move |(at, letter)| {
                node = *self.edges.get(&(node, *letter))?;
                Some((at + 1, self.terms[node as usize]))
            })
            .filter(|(_, term)| *term != NONE)
    }

    /// The term that is exactly `text`.
    #[must_use]
    pub(super) fn get(&self, text: &[char]) -> Option<TermId> {
        let mut node = 0;
        for letter in text {
            node = *self.edges.get(&(node, *letter))?;
        }
        Some(self.terms[node as usize]).filter(|term| *term != NONE)
    }
}
