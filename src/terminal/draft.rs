//! The command `draft`: reads a source, compiles it, writes report data, says what was found and what to look at.
//! Compiles nothing itself: [`crate::draft`] does.
