//! Verbs that nothing explains where the question says what was done: 青年之家*关张*了几家, 被*枪毙*的选题.
//! What was done is as much a part of the question as what is counted: a figure cannot agree with a verb that was not read.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::PolarityWords;
use crate::matcher::lexicon::read::Lists;
use crate::matcher::query::tokens::Token;

/// So many words may stand between the verb and the question word: 了, 的, 有, 一共.
const BETWEEN: usize = 4;

/// Marks unknown verbs.
pub(crate) fn mark(tokens: &mut [Token], lexicon: &Lists) {
    let unread: Vec<usize> = (0..tokens.len()).filter(|at| is_unread_verb(tokens, *at, lexicon)).collect();
    for at in unread {
        tokens[at].is_unread_verb = true;
    }
}

fn is_unread_verb(tokens: &[Token], at: usize, lexicon: &Lists) -> bool {
    let token = &tokens[at];
    let passive = at > 0 && tokens[at - 1].is_one_of(&lexicon.grammar.passives);
    // 扯了证的: a verb and its object, parted by a particle.
    let is_parted = tokens.get(at + 1).is_some_and(|it| it.is_infix)
        && tokens.get(at + 2).is_some_and(|it| it.is_unknown)
        && tokens.get(at + 3).is_some_and(Token::links);
    let is_word = token.is_unknown
        && (passive || is_parted || token.text.len() >= 2)
        && !token.text.iter().any(char::is_ascii);
    // 凑拢, 招到: what ends with its result was done.
    if !is_word || is_result(token, &lexicon.polarity) || token.is_excluded || token.is_aside {
        return false;
    }
    passive || asks_of_it(&tokens[at + 1..]) || (is_parted && asks_of_it(&tokens[at + 3..]))
}

/// True for a word that ends as verbs of a result reached do: 凑拢, 到.
pub(crate) fn is_result(token: &Token, words: &PolarityWords) -> bool {
    token.ends_with_one_of(&words.results)
}

/// 了几家, 的有几家, 过多少: a particle of a verb, and nothing that says anything up to the question word.
fn asks_of_it(behind: &[Token]) -> bool {
    let particle = behind.first().is_some_and(|it| it.is_infix || it.links());
    let silent = |it: &&Token| !it.is_content && !it.is_unknown && !it.is_break() && !it.is(Cue::HowMany);
    let between = behind.iter().take(BETWEEN).take_while(silent).count();
    particle && behind.get(between).is_some_and(|it| it.is(Cue::HowMany))
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn verbs_that_nothing_explains() {
        let rows: &[(&str, &str)] = &[
            // Before a particle and the question word
            ("突击队解编了几支", "解编"),
            ("青年之家荒废的有几个", "荒废"),
            ("联谊闹掰过多少对", "闹掰"),
            ("通过联谊扯了证的有几对", "扯"),
            // Behind 被
            ("被冷落的选题有几期", "冷落"),
            // Known deeds, and verbs that tell of a result
            ("青年之家建成了几个", ""),
            ("青年之家拾掇了几家", ""),
            ("突击队凑齐了几支", ""),
            ("岗位搜罗到多少个", ""),
            ("联谊办了几场", ""),
            ("取消了几场联谊", ""),
            // Unknown nouns
            ("奶茶店有几家", ""),
            ("喜马拉雅的活动几场", ""),
            ("几家奶茶店关了门", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_unread_verb));
    }
}
