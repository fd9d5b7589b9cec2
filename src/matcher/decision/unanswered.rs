//! Of several asks those that found nothing, in the words of the question: 青马几期，多少钱 has an answer and a no.
//! An answer that leaves an ask out without a word would seem to answer all of it.

use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::scoring::context::Context;
use crate::matcher::selection::select::{Decided, Decision};
use crate::matcher::selection::windows;

/// The words of the asks that found nothing beside figures that were found; none where all were answered.
pub(crate) fn of(context: &Context<'_>, verdict: &Verdict) -> Vec<String> {
    let Verdict::Figures { docs, .. } = verdict else { return Vec::new() };
    let all = windows::asks(context);
    let is_shown = |it: &Decided| match &it.decision {
        Decision::Figures(found) => found.iter().all(|doc| docs.contains(&context.doc(*doc))),
        _ => true,
    };
    // Where the question was read as one thing after all, its parts tell nothing.
    if !all.iter().all(is_shown) || !all.iter().any(|it| it.decision.is_found()) {
        return Vec::new();
    }
    // What stands before the first answer leads up to it: 理论宣讲得有几百场吧,到底多少场.
    let behind = all.iter().skip_while(|it| !it.decision.is_found());
    let open = behind.filter(|it| asks_of_something(context, it));
    open.map(|it| context.text(&it.span)).filter(|it| !it.is_empty()).collect()
}

/// True for an ask that names a thing or a measure and found nothing.
fn asks_of_something(context: &Context<'_>, decided: &Decided) -> bool {
    let is_no = matches!(decided.decision, Decision::Absent(..) | Decision::Unknown);
    let names = |at: &usize| {
        let it = &context.tokens[*at];
        !it.is_excluded && !it.is_aside && (it.is_content && !it.is_light || !it.nouns.is_empty())
    };
    let asks = |at: &usize| context.tokens[*at].is(Cue::HowMany);
    is_no && decided.span.iter().any(names) && decided.span.iter().any(asks)
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::matcher::testing::{check, look_with_headings};

    #[test]
    fn an_ask_that_found_nothing_is_told() {
        let rows: &[(&str, &str)] = &[
            ("青马几期，多少钱", "多少钱"),
            ("青马培训了多少人，满意度多少", "满意度多少"),
            ("青马几期，培训了多少人", ""),
            ("你晓得不晓得有多少，青马多少人", ""),
            ("理论宣讲一年得有几百场吧,到底多少场", ""),
            ("青马几期", ""),
        ];
        check(rows, |text| {
            look_with_headings(text, |context, headings| {
                let understood = crate::matcher::decision::understand(context, headings, Default::default());
                of(context, &understood.verdict).join("|")
            })
        });
    }
}
