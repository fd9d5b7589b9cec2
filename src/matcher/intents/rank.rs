//! Which figures are ranked, and how many of them are shown.
//! Their order is [`crate::matcher::intents::compare`]'s.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::compare;
use crate::matcher::intents::enumerate;
use crate::matcher::intents::list;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;

/// So many equals are shown beyond what was asked for.
const EQUALS: usize = 3;

/// The figures by size, where a question word orders them.
pub(crate) fn asked(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    (is(Cue::Most) || is(Cue::Least) || place(context).is_some()).then(|| rank(context, question)).flatten()
}

/// The figures by size that a question asks for; nothing where none fit.
pub(crate) fn rank(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let smallest = context.tokens.iter().any(|it| it.is(Cue::Least));
    let mut row = enumerate::of(context, &question.measures);
    if row.is_empty() {
        row = enumerate::adjoining(context, &question.measures);
    }
    let all = row.len() >= 2;
    let docs = if all { row } else { list::of(context, question) };
    if docs.is_empty() {
        return None;
    }
    Some(ordered(context, docs, smallest, all))
}

/// The figures below a heading by size, where one measure of them is asked for.
pub(crate) fn within(context: &Context<'_>, question: &Question, figures: &[Doc]) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let counted = |at: &usize| {
        let own = context.index.measures[*at];
        figures.contains(&context.index.docs[*at]) && own.is_some_and(|own| question.measures.contains(&own))
    };
    let docs: Vec<DocId> = (0..context.index.docs.len())
        .filter(|at| (is(Cue::Most) || is(Cue::Least)) && counted(at))
        .filter_map(|at| DocId::try_from(at).ok())
        .collect();
    (!docs.is_empty()).then(|| ordered(context, docs, is(Cue::Least), false))
}

fn ordered(context: &Context<'_>, docs: Vec<DocId>, smallest: bool, all: bool) -> Verdict {
    let ranked = compare::ranked(context, docs, smallest);
    if let Some(doc) = place(context).and_then(|it| ranked.get(it)) {
        return Verdict::Rank(vec![context.doc(*doc)], smallest);
    }
    let count = if all { ranked.len() } else { with_equals(context, &ranked, how_many_places(context)) };
    let shown = ranked.into_iter().take(count).map(|it| context.doc(it)).collect();
    Verdict::Rank(shown, smallest)
}

/// 排第四, 第二多: one place in the order, counted from 0.
fn place(context: &Context<'_>) -> Option<usize> {
    let typed = |at: usize| context.tokens.get(at).map(|it| it.text.as_slice());
    let at = context.tokens.iter().position(|it| it.number.as_ref().is_some_and(|it| it.ordinal))?;
    let ranked = at > 0 && matches!(typed(at - 1), Some(['排'] | ['排', '名'] | ['排', '在']));
    let number = context.tokens[at].number.as_ref()?;
    // 第二多 is read as one number, as 一百多 is.
    let more = number.more || context.tokens.get(at + 1).is_some_and(|it| it.is(Cue::More));
    let place = usize::try_from(number.value.as_whole()?).ok()?.checked_sub(1)?;
    ((ranked || more) && place > 0).then_some(place)
}

/// As many places as asked for, and those behind them that are as large as the last one: a tie is shown as a tie.
fn with_equals(context: &Context<'_>, ranked: &[DocId], count: usize) -> usize {
    let value = |at: usize| ranked.get(at).and_then(|doc| compare::size(context, *doc));
    let last = count.checked_sub(1).and_then(value);
    (count..ranked.len()).find(|at| value(*at) != last).unwrap_or(ranked.len()).min(count + EQUALS)
}

/// 前三 is three places, 最多 one, 排名 five.
fn how_many_places(context: &Context<'_>) -> usize {
    let typed: Vec<char> = context
        .tokens
        .iter()
        .filter(|it| it.is(Cue::Most) || it.is(Cue::Least))
        .flat_map(|it| it.text.clone())
        .collect();
    let said = typed.iter().find_map(|it| "一二三四五六七八九十".chars().position(|digit| digit == *it));
    let number = context
        .tokens
        .iter()
        .find_map(|it| it.number.as_ref()?.value.as_whole())
        .and_then(|it| usize::try_from(it).ok());
    let ordered = typed.iter().any(|it| matches!(it, '排' | '从'));
    said.map(|it| it + 1).or(number).unwrap_or(if ordered { 5 } else { 1 }).clamp(1, 10)
}
