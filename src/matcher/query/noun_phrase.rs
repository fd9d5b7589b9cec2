//! The nouns round a question word: what stands right behind 多少 and its unit, what stands before it.
//! What they mean for the measure is [`crate::matcher::query::question`]'s.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::People;
use crate::matcher::lexicon::read::Lists;
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::text::is_hanzi;

/// 新增的人: a unit behind 的 is what is counted, where nothing else says so.
pub(crate) fn add_unit_noun(tokens: &[Token], span: &[usize], lexicon: &Lists, question: &mut Question) {
    if !question.measures.is_empty() || !question.colloquial.is_empty() || question.wants_text() {
        return;
    }
    let typed = |at: usize| tokens[at].text.iter().collect::<String>();
    let is_first = |at: usize, unit: usize| lexicon.measures[unit].units.first() == Some(&typed(at));
    // 创业的人拿得到的贷款: a noun that does something is not what is counted.
    let does = |at: usize| {
        let clause = tokens[at + 1..].iter().take_while(|it| !it.is_break() && !it.is(Cue::HowMany));
        clause.into_iter().any(Token::links)
    };
    let behind =
        span.windows(2).filter(|it| tokens[it[0]].links() && !tokens[it[1]].is_excluded && !does(it[1]));
    let nouns = behind.flat_map(|it| tokens[it[1]].units.iter().filter(move |unit| is_first(it[1], **unit)));
    question.measures = nouns.copied().collect();
}

/// The words right behind 多少, 几 or 哪些 and its unit, up to the end of the clause; 的 and scopes are passed over.
pub(crate) fn behind(tokens: &[Token], span: &[usize]) -> Vec<usize> {
    let asks = |at: &usize| tokens[*at].is(Cue::HowMany);
    let which = |at: &usize| tokens[*at].is(Cue::Which) || tokens[*at].is(Cue::StandsFor);
    let first = span.iter().position(asks).or_else(|| span.iter().position(which));
    let Some(ask) = first else { return Vec::new() };
    let unit = span.get(ask + 1).is_some_and(|at| tokens[*at].is_unit());
    let start = ask + 1 + usize::from(unit);
    let filler = |token: &Token| !token.scopes.is_empty() || token.links();
    let rest = span.iter().copied().skip(start).filter(|at| !filler(&tokens[*at]));
    rest.take_while(|at| !tokens[*at].is_excluded && !tokens[*at].is_break()).collect()
}

/// The first of these words where nothing explains it; a single character only with another behind it (商户), and no verb
/// (学完了).
pub(crate) fn strange(tokens: &[Token], behind: &[usize]) -> Option<usize> {
    // 多少条建|议: a word that nothing explains may begin as a known one of one character.
    if let Some([head, tail]) = behind.get(..2)
        && is_split(&tokens[*head], &tokens[*tail])
        && tokens.get(tail + 1).is_none_or(Token::is_break)
    {
        return Some(*tail);
    }
    let first = *behind.first().filter(|at| tokens[**at].is_unknown)?;
    let next = behind.get(1).map(|at| &tokens[*at]);
    // 几家店: the last word of all is a noun as well.
    let has_unit = first > 0 && tokens[first - 1].is_unit();
    let ends = tokens.get(first + 1).is_none_or(Token::is_break);
    let is_last = has_unit && ends && is_hanzi(tokens[first].text[0]);
    let follows = next.is_some_and(|it| it.text.len() == 1) || is_last;
    let is_verb = next.is_some_and(|it| it.is_infix);
    ((tokens[first].text.len() > 1 || follows) && !is_verb).then_some(first)
}

/// 建|议: two characters, of which the first alone is known and says nothing.
fn is_split(head: &Token, tail: &Token) -> bool {
    let single = head.text.len() == 1 && tail.text.len() == 1 && is_hanzi(head.text[0]);
    let silent = !head.is_content && !head.is_unknown && !head.is_infix && !head.is_unit();
    single && silent && head.cues.is_empty() && tail.is_unknown && is_hanzi(tail.text[0])
}

