//! What administrators may ask for: the bot's state, a reload, the questions that found no answer.
//! Who they are was decided before ([`super::hearing`]).

use super::desk::Desk;
use super::endpoints::Outcome;
use super::update::Message;
use super::words::{self, State};
use crate::answer::Kind;
use crate::operations::Outcome as Reloaded;

/// As many questions, of 200 characters at most, fit into a message even where each letter is escaped.
const QUESTIONS: usize = 12;

/// `/status`.
pub(super) async fn status(desk: &Desk, message: &Message) -> Outcome {
    let (engine, operations) = (desk.engine(), desk.operations());
    let metrics = &operations.metrics;
    let questions = Kind::ALL.map(|it| (it, metrics.asked_so_far(it)));
    let state = State {
        reports: engine.reports(),
        ages: (engine.age(), operations.started.elapsed()),
        reload_failures: metrics.reload_failures.get(),
        questions: questions.into_iter().filter(|(_, count)| *count > 0).collect(),
        unanswered: metrics.unanswered.get(),
        keeps: operations.unanswered.is_kept(),
        // The one that asks is being handled as well.
        queue: (metrics.queue.get() - 1).max(0),
        retries: metrics.retries.get(),
        dropped: metrics.dropped_so_far(),
    };
    desk.reply(message, &words::status(&state).into()).await.map(drop)
}

/// `/reload`, and what became of it.
pub(super) async fn reload(desk: &Desk, message: &Message) -> Outcome {
    let said = match desk.operations().reloader.reload().await {
        Reloaded::Loaded => words::reloaded(desk.engine().reports()),
        Reloaded::BuiltIn => words::built_in().to_owned(),
        Reloaded::Refused(problems) => words::refused(&problems),
        Reloaded::Broken => words::broken().to_owned(),
    };
    desk.reply(message, &said.into()).await.map(drop)
}

/// `/unanswered`: the latest ones, if they are kept.
pub(super) async fn unanswered(desk: &Desk, message: &Message) -> Outcome {
    let unanswered = &desk.operations().unanswered;
    let said = if unanswered.is_kept() {
        match unanswered.latest(QUESTIONS).await {
            none if none.is_empty() => words::nothing_kept().to_owned(),
            some => words::kept(&some),
        }
    } else {
        words::not_kept(desk.operations().metrics.unanswered.get())
    };
    desk.reply(message, &said.into()).await.map(drop)
}
