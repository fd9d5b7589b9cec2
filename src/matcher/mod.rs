//! Question to figures: what is question, what it is about, how well each figure fits.
//! Says nothing: wording is [`crate::answer`]'s.
//!
//! The rooms stand here in the order in which they may name one another: a room names only those above it.
//! `tests/architecture.rs` keeps that.

// What words mean, as data.
mod lexicon;
// The words that are known, and the ways to find them.
mod vocabulary;
// What stands where in the reports.
mod index;
// What is recognised before words are matched: times, places.
mod recognize;
// A question as a row of known words.
mod tokenize;
// A question as a frame: what is question, of what, when, where, by whom.
mod query;
// How well each document fits, and what rules it out.
mod scoring;
// What one span of a question comes to.
mod selection;
// The things that a question can be.
mod intents;
// Which of them it is.
mod decision;

// Which sentence of a message is the question.
mod message;
// A look inside, and the whole.
mod explain;
mod facade;

// What the tables beside the rules share.
#[cfg(test)]
mod testing;

pub use facade::{Matcher, Shared};
pub use index::Doc;
pub use index::headings::Heading;
pub use intents::anaphora::Lately;
pub use intents::verdict::{Obstacle, Reason, Understanding, Verdict};
pub use lexicon::cue::Cue;
pub use lexicon::lists::{Compound, Lexicon, Measure, ReportWords};
pub use scoring::constraints::Veto;
