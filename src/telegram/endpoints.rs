//! One function for each thing that a message asks for: it asks the engine, renders, replies.
//! Whether to speak was decided before ([`super::hearing`]).

use super::api::Failure;
use super::desk::Desk;
use super::hearing::is_written_by_asker;
use super::page::Page;
use super::update::Message;
use super::view::{View, opened};
use super::{home, repeats, words};
use crate::answer::Kind;
use crate::engine::{Engine, Topic};
use std::time::Instant;

/// What an endpoint comes to.
pub(super) type Outcome = Result<(), Failure>;

/// A question.
pub(super) async fn ask(desk: &Desk, message: &Message, question: &str) -> Outcome {
    let (engine, mut topic) = (desk.engine(), desk.memory().topic(message, Instant::now()));
    topic.home = home::of(desk, message, &engine);
    let begun = Instant::now();
    let (answer, topic) = engine.ask(question, &topic);
    count(desk, message, answer.kind, begun);
    if !answer.kind.is_answered() && is_written_by_asker(question, message) {
        desk.operations().unanswered.keep(question, answer.kind);
    }
    let page = match repeats::earlier(desk, message, &answer) {
        Some(link) => Page { topic, ..words::said_before(&answer, &link).into() },
        None => desk.pages(&engine, desk.asker(message)).answer(&answer, topic),
    };
    say(desk, message, page, &engine).await
}

/// `/start`, with the place that a link names, or without.
pub(super) async fn start(desk: &Desk, message: &Message, place: &str) -> Outcome {
    let engine = desk.engine();
    match engine.target_of(place) {
        Some(target) => show(desk, message, &engine, &opened(target)).await,
        None => {
            let mut page = desk.pages(&engine, desk.asker(message)).view(&View::Help, None);
            page.html = words::welcome(&page.html);
            say(desk, message, page, &engine).await
        }
    }
}

/// `/help`.
pub(super) async fn help(desk: &Desk, message: &Message) -> Outcome {
    show(desk, message, &desk.engine(), &View::Help).await
}

/// `/list`.
pub(super) async fn list(desk: &Desk, message: &Message) -> Outcome {
    show(desk, message, &desk.engine(), &View::List(None, 0)).await
}

/// `/top`, with a unit or without.
pub(super) async fn top(desk: &Desk, message: &Message, unit: &str) -> Outcome {
    let engine = desk.engine();
    let pages = desk.pages(&engine, desk.asker(message));
    let begun = Instant::now();
    let top = engine.top_of(home::of(desk, message, &engine).unwrap_or(0), unit);
    count(desk, message, top.as_ref().map_or(Kind::Choose, |it| it.kind), begun);
    let page = match top {
        Some(answer) => pages.answer(&answer, Topic::of(answer.targets.clone())),
        None if unit.is_empty() => pages.view(&View::Units, None),
        None => pages.units(words::no_such_unit().to_owned()),
    };
    say(desk, message, page, &engine).await
}

/// `/number`, with a number or without.
pub(super) async fn number(desk: &Desk, message: &Message, number: &str) -> Outcome {
    let engine = desk.engine();
    let begun = Instant::now();
    let found = engine.number(number);
    if !number.is_empty() {
        count(desk, message, found.as_ref().map_or(Kind::Unknown, |it| it.kind), begun);
    }
    let page = match found {
        Some(answer) => {
            let topic = Topic::of(answer.targets.clone());
            desk.pages(&engine, desk.asker(message)).answer(&answer, topic)
        }
        None if number.is_empty() => {
            let example = engine.reports().iter().find_map(|it| it.figures.first());
            words::which_number(example.map_or("100", |it| &it.value)).into()
        }
        None => words::no_number().into(),
    };
    say(desk, message, page, &engine).await
}

/// `/about`.
pub(super) async fn about(desk: &Desk, message: &Message) -> Outcome {
    let (engine, keeps) = (desk.engine(), desk.operations().unanswered.is_kept());
    say(desk, message, words::about(engine.reports(), engine.age(), keeps).into(), &engine).await
}

/// The bot's name, and nothing more.
pub(super) async fn called(desk: &Desk, message: &Message) -> Outcome {
    let examples = desk.engine().help().suggestions;
    let example = examples.first().map(|it| it.question.as_str());
    desk.reply(message, &words::here(example).into()).await.map(drop)
}

/// A voice message, a sticker, a picture without a word.
pub(super) async fn wordless(desk: &Desk, message: &Message) -> Outcome {
    desk.reply(message, &words::wordless().into()).await.map(drop)
}

/// One question too many of one person, or a chat's questions faster than Telegram lets the bot answer.
pub(super) async fn too_many(desk: &Desk, message: &Message) -> Outcome {
    desk.reply(message, &words::too_many().into()).await.map(drop)
}

/// A chat's questions come faster than they can be answered: the oldest are dropped.
pub(super) async fn flooded(desk: &Desk, message: &Message) -> Outcome {
    desk.reply(message, &words::flooded().into()).await.map(drop)
}

/// Counts a question, by the kind of its answer; an edit asks anew.
fn count(desk: &Desk, message: &Message, kind: Kind, begun: Instant) {
    let metrics = &desk.operations().metrics;
    metrics.asked(kind, if message.chat.is_private() { "private" } else { "group" }, begun.elapsed());
    if matches!(kind, Kind::Unknown | Kind::Absent) {
        metrics.unanswered.inc();
    }
}

async fn show(desk: &Desk, message: &Message, engine: &Engine, view: &View) -> Outcome {
    let page = desk.pages(engine, desk.asker(message)).view(view, None);
    say(desk, message, page, engine).await
}

async fn say(desk: &Desk, message: &Message, page: Page, engine: &Engine) -> Outcome {
    let reply = desk.reply(message, &page).await?;
    desk.memory().remember(message, reply, page.topic, engine.fingerprint(), Instant::now());
    Ok(())
}
