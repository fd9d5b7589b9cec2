//! The letters of all known terms, one node for each beginning, while terms are still added.
//! Once all are there, [`crate::matcher::vocabulary::settled`] finds them sooner.

use rustc_hash::FxHashMap;

/// Position of a term in the vocabulary.
pub(crate) type TermId = u32;

/// No term.
pub(crate) const NONE: TermId = TermId::MAX;

/// Room for the words of a report from the start, as many as 2^15 places hold: growing on the way would move them all
/// several times, and every page of memory that is touched costs as much as hundreds of look-ups.
const ROOM: usize = (1 << 15) / 8 * 7;

/// Where one stands in a trie after some characters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node(pub(crate) u32);

/// Where every walk begins.
pub(crate) const ROOT: Node = Node(0);

/// A trie over characters: one hash look-up a step, so that a text is walked once however many terms there are.
#[derive(Debug)]
pub(crate) struct Trie {
    /// From a node by a letter to a node.
    pub(crate) edges: FxHashMap<(u32, char), u32>,
    /// For each node the term that ends there, or [`NONE`].
    pub(crate) terms: Vec<TermId>,
}

impl Default for Trie {
    fn default() -> Self {
        Self { edges: FxHashMap::default(), terms: vec![NONE] }
    }
}

impl Trie {
    /// Without terms, with room for those of a report.
    pub(crate) fn roomy() -> Self {
        Self {
            edges: FxHashMap::with_capacity_and_hasher(ROOM, rustc_hash::FxBuildHasher),
            ..Self::default()
        }
    }

    /// Adds a key; returns the term that stood there already, if any.
    pub(crate) fn insert(&mut self, key: impl IntoIterator<Item = char>, term: TermId) -> Option<TermId> {
        let mut node = ROOT;
        for letter in key {
            node = self.grow(node, letter);
        }
        self.set(node, term)
    }

    /// The node that `letter` leads to from `node`: a new one where it led nowhere.
    pub(crate) fn grow(&mut self, node: Node, letter: char) -> Node {
        let next = u32::try_from(self.terms.len()).unwrap_or(NONE);
        let Node(node) = node;
        let node = *self.edges.entry((node, letter)).or_insert(next);
        if node == next {
            self.terms.push(NONE);
        }
        Node(node)
    }

    /// Puts a term where none stands; returns the one that stood there already, if any.
    pub(crate) fn set(&mut self, node: Node, term: TermId) -> Option<TermId> {
        let Node(node) = node;
        let slot = &mut self.terms[node as usize];
        if *slot == NONE {
            *slot = term;
            return None;
        }
        Some(*slot)
    }

    /// Where a letter leads from a node, and the term that ends there or [`NONE`].
    pub(crate) fn step(&self, Node(node): Node, letter: char) -> Option<(Node, TermId)> {
        let node = *self.edges.get(&(node, letter))?;
        Some((Node(node), self.terms[node as usize]))
    }
}

/// The terms that `text` begins with, found step by step: how many characters each takes, and which it is.
pub(crate) fn prefixes<'a>(
    text: &'a [char],
    step: impl Fn(Node, char) -> Option<(Node, TermId)> + 'a,
) -> impl Iterator<Item = (usize, TermId)> + 'a {
    let mut node = ROOT;
    let steps = text.iter().enumerate().map_while(move |(at, letter)| {
        let (next, term) = step(node, *letter)?;
        node = next;
        Some((at + 1, term))
    });
    steps.filter(|(_, term)| *term != NONE)
}
