//! What the asker says before the question and does not ask: a guess (没满一万封吧,写了多少封), what was done besides (不光开会,
//! 实践活动几场), what makes no difference (不管新农人还是巧匠人,培训几期). Such words constrain nothing. What is named before them
//! is still asked of.

use crate::matcher::lexicon::cue::{Cue, CueSet};
use crate::matcher::lexicon::lists::PolarityWords;
use crate::matcher::query::tokens::{Token, clauses};
use std::ops::Range;

/// Takes the words of such remarks out of the question.
pub(crate) fn mark(tokens: &mut [Token], words: &PolarityWords) {
    let remarks: Vec<Range<usize>> =
        clauses(tokens).into_iter().filter_map(|it| remark(tokens, it, words)).collect();
    tokens.iter_mut().enumerate().filter(|(at, _)| remarks.iter().any(|it| it.contains(at))).for_each(
        |(_, it)| {
            (it.is_content, it.is_unknown, it.is_negator, it.contrary, it.number) =
                (false, false, false, None, None);
            (it.is_name, it.is_aspect, it.is_aside, it.cues) = (false, false, true, CueSet::default());
            (it.units, it.nouns, it.scopes) = (Vec::new(), Vec::new(), Vec::new());
        },
    );
}

/// From the word that makes a clause a remark to its end, where the clause asks nothing and a later one does.
fn remark(tokens: &[Token], clause: Range<usize>, words: &PolarityWords) -> Option<Range<usize>> {
    let asks = |it: &Token| it.is(Cue::HowMany) || it.is(Cue::Which) || it.is(Cue::Amount);
    let own = tokens[clause.clone()].iter().any(asks);
    let later = tokens[clause.end..].iter().any(|it| asks(it) || !it.nouns.is_empty());
    if own || !later {
        return None;
    }
    let besides = clause.clone().find(|at| tokens[*at].is_one_of(&words.not_only));
    let starts = [
        guessed(tokens, &clause, words),
        besides,
        indifferent(tokens, &clause, words),
        negated(tokens, &clause),
    ];
    starts.into_iter().flatten().min().map(|from| from..clause.end)
}

/// 没满一万封吧: a negator in a clause that ends as a guess does.
fn guessed(tokens: &[Token], clause: &Range<usize>, words: &PolarityWords) -> Option<usize> {
    let ends = tokens[clause.clone()].last()?.is_one_of(&words.tags);
    let turns = |it: &Token| it.is_negator || it.is(Cue::NotBefore);
    let negator = clause.clone().find(|at| turns(&tokens[*at]))?;
    // 没评上的吧,几名: whom the question is about.
    let tells = tokens[negator..clause.end].iter().any(Token::links);
    (ends && !tells).then_some(negator)
}

/// 没看到有金奖,那铜奖几个: a clause that negates, where the one that asks says by itself what it asks of.
fn negated(tokens: &[Token], clause: &Range<usize>) -> Option<usize> {
    let negator = clause.clone().find(|at| tokens[*at].is_negator)?;
    let tells = tokens[negator..clause.end].iter().any(Token::links);
    let says = |it: &Token| it.is_content && !it.is_light && !it.is_aspect;
    let asking = clauses(&tokens[clause.end..]);
    let asks = |it: &Token| it.is(Cue::HowMany) || !it.nouns.is_empty();
    let own = |it: Range<usize>| {
        let tokens = &tokens[clause.end..][it];
        tokens.iter().any(asks) && tokens.iter().any(says)
    };
    (!tells && asking.into_iter().any(own)).then_some(negator)
}

/// 不管是新农人还是巧匠人: whichever it is.
fn indifferent(tokens: &[Token], clause: &Range<usize>, words: &PolarityWords) -> Option<usize> {
    let or = |it: &Token| it.is(Cue::Join) && it.is(Cue::Compare);
    let from = clause.clone().find(|at| tokens[*at].is_one_of(&words.whatever))?;
    // 不管省上的还是市上的,一共几名: both are asked for.
    let scoped = tokens[from..clause.end].iter().any(|it| !it.scopes.is_empty());
    (!scoped && tokens[from..clause.end].iter().any(or)).then_some(from)
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn a_guess_before_the_question() {
        let rows: &[(&str, &str)] = &[
            ("互通书信没满一万封吧,写了多少封", "没|满一|万|封|吧"),
            ("推优入团率没打折扣吧,百分之几", "没|打|折扣|吧"),
            ("青年之家没光摆起不用嘛,活动几场次", "没光|摆|起|不用|嘛"),
            // What was done besides, and what makes no difference
            ("学联不光开会选主席,实践活动办了几场", "不光|开会|选|主席"),
            ("不管是新农人还是巧匠人,领头雁的培训几期", "不管|是|新农人|还是|巧匠人"),
            ("不管新农人的培训,领头雁的培训几期", ""),
            ("领头雁不管省级的还是市级的,一共几名", ""),
            // What was not there, where the question says by itself what it asks of
            ("创青春没看到有金奖,那铜奖拿了几个", "没|看到|有|金奖"),
            ("领头雁没评上,有几名", ""),
            // Whom the question is about, or a question of its own
            ("领头雁没评上的吧,几名", ""),
            ("青马没办几期吧", ""),
            ("没牵手成功吧", ""),
            ("青年之家有几个吧", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_aside));
    }
}
