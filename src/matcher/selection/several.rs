//! Several asks in one question: each clause by itself, the topic going on from one to the next.
//! One ask is [`crate::matcher::selection::windows`]'s.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::query::spans::{Clause, cuts};
use crate::matcher::scoring::context::Context;
use crate::matcher::selection::select::{Decided, Decision};
use crate::matcher::selection::windows::decide_span;

/// Several asks: each clause by itself, the topic going on from one to the next; inside a clause the best cut.
pub(crate) fn several(context: &Context<'_>, clauses: &[Clause]) -> Vec<Decided> {
    let mut all: Vec<Decided> = Vec::new();
    let mut topic: Vec<usize> = context.topic.to_vec();
    let (mut waiting, mut names): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for clause in clauses {
        if clause.asks.is_empty() {
            waiting.extend(&clause.tokens);
            continue;
        }
        let with_waiting = Clause {
            tokens: waiting.iter().chain(&clause.tokens).copied().collect(),
            asks: clause.asks.clone(),
        };
        let plain = best_cut(context, clause, &topic);
        let decided =
            if waiting.is_empty() { plain } else { better(plain, best_cut(context, &with_waiting, &topic)) };
        waiting.clear();
        let says = clause.tokens.iter().any(|at| is_content_word(context, *at));
        let decided = if says && found(&decided) {
            decided
        } else {
            with_names(context, clause, &names, &topic).unwrap_or(decided)
        };
        names.extend(clause.tokens.iter().filter(|at| is_name(context, **at)));
        for it in decided {
            if let Decision::Figures(docs) = &it.decision {
                topic = vec![context.index.initiative_of[docs[0] as usize]];
            }
            let it = untied(context, &all, it);
            all.push(it);
        }
    }
    again(context, clauses, all)
}

/// A tie of an ask that says what it is about becomes all of its figures; one that holds a figure that was found before
/// only says more of that (园区呢,青年发展型的那种).
fn untied(context: &Context<'_>, before: &[Decided], mut decided: Decided) -> Decided {
    if let (Decision::Tie(docs), true) = (&decided.decision, decided.says)
        && !is_told(before, &decided)
        && let Some(docs) = all_of(context, docs)
    {
        decided.decision = Decision::Figures(docs);
    }
    decided
}

/// True where one of these figures was found before.
fn is_told(before: &[Decided], new: &Decided) -> bool {
    let (Decision::Figures(docs) | Decision::Tie(docs)) = &new.decision else { return false };
    before.iter().any(|it| match &it.decision {
        Decision::Figures(known) => known.iter().any(|doc| docs.contains(doc)),
        _ => false,
    })
}

fn found(decided: &[Decided]) -> bool {
    decided.iter().all(|it| it.decision.is_found())
}

fn is_content_word(context: &Context<'_>, at: usize) -> bool {
    let token = &context.tokens[at];
    token.is_content && !token.is_light && !token.is_excluded
}

/// A name, or a scope that goes on to hold: 西部计划新增了几个项目办、多少人.
fn is_name(context: &Context<'_>, at: usize) -> bool {
    let token = &context.tokens[at];
    is_content_word(context, at) && (token.is_name || !token.scopes.is_empty())
}

/// A span of a clause decided together with the names that stand before it in the clause; nothing where none do.
fn with_earlier(context: &Context<'_>, clause: &Clause, span: &[usize]) -> Option<Decided> {
    let first = span.first()?;
    let names = clause.tokens.iter().copied().filter(|at| at < first && is_name(context, *at));
    let named: Vec<usize> = names.chain(span.iter().copied()).collect();
    (named.len() > span.len()).then(|| decide_span(context, &named, None))
}

/// 青马办了几期,多少人: what an ask leaves open the names before it may explain.
fn with_names(
    context: &Context<'_>,
    clause: &Clause,
    names: &[usize],
    topic: &[usize],
) -> Option<Vec<Decided>> {
    let tokens = names.iter().chain(&clause.tokens).copied().collect();
    let decided = best_cut(context, &Clause { tokens, asks: clause.asks.clone() }, topic);
    Some(decided).filter(|it| !names.is_empty() && found(it))
}

fn total(decided: &[Decided]) -> f32 {
    decided.iter().map(|it| if it.decision.is_found() { it.score } else { 0.0 }).sum()
}

fn better(a: Vec<Decided>, b: Vec<Decided>) -> Vec<Decided> {
    if total(&b) > total(&a) { b } else { a }
}

