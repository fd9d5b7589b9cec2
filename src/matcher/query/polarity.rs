//! The polarity of a question: which of its words say that something was not done, undone, left over or only meant.
//! A negation that speaks of the asker (我不懂), asks for yes or no (建了没有) or only describes whom something was done for
//! (给念不起书的孩子凑了多少) says nothing of what was done.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::{People, PolarityWords};
use crate::matcher::lexicon::read::Lists;
use crate::matcher::lexicon::role::Contrary;
use crate::matcher::query::aside::is_asker;
use crate::matcher::query::person;
use crate::matcher::query::tokens::{Token, clause};
use crate::text::numerals;

/// Marks what turns round what was done.
pub(crate) fn mark(tokens: &mut [Token], lexicon: &Lists) {
    let contrary: Vec<usize> = (0..tokens.len()).filter(|at| is_contrary(tokens, *at, lexicon)).collect();
    for at in contrary {
        tokens[at].is_contrary = true;
    }
}

fn is_contrary(tokens: &[Token], at: usize, lexicon: &Lists) -> bool {
    let token = &tokens[at];
    let says = match token.contrary {
        Some(Contrary::Attempt) => is_attempt(tokens, at, &lexicon.polarity),
        Some(Contrary::Leaving) => is_of_people(tokens, at, lexicon),
        Some(Contrary::Remainder) => {
            !token.is(Cue::Only) || tokens.get(at + 1).is_some_and(|it| it.is(Cue::HowMany))
        }
        Some(_) => true,
        None if token.is_unknown => {
            // 别给我拆开: an order to the bot.
            let mut before = tokens[..at].iter().rev().take_while(|it| !it.is_break());
            let is_order = before.any(|it| it.is(Cue::Not) || it.is_one_of(&lexicon.waved.no));
            // 活动撤多少场次: a slip beside the question word, no verb with what it removes.
            let beside = |it: Option<&Token>| it.is_some_and(|it| it.is(Cue::HowMany));
            let before_it = at.checked_sub(1).and_then(|it| tokens.get(it));
            let is_slip = token.text.len() == 1 && (beside(tokens.get(at + 1)) || beside(before_it));
            !is_order && !is_slip && token.starts_with_one_of(&lexicon.polarity.removal_stems)
        }
        None => {
            token.is_negator
                && !is_question(tokens, at)
                && !is_below_a_number(tokens, at, &lexicon.polarity)
                && negates(tokens, at, &lexicon.polarity)
        }
    };
    says && !token.is_excluded
        && !token.is_name
        && !token.is_aside
        && !is_of_asker(tokens, at, &lexicon.people)
        && reaches_ask(tokens, at)
        && !only_describes(tokens, at, &lexicon.polarity)
}

/// 骨干跑了好多个: a question for people and nothing else behind a verb of leaving; 跑了多少个社区 tells what was done.
fn is_of_people(tokens: &[Token], at: usize, lexicon: &Lists) -> bool {
    let mut behind = tokens[at + 1..].iter().take_while(|it| !it.is_break());
    let asks = behind.next().is_some_and(|it| it.is(Cue::HowMany));
    let counts = behind.next().is_some_and(|it| person::counts_people(it, lexicon));
    asks && counts && behind.all(|it| !it.is_content && !it.is_unknown)
}

/// 准备了, 准备的, 能报名的: it was done, or is there for people to do.
fn is_attempt(tokens: &[Token], at: usize, words: &PolarityWords) -> bool {
    let typed = |it: Option<&Token>, words: &[String]| it.is_some_and(|it| it.is_one_of(words));
    let before = at.checked_sub(1).map(|it| &tokens[it]);
    let behind = tokens.get(at + 1);
    let is_open = typed(before, &words.open);
    // 准备 is what reports do, too: a plan only where it goes on (还准备, 准备再办).
    let also_deed = !tokens[at].groups.is_empty();
    let goes_on = typed(before, &words.ongoing_before) || typed(behind, &words.ongoing_behind);
    !is_open && (!also_deed || goes_on)
}

