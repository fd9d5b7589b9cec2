//! Several figures asked for in one breath: 各, 分别, 省级和市级, 银奖、铜奖.
//! Which initiative they are of has been decided before.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{ITEM, LABELLED, NAMED_OUTRIGHT};

/// True where the span names several things at once: 各, 分别, 省级、市级, or two things joined.
pub(crate) fn is_listed(context: &Context<'_>, span: &[usize], question: &Question) -> bool {
    let joins = |at: &usize| joins(context, span, *at);
    let outright = question.is(Cue::Each) || question.is(Cue::Total) || context.are_apart(&question.scopes);
    outright || (question.counted.is_none() && span.iter().any(joins))
}

/// True for a mark or 和 between two things: not at the start (与社区结对), not behind a whole clause.
fn joins(context: &Context<'_>, span: &[usize], at: usize) -> bool {
    let said = |it: &&usize| **it < at && context.tokens[**it].is_content;
    let before = span.iter().filter(said).count();
    let token = &context.tokens[at];
    (token.is(Cue::Join) && before > 0) || (token.mark == Some(',') && (1..=ITEM).contains(&before))
}

/// For each word that fits just one figure of the initiative, that figure.
pub(crate) fn each(context: &Context<'_>, question: &Question, initiative: usize) -> Vec<u32> {
    let hits = context.hits(question);
    let open: Vec<u32> = hits
        .iter()
        .filter(|hit| hit.veto.is_none() && context.index.initiative_of[hit.doc as usize] == initiative)
        .map(|hit| hit.doc)
        .filter(|doc| matches!(context.index.docs[*doc as usize], Doc::Figure(..)))
        .collect();
    // 各 asks for each outright; things merely joined must be named by their very words.
    let least = if question.is(Cue::Each) { LABELLED } else { NAMED_OUTRIGHT };
    let mut all: Vec<u32> = Vec::new();
    for token in question.content.iter().filter(|it| !context.tokens[**it].is_light) {
        let strength = |doc: &&u32| context.evidence[*token].at(**doc as usize);
        let fits: Vec<u32> = open.iter().filter(|doc| strength(doc) >= least).copied().collect();
        // One word may name both: 省市两级.
        if fits.len() == 1 || context.are_apart(&context.tokens[*token].scopes) {
            all.extend(fits);
        }
    }
    let mut seen = Vec::new();
    all.retain(|doc| {
        !seen.contains(doc) && {
            seen.push(*doc);
            true
        }
    });
    all
}
