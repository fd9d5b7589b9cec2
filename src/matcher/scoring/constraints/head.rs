//! Whether a question counts what a figure counts, or something in or at it: 街区里有多少家商户.
//! Adds nothing up: that is [`crate::matcher::scoring::score`]'s.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::{self, PEOPLE, Question, WIDE};
use crate::matcher::query::tokens::Token;
use crate::matcher::query::{noun_phrase, predicate};
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{BELONGS, LABELLED, LOOSE, NAMES};
use crate::matcher::tokenize::Tier;
use crate::matcher::vocabulary::key::key;

impl Context<'_> {
    /// True where the noun that is counted is not what the figure counts.
    ///
    /// Either the question has named what the figure counts before it asks for something else (青年之家有多少个房间), or
    /// the unit fits only carelessly and the noun says nothing of the figure.
    pub(crate) fn counts_other(&self, at: usize, question: &Question) -> bool {
        if self.asks_largest_of_others(at, question) {
            return true;
        }
        let Some(noun) = question.strange.or(question.counted) else {
            return self.asks_of_another(at, question);
        };
        let strength = |token: usize| self.evidence[token].at(at);
        let ends = |token: &usize| strength(*token) > 0.0 && self.ends(at, &self.tokens[*token]);
        let loose = self.measure(at, question) == Some(LOOSE);
        // 青联吸纳了多少个企业: a unit that fits only carelessly, and a name of something else.
        let names_other = |it: &usize| {
            *it != noun && self.tokens[*it].is_name && !self.tokens[*it].is_light && strength(*it) <= 0.0
        };
        if loose && question.content.iter().any(names_other) {
            return true;
        }
        // 几条红色体验线路: the noun at the end of the phrase says nothing of the figure.
        let ends_elsewhere = question
            .phrase
            .last()
            .is_some_and(|last| *last != noun && !self.tokens[*last].is_light && strength(*last) <= 0.0);
        if loose && ends_elsewhere {
            return true;
        }
        let goes_on = question.phrase.iter().skip(1).any(ends);
        if (loose || self.is_wide(at, question)) && !goes_on && self.is_of_another_kind(noun, at) {
            return true;
        }
        if question.phrase.iter().any(ends) {
            return false;
        }
        if question.strange.is_none() && self.is_of_others(noun, at, question) {
            return true;
        }
        if self.is_counted_so(noun, at, question) {
            return false;
        }
        let named =
            |it: &usize| *it < noun && ends(it) && strength(*it) >= LABELLED && !self.tokens[*it].is_light;
        let is_container = question.content.iter().any(named);
        // 放出来多少个岗: short for a word of the label.
        let is_short = |token: usize| {
            let text = &self.tokens[token].text;
            text.len() == 1 && self.index.labels(at, text)
        };
        let strange = question.strange.is_some_and(|token| !is_short(token));
        // 多少家商户, 清理了多少垃圾: nothing tells what is counted, and no unit tells it either.
        let bare = question.measures.is_empty() && question.colloquial.is_empty();
        let is_hanzi = !self.tokens[noun].text.iter().any(char::is_ascii);
        if strange && (loose || (bare && is_hanzi) || self.is_wide(at, question)) {
            return true;
        }
        // 解决了多少问题: what stands right behind the question word is counted, and the figure counts something else.
        if bare && is_hanzi && !self.tokens[noun].is_light && strength(noun) < LABELLED {
            return true;
        }
        (is_container && (strange || loose || strength(noun) < BELONGS))
            || (loose && !strange && !self.is_labelled_by(noun, at))
            || (self.is_wide(at, question)
                && question.phrase.last().is_some_and(|head| strength(*head) < BELONGS))
    }

    /// True for a name that the figure's label or one of its own programmes holds.
    fn is_own_name(&self, token: usize, at: usize) -> bool {
        let it = &self.tokens[token];
        let Doc::Figure(report, figure) = self.index.docs[at] else { return false };
        let programmes = &self.reports[report].figures[figure].programmes;
        let is_programme = || programmes.iter().any(|name| holds(&key(name), &it.text));
        // A name that was mistyped stands in no label as it is typed.
        let evidence = &self.evidence[token];
        let is_mended = it.tier != Some(Tier::Exact) && evidence.at(at) >= LABELLED;
        it.is_name && (self.index.labels(at, &it.text) || is_mended || is_programme())
    }

    /// True where the noun stands in the label, or in the name of a programme that the figure is about.
    fn is_labelled_by(&self, noun: usize, at: usize) -> bool {
        let it = &self.tokens[noun];
        let strength = self.evidence[noun].at(at);
        strength >= NAMES && (self.is_own_name(noun, at) || it.is_gram || self.index.labels(at, &it.text))
    }

    /// 结对的大队一共几个, 童伴妈妈有好多个: the unit fits only carelessly, and what stands before the question word is neither
    /// a name of what the figure is about nor what it counts.
    fn asks_of_another(&self, at: usize, question: &Question) -> bool {
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
        !is_kind && (unread || is_other && !it.is_name && !it.is_programme)
    }

    /// 哪所高校来的学生最多: the largest of some kind, which only figures of that kind could tell.
    fn asks_largest_of_others(&self, at: usize, question: &Question) -> bool {
        let orders = question.is(Cue::Most) || question.is(Cue::Least);
        let Some(noun) = noun_phrase::which(self.tokens, self.lexicon).filter(|_| orders) else {
            return false;
        };
        !self.ends(at, &self.tokens[noun])
    }

    /// 非公企业有多少家, 留守儿童有多少: a noun that there is so much of is itself what is counted.
    fn has_so_many(&self, at: usize, question: &Question) -> bool {
        let is_people = self.index.measures[at].is_some_and(|own| self.lexicon.measures[own].id == PEOPLE);
        let loose = self.measure(at, question) == Some(LOOSE) && !is_people;
        let tells_unit = question.by_unit && !loose && !self.is_wide(at, question);
        let Some(noun) = question.before.filter(|_| !tells_unit) else { return false };
        let it = &self.tokens[noun];
        // 学员有多大比例满意: a measure is asked of the noun.
        if self.tokens[noun + 1..].iter().any(|it| !it.nouns.is_empty()) {
            return false;
        }
        let behind = self.tokens[noun + 1..].iter().take_while(|it| !it.is(Cue::HowMany));
        let exists = |it: &Token| it.is_one_of(&self.lexicon.grammar.existentials) || it.is(Cue::Altogether);
        let mut between = behind.peekable();
        let is_there = between.peek().is_some() && between.all(exists);
        let is_other = !it.is_light && !it.is_gram && it.scopes.is_empty() && !self.is_own_name(noun, at);
        // 西部计划的娃儿总共多少: the name says which figure.
        let named = |token: &usize| {
            *token != noun && self.tokens[*token].is_name && self.evidence[*token].at(at) >= NAMES
        };
        let is_other =
            is_other && !(self.is_counted_so(noun, at, question) && question.content.iter().any(named));
        is_there && is_other && it.nouns.is_empty() && !it.is_aspect && !self.ends(at, it)
    }

    /// 发展了多少名少先队员: a noun that the reports know, behind the unit, of which nothing stands with this figure.
    fn is_of_others(&self, noun: usize, at: usize, question: &Question) -> bool {
        let it = &self.tokens[noun];
        let says = !it.is_light && !it.is_aspect && !it.is_gram && it.scopes.is_empty();
        let silent = |token: &usize| self.evidence[*token].at(at) < BELONGS;
        // 领头雁评上几个娃儿: the name says which figure, whatever its people are called.
        let is_named = question.content.iter().any(|token| {
            *token != noun && self.tokens[*token].is_name && self.evidence[*token].at(at) >= NAMES
        });
        question.by_unit
            && says
            && !is_named
            && self.evidence[noun].most >= LABELLED
            && question.phrase.iter().all(silent)
    }

    /// True where the noun is a word for what is counted in another unit: 队里有多少个志愿者 asks for people, not for teams.
    fn is_of_another_kind(&self, noun: usize, at: usize) -> bool {
        let own = self.index.measures[at].map(|own| &self.lexicon.measures[own].id);
        let of_group = |group: &usize| self.lexicon.synonyms[*group].measure.as_ref();
        let mut kinds = self.tokens[noun].groups.iter().filter_map(of_group).peekable();
        if kinds.peek().is_none() {
            let is_person = question::is_person(self.tokens, noun, self.lexicon);
            return is_person && own.is_some_and(|it| it != PEOPLE) && !self.ends(at, &self.tokens[noun]);
        }
        kinds.any(|it| Some(it) != own)
    }

    /// True where 个 was asked for and is the figure's own unit: it says nothing of what is counted.
    fn is_wide(&self, at: usize, question: &Question) -> bool {
        let own = self.index.measures[at];
        question.by_unit && own.is_some_and(|own| self.lexicon.measures[own].id == WIDE)
    }

    /// True where the very unit was asked for (几对), or the noun is a word for what such things are counted in (几个娃儿).
    fn is_counted_so(&self, noun: usize, at: usize, question: &Question) -> bool {
        let Some(own) = self.index.measures[at] else { return false };
        let own_id = &self.lexicon.measures[own].id;
        let of_group = |group: &usize| self.lexicon.synonyms[*group].measure.as_ref() == Some(own_id);
        let exact = question.by_unit && question.measures.contains(&own) && own_id != WIDE;
        exact || self.tokens[noun].groups.iter().any(of_group)
    }
}

