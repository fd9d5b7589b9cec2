//! Questions that no report answers: other years, arithmetic, people who want something else of the bot, mere chatter.
//! Looks at words alone.

use crate::matcher::intents::verdict::{Reason, Verdict};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::numbers;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;

/// Questions that no report answers: other years, arithmetic, nothing said at all.
pub(crate) fn refused(context: &Context<'_>) -> Option<Verdict> {
    let tokens = context.tokens;
    if (0..tokens.len()).any(|at| is_attack(context, at)) {
        return Some(Verdict::Unknown(Reason::Nothing));
    }
    let is = |cue: Cue| tokens.iter().any(|it| it.is(cue));
    let polite = |it: &Token| {
        it.is(Cue::Chat)
            || it.is_break()
            || (!it.is_content
                && !it.is_unknown
                && it.cues.is_empty()
                && !it.is_unit()
                && it.number.is_none())
    };
    if is(Cue::Chat) && tokens.iter().all(polite) {
        return Some(Verdict::Chat);
    }
    let counted = numbers::lookups(tokens).len();
    let signs =
        tokens.iter().any(|it| it.mark.is_some_and(|mark| matches!(mark, '+' | '-' | '*' | '/' | '=')));
    if counted >= 2 && (is(Cue::Arithmetic) || (signs && !tokens.iter().any(is_strong_word))) {
        return Some(Verdict::Unknown(Reason::Arithmetic));
    }
    let says = |it: &Token| {
        it.is_content
            || it.is_unknown
            || it.number.is_some()
            || it.is_elsewhere
            || it.is_within
            || !it.nouns.is_empty()
    };
    if tokens.iter().any(says)
        || is(Cue::HowMany)
        || is(Cue::Last)
        || is(Cue::Those)
        || is(Cue::Next)
        || is(Cue::Overview)
        || is(Cue::List)
        || is(Cue::Data)
        || is(Cue::Most)
        || is(Cue::Part)
        || is(Cue::Section)
    {
        return (is(Cue::Help) && tokens.len() <= 6 && !tokens.iter().any(is_strong))
            .then_some(Verdict::Help);
    }
    Some(if is(Cue::Help) {
        Verdict::Help
    } else if is(Cue::Chat) {
        Verdict::Chat
    } else {
        Verdict::Unknown(Reason::Nothing)
    })
}

/// True for a word that orders the bot about. 学生扮演法官 orders no one: what stands right before it, the report knows.
fn is_attack(context: &Context<'_>, at: usize) -> bool {
    let is_known =
        |before: usize| is_strong_word(&context.tokens[before]) && context.evidence[before].spread > 0;
    context.tokens[at].is_refused && !at.checked_sub(1).is_some_and(is_known)
}

/// True for a word that says something by itself.
pub(crate) fn is_strong_word(token: &Token) -> bool {
    token.is_content && !token.is_light && token.cues.is_empty()
}

fn is_strong(token: &Token) -> bool {
    (token.is_content && !token.is_light && token.cues.is_empty())
        || token.number.is_some()
        || token.is_unit()
}
