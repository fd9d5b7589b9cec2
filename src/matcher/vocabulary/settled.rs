//! A trie that has all its terms, laid out so that a walk touches little memory: the children of a node lie side by side,
//! and what a term may begin with is a bit for each character. A question takes some two hundred steps, and the memory
//! they touch is nearly all that they cost.
//! Knows nothing of what a term means.

use crate::matcher::vocabulary::trie::{NONE, Node, TermId, Trie};

/// A node: its children are the rows from `first` up to the next row's `first`, by their letters.
#[derive(Debug, Clone, Copy)]
struct Row {
    letter: char,
    first: u32,
    term: TermId,
}

/// Characters below this have a bit that tells whether a term begins with them; others are rare.
const MARKED: usize = 1 << 16;
/// So many children are looked through one by one.
const FEW: usize = 8;

/// A trie that grows no more.
#[derive(Debug)]
pub(crate) struct Settled {
    rows: Vec<Row>,
    /// A bit for each character that a term begins with.
    marks: Vec<u64>,
    /// For each word of `marks` how many bits stand before it: the rows of the root's children follow their letters.
    ranks: Vec<u32>,
}

impl Settled {
    /// The same terms.
    pub(crate) fn of(trie: &Trie) -> Self {
        let (starts, mut edges) = by_node(trie);
        let mut rows = Vec::with_capacity(trie.terms.len() + 1);
        rows.push(Row { letter: '\0', first: 0, term: NONE });
        // Level by level, so that children lie together; the node of each row in the trie.
        let mut nodes = Vec::with_capacity(trie.terms.len());
        nodes.push(0);
        let mut at = 0;
        while at < nodes.len() {
            rows[at].first = position(rows.len());
            let children = &mut edges[starts[nodes[at]]..starts[nodes[at] + 1]];
            children.sort_unstable();
            for (letter, to) in children {
                rows.push(Row { letter: *letter, first: 0, term: trie.terms[*to as usize] });
                nodes.push(*to as usize);
            }
            at += 1;
        }
        rows.push(Row { letter: '\0', first: position(rows.len()), term: NONE });
        let (marks, ranks) = marks(&rows);
        Self { rows, marks, ranks }
    }

    /// Where a letter leads from a node, and the term that ends there or [`NONE`].
    pub(crate) fn step(&self, Node(node): Node, letter: char) -> Option<(Node, TermId)> {
        let row = if node == 0 { self.begin(letter)? } else { self.child(node as usize, letter)? };
        Some((Node(position(row)), self.rows[row].term))
    }

    /// The row of a term's first letter.
    fn begin(&self, letter: char) -> Option<usize> {
        let code = letter as usize;
        let Some(word) = self.marks.get(code / 64) else { return self.child(0, letter) };
        let bit = 1_u64 << (code % 64);
        let before = (word & (bit - 1)).count_ones() + self.ranks[code / 64];
        (word & bit != 0).then_some(1 + before as usize)
    }

    fn child(&self, node: usize, letter: char) -> Option<usize> {
        let (start, end) = (self.rows[node].first as usize, self.rows[node + 1].first as usize);
        let children = &self.rows[start..end];
        let place = if children.len() <= FEW {
            children.iter().position(|it| it.letter == letter)?
        } else {
            children.binary_search_by_key(&letter, |it| it.letter).ok()?
        };
        Some(start + place)
    }
}

/// The edges from each node, one node's behind the other's, and where each node's start.
fn by_node(trie: &Trie) -> (Vec<usize>, Vec<(char, u32)>) {
    let mut starts = vec![0; trie.terms.len() + 1];
    trie.edges.keys().for_each(|(from, _)| starts[*from as usize + 1] += 1);
    (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
    let (mut next, mut edges) = (starts.clone(), vec![('\0', 0); trie.edges.len()]);
    for ((from, letter), to) in &trie.edges {
        edges[next[*from as usize]] = (*letter, *to);
        next[*from as usize] += 1;
    }
    (starts, edges)
}

/// The bits and ranks of the root's children.
fn marks(rows: &[Row]) -> (Vec<u64>, Vec<u32>) {
    let mut marks = vec![0_u64; MARKED / 64];
    for row in &rows[rows[0].first as usize..rows[1].first as usize] {
        if let Some(word) = marks.get_mut(row.letter as usize / 64) {
            *word |= 1 << (row.letter as usize % 64);
        }
    }
    let mut before = 0;
    let mut rank = |word: &u64| {
        let rank = before;
        before += word.count_ones();
        rank
    };
    let ranks = marks.iter().map(&mut rank).collect();
    (marks, ranks)
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::vocabulary::trie::ROOT;

    fn get(settled: &Settled, word: &str) -> Option<TermId> {
        let step = |(node, _), letter| settled.step(node, letter);
        word.chars().try_fold((ROOT, NONE), step).map(|it| it.1).filter(|it| *it != NONE)
    }

    #[test]
    fn every_word_is_found_and_nothing_else() {
        let mut trie = Trie::default();
        let mut words: Vec<String> =
            ["青年", "青年之家", "年", "家", "up主", "𠮷野家", "𠮷", "🙂"].map(str::to_owned).into();
        // A node with many children, and as many first letters.
        words.extend((0..300).filter_map(|it| Some(format!("青{}", char::from_u32(0x5000 + it)?))));
        words.extend((0..300).filter_map(|it| Some(format!("{}团", char::from_u32(0x6000 + it)?))));
        for (term, word) in words.iter().enumerate() {
            assert_eq!(trie.insert(word.chars(), position(term)), None, "{word}");
        }
        let settled = Settled::of(&trie);
        for (term, word) in words.iter().enumerate() {
            assert_eq!(get(&settled, word), Some(position(term)), "{word}");
        }
        for other in ["", "青", "青年之", "青年之家们", "中", "🙃", "u", "𠮷野", "\0"] {
            assert_eq!(get(&settled, other), None, "{other}");
        }
    }

    #[test]
    fn where_there_are_no_words_none_is_found() {
        assert_eq!(get(&Settled::of(&Trie::default()), "青"), None);
    }
}
