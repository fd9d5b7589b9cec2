//! Identifiers: anything may be one, but nothing empty, and none stands twice.
//! Names what they belong to nowhere.

use super::super::problem::Finding;
use super::super::words;
use super::At;
use super::at::Kept;
use rustc_hash::FxHashMap;

/// Identifiers of initiatives and figures: one name space, since a link or a button carries either.
#[derive(Default)]
pub(super) struct Ids<'f>(FxHashMap<&'f str, Kept>);

impl<'f> Ids<'f> {
    /// Looks at one more.
    pub(super) fn add(&mut self, id: &'f str, at: At<'_>) -> Option<Finding> {
        if let Some(finding) = form(id, at) {
            return Some(finding);
        }
        if let Some(other) = self.0.get(id) {
            return Some(Finding::error(at.pointer(), words::id_twice(id)).against(other.pointer()));
        }
        self.0.insert(id, at.kept());
        None
    }
}

/// Something that can be seen.
pub(super) fn form(id: &str, at: At<'_>) -> Option<Finding> {
    id.trim().is_empty().then(|| Finding::error(at.pointer(), words::empty_id()))
}
