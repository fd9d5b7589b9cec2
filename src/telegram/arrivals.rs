//! An update as it arrives, by a poll or by a webhook: known or new, readable or passed over, then queued.
//! Fetches nothing and confirms nothing.

use super::intake::Intake;
use super::update;
use serde_json::value::RawValue;

/// The number of an update, and whether it was new; a new one is queued. Nothing for what is no update.
pub(super) fn queue(intake: &Intake, raw: &RawValue) -> Option<(u32, bool)> {
    let number = update::number(raw)?;
    let is_new = intake.is_new(number);
    if is_new {
        match update::read(raw) {
            Some(update) => intake.push(update),
            None => {
                log::debug!("an update of an unknown kind was passed over");
                intake.settle(number);
            }
        }
    }
    Some((number, is_new))
}
