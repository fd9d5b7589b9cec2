//! Answers the spans of a question: which clauses belong to what is question, and what several asks come to together.
//! One span alone is [`crate::matcher::selection::select`]'s.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::TimeKind;
use crate::matcher::query::question::{self};
use crate::matcher::query::spans::{Clause, clauses};
use crate::matcher::query::tokens::Token;
use crate::matcher::recognize::SlotKind;
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{CONDITION, FEW, MENTIONED, NAME, NAMES, WHOLE, WINDOWS};
use crate::matcher::selection::distribute;
use crate::matcher::selection::select::{Decided, Decision, decide};
use crate::matcher::selection::several;

/// Decides the whole question; several asks give several figures.
#[must_use]
pub(crate) fn answer(context: &Context<'_>) -> Vec<Decided> {
    let clauses = clauses(context.tokens);
    let asks: usize = clauses.iter().map(|it| it.asks.len()).sum();
    if asks >= 2 && is_condition(context, &clauses[0]) {
        let whole = window(context, &clauses, 0, clauses.len() - 1);
        if !whole.decision.is_found() {
            return vec![whole];
        }
    }
    if asks >= 2 {
        let several = named(context, several::several(context, &clauses));
        if several.iter().filter(|it| it.decision.is_found()).count() >= 2 {
            return several;
        }
        let one = one(context, &clauses);
        // 话题的阅读量在全省排第几: of one clause a part is no answer.
        let is_clause = clauses.iter().filter(|it| !it.asks.is_empty()).count() == 1;
        let is_no = matches!(one.decision, Decision::Absent(_, veto) if veto != Veto::Measure);
        let alone = one.decision.is_found() || (is_clause && is_no) || asks_what_nothing_counts(context);
        return if alone { vec![one] } else { best_of(several, one) };
    }
    vec![one(context, &clauses)]
}

/// What each ask of a question with several comes to; nothing where it has one.
#[must_use]
pub(crate) fn asks(context: &Context<'_>) -> Vec<Decided> {
    let clauses = clauses(context.tokens);
    let asks: usize = clauses.iter().map(|it| it.asks.len()).sum();
    if asks >= 2 { several::several(context, &clauses) } else { Vec::new() }
}

/// 在全省排第几: a measure that no figure is counted in.
fn asks_what_nothing_counts(context: &Context<'_>) -> bool {
    let counted = |measure: &usize| context.index.measures.contains(&Some(*measure));
    let asks = |it: &Token| !it.is_excluded && !it.nouns.is_empty() && !it.nouns.iter().any(counted);
    context.tokens.iter().any(asks)
}

fn best_of(several: Vec<Decided>, one: Decided) -> Vec<Decided> {
    if several.iter().any(|it| it.decision.is_found()) { several } else { vec![one] }
}

/// One ask: the window of clauses round it that is explained best, wide ones first.
fn one(context: &Context<'_>, clauses: &[Clause]) -> Decided {
    let Some(last) = clauses.len().checked_sub(1) else {
        return Decided::unknown();
    };
    let asking: Vec<usize> = (0..=last).filter(|at| !clauses[*at].asks.is_empty()).collect();
    let (from, to) = match (asking.first(), asking.last()) {
        (Some(from), Some(to)) => (*from, *to),
        _ => return widest(context, clauses, 0, last, last),
    };
    let best = widest(context, clauses, from, from, to);
    if leaves_out_name(context, &best, &best.span) { nearest_named(context, clauses) } else { best }
}

fn widest(context: &Context<'_>, clauses: &[Clause], low: usize, high: usize, must: usize) -> Decided {
    let last = clauses.len() - 1;
    let mut windows: Vec<(usize, usize)> = Vec::new();
    for start in 0..=high.min(must) {
        for end in must.max(low)..=last {
            windows.push((start, end));
        }
    }
    windows.sort_by_key(|(start, end)| std::cmp::Reverse(end - start));
    windows.truncate(WINDOWS);
    let mut best: Option<Decided> = None;
    let mut absent: Option<usize> = None;
    for (start, end) in windows {
        let mut decided = window(context, clauses, start, end);
        match &decided.decision {
            Decision::Absent(doc, _) if start == 0 && end == last => {
                absent = Some(context.index.initiative_of[*doc as usize]);
            }
            // What a clause of the question ruled out is not found by leaving that clause out.
            Decision::Figures(docs)
                if clauses.len() <= FEW
                    && start > 0
                    && absent == Some(context.index.initiative_of[docs[0] as usize]) =>
            {
                decided.decision = Decision::Unknown;
            }
            _ => {}
        }
        if start == 0 && end == last && dropped_condition(context, clauses, &decided) {
            return decided;
        }
        let better = |known: &Decided| rank(&decided) > rank(known);
        if best.as_ref().is_none_or(better) {
            if decided.decision.is_found() && decided.coverage >= WHOLE {
                return decided;
            }
            best = Some(decided);
        }
    }
    let best = best.unwrap_or(Decided::unknown());
    if must > low || best.coverage >= WHOLE { best } else { with_remark(context, clauses, low, best) }
}

