//! One function for each thing the bot does: it asks the engine, renders, replies.
//! Whether to speak was decided before ([`super::hearing`]).

use super::api::Failure;
use super::desk::Desk;
use super::{rendering, words};
use crate::answer::Answer;
use crate::engine::Topic;
use std::sync::Arc;
use std::time::Instant;
use teloxide::types::Message;

/// What an endpoint comes to.
pub(super) type Outcome = Result<(), Failure>;

/// A question.
pub(super) async fn ask(desk: Arc<Desk>, message: Message, question: String) -> Outcome {
    let topic = desk.memory().topic(&message, Instant::now());
    let (answer, topic) = desk.engine().ask(&question, &topic);
    say(&desk, &message, &answer, topic).await
}

/// `/start`, with the place that a link names, or without.
pub(super) async fn start(desk: Arc<Desk>, message: Message, place: String) -> Outcome {
    let engine = desk.engine();
    match engine.target_of(&place) {
        Some(target) => say(&desk, &message, &engine.open(target), Topic { targets: vec![target] }).await,
        None => help(desk, message).await,
    }
}

/// `/help`.
pub(super) async fn help(desk: Arc<Desk>, message: Message) -> Outcome {
    let answer = desk.engine().help();
    say(&desk, &message, &answer, Topic::default()).await
}

/// `/list`.
pub(super) async fn list(desk: Arc<Desk>, message: Message) -> Outcome {
    let answer = desk.engine().contents();
    say(&desk, &message, &answer, Topic::default()).await
}

/// The bot's name, and nothing more.
pub(super) async fn called(desk: Arc<Desk>, message: Message) -> Outcome {
    desk.reply(&message, words::here().to_owned()).await.map(drop)
}

/// One question too many.
pub(super) async fn too_many(desk: Arc<Desk>, message: Message) -> Outcome {
    desk.reply(&message, words::too_many().to_owned()).await.map(drop)
}

/// What gets no reply.
pub(super) async fn nothing() -> Outcome {
    Ok(())
}

async fn say(desk: &Desk, message: &Message, answer: &Answer, topic: Topic) -> Outcome {
    let reply = desk.reply(message, rendering::message(answer)).await?;
    desk.memory().remember(message, reply, topic, Instant::now());
    Ok(())
}
