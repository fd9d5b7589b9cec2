//! Question to hits: what is asked, what it is about, how well each figure fits.
//! Says nothing: wording is [`crate::answer`]'s.
