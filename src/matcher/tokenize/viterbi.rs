//! Steps over a text and the cheapest way through them (Viterbi): knows no words and no costs.
//! Which steps there are is [`crate::matcher::tokenize::lattice`]'s, [`crate::matcher::tokenize::correction`]'s and [`crate::matcher::tokenize::mixed_script`]'s.

use crate::matcher::tokenize::Tier;
use crate::matcher::vocabulary::trie::TermId;
use smallvec::SmallVec;

/// The words that a step may be: one, but for words of the same sound.
pub(crate) type Terms = SmallVec<[TermId; 2]>;

/// A step of the cover.
#[derive(Debug, Clone)]
pub(crate) enum Edge {
    /// A word, or several of the same sound.
    Words { terms: Terms, tier: Tier, length: usize },
    /// A number: position in the list of numbers.
    Number { at: usize, length: usize },
    /// A slot that was recognised: position in the list of slots, and the word that it is too, if it is one.
    Slot { at: usize, term: Option<TermId>, length: usize },
    /// A run of Latin letters.
    Latin { length: usize },
    /// A mark or a blank.
    Mark,
    /// The second of two equal characters.
    Doubled,
    /// One character that nothing explains.
    Unknown,
}

impl Edge {
    /// How many characters it covers.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::Words { length, .. }
            | Self::Number { length, .. }
            | Self::Slot { length, .. }
            | Self::Latin { length } => *length,
            Self::Mark | Self::Doubled | Self::Unknown => 1,
        }
    }
}

/// An edge with where it starts and what it costs.
pub(crate) struct Step {
    pub(crate) start: usize,
    pub(crate) cost: f32,
    pub(crate) edge: Edge,
}

/// The cheapest path through steps that are sorted by where they start.
pub(crate) fn cheapest(length: usize, steps: &[Step]) -> Vec<(usize, Edge)> {
    let mut best = vec![(f32::INFINITY, usize::MAX); length + 1];
    best[0].0 = 0.0;
    for (at, step) in steps.iter().enumerate() {
        let cost = best[step.start].0 + step.cost;
        let end = step.start + step.edge.length();
        if cost < best[end].0 {
            best[end] = (cost, at);
        }
    }
    let mut path = Vec::new();
    let mut end = length;
    while end > 0 {
        let Some(step) = steps.get(best[end].1) else { return Vec::new() };
        path.push((step.start, step.edge.clone()));
        end = step.start;
    }
    path.reverse();
    path
}
