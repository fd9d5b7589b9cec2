//! The same figure asked again in a group within a few minutes: the answer stands there already.
//! Only finds the earlier answer; wording is [`super::words`]'s.

use super::desk::Desk;
use super::update::{Message, Topic};
use crate::answer::{Answer, Kind, Target};
use std::time::Instant;
use teloxide_core::types;

/// A link to the earlier answer, where this one would say the same.
pub(super) fn earlier(desk: &Desk, message: &Message, answer: &Answer) -> Option<String> {
    let only = figure(answer).filter(|_| !message.chat.is_private() && message.edit_date.is_none())?;
    // A link into a channel's direct messages opens for nobody.
    if matches!(message.topic(), Some(Topic::Direct(_))) {
        return None;
    }
    let earlier = desk.memory().told(message.chat.id, message.topic(), only, Instant::now())?;
    let link = types::Message::url_of(message.chat.id, message.chat.username.as_deref(), earlier)?;
    Some(link.to_string())
}

/// The one figure that an answer tells.
fn figure(answer: &Answer) -> Option<Target> {
    match (answer.kind, &answer.targets[..]) {
        (Kind::Figure, [only @ Target::Figure(..)]) => Some(*only),
        _ => None,
    }
}
