//! What the unit of a figure adds to its score, and whether it is the one that was asked for.
//! Adds nothing up: that is [`crate::matcher::scoring::score`]'s.

use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{LOOSE, MEASURE, SAID_FOR};

impl Context<'_> {
    /// What the measure adds; nothing where the figure is counted in something else.
    pub(crate) fn measure(&self, at: usize, question: &Question) -> Option<f32> {
        if question.measures.is_empty() && question.colloquial.is_empty() {
            return Some(0.0);
        }
        let own = self.index.measures[at];
        let asks_for = |own: usize| question.measures.contains(&own);
        if own.is_some_and(asks_for) {
            return Some(MEASURE);
        }
        if own.is_some_and(|own| question.colloquial.contains(&own)) {
            return Some(SAID_FOR);
        }
        let loosely = |at: &usize| {
            let measure = &self.lexicon.measures[*at];
            own.is_some_and(|own| measure.loosely.contains(&self.lexicon.measures[own].id))
        };
        question.measures.iter().chain(&question.colloquial).any(loosely).then_some(LOOSE)
    }
}

#[cfg(test)]
mod tests {
    use super::{LOOSE, MEASURE, SAID_FOR};
    use crate::matcher::testing::check_pairs;

    #[test]
    fn the_unit_that_is_asked_for_is_the_figures_own_or_one_that_people_say_for_it() {
        let rows: &[(&str, &str, &str)] = &[
            // Its own
            ("青马多少人", "qingma-people", "MEASURE"),
            ("青马多少名", "qingma-people", "MEASURE"),
            ("话题阅读多少人次", "topic-views", "MEASURE"),
            ("免息贷款的金额", "startup-loan", "MEASURE"),
            // Said for it
            ("活动办了多少次", "child-events", "SAID_FOR"),
            ("信箱解决了多少起", "mailbox-cases", "SAID_FOR"),
            ("带货卖了多少钱", "farm-sales", "SAID_FOR"),
            // Said carelessly
            ("青联吸纳了多少个", "federation-members", "LOOSE"),
            ("突击队有几个", "shock-teams", "LOOSE"),
            // Another
            ("青马多少人", "qingma-classes", "another"),
            ("青马几期", "qingma-people", "another"),
            ("突击队多少人", "shock-teams", "another"),
            // None was asked for
            ("青马多少", "qingma-people", "any"),
            ("青马", "qingma-classes", "any"),
        ];
        let names = [(MEASURE, "MEASURE"), (SAID_FOR, "SAID_FOR"), (LOOSE, "LOOSE"), (0.0, "any")];
        check_pairs(rows, |context, doc| {
            let added = context.measure(doc, &context.question());
            let named = |added: f32| names.iter().find(|it| it.0.to_bits() == added.to_bits()).map(|it| it.1);
            added.map_or(Some("another"), named).expect("a bonus has a name").to_owned()
        });
    }
}
