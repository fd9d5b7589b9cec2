//! What a span of a question asks for: the measure, the noun that is counted, what is excluded.
//! Looks at words alone; what a report holds is [`crate::matcher::scoring::score`]'s.

use crate::matcher::lexicon::cue::{Cue, CueSet};
use crate::matcher::lexicon::read::Lists;
use crate::matcher::query::noun_phrase::{add_unit_noun, before, behind, strange};
use crate::matcher::query::tokens::Token;
use crate::text::numerals;

/// What is asked in one span of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// Positions of the tokens that say what it is about.
    pub content: Vec<usize>,
    /// Phrases that are excluded, each the positions of its words: 不是联谊的那个.
    pub excluded: Vec<Vec<usize>>,
    /// Positions of tokens that rule out what is not about them: times, places, parts, what was not done.
    pub constraints: Vec<usize>,
    /// Positions of tokens that nothing explains.
    pub unknown: Vec<usize>,
    /// The measures that fit what is asked; empty where any does.
    pub measures: Vec<usize>,
    /// Measures that fit what is asked as people say it, carelessly.
    pub colloquial: Vec<usize>,
    /// True where the measure was asked by a unit (几期), not by a noun (期数).
    pub by_unit: bool,
    /// True where a number is asked for.
    pub how_many: bool,
    /// Position of the noun that is counted: 多少名*团员*.
    pub counted: Option<usize>,
    /// Positions of the words of that noun's phrase: 多少支*青年志愿服务队伍*.
    pub phrase: Vec<usize>,
    /// Position of what is counted where nothing explains it: 多少家*商户*.
    pub strange: Option<usize>,
    /// Position of the last noun before the question word, where none stands behind it.
    pub before: Option<usize>,
    /// The scopes that are asked for, and those that are excluded.
    pub scopes: Vec<usize>,
    /// Measures that are excluded: 场次不管.
    pub not_measures: Vec<usize>,
    /// Scopes that are excluded.
    pub not_scopes: Vec<usize>,
    /// Intentions found anywhere in the span.
    pub cues: CueSet,
}

impl Question {
    /// True where names or a description are asked for, not a number.
    #[must_use]
    pub(crate) fn wants_text(&self) -> bool {
        self.is(Cue::Which) || self.is(Cue::StandsFor)
    }

    /// Notes an excluded word: to the phrase before it, unless 和 or a mark parts them.
    fn exclude(&mut self, tokens: &[Token], span: &[usize], place: usize) {
        let token = &tokens[span[place]];
        let before = place.checked_sub(1).map(|it| &tokens[span[it]]).filter(|it| it.is_excluded);
        let goes_on = before.is_some_and(|it| !it.is(Cue::Join) && !it.is_break());
        if token.is_content && !token.is_light {
            match self.excluded.last_mut() {
                Some(phrase) if goes_on => phrase.push(span[place]),
                _ => self.excluded.push(vec![span[place]]),
            }
        }
        self.not_scopes.extend(&token.scopes);
        self.not_measures.extend(&token.nouns);
    }

    /// True where the span may express this intention.
    #[must_use]
    pub(crate) fn is(&self, cue: Cue) -> bool {
        self.cues.contains(cue)
    }
}

/// The measure of 个: it fits nearly everything, so a noun that asks for a measure says more.
pub(crate) const WIDE: &str = "thing";
/// The measure of people.
pub(crate) const PEOPLE: &str = "people";

/// Which tokens ask for a number: 多少, 几, and nouns such as 人数 behind what is counted.
#[must_use]
pub(crate) fn asks(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let counts = !token.nouns.is_empty() && token.text.len() >= 2;
    token.is(Cue::HowMany)
        || token.is(Cue::Amount) && token.text.len() >= 2
        || counts && !asked_before(tokens, at)
}

/// 多少钱, 几场活动: the noun belongs to the question word before it.
fn asked_before(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().take(3).take_while(|it| !it.is_break());
    before.into_iter().any(|it| it.is(Cue::HowMany))
}

