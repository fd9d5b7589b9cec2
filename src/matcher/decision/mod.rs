//! The way from a question to a verdict: which of the things a question can be it is, tried in a fixed order.
//! Each thing is found in a file of its own; this one only says which goes first.

use crate::matcher::index::headings::Headings;
use crate::matcher::intents::ambiguous_name;
use crate::matcher::intents::anaphora;
use crate::matcher::intents::anaphora::Lately;
use crate::matcher::intents::compare;
use crate::matcher::intents::list;
use crate::matcher::intents::lookup;
use crate::matcher::intents::out_of_domain;
use crate::matcher::intents::outline;
use crate::matcher::intents::rank;
use crate::matcher::intents::reverse;
use crate::matcher::intents::verdict::{Understanding, Verdict};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;

/// Understands a question that has been read.
#[must_use]
pub(crate) fn understand(context: &Context<'_>, headings: &Headings, lately: Lately<'_>) -> Understanding {
    let plain = |verdict| Understanding { verdict, carried: None };
    if let Some(verdict) = out_of_domain::refused(context) {
        return plain(verdict);
    }
    if let Some(verdict) = anaphora::shown(context, lately) {
        return plain(verdict);
    }
    let question = context.whole();
    if let Some(verdict) =
        special(context, headings, &question).or_else(|| anaphora::against(context, lately.shown))
    {
        return plain(verdict);
    }
    if let Some(initiatives) = ambiguous_name::named(context, &question) {
        return plain(Verdict::Tie(initiatives));
    }
    let found = lookup::figures(context);
    let several = matches!(&found.verdict, Verdict::Figures { docs, .. } if docs.len() > 1);
    match compare::added(context, &question.measures).filter(|_| !several) {
        Some(docs) => {
            let docs = docs.into_iter().map(|it| context.doc(it)).collect();
            plain(Verdict::Figures { docs, total: true })
        }
        None => found,
    }
}

/// Numbers, outlines, comparisons, ranks and lists.
fn special(context: &Context<'_>, headings: &Headings, question: &Question) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    if let Some(verdict) = reverse::number(context, question) {
        return Some(verdict);
    }
    if let Some(heading) = outline::asked(context.tokens, context.reports, headings) {
        let figures = outline::figures(heading, context.reports);
        if let Some(verdict) = rank::within(context, question, &figures) {
            return Some(verdict);
        }
        let data = is(Cue::Data) || (is(Cue::Amount) && !is(Cue::HowMany) && !is(Cue::Which));
        return Some(if data && !figures.is_empty() {
            Verdict::List(figures)
        } else {
            Verdict::Outline(heading)
        });
    }
    if context.leads_out(question) {
        return None;
    }
    if (is(Cue::Most) || is(Cue::Least))
        && let Some(verdict) = rank::rank(context, question)
    {
        return Some(verdict);
    }
    if (is(Cue::Compare) || (is(Cue::Which) && is(Cue::More)))
        && let Some((a, b)) = compare::compared(context, &question.measures)
    {
        return Some(Verdict::Compare(context.doc(a), context.doc(b)));
    }
    let by_unit = context.tokens.windows(2).any(|it| it[0].is(Cue::CountedIn) && it[1].is_bare_unit());
    if by_unit || ((is(Cue::List) || is(Cue::Data)) && !is(Cue::HowMany)) {
        let docs = list::of(context, question);
        if docs.len() >= 2 {
            return Some(Verdict::List(docs.into_iter().map(|it| context.doc(it)).collect()));
        }
    }
    None
}
