//! Questions that point back at what was shown: 第二个呢, 两个加起来呢, 这三家谁最多, 青马的呢, 还有别的数吗.
//! An order by size goes on in [`ranking`], what a name or a measure leaves open stands in [`carried`], what else the
//! initiative has in [`rest`].

mod carried;
mod ranking;
mod rest;

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::compare;
use crate::matcher::intents::out_of_domain::is_strong_word;
use crate::matcher::intents::verdict::{Understanding, Verdict};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::WIDE;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::constraints::Veto;
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

/// What a question asks of what was shown or offered; nothing where it names something new that the talk does not explain.
pub(crate) fn shown(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    let named = || ranking::place_of(context, lately).or_else(|| carried::by_name(context, lately));
    if context.tokens.iter().any(is_strong_word) {
        return named();
    }
    if let Some(verdict) = ranking::further(context, lately) {
        return Some(verdict);
    }
    let listed = if lately.offered.is_empty() { lately.shown } else { lately.offered };
    place(context, listed)
        .or_else(|| all_offered(context, lately.offered))
        .or_else(|| together(context, lately.shown))
        .or_else(|| once_more(context, lately))
        .or_else(named)
}

/// What a question that names no subject asks of the initiative talked about.
pub(crate) fn within(context: &Context<'_>, lately: Lately<'_>) -> Option<Understanding> {
    let first = context.index.ranges[*context.topic.first()?].start;
    let is_named = context.tokens.iter().any(is_strong_word);
    let by_measure = || carried::by_measure(context, lately).filter(|_| !is_named);
    let verdict = by_measure().or_else(|| rest::of_topic(context, lately))?;
    Some(Understanding { carried: Some(context.index.docs[first]), ..Understanding::of(verdict) })
}

/// What points back at what was not shown is refused, whatever else the words may mean: a scope that nothing talked about
/// has, a sum of what was not shown, 第一条 where no such thing was told one by one.
pub(crate) fn refused(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    let about = *lately.last.first()?;
    let veto = if rest::scoped(context, lately).is_some_and(|found| found.is_empty()) {
        Veto::Scope
    } else if sums_what_was_not_shown(context, lately.shown) {
        Veto::Measure
    } else if reads_out_an_item(context, lately.last) {
        Veto::Unreported
    } else {
        return None;
    };
    Some(Verdict::Absent(about, veto))
}

/// True where some word may express this intention.
fn is(context: &Context<'_>, cue: Cue) -> bool {
    context.tokens.iter().any(|it| it.is(cue))
}

/// True for a word that names something by itself.
fn is_strong(token: &Token) -> bool {
    token.is_content && !token.is_light
}

/// True where a question names nothing: no subject, no noun of a measure, no slot, nothing that is not understood.
fn says_nothing(context: &Context<'_>) -> bool {
    let says = |it: &Token| {
        let is_led = it.is_elsewhere || it.is_within || it.slot.is_some() || it.is_contrary;
        it.is_content || it.is_unknown || is_led || !it.nouns.is_empty()
    };
    !context.tokens.iter().any(says)
}

/// 第二个呢, 最后一个呢: a place among them.
fn place(context: &Context<'_>, shown: &[Doc]) -> Option<Verdict> {
    if shown.len() < 2 {
        return None;
    }
    let ordinal = || context.tokens.iter().find_map(|it| it.number.as_ref().filter(|number| number.ordinal));
    let place = if is(context, Cue::Last) {
        shown.len() - 1
    } else {
        usize::try_from(ordinal()?.value.as_whole()?).ok()?.checked_sub(1)?
    };
    Some(match *shown.get(place)? {
        whole @ Doc::Initiative(..) => Verdict::Initiative(whole),
        doc => Verdict::Figures { docs: vec![doc], total: false },
    })
}

/// 第一条写的啥, 第一支叫啥: one of several that were not told one by one. Behind a list an ordinal is a place in it, and 个
/// is said of anything.
fn reads_out_an_item(context: &Context<'_>, last: &[Doc]) -> bool {
    let is_wide = |at: &usize| context.lexicon.measures[*at].id == WIDE;
    let is_narrow = |it: &Token| !it.units.is_empty() && !it.units.iter().any(is_wide);
    let is_ordinal = |it: &Token| it.number.as_ref().is_some_and(|it| it.ordinal);
    let names_one = context.tokens.windows(2).any(|it| is_ordinal(&it[0]) && is_narrow(&it[1]));
    last.len() < 2 && names_one && is(context, Cue::Which) && !context.tokens.iter().any(is_strong)
}

