//! Cuts a question into what it asks, one span for each thing question.
//! Which cut is best is decided by trying: a span is good if what it says is explained.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question;
use crate::matcher::query::tokens::Token;

/// A clause: positions of its tokens, and the positions in it that ask for a number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clause {
    /// Positions of the tokens.
    pub tokens: Vec<usize>,
    /// Those that ask for a number.
    pub asks: Vec<usize>,
}

/// Parts the tokens at marks. What is excluded (不是…) asks for nothing.
#[must_use]
pub(crate) fn clauses(tokens: &[Token]) -> Vec<Clause> {
    let mut clauses = vec![Clause::default()];
    for (at, token) in tokens.iter().enumerate() {
        let is_end = token
            .mark
            .is_some_and(|mark| matches!(mark, ',' | '.' | '?' | '!' | ':' | '(' | ')' | '/' | '+'));
        let asks = |range: &[Token]| range.iter().any(|it| it.is(Cue::HowMany));
        let parts_asks = token.mark == Some(' ') && asks(&tokens[..at]) && asks(&tokens[at..]);
        if is_end || parts_asks {
            // 人呢,新增多少: a measure by itself belongs to what is asked of it.
            if !clauses.last().is_some_and(|clause| names_measure(tokens, clause)) {
                clauses.push(Clause::default());
            }
            continue;
        }
        if token.is_break() {
            continue;
        }
        if let Some(clause) = clauses.last_mut() {
            clause.tokens.push(at);
        }
    }
    clauses.retain(|clause| !clause.tokens.is_empty());
    clauses.iter_mut().for_each(|clause| find_asks(tokens, clause));
    // 青马呢,多少期: the question behind it is the one that is asked.
    for at in 1..clauses.len() {
        let asked = clauses[at].asks.iter().any(|it| tokens[*it].is(Cue::HowMany));
        let says = clauses[at].tokens.iter().any(|it| tokens[*it].is_content && !tokens[*it].is_light);
        let only_likewise = clauses[at - 1].asks.iter().all(|it| tokens[*it].is(Cue::Likewise));
        if asked && !says && only_likewise {
            clauses[at - 1].asks.clear();
        }
    }
    clauses
}

fn names_measure(tokens: &[Token], clause: &Clause) -> bool {
    let of = |at: &usize| &tokens[*at];
    let says = |it: &Token| it.is_content || it.is_unknown || it.is(Cue::HowMany) || it.number.is_some();
    clause.tokens.len() == 2
        && clause.tokens.iter().map(of).any(Token::is_unit)
        && !clause.tokens.iter().map(of).any(says)
}

/// An ask is a question word or a measure noun outside of what is excluded; 几 and its noun are one ask.
fn find_asks(tokens: &[Token], clause: &mut Clause) {
    let asks = |at: &usize| !tokens[*at].is_excluded && question::asks(tokens, *at);
    clause.asks = clause.tokens.iter().copied().filter(asks).collect();
    // 另外少先队中队呢: asks the same of something else.
    let likewise = clause.tokens.iter().rfind(|at| tokens[**at].is(Cue::Likewise)).copied();
    if let (true, Some(at), false) = (clause.asks.is_empty(), likewise, clause.tokens.len() < 2) {
        clause.asks.push(at);
    }
    // 期数与场数分别是多少: a question word with nothing between it and the noun before it asks nothing new.
    let noun = |at: usize| !tokens[at].is(Cue::HowMany);
    if clause.asks.len() >= 2 {
        let last = clause.asks[clause.asks.len() - 1];
        let before = clause.asks[clause.asks.len() - 2];
        let between = tokens[before + 1..last].iter().any(|it| it.is_content && !it.is_light);
        let after = tokens.get(last + 1).is_some_and(|it| it.is_unit());
        // 场次总数: the total of what the noun before it counts.
        let total = tokens[last].is(Cue::Amount) && last == before + 1 && noun(before);
        if total || (!noun(last) && noun(before) && !between && !after) {
            clause.asks.pop();
        }
    }
}

