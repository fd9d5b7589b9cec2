//! How well each document fits what is question: what speaks for it, what rules it out.
//! Chooses none: that is [`crate::matcher::selection`]'s.

pub(crate) mod accumulators;
pub(crate) mod budget;
pub(crate) mod cache;
pub(crate) mod constraints;
pub(crate) mod context;
pub(crate) mod evidence;
pub(crate) mod score;
pub(crate) mod weights;
