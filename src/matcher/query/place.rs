//! Places and bodies that no list knows: 苏稽镇, 某某小学, 我们县. Recognised by how they end.
//! Those of the gazetteer are recognised before words are matched ([`crate::matcher::recognize`]).

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::People;
use crate::matcher::lexicon::read::Lists;
use crate::matcher::query::tokens::Token;
use crate::matcher::recognize::SlotKind;

/// Marks names that end as places and bodies do, and what people call a part of their own place by.
pub(crate) fn mark(tokens: &mut [Token], lexicon: &Lists) {
    for at in 0..tokens.len() {
        if ends_unknown_name(tokens, at) {
            let start = at - usize::from(!tokens[at].is_unknown);
            tokens[start..=at].iter_mut().for_each(lead_out);
        }
        if runs_into_text(tokens, at, lexicon) {
            lead_out(&mut tokens[at - 1]);
        }
        // 北京|团中央: where the body sits.
        if tokens[at].is_place && tokens.get(at + 1).is_some_and(|it| it.is_kindred) {
            tokens[at].is_place = false;
            tokens[at].is_elsewhere = false;
        }
        // 四川|某市: the place that one's own lies in.
        if tokens[at].is_place && tokens.get(at + 1).is_some_and(is_own_place) {
            tokens[at].is_place = false;
            tokens[at].is_elsewhere = false;
        }
        if counts_places(tokens, at) {
            tokens[at].is_within = true;
            tokens[at].is_place = true;
        }
        if is_own_circle(tokens, at, &lexicon.people) {
            tokens[at].is_within = true;
            tokens[at].is_place = true;
        }
    }
}

fn lead_out(token: &mut Token) {
    token.is_elsewhere = true;
    token.is_place = true;
}

/// 苏稽|镇: an unknown word before an ending.
fn ends_unknown_name(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let unknown =
        |it: &Token| it.is_unknown && (2..=4).contains(&it.text.len()) && !it.text.iter().any(char::is_ascii);
    let beside = |it: Option<&Token>| it.is_some_and(|it| it.is_unknown || it.is_infix);
    let stands_alone = !beside(tokens.get(at + 1)) && !beside(at.checked_sub(2).map(|it| &tokens[it]));
    token.is_ending && !token.is_name && at > 0 && unknown(&tokens[at - 1]) && stands_alone
}

/// 清华|大学来: the ending runs into a token of a report's text.
fn runs_into_text(tokens: &[Token], at: usize, lexicon: &Lists) -> bool {
    let typed: String = tokens[at].text.iter().collect();
    let begins = |it: &String| it.chars().count() >= 2 && typed.starts_with(it.as_str());
    let unknown = |it: &Token| it.is_unknown && (2..=4).contains(&it.text.len());
    tokens[at].is_gram && at > 0 && unknown(&tokens[at - 1]) && lexicon.elsewhere.endings.iter().any(begins)
}

/// 某市: one's own place, not one's own body.
fn is_own_place(token: &Token) -> bool {
    !token.homes.is_empty() && token.slot == Some(SlotKind::Place)
}

/// 八|个|市: several places at once, as the subject of what is asked.
fn counts_places(tokens: &[Token], at: usize) -> bool {
    let number = at.checked_sub(2).and_then(|it| tokens[it].number.as_ref());
    let is_some = number.is_some_and(|it| !it.ordinal) && tokens[at - 1].is_unit();
    let asked = tokens[at + 1..].iter().any(|it| it.is(Cue::HowMany));
    is_some && asked && (tokens[at].is_circle || tokens[at].is_ending) && tokens[at].text.len() == 1
}

/// 我们|县, 咱|班.
fn is_own_circle(tokens: &[Token], at: usize, people: &People) -> bool {
    let own = |it: &Token| it.is_one_of(&people.asker) || it.is_one_of(&people.owners);
    let is_own = at > 0 && own(&tokens[at - 1]);
    tokens[at].is_circle && is_own
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn places_and_bodies_that_no_list_knows() {
        let rows: &[(&str, &str)] = &[
            // An unknown word before an ending
            ("苏稽镇建了几个青年之家", "苏稽|镇"),
            ("牟子镇有几支走播队", "牟子|镇"),
            ("剑峰乡的领头雁几名", "剑峰|乡"),
            // A part of the place of their own
            ("我们县有几个青年之家", "县"),
            ("咱们村有几个领头雁", "村"),
            ("我们村头有几支走播队", "村头"),
            ("我老家的青年之家有几个", "老家"),
            // Other places and bodies that are known
            ("四川省的青年之家有几个", "四川省"),
            ("妇联办了几场联谊", "妇联"),
            // None, or their own
            ("全市有几个青年之家", ""),
            ("乡镇的青年之家有几个", ""),
            ("街道青年之家几个", ""),
            ("北京团中央培训了几个团干部", ""),
            ("哪个镇的青年之家最多", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_place && (token.is_elsewhere || token.is_within)));
    }
}
