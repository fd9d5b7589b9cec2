//! What stands in the way of an answer: the very words of the question that rule the figures out, and the figures that come
//! nearest. A no that names neither helps nobody.
//! Decides nothing: the no has been decided before.

use crate::matcher::index::Doc;
use crate::matcher::intents::verdict::{Obstacle, Verdict};
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::score::Hit;
use crate::matcher::scoring::weights::{EXPLAINED, NAMED_AT_ALL};

/// So many figures are shown below a no.
const NEAREST: usize = 3;

/// What stands in the way, for a verdict that is a no.
pub(crate) fn of(context: &Context<'_>, question: &Question, verdict: &Verdict) -> Option<Obstacle> {
    let (about, veto) = match verdict {
        Verdict::Absent(about, veto) => (Some(*about), *veto),
        Verdict::Unknown(_) => (None, Veto::Elsewhere),
        _ => return None,
    };
    let nearest = nearest(context, question, about);
    let slots = question.constraints.iter().filter(|at| rules_out(context, **at, about, &nearest));
    let first = slots.copied().find_map(|at| Some((at, veto_of(context, at, about, &nearest)?)));
    let subject = question.content.iter().copied().find(|at| {
        let it = &context.tokens[*at];
        about.is_none() && it.is_elsewhere && !it.is_place && context.evidence[*at].spread == 0
    });
    let found =
        subject.map(|at| (at, Veto::Unreported)).or(first).or_else(|| unexplained(context, question, veto));
    let (words, veto) = match found {
        Some((at, veto)) => (vec![context.text(&phrase(context.tokens, at))], veto),
        None => (Vec::new(), veto),
    };
    Some(Obstacle { words, veto, nearest })
}

/// Why a word rules out what comes nearest, or what the no is about.
fn veto_of(context: &Context<'_>, at: usize, about: Option<Doc>, nearest: &[Doc]) -> Option<Veto> {
    let docs = nearest.iter().copied().chain(about);
    let mut ids = docs.filter_map(|it| context.index.id(it));
    let all = || 0..context.index.docs.len();
    ids.find_map(|id| context.slot_veto(at, id as usize)).or_else(|| {
        all().find_map(|doc| context.slot_veto(at, doc)).filter(|_| nearest.is_empty() && about.is_none())
    })
}

fn rules_out(context: &Context<'_>, at: usize, about: Option<Doc>, nearest: &[Doc]) -> bool {
    veto_of(context, at, about, nearest).is_some()
}

/// 没|牵手成功: a negator with what it negates, 光是|暑假 with what narrows.
fn phrase(tokens: &[Token], at: usize) -> Vec<usize> {
    let token = &tokens[at];
    let ends = |it: &Token| it.is_break() || it.links() || it.is_unit() || !it.cues.is_empty();
    if token.is_contrary && token.contrary.is_none() {
        let behind = (at + 1..tokens.len()).take_while(|it| !ends(&tokens[*it])).take(2);
        return std::iter::once(at).chain(behind).collect();
    }
    if token.is_narrowed {
        let narrows = (at.saturating_sub(2)..at).rfind(|it| tokens[*it].is_narrowing);
        return (narrows.unwrap_or(at)..=at).collect();
    }
    if token.is_within && token.is_circle && at > 0 {
        return vec![at - 1, at];
    }
    vec![at]
}

/// Where no slot stands in the way: what is asked and is not reported, else what nothing explains, which is only said to be
/// not understood.
fn unexplained(context: &Context<'_>, question: &Question, veto: Veto) -> Option<(usize, Veto)> {
    let tokens = context.tokens;
    let nowhere = |at: &usize| context.evidence[*at].spread == 0;
    let aspect = question
        .content
        .iter()
        .copied()
        .find(|at| tokens[*at].is_aspect && (veto == Veto::Aspect || nowhere(at)));
    let noun = || {
        (0..tokens.len()).find(|at| {
            let it = &tokens[*at];
            !it.nouns.is_empty() && it.text.len() > 1 && !it.is_excluded
        })
    };
    let measure = (veto == Veto::Measure).then(|| noun().or(question.counted)).flatten();
    let scope =
        question.content.iter().copied().find(|at| veto == Veto::Scope && !tokens[*at].scopes.is_empty());
    let known = aspect.or(scope).or(measure.filter(|_| question.strange.is_none()));
    if let Some(at) = known {
        return Some((at, if veto == Veto::Elsewhere { Veto::Unreported } else { veto }));
    }
    let unknown = question.unknown.iter().copied().filter(|at| tokens[*at].text.len() > 1);
    let word = question.strange.or_else(|| unknown.max_by_key(|at| tokens[*at].text.len()));
    word.map(|at| (at, Veto::Unread))
}

/// The figures that fit the words best, whatever rules them out: those of the initiative that was recognised, else any that
/// explain a good part of the question.
fn nearest(context: &Context<'_>, question: &Question, about: Option<Doc>) -> Vec<Doc> {
    let about = about.and_then(|it| context.index.id(it)).map(|id| context.index.initiative_of[id as usize]);
    let hits = context.hits(question);
    let fits = |hit: &&Hit| {
        let is_figure = matches!(context.doc(hit.doc), Doc::Figure(..));
        let initiative = context.index.initiative_of[hit.doc as usize];
        let near = hit.coverage >= EXPLAINED && hit.named >= NAMED_AT_ALL;
        is_figure && about.map_or(near, |about| about == initiative)
    };
    let mut found: Vec<&Hit> = hits.iter().filter(fits).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    // Of nothing recognised only what stands with the best one.
    let first = found.first().map(|it| context.index.initiative_of[it.doc as usize]);
    found.retain(|it| Some(context.index.initiative_of[it.doc as usize]) == first);
    found.into_iter().take(NEAREST).map(|it| context.doc(it.doc)).collect()
}