fn holds(text: &[char], part: &[char]) -> bool {
    !part.is_empty() && text.windows(part.len()).any(|it| it == part)
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::check_pairs;

    #[test]
    fn the_noun_that_is_counted_is_what_the_figure_counts_or_something_in_it() {
        let rows: &[(&str, &str, &str)] = &[
            // What the figure counts
            ("青年之家有多少个", "youth-homes", "the same"),
            ("青年发展型街区多少个", "street", "the same"),
            ("宣讲队伍多少支", "qingqibing", "the same"),
            // By the very unit, whatever noun stands behind it
            ("促成了几对年轻人", "match-couples", "the same"),
            ("牵手成功有几对夫妻", "match-couples", "the same"),
            // By a word for what such things are counted in
            ("帮助了多少个娃儿", "helped-children", "the same"),
            ("多少个困难青少年", "helped-children", "the same"),
            // Something in it or at it
            ("青年之家有多少个房间", "youth-homes", "other"),
            ("街区里有多少家商户", "street", "other"),
            ("突击队有多少个帐篷", "shock-teams", "other"),
            ("突击队里有多少个志愿者", "shock-teams", "other"),
            ("青联吸纳了多少个企业", "federation-members", "other"),
            // Nothing is counted by a noun
            ("青马多少", "qingma-people", "the same"),
        ];
        check_pairs(rows, |context, at| {
            let is_other = context.counts_other(at, &context.whole());
            if is_other { "other".to_owned() } else { "the same".to_owned() }
        });
    }
}
