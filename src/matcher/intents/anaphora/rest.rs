//! What else the initiative talked about has: 还有别的数吗, 只要新增的, 这是第几届了, 它是干嘛的.

use crate::matcher::index::Doc;
use crate::matcher::intents::anaphora::{Lately, is, is_strong, says_nothing};
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;

/// What a question that names no subject asks of the initiative talked about.
pub(super) fn of_topic(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    scoped(context, lately)
        .filter(|found| !found.is_empty())
        .map(figures)
        .or_else(|| others(context, lately))
        .or_else(|| numbered(context))
        .or_else(|| purpose(context))
}

/// 还有别的数吗: the figures that were not shown yet; where all were, those that the last answer did not show.
fn others(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    if !is(context, Cue::Others) || !says_nothing(context) {
        return None;
    }
    let beside = |shown: &[Doc]| {
        let is_new = |it: &Doc| matches!(it, Doc::Figure(..)) && !shown.contains(it);
        Some(topic_docs(context).filter(is_new).collect::<Vec<Doc>>()).filter(|it| !it.is_empty())
    };
    let is_figure = |it: &&Doc| matches!(it, Doc::Figure(..));
    let found = beside(lately.shown)
        .or_else(|| lately.last.first().filter(is_figure).and_then(|_| beside(lately.last)));
    found.map(figures)
}

/// 只要新增的: all figures of that scope, behind one figure those that are counted as it is; none where no figure has it. Nothing where the question asks for more than a scope.
pub(super) fn scoped(context: &Context<'_>, lately: Lately<'_>) -> Option<Vec<Doc>> {
    let question = context.question();
    let others = question.content.iter().any(|at| {
        let token = &context.tokens[*at];
        token.scopes.is_empty() && !token.is_light
    });
    let asks = question.how_many || question.wants_text() || question.is(Cue::List) || question.is(Cue::Data);
    if others || asks || question.scopes.is_empty() || !is_plain(&question) || context.topic.is_empty() {
        return None;
    }
    let has = |doc: &Doc| {
        let id = context.index.id(*doc);
        id.is_some_and(|it| context.index.scopes[it as usize].iter().any(|own| question.scopes.contains(own)))
    };
    let found: Vec<Doc> = topic_docs(context).filter(|it| matches!(it, Doc::Figure(..)) && has(it)).collect();
    let alike: Vec<Doc> =
        found.iter().copied().filter(|it| is_counted_so(context, *it, lately.last)).collect();
    Some(if alike.is_empty() { found } else { alike })
}

/// True behind one figure for another one that is counted alike.
fn is_counted_so(context: &Context<'_>, doc: Doc, last: &[Doc]) -> bool {
    let measure = |doc: Doc| context.index.id(doc).and_then(|it| context.index.measures[it as usize]);
    matches!(last, [only] if measure(*only).is_some() && measure(*only) == measure(doc))
}

/// True where neither a measure nor a slot nor anything that is not understood stands beside what is said.
fn is_plain(question: &Question) -> bool {
    question.measures.is_empty()
        && question.colloquial.is_empty()
        && question.constraints.is_empty()
        && question.unknown.is_empty()
        && question.excluded.is_empty()
}

/// 这是第几届了: the one fact that says 第八届.
fn numbered(context: &Context<'_>) -> Option<Verdict> {
    let asked = context.tokens.iter().find_map(|it| it.place_asked(context.lexicon))?;
    if context.tokens.iter().any(|it| is_strong(it) || it.is_unknown) {
        return None;
    }
    let says = |item: &String| {
        let ordinals = context.lexicon.ranks.ordinal.iter();
        let behind = ordinals.filter_map(|it| item.split_once(it.as_str())).map(|(_, behind)| behind);
        behind.into_iter().any(|it| it.chars().skip(1).take(2).any(|it| it == asked))
    };
    let mut facts = topic_docs(context).filter(|it| match it {
        Doc::Fact(report, at) => context.reports[*report].facts[*at].items.iter().any(says),
        Doc::Figure(..) | Doc::Initiative(..) => false,
    });
    let fact = facts.next()?;
    facts.next().is_none().then_some(Verdict::Fact(fact))
}

/// 它是干嘛的: the page of what the talk is about.
fn purpose(context: &Context<'_>) -> Option<Verdict> {
    let [_] = context.topic else { return None };
    let asks = is(context, Cue::Purpose) && !is(context, Cue::HowMany) && says_nothing(context);
    let initiative = topic_docs(context).find(|it| asks && matches!(it, Doc::Initiative(..)))?;
    Some(Verdict::Initiative(initiative))
}

fn figures(docs: Vec<Doc>) -> Verdict {
    match docs.len() {
        1 => Verdict::Figures { docs, total: false },
        _ => Verdict::List(docs),
    }
}

/// All that stands in the initiatives talked about.
fn topic_docs<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Doc> + 'a {
    let ranges = context.topic.iter().flat_map(|it| context.index.ranges[*it].clone());
    ranges.map(|at| context.index.docs[at])
}
