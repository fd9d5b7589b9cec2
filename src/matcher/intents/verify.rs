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
        unit.map(|it| it.units.iter().chain(&it.colloquial).copied().collect::<Vec<_>>()).unwrap_or_default();
    let decided = decide_span(context, &rest, Some(&measures));
    let Decision::Figures(docs) = decided.decision else { return None };
    let doc = context.doc(*docs.first()?);
    let typed = unit.map(|it| it.text.iter().collect::<String>()).unwrap_or_default();
    let number = context.tokens[at].number.as_ref()?;
    let agrees = numbers::figures(context.reports, number, &typed).contains(&doc);
    Some(Verdict::Check(doc, agrees))
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn a_number_is_held_against_the_figure_that_is_meant() {
        let rows: &[(&str, &str)] = &[
            ("青马1269人对不对", "check qingma-people true"),
            ("青马1270人对不对", "check qingma-people false"),
            ("青马是不是培训了1269人", "check qingma-people true"),
            ("1269人是青马培训的吗", "check qingma-people true"),
            // A rough figure is said without its 余
            ("书信手拉手8000封对不对", "check letters true"),
            ("助销农产品600万元对不对", "check farm-sales true"),
            ("助销农产品60万元对不对", "check farm-sales false"),
            // Without a unit, where truth is asked for outright
            ("突击队48，对吗", "check shock-teams true"),
        ];
        check(rows, |text| alone(text, |context, _| asked(context)));
    }

    #[test]
    fn what_asks_for_no_yes_or_no_is_left_to_others() {
        let rows: &[(&str, &str)] = &[
            // A number is asked for, or what it stands for
            ("青马多少人", "nothing"),
            ("青马1269人多少期对不对", "nothing"),
            ("1269人是什么", "nothing"),
            // No number, or two
            ("青马培训人数对不对", "nothing"),
            ("青马13期1269人对不对", "nothing"),
            // A bound
            ("青马是不是超过1000人", "nothing"),
            // Without a unit the number may be part of a name
            ("909是基地吗", "nothing"),
            // Nothing that it could be held against
            ("元宇宙1269人对不对", "nothing"),
            ("1269人对不对", "nothing"),
            // The figure is counted in something else
            ("青骑兵12场对不对", "nothing"),
        ];
        check(rows, |text| alone(text, |context, _| asked(context)));
    }
}