/// 我们街上开了个青年之家,巴适得很,全市建了好多个嘛: the clause that asks, with an earlier one that names what is meant.
fn with_remark(context: &Context<'_>, clauses: &[Clause], asking: usize, best: Decided) -> Decided {
    let names = |clause: &&Clause| clause.tokens.iter().any(|at| context.tokens[*at].is_name);
    let earlier = clauses[..asking.saturating_sub(1)].iter().filter(names).take(WINDOWS);
    let together = |clause: &Clause| {
        let span: Vec<usize> = clause.tokens.iter().chain(&clauses[asking].tokens).copied().collect();
        decide_span(context, &span, None)
    };
    earlier.map(together).fold(best, |best, it| if rank(&it) > rank(&best) { it } else { best })
}

/// 巡察整改回头看,查出来多少个问题: a clause that was left out names another initiative, and the clause that asks names none.
/// `read` are the words that were read.
fn leaves_out_name(context: &Context<'_>, best: &Decided, read: &[usize]) -> bool {
    let Decision::Figures(docs) = &best.decision else { return false };
    let own = context.index.initiative_of[docs[0] as usize];
    let names = |at: usize| {
        let it = &context.tokens[at];
        it.is_name && !it.is_aside && !it.is_excluded && it.text.len() >= NAME
    };
    // 牵手的有几对: a word that speaks for one initiative alone is as good as its name.
    let is_own = |at: &usize| !context.tokens[*at].is_light && context.evidence[*at].spread == 1;
    let names_own =
        |at: &usize| (names(*at) || is_own(at)) && context.evidence[*at].at(docs[0] as usize) >= NAMES;
    let names_other = |at: usize| {
        let evidence = &context.evidence[at];
        let silent = |doc: &u32| {
            context.index.initiative_of[*doc as usize] != own || evidence.at(*doc as usize) < MENTIONED
        };
        names(at) && evidence.spread == 1 && evidence.docs.iter().all(silent)
    };
    !best.span.iter().any(names_own)
        && (0..context.tokens.len()).any(|at| !read.contains(&at) && names_other(at))
}

/// Of several asks those that do not leave out what another one named in vain: 警示教育开展了几次,参加了多少人次.
fn named(context: &Context<'_>, mut several: Vec<Decided>) -> Vec<Decided> {
    let found = several.iter().filter(|it| it.decision.is_found());
    let read: Vec<usize> = found.flat_map(|it| it.span.iter().copied()).collect();
    let vain = several.iter_mut().filter(|it| leaves_out_name(context, it, &read));
    vain.for_each(|it| it.decision = Decision::Unknown);
    several
}

/// What the whole question comes to where a part of it may not be left out.
fn nearest_named(context: &Context<'_>, clauses: &[Clause]) -> Decided {
    let whole = window(context, clauses, 0, clauses.len() - 1);
    if whole.decision.is_found() { Decided::unknown() } else { whole }
}

/// Found beats a tie beats absent beats nothing; then what explains more.
fn rank(decided: &Decided) -> (u8, u32) {
    let sort = match decided.decision {
        Decision::Figures(_) | Decision::Fact(_) | Decision::Initiative(_) => 3,
        Decision::Tie(_) => 2,
        Decision::Absent(..) => 1,
        Decision::Unknown => 0,
    };
    (sort, decided.explained.max(0.0).to_bits())
}

/// 成都呢,青马多少人: a short clause that leads elsewhere must not be dropped to find an answer.
fn dropped_condition(context: &Context<'_>, clauses: &[Clause], whole: &Decided) -> bool {
    !whole.decision.is_found() && clauses.len() > 1 && clauses.iter().any(|it| is_condition(context, it))
}

/// True for a clause that asks nothing of its own and leads elsewhere: 成都呢, 跟2020年比.
fn is_condition(context: &Context<'_>, clause: &Clause) -> bool {
    let is_year = |at: &usize| matches!(context.tokens[*at].slot, Some(SlotKind::Time(TimeKind::Year(_))));
    let is_place = |at: &usize| context.tokens[*at].is_place || context.tokens[*at].is_within;
    let out = clause.tokens.iter().any(|at| {
        is_place(at)
            || context.is_nowhere(*at)
            || (is_year(at) && !context.tokens[*at].is_aside && context.rules_out_all(*at))
    });
    let asks = clause.tokens.iter().any(|at| context.tokens[*at].is(Cue::HowMany));
    out && clause.tokens.len() <= CONDITION && !asks
}

