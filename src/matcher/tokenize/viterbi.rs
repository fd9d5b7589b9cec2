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

#[cfg(test)]
mod tests {
    use super::{Edge, Step, cheapest};
    use crate::matcher::testing::{check, tokens};

    /// Steps as where they start, how far they go and what they cost; the way as where its steps start.
    fn way(length: usize, steps: &[(usize, usize, f32)]) -> Vec<usize> {
        let step = |(start, length, cost): &(usize, usize, f32)| {
            let (start, length, cost) = (*start, *length, *cost);
            Step { start, cost, edge: Edge::Latin { length } }
        };
        let steps: Vec<Step> = steps.iter().map(step).collect();
        cheapest(length, &steps).into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn one_long_step_or_several_short_ones_whichever_costs_less() {
        assert_eq!(way(2, &[(0, 1, 1.0), (0, 2, 1.9), (1, 1, 1.0)]), [0]);
        assert_eq!(way(2, &[(0, 1, 1.0), (0, 2, 2.1), (1, 1, 1.0)]), [0, 1]);
        // A cheap beginning that leads nowhere is no way.
        assert_eq!(way(3, &[(0, 1, 0.1), (0, 2, 5.0), (2, 1, 1.0)]), [0, 2]);
        // Of two ways that cost alike the first one stays.
        assert_eq!(way(2, &[(0, 2, 2.0), (0, 1, 1.0), (1, 1, 1.0)]), [0]);
        assert!(way(2, &[(0, 1, 1.0)]).is_empty());
    }

    #[test]
    fn the_cheapest_way_through_a_question() {
        let rows: &[(&str, &str)] = &[
            ("志愿服务岗点几个", "志愿服务岗点|几|个"),
            ("童伴计划的活动有几场", "童伴计划|的|活动|有|几|场"),
            ("青年之家之家", "青年之家|之|家"),
            ("期数最少的是哪个", "期数|最少|的|是哪个"),
            ("", ""),
        ];
        check(rows, tokens);
    }
}