/// 我没看懂, 我们不太清楚: the first person before it in its clause, and nothing that a report counts between them.
fn is_of_asker(tokens: &[Token], at: usize, people: &People) -> bool {
    let before = tokens[..at].iter().rev().take_while(|it| !it.is_break());
    before.take_while(|it| !it.is_content && !it.is(Cue::HowMany)).any(|it| is_asker(it, people))
}

/// 建没建, 有没有, 建了没有: asks for yes or no.
fn is_question(tokens: &[Token], at: usize) -> bool {
    let (before, behind) = (at.checked_sub(1).map(|it| &tokens[it]), tokens.get(at + 1));
    // 想贷没贷到的: what 的 stands behind is told, not asked.
    let clause = tokens[at + 1..].iter().take_while(|it| !it.is_break() && !it.is(Cue::HowMany));
    let told = clause.take(RELATIVE).any(Token::links);
    let same = !told && before.zip(behind).is_some_and(|(a, b)| a.text.first() == b.text.first());
    let ends = behind.is_none_or(|it| it.is_break() || it.is(Cue::YesNo) || it.is(Cue::Likewise));
    same || ends || tokens[at].is(Cue::YesNo)
}

/// So many words behind a negator an estimate may take: 搞|到|五十.
const ESTIMATE: usize = 3;

/// True where what stands behind is a deed, not the asker's own state (不知道) nor a small number (没几个).
fn negates(tokens: &[Token], at: usize, words: &PolarityWords) -> bool {
    let clause = || tokens[at + 1..].iter().take_while(|it| !it.is_break());
    let first = clause().next();
    let says =
        |it: &&Token| it.is_content || it.is_unknown || it.is_speaker || it.is(Cue::HowMany) || it.is_unit();
    let spoken = clause().find(says);
    // 没到20万吧, 没搞到五十场嘛: an estimate.
    let is_number = |it: &Token| it.number.is_some() || it.text.iter().all(|it| numerals::is_power(*it));
    let start: Vec<&Token> = clause().take(ESTIMATE).collect();
    if start.windows(2).any(|it| it[0].is_one_of(&words.estimates) && is_number(it[1])) {
        return false;
    }
    // 没有一百场那么多吧: a guess at the number itself.
    if first.is_some_and(|it| it.number.as_ref().is_some_and(|it| !it.ordinal)) {
        return false;
    }
    let speaks = first.is_some_and(|it| it.is_speaker || it.is(Cue::HowMany) || it.is(Cue::Not));
    !speaks && first.is_some() && spoken.is_none_or(|it| !it.is_speaker)
}

/// So many words may stand between a number and the negator: 十万|人次|都|不.
const BELOW: usize = 3;

/// 连十万人次都不到: a guess that the number is smaller.
fn is_below_a_number(tokens: &[Token], at: usize, words: &PolarityWords) -> bool {
    let reaches = tokens.get(at + 1).is_some_and(|it| it.is_one_of(&words.estimates));
    let ends = tokens.get(at + 2).is_none_or(|it| it.is_break() || (!it.is_content && !it.is_unknown));
    let before = tokens[..at].iter().rev().take_while(|it| !it.is_break()).take(BELOW);
    let counts = before.into_iter().any(|it| it.number.as_ref().is_some_and(|it| !it.ordinal));
    reaches && ends && counts
}

/// So many words behind a negator may stand before the 的 that makes them tell.
const RELATIVE: usize = 3;

fn asks(tokens: &[Token]) -> bool {
    tokens.iter().any(|it| {
        it.is(Cue::HowMany)
            || it.is(Cue::Which)
            || it.is(Cue::Amount)
            || (!it.nouns.is_empty() && it.text.len() > 1)
    })
}

