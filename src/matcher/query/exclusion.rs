//! Which words of a question are excluded: 不是联谊的那个, 活动场次不用管.
//! Marks them; what an exclusion does to a figure is [`crate::matcher::scoring::constraints`]'s.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::asks;
use crate::matcher::query::tokens::{Token, clauses};
use std::ops::Range;

/// Marks what is excluded: behind 不是 up to the end of the clause, before 不算 from its start.
pub(crate) fn mark(tokens: &mut [Token]) {
    if !tokens.iter().any(negates) {
        return;
    }
    for clause in clauses(tokens) {
        for at in clause.clone() {
            if negates(&tokens[at])
                && let Some(range) = excluded(tokens, at, &clause)
            {
                let keeps_name = is_topic(tokens, &range, &clause);
                let marked = tokens[range].iter_mut().filter(|it| !(keeps_name && it.is_name));
                marked.for_each(|it| it.is_excluded = true);
            }
        }
    }
}

/// 建了几个青年之家我晓得,活动好多场次: an ask is waved aside, and what it was asked of is still what the next one is about.
fn is_topic(tokens: &[Token], range: &Range<usize>, clause: &Range<usize>) -> bool {
    let is_ask = |at: usize| tokens[at].is(Cue::HowMany);
    let outside = || (0..tokens.len()).filter(|at| !clause.contains(at));
    let names = |at: usize| tokens[at].is_content && !tokens[at].is_light;
    range.clone().any(is_ask) && outside().any(is_ask) && !outside().any(names)
}

fn negates(token: &Token) -> bool {
    token.is(Cue::Not) || token.is(Cue::NotBefore)
}

/// What the negation at this place excludes. What is wanted (只要省级) ends it.
fn excluded(tokens: &[Token], at: usize, clause: &Range<usize>) -> Option<Range<usize>> {
    let wanted = |from: usize| (from..clause.end).find(|it| tokens[*it].is(Cue::Only)).unwrap_or(clause.end);
    let behind = at + 1..wanted(at + 1);
    let before = clause.start..at;
    if is_concession(&tokens[behind.clone()]) || describes(tokens, behind.clone(), clause) {
        return None;
    }
    let says = |range: &Range<usize>| tokens[range.clone()].iter().any(is_content_word);
    if tokens[at].is(Cue::Not) && says(&behind) || before.is_empty() && says(&behind) {
        return before_the_only_ask(tokens, behind);
    }
    // 联谊搞了几场不算线上: what asks is not excluded, unless another clause asks too.
    let asking = tokens[before.clone()].iter().any(|it| it.is(Cue::HowMany));
    let is_outside = |it: &usize| !clause.contains(it) && asks(tokens, *it);
    let free = !asking || (0..tokens.len()).any(|it| is_outside(&it));
    let needed = asks_behind(tokens, clause) && !before.clone().any(|it| tokens[it].is(Cue::HowMany));
    (tokens[at].is(Cue::NotBefore) && says(&before) && free && !needed).then_some(before)
}

/// 不管是七彩假期还是希望研学: whichever of them, all the same.
fn is_concession(behind: &[Token]) -> bool {
    behind.iter().any(|it| it.is(Cue::Join) && it.is(Cue::Compare))
}

/// 不要抵押也不收利息的贷款,争取了多少: what 的 stands behind describes the noun that the next clause asks of.
fn describes(tokens: &[Token], behind: Range<usize>, clause: &Range<usize>) -> bool {
    let is_noun = |at: usize| tokens[at].is_content && !tokens[at].is_light;
    let mut links = behind.clone().filter(|at| tokens[*at].links());
    let is_told = links.any(|at| (at + 1..clause.end).any(is_noun) && (behind.start..at).any(is_noun));
    let next = (clause.end + 1..tokens.len()).take_while(|at| !tokens[*at].is_break());
    let asked = |at: usize| tokens[at].is(Cue::HowMany);
    let own = clause.clone().any(asked);
    is_told && !own && next.clone().any(asked) && !next.into_iter().any(is_noun)
}

/// 三大行动不用展开讲,光报名字: what stands behind asks, and says nothing of its own that it could be asked of.
fn asks_behind(tokens: &[Token], clause: &Range<usize>) -> bool {
    let behind = tokens.get(clause.end..).unwrap_or_default();
    let asks = |it: &Token| it.is(Cue::HowMany) || it.is(Cue::Which);
    let says = |it: &Token| (it.is_content && !it.is_light) || it.is_unit() || !it.nouns.is_empty();
    behind.iter().any(asks) && !behind.iter().any(says)
}

/// What is excluded holds no ask that is the only one: 不是线下的联谊有多少期 asks for the rest, 不知道走播队有几支 excludes
/// nothing.
fn before_the_only_ask(tokens: &[Token], range: Range<usize>) -> Option<Range<usize>> {
    let counts = |at: &usize| tokens[*at].is(Cue::HowMany);
    let Some(ask) = range.clone().find(counts) else { return Some(range) };
    if (0..tokens.len()).any(|at| at != ask && asks(tokens, at)) {
        return Some(range);
    }
    let says = |part: Range<usize>| tokens[part].iter().any(|it| it.is_content);
    let link = (range.start + 1..ask).find(|at| tokens[*at].links());
    let rest = link.filter(|at| says(range.start..*at) && says(at + 1..ask)).map(|at| range.start..at);
    let scope = range.clone().take_while(|at| *at < ask).find(|at| !tokens[*at].scopes.is_empty());
    rest.or_else(|| scope.map(|at| at..at + 1))
}

fn is_content_word(token: &Token) -> bool {
    token.is_content
        || token.slot.is_some()
        || token.is_unit()
        || !token.nouns.is_empty()
        || token.is(Cue::HowMany)
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn what_is_waved_aside() {
        let rows: &[(&str, &str)] = &[
            // Behind the negation
            ("除了省级,领头雁选了多少名", "省级"),
            ("不问场次,青马培训了多少人", "场次"),
            ("不含往年的,西部计划新增多少人", "往年|的"),
            ("领头雁不要省级的只要市级多少名", "省级|的"),
            ("联谊搞了几场不算线上", "线上"),
            ("别报期数,就说青马培训覆盖的人数", "期数"),
            ("我问的是市级的,不是省级的", "省级|的"),
            // Before it
            ("活动场次不用管,青年之家几个", "活动场次"),
            ("联谊办了几场,线上的不算", "线上|的"),
            ("寒暑假的岗位除外,实习生多少名", "寒暑假|的|岗位"),
            // Not the only thing that is asked
            ("不是线下的联谊有多少期", "线下"),
            ("不知道走播队有几支", ""),
            // Whichever of them, what describes a noun, and what the next clause asks of
            ("不管是七彩假期还是希望研学,活动办了几场", ""),
            ("不要抵押也不收利息的创业贷款,争取了多少", ""),
            ("不要省级的领头雁,市级多少名", "省级|的|领头雁"),
            ("三大行动不用展开讲,光把名字报给我", ""),
            // Nothing
            ("青马几期", ""),
            ("是不是有13支走播队", ""),
            ("没牵手成功的有多少对", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_excluded));
    }
}
