//! What people see of the bot before they ask: its commands and its short description.
//! Sets only what has changed, once at the start; a failure is logged and harms nothing.

use super::api::{Api, Failure};
use super::{outbox, words};
use serde::Deserialize;
use std::sync::Arc;
use teloxide_core::payloads::{
    GetMyCommands, GetMyCommandsSetters, GetMyShortDescription, SetMyCommands, SetMyCommandsSetters,
    SetMyShortDescription, SetMyShortDescriptionSetters,
};
use teloxide_core::types::{BotCommand, BotCommandScope, ChatId, True};

/// Sets commands and description where they differ from what is wanted; those who may ask for more see more.
pub(super) async fn announce(api: Arc<Api>, admins: Vec<u64>) {
    for (scope, commands) in [
        (BotCommandScope::AllPrivateChats, words::commands_in_private()),
        (BotCommandScope::AllGroupChats, words::commands_in_groups()),
    ] {
        log(set_commands(&api, scope, commands).await);
    }
    log(set_description(&api).await);
    for admin in admins.into_iter().filter_map(|it| i64::try_from(it).ok()) {
        let scope = BotCommandScope::Chat { chat_id: ChatId(admin).into() };
        // Who never wrote to the bot has no chat with it, and types the commands unseen.
        if let Err(failure) = set_commands(&api, scope, &words::commands_of_admins()).await {
            log::debug!("an administrator's commands could not be set: {failure}");
        }
    }
}

async fn set_commands(api: &Api, scope: BotCommandScope, commands: &[(&str, &str)]) -> Result<(), Failure> {
    let wanted: Vec<BotCommand> = commands.iter().map(|(name, text)| BotCommand::new(*name, *text)).collect();
    let known: Vec<BotCommand> = outbox::deliver(api, &GetMyCommands::new().scope(scope.clone())).await?;
    if known != wanted {
        let _: True = outbox::deliver(api, &SetMyCommands::new(wanted).scope(scope)).await?;
        log::info!("the list of commands has been set");
    }
    Ok(())
}

#[derive(Deserialize)]
struct Description {
    short_description: String,
}

async fn set_description(api: &Api) -> Result<(), Failure> {
    let known = match outbox::deliver(api, &GetMyShortDescription::new()).await {
        Ok(Description { short_description }) => short_description,
        // A server that does not tell is told all the same.
        Err(Failure::Odd) => String::new(),
        Err(failure) => return Err(failure),
    };
    if known != words::short_description() {
        let wanted = SetMyShortDescription::new().short_description(words::short_description());
        let _: True = outbox::deliver(api, &wanted).await?;
        log::info!("the short description has been set");
    }
    Ok(())
}

fn log(result: Result<(), Failure>) {
    if let Err(failure) = result {
        log::warn!("commands or description could not be set: {failure}");
    }
}
