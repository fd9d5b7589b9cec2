//! Questions that no report answers: other years, arithmetic, people who want something else of the bot, mere chatter.
//! Looks at words alone.

use super::cue::Cue;
use super::numbers;
use super::pieces::Piece;
use super::score::Scene;
use super::understand::{Reason, Verdict};

/// Questions that no report answers: other years, arithmetic, nothing said at all.
pub(super) fn refused(scene: &Scene<'_>) -> Option<Verdict> {
    let pieces = scene.pieces;
    if pieces.iter().any(|it| it.is_refused) {
        return Some(Verdict::Unknown(Reason::Nothing));
    }
    let years: Vec<i64> = (0..pieces.len()).filter_map(|at| numbers::year(pieces, at)).collect();
    let known = |year: &i64| scene.reports.iter().any(|it| i64::from(it.year) == *year);
    if years.iter().any(|year| !known(year)) {
        return Some(Verdict::Unknown(Reason::Year));
    }
    let is = |cue: Cue| pieces.iter().any(|it| it.is(cue));
    let polite = |it: &Piece| {
        it.is(Cue::Chat)
            || it.is_break()
            || (!it.is_content
                && !it.is_unknown
                && it.cues.is_empty()
                && !it.is_unit()
                && it.number.is_none())
    };
    if is(Cue::Chat) && pieces.iter().all(polite) {
        return Some(Verdict::Chat);
    }
    let counted = numbers::lookups(pieces).len();
    let signs =
        pieces.iter().any(|it| it.mark.is_some_and(|mark| matches!(mark, '+' | '-' | '*' | '/' | '=')));
    if counted >= 2 && (is(Cue::Arithmetic) || (signs && !pieces.iter().any(is_strong_word))) {
        return Some(Verdict::Unknown(Reason::Arithmetic));
    }
    let says = |it: &Piece| {
        it.is_content
            || it.is_unknown
            || it.number.is_some()
            || it.is_elsewhere
            || it.is_within
            || !it.nouns.is_empty()
    };
    if pieces.iter().any(says)
        || is(Cue::HowMany)
        || is(Cue::Last)
        || is(Cue::Those)
        || is(Cue::List)
        || is(Cue::Data)
        || is(Cue::Most)
        || is(Cue::Part)
    {
        return (is(Cue::Help) && pieces.len() <= 6 && !pieces.iter().any(is_strong))
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

/// True for a word that says something by itself.
pub(super) fn is_strong_word(piece: &Piece) -> bool {
    piece.is_content && !piece.is_light && piece.cues.is_empty()
}

fn is_strong(piece: &Piece) -> bool {
    (piece.is_content && !piece.is_light && piece.cues.is_empty())
        || piece.number.is_some()
        || piece.is_unit()
}
