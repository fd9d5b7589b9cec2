//! What words mean, as it stands in `data/common/` and beside the reports: lists, intentions, roles.
//! Finds no word in a text: that is [`crate::matcher::vocabulary`]'s.

pub(crate) mod cue;
pub(crate) mod lists;
pub(crate) mod read;
pub(crate) mod role;

mod schema;
