//! A message as its handlers share it: dptree gives each of them a copy of what it asks for, and this one costs nothing.
//! Decides nothing.

use std::ops::Deref;
use std::sync::Arc;
use teloxide::types::{Message, Update, UpdateId, UpdateKind};

/// The message of an update that is known to have one.
#[derive(Clone)]
pub(super) struct Said(Arc<Update>);

impl Said {
    /// A message that was sent.
    pub(super) fn first(update: Arc<Update>) -> Option<Self> {
        matches!(update.kind, UpdateKind::Message(_)).then(|| Self(update))
    }

    /// A message that was edited.
    pub(super) fn edited(update: Arc<Update>) -> Option<Self> {
        matches!(update.kind, UpdateKind::EditedMessage(_)).then(|| Self(update))
    }

    /// The update that brought it.
    pub(super) fn update(&self) -> UpdateId {
        self.0.id
    }
}

impl Deref for Said {
    type Target = Message;

    fn deref(&self) -> &Message {
        match &self.0.kind {
            UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => message,
            _ => unreachable!("made of nothing else above"),
        }
    }
}
