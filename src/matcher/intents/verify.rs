//! Whether a number that the question names is a figure's: 青马1269人对不对. Looked up without the number, then held against it.
//! What a bare number stands for is [`crate::matcher::intents::reverse`]'s.

use crate::matcher::intents::filter::is_bound;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::numbers;
use crate::matcher::scoring::context::Context;
use crate::matcher::selection::select::Decision;
use crate::matcher::selection::windows::decide_span;

/// The figure that is meant, and whether it is as the question says; nothing where no yes or no is asked.
pub(crate) fn asked(context: &Context<'_>) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let found = numbers::lookups(context.tokens);
    let [at] = found[..] else { return None };
    let unit = context.tokens.get(at + 1).filter(|it| it.is_unit());
    // 是不是1300人 asks it as well; without a unit the number may be part of a name.
    let asks = is(Cue::Truth) || (is(Cue::YesNo) && unit.is_some() && !is_bound(context, at));
    if !asks || is(Cue::HowMany) {
        return None;
    }
    let rest: Vec<usize> = (0..context.tokens.len())
        .filter(|it| *it != at && !(unit.is_some() && *it == at + 1))
        .filter(|it| !context.tokens[*it].is(Cue::Truth) && !context.tokens[*it].is(Cue::YesNo))
        .collect();
    let measures =
        unit.map(|it| it.units.iter().chain(&it.said).copied().collect::<Vec<_>>()).unwrap_or_default();
    let decided = decide_span(context, &rest, Some(&measures));
    let Decision::Figures(docs) = decided.decision else { return None };
    let doc = context.doc(*docs.first()?);
    let typed = unit.map(|it| it.text.iter().collect::<String>()).unwrap_or_default();
    let number = context.tokens[at].number.as_ref()?;
    let agrees = numbers::figures(context.reports, number, &typed).contains(&doc);
    Some(Verdict::Check(doc, agrees))
}