/// Reads a span of tokens, given as positions in order.
#[must_use]
pub(crate) fn read(tokens: &[Token], span: &[usize], lexicon: &Lists) -> Question {
    let mut question = Question::default();
    for (place, at) in span.iter().enumerate() {
        let token = &tokens[*at];
        // 到了多少代表: a noun behind the question word steers nothing.
        let is_noun = token.is_content && place > 0 && {
            let unit = tokens[span[place - 1]].is_unit();
            let ask = place.checked_sub(1 + usize::from(unit)).map(|it| &tokens[span[it]]);
            ask.is_some_and(|it| it.is(Cue::HowMany))
        };
        if !is_noun {
            question.cues.join(token.cues);
        }
        if token.is_excluded {
            question.exclude(tokens, span, place);
            continue;
        }
        if token.constrains() {
            question.constraints.push(*at);
        }
        if token.is_unknown {
            question.unknown.push(*at);
        }
        let amount = token.is(Cue::Amount) && token.text.len() >= 2;
        question.how_many |= token.is(Cue::HowMany) || amount;
        question.scopes.extend(&token.scopes);
        let unit = is_unit_asked_for(tokens, span, place);
        // 人呢,新增几个: 个 says no more than what was said before.
        let is_wide = token.units.iter().any(|it| lexicon.measures[*it].id == WIDE);
        if unit && question.by_unit && is_wide {
            continue;
        }
        if unit {
            question.measures.clone_from(&token.units);
            question.colloquial.clone_from(&token.colloquial);
            question.by_unit = true;
        }
        if !unit && (token.is_content || token.is_elsewhere || token.is_within) {
            question.content.push(*at);
        }
    }
    add_nouns(tokens, span, lexicon, &mut question);
    add_unit_noun(tokens, span, lexicon, &mut question);
    let behind = behind(tokens, span);
    // 多少个参加了学习: a verb is not what is counted.
    let is_verb = |at: usize| {
        tokens.get(at + 1).is_some_and(|it| it.is_infix) && tokens.get(at + 2).is_some_and(|it| it.is_content)
    };
    let nouns = behind.iter().copied().take_while(|at| tokens[*at].is_content && !is_verb(*at));
    question.phrase = nouns.take(4).collect();
    question.strange = strange(tokens, &behind[question.phrase.len()..]);
    question.counted = question.phrase.iter().copied().find(|at| !tokens[*at].is_light);
    question.before = before(tokens, span).filter(|_| question.counted.is_none());
    add_counted(tokens, lexicon, &mut question);
    add_people(tokens, span, lexicon, &mut question);
    question
}

/// 学过的年轻人有多少个, 年轻人一共多少: people who stand right before the question are what is counted, whatever 个 fits.
fn add_people(tokens: &[Token], span: &[usize], lexicon: &Lists, question: &mut Question) {
    let is_wide = |at: &usize| lexicon.measures[*at].id == WIDE;
    let wide = question.by_unit && question.measures.iter().any(is_wide);
    let open = question.how_many && question.measures.is_empty() && question.colloquial.is_empty();
    if !question.phrase.is_empty() || !(wide || open) {
        return;
    }
    let Some(ask) = span.iter().position(|at| tokens[*at].is(Cue::HowMany)) else { return };
    let ahead = &span[..ask];
    let says = |at: &&usize| tokens[**at].is_content || tokens[**at].is_unknown || tokens[**at].is_break();
    let Some(noun) = ahead.iter().rfind(says).map(|at| &tokens[*at]) else { return };
    let of_people = |group: &&usize| lexicon.synonyms[**group].measure.as_deref() == Some(PEOPLE);
    let is_people = !noun.is_name && !noun.groups.is_empty() && noun.groups.iter().all(|it| of_people(&it));
    let (existentials, copulas) = (&lexicon.grammar.existentials, &lexicon.grammar.copulas);
    let leads = |it: &Token| it.is_one_of(existentials) || it.is_one_of(copulas) || it.is(Cue::Altogether);
    if is_people && ahead.last().is_some_and(|at| leads(&tokens[*at])) {
        question.measures =
            (0..lexicon.measures.len()).filter(|at| lexicon.measures[*at].id == PEOPLE).collect();
        question.colloquial.clear();
    }
}

/// A unit behind a question word (几期), behind 以 (以支计), or before 呢 (人呢).
fn is_unit_asked_for(tokens: &[Token], span: &[usize], place: usize) -> bool {
    let token = &tokens[span[place]];
    let likewise = span.get(place + 1).is_some_and(|next| tokens[*next].is(Cue::Likewise));
    let behind = |cue: Cue| place > 0 && tokens[span[place - 1]].is(cue);
    let asked_for = behind(Cue::HowMany) || (behind(Cue::CountedIn) && token.is_bare_unit());
    let before = place.checked_sub(1).map(|it| &tokens[span[it]]);
    // 阅读有十几万: a power of ten is money only where no noun says what is counted.
    let counts_other = |at: &usize| !tokens[*at].nouns.is_empty() && !tokens[*at].is_excluded;
    if token.text.iter().all(|it| numerals::is_power(*it)) && span.iter().any(counts_other) {
        return false;
    }
    let numbered = before.and_then(|it| it.number.as_ref()).is_some_and(|it| !it.ordinal);
    token.is_unit() && (asked_for || (likewise && !numbered && !token.is_content))
}

/// A noun such as 人数 or 金额 sets the measure, unless a unit set a narrower one already.
fn add_nouns(tokens: &[Token], span: &[usize], lexicon: &Lists, question: &mut Question) {
    let is_wide = |question: &Question| {
        question.measures.iter().chain(&question.colloquial).any(|it| lexicon.measures[*it].id == WIDE)
    };
    let nouns: Vec<usize> = span
        .iter()
        .filter(|at| !tokens[**at].is_excluded)
        .flat_map(|at| tokens[*at].nouns.iter().copied())
        .collect();
    if !nouns.is_empty()
        && ((question.measures.is_empty() && question.colloquial.is_empty()) || is_wide(question))
    {
        question.measures = nouns;
        question.colloquial.clear();
        question.by_unit = false;
        question.how_many = true;
    }
}

