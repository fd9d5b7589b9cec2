//! Which figures are ranked, and how many of them are shown.
//! Their order is [`crate::matcher::intents::compare`]'s.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::compare;
use crate::matcher::intents::enumerate;
use crate::matcher::intents::list;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::noun_phrase;
use crate::matcher::query::question::{self, Question};
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::text::numerals;

/// So many equals are shown beyond what was asked for.
const EQUALS: usize = 3;
/// No order is longer.
const MOST: usize = 10;

/// The figures by size, where a question word orders them.
pub(crate) fn asked(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let orders =
        is(Cue::Most) || is(Cue::Least) || place(context).is_some() || first_places(context).is_some();
    orders.then(|| rank(context, question)).flatten()
}

/// 前四名, 前六: so many of the first.
pub(crate) fn first_places(context: &Context<'_>) -> Option<usize> {
    let typed = |at: usize| context.tokens[at].is_one_of(&context.lexicon.ranks.first);
    let number = |at: usize| {
        let next = context.tokens.get(at + 1)?;
        match (&next.number, next.text.as_slice()) {
            (Some(number), _) => usize::try_from(number.value.as_whole()?).ok(),
            (None, [digit]) => numerals::place(*digit),
            _ => None,
        }
    };
    (0..context.tokens.len()).filter(|at| typed(*at)).find_map(number)
}

/// 人最多的是哪项, 活动前三: where nothing else says what is ranked, a unit or a light noun before the order does.
fn ranked_by(context: &Context<'_>, question: &Question) -> Vec<usize> {
    let silent = |at: &usize| context.tokens[*at].is_light || context.evidence[*at].spread == 0;
    // 哪支队伍人最多: it is people that are ordered, not teams.
    let order = context.tokens.iter().position(|it| it.is(Cue::Most) || it.is(Cue::Least));
    let unit =
        order.and_then(|at| context.tokens[..at].last()).filter(|it| it.is_bare_unit() && !it.is_content);
    if let (Some(unit), [], false) = (unit, &question.measures[..], follows_number(context, order)) {
        return unit.units.clone();
    }
    if !question.measures.is_empty() || !question.content.iter().all(silent) {
        return question.measures.clone();
    }
    let tokens = context.tokens;
    let places = |at: usize| at > 0 && tokens[at - 1].number.is_some();
    let own = |at: usize| match &tokens[at] {
        it if it.is_bare_unit() && !places(at) => it.units.clone(),
        it => question::counted_in(it, context.lexicon),
    };
    (0..tokens.len()).map(own).find(|it| !it.is_empty()).unwrap_or_default()
}

/// 48支最多: the unit before the order belongs to a number.
fn follows_number(context: &Context<'_>, order: Option<usize>) -> bool {
    let number = order.and_then(|at| context.tokens.get(at.checked_sub(2)?));
    number.is_some_and(|it| it.number.is_some() || it.is(Cue::Which))
}

/// Only what is counted alike has an order: of figures in several units those that the noun is counted in (哪个队伍最多),
/// else none.
fn comparable(context: &Context<'_>, question: &Question, docs: Vec<DocId>) -> Vec<DocId> {
    let measure = |doc: &DocId| context.index.measures[*doc as usize];
    let is_alike = |docs: &[DocId]| docs.iter().all(|it| measure(it) == measure(&docs[0]));
    // 哪个数最大: it is numbers that are ordered, whatever they count.
    let numbers = question.is(Cue::Data) || question.is(Cue::Amount);
    if numbers || is_alike(&docs) || !question.measures.is_empty() {
        return docs;
    }
    let own: Vec<usize> = question
        .content
        .iter()
        .flat_map(|at| question::counted_in(&context.tokens[*at], context.lexicon))
        .collect();
    let kept: Vec<DocId> =
        docs.into_iter().filter(|it| measure(it).is_some_and(|it| own.contains(&it))).collect();
    if is_alike(&kept) { kept } else { Vec::new() }
}

