//! Figures, facts and initiatives, with or without what the conversation is about.
//! One span alone is [`crate::matcher::selection::select`]'s, several are [`crate::matcher::selection::windows`]'s.

use crate::matcher::index::Doc;
use crate::matcher::intents::verdict::{Reason, Understanding, Verdict};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::NAMED_OUTRIGHT;
use crate::matcher::selection::select::{Decided, Decision};
use crate::matcher::selection::windows;

/// Everything else: figures, facts and initiatives, with or without what the conversation is about.
pub(crate) fn figures(context: &Context<'_>) -> Understanding {
    if !context.topic.is_empty() && only_measures(context) {
        return bound(context);
    }
    let plain = windows::answer(&Context { topic: &[], last_measure: None, ..*context });
    if context.topic.is_empty() {
        return Understanding::of(verdict(context, plain));
    }
    if leads_away(context) {
        return Understanding::of(verdict(context, plain));
    }
    let carried = windows::answer(context);
    if wins(context, &plain, &carried) {
        let topic = context.topic[0];
        let first =
            context.index.initiative_of.iter().position(|it| *it == topic).map(|at| context.index.docs[at]);
        let says_name = context
            .question()
            .content
            .iter()
            .any(|at| context.tokens[*at].is_name && context.evidence[*at].spread == 1);
        return Understanding {
            verdict: verdict(context, carried),
            carried: first.filter(|_| !says_name),
            obstacle: None,
            unanswered: Vec::new(),
        };
    }
    Understanding::of(verdict(context, plain))
}

/// A question that names no subject is about what the talk is about, or about nothing.
fn bound(context: &Context<'_>) -> Understanding {
    let first = context
        .index
        .initiative_of
        .iter()
        .position(|it| *it == context.topic[0])
        .map(|at| context.index.docs[at]);
    let found = verdict(context, windows::answer(&Context { only_topic: true, ..*context }));
    let verdict = match (found, first) {
        (Verdict::Unknown(Reason::Nothing), Some(doc)) => Verdict::Absent(doc, Veto::Measure),
        (other, _) => other,
    };
    Understanding { verdict, carried: first, obstacle: None, unanswered: Vec::new() }
}

/// True where the reading within the conversation is the better one: it lands in what the talk is about and is found,
/// or nothing is found without it and the question names nothing else.
fn wins(context: &Context<'_>, plain: &[Decided], carried: &[Decided]) -> bool {
    let in_topic = |it: &Decided| match &it.decision {
        Decision::Figures(docs) => context.topic.contains(&context.index.initiative_of[docs[0] as usize]),
        Decision::Fact(doc) | Decision::Initiative(doc) | Decision::Absent(doc, _) => {
            context.topic.contains(&context.index.initiative_of[*doc as usize])
        }
        _ => false,
    };
    let found = |all: &[Decided]| all.iter().any(|it| it.decision.is_found());
    carried.iter().any(in_topic) && (found(carried) || !found(plain))
}

/// 播放量呢, 经费呢: words that name a measure and no subject ask about what the talk is about.
fn only_measures(context: &Context<'_>) -> bool {
    let labels_one = |at: usize| context.evidence[at].most >= NAMED_OUTRIGHT;
    let subject = |(at, it): (usize, &Token)| {
        it.is_content && !it.is_light && !it.is_aspect && (it.nouns.is_empty() || labels_one(at))
    };
    !context.tokens.iter().enumerate().any(subject)
}

/// True where a question of one clause says nothing that stands in what the talk is about: to read it once more with that
/// in mind would find nothing else.
fn leads_away(context: &Context<'_>) -> bool {
    let says = |at: &usize| context.tokens[*at].is_content && !context.tokens[*at].is_light;
    let mut words = (0..context.tokens.len()).filter(says).peekable();
    let in_topic = |at: usize| {
        let evidence = &context.evidence[at];
        let mut docs = evidence.docs.iter().map(|it| *it as usize).filter(|it| evidence.at(*it) > 0.0);
        docs.any(|it| context.topic.contains(&context.index.initiative_of[it]))
    };
    words.peek().is_some() && !context.tokens.iter().any(Token::is_break) && !words.any(in_topic)
}

