//! The things that a question can be: a look-up, a list, a rank, a comparison, an outline, a number turned round, a word
//! that points back. Each is found in a file of its own; which of them it is, [`crate::matcher::decision`] says.

pub(crate) mod ambiguous_name;
pub(crate) mod anaphora;
pub(crate) mod compare;
pub(crate) mod coordination;
pub(crate) mod describe;
pub(crate) mod enumerate;
pub(crate) mod facts;
pub(crate) mod filter;
pub(crate) mod list;
pub(crate) mod lookup;
pub(crate) mod out_of_domain;
pub(crate) mod outline;
pub(crate) mod rank;
pub(crate) mod reverse;
pub(crate) mod verdict;
pub(crate) mod verify;
