//! What one span of a question, and what its spans together come to: figures, a fact, a tie, or a no.
//! Knows no other thing that a question can be: those are [`crate::matcher::intents`].

pub(crate) mod distribute;
pub(crate) mod nearest;
pub(crate) mod select;
pub(crate) mod several;
pub(crate) mod windows;
