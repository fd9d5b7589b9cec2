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

#[cfg(test)]
mod tests {
    use super::{Lately, against, shown};
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
}