/// The figures by size that a question asks for; nothing where none fit.
pub(crate) fn rank(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let question = &Question { measures: ranked_by(context, question), ..question.clone() };
    let smallest = context.tokens.iter().any(|it| it.is(Cue::Least));
    let mut listed = enumerate::of(context, &question.measures);
    if listed.is_empty() {
        listed = enumerate::adjoining(context, &question.measures);
    }
    let all = listed.len() >= 2;
    let docs = if all { listed } else { comparable(context, question, list::of(context, question)) };
    // 哪所高校来的学生最多: the largest of some kind, which figures of another kind do not tell.
    let kind = noun_phrase::which(context.tokens, context.lexicon);
    let tells = |doc: &DocId| kind.is_none_or(|noun| context.ends(*doc as usize, &context.tokens[noun]));
    if docs.is_empty() || (!all && !docs.iter().all(tells)) {
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
    let at = context.tokens.iter().position(|it| it.number.as_ref().is_some_and(|it| it.ordinal))?;
    let ranked = at > 0 && context.tokens[at - 1].is_one_of(&context.lexicon.ranks.places);
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
pub(crate) fn how_many_places(context: &Context<'_>) -> usize {
    let orders = context.tokens.iter().filter(|it| it.is(Cue::Most) || it.is(Cue::Least));
    let typed: String = orders.flat_map(|it| it.text.clone()).collect();
    let ranks = &context.lexicon.ranks;
    let says = |words: &[String]| words.iter().any(|it| typed.contains(it.as_str()));
    let several = says(&ranks.several);
    // 从多到少排一排: no place, but how often it is done.
    let is_place = !several || says(&ranks.first) || says(&ranks.ordinal);
    let places = typed.chars().find_map(numerals::place).filter(|_| is_place);
    let number = first_places(context).or_else(|| {
        // 第四部分: an ordinal is no number of places.
        let whole = |it: &Token| it.number.as_ref().filter(|it| !it.ordinal)?.value.as_whole();
        context.tokens.iter().find_map(whole).and_then(|it| usize::try_from(it).ok())
    });
    let all = context.tokens.iter().any(|it| it.is(Cue::List));
    let unsaid = match (several, all) {
        (true, true) => MOST,
        (true, false) => 5,
        _ => 1,
    };
    places.or(number).unwrap_or(unsaid).clamp(1, MOST)
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn figures_of_one_measure_stand_in_order() {
        let rows: &[(&str, &str)] = &[
            // As many places as are asked for
            ("人数最多的是什么", "largest new-members"),
            ("场次前三", "largest youth-home-events, talks, city-events"),
            ("场次最少的三个", "smallest face-to-face, leqingxue-debates, student-events"),
            ("场次从多到少", "largest youth-home-events, talks, city-events, red-events, law-events"),
            ("各种队伍从多到少排一排", "largest volunteer-teams, shock-teams, live-teams, qingqibing"),
            ("场次前四名", "largest youth-home-events, talks, city-events, red-events"),
            // By the noun that is counted
            ("队伍最多的是哪个", "largest volunteer-teams"),
            // One place of the order
            ("场次排第二的是什么", "largest talks"),
            ("场次第二多的是什么", "largest talks"),
            // All that are named
            ("突击队、走播队和志愿队伍哪个最多", "largest volunteer-teams, shock-teams, live-teams"),
            ("园区企业街区哪种最少", "smallest park, company, street"),
            // A tie is shown as a tie
            ("青年发展型最多的是哪个", "largest street, sports-park"),
        ];
        check(rows, |text| alone(text, asked));
    }

    #[test]
    fn what_asks_for_no_order_or_orders_nothing_is_left_to_others() {
        let rows: &[(&str, &str)] = &[
            ("青年之家有多少个", "nothing"),
            // Two side by side: a comparison
            ("突击队和志愿队伍哪个多", "nothing"),
            // A place among what was shown
            ("第二个呢", "nothing"),
            // Of nothing that is counted
            ("最多的是什么", "nothing"),
            // Of what is counted in several units
            ("西部计划最多的是哪个", "nothing"),
            ("哪支队伍人最多", "nothing"),
            // Of an aspect that no figure has
            ("利润最多的是哪个活动", "nothing"),
            // Of what nothing explains
            ("元宇宙最多的三个", "nothing"),
        ];
        check(rows, |text| alone(text, asked));
    }
}
