//! What a name or a measure leaves open and the talk tells: 青马的呢 asks for what was counted last, 人呢 for the people there.

use crate::matcher::index::Doc;
use crate::matcher::intents::anaphora::{Lately, is_strong};
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::EXPLAINED;
use crate::matcher::selection::select::Decision;
use crate::matcher::selection::windows::decide_span;

/// The question words beside which a name is not all that is said.
const ASKS: &[Cue] = &[
    Cue::HowMany,
    Cue::Amount,
    Cue::Which,
    Cue::List,
    Cue::Data,
    Cue::Compare,
    Cue::Most,
    Cue::Least,
    Cue::Total,
    Cue::Plus,
    Cue::Join,
    Cue::Overview,
    Cue::Truth,
    Cue::YesNo,
    Cue::Times,
    Cue::Others,
];

/// A name by itself: the one of those offered that it names, else its figure that is counted as the last one was.
pub(super) fn by_name(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    let question = context.question();
    let only_names = is_silent(&question)
        && question.measures.is_empty()
        && question.colloquial.is_empty()
        && question.scopes.is_empty()
        && !ASKS.iter().any(|it| question.is(*it))
        && !context.tokens.iter().any(|it| it.number.is_some());
    let names: Vec<usize> =
        question.content.iter().copied().filter(|at| is_strong(&context.tokens[*at])).collect();
    if !only_names || names.is_empty() {
        return None;
    }
    let one = |doc: Doc| Verdict::Figures { docs: vec![doc], total: false };
    offered(context, lately, &names).or_else(|| counted_alike(context, lately, &names)).map(one)
}

/// True where no slot and nothing that is not understood stands beside what is said.
fn is_silent(question: &Question) -> bool {
    question.constraints.is_empty() && question.unknown.is_empty()
}

/// The one figure of a choice that all names speak for.
fn offered(context: &Context<'_>, lately: Lately<'_>, names: &[usize]) -> Option<Doc> {
    let is_named = |doc: &&Doc| {
        let at = context.index.id(**doc).filter(|_| matches!(doc, Doc::Figure(..)));
        at.is_some_and(|doc| names.iter().all(|at| context.evidence[*at].at(doc as usize) >= EXPLAINED))
    };
    let mut named = lately.offered.iter().filter(is_named);
    named.next().copied().filter(|_| named.next().is_none())
}

/// The one figure of the name that is counted as the last one shown.
fn counted_alike(context: &Context<'_>, lately: Lately<'_>, names: &[usize]) -> Option<Doc> {
    let measure = |doc: &Doc| context.index.measures[context.index.id(*doc)? as usize];
    // What a choice was asked in is asked still.
    let latest = || measure(lately.offered.first().or(lately.shown.last())?);
    let measure = lately.last.iter().find_map(measure).or_else(latest)?;
    let span: Vec<usize> = (0..context.tokens.len()).collect();
    let context = &Context { topic: &[], ..*context };
    // 结对社区呢: the name is a figure's own.
    let plain = &Context { last_measure: None, ..*context };
    if matches!(decide_span(plain, &span, None).decision, Decision::Figures(_)) {
        return None;
    }
    match decide_span(context, &span, Some(&[measure])).decision {
        Decision::Figures(docs) => match docs[..] {
            [doc] if is_only_one(context, doc as usize, measure, names) => Some(context.doc(doc)),
            _ => None,
        },
        _ => None,
    }
}

/// True where the figure is counted so, and of its neighbours that are, the names speak for none as well.
fn is_only_one(context: &Context<'_>, doc: usize, measure: usize, names: &[usize]) -> bool {
    let is_counted = |at: usize| context.index.measures[at] == Some(measure);
    let fits_as_well =
        |at: usize| names.iter().all(|it| context.evidence[*it].at(at) >= context.evidence[*it].at(doc));
    let initiative = context.index.initiative_of[doc];
    let mut others = context.index.ranges[initiative].clone().filter(|at| *at != doc && is_counted(*at));
    is_counted(doc) && !others.any(fits_as_well)
}

/// 人呢 behind the classes of a programme: of several figures counted so the one of the same
/// programme, or a choice of those.
pub(super) fn by_measure(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    let question = context.question();
    let measures: Vec<usize> = question.measures.iter().chain(&question.colloquial).copied().collect();
    let fits = |doc: usize| context.index.measures[doc].is_some_and(|own| measures.contains(&own));
    let counts = context.tokens.iter().any(|it| it.number.is_some());
    if counts || !is_silent(&question) || !question.scopes.is_empty() {
        return None;
    }
    let last = context.index.id(*lately.last.last()?)? as usize;
    let [initiative] = context.topic else { return None };
    let own = programmes(context, last);
    let shares = |doc: usize| programmes(context, doc).iter().any(|it| own.contains(it));
    let alike = context.index.ranges[*initiative].clone().filter(|doc| fits(*doc) && shares(*doc));
    let docs: Vec<Doc> = alike.map(|it| context.index.docs[it]).collect();
    match docs.len() {
        0 => None,
        1 => Some(Verdict::Figures { docs, total: false }),
        _ => Some(Verdict::Tie(docs)),
    }
}

/// The programmes that a figure is about.
fn programmes<'a>(context: &Context<'a>, doc: usize) -> &'a [String] {
    match context.index.docs[doc] {
        Doc::Figure(report, at) => &context.reports[report].figures[at].programmes,
        Doc::Fact(..) | Doc::Initiative(..) => &[],
    }
}