/// 大讨论几场,乐青学专题学习又是几期: what the first ask left open the second may explain.
fn again(context: &Context<'_>, clauses: &[Clause], all: Vec<Decided>) -> Vec<Decided> {
    let missing = all.first().is_some_and(|it| !it.decision.is_found());
    let topic = all.iter().find_map(|it| match &it.decision {
        Decision::Figures(docs) => Some(vec![context.index.initiative_of[docs[0] as usize]]),
        _ => None,
    });
    let (Some(topic), true) = (topic, missing) else { return all };
    let Some(clause) = clauses.iter().find(|it| !it.asks.is_empty()) else { return all };
    let first = best_cut(context, clause, &topic);
    first.into_iter().take(1).chain(all.into_iter().skip(1)).collect()
}

fn best_cut(context: &Context<'_>, clause: &Clause, topic: &[usize]) -> Vec<Decided> {
    let mut best: Vec<Decided> = Vec::new();
    for cut in cuts(context.tokens, clause) {
        let mut topic = topic.to_vec();
        let mut decided = Vec::new();
        for span in &cut {
            let context = Context { topic: &topic, ..*context };
            let it = decide_span(&context, span, None);
            // 青马几期多少人: what the second ask leaves open the name before it explains.
            let open = !it.decision.is_found() && !it.says;
            let it = match with_earlier(&context, clause, span).filter(|_| open) {
                Some(named) if !is_told(&decided, &named) => named,
                _ => it,
            };
            if let Decision::Figures(docs) = &it.decision {
                topic = vec![context.index.initiative_of[docs[0] as usize]];
            }
            decided.push(it);
        }
        if best.is_empty() || total(&decided) > total(&best) {
            best = decided;
        }
    }
    best
}

/// Equally good figures of one initiative that count the same thing: where several things are asked for, all of them are
/// told (领头雁多少名,培训几期: both levels), for no choice can be offered beside an answer.
pub(crate) fn all_of(context: &Context<'_>, tied: &[DocId]) -> Option<Vec<DocId>> {
    let is_figure = |doc: &DocId| matches!(context.index.docs[*doc as usize], Doc::Figure(..));
    let all = alike(context, tied);
    (tied.len() <= AT_ONCE && all.len() == tied.len() && all.iter().all(is_figure)).then_some(all)
}

/// Those that are of the same initiative as the first one and count the same thing.
pub(crate) fn alike(context: &Context<'_>, docs: &[DocId]) -> Vec<DocId> {
    let counts = |doc: &DocId| {
        let at = *doc as usize;
        (context.index.initiative_of[at], context.index.measures[at])
    };
    let first = docs.first().map(counts);
    docs.iter().filter(|doc| Some(counts(doc)) == first).copied().collect()
}

/// So many equally good figures are told at once; of more the question is too open.
const AT_ONCE: usize = 3;

#[cfg(test)]
mod tests {
    use super::{all_of, several};
    use crate::matcher::query::spans::clauses;
    use crate::matcher::testing::{check, decided, doc, look};

    #[test]
    fn each_ask_is_decided_by_itself_and_the_topic_goes_on() {
        let rows: &[(&str, &str)] = &[
            // Two names
            ("青马几期，突击队几支", "figures qingma-classes | figures shock-teams"),
            // One name, two asks: in clauses, in one
            ("青马几期，多少人", "figures qingma-classes | figures qingma-people"),
            ("乐青学几期大讨论几场", "figures leqingxue-issues | figures leqingxue-debates"),
            ("联谊办了几场,成了几对", "figures match-events | figures match-couples"),
            // What asks nothing waits for the clause behind it
            ("乐青学，几期，大讨论几场", "figures leqingxue-issues | figures leqingxue-debates"),
            // A tie of one ask is all of its figures
            (
                "领头雁多少名，培训几期",
                "figures lingtouyan-province, lingtouyan-city | figures lingtouyan-training",
            ),
            // One of them is not reported
            ("青马几期，元宇宙几个", "figures qingma-classes | unknown"),
        ];
        check(rows, |text| {
            look(text, |context| {
                let all = several(context, &clauses(context.tokens));
                all.iter().map(|it| decided(context, &it.decision)).collect::<Vec<_>>().join(" | ")
            })
        });
    }

    #[test]
    fn equally_good_figures_are_told_at_once_where_they_count_the_same_thing() {
        let rows: &[(&[&str], &str)] = &[
            (&["lingtouyan-province", "lingtouyan-city"], "told"),
            (&["park", "company", "street"], "told"),
            // More than three
            (&["park", "company", "street", "sports-park"], "not told"),
            // Of two initiatives, of two measures
            (&["shock-teams", "volunteer-teams"], "not told"),
            (&["qingma-classes", "qingma-people"], "not told"),
            // A page
            (&["west-plan"], "not told"),
        ];
        check(rows, |ids| {
            look("", |context| {
                let docs: Vec<_> = ids.iter().filter_map(|it| context.index.id(doc(it))).collect();
                let is_told = all_of(context, &docs).is_some_and(|all| all == docs);
                if is_told { "told".to_owned() } else { "not told".to_owned() }
            })
        });
    }
}
