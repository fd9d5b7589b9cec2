//! Inline mode: somebody types the bot's name in any chat and picks a figure to show there.
//! What fits the letters is the engine's to say.

use super::desk::Desk;
use super::endpoints::Outcome;
use super::update::Typed;
use super::view::{code, opened};
use super::words;
use crate::answer::{Kind, Role, Target, plain};
use crate::engine::Engine;
use std::time::Instant;
use teloxide_core::payloads::{AnswerInlineQuery, AnswerInlineQuerySetters};
use teloxide_core::types::{
    InlineQueryResult, InlineQueryResultArticle, InlineQueryResultsButton, InlineQueryResultsButtonKind,
    InputMessageContent, InputMessageContentText, ParseMode,
};

/// More results nobody scrolls through on a phone.
const RESULTS: usize = 20;
/// Telegram keeps results this long; a reload shows within a minute.
const CACHE_SECONDS: u32 = 60;

/// Answers while somebody types.
pub(super) async fn type_ahead(desk: &Desk, typed: &Typed) -> Outcome {
    let engine = desk.engine();
    let letters = typed.query.trim();
    let begun = Instant::now();
    let found =
        if letters.is_empty() { engine.highlights(RESULTS) } else { engine.matches(letters, RESULTS) };
    let kind = if found.is_empty() { Kind::Unknown } else { Kind::List };
    desk.operations().metrics.asked(kind, "inline", begun.elapsed());
    let results: Vec<InlineQueryResult> = found.into_iter().map(|it| result(desk, &engine, it)).collect();
    let is_empty = results.is_empty();
    let mut answer =
        AnswerInlineQuery::new(typed.id.clone(), results).cache_time(CACHE_SECONDS).is_personal(false);
    if is_empty {
        answer = answer.button(InlineQueryResultsButton {
            text: words::nothing_inline().to_owned(),
            kind: InlineQueryResultsButtonKind::StartParameter("inline".to_owned()),
        });
    }
    desk.answer_inline(&answer).await
}

fn result(desk: &Desk, engine: &Engine, target: Target) -> InlineQueryResult {
    let (title, description) = entry(engine, target);
    let page = desk.pages(engine, None).view(&opened(target), None);
    let text = InputMessageContentText::new(page.html).parse_mode(ParseMode::Html);
    let content = InputMessageContent::Text(text.link_preview_options(super::desk::no_preview()));
    InlineQueryResult::Article(
        InlineQueryResultArticle::new(code(target), title, content).description(description),
    )
}

/// Title and description: a figure and what it counts; an initiative and what it is.
fn entry(engine: &Engine, target: Target) -> (String, String) {
    let answer = engine.open(target);
    let said = |role: Role| answer.lines.iter().find(|it| it.role == role);
    if let (Target::Figure(..), Some(initiative)) = (target, engine.above(target)) {
        let figure = said(Role::Headline).map(|it| it.strong.clone()).unwrap_or_default();
        return (figure, words::counted(engine.name_of(target), engine.name_of(initiative)));
    }
    let title = answer.lines.first().map(plain::line).unwrap_or_default();
    let description = said(Role::Detail).or_else(|| said(Role::Source)).map(plain::line);
    (title, description.unwrap_or_default())
}