fn window(context: &Context<'_>, clauses: &[Clause], start: usize, end: usize) -> Decided {
    let first = clauses[start].tokens[0];
    let last = clauses[end].tokens.last().copied().unwrap_or(first);
    let span: Vec<usize> = (first..=last).collect();
    decide_span(context, &span, None)
}

/// Decides one span; `measures` are those of the whole question, for sides that name none.
pub(crate) fn decide_span(context: &Context<'_>, span: &[usize], measures: Option<&[usize]>) -> Decided {
    if !context.budget.spend(span.len()) {
        return Decided::unknown();
    }
    let mut question = question::read(context.tokens, span, context.lexicon);
    if let Some(measures) = measures {
        if question.measures.is_empty() {
            question.measures = measures.to_vec();
        }
        question.how_many = true;
    }
    let decided = Decided { span: span.to_vec(), ..decide(context, &question) };
    match &decided.decision {
        Decision::Figures(docs) | Decision::Tie(docs) if distribute::is_listed(context, span, &question) => {
            let all =
                distribute::distributed(context, &question, context.index.initiative_of[docs[0] as usize]);
            if all.len() >= 2 { Decided { decision: Decision::Figures(all), ..decided } } else { decided }
        }
        _ => decided,
    }
}

#[cfg(test)]
mod tests {
    use super::{answer, decide_span};
    use crate::matcher::testing::{check, decided, look};

    #[test]
    fn of_several_clauses_those_are_taken_that_belong_to_the_question() {
        let rows: &[(&str, &str)] = &[
            // One clause
            ("青马多少人", "figures qingma-people"),
            // A remark before the question, or behind it
            ("天气好热，青马多少人", "figures qingma-people"),
            ("青马多少人，急用", "figures qingma-people"),
            // An earlier clause names what is meant
            ("我们街上开了个青年之家,巴适得很,全市建了好多个嘛", "figures youth-homes"),
            // Several asks
            ("青马几期，多少人", "figures qingma-classes | figures qingma-people"),
            // A short clause that leads elsewhere is a condition
            ("成都，青马多少人", "unknown"),
            ("峨眉山，青年之家多少个", "absent league-coverage Within"),
            // What a clause rules out is not found without it
            ("没牵手成功的，有多少对", "absent matchmaking Polarity"),
            // A clause that names another initiative is not left out, unless the other names its own
            ("巡察整改回头看，查出来多少个问题", "absent political-building Measure"),
            ("巡察整改我知道了，突击队几支", "figures shock-teams"),
            ("警示教育开展了几次，参加了多少人次", "absent discipline-study Measure"),
            // A scope that nothing has is a condition
            ("国家级的有没得，领头雁几名", "absent lingtouyan Scope"),
            // Nothing at all
            ("。", "unknown"),
        ];
        check(rows, |text| {
            look(text, |context| {
                let all = answer(context);
                all.iter().map(|it| decided(context, &it.decision)).collect::<Vec<_>>().join(" | ")
            })
        });
    }

    #[test]
    fn a_span_without_a_measure_takes_that_of_the_whole_question() {
        let rows: &[((&str, &str), &str)] = &[
            (("青马", "people"), "figures qingma-people"),
            (("青马", "issues"), "figures qingma-classes"),
            (("青马", "money"), "absent backbone Measure"),
            (("青年之家", "events"), "figures youth-home-events"),
            (("青年之家", "thing"), "figures youth-homes"),
            // Its own goes first
            (("青马几期", "people"), "figures qingma-classes"),
            // Several things of one span
            (("银奖、铜奖", "people"), "figures startup-silver, startup-bronze"),
        ];
        check(rows, |(text, measure)| {
            look(text, |context| {
                let span: Vec<usize> = (0..context.tokens.len()).collect();
                let at = context.lexicon.measures.iter().position(|it| it.id == measure);
                let measures: Vec<usize> = at.into_iter().collect();
                decided(context, &decide_span(context, &span, Some(&measures)).decision)
            })
        });
    }

    #[test]
    fn what_is_beyond_the_budget_is_not_decided() {
        look("青马多少人", |context| {
            let span: Vec<usize> = (0..context.tokens.len()).collect();
            assert!(decide_span(context, &span, None).decision.is_found());
            while context.budget.spend(span.len()) {}
            assert!(!decide_span(context, &span, None).decision.is_found());
        });
    }
}
