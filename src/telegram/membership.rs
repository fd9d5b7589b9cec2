//! Chats that let the bot in, shut it out or mute it.
//! Remembers and logs it, once for each change; says nothing in the chat.

use super::desk::Desk;
use super::update::Membership;

/// Takes note of what the bot may do in a chat from now on.
pub(super) fn changed(desk: &Desk, change: &Membership) {
    if change.may_speak() {
        desk.opened(change.chat.id);
    } else {
        desk.shut(change.chat.id);
    }
}
