//! Which words of a question ask for a part of what is counted: 光是暑假的, 只算女生.
//! Marks them; whether a figure counts just that, [`crate::matcher::scoring::constraints`] says.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::Parts;
use crate::matcher::lexicon::read::Lists;
use crate::matcher::query::question::WIDE;
use crate::matcher::query::tokens::Token;

/// Marks what stands right behind a narrowing word, and a part that is named where its whole is not.
pub(crate) fn mark(tokens: &mut [Token], lexicon: &Lists) {
    for at in 0..tokens.len() {
        if !tokens[at].is_narrowing || tokens[at].is_excluded {
            continue;
        }
        let clause = (at + 1..tokens.len()).take_while(|it| !tokens[*it].is_break());
        let narrowed = clause.take(3).find(|it| {
            let token = &tokens[*it];
            token.is_content || token.is_unknown || token.slot.is_some()
        });
        if let Some(at) = narrowed {
            tokens[at].is_narrowed = true;
        }
    }
    mark_shares(tokens, lexicon);
    mark_ages(tokens, lexicon);
    mark_places_behind(tokens, lexicon);
    mark_among(tokens, lexicon);
    mark_ordinals(tokens, lexicon);
    mark_honours(tokens, lexicon);
    mark_rates(tokens, lexicon);
    mark_owners(tokens, lexicon);
    for parts in &lexicon.narrowing.parts {
        mark_part(tokens, parts);
    }
}

/// 六十岁往上的志愿者: an age.
fn mark_ages(tokens: &mut [Token], lexicon: &Lists) {
    for at in 1..tokens.len() {
        if tokens[at - 1].number.is_some() && tokens[at].is_one_of(&lexicon.narrowing.ages) {
            tokens[at - 1].is_narrowed = true;
        }
    }
}

/// So many words may stand between the question word and 在.
const BEHIND_ASK: usize = 3;

/// 青年之家有几个开在村上: what stands behind 在 or 到 behind the question word, in its clause.
fn mark_places_behind(tokens: &mut [Token], lexicon: &Lists) {
    for at in 1..tokens.len().saturating_sub(1) {
        if !tokens[at].is_one_of(&lexicon.narrowing.at) {
            continue;
        }
        let mut before = tokens[..at].iter().rev().take(BEHIND_ASK).take_while(|it| !it.is_break());
        let asked = before.any(|it| it.is(Cue::HowMany));
        let place = &tokens[at + 1];
        let is_last = tokens.get(at + 2).is_none_or(|it| it.is_break() || it.links());
        if asked && is_last && place.is_content && !place.is_light && place.nouns.is_empty() {
            tokens[at + 1].is_narrowed = true;
        }
    }
}

/// 突击队里头学医的有几个: what stands between 里头 and the 的 before the question word.
fn mark_among(tokens: &mut [Token], lexicon: &Lists) {
    for at in 1..tokens.len() {
        if !tokens[at].is_one_of(&lexicon.narrowing.among) {
            continue;
        }
        let end = (at + 1..tokens.len()).find(|it| tokens[*it].is_break() || tokens[*it].is(Cue::HowMany));
        let Some(ask) = end.filter(|it| tokens[*it].is(Cue::HowMany)) else { continue };
        let is_content_word = |it: &Token| (it.is_content && !it.is_light) || it.is_unknown;
        let Some(link) = (at + 1..ask).rfind(|it| tokens[*it].links()) else {
            // 青联委员当中少数民族有多少名: the noun that there is so much of among them.
            let exists = tokens[ask - 1].is_one_of(&lexicon.grammar.existentials);
            let noun = (at + 1..ask).rfind(|it| exists && is_content_word(&tokens[*it]));
            noun.into_iter().for_each(|it| tokens[it].is_narrowed = true);
            continue;
        };
        let counted = tokens[link + 1..ask].iter().any(|it| it.is_content && !it.is_light);
        if !counted {
            tokens[at + 1..link]
                .iter_mut()
                .filter(|it| is_content_word(it))
                .for_each(|it| it.is_narrowed = true);
        }
    }
}

/// 青马第三期是多少人: one issue or batch among several.
fn mark_ordinals(tokens: &mut [Token], lexicon: &Lists) {
    // 第一个: points at what was shown.
    let is_wide = |it: &Token| it.units.iter().any(|unit| lexicon.measures[*unit].id == WIDE);
    for at in 0..tokens.len().saturating_sub(1) {
        let is_one = tokens[at].number.as_ref().is_some_and(|it| it.ordinal)
            && !tokens[at + 1].units.is_empty()
            && !is_wide(&tokens[at + 1]);
        let asks = |it: &Token| it.is(Cue::HowMany) || it.is(Cue::Which) || it.is(Cue::StandsFor);
        if is_one && tokens[at + 1..].iter().any(asks) {
            tokens[at].is_narrowed = true;
        }
    }
}