/// 两个都要: all that was offered.
fn all_offered(context: &Context<'_>, offered: &[Doc]) -> Option<Verdict> {
    let number = context.tokens.iter().find_map(|it| it.number.as_ref()?.value.as_whole());
    let fits = number.is_none_or(|it| usize::try_from(it) == Ok(offered.len()));
    let figures = offered.iter().all(|it| matches!(it, Doc::Figure(..)));
    let all = offered.len() >= 2 && fits && figures && is(context, Cue::List) && says_nothing(context);
    all.then(|| Verdict::Figures { docs: offered.to_vec(), total: false })
}

/// 再说一遍: what was shown last; 前面那个再说一遍: what was shown before it; 第一个问的: what was shown first.
fn once_more(context: &Context<'_>, lately: Lately<'_>) -> Option<Verdict> {
    if is(context, Cue::Initial) && says_nothing(context) {
        let first = lately.shown.first().filter(|it| matches!(it, Doc::Figure(..)))?;
        return Some(Verdict::Figures { docs: vec![*first], total: false });
    }
    let docs = match (is(context, Cue::Previous), is(context, Cue::Again)) {
        (true, _) => lately.shown.iter().rev().skip(1).take(1).copied().collect(),
        (false, true) => lately.last.to_vec(),
        (false, false) => Vec::new(),
    };
    let figures = !docs.is_empty() && docs.iter().all(|it| matches!(it, Doc::Figure(..)));
    (figures && says_nothing(context)).then_some(Verdict::Figures { docs, total: false })
}

/// What a question takes together.
fn together(context: &Context<'_>, shown: &[Doc]) -> Option<Verdict> {
    let all = taken(context, shown)?;
    if !all.iter().all(|it| matches!(it, Doc::Figure(..))) {
        return None;
    }
    if is(context, Cue::Total) {
        return Some(Verdict::Figures { docs: all, total: true });
    }
    let compares = is(context, Cue::Compare) || (is(context, Cue::Which) && is(context, Cue::More));
    match (all.as_slice(), compares) {
        ([a, b], true) => Some(Verdict::Compare(*a, *b)),
        _ if compares || is(context, Cue::Most) || is(context, Cue::Least) => {
            let ids: Vec<DocId> = all.iter().filter_map(|it| context.index.id(*it)).collect();
            let ranked = compare::ranked(context, ids, is(context, Cue::Least));
            let docs = ranked.into_iter().map(|it| context.doc(it)).collect();
            Some(Verdict::Rank(docs, is(context, Cue::Least)))
        }
        _ => None,
    }
}

/// 两个加起来, 这三家谁最多: as many of them as are said, the last ones; 加起来呢, 差多少: the last ones that are counted
/// alike, of which a comparison takes two.
fn taken(context: &Context<'_>, shown: &[Doc]) -> Option<Vec<Doc>> {
    let number = context.tokens.iter().find_map(|it| it.number.as_ref()?.value.as_whole());
    if let Some(number) = number {
        let count = usize::try_from(number).ok().filter(|it| (2..=shown.len()).contains(it))?;
        return Some(shown[shown.len() - count..].to_vec());
    }
    if is(context, Cue::Those) {
        return (shown.len() >= 2).then(|| shown.to_vec());
    }
    let compares = is(context, Cue::Compare) || (is(context, Cue::Which) && is(context, Cue::More));
    let all = counted_alike(context, shown);
    let count = if compares { 2 } else { all.len() };
    let bare = says_nothing(context) || is(context, Cue::Total);
    (bare && count >= 2 && all.len() >= count).then(|| all[all.len() - count..].to_vec())
}

