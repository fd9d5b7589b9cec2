//! Whether the noun before the question word is what a figure counts: 非公企业有多少家, 结对的大队一共几个.
//! What stands behind it is [`super::head`]'s.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::predicate;
use crate::matcher::query::question::{PEOPLE, Question};
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{BELONGS, LABELLED, LOOSE};

impl Context<'_> {
    /// 结对的大队一共几个, 童伴妈妈有好多个: the unit fits only carelessly, and what stands before the question word is neither
    /// a name of what the figure is about nor what it counts.
    pub(super) fn asks_of_another(&self, at: usize, question: &Question) -> bool {
        if self.has_so_many(at, question) {
            return true;
        }
        let loose = self.measure(at, question) == Some(LOOSE) && question.by_unit;
        let Some(noun) = question.before.filter(|_| loose) else { return false };
        let it = &self.tokens[noun];
        // 帮到几个, 设了几个: what was done, no noun.
        let parted = self.tokens[noun..].iter().take_while(|it| !it.is(Cue::HowMany)).any(Token::is_break);
        let is_result = |it: &Token| predicate::is_result(it, &self.lexicon.polarity);
        if parted || is_result(it) || it.ends_with_one_of(&self.lexicon.polarity.done) {
            return false;
        }
        let behind = |by: usize| self.tokens.get(noun + by);
        let is_verb = behind(2).is_some_and(|it| it.is_infix || it.links() || is_result(it));
        let unread = behind(1).is_some_and(|next| next.is_unknown && !is_result(next)) && !is_verb;
        let is_other = self.evidence[noun].at(at) < LABELLED && !it.is_light && !it.is_gram;
        let is_kind = self.is_counted_so(noun, at, question) || self.ends(at, it) || !it.scopes.is_empty();
        if self.is_of_another_kind(noun, at) {
            return true;
        }
        // 红色实践体验线路发布了几条: a name that stands with the initiative, not with this figure.
        let named = it.is_name && self.evidence[noun].at(at) >= BELONGS;
        !is_kind && (unread || is_other && !named && !it.is_programme)
    }

    /// 非公企业有多少家, 留守儿童有多少: a noun that there is so much of is itself what is counted.
    fn has_so_many(&self, at: usize, question: &Question) -> bool {
        let is_people = self.index.measures[at].is_some_and(|own| self.lexicon.measures[own].id == PEOPLE);
        let loose = self.measure(at, question) == Some(LOOSE) && !is_people;
        let tells_unit = question.by_unit && !loose && !self.is_wide(at, question);
        // 农村留守儿童总共多少名: people by a name that stands with the initiative, not with this figure.
        let is_others = |noun: &usize| self.tokens[*noun].is_name && self.evidence[*noun].at(at) < BELONGS;
        let Some(noun) = question.before.filter(|it| !tells_unit || is_others(it)) else { return false };
        let it = &self.tokens[noun];
        // 学员有多大比例满意: a measure is asked of the noun.
        if self.tokens[noun + 1..].iter().any(|it| !it.nouns.is_empty()) {
            return false;
        }
        let behind = self.tokens[noun + 1..].iter().take_while(|it| !it.is(Cue::HowMany));
        let exists = |it: &Token| it.is_one_of(&self.lexicon.grammar.existentials) || it.is(Cue::Altogether);
        let mut between = behind.peekable();
        let is_there = between.peek().is_some() && between.all(exists);
        if !is_there {
            return false;
        }
        let is_other = !it.is_light && !it.is_gram && it.scopes.is_empty() && !self.is_own_name(noun, at);
        // 西部计划的娃儿总共多少: the name says which figure.
        let is_kind = self.is_counted_so(noun, at, question) && self.is_named_beside(noun, at, question);
        is_other && !is_kind && it.nouns.is_empty() && !it.is_aspect && !self.ends(at, it)
    }
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::check_pairs;

    #[test]
    fn a_noun_that_there_is_so_much_of_is_what_is_counted() {
        let rows: &[(&str, &str, &str)] = &[
            // What the figure counts
            ("青年之家有多少个", "youth-homes", "the same"),
            ("走播队有几支", "live-teams", "the same"),
            ("西部计划的娃儿总共多少", "west-total", "the same"),
            ("铜奖捞到几个", "startup-bronze", "the same"),
            // Something else, of which the initiative tells
            ("非公企业有多少家", "private-orgs", "other"),
            ("留守儿童有多少", "helped-children", "other"),
            ("农村留守儿童总共多少名", "helped-children", "other"),
            ("结对的少先队大队一共几个", "letters", "other"),
            ("童伴妈妈一共有好多个", "child-events", "other"),
            ("农产品有几种", "live-sales", "other"),
            ("红色实践体验线路发布了几条", "red-events", "other"),
        ];
        check_pairs(rows, |context, at| {
            let is_other = context.asks_of_another(at, &context.question());
            if is_other { "other".to_owned() } else { "the same".to_owned() }
        });
    }
}
