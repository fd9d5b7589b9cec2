//! Questions about an order by size that was shown: 再往下呢, 第二第三呢, 青马排第几, 它跟第一名差多少.
//! The order is made again from what the last figure is counted in.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::anaphora::{Lately, is, says_nothing};
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::intents::{compare, rank};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::WIDE;
use crate::matcher::scoring::context::Context;
use crate::matcher::selection::select::Decision;
use crate::matcher::selection::windows::decide_span;
use crate::text::numerals;

/// The measure of a place in an order: 排第几.
const PLACE: &str = "rank";

/// An order by size that was shown, with all that are counted alike.
struct Ranking {
    ranked: Vec<DocId>,
    /// Those of the last answer.
    shown: Vec<DocId>,
    /// The one that was shown last.
    last: DocId,
    /// What they are counted in.
    measure: usize,
    /// True for the smallest first.
    smallest: bool,
}

impl Ranking {
    fn of(context: &Context<'_>, lately: Lately<'_>) -> Option<Self> {
        let smallest = lately.ranked?;
        // A no in between leaves the order as it was.
        let counted = |doc: &Doc| {
            let id = context.index.id(*doc)?;
            Some((id, context.index.measures[id as usize]?))
        };
        let latest = || lately.shown.last().and_then(counted);
        let (last, measure) = lately.last.last().and_then(counted).or_else(latest)?;
        let report = context.report_of(last as usize).year;
        let alike: Vec<DocId> = (0..context.index.docs.len())
            .filter(|at| {
                context.index.measures[*at] == Some(measure) && context.report_of(*at).year == report
            })
            .filter_map(|at| DocId::try_from(at).ok())
            .collect();
        let shown = lately.last.iter().filter_map(|it| context.index.id(*it));
        let shown = shown.filter(|it| context.index.measures[*it as usize] == Some(measure)).collect();
        Some(Self { ranked: compare::ranked(context, alike, smallest), shown, last, measure, smallest })
    }

    /// The places of the first and the last: of what was named where that is no part of the whole order (突击队、走播队、
    /// 青骑兵排一下), else of all.
    fn ends(&self) -> Option<(usize, usize)> {
        let is_part = self.ranked.windows(self.shown.len().max(1)).any(|it| it == self.shown);
        let named: &[DocId] = if self.shown.len() < 2 || is_part { &self.ranked } else { &self.shown };
        let place = |doc: Option<&DocId>| self.ranked.iter().position(|it| Some(it) == doc);
        place(named.first()).zip(place(named.last()))
    }
}

/// 再往下呢, 排第四的呢, 第二第三呢, 倒数第二呢: other places of the order; with 差 one place beside the last one shown.
pub(super) fn further(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    let ranking = Ranking::of(context, lately)?;
    if let Some(verdict) = added_up(context, &ranking).or_else(|| ordered_anew(context, &ranking)) {
        return Some(verdict);
    }
    let docs: Option<Vec<DocId>> =
        places(context, &ranking)?.into_iter().map(|it| ranking.ranked.get(it).copied()).collect();
    let docs = docs?;
    if let ([other], true) = (docs.as_slice(), is(context, Cue::Compare)) {
        let differs = *other != ranking.last;
        return differs.then(|| Verdict::Compare(context.doc(*other), context.doc(ranking.last)));
    }
    Some(Verdict::Rank(docs.into_iter().map(|it| context.doc(it)).collect(), ranking.smallest))
}

