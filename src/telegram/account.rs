//! The bot's own account, as far as the bot looks at it: a Bot API server of some years ago tells no more.
//! Asks nobody who it is ([`super::running`] does).

use serde::Deserialize;
use teloxide_core::types::UserId;

/// What `getMe` tells.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Account {
    pub(super) id: UserId,
    pub(super) username: String,
    #[serde(default)]
    pub(super) first_name: String,
}
