//! What the unit of a figure adds to its score, and whether it is the one that was asked for.
//! Adds nothing up: that is [`crate::matcher::scoring::score`]'s.

use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{LOOSE, MEASURE, SAID_FOR};

impl Context<'_> {
    /// What the measure adds; nothing where the figure is counted in something else.
    pub(crate) fn measure(&self, at: usize, question: &Question) -> Option<f32> {
        if question.measures.is_empty() && question.said.is_empty() {
            return Some(0.0);
        }
        let own = self.index.measures[at];
        let asks_for = |own: usize| question.measures.contains(&own);
        if own.is_some_and(asks_for) {
            return Some(MEASURE);
        }
        if own.is_some_and(|own| question.said.contains(&own)) {
            return Some(SAID_FOR);
        }
        let loosely = |at: &usize| {
            let measure = &self.lexicon.measures[*at];
            own.is_some_and(|own| measure.loosely.contains(&self.lexicon.measures[own].id))
        };
        question.measures.iter().chain(&question.said).any(loosely).then_some(LOOSE)
    }
}