/// The places that a question names or points at, counted from 0.
fn places(context: &Context<'_>, ranking: &Ranking) -> Option<Vec<usize>> {
    let (count, least) = (ranking.ranked.len(), is(context, Cue::Least));
    let named = ordinals(context);
    if !named.is_empty() {
        // Of the smallest first, 倒数第二 is the second one shown.
        let from_end = least && !ranking.smallest;
        let place = |it: usize| if from_end { count.checked_sub(it) } else { it.checked_sub(1) };
        return named.into_iter().map(place).collect();
    }
    let last = ranking.ranked.iter().position(|it| *it == ranking.last)?;
    if is(context, Cue::Next) {
        return Some(vec![last + 1]);
    }
    if is(context, Cue::Previous) {
        return Some(vec![last.checked_sub(1)?]);
    }
    // 跟第一名差好多: an end of the order, beside the last one shown.
    // 垫底的那个是几支: an end of the order, by its size.
    let unit = context.tokens.windows(2).find(|it| it[0].is(Cue::HowMany)).map(|it| &it[1]);
    let asks_size = unit.is_some_and(|it| it.units.contains(&ranking.measure));
    let ends = (is(context, Cue::Compare) || asks_size) && says_nothing(context);
    let (first, last) = ranking.ends()?;
    match (ends && is(context, Cue::Most), ends && least) {
        (true, false) => Some(vec![if ranking.smallest { last } else { first }]),
        (false, true) => Some(vec![if ranking.smallest { first } else { last }]),
        _ => None,
    }
}

/// 最多的三个呢, 反过来最少的呢: the same things ordered anew, where nothing else is named.
fn ordered_anew(context: &Context<'_>, ranking: &Ranking) -> Option<Verdict> {
    let (most, least) = (is(context, Cue::Most), is(context, Cue::Least));
    let compares = is(context, Cue::Compare);
    if most == least || compares || !ordinals(context).is_empty() || !says_nothing(context) {
        return None;
    }
    let is_wide = |at: &usize| context.lexicon.measures[*at].id == WIDE;
    let counts_other =
        context.tokens.iter().any(|it| it.is_unit() && !it.units.iter().chain(&it.colloquial).any(is_wide));
    if counts_other {
        return None;
    }
    let ranked = compare::ranked(context, ranking.ranked.clone(), least);
    let count = rank::how_many_places(context).min(ranked.len());
    Some(Verdict::Rank(ranked[..count].iter().map(|it| context.doc(*it)).collect(), least))
}

/// 头两名加起来: the first of the order, added up.
fn added_up(context: &Context<'_>, ranking: &Ranking) -> Option<Verdict> {
    let count = rank::first_places(context).filter(|_| is(context, Cue::Total))?;
    let docs = ranking.ranked.get(..count).filter(|it| it.len() >= 2)?;
    Some(Verdict::Figures { docs: docs.iter().map(|it| context.doc(*it)).collect(), total: true })
}

/// The ordinals of a question: 第二第三 holds two.
fn ordinals(context: &Context<'_>) -> Vec<usize> {
    let value = |at: usize| {
        let token = &context.tokens[at];
        if let Some(number) = token.number.as_ref().filter(|it| it.ordinal) {
            return usize::try_from(number.value.as_whole()?).ok();
        }
        match context.tokens.get(at + 1)?.text[..] {
            [digit] if token.is_one_of(&context.lexicon.ranks.ordinal) => numerals::place(digit),
            _ => None,
        }
    };
    (0..context.tokens.len()).filter_map(value).collect()
}

/// 青马排第几 within the order: the figure of that name, counted as the order is.
pub(super) fn place_of(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    let ranking = Ranking::of(context, lately)?;
    let place = context.lexicon.measures.iter().position(|it| it.id == PLACE)?;
    let asks = context.tokens.iter().position(|it| it.nouns.contains(&place))?;
    if context.question().constraints.iter().any(|at| *at != asks) {
        return None;
    }
    let span: Vec<usize> = (0..context.tokens.len()).filter(|at| *at != asks).collect();
    let context = &Context { topic: &[], ..*context };
    let Decision::Figures(docs) = decide_span(context, &span, Some(&[ranking.measure])).decision else {
        return None;
    };
    let doc = docs.into_iter().find(|it| ranking.ranked.contains(it))?;
    Some(Verdict::Rank(vec![context.doc(doc)], ranking.smallest))
}
