//! Which of the things that a question can be it is: every intent gives a candidate, the best explained one wins.
//! What each intent finds is [`crate::matcher::intents`]'s; the rule of choice stands in [`choose`].

pub(crate) mod coverage;
pub(crate) mod obstacle;

use crate::matcher::decision::coverage::Coverage;
use crate::matcher::index::headings::Headings;
use crate::matcher::intents::anaphora::{self, Lately};
use crate::matcher::intents::verdict::{Intent, Reason, Understanding, Verdict};
use crate::matcher::intents::{
    ambiguous_name, compare, coordination, describe, facts, filter, list, lookup, out_of_domain, outline,
    rank, reverse, verify,
};
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;

/// A reading of the question as one of the things it can be.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// As what the question was read.
    pub intent: Intent,
    /// What it comes to.
    pub understanding: Understanding,
    /// How much of the question that explains.
    pub coverage: Coverage,
}

/// Understands a question that has been read.
#[must_use]
pub(crate) fn understand(context: &Context<'_>, headings: &Headings, lately: Lately<'_>) -> Understanding {
    let found = candidates(context, headings, lately);
    let unknown = || Understanding::of(Verdict::Unknown(Reason::Nothing));
    let mut understanding = choose(found).map_or_else(unknown, |it| it.understanding);
    understanding.obstacle = obstacle::of(context, &context.whole(), &understanding.verdict);
    understanding
}

/// The rule of choice: something found beats a choice, a choice beats a no; then what explains more of the question; of
/// equals the one that stands first in [`Intent`].
pub(crate) fn choose(candidates: Vec<Candidate>) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    for it in candidates {
        let better = best.as_ref().is_none_or(|known| it.coverage.beats(known.coverage));
        if better {
            best = Some(it);
        }
    }
    best
}

/// The candidates of all intents, in the order of [`Intent`].
pub(crate) fn candidates(context: &Context<'_>, headings: &Headings, lately: Lately<'_>) -> Vec<Candidate> {
    let question = context.whole();
    // What no report answers is not asked of the others; so is a question that a slot rules out for every document.
    if let Some(verdict) = out_of_domain::refused(context) {
        return vec![candidate(context, &question, Intent::OutOfDomain, Understanding::of(verdict))];
    }
    let mut found = Vec::new();
    let mut add = |intent: Intent, verdict: Option<Verdict>| {
        found.extend(verdict.map(|it| candidate(context, &question, intent, Understanding::of(it))));
    };
    add(Intent::Anaphora, anaphora::shown(context, lately));
    add(Intent::Reverse, reverse::number(context, &question));
    add(Intent::Verify, verify::asked(context));
    add(Intent::Describe, describe::asked(context, &question));
    let leads_out = context.leads_out(&question) || context.rules_everything_out(&question);
    if !leads_out {
        add(Intent::Outline, outline::listed(context, &question, headings));
        add(Intent::Facts, facts::asked(context, &question));
        add(Intent::Filter, filter::asked(context));
        add(Intent::Rank, rank::asked(context, &question));
        add(Intent::Compare, compare::asked(context, &question));
        add(Intent::List, list::asked(context, &question));
        add(Intent::Anaphora, anaphora::against(context, lately.shown));
        add(Intent::AmbiguousName, ambiguous_name::named(context, &question).map(Verdict::Tie));
        add(Intent::Sum, compare::summed(context, &question));
        add(Intent::Coordination, coordination::asked(context));
    }
    let looked_up = lookup::figures(context);
    found.push(candidate(context, &question, Intent::Lookup, looked_up));
    found
}

fn candidate(
    context: &Context<'_>,
    question: &Question,
    intent: Intent,
    understanding: Understanding,
) -> Candidate {
    let coverage = Coverage::of(context, question, intent, &understanding);
    Candidate { intent, understanding, coverage }
}