/// Those of what was shown that a noun of the question counts (人数); without one, the last ones that are counted alike.
fn counted_alike(context: &Context<'_>, shown: &[Doc]) -> Vec<Doc> {
    let measure = |doc: &Doc| context.index.id(*doc).and_then(|it| context.index.measures[it as usize]);
    let asked = context.question().measures;
    if !asked.is_empty() {
        let fits = |doc: &&Doc| measure(doc).is_some_and(|it| asked.contains(&it));
        return shown.iter().filter(fits).copied().collect();
    }
    let Some(last) = shown.last().and_then(measure) else { return Vec::new() };
    let count = shown.iter().rev().take_while(|it| measure(it) == Some(last)).count();
    shown[shown.len() - count..].to_vec()
}

/// 志愿者人数加起来: a sum of figures that were not all shown. A name says of what the sum is meant.
fn sums_what_was_not_shown(context: &Context<'_>, shown: &[Doc]) -> bool {
    let names = |it: &Token| is_strong(it) && (it.is_name || it.is_programme);
    let joins = is(context, Cue::Plus) || is(context, Cue::Join) || is(context, Cue::Those);
    let counts = context.tokens.iter().any(|it| it.number.is_some());
    let total = is(context, Cue::Total) && !joins && !counts;
    let subject = context.tokens.iter().any(is_strong);
    total && !context.tokens.iter().any(names) && (subject || counted_alike(context, shown).len() < 2)
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

#[cfg(test)]
mod tests {
    use super::{Lately, against, shown, within};
    use crate::matcher::index::Doc;
    use crate::matcher::testing::{check, doc, found, look_behind};

    /// What was shown, what was offered, whether it was an order by size, and the question behind it.
    type Talk<'a> = (&'a [&'a str], &'a [&'a str], Option<bool>, &'a str);

    fn behind((seen, offered, ranked, question): Talk<'_>) -> String {
        let docs = |ids: &[&str]| ids.iter().map(|it| doc(it)).collect::<Vec<Doc>>();
        let (seen_docs, offered) = (docs(seen), docs(offered));
        let lately = Lately { last: &seen_docs, shown: &seen_docs, offered: &offered, ranked };
        look_behind(seen, question, |context| found(shown(context, lately)))
    }

    const TWO: &[&str] = &["match-posts", "match-events"];
    const TEAMS: &[&str] = &["volunteer-teams", "shock-teams", "live-teams"];

    #[test]
    fn a_place_among_what_was_shown_or_offered() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((TWO, &[], None, "第一个呢"), "figures match-posts"),
            ((TWO, &[], None, "第二个呢"), "figures match-events"),
            ((TWO, &[], None, "最后一个呢"), "figures match-events"),
            // What was offered stands before what was shown
            ((TWO, &["park", "company"], None, "第二个"), "figures company"),
            ((&[], &["new-youth", "internships"], None, "第二个"), "initiative internships"),
            // There is no such place
            ((TWO, &[], None, "第三个呢"), "nothing"),
            ((TWO, &["park", "company"], None, "第三个"), "nothing"),
            ((&[], &[], None, "第一个呢"), "nothing"),
            // One thing has no places
            ((&["qingma-people"], &[], None, "第一个呢"), "nothing"),
            // The question names something of its own
            ((TWO, &[], None, "青年之家第二个呢"), "nothing"),
            // It points at nothing
            ((TWO, &[], None, "多少人呢"), "nothing"),
        ];
        check(rows, behind);
    }

    #[test]
    fn as_many_of_the_last_as_are_said_are_taken_together() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((TWO, &[], None, "两个加起来呢"), "total match-posts, match-events"),
            ((TEAMS, &[], None, "两个加起来呢"), "total shock-teams, live-teams"),
            ((TEAMS, &[], None, "这三家谁最多"), "largest volunteer-teams, shock-teams, live-teams"),
            ((TEAMS, &[], None, "这些哪个最少"), "smallest live-teams, shock-teams, volunteer-teams"),
            ((TWO, &[], None, "这俩哪个更多"), "compare match-posts, match-events"),
            // More than were shown
            ((TWO, &[], None, "三个加起来呢"), "nothing"),
            // One is no sum
            ((TWO, &[], None, "一个加起来呢"), "nothing"),
            // A page has no size
            ((&["west-plan", "leqingxue"], &[], None, "两个加起来呢"), "nothing"),
            // Nothing is done with them
            ((TWO, &[], None, "这两个呢"), "nothing"),
        ];
        check(rows, behind);
    }

    #[test]
    fn an_order_by_size_goes_on() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((TEAMS, &[], Some(false), "再往下呢"), "largest qingqibing"),
            ((&["qingqibing", "live-teams"], &[], Some(true), "再往下呢"), "smallest shock-teams"),
            ((TEAMS, &[], Some(false), "排第四的呢"), "largest qingqibing"),
            ((TEAMS, &[], Some(false), "排第二的呢"), "largest shock-teams"),
            // An end of the order, by its size: of what was named where that is no part of the whole order
            ((TEAMS, &[], Some(false), "垫底的是几支"), "largest qingqibing"),
            ((&["volunteer-teams", "live-teams"], &[], Some(false), "垫底的是几支"), "largest live-teams"),
            // The last place has none behind it
            ((&["qingqibing"], &[], Some(false), "再往下呢"), "nothing"),
            ((TEAMS, &[], Some(false), "排第九的呢"), "nothing"),
            // No order was shown
            ((TEAMS, &[], None, "再往下呢"), "nothing"),
            // Another order is asked for
            ((TEAMS, &[], Some(false), "场次最多的呢"), "nothing"),
        ];
        check(rows, behind);
    }

    #[test]
    fn what_was_shown_last_is_held_against_what_the_question_names() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((&["qingqibing"], &[], None, "跟走播队比哪个多"), "compare qingqibing, live-teams"),
            ((&["park", "qingqibing"], &[], None, "比走播队多多少支"), "compare qingqibing, live-teams"),
            // The same figure
            ((&["live-teams"], &[], None, "跟走播队比哪个多"), "nothing"),
            // Nothing is compared
            ((&["qingqibing"], &[], None, "走播队多少支"), "nothing"),
            // Nothing was shown, or a page
            ((&[], &[], None, "跟走播队比哪个多"), "nothing"),
            ((&["west-plan"], &[], None, "跟走播队比哪个多"), "nothing"),
            // The question names nothing that is known
            ((&["qingqibing"], &[], None, "跟元宇宙比哪个多"), "nothing"),
        ];
        check(rows, |(seen, _, _, question)| {
            let docs: Vec<Doc> = seen.iter().map(|it| doc(it)).collect();
            look_behind(seen, question, |context| found(against(context, &docs)))
        });
    }

    /// What the talk's initiative tells, for a question that names no subject.
    fn inside((seen, offered, ranked, question): Talk<'_>) -> String {
        let docs = |ids: &[&str]| ids.iter().map(|it| doc(it)).collect::<Vec<Doc>>();
        let (seen_docs, offered) = (docs(seen), docs(offered));
        let lately = Lately { last: &seen_docs, shown: &seen_docs, offered: &offered, ranked };
        look_behind(seen, question, |context| found(within(context, lately).map(|it| it.verdict)))
    }

    const CLASSES: &[&str] = &["qingma-classes", "leqingxue-issues"];
    const HEADS: &[&str] = &["new-members", "qingma-people"];

    #[test]
    fn a_name_is_asked_in_what_was_counted_last_or_chosen_of_what_was_offered() {
        let choice: &[&str] = &["qingma-classes", "lingtouyan-training"];
        let rows: &[(Talk<'_>, &str)] = &[
            ((&["student-events"], &[], None, "青联的呢"), "figures federation-events"),
            ((&["new-members"], &[], None, "青马呢"), "figures qingma-people"),
            ((&[], choice, None, "青马的"), "figures qingma-classes"),
            ((&["qingma-classes"], choice, None, "村里年轻人那个呢"), "figures lingtouyan-training"),
            // Nothing of that name is counted so
            ((&["letters"], &[], None, "青马的呢"), "nothing"),
            // Several are
            ((&["qingma-classes"], &[], None, "村里年轻人那个呢"), "nothing"),
            // The name is a figure's own, which needs no measure
            ((&["volunteer-teams"], &[], None, "结对社区呢"), "nothing"),
            // More is asked than the name
            ((&["qingma-classes"], &[], None, "乐青学有哪些数据"), "nothing"),
            ((&["qingma-classes"], &[], None, "成都的乐青学呢"), "nothing"),
            ((&["qingma-classes"], &[], None, "2023年的乐青学呢"), "nothing"),
        ];
        check(rows, behind);
    }

    #[test]
    fn without_a_number_the_last_ones_that_are_counted_alike_are_taken_together() {
        let mixed: &[&str] = &["youth-homes", "youth-home-events", "talks"];
        let rows: &[(Talk<'_>, &str)] = &[
            ((CLASSES, &[], None, "差多少"), "compare qingma-classes, leqingxue-issues"),
            ((CLASSES, &[], None, "加起来呢"), "total qingma-classes, leqingxue-issues"),
            ((mixed, &[], None, "加拢是好多"), "total youth-home-events, talks"),
            ((TEAMS, &[], None, "哪个最多"), "largest volunteer-teams, shock-teams, live-teams"),
            // Counted apart
            ((&["youth-homes", "talks"], &[], None, "差多少"), "nothing"),
            ((&["qingma-classes"], &[], None, "差多少"), "nothing"),
        ];
        check(rows, behind);
    }

    #[test]
    fn places_of_an_order_are_named_one_or_several_at_a_time() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((&["new-members"], &[], Some(false), "第二第三呢"), "largest qingma-people, industry-talents"),
            ((HEADS, &[], Some(false), "再往前呢"), "largest new-members"),
            ((TEAMS, &[], Some(false), "倒数第一是哪个"), "smallest qingqibing"),
            ((TEAMS, &[], Some(false), "最少的两个呢"), "smallest qingqibing, live-teams"),
            ((TEAMS, &[], Some(false), "头两名加起来"), "total volunteer-teams, shock-teams"),
            ((TEAMS, &[], Some(false), "倒数第二呢"), "largest live-teams"),
            (
                (&["lingtouyan-city"], &[], Some(false), "它跟第一名差好多"),
                "compare new-members, lingtouyan-city",
            ),
            ((&["topics"], &[], Some(false), "青马排第几"), "largest qingma-classes"),
            // Nobody is before the first
            ((&["new-members"], &[], Some(false), "再往前呢"), "nothing"),
            // A place in another order
            ((&["topics"], &[], Some(false), "青马在全省排第几"), "nothing"),
            ((&["topics"], &[], None, "青马排第几"), "nothing"),
        ];
        check(rows, behind);
    }

    #[test]
    fn what_was_shown_is_told_once_more() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((&["qingma-people"], &[], None, "再说一遍"), "figures qingma-people"),
            ((TWO, &[], None, "前面那个再说一遍"), "figures match-posts"),
            ((TEAMS, &[], None, "最开始那个再说一遍"), "figures volunteer-teams"),
            ((&[], TWO, None, "两个都要"), "figures match-posts, match-events"),
            ((&[], TEAMS, None, "两个都要"), "nothing"),
            ((&["qingma-people"], &[], None, "前面那个再说一遍"), "nothing"),
        ];
        check(rows, behind);
    }

    #[test]
    fn what_else_the_initiative_tells() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((&["shock-teams"], &[], None, "还有别的数吗"), "list contest-events, industry-talents"),
            ((&["pioneer-shows"], &[], None, "还有其他的吗"), "figures pioneer-events"),
            // A scope: all of it behind a list, what is counted alike behind one figure
            ((&["west-offices", "west-total"], &[], None, "只要新增的"), "list west-offices, west-new"),
            ((&["west-total"], &[], None, "新增的呢"), "figures west-new"),
            ((&["west-total"], &[], None, "新增几个"), "nothing"),
            // A measure: of the same programme
            ((&["qingma-classes"], &[], None, "人呢"), "figures qingma-people"),
            ((&["lingtouyan-city"], &[], None, "期数呢"), "tie lingtouyan-training, lingtouyan-stories"),
            // A number that a fact says
            ((&["federation-events"], &[], None, "这是第几届了"), "fact 筹备召开的青联会议"),
            ((&["qingma-people"], &[], None, "这是第几届了"), "nothing"),
            ((&["mailbox-cases"], &[], None, "它是干嘛的"), "initiative mental-health"),
            // The question has a subject of its own
            ((&["shock-teams"], &[], None, "青马还有别的数吗"), "nothing"),
            ((&[], &[], None, "还有别的数吗"), "nothing"),
        ];
        check(rows, inside);
    }
}
