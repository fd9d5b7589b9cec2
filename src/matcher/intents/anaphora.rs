//! Questions that point back at what was shown: 第二个呢, 两个加起来呢, 这三家谁最多.
//! Looks for no figure by its words.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::compare;
use crate::matcher::intents::out_of_domain::is_strong_word;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::scoring::context::Context;
use crate::matcher::selection::select::Decision;
use crate::matcher::selection::windows::decide_span;

/// What a talk has come to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lately<'a> {
    /// What the last answer showed, the first one first.
    pub last: &'a [Doc],
    /// What was shown lately, in the order shown.
    pub shown: &'a [Doc],
    /// What the last reply offered to choose from.
    pub offered: &'a [Doc],
    /// Where the last answer was an order by size: true for the smallest first.
    pub ranked: Option<bool>,
}

/// What a question asks of what was shown or offered; nothing where it names something new.
pub(crate) fn shown(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    if context.tokens.iter().any(is_strong_word) {
        return None;
    }
    if let Some(verdict) = further(context, lately) {
        return Some(verdict);
    }
    let listed = if lately.offered.is_empty() { lately.shown } else { lately.offered };
    place(context, listed).or_else(|| together(context, lately.shown))
}

/// 再往下呢, 排第四的呢 behind an order by size: the next place, or the one that is named, among all that are counted alike.
fn further(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    let smallest = lately.ranked?;
    let last = context.index.id(*lately.last.last()?)?;
    let measure = context.index.measures[last as usize]?;
    let report = context.report_of(last as usize).year;
    let alike: Vec<DocId> = (0..context.index.docs.len())
        .filter(|at| context.index.measures[*at] == Some(measure) && context.report_of(*at).year == report)
        .filter_map(|at| DocId::try_from(at).ok())
        .collect();
    let ranked = compare::ranked(context, alike, smallest);
    let next = context.tokens.iter().any(|it| it.is(Cue::Next));
    let named = context.tokens.iter().find_map(|it| it.number.as_ref().filter(|number| number.ordinal));
    let place = match named {
        Some(number) => usize::try_from(number.value.as_whole()?).ok()?.checked_sub(1)?,
        None if next => ranked.iter().position(|it| *it == last)? + 1,
        None => return None,
    };
    Some(Verdict::Rank(vec![context.doc(*ranked.get(place)?)], smallest))
}

/// 第二个呢, 最后一个呢: a place among them.
fn place(context: &Context<'_>, shown: &[Doc]) -> Option<Verdict> {
    if shown.len() < 2 {
        return None;
    }
    let is_last = context.tokens.iter().any(|it| it.is(Cue::Last));
    let ordinal = || context.tokens.iter().find_map(|it| it.number.as_ref().filter(|number| number.ordinal));
    let place = if is_last {
        shown.len() - 1
    } else {
        usize::try_from(ordinal()?.value.as_whole()?).ok()?.checked_sub(1)?
    };
    Some(match *shown.get(place)? {
        whole @ Doc::Initiative(..) => Verdict::Initiative(whole),
        doc => Verdict::Figures { docs: vec![doc], total: false },
    })
}

/// 两个加起来, 这三家谁最多, 哪个更多: as many of them as are said, the last ones.
fn together(context: &Context<'_>, shown: &[Doc]) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let said = context.tokens.iter().find_map(|it| it.number.as_ref()?.value.as_whole());
    let said = said.and_then(|it| usize::try_from(it).ok());
    let count = match said {
        Some(count) => (2..=shown.len()).contains(&count).then_some(count)?,
        None => (is(Cue::Those) && shown.len() >= 2).then_some(shown.len())?,
    };
    let all = &shown[shown.len() - count..];
    if !all.iter().all(|it| matches!(it, Doc::Figure(..))) {
        return None;
    }
    let place = |it: &Doc| {
        context.index.docs.iter().position(|doc| doc == it).and_then(|at| DocId::try_from(at).ok())
    };
    let ids: Vec<DocId> = all.iter().filter_map(place).collect();
    if is(Cue::Total) {
        return Some(Verdict::Figures { docs: all.to_vec(), total: true });
    }
    let compares = is(Cue::Compare) || (is(Cue::Which) && is(Cue::More));
    match (all, compares) {
        ([a, b], true) => Some(Verdict::Compare(*a, *b)),
        _ if compares || is(Cue::Most) || is(Cue::Least) => {
            let ranked = compare::ranked(context, ids, is(Cue::Least));
            Some(Verdict::Rank(ranked.into_iter().map(|it| context.doc(it)).collect(), is(Cue::Least)))
        }
        _ => None,
    }
}

/// 跟刚才的走播队哪个多: the figure that was shown last beside the one that the question names.
pub(crate) fn against(context: &Context<'_>, shown: &[Doc]) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let compares = (is(Cue::Compare) && !is(Cue::HowMany)) || (is(Cue::Which) && is(Cue::More));
    let last = *shown.last().filter(|it| compares && matches!(it, Doc::Figure(..)))?;
    let span: Vec<usize> = (0..context.tokens.len()).collect();
    let named = match decide_span(context, &span, Some(&[])).decision {
        Decision::Figures(docs) => context.doc(*docs.first()?),
        _ => return None,
    };
    (named != last).then_some(Verdict::Compare(last, named))
}
