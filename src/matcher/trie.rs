//! Finds every known term that starts at a place of a text, shortest first.
//! Knows nothing of what a term means.

/// Position of a term in the vocabulary.
pub(super) type TermId = u32;

const NONE: u32 = u32::MAX;

/// Room for the words of a report from the start: growing on the way would move them all several times.
const ROOM: usize = 1 << 16;

/// Where one stands in a trie after some characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node(u32);

/// Where every walk begins.
pub(super) const ROOT: Node = Node(0);

/// An edge with the node that it leads to and the term that ends there: a step of a walk touches one line of memory.
#[derive(Debug, Clone, Copy)]
struct Edge {
    from: u32,
    letter: char,
    to: u32,
    term: TermId,
}

/// What no edge fills: nothing leads to the root.
const FREE: Edge = Edge { from: 0, letter: '\0', to: 0, term: NONE };

/// A trie over characters. Its edges lie in one table with open addressing, half of it free at least: a question takes
/// some two hundred steps, and how much memory each of them touches is nearly all that it costs.
#[derive(Debug)]
pub(super) struct Trie {
    edges: Vec<Edge>,
    /// For each node where the edge to it lies; nothing for the root.
    places: Vec<u32>,
}

impl Default for Trie {
    fn default() -> Self {
        let places = Vec::with_capacity(ROOM / 2);
        let mut trie = Self { edges: vec![FREE; ROOM], places };
        trie.places.push(NONE);
        trie
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
    pub(super) fn grow(&mut self, Node(from): Node, letter: char) -> Node {
        let place = self.place(from, letter);
        if self.edges[place].to != FREE.to {
            return Node(self.edges[place].to);
        }
        let to = position(self.places.len());
        self.edges[place] = Edge { from, letter, to, term: NONE };
        self.places.push(position(place));
        if self.places.len() * 2 > self.edges.len() {
            self.widen();
        }
        Node(to)
    }

    /// Puts a term where none stands; returns the one that stood there already, if any. At the root none ever stands.
    pub(super) fn set(&mut self, Node(node): Node, term: TermId) -> Option<TermId> {
        let edge = self.edges.get_mut(self.places[node as usize] as usize)?;
        if edge.term == NONE {
            edge.term = term;
            return None;
        }
        Some(edge.term)
    }

    /// The terms that `text` begins with: how many characters each takes, and which it is.
    pub(super) fn prefixes<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, TermId)> + 'a {
        let mut node = 0;
        text.iter()
            .enumerate()
            .map_while(move |(at, letter)| {
                let edge = self.edge(node, *letter)?;
                node = edge.to;
                Some((at + 1, edge.term))
            })
            .filter(|(_, term)| *term != NONE)
    }

    /// The term that is exactly `text`.
    #[must_use]
    pub(super) fn get(&self, text: &[char]) -> Option<TermId> {
        let (mut node, mut term) = (0, NONE);
        for letter in text {
            let edge = self.edge(node, *letter)?;
            (node, term) = (edge.to, edge.term);
        }
        Some(term).filter(|it| *it != NONE)
    }

    fn edge(&self, from: u32, letter: char) -> Option<&Edge> {
        Some(&self.edges[self.place(from, letter)]).filter(|it| it.to != FREE.to)
    }

    /// Where this edge lies, or would.
    fn place(&self, from: u32, letter: char) -> usize {
        let last = self.edges.len() - 1;
        let mut place = spread(from, letter) & last;
        loop {
            let edge = &self.edges[place];
            if edge.to == FREE.to || (edge.from == from && edge.letter == letter) {
                return place;
            }
            place = (place + 1) & last;
        }
    }

    /// Doubles the table.
    fn widen(&mut self) {
        let wider = vec![FREE; self.edges.len() * 2];
        let edges = std::mem::replace(&mut self.edges, wider);
        for edge in edges.into_iter().filter(|it| it.to != FREE.to) {
            let place = self.place(edge.from, edge.letter);
            self.edges[place] = edge;
            self.places[edge.to as usize] = position(place);
        }
    }
}

/// Fibonacci hashing: the upper bits of a product with 2^64 divided by the golden ratio.
fn spread(from: u32, letter: char) -> usize {
    let key = u64::from(from) << 32 | u64::from(letter);
    usize::try_from(key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 36).unwrap_or_default()
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn words_are_found_at_the_start_of_a_text_shortest_first() {
        let mut trie = Trie::default();
        for (term, word) in ["青年", "青年之家", "年", "家"].into_iter().enumerate() {
            assert_eq!(trie.insert(word.chars(), position(term)), None);
        }
        assert_eq!(trie.insert("年".chars(), 9), Some(2));
        let text = letters("青年之家");
        assert_eq!(trie.prefixes(&text).collect::<Vec<_>>(), [(2, 0), (4, 1)]);
        assert_eq!((trie.get(&text[1..2]), trie.get(&text[..1]), trie.get(&[])), (Some(2), None, None));
    }

    #[test]
    fn a_trie_that_has_grown_still_knows_every_word() {
        let mut trie = Trie::default();
        let word = |at: u32| [at % 257, at / 257].map(|it| char::from_u32(0x4E00 + it).unwrap());
        let many = position(ROOM) * 2;
        (0..many).for_each(|at| assert_eq!(trie.insert(word(at), at), None));
        assert!((0..many).all(|at| trie.get(&word(at)) == Some(at)));
        assert!(trie.edges.len() >= 2 * trie.places.len());
    }
}
