//! Where no figure fits: whether the initiative is there at least, and whether a better figure was ruled out.
//! Finds no figure.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::score::Hit;
use crate::matcher::scoring::weights::{LABELLED, LEAD, MENTIONED, NAMED_AT_ALL, OUTDONE, RARE, RECOGNISED};
use crate::matcher::selection::select::Decision;
use crate::matcher::tokenize::Tier;

/// Nothing fits: is the initiative there at least?
pub(crate) fn nothing(context: &Context<'_>, hits: &[Hit]) -> Decision {
    let near = |hit: &&Hit| {
        let elsewhere = matches!(hit.veto, Some(Veto::Elsewhere | Veto::Name));
        !elsewhere && hit.coverage >= RECOGNISED && hit.named >= NAMED_AT_ALL
    };
    let best = hits
        .iter()
        .filter(near)
        .max_by(|a, b| a.coverage.total_cmp(&b.coverage).then(a.score.total_cmp(&b.score)));
    let Some(best) = best else { return Decision::Unknown };
    let initiative = context.index.initiative_of[best.doc as usize];
    let is_whole = |at: &usize| matches!(context.index.docs[*at], Doc::Initiative(..));
    let whole = context.index.ranges[initiative].clone().find(is_whole);
    let whole = whole.and_then(|at| DocId::try_from(at).ok()).unwrap_or(best.doc);
    Decision::Absent(whole, best.veto.unwrap_or(Veto::Measure))
}

/// True where another figure fits the words far better, but is not what is counted: the nearest one must not stand in.
pub(crate) fn is_second_best(best: &Hit, hits: &[Hit]) -> bool {
    let other = |hit: &&Hit| {
        matches!(hit.veto, Some(Veto::Standing | Veto::Part | Veto::Aspect | Veto::Elsewhere | Veto::Within))
    };
    hits.iter().filter(other).any(|hit| hit.score > best.score + LEAD)
}

/// True where something of another initiative fits the words far better, though it is no such figure: 旅游志愿岗点上了多少
/// 志愿者 does not ask for the volunteers of another.
pub(crate) fn is_outdone(context: &Context<'_>, best: &Hit, hits: &[Hit]) -> bool {
    let initiative = |hit: &Hit| context.index.initiative_of[hit.doc as usize];
    let outdoes = |hit: &Hit| hit.veto.is_none() && hit.coverage >= best.coverage + OUTDONE;
    hits.iter()
        .any(|hit| initiative(hit) != initiative(best) && (outdoes(hit) || names_other(context, hit, best)))
}

/// 普法活动多少人参加: a name that only another initiative has, and what is counted there is something else.
fn names_other(context: &Context<'_>, other: &Hit, best: &Hit) -> bool {
    let counts_other =
        matches!(other.veto, Some(Veto::Measure | Veto::Aspect)) && other.coverage >= best.coverage;
    let names = |at: usize| {
        let (token, evidence) = (&context.tokens[at], &context.evidence[at]);
        let is_whole = !token.is_gram && !token.is_light && !token.is_aspect && !token.is_excluded;
        let is_rare = evidence.spread == 1 && evidence.weight > RARE && token.tier == Some(Tier::Exact);
        let literal = token.terms.iter().any(|term| {
            context
                .index
                .of_term(*term)
                .iter()
                .any(|(doc, strength)| *doc == other.doc && *strength >= LABELLED)
        });
        is_whole && is_rare && literal && evidence.at(best.doc as usize) < MENTIONED
    };
    counts_other && (0..context.tokens.len()).any(names)
}
