//! Numbers that are said roughly: 几十场, 十几万, 多少万次. The power of ten belongs to the question word.
//! What is then asked for is [`crate::matcher::query::question`]'s.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::tokens::Token;
use crate::text::numerals::{self, is_power};

/// Joins question words with the powers of ten beside them; what is asked behind a rough number (搞了几十场,具体多少) asks the
/// same.
pub(crate) fn mark(tokens: &mut Vec<Token>) {
    set_kinds_aside(tokens);
    let mut rough = None;
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].is(Cue::HowMany) {
            let before = at > 0 && tokens[at - 1].is_unknown && is_of_powers(&tokens[at - 1]);
            if before {
                at -= 1;
                join(tokens, at);
            }
            let behind = tokens.get(at + 1).is_some_and(|it| it.is_unknown && is_of_powers(it));
            if behind || counts_by_powers(tokens, at) {
                join(tokens, at);
            }
            if before || behind {
                rough.get_or_insert(at);
            }
        }
        at += 1;
    }
    if let Some(rough) = rough {
        ask_once(tokens, rough);
    }
}

/// 哪*五种*学法: how many there are is known to the asker. A name of the report that begins so (四类主题) is no such word.
fn set_kinds_aside(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let [count, _kind] = tokens[at].text[..] else { continue };
        if tokens[at].is_gram && numerals::place(count).is_some() && tokens[at - 1].is(Cue::Which) {
            (tokens[at].is_content, tokens[at].is_gram, tokens[at].is_light) = (false, false, true);
        }
    }
}

/// 万 in 多少万次: it multiplies the unit behind it.
fn counts_by_powers(tokens: &[Token], ask: usize) -> bool {
    let next = |it: usize| tokens.get(ask + it);
    next(1).is_some_and(is_of_powers) && next(2).is_some_and(Token::is_unit)
}

fn is_of_powers(token: &Token) -> bool {
    !token.text.is_empty() && token.text.iter().all(|it| is_power(*it))
}

/// Makes one question word of this token and the one behind it.
fn join(tokens: &mut Vec<Token>, at: usize) {
    let behind = tokens.remove(at + 1);
    let ahead = std::mem::take(&mut tokens[at]);
    let text = ahead.text.iter().chain(&behind.text).copied().collect();
    let typed = ahead.typed.start..behind.typed.end;
    let ask = if ahead.is(Cue::HowMany) { ahead } else { behind };
    tokens[at] = Token { text, typed, ..ask };
}

/// A later clause that only asks how many asks for the number that was said roughly.
fn ask_once(tokens: &mut [Token], rough: usize) {
    let says = |it: &Token| it.is_content || it.is_unknown || it.is_unit() || !it.nouns.is_empty();
    let mut clauses = tokens[rough..].split_mut(Token::is_break);
    let _own = clauses.next();
    for clause in clauses.filter(|clause| !clause.iter().any(says)) {
        clause.iter_mut().for_each(|it| it.cues.remove(Cue::HowMany));
    }
}

#[cfg(test)]
mod tests {
    use crate::matcher::lexicon::cue::Cue;
    use crate::matcher::testing::{check, marked};

    #[test]
    fn a_power_of_ten_belongs_to_the_question_word() {
        let rows: &[(&str, &str)] = &[
            ("活动搞了几十场", "几十"),
            ("阅读有十几万,写的多少", "十几"),
            ("看了多少万次", "多少万"),
            // It asks once
            ("活动搞了几十场,具体写的多少", "几十"),
            ("活动搞了几十场,青马培训了多少人", "几十|多少"),
            // By itself it is an amount of money
            ("卖了多少万", "多少"),
            ("卖了几万元", "几"),
            // No power of ten
            ("突击队有几支", "几"),
        ];
        check(rows, |text| marked(text, |it| it.is(Cue::HowMany)));
    }
}
