//! Question to hits: what is asked, what it is about, how well each figure fits.
//! Says nothing: wording is [`crate::answer`]'s.

mod lexicon;
mod trie;
mod vocabulary;
mod reading;
mod lattice;
mod repair;
mod latin;
mod spelt;
mod index;
mod gaps;
mod heads;
mod pieces;
mod asked;
mod evidence;
mod weights;
mod score;
mod veto;
mod texts;
mod slips;
mod spelling;
mod context;
mod decide;
mod absent;
mod stretch;
mod single;
mod several;
mod each;
mod refusing;
mod lookup;
mod ranking;
mod negation;
mod numbers;
mod sides;
mod lists;
mod outline;
mod understand;
mod explain;
mod facade;
mod schema;

pub use facade::Matcher;
pub use index::Doc;
pub use lexicon::{Cue, Lexicon, Measure};
pub use outline::Heading;
pub use understand::{Reason, Understanding, Verdict};
pub use veto::Veto;