/// The kind of which one is asked for: 哪所*高校*, 哪家*单位*; nothing for 哪个 alone, or before a word that says little.
pub(crate) fn which(tokens: &[Token], lexicon: &Lists) -> Option<usize> {
    let is_which = |it: &Token| it.is_one_of(&lexicon.grammar.which_one);
    (0..tokens.len()).filter(|at| is_which(&tokens[*at])).find_map(|at| {
        let noun = (at + 1..tokens.len()).find(|it| !tokens[*it].is_unit() || tokens[*it].is_content)?;
        (tokens[noun].is_content && !tokens[noun].is_light).then_some(noun)
    })
}

/// The thing whose name is asked for: *园区*叫啥名字; nothing where no name is asked for.
pub(crate) fn named(tokens: &[Token], people: &People) -> Option<usize> {
    let ask = tokens.iter().position(|it| it.is_one_of(&people.named))?;
    let says = |it: &Token| it.is_content && !it.is_light && !it.is_excluded && it.cues.is_empty();
    tokens[..ask].iter().rposition(says)
}

/// The last word that says something before the first question word.
pub(crate) fn before(tokens: &[Token], span: &[usize]) -> Option<usize> {
    let is_ask = |at: &usize| tokens[*at].is(Cue::HowMany) || tokens[*at].is(Cue::Amount);
    let ask = span.iter().position(is_ask).unwrap_or(span.len());
    let silent = !span.iter().any(|at| tokens[*at].is_content && !tokens[*at].is_light);
    // 青年之家的活动有多少: a light noun that 的 makes the head of a phrase is what is counted.
    let is_head = |place: usize| {
        let ends = !span[place + 1..ask].iter().any(|at| tokens[*at].is_content || tokens[*at].is_break());
        place > 0 && tokens[span[place - 1]].links() && ends
    };
    let says = |place: &usize| {
        let it = &tokens[span[*place]];
        let speaks = it.is_content && (silent || !it.is_light || is_head(*place));
        speaks && it.nouns.is_empty() && !it.is_excluded
    };
    (0..ask).rfind(says).map(|place| span[place])
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::matcher::testing::{check, look, words_at};

    #[test]
    fn the_thing_whose_name_is_asked_for() {
        let rows: &[(&str, &str)] = &[
            ("发展型园区叫啥名字", "发展型园区"),
            ("省级合伙人都叫什么", "省级合伙人"),
            ("合作高校有哪些", ""),
        ];
        check(rows, |text| {
            look(text, |context| words_at(context, &named(context.tokens, &context.lexicon.people)))
        });
    }

    fn phrases(text: &str) -> String {
        look(text, |context| {
            let question = context.question();
            let at = |places: Option<usize>| words_at(context, &places);
            format!(
                "behind {}, counted {}, strange {}, before {}",
                words_at(context, &question.phrase),
                at(question.counted),
                at(question.strange),
                at(question.before)
            )
        })
    }

    #[test]
    fn the_nouns_round_a_question_word() {
        let rows: &[(&str, &str)] = &[
            // Behind it
            ("多少名团员", "behind 团员, counted 团员, strange , before "),
            ("有几支乡村带货的走播队", "behind 乡村|带货|走播队, counted 乡村, strange , before "),
            ("办了哪些活动", "behind 活动, counted , strange , before 活动"),
            ("取消了几场联谊", "behind 联谊, counted 联谊, strange , before "),
            ("实习岗位多少个名校学生多少名", "behind 名校学生, counted 名校学生, strange , before "),
            // Before it, where none stands behind
            ("青马办了几期", "behind , counted , strange , before 青马"),
            ("新增的人有多少", "behind , counted , strange , before 新增"),
            ("推优入团率是多少", "behind , counted , strange , before 推优入团率"),
            ("青年之家的活动有多少", "behind , counted , strange , before 活动"),
            ("领头雁不要省级的只要市级多少名", "behind , counted , strange , before 市级"),
            // What nothing explains
            ("提了多少条建议", "behind , counted , strange 议, before "),
            // A verb behind the unit is not counted
            ("多少个参加了学习", "behind , counted , strange , before "),
            ("公园旁边有几家奶茶店", "behind , counted , strange 奶茶店, before 公园"),
        ];
        check(rows, phrases);
    }
}