/// So many ways to cut a clause are tried.
const WAYS: usize = 25;
/// So many ways to cut what stands behind the first cut are tried with it.
const WAYS_BEHIND: usize = 4;

/// The ways to cut a clause with two or more asks between them, at most [`WAYS`]; each way is a list of spans.
#[must_use]
pub(crate) fn cuts(tokens: &[Token], clause: &Clause) -> Vec<Vec<Vec<usize>>> {
    first_cuts(tokens, clause, WAYS)
}

/// At most `most` ways. Each call makes at most `most` calls of its own for one result each, so that the work grows with
/// the number of asks and no faster.
fn first_cuts(tokens: &[Token], clause: &Clause, most: usize) -> Vec<Vec<Vec<usize>>> {
    let Some((first, second)) = clause.asks.first().zip(clause.asks.get(1)) else {
        return vec![vec![clause.tokens.clone()]];
    };
    let place = |at: usize| clause.tokens.iter().position(|it| *it == at).unwrap_or(0);
    let (from, to) = (place(*first) + 1, place(*second));
    let mut all = Vec::new();
    for cut in (from..=to).rev() {
        // 几|场: the unit stays with its question word.
        if cut == from && from < clause.tokens.len() && tokens[clause.tokens[from]].is_unit() {
            continue;
        }
        let head = clause.tokens[..cut].to_vec();
        let rest = Clause { tokens: clause.tokens[cut..].to_vec(), asks: clause.asks[1..].to_vec() };
        let left = most - all.len();
        for tail in first_cuts(tokens, &rest, left.min(WAYS_BEHIND)) {
            all.push(std::iter::once(head.clone()).chain(tail).collect());
        }
        if all.len() >= most {
            break;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Clause, clauses, cuts};
    use crate::matcher::testing::{check, look, words_at};

    fn cut(text: &str) -> String {
        look(text, |context| {
            let clause = |it: &Clause| {
                let asks = words_at(context, &it.asks);
                format!("{} [{asks}] {}", words_at(context, &it.tokens), cuts(context.tokens, it).len())
            };
            clauses(context.tokens).iter().map(clause).collect::<Vec<_>>().join(" / ")
        })
    }

    #[test]
    fn clauses_their_asks_and_the_ways_to_cut_them() {
        let rows: &[(&str, &str)] = &[
            // One ask
            ("青马几期", "青马|几|期 [几] 1"),
            ("信多少封?", "信|多少|封 [多少] 1"),
            ("青骑兵队伍数", "青骑兵|队伍数 [队伍数] 1"),
            ("场次总数", "场次|总数 [场次] 1"),
            ("另外少先队中队呢", "另外|少先队中队|呢 [呢] 1"),
            // A clause each
            ("联谊几场、牵手几对", "联谊|几|场 [几] 1 / 牵手|几|对 [几] 1"),
            ("青马几期 多少人", "青马|几|期 [几] 1 / 多少|人 [多少] 1"),
            ("我没看懂,青马几期", "我|没|看懂 [] 1 / 青马|几|期 [几] 1"),
            (
                "领头雁多少名,培训几期,报道几期",
                "领头雁|多少|名 [多少] 1 / 培训|几|期 [几] 1 / 报道|几|期 [几] 1",
            ),
            // Several asks in one clause
            ("青马培训覆盖多少人和办了几期", "青马培训|覆盖|多少|人|和|办了|几|期 [多少|几] 3"),
            ("实习岗位多少个名校学生多少名", "实习岗位|多少|个|名校学生|多少|名 [多少|多少] 2"),
            ("期数与场数分别是多少", "期数|与|场数|分别是|多少 [期数|场数] 2"),
            // A measure by itself belongs to what is asked of it
            ("人呢,新增多少", "人|呢|新增|多少 [多少] 1"),
            // What is excluded asks nothing
            ("活动场次不用管,青年之家几个", "活动场次|不用管 [] 1 / 青年之家|几|个 [几] 1"),
        ];
        check(rows, cut);
    }
}
