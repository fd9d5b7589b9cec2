//! The league that a chat has chosen as its own: which one is meant where a question names none.
//! Kept for as long as the process runs. What it does to a question is [`crate::engine`]'s.

use super::api::Failure;
use super::desk::Desk;
use super::endpoints::Outcome;
use super::update::Message;
use super::words;
use crate::engine::Engine;
use std::time::Instant;
use teloxide_core::types::ChatMember;

/// `/home`, with the name of a league or without.
pub(super) async fn home(desk: &Desk, message: &Message, name: &str) -> Outcome {
    let engine = desk.engine();
    let said = match (name.is_empty(), engine.league_named(name)) {
        (true, _) => {
            let report = of(desk, message, &engine).unwrap_or(0);
            words::home_is(engine.place_of(report))
        }
        (false, None) => words::no_such_home(&places(&engine)),
        (false, Some(_)) if !may_choose(desk, message).await? => words::home_is_for_admins().to_owned(),
        (false, Some(report)) => {
            let place = engine.place_of(report);
            desk.memory().choose_home(message.chat.id, place.to_owned(), Instant::now());
            words::home_chosen(place)
        }
    };
    desk.reply(message, &said.into()).await.map(drop)
}

/// The newest report of the league that the message's chat has chosen.
pub(super) fn of(desk: &Desk, message: &Message, engine: &Engine) -> Option<usize> {
    let memory = desk.memory();
    engine.league_named(memory.home(message.chat.id, Instant::now())?)
}

/// In private everybody chooses for himself, in a group its administrators do, by name or as the group.
async fn may_choose(desk: &Desk, message: &Message) -> Result<bool, Failure> {
    if message.chat.is_private() || message.sender_chat.as_ref().is_some_and(|it| it.id == message.chat.id) {
        return Ok(true);
    }
    let Some(person) = message.from.as_ref() else { return Ok(false) };
    let member: ChatMember = desk.member(message.chat.id, person.id).await?;
    Ok(member.is_privileged())
}

/// The places of the loaded leagues, each once.
fn places(engine: &Engine) -> Vec<&str> {
    let mut places: Vec<&str> = engine.reports().iter().map(|it| it.place.name.as_str()).collect();
    places.dedup();
    places.truncate(NAMED);
    places
}

/// So many places fit into a line.
const NAMED: usize = 8;
