//! What the unit of a figure adds to its score, and whether it is the one that was asked for.
//! Adds nothing up: that is [`super::score`]'s.

use super::asked::Asked;
use super::score::Scene;
use super::weights::{LOOSE, MEASURE, SAID_FOR};

impl Scene<'_> {
    /// What the measure adds; nothing where the figure is counted in something else.
    pub(super) fn measure(&self, at: usize, asked: &Asked) -> Option<f32> {
        if asked.measures.is_empty() && asked.said.is_empty() {
            return Some(0.0);
        }
        let own = self.index.measures[at];
        let asks_for = |own: usize| asked.measures.contains(&own);
        if own.is_some_and(asks_for) {
            return Some(MEASURE);
        }
        if own.is_some_and(|own| asked.said.contains(&own)) {
            return Some(SAID_FOR);
        }
        let loosely = |at: &usize| {
            let measure = &self.lexicon.measures[*at];
            own.is_some_and(|own| measure.loosely.contains(&self.lexicon.measures[own].id))
        };
        asked.measures.iter().chain(&asked.said).any(loosely).then_some(LOOSE)
    }
}
