//! Question to hits: what is asked, what it is about, how well each figure fits.
//! Says nothing: wording is [`crate::answer`]'s.

// The words that are known, and the ways to find them.
mod lexicon;
mod cue;
mod role;
mod vocabulary;
mod trie;
mod slips;
mod spelling;
mod spelt;

// What stands where in the reports.
mod texts;
mod keys;
mod grams;
mod postings;
mod index;
mod heads;
mod outline;

// A question as a row of known words.
mod reading;
mod lattice;
mod path;
mod gaps;
mod repair;
mod memo;
mod mixed;
mod latin;
mod pieces;
mod negation;

// What is asked.
mod asked;
mod phrase;
mod stretch;

// How well each document fits, and what rules it out.
mod weights;
mod evidence;
mod tally;
mod score;
mod measuring;
mod veto;
mod bounds;
mod counting;
mod numbers;

// What a question comes to.
mod decide;
mod absent;
mod single;
mod settled;
mod several;
mod each;
mod context;
mod understand;
mod refusing;
mod recall;
mod lookup;
mod lists;
mod ranking;
mod sides;
mod row;
mod shared;

// The whole, and a look inside.
mod facade;
mod explain;
mod schema;

pub use cue::Cue;
pub use facade::Matcher;
pub use index::Doc;
pub use lexicon::{Lexicon, Measure};
pub use outline::Heading;
pub use recall::Lately;
pub use understand::{Reason, Understanding, Verdict};
pub use veto::Veto;
