//! Identifiers: their form, and that none stands twice.
//! Names what they belong to nowhere.

use super::super::problem::Finding;
use super::super::words;
use super::At;
use super::at::Kept;
use rustc_hash::FxHashMap;

/// Buttons carry an identifier within Telegram's 64 bytes, beside a version and a verb; links within 64 characters.
const LONGEST: usize = 48;

/// Identifiers of initiatives and figures: one name space, since a link or a button carries either.
#[derive(Default)]
pub(super) struct Ids<'f>(FxHashMap<&'f str, Kept>);

impl<'f> Ids<'f> {
    /// Looks at one more.
    pub(super) fn add(&mut self, id: &'f str, at: At<'_>) -> Option<Finding> {
        if let Some(finding) = form(id, at) {
            return Some(finding);
        }
        if is_reserved(id) {
            return Some(Finding::error(at.pointer(), words::reserved_id(id)));
        }
        if let Some(other) = self.0.get(id) {
            return Some(Finding::error(at.pointer(), words::id_twice(id)).against(other.pointer()));
        }
        self.0.insert(id, at.kept());
        None
    }
}

/// Letters, digits and hyphens, and not too many.
pub(super) fn form(id: &str, at: At<'_>) -> Option<Finding> {
    let good = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let fits = !id.is_empty() && id.len() <= LONGEST && id.chars().all(good);
    (!fits).then(|| Finding::error(at.pointer(), words::bad_id(id, LONGEST)))
}

/// `part-1` and `section-3` are how links name what has no identifier of its own.
fn is_reserved(id: &str) -> bool {
    let numbered =
        |prefix| id.strip_prefix(prefix).is_some_and(|it: &str| it.bytes().all(|byte| byte.is_ascii_digit()));
    numbered("part-") || numbered("section-")
}
