//! Chats that let the bot in, shut it out or mute it.
//! Remembers and logs it, once for each change; says nothing in the chat.

use super::desk::Desk;
use super::endpoints::Outcome;
use std::sync::Arc;
use teloxide::types::{ChatMemberKind, ChatMemberUpdated, Restricted};

/// Takes note of what the bot may do in a chat from now on.
pub(super) async fn changed(desk: Arc<Desk>, change: ChatMemberUpdated) -> Outcome {
    if may_speak(&change.new_chat_member.kind) {
        desk.opened(change.chat.id);
    } else {
        desk.shut(change.chat.id);
    }
    Ok(())
}

fn may_speak(kind: &ChatMemberKind) -> bool {
    match kind {
        ChatMemberKind::Left | ChatMemberKind::Banned(_) => false,
        ChatMemberKind::Restricted(Restricted { is_member, can_send_messages, .. }) => {
            *is_member && *can_send_messages
        }
        _ => true,
    }
}
