//! What the asker guesses before the question: 没满一万封吧,写了多少封; 青年之家没光摆起不用嘛,活动几场.
//! The guess says nothing of what was done: its words constrain nothing. What it names before the negator is still asked of.

use crate::matcher::lexicon::cue::{Cue, CueSet};
use crate::matcher::lexicon::lists::PolarityWords;
use crate::matcher::query::tokens::{Token, clauses};
use std::ops::Range;

/// Takes the words of a guess out of the question.
pub(crate) fn mark(tokens: &mut [Token], words: &PolarityWords) {
    let guesses: Vec<Range<usize>> =
        clauses(tokens).into_iter().filter_map(|it| guess(tokens, it, words)).collect();
    tokens.iter_mut().enumerate().filter(|(at, _)| guesses.iter().any(|it| it.contains(at))).for_each(
        |(_, it)| {
            (it.is_content, it.is_unknown, it.is_negator, it.contrary, it.number) =
                (false, false, false, None, None);
            (it.is_name, it.is_aspect, it.is_aside, it.cues) = (false, false, true, CueSet::default());
            (it.units, it.nouns) = (Vec::new(), Vec::new());
        },
    );
}

/// From the negator to the end of a clause that asks nothing and ends as a guess does, where a later clause asks.
fn guess(tokens: &[Token], clause: Range<usize>, words: &PolarityWords) -> Option<Range<usize>> {
    let asks = |it: &Token| it.is(Cue::HowMany) || it.is(Cue::Which) || it.is(Cue::Amount);
    let ends = tokens[clause.clone()].last()?.is_one_of(&words.tags);
    let negator = clause.clone().find(|at| tokens[*at].is_negator)?;
    // 没评上的吧,几名: whom the question is about.
    let tells = tokens[negator..clause.end].iter().any(Token::links);
    let own = tokens[clause.clone()].iter().any(asks);
    let later = tokens[clause.end..].iter().any(|it| asks(it) || !it.nouns.is_empty());
    (ends && !tells && !own && later).then_some(negator..clause.end)
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn a_guess_before_the_question() {
        let rows: &[(&str, &str)] = &[
            ("互通书信没满一万封吧,写了多少封", "没|满一|万|封|吧"),
            ("推优入团率没打折扣吧,百分之几", "没|打|折扣|吧"),
            ("青年之家没光摆起不用嘛,活动几场次", "没|光|摆|起|不用|嘛"),
            // Whom the question is about, or a question of its own
            ("领头雁没评上的吧,几名", ""),
            ("青马没办几期吧", ""),
            ("没牵手成功吧", ""),
            ("青年之家有几个吧", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_aside));
    }
}