/// 青马班优秀学员评了多少个: those of the people who were honoured.
fn mark_honours(tokens: &mut [Token], lexicon: &Lists) {
    for at in 1..tokens.len() {
        let honoured = tokens[at - 1].is_one_of(&lexicon.narrowing.honours);
        if honoured && tokens[at].ends_with_one_of(&lexicon.people.endings) {
            tokens[at - 1].is_narrowed = true;
        }
    }
}

/// 一期上多少个课时, 一趟拉多少人: what one of them has, not how many there are.
fn mark_rates(tokens: &mut [Token], lexicon: &Lists) {
    let counts = |it: &Token| {
        let unit = it.units.iter().chain(&it.colloquial).map(|unit| lexicon.measures[*unit].id.as_str());
        it.nouns.is_empty()
            && unit.into_iter().any(|id| lexicon.narrowing.rates.iter().any(|rate| rate == id))
    };
    for at in 1..tokens.len() {
        let one = tokens[at - 1].is_one_of(&lexicon.narrowing.each_one) && counts(&tokens[at]);
        let clause = tokens[at + 1..].iter().take_while(|it| !it.is_break());
        let asked = clause.into_iter().any(|it| it.is(Cue::HowMany));
        let points = at > 1 && !tokens[at - 2].cues.is_empty();
        if one && asked && !points {
            tokens[at].is_narrowed = true;
        }
    }
}

/// 某师院有多少个团组织: something that nothing explains has them.
fn mark_owners(tokens: &mut [Token], lexicon: &Lists) {
    for at in 0..tokens.len().saturating_sub(2) {
        let it = &tokens[at];
        let is_word = it.is_unknown && it.text.len() > 1 && !it.text.iter().any(char::is_ascii);
        let has = tokens[at + 1].is_one_of(&lexicon.grammar.existentials) && tokens[at + 2].is(Cue::HowMany);
        let starts = at == 0 || tokens[at - 1].is_break() || tokens[at - 1].links();
        let behind = tokens[at + 3..].iter().take_while(|it| !it.is_break());
        let counts = behind.into_iter().any(|it| it.is_content || it.is_unknown);
        if is_word && has && starts && counts {
            tokens[at].is_narrowed = true;
        }
    }
}

/// 台湾的占几个: what stands before 占 is a share of something else.
fn mark_shares(tokens: &mut [Token], lexicon: &Lists) {
    let shares = |it: &Token| it.is_one_of(&lexicon.narrowing.share);
    for at in 0..tokens.len() {
        let asked = tokens[at + 1..].iter().find(|it| !it.is_infix).is_some_and(|it| it.is(Cue::HowMany));
        if asked && shares(&tokens[at]) {
            let clause = tokens[..at].iter_mut().rev().take_while(|it| !it.is_break());
            if let Some(part) = clause.into_iter().find(|it| it.is_content || it.is_unknown) {
                part.is_narrowed = true;
                part.is_share = true;
            }
        }
    }
}

/// 暑假 is no more than a part of 寒暑假, behind a word that asks for it alone (只看暑假).
fn mark_part(tokens: &mut [Token], parts: &Parts) {
    let is = |token: &Token, word: &String| word.chars().eq(token.text.iter().copied());
    let named: Vec<usize> =
        (0..tokens.len()).filter(|at| parts.parts.iter().any(|word| is(&tokens[*at], word))).collect();
    let alone = |at: usize| at > 0 && tokens[at - 1].is(Cue::Only);
    let alone: Vec<usize> = named.iter().copied().filter(|at| named.len() == 1 && alone(*at)).collect();
    alone.into_iter().for_each(|at| tokens[at].is_narrowed = true);
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn a_part_that_is_asked_for_alone() {
        let rows: &[(&str, &str)] = &[
            ("光是暑假的实习岗位有多少", "暑假"),
            ("只算女生的话新团员多少人", "女生"),
            ("单论线上的联谊几场", "线上"),
            ("只统计省级的领头雁多少名", "省级"),
            ("光算市级领头雁几名", "市级"),
            ("单就民营企业来说建了几个团组织", "民营企业"),
            // A part of a whole, behind a word that asks for it alone
            ("只看暑假实习岗位有几个", "暑假"),
            ("只要香港的实习见习岗位几个", "香港"),
            // A share, an age, a place behind the question word
            ("港澳台的岗位里台湾的占几个", "台湾"),
            ("青联里女委员占多少", "女委员"),
            ("六十岁往上的志愿者有多少名", "六十"),
            ("青年之家有几个开在村上", "村上"),
            ("毕业生中有几人在帮扶下上岗", ""),
            // What there is so much of among them, those who were honoured, one of several in words
            ("青联委员当中少数民族有多少名", "少数民族"),
            ("青马班优秀学员评了多少个", "优秀"),
            ("六条措施第一条写的是什么", "第一"),
            // No part alone
            ("寒暑假实习岗位有几个", ""),
            ("暑假实习岗位有几个", ""),
            ("只有几支突击队", ""),
            ("港澳台的岗位几个", ""),
            ("只看寒假和暑假的岗位", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_narrowed));
    }
}
