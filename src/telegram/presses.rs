//! A tap on a button: the message that carries it shows something else.
//! What can be tapped is decided elsewhere ([`super::buttons`]).

use super::api::Failure;
use super::desk::Desk;
use super::endpoints::Outcome;
use super::limits::Turn;
use super::page::Page;
use super::update::{Message, Tap};
use super::view::{Press, Unreadable};
use super::words;
use crate::engine::Engine;
use std::time::Instant;
use teloxide_core::types::UserId;

/// Obeys a tap, or says briefly why not; the tap itself is answered in any case, so that no button spins.
pub(super) async fn press(desk: &Desk, tap: &Tap) -> Outcome {
    let turn = desk.limits().tap(tap, Instant::now());
    let notice = match turn {
        Turn::Answered => obey(desk, tap).await?,
        _ => Some(words::too_many()),
    };
    match desk.acknowledge(&tap.id, notice).await {
        // A tap that waited too long needs no answer any more.
        Err(Failure::Refused(_)) => Ok(()),
        result => result,
    }
}

/// What to tell the one who tapped, if anything.
async fn obey(desk: &Desk, tap: &Tap) -> Result<Option<&'static str>, Failure> {
    let Some(message) = tap.message() else { return Ok(Some(words::too_old())) };
    let engine = desk.engine();
    let press = match Press::read(tap.data.as_deref().unwrap_or_default(), &engine) {
        Ok(press) => press,
        Err(Unreadable::Outdated) => return Ok(Some(words::outdated())),
        Err(Unreadable::Strange) => return Ok(Some(words::too_old())),
    };
    if press.asker.is_some_and(|it| it != tap.from.id) {
        return Ok(Some(words::not_yours()));
    }
    let page = desk.pages(&engine, press.asker).view(&press.view, press.back);
    show(desk, message, tap.from.id, page, &engine).await
}

async fn show(
    desk: &Desk,
    message: &Message,
    person: UserId,
    page: Page,
    engine: &Engine,
) -> Result<Option<&'static str>, Failure> {
    match desk.change(message.chat.id, message.id(), &page).await {
        Ok(()) => {}
        Err(Failure::Refused(_)) => return Ok(Some(words::too_old())),
        Err(failure) => return Err(failure),
    }
    desk.memory().showed(message, person, page.topic, engine.fingerprint(), Instant::now());
    Ok(None)
}
