//! What was scored already while one question is understood: the same span is looked at several times, by itself,
//! within the talk, and once more where it lists things.
//! Lives as long as the question; scores nothing.

use crate::matcher::query::question::Question;
use crate::matcher::scoring::score::Hit;
use std::cell::RefCell;
use std::rc::Rc;

/// Most questions have one span or two; what a hostile one has more is scored anew.
const KEPT: usize = 16;

/// The hits of each span, whatever the talk is about.
#[derive(Default)]
pub(crate) struct Cache {
    spans: RefCell<Vec<(Question, Rc<Vec<Hit>>)>>,
}

impl Cache {
    /// The hits for what is question: those that are known, else those that `score` finds.
    pub(crate) fn hits(&self, question: &Question, score: impl FnOnce() -> Vec<Hit>) -> Rc<Vec<Hit>> {
        let known = |(it, hits): &(Question, Rc<Vec<Hit>>)| (it == question).then(|| Rc::clone(hits));
        if let Some(hits) = self.spans.borrow().iter().find_map(known) {
            return hits;
        }
        let hits = Rc::new(score());
        let mut spans = self.spans.borrow_mut();
        if spans.len() < KEPT {
            spans.push((question.clone(), Rc::clone(&hits)));
        }
        hits
    }
}