/// 多少留守儿童: what is counted tells the measure where no unit does.
fn add_counted(tokens: &[Token], lexicon: &Lists, question: &mut Question) {
    if !question.how_many || !question.measures.is_empty() || !question.colloquial.is_empty() {
        return;
    }
    let before = question.before.as_ref().filter(|at| !is_served(tokens, **at, lexicon));
    let noun = question.phrase.iter().rfind(|at| !tokens[**at].is_aspect).or(before);
    let Some(at) = noun else { return };
    question.measures = counted_in(&tokens[*at], lexicon);
    if question.measures.is_empty() && is_person(tokens, *at, lexicon) {
        let people = lexicon.measures.iter().position(|it| it.id == PEOPLE);
        question.measures = people.into_iter().collect();
    }
}

/// 替创业青年争取到多少: people right behind 替 or 给, whom it was done for.
fn is_served(tokens: &[Token], at: usize, lexicon: &Lists) -> bool {
    let noun = tokens[..=at].iter().rev().take_while(|it| it.is_content).count();
    let before = (at + 1).checked_sub(noun + 1).map(|it| &tokens[it]);
    before.is_some_and(|it| it.is_one_of(&lexicon.grammar.benefactives))
}

/// 单身青年, 突击队员: a noun for people, in the clause of the question word.
pub(crate) fn is_person(tokens: &[Token], at: usize, lexicon: &Lists) -> bool {
    let typed: String = span_text(tokens, at);
    let asks = |it: &Token| it.is(Cue::HowMany);
    let parted =
        tokens[at..].iter().take_while(|it| !asks(it)).any(Token::is_break) && tokens[at..].iter().any(asks);
    !parted && lexicon.people.endings.iter().any(|it| typed.ends_with(it.as_str()))
}

/// The measures that a noun is counted in, as its group says: 队伍 in teams.
pub(crate) fn counted_in(token: &Token, lexicon: &Lists) -> Vec<usize> {
    let ids = token.groups.iter().filter_map(|group| lexicon.synonyms[*group].measure.as_ref());
    ids.filter_map(|id| lexicon.measures.iter().position(|it| it.id == *id)).collect()
}

/// A noun with the light one behind it: 单身|青年.
fn span_text(tokens: &[Token], at: usize) -> String {
    std::iter::once(&tokens[at]).chain(light_behind(tokens, at)).flat_map(|it| it.text.iter()).collect()
}

/// The light noun right behind a noun, which is what is counted of the two: 青年 of 单身|青年.
pub(crate) fn light_behind(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.get(at + 1).filter(|it| it.is_light && it.cues.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, look};

    fn asked(text: &str) -> String {
        look(text, |context| {
            let question = context.question();
            let measure = |at: &usize| context.lexicon.measures[*at].id.clone();
            let measures =
                question.measures.iter().chain(&question.colloquial).map(measure).collect::<Vec<_>>();
            let scope = |at: &usize| context.lexicon.scopes[*at].scope.clone();
            let scopes = question.scopes.iter().map(scope).collect::<Vec<_>>();
            let how = match (question.how_many, question.by_unit) {
                (false, _) => "no number",
                (true, true) => "by unit",
                (true, false) => "by noun",
            };
            format!("{how}: {}; {}", measures.join(" "), scopes.join(" "))
        })
    }

    #[test]
    fn what_is_asked_for() {
        let rows: &[(&str, &str)] = &[
            // By the unit behind the question word
            ("青马几期", "by unit: issues; "),
            ("联谊办了多少场", "by unit: events; "),
            ("突击队有几支", "by unit: teams; "),
            ("牵手几对", "by unit: pairs; "),
            ("省级领头雁多少名", "by unit: people; 省级"),
            ("青马学过的年轻人有多少个", "by unit: people; "),
            ("青马班上过课的年轻人一共多少", "by noun: people; "),
            ("人呢,新增几个", "by unit: people; 新增"),
            // By a noun
            ("青骑兵队伍数", "by noun: teams; "),
            ("多少团员", "by noun: people; "),
            ("贷款替创业青年争取到多少", "by noun: ; "),
            ("新增的人有多少", "by noun: people; 新增"),
            ("期数与场数分别是多少", "by noun: issues events; "),
            ("线下联谊的场次", "by noun: events; 线下"),
            // Any measure
            ("推优入团率是多少", "by noun: ; "),
            // No number
            ("团团严选是什么", "no number: ; "),
            ("红色教育基地有哪些", "no number: ; "),
            ("除了省级还有哪些领头雁", "no number: ; "),
            ("青年之家", "no number: ; "),
        ];
        check(rows, asked);
    }
}
