//! People who are asked for: by name (主席是哪位, 谁当的审判长), or counted where a word only seems to address somebody
//! (上课的老师有多少名). A report names nobody, and counts no teachers as learners.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::{Grammar, People};
use crate::matcher::lexicon::read::Lists;
use crate::matcher::query::question::{PEOPLE, WIDE};
use crate::matcher::query::tokens::{Token, clause};

/// Marks what asks for a person, and people who are counted though the word is also one of address.
pub(crate) fn mark(tokens: &mut [Token], lexicon: &Lists) {
    let (people, grammar) = (&lexicon.people, &lexicon.grammar);
    let asks = |at: &usize| asks_for_name(tokens, *at, people, grammar);
    let asked: Vec<usize> = (0..tokens.len()).filter(asks).collect();
    asked.into_iter().for_each(|at| tokens[at].is_unreported = true);
    let counted: Vec<usize> = (0..tokens.len()).filter(|at| is_counted(tokens, *at, lexicon)).collect();
    for at in counted {
        tokens[at].is_content = true;
        tokens[at].is_aspect = true;
        tokens[at].is_attribute = true;
    }
}

/// 谁当的审判长, 哪位讲的: somebody who did something; 主席叫什么: the name of one who has a title.
fn asks_for_name(tokens: &[Token], at: usize, people: &People, grammar: &Grammar) -> bool {
    let is_ask = |word: &str| people.asks.iter().chain(&people.named).any(|it| it == word);
    let own = typed(&tokens[at..=at]);
    let bare = grammar.copulas.iter().fold(own.as_str(), |it, copula| it.trim_start_matches(copula.as_str()));
    if !is_ask(&own) && !is_ask(bare) {
        return false;
    }
    let clause = clause(tokens, at);
    let before = typed(&tokens[clause.start..at]);
    let behind = typed(&tokens[at + 1..clause.end]);
    let ends = |text: &str, words: &[String]| words.iter().any(|it| text.ends_with(it.as_str()));
    let starts = |text: &str, words: &[String]| words.iter().any(|it| text.starts_with(it.as_str()));
    let subject = subject(&before, people);
    let names_one = ends(&own, &people.one);
    let is_person = ends(&own, &people.asks);
    let has_title = ends(subject, &people.titles) || starts(&behind, &people.titles);
    let does = is_person && starts(&behind, &people.deeds);
    // 哪位晓得: asks all who read it.
    let is_said = behind.is_empty() || ends(&before, &grammar.copulas);
    has_title || does || (names_one && is_person && is_said)
}

/// What stands before 是, 的 and words that ask for a name: 主席 in 主席叫啥子|名字.
fn subject<'a>(before: &'a str, people: &People) -> &'a str {
    let mut rest = before;
    loop {
        let mut words = people.named.iter().chain(&people.links);
        match words.find_map(|it| rest.strip_suffix(it.as_str())) {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

/// 老师 right before or behind the question word: nobody is addressed there.
fn is_counted(tokens: &[Token], at: usize, lexicon: &Lists) -> bool {
    let people = &lexicon.people;
    let own = typed(&tokens[at..=at]);
    if !people.addressed.contains(&own) || tokens[at].is_content {
        return false;
    }
    let silent = |it: &&Token| !it.is_content && !it.is_unknown && !it.is_break() && !it.is(Cue::HowMany);
    let next = tokens[at + 1..].iter().find(|it| !silent(it));
    let is_asked = next.is_some_and(|it| it.is(Cue::HowMany));
    let before = tokens[..at].iter().rev().take_while(|it| !it.is_break());
    let is_described = before.into_iter().any(|it| it.is_content || it.is_unknown);
    let mut before = tokens[..at].iter().rev();
    let behind_ask = match before.next() {
        Some(unit) if unit.is_unit() && counts_people(unit, lexicon) => {
            before.next().is_some_and(|it| it.is(Cue::HowMany))
        }
        other => other.is_some_and(|it| it.is(Cue::HowMany)),
    };
    (is_asked && is_described) || behind_ask
}

/// 名, 位, 个.
pub(crate) fn counts_people(unit: &Token, lexicon: &Lists) -> bool {
    let measures = unit.units.iter().chain(&unit.colloquial).map(|it| lexicon.measures[*it].id.as_str());
    measures.into_iter().any(|it| it == PEOPLE || it == WIDE)
}

fn typed(tokens: &[Token]) -> String {
    tokens.iter().flat_map(|it| it.text.iter()).collect()
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, marked};

    #[test]
    fn a_person_is_asked_for_by_name() {
        let rows: &[(&str, &str)] = &[
            ("青联主席是哪位", "哪位"),
            ("模拟法庭上是谁当的审判长", "谁"),
            ("学联新一届主席叫啥子名字", "名字"),
            ("专题党课是哪个领导讲的", "是哪个"),
            ("拿银奖的选手叫什么", "叫什么"),
            // Things, bodies and deeds have names that reports tell
            ("三大行动分别叫什么", ""),
            ("团干部培训是谁主办的", ""),
            ("突击队和走播队谁多", ""),
            // Everybody is asked
            ("哪位晓得理论宣讲活动做了多少场", ""),
            ("青马和领头雁哪个多", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_unreported));
    }

    #[test]
    fn people_are_counted_or_addressed() {
        let rows: &[(&str, &str)] = &[
            ("给青马班上课的老师有多少名", "老师"),
            ("青马班有几位老师", "老师"),
            ("老师,青马办了几期", ""),
            ("老师青马办了几期", ""),
            ("青马办了几期老师", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_aspect));
    }
}