fn verdict(context: &Context<'_>, all: Vec<Decided>) -> Verdict {
    let total = context.tokens.iter().any(|it| it.is(Cue::Total));
    let mut docs: Vec<Doc> = Vec::new();
    for decided in &all {
        if let Decision::Figures(found) = &decided.decision {
            for it in found {
                let it = context.doc(*it);
                if !docs.contains(&it) {
                    docs.push(it);
                }
            }
        }
    }
    if !docs.is_empty() {
        return Verdict::Figures { docs, total };
    }
    let best = all.into_iter().find(|it| !matches!(it.decision, Decision::Unknown));
    // 哪支队伍人最多: no fact and no page tells an order.
    let orders = context.tokens.iter().any(|it| it.is(Cue::Most) || it.is(Cue::Least));
    match best.map(|it| it.decision) {
        Some(Decision::Fact(_)) if orders => Verdict::Unknown(Reason::Nothing),
        Some(Decision::Initiative(at)) if orders => Verdict::Absent(context.doc(at), Veto::Measure),
        Some(Decision::Fact(at)) => Verdict::Fact(context.doc(at)),
        Some(Decision::Initiative(at)) => Verdict::Initiative(context.doc(at)),
        Some(Decision::Tie(docs)) => {
            Verdict::Tie(docs.into_iter().take(3).map(|it| context.doc(it)).collect())
        }
        Some(Decision::Absent(at, veto)) => Verdict::Absent(context.doc(at), veto),
        _ => Verdict::Unknown(if context.leads_out(&context.question()) {
            Reason::Elsewhere
        } else {
            Reason::Nothing
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::figures;
    use crate::matcher::testing::{check, look_behind, name, short};

    /// What was shown, and the question behind it.
    type Talk<'a> = (&'a [&'a str], &'a str);

    fn looked_up((shown, question): Talk<'_>) -> String {
        let understood = look_behind(shown, question, figures);
        let carried = understood.carried.map_or(String::new(), |it| format!(" with {}", name(it)));
        format!("{}{carried}", short(&understood.verdict))
    }

    #[test]
    fn a_question_by_itself_is_looked_up_as_it_stands() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((&[], "青马多少人"), "figures qingma-people"),
            ((&[], "青马几期，多少人"), "figures qingma-classes, qingma-people"),
            ((&[], "合作高校有哪些"), "fact 合作高校"),
            ((&[], "西部计划"), "initiative west-plan"),
            ((&[], "领头雁多少名"), "tie lingtouyan-province, lingtouyan-city"),
            ((&[], "青马的辅导员多少名"), "absent backbone Aspect"),
            ((&[], "元宇宙多少个"), "unknown Nothing"),
            ((&[], "多少人"), "unknown Nothing"),
        ];
        check(rows, looked_up);
    }

    #[test]
    fn what_a_question_leaves_open_the_talk_says() {
        let rows: &[(Talk<'_>, &str)] = &[
            // A measure alone is asked of what the talk is about, or of nothing
            ((&["qingma-people"], "几期呢"), "figures qingma-classes with cadres"),
            ((&["qingma-people"], "经费呢"), "absent cadres Measure with cadres"),
            // A scope chooses among its figures
            ((&["match-posts"], "线下的呢"), "figures match-events with match-posts"),
            ((&["lingtouyan-province"], "市级呢"), "figures lingtouyan-city with lingtouyan-province"),
            // A name of its own leads away
            ((&["qingma-people"], "突击队几支"), "figures shock-teams"),
            ((&["qingma-people"], "西部计划"), "initiative west-plan"),
            // A name of the same thing needs nothing carried over
            ((&["qingma-people"], "青马几期"), "figures qingma-classes"),
            // What rules it out by itself is not found by the talk
            ((&["qingma-people"], "成都的青马几期"), "unknown Elsewhere"),
        ];
        check(rows, looked_up);
    }
}
