//! What was scored already while one question is understood: the same stretch is looked at several times, by itself,
//! within the talk, and once more where it lists things.
//! Lives as long as the question; scores nothing.

use super::asked::Asked;
use super::score::Hit;
use std::cell::RefCell;
use std::rc::Rc;

/// Most questions have one stretch or two; what a hostile one has more is scored anew.
const KEPT: usize = 16;

/// The hits of each stretch, whatever the talk is about.
#[derive(Default)]
pub(super) struct Memo {
    stretches: RefCell<Vec<(Asked, Rc<Vec<Hit>>)>>,
}

impl Memo {
    /// The hits for what is asked: those that are known, else those that `score` finds.
    pub(super) fn hits(&self, asked: &Asked, score: impl FnOnce() -> Vec<Hit>) -> Rc<Vec<Hit>> {
        let known = |(it, hits): &(Asked, Rc<Vec<Hit>>)| (it == asked).then(|| Rc::clone(hits));
        if let Some(hits) = self.stretches.borrow().iter().find_map(known) {
            return hits;
        }
        let hits = Rc::new(score());
        let mut stretches = self.stretches.borrow_mut();
        if stretches.len() < KEPT {
            stretches.push((asked.clone(), Rc::clone(&hits)));
        }
        hits
    }
}
