//! Whether a question counts what a figure counts, or something in or at it: 街区里有多少家商户.
//! Adds nothing up: that is [`crate::matcher::scoring::score`]'s.

use crate::matcher::index::{Doc, holds};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::noun_phrase;
use crate::matcher::query::question::{self, PEOPLE, Question, WIDE};
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{BELONGS, LABELLED, LOOSE, SAID_FOR};
use crate::matcher::tokenize::Tier;
use crate::matcher::vocabulary::key::key;

impl Context<'_> {
    /// True where the noun that is counted is not what the figure counts.
    ///
    /// Either the question has named what the figure counts before it asks for something else (青年之家有多少个房间), or
    /// the unit fits only carelessly and the noun says nothing of the figure.
    pub(crate) fn counts_other(&self, at: usize, question: &Question) -> bool {
        let Some(noun) = question.strange.or(question.counted) else {
            return self.asks_of_another(at, question);
        };
        let strength = |token: usize| self.evidence[token].at(at);
        let ends = |token: &usize| strength(*token) > 0.0 && self.ends(at, &self.tokens[*token]);
        let loose = self.measure(at, question) == Some(LOOSE);
        if loose && self.is_of_another_name(noun, at, question) {
            return true;
        }
        let goes_on = question.phrase.iter().skip(1).any(ends);
        let bare = question.measures.is_empty() && question.colloquial.is_empty();
        if (loose || bare || self.is_wide(at, question)) && !goes_on && self.is_of_another_kind(noun, at) {
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
        self.names_another(noun, at, question, loose)
    }

    /// Where only a careless unit fits: a name of something else (青联吸纳了多少个企业), or a noun at the end of the phrase that
    /// says nothing of the figure (几条红色体验线路).
    fn is_of_another_name(&self, noun: usize, at: usize, question: &Question) -> bool {
        let silent = |it: usize| !self.tokens[it].is_light && self.evidence[it].at(at) <= 0.0;
        let names_other = |it: &usize| *it != noun && self.tokens[*it].is_name && silent(*it);
        let ends_elsewhere = question.phrase.last().is_some_and(|last| *last != noun && silent(*last));
        question.content.iter().any(names_other) || ends_elsewhere
    }

    /// True where neither the noun nor the unit tells that this is what the figure counts.
    fn names_another(&self, noun: usize, at: usize, question: &Question, loose: bool) -> bool {
        let strength = |token: usize| self.evidence[token].at(at);
        let ends = |token: &usize| strength(*token) > 0.0 && self.ends(at, &self.tokens[*token]);
        let named =
            |it: &usize| *it < noun && ends(it) && strength(*it) >= LABELLED && !self.tokens[*it].is_light;
        let is_container = question.content.iter().any(named);
        // 放出来多少个岗: short for a word of the label.
        let is_short = |token: usize| {
            let text = &self.tokens[token].text;
            text.len() == 1 && self.index.labels(at, text)
        };
        // 卖了多少钱的农产品: the unit is what is counted.
        let is_of = noun > 0 && self.tokens[noun - 1].links();
        let is_other = || (0..self.index.docs.len()).any(|it| self.ends(it, &self.tokens[noun]));
        let said_for = self.measure(at, question) == Some(SAID_FOR)
            && !self.tokens[noun].is_light
            && !is_of
            && is_other();
        let strange = question.strange.is_some_and(|token| !is_short(token));
        // 多少家商户, 清理了多少垃圾: nothing tells what is counted, and no unit tells it either.
        let bare = question.measures.is_empty() && question.colloquial.is_empty();
        let is_hanzi = !self.tokens[noun].text.iter().any(char::is_ascii);
        if strange && (loose || (bare && is_hanzi) || self.is_wide(at, question)) {
            return true;
        }
        // 解决了多少问题: what stands right behind the question word is counted, and the figure counts something else.
        // 多少不用抵押、不用付息的借款: what describes the noun is not counted.
        let describes = self.tokens[noun..].iter().any(Token::links) && strength(noun) >= LABELLED;
        let is_head = self.ends(at, &self.tokens[noun]);
        if bare && is_hanzi && !self.tokens[noun].is_light && !is_head && !describes {
            return true;
        }
        (is_container && (strange || loose || strength(noun) < BELONGS))
            || ((loose || said_for || self.is_another_classifier(at, question)) && !strange && !is_head)
            || (self.is_wide(at, question)
                && question.phrase.last().is_some_and(|head| strength(*head) < BELONGS))
    }

    /// True for a name that the figure's label or one of its own programmes holds.
    pub(super) fn is_own_name(&self, token: usize, at: usize) -> bool {
        let it = &self.tokens[token];
        let Doc::Figure(report, figure) = self.index.docs[at] else { return false };
        let programmes = &self.reports[report].figures[figure].programmes;
        let is_programme = || programmes.iter().any(|name| holds(&key(name), &it.text));
        // A name that was mistyped stands in no label as it is typed.
        let evidence = &self.evidence[token];
        let is_mended = it.tier != Some(Tier::Exact) && evidence.at(at) >= LABELLED;
        it.is_name && (self.index.labels(at, &it.text) || is_mended || is_programme())
    }

    /// 哪所高校来的学生最多: the kind of which the largest is asked for, which only figures of that kind could tell.
    pub(crate) fn largest_of(&self, question: &Question) -> Option<usize> {
        let orders = question.is(Cue::Most) || question.is(Cue::Least);
        if orders { noun_phrase::which(self.tokens, self.lexicon) } else { None }
    }

    /// 发展了多少名少先队员: a noun that the reports know, behind the unit, of which nothing stands with this figure.
    fn is_of_others(&self, noun: usize, at: usize, question: &Question) -> bool {
        let it = &self.tokens[noun];
        let says = !it.is_light && !it.is_aspect && !it.is_gram && it.scopes.is_empty();
        let silent = |token: &usize| self.evidence[*token].at(at) < BELONGS;
        question.by_unit
            && says
            && !self.is_named_beside(noun, at, question)
            && self.evidence[noun].most >= LABELLED
            && question.phrase.iter().all(silent)
    }

    /// 领头雁评上几个娃儿: a name beside the noun says which figure, whatever its people are called.
    pub(super) fn is_named_beside(&self, noun: usize, at: usize, question: &Question) -> bool {
        question.content.iter().any(|token| {
            *token != noun && self.tokens[*token].is_name && self.evidence[*token].at(at) >= LABELLED
        })
    }

    /// True where the noun is a word for what is counted in another unit: 队里有多少个志愿者 asks for people, not for teams.
    pub(super) fn is_of_another_kind(&self, noun: usize, at: usize) -> bool {
        let own = self.index.measures[at].map(|own| &self.lexicon.measures[own].id);
        let of_group = |group: &usize| self.lexicon.synonyms[*group].measure.as_ref();
        let mut kinds = self.tokens[noun].groups.iter().filter_map(of_group).peekable();
        if kinds.peek().is_none() {
            let is_person = question::is_person(self.tokens, noun, self.lexicon);
            // 单身|青年 are people, whatever 单身 alone is another word for.
            let head = question::light_behind(self.tokens, noun).unwrap_or(&self.tokens[noun]);
            return is_person && own.is_some_and(|it| it != PEOPLE) && !self.ends(at, head);
        }
        kinds.any(|it| Some(it) != own)
    }

    /// True where 个 was asked for and is the figure's own unit: it says nothing of what is counted.
    pub(super) fn is_wide(&self, at: usize, question: &Question) -> bool {
        let own = self.index.measures[at];
        question.by_unit && own.is_some_and(|own| self.lexicon.measures[own].id == WIDE)
    }

    /// 多少所高校: a measure word for one kind of thing, which is neither 个 nor the one that the figure is printed with.
    fn is_another_classifier(&self, at: usize, question: &Question) -> bool {
        let Doc::Figure(report, figure) = self.index.docs[at] else { return false };
        let printed = &self.reports[report].figures[figure].unit;
        let asks = |it: &[Token]| it[0].is(Cue::HowMany) && it[1].is_bare_unit();
        let typed =
            self.tokens.windows(2).find(|it| asks(it)).map(|it| it[1].text.iter().collect::<String>());
        let plain = |measure: usize| self.lexicon.measures[measure].units.first();
        let own = self.index.measures[at].and_then(plain);
        self.is_wide(at, question) && typed.is_some_and(|it| it != *printed && Some(&it) != own)
    }

    /// True where the very unit was asked for (几对), or the noun is a word for what such things are counted in (几个娃儿).
    pub(super) fn is_counted_so(&self, noun: usize, at: usize, question: &Question) -> bool {
        let Some(own) = self.index.measures[at] else { return false };
        let own_id = &self.lexicon.measures[own].id;
        let of_group = |group: &usize| self.lexicon.synonyms[*group].measure.as_ref() == Some(own_id);
        let exact = question.by_unit && question.measures.contains(&own) && own_id != WIDE;
        exact || self.tokens[noun].groups.iter().any(of_group)
    }
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
            ("联席会议有多少家成员单位", "policies", "other"),
            ("民生实事清单里列了几件实事", "policies", "other"),
            ("多少个社区跟志愿队伍结对", "volunteer-teams", "other"),
            ("多少个社区跟志愿队伍结对", "paired-communities", "the same"),
            ("一共和多少所高校签了合作协议", "intern-posts", "other"),
            ("有多少处青年之家", "youth-homes", "the same"),
            ("联谊来了多少个单身青年", "match-events", "other"),
            ("促成了多少对单身青年", "match-couples", "the same"),
            // The unit is what is counted, or the noun is described first
            ("卖了多少钱的农产品", "farm-sales", "the same"),
            ("争取了多少不用抵押、不用付息的借款", "startup-loan", "the same"),
            // Nothing is counted by a noun
            ("青马多少", "qingma-people", "the same"),
        ];
        check_pairs(rows, |context, at| {
            let is_other = context.counts_other(at, &context.question());
            if is_other { "other".to_owned() } else { "the same".to_owned() }
        });
    }
}
