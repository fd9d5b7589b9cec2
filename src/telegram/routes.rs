//! How the bot behaves, as a list of routes.
//! Each line says what is heard and which endpoint answers it; nothing else happens here.

use super::desk::Desk;
use super::endpoints::{self, Outcome};
use super::hearing::{Heard, heard, is_worth_a_change};
use super::intake::Intake;
use super::limits::{Turn, turn};
use super::update::{Kind, Message, Update};
use super::{home, inline, membership, office, presses};

/// What came in.
pub(super) async fn handle(desk: &Desk, intake: &Intake, update: &Update) -> Outcome {
    let has_fallen = || intake.is_fallen(update.id);
    match &update.kind {
        Kind::Message(message) => hear(desk, message, has_fallen).await,
        // It takes the same way, and changes its reply.
        Kind::Edited(message) if is_worth_a_change(desk, message) => hear(desk, message, has_fallen).await,
        Kind::Edited(_) => Ok(()),
        Kind::Tap(tap) => presses::press(desk, tap).await,
        Kind::Typed(typed) => inline::type_ahead(desk, typed).await,
        Kind::Membership(change) => {
            membership::changed(desk, change);
            Ok(())
        }
    }
}

/// What somebody said, if it was to the bot.
async fn hear(desk: &Desk, message: &Message, has_fallen: impl Fn() -> bool) -> Outcome {
    let Some(heard) = heard(desk, message) else { return Ok(()) };
    match turn(desk, has_fallen(), message) {
        Turn::Answered => answer(desk, message, heard).await,
        Turn::TooMany => endpoints::too_many(desk, message).await,
        Turn::Flooded => endpoints::flooded(desk, message).await,
        Turn::Ignored => Ok(()),
    }
}

/// What somebody wants of the bot.
async fn answer(desk: &Desk, message: &Message, heard: Heard) -> Outcome {
    match heard {
        Heard::Ask(question) => endpoints::ask(desk, message, &question).await,
        Heard::Start(place) => endpoints::start(desk, message, &place).await,
        Heard::Help => endpoints::help(desk, message).await,
        Heard::List => endpoints::list(desk, message).await,
        Heard::Top(unit) => endpoints::top(desk, message, &unit).await,
        Heard::Number(number) => endpoints::number(desk, message, &number).await,
        Heard::About => endpoints::about(desk, message).await,
        Heard::Home(name) => home::home(desk, message, &name).await,
        Heard::Status => office::status(desk, message).await,
        Heard::Reload => office::reload(desk, message).await,
        Heard::Unanswered => office::unanswered(desk, message).await,
        Heard::Wordless => endpoints::wordless(desk, message).await,
        Heard::Called => endpoints::called(desk, message).await,
    }
}