/// 没牵手成功的,有多少对: a clause that asks nothing counts only where the asking one behind it says nothing itself. A
/// question of one clause is asked as it stands.
fn reaches_ask(tokens: &[Token], at: usize) -> bool {
    let own = clause(tokens, at);
    // 没啥子收入的毕业生,帮成就业的几名: 啥子 behind a negator asks nothing.
    let none = tokens.get(at + 1).is_some_and(|it| it.is(Cue::Which) && tokens[at].is_negator);
    let asking = if none { at + 2..own.end } else { own.clone() };
    if asks(&tokens[asking]) || !asks(tokens) {
        return true;
    }
    if own.end >= tokens.len() {
        return false;
    }
    let next = clause(tokens, own.end + 1);
    asks(&tokens[next.clone()]) && !tokens[next].iter().any(|it| it.is_content || it.is_unknown)
}

/// 给念不起书的孩子凑了多少: the words up to 的 describe whom it was done for where a noun and then a deed stand behind.
fn only_describes(tokens: &[Token], at: usize, words: &PolarityWords) -> bool {
    let own = clause(tokens, at);
    let Some(link) = (at..own.end).find(|it| tokens[*it].links()) else { return false };
    let ask = (link..own.end).find(|it| tokens[*it].is(Cue::HowMany)).unwrap_or(own.end);
    let noun = tokens.get(link + 1).is_some_and(|it| it.is_content || it.is_unknown);
    let is_deed = |it: &Token| it.is_infix || it.ends_with_one_of(&words.done);
    noun && ask > link + 2 && tokens[link + 2..ask].iter().any(is_deed)
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn what_was_not_done_undone_left_over_or_only_meant() {
        let rows: &[(&str, &str)] = &[
            // Not done
            ("没牵手成功的有多少对", "没"),
            ("没牵手成功的,有多少对", "没"),
            ("没得奖的青创项目有几个", "没"),
            ("没就业的毕业生有多少", "没"),
            ("还没建好的青年之家几个", "还没"),
            ("未推优入团的有多少人", "未"),
            // Undone, failed, left over
            ("取消了几场联谊", "取消"),
            ("流失的志愿者有多少人", "流失"),
            ("被退回的信有几封", "被退回"),
            ("解散了几支突击队", "解散"),
            ("还剩多少个实习岗位", "还剩"),
            ("落选的领头雁有几名", "落选"),
            // A verb that nothing explains, by what it begins with
            ("主题宣传撤稿了几期", "撤"),
            // People who left, and places that were gone to
            ("产业骨干跑了好多个", "跑了"),
            ("志愿队伍跑了多少个社区", ""),
            // Only meant
            ("打算办几期青马班", "打算"),
            ("还准备建几个青年之家", "准备"),
            // Done, or open to people
            ("准备了多少个实习岗位", ""),
            ("能报名的实习岗位有几个", ""),
            ("不少于几场联谊", ""),
            // The asker does not know, or asks for yes or no
            ("我没看懂,青马几期", ""),
            ("我们不太清楚突击队有几支", ""),
            ("想贷没贷到的有多少万", "没"),
            ("建了没有", ""),
            ("青年之家建没建起来", ""),
            ("联谊有没有办过", ""),
            // A small number, an estimate
            ("没几场的联谊有哪些", ""),
            ("只有几支突击队", ""),
            ("没到两百场吧,红色教育活动", ""),
            ("新建的团组织没过百?那是多少个", ""),
            ("家里没啥子收入的毕业生,帮成就业的有好多名", ""),
            ("红色教育活动没有一百场那么多吧,到底几场", ""),
            ("联谊没搞到五十场嘛,究竟几场", ""),
            ("话题阅读量连十万人次都不到,我不信,报告上是多少", ""),
            // Whom it was done for
            ("给念不起书的孩子凑了多少", ""),
            ("帮找不到工作的毕业生找到了多少岗位", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_contrary));
    }
}
