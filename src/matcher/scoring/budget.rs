//! The budget of steps that one question may cost, so that no message stops the bot, whatever is typed.
//! A step is one word of one span that is decided; what is decided from the cache costs as much.

use std::cell::Cell;

/// So many steps a question may cost: about ten times what the costliest question of the question files takes.
pub(crate) const STEPS: u32 = 10_000;

/// The steps that are left, and the work that was really done.
#[derive(Debug)]
pub(crate) struct Budget {
    left: Cell<u32>,
    scored: Cell<u32>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { left: Cell::new(STEPS), scored: Cell::new(0) }
    }
}

impl Budget {
    /// Spends the steps for a span of so many words; false where they are not left.
    pub(crate) fn spend(&self, words: usize) -> bool {
        let steps = u32::try_from(words + 1).unwrap_or(u32::MAX);
        match self.left.get().checked_sub(steps) {
            Some(left) => {
                self.left.set(left);
                true
            }
            None => {
                self.left.set(0);
                false
            }
        }
    }

    /// Notes that a span of so many words was scored, whoever asked for it.
    pub(crate) fn note_scored(&self, words: usize) {
        let steps = u32::try_from(words + 1).unwrap_or(u32::MAX);
        self.scored.set(self.scored.get().saturating_add(steps));
    }

    /// How many steps of scoring were done: no more than are in the budget, unless something scores past it.
    pub(crate) fn scored(&self) -> u32 {
        self.scored.get()
    }

    #[cfg(test)]
    fn spent(&self) -> u32 {
        STEPS - self.left.get()
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, STEPS};

    #[test]
    fn what_is_spent_is_gone_and_no_more_is_to_be_had() {
        let budget = Budget::default();
        assert!(budget.spend(9));
        assert_eq!(budget.spent(), 10);
        assert!(!budget.spend(STEPS as usize));
        assert!(!budget.spend(0));
        assert_eq!(budget.spent(), STEPS);
    }
}
